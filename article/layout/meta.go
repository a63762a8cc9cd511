package layout

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/article/date"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// longestMeta is how many parts at either end of a text are read for what
// they say about the article.
const longestMeta = 24

// meta reads the parts that are headline, byline, date and name of the site.
func (l *layouter) meta() article.Meta {
	var m article.Meta
	if l.headline >= 0 {
		s := l.parts[l.headline].Span
		if l.page.part == l.headline && l.page.title.Len() > 0 {
			s = l.page.title
		}
		m.Title = withoutMarks(singleSpaced(l.text[s.Start:s.End]))
		m.Untitled = l.untitled
	}
	if l.titleless {
		m.Title, m.Untitled = "", true
	}
	if s := l.page.site; s.Len() > 0 {
		m.Outlet = singleSpaced(l.text[s.Start:s.End])
	}
	updated := false // the time found is of an update
	for i := range l.parts {
		if m.Outlet == "" && i <= l.body {
			m.Outlet = cmp.Or(l.issuer(i), l.paperBeside(&l.parts[i]))
		}
		if i > l.body+longestPauses && i < len(l.parts)-longestMeta || i > longestMeta && i < len(l.parts)-longestMeta {
			continue
		}
		p := &l.parts[i]
		switch p.kind {
		case article.Site:
			if m.Outlet == "" && i <= l.body && !(i == l.page.part && l.page.title.Len() > 0) {
				m.Outlet = l.siteName(p)
			}
		case article.Byline:
			if m.Byline == "" {
				m.Byline = l.bylineName(p)
			}
		}
		if p.kind != article.Byline && p.kind != article.Date && p.kind != article.Site && !(p.kind == article.Chrome && p.menu) || m.Published.Precision != article.NoTime && !updated {
			continue
		}
		if t, ok := l.time(p); ok {
			t.Source = "text"
			update := isUpdate(l.text[p.Start:p.End])
			if update {
				t.Source = sourceUpdate
			}
			if m.Published.Precision == article.NoTime || updated && !update {
				m.Published, updated = t, update
			}
		}
	}
	if m.Byline == "" && mayHaveReporter(l.text) {
		m.Byline = l.reporterInText()
	}
	m.Title, m.Byline, m.Outlet = word.Visible(m.Title), word.Visible(m.Byline), word.Visible(m.Outlet)
	return m
}

// mayHaveReporter reports whether a text begins in a script of East Asia, or with a bracket before it.
func mayHaveReporter(text string) bool {
	const first = 0xe3 // byte of the brackets and letters of these scripts
	text = strings.TrimLeft(text, "([ \n")
	return text != "" && text[0] >= first && text[0] <= 0xef
}

// reporterInText returns the names of the reporters in brackets at the beginning of the running text or at its end.
func (l *layouter) reporterInText() string {
	const near = 120 // bytes
	parts := l.parts
	if l.body < len(parts) { // none is sure to be running text in a short text
		parts = parts[l.body:]
	}
	prose := func(p part) bool { return p.kind == article.Prose && p.Len() > 0 }
	first := slices.IndexFunc(parts, prose)
	if first < 0 {
		return ""
	}
	begin := parts[first].Start
	if name := reporterWithin(l.text[begin:min(parts[first].End, begin+near)]); name != "" {
		return name
	}
	last := len(parts) - 1
	for !prose(parts[last]) {
		last--
	}
	return reporterWithin(l.text[max(parts[last].Start, parts[last].End-near):parts[last].End])
}

// issuer returns who issued the release that part i says is provided by somebody,
// named in the same line or in the next, and "" if it says nothing of the kind.
func (l *layouter) issuer(i int) string {
	const provided, longest = "news provided by", 80 // bytes
	s := strings.TrimSpace(l.text[l.parts[i].Start:l.parts[i].End])
	if len(s) < len(provided) || len(s) > longest || !strings.EqualFold(s[:len(provided)], provided) {
		return ""
	}
	if s = strings.TrimLeft(s[len(provided):], ": "); s == "" && i+1 < len(l.parts) {
		s = l.text[l.parts[i+1].Start:l.parts[i+1].End]
	}
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	if len(s) > longest {
		return ""
	}
	for _, form := range [...]string{", Inc.", ", Inc", " Inc.", ", LLC", " LLC", ", Ltd.", " Ltd."} {
		s = strings.TrimSuffix(s, form)
	}
	return s
}

