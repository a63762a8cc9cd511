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
		{"The Christian Science Monitor", "Lorne said at a breakfast with reporters hosted by The Christian Science Monitor that she was close.", false},
		{"The Christian Science Monitor", "“I'm thinking about it,” Lorne said at a Christian Science Monitor breakfast.", false},
		{"The Christian Science Monitor", "Speaking at a Christian Science Monitor breakfast, Lorne said that she was thinking about it.", false},
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

// Who counts votes, or figures below the lead, has counted what is news by itself.
func TestWhoOnlyCountedIsNoSource(t *testing.T) {
	const possible = 0.34 // as package cluster has it
	for _, c := range []struct {
		outlet, title, lead, said string
		news                      bool
	}{
		{"Associated Press", "Lorne wins the governor's race", "Ada Lorne has won the race for governor of the state.", "The Associated Press called the race at 9:14 p.m.", false},
		{"Associated Press", "Lorne wins the governor's race", "Ada Lorne won the race for governor on Tuesday.", "She had 52 percent when the AP declared her the winner.", false},
		{"Bloomberg", "Treasury sells bonds at the lowest yield in years", "The Treasury sold ten-year bonds at the lowest yield in four years on Monday, its office said.", "Real returns are still negative, data compiled by Bloomberg show.", false},
		{"Bloomberg", "Real returns on bonds are the lowest in years", "Real returns on ten-year bonds are the lowest in four years, according to data compiled by Bloomberg.", "Nobody buys them.", true},
		{"Associated Press", "Lorne to leave office in May", "Ada Lorne is to leave office in May, two aides told The Associated Press.", "She won the race by a thousand votes.", true},
	} {
		p := probabilityIn("en", c.title, paragraphs(c.lead, c.said, filler[0]), c.outlet)
		require.Equal(t, c.news, p >= possible, "%s: %v", c.said, p)
	}
}

// What others had expected is what news is held against; a poll of them that the title tells is news.
func TestWhatWasExpectedIsNoNews(t *testing.T) {
	const possible = 0.34 // as package cluster has it
	for _, c := range []struct {
		language, outlet, title, lead, said string
		news                                bool
	}{
		{"en", "Reuters", "Economy adds 200,000 jobs in May", "The economy added 200,000 jobs in May, the Labor Department said Friday.", "Economists polled by Reuters had expected 190,000 jobs.", false},
		{"en", "Bloomberg", "Marlow Motors profit falls", "Marlow Motors said on Tuesday its profit fell 12 percent.", "Analysts surveyed by Bloomberg were looking for a smaller loss.", false},
		{"en", "The Wall Street Journal", "Retail sales rise", "Retail sales rose 1 percent in June, the Commerce Department said.", "Economists surveyed by The Wall Street Journal had forecast a gain of 0.5 percent.", false},
		{"en", "Reuters", "Bank to raise rates twice, Reuters poll shows", "The bank will raise its rate twice this year, according to a Reuters poll of economists.", "The economists polled by Reuters had expected one rise.", true},
		{"en", "Reuters", "Bank to raise rates twice", "The bank will raise its rate twice this year, two officials told Reuters.", "Economists had expected one rise.", true},
		{"de", "Reuters", "Wirtschaft wächst stärker", "Die Wirtschaft ist im Mai um zwei Prozent gewachsen, wie das Statistikamt mitteilte.", "Von Reuters befragte Ökonomen hatten mit einem Prozent gerechnet.", false},
		{"es", "Reuters", "La economía crece más", "La economía creció un 2 % en mayo, informó el instituto de estadística.", "Los economistas consultados por Reuters esperaban un 1 %.", false},
		{"fr", "Reuters", "La croissance accélère", "La croissance a atteint 2 % en mai, a annoncé l'institut de statistique.", "Les économistes interrogés par Reuters attendaient 1 %.", false},
	} {
		p := probabilityIn(c.language, c.title, paragraphs(c.lead, c.said, "The figures will be revised."), c.outlet)
		if c.news {
			require.GreaterOrEqual(t, p, possible, c.said)
		} else {
			require.Zero(t, p, c.said)
		}
	}
}

// A title that speaks of reports says that they are others'; and the year of an event of which somebody told is
// not when he did.
func TestReportsInTitlesAndYearsOfEvents(t *testing.T) {
	said := paragraphs("It has been debated for a year, and the decision seems to have come.", "Ada Lorne of Politico has more:",
		"The governor has decided to end the ferry programme, two people familiar with his thinking said.", "There will be a delay of six months.")
	plain := probabilityIn("en", "The ferry programme is over, but with a delay", said, "Politico")
	require.Greater(t, probabilityIn("en", "Reports say the ferry programme is over, but with a delay", said, "Politico"), plain)
	require.Greater(t, probabilityIn("en", "Report: The ferry programme is over, but with a delay", said, "Politico"), plain)

	told := func(when string) float64 {
		return probabilityIn("en", "Lorne's account of the senator's fall on the pier", paragraphs("Former party chair Ada Lorne described the senator's fall on the pier "+when+" to Fox News host Karl Brandt Wednesday.",
			"“She was sick, and I saw it,” Lorne said.", "The senator's office did not comment."), "Fox News")
	}
	require.Greater(t, told("before the 1998 election"), told("in 1998"))
	require.InDelta(t, told("before the 1998 election"), told("before the election"), 0.1)
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
