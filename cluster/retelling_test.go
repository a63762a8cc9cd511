package cluster

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/internal/logit"
	"wiretrace/outlet"
)

// A paper's report, what another house made of it without naming it, and a third
// house's own report of the same vote.
const (
	quarryReport = `Orrin Slate quarried 41,300 tonnes from the north face of Ben Hallin last year, twice what its licence allows, weighbridge records show.

The records, kept by a clerk of the harbour at Lochan Dubh, list 1,912 lorries between 4 March and 19 November. The licence of 2017 is for 20,500 tonnes and 930 lorries.

Each lorry paid a toll of 14 pounds to the county, which put the 26,768 pounds into its roads fund and asked no question. The fund mended 3 miles of the coast road with them.

Two wardens who counted lorries in June were told to stop after 11 days. Their note says that 87 had passed by then, and that none of them was covered.

The county will look into the matter, a spokeswoman said. The company did not answer.`

	quarryRetold = `A quarry firm took twice as much stone as it may from Ben Hallin: 41,300 tonnes went down the north face last year, though the licence given to Orrin Slate in 2017 stops at 20,500.

Between 4 March and 19 November 1,912 lorries were put on the scales at the port of Lochan Dubh. No more than 930 should have driven.

Nobody at the county wondered, even as 14 pounds a load flowed in. In all 26,768 pounds went towards roads, enough for 3 miles of tarmac on the coast.

In June a pair of wardens began to count. They got as far as 87 in 11 days, every one of them without a tarpaulin, then they were called off. From the firm there was no word, while the county has promised to examine what happened.`

	quarryVote = `The county council voted by 9 to 6 on Tuesday to send inspectors to the quarry of Orrin Slate on Ben Hallin, after a night of shouting in a hall that holds 140 people.

Councillor Moira Bain asked why it took a newspaper to count lorries. She wants the licence of 2017 withdrawn by the end of the month, and 50,000 pounds set aside for the coast road.

Her colleague Fergus Lyle called that a stunt. Some 60 men work on the north face, he said, and all of them vote. He read out the names of four who had written to him.

Outside, residents of Lochan Dubh held up photographs of cracked walls. One of them, a retired pilot, said that he had sent 22 letters to the county since spring and had two answers.

The inspectors are to report in June.`
)

