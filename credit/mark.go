package credit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Agencies sign in marks that running text may use for something else: (ats),
// (AA), TT. They count here where a text has nothing but an agency: in brackets
// behind the place of a dateline, at the head of a paragraph or behind its last
// sentence, in a list of such marks, in a line of their own. doc/agencies.md
// lists the forms with their sources.

// marks appends the credits of the marks of agencies that are not among
// dst[first:], the wire lines found by the names of outlets.
func (s *reading) marks(dst []Credit, first int) []Credit {
	blocks := s.l.Blocks
	ends := min(wireEnds, (len(blocks)+1)/2)
	m := markReader{reading: s, dst: dst}
	for i := first; i < len(dst); i++ {
		s.indexed.add(i, dst[i].Span)
	}
	opened := false // the first paragraph has been read
	for i, b := range blocks {
		if agencies := s.placeAbove(i); len(agencies) > 0 {
			m.credit(agencies, b.Span, CueDateline)
			continue
		}
		if b.Kind == article.Post || b.Start >= b.End || b.Kind == article.Caption && !s.signs(i) || s.photoBelow(b) {
			continue
		}
		m.block, m.top, m.foot = b, i < ends, i >= len(blocks)-ends
		m.read()
		if b.Kind == article.Prose && !opened {
			opened = true
			m.unknownSign(first)
		}
	}
	return m.dst
}

// signs reports whether block i, taken for a caption, is rather the end of the
// text or a line that signs it: the last block but for a few words, of a few words
// itself, of several sentences, or behind prose that ends within a sentence.
func (s *reading) signs(i int) bool {
	const fewBytes, manySentences = 40, 2
	blocks := s.l.Blocks
	for _, b := range blocks[i+1:] {
		if b.Len() > fewBytes {
			return false
		}
	}
	text := s.a.Text[blocks[i].Start:blocks[i].End]
	if len(text) <= fewBytes || strings.Count(text, ". ") >= manySentences {
		return true
	}
	return i > 0 && blocks[i-1].Kind == article.Prose && !strings.ContainsRune(sentenceEnds, lastRune(s.a.Text[blocks[i-1].Start:blocks[i-1].End]))
}

// placeAbove returns the agencies of block i if it is a dateline in a line of its own, which may look like
// the credit of a picture: one capitalised word, or several in capitals, before the agencies in brackets,
// directly above the first paragraph: Kalmar (TT). Photographers have two names.
func (s *reading) placeAbove(i int) []*outlet.Outlet {
	const leastText = 60 // bytes of a paragraph
	blocks := s.l.Blocks
	if i+1 >= len(blocks) || blocks[i].Kind == article.Post || blocks[i+1].Kind != article.Prose || blocks[i+1].Len() < leastText || blocks[i].Len() > longestName {
		return nil
	}
	line := strings.TrimSpace(s.a.Text[blocks[i].Start:blocks[i].End])
	place, inner, ok := strings.Cut(line, " (")
	inner, closed := strings.CutSuffix(inner, ")")
	if !ok || !closed {
		place, inner, ok = s.placeBeside(line, blocks[i+1].Span)
	}
	if !ok || !s.placeName(place) || !s.gazetteer.MaySign(s.wordsOf(blocks[i].Span)) {
		return nil
	}
	if slices.ContainsFunc(blocks[:i], func(b article.Block) bool { return b.Kind == article.Prose && b.Len() >= leastText }) {
		return nil
	}
	return s.list(inner, true)
}

// placeBeside returns the place and the agencies of a line that a slash or a bar divides, and reports whether
// it is one: Madrid / EFE; EFE | MADRID. Pictures are credited in the same way, to whoever sent them and to
// what nobody names again: the text below tells of the place.
func (s *reading) placeBeside(line string, below article.Span) (place, agencies string, ok bool) {
	a, b, ok := strings.Cut(line, "/")
	if !ok {
		a, b, ok = strings.Cut(line, "|")
	}
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !ok || a == "" || b == "" {
		return "", "", false
	}
	if s.mark(a) != nil {
		a, b = b, a
	}
	if s.mark(b) == nil || s.mark(a) != nil || !word.AllCapital(b) {
		return "", "", false
	}
	return a, b, strings.Contains(strings.ToLower(s.a.Text[below.Start:below.End]), strings.ToLower(a))
}

// placeName reports whether t, before an agency in brackets, is one capitalised word, or several in capitals,
// and no outlet or label.
func (s *reading) placeName(t string) bool {
	const mostWords = 3
	words := strings.Fields(t)
	if len(words) == 0 || len(words) > mostWords || len(words) > 1 && strings.ToUpper(t) != t || !word.Capital(t) {
		return false
	}
	return word.End(t, 0) == len(words[0]) && s.x.lookup(words[0]).class&(cPhoto|cLineLabel|cByWord) == 0 && s.gazetteer.ByName(t) == nil
}

