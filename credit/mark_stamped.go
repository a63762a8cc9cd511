package credit

import (
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// stamped reads the agency that signs above the text where a crawler has put the headline, the byline
// with its day and the text on one line: La ciudad cierra el puente EFE Actualizado: 04/05/2020 12:11h La
// ciudad; Por EFE May 04, 2020.
func (m *markReader) stamped() {
	const farthest, leastText = 600, 120 // bytes
	if !m.top || m.block.Len() < leastText {
		return
	}
	text := m.a.Text[:m.block.End]
	words := m.wordsOf(m.block.Span)
	for k := range words {
		i := int(words[k].Start)
		if i-m.block.Start > farthest {
			return
		}
		if !m.gazetteer.MaySign(words[k:min(k+2, len(words))]) {
			continue
		}
		o, end := m.longest(i)
		if o == nil || m.photoBefore(i, end) {
			continue
		}
		from, by := m.byBefore(i)
		sure := by || word.AllCapital(text[i:end]) || word.Capital(text[i:]) && strings.Contains(text[i:end], " ")
		if by && m.dayAt(end) || sure && m.labelAt(end) {
			m.credit([]*outlet.Outlet{o}, article.Span{Start: from, End: end}, CueByline)
			return
		}
	}
}

// byBefore returns where the word of a byline begins that stands before text[i], with a capital letter, or i,
// and reports whether there is one.
func (m *markReader) byBefore(i int) (from int, ok bool) {
	a, b, ok := word.Before(m.a.Text, m.block.Start, i)
	if !ok || m.a.Text[b:i] != " " || !word.Capital(m.a.Text[a:b]) || m.x.lookup(m.a.Text[a:b]).class&cByWord == 0 {
		return i, false
	}
	return a, true
}

// dayAt reports whether a day follows text[i]: May 04, 2020; 4 mai 2020; 04/05/2020.
func (m *markReader) dayAt(i int) bool {
	const day, reach = 2, 16 // digits; bytes
	t, ok := strings.CutPrefix(m.a.Text[i:m.block.End], " ")
	if !ok || t == "" {
		return false
	}
	t = t[:min(len(t), reach)]
	first := t[:word.End(t, 0)]
	if m.x.lookup(first).class&(cMonth|cDateWord) != 0 {
		rest := strings.TrimLeft(t[len(first):], ". ")
		return rest != "" && digit(rest[0])
	}
	n := 0
	for n < len(t) && digit(t[n]) {
		n++
	}
	if n == 0 || n > day || n == len(t) {
		return false
	}
	rest := strings.TrimLeft(t[n+1:], " ")
	switch t[n] {
	case '/', '.', '-':
		return rest != "" && digit(rest[0])
	case ' ':
		return rest != "" && m.x.lookup(rest[:word.End(rest, 0)]).class&(cMonth|cDateWord) != 0
	}
	return false
}

// labelAt reports whether a word follows text[i] that says that the day follows on which a text came out, or
// was changed, and a figure near behind it.
func (m *markReader) labelAt(i int) bool {
	const reach = 8 // bytes between
	t, ok := strings.CutPrefix(m.a.Text[i:m.block.End], " ")
	if !ok || t == "" {
		return false
	}
	end := word.End(t, 0)
	return dayLabels()[strings.ToLower(t[:end])] && strings.ContainsAny(t[end:min(len(t), end+reach)], "0123456789")
}

// dayLabels returns the words of all languages before the day on which a text came out, or was changed.
var dayLabels = sync.OnceValue(func() map[string]bool { return wordsOf("date-label", "date-change") })

// wordsOf returns the words that the files of all languages have in sections.
func wordsOf(sections ...string) map[string]bool {
	out := map[string]bool{}
	for _, l := range lang.All() {
		for _, section := range sections {
			for w := range l.Words(section) {
				out[w] = true
			}
		}
	}
	return out
}
