package layout

import (
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// In scripts without spaces what stands between two marks is one run, however many
// words it has. So the words of a part are reckoned there by its letters: two of Han
// and Kana a word, four of the alphabets of South-East Asia, vowel signs included.
const (
	hanOfWord      = 2
	southernOfWord = 4
)

// leastUnspaced is how many bytes each letter of these scripts takes at least.
const leastUnspaced = 3

// isUnspaced reports whether a text is in a script without spaces: most letters of its
// beginning.
func isUnspaced(text string) bool {
	const fewest, enough = 200, 3000 // bytes of a text that has head and body; that tell
	if len(text) < fewest {
		return false
	}
	unspaced, others := 0, 0
	text = text[:min(len(text), enough)]
	for i, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				others++
			} else if others-unspaced > (len(text)-i)/leastUnspaced {
				return false // however many are to come
			}
		case !unicode.IsLetter(r):
		case word.Unspaced(r):
			unspaced++
		default:
			others++
		}
	}
	return unspaced > others
}

// reckonedWords returns how many words s has by its letters of scripts without spaces.
func reckonedWords(s string) int {
	han, southern := 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsMark(r) || !word.Unspaced(r):
		case r < 0x2000:
			southern++
		default:
			han++
		}
	}
	return (han+1)/hanOfWord + southern/southernOfWord
}

// Bounds of what reads as running text and as a headline in these scripts, whose letters
// take three bytes each.
const (
	shortestUnspaced = 90  // bytes of a paragraph that ends as a sentence
	longUnspaced     = 300 // of one that does not, as in Thai, which has no full stop
	longestUnspaced  = 330 // of a headline
)

// unspacedProse is what reading.prose is for texts of these scripts.
func (r *reading) unspacedProse() bool {
	n := r.Len()
	return n >= longUnspaced || n >= shortestUnspaced && r.ended
}

// unspacedStems calls f with a hash of each two letters of Han and Kana that stand
// together, and of each five of the other scripts, until f returns false.
func unspacedStems(s string, f func(uint32) bool) {
	const offset, prime = 2166136261, 16777619
	const southern = 5
	var last [southern]rune // the letters before, the last one at the end
	n := 0                  // how many of them stand together
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			n = 0
			continue
		}
		copy(last[:], last[1:])
		last[southern-1] = r
		n++
		k := 2
		if r < 0x2000 {
			k = southern
		}
		if n < k {
			continue
		}
		h := uint32(offset)
		for _, c := range last[southern-k:] {
			h = (h ^ uint32(c)) * prime
		}
		if !f(h | 1) {
			return
		}
	}
}
