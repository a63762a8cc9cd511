package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A press review or a column of rumours ends each of its items with the paper that it is from:
// "Everton have asked about the keeper. (L'Équipe - in French)". One such bracket may be anything;
// where several paragraphs of one text end so, each is a credit for its item, and none for the text. So is one of a
// newsletter whose items are numbered.

// roundup appends the credits of the items of a text that ends several of them so.
func (s *reading) roundup(dst []Credit) []Credit {
	items, sure, papers := s.items()
	numbered := s.numbersItems()
	fewest := 3 // items whose bracket can be nothing else
	if numbered {
		fewest = 1
	}
	if sure < fewest || papers < max(1, fewest-1) { // what is on the air tonight
		return s.onlyItem(dst, items)
	}
	for _, x := range items {
		for _, o := range s.itemSources(x.inner, false) {
			if (numbered || o.Kind != outlet.Agency) && !credited(dst, o.Name, x.span) { // agencies sign so
				dst = append(dst, sourceOf(o).credit(x.span, CueBrackets))
			}
		}
	}
	return dst
}

// onlyItem appends the credit of the bracket that ends a text of one or two paragraphs, which is an item by itself, if it
// names one paper, in full and by no other word, and nothing else.
func (s *reading) onlyItem(dst []Credit, items []item) []Credit {
	const most, least = 2, 200 // paragraphs, bytes of the text
	if len(items) != 1 || s.x.language != "en" {
		return dst
	}
	x, prose := items[0], 0
	for _, b := range s.l.Blocks {
		if b.Kind != article.Prose {
			continue
		}
		if prose++; prose > most || b.Start > x.span.Start {
			return dst
		}
	}
	of := s.itemSources(x.inner, true)
	if len(of) != 1 || x.span.Start < least || of[0].Kind != outlet.Publisher || of[0].Sort == outlet.SortBroadcaster || credited(dst, of[0].Name, x.span) {
		return dst
	}
	return append(dst, sourceOf(of[0]).credit(x.span, CueCreditLine))
}

// items returns the paragraphs that end so, how many of them name an outlet for sure, and how many of these
// outlets are no stations.
func (s *reading) items() (list []item, sure, papers int) {
	for _, b := range s.l.Blocks {
		if b.Kind != article.Prose && b.Kind != article.Headline { // items of one sentence are taken for headlines
			continue
		}
		inner, at := itemEnd(s.a.Text[b.Start:b.End])
		if at < 0 {
			continue
		}
		list = append(list, item{inner, article.Span{Start: b.Start + at, End: b.Start + at + len(inner) + len("()")}})
		for k, o := range s.itemSources(inner, true) {
			if k == 0 {
				sure++
			}
			if o.Sort != outlet.SortBroadcaster {
				papers++
			}
		}
	}
	return list, sure, papers
}

// numbersItems reports whether several paragraphs, or the lines above them, begin with the number of an item.
func (s *reading) numbersItems() bool {
	const fewest = 3
	n := 0
	for _, b := range s.l.Blocks {
		line := s.a.Text[b.Start:b.End]
		number, rest, ok := strings.Cut(line, ". ")
		if ok && len(number) > 0 && len(number) <= 2 && strings.Trim(number, "0123456789") == "" && word.Capital(rest) {
			n++
		}
	}
	return n >= fewest
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
