package credit

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A role is a set of parts that a word can play in telling who speaks.
type role uint64

// The roles. Their names in the files of data are in roleNames.
const (
	roleSay     role = 1 << iota // reports speech
	roleGer                      // reports speech, a gerund
	roleLabel                    // puts a name on something
	roleThink                    // reports a thought
	rolePost                     // publishes a post
	roleName                     // stands before a title or a nickname
	roleAcc                      // according to
	roleHe                       // pronouns
	roleShe                      //
	roleThey                     //
	roleI                        //
	roleWho                      //
	roleArt                      // opens a noun phrase
	rolePoss                     //
	rolePrep                     //
	roleConj                     //
	roleSub                      // opens a clause
	roleAux                      //
	roleAdv                      //
	roleTitle                    // precedes a name and is no part of it
	roleMan                      // nouns
	roleWoman                    //
	rolePerson                   //
	roleMedia                    //
	roleSite                     //
	roleCap                      // capitalised, but no name
	rolePart                     // small word inside a name
	roleSuffix                   // behind a name
	roleAbbr                     // its full stop ends no sentence
	roleGivenM                   // given name of a man
	roleGivenF                   // of a woman
	roleOrg                      // last in the name of an organisation
	roleNounToo                  // as often a noun as the verb it is listed as
	roleOf                       // preposition that ties a noun to the one before it

	roleCue      = roleSay | roleGer | roleLabel | roleThink | rolePost
	rolePronoun  = roleHe | roleShe | roleThey
	roleNoun     = roleMan | roleWoman | rolePerson
	roleDet      = roleArt | rolePoss
	roleFunction = roleArt | rolePoss | rolePrep | roleConj | roleSub | roleAux | roleHe | roleShe | roleThey | roleI | roleWho
)

var roleNames = map[string]role{
	"say": roleSay, "ger": roleGer, "label": roleLabel, "think": roleThink, "post": rolePost, "name": roleName, "acc": roleAcc,
	"he": roleHe, "she": roleShe, "they": roleThey, "i": roleI, "who": roleWho, "art": roleArt, "poss": rolePoss, "prep": rolePrep,
	"conj": roleConj, "sub": roleSub, "aux": roleAux, "adv": roleAdv, "title": roleTitle, "man": roleMan, "woman": roleWoman,
	"role": rolePerson, "media": roleMedia, "site": roleSite, "cap": roleCap, "part": rolePart, "suffix": roleSuffix, "abbr": roleAbbr,
	"men": roleGivenM, "women": roleGivenF, "org": roleOrg, "noun": roleNounToo, "of": roleOf,
}

// tongues are the languages whose words are known, in the order of the columns of a table.
var tongues = [...]string{"en", "es", "fr", "de", "it", "pt"}

//go:embed data/speech-*.txt
var speechFiles embed.FS

// A speechTable holds the roles of words in every language.
type speechTable struct {
	index map[string]int32 // folded word to its row
	rows  [][len(tongues)]role
}

// speech returns the table of the embedded files.
var speech = sync.OnceValue(func() *speechTable {
	t := &speechTable{index: make(map[string]int32, 8192)}
	for n, lang := range tongues {
		name := "data/speech-" + lang + ".txt"
		b, err := speechFiles.ReadFile(name)
		if err == nil {
			err = t.add(n, string(b))
		}
		if err != nil {
			panic(fmt.Sprintf("credit: %s: %v", name, err)) // part of the program: a programmer's mistake
		}
	}
	if b, err := speechFiles.ReadFile("data/speech-names.txt"); err == nil {
		for n := range tongues {
			if err := t.add(n, string(b)); err != nil {
				panic("credit: data/speech-names.txt: " + err.Error())
			}
		}
	}
	return t
})

