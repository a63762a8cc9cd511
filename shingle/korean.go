package shingle

import (
	"bytes"
	"unicode/utf8"
)

// koreanParticles are what Korean joins to the ends of nouns and numbers, the longer ones first: 도서관의,
// 도서관에서, 340권이나. Verbs and copulas are left alone.
var koreanParticles = func() (out [][]byte) {
	for _, p := range []string{
		"에서는", "에게서", "으로는", "으로도", "으로서", "으로써", "이라는", "이라고", "까지는", "에서도",
		"에서", "에게", "에는", "에도", "으로", "까지", "부터", "이나", "이란", "이라", "처럼", "보다", "마다", "조차", "씨는", "씨가", "씨의", "씨를", "로는", "로도", "와의", "과의", "들은", "들이", "들을", "들의", "들과", "만을", "만이", "라는", "라고", "이며", "하고",
		"은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "씨", "들",
	} {
		out = append(out, []byte(p))
	}
	return out
}()

// leastKorean is how many signs of a word are left before a particle at least: one may be a word's own end, as
// that of 회의, and what is left would be another word.
const leastKorean = 2

// unparticled returns the length of a folded word without the Korean particle at its end: all of it for a word
// of other letters, and where too little would be left.
func unparticled(word []byte) int {
	last, _ := utf8.DecodeLastRune(word)
	if last < firstSyllable || last > lastSyllable {
		return len(word)
	}
	for _, p := range koreanParticles {
		if rest, ok := bytes.CutSuffix(word, p); ok && utf8.RuneCount(rest) >= leastKorean {
			return len(rest)
		}
	}
	return len(word)
}

// The syllables of Hangul.
const firstSyllable, lastSyllable = '가', '힣'
