package layout

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// findHeadline sets the index of the headline: the part that is the title
// given, unless its words are plainly furniture's; else the likeliest part of
// the head.
func (l *layouter) findHeadline() {
	var body *wordSet // made once it is needed
	inBodyOf := func(s article.Span) (shared, words int) {
		if body == nil {
			body = l.bodyWords()
		}
		return body.shared(l.text, s)
	}
	inBody := func(i int) (shared, words int) { return inBodyOf(l.parts[i].Span) }
	refused := false
	if l.headline, refused = l.titlePart(inBody); l.headline >= 0 {
		return
	}
	defer func() { l.titleless = l.titleless && !l.untitled }()
	if l.findPageTitle(inBodyOf) {
		return
	}
	candidates := slices.DeleteFunc(l.headlines(), func(i int) bool {
		shared, _ := inBody(i)
		return shared == 0 && l.sinceYear(i)
	})
	if len(candidates) == 0 {
		l.headline = l.shortHeadline()
		return
	}
	if at := slices.IndexFunc(candidates, func(i int) bool { // it must tell what the text is about
		return refused && l.tellsOfBody(i, inBody)
	}); at >= 0 {
		l.headline, l.untitled = candidates[at], true
		return
	}
	l.headline = l.likeliest(l.withoutBar(candidates, inBody), inBody)
}

// tellsOfBody reports whether part i, which is to stand for a title that is none, tells what the running text is about.
func (l *layouter) tellsOfBody(i int, inBody func(i int) (shared, words int)) bool {
	if l.titleless && strings.HasSuffix(strings.TrimRight(l.line(i), `"'”’»`), ".") {
		return false // the caption of a picture, a quotation
	}
	shared, words := inBody(i)
	if l.titleless && l.signedBelow(i) {
		return shared*3 >= words && shared > 1
	}
	return shared*2 >= words && shared >= min(words, 3) && shared > 1
}

// withoutBar returns candidates without those first ones that are the bar of a site, its
// name and sections in a row without marks: HOY Badajoz Cáceres Mérida Zafra. A bar has no
// small words, and tells less of what the running text is about than the headline below.
func (l *layouter) withoutBar(candidates []int, inBody func(i int) (shared, words int)) []int {
	const mostBars = 2
	for n := range mostBars {
		if n+1 >= len(candidates) || !l.bar(candidates[n]) {
			return candidates[n:]
		}
		if l.hostFirst(candidates[n]) || l.masthead(candidates[n]) {
			continue
		}
		named, of := l.reading.count(wordSection|wordChrome), len(l.reading.words)
		shared, words := inBody(candidates[n])
		below, wordsBelow := inBody(candidates[n+1])
		less := 2*shared <= words && (2*named >= of || below > shared && below > 1)
		if 3*named >= of {
			less = less || 4*shared <= 3*words && below*words > shared*wordsBelow && below > 1
		}
		if !less {
			return candidates[n:]
		}
	}
	return candidates[mostBars:]
}

