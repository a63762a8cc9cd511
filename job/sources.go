package job

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wiretrace/cluster"
	"wiretrace/outlet"
	"wiretrace/row"
)

// leastOther is the share of an article's words from which on another source of
// them is named.
const leastOther = 0.05

// otherSources names the outlets, beside the first source and the article's own,
// from which its text comes, with their share of its words, the greatest first;
// then the agencies that its lines name and of whose text nothing is in hand.
func otherSources(side *cluster.Side, s *cluster.Standing, pieces []cluster.Piece, shares []cluster.Share) string {
	named := map[string]bool{"": true, side.Outlet: true, s.SourceOutlet: true}
	for _, outlet := range s.Chain {
		named[outlet] = true
	}
	words := map[string]int{}
	for k := range pieces {
		p := &pieces[k]
		if p.Other < 0 {
			continue
		}
		sh := &shares[p.Other]
		if !named[sh.Outlet] && (p.Direction == cluster.From || sh.Kind == outlet.Agency) {
			words[sh.Outlet] += p.Words
		}
	}
	var out []string
	for _, name := range slices.SortedFunc(maps.Keys(words), func(x, y string) int {
		return cmp.Or(cmp.Compare(words[y], words[x]), cmp.Compare(x, y))
	}) {
		if part := float64(words[name]) / float64(len(side.Prose.Words)); part >= leastOther {
			out = append(out, fmt.Sprintf("%s %.0f %%", name, 100*part))
		}
	}
	for _, name := range cluster.Agencies(side.Digest) {
		if !named[name] && words[name] == 0 {
			named[name] = true
			out = append(out, name)
		}
	}
	return strings.Join(out, "; ")
}

// mostOwn is the share of an agency's text that may be the paper's own without
// making it more than a copy.
const mostOwn = 0.2

// ownPart makes an article partial whose lines say that its text is an agency's,
// if much of it is the paper's own.
func ownPart(a *row.Article, side *cluster.Side, pieces []cluster.Piece) {
	own := 0
	for k := range pieces {
		if p := &pieces[k]; p.Other < 0 && (p.Label == cluster.Original || p.Label == cluster.Quoted) {
			own += p.Words
		}
	}
	part := float64(own) / float64(max(len(side.Prose.Words), 1))
	if a.Role == string(cluster.Copy) && part > mostOwn {
		a.Role = string(cluster.Partial)
		a.Why += fmt.Sprintf("; %.0f %% of its words are its own", 100*part)
	}
}
