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
	for star := range bandStars {
		more, large, err := p.bandCouples(ctx, star)
		if err != nil {
			return err
		}
		couples = cluster.Distinct(append(couples, more...))
		near := cluster.Families(n, couples, func(list []cluster.Couple) []bool {
			if err != nil {
				return make([]bool, len(list))
			}
			var out []bool
			out, err = p.wholeCopies(ctx, list, copies)
			return out
		})
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
	first := make([]uint32, len(p.heads))
	exact := make([]cluster.Key, 0, len(p.heads))
	for i := range p.heads {
		first[i] = uint32(i)
		if h := p.heads[i].hash; h != 0 {
			exact = append(exact, cluster.Key{Hash: h, Article: uint32(i)})
		}
	}
	cluster.SortKeys(exact)
	for i := 0; i < len(exact); {
		j := i
		for ; j < len(exact) && exact[j].Hash == exact[i].Hash; j++ {
			first[exact[j].Article] = exact[i].Article
		}
		i = j
	}
	return first
}

// bandCouples returns the couples that bands propose: all of small groups, and
// of larger ones, of which it returns the number, those with the one at the
// place star.
func (p *pairing) bandCouples(ctx context.Context, star int) (couples []cluster.Couple, large int, err error) {
	var mu sync.Mutex
	err = p.eachPart(ctx, digest.Bands, p.reps, func() func(int, []cluster.Key) error {
		return func(_ int, keys []cluster.Key) error {
			var list []cluster.Couple
			more := 0
			for g := range cluster.Grouped(keys, 0) {
				if len(g) > bandAll {
					if star < len(g) {
						list, more = p.starCouples(list, g, star), more+1
					}
					continue
				}
				for j := range g {
					list = p.starCouples(list, g[:j+1], j)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			couples = append(couples, list...)
			large += more
			return nil
		}
	})
	return couples, large, err
}

// starCouples appends the couples of one article of a group with all others, but
// for those held against each other on an earlier night.
func (p *pairing) starCouples(list []cluster.Couple, g []cluster.Key, star int) []cluster.Couple {
	x := g[star].Article
	for i, y := range g {
		c := cluster.Couple{A: min(x, y.Article), B: max(x, y.Article)}
		if i != star && !p.stale(c) {
			list = append(list, c)
		}
	}
	return list
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
				a, b, err := p.sides.both(list[i])
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
