package job

import (
	"context"
	"errors"
	"fmt"

	"wiretrace/archive"
	"wiretrace/cluster"
)

// An extent is a block of the space.
type extent struct {
	at   spot
	size int32
}

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
			if err := r.hints[0].add(hint{Couple: c, prints: 2}); err != nil {
				return err
			}
		}
	}
	r.newLinks = len(r.links)
	all := r.hints[0]
	for _, h := range r.hints[1:] {
		if err := all.join(h); err != nil {
			return err
		}
	}
	r.hints = nil
	before, total := 0, all.len() // before: hints given out before the couples of list
	found := make([]*cluster.Link, couplesAtOnce)
	list := make([]cluster.Couple, 0, couplesAtOnce)
	done := 0
	flush := func() error {
		err := each(ctx, len(list), r.Threads, func() func(int) error {
			m := r.matchers.Get().(*cluster.Matcher)
			return func(i int) (err error) {
				found[i], err = r.match(m, list[i])
				return err
			}
		}, func(n int) {
			r.Progress(Progress{Step: Comparing, Done: before + (all.given-before)*n/len(list), Total: total})
		})
		if err != nil {
			return err
		}
		for i := range list {
			if err := r.keepLink(found[i]); err != nil {
				return err
			}
		}
		done, before = done+len(list), all.given
		list = list[:0]
		return nil
	}
	few := make(singles, len(r.heads))
	err := all.each(func(h hint) error {
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
	return nil
}

// match compares two articles and returns their link, nil if there is none.
func (r *run) match(m *cluster.Matcher, c cluster.Couple) (*cluster.Link, error) {
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
	return &cluster.Link{A: c.A, B: c.B, Pair: p, Relation: relation}, nil
}

// keepLink holds a link, its passages apart.
func (r *run) keepLink(l *cluster.Link) error {
	if l == nil {
		return nil
	}
	var e extent
	if b := cluster.EncodePassages(nil, l.Passages); len(b) > 0 {
		at, err := r.space.put(b)
		if err != nil {
			return err
		}
		e = extent{at, int32(len(b))}
	}
	l.Passages = nil
	l.OwedA, l.OwedB, l.Common = r.name(l.OwedA), r.name(l.OwedB), r.name(l.Common)
	r.links = append(r.links, *l)
	r.aligned = append(r.aligned, e)
	return nil
}

// pair returns what the articles of link k share, passages and all.
func (r *run) pair(k int32) (cluster.Pair, error) {
	p := r.links[k].Pair
	e := r.aligned[k]
	switch e.size {
	case 0:
		return p, nil
	case inArchive:
		return r.pastPair(k)
	}
	buf := buffers.Get().(*[]byte)
	defer release(buf)
	b, err := r.space.get(e.at, int(e.size), buf)
	if err == nil {
		p.Passages, err = cluster.DecodePassages(b)
	}
	if err != nil {
		l := &r.links[k]
		return p, fmt.Errorf("read back what %s and %s share: %w", r.heads[l.A].id, r.heads[l.B].id, err)
	}
	return p, nil
}

// pastPair is pair for a link of an earlier night.
func (r *run) pastPair(k int32) (cluster.Pair, error) {
	l := &r.links[k]
	p := l.Pair
	a, b := r.pastOf(l.A).number, r.pastOf(l.B).number
	for _, turned := range []bool{false, true} { // the order of the two may have been the other one then
		if turned {
			a, b = b, a
			p = p.Mirror()
		}
		packed, err := r.past.archive.Aligned(context.Background(), a, b)
		if errors.Is(err, archive.ErrNotFound) {
			continue
		}
		if err == nil {
			p.Passages, err = cluster.DecodePassages(packed)
		}
		if turned {
			p = p.Mirror()
		}
		return p, err
	}
	return l.Pair, nil // they share none
}

// name returns the one copy of an outlet's name that is kept.
func (r *run) name(s string) string {
	if s == "" {
		return ""
	}
	if one, ok := r.names[s]; ok {
		return one
	}
	r.names[s] = s
	return s
}

// ownBackground reports whether two pieces of one outlet share no more than a
// few paragraphs. That is neither a later version of a piece nor news of where
// it came from: papers use their own background again.
func ownBackground(a, b *cluster.Side, p *cluster.Pair) bool {
	return a.Outlet != "" && a.Outlet == b.Outlet && max(p.ShareA, p.ShareB) < versionShare
}

// versionShare is the share of either text that a later version of it keeps.
const versionShare = 0.3
