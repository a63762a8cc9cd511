package layout

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/article/sentence"
	"wiretrace/lang/word"
)

// Find finds the blocks and sentences of a.Text, and what its first and last
// lines say about the article. It takes the title, outlet and language of a
// as hints and changes nothing. Time is linear in the text, whatever it holds.
func Find(a *article.Article) (article.Layout, article.Meta) {
	return FindAmong(a, word.Words(nil, a.Text))
}

// FindAmong is Find for an article whose words are known, as word.Words finds
// them. It keeps none.
func FindAmong(a *article.Article, scanned []word.Word) (article.Layout, article.Meta) {
	l := layouters.Get().(*layouter)
	defer l.release()
	l.text, l.title, l.outlet, l.scanned = a.Text, a.Title, a.Outlet, scanned
	l.unspaced = isUnspaced(a.Text)
	l.lines = splitLines(l.lines[:0], a.Text)
	l.reading.shouts = shouts(a.Text, l.lines)
	for _, line := range joinLines(a.Text, l.lines, l.reading.shouts) {
		l.add(line)
	}
	l.preamble(a.Preamble)
	l.layHead()
	l.layLists()
	l.layCaptions()
	l.layRepeated()
	l.layPosts()
	l.layFoot()
	l.layGallery()

	layout := article.Layout{Blocks: make([]article.Block, 0, len(l.parts)+1), Sentences: l.sentences[:0]}
	language := l.language(a.Language)
	g := sentence.For(language)
	for i := range l.parts {
		p := &l.parts[i]
		if p.Start < a.Preamble {
			p.kind = article.Chrome
		}
		layout.Blocks = append(layout.Blocks, article.Block{Span: p.Span, Kind: p.kind})
		if p.kind.Furniture() {
			continue
		}
		from := len(layout.Sentences)
		layout.Sentences = sentence.Append(layout.Sentences, a.Text, p.Span, g)
		if p.kind == article.Prose {
			l.cutGlued(&layout, from, i >= len(l.parts)-4)
		}
	}
	l.sentences = layout.Sentences
	layout.Sentences = append(make([]article.Span, 0, len(l.sentences)), l.sentences...)
	m := l.meta()
	if m.Published.Precision == article.NoTime || m.Published.Guess() {
		l.dateline(&m)
	}
	m.Language = language
	return layout, m
}

// A part is a block in the making.
type part struct {
	article.Span
	gap  int // line ends before it
	kind article.Kind
	sure bool // its own words decide its kind
	// What its words tell where they do not decide.
	prose    bool // running text beyond doubt
	sentence bool // reads as a whole sentence
	ended    bool // ends with a full stop or the like
	quotes   bool
	menu     bool // items with marks between
	sections bool // names of sections
	name     bool // names of people and nothing else
	role     bool // what a writer is, without a name
	label    bool // what follows are headlines of other pieces
	signed   bool // a post's author and date, without the post
	phrase   bool // known by a phrase alone
	whole    bool // the phrase is the whole line, or three words of it or more
	upper    bool // capitals throughout
	words    int
}

// short reports whether p is a line rather than a paragraph, and undecided.
func (p *part) short() bool { return !p.sure && !p.prose && p.kind == article.Prose }

// A layouter holds a text while its parts are told from each other.
type layouter struct {
	text, title, outlet string
	names               []string // what lines may call the outlet, once it is needed
	vocabulary          *vocabulary
	scanned             []word.Word // the words of text
	lines               []line
	parts               []part
	sentences           []article.Span
	reading             reading
	buf                 []token
	body                int  // index of the first part of the running text
	headline            int  // index of the headline, or -1
	untitled            bool // the title given is none, and the headline is one
	titleless           bool // the title given is none, and no line is one
	unspaced            bool // the text is in a script that puts no spaces between words
	page                pageTitle
}

// layouters keeps layouters between texts for their memory.
var layouters = sync.Pool{New: func() any { return &layouter{vocabulary: furnitureWords()} }}