// add reads one file of words in the language of column n: sections headed by
// [role], words folded and separated by white space, remarks behind #.
func (t *speechTable) add(n int, text string) error {
	var r role
	line := 0
	for l := range strings.Lines(text) {
		line++
		l, _, _ = strings.Cut(l, "#")
		l = strings.TrimSpace(l)
		if name, ok := strings.CutPrefix(l, "["); ok {
			name, _, _ = strings.Cut(name, "]")
			if r = roleNames[name]; r == 0 {
				return fmt.Errorf("line %d: unknown section %q", line, name)
			}
			continue
		}
		for w := range strings.FieldsSeq(l) {
			if r == 0 {
				return fmt.Errorf("line %d: word before the first section", line)
			}
			i, ok := t.index[w]
			if !ok {
				i = int32(len(t.rows))
				t.index[w] = i
				t.rows = append(t.rows, [len(tongues)]role{})
			}
			t.rows[i][n] |= r
		}
	}
	return nil
}

// A tokenKind says what a token is.
type tokenKind uint8

const (
	wordToken    tokenKind = iota
	commaToken             // , and ;
	colonToken             // :
	stopToken              // . ! ? … where a sentence ends
	dashToken              // – — or a hyphen between spaces
	openToken              // ( or [
	closeToken             // ) or ]
	quoteToken             // opening mark of a stretch between quotation marks; row is its index
	unquoteToken           // its closing mark; row is its index
)

// A token is one word of a text, or one mark of punctuation that matters here.
type token struct {
	start, end int32 // bytes; without a genitive's 's, with an abbreviation's full stop
	row        int32 // in the table of words, -1 if unknown
	kind       tokenKind
	upper      bool // begins with a capital letter
	digit      bool // begins with a digit
	genitive   bool // Kennedy's
	shout      bool // two letters or more, all of them capitals
	first      bool // first word of a sentence
}

// small reports whether t is a word that begins with a small letter.
func (t *token) small() bool { return t.kind == wordToken && !t.upper && !t.digit }

// A tokens reads text into words. Its slices are kept from text to text.
type tokens struct {
	text  string
	table *speechTable
	list  []token
	votes [len(tongues)]int
	fold  [64]byte
	fresh bool // at the beginning of a sentence
}

// paragraph appends the tokens of text[start:end]. The stretches qs, in order,
// lie in it; the index of the first is base.
func (t *tokens) paragraph(start, end int, qs []quoted, base int) {
	text := t.text
	t.fresh = true
	next, open := 0, -1
	for i := start; i <= end; {
		if open >= 0 && i >= qs[open].End {
			qs[open].last = int32(len(t.list))
			t.list = append(t.list, token{start: int32(qs[open].End), end: int32(qs[open].to), row: int32(base + open), kind: unquoteToken})
			i = max(i, qs[open].to)
			open = -1
			continue
		}
		if next < len(qs) && open < 0 && i >= qs[next].from {
			qs[next].first = int32(len(t.list))
			t.list = append(t.list, token{start: int32(qs[next].from), end: int32(qs[next].Start), row: int32(base + next), kind: quoteToken})
			i = max(i, qs[next].Start)
			open = next
			next++
			continue
		}
		if i == end {
			break
		}
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case asciiLetter(c) || c >= '0' && c <= '9':
				i = t.word(i, end)
				continue
			case c == ',' || c == ';':
				t.punct(i, 1, commaToken)
			case c == ':':
				t.punct(i, 1, colonToken)
			case c == '(' || c == '[':
				t.punct(i, 1, openToken)
			case c == ')' || c == ']':
				t.punct(i, 1, closeToken)
			case c == '.' || c == '!' || c == '?':
				if t.endsSentence(i+1, end, c) {
					t.punct(i, 1, stopToken)
					t.fresh = true
				}
			case c == '-':
				if i > start && text[i-1] == ' ' && i+1 < end && text[i+1] == ' ' || i+1 < end && text[i+1] == '-' {
					t.punct(i, 1, dashToken)
				}
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsLetter(r):
			i = t.word(i, end)
			continue
		case r == '–' || r == '—':
			t.punct(i, size, dashToken)
		case r == '…' && t.endsSentence(i+size, end, '.'):
			t.punct(i, size, stopToken)
			t.fresh = true
		}
		i += size
	}
}

