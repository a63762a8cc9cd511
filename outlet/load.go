package outlet

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"wiretrace/lang/word"
)

// Default returns the gazetteer that comes with wiretrace.
func Default() *Gazetteer { return defaultGazetteer() }

var defaultGazetteer = sync.OnceValue(func() *Gazetteer {
	g, err := embedded()
	if err != nil {
		panic(err) // a test reads the same files
	}
	return g
})

// embedded reads the data files of the package.
func embedded() (*Gazetteer, error) {
	entries, err := tables.ReadDir("data")
	if err != nil {
		return nil, err
	}
	var rows []*row
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "outlets-") {
			continue
		}
		f, err := tables.Open("data/" + e.Name())
		if err != nil {
			return nil, err
		}
		more, err := readOutlets(f, e.Name())
		f.Close()
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	near, err := readNear()
	if err != nil {
		return nil, err
	}
	larger, err := readLarger()
	if err != nil {
		return nil, err
	}
	return newGazetteer(rows, near, larger)
}

// Extend returns a gazetteer that holds the outlets of g and those of the
// table r, in the format of the files in data/ with tabs, commas or semicolons
// between the columns. A row whose name g knows replaces that outlet, and a
// form that r gives to an outlet is taken from the outlets of g. g itself is
// left as it is. Errors name the file, for which name stands, and the line.
func (g *Gazetteer) Extend(r io.Reader, name string) (*Gazetteer, error) {
	added, err := readOutlets(r, name)
	if err != nil {
		return nil, err
	}
	// Conflicts within the file are its author's mistakes; those with g are meant.
	if _, err := newGazetteer(added, g.near, nil); err != nil {
		return nil, err
	}
	replaced, taken, hosts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, a := range added {
		replaced[a.forms[0].key] = true
		for _, f := range a.forms {
			if f.stars < 0 {
				taken[f.key] = true
			}
		}
		for _, h := range a.domains {
			hosts[h] = true
		}
	}
	var rows []*row
	for _, old := range g.rows {
		if !replaced[word.FoldName(old.name)] {
			rows = append(rows, old.without(taken, hosts))
		}
	}
	return newGazetteer(append(rows, added...), g.near, g.larger)
}

// newGazetteer makes a gazetteer of rows. It is an error if two rows share a
// name, a host, or a form that neither lists as ambiguous.
func newGazetteer(rows []*row, near *nearWords, larger []string) (*Gazetteer, error) {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b *row) int { return strings.Compare(a.name, b.name) })
	g := &Gazetteer{
		rows: rows, near: near, larger: larger,
		names: map[string]*Outlet{}, shared: map[string][]holder{}, hosts: map[string]*Outlet{},
	}
	at := map[*Outlet]string{}
	for _, r := range rows {
		o := r.outlet()
		at[o] = r.at
		g.outlets = append(g.outlets, o)
		for _, h := range o.Domains {
			if other := g.hosts[h]; other != nil {
				return nil, fmt.Errorf("%s: host %q of %q is also of %q (%s)", r.at, h, o.Name, other.Name, at[other])
			}
			g.hosts[h] = o
		}
	}
	b := newFormBuilder(g)
	for i, r := range rows {
		if err := b.share(r, g.outlets[i]); err != nil {
			return nil, err
		}
	}
	for i, r := range rows {
		if err := b.add(r, g.outlets[i], at); err != nil {
			return nil, err
		}
	}
	g.forms = b.index()
	g.indexAgencies()
	return g, nil
}

// indexAgencies fills g.agency.
func (g *Gazetteer) indexAgencies() {
	g.agency = word.NewBits(1 << 13)
	put := func(name string) {
		first, _, _ := strings.Cut(name, " ")
		g.agency.Put(word.Hash(first))
	}
	for name, o := range g.names {
		if o.Kind == Agency {
			put(name)
		}
	}
	for name, hs := range g.shared {
		for _, h := range hs {
			if h.outlet.Kind == Agency {
				put(name)
			}
		}
	}
	for _, head := range nameHeads {
		put(head)
	}
}