// release gives l back, without what it holds of the text, nor more memory
// than a long article needs.
func (l *layouter) release() {
	const most = 1 << 12
	if cap(l.lines) > most || cap(l.sentences) > most || cap(l.reading.words) > most || cap(l.buf) > most {
		return
	}
	clear(l.names)
	*l = layouter{
		names: l.names[:0], vocabulary: l.vocabulary, lines: l.lines[:0], parts: l.parts[:0], sentences: l.sentences[:0],
		reading: reading{words: l.reading.words[:0]}, buf: l.buf[:0],
	}
	layouters.Put(l)
}

// add appends the parts of one paragraph: what is glued before its first
// sentence, and the rest.
func (l *layouter) add(p line) {
	for range 3 {
		cut, kind := l.gluedBefore(p.Span)
		if cut == 0 && len(l.parts) == 0 {
			cut, kind = l.gluedMenu(p.Span), article.Site
		}
		if cut == 0 {
			break
		}
		l.parts = append(l.parts, part{Span: article.Span{Start: p.Start, End: word.TrimEnd(l.text, cut)}, gap: p.gap, kind: kind, sure: true, words: 2})
		p.Start, p.gap = word.SkipSpace(l.text, cut), 0
	}
	l.parts = append(l.parts, part{Span: p.Span, gap: p.gap})
	l.classify(&l.parts[len(l.parts)-1])
}

// preamble marks what begins before an offset as no part of the article: its lines are
// keys of a program, and no headline or byline.
func (l *layouter) preamble(end int) {
	for i := range l.parts {
		p := &l.parts[i]
		if p.Start >= end {
			return
		}
		*p = part{Span: p.Span, gap: p.gap, kind: article.Chrome, sure: true, words: p.words}
	}
}

// gluedBefore returns where the furniture that stands before the first
// sentence of a paragraph ends, and its kind; 0 where there is none.
func (l *layouter) gluedBefore(s article.Span) (int, article.Kind) {
	const rest = 16 // bytes that must follow
	if s.Len() < rest+8 {
		return 0, article.Prose
	}
	end := min(s.End, s.Start+64)
	for !utf8.RuneStart(l.text[min(end, len(l.text)-1)]) && end > s.Start {
		end--
	}
	first := l.text[s.Start]
	letter := 'a' <= first|0x20 && first|0x20 <= 'z' || first >= utf8.RuneSelf || first == '['
	if !letter && (first < '0' || first > '9') {
		return 0, article.Prose
	}
	r := &l.reading
	if letter { // one word decides whether a closer look is worth it
		k := s.Start
		if first == '[' {
			k++
		}
		word, _ := word.LettersAt(l.text[:end], k)
		t := l.vocabulary.find(word)
		if t.class&(wordWhen|wordChrome) == 0 || t.class&wordFunction != 0 {
			return 0, article.Prose
		}
	} else if end-s.Start < 10 || l.text[s.Start+4] != '-' && l.text[s.Start+4] != '/' {
		return 0, article.Prose // only 2024-08-17 stands without a label
	}
	r.Span, r.words = s, l.vocabulary.tokenize(r.words[:0], l.text, l.scanned, s.Start, end)
	cut, kind := r.gluedDate(l.text), article.Date
	if cut == 0 {
		cut, kind = r.gluedLabel(l.text, s), article.Chrome
	}
	if cut == 0 || s.End-cut < rest {
		return 0, article.Prose
	}
	follow := word.SkipSpace(l.text, cut)
	if next, _ := utf8.DecodeRuneInString(l.text[follow:]); follow == cut || unicode.IsLower(next) || strings.ContainsRune("|·,.-–—:;/)", next) {
		return 0, article.Prose
	}
	return cut, kind
}

// gluedDate returns the end of a date in figures at the beginning of the
// words, with its label and time if it has them, or 0.
func (r *reading) gluedDate(text string) int {
	i := 0
	if i < len(r.words) && r.words[0].is(wordWhen) && !r.words[0].is(wordFunction) {
		i++
	}
	if !numericDate(text, r, i) || i == 0 && r.words[0].end-r.words[0].start != 4 {
		return 0
	}
	last := i + 2
	for last+1 < len(r.words) && last < i+6 {
		w := r.words[last+1]
		if w.shape&shapeDigit == 0 && !(w.is(wordZone|wordClock) && (w.shape&shapeUpper != 0 || w.is(wordClock))) || w.start-r.words[last].end > 2 ||
			w.shape&shapeDigit != 0 && !clockAt(text, r, last+1) && text[w.start-1] != ':' && text[w.start-1] != '.' {
			break
		}
		last++
	}
	return r.words[last].end
}

