package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/outlet"
)

// A press review or a column of rumours ends each of its items with the paper that it is from:
// "Everton have asked about the keeper. (L'Équipe - in French)". One such bracket may be anything;
// where several paragraphs of one text end so, each is a credit for its item, and none for the text.

// roundup appends the credits of the items of a text that ends several of them so.
func (s *reading) roundup(dst []Credit) []Credit {
	const fewest = 3 // items whose bracket can be nothing else
	var items []item
	sure, papers := 0, 0
	for _, b := range s.l.Blocks {
		if b.Kind != article.Prose && b.Kind != article.Headline { // items of one sentence are taken for headlines
			continue
		}
		inner, at := itemEnd(s.a.Text[b.Start:b.End])
		if at < 0 {
			continue
		}
		items = append(items, item{inner, article.Span{Start: b.Start + at, End: b.Start + at + len(inner) + len("()")}})
		for k, o := range s.itemSources(inner, true) {
			if k == 0 {
				sure++
			}
			if o.Sort != outlet.SortBroadcaster {
				papers++
			}
		}
	}
	if sure < fewest || papers < fewest-1 { // what is on the air tonight
		return dst
	}
	for _, x := range items {
		for _, o := range s.itemSources(x.inner, false) {
			if o.Kind != outlet.Agency && !credited(dst, o.Name, x.span) { // agencies sign so
				dst = append(dst, sourceOf(o).credit(x.span, CueBrackets))
			}
		}
	}
	return dst
}

// An item is the end of one item of a round-up.
type item struct {
	inner string       // of its bracket
	span  article.Span // of the bracket
}

// credited reports whether one of list credits outlet in span.
func credited(list []Credit, outlet string, span article.Span) bool {
	for k := range list {
		if list[k].Outlet == outlet && list[k].Overlaps(span) {
			return true
		}
	}
	return false
}

// itemEnd returns what stands in the bracket that ends a paragraph behind its last sentence, and
// where the bracket begins; -1 if there is none.
func itemEnd(t string) (inner string, at int) {
	const longest = 60 // bytes
	t = strings.TrimRight(t, " \u00a0\n\t.")
	if !strings.HasSuffix(t, ")") {
		return "", -1
	}
	at = strings.LastIndexByte(t, '(')
	if at < 0 || len(t)-at > longest || listItem(t) && !strings.Contains(t, ". (") {
		return "", -1
	}
	before := strings.TrimRight(t[:at], " \u00a0")
	if before == "" || !strings.ContainsRune(".!?…\"”’'»", lastRune(before)) {
		return "", -1
	}
	return t[at+1 : len(t)-1], at
}

// itemSources returns the outlets that a bracket behind an item names, if it names nothing else:
// Sun; L'Équipe, in French; Mail+ - subscription required.
// With sure set a name that is another word as well does not count: AS.
func (s *reading) itemSources(inner string, sure bool) (of []*outlet.Outlet) {
	const most = 3
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ';' || r == '/' || r == ',' })
	for k, part := range parts {
		o := s.inBracket(part)
		switch {
		case o != nil && sure && s.gazetteer.Guards(o.Name):
			return nil
		case o != nil && len(of) < most:
			of = append(of, o)
		case k == 0 || !noteOnly(part):
			return nil
		}
	}
	return of
}

// noteOnly reports whether part, behind an outlet in brackets, only says how it is to be read: in
// French, subscription required.
func noteOnly(part string) bool {
	part = strings.TrimSpace(part)
	return part != "" && part[0] >= 'a' && part[0] <= 'z' && strings.Count(part, " ") <= 3
}
