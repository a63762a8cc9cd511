package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDictionariesOfFewLanguages(t *testing.T) {
	d := dictionaries{}
	require.Nil(t, d.of("el"), "words of a language without a background have no numbers")
	first := d.of("pt-BR")
	require.Same(t, first, d.of("pt"))
	for _, code := range []string{"de", "fr", "tr"} {
		require.NotNil(t, d.of(code), code)
	}
	require.Nil(t, d.of("ru"), "a fifth")
	require.Same(t, first, d.of("pt"))
}

func TestWordsAreCountedByLanguage(t *testing.T) {
	c := wordCounts{}
	require.Same(t, c.of("no"), c.of("nb-NO"))
	require.NotSame(t, c.of("de"), c.of("tr"))
	require.Same(t, c.of("el"), c.of(""))
}
