package job

import (
	"context"
	"slices"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// Bounds on what keys propose, by kind of key.
var printBounds = cluster.Bounds{All: 40, Star: 4000}

const (
	bandAll   = 4  // articles that have a band in common and are compared each with each; of more, all with the first
	bandStars = 3  // how many of more are tried as the first
	pairMost  = 24 // others within the window that one pair of rare words may propose to an article
	storyMost = 60 // the same for an outlet and a name
)

// pairs is what the second step makes: copy families, and which of those that
// stand for one are worth comparing.
type pairs struct {
	reps  []uint32            // for each article the representative of its copy family
	hints *spill.Sorter[hint] // of representatives
	lines lineChanges
	cut   cluster.Cut // what bounds left out
}

// A pairing is the second step at work: copy families by exact hash and by bands,
// the furniture of sites, then the couples of families that share other keys.
type pairing struct {
	*corpus
	reps  []uint32
	hints []*spill.Sorter[hint] // of each worker
	cuts  []*cluster.Cut        // the same
	lines lineChanges
}

// findPairs makes the pairs of a corpus. From then on furniture of sites is marked in
// the sides of the corpus.
func findPairs(ctx context.Context, c *corpus) (*pairs, error) {
	p := &pairing{corpus: c}
	for _, step := range []func(context.Context) error{p.families, p.furniture, p.resurface, p.promote, p.propose} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	out := &pairs{reps: p.reps, hints: p.hints[0], lines: p.lines}
	for _, h := range p.hints[1:] {
		if err := out.hints.Join(h); err != nil {
			return nil, err
		}
	}
	for _, cut := range p.cuts {
		out.cut.Add(cut)
	}
	return out, nil
}

// promote takes the known articles that have another representative than on
// earlier nights, or are one now, for new ones, once families are known: their
// keys join those of tonight, as if they had just been read.
func (p *pairing) promote(ctx context.Context) error {
	for n := range p.heads {
		n := uint32(n)
		if !p.is(n, known) || p.representedAsBefore(n) {
			continue
		}
		p.states[n] &^= known
		kinds := []digest.KeyKind{digest.Fingerprints, digest.Pairs, digest.Stories}
		if !p.meets(n, digest.Pairs, p.reps) {
			kinds = kinds[:1]
		}
		e := p.earlier(n)
		for _, kind := range kinds {
			keys, err := p.past.keysOf(ctx, e.row, kind)
			if err != nil {
				return err
			}
			for _, k := range keys {
				p.keys[kind-1].addPast(cluster.Key{Hash: k, Article: n})
			}
		}
	}
	return nil
}

// representedAsBefore reports whether a known article has the representative
// that it had on earlier nights.
func (p *pairing) representedAsBefore(n uint32) bool {
	rep := p.earlier(p.reps[n])
	return rep != nil && rep.row == p.earlier(n).rep
}

// propose collects what keys propose, kind by kind and part by part.
func (p *pairing) propose(ctx context.Context) error {
	if err := p.fetch(ctx, digest.Fingerprints, digest.Pairs, digest.Stories); err != nil {
		return err
	}
	for _, kind := range []struct {
		of   digest.KeyKind
		from func(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error
	}{
		{digest.Fingerprints, p.proposePrints},
		{digest.Pairs, p.proposePairs},
		{digest.Stories, p.proposeStories},
	} {
		var mu sync.Mutex
		err := p.eachPart(ctx, kind.of, p.reps, func() func(int, []cluster.Key) error {
			h := newHints(p.space, p.budget.hints/p.threads)
			var cut cluster.Cut
			mu.Lock()
			defer mu.Unlock()
			p.hints = append(p.hints, h)
			p.cuts = append(p.cuts, &cut)
			return func(_ int, keys []cluster.Key) error { return kind.from(keys, h, &cut) }
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// proposePrints couples the articles that share a fingerprint, whenever they
// were published: representatives, and copies by what their representative lacks,
// so that a copy with paragraphs of a second source meets that. A copy meets
// nobody of its family, nor of its outlet, which uses its own lines again.
// Stock phrases propose nothing; they are looked for only here, since nine
// fingerprints in ten are dropped before anybody need know what they are.
func (p *pairing) proposePrints(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	var last uint64
	stock := false
	keys = slices.DeleteFunc(keys, func(k cluster.Key) bool {
		if k.Hash != last {
			if last, stock = k.Hash, shingle.Stock(k.Hash); stock {
				cut.Known++
			}
		}
		return stock
	})
	return cluster.EachCouple(keys, printBounds, cut, func(c cluster.Couple) error {
		if p.stale(c) || p.copied(c) {
			return nil
		}
		return h.Add(hint{Couple: c, prints: 1})
	})
}

// copied reports whether a couple, of which one is a copy that does not stand for
// its family, is of one family or one outlet.
func (p *pairing) copied(c cluster.Couple) bool {
	a, b := p.reps[c.A], p.reps[c.B]
	if a == c.A && b == c.B {
		return false
	}
	site := p.heads[c.A].site
	return a == b || site != 0 && site == p.heads[c.B].site
}

// proposePairs couples the articles of the same days that share a pair of
// rare words.
func (p *pairing) proposePairs(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	for g := range cluster.Grouped(keys, 0) {
		before := func(j int) []cluster.Key { return g[:j] }
		err := p.near(g, pairMost, cut, before, func(a, b cluster.Key) error {
			return h.Add(hint{Couple: cluster.Couple{A: a.Article, B: b.Article}, pairs: 1})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// proposeStories couples the articles of the same days of which one credits
// the outlet of the other, or both credit one, and which write of the same
// name.
func (p *pairing) proposeStories(keys []cluster.Key, h *spill.Sorter[hint], cut *cluster.Cut) error {
	var crediting []cluster.Key
	for g := range cluster.Grouped(keys, digest.Credited) {
		crediting = crediting[:0]
		// What credits the outlet meets all before it, the rest only what does:
		// an outlet has very many pieces that write of one name.
		before := func(j int) []cluster.Key {
			if g[j].Hash&digest.Credited == 0 {
				return crediting
			}
			crediting = append(crediting, g[j])
			return g[:j]
		}
		err := p.near(g, storyMost, cut, before, func(a, b cluster.Key) error {
			return h.Add(hint{Couple: cluster.Couple{A: a.Article, B: b.Article}, stories: 1})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// near calls use with the couples of a group, which is in order of articles
// and so of dates, that may have been published within the window of each
// other. before is called for each key of the group in turn and returns those
// before it that it may be coupled with. An article with more than most others
// within the window gets none by this key, since it tells too little.
func (p *pairing) near(g []cluster.Key, most int, cut *cluster.Cut, before func(j int) []cluster.Key, use func(a, b cluster.Key) error) error {
	var list []cluster.Key
	for j, y := range g {
		list = list[:0]
		b := &p.heads[y.Article]
		for _, x := range slices.Backward(before(j)) {
			if x.Article == y.Article {
				continue
			}
			a := &p.heads[x.Article]
			if b.undated() == 0 && a.from < b.from-p.window-longestInterval {
				break
			}
			if p.reps[x.Article] != p.reps[y.Article] && !p.apart(cluster.Couple{A: x.Article, B: y.Article}) {
				list = append(list, x)
			}
			if len(list) > most {
				break
			}
		}
		if len(list) > most {
			cut.Crowded++
			continue
		}
		for _, x := range list {
			if p.stale(cluster.Couple{A: x.Article, B: y.Article}) {
				continue
			}
			if err := use(x, y); err != nil {
				return err
			}
		}
	}
	return nil
}

// longestInterval is the longest time of publication that is looked back for,
// in seconds: a month.
const longestInterval = 31 * 86400
