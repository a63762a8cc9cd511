package layout

import (
	"strings"

	"wiretrace/article"
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
func (l *layouter) dateline(m *article.Meta) {
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
