package credit

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Wire lines are where an article says whose text it is rather than who told
// what: the dateline WASHINGTON (AP) —, the byline By Jane Roe, Associated
// Press, credit lines such as (dpa/lno), © 2024 AFP, Reporting by ...; Editing
// by ... They are credits with the cue byline, dateline or credit line.

// wireEnds is how many blocks at either end of an article may hold a lone
// agency's name that is a wire line and no photo credit.
const wireEnds = 6

// wires appends the credits of wire lines that stand in a place of their own
// and marks their mentions as spent. Wire lines within sentences (lines) are
// read later.
func (s *reading) wires(dst []Credit) []Credit {
	first := len(dst)
	m := 0
	blocks := s.l.Blocks
	ends := min(wireEnds, (len(blocks)+1)/2)
	text := s.textBegins()
	for i, b := range blocks {
		switch {
		case b.Kind == article.Caption && (b.Start < text || i >= len(blocks)-ends):
			found, signed := s.signedLine(dst, b, i < ends && i < len(blocks)-ends)
			if dst = found; !signed {
				dst = s.captionLine(dst, b, b.Start < text)
			}
			continue
		case b.Kind == article.Caption, b.Kind == article.Post, b.Start >= b.End:
			continue
		}
		for m < len(s.mentions) && s.mentions[m].Start < b.Start {
			m++
		}
		if i >= len(blocks)-ends {
			b.End = s.membersFrom(b.Span, m)
		}
		end := m
		for end < len(s.mentions) && s.mentions[end].End <= b.End {
			end++
		}
		dst = s.wireAt(dst, b, m, end, i < ends || b.Start < text && s.signsAuthor(b), i >= len(blocks)-ends)
		m = end
	}
	dst = s.reportingLines(dst, first)
	return s.principles(dst, first)
}

// wireAt appends the wire lines of a block whose mentions are m to end, near the head or
// the foot of the article or not.
func (s *reading) wireAt(dst []Credit, b article.Block, m, end int, top, foot bool) []Credit {
	if top || foot {
		if found, ok := s.originAt(dst, b, m, end); ok {
			return found
		}
		if found, ok := s.signedLine(dst, b, top && !foot); ok {
			return found
		}
	}
	if foot {
		dst = s.footLines(dst, b, m, end)
		dst = s.soldLine(dst, b)
	}
	before := len(dst)
	dst, portal := s.portalLine(dst, b, m, end, top, foot)
	switch {
	case portal:
		return dst
	case end > m:
		dst = s.wireBlock(dst, b, m, end, top, foot)
	case top || foot:
		dst = s.unnamedLine(dst, b, m, top)
	}
	if len(dst) > before || !top && !foot {
		return dst
	}
	dst = s.wholeLine(dst, b, m, top)
	for k := m; k < end && len(dst) > before; k++ {
		s.spent[k] = true
	}
	return dst
}

// textBegins returns where two thirds of the prose are still to come: pictures with
// their captions, prompts and the first lines of other pieces may stand before the
// byline.
func (s *reading) textBegins() int {
	all := 0
	for _, b := range s.l.Blocks {
		if b.Kind == article.Prose {
			all += b.Len()
		}
	}
	before := 0
	for _, b := range s.l.Blocks {
		if b.Kind == article.Prose {
			if before += b.Len(); 3*before > all {
				return b.Start
			}
		}
	}
	return 0
}

// signsAuthor reports whether b is a byline in a form that no photographer's name
// has: By The Associated Press; Jane Roe | Reuters; Jane RoeAssociated Press.
func (s *reading) signsAuthor(b article.Block) bool {
	if b.Len() > longestByline {
		return false
	}
	line := s.a.Text[b.Start:b.End]
	i := word.SkipGap(line, 0)
	switch b.Kind {
	case article.Byline, article.Site, article.Chrome:
		by := s.x.lookup(line[i:word.End(line, i)]).class&cByWord != 0
		who, of, barred := strings.Cut(line, " | ")
		barred = barred && !isSection(of) && !strings.Contains(of, "@") && strings.Count(line, " | ") == 1 && !s.isOwn(who) && s.gazetteer.ByName(who) == nil // Savannah Morning News | Part of the USA TODAY Network
		return (by || barred) && !s.photoLine(b.Span) || s.gluedAgency(b.Span) != nil
	case article.Prose:
		return s.gluedAgency(b.Span) != nil || s.passedOn(b.Span) != ""
	}
	return false
}

