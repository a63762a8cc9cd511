package layout

import (
	"slices"
	"strings"
)

// dates says what the words of a paragraph tell about time.
type dates struct {
	anchored bool // holds a day, a time of day, or a stretch of time until now
	full     bool // holds a day with its year
	timed    bool // holds a time of day, or a stretch of time until now
	words    int  // words that belong to dates
	others   int  // words that do not
	odd      int  // of these, words in lower case that lines with dates do not hold
	first    int  // the first word of the date
	last     int  // the last one
}

// longestUndated is how many words a line without a figure may have to say when
// it is from: two hours ago.
const longestUndated = 5

// A dateParts says which parts of a date the words of a line hold.
type dateParts struct{ month, day, year, clock, ago bool }

// dates looks for a time of publication among the words of a short line.
func (r *reading) dates(text string) dates {
	d := dates{first: -1}
	var found dateParts
	for i, w := range r.words {
		if !r.dateWord(text, i, &found) {
			d.others++
			if w.shape&shapeLower != 0 && !w.is(wordBy|wordRole|wordParticle|wordChrome|wordSection) {
				d.odd++
			}
			continue
		}
		d.words++
		if w.shape&shapeDigit != 0 || w.is(wordMonth|wordWeekday|wordZone|wordClock) {
			if d.first < 0 {
				d.first = i
			}
			d.last = i
		}
	}
	d.full = found.month && found.day && found.year
	d.timed = found.clock || found.ago
	since := found.ago && (r.numbers > 0 || d.others <= 1 && len(r.words) <= longestUndated)
	d.anchored = d.full || found.month && (found.day || found.year) || found.clock || since
	return d
}

// dateWord reports whether word i belongs to a date, and adds to found what it is of
// one.
func (r *reading) dateWord(text string, i int, found *dateParts) bool {
	w := &r.words[i]
	switch {
	case w.shape&shapeNumber != 0:
		return r.dateNumber(text, i, found)
	case w.shape&shapeDigit != 0: // 5th, 10am
		is := timeWord(text[w.start:w.end])
		found.clock = found.clock || is && !strings.HasSuffix(text[w.start:w.end], "th")
		found.day = found.day || is
		return is
	case w.is(wordMonth) && (w.shape&shapeLower == 0 || !w.is(wordEnglish) || r.amongFigures(i)):
		found.month = true
		return true
	case w.is(wordWeekday), w.is(wordZone) && w.shape&shapeUpper != 0:
		return true
	case r.meridiem(text, i):
		found.clock = true
		return true
	case w.is(wordClock):
		found.clock = found.clock || i > 0 && r.words[i-1].shape&shapeDigit != 0
		return true
	case w.is(wordAgo):
		found.ago = found.ago || isAgo(text[w.start:w.end])
		return true
	case w.is(wordWhen):
		return true
	}
	return w.is(wordParticle) && i > 0 && i+1 < len(r.words) && (r.words[i-1].shape&shapeDigit != 0 || r.words[i-1].is(wordMonth))
}

// amongFigures reports whether word i stands between two numbers: 6 may 2026.
func (r *reading) amongFigures(i int) bool {
	return i > 0 && i+1 < len(r.words) && r.words[i-1].shape&shapeNumber != 0 && r.words[i+1].shape&shapeNumber != 0
}

// meridiem reports whether word i is half of "p. m.", behind a time of day in figures.
func (r *reading) meridiem(text string, i int) bool {
	half := func(k int, letters string) bool {
		return k >= 0 && k < len(r.words) && r.words[k].end-r.words[k].start == 1 && strings.Contains(letters, text[r.words[k].start:r.words[k].end])
	}
	behindFigure := func(k int) bool { return k > 0 && r.words[k-1].shape&shapeDigit != 0 }
	return half(i, "ap") && half(i+1, "m") && behindFigure(i) || half(i, "m") && half(i-1, "ap") && behindFigure(i-1)
}

// dateNumber does what dateWord does of a number.
func (r *reading) dateNumber(text string, i int, found *dateParts) (is bool) {
	w := &r.words[i]
	switch size := w.end - w.start; {
	case size <= 2:
		is, found.day = true, true
	case size == 4 && text[w.start] >= '1' && text[w.start] <= '2':
		is, found.year = true, true
	default:
		is = size == 3 || size == 4 || size == 6 || size == 8
	}
	found.clock = found.clock || clockAt(text, r, i)
	if numericDate(text, r, i) {
		found.month, found.day = true, true
		found.year = found.year || i+2 < len(r.words)
	}
	return is
}

// dateLine reports whether the paragraph says when the piece was published.
func (r *reading) dateLine(text string) bool {
	if !r.whole || r.Len() > 180 || len(r.words) == 0 || r.digits == 0 && len(r.words) > longestUndated || r.numbers == 0 && r.capital == len(r.words) && len(r.words) > 4 {
		return false
	}
	d := r.dates(text)
	if !d.anchored {
		return false
	}
	if d.others == 0 {
		return true
	}
	if last := r.words[len(r.words)-1]; !d.full && last.shape&shapeUpper != 0 && last.class == 0 {
		return false // place, day and agency: a dateline
	}
	first := r.words[0]
	labelled := first.is(wordWhen) && !first.is(wordFunction)
	if d.full && (r.dated(&d) || r.paperAndDay(text, &d)) {
		return true
	}
	if r.quotes || d.odd > 1 && !(labelled && d.full && d.odd <= 3 && r.Len() < 100) || !d.full && d.others > 4 {
		return false
	}
	if labelled {
		return d.odd == 0 || d.full || d.words > d.others
	}
	return d.odd == 0 && d.words*10 >= (d.words+d.others)*4 && (d.full || r.bars > 0 || d.others <= 3)
}

