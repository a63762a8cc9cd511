package digest

import (
	"slices"
	"strings"

	"wiretrace/credit"
	"wiretrace/outlet"
)

// "The Post" alone means that outlet in hand, of those whose names end so, whose own
// piece is retold: it is of the days before and about the same names.

const (
	mostNamesakes = 16 // outlets in hand that one short name may mean
	leastInCommon = 3  // names that the two pieces both write much of
)

// IsShortName reports whether a credit names its outlet by one word that nothing in
// the article resolves.
func IsShortName(c *credit.Credit) bool {
	return c.Kind == outlet.Unknown && c.Domain == "" && c.Outlet != "" && !strings.ContainsAny(c.Outlet, " .")
}

// Namesakes are the outlets in hand that end in a short name, by it.
type Namesakes map[string][]string

// NewNamesakes returns those of names, which are sorted.
func NewNamesakes(names []string) Namesakes {
	namesakes := Namesakes{}
	for _, n := range names {
		if i := strings.LastIndexByte(n, ' '); i >= 0 && len(namesakes[n[i+1:]]) < mostNamesakes {
			namesakes[n[i+1:]] = append(namesakes[n[i+1:]], n)
		}
	}
	return namesakes
}

// A ShortName is a question: which outlet an article means by a short name.
type ShortName struct {
	Name      string
	Namesakes []string
	// Keys are, for each of the namesakes, those that its pieces have among their
	// Stories if they are about a name of the article.
	Keys [][]uint64
}

// ShortNames returns the questions that an article asks.
func (m *Maker) ShortNames(d *Digest, text string, of Namesakes) (asked []ShortName) {
	var seen []string
	for i := range d.Credits {
		name := d.Credits[i].Outlet
		if !IsShortName(&d.Credits[i]) || len(of[name]) == 0 || slices.Contains(seen, name) {
			continue
		}
		seen = append(seen, name)
		asked = append(asked, ShortName{Name: name, Namesakes: of[name], Keys: m.About(d, text, of[name])})
	}
	return asked
}

// Meaning returns the namesake meant, empty if none stands out. inCommon is for each
// piece of a namesake how many names both write of, namesakeOf whose piece it is.
func (q *ShortName) Meaning(inCommon, namesakeOf map[uint32]int) string {
	best := make([]int, len(q.Namesakes))
	for piece, n := range inCommon {
		i := namesakeOf[piece]
		best[i] = max(best[i], n)
	}
	top := 0
	for i := range best {
		if best[i] > best[top] {
			top = i
		}
	}
	for i := range best {
		if i != top && best[i] == best[top] {
			return ""
		}
	}
	if best[top] < leastInCommon {
		return ""
	}
	return q.Namesakes[top]
}

// Mean puts the outlets that short names mean into the credits of an article, and does
// what Credit does then. Its own outlet is credited by none of them. g has the domains
// of outlets.
func (m *Maker) Mean(d *Digest, text string, means map[string]string, g *outlet.Gazetteer) (added []uint64, changed bool) {
	return m.Rename(d, text, func(c *credit.Credit) {
		if m := means[c.Outlet]; m != "" && m != d.Outlet && IsShortName(c) {
			c.Outlet, c.Kind = m, outlet.Publisher
			if o := g.ByName(m); o != nil {
				c.Domain, c.Kind = o.Domain(), o.Kind
			}
		}
		if m := means[c.Via]; m != "" {
			c.Via = m
		}
	})
}
