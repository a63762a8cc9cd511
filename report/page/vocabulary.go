package page

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
	"golang.org/x/text/unicode/norm"
)

// A vocabulary says which articles of a page have a word, so that the page can
// search texts that it does not hold. Case and accents do not count. Of scripts
// without spaces every two characters in a row are a word.
//
// The words lie in a hash table of their own: a map of strings takes three times as
// long, for as many words as a report has.
type vocabulary struct {
	words []listed
	slots []uint32 // number of a word from 1, where its hash says or further on; 0 where there is none
	buf   []byte
	// What words came lately, by their hash and the number of the article: most
	// words of a text have come before in it.
	lately [1 << 11]uint64
}

// A listed is a word with the articles that have it, in order.
type listed struct {
	hash     uint64
	word     string
	articles []uint16
}

// longestWord is how many bytes a word has at most; what is longer is none.
const longestWord = 48

// add takes the words of article n, which is the last so far.
func (v *vocabulary) add(n int, text string) {
	b := v.buf[:0]
	var before rune // the character before, if both are of a script without spaces
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			before = 0
			switch {
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				b = append(b, c)
			case c >= 'A' && c <= 'Z':
				b = append(b, c+'a'-'A')
			default:
				b = v.end(b, n)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case unicode.In(r, unspaced...):
			b = v.end(b, n)
			if before != 0 {
				v.end(utf8.AppendRune(utf8.AppendRune(b, before), r), n)
			}
			before = r
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			before = 0
			b = utf8.AppendRune(b, r)
		default:
			before = 0
			b = v.end(b, n)
		}
	}
	v.buf = v.end(b, n)
}

// unspaced are scripts that put no space between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// end ends the word in b and returns b empty.
func (v *vocabulary) end(b []byte, n int) []byte {
	if len(b) < 2 || len(b) > longestWord {
		return b[:0]
	}
	word := b
	if slices.ContainsFunc(b, func(c byte) bool { return c >= utf8.RuneSelf }) {
		if word = fold(b); len(word) < 2 {
			return b[:0]
		}
	}
	hash := xxh3.Hash(word)
	mark := &v.lately[hash%uint64(len(v.lately))]
	if *mark == hash+uint64(n) {
		return b[:0]
	}
	*mark = hash + uint64(n)
	w := v.find(hash, word)
	if k := len(w.articles); k == 0 || w.articles[k-1] != uint16(n) {
		w.articles = append(w.articles, uint16(n))
	}
	return b[:0]
}

// find returns the entry of a word, which it makes where there is none. It holds
// until the next call.
func (v *vocabulary) find(hash uint64, word []byte) *listed {
	if 2*len(v.words) >= len(v.slots) {
		v.slots = make([]uint32, max(2*len(v.slots), 1<<12))
		for k := range v.words {
			at := v.words[k].hash
			for ; v.slots[at%uint64(len(v.slots))] != 0; at++ {
			}
			v.slots[at%uint64(len(v.slots))] = uint32(k + 1)
		}
	}
	at := hash
	for {
		slot := &v.slots[at%uint64(len(v.slots))]
		if *slot == 0 {
			v.words = append(v.words, listed{hash: hash, word: string(word)})
			*slot = uint32(len(v.words))
			return &v.words[len(v.words)-1]
		}
		if w := &v.words[*slot-1]; w.hash == hash && w.word == string(word) {
			return w
		}
		at++
	}
}

// fold takes case and accents from a word, as assets/list.js does.
func fold(word []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, norm.NFKD.Bytes(bytes.ToLower(word)))
}