// gluedLabel returns the end of a button or label before prose, such as
// "Share this article: ", or 0.
func (r *reading) gluedLabel(text string, s article.Span) int {
	if s.Len() < 120 || len(r.words) < 3 {
		return 0
	}
	if w := r.words[0]; advertisement(text[w.start:w.end]) {
		end := w.end
		if text[end] == ']' || text[end] == ':' {
			end++
		}
		if r.words[1].shape&shapeCapital != 0 {
			return end
		}
		return 0
	}
	for i, w := range r.words[:min(5, len(r.words))] {
		if !w.is(wordChrome|wordNetwork) && !(i > 0 && w.is(wordFunction)) {
			return 0
		}
		if text[w.end] == ':' {
			if i == 0 {
				return 0 // "Video: ..." may be the piece's own
			}
			return w.end + 1
		}
	}
	return 0
}

// advertisement reports whether word is what is put above an advertisement.
func advertisement(word string) bool {
	switch word {
	case "Advertisement", "ADVERTISEMENT", "Publicidad", "PUBLICIDAD", "Publicité", "PUBLICITÉ", "Anzeige", "ANZEIGE", "Pubblicità", "PUBBLICITÀ", "Publicidade", "PUBLICIDADE":
		return true
	}
	return false
}

// classify sets what the words of p tell about it.
func (l *layouter) classify(p *part) {
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	p.words, p.ended, p.quotes = len(r.words), r.ended, r.quotes
	if l.unspaced {
		defer l.reckon(p)
	}
	decide := func(kind article.Kind) { p.kind, p.sure = kind, true }
	s := l.text[p.Start:p.End]
	if l.classifyPost(p, r) {
		return
	}
	if _, _, ok := reporters(s); ok {
		decide(article.Byline)
		return
	}
	if len(r.words) == 0 || r.whole && r.numbers == len(r.words) && len(r.words) < 4 {
		if r.dateLine(l.text) {
			decide(article.Date)
		} else if !strings.ContainsFunc(s[:min(len(s), headOfLong)], unicode.IsLetter) {
			decide(article.Chrome)
		}
		return
	}
	if script(s) || l.forecast(s) {
		decide(article.Chrome)
		return
	}
	if !r.whole {
		if f := r.phrase(l.text); f != nil && p.Len() < longCaption {
			decide(f.kind)
			return
		}
		if l.credited(p.Span) || p.Len() < longCaption && underPlayer(s) {
			decide(article.Caption)
			return
		}
		p.prose, p.sentence = r.prose(), true
		return
	}
	if r.dateLine(l.text) {
		decide(article.Date)
		if _, by := r.byline(l.text); by {
			p.kind = article.Byline
		} else if _, by := l.bylineAmong(p.Span); by {
			p.kind = article.Byline
		}
		return
	}
	if r.signedAndDated(l.text) {
		decide(article.Byline)
		return
	}
	if _, ok := r.byline(l.text); ok {
		decide(article.Byline)
		return
	}
	if f := r.phrase(l.text); f != nil {
		decide(f.kind)
		p.label, p.phrase, p.whole = f.label && !(p.words > 5 && !f.ends) && !namesOther(s), true, f.ends && f.begins || f.literal() > 2
		return
	}
	if kind, ok := l.pieces(p.Span); ok {
		decide(kind)
		return
	}
	if r.asksReader(l.text, false) {
		decide(article.Chrome)
		p.phrase = true
		return
	}
	if signOff(s) {
		decide(article.Byline)
		return
	}
	if l.credited(p.Span) || underPlayer(s) {
		decide(article.Caption)
		return
	}
	switch {
	case r.menu() && !(r.bars == 1 && r.loneName(l.text) && (r.count(wordRole) > 0 || r.words[p.words-1].is(wordAgency|wordPaper))):
		decide(article.Chrome)
		p.menu = true
	case r.buttons(l.text), p.words == 1 && p.Len() < 30 && strings.IndexByte(s, '_') > 0, r.at && p.Len() <= 160 && !r.quotes && address(s), strings.HasPrefix(s, "http") && strings.IndexByte(s, ' ') < 0, p.words < 6 && strings.HasPrefix(s, "++") && strings.HasSuffix(s, "++"):
		decide(article.Chrome)
	case strings.HasPrefix(s, ">>"), strings.HasPrefix(s, "► "), strings.HasPrefix(s, "▶"):
		if !r.ended {
			decide(article.Chrome)
		}
	}
	p.sentence, p.prose = r.sentence(), r.prose()
	p.sections = r.sections() || r.slash()
	p.name, p.role = r.loneName(l.text), r.roleLine(l.text)
	p.upper = r.upper > 0 && r.lower == 0 && r.upper*2 >= len(r.words)
}

