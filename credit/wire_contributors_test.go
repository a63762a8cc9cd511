package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestContributors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a list behind a sentence", "Lind reported from Miami, Dole from McLean, Va. Contributing: Jo Lind, USA TODAY; Nora Dole, Tallahassee Democrat; Piet Ost, Ann Coe, and Tim Roe, Naples Daily News", []string{"Tallahassee Democrat (credit line)", "Naples Daily News (credit line)"}},
		{"run into the sentence before", "Nora Dole also reports for The (Westchester County, N.Y.) Journal News.Contributing: The Associated Press", []string{"The Journal News (reports for)", "Associated Press (credit line)"}},
		{"a state within the name", "Contributing: Ryan Lind, Naples (Fla.) Daily News; Piet Ost; Associated Press", []string{"Naples Daily News (credit line)", "Associated Press (credit line)"}},
		{"a state within the name of an unknown paper", "Contributing: Nora Dole, The Stuart (Fla.) News", []string{"The Stuart News (credit line) unknown"}},
		{"a town before the name", "Contributing: Nora Dole, The (Westchester County, N.Y.) Journal News; Jo Lind, The (Wilmington, Del.) News Journal", []string{"The Journal News (credit line)", "The News Journal (credit line)"}},
		{"a town before a word that many share", "Contributing: Nora Dole, The (Bergen County, N.J.) Record", []string{"The Bergen County Record (credit line) unknown"}},
		{"for whom its authors report", "chrome|Nora Dole and Jo Lind report for the Tallahassee (Fla.) Democrat. Contributing: Piet Ost, The Marlow Courier.", []string{"Tallahassee Democrat (report for)", "Marlow Courier (credit line) unknown"}},
		{"stations", "Contributing: KARE-TV, The Associated Press", []string{"KARE (credit line)", "Associated Press (credit line)"}},
		{"a station and its town", "Contributing: Nora Dole and Jo Lind, KSDK-TV, St. Louis", []string{"KSDK (credit line)"}},
		{"of a paper", "Contributing: Nora Dole of The Cincinnati Enquirer; USA TODAY's Jo Lind", []string{"The Cincinnati Enquirer (credit line)"}},
		{"people alone", "Contributing: Bart Lind, David Dole, Ray Ost", nil},
		{"people and places", "Contributing: Bart Lind in Washington, and John Dole in McLean, Va.", nil},
		{"the house itself", "Contributing: Gregory Lind, USA TODAY", nil},
		{"a word of prose", "The rust was a contributing factor: the Marlow Courier and others had warned of it.", nil},
		{"contributors to somebody else", "Among those who gave money was one contributing: Nora Dole, Tallahassee Democrat", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, readCredits(t, article.Article{Outlet: "USA TODAY", Text: body + c.text}), c.text)
		})
	}
	for _, c := range []struct {
		name, line string
		want       []string
	}{
		{"a place within the name, below the writer", "Pensacola (Fla.) News Journal", []string{"Pensacola News Journal (byline)"}},
		{"a town before the name, below the writer", "The (Westchester County, N.Y.) Journal News", []string{"The Journal News (byline)"}},
		{"a station and its town, below the writer", "KSDK-TV, St. Louis", []string{"KSDK (byline)"}},
		{"without a hyphen", "KSDK TV, St. Louis", []string{"KSDK (byline)"}},
		{"a town and its state", "Independence, Mo.", nil},
		{"a town called like a paper", "Globe, Ariz.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, readCredits(t, article.Article{Outlet: "USA TODAY", Text: "byline|Nora Dole\nchrome|" + c.line + "\n" + body}), c.line)
		})
	}
}
