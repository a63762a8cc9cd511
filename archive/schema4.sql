-- Stories: the reports of one event, whoever wrote them. Articles archived before
-- are of none until a later run that knows stories has told them again.
CREATE TABLE stories (
	id               TEXT PRIMARY KEY,
	headline         TEXT,
	articles         INTEGER,
	outlets          INTEGER,
	clusters         INTEGER,
	own_reports      INTEGER,
	first_published  TEXT,
	last_published   TEXT,
	first_seen       TEXT NOT NULL,
	last_changed_run INTEGER NOT NULL,
	merged_into      TEXT
) WITHOUT ROWID;

ALTER TABLE articles ADD COLUMN story TEXT;
ALTER TABLE articles ADD COLUMN upstream_kind TEXT;
ALTER TABLE articles ADD COLUMN other_sources TEXT;
CREATE INDEX articles_story ON articles (story) WHERE story IS NOT NULL;

-- Whether the main news rests on a credit of before is not known; a quotation of
-- before is a direct one, as no others were read.
ALTER TABLE credits ADD COLUMN main TEXT;
ALTER TABLE quotes ADD COLUMN kind TEXT NOT NULL DEFAULT 'direct';

DROP VIEW credits_named;
CREATE VIEW credits_named AS
SELECT x.story, x.cluster, x.id AS article, x.outlet AS by_outlet, x.published, c.start, c.stop, c.outlet, c.domain, c.kind, c.cue, c.via, c.main, c.text
FROM credits c JOIN articles x ON x.number = c.article;

DROP VIEW quotes_named;
CREATE VIEW quotes_named AS
SELECT x.story, x.cluster, x.id AS article, x.outlet AS by_outlet, x.published, q.start, q.stop, q.kind, q.speaker, q.text, q.families, q.first_article
FROM quotes q JOIN articles x ON x.number = q.article;