// sentenceEnds are the marks that a sentence may end with.
const sentenceEnds = ".!?:”\"»…。"

// A markReader reads the marks of one article, block by block.
type markReader struct {
	*reading
	dst       []Credit
	block     article.Block
	top, foot bool // whether the block stands near the head, or the foot
}

func (m *markReader) read() {
	if m.block.Len() <= longestByline && m.alone() || m.supplied() {
		return
	}
	switch m.block.Kind {
	case article.Prose, article.Headline, article.Caption:
		m.head()
		m.stamped()
		m.tail()
	case article.Date: // Баку, 3 мая, АЗЕРТАДЖ
		m.head()
	}
	m.brackets()
}

// credit appends a credit for each of the agencies named at span, unless a wire
// line there credits it already.
func (m *markReader) credit(agencies []*outlet.Outlet, span article.Span, cue string) {
	if len(agencies) == 0 {
		return
	}
	for _, o := range agencies {
		if m.isHome(o) || m.indexed.credits(m.dst, o.Name, span) {
			continue
		}
		m.indexed.add(len(m.dst), span)
		m.dst = append(m.dst, sourceOf(o).credit(span, cue))
	}
	for k := firstBehind(m.mentions, span.Start); k < len(m.mentions) && m.mentions[k].Start < span.End; k++ {
		m.spent[k] = m.spent[k] || span.Contains(m.mentions[k].Span)
	}
}

// alone reads a block that is a list of marks and nothing else: ats, afp;
// Quelle: dpa; (sda).
func (m *markReader) alone() bool {
	t := strings.TrimSpace(m.a.Text[m.block.Start:m.block.End])
	inner, bracketed := unbracket(t)
	if !bracketed && !m.top && !m.foot {
		return false
	}
	if !m.gazetteer.MaySign(m.wordsOf(m.block.Span)) {
		return false
	}
	agencies := m.list(inner, bracketed)
	if len(agencies) == 0 && m.foot && !m.top {
		agencies = m.below(t)
	}
	if len(agencies) == 0 || listItem(t) || m.photoLine(m.block.Span) || m.namesake(inner) {
		return false
	}
	cue := CueCreditLine
	if m.top && !m.foot {
		cue = CueByline
	}
	m.credit(agencies, m.block.Span, cue)
	return true
}

// below returns the agency of t, a line below the text, if t is a mark in capitals that counts there alone. Where
// the text has the same letters behind a comma, they are those of the state in which a town lies: Corran, PA.
func (m *markReader) below(t string) []*outlet.Outlet {
	o := m.gazetteer.MarkBelow(t, m.language())
	if o == nil || !word.AllCapital(t) || strings.Contains(m.a.Text, ", "+t) {
		return nil
	}
	return []*outlet.Outlet{o}
}

// supplied reads a line that says from whom the text was had, with a mark where the name would stand:
// (This story is published from a PTI feed without changes.)
func (m *markReader) supplied() bool {
	t := strings.TrimSpace(m.a.Text[m.block.Start:m.block.End])
	if _, bracketed := unbracket(t); !m.top && !m.foot || len(t) > longestLine || !bracketed && !m.block.Kind.Furniture() || m.photoLine(m.block.Span) {
		return false
	}
	if !m.gazetteer.MaySign(m.wordsOf(m.block.Span)) {
		return false
	}
	m.tokenize(m.block.Span, firstBehind(m.mentions, m.block.Start))
	for k := range m.tokens {
		q, n := m.ahead(k, uLine)
		if n == 0 || k+n == len(m.tokens) || !m.lineFits(q, k, k+n) {
			continue
		}
		mark := m.text(k+n, k+n)
		if o := m.mark(mark); o != nil && word.AllCapital(mark) {
			m.credit([]*outlet.Outlet{o}, m.block.Span, CueCreditLine)
			return true
		}
	}
	return false
}

// wordsOf returns the words of the text that begin at span.
func (s *reading) wordsOf(span article.Span) []word.Word {
	return s.words[word.From(s.words, span.Start):word.From(s.words, span.End)]
}

// unbracket returns t without the brackets or slashes around it.
func unbracket(t string) (inner string, bracketed bool) {
	r, n := utf8.DecodeRuneInString(t)
	c := closing(r)
	if c == 0 {
		return t, false
	}
	rest, ok := strings.CutSuffix(strings.TrimRight(t[n:], ". "), string(c))
	if !ok || strings.ContainsRune(rest, r) {
		return t, false
	}
	return rest, true
}

