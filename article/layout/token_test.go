package layout

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

// byBytes is tokenize without words scanned before.
func byBytes(v *vocabulary, text string, at, end int) []token {
	var words []token
	for i := at; i < end; {
		if word.Kinds[text[i]] == word.Other {
			i++
			continue
		}
		words, i = v.appendWord(words, text[:end], i)
	}
	return words
}

func TestWordsOfLinesAreThoseFoundByteByByte(t *testing.T) {
	v := furnitureWords()
	piece := rapid.SampledFrom([]string{
		"the", "The", "SHARE", "Reuters", "a", "A", "I", "x86", "2024", "3rd", "MP3s", "é", "École", "l’été", "don't", "half-baked", "U.S", "a.m",
		"photographs", "Unconstitutionally", "internationalisation", "15letterswordxx", "16lettersswordxx", "1234567812345678",
		" ", " ", " ", ", ", ".", ". ", "-", "'", "’", "“", "”", "–", "—", "…", "\n", "/", "|", "©", "\u00a0", "\xff", "@", "_",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces") {
			text += p
		}
		end := rapid.IntRange(0, len(text)).Draw(t, "end")
		at := rapid.IntRange(0, end).Draw(t, "at")
		require.Equal(t, byBytes(v, text, at, end), v.tokenize(nil, text, word.Words(nil, text), at, end), "%q", text[at:end])
	})
}

func TestCountLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"a", "Z", "z", "A", "5", "@", "[", "`", "{", " ", "é", "É", "漢", "ß", "\xff"})
		s := strings.Join(rapid.SliceOfN(part, 0, 40).Draw(t, "parts"), "")
		letters, capitals := 0, 0
		for _, r := range s {
			if unicode.IsUpper(r) {
				capitals++
			}
			if unicode.IsUpper(r) || unicode.IsLower(r) {
				letters++
			}
		}
		n, upper := countLetters(s)
		require.Equal(t, letters, n)
		require.Equal(t, capitals, upper)
	})
}
