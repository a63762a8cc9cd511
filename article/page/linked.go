package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// mostLinked is how many links within the text are told of.
const mostLinked = 32

// linked returns the links of the page to other sites whose words stand within a line of the text: in
// such words many pages say where they have something from. told are signals that say so already.
func (d *describer) linked(text string, told []article.Signal) []article.Signal {
	var signals []article.Signal
	for _, a := range d.anchors {
		if len(signals) == mostLinked {
			break
		}
		site := siteOf(a.href)
		if site == "" || sameOwner(site, d.own) || !amid(text, a.text) {
			continue
		}
		if slices.ContainsFunc(told, func(s article.Signal) bool { return s.URL == a.href }) {
			continue
		}
		signals = append(signals, article.Signal{Kind: article.SignalLink, Name: a.text, URL: a.href})
	}
	return signals
}

// hasSmallWord reports whether a word of s begins with a small letter: names and days have none.
func hasSmallWord(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// amid reports whether words stand in a line of the text beside others.
func amid(text, words string) bool {
	i := strings.Index(text, words)
	if i < 0 {
		return false
	}
	end := i + len(words)
	return i > 0 && text[i-1] != '\n' || end < len(text) && text[end] != '\n'
}
