package article

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
type grammar struct {
	language string
	words    map[string]wordUse // by folded form, without the last full stop
	ordinals bool               // 3. means third
}

// grammars are the languages with rows of abbreviations, each parsed on first use.
var grammars = map[string]func() *grammar{
	"en": grammarOf("en"), "es": grammarOf("es"), "fr": grammarOf("fr"),
	"de": grammarOf("de"), "it": grammarOf("it"), "pt": grammarOf("pt"),
}

// grammarFor returns the grammar of a language given as ISO 639-1, with or
// without a region; English stands in for languages without rows.
func grammarFor(language string) *grammar {
	if len(language) > 2 {
		language = language[:2]
	}
	if g, ok := grammars[language]; ok {
		return g()
	}
	return grammars["en"]()
}

func grammarOf(language string) func() *grammar {
	return sync.OnceValue(func() *grammar {
		rows, err := abbreviationFiles.ReadFile("abbreviations/" + language + ".txt")
		if err != nil {
			panic("article: no abbreviations for " + language) // the file is compiled in
		}
		return parseGrammar(language, string(rows))
	})
}

// parseGrammar reads rows of the form "use: word word ...". Rows that begin
// with # are comments.
func parseGrammar(language, rows string) *grammar {
	uses := map[string]wordUse{
		"titles": useTitle, "joins": useJoins, "counts": useCounts, "names": useName,
		"maybe": useMaybe, "starters": useStarter, "speech": useSpeech,
	}
	g := &grammar{language: language, words: make(map[string]wordUse, 512), ordinals: language == "de"}
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

// use looks up the folded form of word.
func (g *grammar) use(word string) wordUse {
	var buf [longestWord]byte
	return g.words[string(lowerWord(&buf, word))]
}

// longestWord is the length in bytes of the longest word looked up anywhere.
const longestWord = 40

// lowerWord writes word into buf in lower case with straight apostrophes and
// returns what it wrote: nothing if the word is too long to be in a table.
func lowerWord(buf *[longestWord]byte, word string) []byte {
	if len(word) > longestWord {
		return nil
	}
	n := 0
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if n == longestWord {
				return nil
			}
			buf[n] = c
			n, i = n+1, i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if r == '’' || r == 'ʼ' {
			r = '\''
		} else {
			r = unicode.ToLower(r)
		}
		if n+utf8.RuneLen(r) > longestWord {
			return nil
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	return buf[:n]
}