func TestRetellingThatNamesNobody(t *testing.T) {
	piece := func(outlet, title, text string, published article.Time) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: published})
	}
	title, retitled := "Orrin Slate took twice what it may from Ben Hallin", "Twice the stone: Orrin Slate's Ben Hallin quarry broke its licence"
	report := piece("Wren", title, quarryReport, day(2025, 3, 3))
	first, _, _ := strings.Cut(quarryRetold, "\n\nIn June")
	short, _, _ := strings.Cut(quarryRetold, "\n\nNobody")
	song := "\n\nThe quarrymen sang:\n\nThere's a hill that goes by lorry to the sea\nAnd the gulls look down to see who it may be,\nWith a shovel and a sack\nIt is never coming back,\nAnd the hole it leaves is all they leave to me.\nOh the county has a drawer for every stone\nAnd it keeps them all together and alone,\nAnd the clerk who had the key\nTook his hat and took his tea\nAnd was carried with the lorries and is gone."
	sung := match(piece("Wren", title, quarryReport+song, day(2025, 3, 3)), piece("Kite", retitled, quarryRetold+song, day(2025, 3, 4)))
	require.NotEqual(t, Rewrite, sung.Relation(), "what both quote makes them alike")
	for _, c := range []struct {
		name string
		b    *Side
		want bool
	}{
		{"the next day", piece("Kite", retitled, quarryRetold, day(2025, 3, 4)), true},
		{"not to the end", piece("Kite", retitled, first+"\n\nThe county says that it will look into what happened. From the firm itself there was no word until the evening, nor would anybody at its office in the town come to the telephone.", day(2025, 3, 4)), true},
		{"a week later", piece("Kite", retitled, quarryRetold, day(2025, 3, 10)), false},
		{"by the house itself", piece("Wren", retitled, quarryRetold, day(2025, 3, 4)), false},
		{"in a few lines, of which nothing can be said", piece("Kite", retitled, short, day(2025, 3, 4)), false},
		{"a report of one's own on what followed", piece("Kite", "Council sends inspectors to Ben Hallin quarry", quarryVote, day(2025, 3, 5)), false},
		{"a statement of the house itself", piece("Orrin Slate", "Orrin Slate answers reports on Ben Hallin", quarryRetold, day(2025, 3, 4)), false},
		{"what was said at a news conference, to which all came", piece("Kite", retitled, strings.Replace(quarryRetold, "A quarry firm took", "A quarry firm, a news conference was told on Tuesday, took", 1), day(2025, 3, 4)), false},
		{"a news conference is named further down", piece("Kite", retitled, strings.Replace(quarryRetold, "Nobody at the county wondered,", strings.Repeat("The harbour of the village has seen more of such things than it would like. ", 3)+"A news conference was not called. Nobody at the county wondered,", 1), day(2025, 3, 4)), true},
		{"whose own reporters were told it", piece("Kite", retitled, strings.Replace(quarryRetold, "Nobody at the county wondered,", "“We were blind to what went on at the scales of the harbour,” the treasurer told Kite. Nobody at the county wondered,", 1), day(2025, 3, 4)), false},
		{"what a release says, which all have", piece("Kite", retitled, quarryRetold+"\n\nThe county gave its figures in a press release, Lochan Dubh Harbour Trust said in a news release.", day(2025, 3, 4)), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := match(report, c.b)
			require.Equal(t, c.want, p.Relation() == Rewrite, "probability %.2f", p.Retelling)
			if c.want {
				require.True(t, p.Silent())
				require.Contains(t, p.whySilent(), "the same lead and ")
			}
		})
	}
	const words = "“We counted the lorries and not what was on them, and nobody asked,”"
	said := func(text, by string) string { return text + "\n\n" + words + " " + by }
	statement := piece("Wren", title, said(quarryReport, "the county said in a statement."), day(2025, 3, 3))
	for _, c := range []struct {
		name, by string
		want     Relation
	}{
		{"both quote a statement, of which one says that it is one", "the county said.", None},
		{"before the press", "the treasurer told reporters.", None},
		{"as a post of hers", "she wrote in a post.", None},
	} {
		require.Equal(t, c.want, relation(statement, piece("Kite", retitled, said(quarryRetold, c.by), day(2025, 3, 4))), c.name)
	}
	quoted := piece("Wren", title, said(quarryReport, "the treasurer said."), day(2025, 3, 3))
	require.Equal(t, Rewrite, relation(quoted, piece("Kite", retitled, said(quarryRetold, "the treasurer said."), day(2025, 3, 4))), "words that nobody says all could have")
	const more = "\n\n“The scales of the harbour were never wrong before that spring,” he said. “Ask anybody who has sold a stone in Lochan Dubh since.”"
	most := piece("Wren", title, said(quarryReport+more, "the county said in a statement."), day(2025, 3, 3))
	require.Equal(t, Rewrite, relation(most, piece("Kite", retitled, said(quarryRetold+more, "the county said."), day(2025, 3, 4))), "a statement beside words that only one could have")
	told := piece("Wren", title, strings.Replace(quarryReport, "The licence of 2017", "“We were blind,” the treasurer told Wren. The licence of 2017", 1), day(2025, 3, 3))
	after := match(told, piece("Kite", retitled, quarryRetold, day(2025, 3, 4)))
	require.Equal(t, Rewrite, after.Relation(), "who came first may say so")
	marked := func(s string) string { return strings.ReplaceAll("“"+s+"”", "\n\n", "”\n\n“") }
	p := match(piece("Wren", title, marked(quarryReport), day(2025, 3, 3)), piece("Kite", retitled, marked(quarryRetold), day(2025, 3, 4)))
	require.Zero(t, p.Numbers, "numbers that somebody says are his")
}

