package credit

import (
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

func TestLexiconsLoad(t *testing.T) {
	for i, lexicon := range lexicons() {
		x := lexicon()
		require.Equal(t, lang.All()[i].Code, x.language)
		require.NotZero(t, x.lookup("times").class&cTitle, "%s knows the titles of all languages", x.language)
		require.Greater(t, len(x.back.cues), 50, x.language)
	}
}

func TestLexiconLookup(t *testing.T) {
	x := lexicons()[1]()
	require.NotZero(t, x.lookup("PERIÓDICO").class&cPress, "any case")
	require.NotZero(t, x.lookup("periodico").class&cPress, "lost accents")
	require.Zero(t, x.lookup("puente").class)
	require.Zero(t, x.lookup(strings.Repeat("á", 5000)).class)
	require.Zero(t, x.lookup("").class)
}

// lines returns the lines of a section of cues.
func lines(text string) iter.Seq[lang.Line] {
	return func(yield func(lang.Line) bool) {
		n := 0
		for row := range strings.Lines(text) {
			n++
			if row = strings.TrimSpace(row); row != "" && row[0] != '#' && !yield(lang.Line{Text: row, File: "data/en.txt", Number: n}) {
				return
			}
		}
	}
}

func TestParseLexicon(t *testing.T) {
	const head = "# a comment\n\nset\tby\tby, from\n"
	x := newLexicon("en")
	err := x.parse(lines(head + "before\treported {by}, told\twide\npress\tpaper\tnewspaper\nmonth\tmay\t5\noption\tinverted\nsuffix\tzeitung"))
	require.NoError(t, err)
	require.True(t, x.inverted)
	require.Equal(t, []string{"zeitung"}, x.suffixes)
	require.Equal(t, outlet.SortNewspaper, x.words["paper"].sort)
	require.EqualValues(t, 5, x.words["may"].month)
	require.NotZero(t, x.words["from"].id, "each word of a set")

	for _, c := range []struct{ name, line, want string }{
		{"class", "nonsense\ttold", `data/en.txt:4: unknown class "nonsense"`},
		{"flag", "before\ttold\tloud", `data/en.txt:4: unknown flag "loud"`},
		{"columns", "before", "data/en.txt:4: 1 columns, want 2 or 3"},
		{"phrase in a class of words", "det\tone of", `data/en.txt:4: class det holds single words, not "one of"`},
		{"sort", "press\tpaper\tpaper", `data/en.txt:4: unknown sort "paper"`},
		{"month", "month\tmay\t13", `data/en.txt:4: month "13" is not 1 to 12`},
		{"option", "option\tloud", `data/en.txt:4: unknown option "loud"`},
		{"set", "before\tthe {nothing} of", `data/en.txt:4: unknown set "nothing"`},
		{"empty", "before\ttold,,said", `data/en.txt:4: empty word in phrase ""`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.EqualError(t, newLexicon("en").parse(lines(head+c.line+"\n")), c.want)
		})
	}
}

func FuzzParseLexicon(f *testing.F) {
	f.Add([]byte("set\ta\tb, c\nbefore\t{a} to\twide via\npress\tpaper\tnewspaper\n"))
	f.Add([]byte("verb\t{{a}}\nmonth\tmay\t5"))
	f.Fuzz(func(t *testing.T, data []byte) {
		x := newLexicon("en")
		if x.parse(lines(string(data))) != nil {
			return
		}
		table := newLexemeTable(x.words)
		for w := range x.words {
			h, end := word.FoldHash(w, 0, len(w))
			if end == len(w) {
				require.NotSame(t, &unknownWord, table.find(h))
			}
		}
	})
}