// isSection reports whether a name is made of words for sections of a site alone: England | Local News.
func isSection(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !sectionWords()[w] })
}

// sectionWords returns the words of all languages for sections of a site.
var sectionWords = sync.OnceValue(func() map[string]bool { return wordsOf("section") })

// unnamedLine appends the credit of a block at either end of the article in
// which no outlet was found: an agency's name alone, or a byline with an outlet
// that the gazetteer does not have. m is the first mention behind it.
func (s *reading) unnamedLine(dst []Credit, b article.Block, m int, top bool) []Credit {
	if b.Len() <= longestName {
		dst = s.bareName(dst, b, top)
	}
	if b.Len() <= longestByline && (b.Kind == article.Byline || top && s.signsAuthor(b)) {
		before := len(dst)
		if dst = s.agencyByline(dst, b); len(dst) == before {
			dst = s.shapedByline(dst, b.Span, m)
		}
	}
	if b.Kind.Furniture() && b.Len() <= longestLine && s.noted(b.Span) {
		dst = s.originLine(dst, b.Span, m)
	}
	if b.Len() <= longestByline {
		dst = s.wiresLine(dst, b, m, top)
	}
	return dst
}

// wiresLine appends the credit of a line that says only that agencies had a part
// in the text: Staff and wire reports.
func (s *reading) wiresLine(dst []Credit, b article.Block, m int, top bool) []Credit {
	s.tokenize(b.Span, m)
	for k := range s.tokens {
		if s.tokens[k].lex.id == 0 {
			continue
		}
		if _, n := s.ahead(k, uWires); n > 0 {
			cue := CueCreditLine
			if top {
				cue = CueByline
			}
			return append(dst, Credit{Span: b.Span, Outlet: UnnamedWires, Kind: outlet.Unknown, Cue: cue})
		}
	}
	return dst
}

// reportingLines appends the credits of the lines Reporting by ...; Editing by
// ... that no other wire line of dst[first:] tells the agency of.
func (s *reading) reportingLines(dst []Credit, first int) []Credit {
	h := 0
	for _, b := range s.l.Blocks {
		if b.Kind == article.Caption || b.Kind == article.Post || b.Kind == article.Headline || b.Start >= b.End {
			continue
		}
		for h < len(s.hints.edits) && s.hints.edits[h] < b.Start {
			h++
		}
		if h < len(s.hints.edits) && s.hints.edits[h] < b.End {
			if span, ok := reportingLine(s.a.Text, b.Span); ok {
				dst = s.reportingCredit(dst, first, span)
			}
		}
	}
	return dst
}

// hours finds a time of the day that a comma, or a bracket, parts from what stands beside it: 9pm, 20.15 Uhr.
var (
	hoursBefore = regexp.MustCompile(`^\s*\d{1,2}([.:h]\d\d)?\s?(am|pm|a\.m\.|p\.m\.|h|hs|Uhr|uhr|uur)?,\s$`)
	hoursBehind = regexp.MustCompile(`^[^)\n]{0,10},\s\d{1,2}([.:h]\d\d)?\s?(am|pm|a\.m\.|p\.m\.|h|hs|Uhr|uhr|uur)?\)`)
)

// airs reports whether the line at span says when a station shows something: The Salt Line (BBC One, 9pm);
// 8.30pm, ITV1: Lock, Stock. m is the first mention in it.
func (s *reading) airs(span article.Span, m int) bool {
	at := &s.mentions[m]
	if span.Len() > longestByline || at.Outlet == nil || at.Outlet.Sort != outlet.SortBroadcaster {
		return false
	}
	before, after := s.a.Text[span.Start:at.Start], s.a.Text[at.End:span.End]
	return hoursBefore.MatchString(before) || strings.HasSuffix(before, "(") && hoursBehind.MatchString(after)
}

