package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestTitleField(t *testing.T) {
	for _, c := range []struct {
		name, language, title string
		want                  []string
	}{
		{"behind a comma", "en", "Bridge to close for a year, The Guardian reports", []string{"The Guardian (reports)"}},
		{"one that nobody knows", "en", "Bridge to close for a year, Corran Gazette reports", []string{"Corran Gazette (reports)"}},
		{"the verb first", "en", "Bridge to close for a year, says Le Monde", []string{"Le Monde (says)"}},
		{"by a preposition", "en", "Bridge to close, according to The Guardian", []string{"The Guardian (according to)"}},
		{"by another", "en", "Bridge to close, per Politico", []string{"Politico (per)"}},
		{"whom somebody tells", "en", "Bridge must close, governor tells CNN", []string{"CNN (tells)"}},
		{"a colon", "en", "Reuters: bridge to close for a year", []string{"Reuters (:)"}},
		{"initials and a colon", "en", "NYT: bridge to close for a year", []string{"The New York Times (:)"}},
		{"brackets", "en", "Bridge to close for a year (The Guardian)", []string{"The Guardian (())"}},
		{"initials in brackets", "en", "Bridge to close for a year (NYT)", []string{"The New York Times (())"}},
		{"French", "fr", "Le pont sera fermé, selon Le Monde", []string{"Le Monde (selon)"}},
		{"German", "de", "Brücke ein Jahr gesperrt, berichtet der Spiegel", []string{"Der Spiegel (berichtet)"}},
		{"Spanish, in brackets", "es", "El puente estará cerrado (El País)", []string{"El País (())"}},

		{"what it earns", "en", "New York Times reports profit for third quarter", nil},
		{"what it reports", "en", "What the BBC reports", nil},
		{"the site of the page", "en", "Bridge to close | Reuters", nil},
		{"the same with a dash", "en", "Bridge to close - BBC News", nil},
		{"a video", "en", "Bridge to close (VIDEO)", nil},
		{"a programme of a station", "en", "The Bridge (BBC)", nil},
		{"an ordinary word in brackets", "en", "A look at bridges (Nature)", nil},
		{"an ordinary word before a colon", "en", "Variety: the spice of bridges", nil},
		{"its own", "en", "Harlow Courier: bridge to close", nil},
		{"a platform", "en", "Facebook: bridge to close", nil},
		{"an outlet that the text is about", "en", "The Independent: a paper and its bridge", nil},
		{"who left it", "en", "Why she left the New York Times", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			text := body + "The mayor has read The Independent since she was ten."
			for _, c := range reader().Title(nil, &article.Article{Title: c.title, Text: text, Outlet: "Harlow Courier", Language: c.language}) {
				require.Zero(t, c.Span)
				got = append(got, c.Outlet+" ("+c.Cue+")")
			}
			require.Equal(t, c.want, got)
		})
	}
	for _, c := range []struct{ name, outlet, title, want string }{
		{"a dash", "Reuters", "Bridge to close for a year - The Guardian", "The Guardian"},
		{"a long one", "BBC", "Bridge to close for a year – The Washington Post", "The Washington Post"},
		{"behind a colon", "Newsmax", "Bridge to close for a year: The Washington Post", "The Washington Post"},
		{"of one house", "CNN", "Bridge to close for a year - HBO", ""},
		{"its own", "The Guardian", "Bridge to close for a year - The Guardian", ""},
		{"an ordinary word", "Reuters", "A bridge and its rust - Nature", ""},
		{"a clause", "Reuters", "Bridge to close - and the Guardian", ""},
		{"a place", "Reuters", "Bridge to close - Kelmouth", ""},
		{"a station, whose programme it may be", "Reuters", "Bridge to close - CNN", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, x := range reader().Title(nil, &article.Article{Title: c.title, Text: body, Outlet: c.outlet, Language: "en"}) {
				require.Contains(t, []string{CueDash, ":"}, x.Cue)
				got += x.Outlet
			}
			require.Equal(t, c.want, got)
		})
	}
	const title = "Bridge to close, The Guardian reports"
	a := article.Article{Title: title, Text: title + "\n" + body, Language: "en"}
	require.Empty(t, reader().Title(nil, &a), "the text has the title")
	said := []Credit{{Span: article.Span{Start: 3, End: 9}, Outlet: "The Guardian", Cue: "told"}}
	a.Text = body
	require.Equal(t, said, reader().Title(said, &a), "the text says so already")
}
