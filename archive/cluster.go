package archive

import (
	"context"
	"fmt"

	"wiretrace/row"
)

// Cluster stores a cluster, in place of what was stored of it before, but for
// when it was first seen, and, if it is as it was, in which run it changed. One
// that was merged before is its own again.
func (n *Night) Cluster(c *row.Cluster) error {
	var minutes any
	if c.FirstCopy >= 0 {
		minutes = int64(c.FirstCopy)
	}
	return n.exec(`INSERT INTO clusters (id, upstream, upstream_present, articles, families, outlets, first_published, last_published,
		headline, origin_article, uncredited, first_copy_minutes, first_seen, last_changed_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET upstream = excluded.upstream, upstream_present = excluded.upstream_present,
		articles = excluded.articles, families = excluded.families, outlets = excluded.outlets,
		first_published = excluded.first_published, last_published = excluded.last_published, headline = excluded.headline,
		origin_article = excluded.origin_article, uncredited = excluded.uncredited, first_copy_minutes = excluded.first_copy_minutes, merged_into = NULL,
		last_changed_run = CASE WHEN (upstream, upstream_present, articles, families, outlets, first_published, last_published,
			headline, origin_article, uncredited, merged_into) IS (excluded.upstream, excluded.upstream_present, excluded.articles,
			excluded.families, excluded.outlets, excluded.first_published, excluded.last_published, excluded.headline,
			excluded.origin_article, excluded.uncredited, NULL) THEN last_changed_run ELSE excluded.last_changed_run END`,
		c.ID, orNull(c.Upstream), orNull(c.UpstreamPresent), int64(c.Articles), int64(c.Families), int64(c.Outlets), orNull(c.FirstPublished),
		orNull(c.LastPublished), orNull(c.Headline), orNull(c.OriginArticle), int64(c.Uncredited), minutes, n.began, n.run)
}

// Merge notes that the cluster from is no more and that its articles, with all
// that was ever merged into it, are in the cluster into; in none if that is
// empty, and then from is forgotten.
func (n *Night) Merge(from, into string) error { return n.merge(clusterGroup, from, into) }

// A group is a table of what articles belong to, and the column of articles that
// names it.
type group struct{ table, column string }

var (
	clusterGroup = group{"clusters", "cluster"}
	storyGroup   = group{"stories", "story"}
)

func (n *Night) merge(g group, from, into string) error {
	if from == into {
		return nil
	}
	if err := n.exec("UPDATE articles SET "+g.column+" = ?1 WHERE "+g.column+" = ?2", orNull(into), from); err != nil {
		return err
	}
	if into == "" {
		return n.exec("DELETE FROM "+g.table+" WHERE id = ?1 OR merged_into = ?1", from)
	}
	if err := n.exec("UPDATE "+g.table+" SET merged_into = ?1 WHERE merged_into = ?2", into, from); err != nil {
		return err
	}
	return n.exec("UPDATE "+g.table+" SET merged_into = ?, articles = 0, last_changed_run = ? WHERE id = ?", into, n.run, from)
}

// Clusters hands all clusters to use, in order of id: when the run began that
// found each first, in seconds since 1970, and for one that is no more, the
// cluster it is in now.
func (a *Archive) Clusters(ctx context.Context, use func(id string, firstSeen int64, mergedInto string) error) error {
	return a.groups(ctx, clusterGroup, use)
}

func (a *Archive) groups(ctx context.Context, g group, use func(id string, firstSeen int64, mergedInto string) error) error {
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			return use(r.text(0), parseTime(r.text(1)).Unix(), r.text(2))
		}, "SELECT id, first_seen, merged_into FROM "+g.table+" ORDER BY id")
	})
}

// A Link is what two articles share. Which is A and which B is its maker's
// choice; the pair is kept once for each order.
type Link struct {
	A, B           int64 // numbers
	Relation       string
	ShareA, ShareB float64 // of its words, 0 to 1
	Words          int     // shared
	Passages       int
	Signs, Aligned []byte // blobs; nil if none
}

// Links hands to use the links of which at least one article has the number
// from or a later one, in order of A and B, without Aligned. The Link is good
// until use returns.
func (a *Archive) Links(ctx context.Context, from int64, use func(*Link) error) error {
	return a.read(func(s *session) error {
		var l Link
		return s.query(ctx, func(r columns) error {
			l = Link{
				A: r.whole(0), B: r.whole(1), Relation: r.text(2), ShareA: r.real(3), ShareB: r.real(4),
				Words: int(r.whole(5)), Passages: int(r.whole(6)), Signs: r.blob(8),
			}
			if linkChecksum(l.A, l.B, l.Signs) != r.whole(7) {
				return fmt.Errorf("%w: table links, articles %d and %d: the checksum is wrong", ErrCorrupt, l.A, l.B)
			}
			return use(&l)
		}, `SELECT a, b, relation, share_a, share_b, words, passages, checksum, signs
			FROM links WHERE a >= ?1 OR b >= ?1 ORDER BY a, b`, from)
	})
}

// Aligned returns what was stored as Aligned of the link between two articles,
// in this order. The error is ErrNotFound if there is none.
func (a *Archive) Aligned(ctx context.Context, aNumber, bNumber int64) (aligned []byte, err error) {
	err = a.read(func(s *session) error {
		found := false
		err := s.query(ctx, func(r columns) error {
			found, aligned = true, r.blob(1)
			if linkChecksum(aNumber, bNumber, aligned) != r.whole(0) {
				return fmt.Errorf("%w: table aligned, articles %d and %d: the checksum is wrong", ErrCorrupt, aNumber, bNumber)
			}
			return nil
		}, "SELECT checksum, passages FROM aligned WHERE a = ? AND b = ?", aNumber, bNumber)
		if err == nil && !found {
			err = fmt.Errorf("passages of articles %d and %d: %w", aNumber, bNumber, ErrNotFound)
		}
		return err
	})
	return aligned, err
}

func linkChecksum(a, b int64, blob []byte) int64 { return checksum(checksum(a, nil)^b, blob) }

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