// wireBlock appends the wire lines of one block, whose mentions are m to end.
func (s *reading) wireBlock(dst []Credit, b article.Block, m, end int, top, foot bool) []Credit {
	if s.photoBelow(b) || s.airs(b.Span, m) {
		for ; m < end; m++ {
			s.spent[m] = true
		}
		return dst
	}
	if n, ok := s.dateline(b.Span, m); ok {
		if !s.ofNetwork(s.mentions[m].Outlet) {
			cue := CueDateline
			if foot && !top && strings.TrimSpace(s.a.Text[b.Start:b.End]) == s.a.Text[n.Start:n.End] {
				cue = CueCreditLine // (DHA), alone below the text
			}
			dst = s.wire(dst, m, n, cue)
		}
		s.spent[m] = true
		m++
	}
	if m == end {
		return dst
	}
	switch b.Kind {
	case article.Prose, article.Headline:
		cue := s.proseCue(b.Span, m, end, top, foot)
		if cue == "" && foot {
			return s.tail(dst, b.Span, end-1)
		}
		return s.wireAll(dst, b.Span, m, end, cue)
	case article.Byline, article.Date:
		if s.clipping(b, m) {
			s.spent[m] = true
			return dst
		}
		if foot && s.writesFor(b.Span, m) {
			return s.wireAll(dst, b.Span, m, end, CueCreditLine)
		}
		// Between paragraphs it is a photographer's.
		if !top && !foot || s.photoLine(b.Span) || !s.nameLine(b.Span, m, end) || s.listsHeading(b.Span) || s.sectionLine(s.a.Text[b.Start:b.End], s.mentions[m].Outlet) {
			return dst
		}
		_, tip := HatTip(s.a.Text[b.Start:b.End])
		if !top && s.alone(b.Span, m, end) || tip && s.lineIn(b.Span, m) {
			return s.wireAll(dst, b.Span, m, end, CueCreditLine)
		}
		return s.wireAll(dst, b.Span, m, end, CueByline)
	case article.Site, article.Chrome:
		if top && s.signsAuthor(b) && s.nameLine(b.Span, m, end) {
			return s.wireAll(dst, b.Span, m, end, CueByline)
		}
	case article.Copyright:
		if s.photoLine(b.Span) || s.revises(b.Span, m) || s.clipping(b, m) {
			return dst
		}
		return s.wireAll(dst, b.Span, m, end, CueCreditLine)
	}
	if s.revises(b.Span, m) {
		return dst
	}
	before := len(dst)
	dst = s.wireAll(dst, b.Span, m, end, s.siteCue(b.Span, m, end, foot))
	if len(dst) == before && b.Len() <= longestLine && s.noted(b.Span) {
		dst = s.originLine(dst, b.Span, m) // its own outlet may be the one that is known
	}
	return dst
}

// revises reports whether a line tells what was changed in the text, so that who is
// named there is no source of it: This story has been updated with a comment from The
// Herald. m is the first mention in it.
func (s *reading) revises(span article.Span, m int) bool {
	const reach = 12 // words
	if correctionWords().credits.In(s.a.Text[span.Start:span.End]) {
		return false // An earlier version of this essay appeared in The Herald
	}
	s.tokenize(span, m)
	for k := range s.tokens[:min(reach, len(s.tokens))] {
		if _, n := s.ahead(k, uRevised); n > 0 {
			return true
		}
	}
	return false
}

// clipping reports whether b, whose first mention is m, is how a paper that nothing else names
// signs its own page, with the day: © Talbote, Dienstag, 25.02.2020. What agency's the text is,
// another line says.
func (s *reading) clipping(b article.Block, m int) bool {
	at := s.mentions[m]
	if s.a.Outlet != "" || s.home != nil || b.Len() > longestByline || at.Outlet == nil || at.Outlet.Kind != outlet.Publisher {
		return false
	}
	before, after := strings.Trim(s.a.Text[b.Start:at.Start], " \u00a0"), s.a.Text[at.End:b.End]
	return (before == "©" || before == "(c)" || before == "(C)") && strings.HasPrefix(after, ",") && strings.ContainsAny(after, "0123456789") && s.dated(strings.TrimLeft(after, ", "))
}

// HatTip reports whether a line thanks for what was seen elsewhere, and so does not
// say whose its text is, and returns whom it thanks: h/t The Hill.
func HatTip(line string) (thanked string, ok bool) {
	line = strings.TrimLeft(line, " \u00a0([/")
	for _, tip := range [...]string{"h/t", "hat tip", "tip of the hat"} {
		if len(line) < len(tip) || !strings.EqualFold(line[:len(tip)], tip) {
			continue
		}
		thanked = strings.Trim(line[len(tip):], " :()[].\u00a0")
		if n := word.FoldedPrefix(thanked, "to "); n > 0 {
			thanked = thanked[n:]
		}
		return thanked, true
	}
	return "", false
}

