package archive

// A Cluster is a row of clusters.csv.
type Cluster struct {
	ID                            string
	Upstream, UpstreamPresent     string
	Articles, Families, Outlets   int
	FirstPublished, LastPublished string
	Headline, OriginArticle       string
	Uncredited                    int
}

// Cluster stores a cluster, in place of what was stored of it before, but for
// when it was first seen, and, if it is as it was, in which run it changed. One
// that was merged before is its own again.
func (n *Night) Cluster(c *Cluster) error {
	return n.exec(`INSERT INTO clusters (id, upstream, upstream_present, articles, families, outlets, first_published, last_published,
		headline, origin_article, uncredited, first_seen, last_changed_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET upstream = excluded.upstream, upstream_present = excluded.upstream_present,
		articles = excluded.articles, families = excluded.families, outlets = excluded.outlets,
		first_published = excluded.first_published, last_published = excluded.last_published, headline = excluded.headline,
		origin_article = excluded.origin_article, uncredited = excluded.uncredited, merged_into = NULL,
		last_changed_run = CASE WHEN (upstream, upstream_present, articles, families, outlets, first_published, last_published,
			headline, origin_article, uncredited, merged_into) IS (excluded.upstream, excluded.upstream_present, excluded.articles,
			excluded.families, excluded.outlets, excluded.first_published, excluded.last_published, excluded.headline,
			excluded.origin_article, excluded.uncredited, NULL) THEN last_changed_run ELSE excluded.last_changed_run END`,
		c.ID, orNull(c.Upstream), orNull(c.UpstreamPresent), int64(c.Articles), int64(c.Families), int64(c.Outlets), orNull(c.FirstPublished),
		orNull(c.LastPublished), orNull(c.Headline), orNull(c.OriginArticle), int64(c.Uncredited), n.began, n.run)
}

// Merge notes that the cluster from is no more and that its articles, with all
// that was ever merged into it, are in the cluster into; in none if that is
// empty, and then from is forgotten.
func (n *Night) Merge(from, into string) error {
	if from == into {
		return nil
	}
	if err := n.exec("UPDATE articles SET cluster = ? WHERE cluster = ?", orNull(into), from); err != nil {
		return err
	}
	if into == "" {
		return n.exec("DELETE FROM clusters WHERE id = ?1 OR merged_into = ?1", from)
	}
	if err := n.exec("UPDATE clusters SET merged_into = ? WHERE merged_into = ?", into, from); err != nil {
		return err
	}
	if err := n.exec("UPDATE clusters SET merged_into = ?, articles = 0, last_changed_run = ? WHERE id = ?", into, n.run, from); err != nil {
		return err
	}
	return nil
}

// Link stores a link in place of an earlier one of the same two articles in
// the same order. Aligned that is nil leaves none.
func (n *Night) Link(l *Link) error {
	var signs, aligned any
	if l.Signs != nil {
		signs = l.Signs
	}
	err := n.exec(`INSERT INTO links (a, b, relation, share_a, share_b, words, passages, checksum, signs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (a, b) DO UPDATE SET relation = excluded.relation, share_a = excluded.share_a, share_b = excluded.share_b,
		words = excluded.words, passages = excluded.passages, checksum = excluded.checksum, signs = excluded.signs`,
		l.A, l.B, l.Relation, l.ShareA, l.ShareB, int64(l.Words), int64(l.Passages), linkChecksum(l.A, l.B, l.Signs), signs)
	if err != nil {
		return err
	}
	if l.Aligned == nil {
		return n.exec("DELETE FROM aligned WHERE a = ? AND b = ?", l.A, l.B)
	}
	aligned = l.Aligned
	return n.exec(`INSERT INTO aligned (a, b, checksum, passages) VALUES (?, ?, ?, ?)
		ON CONFLICT (a, b) DO UPDATE SET checksum = excluded.checksum, passages = excluded.passages`,
		l.A, l.B, linkChecksum(l.A, l.B, l.Aligned), aligned)
}

// Unlink removes the link between two articles in this order, if there is one.
func (n *Night) Unlink(a, b int64) error {
	if err := n.exec("DELETE FROM links WHERE a = ? AND b = ?", a, b); err != nil {
		return err
	}
	return n.exec("DELETE FROM aligned WHERE a = ? AND b = ?", a, b)
}

// File notes that a file was read, in place of what was noted of its path
// before.
func (n *Night) File(f File) error {
	return n.exec(`INSERT INTO files (path, size, modified_ns, hash, articles, problems, run) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ns = excluded.modified_ns, hash = excluded.hash,
		articles = excluded.articles, problems = excluded.problems, run = excluded.run`,
		f.Path, f.Size, f.Modified, numberOrNull(f.Hash), int64(f.Articles), int64(f.Problems), n.run)
}

// Counts stores the word counts of tonight's articles in a language, in place
// of those stored by an earlier call for it tonight.
func (n *Night) Counts(language string, blob []byte) error {
	return n.exec("INSERT OR REPLACE INTO words (run, language, checksum, counts) VALUES (?, ?, ?, ?)",
		n.run, language, checksum(n.run, []byte(language), blob), blob)
}

// SiteLine stores the key of a line that is furniture of its site.
func (n *Night) SiteLine(key uint64) error {
	return n.exec("INSERT OR IGNORE INTO site_lines (key, run) VALUES (?, ?)", int64(key), n.run)
}

// NoSiteLine removes the key of a line that turned out to be none.
func (n *Night) NoSiteLine(key uint64) error {
	return n.exec("DELETE FROM site_lines WHERE key = ?", int64(key))
}

// StockKey stores the fingerprint of a stock phrase.
func (n *Night) StockKey(key uint64) error {
	return n.exec("INSERT OR IGNORE INTO stock_keys (key, run) VALUES (?, ?)", int64(key), n.run)
}
