package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// contributors appends the credits of the outlets in a list, at the foot, of who had a part
// in the text, known or not, and reports whether b ends with such a list. Semicolons part
// those of one outlet from those of the next, and a place may stand in brackets within a
// name: Contributing: Jane Roe and Piet Ost, Marlow Times-Delta; Ann Doe, The Stuart (Fla.)
// News. Other sentences may stand before it: Roe reported from Miami.
func (s *reading) contributors(dst []Credit, b article.Block, m int) ([]Credit, bool) {
	const longest = 1200 // bytes
	at := contributing(s.a.Text[b.Start:b.End])
	if s.x.language != "en" || at < 0 || b.Len()-at > longest {
		return dst, false
	}
	list := article.Span{Start: b.Start + at, End: b.End}
	from := len(dst)
	if s.tokenize(article.Span{Start: b.Start, End: list.Start}, m); len(s.tokens) > 0 && b.Kind.Furniture() {
		dst = s.sentence(dst, article.Prose) // Roe also reports for the Marlow Courier.
	}
	listed := len(dst)
	divided(s.a.Text, list, ';', func(of article.Span) {
		divided(s.a.Text, of, ',', func(part article.Span) {
			for _, src := range s.contributor(part, part.Start > of.Start && part.End == of.End, m) {
				dst = s.listedOnce(dst, listed, src, list)
			}
		})
	})
	for k := firstBehind(s.mentions, list.Start); k < len(s.mentions) && s.mentions[k].Start < list.End; k++ {
		s.spent[k] = true
	}
	return dst, len(dst) > from
}

// contributing returns where the list begins with which a line ends, or -1. Pages lose the
// space before it: Journal News.Contributing: The Associated Press.
func contributing(line string) int {
	const label = "Contributing: "
	if at := strings.LastIndex(line, label); at >= 0 && strings.IndexByte(" .)]\u201d\"", before(line, at)) >= 0 {
		return at
	}
	if strings.HasPrefix(line, "Contributing The ") {
		return 0
	}
	return -1
}

// before returns the byte before text[i], a space at its start.
func before(text string, i int) byte {
	if i == 0 {
		return ' '
	}
	return text[i-1]
}

// divided calls do with the parts of the text at span between signs that stand in no
// brackets.
func divided(text string, span article.Span, sign byte, do func(part article.Span)) {
	depth, from := 0, span.Start
	for i := span.Start; i < span.End; i++ {
		switch c := text[i]; {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == sign && depth == 0:
			do(article.Span{Start: from, End: i})
			from = i + 1
		}
	}
	do(article.Span{Start: from, End: span.End})
}

// contributor returns the outlets that a part of a list of contributors names; last says that
// somebody stands before it, whose outlet it is.
func (s *reading) contributor(part article.Span, last bool, m int) []source {
	name := strings.TrimPrefix(strings.Trim(s.a.Text[part.Start:part.End], " \u00a0\n\t."), "Contributing: ")
	names := acrossBrackets(strings.TrimPrefix(name, "and "))
	for _, full := range names {
		if o := s.gazetteer.ByName(full); o != nil {
			return []source{sourceOf(o)}
		}
	}
	if full := names[len(names)-1]; last && strings.Contains(name, "(") && s.paperName(full) {
		return []source{s.remember(full)}
	}
	s.tokenize(part, m)
	s.findHeads()
	var found []source
	for _, h := range s.heads {
		if !h.own && !h.ref && !h.platform && h.name != "" {
			found = append(found, h.source)
		}
	}
	return found
}

// acrossBrackets returns what an outlet may be called within whose name its town stands in
// brackets, the likeliest first: Naples (Fla.) Daily News; The (Wilmington, Del.) News
// Journal is the Wilmington News Journal. One word that many papers share, as in The
// (Marlow, Ky.) Courier, means none without the town.
func acrossBrackets(name string) []string {
	open, shut := strings.IndexByte(name, '('), strings.IndexByte(name, ')')
	if open < 0 || shut < open {
		return []string{name}
	}
	head, place, tail := strings.TrimSpace(name[:open]), name[open+1:shut], strings.TrimSpace(name[shut+1:])
	if tail == "" {
		return []string{head}
	}
	if head != "" && head != "The" {
		return []string{head + " " + tail}
	}
	town, _, _ := strings.Cut(place, ",")
	if strings.HasSuffix(town, ".") {
		return []string{"The " + tail} // a state alone
	}
	names := []string{town + " " + tail}
	if strings.ContainsAny(tail, " -") {
		names = append(names, "The "+tail)
	}
	return append(names, "The "+town+" "+tail)
}

// acrossTown returns the outlet of the gazetteer within whose name, which begins with token i,
// its town stands in brackets: told The (Wilmington, Del.) News Journal.
func (s *reading) acrossTown(i int) (head, bool) {
	const before, within, behind = 3, 5, 3 // words
	open := i + 1
	for open < len(s.tokens) && open <= i+before && s.tokens[open].gap&gOpen == 0 {
		if !s.tokens[open].capitalWord() || s.tokens[open].hard() != 0 {
			return head{}, false
		}
		open++
	}
	if s.x.language != "en" || open >= len(s.tokens) || open > i+before {
		return head{}, false
	}
	tail := open
	for tail < len(s.tokens) && tail <= open+within && s.tokens[tail].gap&gClose == 0 {
		tail++
	}
	if tail >= len(s.tokens) || tail > open+within || !s.tokens[tail].capital {
		return head{}, false
	}
	for r := min(tail+behind, len(s.tokens)) - 1; r >= tail; r-- {
		for _, name := range acrossBrackets(s.text(i, r)) {
			if o := s.gazetteer.ByName(name); o != nil {
				return head{source: sourceOf(o), own: s.isHome(o), l: s.phraseStart(i), at: i, r: r}, true
			}
		}
	}
	return head{}, false
}

// paperName reports whether all words of name are capitalised and one that papers are called
// by ends it: Stuart News, Marlow Times-Delta.
func (s *reading) paperName(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	for _, w := range words {
		if !word.Capital(w) {
			return false
		}
	}
	return len(words) > 1 && len(name) <= longestName && (s.pressWord(words[len(words)-1]) || s.pressWord(words[len(words)-2]))
}

// listedOnce appends the credit of src by a list, unless dst[from:] has it or it is the
// article's own outlet.
func (s *reading) listedOnce(dst []Credit, from int, src source, list article.Span) []Credit {
	for _, c := range dst[from:] {
		if c.Outlet == src.name {
			return dst
		}
	}
	return s.lineOf(dst, src, list, CueCreditLine)
}