// closing returns the bracket that closes what r opens, or 0.
func closing(r rune) rune {
	switch r {
	case '(':
		return ')'
	case '[':
		return ']'
	case '/':
		return '/'
	case '（':
		return '）'
	case '［':
		return '］'
	case '【':
		return '】'
	case '〔':
		return '〕'
	}
	return 0
}

// longestBracket is the length in bytes of the longest list of marks in brackets.
const longestBracket = 80

// bracketBytes are those that the brackets begin with that closing knows.
var bracketBytes = word.NewBytes("([/\xE3\xEF")

// brackets reads the marks in brackets, anywhere in the block where they may sign.
func (m *markReader) brackets() {
	text := m.a.Text[:m.block.End]
	for i := m.block.Start; ; i++ {
		if i = bracketBytes.Next(text, i); i == len(text) {
			return
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if shut := closing(r); shut != 0 && (r != '/' || i == m.block.Start || text[i-1] == ' ') {
			i = max(i, m.bracket(i, n, shut)-1)
		}
	}
}

// bracket reads the marks in the bracket of n bytes at text[i], which shut
// closes, and returns where it ends, or i if it holds none.
func (m *markReader) bracket(i, n int, shut rune) int {
	text := m.a.Text[:m.block.End]
	near := text[i+n : min(len(text), i+n+longestBracket)]
	k := strings.IndexRune(near, shut)
	end := i + n + k + utf8.RuneLen(shut)
	if k < 0 { // a scan may have lost the bracket
		if k = strings.IndexAny(near, " \n"); k < 0 {
			k = len(near)
		}
		end = i + n + k
	}
	agencies := m.list(near[:k], true)
	if len(agencies) == 0 || m.explained(i, near[:k], agencies) {
		return i
	}
	span := article.Span{Start: i, End: end}
	switch from, ok := m.place(i); {
	case ok && m.opens(from, end):
		span.Start = from
		m.credit(agencies, span, CueDateline)
	case (shut != ']' || m.endsText(i, end)) && m.closes(i, end):
		m.credit(agencies, span, CueCreditLine)
	default:
		from, ok := m.glued(i, end, near[:k], len(agencies))
		if !ok {
			return i
		}
		span.Start = from
		m.credit(agencies, span, CueDateline)
	}
	return end
}

// explained reports whether the marks in a bracket at text[i] are there as the
// abbreviation of the words before it: the Associated Press (AP).
func (m *markReader) explained(i int, inner string, agencies []*outlet.Outlet) bool {
	const gap = 2 // bytes at most between the words and the bracket
	for k := firstBehind(m.mentions, i-gap-1); k < len(m.mentions) && m.mentions[k].End <= i; k++ {
		if m.mentions[k].Outlet == agencies[0] {
			return true
		}
	}
	at := i
	for k := len(inner); k > 0; {
		r, n := utf8.DecodeLastRuneInString(inner[:k])
		k -= n
		if !unicode.IsLetter(r) {
			return false
		}
		a, ok := m.begunBy(r, at)
		if !ok {
			return false
		}
		at = a
	}
	return true
}

// begunBy returns where the word begins that the letter r abbreviates, the last
// one before text[at] but for small words, and reports whether there is one.
func (m *markReader) begunBy(r rune, at int) (int, bool) {
	const mostSmall = 3 // of the
	for range mostSmall {
		a, b, ok := word.Before(m.a.Text, m.block.Start, at)
		if !ok {
			return 0, false
		}
		if unicode.ToLower(firstRune(m.a.Text[a:])) == unicode.ToLower(r) {
			return a, true
		}
		if word.Capital(m.a.Text[a:b]) {
			return 0, false
		}
		at = a
	}
	return 0, false
}

// place returns where the dateline begins that ends before text[i], at the
// head of a block, a line or a sentence, and reports whether there is one: it
// is empty or names of places and dates.
func (m *markReader) place(i int) (from int, ok bool) {
	const longest = 80 // bytes
	text := m.a.Text
	from = i
	for from > m.block.Start && i-from <= longest && text[from-1] != '\n' {
		from--
	}
	if from > m.block.Start && text[from-1] != '\n' {
		return i, false
	}
	if strings.Trim(text[from:i], " \u00a0\u3000\t") == "" {
		return from, true
	}
	return from, m.dated(text[from:i])
}

// dated reports whether t, what stands before an agency's mark, consists of
// names of places, numbers and words of dates: Bangkok, 16 juin.
func (s *reading) dated(t string) bool {
	const most, longestAbbreviation = 9, 5 // words; Calif.
	if strings.ContainsAny(t, "?!:;\"“”«»()") || halved(t) || listItem(t) {
		return false
	}
	words := 0
	for i := word.SkipGap(t, 0); i < len(t); i = word.SkipGap(t, i) {
		end := word.End(t, i)
		w := t[i:end]
		if words++; words > most || words == 1 && s.x.lookup(w).class&cByWord != 0 || !s.dateWord(w) {
			return false
		}
		next := word.SkipGap(t, end)
		stop := end < len(t) && t[end] == '.' && (next == len(t) || !digit(t[next])) // Москва. 3 октября.
		if stop && len(w) > longestAbbreviation && !digit(w[0]) && !word.AllCapital(w) && s.x.lookup(w).class&(cDateWord|cMonth|cDay) == 0 {
			return false // a sentence, or an item of a list
		}
		i = end
	}
	return true
}

// halved reports whether t ends with the first half of a word: Fernmelde-.
func halved(t string) bool { return strings.HasSuffix(t, "-") && !strings.HasSuffix(t, " -") }

// dateWord reports whether w may stand in a dateline: a name, a number, or a word
// of dates.
func (s *reading) dateWord(w string) bool {
	return digit(w[0]) || word.Capital(w) || s.x.lookup(w).class&(cDateWord|cDay|cMonth|cConnect|cPrep) != 0
}

// opens reports whether the text of a report begins behind the dateline
// text[from:end].
func (m *markReader) opens(from, end int) bool {
	const least = 60 // bytes
	rest := m.a.Text[end:m.block.End]
	whole := strings.ContainsRune(sentenceEnds, lastRune(rest))
	if t := strings.TrimRight(rest, ". "); t != "" && digit(t[len(t)-1]) {
		whole = false // a line that ends within: der 17. Weltmeisterschaften
	}
	if len(rest) < least && whole && closing(firstRune(m.a.Text[from:])) != 0 {
		return false // a sentence without a place may be a photograph's
	}
	dash := false
	for _, r := range rest {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("\"'«»“”„‘’‹›¿¡([", r):
		case unicode.IsPunct(r), unicode.IsSymbol(r), r == '\u00ad':
			dash = true
		default:
			return dash || unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLower(r)
		}
	}
	return false
}

