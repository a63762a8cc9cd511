package job

import (
	"context"
	"maps"
	"slices"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// lineChanges are the lines that a run finds to be furniture of their site, and
// those that it finds to be none though they were one on earlier nights. Both
// are sorted.
type lineChanges struct{ found, gone []uint64 }

// furniture finds the lines that recur over different stories of one outlet.
// From then on articles are compared with those marked as furniture, those of
// other outlets too: who copies a text copies what the site puts around it.
func (p *pairing) furniture(ctx context.Context) error {
	archived := map[uint64]bool{}
	for _, k := range p.history.lines {
		archived[k] = true
	}
	found, gone := map[uint64]bool{}, map[uint64]bool{}
	var have []uint32 // the known articles that have one of these
	var mu sync.Mutex
	err := p.eachPart(ctx, digest.Lines, p.reps, func() func(int, []cluster.Key) error {
		return func(_ int, keys []cluster.Key) error {
			for g := range cluster.Grouped(keys, 0) {
				verdict, err := p.judgeLine(g, archived[g[0].Hash])
				if err != nil {
					return err
				}
				if verdict == asBefore {
					continue
				}
				mu.Lock()
				if verdict == isFurniture {
					found[g[0].Hash] = true
				} else {
					gone[g[0].Hash] = true
				}
				for _, k := range g {
					if p.is(k.Article, known) {
						have = append(have, k.Article)
					}
				}
				mu.Unlock()
			}
			return nil
		}
	})
	if err != nil {
		return err
	}
	for _, n := range have {
		p.states[n] |= changed
	}
	for k := range found {
		p.siteLines[k] = true
	}
	for k := range archived { // only now, since families are found without
		if !p.history.young && !gone[k] {
			p.siteLines[k] = true
		}
	}
	p.lines = lineChanges{slices.Sorted(maps.Keys(found)), slices.Sorted(maps.Keys(gone))}
	p.sides = newSideCache(p.corpus, false)
	return nil
}

// A lineVerdict says what is found out about a line.
type lineVerdict int

const (
	asBefore lineVerdict = iota // what earlier nights found holds; nothing if they did not look at it
	isFurniture
	isProse
)

// judgeLine looks at a line that the articles of g have. archived says that it
// was furniture on earlier nights, which a young archive finds out anew.
func (p *pairing) judgeLine(g []cluster.Key, archived bool) (lineVerdict, error) {
	if !slices.ContainsFunc(g, func(k cluster.Key) bool { return !p.is(k.Article, known) }) {
		return asBefore, nil // nothing is new
	}
	if archived && !p.history.young {
		if p.mayBeSiteLine(g) {
			return asBefore, nil
		}
		return isProse, nil
	}
	ok, err := p.guardedSiteLine(g)
	switch {
	case err != nil:
		return asBefore, err
	case ok:
		return isFurniture, nil
	case archived:
		return isProse, nil
	}
	return asBefore, nil
}

// guardedSiteLine does what siteLine does; what panics is no furniture.
func (p *pairing) guardedSiteLine(g []cluster.Key) (ok bool, err error) {
	err = guarded(func() (err error) {
		ok, err = p.siteLine(g)
		return err
	})
	if last := g[len(g)-1].Article; p.problems.fault(&p.heads[last], "lines not compared with others of its site", err) {
		return false, nil
	}
	return ok, err
}

// siteLine reports whether the line that the articles of g have is furniture:
// most of them are of outlets that have it around different stories.
func (p *pairing) siteLine(g []cluster.Key) (bool, error) {
	around := 0
	for _, l := range cluster.SiteLines(g, p.Site, nil) {
		pairs := make([][]uint64, len(l.Looks))
		for i, n := range l.Looks {
			d, err := p.digest(n)
			if err != nil {
				return false, err
			}
			pairs[i] = d.Pairs
		}
		ok, err := cluster.DifferentStories(l.Looks, pairs, p.sides.both)
		if err != nil {
			return false, err
		}
		if ok {
			around += l.Articles
		}
	}
	return cluster.MostAround(around, len(g)), nil
}

// mayBeSiteLine reports whether the line that the articles of g have can still
// be furniture, as it was on an earlier night, by the number of articles of each
// outlet alone: what comes later may show that it stands in the pieces of many.
func (p *pairing) mayBeSiteLine(g []cluster.Key) bool {
	return len(cluster.SiteLines(g, p.Site, nil)) > 0
}

// marked reports whether lines of an article are furniture of their site.
func (c *corpus) marked(d *digest.Digest) bool { return d.HasLine(c.siteLines) }

// mark labels the lines of an article of these words that are furniture of
// their site.
func (c *corpus) mark(d *digest.Digest, words []shingle.Word) { d.MarkLines(words, c.siteLines) }
