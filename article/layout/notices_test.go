package layout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// A line may say when the piece came out, and how long it takes to read, without a mark between.
func TestADateAndWhatStandsBehindIt(t *testing.T) {
	const body = "The council voted on Tuesday night to close the swimming pool, ending a dispute that has divided the town for more than three years.\n\n" +
		"The pool has lost more than a million pounds since it was opened again, the treasurer told the meeting before the vote.\n"
	for line, want := range map[string]string{
		"28 Aug, 2025 07:10 AM 3 mins to read":                  "2025-08-28",
		"09 Dicembre 2025 alle 04:00 4 minuti di lettura":       "2025-12-09",
		"08 okt 2025 om 07:40 Update: 2 minuten geleden":        "2025-10-08",
		"July 2, 2025 10:05 AM GMT+5:30 Updated an hour ago":    "2025-07-02",
		"15 gennaio 2025 (modifica il 15 gennaio 2025 | 13:22)": "2025-01-15",
		"March 3, 1931: the night on which the dam broke":       "",
		"The pool was shut on March 3, 1931, at 10:05 a.m.":     "",
	} {
		l, m := Find(&article.Article{Text: "Council votes to close the swimming pool\n\n" + line + "\n\n" + body})
		require.Equal(t, want != "", l.Blocks[1].Kind == article.Date, line)
		if want != "" {
			require.Equal(t, want, m.Published.When.Format("2006-01-02"), line)
		}
	}
}

// A first line that begins with the outlet's name is its masthead where the line below
// it tells more of what the text is about.
func TestAMastheadIsNoHeadline(t *testing.T) {
	const (
		headline = "Ferry stranded off Carrick Ness waits for the tide"
		body     = "The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning, and the passengers had to wait for the tide, the harbour master said.\n\n" +
			"Nobody was hurt. The ferry is expected to be floated off on Tuesday, when the tide is higher than it has been all month.\n"
	)
	for _, test := range []struct{ first, want string }{
		{"THE CARRICK HERALD The oldest paper of the islands", headline},
		{"The Carrick Herald Independent. Always.", headline},
		{"Carrick Herald On Sunday In Your Area What's On", headline},
		{"The Carrick Herald: ferry off Carrick Ness waits for its tide", "The Carrick Herald: ferry off Carrick Ness waits for its tide"},
		{"The Carrick Herald sends a reporter to the ferry on the sandbank off Carrick Ness", "The Carrick Herald sends a reporter to the ferry on the sandbank off Carrick Ness"},
	} {
		_, m := Find(&article.Article{Outlet: "The Carrick Herald", Text: test.first + "\n\n" + headline + "\n\nBy Fergus Lockhart\n\n" + body})
		require.Equal(t, test.want, m.Title, test.first)
	}
}

// A site speaks of its own newsletter, podcast and app; others speak of theirs.
func TestASiteSpeaksOfItsOwn(t *testing.T) {
	for line, want := range map[string]bool{
		"More from the valley every Friday in our newsletter.":                                   true,
		"Mehr aus dem Tal gibt es jeden Freitag in unserem Newsletter „Talpost“. Hier anmelden.": true,
		"Hör auch unseren neuen Podcast.":                                                        true,
		"Scarica la nostra app e ricevi gli avvisi":                                              true,
		"“You can hear it in our podcast,” the bishop said.":                                     false,
		"„Das steht in unserem Newsletter“, sagte der Bischof.":                                  false,
		"The newsletter of the valley is sent to 4,000 homes.":                                   false,
		"Our town has lost its only bakery.":                                                     false,
	} {
		found := false
		for _, kind := range atFoot(t, line) {
			found = found || kind.Furniture()
		}
		require.Equal(t, want, found, line)
	}
}

// What is said of the piece itself is furniture; an article of a law is none.
func TestALineOfThePieceItself(t *testing.T) {
	for line, want := range map[string]bool{
		"This report was updated at 9:54 a.m.":                                                       true,
		"CORRECTION: This story has been updated to correct the name of the school.":                 true,
		"Een eerdere versie van dit artikel verscheen in de krant van zaterdag.":                     true,
		"Este texto fue elaborado con inteligencia artificial.":                                      true,
		"Artikel publicerad den 3 mars":                                                              true,
		"This story is told in the valley to this day.":                                              false,
		"This report calls for a new pier and a larger harbour.":                                     false,
		"Article 7 was originally meant for ports, and its first version named them.":                false,
		"Cet article du code civil date de 1804.":                                                    false,
		"Die Artikel der neuen Verfassung, die im Mai erschien, sind kurz.":                          false,
		"Dieser Bericht liegt dem Rat seit Montag vor.":                                              false,
		"\"This article was published to hurt me,\" the mayor said.":                                 false,
		"He said this article and the next, both published in May, were written by his late mother.": false,
	} {
		found := false
		for _, kind := range atFoot(t, line) {
			found = found || kind.Furniture()
		}
		require.Equal(t, want, found, line)
	}
}
