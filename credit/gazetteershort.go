package credit

import "slices"

// resolve decides what the shared forms among ms mean and leaves out what is
// no mention. It works in place and returns the shortened slice.
func resolve(ms []Mention, home *Outlet) []Mention {
	var t namedTable
	for i := range ms {
		if o := ms[i].Outlet; o != nil {
			t.count(o)
		}
	}
	out := ms[:0]
	for _, m := range ms {
		f := m.form
		m.form = nil
		switch {
		case m.Outlet != nil:
			t.last(m.Outlet)
		case !m.Short:
			t.unknown(f.group)
			continue
		default:
			m.Outlet = t.meaning(f, home)
			if m.Outlet == nil && !f.open {
				continue
			}
		}
		out = append(out, m)
	}
	clear(ms[len(out):])
	return out
}

// A namedTable holds what outlets a text names in full, by the shared forms
// that may mean them.
type namedTable []named

type named struct {
	group int32
	last  *Outlet // named last so far; nil if an unknown outlet was
	seen  bool    // whether one was so far
	only  *Outlet // the only one in the text
	many  bool    // there are several
}

func (t *namedTable) group(group int32) *named {
	for i := range *t {
		if (*t)[i].group == group {
			return &(*t)[i]
		}
	}
	*t = append(*t, named{group: group})
	return &(*t)[len(*t)-1]
}

func (t *namedTable) count(o *Outlet) {
	for _, g := range o.shorts {
		n := t.group(g)
		n.many = n.many || n.only != nil && n.only != o
		n.only = o
	}
}

func (t *namedTable) last(o *Outlet) {
	for _, g := range o.shorts {
		n := t.group(g)
		n.last, n.seen = o, true
	}
}

func (t *namedTable) unknown(group int32) {
	n := t.group(group)
	n.last, n.seen = nil, true
}

// meaning returns the outlet that the shared form f means here, or nil.
func (t *namedTable) meaning(f *form, home *Outlet) *Outlet {
	if home != nil && slices.Contains(home.shorts, f.group) {
		return home
	}
	n := t.group(f.group)
	switch {
	case n.seen:
		return n.last
	case n.only != nil && !n.many:
		return n.only
	}
	var anywhere, there *Outlet
	for _, h := range f.holders {
		switch {
		case home != nil && h.stars > 0 && h.outlet.Country == home.Country:
			there = h.outlet
		case h.stars == 2:
			anywhere = h.outlet
		}
	}
	if there != nil {
		return there
	}
	return anywhere
}
