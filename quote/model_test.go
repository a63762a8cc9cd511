package quote

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/lang/word"
)

func TestModelNamesAndIndexAgree(t *testing.T) {
	m := newModel()
	names := m.names()
	require.Len(t, names, len(m.weight))
	for i, name := range names {
		require.Equal(t, i, m.index(name), name)
	}
}

func TestModelRefusesUnknownSigns(t *testing.T) {
	m := newModel()
	require.NoError(t, m.load("# a remark\n\nwords=1\t-0.5\nword-before=notaword\t1\n"))
	require.InDelta(t, -0.5, m.weight[m.index("words=1")], 1e-6)
	require.ErrorContains(t, m.load("words=none\t1\n"), `line 1: unknown sign "words=none"`)
	require.ErrorContains(t, m.load("words=1\tmuch\n"), "line 1: weight of words=1")
	require.ErrorContains(t, m.load("colour=red\t1\n"), "unknown sign")
}

func TestSpeechTableFindsItsWords(t *testing.T) {
	table := speech()
	for row, w := range table.words {
		require.EqualValues(t, row, table.row(word.HashOf(w)), w)
	}
	require.EqualValues(t, -1, table.row(word.HashOf("no such word")))
}

func BenchmarkLoadModel(b *testing.B) {
	speech()
	for b.Loop() {
		m := newModel()
		if err := m.load(weights); err != nil {
			b.Fatal(err)
		}
	}
}
