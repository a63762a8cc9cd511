package job

import (
	"context"
	"slices"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
)

// families finds the representative of each article's copy family. Families
// of earlier nights are taken over: their members were held against their
// representative then.
func (p *pairing) families(ctx context.Context) error {
	n := len(p.heads)
	first := p.identical()
	p.reps = slices.Clone(first)
	copies := map[cluster.Couple]bool{} // whether those held against each other are whole copies
	var couples []cluster.Couple
	if !p.history.young {
		couples = p.pastFamilies(first, copies)
		for _, c := range couples {
			p.reps[c.B] = c.A
		}
	}
	if err := p.fetch(ctx, digest.Bands, digest.Lines); err != nil {
		return err
	}
	// Where many have a band in common all are held against the first of them.
	// What is left over after that against the next, and so on: ten thousand
	// copies of one story are ten thousand couples.
	for star := range cluster.BandStars {
		more, large, err := p.bandCouples(ctx, star)
		if err != nil {
			return err
		}
		couples = cluster.Distinct(append(couples, more...))
		near := cluster.Families(n, couples, func(list []cluster.Couple) []bool {
			if err != nil {
				return make([]bool, len(list))
			}
			if p.inject != nil {
				for _, c := range list {
					p.inject(joining, p.heads[c.A].id, p.heads[c.B].id)
				}
			}
			var out []bool
			out, err = p.wholeCopies(ctx, list, copies)
			return out
		}, p.lost("kept apart from its copies"))
		if err != nil {
			return err
		}
		for i, rep := range first {
			p.reps[i] = near[rep]
		}
		p.stats.Counts.LargeBands = large
		if large == 0 {
			break
		}
	}
	return nil
}

// pastFamilies returns the couples of representative and member of the families
// of earlier nights, and notes that they are whole copies. first is for each
// article the first one of the same words.
func (p *pairing) pastFamilies(first []uint32, copies map[cluster.Couple]bool) []cluster.Couple {
	var out []cluster.Couple
	for _, family := range p.past.families() {
		a, b := first[family.A], first[family.B]
		if a == b {
			continue
		}
		c := cluster.Couple{A: min(a, b), B: max(a, b)}
		if !copies[c] {
			copies[c] = true
			out = append(out, c)
		}
	}
	return cluster.Distinct(out)
}

// identical returns for each article the first one of the same words, itself
// if there is none before it.
func (p *pairing) identical() []uint32 {
	exact := make([]cluster.Key, 0, len(p.heads))
	for i := range p.heads {
		if h := p.heads[i].hash; h != 0 {
			exact = append(exact, cluster.Key{Hash: h, Article: uint32(i)})
		}
	}
	return cluster.Identical(len(p.heads), exact)
}

// bandCouples returns the couples that bands propose: all of small groups, and
// of larger ones, of which it returns the number, those with the one at the
// place star.
func (p *pairing) bandCouples(ctx context.Context, star int) (couples []cluster.Couple, large int, err error) {
	var mu sync.Mutex
	err = p.eachPart(ctx, digest.Bands, p.reps, func() func(int, []cluster.Key) error {
		by := p.proposer()
		return func(_ int, keys []cluster.Key) error {
			list, more, err := by.Bands(nil, keys, star)
			mu.Lock()
			defer mu.Unlock()
			couples = append(couples, list...)
			large += more
			return err
		}
	})
	return couples, large, err
}

// wholeCopies reports of each couple whether the two are whole copies, and
// notes it in copies, which it asks first.
func (p *pairing) wholeCopies(ctx context.Context, list []cluster.Couple, copies map[cluster.Couple]bool) ([]bool, error) {
	out := make([]bool, len(list))
	seen := make([]bool, len(list))
	for i, c := range list {
		out[i], seen[i] = copies[c]
	}
	err := p.each(ctx, Grouping, len(list), func() func(int) error {
		var sets cluster.Resembler
		return func(i int) error {
			if seen[i] {
				return nil
			}
			err := guarded(func() error {
				if p.inject != nil {
					p.inject(Grouping, p.heads[list[i].A].id, p.heads[list[i].B].id)
				}
				a, b, err := p.sides.both(list[i].A, list[i].B)
				if err == nil {
					out[i] = sets.WholeCopies(a, b)
				}
				return err
			})
			if p.pairFault(list[i], err) {
				sets, err = cluster.Resembler{}, nil
			}
			return err
		}
	})
	for i, c := range list {
		copies[c] = out[i]
	}
	return out, err
}
