package digest

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
)

// An Acquainter reads the credits of articles anew that name outlets which were not
// known when they were first read. It is for one goroutine.
type Acquainter struct {
	Added    *outlet.Gazetteer // the outlets looked for
	Maker    *Maker            // knows these and all others
	mentions []outlet.Mention
}

// Read returns the digest of an article of this text with its new credits, and the
// keys of these that it had not before; nil if they are the same. get returns the
// digest that it had, and is asked only where the text names one of the outlets or
// has a byline.
func (w *Acquainter) Read(text string, get func() (*Digest, error)) (d *Digest, added []uint64, err error) {
	w.mentions = w.Added.Find(w.mentions[:0], text, nil, nil)
	if d, err = get(); err != nil || !w.namesOther(d) {
		return nil, nil, err
	}
	added, changed := w.Maker.Credit(d, text)
	if !changed {
		return nil, nil, nil
	}
	return d, added, nil
}

// namesOther reports whether the byline of d or one of the mentions at hand names an
// outlet that is not its own.
func (w *Acquainter) namesOther(d *Digest) bool {
	other := func(m outlet.Mention) bool { return m.Outlet != nil && m.Outlet.Name != d.Outlet }
	if slices.ContainsFunc(w.mentions, other) {
		return true
	}
	if d.Meta.Byline == "" {
		return false
	}
	byline := w.Added.Find(nil, d.Meta.Byline, []article.Span{{Start: 0, End: len(d.Meta.Byline)}}, nil)
	return slices.ContainsFunc(byline, other)
}

// "The Post" alone is the outlet in hand of which one's own piece is the one that
// is retold: of the days before and about the same names.

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

// RoughWords returns about how many words a text has, in a glance: runs of letters
// and digits, and each letter of scripts without spaces.
func RoughWords(text string) int {
	n, within := 0, false
	for i := range len(text) {
		c := text[i]
		letter := c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if letter && (!within || c >= 0xE0) {
			n++
		}
		within = letter
	}
	return n
}
