package shingle

import (
	"regexp"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/zeebo/xxh3"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// An oracleChar is one character of a text with references resolved.
type oracleChar struct {
	r          rune
	kind       kind
	start, end int
}

// What divides a word at the end of a line, and what stands before it.
var (
	divided   = regexp.MustCompile(`^(-[ \t\r]*\n[ \t\r]*)\p{Ll}`)
	smallLast = regexp.MustCompile(`\p{Ll}$`)
)

// oracleWords is Words by the plainest road: first all characters, those to be
// passed over left out, then the rules on them one after the other.
func oracleWords(text string) []Word {
	var chars []oracleChar
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if e, n := entity(text[i:]); n > 0 {
			r, size = e, n
		}
		if hyphen := divided.FindStringSubmatch(text[i:]); hyphen != nil && smallLast.MatchString(text[:i]) {
			size = len(hyphen[1])
		} else if k := classify(r); k != ignorable {
			chars = append(chars, oracleChar{r, k, i, i + size})
		}
		i += size
	}
	is := func(i int, kinds ...kind) bool {
		for _, k := range kinds {
			if i >= 0 && i < len(chars) && chars[i].kind == k {
				return true
			}
		}
		return false
	}
	// folded returns the folded form of chars from i to j; skip tells which of
	// them leave nothing behind.
	folded := func(i, j int, skip map[int]bool) []byte {
		var word []byte
		for ; i < j; i++ {
			if skip[i] {
				continue
			}
			switch c := chars[i]; {
			case c.kind == apostrophe:
				word = append(word, '\'')
			case c.kind == separator:
				word = append(word, '.')
			default:
				word = utf8.AppendRune(word, c.r)
			}
		}
		var out []byte
		for _, r := range string(norm.NFC.Bytes(word)) {
			if r == '\'' || r == '.' {
				out = append(out, byte(r))
			} else {
				out = foldRune(out, r)
			}
		}
		return norm.NFC.Bytes(out)
	}

	words := []Word{}
	add := func(i, j int, class Class, fold []byte) {
		if len(fold) == 0 {
			return
		}
		fold = unmasked(fold)
		w := Word{Hash: xxh3.Hash(fold), Start: uint32(chars[i].start), End: uint32(chars[j-1].end), Class: class}
		w.Stem = w.Hash
		if class&(Number|Wide) == 0 {
			if e := lexicon().find(w.Hash); e != nil {
				w.Class |= e.class
				w.Stem = e.stem
			} else {
				w.Stem = xxh3.Hash(fold[:stem(fold)])
			}
		}
		words = append(words, w)
	}
	for i := 0; i < len(chars); {
		switch {
		case is(i, wide):
			var starts []int
			for ; is(i, wide) || is(i, mark); i++ {
				if is(i, wide) {
					starts = append(starts, i)
				}
			}
			starts = append(starts, i)
			if len(starts) == 2 {
				add(starts[0], i, Wide, folded(starts[0], i, nil))
			}
			for n := 0; n+2 < len(starts); n++ {
				add(starts[n], starts[n+2], Wide, folded(starts[n], starts[n+2], nil))
			}
		case is(i, letter, digit):
			start := i
			skip := map[int]bool{}
			abbreviation := true
			for i++; ; i++ {
				if is(i, letter, digit, mark) {
					continue
				}
				letters, last := 0, i-1 // letters in a row before i; the last that is no mark
				for j := i - 1; j >= start && is(j, letter, mark); j-- {
					if is(j, letter) {
						letters++
					}
				}
				for is(last, mark) {
					last--
				}
				plainSoFar := true
				for j := start; j < i; j++ {
					if is(j, digit, apostrophe) {
						plainSoFar = false
					}
				}
				if is(i, apostrophe) && is(i+1, letter, digit) {
					if elides(folded(start, i, skip), foldRune(nil, chars[i+1].r)) {
						break
					}
					abbreviation = false
					continue
				}
				if is(i, separator) && chars[i].r == '.' && abbreviation && plainSoFar && letters == 1 &&
					is(i+1, letter) && !is(i+2, letter, digit, mark) {
					skip[i] = true
					continue
				}
				if is(i, separator) && (chars[i].r == '.' || chars[i].r == ',') && is(last, digit) && is(i+1, digit) {
					if chars[i].r == ',' && is(i+2, digit) && is(i+3, digit) && !is(i+4, digit) {
						skip[i] = true
					}
					continue
				}
				break
			}
			var class Class
			if r := chars[start].r; (&scanner{table: characters()}).class(r) != 0 {
				class = Upper
			}
			for j := start; j < i; j++ {
				if is(j, digit) {
					class |= Number
				}
			}
			add(start, i, class, unpossessed(folded(start, i, skip)))
		default:
			i++
		}
	}
	return words
}

