package page

import (
	"cmp"
	"compress/flate"
	"encoding/base64"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// packed writes bytes down for a script to unpack: raw deflate in base64 for
// addresses. The library is not that of other rooms, which leaves numbers of eight bits
// as they are, a tenth larger.
func packed(b []byte) string {
	var out strings.Builder
	text := base64.NewEncoder(base64.RawURLEncoding, &out)
	z, err := flate.NewWriter(text, flate.BestCompression)
	if err == nil {
		_, err = z.Write(b)
	}
	if err = errors.Join(err, z.Close(), text.Close()); err != nil {
		panic(err) // the level is one, and a string takes all
	}
	return out.String()
}

// A packedWords is a vocabulary as assets/search.js reads it. Each string is packed.
type packedWords struct {
	// Bound is how many articles a word may have of which it is said which they are.
	Bound int `json:"bound"`
	// Words are lines, in the order of the words' bytes: how many UTF-16 units the word
	// has in common with the one before, a digit in base 36; the rest of it; a space; how
	// many articles have it, in base 36.
	Words string `json:"words"`
	// Low and High are the lower and the upper bytes of numbers, one for each article of
	// each word that at most Bound have, words of fewer articles first: how many articles
	// lie between it and the one before. Few words take most of the room, and of one
	// count all gaps are alike, so that they are packed best in this order.
	Low  string `json:"low"`
	High string `json:"high"`
}

// pack packs the words, after which no more may be added, so that the whole takes at
// most room bytes. Where there is too little for all, it is not said of the most
// frequent words which articles have them. whole says whether it is of all; nil is
// returned if there is no word or no room for any.
func (v *vocabulary) pack(room int) (p *packedWords, whole bool) {
	slices.SortFunc(v.words, func(a, b listed) int { return cmp.Compare(a.word, b.word) })
	v.slots = nil
	p = &packedWords{Words: packed(v.lines())}
	room -= len(p.Words)
	if room <= 0 {
		return nil, false
	}
	slices.SortStableFunc(v.words, func(a, b listed) int { return cmp.Compare(len(a.articles), len(b.articles)) })
	for estimate := 6 * float64(room); ; estimate *= 0.98 {
		fit := v.fitting(estimate)
		if fit == 0 {
			return nil, false
		}
		low, high := gaps(v.words[:fit])
		p.Low, p.High = packed(low), packed(high)
		if len(p.Low)+len(p.High) <= room {
			p.Bound = len(v.words[fit-1].articles)
			return p, fit == len(v.words)
		}
	}
}

// lines returns the words and how many articles have each, as in packedWords.
func (v *vocabulary) lines() (lines []byte) {
	before := ""
	for i := range v.words {
		w := &v.words[i]
		same, units := 0, 0
		for k, r := range w.word {
			if !strings.HasPrefix(before[k:], string(r)) || units >= 34 {
				break
			}
			same = k + len(string(r))
			units += utf16.RuneLen(r)
		}
		lines = append(strconv.AppendInt(lines, int64(units), 36), w.word[same:]...)
		lines = append(strconv.AppendInt(append(lines, ' '), int64(len(w.articles)), 36), '\n')
		before = w.word
	}
	return lines
}

// fitting returns how many of the words, in the order of their counts, may take so
// many bits; of one count it is all words or none.
func (v *vocabulary) fitting(bits float64) (fit int) {
	articles := 1
	for i := range v.words {
		a := v.words[i].articles
		articles = max(articles, int(a[len(a)-1])+1)
	}
	for i := range v.words {
		f := float64(len(v.words[i].articles))
		if bits -= f * (math.Log2(float64(articles)/f) + math.Log2E); bits < 0 {
			return fit
		}
		if i+1 == len(v.words) || len(v.words[i+1].articles) > len(v.words[i].articles) {
			fit = i + 1
		}
	}
	return fit
}

// gaps returns the bytes of the gaps of words, as in packedWords.
func gaps(words []listed) (low, high []byte) {
	for i := range words {
		before := -1
		for _, n := range words[i].articles {
			gap := int(n) - before - 1
			low, high = append(low, byte(gap)), append(high, byte(gap>>8))
			before = int(n)
		}
	}
	return low, high
}
