package layout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// A scraper may take the first line of a page for its title, whatever it is.
func TestATitleThatIsNoneYieldsToTheHeadline(t *testing.T) {
	const (
		headline = "Ferry stranded off Carrick Ness waits for the tide"
		body     = "The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning, and the passengers had to wait for the tide, the harbour master said.\n\n" +
			"Nobody was hurt. The ferry is expected to be floated off on Tuesday, when the tide is higher than it has been all month.\n"
	)
	for _, test := range []struct{ name, title, outlet, head, want string }{
		{"a button", "Print", "", headline, headline},
		{"a share bar", "Share this —", "", headline, headline},
		{"a section and a date", "Politics 07/16/2018, 06:45am", "", headline, headline},
		{"a plea", "Sign up for our newsletter", "", headline, headline},
		{"the outlet's own name", "The Carrick Herald", "The Carrick Herald", headline, headline},
		{"the name of another page", "Gold and Precious Metals", "", headline, headline},
		{"a button, and no headline below it", "Print", "", "", ""},
		{"a button above what the text is not about", "Print", "", "Ten recipes for a long weekend indoors", ""},
		{"a button in small letters", "share", "", "", ""},
		{"a German button", "Kommentare", "", "", ""},
		{"the buttons of the size of letters", "A   A", "", headline, headline},
		{"a cross", "×", "", headline, headline},
		{"a bullet, and no headline below it", "•", "", "", ""},
		{"the page of a gallery", "3 / 14", "", headline, headline},
		{"a number that the piece is about", "3 / 14", "", "The lifeboat is the 3 / 14 of the yard, and old", "3 / 14"},
		{"a domain", "Carrickherald.com", "", "", ""},
		{"an hour", "8:40 AM ET", "", "", ""},
		{"the writer and the day", "by Morag Firth - Mar 4, 2025 7:00 am", "", "", ""},
		{"keywords", "Tags: carrick ness | car ferry | sandbank | harbour master", "", headline, headline},
		{"a forecast", "High 51F. Winds SW at 10 to 15 mph.", "", headline, headline},
		{"a label for what the piece is", "Analysis Interpretation of the news based on evidence, including data, as well as anticipating what comes", "", headline, headline},
		{"a section, and no headline below it", "Opinion", "", "", ""},
		{"a caption below a button", "Print", "", "Passengers wait for the tide on the car ferry Tolsta.", ""},
		{"a title that ends with its day", "Timetable of the ferry Tolsta for Monday, March 3, 2025", "", "Ferry Tolsta has sailed again from Carrick Ness", "Timetable of the ferry Tolsta for Monday, March 3, 2025"},
		{"a title in small letters", "sandbank, revisited", "", "", "sandbank, revisited"},
		{"a title like a name", "Ferry Stranded", "", "Passengers waited for the tide on a sandbank", "Ferry Stranded"},
		{"a title that is not in the text", "Stranded at sea", "", headline, "Stranded at sea"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := test.title + "\n\n" + test.head + "\n\nBy Fergus Lockhart\n\n" + body
			if test.name == "a title that is not in the text" {
				text = test.head + "\n\n" + body
			}
			a := &article.Article{Title: test.title, Outlet: test.outlet, Text: text}
			_, m := Find(a)
			a.Fill(m)
			require.Equal(t, test.want, a.Title)
		})
	}
}

// A forecast above the headline may be a sentence, and is no running text.
func TestAHeadlineBelowAForecast(t *testing.T) {
	const text = "High 51F. Winds SW at 10 to 15 mph.\n\nTonight\n\nCloudy skies with a stray shower or thunderstorm before the morning. Low 44F. Winds NW at 5 to 10 mph.\n\n" +
		"Two sheds burn down in Bragar\n\nFerry stranded off Carrick Ness waits for the tide\n\nFergus Lockhart\n\n" +
		"The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning, and the passengers had to wait for the tide, the harbour master said.\n\n" +
		"Nobody was hurt. The ferry is expected to be floated off on Tuesday, when the tide is higher than it has been all month.\n"
	for _, title := range []string{"", "High 51F. Winds SW at 10 to 15 mph."} {
		a := &article.Article{Title: title, Text: text}
		_, m := Find(a)
		a.Fill(m)
		require.Equal(t, "Ferry stranded off Carrick Ness waits for the tide", a.Title, title)
	}
}