// hostile draws texts made of what scraped words meet.
var hostile = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{
			"the", "a", "U", "S", "Harris", "d", "l", "dell", "qu", "homme", "été", "é", "ß", "İ", "ŉ", "ﬁ", "Ａ", "１", "٣", "²", "½",
			"'", "’", "`", "´", "ʼ", "'s", "’S", ".", ",", "-", " ", "\n", "-\n", "- \r\n ", "3", "12", "300", "2024", "&", "&amp;", "&#39;", "&amp;#39;",
			"&eacute;", "&shy;", "&nbsp;", "&#x301;", "&;", "&#", "\u00ad", "\u200b", "\u0301", "\u0306", "и", "й", "Ё", "Σ", "ς", "ά",
			"о", "ѕ", "ӏ", "η", "α", "中", "国", "ｶ", "ﾞ", "か", "ก", "ำ", "한", "ᄒ", "ᅡ", "आ", "ा", "ـ", "آ", "\xff", "\xe2\x80", "𝔘", "Ⅳ", "ﷺ", "_", "”", "“", "—", "…",
		}),
		rapid.StringN(0, 3, 8),
		rapid.StringMatching(`[a-zA-Z]{1,12}`),
	), 0, 30).Draw(t, "parts")
	s := ""
	for _, p := range parts {
		s += p
	}
	return s
})

// checkWords checks what holds of the words of any text.
func checkWords(t require.TestingT, text string) {
	words := Words(nil, text)
	require.Equal(t, oracleWords(text), words, "%q", text)
	for i, w := range words {
		require.Less(t, w.Start, w.End)
		require.LessOrEqual(t, int(w.End), len(text))
		if i > 0 {
			require.Less(t, words[i-1].Start, w.Start)
			require.Less(t, words[i-1].End, w.End)
			if w.Class&words[i-1].Class&Wide == 0 {
				require.LessOrEqual(t, words[i-1].End, w.Start)
			}
		}
		require.True(t, utf8.RuneStart(text[w.Start]), "%q", text)
		require.True(t, int(w.End) == len(text) || utf8.RuneStart(text[w.End]) || !utf8.ValidString(text), "%q", text)

		fold := Fold(nil, text, w)
		require.Equal(t, w.Hash, xxh3.Hash(fold), "%q", text)
		require.True(t, utf8.Valid(fold))
		if w.Class&Wide != 0 { // one character may stand for two, and give one bigram more
			continue
		}
		again := Words(nil, string(fold))
		require.NotEmpty(t, again, "%q folded to %q", text, fold)
		require.Equal(t, string(fold), string(Fold(nil, string(fold), again[0])), "%q", text)
	}
}

func TestWordsOfAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkWords(t, hostile.Draw(t, "text")) })
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"", "The U.S. president’s plan", "AT&amp;T &#39; &eacute;t&eacute;", "l’homme d'État", "2,300.5 1,2,345", "中国人民", "ｶﾞｲド", "\xff\xfe", "coop\u00aderation", "func-\ntion",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1000 { // the oracle takes quadratic time
			checkWords(t, text)
		}
	})
}