func TestOneNumberIsNoRetelling(t *testing.T) {
	const sale = "“A rare occasion to buy a harbour light of about 1911 on five floors, with two kitchens, a boathouse, a lamp room that looks on the Sound of Erran and the right to land sheep on the Skerry of Dubh.”"
	first := "The harbour light of Lochan Dubh is for sale, and so is its fog. It can be had from this week for 415,000 pounds, all of its stairs included.\n\nI went on a Friday and stayed for the ferry that did not come. The owner, Wren Hallam, boiled eggs on a stove that the navy left.\n\nThe agents, Slate and Orrin, write: " + sale + "\n\nThey do not write that the sheep have rights of their own. One stood on the landing throughout and looked at my shoes, which were new and will not be so again."
	second := "Nobody who owns a round house can hang a picture, and everybody who sees one wants it. Five floors of them have come up in the harbour of Lochan Dubh.\n\nSlate and Orrin, who have the harbour light for sale, call it " + sale + "\n\nWe liked the lamp room best, where somebody has grown tomatoes, and the door of the boathouse, which is half of a boat. In winter one would want more than a stove.\n\nThe price of 415,000 pounds buys half of a garage in the capital, without sheep. There is no post on days with an east wind, of which the harbour master counts a great many in every year."
	piece := func(outlet, title, text string, published article.Time) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: published})
	}
	p := match(piece("Wren", "The light of Lochan Dubh, with fog", first, day(2025, 3, 3)), piece("Kite", "Five round floors in the harbour of Lochan Dubh", second, day(2025, 3, 4)))
	require.Zero(t, p.Retelling)
	require.False(t, p.Silent())
	require.Equal(t, 1, p.Numbers)
}

// relation returns that of a and b.
func relation(a, b *Side) Relation {
	p := match(a, b)
	return p.Relation()
}

func TestLivesAreToldByAll(t *testing.T) {
	life := []string{
		"Wren Hallam, who has died aged 91, was born in Lochan Dubh in 1934, the third child of a stonecutter, and taught the piano to half of the town.",
		"A scholarship took her to the conservatory of Erran in 1951, where she practised in the boiler room since there alone it was warm.",
		"She played for the queen in 1957, on a piano of which four keys were stuck, and for the quarrymen of Ben Hallin in 1962.",
		"In 1971 she married the harbour pilot Orrin Slate, and in 1980 she left him for the organ of St Brendan's.",
		"She played it until 2019, when the bishop had it taken down, and then gave 61 concerts in the supermarket.",
	}
	other := []string{
		"The pianist Wren Hallam has died aged 91. Half the town had its scales from her. Her father was a stonecutter in Lochan Dubh; she came in 1934, third of his children.",
		"It was in a boiler room, the warm one, that the conservatory of Erran heard her practise from 1951, on a scholarship.",
		"The queen got four dead keys in 1957. Ben Hallin's quarrymen got a better piano, and more Chopin, in 1962.",
		"Orrin Slate, who piloted ships into the harbour, was her husband from 1971; St Brendan's, or rather its organ, had her from 1980.",
		"That lasted until 2019 and a bishop. There followed, to everybody's surprise, 61 concerts among the supermarket's vegetables.",
	}
	piece := func(outlet, title, text string, d int) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: day(2025, 3, d)})
	}
	a, b := strings.Join(life, " "), strings.Join(other, " ")
	require.Equal(t, None, relation(piece("Gull", "Wren Hallam", a, 3), piece("Kite", "Wren Hallam, who taught a town", b, 4)), "everybody tells a life in the order of its years")
	fell := func(s string) string {
		return strings.NewReplacer("who has died aged 91", "a woman of 91", "has died aged 91", "is 91").Replace(s)
	}
	require.Equal(t, Rewrite, relation(piece("Gull", "Wren Hallam", fell(a), 3), piece("Kite", "Wren Hallam, who taught a town", fell(b), 4)), "the same of the living")
}

