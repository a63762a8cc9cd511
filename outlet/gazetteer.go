package outlet

import (
	"embed"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"

	"wiretrace/lang/word"
)

//go:embed data/outlets-*.tsv data/larger.tsv data/near.tsv
var gazetteerData embed.FS

// A Gazetteer knows outlets by name, by host and in running text. It is never
// changed once made, so any number of goroutines may use it at once.
type Gazetteer struct {
	outlets []*Outlet           // in the order of their names
	rows    []*row              // what outlets was made of, same order
	names   map[string]*Outlet  // folded name or alias
	shared  map[string][]holder // folded form that several share
	hosts   map[string]*Outlet
	forms   *formIndex
	near    *nearWords
	agency  word.Bits // first words of what ByName takes for an agency's name
	larger  []string  // names that hold an outlet's name and mean something else
}

// A holder is an outlet that a shared form may mean.
type holder struct {
	outlet *Outlet
	stars  uint8 // 1: what the form means in the outlet's country; 2: and anywhere else, if nothing tells otherwise
}

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
	entries, err := gazetteerData.ReadDir("data")
	if err != nil {
		return nil, err
	}
	var rows []*row
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), "outlets-") {
			continue
		}
		f, err := gazetteerData.Open("data/" + e.Name())
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
	put("the")
}

// MayBeAgency reports whether ByName may find an agency by name: it says yes
// to some that are none.
func (g *Gazetteer) MayBeAgency(name string) bool {
	i := word.SkipGap(name, 0)
	return g.agency.Has(word.Hash(name[i:word.End(name, i)]))
}

// Outlets returns the outlets in the order of their names. The slice is the
// caller's.
func (g *Gazetteer) Outlets() []*Outlet { return slices.Clone(g.outlets) }

// Words that outlets add to their name or leave out, after it and before it.
var (
	nameTails = []string{" news", " newspaper", " magazine", " news agency", " agency", " online", " com", " tv", " wire", " newswire", " newswires", " zeitung"}
	nameHeads = []string{"agencia ", "agence ", "agenzia ", "agentur ", "diario ", "periodico ", "journal ", "quotidiano ", "jornal ", "newspaper ", "news agency ", "a ", "la ", "il ", "el ", "le ", "o ", "der ", "die ", "das ", "l "}
)

// ByName returns the outlet that s names, in full or by an alias, or nil.
// Case, diacritics, punctuation, a leading "the" and words such as "News" or
// "magazine" that are often left out do not matter. A form that several
// outlets share gives the one that it means without more context, if any.
func (g *Gazetteer) ByName(s string) *Outlet {
	if len(s) > 200 {
		return nil
	}
	f := word.FoldName(s)
	if o := g.byFolded(f); o != nil {
		return o
	}
	if o := g.byFolded(strings.ReplaceAll(f, " and ", " ")); o != nil { // "&" is no word
		return o
	}
	for _, tail := range nameTails {
		if head, ok := strings.CutSuffix(f, tail); ok {
			if o := g.byFolded(head); o != nil {
				return o
			}
		}
	}
	for _, head := range nameHeads {
		if tail, ok := strings.CutPrefix(f, head); ok {
			if o := g.byFolded(tail); o != nil {
				return o
			}
		}
	}
	return nil
}

func (g *Gazetteer) byFolded(f string) *Outlet {
	if f == "" {
		return nil
	}
	if o := g.names[f]; o != nil {
		return o
	}
	hs := g.shared[f]
	if len(hs) == 1 {
		return hs[0].outlet
	}
	for _, h := range hs {
		if h.stars == 2 {
			return h.outlet
		}
	}
	return nil
}

// ByHost returns the outlet that publishes at a host or a URL, or nil. The
// longest registered suffix of the host decides, so that "edition.cnn.com" is
// CNN.
func (g *Gazetteer) ByHost(hostOrURL string) *Outlet {
	for h := hostOf(hostOrURL); h != ""; {
		if o := g.hosts[h]; o != nil {
			return o
		}
		_, rest, ok := strings.Cut(h, ".")
		if !ok {
			break
		}
		h = rest
	}
	return nil
}

// Canonical returns the name and the main host of the outlet that s gives as
// a name or as a host. The name of an unknown outlet is s without white space
// around it, or its host without "www.", and then the domain is that host.
func (g *Gazetteer) Canonical(s string) (name, domain string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", ""
	}
	host := hostOf(s)
	if host != "" {
		if o := g.ByHost(host); o != nil {
			return o.Name, o.Domain()
		}
	}
	if o := g.ByName(s); o != nil {
		return o.Name, o.Domain()
	}
	if host != "" {
		return host, host
	}
	return s, ""
}

// hostOf returns the host of a URL, or s itself if it has the shape of a host,
// in lower case, without "www." and port. It returns "" for anything else.
func hostOf(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2048 {
		return ""
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "//") {
		u, err := url.Parse(s)
		if err != nil {
			return ""
		}
		s = u.Hostname()
	} else {
		s, _, _ = strings.Cut(s, "/")
		s, _, _ = strings.Cut(s, ":")
	}
	s = strings.TrimSuffix(strings.ToLower(s), ".")
	s = strings.TrimPrefix(s, "www.")
	if !validHost(s) {
		return ""
	}
	return s
}

// validHost reports whether s is two or more labels of letters, digits and
// hyphens with dots between, the last one without digits.
func validHost(s string) bool {
	labels := strings.Split(s, ".")
	if len(labels) < 2 || len(s) > 253 {
		return false
	}
	for i, l := range labels {
		if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' {
			return false
		}
		for _, c := range l {
			letter := 'a' <= c && c <= 'z' || c >= 0x80 && c != 0xFFFD && word.Capital(string(c)) || c == '-'
			if !letter && (c < '0' || c > '9' || i == len(labels)-1) {
				return false
			}
		}
	}
	return len(labels[len(labels)-1]) >= 2
}