// paperBeside returns the paper with which a line begins that goes on with the day and the page, as clippings have it below the
// headline: The Islander Herald · 3 Jun 2025 · 5; empty if p is no such line.
func (l *layouter) paperBeside(p *part) string {
	line := l.text[p.Start:p.End]
	if p.kind != article.Byline && p.kind != article.Date || !divided(line) {
		return ""
	}
	end, next := nextMark(l.text, p.Start, p.End)
	paged := false
	for at := next; at < p.End && !paged; {
		piece, behind := nextMark(l.text, at, p.End)
		words := strings.Fields(l.text[at:piece]) // 5; p. 5
		paged = len(words) > 0 && len(words) <= 2 && isPageNumber(words[len(words)-1])
		at = behind
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, article.Span{Start: p.Start, End: end})
	if !paged || !r.namesPaper() {
		return ""
	}
	return singleSpaced(l.text[p.Start:end])
}

// sourceUpdate is the source of a time that is of an update: the piece was out before, and a later
// copy of it may be dated earlier.
const sourceUpdate = article.SourceGuess + "time of an update"

// isUpdate reports whether a date line begins with the words that make it the time of an update.
func isUpdate(s string) bool {
	s = strings.ToLower(s[:min(len(s), 32)])
	for _, words := range []string{
		"updated", "update", "last updated", "last modified", "modified", "actualizado", "última actualización", "mis à jour", "mise à jour", "dernière mise à jour",
		"aktualisiert", "zuletzt aktualisiert", "letzte aktualisierung", "geändert", "stand:", "stand ", "aggiornato", "ultimo aggiornamento", "atualizado", "última atualização", "bijgewerkt", "laatst bijgewerkt",
		"uppdaterad", "oppdatert", "opdateret", "päivitetty", "zaktualizowan", "aktualizace", "aktualizováno", "güncelleme", "обновлено", "оновлено", "更新", "最終更新", "最后更新", "تحديث", "آخر تحديث", "עודכן",
	} {
		if strings.HasPrefix(s, words) {
			return true
		}
	}
	return false
}

// time returns the time that part p gives.
func (l *layouter) time(p *part) (article.Time, bool) {
	s := l.text[p.Start:p.End]
	if len(s) > 200 {
		return article.Time{}, false
	}
	for len(s) > 0 {
		item := s
		if k := itemEnd(s); k < len(s) {
			item = s[:k]
			_, size := utf8.DecodeRuneInString(s[k:])
			s = s[k+size:]
		} else {
			s = ""
		}
		if t, ok := l.timeOf(item); ok {
			return t, true
		}
	}
	return article.Time{}, false
}

// timeOf returns the time that one item of a line gives.
func (l *layouter) timeOf(item string) (article.Time, bool) {
	r := &l.reading
	r.Span, r.words = article.Span{Start: 0, End: len(item)}, l.vocabulary.tokenize(r.words[:0], item, word.Words(nil, item), 0, len(item))
	d := r.dates(item)
	if !d.full || d.first < 0 {
		return article.Time{}, false
	}
	from, to := r.words[d.first].start, r.words[d.last].end
	if to < len(item) && (item[to] == '.' || item[to] == ')' && strings.LastIndexByte(item[from:to], '(') > 0) {
		to++ // a.m., (CET)
	}
	for {
		if t, ok := date.Parse(item[from:to]); ok {
			return t, true
		}
		// A zone that nobody knows, a word too many: the rest may do.
		if d.last--; d.last < d.first+2 {
			return article.Time{}, false
		}
		to = r.words[d.last].end
	}
}

// itemEnd returns where the first item of s ends, at a bar or a dot in the middle
// of the line.
func itemEnd(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '|':
			return i
		case 0xC2, 0xE2:
			if strings.HasPrefix(s[i:], "·") || strings.HasPrefix(s[i:], "•") {
				return i
			}
		}
	}
	return len(s)
}

// bylineName returns the names in a byline, without the word before them and
// the date or the account behind them.
func (l *layouter) bylineName(p *part) string {
	if from, to, ok := reporters(l.text[p.Start:p.End]); ok {
		return singleSpaced(l.text[p.Start+from : p.Start+to])
	}
	if line := singleSpaced(l.text[p.Start:p.End]); p.kind == article.Byline {
		if writers := WritersOf(line); writers != line {
			return writers
		}
	}
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	name, ok := r.byline(l.text)
	if !ok {
		name, ok = l.bylineAmong(p.Span)
	}
	if !ok {
		if !p.name && !p.phrase && !(p.role && p.words > 2) {
			return ""
		}
		name = r.behindLabel(l.text)
	}
	if len(r.words) == 0 || len(r.words) > 24 {
		return ""
	}
	last := name
	for last+1 < len(r.words) {
		w := r.words[last+1]
		if w.shape&shapeDigit != 0 || w.is(wordMonth|wordWeekday|wordWhen) && w.shape&shapeLower == 0 || w.is(wordWhen) && w.term.class&(wordFunction|wordParticle) == 0 ||
			strings.ContainsAny(l.text[r.words[last].end:w.start], "|@·•(/<>") {
			break
		}
		last++
	}
	for last > name && (r.words[last].is(wordParticle) || r.words[last].is(wordFunction|wordWhen) && r.words[last].shape&shapeLower != 0) {
		last--
	}
	if last == name && r.words[name].is(wordBy|wordWhen|wordParticle) {
		return "" // Published by
	}
	end := r.words[last].end
	if end < p.End && l.text[end] == '.' && end-r.words[last].start <= 2 {
		end++ // Jr., an initial
	}
	return singleSpaced(l.text[r.words[name].start:end])
}

