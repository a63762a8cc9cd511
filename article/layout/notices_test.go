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
		"3 March 2026 Share this:":                              "2026-03-03",
		"3 March 2026 The night of the flood":                   "",
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
		{"Carrick Herald News Weather Sport Ferries On Your Side", headline},
		{"Carrick Herald Reporter Stranded On Ferry Off Carrick Ness Sandbank", "Carrick Herald Reporter Stranded On Ferry Off Carrick Ness Sandbank"},
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
		"This report was updated at 9:54 a.m.":                                       true,
		"CORRECTION: This story has been updated to correct the name of the school.": true,
		"Een eerdere versie van dit artikel verscheen in de krant van zaterdag.":     true,
		"Este texto fue elaborado con inteligencia artificial.":                      true,
		"NOTE: This column has been corrected; the share of the ferries, that is of the boats with a deck for cars, is lower than when the mayor took office, not the number of them all.": true,
		"This column is the last of those that hold the pier up, and those who built it were proud of it, since it was the first in the country to be made of iron and of nothing else.":   false,
		"Why do the editors of the paper tell such stories, and do they not know better, she asked?":                                                                                       false,

		"Any questions about this story? Write to our editors.":                                      true,
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

// Below the headline a line may say for which outlet and from where it was written, and
// under the text its makers sign with initials.
func TestBylinesOfAgenciesAndPortals(t *testing.T) {
	const headline, body = "Prefeitura fecha a piscina depois de anos de prejuízos",
		"A câmara aprovou na noite de terça-feira o fechamento da piscina municipal, que perdeu mais de um milhão desde que reabriu, segundo a prefeitura."
	for line, want := range map[string]bool{
		"Do UOL, em São Paulo":                     true,
		"Da Agência Vale, em Porto Firmino":        true,
		"Por g1 — Porto Firmino":                   true,
		"Rosa Elvira Paz, enviada especial a Lima": true,
		"Da piscina, em ruínas":                    false,
		"Do lado de fora, em silêncio":             false,
	} {
		l, _ := Find(&article.Article{Text: headline + "\n\n" + line + "\n\n" + body + "\n\n" + body})
		require.Equal(t, want, l.Blocks[1].Kind == article.Byline, line)
	}
	for line, want := range map[string]bool{"rcy/ mam/": true, "(foto) (vídeo)": true, "++ RIEPILOGO ++": true} {
		require.Equal(t, want, atFoot(t, line)[0].Furniture(), line)
	}
}

// A line may ask its reader for something behind a colon, and say for whom the article is.
func TestShortLinesBetweenParagraphs(t *testing.T) {
	for line, want := range map[string]bool{
		"Business today: sign up for a morning shot of news": true,
		"Mon canton : suivez cette ville":                    true,
		"Content for subscribers":                            true,
		"Artikel för prenumeranter":                          true,
		"VIDEO. A bear walks through the town":               true,
		"VÍDEO: um urso atravessa a cidade":                  true,
		"A plea to the town: more beds":                      false,
		"Fewer letters from subscribers":                     false,
		"Video shows the bear in the town":                   false,
	} {
		require.Equal(t, want, within(t, line)[0].Furniture(), line)
	}
}

// Who writes is told at the foot by what they write about or where they joined.
func TestAWriterOfTheNewsroom(t *testing.T) {
	for line, want := range map[string]bool{
		"Clara Robles, periodista especializada en educación, se incorporó a la redacción en 2017.": true,
		"Claire Morvan, journaliste chargée de l'éducation, a rejoint la rédaction en 2017.":        true,
		"Clara Robles, periodista de 41 años, murió el lunes en Lima.":                              false,
		"Claire Morvan, journaliste, a été libérée lundi soir.":                                     false,
	} {
		require.Equal(t, want, atFoot(t, line)[0].Furniture(), line)
	}
}