func (t *tokens) punct(i, size int, k tokenKind) {
	t.list = append(t.list, token{start: int32(i), end: int32(i + size), row: -1, kind: k})
}

// endsSentence reports whether a sentence ends with the mark c before i: white
// space or a closing mark follows, and after it no small letter.
func (t *tokens) endsSentence(i, end int, c byte) bool {
	if i >= end {
		return true
	}
	space := false
	for n := 0; i < end && n < 12; n++ {
		r, size := utf8.DecodeRuneInString(t.text[i:end])
		switch {
		case unicode.IsSpace(r):
			space = true
		case isMark(r) || r == ')' || r == ']':
			space = space || c != '.' // "…!" he said
		case unicode.IsLower(r):
			return false
		default:
			return space
		}
		i += size
	}
	return true
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// word appends the word that begins at i and returns where to read on.
func (t *tokens) word(i, end int) int {
	text := t.text
	tok := token{start: int32(i), row: -1, first: t.fresh}
	t.fresh = false
	n := 0 // bytes in t.fold
	letters, capitals, periods := 0, 0, 0
	j := i
scan:
	for j < end {
		c := text[j]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if c >= 'a' {
				letters++
			} else if j == i {
				tok.digit = true
			}
			n = t.put(n, c)
			j++
		case c >= 'A' && c <= 'Z':
			letters++
			capitals++
			if j == i {
				tok.upper = true
			}
			n = t.put(n, c|0x20)
			j++
		case c == '-':
			if j+1 >= end || !startsWord(text[j+1:end]) || t.frenchPronoun(j+1, end) {
				break scan
			}
			n = t.put(n, c)
			j++
		case c == '.':
			// U.S., and the initials of a name; a figure's decimal point.
			if j+1 < end && (letters == 1 || periods > 0) && asciiLetter(text[j+1]) && (j+2 >= end || !asciiLetter(text[j+2])) ||
				j+1 < end && tok.digit && text[j+1] >= '0' && text[j+1] <= '9' {
				periods++
				n = t.put(n, c)
				j++
				continue
			}
			break scan
		case c == ',' && tok.digit && j+1 < end && text[j+1] >= '0' && text[j+1] <= '9':
			j++
		case c == '\'' || c == 0xE2 && strings.HasPrefix(text[j:end], "’"):
			size := 1
			if c != '\'' {
				size = 3
			}
			rest := text[j+size : end]
			if !startsWord(rest) {
				break scan
			}
			if rest[0]|0x20 == 's' && (len(rest) == 1 || !startsWord(rest[1:])) && letters > 1 {
				tok.genitive = true
				break scan
			}
			if c := contracted(rest); c > 0 {
				t.finish(&tok, i, j, n, letters, capitals)
				return j + size + c
			}
			if elided(text[i:j], rest) {
				// l'homme, qu'il: two words
				n = t.put(n, 0)
				t.finish(&tok, i, j, n-1, letters, capitals)
				return j + size
			}
			n = t.put(n, '\'')
			j += size
		case c < utf8.RuneSelf:
			break scan
		default:
			r, size := utf8.DecodeRuneInString(text[j:end])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				break scan
			}
			letters++
			if l := unicode.ToLower(r); l != r {
				capitals++
				if j == i {
					tok.upper = true
				}
				r = l
			}
			if n+utf8.UTFMax <= len(t.fold) {
				n += utf8.EncodeRune(t.fold[n:], r)
			}
			j += size
		}
	}
	t.finish(&tok, i, j, n, letters, capitals)
	last := &t.list[len(t.list)-1]
	if j < end && text[j] == '.' && (periods > 0 && letters > 0 || letters == 1 && capitals == 1 || t.abbreviates(last)) && !tok.digit {
		last.end++
		j++
	}
	if last.genitive {
		if text[j] == '\'' {
			j += 2
		} else {
			j += 4
		}
	} else if j > i && text[j-1]|0x20 == 's' {
		// The Democrats' plan.
		rest := text[j:end]
		if strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ") {
			last.genitive = true
		}
	}
	return j
}

