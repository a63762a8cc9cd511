package credit

import (
	"strings"
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
	var reporting []article.Span // Reporting by ...; Editing by ...
	first := len(dst)
	m, h := 0, 0
	blocks := s.l.Blocks
	ends := min(wireEnds, (len(blocks)+1)/2)
	for i, b := range blocks {
		top, foot := i < ends, i >= len(blocks)-ends
		if b.Kind == article.Caption || b.Kind == article.Post || b.Start >= b.End {
			continue
		}
		for m < len(s.mentions) && s.mentions[m].Start < b.Start {
			m++
		}
		end := m
		for end < len(s.mentions) && s.mentions[end].End <= b.End {
			end++
		}
		if end == m && b.Len() <= longestName && (top || foot) {
			dst = s.bareName(dst, b, top)
		}
		if end == m && b.Kind == article.Byline && b.Len() <= longestByline && (top || foot) {
			before := len(dst)
			if dst = s.agencyByline(dst, b); len(dst) == before {
				dst = s.shapedByline(dst, b.Span, m)
			}
		}
		if end > m {
			dst = s.wireBlock(dst, b, m, end, top, foot)
		}
		for h < len(s.hints.edits) && s.hints.edits[h] < b.Start {
			h++
		}
		if b.Kind != article.Headline && h < len(s.hints.edits) && s.hints.edits[h] < b.End {
			if span, ok := reportingLine(s.a.Text, b.Span); ok {
				reporting = append(reporting, span)
			}
		}
		m = end
	}
	for _, span := range reporting {
		dst = s.reportingCredit(dst, first, span)
	}
	return dst
}

// wireBlock appends the wire lines of one block, whose mentions are m to end.
func (s *reading) wireBlock(dst []Credit, b article.Block, m, end int, top, foot bool) []Credit {
	if n, ok := s.dateline(b.Span, m); ok {
		dst = s.wire(dst, m, n, CueDateline)
		m++
	}
	if m == end {
		return dst
	}
	switch b.Kind {
	case article.Prose, article.Headline:
		if b.Len() <= longestByline && (s.bylineWords(b.Span, m) || top && s.placed(b.Span, m)) {
			return s.wireAll(dst, b.Span, m, end, CueByline)
		}
		if (top || foot) && s.alone(b.Span, m, end) {
			cue := CueCreditLine
			if top {
				cue = CueByline
			}
			return s.wireAll(dst, b.Span, m, end, cue)
		}
		if foot {
			return s.tail(dst, b.Span, end-1)
		}
	case article.Byline, article.Date:
		// Between paragraphs it is a photographer's.
		if (top || foot) && !s.photoLine(b.Span) && s.nameLine(b.Span, m, end) {
			if !top && s.alone(b.Span, m, end) {
				return s.wireAll(dst, b.Span, m, end, CueCreditLine)
			}
			return s.wireAll(dst, b.Span, m, end, CueByline)
		}
	case article.Copyright:
		if !s.photoLine(b.Span) {
			return s.wireAll(dst, b.Span, m, end, CueCreditLine)
		}
	default: // Site, Chrome
		switch {
		case b.Len() <= longestByline && s.bylineWords(b.Span, m):
			return s.wireAll(dst, b.Span, m, end, CueByline)
		case b.Len() <= longestLine && s.lineIn(b.Span, m):
			return s.wireAll(dst, b.Span, m, end, CueCreditLine)
		case foot && s.alone(b.Span, m, end):
			return s.wireAll(dst, b.Span, m, end, CueCreditLine)
		}
	}
	return dst
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
	if o == nil || o.Kind != outlet.Agency || o == s.home || s.home == nil && s.isOwn(o.Name) {
		return dst
	}
	cue := CueCreditLine
	if top {
		cue = CueByline
	}
	return append(dst, sourceOf(o).credit(b.Span, cue))
}

// wireAll appends a credit for each outlet of the mentions m to end, which
// stand in the wire line at span. A short line is the credit as a whole.
func (s *reading) wireAll(dst []Credit, span article.Span, m, end int, cue string) []Credit {
	from := len(dst)
	for ; m < end; m++ {
		o := s.mentions[m].Outlet
		if o == nil || s.spent[m] || o.Kind == outlet.Platform || cue == CueByline && s.firstName(span, m) {
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
	if o == nil || o == s.home || o.Kind == outlet.Platform || s.home == nil && s.isOwn(o.Name) {
		return dst
	}
	return append(dst, sourceOf(o).credit(span, cue))
}

// tail appends the credit of mention m if it ends the paragraph at span in
// brackets or after a slash: ... sagte sie. (dpa/lno)  ... dijo. EFE
func (s *reading) tail(dst []Credit, span article.Span, m int) []Credit {
	o := s.mentions[m].Outlet
	if o == nil || o.Kind != outlet.Agency || s.spent[m] {
		return dst
	}
	text, at := s.a.Text, s.mentions[m].Span
	after := text[at.End:span.End]
	if len(after) > 16 || at.Start-16 < span.Start {
		return dst
	}
	before := strings.TrimRight(text[at.Start-16:at.Start], " \u00a0\n")
	if k := strings.LastIndexByte(before, '('); k >= 0 && s.x.lookup(before[k+1:]).class&cWith != 0 {
		before = before[:k+1] // (avec AFP)
	}
	if before == "" {
		return dst
	}
	open := before[len(before)-1]
	switch {
	case open == '(' && strings.IndexByte(after, ')') >= 0 && !strings.ContainsRune(after, ' '):
		// After the end of a sentence: "the Associated Press (AP)" is none.
		head := strings.TrimRight(before[:len(before)-1], " \u00a0\n")
		if r, _ := utf8.DecodeLastRuneInString(head); !strings.ContainsRune(".!?”\"»“’'…", r) {
			return dst
		}
		at.Start = span.Start + strings.LastIndexByte(text[span.Start:at.Start], open)
	case open == '/' && strings.Trim(after, " .)") == "" && len(before) > 1 && strings.IndexByte(".!?\"”»)", before[len(before)-2]) >= 0:
	case open == '.' || strings.HasSuffix(before, "”") || strings.HasSuffix(before, "»") || open == '"':
		if strings.Trim(after, " .)") != "" {
			return dst
		}
	default:
		return dst
	}
	return s.wire(dst, m, article.Span{Start: at.Start, End: span.End}, CueCreditLine)
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
