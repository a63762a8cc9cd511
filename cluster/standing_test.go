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

// What papers say of a party whenever it is in the news makes up half of a short report, which names
// the party beside it. Months apart that is standing text; in one week it may have been taken.
func TestStandingParagraphOfAnotherSeason(t *testing.T) {
	party := "The Lamplighters' League broke away from the Liberals in a quarrel over gas mains in 2011 and has held seven seats in the Marches assembly since 2023. The audit court fined it last year for books that were kept in rhyme. Polls give it between nine and twelve per cent."
	bottles := "Cleaners have found 912 returnable bottles in four sacks in the rooms of the League at the assembly. The caretaker, Owen Lisle, took them to the machine on Monday and got 91 pounds for them, which the speaker would not have."
	posters := "The river board wants 3,800 pounds from a branch whose helpers pasted posters round a lighthouse at night. A trawler took the light for another one and sat on a sandbank until the tide came. Skipper Kit Wiebe read the manifesto meanwhile."
	bottlesAgain := "Four sacks with 912 returnable bottles stood in the rooms of the League at the assembly until cleaners found them. Caretaker Owen Lisle got 91 pounds at the machine on Monday and offered it to the speaker, who would not take it."
	piece := func(outlet, text string, published article.Time) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Text: text + "\n\n" + party, Published: published})
	}
	march := day(2025, 3, 4)
	for name, test := range map[string]struct {
		a, b *Side
		want Relation
	}{
		"half a year apart":           {piece("Tarn Post", bottles, march), piece("Ullock Echo", posters, day(2025, 8, 20)), Quotes},
		"in one week":                 {piece("Tarn Post", bottles, march), piece("Ullock Echo", posters, day(2025, 3, 6)), Partial},
		"nobody knows when":           {piece("Tarn Post", bottles, march), piece("Ullock Echo", posters, article.Time{}), Partial},
		"of one thing, however apart": {piece("Tarn Post", bottles, march), piece("Ullock Echo", bottlesAgain, day(2025, 8, 20)), Copy},
	} {
		t.Run(name, func(t *testing.T) {
			var m Matcher
			p := m.Match(test.a, test.b)
			require.Equal(t, test.want, p.Relation(), "%v %v", p.ShareA, p.ShareB)
		})
	}
}

// A log of one paper begins and ends in the same words each time, and has other entries. Its title
// is its name and nothing else, or its name and the place.
func TestFrameOfALog(t *testing.T) {
	log := func(outlet, title, town, date, entries string) *Side {
		return side(article.Article{ID: title, Outlet: outlet, Title: title, Published: day(2025, 3, 10), Text: "These calls are from the book of the " + town + " fire brigade for the week of " + date + ". The book is public, and a call is listed whether or not there was a fire when the brigade came.\n\n" + entries +
			"\n\nIn an emergency dial the number on your door. To have a chimney looked at before the winter, ask the brigade for a form; it costs nothing."})
	}
	first := "Monday, 7:12 a.m. Smoke on Birch Lane came from a pipe that a man was smoking on his roof. He came down.\n\nTuesday, 1:40 p.m. Toast at the library. Windows opened.\n\nThursday, 11:05 p.m. A barn door was warm to the touch. A cow stood behind it."
	second := "Wednesday, 9:50 p.m. Lanterns in the cemetery belonged to the choir, which had lost a hymn book.\n\nSaturday, 8:15 a.m. Kettle left on at the mill. Miller found asleep in the flour.\n\nSunday, 2:10 p.m. Sparks from a tram were put out by rain."
	for name, test := range map[string]struct {
		a, b *Side
		want Relation
	}{
		"two weeks":                     {log("Otter Record", "Fire log", "Otter", "March 3", first), log("Otter Record", "Fire log", "Otter", "March 10", second), Quotes},
		"two towns":                     {log("Otter Record", "Fire log", "Otter", "March 3", first), log("Otter Record", "Fire log: Harlan", "Harlan", "March 3", second), Quotes},
		"a headline that says the news": {log("Otter Record", "Brigade called to six false alarms in a single week", "Otter", "March 3", first), log("Otter Record", "Tram sets fire to the hedge of the very man who built it", "Otter", "March 10", second), Partial},
		"two papers":                    {log("Otter Record", "Fire log", "Otter", "March 3", first), log("Harlan Echo", "Fire log", "Otter", "March 10", second), Partial},
		"one week, printed twice":       {log("Otter Record", "Fire log", "Otter", "March 3", first), log("Otter Record", "Fire log", "Otter", "March 3", first), Copy},
	} {
		t.Run(name, func(t *testing.T) {
			var m Matcher
			p := m.Match(test.a, test.b)
			require.Equal(t, test.want, p.Relation(), "%v %v", p.ShareA, p.ShareB)
		})
	}
}

// What a house says of how it tests and earns stands under all its reviews, and in others' words for word.
func TestFootOfReviews(t *testing.T) {
	foot := "We choose every product that we write about by ourselves. Whoever buys it by way of this page pays no more, and a part of the price comes to us and pays for our work. Prices were right on the day and may have changed since. Nobody who tests for us takes money for a verdict, and each text is read by a second editor before it goes out."
	kettle := plain(
		"The Brundle kettle boils a litre in two minutes and then plays a tune, and there the good news ends for anybody who shares a kitchen.",
		"At £89 it wants to be the last kettle that you buy. I suspect that it will be, since you will go over to coffee before the year is out.",
		"I lived with it for six weeks. The lid, said to open at a wave of the hand, opened at a sneeze and at a passing cat, and once at the radio.",
		foot,
	)
	bicycle := plain(
		"The Perrin is a bicycle for people who catch trains, and I have caught 38 of them with it since October in all weathers.",
		"What I did not like is the bell, which has the note of a small dog. There are lighter folders, but none that I would sooner carry up the steps.",
		"It folds in nine seconds, eight if the guard is watching. There was one puncture, outside Crewe, mended on a station bench with a spoon.",
		foot,
	)
	for _, pair := range [][2]*Side{{kettle, bicycle}, {bicycle, kettle}} {
		var m Matcher
		p := m.Match(pair[0], pair[1])
		require.Equal(t, Quotes, p.Relation())
		require.Greater(t, p.ShareA, standingPart, "more than a paragraph amid a text may be")
	}
}
