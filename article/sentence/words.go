package sentence

import (
	"embed"
	"strings"
	"sync"

	"wiretrace/lang/word"
)

//go:embed abbreviations/*.txt
var abbreviationFiles embed.FS

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

// A grammar is what the ends of sentences need to know of one language.
// It is read-only once built.
type Grammar struct {
	language string
	words    map[string]wordUse // by folded form, without the last full stop
	ordinals bool               // 3. means third
}

// grammars are the languages with rows of abbreviations, each parsed on first use.
var grammars = map[string]func() *Grammar{
	"en": grammarOf("en"), "es": grammarOf("es"), "fr": grammarOf("fr"),
	"de": grammarOf("de"), "it": grammarOf("it"), "pt": grammarOf("pt"),
}

// For returns the grammar of a language given as ISO 639-1, with or
// without a region; English stands in for languages without rows.
func For(language string) *Grammar {
	if len(language) > 2 {
		language = language[:2]
	}
	if g, ok := grammars[language]; ok {
		return g()
	}
	return grammars["en"]()
}

func grammarOf(language string) func() *Grammar {
	return sync.OnceValue(func() *Grammar {
		rows, err := abbreviationFiles.ReadFile("abbreviations/" + language + ".txt")
		if err != nil {
			panic("article: no abbreviations for " + language) // the file is compiled in
		}
		return parseGrammar(language, string(rows))
	})
}

// parseGrammar reads rows of the form "use: word word ...". Rows that begin
// with # are comments.
func parseGrammar(language, rows string) *Grammar {
	uses := map[string]wordUse{
		"titles": useTitle, "joins": useJoins, "counts": useCounts, "names": useName,
		"maybe": useMaybe, "starters": useStarter, "speech": useSpeech,
	}
	g := &Grammar{language: language, words: make(map[string]wordUse, 512), ordinals: language == "de"}
	for row := range strings.Lines(rows) {
		name, words, ok := strings.Cut(row, ":")
		use := uses[name]
		if !ok || use == 0 {
			continue
		}
		for word := range strings.FieldsSeq(words) {
			g.words[word] |= use
		}
	}
	return g
}

// use looks up the folded form of w.
func (g *Grammar) use(w string) wordUse {
	var buf [word.Longest]byte
	return g.words[string(word.Lower(&buf, w))]
}
