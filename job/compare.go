package job

import (
	"context"
	"errors"
	"fmt"

	"wiretrace/archive"
	"wiretrace/cluster"
)

// couplesAtOnce is how many couples are handed to the workers at a time.
const couplesAtOnce = 1 << 14

// compare is the third step: each couple by itself.
func (r *run) compare(ctx context.Context) error {
	if r.past != nil {
		again, err := r.pastLinks(ctx, r.changed)
		if err != nil {
			return err
		}
		for _, c := range again {
			if err := r.hints[0].Add(hint{Couple: c, prints: 2}); err != nil {
				return err
			}
		}
	}
	all := r.hints[0]
	for _, h := range r.hints[1:] {
		if err := all.Join(h); err != nil {
			return err
		}
	}
	r.hints = nil
	before, total := 0, all.Len() // before: hints given out before the couples of list
	found := make([][]byte, couplesAtOnce)
	list := make([]cluster.Couple, 0, couplesAtOnce)
	done := 0
	flush := func() error {
		err := each(ctx, len(list), r.Threads, func() func(int) error {
			m := r.matchers.Get().(*cluster.Matcher)
			return func(i int) error {
				found[i] = nil
				err := guarded(func() (err error) {
					found[i], err = r.match(m, list[i])
					return err
				})
				if r.ofPair(list[i], err) {
					m, err = r.matchers.New().(*cluster.Matcher), nil
				}
				return err
			}
		}, func(n int) {
			r.Progress(Progress{Step: Comparing, Done: before + (all.Given()-before)*n/len(list), Total: total})
		})
		if err != nil {
			return err
		}
		for i, link := range found[:len(list)] {
			if link == nil {
				continue
			}
			if err := r.links.add(list[i], link, false); err != nil {
				return err
			}
		}
		done, before = done+len(list), all.Given()
		list = list[:0]
		return nil
	}
	few := make(singles, len(r.heads))
	err := all.Each(func(h hint) error {
		if !h.worth() && !few.admit(&h) {
			r.Stats.Counts.Weak++
			return nil
		}
		list = append(list, h.Couple)
		if len(list) == cap(list) {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := flush(); err != nil {
		return err
	}
	r.Stats.Counts.Couples = done
	return r.links.lay(len(r.heads))
}

// match compares two articles and returns their link, encoded; nil if there is
// none.
func (r *run) match(m *cluster.Matcher, c cluster.Couple) ([]byte, error) {
	if r.inject != nil {
		r.inject(r.heads[c.A].id, r.heads[c.B].id)
	}
	a, err := r.sides.get(c.A)
	if err != nil {
		return nil, err
	}
	b, err := r.sides.get(c.B)
	if err != nil {
		return nil, err
	}
	p := m.Match(a, b)
	relation := p.Relation()
	if relation == cluster.None || ownBackground(a, b, &p) {
		return nil, nil
	}
	return encodeLink(&cluster.Link{Pair: p, Relation: relation}), nil
}

// link returns the link of an end, with its passages if they are asked for.
func (r *run) link(e end, passages bool) (cluster.Link, error) {
	l, err := r.links.read(e, passages)
	if err == nil && passages && e.old {
		l.Passages, err = r.pastPassages(&l)
	}
	if err != nil {
		return l, fmt.Errorf("read back what %s and %s share: %w", r.heads[e.of].id, r.heads[e.other].id, err)
	}
	return l, nil
}

// pastPassages returns the passages of a link of an earlier night.
func (r *run) pastPassages(l *cluster.Link) ([]cluster.Shared, error) {
	a, b := r.pastOf(l.A).number, r.pastOf(l.B).number
	for _, turned := range []bool{false, true} { // the order of the two may have been the other one then
		if turned {
			a, b = b, a
		}
		packed, err := r.past.archive.Aligned(context.Background(), a, b)
		if errors.Is(err, archive.ErrNotFound) {
			continue
		}
		var p cluster.Pair
		if err == nil {
			p.Passages, err = cluster.DecodePassages(packed)
		}
		if turned {
			p = p.Mirror()
		}
		return p.Passages, err
	}
	return nil, nil // they share none
}

// ownBackground reports whether two pieces of one outlet share no more than a
// few paragraphs. That is neither a later version of a piece nor news of where
// it came from: papers use their own background again.
func ownBackground(a, b *cluster.Side, p *cluster.Pair) bool {
	return a.Outlet != "" && a.Outlet == b.Outlet && max(p.ShareA, p.ShareB) < versionShare
}

// versionShare is the share of either text that a later version of it keeps.
const versionShare = 0.3
