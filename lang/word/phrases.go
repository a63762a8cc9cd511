package word

import (
	"unicode"
	"unicode/utf8"
)

// Phrases finds any of a list of phrases in a text, whatever the case of its
// letters. It is not changed once made, and may be used concurrently.
//
// A text is looked through once, two bytes at a time: few pairs of bytes begin a
// phrase. Looking for each phrase in a copy in lower case takes ten times as long
// where there are a dozen.
type Phrases struct {
	phrases []string
	pairs   [1 << 10]uint64 // bits: the two bytes, the first the lower, with which a phrase may begin in a text
	first   [256][]uint16   // places in phrases of those that may begin with a byte
}

// NewPhrases returns the Phrases that finds those given, in lower case; empty
// ones are left out.
func NewPhrases(phrases []string) *Phrases {
	p := &Phrases{phrases: phrases}
	for n, phrase := range phrases {
		if phrase == "" {
			continue
		}
		a, size := utf8.DecodeRuneInString(phrase)
		b, _ := utf8.DecodeRuneInString(phrase[size:])
		lead := map[byte]bool{}
		for _, x := range [...]rune{a, unicode.ToUpper(a)} {
			for _, y := range [...]rune{b, unicode.ToUpper(b)} {
				bytes := utf8.AppendRune(utf8.AppendRune(nil, x), y)
				lead[bytes[0]] = true
				if len(bytes) > 1 && (size < len(phrase) || x >= utf8.RuneSelf) {
					p.begin(bytes[0], bytes[1])
					continue
				}
				for c := range 256 { // whatever follows a phrase of one byte
					p.begin(bytes[0], byte(c))
				}
			}
		}
		for c := range lead {
			p.first[c] = append(p.first[c], uint16(n))
		}
	}
	return p
}

func (p *Phrases) begin(a, b byte) {
	pair := uint(a) | uint(b)<<8
	p.pairs[pair>>6] |= 1 << (pair & 63)
}

// In reports whether text holds one of the phrases.
func (p *Phrases) In(text string) bool {
	return p.Find(text, func(int, int, int) bool { return true })
}

// Find calls accept for each phrase in text, with its place in the list and the
// range of bytes where it stands, by where that begins, until it returns true,
// and reports whether it has.
func (p *Phrases) Find(text string, accept func(n, start, end int) bool) bool {
	if text == "" {
		return false
	}
	next := uint(text[0])
	for i := range len(text) {
		pair := next
		if next = 0; i+1 < len(text) {
			next = uint(text[i+1])
			pair |= next << 8
		}
		if p.pairs[pair>>6]&(1<<(pair&63)) == 0 {
			continue
		}
		for _, n := range p.first[text[i]] {
			if size := FoldedPrefix(text[i:], p.phrases[n]); size > 0 && accept(int(n), i, i+size) {
				return true
			}
		}
	}
	return false
}

// FoldedPrefix returns how many bytes of s the phrase takes, which is in lower
// case, if s begins with it, whatever the case of its letters there; 0 if not.
func FoldedPrefix(s, phrase string) int {
	i := 0
	for k := 0; k < len(phrase); {
		if i == len(s) {
			return 0
		}
		c, d := s[i], phrase[k]
		if c < utf8.RuneSelf && d < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			if c != d {
				return 0
			}
			i, k = i+1, k+1
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		want, m := utf8.DecodeRuneInString(phrase[k:])
		if unicode.ToLower(r) != want {
			return 0
		}
		i, k = i+n, k+m
	}
	return i
}
