package word

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// slowWords is Words one code point at a time.
func slowWords(text string) (out []Word) {
	for i := SkipGap(text, 0); i < len(text); i = SkipGap(text, i) {
		w := Word{Start: uint32(i)}
		var h Hasher
		letters, capitals, ascii := 0, 0, true
		for i < len(text) && GapLen(text, i) == 0 {
			r, n := utf8.DecodeRuneInString(text[i:])
			folded := strings.ToLower(string(r))
			for k := range len(folded) {
				h.Add(folded[k])
			}
			switch {
			case r >= utf8.RuneSelf:
				ascii = false
			case r < '0' || r > '9':
				letters++
				if r < 'a' {
					capitals++
				}
			}
			i += n
		}
		w.End, w.Hash = uint32(i), h.Sum()
		switch c := text[w.Start]; {
		case '0' <= c && c <= '9':
			w.Shape |= Figure
		case 'A' <= c && c <= 'Z', c >= utf8.RuneSelf && Capital(text[w.Start:i]):
			w.Shape |= Titled
		}
		if ascii && w.End-w.Start <= 15 {
			w.Shape |= Simple
			switch letters {
			case 0:
				w.Shape |= Figures
			case 1:
				w.Shape |= Lone
			}
			if letters == capitals {
				w.Shape |= NoSmall
			}
			if letters > 0 && letters < int(w.End-w.Start) {
				w.Shape |= Mixed
			}
		}
		out = append(out, w)
	}
	return out
}

func TestWordsAreReadAsOneByOne(t *testing.T) {
	pieces := []string{
		"a", "B", "7", "the", "The", "NATO", "x1", "1st", "Quick", "internationally", "Internationalist", "incomprehensibilities", "é", "Élan", "ß", "µ", "日本", "ｆ", "e\u0301",
		" ", "  ", "\n", ".", ",", "'", "’", "-", "–", "—", "“", "”", "…", "\u00a0", "\u200b", "·", "😀", "\xff", "\xc3", "\xe2\x80", "_", "@",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		got := Words(nil, text)
		want := slowWords(text)
		require.Equal(t, want, got)
		for _, w := range got {
			require.Equal(t, w, Stretch(text, int(w.Start), int(w.End)))
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("The ferry left at 7 a.m. – l’été, \u00a012,300 Menschen aus Großenbrode")
	f.Add("\xe2\x80 ½ \xff日")
	f.Fuzz(func(t *testing.T, text string) {
		require.Equal(t, slowWords(text), Words(nil, text))
	})
}

func TestEndIsBeforeTheFirstGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"word", "internationally", "Ünder", "5", "é", " ", "-", "“", "…", "\u00a0", "漢", "😀", "\xc2", "\xff"})
		s := strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "parts"), "")
		for i := range len(s) + 1 {
			want := i
			for want < len(s) && GapLen(s, want) == 0 {
				want++
			}
			require.Equal(t, want, End(s, i), "%q from %d", s, i)
		}
	})
}
