package word

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestPhrasesAreFoundAsInLowerCase(t *testing.T) {
	letters := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("abABéÉ ßŸÿ“'kK\u212AiIİ")), 0, 12, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("abAB")), 0, 12, -1),
	)
	rapid.Check(t, func(t *rapid.T) {
		phrases := rapid.SliceOfN(rapid.OneOf(
			rapid.StringOfN(rapid.RuneFrom([]rune("abé ß“'ÿki")), 0, 4, -1),
			rapid.StringOfN(rapid.RuneFrom([]rune("ab")), 4, 6, -1),
		), 0, 5).Draw(t, "phrases")
		text := letters.Draw(t, "text")
		lower := strings.ToLower(text)
		want := slices.ContainsFunc(phrases, func(p string) bool { return p != "" && strings.Contains(lower, p) })
		require.Equal(t, want, NewPhrases(phrases).In(text))
	})
}

func TestFindTellsWhereAPhraseStands(t *testing.T) {
	p := NewPhrases([]string{"élan", "an", "n", ""})
	type at struct{ n, start, end int }
	var found []at
	require.False(t, p.Find("ÉLAN", func(n, start, end int) bool {
		found = append(found, at{n, start, end})
		return false
	}))
	require.Equal(t, []at{{0, 0, 5}, {1, 3, 5}, {2, 4, 5}}, found)
	require.True(t, p.Find("an", func(n, _, _ int) bool { return n == 2 }))
}

func TestFoldedPrefix(t *testing.T) {
	require.Equal(t, 4, FoldedPrefix("Él dijo", "él "))
	require.Zero(t, FoldedPrefix("Él", "él "))
	require.Zero(t, FoldedPrefix("al", "él"))
}
