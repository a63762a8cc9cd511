package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What goes into a dish, what is on and who won stands in the same lines wherever it is told.
func TestListingIsNoEvidence(t *testing.T) {
	dish := []string{
		"You will need:", "225g unsalted butter, softened", "110g caster sugar, plus extra for dusting", "225g plain flour", "110g rice flour", "a pinch of salt",
	}
	cinema := []string{
		"The Long Jetty (12A): 2.15pm, 5.30pm, 8.15pm", "Owls of Vienna (U): 11am, 1.30pm", "Nobody's Ladder (15): 6pm, 9pm", "Captain Biscuit (U): 10am, 12 noon", "Wet Saddle (PG): 4.20pm and 7pm",
	}
	results := []string{"Corran Town 3, Ness Rovers 0", "Lochan Athletic 1, Tarn United 1", "Marlow Vale 2, Gull Rangers 4", "Osprey City 0, Voss Wanderers 0"}
	board := []string{
		"Corran: J. Ferris b Hale 14; T. Okafor c Lund b Reeve 61; M. Strand run out 9; P. Vole lbw b Reeve 0; S. Ames not out 33; extras (b 4, w 7) 11. Total (4 wkts, 30 overs) 128.",
		"Ness: A. Lund c Vole b Ames 22; R. Hale b Ferris 5; D. Reeve st Vole b Strand 47; K. Birch not out 12; extras (lb 3, nb 1) 4. Total (all out, 28.3 overs) 90.",
	}
	earnings := []string{
		"Net income at Corran Pumps rose to 3.2 billion crowns, or 1.21 crowns a share, in the quarter to the end of March from 2.8 billion crowns, or 1.05 a share, in the same three months of the year before.",
		"The company of 11,400 people now looks for sales of between 41 and 43 billion crowns this year, and for a margin that is a little above the 9.6 per cent that it had in the last one.",
	}
	first := []string{
		"My grandmother kept a tin with a coronation on the lid in the piano, where my grandfather never looked for anything at all.",
		"She filled it on the first of December, and by the tenth the neighbours had begun to call on us with questions about the piano.",
	}
	second := []string{
		"I tested nineteen versions of this so that you would not have to, and fed the failures to the sound department.",
		"What I learned is that nearly everybody gives up too soon, and that a probe is worth the money if you own a good one.",
	}
	bill := []string{"Playing are Velvet Harbour, Nia Castro, The Long Division, Kwame and the Tides, Ottoline, Marrow, Sister Pylon, Hexham Brass, Juno Falk, Grey Mare, The Apologies and Pale Rider."}
	winners := []string{"Best film: The Ferryman's Ledger", "Best actress: Oona Brandreth, Low Winter Sun", "Best actor: Matthias Kore, Eleven Bells", "Best score: Gil Haverstock, Eleven Bells", "Best short film: Wasp", "Best costumes: Delphine Roux"}
	prose := []string{
		"Shinobu Katagiri, who repairs radios, built a microphone into the machine in 2014 as a present for his daughter, who was shy.",
		"The town hall has put up a barrier, since 400 visitors now queue from five in the morning to say thank you to it.",
	}
	for name, test := range map[string]struct {
		shared []string
		want   bool // they are linked by more than quotations
	}{
		"a list of ingredients": {dish, false},
		"a cinema's programme":  {cinema, false},
		"results":               {results, false},
		"a scoreboard":          {board, false},
		"who plays":             {bill, false},
		"who won":               {winners, false},
		"figures in sentences":  {earnings, true},
		"paragraphs":            {prose, true},
		"two lines with prose":  {append(cinema[:2:2], prose...), true},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := plain(join(first[:1], test.shared, first[1:])...), plain(join(second[:1], test.shared, second[1:])...)
			var m Matcher
			p := m.Match(a, b)
			require.Equal(t, test.want, p.Relation() != Quotes && p.Relation() != None, p.Relation())
		})
	}
}