// bar reports whether part i reads as names in a row: no small words, no marks, and
// nothing that ends or is quoted. l.reading is of part i then.
func (l *layouter) bar(i int) bool {
	const longest = 14 // words
	p := &l.parts[i]
	if p.quotes || p.words > longest || equalFolded(l.text[p.Start:p.End], l.title) {
		return false
	}
	if l.outletFirst(i) > 0 {
		l.vocabulary.read(&l.reading, l.text, l.scanned, p.Span)
		return true
	}
	if p.ended {
		return false
	}
	if strings.ContainsAny(l.text[p.Start:p.End], ",:;?!(") {
		return false
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	return r.numbers == 0 && (r.lower == 0 || 3*r.lower <= len(r.words) && 4*r.function <= len(r.words) || l.hostFirst(i))
}

// outletFirst returns where the outlet's name ends with which part i, the first line,
// begins, if it goes on without a mark: THE TIMES Today's sections, The Example Independent
// since 1871. It is 0 if there is none.
func (l *layouter) outletFirst(i int) int {
	if i > 0 || l.outlet == "" {
		return 0
	}
	s := l.line(i)
	for k := 0; k <= 2*len(l.outlet); k++ {
		space := strings.IndexByte(s[k:], ' ')
		if space < 0 {
			return 0
		}
		k += space
		if k > 2 && !strings.ContainsAny(s[k-1:k], ":,-|.!?") && l.namesOutlet(s[:k]) {
			return k
		}
	}
	return 0
}

// masthead reports whether part i is the outlet's name and what stands beside it at the
// top of each page: the name alone is in capitals, or sections follow and no small word.
// l.reading is of part i.
func (l *layouter) masthead(i int) bool {
	k := l.outletFirst(i)
	if k == 0 {
		return false
	}
	name, rest := l.line(i)[:k], l.line(i)[k:]
	if word.AllCapital(name) && !word.AllCapital(rest) && !word.AllCapital(l.outlet) {
		return true
	}
	r := &l.reading
	behind := r.words[min(len(r.words), len(strings.Fields(name))):]
	sections, small := 0, 0
	for _, w := range behind {
		switch {
		case w.shape&shapeLower != 0:
			return false
		case w.is(wordSection | wordChrome):
			sections++
		case w.is(wordFunction):
			small++
		}
	}
	return sections > 2 || small == 0 && sections > 0 && len(behind) > 2
}

// hostFirst reports whether part i begins with the address of a site: actu.fr Loire Roanne.
func (l *layouter) hostFirst(i int) bool {
	const longest = 4 // letters behind the dot
	first, _, _ := strings.Cut(l.text[l.parts[i].Start:l.parts[i].End], " ")
	name, end, ok := strings.Cut(first, ".")
	return ok && len(name) > 1 && 1 < len(end) && len(end) <= longest && strings.ToLower(end) == end && !strings.ContainsFunc(end, func(r rune) bool { return !unicode.IsLetter(r) })
}

// likeliest returns the headline among candidates.
func (l *layouter) likeliest(candidates []int, inBody func(i int) (shared, words int)) int {
	if len(candidates) == 1 {
		return candidates[0]
	}
	for _, i := range candidates {
		enough := 1
		if i > 0 && l.parts[i-1].kind == article.Site && !l.parts[i-1].menu || l.parts[i].words <= 3 {
			enough = 2 // a slogan may stand here
		}
		if shared, words := inBody(i); shared >= enough || shared*2 >= words && shared > 0 {
			return i
		}
	}
	return candidates[0]
}

// shortHeadline returns the line of two words that a byline or date stands directly
// below, where nothing else may be the headline; -1 if there is none.
func (l *layouter) shortHeadline() int {
	for i := range min(l.body, len(l.parts)-1) {
		p, below := &l.parts[i], &l.parts[i+1]
		if p.words == 2 && !p.sure && p.kind == article.Prose && !p.name && !p.role && !p.sections && !p.upper && !p.ended &&
			(below.kind == article.Byline || below.kind == article.Date) {
			return i
		}
	}
	return -1
}

// titlePart returns the first part of the head that is the title given; -1 if there
// is none, and then whether lines of the head are the title given, but something else by
// their own words. Of one that may be something else, such as a name, half of the words,
// three at least, must stand in the running text too: inBody counts them.
func (l *layouter) titlePart(inBody func(i int) (shared, words int)) (part int, refused bool) {
	if l.title == "" {
		return -1, false
	}
	if !strings.ContainsFunc(l.title, wordRune) { // a cross, a bullet
		l.titleless = true
		return -1, true
	}
	for i := range l.parts[:min(l.body+1, len(l.parts))] {
		p := &l.parts[i]
		if !equalFolded(l.text[p.Start:p.End], l.title) {
			continue
		}
		if l.isFurniture(i, inBody) {
			refused, l.titleless = true, true
			continue
		}
		if p.noTitle() {
			refused = true
			continue
		}
		if p.phrase || p.kind == article.Byline || p.name && i+2 < l.body {
			if shared, words := inBody(i); shared < 3 || shared*2 < words {
				refused = refused || !p.name || shared == 0 // a title may look like a name
				continue
			}
		}
		l.titleless = false
		return i, false
	}
	return -1, refused
}

// isFurniture reports whether part i, which is the title given, is furniture beyond doubt, as where a scraper took the first
// line of a page for its title: a button, a section, a day, the site's name, the credit of a picture. What may be a title
// by its words is none only if it tells nothing of what the running text is about.
func (l *layouter) isFurniture(i int, inBody func(i int) (shared, words int)) bool {
	p := &l.parts[i]
	if never, sure := l.neverTitle(p); sure {
		return never
	}
	shared, words := inBody(i)
	switch {
	case p.phrase && !p.whole: // Video: and Check your begin titles too
		return shared*4 < words || shared == 0 && words > 0
	case p.kind != article.Prose && p.sure:
		return shared < 3 || shared*2 < words
	case shared > 0:
		return false
	}
	line := l.line(i)
	return p.sections || p.words <= smallTitle && (beginsSmall(line) || strings.HasSuffix(line, ":")) || l.onlyChrome(p)
}

// neverTitle reports whether part p of the head is furniture whatever words it shares with the running text, and whether that is sure.
func (l *layouter) neverTitle(p *part) (never, sure bool) {
	line := l.text[p.Start:p.End]
	switch {
	case p.sure && (p.kind == article.Site || p.kind == article.Date && l.onlyDate(p)), p.kind == article.Post, p.signed:
		return true, true
	case !strings.ContainsFunc(line, unicode.IsLetter): // a year or a number may be what the piece is about
		return !strings.Contains(l.text[p.End:], line), true
	}
	keywords := p.phrase && strings.Count(line, "|") > 1
	never = keywords || letterButtons(line) || outlook(line)
	return never, never
}

// onlyDate reports whether p is a day and its words, and not a title that ends with one: Schedule of the council for Monday, 3 March.
func (l *layouter) onlyDate(p *part) bool {
	const most = 2 // other words
	l.vocabulary.read(&l.reading, l.text, l.scanned, p.Span)
	other := 0
	for _, w := range l.reading.words {
		if w.shape&shapeDigit == 0 && !w.is(wordMonth|wordWeekday|wordWhen|wordZone|wordClock|wordAgo|wordFunction|wordSection|wordChrome) {
			other++
		}
	}
	return other <= most
}

// smallTitle is the number of words of the longest button that begins with a small letter, and of the longest label.
const smallTitle = 3

// letterButtons reports whether a line is the buttons by which readers choose the size of letters: A A, A A A.
func letterButtons(line string) bool {
	words := strings.Fields(line)
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return strings.Trim(w, "+-−") != "A" })
}

