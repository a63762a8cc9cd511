package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
}

// small reports whether t is a word that begins with a small letter.
func (t *token) small() bool { return t.kind == wordToken && !t.upper && !t.digit }

// A tokens reads text into words. Its slices are kept from text to text.
type tokens struct {
	text  string
	table *speechTable
	slots []slot // of the table, for the language of the text
	list  []token
	roles []role // of the language of the text by row, nil while it is not known
	votes [len(tongues)]int
	fresh bool // at the beginning of a sentence
}

// folded is the hash of a word while it is read, and what else its letters tell.
type folded struct {
	word.Hasher
	stem              uint64 // hash up to its first hyphen
	hyphen            int    // where that is, 0 if there is none
	letters, capitals int
}

// paragraph appends the tokens of text[start:end]. The stretches qs, in order,
// lie in it; the index of the first is base.
func (t *tokens) paragraph(start, end int, qs []quoted, base int) {
	text := t.text
	t.fresh = true
	next, open := 0, -1
	bound := start // where to look next for a mark of qs
	for i := start; ; {
		if i >= bound {
			switch {
			case open >= 0 && i >= qs[open].End:
				qs[open].last = int32(len(t.list))
				t.list = append(t.list, token{start: int32(qs[open].End), end: int32(qs[open].to), row: int32(base + open), kind: unquoteToken})
				i = max(i, qs[open].to)
				open = -1
				continue
			case open >= 0:
				bound = min(end, qs[open].End)
			case next < len(qs) && i >= qs[next].from:
				qs[next].first = int32(len(t.list))
				t.list = append(t.list, token{start: int32(qs[next].from), end: int32(qs[next].Start), row: int32(base + next), kind: quoteToken})
				i = max(i, qs[next].Start)
				open = next
				next++
				continue
			case next < len(qs):
				bound = min(end, qs[next].from)
			default:
				bound = end
			}
			if i >= end {
				return
			}
		}
		c := text[i]
		switch tokenStarts[c] {
		case startsNone:
			i++
		case startsLetter:
			i = t.word(i, end)
		case startsStop:
			if t.endsSentence(i+1, end, c) {
				t.punct(i, 1, stopToken)
				t.fresh = true
			}
			i++
		case startsHyphen:
			if i > start && text[i-1] == ' ' && i+1 < end && text[i+1] == ' ' || i+1 < end && text[i+1] == '-' {
				t.punct(i, 1, dashToken)
			}
			i++
		case startsRune:
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
		default:
			t.punct(i, 1, tokenKind(tokenStarts[c]))
			i++
		}
	}
}

// tokenStarts tells what a token that begins with a byte is: one of these, or
// the tokenKind that the byte is by itself.
var tokenStarts = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = startsRune
		case asciiLetter(byte(c)) || c >= '0' && c <= '9':
			t[c] = startsLetter
		default:
			t[c] = startsNone
		}
	}
	t['.'], t['!'], t['?'] = startsStop, startsStop, startsStop
	t['-'] = startsHyphen
	t[','], t[';'], t[':'] = uint8(commaToken), uint8(commaToken), uint8(colonToken)
	t['('], t['['], t[')'], t[']'] = uint8(openToken), uint8(openToken), uint8(closeToken), uint8(closeToken)
	return t
}()

const (
	startsNone = 0x80 + iota
	startsLetter
	startsStop
	startsHyphen
	startsRune
)

func (t *tokens) punct(i, size int, k tokenKind) {
	t.list = append(t.list, token{start: int32(i), end: int32(i + size), row: -1, kind: k})
}

