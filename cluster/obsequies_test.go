package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/shingle"
)

// When somebody is buried, all who write of him have from the undertaker.
func TestObsequies(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           bool
	}{
		{"en", "A funeral service will be held on Friday, May 9, at the Pier Chapel, with burial at Gull Cemetery. Visitation is from 5 to 7 p.m.", true},
		{"en", "The cemetery was closed on May 9 after the storm, and the ferry service with it.", false},
		{"en", "Funeral, burial and visitation are words that she taught.", false},
		{"de", "Die Trauerfeier mit Beisetzung ist am 9. Mai um 14 Uhr auf dem Friedhof am Deich.", true},
		{"fr", "Les obsèques auront lieu le 9 mai au funérarium, l'inhumation au cimetière du port.", true},
		{"it", "I funerali sono il 9 maggio; la camera ardente è aperta fino al rosario.", true},
		{"xx", "A funeral service will be held on Friday, May 9, at the Pier Chapel, with burial at Gull Cemetery.", false},
	} {
		require.Equal(t, c.want, obsequies(c.language, shingle.Background(c.language).Words(nil, c.text)), c.text)
	}
}

// A life that a writer tells for herself is no part of the notice, though it ends as that does.
func TestObsequiesAreNoEvidence(t *testing.T) {
	const services = "Services for Mr. Teal will be held at 10 a.m. on Friday, May 9, at the Pier Chapel, with burial at Gull Cemetery. Visitation is on Thursday from 5 to 7 p.m. at the Quill Funeral Home, 12 Mole Road, which has buried the dead of the sound since 1911."
	en := func(text string) *Side { return side(article.Article{ID: "a", Language: "en", Text: text}) }
	notice := en("Orrin Teal, 88, of Skerrow, left us on Monday among his family.\n\nHe was born at the lighthouse and kept it for 41 years, and never let a boat go by without a wave. He leaves a daughter, Wanda, and two dogs.\n\n" + services)
	life := en("Nobody knows who lit the lamp at Skerrow on the night after the old keeper went. The council did not ask.\n\nFor half his life he answered the telephone of the light himself, at any hour, and told whoever asked which way the wind would turn, said the harbour master. He was wrong twice.\n\n" + services)
	var m Matcher
	p := m.Match(notice, life)
	require.Equal(t, Quotes, p.text())
}

// What two papers say of a hospital at the end of two reports on it ties them no more than what they say of a firm.
func TestBackgroundAtTheFoot(t *testing.T) {
	const background = "The Skerrow Infirmary was founded in 1911 as a charity for pilots. It has 212 beds and a staff of 900, and was merged in 2016 with the clinic at Brannock to form a trust that has been under inspection since its cupboards were found open."
	en := func(text string) *Side { return side(article.Article{ID: "a", Language: "en", Text: text}) }
	money := en("Porters at Skerrow have paid for the night ferry out of a jar since the shuttle was stopped in January, their own list shows.\n\n" +
		"The jar holds forty pounds in coins and has taken 71 of them over the water. The saving was a hundred thousand, and more went on a lease for cars in the same month.\n\n" +
		"“I put in what I have,” said Ada Teal, who scrubs floors. The skipper, Paul Quill, takes nothing from students, and went round by the mole in the storm so that the last of them got home before dawn.\n\n" + background)
	gull := en("A gull has laid two eggs on the landing place of the infirmary, and the helicopter will come down on the football ground until they hatch.\n\n" +
		"Orrin Vole, who had gone up to change a bulb, found the nest on Sunday. The law forbids moving it, and a jar stands there for coins. The captain of the club said that the grass had seen worse.\n\n" +
		"Two patients were carried across the mud on stretchers, and went home on Monday, one of them to applause. A week from now the chicks should be out, and the crew has drawn lots for their names.\n\n" + background)
	var m Matcher
	p := m.Match(money, gull)
	require.Equal(t, Quotes, p.text())
}
