package outlet

import (
	"slices"
	"strings"
)

// resolve decides what the shared forms among ms mean and leaves out what is
// no mention. It works in place and returns the shortened slice.
func resolve(ms []Mention, home *Outlet) []Mention {
	var t namedTable
	for i := range ms {
		t.survey(&ms[i])
	}
	out := ms[:0]
	for _, m := range ms {
		if t.settle(&m, home) {
			m.form, m.articled = nil, false
			out = append(out, m)
		}
	}
	clear(ms[len(out):])
	return out
}

// survey notes what m tells of the text as a whole.
func (t *namedTable) survey(m *Mention) {
	if !m.other || m.form.group < 0 {
		if m.Outlet != nil {
			t.count(m.Outlet)
		}
		return
	}
	switch n := t.group(m.form.group); {
	case m.titled:
		n.titled = true
	case n.other == 0:
		n.other = m.Span.End
	}
}

// settle sets the outlet of m, the next mention of the text, and reports
// whether it is one.
func (t *namedTable) settle(m *Mention, home *Outlet) bool {
	f := m.form
	switch {
	case m.other && f.group >= 0:
		// Who writes "Mr. Bloomberg" always does, so "Bloomberg" is another.
		if n := t.group(f.group); !n.titled || f.article {
			n.last, n.seen = nil, true
		}
		return false
	case m.other:
		if !slices.Contains(t.others, f) {
			t.others = append(t.others, f)
		}
		return false
	case slices.Contains(t.others, f):
		return false
	case m.Outlet != nil:
		t.last(m.Outlet)
		return true
	}
	if m.Outlet = t.meaning(f, m.Start, home); m.Outlet != nil {
		return true
	}
	return f.open && (f.article && m.articled || f.acronym && !t.group(f.group).seen)
}

// A namedTable holds what outlets a text names in full, by the shared forms
// that may mean them.
type namedTable struct {
	groups []named
	others []*form // forms of one outlet that the text gives another meaning
	press  press   // whose press the text names
}

// A press says of which country the papers and stations are that a text names in full.
type press struct {
	country string
	first   *Outlet
	sure    bool // there are two at least
	mixed   bool // they are of several countries
}

// add notes an outlet that the text names.
func (p *press) add(o *Outlet) {
	switch {
	case o.Kind != Publisher || o.Country == "":
	case p.first == nil:
		p.first, p.country = o, o.Country
	default:
		p.sure = p.sure || o != p.first
		p.mixed = p.mixed || o.Country != p.country
	}
}

type named struct {
	group  int32
	last   *Outlet // named last so far; nil if an unknown outlet was
	seen   bool    // whether one was so far
	other  int     // where the form is first a part of an unknown name; 0 if nowhere
	titled bool    // the text names a person of that name with a form of address
	only   *Outlet // the only one in the text
	many   bool    // there are several
}

func (t *namedTable) group(group int32) *named {
	for i := range t.groups {
		if t.groups[i].group == group {
			return &t.groups[i]
		}
	}
	t.groups = append(t.groups, named{group: group})
	return &t.groups[len(t.groups)-1]
}

func (t *namedTable) count(o *Outlet) {
	t.press.add(o)
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

// meaning returns the outlet that the shared form f means at a place in the
// text, or nil.
func (t *namedTable) meaning(f *form, at int, home *Outlet) *Outlet {
	// A headline has the last name of a person whom the first lines name in
	// full, within so many bytes.
	const headline = 400
	if home != nil && (slices.Contains(home.shorts, f.group) || len(home.shorts) == 0 && f.ends(home.Name)) {
		return home
	}
	n := t.group(f.group)
	switch {
	case n.seen:
		return n.last
	case n.only != nil && !n.many:
		return n.only
	case n.other > at && !n.titled && n.other-at < headline && !f.article:
		return nil
	}
	if o := f.usual(home); o != nil || home != nil && firstCountry(home) != "" && firstCountry(home) != "-" {
		return o
	}
	return f.among(&t.press)
}

// among returns what f means in the only country whose papers and stations a text of nobody knows what country
// names, if those are two or more: The Times, beside STV and the Daily Record. It is nil if that tells nothing.
func (f *form) among(p *press) *Outlet {
	if !p.sure || p.mixed {
		return nil
	}
	for _, h := range f.holders {
		if h.stars > 0 && h.outlet.Country == p.country {
			return h.outlet
		}
	}
	return nil
}

// usual returns what f means if its text tells nothing: an outlet of home's
// country, else the only one of home's owner, whose titles print each other's pieces, else the one that it means
// anywhere, else the only one of the further countries where the language of the text is written, else nil.
func (f *form) usual(home *Outlet) *Outlet {
	var anywhere, there, further *Outlet
	several := false
	for _, h := range f.holders {
		switch {
		case home != nil && h.stars > 0 && h.outlet.Country == firstCountry(home):
			there = h.outlet
		case h.stars == 2:
			anywhere = h.outlet
		case home != nil && h.stars > 0 && abroad(h.outlet.Country) && strings.Contains(home.Country, h.outlet.Country) && home.Country[0] != '-':
			several = further != nil
			further = h.outlet
		}
	}
	switch {
	case there != nil:
		return there
	case f.ofOwner(home) != nil:
		return f.ofOwner(home)
	case anywhere == nil && !several:
		return further
	}
	return anywhere
}

// ofOwner returns the only outlet of the owner of home, which is of another country, that f means in its own
// country: The Times, in The Australian. It is nil if there is none.
func (f *form) ofOwner(home *Outlet) (of *Outlet) {
	if home == nil || home.Owner == "" {
		return nil
	}
	for _, h := range f.holders {
		if h.stars == 0 || h.outlet.Owner != home.Owner || h.outlet.Country == home.Country {
			continue
		}
		if of != nil {
			return nil
		}
		of = h.outlet
	}
	return of
}

// ends reports whether name, which may be unknown to the gazetteer, has the
// words of f at its end and others before.
func (f *form) ends(name string) bool {
	words := formWords(name)
	k := len(words) - len(f.words)
	if k <= 0 {
		return false
	}
	for i, w := range f.words {
		if words[k+i].hash != w.hash {
			return false
		}
	}
	return true
}
