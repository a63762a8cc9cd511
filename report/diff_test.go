package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/shingle"
)

// braced puts the spans of a text in braces.
func braced(text string, spans []article.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "{" + text[s.Start:s.End] + "}")
		at = s.End
	}
	return b.String() + text[at:]
}

func TestDiffer(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"the same", "one two three", "one two three"},
		{"case and punctuation", "One, two: “three”", "one two \"three\""},
		{"a word exchanged", "the old {bridge} is closed", "the old {road} is closed"},
		{"words put in", "the bridge is closed", "the {old and narrow} bridge is closed"},
		{"words left out", "the bridge {in town} is closed{ today}", "the bridge is closed"},
		{"nothing in common", "{alpha beta}", "{gamma delta}"},
		{"nothing at all", "{alpha}", ""},
		{"a function word by chance", "we saw {ferries at anchor} today", "we saw {gulls at sea} today"},
		{"a name amid others", "{Alpha} Smith {beta}", "{Gamma} Smith {delta}"},
		{"moved words", "{first} then last", "then last {first}"},
		{"Japanese", "祭りが{三}年ぶり", "祭りが{四}年ぶり"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bare := strings.NewReplacer("{", "", "}", "")
			a, b := bare.Replace(c.a), bare.Replace(c.b)
			inA, inB := Differ(a, b)
			require.Equal(t, strings.ReplaceAll(c.a, "{ ", " {"), braced(a, inA))
			require.Equal(t, c.b, braced(b, inB))
		})
	}
}

func TestWhatDoesNotDifferIsTheSame(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("abcd the 祭り.")), 0, 200, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		inA, inB := Differ(a, b)
		rest := func(text string, spans []article.Span) (hashes []uint64) {
			at := 0
			words := shingle.Words(nil, text)
			for _, s := range spans {
				require.Less(t, s.Start, s.End)
				require.GreaterOrEqual(t, s.Start, at)
				require.LessOrEqual(t, s.End, len(text))
				at = s.End
			}
			for _, w := range words {
				within := article.Span{Start: int(w.Start), End: int(w.End)}
				kept := true
				for _, s := range spans {
					kept = kept && !s.Overlaps(within)
				}
				if kept && w.Class&shingle.Wide == 0 {
					hashes = append(hashes, w.Hash)
				}
			}
			return hashes
		}
		require.Equal(t, rest(a, inA), rest(b, inB))
	})
}

func TestDifferenceIsTheShortest(t *testing.T) {
	word := rapid.SampledFrom([]string{"ant", "bee", "cat", "dog"})
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.SliceOfN(word, 0, 30).Draw(t, "a"), rapid.SliceOfN(word, 0, 30).Draw(t, "b")
		inA, _ := Differ(strings.Join(a, " "), strings.Join(b, " "))
		missing := 0
		for _, s := range inA {
			missing += len(strings.Fields(strings.Join(a, " ")[s.Start:s.End]))
		}
		// The textbook's table is the oracle.
		table := make([][]int, len(a)+1)
		for i := range table {
			table[i] = make([]int, len(b)+1)
			for j := range table[i] {
				switch {
				case i == 0 || j == 0:
				case a[i-1] == b[j-1]:
					table[i][j] = table[i-1][j-1] + 1
				default:
					table[i][j] = max(table[i-1][j], table[i][j-1])
				}
			}
		}
		require.Equal(t, len(a)-table[len(a)][len(b)], missing)
	})
}

func BenchmarkDiffer(b *testing.B) {
	x := strings.Repeat("The council said on Monday that it would close the old bridge. ", 5)
	y := strings.Replace(strings.Replace(x, "Monday", "Tuesday", 2), "old", "narrow and old", 3)
	b.SetBytes(int64(len(x)))
	b.ReportAllocs()
	for b.Loop() {
		Differ(x, y)
	}
}
