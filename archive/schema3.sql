-- The fingerprints of stock phrases were written every night and read by none:
-- which phrases are stock is found anew from the articles of the window.
DROP TABLE stock_keys;