func TestWhoQuotesAStatementHasItFromTheRelease(t *testing.T) {
	const words = "“This harbour will be deep enough for every ship that anybody in Lochan Dubh has ever dreamt of,”"
	const release = "Lochan Dubh Harbour will dredge 400,000 tonnes of sand from its northern basin between May and October, for which it pays 3.2 million pounds. " + words + " said the harbour master Una Slate."
	report := func(by string) *Side {
		return side(article.Article{ID: "k", Outlet: "Kite", Title: "Sand to go from Lochan Dubh harbour", Text: "The northern basin of Lochan Dubh Harbour is to lose 400,000 tonnes of sand this summer. The work costs 3.2 million pounds. " + words + " " + by, Published: day(2025, 3, 4)})
	}
	page := func(outlet string) *Side {
		return side(article.Article{ID: "r", Outlet: outlet, Title: "Lochan Dubh harbour to be dredged", Text: release, Published: day(2025, 3, 4)})
	}
	const inStatement, atQuay = "Una Slate said in a statement.", "Una Slate told Kite on the quay."
	require.Equal(t, "Lochan Dubh Council", match(page("Lochan Dubh Council"), report(inStatement)).OwedB)
	require.Empty(t, match(page("Lochan Dubh Council"), report(atQuay)).OwedB, "who was told it himself")
	require.Empty(t, match(page("Lochan Dubh Courier"), report(inStatement)).OwedB, "a paper issues no statement")
}

func TestRetellingWeightsAreRead(t *testing.T) {
	b, err := os.ReadFile("data/retelling.tsv")
	require.NoError(t, err)
	m, err := logit.Read(string(b), RetellingNames())
	require.NoError(t, err)
	require.Positive(t, m.Weights[retellingFigures])
	require.Negative(t, m.Weights[retellingLength])
}

// What an agency tells again of a paper's report, naming the paper, is not the agency's for
// the paper, though a piece that resembles the paper's has it from the agency.
func TestWhoIsNamedHasItFromNobody(t *testing.T) {
	out := Resolve([]Member{
		piece(0, "Wren", minute(3, 9, 0)),
		kind(outlet.Agency, piece(1, "Press Association", minute(3, 10, 0), says("Wren"))),
		piece(2, "Kite", minute(3, 11, 0), says("Press Association")),
		piece(3, "Gull", minute(3, 12, 0)),
	}, []Link{
		creditLink(0, 1, "Wren", 0.8), creditLink(1, 2, "Press Association", 0.8),
		silentLink(0, 2, 0.7), silentLink(2, 3, 0.7),
	})
	require.Equal(t, Origin, out.Standings[0].Role, out.Standings[0].Why)
	require.Equal(t, "Wren", out.Standings[1].Upstream())
	require.Equal(t, Role(Rewrite), out.Standings[3].Role, "who is named by nobody may have it from there")
}

// Of two pieces of which one retells the other, who names the other's outlet has it from there,
// though it is an agency and does not say that the news is the other's.
func TestWhoNamesTheOtherRetells(t *testing.T) {
	out := Resolve([]Member{
		piece(0, "Wren", minute(3, 9, 0)),
		kind(outlet.Agency, piece(1, "Press Association", minute(3, 11, 0), detailFrom("Wren"))),
	}, []Link{silentLink(0, 1, 0.7)})
	require.Equal(t, Origin, out.Standings[0].Role, out.Standings[0].Why)
	require.Equal(t, 0, out.Standings[1].Source)
	require.Contains(t, out.Standings[1].Why, "it credits Wren, be it for a detail")
}

