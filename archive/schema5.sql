-- The words of an article are those of its prose: its percentages say what they are.
-- One that no report has told yet has no furniture_words, and keeps all.
UPDATE articles SET words = max(words - coalesce(furniture_words, 0), 0);

-- When an earlier version of a piece whose file has changed was read.
ALTER TABLE articles ADD COLUMN changed_since TEXT;

ALTER TABLE clusters ADD COLUMN first_copy_minutes INTEGER;
