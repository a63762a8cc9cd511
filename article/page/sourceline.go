package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sourceLabels are the words before the name of the house that a piece was taken from, as portals put it beside the day: "来源：新华网",
// "Kaynak: AA".
var (
	sourceLabels  = listed("source-label")
	sourcePhrases = phrases(sourceLabels...)
	sourceNames   = phrases("source", "copyfrom", "laiyuan", "kaynak", "fuente", "quelle", "fonte", "zrodlo", "bron")
)

// longestSourceLine is the length in bytes of the longest line in which such a name is looked for.
const longestSourceLine = 160

// source keeps the house that a line between headline and text names, of which n is a piece.
func (f *facts) source(n *html.Node) {
	if f.prose > 1 || f.origin != "" || len(n.Data) > longestSourceLine || n.Parent == nil || !sourcePhrases().In(n.Data) || f.ofAnother(n) {
		return
	}
	if f.origin = sourceIn(clean(n.Data)); f.origin == "" && endsInLabel(n.Data) && n.NextSibling != nil && n.NextSibling.Type == html.ElementNode {
		f.origin = sourceName(textOf(n.NextSibling, longestSite))
	}
}

// sourceElement keeps the house that an element names which is called after that.
func (f *facts) sourceElement(n *html.Node) {
	if f.origin != "" || n.DataAtom == atom.Figcaption || f.ofAnother(n) {
		return
	}
	if s := textOf(n, longestSourceLine); len(s) < longestSourceLine {
		f.origin = sourceIn(s)
	}
}

// ofAnother reports whether n lies in a picture, or in a part of the page that speaks of other pieces.
func (f *facts) ofAnother(n *html.Node) bool {
	around := f.scopeBeside(n)
	return elsewhere(around) || strings.Contains(around, "fig")
}

// sourceIn returns the name behind a label in a line; empty if there is none. Labels of alphabets begin the line.
func sourceIn(s string) string {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return ""
	}
	for _, label := range sourceLabels {
		k := strings.Index(lower, label)
		if k < 0 || k > 0 && label[0] < 0xe3 { // of no ideographs
			continue
		}
		rest := strings.TrimLeft(s[k+len(label):], " ")
		if name, ok := strings.CutPrefix(rest, ":"); ok {
			return sourceName(name)
		}
		if name, ok := strings.CutPrefix(rest, "："); ok {
			return sourceName(name)
		}
	}
	return ""
}

// endsInLabel reports whether a text ends in such a label, the name of which stands in an element of its own.
func endsInLabel(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	bare := strings.TrimRight(s, ":： ")
	if bare == s {
		return false
	}
	for _, label := range sourceLabels {
		if before, ok := strings.CutSuffix(bare, label); ok && (before == "" || label[0] >= 0xe3) {
			return true
		}
	}
	return false
}

// sourceName returns the name that s begins with, up to what else the line says.
func sourceName(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range [...]string{"\n", "|", "　", "  ", "·", "•", " 作者", " 编辑", " 編輯", " 责任", " 記者", " 记者", " 发布", " 字号", " 20", " 时间"} {
		s, _, _ = strings.Cut(s, end)
	}
	if s = strings.Trim(s, " .,;()（）《》\"“”"); len(s) > longestSite || wordsIn(s) > 6 {
		return ""
	}
	return s
}
