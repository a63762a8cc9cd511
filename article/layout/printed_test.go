package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"wiretrace/article"
)

// TestLinesBelowTheHeadline holds what the line between headline and text is, as outlets print day and writer.
func TestLinesBelowTheHeadline(t *testing.T) {
	const before, after = "Harbour board closes the old swing bridge\n\n", "\n\nThe council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate."
	for line, want := range map[string]article.Kind{
		"28 mrt. 2026, 09:30":                                 article.Date,
		"28 mrt 2026 om 08:55":                                article.Date,
		"WEXKERK - 29 mrt 2026, 12:00 • 2 minuten leestijd":   article.Date,
		"06 de mayo de 2026 - 09:30 p. m.":                    article.Date,
		"6 may 2026, 11:05 a. m.":                             article.Date,
		"14. okt. 2025 kl. 12:05":                             article.Date,
		"3 paź 2025, 14:20":                                   article.Date,
		"Maaike Wijnveld en Stef Hulst 28-03-26, 06:00":       article.Byline,
		"Ada Crane and Jo Field March 28, 2026":               article.Byline,
		"Karin Lindh och Ove Sand 2026-03-28 10:15":           article.Byline,
		"News By Shannon Cromb Senior Reporter":               article.Byline,
		"Sport By Ada Crane":                                  article.Byline,
		"By Bea Lindh, who covers podcasts and their makers":  article.Byline,
		"By Ada Crane, a Pioneer critic who writes about TV":  article.Byline,
		"Par Inès Caldère, qui couvre les ports, journaliste": article.Byline,
		"Corresponsal de EL NORTE":                            article.Byline,
		"Journaliste au pôle Enquêtes":                        article.Byline,
		"Verslaggever bij De Wexbode":                         article.Byline,
	} {
		l, _ := Find(&article.Article{Text: before + line + after})
		assert.Len(t, l.Blocks, 4, line)
		assert.Equal(t, want, l.Blocks[1].Kind, line)
	}
}

// TestLinesThatAreNotPrintedSo holds that what only looks like those lines is left to the text.
func TestLinesThatAreNotPrintedSo(t *testing.T) {
	for _, line := range []string{
		"Ada Crane and Jo Field left the board on March 28, 2026.",
		"By the river, who cares what a critic writes or covers, the shops are full.",
		"Author of a book on bridges dies at ninety",
		"The lock is 40 m long and 6 m deep, and was dug in 1911 by 300 men.",
		"Join the WhatsApp case, the judge told the clerk, and be done with it.",
		"The Wexcombe Courier is an old newspaper, and the clerk has read it all his life.",
		"Escucha siempre a los pescadores, dijo la presidenta de la junta del puerto.",
	} {
		for _, kind := range within(t, line) {
			assert.False(t, kind.Furniture(), line)
		}
	}
}