func TestTheBarOfASiteIsNoHeadline(t *testing.T) {
	const (
		headline = "Ferry stranded off Carrick Ness waits for the tide"
		body     = "The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning, and the passengers had to wait for the tide, the harbour master said.\n\n" +
			"Nobody was hurt. The ferry is expected to be floated off on Tuesday, when the tide is higher than it has been all month.\n"
		german = "Die Autofähre Tolsta ist am Montag vor Carrick Ness auf Grund gelaufen, und die Fahrgäste mussten auf die Flut warten, sagte der Hafenmeister.\n\nVerletzt wurde niemand.\n"
	)
	for _, test := range []struct{ name, bar, headline, body string }{
		{"sections", "Home News Sport Lifestyle Nostalgia Notices", headline, body},
		{"the name of the paper and sections", "Carrick Herald News Sport What's On Jobs", headline, body},
		{"the name of the paper and places", "HERALD Tolsta Bragar Shawbost Ness", headline, body},
		{"an address first", "herald.net Carrick Ness Ferries and tides", headline, body},
		{"sections that the text is about", "Herald Weather Tides Ferries Ness Harbour", headline, body},
		{"German sections", "Menü Politik Gesellschaft Wirtschaft Kultur Wissen", "Fähre wartet vor Carrick Ness auf die Flut", german},
		{"a headline in capitals above a standfirst", "", "Carrick Ness Ferry Tolsta Stranded On Sandbank", body},
	} {
		t.Run(test.name, func(t *testing.T) {
			head := test.headline + "\n\nBy Fergus Lockhart\n\n"
			if test.bar != "" {
				head = test.bar + "\n\n" + head
			} else {
				head = test.headline + "\n\nPassengers spent a night on the sandbank while the harbour slept\n\nBy Fergus Lockhart\n\n"
			}
			layout, m := Find(&article.Article{Text: head + test.body})
			require.Equal(t, test.headline, m.Title)
			require.Equal(t, "Fergus Lockhart", m.Byline)
			require.Equal(t, test.bar != "", layout.Blocks[0].Kind.Furniture() && layout.Blocks[0].Kind != article.Headline)
		})
	}
}

func TestAMottoIsNoHeadline(t *testing.T) {
	const body = "The shed by the old quay came down in the night, and nobody in the village heard a thing, which says something about the wind we have had here.\n\n" +
		"I went to look at it on Sunday. There is a heap of planks and one door, and the door is locked.\n"
	for _, test := range []struct{ name, head, want string }{
		{"a motto with its year", "The Quay Road\nRoads, rails and rust, since 2011\nStill locked\nPosted by Dutch on March 6, 2025\n\n", "Still locked"},
		{"a headline with a year", "The Quay Road\nWorst night for sheds of the village since 2011\nPosted by Dutch on March 6, 2025\n\n", "Worst night for sheds of the village since 2011"},
		{"two words above a byline", "Still locked\nBy Ada Crane\n\n", "Still locked"},
		{"a name above a byline", "Olga Stent\nBy Ada Crane\n\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, m := Find(&article.Article{Text: test.head + body})
			require.Equal(t, test.want, m.Title)
		})
	}
}

func TestWhatLeadsOnToTheTextIsNoTitle(t *testing.T) {
	const body = "De veerboot naar het eiland vaart deze winter niet, zei de rederij maandag, omdat haar enige schip naar de werf moet voor een nieuwe motor.\n\nDe gemeente wil volgende week praten over vluchten naar het eiland.\n"
	for _, line := range []string{"Jump to navigation", "Direkt zum Inhalt", "Aller au contenu principal", "Pasar al contenido principal", "Vai al contenuto", "Overslaan en naar de inhoud gaan", "Przejdź do treści"} {
		a := &article.Article{Title: line, Text: line + "\n\nVeerboot naar het eiland vaart niet\n\n" + body}
		_, m := Find(a)
		a.Fill(m)
		require.Equal(t, "Veerboot naar het eiland vaart niet", a.Title, line)
	}
}
