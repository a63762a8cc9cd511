-- What a report told of, until it is told no more: see Night.Told.
CREATE TABLE told (
	run     INTEGER NOT NULL,
	article INTEGER NOT NULL,
	PRIMARY KEY (run, article)
) WITHOUT ROWID;

-- A checksum of all other columns of a row, but for delivered: see sum.go.
ALTER TABLE runs ADD COLUMN row_sum INTEGER;
ALTER TABLE files ADD COLUMN row_sum INTEGER;
ALTER TABLE articles ADD COLUMN row_sum INTEGER;
ALTER TABLE stories ADD COLUMN row_sum INTEGER;
ALTER TABLE clusters ADD COLUMN row_sum INTEGER;
ALTER TABLE links ADD COLUMN row_sum INTEGER;
ALTER TABLE credits ADD COLUMN row_sum INTEGER;
ALTER TABLE quotes ADD COLUMN row_sum INTEGER;
ALTER TABLE problems ADD COLUMN row_sum INTEGER;
