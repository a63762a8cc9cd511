package job

import (
	"context"

	"wiretrace/cluster"
	"wiretrace/digest"
)

// resurface marks the copies that meet the articles of their own days for their
// family.
func (p *pairing) resurface(context.Context) error {
	cluster.Resurfaced(len(p.heads), p, p.window, func(site uint32) bool { return p.agencies[site] }, func(n uint32) { p.states[n] |= resurfaced })
	return nil
}

// meets reports whether article n is held against others for its family by keys
// of a kind.
func (c *corpus) meets(n uint32, kind digest.KeyKind, reps []uint32) bool {
	return reps[n] == n || (kind == digest.Pairs || kind == digest.Stories) && c.is(n, resurfaced)
}
