package lang

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// mostGuessed is how much of a text tells its language, in bytes.
const mostGuessed = 2000

//go:embed guess.txt
var guessTable string

// A guesser knows what tells languages, those that have a file of data and
// others: of a text in one of these it is worth to know that it is in none of
// those.
type guesser struct {
	scripts []script
	letters map[rune][]string   // languages in Latin letters that have a letter
	words   map[string][]string // languages that have a word among their commonest
	order   []string            // languages that have such words, those with more news first
}

// A script is one that tells a language, which some letters make another one.
type script struct {
	table    *unicode.RangeTable
	language string
	letters  map[rune]string
}

var guesses = sync.OnceValue(func() *guesser {
	g := &guesser{letters: map[rune][]string{}, words: map[string][]string{}}
	section := ""
	for line := range strings.Lines(guessTable) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
			continue
		}
		g.add(section, strings.Fields(line))
	}
	return g
})

// add adds the fields of one line of a section.
func (g *guesser) add(section string, fields []string) {
	code := fields[0]
	switch section {
	case "scripts":
		s := script{table: unicode.Scripts[code], language: fields[1], letters: map[rune]string{}}
		for _, f := range fields[2:] {
			r, n := utf8.DecodeRuneInString(f)
			s.letters[r] = f[n+1:]
		}
		g.scripts = append(g.scripts, s)
	case "letters":
		for _, f := range fields[1:] {
			for _, r := range f {
				g.letters[r] = append(g.letters[r], code)
			}
		}
	case "words":
		g.order = append(g.order, code)
		seen := map[string]bool{}
		for _, w := range fields[1:] {
			if !seen[w] {
				g.words[w], seen[w] = append(g.words[w], code), true
			}
		}
	}
}

// CapitalNames reports whether a capital letter within a sentence of a language
// tells a name: not in German, where every noun has one, nor where letters have
// no case. Of an unknown language it says yes.
func CapitalNames(code string) bool {
	return !slices.Contains(capitalNouns(), code) && !Caseless(code)
}

// Caseless reports whether the letters of a language have no case, so that no letter tells a name from
// other words.
func Caseless(code string) bool { return slices.Contains(uncased(), code) }

// capitalNouns lists the languages of which every noun has a capital letter.
var capitalNouns = sync.OnceValue(func() []string { return codesOf("[capital-nouns]\n") })

// uncased lists the languages whose letters have no case.
var uncased = sync.OnceValue(func() []string { return codesOf("[uncased]\n") })

// codesOf returns the codes on the line below a heading of the table. It is read
// without the rest, which most runs do not need.
func codesOf(heading string) []string {
	_, rest, _ := strings.Cut(guessTable, heading)
	line, _, _ := strings.Cut(rest, "\n")
	return strings.Fields(line)
}

// Guess returns the ISO 639-1 code of the language of a text by its letters and
// its commonest words, or "" where they do not tell. It knows some sixty
// languages. Only the first 2,000 bytes are looked at.
func Guess(text string) string {
	if len(text) > mostGuessed {
		text = text[:mostGuessed]
		for n := 0; n < utf8.UTFMax && !utf8.ValidString(text[len(text)-min(len(text), utf8.UTFMax):]); n++ {
			text = text[:len(text)-1]
		}
	}
	g := guesses()
	if code, ok := g.byScript(text); ok {
		return code
	}
	return g.byWords(text)
}

// byScript returns the language of a text a good part of whose letters are not
// Latin.
func (g *guesser) byScript(text string) (string, bool) {
	const kanaOfJapanese = 20 // one in so many signs is enough
	count, special := make([]int, len(g.scripts)), map[string]int{}
	latin, other := 0, 0
	for _, r := range text {
		switch k := g.scriptOf(r); {
		case k >= 0:
			other++
			count[k]++
			if code := g.scripts[k].letters[unicode.ToLower(r)]; code != "" {
				special[code]++
			}
		case r < 0x250 && unicode.IsLetter(r):
			latin++
		}
	}
	// A sign of Chinese or Korean says as much as several letters.
	if 3*other < latin || other == 0 {
		return "", false
	}
	best := 0
	for k, n := range count {
		if n > count[best] {
			best = k
		}
	}
	s := &g.scripts[best]
	if kana := count[0] + count[1]; s.language == "zh" && kana*kanaOfJapanese >= count[best] {
		return g.scripts[0].language, true
	}
	return s.tell(special, count[best]), true
}

// scriptOf returns the number of the script of a letter, or -1.
func (g *guesser) scriptOf(r rune) int {
	if r < 0x250 || !unicode.IsLetter(r) {
		return -1
	}
	return slices.IndexFunc(g.scripts, func(s script) bool { return unicode.Is(s.table, r) })
}

// tell returns the language of a text in s: that whose letters are commonest
// among those that only some languages have, if they are one in a hundred of
// all.
func (s *script) tell(special map[string]int, letters int) string {
	code, most := s.language, 0
	for _, r := range slices.Sorted(maps.Keys(s.letters)) {
		if c := s.letters[r]; special[c] > most && special[c]*100 >= letters {
			code, most = c, special[c]
		}
	}
	return code
}

// byWords returns the language in whose commonest words a text is richest, of
// those nearly as rich the first in the table, or "" if there are hardly any. A word counts the more, the fewer languages have it; a
// letter that only some have counts as half a word.
func (g *guesser) byWords(text string) string {
	const least, lead = 0.6, 1.1 // worth of the words found, and how much more it must be than that of a language before it
	const mostTimes = 3          // that a word counts
	score, seen := map[string]float64{}, map[string]int{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '·' }) {
		if seen[w] > mostTimes {
			continue
		}
		seen[w]++
		for _, code := range g.words[w] {
			worth := 1.0
			if utf8.RuneCountInString(w) == 1 {
				worth = 0.5
			}
			score[code] += worth / float64(len(g.words[w]))
		}
		for _, r := range w {
			if r >= utf8.RuneSelf {
				for _, code := range g.letters[r] {
					score[code] += 0.5 / float64(len(g.letters[r]))
				}
			}
		}
	}
	top := 0.0
	for _, n := range score {
		top = max(top, n)
	}
	if top < least {
		return ""
	}
	for _, code := range g.order {
		if lead*score[code] >= top {
			return code
		}
	}
	return ""
}
