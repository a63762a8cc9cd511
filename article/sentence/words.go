package sentence

import (
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

// A wordUse says what a word means for the ends of sentences.
type wordUse uint8

const (
	useTitle   wordUse = 1 << iota // written with a capital, its full stop never ends a sentence
	useJoins                       // its full stop never ends a sentence
	useCounts                      // its full stop ends no sentence before a number
	useName                        // written with a capital, its full stop ends a sentence only before a starter
	useMaybe                       // its full stop ends a sentence only before a starter
	useStarter                     // begins a sentence when written with a capital
	useSpeech                      // says that somebody spoke
)

// uses are the sections of the words of a language that matter here.
var uses = map[string]wordUse{
	"abbr-title": useTitle, "abbr-joins": useJoins, "abbr-counts": useCounts, "abbr-name": useName,
	"abbr-maybe": useMaybe, "starter": useStarter, "speech": useSpeech,
}

// A Grammar is what the ends of sentences need to know of one language.
// It is read-only once built.
type Grammar struct {
	words    map[string]wordUse // by folded form, without the last full stop
	ordinals bool               // 3. means third
}

// grammars are those of the languages, in their order, each made on first use.
var grammars = sync.OnceValue(func() []func() *Grammar {
	var all []func() *Grammar
	for _, l := range lang.All() {
		all = append(all, sync.OnceValue(func() *Grammar { return newGrammar(l) }))
	}
	return all
})

// For returns the grammar of a language given as ISO 639-1, with or without a
// region; the first language stands in for those that are not known.
func For(language string) *Grammar {
	return grammars()[max(lang.Index(language), 0)]()
}

func newGrammar(l *lang.Language) *Grammar {
	g := &Grammar{words: make(map[string]wordUse, 512)}
	for section, use := range uses {
		for w := range l.Words(section) {
			g.words[w] |= use
		}
	}
	for trait := range l.Words("traits") {
		g.ordinals = g.ordinals || trait == "ordinals"
	}
	return g
}

// use looks up the folded form of w.
func (g *Grammar) use(w string) wordUse {
	var buf [word.Longest]byte
	return g.words[string(word.Lower(&buf, w))]
}