// endsText reports whether the square bracket text[i:end] ends the text of a script that does not
// divide words, behind a paragraph of several sentences: [연합뉴스]. Elsewhere, and behind a single one, it
// is who took a picture.
func (m *markReader) endsText(i, end int) bool {
	const leastText = 240 // bytes, a third of them signs
	if strings.TrimSpace(m.a.Text[end:m.block.End]) != "" {
		return false
	}
	before := m.a.Text[m.block.Start:i]
	return m.foot && unspaced(firstRune(before)) && len(before) >= leastText && !m.proseBehind(end) &&
		strings.Count(before, ". ")+strings.Count(before, "。") >= 2
}

// closes reports whether the bracket text[i:end] stands behind the end of a
// sentence and signs what was told there.
func (m *markReader) closes(i, end int) bool {
	const leastText = 120 // bytes before it, else it may be a caption's or a headline's
	before := strings.TrimRight(m.a.Text[m.block.Start:i], " \u00a0\u3000\n\t")
	if listItem(before) || len(before) < leastText && !m.foot {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(before); !strings.ContainsRune(".,!?;:”\"»“’'…。」』）)", r) || before == "" {
		return false
	}
	rest := m.a.Text[end:m.block.End]
	after := strings.TrimLeft(rest, " \u00a0\u3000\t.,;-–—")
	if after == "" || after[0] == '\n' || editorsMarks(after) {
		return true
	}
	if after[0] == '*' {
		return len(after) < len(rest) // a note: *harlow.example belongs to a network
	}
	r := firstRune(after)
	return len(after) < len(rest) && (unicode.IsUpper(r) || unicode.IsDigit(r)) && len(before) >= leastText
}

// editorsMarks reports whether t is nothing but the initials of those who edited, as PAP signs: abc/ def/.
func editorsMarks(t string) bool {
	const longest, most = 4, 4 // letters; people
	n := 0
	for sign := range strings.FieldsSeq(t) {
		w, ok := strings.CutSuffix(sign, "/")
		if n++; !ok || n > most || len(w) < 2 || len(w) > longest || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) >= 0 {
			return false
		}
	}
	return n > 0
}

func firstRune(t string) rune {
	r, _ := utf8.DecodeRuneInString(t)
	return r
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
