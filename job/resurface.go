package job

import (
	"context"

	"wiretrace/cluster"
	"wiretrace/digest"
)

// resurface marks the copies that meet the articles of their own days for their
// family. A piece is retold when it is printed, and it may be printed again years
// later: who retells the copy of last week is found, whenever the first was
// published. The first that an agency has itself meets them too, whoever printed it first: a day
// without a time comes before any time of that day.
func (p *pairing) resurface(context.Context) error {
	last := map[uint32]uint32{} // the last of each family to do so, where it is not the representative
	type wire struct{ rep, site uint32 }
	met := map[wire]bool{} // of each family the first piece of an agency
	for n, rep := range p.reps {
		n := uint32(n)
		if rep == n || p.heads[n].undated() == 1 {
			continue
		}
		before, ok := last[rep]
		if !ok {
			before = rep
		}
		if p.apart(cluster.Couple{A: before, B: n}) {
			p.states[n] |= resurfaced
			last[rep] = n
		} else if w := (wire{rep, p.heads[n].site}); p.agencies[w.site] && w.site != p.heads[rep].site && !met[w] {
			p.states[n] |= resurfaced
			met[w] = true
		}
	}
	return nil
}

// meets reports whether article n is held against others for its family by keys
// of a kind.
func (c *corpus) meets(n uint32, kind digest.KeyKind, reps []uint32) bool {
	return reps[n] == n || (kind == digest.Pairs || kind == digest.Stories) && c.is(n, resurfaced)
}

// A familyDays gives the days between which each family was published, by its
// representative.
type familyDays map[uint32]struct{ from, to int64 }

// newFamilyDays returns the days of the families of several.
func newFamilyDays(c *corpus, reps []uint32) familyDays {
	f := familyDays{}
	for n, rep := range reps {
		h := &c.heads[n]
		if rep == uint32(n) || h.undated() == 1 {
			continue
		}
		d, ok := f[rep]
		if !ok {
			r := &c.heads[rep]
			d.from, d.to = r.from, r.to
			if r.undated() == 1 {
				d.from, d.to = h.from, h.to
			}
		}
		d.from, d.to = min(d.from, h.from), max(d.to, h.to)
		f[rep] = d
	}
	return f
}
