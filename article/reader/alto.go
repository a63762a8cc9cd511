package reader

import (
	"strings"
	"unicode/utf8"
)

// altoPage reads a page of a paper that a library has scanned and read, as ALTO describes it (https://www.loc.gov/standards/alto/):
//
//	<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="Harbour"/><SP/><String CONTENT="stays"/></TextLine>
//	<TextLine><String CONTENT="o" SUBS_TYPE="HypPart1" SUBS_CONTENT="open"/><HYP CONTENT="-"/></TextLine>...
//
// A block is a paragraph, and a word that a hyphen divides is one. What the pieces on the page are ALTO does not say, so a page is
// read as one.
func (d *delivery) altoPage(w *xmlWalker) {
	var b strings.Builder
	var paragraphs []string
	end := func() {
		if s := strings.TrimSpace(b.String()); s != "" {
			paragraphs = append(paragraphs, s)
		}
		b.Reset()
	}
	depth := len(w.stack)
	for w.open(depth) {
		switch string(w.name) {
		case "Description", "Styles", "Illustration", "GraphicalElement", "ALTERNATIVE", "Glyph", "Shape":
			w.skip()
		case "TextBlock":
			end()
		case "String":
			if s := altoWord(w); s != "" {
				b.WriteString(s)
				b.WriteByte(' ')
			}
		}
	}
	end()
	d.setText(1, "", strings.Join(paragraphs, "\n\n"))
}

// altoWord returns the word of a <String>; nothing for the second part of a divided one, which the first has whole.
func altoWord(w *xmlWalker) string {
	switch w.attr("SUBS_TYPE") {
	case "HypPart1":
		if whole := w.attr("SUBS_CONTENT"); whole != "" {
			return whole
		}
	case "HypPart2":
		if w.attr("SUBS_CONTENT") != "" {
			return ""
		}
	}
	word := w.attr("CONTENT")
	if !utf8.ValidString(word) {
		return ""
	}
	return word
}
