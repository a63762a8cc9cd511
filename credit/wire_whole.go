package credit

import (
	"slices"
	"strings"
	"unicode"

	"wiretrace/article"
	"wiretrace/outlet"
)

// Lines that say whose the text is and nothing else: From The Telegraph; Read the original
// article on People; Quelle: Der Spiegel/dpa; and below the title or beside the day Jane Roe,
// Western People.

// wholeLine appends the credits of b if it is such a line, at the head of the article or at
// its foot. m is the first mention that does not lie before it.
func (s *reading) wholeLine(dst []Credit, b article.Block, m int, top bool) []Credit {
	line := strings.Trim(s.a.Text[b.Start:b.End], " \u00a0\n\t")
	if len(line) > longestByline || strings.HasSuffix(line, ":") { // From The Herald: and what it wrote
		return dst
	}
	of := s.labelledLine(line, b, m, top)
	if b.Kind == article.Caption && top && len(of) < 2 { // Quelle: dpa is a picture's there
		return dst
	}
	for _, src := range of {
		dst = s.lineOf(dst, src, b.Span, CueCreditLine)
	}
	if top && b.Kind != article.Caption {
		if o := s.signedFor(line, b); o != nil {
			dst = s.lineOf(dst, sourceOf(o), b.Span, CueByline)
		}
	}
	return dst
}

// labelledLine returns the outlets that line, which is b, has behind a phrase of such lines
// with which it begins.
func (s *reading) labelledLine(line string, b article.Block, m int, top bool) []source {
	first, _, _ := strings.Cut(line, " ")
	if s.x.lookup(strings.Trim(first, "([:")).id == 0 {
		return nil
	}
	s.tokenize(b.Span, m)
	q, n := s.ahead(0, uWhole)
	if n == 0 || n == len(s.tokens) || q.use&uTop != 0 && !top {
		return nil
	}
	if q.use&uAside != 0 && (top || !s.opensBracket(n)) {
		return nil // Read more: The Herald at 150
	}
	rest := s.undated(strings.Trim(s.a.Text[s.tokens[n].start:b.End], " \u00a0\n\t.()"))
	if rest = s.untitled(rest, q.use, b.Start, top); rest == "" {
		return nil
	}
	if o := s.gazetteer.ByName(rest); o != nil {
		if top && s.photoLine(b.Span) {
			return nil
		}
		return []source{sourceOf(o)}
	}
	if q.use&uTop == 0 && s.unknownPaper(n) == rest {
		return []source{s.remember(strings.TrimPrefix(rest, "the "))}
	}
	return s.listed(rest)
}

// untitled returns rest, what stands behind a phrase of use u, without the title of a piece of the same news as the text
// before byte end; "" where the phrase is for nothing without one.
func (s *reading) untitled(rest string, u use, end int, top bool) string {
	name, title, titled := strings.Cut(rest, ": ")
	switch {
	case titled && !top && s.sameNews(title, end):
		return name
	case u&uLabel != 0:
		return ""
	}
	return rest
}

// sameNews reports whether the title of another piece, named behind the text, is of what this one tells, before byte
// end: most of its longer words stand in the text, and one of them in its title.
func (s *reading) sameNews(title string, end int) bool {
	const shortest, fewest = 4, 2 // letters, words
	all, told, headed := 0, 0, false
	text, own := strings.ToLower(s.a.Text[:end]), strings.ToLower(s.a.Title)
	for w := range strings.FieldsFuncSeq(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) < shortest {
			continue
		}
		if all++; strings.Contains(text, w) {
			told++
			headed = headed || strings.Contains(own, w)
		}
	}
	return headed && told >= fewest && 2*told >= all
}

// undated returns line without the day behind the outlet that it names: the Marlow Echo, 3 May 2025;
// the Marlow Echo on May 3.
func (s *reading) undated(line string) string {
	for _, sign := range [...]string{" on ", " in ", ","} {
		if name, day, ok := strings.Cut(line, sign); ok && strings.ContainsAny(day, "0123456789") && s.dated(day) {
			return strings.TrimRight(name, " ")
		}
	}
	return line
}

// unknownPaper returns the name, from token i on, that nobody knows and that papers have, or "": the
// Marlow Echo.
func (s *reading) unknownPaper(i int) string {
	l := i
	if s.tokens[i].is(cThe) && i+1 < len(s.tokens) {
		l++
	}
	_, r, ok := s.properName(l, mostShape)
	if !ok || r == l || s.text(l, r) == "" || !outlet.PaperLike(s.text(l, r)) {
		return ""
	}
	return s.text(i, r)
}

// listed returns the outlets between the strokes and commas of a list, in which nothing else
// stands but who edited the text: DIE ZEIT, dpa, kbo.
func (s *reading) listed(list string) (of []source) {
	const most, longestSign = 4, 4
	parts := strings.FieldsFunc(list, func(r rune) bool { return r == '/' || r == ',' })
	if len(parts) > most {
		return nil
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		switch o := s.gazetteer.ByName(part); {
		case o == nil && (len(part) > longestSign || strings.Contains(part, " ")):
			return nil
		case o != nil && !slices.Contains(of, sourceOf(o)):
			of = append(of, sourceOf(o))
		}
	}
	return of
}

// signedFor returns the outlet of a line of somebody's name and the outlet, if it stands
// beside the day, or, with a comma and no agency, right below the title; else nil. Elsewhere
// photographers sign so.
func (s *reading) signedFor(line string, b article.Block) *outlet.Outlet {
	const longest = 80
	at := strings.LastIndexAny(line, ",/|")
	if at < 0 || len(line) > longest || !s.signature(line[:at]) || s.photoLine(b.Span) {
		return nil
	}
	o := s.gazetteer.ByName(strings.TrimSpace(line[at+1:]))
	if o == nil || s.isHome(o) {
		return nil
	}
	k, _ := slices.BinarySearchFunc(s.l.Blocks, b.Start, func(x article.Block, at int) int { return x.Start - at })
	switch {
	case s.isBlock(k-1, article.Date), s.isBlock(k+1, article.Date):
		return o
	case line[at] == ',' && o.Kind == outlet.Publisher && s.isBlock(k-1, article.Headline):
		return o
	}
	return nil
}

// signature reports whether t is the name of one person and no outlet's.
func (s *reading) signature(t string) bool {
	t = strings.TrimSpace(t)
	n := strings.Count(t, " ") + 1
	return 2 <= n && n <= nameWords && s.peopleLine(t) && s.gazetteer.ByName(t) == nil
}

// isBlock reports whether there is a block k, and of that kind.
func (s *reading) isBlock(k int, kind article.Kind) bool {
	return 0 <= k && k < len(s.l.Blocks) && s.l.Blocks[k].Kind == kind
}
