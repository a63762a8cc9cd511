package step

import (
	"errors"

	"wiretrace/cluster"
	"wiretrace/outlet"
)

// relativesStep sends what is known of the articles of each family to the part of the one
// that stands for it.
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
		for i := range len(all) {
			n := part<<8 + uint32(i)
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

// againStep finds the copies of each family that surface again.
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