// bylineAmong finds the piece that is a byline in a line that marks divide into pieces, and leaves l.reading at it, else at the
// whole line: The Islander · 3 Jun 2025 · 5 · By Ada Crane.
func (l *layouter) bylineAmong(s article.Span) (name int, ok bool) {
	if !divided(l.text[s.Start:s.End]) {
		return 0, false
	}
	r := &l.reading
	for at := s.Start; at < s.End; {
		end, next := nextMark(l.text, at, s.End)
		l.vocabulary.read(r, l.text, l.scanned, article.Span{Start: at, End: end})
		if name, ok = r.byline(l.text); ok {
			return name, true
		}
		at = next
	}
	l.vocabulary.read(r, l.text, l.scanned, s)
	return 0, false
}

// behindLabel returns the word with which a line goes on behind a label with a colon, and behind the word before a name that may
// follow it: Author: By Ada Crane; 0 if it has none.
func (r *reading) behindLabel(text string) int {
	const most = 4 // words of the label
	for i := range min(most, len(r.words)-1) {
		if end := r.words[i].end; end == len(text) || text[end] != ':' {
			continue
		}
		name := i + 1
		if name+1 < len(r.words) && by(text, r.words[name]) {
			name++
		}
		return name
	}
	return 0
}

// singleSpaced returns a copy of s in which one space stands for all white space
// between two words.
func singleSpaced(s string) string {
	space := true // at the beginning, white space is none that stays
	for _, r := range s {
		if unicode.IsSpace(r) && (space || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	if space {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.Clone(s)
}

// siteName returns the name of the outlet in a line that names the site: its
// domain if it has one, else its first item, unless that is a section.
func (l *layouter) siteName(p *part) string {
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, p.Span)
	if domain := domainName(l.text, r.words); domain != "" {
		return domain
	}
	if !p.sure && !p.upper || p.words == 0 {
		return ""
	}
	s := l.firstName(p)
	r.words = l.vocabulary.tokenize(r.words[:0], s, word.Words(nil, s), 0, len(s))
	if len(r.words) == 0 || len(r.words) > 6 || r.words[0].shape&shapeCapital == 0 || r.count(wordSection|wordChrome|wordParticle) == len(r.words) || r.count(wordPaper) == 0 && !p.sure {
		return ""
	}
	if len(r.words) > 2 && slices.ContainsFunc(r.words, func(w token) bool { return w.shape&shapeLower != 0 && !w.is(wordParticle|wordFunction|wordPaper) }) {
		return "" // the headline, before the site's name
	}
	if l.ofPart(p, s) {
		return ""
	}
	return s
}

// firstName returns what stands for the name of an outlet before the marks of a line that l.reading is of, empty if that is none.
func (l *layouter) firstName(p *part) string {
	if l.reading.ofWriter(l.text) {
		return ""
	}
	s := l.text[p.Start:p.End]
	if k := strings.IndexAny(s, "|>·•»"); k >= 0 {
		s = s[:k]
	}
	s = withoutLogo(l.withoutMotto(strings.TrimSpace(s)))
	if strings.ContainsAny(s, noNameMarks) || strings.Contains(s, " / ") {
		return ""
	}
	return s
}

// ofPart reports whether name, of which l.reading has the words and which part p begins with, is that of a part of a house or an
// edition, of a desk, or of what else stands below headlines: English edition, Islander Capitol Bureau, Ada Crane About.
func (l *layouter) ofPart(p *part, name string) bool {
	words := l.reading.words
	last := words[len(words)-1]
	if len(words) > 1 && last.shape&shapeLower != 0 && last.is(wordChrome|wordSection) && !last.is(wordPaper) {
		return true
	}
	below := l.headline >= 0 && l.parts[l.headline].End <= p.Start
	if below && (len(name) == twoLetters || len(words) > 2 && last.is(wordChrome) && l.reading.count(wordPaper|wordSection) == 0) {
		return true
	}
	return len(words) > 2 && deskWords()[strings.ToLower(name[last.start:last.end])] && l.besideName(p)
}

// noNameMarks are marks that names of outlets do not have: of a rate of exchange, an account.
const noNameMarks = "▲▼△▽↑↓%€$£@"

// twoLetters is the length of initials that may stand for too many.
const twoLetters = 2

// ofWriter reports whether r is the line of a writer with what he is, which may hold the name of a paper: Ada Crane | Media
// Reporter, Ada Crane Contact Reporter, Ada Crane The Islander @adacrane.
func (r *reading) ofWriter(text string) bool {
	if len(r.words) < 3 {
		return false
	}
	if r.at && r.count(wordPaper) < len(r.words) {
		return true
	}
	last, before := r.words[len(r.words)-1], r.words[len(r.words)-2]
	if !last.is(wordRole) {
		return false
	}
	return before.is(wordChrome) || strings.Contains(text[r.words[0].start:last.start], " | ")
}

// withoutMotto returns the name of a paper without what the line says of it behind a dash: THE ISLANDER — A Crane newspaper.
func (l *layouter) withoutMotto(s string) string {
	for _, dash := range [...]string{" — ", " – ", " - "} {
		name, behind, ok := strings.Cut(s, dash)
		if !ok || strings.Contains(behind, dash) {
			continue
		}
		r := &l.reading
		r.words = l.vocabulary.tokenize(r.words[:0], name, word.Words(nil, name), 0, len(name))
		if len(r.words) > 1 && r.count(wordPaper) > 0 {
			return name
		}
	}
	return s
}

// logoWords are the words for the picture of a name, and those between.
var logoWords = sync.OnceValue(func() (w struct{ logo, of map[string]bool }) {
	w.logo, w.of = map[string]bool{}, map[string]bool{}
	for s := range lang.Any().Words("logo") {
		w.logo[s] = true
	}
	for s := range lang.Any().Words("logo-of") {
		w.of[s] = true
	}
	return w
})

// withoutLogo returns a name without the words for the picture of it, which stand where a page shows one: Islander Desktop Logo.
func withoutLogo(s string) string {
	words := strings.Fields(s)
	n := len(words) - 1
	if n < 1 || !logoWords().logo[strings.ToLower(words[n])] {
		return s
	}
	for n > 1 && logoWords().of[strings.ToLower(words[n-1])] {
		n--
	}
	return strings.Join(words[:n], " ")
}

// besideName reports whether the name of a writer stands right above p or below it.
func (l *layouter) besideName(p *part) bool {
	i := slices.IndexFunc(l.parts, func(q part) bool { return q.Start == p.Start })
	named := func(q *part) bool { return q.kind == article.Byline || q.name }
	return i > 0 && named(&l.parts[i-1]) || i+1 < len(l.parts) && named(&l.parts[i+1])
}

// deskWords are the words for a part of a house.
var deskWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, l := range lang.All() {
		for w := range l.Words("desk") {
			words[w] = true
		}
	}
	return words
})

