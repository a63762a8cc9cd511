CREATE TABLE runs (
	number    INTEGER PRIMARY KEY AUTOINCREMENT,
	started   TEXT NOT NULL,
	finished  TEXT,
	version   TEXT,
	report    TEXT,
	delivered TEXT NOT NULL DEFAULT 'no',
	read      INTEGER NOT NULL,
	known     INTEGER NOT NULL,
	failed    INTEGER NOT NULL,
	articles  INTEGER NOT NULL,
	clusters  INTEGER NOT NULL
);

CREATE TABLE files (
	path        TEXT PRIMARY KEY,
	size        INTEGER NOT NULL,
	modified_ns INTEGER NOT NULL,
	hash        INTEGER,
	articles    INTEGER NOT NULL,
	problems    INTEGER NOT NULL,
	run         INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
	number          INTEGER PRIMARY KEY AUTOINCREMENT,
	id              TEXT NOT NULL,
	cluster         TEXT,
	family          TEXT,
	role            TEXT,
	outlet          TEXT,
	domain          TEXT,
	published       TEXT,
	title           TEXT,
	byline          TEXT,
	language        TEXT,
	words           INTEGER NOT NULL,
	source_article  TEXT,
	source_outlet   TEXT,
	upstream        TEXT,
	credit_chain    TEXT,
	credited        TEXT,
	confidence      TEXT,
	why             TEXT,
	copied_pct      REAL,
	edited_pct      REAL,
	reworded_pct    REAL,
	quoted_pct      REAL,
	original_pct    REAL,
	furniture_words INTEGER,
	url             TEXT,
	file            TEXT NOT NULL,
	record          INTEGER,
	first_seen      TEXT NOT NULL,
	run             INTEGER NOT NULL,
	published_from  INTEGER,
	published_to    INTEGER,
	representative  INTEGER NOT NULL,
	hash            INTEGER,
	mark            INTEGER,
	content         INTEGER
);
CREATE UNIQUE INDEX articles_id ON articles (id);
CREATE INDEX articles_mark ON articles (mark);
CREATE INDEX articles_content ON articles (content) WHERE content IS NOT NULL;
CREATE INDEX articles_cluster ON articles (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX articles_family ON articles (family) WHERE family IS NOT NULL;

CREATE TABLE clusters (
	id               TEXT PRIMARY KEY,
	upstream         TEXT,
	upstream_present TEXT,
	articles         INTEGER,
	families         INTEGER,
	outlets          INTEGER,
	first_published  TEXT,
	last_published   TEXT,
	headline         TEXT,
	origin_article   TEXT,
	uncredited       INTEGER,
	first_seen       TEXT NOT NULL,
	last_changed_run INTEGER NOT NULL,
	merged_into      TEXT
) WITHOUT ROWID;

CREATE TABLE links (
	a        INTEGER NOT NULL,
	b        INTEGER NOT NULL,
	relation TEXT NOT NULL,
	share_a  REAL NOT NULL,
	share_b  REAL NOT NULL,
	words    INTEGER NOT NULL,
	passages INTEGER NOT NULL,
	checksum INTEGER NOT NULL,
	signs    BLOB,
	PRIMARY KEY (a, b)
);
CREATE INDEX links_b ON links (b);

CREATE TABLE aligned (
	a        INTEGER NOT NULL,
	b        INTEGER NOT NULL,
	checksum INTEGER NOT NULL,
	passages BLOB,
	PRIMARY KEY (a, b)
);

CREATE TABLE credits (
	article INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	start   INTEGER NOT NULL,
	stop    INTEGER NOT NULL,
	outlet  TEXT,
	domain  TEXT,
	kind    TEXT,
	cue     TEXT,
	via     TEXT,
	text    TEXT,
	PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE quotes (
	article       INTEGER NOT NULL,
	n             INTEGER NOT NULL,
	start         INTEGER NOT NULL,
	stop          INTEGER NOT NULL,
	speaker       TEXT,
	text          TEXT,
	families      INTEGER NOT NULL,
	first_article TEXT,
	PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE keys_small (
	number              INTEGER PRIMARY KEY,
	bands_lines_sayings BLOB NOT NULL
);

CREATE TABLE keys_large (
	number                     INTEGER PRIMARY KEY,
	fingerprints_pairs_stories BLOB NOT NULL
);

CREATE TABLE stored (
	number   INTEGER PRIMARY KEY,
	checksum INTEGER NOT NULL,
	digest   BLOB,
	text     BLOB
);

CREATE TABLE words (
	run      INTEGER NOT NULL,
	language TEXT NOT NULL,
	checksum INTEGER NOT NULL,
	counts   BLOB,
	PRIMARY KEY (run, language)
);

CREATE TABLE site_lines (
	key INTEGER PRIMARY KEY,
	run INTEGER NOT NULL
);

CREATE TABLE stock_keys (
	key INTEGER PRIMARY KEY,
	run INTEGER NOT NULL
);

CREATE VIEW families AS
SELECT family AS id, max(cluster) AS cluster, count(*) AS articles, count(DISTINCT outlet) AS outlets,
	min(published) AS first_published, max(published) AS last_published, min(first_seen) AS first_seen
FROM articles WHERE family IS NOT NULL GROUP BY family;

CREATE VIEW links_named AS
SELECT coalesce(x.cluster, y.cluster) AS cluster, x.id AS article_a, x.outlet AS outlet_a, y.id AS article_b, y.outlet AS outlet_b,
	l.relation, l.share_a, l.share_b, l.words, l.passages
FROM links l JOIN articles x ON x.number = l.a JOIN articles y ON y.number = l.b;

CREATE VIEW credits_named AS
SELECT x.cluster, x.id AS article, x.outlet AS by_outlet, x.published, c.start, c.stop, c.outlet, c.domain, c.kind, c.cue, c.via, c.text
FROM credits c JOIN articles x ON x.number = c.article;

CREATE VIEW quotes_named AS
SELECT x.cluster, x.id AS article, x.outlet AS by_outlet, x.published, q.start, q.stop, q.speaker, q.text, q.families, q.first_article
FROM quotes q JOIN articles x ON x.number = q.article;
