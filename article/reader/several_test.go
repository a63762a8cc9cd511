package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSeveralArticlesInOneText(t *testing.T) {
	rule := "\n\n" + strings.Repeat("-", 40) + "\n\n"
	one := "Ferry slip to close\nThe Example, 12 March 2025, page 4\n\n" + slipText + "\n\n" + chairText
	two := "Newts halt plan\nPond Post\nWednesday, March 12, 2025\n\n" + newtText + "\n\n" + chairText
	for name, tt := range map[string]struct {
		text string
		want int
	}{
		"two":                        {one + rule + two, 2},
		"with a list above":          {"2 articles\n1. Ferry slip to close\n2. Newts halt plan" + rule + one + rule + two + rule, 2},
		"rules of stars":             {one + "\n\n" + strings.Repeat("*", 12) + "\n" + two, 2},
		"days in figures":            {one + rule + "Newts halt plan\nPond Post | 2025-03-12 | Side 4\n\n" + newtText + "\n\n" + chairText, 2},
		"one":                        {one, 0},
		"a rule in it":               {one + rule + newtText + "\n\n" + chairText, 0},
		"a day within the prose":     {one + rule + "What came before\n\nOn 12 March 2025 the board had met in the hall of the school, as it does each spring.\n\n" + newtText + "\n\n" + chairText, 0},
		"a day and a line of a foot": {one + rule + "The Example\n12 March 2025\nAll rights reserved.", 0},
		"marks of a heading":         {strings.ReplaceAll(one, "\n\n", "\n-----\n"), 0},
	} {
		require.Equal(t, tt.want, several(tt.text), name)
	}
	dir := folder(t, map[string]string{"x.txt": one + rule + two})
	articles, problems := read(t, dir, Options{}, dir)
	require.Len(t, articles, 1)
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "x.txt: it looks like 2 articles")
}

func FuzzSeveral(f *testing.F) {
	f.Add("A title\n12 March 2025\n\nThe text.\n----------\nMore\n2025-03-12\n\n")
	f.Fuzz(func(t *testing.T, text string) { require.GreaterOrEqual(t, several(text), 0) })
}