// language returns the language of the text: the one given, else the one of
// those known whose commonest words are commonest in its beginning.
func (l *layouter) language(given string) string {
	if given != "" {
		return given
	}
	r := &l.reading
	r.words = r.words[:0]
	for i := range l.parts {
		p := &l.parts[i]
		if p.kind != article.Prose || p.words < 4 {
			continue
		}
		end := min(p.End, p.Start+500)
		if k := strings.LastIndexByte(l.text[p.Start:end], ' '); k > 0 && end < p.End {
			end = p.Start + k
		}
		r.words = l.vocabulary.tokenize(r.words, l.text, l.scanned, p.Start, end)
		if len(r.words) > 60 {
			break
		}
	}
	languages := lang.All()
	var common [lang.Most]int
	for i := range r.words {
		for set := uint32(r.words[i].class &^ wordForeign / wordTongue); set != 0; set &= set - 1 {
			common[bits.TrailingZeros32(set)]++
		}
	}
	best := 0
	for k, n := range common[:len(languages)] {
		if n > common[best] {
			best = k
		}
	}
	return languages[best].Code
}

// withoutMarks returns a title without the marks of Markdown around it.
func withoutMarks(title string) string {
	if rest := strings.TrimLeft(title, "#"); len(rest) < len(title) && len(title)-len(rest) <= 6 && strings.HasPrefix(rest, " ") {
		title = strings.TrimSpace(strings.TrimRight(rest, "#"))
	}
	for _, mark := range [...]string{"**", "__"} {
		if len(title) > 2*len(mark) && strings.HasPrefix(title, mark) && strings.HasSuffix(title, mark) {
			title = title[len(mark) : len(title)-len(mark)]
		}
	}
	return title
}
