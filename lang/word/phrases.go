package word

import (
	"unicode"
	"unicode/utf8"
)

// Phrases finds any of a list of phrases in a text, whatever the case of its
// letters. It is not changed once made, and may be used concurrently.
//
// A text is looked through once, two bytes at a time: few pairs of bytes stand at the
// beginning of a phrase, and fewer fours. Looking for each phrase in a copy in lower case
// takes ten times as long where there are a dozen.
type Phrases struct {
	phrases []string
	pairs   [1 << 10]uint64 // bits: two bytes, the first the lower, that may be the first and second of a phrase in a text, or the second and third
	fours   Bits            // hashes of the four bytes with which phrases begin
	starts  []uint64        // of each phrase that hash, 0 of one that does not begin with four bytes of ASCII
	first   [256][]uint16   // places in phrases of those that may begin with a byte
	other   [256]bool       // whether one of them begins with fewer than four bytes of ASCII
	short   bool            // whether one of them has fewer than three bytes
}

// NewPhrases returns the Phrases that finds those given, in lower case; empty
// ones are left out.
func NewPhrases(phrases []string) *Phrases {
	p := &Phrases{phrases: phrases, fours: NewBits(1 << 12), starts: make([]uint64, len(phrases))}
	for n, phrase := range phrases {
		if phrase == "" {
			continue
		}
		h, ascii := four(phrase, 0)
		if ascii {
			p.fours.Put(h)
			p.starts[n] = h
		}
		p.short = p.short || len(phrase) < 3
		lead := map[byte]bool{}
		for _, start := range spellings(phrase, 3) {
			if lead[start[0]] = true; len(start) < 3 {
				p.short = true
				continue
			}
			p.put(start[0], start[1])
			p.put(start[1], start[2])
		}
		for c := range lead {
			p.first[c] = append(p.first[c], uint16(n))
			p.other[c] = p.other[c] || !ascii
		}
	}
	return p
}

func (p *Phrases) put(a, b byte) {
	pair := uint(a) | uint(b)<<8
	p.pairs[pair>>6] |= 1 << (pair & 63)
}

// spellings returns the ways in which a text may spell the beginning of a phrase, with
// capitals or without, as far as it takes so many bytes.
func spellings(phrase string, bytes int) (all [][]byte) {
	if phrase == "" || bytes <= 0 {
		return [][]byte{nil}
	}
	r, size := utf8.DecodeRuneInString(phrase)
	for _, x := range cases(r) {
		start := utf8.AppendRune(nil, x)
		for _, rest := range spellings(phrase[size:], bytes-len(start)) {
			all = append(all, append(start[:len(start):len(start)], rest...))
		}
	}
	return all
}

// cases returns the characters of which r, in lower case, is the lower case.
func cases(r rune) (all []rune) {
	const dottedI = 'İ' // which the folding of the standard library keeps apart
	for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
		if unicode.ToLower(x) == r {
			all = append(all, x)
		}
	}
	if unicode.ToLower(dottedI) == r {
		all = append(all, dottedI)
	}
	return append(all, r)
}

// four returns a hash of the four bytes at s[i], whatever their case, and reports
// whether there are four, of ASCII.
func four(s string, i int) (h uint64, ascii bool) {
	if i+4 > len(s) {
		return 0, false
	}
	b := s[i : i+4]
	x := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	return uint64(x|0x20202020) * 0x9e3779b97f4a7c15, x&0x80808080 == 0
}

// In reports whether text holds one of the phrases.
func (p *Phrases) In(text string) bool {
	return p.Find(text, func(int, int, int) bool { return true })
}

// Find calls accept for each phrase in text, with its place in the list and the
// range of bytes where it stands, by where that begins, until it returns true,
// and reports whether it has.
func (p *Phrases) Find(text string, accept func(n, start, end int) bool) bool {
	if p.short {
		for i := range len(text) {
			if p.at(text, i, accept) {
				return true
			}
		}
		return false
	}
	// Of a phrase that begins at i-1 the second and third byte stand at i, of one that
	// begins at i the first and second.
	for i := 1; i+1 < len(text); i += 2 {
		pair := uint16(text[i]) | uint16(text[i+1])<<8
		if p.pairs[pair>>6]>>(pair&63)&1 != 0 && (p.at(text, i-1, accept) || p.at(text, i, accept)) {
			return true
		}
	}
	return false
}

// at calls accept for each phrase that begins at text[i] until it returns true, and
// reports whether it has.
func (p *Phrases) at(text string, i int, accept func(n, start, end int) bool) bool {
	h, ascii := four(text, i)
	if ascii && !p.fours.Has(h) && !p.other[text[i]] {
		return false
	}
	for _, n := range p.first[text[i]] {
		if start := p.starts[n]; ascii && start != 0 && start != h {
			continue
		}
		if size := FoldedPrefix(text[i:], p.phrases[n]); size > 0 && accept(int(n), i, i+size) {
			return true
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