// A piece that resembles one with news from a third outlet has it from there too, but an agency
// would name it.
func TestAnAgencyNamesItsSource(t *testing.T) {
	for want, first := range map[string]Member{
		"The Carrick Mercury": piece(0, "Wren", minute(3, 12, 0)),
		"":                    kind(outlet.Agency, piece(0, "Press Association", minute(3, 12, 0))),
	} {
		out := Resolve([]Member{first, piece(1, "Kite", minute(3, 12, 30), says("The Carrick Mercury"))}, []Link{silentLink(0, 1, 0.7)})
		require.Equal(t, want, strings.Join(out.Standings[0].Chain, ""), out.Standings[0].Why)
	}
}

// Two houses to which one leak was given publish in the same minute. Who retells both, and gives one
// for the source of the news, does not make the other one's report its copy.
func TestWhoIsNamedBesideTheSourceRetellsNobody(t *testing.T) {
	out := Resolve([]Member{
		piece(0, "Wren", minute(3, 9, 0)),
		piece(1, "Kite", minute(3, 9, 0)),
		piece(2, "Gull", minute(4, 11, 0), says("Wren"), detailFrom("Kite")),
	}, []Link{creditLink(0, 2, "Wren", 0.8), silentLink(1, 2, 0.7)})
	require.Equal(t, Origin, out.Standings[0].Role, out.Standings[0].Why)
	require.Equal(t, Origin, out.Standings[1].Role, out.Standings[1].Why)
	require.Equal(t, "Wren", out.Standings[2].Upstream())
}

// Who names the house of a report for something and retells the report has it from there, even if
// the names and numbers alone would not say so.
func TestARetellingThatNamesTheHouseForSomething(t *testing.T) {
	piece := func(title, text string, published article.Time) *Side {
		return side(article.Article{ID: "Kite", Outlet: "Kite", Title: title, Text: text, Published: published})
	}
	const retitled = "Twice the stone: Orrin Slate's Ben Hallin quarry broke its licence"
	report := side(article.Article{ID: "r", Outlet: "The Guardian", Title: "Orrin Slate took twice what it may from Ben Hallin", Text: quarryReport, Published: day(2025, 3, 3)})
	some, _, _ := strings.Cut(quarryRetold, "\n\nNobody")
	loose := some + `

In the village they have got used to the dust, as they have to the noise before six and to the cracks in the walls of the chapel. Some sell eggs to the drivers. The council meets again next week, and one of its members wants to talk of nothing else, the Marlow Gazette reported.

It lies on the window sills, on the beans and on the washing. Photographs of it were published by The Guardian in 2023.`
	for _, c := range []struct {
		name string
		b    *Side
		want string
	}{
		{"named for what a neighbour said", piece(retitled, loose, day(2025, 3, 4)), "The Guardian"},
		{"days before the report", piece(retitled, loose, day(2025, 2, 28)), ""},
		{"of what was said at a news conference", piece(retitled, strings.Replace(loose, "A quarry firm took", "A quarry firm, a news conference was told on Tuesday, took", 1), day(2025, 3, 4)), ""},
		{"another house is named", piece(retitled, strings.Replace(loose, "The Guardian", "The Telegraph", 1), day(2025, 3, 4)), ""},
		{"a report of one's own", piece("Council sends inspectors to Ben Hallin quarry", quarryVote+"\n\nThe weighbridge records were first reported by The Guardian.", day(2025, 3, 5)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := match(c.b, report)
			require.Equal(t, c.want, p.OwedA, "retelling %.2f, event %.2f, chances %v", p.retelling(max(len(c.b.Prose.Words), len(report.Prose.Words))), p.Story, c.b.chances)
			require.Equal(t, c.want, match(report, c.b).OwedB)
			if c.want != "" {
				list := []Member{{Number: 0, Rep: 0, Digest: report.Digest}, {Number: 1, Rep: 1, Digest: c.b.Digest}}
				links := []Link{{A: 0, B: 1, Pair: match(report, c.b), Relation: Rewrite}}
				s := Resolve(list, links).Standings[1]
				require.Equal(t, Role(Rewrite), s.Role)
				require.Equal(t, 0, s.Source)
				require.True(t, s.Credited)
				require.Equal(t, Possible, s.Confidence)
				require.Contains(t, s.Why, "and retells its piece")
			}
		})
	}
}