// SeenVia reports whether a line says no more than where the news was seen, as blogs end their pieces: (via The Hill).
func SeenVia(line string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimLeft(line, " \u00a0([/")), "via ")
}

// photoBelow reports whether b, nothing but a name in brackets, credits the picture
// whose caption is the line before it: a line that is no sentence.
func (s *reading) photoBelow(b article.Block) bool {
	const longest = 200 // bytes
	line := strings.TrimSpace(s.a.Text[b.Start:b.End])
	if !strings.HasPrefix(line, "(") || strings.IndexByte(line, ')') != len(line)-1 {
		return false
	}
	k, _ := slices.BinarySearchFunc(s.l.Blocks, b.Start, func(x article.Block, at int) int { return x.Start - at })
	if k == 0 {
		return false
	}
	before := s.l.Blocks[k-1]
	caption := strings.TrimRight(s.a.Text[before.Start:before.End], " \u00a0\n\r\t")
	if before.Kind == article.Caption {
		return true
	}
	return before.Kind == article.Prose && caption != "" && len(caption) <= longest && !strings.ContainsAny(caption[len(caption)-1:], ".!?:\"”’)…")
}

// proseCue returns the cue of a paragraph that is a wire line, else "".
func (s *reading) proseCue(b article.Span, m, end int, top, foot bool) string {
	switch {
	case b.Len() <= longestByline && (s.bylineWords(b, m) || top && s.placed(b, m)):
		return CueByline
	case foot && s.writesFor(b, m):
		return CueCreditLine
	case !top && !foot || !s.alone(b, m, end):
		return ""
	case top:
		return CueByline
	}
	return CueCreditLine
}

// siteCue returns the cue of a line of the site that is a wire line, else "".
func (s *reading) siteCue(b article.Span, m, end int, foot bool) string {
	switch {
	case b.Len() <= longestByline && s.bylineWords(b, m):
		return CueByline
	case b.Len() <= longestLine && s.lineIn(b, m), foot && s.alone(b, m, end):
		return CueCreditLine
	}
	return ""
}

// bareName appends the wire line that is nothing but an agency's name in a
// form that running text does not take for it: AP.
func (s *reading) bareName(dst []Credit, b article.Block, top bool) []Credit {
	line := s.a.Text[b.Start:b.End]
	i, j := word.SkipGap(line, 0), len(line)
	for j > i {
		_, n := utf8.DecodeLastRuneInString(line[i:j])
		if word.GapLen(line, j-n) == 0 {
			break
		}
		j -= n
	}
	if i >= j || !word.Capital(line[i:j]) || !s.gazetteer.MayBeAgency(line[i:j]) {
		return dst
	}
	o := s.gazetteer.ByName(line[i:j])
	if o == nil || o.Kind != outlet.Agency || s.isHome(o) {
		return dst
	}
	cue := CueCreditLine
	if top {
		cue = CueByline
	}
	return append(dst, sourceOf(o).credit(b.Span, cue))
}

// wireAll appends a credit for each outlet of the mentions m to end, which
// stand in the wire line at span; none if cue is empty. A short line is the
// credit as a whole.
func (s *reading) wireAll(dst []Credit, span article.Span, m, end int, cue string) []Credit {
	if cue == "" {
		return dst
	}
	from := len(dst)
	for ; m < end; m++ {
		o := s.mentions[m].Outlet
		if o == nil || s.spent[m] || o.Kind == outlet.Platform || cue == CueByline && (s.somebody(span, m) || s.photographs(span, m)) {
			continue
		}
		sp := s.mentions[m].Span
		if span.Len() <= longestByline {
			sp = span
		}
		again := false
		for _, c := range dst[from:] {
			again = again || c.Outlet == o.Name
		}
		if again {
			s.spent[m] = true
			continue
		}
		dst = s.wire(dst, m, sp, cue)
	}
	return dst
}

// wire marks mention m as spent and appends its credit, unless it is the
// article's own outlet or none that is known.
func (s *reading) wire(dst []Credit, m int, span article.Span, cue string) []Credit {
	s.spent[m] = true
	o := s.mentions[m].Outlet
	if o == nil || s.isHome(o) || o.Kind == outlet.Platform {
		return dst
	}
	return append(dst, sourceOf(o).credit(span, cue))
}

