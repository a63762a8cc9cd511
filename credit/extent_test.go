package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// The words of a credit for what an outlet published are those that say who says something there.
func TestWordsOfCredits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"In a CNN poll, 40 percent of the town wanted the bridge shut.", "In a CNN poll"},
		{"He leads by four points in the latest NBC News-Wall Street Journal poll.", "in the latest NBC News-Wall Street Journal poll"},
		{"Ost wrote in an essay in Time magazine that the bridge was shut.", "wrote in an essay in Time magazine"},
		{"In an essay in Time magazine in May, Ost wrote that the bridge was shut.", "essay in Time magazine in May, Ost wrote"},
		{"Ost, in an opinion piece published in Politico, rebuked the mayor.", "published in Politico, rebuked"},
		{"“It sank,” Ost said in a statement obtained by The Buffalo News.", "said in a statement obtained by The Buffalo News"},
		{"In a 2013 video uncovered by Fox News, Ost said that the bridge sank.", "uncovered by Fox News, Ost said"},
		{"They point to an essay in Time in which Ost argued that the bridge was shut.", "essay in Time in which Ost argued"},
		{"A letter from the ferrymen obtained by CNN warns that the bridge is shut.", "obtained by CNN warns"},
		{"The letter, seen by CNN, says that the bridge is shut.", "seen by CNN, says"},
		{"The mayor is panning it in an op-ed in The Washington Post.", "op-ed in The Washington Post"},

		{"The mayor resigned after a report in Politico, the police said.", "report in Politico"},
		{"In a report in Politico, the bridge is called a wreck.", "report in Politico"},
		{"A story in Politico on Monday put the cost at 2 million; the mayor said it was less.", "story in Politico"},
		{"The mayor, who said that he had not read the report in Politico, left the hall.", "report in Politico"},
		{"According to CNN, the mayor said that the bridge was shut.", "According to CNN"},
	} {
		a := article.Article{Text: c.text, Language: "en", Outlet: "Port Alder Argus"}
		credits := readRaw(t, a)
		require.NotEmpty(t, credits, c.text)
		require.Equal(t, c.want, a.Text[credits[0].Start:credits[0].End], c.text)
	}
}