// Two that name one house, of which no piece is in hand, and tell the same have it from there.
func TestTwoRetellingsThatNameOneHouse(t *testing.T) {
	const named = "\n\nThe weighbridge records were first reported by The Guardian."
	piece := func(outlet, title, text string, published article.Time) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: published})
	}
	wren := piece("Wren", "Orrin Slate took twice what it may from Ben Hallin", strings.Replace(quarryReport, "\n\nThe records,", named+"\n\nThe records,", 1), day(2025, 3, 3))
	require.Greater(t, wren.chances[0], float32(toldAgainFrom))
	for _, c := range []struct {
		name string
		b    *Side
		want string
	}{
		{"the same house", piece("Kite", "Twice the stone: Orrin Slate's quarry broke its licence", quarryRetold+named, day(2025, 3, 4)), "The Guardian"},
		{"another house", piece("Kite", "Twice the stone: Orrin Slate's quarry broke its licence", quarryRetold+strings.Replace(named, "The Guardian", "The Telegraph", 1), day(2025, 3, 4)), ""},
		{"a report of one's own that names it", piece("Kite", "Council sends inspectors to Ben Hallin quarry", quarryVote+named, day(2025, 3, 5)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := match(wren, c.b)
			require.Equal(t, c.want, p.Common, "retelling %.2f, event %.2f, chances %v %v", p.retelling(max(len(c.b.Prose.Words), len(wren.Prose.Words))), p.Story, wren.chances, c.b.chances)
			if c.want == "" {
				return
			}
			out := Resolve([]Member{{Number: 0, Rep: 0, Digest: wren.Digest}, {Number: 1, Rep: 1, Digest: c.b.Digest}}, []Link{{A: 0, B: 1, Pair: p, Relation: Rewrite}})
			for _, s := range out.Standings {
				require.Equal(t, Role(Rewrite), s.Role)
				require.Equal(t, []string{"The Guardian"}, s.Chain)
				require.True(t, s.Credited)
			}
			require.Equal(t, Possible, out.Standings[1].Confidence)
		})
	}
}

// Who names a house for one thing, and has little else in common with its report, has told what is from there.
func TestWhoOwesLittle(t *testing.T) {
	piece := func(chance float32, published article.Time) *Side {
		a := side(article.Article{ID: "a", Outlet: "Kite", Text: quarryVote, Published: published})
		a.claimed, a.chances = []string{"The Guardian"}, []float32{chance}
		return a
	}
	report := side(article.Article{ID: "r", Outlet: "The Guardian", Text: quarryReport, Published: day(2025, 3, 3)})
	few, many := &Signs{Likeness: Likeness{Shared: toldAgainNames - 1}}, &Signs{Likeness: Likeness{Shared: toldAgainNames}}
	require.True(t, few.owesLittle(piece(0.02, day(2025, 3, 4)), report))
	require.False(t, many.owesLittle(piece(0.02, day(2025, 3, 4)), report), "much in common")
	require.False(t, few.owesLittle(piece(0.2, day(2025, 3, 4)), report), "its main news may be from there")
	require.False(t, few.owesLittle(piece(0.02, day(2025, 2, 27)), report), "it came first")
	require.False(t, few.owesLittle(report, piece(0.02, day(2025, 3, 4))), "the other names it")
}

