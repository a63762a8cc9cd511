package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
)

// Portals of the east of Asia print others' texts and say so in a line of its own: （来源：财新网）, 출처 = 한겨레.
// What such a line names is no source of a sentence but of the text.

// labelMarks are the signs between such a label and the name, and around both.
const labelMarks = " \u00a0\u3000\n\t:：=＝|｜丨/／()（）[]［］【】「」《》＜＞<>-–—·"

// labelEnds is how many blocks at either end of an article may hold such a line; amid the text it tells where
// a figure is from.
const labelEnds = 3

// runLabels appends the credits of the lines that say, behind a label, whose the text is.
func (s *reading) runLabels(dst []Credit) []Credit {
	labels := s.x.runsAt(runWhole)
	if len(labels) == 0 {
		return dst
	}
	blocks := s.l.Blocks
	for i, b := range blocks {
		if ends := i < labelEnds || i >= len(blocks)-labelEnds; !ends || b.Kind == article.Caption || b.Kind == article.Post {
			continue
		}
		dst = s.runLabel(dst, b.Span, labels)
	}
	return dst
}

// runLabel appends the credits of the line at span if it begins with one of labels, a day before it left out.
func (s *reading) runLabel(dst []Credit, span article.Span, labels []string) []Credit {
	const longest, most = 150, 3 // bytes; names
	line := s.a.Text[span.Start:span.End]
	if len(line) > longest || slices.ContainsFunc(dst, func(c Credit) bool { return c.OnLine() && c.Overlaps(span) }) {
		return dst // what signs of agencies stand there is known
	}
	rest := strings.TrimLeft(line, labelMarks+"0123456789.年月日")
	label := slices.IndexFunc(labels, func(l string) bool { return strings.HasPrefix(rest, l) })
	if label < 0 {
		return dst
	}
	at := span.End - len(rest) + len(labels[label])
	next := span.End - len(strings.TrimLeft(s.a.Text[at:span.End], labelMarks))
	if next == at {
		return dst // 来源于: no label
	}
	for range most {
		o, end := s.gazetteer.NameAt(s.a.Text[:span.End], next)
		if o == nil {
			break
		}
		if !s.indexed.credits(dst, o.Name, span) {
			s.spend(span)
			s.indexed.add(len(dst), span)
			dst = s.lineOf(dst, sourceOf(o), span, CueCreditLine)
		}
		next = span.End - len(strings.TrimLeft(s.a.Text[end:span.End], labelMarks+"、，,"))
	}
	return dst
}

// spend marks the mentions at span as spent.
func (s *reading) spend(span article.Span) {
	for k := firstBehind(s.mentions, span.Start); k < len(s.mentions) && s.mentions[k].Start < span.End; k++ {
		s.spent[k] = true
	}
}
