package job

import (
	"context"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/spill"
)

// pairs is what the second step makes: copy families, and which of those that
// stand for one are worth comparing.
type pairs struct {
	reps  []uint32                    // for each article the representative of its copy family
	hints *spill.Sorter[cluster.Hint] // of representatives
	lines lineChanges
	cut   cluster.Cut // what bounds left out
}

// A pairing is the second step at work: copy families by exact hash and by bands,
// the furniture of sites, then the couples of families that share other keys.
type pairing struct {
	*corpus
	reps  []uint32
	hints []*spill.Sorter[cluster.Hint] // of each worker
	by    []*cluster.Proposer           // the same
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
	for _, x := range p.by {
		out.cut.Add(&x.Cut)
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
	kinds := []struct {
		of   digest.KeyKind
		from func(p *cluster.Proposer, keys []cluster.Key, use func(cluster.Hint) error) error
	}{
		{digest.Fingerprints, (*cluster.Proposer).Prints},
		{digest.Pairs, (*cluster.Proposer).Pairs},
		{digest.Stories, (*cluster.Proposer).Stories},
	}
	for _, kind := range kinds {
		var mu sync.Mutex
		err := p.eachPart(ctx, kind.of, p.reps, func() func(int, []cluster.Key) error {
			h := newHints(p.space, p.budget.hints/(p.threads*len(kinds))) // all are held until they are joined
			by := p.proposer()
			mu.Lock()
			defer mu.Unlock()
			p.hints = append(p.hints, h)
			p.by = append(p.by, by)
			return func(_ int, keys []cluster.Key) error { return kind.from(by, keys, h.Add) }
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// proposer returns what couples articles by keys that they have in common.
func (p *pairing) proposer() *cluster.Proposer {
	return &cluster.Proposer{Articles: p, Window: p.window, Lost: p.lost("not brought together with all others")}
}

// Rep returns the representative of article n's family.
func (p *pairing) Rep(n uint32) uint32 { return p.reps[n] }
