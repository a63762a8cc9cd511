-- The words of an article are those of its prose: its percentages say what they are.
-- One that no report has told yet has no furniture_words, and keeps all.
UPDATE articles SET words = max(words - coalesce(furniture_words, 0), 0);

-- When an earlier version of a piece whose file has changed was read.
ALTER TABLE articles ADD COLUMN changed_since TEXT;

-- What could not be read, by the run that met it first.
CREATE TABLE problems (
	run    INTEGER NOT NULL,
	file   TEXT NOT NULL,
	record INTEGER,
	reason TEXT NOT NULL,
	mark   INTEGER NOT NULL
);
CREATE INDEX problems_run ON problems (run);

ALTER TABLE clusters ADD COLUMN first_copy_minutes INTEGER;