// dated reports whether a line with the day d is mostly that, the time of day and what
// buttons say: 3 March 2025 at 10:05, 3 min read; 3 March 2025 Share this:
func (r *reading) dated(d *dates) bool {
	if r.quotes || r.ended || d.words*10 < (d.words+d.others)*6 {
		return false
	}
	return d.timed || d.first == 0 && r.count(wordChrome) > 0 && r.count(wordChrome|wordFunction) >= d.others
}

// paperAndDay reports whether the line is the name of a paper and the day d behind it, with perhaps the page: Le Phare du littoral, 12 mars
// 1925, p. 3. In most languages a name of several words has one capital letter, or it stands in quotation marks.
func (r *reading) paperAndDay(text string, d *dates) bool {
	const longest, most, mostBehind, mostSmall = 120, 7, 4, 3 // bytes; words of the name, behind the day, of the name in small letters
	if r.Len() > longest || d.first < 1 || d.first > most || len(r.words)-1-d.last > mostBehind || r.words[0].shape&shapeCapital == 0 {
		return false
	}
	if last := r.words[len(r.words)-1]; r.ended && !slices.Contains(yearWords[:], strings.ToLower(text[last.start:last.end])) {
		return false
	}
	gap := text[r.words[d.first-1].end:r.words[d.first].start]
	if !strings.ContainsAny(gap, ",.|–—-(;·") {
		return false
	}
	paper, small := strings.ContainsAny(gap, "»”“\""), 0
	for _, w := range r.words[:d.first] {
		paper = paper || w.is(wordPaper)
		if w.shape&shapeLower != 0 {
			small++
		}
	}
	return paper && small <= mostSmall && !slices.ContainsFunc(r.words[d.last+1:], func(w token) bool { return !numbersPage(text, w) })
}

// numbersPage reports whether a word may stand behind the day that a paper came out: г., с. 3, p. 3, Seite 3.
func numbersPage(text string, w token) bool {
	return w.shape&(shapeDigit|shapeLower) != 0 || w.end-w.start <= 1 || slices.Contains(pageWords[:], strings.ToLower(text[w.start:w.end]))
}

// yearWords are words for a year behind its figures that may end a line with a full stop, and pageWords those before the number of a page.
var (
	yearWords = [...]string{"г", "года", "р", "року", "г.", "r", "roku"}
	pageWords = [...]string{"seite", "page", "página", "pagina", "sida", "side", "strona", "стр"}
)

// clockAt reports whether words i and i+1 are a time of day such as 11:40 or 6.30am.
func clockAt(text string, r *reading, i int) bool {
	if i+1 >= len(r.words) || r.words[i].end-r.words[i].start > 2 {
		return false
	}
	a, b := r.words[i], r.words[i+1]
	if b.start != a.end+1 || b.shape&shapeDigit == 0 || b.end-b.start < 2 {
		return false
	}
	return text[a.end] == ':' || text[a.end] == '.' && b.end-b.start >= 2 && b.shape&shapeNumber == 0 && timeWord(text[b.start:b.end])
}

// numericDate reports whether words i to i+2 are numbers with equal marks
// between them, as in 2025-08-11 or 11.8.25.
func numericDate(text string, r *reading, i int) bool {
	if i+2 >= len(r.words) {
		return false
	}
	a, b, c := r.words[i], r.words[i+1], r.words[i+2]
	if b.shape&shapeNumber == 0 || c.shape&shapeDigit == 0 || b.start != a.end+1 || c.start != b.end+1 || b.end-b.start > 2 {
		return false
	}
	mark := text[a.end]
	return (mark == '-' || mark == '/' || mark == '.') && text[b.end] == mark && (a.end-a.start == 4 || c.end-c.start >= 2)
}

// timeWord reports whether a word of digits and letters belongs to a date:
// 3rd, 40am, 17h30, 17T11.
func timeWord(word string) bool {
	if len(word) > 9 {
		return false
	}
	k := 0
	for k < len(word) && word[k] >= '0' && word[k] <= '9' {
		k++
	}
	if k > 2 && k != 4 {
		return false
	}
	switch strings.ToLower(word[k:]) {
	case "st", "nd", "rd", "th", "am", "pm", "h", "a.m", "p.m", "uhr", "z", "º", "er", "gmt", "m", "d", "hr", "hrs", "min":
		return true
	}
	rest := word[k:]
	return (rest[0] == 'h' || rest[0] == 'T' || rest[0] == 'H') && strings.Trim(rest[1:], "0123456789") == ""
}

// isAgo reports whether word makes a stretch of time one until now.
func isAgo(word string) bool {
	switch strings.ToLower(word) {
	case "ago", "hace", "il", "vor", "fa", "há", "atrás":
		return true
	}
	return false
}
