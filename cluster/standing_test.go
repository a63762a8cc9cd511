package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStandingParagraphIsNoEvidence(t *testing.T) {
	company := "Tarn & Ullock Breweries runs 212 public houses in the Marches and brews nine beers at its works in Clunford. The firm, whose shares are traded in London, employs about 3,400 people and is led by Philippa Ullock."
	flood := plain(
		"The cellar of the Drovers Arms at Easthope stood five feet deep in the Corve on Monday, and two barmen got out through a coal hatch.",
		"Firemen from Bridgnorth pumped until dusk. The landlady, Sian Prosser, said the cat was found on a shelf among the crisps.",
		company,
		"The water board means to raise the weir by a foot before winter.",
	)
	chess := plain(
		"A schoolgirl of eleven won the county chess cup at Ludlow on Saturday, the youngest since the cup was given by a bishop in 1931.",
		"Anneliese Craddock beat a retired dentist in nineteen moves. She learned the game from a library book with three pages missing.",
		company,
		"The cup will stand in the window of her uncle's shoe shop.",
	)
	cellar := plain(
		"Two barmen climbed out of a coal hatch when the Corve filled the cellar of the Drovers Arms in Easthope with five feet of water.",
		"Landlady Sian Prosser found her cat dry on a shelf. Bridgnorth's firemen were at the pumps all Monday.",
		company,
		"Easthope flooded in 1998 too, when the weir was lower than it is now.",
	)
	tests := []struct {
		name string
		a, b *Side
		want bool // nothing but standing text
	}{
		{"in reports of two things", flood, chess, true},
		{"in reports of one thing", flood, cellar, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, pair := range [][2]*Side{{test.a, test.b}, {test.b, test.a}} {
				var m Matcher
				p := m.Match(pair[0], pair[1])
				require.Equal(t, test.want, p.Relation() == Quotes)
				require.NotEmpty(t, p.Passages, "it is shown all the same")
			}
		})
	}
}

// A paragraph that a round-up takes from a report is about what the report is
// about, though the rest of the round-up is not.
func TestItemIsNoStandingParagraph(t *testing.T) {
	item := "The barge Lady Oona, with 140 tons of gravel aboard, struck the swing bridge at Harrow Point on Monday and cracked its eastern pier below the waterline. The council closed the bridge and put on ferries from Tanner Street."
	report := plain(
		item,
		"Skipper Joost Verhage said the Lady Oona had lost her rudder off Fenner's Wharf. Nobody aboard was hurt, and the gravel stayed where it was.",
		"The eastern pier of the swing bridge was last looked at in 2016, when divers found the crack of an older blow. Harrow Point council had put the work off twice.",
		"Ferries from Tanner Street run every half hour until the bridge opens again.",
	)
	roundup := plain(
		"Good morning. Cloud from the west, with a chance of sun over the estuary after lunch.",
		"Millbrae: the cinema on the square shows its last film on Friday, after ninety years and one fire.",
		item,
		"Osterley: a swarm of bees took over the letterbox of the post office, and a retired judge took it home in a hat.",
	)
	var m Matcher
	p := m.Match(report, roundup)
	require.Equal(t, Partial, p.Relation())
}
