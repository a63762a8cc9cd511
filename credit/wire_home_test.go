package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// An article's own outlet is the one that it gives and the one on whose site its page stands.
func TestLinesOfItsOwnHouse(t *testing.T) {
	const para = "The bridge was closed at noon by the mayor of the town, who had been warned."
	for _, c := range []struct {
		name, outlet, url, text string
		want                    []string
	}{
		{"a dateline of the site, the owner given", "Media Research Center", "https://www.cnsnews.com/news/article/bridge", "(CNSNews.com) - " + para + "\n" + body, nil},
		{"a dateline of the site, the writer given", "Nora Dole (Harlow Journal)", "https://politicalticker.blogs.cnn.com/bridge", "(CNN) - " + para + "\n" + body, nil},
		{"a copyright line of the site", "Fox News", "https://www.washingtontimes.com/news/bridge", body + "copyright|Copyright © 2019 The Washington Times, LLC.", nil},
		{"the site's people", "Nora Dole", "https://www.cnn.com/bridge", body + "CNN's Jo Lind contributed to this report.", nil},
		{"told the site", "Nora Dole", "https://www.cnn.com/bridge", "The mayor told CNN that it was closed.", nil},
		{"a byline of the site", "Network One", "https://www.politico.com/bridge", "byline|By Nora Dole, Politico\n" + body, nil},
		{"an agency on another's site", "Nora Dole", "https://www.cnn.com/bridge", "HARLOW (AP) — " + para, []string{"Associated Press (dateline)"}},
		{"a network on the site of another", "Q13 Fox", "https://q13fox.com/bridge", "HARLOW (CNN) — " + para, []string{"CNN (dateline)"}},
		{"a portal's site", "Yahoo News", "https://news.yahoo.com/bridge", "HARLOW (Reuters) - " + para, []string{"Reuters (dateline)"}},
		{"another paper's copyright", "Fox News", "https://www.foxnews.com/bridge", body + "copyright|(c) 2024, The Washington Post", []string{"The Washington Post (credit line)"}},
		{"a station of the network", "CBS SFBayArea", "", "BERKELEY (CBS SF) — " + para, nil},
		{"the network in a paper", "The Pier Post", "", "BERKELEY (CBS) — " + para, []string{"CBS News (dateline)"}},
		{"a section of its site", "The New York Post", "https://nypost.com/bridge", "byline|US News\nThe bridge is shut\nbyline|By Nora Dole\n" + body, nil},
		{"a paper below its writer", "The Pier Post", "", "The bridge is shut\nbyline|Nora Dole\nbyline|The Sacramento Bee\n" + body, []string{"The Sacramento Bee (byline)"}},
		{"the agency of the house", "Il Sole 24 Ore", "", "byline|Radiocor\n(Il Sole 24 Ore Radiocor) - " + para + "\n" + body, nil},
		{"the agency of the house elsewhere", "The Pier Post", "", "byline|Radiocor\n" + body, []string{"Radiocor (byline)"}},
		{"the news service of the house", "The New York Times", "", body + "credit|New York Times News Service", nil},
		{"the agency of a group", "Hannoversche Allgemeine Zeitung", "", "byline|RedaktionsNetzwerk Deutschland\n" + body, []string{"RedaktionsNetzwerk Deutschland (byline)"}},
		{"a part of its site", "Pier News", "https://www.pier.example/the-tide-file/archive/2017/bridge-shut", "The Tide File has learned that the bridge is shut. A source tells The Tide File it may stay so.", nil},
		{"a part of another's site", "Pier News", "https://www.pier.example/archive/2017/the-tide-file", "A source told The Tide File that the bridge may stay shut.", []string{"The Tide File (told) unknown"}},
		{"a section called like a paper", "Pier News", "https://www.pier.example/courier/2017/bridge-shut", "A source told The Courier that the bridge may stay shut.", []string{"Courier (told) unknown"}},
		{"no station by its letters", "Fox Harbour Post", "", "BERKELEY (Fox News) — " + para, []string{"Fox News (dateline)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, readCredits(t, article.Article{Outlet: c.outlet, URL: c.url, Text: c.text}), c.text)
		})
	}
}

// A member of a house signs on the pages of the house, whose text it is; what it was told, it was told.
func TestAMemberOfTheHouseSigns(t *testing.T) {
	text := reports["de"] + "\n\n" + reports["de"] + "\n\nMit Informationen von Ada Lorne, WDR"
	require.Empty(t, readRaw(t, article.Article{Text: text, Outlet: "ARD", Language: "de"}))
	require.NotEmpty(t, readRaw(t, article.Article{Text: text, Outlet: "Der Tagesspiegel", Language: "de"}))
	told := "Das sagte sie dem WDR. " + reports["de"]
	require.NotEmpty(t, readRaw(t, article.Article{Text: told, Outlet: "ARD", Language: "de"}))
}
