package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
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

// The foot of a column stands in each of its pieces, whoever prints them, and may be longer than
// what is above it. So much text in common is none of a column's only where nothing says that
// they are of one.
func TestFootOfAColumn(t *testing.T) {
	foot := "Tide Table is written each Monday by Una Lorne and edited by Bram Coyle. If a friend sent it to you, you can have your own at the address above. We never sell your data, and our barometer is a real one. Write to us with corrections, shells and complaints; we print the best of them on the last Monday of the month."
	gulls := "Good morning. A gull does not want your chips. It wants the car park, which is flat, warm and full of places from which to watch other gulls. Two years of rings have shown that at Exmouth, where the birds come at ten and leave at four."
	buoys := "Good morning. There are 1,040 floats between the Lizard and the Wash, and Gordon Ivey has painted 600 of them, some twice. He does it from a raft with a brush on a pole, and sings. Red is hardest, he says, because it shows where you have been."
	column := func(title, byline, text string) *Side {
		return side(article.Article{ID: title, Title: title, Byline: byline, Text: text + "\n\n" + foot})
	}
	for name, test := range map[string]struct {
		a, b *Side
		want Relation
	}{
		"one label":                   {column("Tide Table: why gulls like car parks", "", gulls), column("Tide Table: the man who paints buoys", "", buoys), Quotes},
		"one writer":                  {column("Why gulls like car parks", "Una Lorne", gulls), column("The man who paints buoys", "Una Lorne", buoys), Quotes},
		"one writer, in capitals":     {column("Why gulls like car parks", "UNA LORNE", gulls), column("The man who paints buoys", "Una Lorne", buoys), Quotes},
		"one section":                 {column("Nature: why gulls like car parks", "", gulls), column("Nature: the man who paints buoys", "", buoys), Partial},
		"one desk":                    {column("Why gulls like car parks", "News desk", gulls), column("The man who paints buoys", "News desk", buoys), Partial},
		"neither":                     {column("Why gulls like car parks", "Una Lorne", gulls), column("The man who paints buoys", "Ada Crane", buoys), Partial},
		"one writer, of one thing":    {column("Why gulls like car parks", "Una Lorne", gulls), column("Gulls at Exmouth", "Una Lorne", "At Exmouth the gulls come to the car park at ten and leave at four, as rings have shown over two years. It is flat and warm, and a gull wants places from which to watch other gulls, not chips, whatever people think who lose theirs."), Copy},
		"one label, and the same one": {column("Tide Table: why gulls like car parks", "", gulls), column("Tide Table: why gulls like car parks", "", buoys), Partial},
	} {
		t.Run(name, func(t *testing.T) {
			var m Matcher
			p := m.Match(test.a, test.b)
			require.Equal(t, test.want, p.Relation())
		})
	}
}