// outlook reports whether s is such a forecast by itself: High 71F. Winds light and variable; Low 48F. Winds SW at 5 to 10 mph.
func outlook(s string) bool {
	const longest = 160 // bytes
	if len(s) > longest || !strings.Contains(s, "F. Winds ") {
		return false
	}
	for _, word := range [...]string{"High ", "Low ", "High near ", "Low around "} {
		if _, rest, ok := strings.Cut(s, word); ok && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
			return true
		}
	}
	return false
}

// beginsSmall reports whether a line begins with a word in small letters: not with iPhone.
func beginsSmall(line string) bool {
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLower(r) {
		return false
	}
	first, _, _ := strings.Cut(line, " ")
	return strings.ToLower(first) == first
}

// onlyChrome reports whether p is words of buttons and menus and nothing else: Next, View Comments.
func (l *layouter) onlyChrome(p *part) bool {
	const most = 4 // words
	if p.words > most {
		return false
	}
	l.vocabulary.read(&l.reading, l.text, l.scanned, p.Span)
	r := &l.reading
	return len(r.words) > 0 && !slices.ContainsFunc(r.words, func(w token) bool { return !w.is(wordChrome | wordNetwork | wordSection) }) && r.count(wordChrome|wordNetwork) > 0
}

// noTitle reports whether p is something else than a title by its own words.
func (p *part) noTitle() bool {
	switch p.kind {
	case article.Date, article.Site, article.Post, article.Caption:
		return true
	}
	return p.sections || p.words < 2 && p.sure
}

// mostHeadlines is how many parts of a head are looked at that may be the headline.
const mostHeadlines = 8

// headlines returns the first parts of the head that may be the headline by their form.
func (l *layouter) headlines() []int {
	var out []int
	for i := range l.parts[:l.running()] {
		p := &l.parts[i]
		switch {
		case p.sure, p.kind != article.Prose, p.name, p.role, p.sections:
		case p.words < 3, p.Len() > l.longestHeadline(), l.slogan(i), outlook(l.line(i)):
		case p.ended && (l.text[p.End-1] == '.' || l.unspaced && fullStop(l.text[:p.End])) && p.words > 3 && !l.signedBelow(i): // a sentence
		case len(out) == mostHeadlines:
			return out
		default:
			out = append(out, i)
		}
	}
	return out
}

// running returns the index of the first part of the running text, which a forecast above the headline is not.
func (l *layouter) running() int {
	i := l.body
	if i == len(l.parts) || !outlook(l.line(i)) {
		return i
	}
	for i < len(l.parts) && (!l.parts[i].prose || l.parts[i].sure || outlook(l.line(i))) {
		i++
	}
	return i
}

// longestHeadline returns the length in bytes of the longest headline.
func (l *layouter) longestHeadline() int {
	const longest = 220
	if l.unspaced {
		return longestUnspaced
	}
	return longest
}

