package layout

import (
	"strings"

	"wiretrace/article"
	"wiretrace/article/date"
	"wiretrace/lang/word"
)

// Bounds of the search for a dateline with a whole day.
const (
	longestDateline = 120 // bytes
	datelineParts   = 3   // parts from the first of the running text on: standfirsts stand before it
	mostDashes      = 4   // in a dateline: HOUSTON--(BUSINESS WIRE)--Nov. 3, 2019--
	mostPlaceWords  = 10  // that are no date: the place and the agency
)

// dateline takes the day that the dateline of the running text names in full for that of publication, as
// agencies and releases write it:
//
//	BERLIN, Nov. 3, 2019 (Reuters) - The lighthouse ...
//	LONDON, Nov. 03, 2019 (GLOBE NEWSWIRE) -- The lighthouse ...
//	HOUSTON--(BUSINESS WIRE)--Nov. 3, 2019--The lighthouse ...
//
// or, before the first paragraph and in figures alone, as offices and small papers write it:
//
//	3.11.2019 - The lighthouse ...
//	(03.11.2019) The lighthouse ...
//	Berlin, (03.11.2019). The lighthouse ...
func (l *layouter) dateline(m *article.Meta) {
	if t, ok := l.figuresBefore(); ok {
		m.Published = t
		return
	}
	for i := l.body; i < min(len(l.parts), l.body+datelineParts); i++ {
		s := l.text[l.parts[i].Start:l.parts[i].End]
		s = s[:min(len(s), longestDateline)]
		for k, dashes := 0, 0; dashes < mostDashes; dashes++ {
			at, size := dashIn(s[k:])
			if size == 0 {
				break
			}
			if head := s[:k+at]; l.isDateline(head) {
				if t, ok := l.timeOf(head); ok {
					t.Source = "dateline"
					m.Published = t
				}
				return
			}
			k += at + size
		}
	}
}

// figuresBefore returns the day in figures that begins the first paragraph, or the second behind a standfirst, if
// none begins another: those of a chronicle all do.
func (l *layouter) figuresBefore() (found article.Time, ok bool) {
	const first, looked = 2, 12 // parts
	for i := range min(len(l.parts), l.body+looked) {
		t, is := figuresBefore(l.text[l.parts[i].Start:l.parts[i].End])
		switch {
		case is && (ok || i >= l.body+first):
			return article.Time{}, false
		case is:
			found, ok = t, true
		}
	}
	found.Source = "dateline"
	return found, ok
}

// figuresBefore returns the day in figures that a paragraph begins with, before a dash or in brackets, which may
// stand behind a place and a comma. In brackets behind a name it would be a birth.
func figuresBefore(s string) (article.Time, bool) {
	const longestPlace, shortest = 40, 8 // bytes
	end := strings.IndexAny(s, "0123456789")
	if end < 0 || end > longestPlace {
		return article.Time{}, false
	}
	size := strings.IndexFunc(s[end:], func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != '-' && r != '/' })
	if size < shortest {
		return article.Time{}, false
	}
	before, figures, behind := s[:end], s[end:end+size], s[end+size:]
	if !frameDateline(before, behind) {
		return article.Time{}, false
	}
	t, ok := date.Parse(figures)
	return t, ok && t.Precision == article.Day && t.When.Year() >= firstOnline
}

// frameDateline reports whether what stands before and behind figures in a paragraph makes them its dateline: brackets,
// with nothing before them or a place and a comma, else nothing before and a dash behind.
func frameDateline(before, behind string) bool {
	place, bracket := strings.CutSuffix(before, "(")
	if !bracket {
		return strings.TrimSpace(before) == "" && beginsWithDash(behind)
	}
	if place = strings.TrimRight(place, " "); place != "" && (!strings.HasSuffix(place, ",") || strings.ContainsAny(place, ".:;?!")) {
		return false
	}
	return strings.HasPrefix(behind, ")")
}

// firstOnline is the first year of texts that were published on a page.
const firstOnline = 1993

func beginsWithDash(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	for _, dash := range [...]string{"- ", "– ", "— "} {
		if text, ok := strings.CutPrefix(s, dash); ok {
			return text != "" && (text[0] < '0' || text[0] > '9') // no range of days
		}
	}
	return false
}

// dashIn returns where the first dash stands in s that may end a dateline, and its length in
// bytes, 0 if there is none.
func dashIn(s string) (at, size int) {
	at = len(s)
	for _, dash := range [...]string{"--", " - ", " – ", "—", ".-"} {
		if k := strings.Index(s, dash); k >= 0 && k < at {
			at, size = k, len(dash)
		}
	}
	return at, size
}

// isDateline reports whether head, which ends before a dash, is a place and a whole day, perhaps
// with an agency, and nothing else.
func (l *layouter) isDateline(head string) bool {
	r := &l.reading
	r.Span, r.words = article.Span{Start: 0, End: len(head)}, l.vocabulary.tokenize(r.words[:0], head, word.Words(nil, head), 0, len(head))
	d := r.dates(head)
	if !d.full || d.first <= 0 || d.odd > 0 || d.others == 0 || d.others > mostPlaceWords {
		return false
	}
	place := r.words[0]
	if place.shape&shapeCapital == 0 || place.shape&shapeUpper == 0 && place.is(wordFunction|wordWhen|wordBy) { // NEW YORK is a place, On is none
		return false
	}
	before := strings.TrimRight(head[:r.words[d.first].start], " ")
	return strings.HasSuffix(before, ",") || strings.HasSuffix(before, ")") || strings.HasSuffix(before, "-") || place.shape&shapeUpper != 0
}