// reckon sets what part p, as classify has left it, is in a text without spaces between words.
func (l *layouter) reckon(p *part) {
	s := l.text[p.Start:p.End]
	p.words = max(p.words, reckonedWords(s[:min(len(s), longUnspaced)]))
	if !p.sure {
		p.prose = l.reading.unspacedProse()
		p.sentence = p.prose || p.sentence
	}
}

// namesOther reports whether a line names the other piece itself, behind a colon, so
// that what follows is the article again: Read also: Ferry fares to rise.
func namesOther(s string) bool {
	_, rest, _ := strings.Cut(s, ":")
	return strings.IndexByte(strings.TrimSpace(rest), ' ') > 0
}

// script reports whether s is a piece of the page's code.
func script(s string) bool {
	s = s[:min(len(s), 4*headOfLong)]
	if strings.IndexByte(s, '{') < 0 && strings.IndexByte(s, '=') < 0 {
		return false
	}
	if marked(s) {
		return true
	}
	return strings.Contains(s, "function(") || strings.Contains(s, "window.") || strings.Contains(s, "document.get") || strings.Contains(s, "document.write") || strings.Contains(s, "document.create") || strings.Contains(s, "});") ||
		strings.Contains(s, "{ ") && strings.Contains(s, "; }") || strings.Contains(s, " || [];")
}

// marked reports whether s is full of the marks of code: braces and comparisons,
// and at least codeMarks marks for each hundred bytes.
func marked(s string) bool {
	const codeMarks = 7
	if !strings.Contains(s, "{") && !strings.Contains(s, "];") && (!strings.Contains(s, "==") || !strings.Contains(s, "(")) {
		return false
	}
	n := 0
	for i := range len(s) {
		if strings.IndexByte("{}()[];=<>&|_", s[i]) >= 0 {
			n++
		}
	}
	return 100*n >= codeMarks*len(s)
}

// forecast reports whether s, the next paragraph, is the weather that sites of
// local papers put above each article: a postal code between brackets, Today and
// a forecast, Tonight and a forecast.
func (l *layouter) forecast(s string) bool {
	const highest = 6 // parts that may stand above it, itself counted
	n := len(l.parts)
	if n < 3 || n > highest || len(s) > shortLine || len(l.line(0)) != len("(12345)") || strings.Trim(l.line(0), "(0123456789)") != "" {
		return false
	}
	if above := l.line(n - 2); above != "Today" && above != "Tonight" && above != "Tomorrow" {
		return false
	}
	return strings.Contains(s, " mph") || strings.Contains(s, "F.")
}

// line returns the text of part i.
func (l *layouter) line(i int) string { return l.text[l.parts[i].Start:l.parts[i].End] }

// address reports whether s holds an e-mail address or is an account's name.
func address(s string) bool {
	k := strings.IndexByte(s, '@')
	if k == 0 {
		return strings.IndexByte(s, ' ') < 0
	}
	return k > 0 && k+1 < len(s) && s[k-1] != ' ' && s[k-1] != '(' && strings.IndexByte(s[k:], '.') > 0
}
