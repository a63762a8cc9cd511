package quote

import (
	"math/bits"
	"slices"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

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
	start, end int32  // bytes; without a genitive's 's, with an abbreviation's full stop
	row        int32  // in the table of words, -1 if unknown; of a mark, the index of its stretch
	hash       uint32 // of the word folded to lower case
	role       role   // in the language of the text
	kind       tokenKind
	upper      bool // begins with a capital letter
	digit      bool // begins with a digit
	genitive   bool // Kennedy's
	shout      bool // two letters or more, all of them capitals
	first      bool // first word of a sentence
	noun       bool // a capital letter makes no name of it, since all nouns have one
}

// small reports whether t is a word that begins with a small letter.
func (t *token) small() bool { return t.kind == wordToken && !t.upper && !t.digit }

// A tokens reads text into words. Its slices are kept from text to text.
type tokens struct {
	text     string
	table    *speechTable
	scanned  []word.Word // of the text, those before the place at hand left out
	slots    []slot      // of the table, for the language of the text
	list     []token
	roles    []role // of the language of the text by row, nil while it is not known
	votes    [lang.Most]int
	ordinals bool // a number with a full stop may be an ordinal
	fresh    bool // at the beginning of a sentence
}

func (t *tokens) punct(i, size int, k tokenKind) {
	t.list = append(t.list, token{start: int32(i), end: int32(i + size), row: -1, kind: k})
}

// reset makes t ready for another text in a language (ISO 639-1, "" if unknown).
// It makes room for the tokens of most texts at once: English has 6 bytes a word.
func (t *tokens) reset(text, language string) {
	table, n := speechOf(language)
	t.text, t.table, t.list = text, table, slices.Grow(t.list[:0], len(text)/5)
	t.votes = [lang.Most]int{}
	t.roles, t.slots, t.ordinals = nil, t.table.slots, false
	if n >= 0 {
		t.roles, t.slots = t.table.roles[n], t.table.spoken[n]()
		t.ordinals = t.table.nouns[n]
	}
}

// settle returns the column of the language of the text: the one given where it
// is known, else the one with most function words, in which every word then
// gets its role.
func (t *tokens) settle(language string) int {
	if _, n := speechOf(language); n >= 0 {
		return n
	}
	best := 0
	for n, v := range t.votes {
		if v > t.votes[best] {
			best = n
		}
	}
	t.roles = t.table.roles[best]
	for i := range t.list {
		if w := &t.list[i]; w.kind == wordToken && w.row >= 0 {
			w.role = t.roles[w.row]
		}
	}
	return best
}

// grow makes room for one more token and returns it, with what it was.
func (t *tokens) grow() *token {
	n := len(t.list)
	if n == cap(t.list) {
		t.list = append(t.list, token{})
	} else {
		t.list = t.list[:n+1]
	}
	return &t.list[n]
}

// vote counts the languages of a word whose language is not known yet, which
// its slot has for its role, unless it may be a name.
func (t *tokens) vote(tok *token) {
	m := uint16(tok.role)
	tok.role = 0
	if tok.upper {
		return
	}
	for ; m != 0; m &= m - 1 {
		t.votes[bits.TrailingZeros16(m)]++
	}
}
