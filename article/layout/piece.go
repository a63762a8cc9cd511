package layout

import (
	"strings"

	"wiretrace/article"
)

// pieceMarks stand between a byline, a date and what else one line below a headline
// holds: Par Ada Crane - 3 mars 2025 à 19:15 - Temps de lecture : 3 min.
var pieceMarks = [...]string{" - ", " – ", " — ", " | ", " • ", " · ", " / "}

// pieces returns the kind of a line that marks divide into pieces, each of which is a
// byline, a date, a name or what buttons say. It overwrites l.reading unless it is none.
func (l *layouter) pieces(s article.Span) (article.Kind, bool) {
	const longest, most = 180, 6 // bytes; pieces
	line := l.text[s.Start:s.End]
	if len(line) > longest || l.reading.quotes || l.reading.digits == 0 || !divided(line) {
		return 0, false
	}
	whole := l.reading
	whole.words = append([]token(nil), whole.words...)
	kinds := map[article.Kind]int{}
	n := 0
	for at := s.Start; at < s.End; n++ {
		end, next := nextMark(l.text, at, s.End)
		kind, ok := l.piece(article.Span{Start: at, End: end})
		if !ok || n == most {
			l.reading = whole
			return 0, false
		}
		kinds[kind]++
		at = next
	}
	l.reading = whole
	switch {
	case n < 2 || kinds[article.Date] == 0:
		return 0, false
	case kinds[article.Byline] > 0:
		return article.Byline, true
	}
	return article.Date, true
}

// divided reports whether one of pieceMarks stands in line.
func divided(line string) bool {
	for _, mark := range pieceMarks {
		if strings.Contains(line, mark) {
			return true
		}
	}
	return false
}

// nextMark returns where the piece at text[at:end] ends and where the next one begins.
func nextMark(text string, at, end int) (pieceEnd, next int) {
	pieceEnd, next = end, end
	for _, mark := range pieceMarks {
		if k := strings.Index(text[at:pieceEnd], mark); k >= 0 {
			pieceEnd, next = at+k, at+k+len(mark)
		}
	}
	return pieceEnd, next
}

// namesPaper reports whether a piece of a line is the name of a paper, of which one word says that it is one: The Islander Herald.
func (r *reading) namesPaper() bool {
	const most = 6 // words
	if len(r.words) < 2 || len(r.words) > most || r.ended || r.digits > 0 || r.count(wordPaper) == 0 {
		return false
	}
	for _, w := range r.words {
		if w.shape&shapeCapital == 0 && !w.is(wordParticle|wordFunction) {
			return false
		}
	}
	return true
}

// isPageNumber reports whether a piece of a line is the page on which a paper had what follows: 5, A12.
func isPageNumber(s string) bool {
	const longest = 3 // bytes
	return len(s) > 0 && len(s) <= longest && strings.Trim(strings.TrimLeft(s, "ABCDEFGS"), "0123456789") == "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// piece returns the kind of a piece of a line, and not ok if it may be prose.
func (l *layouter) piece(s article.Span) (kind article.Kind, ok bool) {
	r := &l.reading
	l.vocabulary.read(r, l.text, l.scanned, s)
	if len(r.words) == 0 || r.ended && r.lower > 2 {
		return 0, false
	}
	if r.dateLine(l.text) {
		return article.Date, true
	}
	if _, by := r.byline(l.text); by {
		return article.Byline, true
	}
	if f := r.phrase(l.text); f != nil {
		return f.kind, true
	}
	if r.loneName(l.text) {
		return article.Byline, true
	}
	if r.namesPaper() {
		return article.Site, true
	}
	return article.Chrome, r.buttons(l.text) || isPageNumber(l.text[s.Start:s.End]) || len(r.words) <= 2 && r.capital == len(r.words)
}
