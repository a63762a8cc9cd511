package outlet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/lang/word"
)

// sieved returns a gazetteer of the outlets of a table alone, and its sieve.
func sieved(t require.TestingT, table string) (*Gazetteer, *Sieve) {
	rows, err := readOutlets(strings.NewReader(table), "table")
	require.NoError(t, err)
	g, err := newGazetteer(rows, Default().near, Default().larger)
	require.NoError(t, err)
	return g, g.Sieve()
}

const sievedOutlets = `name	aliases	ambiguous	domains	sort
Glen Orrin Lantern	GOL	the Lantern**	glenorrin.example|news.glen-orrin.example	newspaper
Corran Lantern		the Lantern		newspaper
Die Neuen Ister Boten	rádio Ister			newspaper
El Corrán			corran.co.example	newspaper
20 Nachtblatt				newspaper
orrinheap.com				digital
中文報				newspaper
`

func noted(text string) Capitals { return Capitals(nil).Note(text, word.Words(nil, text)) }

func TestSieve(t *testing.T) {
	_, s := sieved(t, sievedOutlets)
	anybody := func(string) bool { return true }
	for text, may := range map[string]bool{
		"It told the Glen Orrin Lantern so.":           true,
		"GLEN ORRIN\nLANTERN, she said, and left.":     true,
		"She held a lantern at Glen Orrin.":            false,
		"The Lantern has it.":                          true,
		"rádio Ister has it.":                          true,
		"news.glen-orrin.example has it":               true,
		"據中文報報道":                                       false, // one word of that script
		"據 中文報 報道":                                     true,
		"A glen, an Orrin, a light: no name of these.": false,
		"Die Neuen\u00a0Ister Boten melden es.":        true,
		"Lo dice EL CORRÁN, o el Corran.":              true,
		"20 Nachtblatt hat es.":                        true,
		"See orrinheap.com for more.":                  true,
		"See orrinheap.org, or a heap.":                false,
		"x.é":                                          true, // who knows
		"Nothing here. U.S. and The Rest of It.":       false,
		"":                                             false,
	} {
		require.Equal(t, may, s.May(noted(text), anybody), text)
	}
	require.False(t, s.May(noted("the Glen Orrin Lantern"), func(name string) bool { return name != "Glen Orrin Lantern" }))
	require.True(t, s.May(Anything(), anybody))

	_, small := sieved(t, "name\tsort\norrinblatt\tdigital\n")
	require.True(t, small.May(noted("nothing"), anybody), "a name in small letters may be anywhere")
}

// What Find finds is never sifted out.
func TestSieveLetsAllNamesPass(t *testing.T) {
	g, s := sieved(t, sievedOutlets)
	parts := []string{"The ", "the ", "Glen", "GLEN", "glen", " ", "Orrin", "ORRIN ", "Lantern", "lantern", "Corran", "Corrán", "CORRÁN", "GOL", "rádio ", "news.", ".co", "corran", "glenorrin", "glen", "-orrin", "中文報", "El ", "Die ", "Neuen ", "Ister", "Boten", "-", ".example", "orrinheap", "Orrinheap", ".com", ".", ". ", "20 ", "Nachtblatt", "'s ", "\n", "é", "中", "\xff", "according to ", "Mr. "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		named := map[string]bool{}
		for _, m := range g.Find(nil, text, nil, nil) {
			if m.Outlet != nil {
				named[m.Outlet.Name] = true
			}
		}
		if len(named) > 0 {
			require.True(t, s.May(noted(text), func(name string) bool { return named[name] }), text)
		}
	})
}

func BenchmarkNote(b *testing.B) {
	text := strings.Repeat(newsroom, 10)
	words := word.Words(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var c Capitals
	for b.Loop() {
		c = c[:0].Note(text, words)
	}
}