// tail appends the credit of mention m if it ends the paragraph at span in
// brackets or after a slash: ... sagte sie. (dpa/lno)  ... dijo. EFE
func (s *reading) tail(dst []Credit, span article.Span, m int) []Credit {
	const reach = 16 // bytes on either side
	o := s.mentions[m].Outlet
	if o == nil || o.Kind != outlet.Agency || s.spent[m] || listItem(s.a.Text[span.Start:span.End]) {
		return dst
	}
	text, at := s.a.Text, s.mentions[m].Span
	after := text[at.End:span.End]
	if len(after) > reach || at.Start-reach < span.Start {
		return dst
	}
	before := strings.TrimRight(text[at.Start-reach:at.Start], " \u00a0\n")
	if k := strings.LastIndexByte(before, '('); k >= 0 && s.x.lookup(before[k+1:]).class&cWith != 0 {
		before = before[:k+1] // (avec AFP)
	}
	if !endsParagraph(before, after) {
		return dst
	}
	if strings.HasSuffix(before, "(") {
		at.Start = span.Start + strings.LastIndexByte(text[span.Start:at.Start], '(')
	}
	return s.wire(dst, m, article.Span{Start: at.Start, End: span.End}, CueCreditLine)
}

// listItem reports whether a paragraph is an item of a list, such as headlines of
// other reports with their outlets in brackets. A dash before a name alone signs
// the text: - Reuters
func listItem(t string) bool {
	signed := len(t) <= longestName && !strings.ContainsAny(t, "(.")
	return !signed && (strings.HasPrefix(t, "-") || strings.HasPrefix(t, "•") || strings.HasPrefix(t, "* "))
}

// endsParagraph reports whether what stands before and after an agency's name
// ends a paragraph with it: a bracket behind a sentence, a slash, or nothing.
func endsParagraph(before, after string) bool {
	if before == "" {
		return false
	}
	last := len(before) - 1
	switch open := before[last]; {
	case open == '(':
		// After the end of a sentence: "the Associated Press (AP)" is none.
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before[:last], " \u00a0\n"))
		return strings.IndexByte(after, ')') >= 0 && !strings.ContainsRune(after, ' ') && strings.ContainsRune(".!?”\"»“’'…", r)
	case strings.Trim(after, " .)") != "":
		return false
	case open == '/':
		return last > 0 && strings.IndexByte(".!?\"”»)", before[last-1]) >= 0
	}
	for _, mark := range [...]string{".", "”", "»", "\""} {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}

// reportingLine returns the span of a line as Reuters ends its reports with:
// (Reporting by Jane Roe; Editing by John Doe). It stands at the end of a block.
func reportingLine(text string, b article.Span) (article.Span, bool) {
	const longest = 600
	t := text[max(b.Start, b.End-longest):b.End]
	for len(t) > 0 && !utf8.RuneStart(t[0]) {
		t = t[1:]
	}
	base := b.End - len(t)
	edit := strings.Index(t, "diting by ")
	if edit < 0 {
		return article.Span{}, false
	}
	i := strings.Index(t[:edit], "eporting by ")
	if i < 0 {
		if i = strings.Index(t[:edit], "riting by "); i < 0 {
			return article.Span{}, false
		}
	}
	i-- // the capital before
	if i < 0 || t[i] != 'R' && t[i] != 'r' && t[i] != 'W' && t[i] != 'w' {
		return article.Span{}, false
	}
	if i > 0 && t[i-1] == '(' {
		i--
	}
	return article.Span{Start: base + i, End: b.End}, true
}

// reportingCredit appends the credit of the line at span. It names no agency:
// that is the one of the wire lines in dst[first:], else Reuters, which ends
// its reports so and no other agency does.
func (s *reading) reportingCredit(dst []Credit, first int, span article.Span) []Credit {
	o := s.reuters
	if s.home != nil && s.home.Kind == outlet.Agency {
		return dst
	}
	for _, c := range dst[first:] {
		if c.Kind == outlet.Agency {
			o = s.gazetteer.ByName(c.Outlet)
			break
		}
	}
	if o == nil {
		return dst
	}
	return append(dst, sourceOf(o).credit(span, CueCreditLine))
}
