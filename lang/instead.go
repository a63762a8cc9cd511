package lang

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Instead returns the language of a text where it is beyond doubt another than the declared one, as Catalan under the frame and in
// the feed of a house that says Spanish of everything; empty if it is not, or if nothing tells the declared one from others.
//
// Beginning, middle and end have to agree: a text with a long quotation or a song in it is no text in that language.
func Instead(declared, text string) string {
	const least, part = 600, 400 // bytes
	base := strings.ToLower(Base(declared))
	if len(text) < least || !guesses().knows(base) {
		return ""
	}
	code := ""
	for _, at := range [...]int{0, (len(text) - part) / 2, len(text) - part} {
		for at > 0 && !utf8.RuneStart(text[at]) {
			at--
		}
		got := Guess(text[at:min(len(text), at+part+utf8.UTFMax)])
		if got == "" || got == base || code != "" && got != code {
			return ""
		}
		code = got
	}
	if slices.ContainsFunc(nearLanguages(), func(near []string) bool { return slices.Contains(near, base) && slices.Contains(near, code) }) {
		return ""
	}
	return code
}

// knows reports whether the table tells a language from others.
func (g *guesser) knows(code string) bool {
	return slices.Contains(g.order, code) || slices.ContainsFunc(g.scripts, func(s script) bool {
		if s.language == code {
			return true
		}
		for _, other := range s.letters {
			if other == code {
				return true
			}
		}
		return false
	})
}

// nearLanguages lists languages that a few hundred words of news hardly tell from each other.
var nearLanguages = sync.OnceValue(func() (all [][]string) {
	for _, line := range guessLines()["near"] {
		all = append(all, strings.Fields(line.Text))
	}
	return all
})
