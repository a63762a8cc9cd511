package archive

import (
	"context"
	"fmt"
	"time"
)

// Pruned tells what Prune removed.
type Pruned struct {
	Articles, Stories, Clusters, Links int
	Bytes                              int64 // given back to the file system
}

// vacuumStep is how many pages are given back in one transaction: 32 MB, so
// that the log stays small.
const vacuumStep = 4096

// Prune removes the articles neither first seen nor published since a time,
// with all that belongs to them, unless they share a story, a cluster or a family
// with one that was. It removes word counts of runs before that time, and stories
// and clusters that have no article left. Files read stay known, lest what is pruned be
// read again, and so do runs and site lines. No Night may be open.
//
// Removing is one transaction. Then the room is given back in steps: not by
// VACUUM, which needs as much room again as is left, a thing that whoever
// prunes may lack, and writes all of it even if little was removed. A kill
// between the steps leaves a sound archive with some room unused, which the
// next nights fill.
func (a *Archive) Prune(ctx context.Context, before time.Time) (p Pruned, err error) {
	if before.IsZero() {
		return p, nil // all time is later
	}
	s, err := a.take()
	if err != nil {
		return p, err
	}
	defer a.give()
	if err := s.script("BEGIN IMMEDIATE"); err != nil {
		return p, a.fail(err)
	}
	if err := p.remove(ctx, s, before); err != nil {
		_ = s.script("ROLLBACK")
		return Pruned{}, a.fail(fmt.Errorf("prune: %w", err))
	}
	if err := s.script("COMMIT"); err != nil {
		_ = s.script("ROLLBACK")
		return Pruned{}, a.fail(fmt.Errorf("prune: %w", err))
	}
	a.checkpoint()
	err = p.giveBack(ctx, a, s)
	return p, a.fail(err)
}

// remove deletes what Prune removes.
func (p *Pruned) remove(ctx context.Context, s *session, before time.Time) error {
	if err := s.script("CREATE TEMP TABLE IF NOT EXISTS pruned (number INTEGER PRIMARY KEY); DELETE FROM temp.pruned"); err != nil {
		return err
	}
	articles, err := s.exec(`INSERT INTO temp.pruned SELECT number FROM articles WHERE NOT coalesce(`+since+`, 0)
		ORDER BY number`, formatTime(before), before.Unix())
	if err != nil {
		return err
	}
	p.Articles = int(articles)
	const gone = "IN (SELECT number FROM temp.pruned)"
	for _, table := range []string{"stored", "keys_small", "keys_large"} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := s.exec("DELETE FROM " + table + " WHERE number " + gone); err != nil {
			return err
		}
	}
	for _, table := range []string{"credits", "quotes", "told"} {
		if _, err := s.exec("DELETE FROM " + table + " WHERE article " + gone); err != nil {
			return err
		}
	}
	if _, err := s.exec("DELETE FROM aligned WHERE a " + gone + " OR b " + gone); err != nil {
		return err
	}
	links, err := s.exec("DELETE FROM links WHERE a " + gone + " OR b " + gone)
	if err != nil {
		return err
	}
	p.Links = int(links)
	if _, err := s.exec("DELETE FROM articles WHERE number " + gone); err != nil {
		return err
	}
	// Whoever stays represents himself if his representative went.
	if _, err := s.exec("UPDATE articles SET representative = number WHERE representative " + gone); err != nil {
		return err
	}
	if _, err := s.exec("DELETE FROM words WHERE run IN (SELECT number FROM runs WHERE started < ?)", formatTime(before)); err != nil {
		return err
	}
	if p.Clusters, err = removeEmpty(s, clusterGroup); err != nil {
		return err
	}
	if p.Stories, err = removeEmpty(s, storyGroup); err != nil {
		return err
	}
	return ctx.Err()
}

// removeEmpty deletes the groups that have no article left, and those that were
// merged into them, and returns how many they were.
func removeEmpty(s *session, g group) (removed int, err error) {
	changed, err := s.exec("DELETE FROM " + g.table + " WHERE merged_into IS NULL AND id NOT IN (SELECT " + g.column +
		" FROM articles WHERE " + g.column + " IS NOT NULL)")
	removed = int(changed)
	// Merge keeps no chains, but what is no more is followed all the same.
	for err == nil {
		changed, err = s.exec("DELETE FROM " + g.table + " WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM " + g.table + ")")
		if changed == 0 {
			break
		}
		removed += int(changed)
	}
	return removed, err
}

// giveBack shortens the file by its unused pages.
func (p *Pruned) giveBack(ctx context.Context, a *Archive, s *session) error {
	size, err := s.number(ctx, "PRAGMA page_size")
	if err != nil {
		return err
	}
	for {
		free, err := s.number(ctx, "PRAGMA freelist_count")
		if err != nil {
			return err
		}
		if free == 0 {
			return nil
		}
		// The pragma moves a page for each of its rows: they must all be read.
		if err := s.query(ctx, func(columns) error { return nil }, fmt.Sprintf("PRAGMA incremental_vacuum(%d)", vacuumStep)); err != nil {
			return err
		}
		a.checkpoint()
		left, err := s.number(ctx, "PRAGMA freelist_count")
		if err != nil {
			return err
		}
		if left >= free {
			return nil // made without the means to give room back
		}
		p.Bytes += (free - left) * size
	}
}
