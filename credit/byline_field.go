package credit

import (
	"strings"

	"wiretrace/article"
)

// Byline puts before dst, the credits of the text of a, those of a.Byline, a
// byline given outside the text: Associated Press; Jane Roe, Associated Press; By
// JANE ROE AP Business Writer; The Associated Press | Jane Roe. They have no
// place in the text: their span is empty, at its start.
//
// The field is read as a text of one line, so that a byline counts the same
// wherever it stands. Field and text often repeat each other: an outlet that a
// byline or dateline of dst names is left out.
func (r *Reader) Byline(dst []Credit, a *article.Article) []Credit {
	line := strings.TrimSpace(a.Byline)
	if line == "" || len(line) > longestByline || strings.ContainsAny(line, "\n\r") {
		return dst
	}
	field := *a
	field.Text, field.Title, field.Byline, field.Signals, field.Preamble = line, "", "", nil, 0
	whole := article.Span{Start: 0, End: len(line)}
	laid := article.Layout{Blocks: []article.Block{{Span: whole, Kind: article.Byline}}}
	s := r.scratch.Get().(*reading)
	defer r.scratch.Put(s)
	s.begin(r, &field, &laid)
	defer s.end()
	var found []Credit
	for _, c := range s.wires(nil) {
		known := false
		for _, d := range dst {
			known = known || d.Outlet == c.Outlet && (d.Cue == CueByline || d.Cue == CueDateline)
		}
		if !known {
			c.Span, c.Cue = article.Span{}, CueByline
			found = append(found, c)
		}
	}
	return append(found, dst...)
}
