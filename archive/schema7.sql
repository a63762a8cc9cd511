-- How bad a problem is: lost, folder or warning.
ALTER TABLE problems ADD COLUMN kind TEXT NOT NULL DEFAULT 'lost';
