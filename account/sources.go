package account

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/row"
)

// leastOther is the share of an article's words from which on another source of
// them is named.
const leastOther = 0.05

// otherSources names the outlets, beside the first source and the article's own,
// from which the text of an article comes that derives from another, with their
// share of its words, the greatest first; then the agencies that its lines name
// and of whose text nothing is in hand, and those that it credits together with its upstream. A piece that has its text from the same
// source is none, nor is any of a text that is wholly that of a source not in hand;
// and one that has it from elsewhere stands for whoever that is.
func (t *Teller) otherSources(side *cluster.Side, piece *Piece, pieces []cluster.Piece, shares []cluster.Share) string {
	s := piece.Standing
	if !s.Derived {
		return ""
	}
	named := sourcesNamed(side.Digest, s)
	words := map[string]int{}
	for k := range pieces {
		if p := &pieces[k]; p.Other >= 0 && p.Label != cluster.Quoted && !s.Whole {
			if name := t.author(p, &shares[p.Other], s, named); !named[name] {
				words[name] += p.Words
			}
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
	for name := range words {
		named[name] = true
	}
	return strings.Join(append(out, otherNamed(side.Digest, s.Upstream(), named)...), "; ")
}

// sourcesNamed returns the outlets that are no further sources of an article: its
// own, its first source and all of the chain.
func sourcesNamed(d *digest.Digest, s *cluster.Standing) map[string]bool {
	named := map[string]bool{"": true, d.Outlet: true, s.SourceOutlet: true}
	for _, outlet := range s.Chain {
		named[outlet] = true
	}
	return named
}

// otherNamed returns the agencies that the lines of d name, and the outlets that its words
// credit together with its upstream or nearly as likely for its main news, but for some
// named, which it adds them to.
func otherNamed(d *digest.Digest, upstream string, named map[string]bool) (list []string) {
	for _, name := range slices.Concat(cluster.Agencies(d), cluster.NamedWith(d, upstream), cluster.NearlySource(d, upstream)) {
		if !named[name] {
			named[name] = true
			list = append(list, name)
		}
	}
	return list
}

// author returns the outlet whose text a piece is that stands in another article
// too, as far as that is known; empty if it is not, or is one of some named. What
// a paper has in common with an agency's text that is not in hand is the agency's.
func (t *Teller) author(p *cluster.Piece, sh *cluster.Share, s *cluster.Standing, named map[string]bool) string {
	relation := sh.Pair.Relation()
	if relation != cluster.Copy && relation != cluster.Partial || p.Direction != cluster.From && sh.Kind != outlet.Agency {
		return ""
	}
	o := t.Piece(sh.Number).Standing
	if o == nil || len(o.Chain) == 0 {
		if s.Source < 0 && s.UpstreamKind == outlet.Agency && sh.Kind != outlet.Agency {
			return ""
		}
		return sh.Outlet
	}
	if slices.ContainsFunc(o.Chain, func(outlet string) bool { return named[outlet] }) {
		return ""
	}
	return o.Upstream()
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

// commonWithAll adds to why, which says that this share of an article stands in the
// piece most like it, how much stands in all pieces together, where that is much
// more.
func commonWithAll(a *row.Article, one float64) {
	const more = 10 // percent
	if all := float64(a.Makeup.Copied+a.Makeup.Edited) / 10; one > 0 && all-100*one >= more {
		a.Why += fmt.Sprintf("; in all %.0f %% of its words stand in the pieces of others", all)
	}
}