// fullStop reports whether s ends with a full stop.
func fullStop(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '。', '।', '۔', '።', '។', '။', '։':
		return true
	}
	return false
}

// signedBelow reports whether a byline or a date stands under part i.
func (l *layouter) signedBelow(i int) bool {
	for k := i + 1; k < min(len(l.parts), i+3); k++ {
		if p := &l.parts[k]; p.kind == article.Byline || p.kind == article.Date || p.name {
			return l.parts[i].words <= 14
		}
	}
	return false
}

// slogan reports whether part i of the head reads as what a site says of
// itself: in lower case, or "Your ..." under its name.
func (l *layouter) slogan(i int) bool {
	s := l.text[l.parts[i].Start:l.parts[i].End]
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) && len(s) < 100 {
		word, _ := word.LettersAt(s, 0)
		return len(word) == len(s) || s[len(word)] == ' ' // not iPhone
	}
	if i == 0 || l.parts[i-1].kind != article.Site || l.parts[i-1].menu {
		return false
	}
	first, next, _ := strings.Cut(s, " ")
	switch first {
	case "Your", "Our", "Votre", "Notre", "Ihre", "Ihr", "Tu", "Su", "Nuestro", "Nuestra", "Seu", "Sua":
		return true
	case "Il", "La": // Il tuo quotidiano
		own, _, _ := strings.Cut(next, " ")
		return slices.Contains([]string{"tuo", "tua", "vostro", "vostra", "nostro", "nostra"}, own)
	}
	return false
}

// sinceYear reports whether part i ends as mottos do that say how old the outlet is:
// "since 1898".
func (l *layouter) sinceYear(i int) bool {
	p := &l.parts[i]
	if p.Len() > 100 {
		return false
	}
	words := strings.Fields(l.text[p.Start:p.End])
	if n := len(words) - 1; n > 0 && (words[n] == "roku" || words[n] == "r.") {
		words = words[:n]
	}
	if len(words) < 2 {
		return false
	}
	year := strings.Trim(words[len(words)-1], ".)")
	if n, err := strconv.Atoi(year); err != nil || n < 1600 || n > 2100 {
		return false
	}
	switch strings.ToLower(strings.Trim(words[len(words)-2], "(,")) {
	case "since", "established", "est.", "founded", "seit", "gegründet", "depuis", "fondé", "desde", "fundado", "dal", "fondato", "sinds", "sedan", "siden", "od":
		return true
	}
	return false
}

// A wordSet is a set of the longer words of a stretch of text, by their first
// letters, so that inflected forms agree.
type wordSet struct {
	slots [1024]uint32
	n     int
	stems func(s string, f func(uint32) bool) // takes the words of a stretch
}

// bodyWords returns the words of the beginning of the running text.
func (l *layouter) bodyWords() *wordSet {
	set := &wordSet{stems: eachStem}
	if l.unspaced {
		set.stems = unspacedStems
	}
	if body := l.running(); body < len(l.parts) {
		from := l.parts[body].Start
		to := min(len(l.text), from+3000)
		for to > from && to < len(l.text) && !utf8.RuneStart(l.text[to]) {
			to--
		}
		set.stems(l.text[from:to], func(h uint32) bool {
			set.add(h)
			return set.n < len(set.slots)/2
		})
	}
	return set
}

func (w *wordSet) add(h uint32) {
	for i := h % 1024; ; i = (i + 1) % 1024 {
		if w.slots[i] == h {
			return
		}
		if w.slots[i] == 0 {
			w.slots[i] = h
			w.n++
			return
		}
	}
}

func (w *wordSet) has(h uint32) bool {
	for i := h % 1024; w.slots[i] != 0; i = (i + 1) % 1024 {
		if w.slots[i] == h {
			return true
		}
	}
	return false
}

// shared returns how many of the longer words at s the set holds, and how many there are.
func (w *wordSet) shared(text string, s article.Span) (shared, words int) {
	w.stems(text[s.Start:s.End], func(h uint32) bool {
		words++
		if w.has(h) {
			shared++
		}
		return true
	})
	return shared, words
}

// eachStem calls f with a hash of the first five letters, in lower case, of
// each word of four letters or more, until f returns false.
func eachStem(s string, f func(uint32) bool) {
	const offset, prime = 2166136261, 16777619
	h, n := uint32(offset), 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if n < 5 {
				h = (h ^ uint32(unicode.ToLower(r))) * prime
			}
			n++
			continue
		}
		if n >= 4 && !f(h|1) {
			return
		}
		h, n = offset, 0
	}
	if n >= 4 {
		f(h | 1)
	}
}