// abbreviates reports whether the full stop behind a word belongs to it.
func (t *tokens) abbreviates(tok *token) bool {
	if tok.row < 0 {
		return false
	}
	for _, r := range t.table.rows[tok.row] {
		if r&(roleAbbr|roleSuffix) != 0 {
			// St. and Gen. are capitalised; art. and pag. are not; "no." is a word first.
			return tok.upper || int(tok.end-tok.start) > 2
		}
	}
	return false
}

func (t *tokens) put(n int, c byte) int {
	if n < len(t.fold) {
		t.fold[n] = c
		n++
	}
	return n
}

// finish appends the word text[i:j], whose folded form is t.fold[:n].
func (t *tokens) finish(tok *token, i, j, n, letters, capitals int) {
	tok.end = int32(j)
	tok.shout = letters > 1 && capitals == letters
	if row, ok := t.table.index[string(t.fold[:n])]; ok {
		tok.row = row
		if !tok.upper {
			for l, r := range t.table.rows[row] {
				if r&roleFunction != 0 {
					t.votes[l]++
				}
			}
		}
	} else if k := bytes.IndexByte(t.fold[:n], '-'); k > 2 {
		// disse-lhe, ex-ministre are found by a part of theirs.
		if row, ok := t.table.index[string(t.fold[:k])]; ok && t.clitic(t.fold[k+1:n]) {
			tok.row = row
		}
	}
	t.list = append(t.list, *tok)
}

// clitic reports whether b is a pronoun that Portuguese hangs on its verbs.
func (t *tokens) clitic(b []byte) bool {
	switch string(b) {
	case "lhe", "lhes", "se", "me", "nos", "o", "a":
		return true
	}
	return false
}

// startsWord reports whether s begins with a letter or a digit.
func startsWord(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < utf8.RuneSelf {
		return asciiLetter(c) || c >= '0' && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// frenchPronoun reports whether text[i:end] begins with the pronoun that
// French hangs on its verbs: dit-il, a-t-elle ajouté.
func (t *tokens) frenchPronoun(i, end int) bool {
	rest := t.text[i:end]
	rest = strings.TrimPrefix(rest, "t-")
	for _, p := range [...]string{"ils", "elles", "elle", "il", "on", "je"} {
		if strings.HasPrefix(rest, p) && (len(rest) == len(p) || !startsWord(rest[len(p):]) && rest[len(p)] != '-') {
			return true
		}
	}
	return false
}

// contracted returns the length of the shortened verb that rest begins with:
// he'd, we'll, they've, you're, I'm.
func contracted(rest string) int {
	for _, v := range [...]string{"d", "ll", "ve", "re", "m"} {
		if strings.HasPrefix(rest, v) && !startsWord(rest[len(v):]) {
			return len(v)
		}
	}
	return 0
}

// elided reports whether w is a word that French, Italian and Portuguese
// shorten before the vowel that begins rest. O'Brien and D'Angelo stay one.
func elided(w, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(r) && w[0] >= 'A' && w[0] <= 'Z' {
		return false
	}
	switch {
	case len(w) == 1:
		return strings.ContainsRune("lLdDjJsSmMnNcCtT", rune(w[0])) && !strings.ContainsRune("dstm", rune(rest[0]))
	case len(w) <= 7:
		switch strings.ToLower(w) {
		case "qu", "dell", "all", "nell", "dall", "sull", "un", "quell", "quest", "lorsqu", "jusqu", "puisqu", "com", "dov", "cos", "sant":
			return true
		}
	}
	return false
}

// reset makes t ready for another text.
func (t *tokens) reset(text string) {
	t.text, t.table, t.list = text, speech(), t.list[:0]
	t.votes = [len(tongues)]int{}
}

// language returns the column of the table for a text: that of its language
// (ISO 639-1) where it is given and known, else the one with most function words.
func (t *tokens) language(given string) int {
	if len(given) >= 2 {
		for n, l := range tongues {
			if strings.EqualFold(given[:2], l) {
				return n
			}
		}
	}
	best := 0
	for n, v := range t.votes {
		if v > t.votes[best] {
			best = n
		}
	}
	return best
}
