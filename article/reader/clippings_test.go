package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLinesThatNamePaperAndDay(t *testing.T) {
	for line, want := range map[string]clippingSource{
		"The Example, 12 March 2025, p. 4":                                      {"The Example", "12 March 2025", true},
		"The Example | March 12, 2025 | Page A4":                                {"The Example", "March 12 2025", true},
		"Pond Post, Wednesday, March 12, 2025":                                  {"Pond Post", "Wednesday March 12 2025", false},
		"Beispielblatt vom 12.03.2025, S. 3":                                    {"Beispielblatt", "12.03.2025", true},
		"Beispiel-Zeitung (Musterstadt), 12. März 2025, Nr. 60, Seite 3":        {"Beispiel-Zeitung (Musterstadt)", "12. März 2025", true},
		"Le Phare - 12 mars 2025 - page 7":                                      {"Le Phare", "12 mars 2025", true},
		"Eksempelavisen  11.03.2025  1. sektion  Side 4   140 ord  ASTA BERG":   {"Eksempelavisen", "11.03.2025", true},
		"範例日報 | 2025-03-12 | A12":                                               {"範例日報", "2025-03-12", true},
		"example.com, 2025-03-12":                                               {"example.com", "2025-03-12", false},
		"By Ada Crane, 12 March 2025":                                           {},
		"Date: 12 March 2025":                                                   {},
		"Published: The Example, 12 March 2025":                                 {},
		"On Tuesday, 11 March 2025, the board met in the hall of the school.":   {},
		"the storm of Sunday, 9 March 2025":                                     {},
		"He had waited, he said, for 12 years and 3 months, and would go on.":   {},
		"Wednesday, March 12, 2025":                                             {},
		"12 March 2025, p. 4":                                                   {},
		"The Example, spring 2025":                                              {},
		"“The Example”, 12 March 2025":                                          {},
		"The harbour board of the outer isles and of the inner ones, 12.3.2025": {},
	} {
		got, ok := clippingSourceOf(line)
		require.Equal(t, want != clippingSource{}, ok, line)
		if ok {
			require.Equal(t, want, got, line)
		}
	}
}

func TestClippings(t *testing.T) {
	long := slipText + "\n\n" + chairText
	rule := "\n\n" + strings.Repeat("=", 40) + "\n\n"
	for name, c := range map[string]struct {
		text string
		want []string // title, paper and day of each
	}{
		"below their titles, with rules":      {"Archive of papers\nPrinted on 2 October 2025\n" + rule + "Ferry slip to close\nThe Example  11.03.2025  Side 4  ADA CRANE\n\n" + long + "\n\nArticle number: 20250311004" + rule + "Newts halt plan\nPond Post  12.03.2025  Side 9\n\n" + long, []string{"Ferry slip to close/The Example/2025-03-11", "Newts halt plan/Pond Post/2025-03-12"}},
		"with what they are on the same part": {"Media search\nresults: 2\n\nFerry slip to close\nThe Example | 2025-03-11\nPaper | A12 | News\n\n" + long + rule + "Newts halt plan\nPond Post | 2025-03-12\nPaper | B3\n\n" + long, []string{"Ferry slip to close/The Example/2025-03-11", "Newts halt plan/Pond Post/2025-03-12"}},
		"above their titles, without rules":   {"Press review\n\n24.10.2025\n\nContents\n\nThe Example: Ferry slip to close .... 2\n\nThe Example, 11 March 2025, p. 4\n\nFerry slip to close\n\nBy Ada Crane\n\n" + long + "\n\nPond Post, 12 March 2025, page 3\n\nNewts halt plan\n\n" + long, []string{"Ferry slip to close/The Example/2025-03-11", "Newts halt plan/Pond Post/2025-03-12"}},
		"below their titles, without rules":   {"Ferry slip to close\nThe Example, 11 March 2025, p. 4\n\n" + long + "\n\nNewts halt plan\nPond Post, 12 March 2025, p. 3\n\n" + long, []string{"Ferry slip to close/The Example/2025-03-11", "Newts halt plan/Pond Post/2025-03-12"}},
		"a short one behind a rule":           {"Ferry slip to close\nThe Example, 11 March 2025\n\n" + long + rule + "Newts halt plan\nPond Post, 12 March 2025\n\nThe newts stay.", []string{"Ferry slip to close/The Example/2025-03-11", "Newts halt plan/Pond Post/2025-03-12"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"x.txt": c.text})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			var got []string
			for _, a := range articles {
				got = append(got, a.Title+"/"+a.Outlet+"/"+a.Published.String())
				require.NotContains(t, a.Text, "Article number")
				require.NotContains(t, a.Text, a.Outlet)
				require.NotContains(t, a.Text, "===")
			}
			require.Equal(t, c.want, got)
		})
	}
	for name, text := range map[string]string{
		"one article":                        "Ferry slip to close\nThe Example, 11 March 2025, p. 4\n\n" + long + "\n\n" + long,
		"datelines of a diary":               "What the storm did\n\nKirkby, 11 March 2025\n\n" + long + "\n\nSaltby, 12 March 2025\n\n" + long,
		"a rule and a part that names none":  "Ferry slip to close\nThe Example, 11 March 2025\n\n" + long + rule + "What came before\n\n" + long + rule + "Pond Post, 12 March 2025\n\n" + long,
		"a list of sources below an article": "Ferry slip to close\n\n" + long + "\n\nSources\nThe Example, 11 March 2025, p. 4\nPond Post, 12 March 2025, p. 3\nMarsh Mail, 13 March 2025, p. 1",
	} {
		require.Nil(t, clippings([]byte(text)), name)
	}
}

func FuzzClippings(f *testing.F) {
	f.Add("A title\nThe Example, 12 March 2025, p. 4\n\nThe text.\n----------\nMore\nPond Post  2025-03-12\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		parts := clippings([]byte(text))
		require.NotEqual(t, 1, len(parts))
		for _, part := range parts {
			require.Contains(t, text, string(part))
			var d document
			d.clipping(string(part))
		}
	})
}
