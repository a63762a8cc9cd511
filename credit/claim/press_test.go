package claim

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/shingle"
)

// testdata/press holds the same nine pieces in each language, as its papers would
// write them: a line "== name | main, side or missed | outlet", the title, and
// a paragraph a line. The news of a main one is from the outlet, that of a side one
// is not, and a missed one is a main one that is not known for one.
func TestWhoseNewsInManyLanguages(t *testing.T) {
	const joined, possible = 0.55, 0.34 // as package cluster has them
	files, err := filepath.Glob("testdata/press/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".txt")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, piece := range strings.Split(string(data), "== ")[1:] {
			head, body, _ := strings.Cut(piece, "\n")
			title, text, _ := strings.Cut(body, "\n")
			columns := strings.Split(head, " | ")
			require.Len(t, columns, 3, head)
			t.Run(language+"/"+columns[0], func(t *testing.T) {
				p := probabilityIn(language, title, paragraphs(strings.Split(strings.TrimSpace(text), "\n")...), columns[2])
				switch columns[1] {
				case "main":
					require.GreaterOrEqual(t, p, joined)
				case "side":
					require.Less(t, p, possible)
				case "missed":
					require.Less(t, p, joined, "known now: say main")
				default:
					t.Fatalf("unknown kind %q", columns[1])
				}
			})
		}
	}
}

// probabilityIn returns how likely it is that an article of The Pier Post has its main
// news from an outlet, 0 if it does not credit it.
func probabilityIn(language, title, text, outlet string) float64 {
	a := &article.Article{ID: "a", Title: title, Text: text, Language: language, Outlet: "The Pier Post"}
	laid, meta := layout.Find(a)
	filled := *a
	filled.Fill(meta)
	background := shingle.Background(filled.Language)
	credits := reader().Credits(nil, &filled, &laid)
	for _, c := range From(&filled, &laid, a.Outlet, credits, background.Words(nil, text), background.Words(nil, filled.Title), nil) {
		if c.Outlet == outlet {
			return c.Signs.Probability()
		}
	}
	return 0
}

func TestChecksOfWhatOthersSay(t *testing.T) {
	for _, c := range []struct {
		language, head string
		want           bool
	}{
		{"en", "Fact check: no town has banned yellow", true},
		{"en", "CLAIM: A town has outlawed yellow paint.", true},
		{"de", "Faktencheck: Kein Ort verbietet Gelb", true},
		{"es", "Es falso que un pueblo haya prohibido el amarillo", true},
		{"pt", "Checagem: cidade não proibiu o amarelo", true},
		{"en", "Claims for damages rise after storm", false},
		{"en", "Verdict in bridge trial due on Monday", false},
		{"en", "The mayor denied the claim: there was no rust.", false},
		{"de", "Behauptungen vor Gericht", false},
	} {
		require.Equal(t, c.want, Checks(c.language, c.head), c.head)
	}
}

// Who speaks at what an outlet holds speaks to all who came; whoever gives it an interview speaks to it alone.
func TestEventsOfOutlets(t *testing.T) {
	const possible = 0.34 // as package cluster has it
	title, lead := "Lorne says she is thinking about running for governor", "Former mayor Ada Lorne said Monday that she is thinking about running for governor of the state."
	rest := "Lorne has led the polls in the state since June."
	for _, c := range []struct {
		outlet, said string
		hers         bool
	}{
		{"The Wall Street Journal", "“I'm thinking about it,” Lorne said at an event hosted by the Wall Street Journal in Washington.", false},
		{"The Economist", "“I'm thinking about it,” she said at a conference sponsored by The Economist.", false},
		{"Politico", "Lorne, speaking at a Politico breakfast in Washington, said that she was close. “I'm thinking about it,” she said.", false},
		{"The Atlantic", "“I'm thinking about it,” Lorne said at an Atlantic festival on Monday.", false},
		{"The Washington Post", "At a Washington Post summit, Lorne said that she was thinking about it.", false},
		{"The Wall Street Journal", "“I'm thinking about it,” Lorne said in an interview with the Wall Street Journal.", true},
		{"Politico", "“I'm thinking about it,” she told Politico after the conference.", true},
		{"CNN", "“I'm thinking about it,” Lorne told CNN at the summit.", true},
	} {
		p := probabilityIn("en", title, paragraphs(lead, c.said, rest), c.outlet)
		if c.hers {
			require.GreaterOrEqual(t, p, possible, c.said)
		} else {
			require.Zero(t, p, c.said)
		}
	}
}

// What an article's own outlet found out with another is no other's news, and what is credited in the
// sentence behind the lead is that outlet's as if it stood in it.
func TestOwnNewsWithAnother(t *testing.T) {
	probability := func(home, language, title, outlet string, text ...string) float64 {
		a := &article.Article{ID: "a", Title: title, Text: paragraphs(text...), Language: language, Outlet: home}
		laid, meta := layout.Find(a)
		filled := *a
		filled.Fill(meta)
		background := shingle.Background(language)
		for _, c := range From(&filled, &laid, home, reader().Credits(nil, &filled, &laid), background.Words(nil, a.Text), background.Words(nil, title), nil) {
			if c.Outlet == outlet {
				return c.Signs.Probability()
			}
		}
		return 0
	}
	title, lead := "Behörde wusste vom Rost an der Brücke", "Das Amt in Tolbeck hat nach Recherchen von NDR und WDR seit 2019 gewusst, dass die Brücke rostet."
	rest := "Über die Brücke fahren täglich 14.000 Autos. Sie bleibt bis Juni gesperrt."
	require.Zero(t, probability("NDR", "de", title, "WDR", lead, rest))
	require.Greater(t, probability("Der Tolbecker Bote", "de", title, "WDR", lead, rest), 0.55)
	require.Zero(t, probability("NDR", "de", title, "WDR", "Gemeinsam mit dem WDR hat der NDR 200 Protokolle zum Rost an der Brücke ausgewertet.", rest))
	require.Zero(t, probability("El Norte", "es", "La autoridad conocía el óxido del puente", "El País", "En colaboración con El País, este periódico ha publicado las actas del puente oxidado.", "El puente sigue cerrado."))

	behind := probability("The Pier Post", "sv", "Myndigheten kände till rosten på bron", "Dagens Nyheter",
		"Polisen och myndigheten i Tolbeck har känt till rosten på bron sedan 2019.", "Det rapporterar Dagens Nyheter, som har läst breven.", "Bron är stängd till juni.")
	require.Greater(t, behind, 0.55)
}
