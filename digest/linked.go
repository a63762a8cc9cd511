package digest

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
)

// linked returns the credits by links alone: words within the text that tell of a report, name no
// outlet and lead to a page of one (a local newspaper reported). A sentence that credits somebody
// says by that whose the report is. Where the words name a paper, or the press, the
// page may be at a host that nobody knows, by which the outlet then goes; else it is one
// of the gazetteer.
func (m *Maker) linked(d *Digest, a *article.Article) []credit.Credit {
	var out []credit.Credit
	places := linkPlaces(a)
	for i, s := range a.Signals {
		if s.Kind != article.SignalLink {
			continue
		}
		press, reports := claim.Linked(d.Meta.Language, s.Name)
		if !press && !reports {
			continue
		}
		name, domain := m.gazetteer.Home("", s.URL)
		o := m.gazetteer.ByName(name)
		if name == "" || name == d.Outlet || o == nil && !press || o != nil && o.Kind == outlet.Platform {
			continue
		}
		c := credit.Credit{Outlet: name, Domain: domain, Cue: credit.CueLinked + strings.ToLower(s.Name), Kind: outlet.Unknown}
		if o != nil {
			c.Kind = o.Kind
		}
		if c.Start = places[i]; c.Start < 0 || !inProse(&d.Layout, c.Start) {
			continue
		}
		if c.End = c.Start + len(s.Name); !alreadyIn(d.Credits, &c, a.Text) && !alreadyIn(out, &c, a.Text) {
			out = append(out, c)
		}
	}
	return out
}

// linkPlaces returns where in the text the words of each signal that is a link begin, -1 where that is not known. Of
// links with the same words each has the place of its own, in order; where the words stand more often than
// links have them, nothing tells which of them are linked.
func linkPlaces(a *article.Article) []int {
	places := make([]int, len(a.Signals))
	same := map[string][]int{} // signals with the same words
	for i, s := range a.Signals {
		places[i] = -1
		if s.Kind == article.SignalLink && s.Name != "" {
			same[s.Name] = append(same[s.Name], i)
		}
	}
	for words, links := range same {
		var found []int
		for from := 0; len(found) <= len(links); {
			k := strings.Index(a.Text[from:], words)
			if k < 0 {
				break
			}
			at := from + k
			if from = at + len(words); wholeWord(a.Text, at, from) {
				found = append(found, at)
			}
		}
		if len(found) > len(links) {
			continue
		}
		for n, at := range found {
			places[links[n]] = at
		}
	}
	return places
}

// inProse reports whether the text at a place is prose.
func inProse(l *article.Layout, at int) bool {
	i, found := slices.BinarySearchFunc(l.Blocks, at, func(b article.Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
			return 1
		}
		return 0
	})
	return found && !l.Blocks[i].Kind.Furniture()
}

// alreadyIn reports whether one of the credits of a text stands in the line of c and near it, or is of the same outlet.
func alreadyIn(credits []credit.Credit, c *credit.Credit, text string) bool {
	const near = 160 // bytes
	from := max(0, c.Start-near)
	from += strings.LastIndexByte(text[from:c.Start], '\n') + 1
	to := min(len(text), c.End+near)
	if i := strings.IndexByte(text[c.End:to], '\n'); i >= 0 {
		to = c.End + i
	}
	return slices.ContainsFunc(credits, func(x credit.Credit) bool {
		return x.End > x.Start && x.Start < to && from < x.End || x.Outlet == c.Outlet
	})
}

// LinksToHost reports whether a credit is by a link to a host that the gazetteer does not know.
func LinksToHost(c *credit.Credit) bool { return c.Linked() && c.Outlet == c.Domain }

// Relink puts the outlets that have pieces in hand into the credits by links to their hosts, and
// does what Credit does then. The own outlet is credited by none of them.
func (m *Maker) Relink(d *Digest, text string, hosts outlet.Hosts) (added []uint64, changed bool) {
	return m.Rename(d, text, func(c *credit.Credit) {
		if name := hosts[c.Domain]; LinksToHost(c) && name != "" && name != d.Outlet {
			c.Outlet, c.Kind = name, outlet.Publisher
		}
	})
}