// longWord is word for words of any kind.
func (t *tokens) longWord(i, end int) int {
	text := t.text
	tok := token{start: int32(i), row: -1, first: t.fresh}
	t.fresh = false
	var f folded
	periods := 0
	j := i
scan:
	for j < end {
		c := text[j]
		switch {
		case c >= 'a' && c <= 'z':
			f.letters++
			f.Add(c)
			j++
		case c >= 'A' && c <= 'Z':
			f.letters++
			f.capitals++
			if j == i {
				tok.upper = true
			}
			f.Add(c | 0x20)
			j++
		case c >= '0' && c <= '9':
			if j == i {
				tok.digit = true
			}
			f.Add(c)
			j++
		case c == '-':
			if j+1 >= end || !startsWord(text[j+1:end]) || t.frenchPronoun(j+1, end) {
				break scan
			}
			if f.hyphen == 0 {
				f.hyphen, f.stem = j, f.Sum()
			}
			f.Add(c)
			j++
		case c == '.':
			// U.S., and the initials of a name; a figure's decimal point.
			if j+1 >= end || !((f.letters == 1 || periods > 0) && asciiLetter(text[j+1]) && (j+2 >= end || !asciiLetter(text[j+2])) ||
				tok.digit && text[j+1] >= '0' && text[j+1] <= '9') {
				break scan
			}
			periods++
			f.Add(c)
			j++
		case c == ',' && tok.digit && j+1 < end && text[j+1] >= '0' && text[j+1] <= '9':
			j++
		case c == '\'' || c == 0xE2 && strings.HasPrefix(text[j:end], "’"):
			size := 1
			if c != '\'' {
				size = len("’")
			}
			rest := text[j+size : end]
			if !startsWord(rest) {
				break scan
			}
			if rest[0]|0x20 == 's' && (len(rest) == 1 || !startsWord(rest[1:])) && f.letters > 1 {
				tok.genitive = true
				break scan
			}
			if n := contracted(rest); n > 0 {
				t.finish(&tok, j, &f)
				return j + size + n
			}
			if elided(text[i:j], rest) { // l'homme, qu'il: two words
				t.finish(&tok, j, &f)
				return j + size
			}
			f.Add('\'')
			j += size
		case c < utf8.RuneSelf:
			break scan
		default:
			r, size := utf8.DecodeRuneInString(text[j:end])
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				break scan
			}
			f.letters++
			if l := unicode.ToLower(r); l != r {
				f.capitals++
				if j == i {
					tok.upper = true
				}
				r = l
			}
			var b [utf8.UTFMax]byte
			for _, c := range b[:utf8.EncodeRune(b[:], r)] {
				f.Add(c)
			}
			j += size
		}
	}
	t.finish(&tok, j, &f)
	last := &t.list[len(t.list)-1]
	switch {
	case j >= end:
	case text[j] == '.' && !tok.digit && (periods > 0 && f.letters > 0 || f.letters == 1 && f.capitals == 1 || t.abbreviates(last)):
		last.end++
		j++
	case tok.genitive && text[j] == '\'':
		j += len("'s")
	case tok.genitive:
		j += len("’s")
	case text[j-1]|0x20 == 's':
		// The Democrats' plan.
		if rest := text[j:end]; strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ") {
			last.genitive = true
		}
	}
	return j
}

// finish appends the word that ends before j.
func (t *tokens) finish(tok *token, j int, f *folded) {
	tok.end = int32(j)
	hash := f.Sum()
	tok.hash = uint32(hash >> 32)
	tok.shout = f.letters > 1 && f.capitals == f.letters
	if s := t.table.find(t.slots, hash); s != nil {
		tok.row, tok.role = s.row, s.role
		if t.roles == nil {
			t.vote(tok)
		}
	} else if f.hyphen > 0 && clitic(t.text[f.hyphen+1:j]) {
		if s := t.table.find(t.slots, f.stem); s != nil { // disse-lhe
			tok.row = s.row
			if t.roles != nil {
				tok.role = s.role
			}
		}
	}
	t.list = append(t.list, *tok)
}

// reset makes t ready for another text in a language (ISO 639-1, "" if unknown).
func (t *tokens) reset(text, language string) {
	t.text, t.table, t.list = text, speech(), t.list[:0]
	t.votes = [len(tongues)]int{}
	t.roles, t.slots = nil, t.table.slots
	if n := tongue(language); n >= 0 {
		t.roles, t.slots = t.table.roles[n], t.table.spoken[n]()
	}
}

// settle returns the column of the language of the text: the one given where it
// is known, else the one with most function words, in which every word then
// gets its role.
func (t *tokens) settle(language string) int {
	if n := tongue(language); n >= 0 {
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

// tongue returns the column of a language, -1 if its words are not known.
func tongue(language string) int {
	if len(language) >= 2 {
		for n, l := range tongues {
			if strings.EqualFold(language[:2], l) {
				return n
			}
		}
	}
	return -1
}
