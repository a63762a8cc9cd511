package outlet

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
)

// Signs reports whether agency is the one by which o, a paper or another agency, signs work of its own
// house: owned by o, as Radiocor is by Il Sole 24 Ore, or by the same group and called after o, as
// Agência O Globo. The agency of a group with many papers (RedaktionsNetzwerk Deutschland) is not called
// after one of them. A nil o signs by none.
func (o *Outlet) Signs(agency *Outlet) bool {
	const shortest = 4 // letters of a name that another may be called after
	if o == nil || agency == nil || agency == o || agency.Kind != Agency || agency.Owner == "" {
		return false
	}
	if agency.Owner == o.Name {
		return true
	}
	if agency.Owner != o.Owner {
		return false
	}
	name := word.FoldName(agency.Name)
	called := func(form string) bool {
		form = word.FoldName(strings.TrimPrefix(form, Article))
		return len(form) >= shortest && (strings.HasPrefix(name, form) || strings.HasSuffix(name, " "+form))
	}
	return called(o.Name) || slices.ContainsFunc(o.Aliases, called)
}

// Desk reports whether o is the agency that a group keeps for its own newspapers, of which it has many in
// the country: RedaktionsNetzwerk Deutschland. What it lists beside a news agency is that one's text,
// which its desk saw to: RND/dpa.
func (g *Gazetteer) Desk(o *Outlet) bool {
	const manyPapers = 8
	if o == nil || o.Kind != Agency || o.Owner == "" {
		return false
	}
	papers := 0
	for _, p := range g.outlets {
		if p.Owner == o.Owner && p.Country == o.Country && p.Sort == SortNewspaper {
			papers++
		}
	}
	return papers >= manyPapers
}
