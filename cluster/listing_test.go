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
	first := []string{
		"My grandmother kept a tin with a coronation on the lid in the piano, where my grandfather never looked for anything at all.",
		"She filled it on the first of December, and by the tenth the neighbours had begun to call on us with questions about the piano.",
	}
	second := []string{
		"I tested nineteen versions of this so that you would not have to, and fed the failures to the sound department.",
		"What I learned is that nearly everybody gives up too soon, and that a probe is worth the money if you own a good one.",
	}
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
