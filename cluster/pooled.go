package cluster

import (
	"slices"

	"wiretrace/article"
	"wiretrace/credit/claim"
)

// ToldAll reports whether what a and b have in common outside quotations stands in sentences of which one,
// or the one that it stands in on the other side, says that all reporters could have it: the pool report
// said. Neither has it from the other by that.
func ToldAll(a, b *Side, p *Pair) bool {
	if max(p.ShareA, p.ShareB) >= surePart {
		return false
	}
	some := false
	for i := range p.Passages {
		x := &p.Passages[i]
		if x.Quoted {
			continue
		}
		if !a.saysToldAll(a.Span(x.A)) && !b.saysToldAll(b.Span(x.B)) {
			return false
		}
		some = true
	}
	return some
}

// saysToldAll reports whether a sentence that has some of span says that all reporters could have what it
// tells.
func (s *Side) saysToldAll(span article.Span) bool {
	list := s.Layout.Sentences
	k, exact := slices.BinarySearchFunc(list, span.Start, func(x article.Span, at int) int { return x.Start - at })
	if !exact && k > 0 {
		k--
	}
	for ; k < len(list) && list[k].Start < span.End; k++ {
		if list[k].End > span.Start && claim.ToldAll(s.Meta.Language, s.Text[list[k].Start:list[k].End]) {
			return true
		}
	}
	return false
}
