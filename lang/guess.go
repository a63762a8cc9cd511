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

// guessSections are the sections of that table.
var guessSections = map[string]bool{"scripts": true, "capital-nouns": true, "uncased": true, "near": true, "letters": true, "words": true}

// guessLines returns the lines of each section of the table. Of most runs only the short sections are looked into.
var guessLines = sync.OnceValue(func() map[string][]Line {
	lines, err := parseGuess(guessTable)
	if err != nil {
		panic("lang: " + err.Error()) // a test reads the same table
	}
	return lines
})

// parseGuess returns the lines of each section of a table that tells languages. Errors name file and line.
func parseGuess(table string) (map[string][]Line, error) {
	lines := map[string][]Line{}
	section, at := "", Line{File: "guess.txt"}
	for row := range strings.Lines(table) {
		at.Number++
		if at.Text = strings.TrimSpace(row); at.Text == "" || at.Text[0] == '#' {
			continue
		}
		if at.Text[0] == '[' {
			section = strings.Trim(at.Text, "[]")
			if !guessSections[section] {
				return nil, at.Errorf("unknown section %q", at.Text)
			}
			continue
		}
		if section == "" {
			return nil, at.Errorf("line before the first section")
		}
		lines[section] = append(lines[section], at)
	}
	return lines, nil
}

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
	name     string // as package unicode has it
	table    *unicode.RangeTable
	language string
	letters  map[rune]string
}

// kana reports whether s is one of the two that only Japanese has, beside the signs that it shares with Chinese.
func (s *script) kana() bool { return s.name == "Hiragana" || s.name == "Katakana" }

var guesses = sync.OnceValue(func() *guesser {
	g, err := newGuesser(guessLines())
	if err != nil {
		panic("lang: " + err.Error()) // a test reads the same table
	}
	return g
})

// newGuesser reads the lines of each section. Errors name file and line.
func newGuesser(lines map[string][]Line) (*guesser, error) {
	g := &guesser{letters: map[rune][]string{}, words: map[string][]string{}}
	for _, line := range lines["scripts"] {
		s, err := newScript(line)
		if err != nil {
			return nil, err
		}
		g.scripts = append(g.scripts, s)
	}
	for _, line := range lines["letters"] {
		fields := strings.Fields(line.Text)
		for _, f := range fields[1:] {
			for _, r := range f {
				g.letters[r] = append(g.letters[r], fields[0])
			}
		}
	}
	for _, line := range lines["words"] {
		fields := strings.Fields(line.Text)
		code := fields[0]
		g.order = append(g.order, code)
		seen := map[string]bool{}
		for _, w := range fields[1:] {
			if !seen[w] {
				g.words[w], seen[w] = append(g.words[w], code), true
			}
		}
	}
	return g, nil
}

// newScript reads a line of the scripts: a script, its language, letters that make it another one.
func newScript(line Line) (script, error) {
	fields := strings.Fields(line.Text)
	s := script{name: fields[0], table: unicode.Scripts[fields[0]], letters: map[rune]string{}}
	if s.table == nil || len(fields) < 2 {
		return s, line.Errorf("%q is no script and its language", line.Text)
	}
	s.language = fields[1]
	for _, f := range fields[2:] {
		letter, code, ok := strings.Cut(f, ":")
		r, n := utf8.DecodeRuneInString(letter)
		if !ok || n == 0 || n != len(letter) || code == "" {
			return s, line.Errorf("%q is no letter and its language", f)
		}
		s.letters[r] = code
	}
	return s, nil
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
var capitalNouns = sync.OnceValue(func() []string { return codesOf("capital-nouns") })

// uncased lists the languages whose letters have no case.
var uncased = sync.OnceValue(func() []string { return codesOf("uncased") })

// codesOf returns the codes of a section.
func codesOf(section string) (codes []string) {
	for _, line := range guessLines()[section] {
		codes = append(codes, strings.Fields(line.Text)...)
	}
	return codes
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
	if s.name == "Han" {
		kana, japanese := 0, s.language
		for k := range g.scripts {
			if g.scripts[k].kana() {
				kana, japanese = kana+count[k], g.scripts[k].language
			}
		}
		if kana*kanaOfJapanese >= count[best] {
			return japanese, true
		}
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
