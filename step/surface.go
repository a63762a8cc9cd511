package step

import (
	"errors"
	"maps"
	"slices"

	"wiretrace/cluster"
	"wiretrace/outlet"
)

// relativesStep brings the copies of each family together with the article that stands for
// them.
//
//	in    facts:article, reps:article, copied:article
//	out   peers:article  of the one that stands for the family: it and each of its copies
//
// Articles without a copy are left out: they are most of all.
func relativesStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		all, err := aboutOf(part, of)
		if err != nil {
			return err
		}
		copied := map[uint32]bool{}
		if err := rowsOf(of[Copied], func(c *couple) error {
			copied[c.A] = true
			return nil
		}); err != nil {
			return err
		}
		for _, n := range slices.Sorted(maps.Keys(all)) {
			a := all[n]
			if a.Rep == n && !copied[n] {
				continue
			}
			if err := t.put(Peers, partOf(a.Rep), &peer{Number: n, First: a.Rep, about: *a}); err != nil {
				return err
			}
		}
		return nil
	})
}

// againStep finds the copies of each family that surface again: articles of their days meet
// these for the family, beside the one that stands for it.
//
//	in    peers:article  of the one that stands for the family: whole families
//	side  names
//	out   again:article  of the copy: who stands for it, and the copy
func againStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	agency := func(site uint32) bool {
		if site == 0 {
			return false
		}
		known := t.o.outlets().ByName(o.names[site-1])
		return known != nil && known.Kind == outlet.Agency
	}
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		families, err := t.components(of)
		if err != nil {
			return err
		}
		for _, f := range families {
			if _, err := f.stand(); err != nil {
				return err
			}
			var failed error
			cluster.Resurfaced(len(f.peers), f, int64(t.o.Window.Seconds()), agency, func(k uint32) {
				p := f.peers[k]
				failed = errors.Join(failed, t.put(Again, partOf(p.Number), &couple{p.Rep, p.Number}))
			})
			if failed != nil {
				return failed
			}
		}
		return nil
	})
}