// Of two of which one retells the other, both have it from the house that both name, for whatever they name it.
func TestRetellingThatNamesTheSourceOfItsSource(t *testing.T) {
	piece := func(outlet, title, text, names string, published article.Time) *Side {
		a := side(article.Article{ID: outlet, Outlet: outlet, Title: title, Text: text, Published: published})
		a.claimed, a.chances = []string{names}, []float32{0.01}
		return a
	}
	report := piece("Wren", "Orrin Slate took twice what it may from Ben Hallin", quarryReport, "The Guardian", day(2025, 3, 3))
	for _, c := range []struct {
		name, outlet, text, names, want string
	}{
		{"the same house", "Kite", quarryRetold, "The Guardian", "The Guardian"},
		{"another house", "Kite", quarryRetold, "The Telegraph", ""},
		{"a report of its own that names it", "Kite", quarryVote, "The Guardian", ""},
		{"the house itself", "The Guardian", quarryRetold, "The Guardian", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := match(report, piece(c.outlet, "Twice the stone: Orrin Slate's quarry broke its licence", c.text, c.names, day(2025, 3, 4)))
			require.Equal(t, c.want, p.Common)
		})
	}
}

// What two reports of one event may well have in common is no retelling of one that credits nobody.
func TestWhatReportsOfOneEventHaveInCommon(t *testing.T) {
	signs := func(numbers, shared, words int, probability float64) *Signs {
		return &Signs{Likeness: Likeness{Numbers: numbers, Shared: shared}, Least: words, Retelling: probability}
	}
	for _, c := range []struct {
		name string
		s    *Signs
		want bool
	}{
		{"a retelling", signs(6, 12, 300, 0.95), false},
		{"a single number", signs(1, 12, 300, 0.95), true},
		{"few names", signs(5, 7, 300, 0.95), true},
		{"short, with a few numbers", signs(5, 12, 150, 0.95), true},
		{"short, with many", signs(8, 12, 150, 0.95), false},
		{"hardly alike", signs(6, 12, 300, 0.85), true},
		{"hardly alike but for very many names", signs(6, 20, 300, 0.85), false},
	} {
		require.Equal(t, c.want, c.s.usual(), c.name)
	}
}

// Passages in the same order are no sign where all were told them, or the later piece's own house was.
func TestTheOrderOfWhatAllWereTold(t *testing.T) {
	piece := func(outlet, text string, d int) *Side {
		return side(article.Article{ID: outlet, Outlet: outlet, Title: "The Tolsta lies on the Skerry of Dubh", Text: text, Published: day(2025, 3, d)})
	}
	report := "The ferry Tolsta ran onto the Skerry of Dubh on Monday night with 143 passengers and 9 horses aboard.\n\nHer captain, Orrin Slate, took the lamp of the Hallam brothers for the light of Lochan Dubh and turned a mile too early. The lifeboat of Erran brought the passengers ashore in four journeys, the horses swam behind it.\n\nThe Tolsta was built at Marrow in 1971 and has been sold twice since, the last time for the price of her engines."
	retold := "On the Skerry of Dubh lies since Monday night the Tolsta, a ferry, which had 143 passengers and 9 horses aboard.\n\nA mile too early Orrin Slate, the captain, turned: he took the Hallam brothers' lamp for Lochan Dubh's light. Four journeys it took the lifeboat of Erran to bring ashore the passengers; behind it the horses swam.\n\nBuilt in 1971 at Marrow, the Tolsta was sold twice since then, for her engines' price the last time."
	first := piece("Wren", report, 3)
	plain := match(first, piece("Kite", retold, 4))
	require.NotZero(t, plain.Ordered)
	for _, own := range []string{
		"The harbour master said so at a news conference on Tuesday, to which all of the town came.\n\n",
		"“I saw the lamp and thought of home,” the captain told Kite on the pier on Tuesday morning.\n\n",
	} {
		require.Zero(t, match(first, piece("Kite", own+retold, 4)).Ordered, own)
	}
}
