package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// strandedPiece is a piece of The Guardian on the ferry, of the day of those below.
func strandedPiece(title, text string) *Side {
	return side(article.Article{ID: title, Title: title, Outlet: "The Guardian", Text: text, Published: day(2025, 3, 3)})
}

// Of several pieces of a house on one affair that one is meant whose news is told.
func TestWhichPieceOfAHouseIsMeant(t *testing.T) {
	stranded := strandedPiece("Ferry with 214 on board runs onto a sandbank off Carrick Ness", ferryText)
	minister := strandedPiece("Minister Rosheen Tully calls for pilots on all island ferries",
		`Rosheen Tully, the minister for the islands, said on Monday that every ferry should carry a pilot, after the Tolsta ran onto a sandbank off Carrick Ness.

"We cannot leave the lives of islanders to luck and to a buoy," she said at the opening of a school in Lochmore. "The companies earn enough to pay for a second pair of eyes."

The owners of the Tolsta said they would study the plan. A pilot costs 310 pounds a day.`)
	leader := strandedPiece("Why our islands deserve better than leaking tubs",
		`For thirty years I have taken the boat to Port Erran, and for thirty years I have counted the lifejackets. There are never enough.

The Tolsta is only the latest. We islanders pay the fares of a grand hotel for the comfort of a cattle shed, and our children know the taste of salt before that of sugar.

It is time that somebody in the capital felt seasick on our behalf.`)
	retells := func(title, lead string) *Side {
		return side(article.Article{ID: title, Title: title, Outlet: "Voz", Published: day(2025, 3, 3), Text: lead})
	}
	grounding := retells("Bride waits out the tide on a sandbank off Carrick Ness", ferryRetold)
	pilots := retells("Island ferries need pilots, says minister Rosheen Tully",
		`Every ferry should carry a pilot, the minister for the islands, Rosheen Tully, has demanded, The Guardian reported.

She spoke on Monday in Lochmore, according to The Guardian, after the Tolsta had run aground. "We cannot leave the lives of islanders to luck and to a buoy," Tully said.

A pilot would cost the companies 310 pounds a day, the newspaper reported.`)
	strike := retells("Crews of the Tolsta will strike from Friday",
		`The crews of three ferries will not sail from Friday on, The Guardian reported, since their union and the owners could not agree on the hours of stewards.

The union's leader, Hamish Orr, told the Guardian that 96 per cent had voted for it. "Nobody makes beds for eleven hours and smiles," he said.

The owners have the Tolsta, which ran onto a sandbank on Monday, and two smaller boats, the Guardian reported.`)
	for _, test := range []struct {
		name string
		a, b *Side
		want string
	}{
		{"the report that is retold", grounding, stranded, "The Guardian"},
		{"the reaction that is retold", pilots, minister, "The Guardian"},
		{"not the event that the reaction is to", pilots, stranded, ""},
		{"nor a comment on it", grounding, leader, ""},
		{"nor the last news of the same ship", strike, stranded, ""},
		{"nor the reaction to that", strike, minister, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := match(test.a, test.b)
			require.Equal(t, test.want, p.OwedA)
			require.Equal(t, test.want, match(test.b, test.a).OwedB)
			require.Equal(t, test.want != "", p.Relation() == Rewrite)
		})
	}
}

// What signs and words must come to for a piece to be the one that is meant.
func TestMeant(t *testing.T) {
	signs := func(story, details float64) *Signs {
		return &Signs{Likeness: Likeness{Details: details, Shared: 9}, Kinship: Kinship{Story: story}}
	}
	piece := func(title, text string) *Side {
		return side(article.Article{ID: title, Title: title, Outlet: "The Guardian", Text: text, Published: day(2025, 3, 3)})
	}
	credited := side(article.Article{
		ID: "a", Outlet: "Voz", Title: "Bride waits out the tide on a sandbank", Text: ferryRetold, Published: day(2025, 3, 3),
	})
	whole, title := piece("Ferry with 214 on board runs onto a sandbank", ferryText), piece("Bees dislike plastic flowers", ferryText)
	other := piece("Bride waits out the tide on a sandbank", beesText)
	for _, test := range []struct {
		name        string
		b           *Side
		signs       *Signs
		probability float64
		text        bool
		want        bool
	}{
		{"a likely credit", whole, signs(0.3, 0.3), 0.6, false, true},
		{"under a title of something else, with few details alike", title, signs(0.9, 0.3), 0.9, false, true},
		{"and a lead of something else", piece("Bees dislike plastic flowers", beesText), signs(0.9, 0.3), 0.9, false, false},
		{"but text in common", piece("Bees dislike plastic flowers", beesText), signs(0.9, 0.3), 0.9, true, true},
		{"or many details", piece("Bees dislike plastic flowers", beesText), signs(0.9, 0.41), 0.9, false, true},
		{"a possible credit for the same event", whole, signs(0.71, 0.3), 0.35, false, true},
		{"for what is probably the same, if what is credited stands there", whole, signs(0.51, 0.3), 0.35, false, true},
		{"and if it does not", other, signs(0.51, 0.3), 0.35, false, false},
		{"for what may be the same, if details are alike too", whole, signs(0.26, 0.45), 0.35, false, true},
		{"and if they are not", whole, signs(0.26, 0.35), 0.35, false, false},
		{"for another event", whole, signs(0.2, 0.45), 0.35, false, false},
		{"a credit for a detail", whole, signs(0.9, 0.9), 0.3, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			credited.compare()
			test.b.compare()
			require.Equal(t, test.want, test.signs.meant(credited, test.b, test.probability, test.text))
		})
	}
}

// An interview is known by its words, however few names there are in them.
func TestAnInterviewIsKnownByItsWords(t *testing.T) {
	const said = `"I do not agree with those who count the seats before the votes," Orr said. "We shall keep the council, and we shall keep the bus."`
	station := side(article.Article{ID: "s", Title: "Hamish Orr: we shall keep the council", Outlet: "The Guardian", Published: day(2025, 3, 3), Text: "Hamish Orr is not troubled by what the counts say.\n\n" + said + "\n\nHe spoke in his kitchen."})
	retold := func(words string) *Side {
		return side(article.Article{ID: "r", Title: "Orr shows himself sure of the council", Outlet: "Voz", Published: day(2025, 3, 3), Text: "The leader of the council showed no doubt on Monday.\n\n" + words + "\n\nHe told The Guardian this. He told The Guardian that he slept well."})
	}
	require.Equal(t, "The Guardian", match(retold(said), station).OwedA)
	require.Empty(t, match(retold(`"My dog could win this," Orr said. "She is the better speaker."`), station).OwedA)
}

// Who has text of one piece of a house joins no other piece of it by naming the house.
func TestTextTellsWhichPieceIsMeant(t *testing.T) {
	text := partialLink(0, 1, 0.7, 0.7, 0.6)
	text.OwedB = "The Guardian"
	credit := creditLink(1, 2, "The Guardian", 0.9)
	credit.OwedA, credit.OwedB = "The Guardian", ""
	require.Equal(t, [][]uint32{{0, 1}}, groups([]Link{text, credit}))
	text.OwedB = ""
	require.Equal(t, [][]uint32{{0, 1, 2}}, groups([]Link{text, credit}), "text of whom it does not name tells nothing of that")
}
