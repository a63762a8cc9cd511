package claim

import (
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/article/date"
	"wiretrace/article/layout"
	"wiretrace/credit"
	"wiretrace/internal/logit"
	"wiretrace/lang"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

var reader = sync.OnceValue(func() *credit.Reader { return credit.NewReader(outlet.Default()) })

// from reads the claims of an article of The Pier Post as digests do.
func from(title, text string) []Claim { return fromSaid(title, text, nil) }

func fromSaid(title, text string, said []Speech) []Claim {
	a := &article.Article{ID: "a", Title: title, Text: text, Language: "en", Outlet: "The Pier Post"}
	laid, meta := layout.Find(a)
	filled := *a
	filled.Fill(meta)
	background := shingle.Background(filled.Language)
	credits := reader().Credits(nil, &filled, &laid)
	return From(&filled, &laid, "The Pier Post", credits, background.Words(nil, text), background.Words(nil, filled.Title), said)
}

// of returns the claim of an outlet.
func of(t testing.TB, list []Claim, name string) Claim {
	t.Helper()
	k := slices.IndexFunc(list, func(c Claim) bool { return c.Outlet == name })
	require.GreaterOrEqual(t, k, 0, "no claim of %s: %v", name, list)
	return list[k]
}

// filler are sentences of news that name no source, of a dozen words and more.
var filler = []string{
	"The ferry Tolsta lies on a sandbank off Carrick Ness with a wedding cake on board.",
	"The tide is expected to lift it in the afternoon, when the wind will have turned.",
	"Passengers played cards in the saloon, and three horses were fed on the car deck.",
	"A navigation buoy has been adrift in the sound since a storm late in the summer.",
	"Nobody on the island remembers a ferry that ran aground on the same bank before.",
	"The harbour was built for herring boats and has been too narrow ever since then.",
	"Two lifeboats circled the ship for an hour and went home again for want of fuel.",
	"The bar stayed open all day, and the purser gave out biscuits to whoever asked.",
}

// A line that thanks for what was seen elsewhere makes nobody the source of what the prose credits to another.
func TestHatTip(t *testing.T) {
	lead := "The ferry Tolsta ran aground on Friday with a wedding cake on board, a purser told the Associated Press."
	const tip = "h/t The Hill"
	list := from("Ferry aground with cake", paragraphs(lead, strings.Join(filler, " "), tip))
	require.Equal(t, Contributed, of(t, list, "The Hill").Text)
	ap := of(t, list, "Associated Press")
	require.Greater(t, ap.Signs.Probability(), tippedFrom)
	list = from("Ferry aground with cake", paragraphs(filler[0], strings.Join(filler[1:], " "), tip))
	require.Equal(t, Included, of(t, list, "The Hill").Text)
}

// So does a line that only says where it was seen, though it looks like who wrote the text.
func TestSeenVia(t *testing.T) {
	text := paragraphs(filler[0], strings.Join(filler[1:], " "))
	require.Equal(t, Included, of(t, from("Ferry aground with cake", paragraphs(text, "(via The Hill)")), "The Hill").Text)
}

func paragraphs(list ...string) string { return strings.Join(list, "\n\n") }

// pieces are short articles and what is to be thought of one outlet that they name.
var pieces = []struct {
	name, title, text string
	outlet            string
	part              Text
	least, most       float64 // of the probability
}{
	{
		name: "reported by it, in title and lead", title: "Ferry company knew of drifting buoy for months: report",
		text: paragraphs(
			"The ferry company knew for months of the drifting buoy on which the Tolsta ran aground, The Guardian reported on Monday.",
			"The Guardian, citing letters that it had obtained, reported that a skipper had warned the company in August.", filler[1], filler[2]),
		outlet: "The Guardian", least: 0.75, most: 1,
	},
	{
		name: "told to it, by whom the title names", title: "Haldane says the buoy was never his business",
		text: paragraphs(
			"Captain Morven Haldane told The Guardian on Monday that the buoy on which his ferry ran aground was never his business.",
			"“I steer ships,” he told the newspaper. “Others mind the buoys, and they say that they mind them well.”", filler[1], filler[2]),
		outlet: "The Guardian", least: 0.5, most: 1,
	},
	{
		name: "in paragraph nine, for a detail", title: "Ferry lies on a sandbank with a wedding cake",
		text: paragraphs(
			"A ferry ran aground off Carrick Ness on Monday, the harbour office said in a statement.", filler[1], filler[2], filler[3],
			filler[4], filler[5], filler[6], filler[7],
			"The cake weighs forty pounds, according to The Guardian."),
		outlet: "The Guardian", least: 0, most: 0.15,
	},
	{
		name: "a reaction to what it reported", title: "Ferry company denies report on drifting buoy",
		text: paragraphs(
			"The ferry company denied on Monday that it had known of a drifting buoy, and said in a statement that its skippers read all letters.",
			"“We read every letter twice,” a spokesman told reporters at a news conference in Port Erran on Monday afternoon.", filler[1], filler[2],
			"The Guardian had reported on Sunday that a skipper wrote to the company in August."),
		outlet: "The Guardian", least: 0, most: 0.4,
	},
	{
		name: "an answer to what it reported", title: "Ferry company calls tale of drifting buoy a fish story",
		text: paragraphs(
			"The ferry company on Monday dismissed a Guardian report that it had known of a drifting buoy.",
			"“We read every letter twice,” a spokesman said on Monday afternoon.", filler[1], filler[2]),
		outlet: "The Guardian", least: 0, most: 0.4,
	},
	{
		name: "its byline", title: "Ferry lies on a sandbank",
		text:   paragraphs("By Jane Roe, Associated Press", filler[0], filler[1], filler[2]),
		outlet: "Associated Press", part: Whole, most: 1,
	},
	{
		name: "its byline beside another's", title: "Ferry lies on a sandbank",
		text:   paragraphs("By Jane Roe, Associated Press, and Piet Ost, The Guardian", filler[0], filler[1], filler[2]),
		outlet: "Associated Press", part: Included, most: 1,
	},
	{
		name: "its dateline", title: "Ferry lies on a sandbank",
		text:   paragraphs("CARRICK NESS, Scotland (AP) — "+filler[0], filler[1], filler[2]),
		outlet: "Associated Press", part: Whole, most: 1,
	},
	{
		name: "its reporter contributed, as others did", title: "Ferry lies on a sandbank",
		text:   paragraphs(filler[0], filler[1], filler[2], "Contributing: Jane Roe and Ailsa Crombie, The Pier Post; Piet Ost, The Guardian"),
		outlet: "The Guardian", part: Contributed, most: 0.4,
	},
	{
		name: "it contributed", title: "Ferry lies on a sandbank",
		text:   paragraphs(filler[0], filler[1], filler[2], "The Associated Press contributed to this report."),
		outlet: "Associated Press", part: Contributed, most: 0.4,
	},
	{
		name: "it contributed, behind the copyright of the house", title: "Ferry lies on a sandbank",
		text: paragraphs(filler[0], filler[1], filler[2],
			"(© Copyright 2014 Pier Broadcasting Inc. All Rights Reserved. This material may not be published, broadcast, rewritten, or redistributed. The Associated Press contributed to this report.)"),
		outlet: "Associated Press", part: Contributed, most: 0.4,
	},
	{
		name: "its own copyright, behind that of the house", title: "Ferry lies on a sandbank",
		text: paragraphs(filler[0], filler[1], filler[2],
			"© 2014 Pier Broadcasting Inc. All Rights Reserved. Copyright 2014 The Associated Press. This material may not be published."),
		outlet: "Associated Press", part: Whole, most: 0.4,
	},
	{
		name: "signed at the end as an agency signs", title: "Ferry lies on a sandbank",
		text:   paragraphs(filler[0], filler[1], filler[2], "(Reporting by Jane Roe; Editing by Piet Ost)"),
		outlet: "Reuters", part: Whole, most: 0.4,
	},
}

func TestFromShortArticles(t *testing.T) {
	for _, test := range pieces {
		t.Run(test.name, func(t *testing.T) {
			c := of(t, from(test.title, test.text), test.outlet)
			require.Equal(t, test.part, c.Text)
			p := c.Signs.Probability()
			require.GreaterOrEqual(t, p, test.least, "%v", c.Signs)
			require.LessOrEqual(t, p, test.most, "%v", c.Signs)
		})
	}
}

// An agency that a page lists beside a reporter may have written all of it or a line.
func TestAnAgencyAmongAuthors(t *testing.T) {
	for authors, want := range map[int]Text{0: Whole, 2: Included} {
		a := &article.Article{Text: filler[0], Language: "en", Byline: "Ada Lorne, Associated Press", Authors: authors}
		laid, _ := layout.Find(a)
		c := of(t, From(a, &laid, "The Pier Post", reader().Byline(nil, a), nil, nil, nil), "Associated Press")
		require.Equal(t, want, c.Text)
	}
}

// What the article's own outlet did with another is from nobody else.
func TestAPollOfTheHouseWithAnother(t *testing.T) {
	for text, want := range map[string]int{
		"A nationwide Pier Post/Reuters poll shows that ferries please. " + filler[0]:    0,
		"A nationwide Reuters poll shows that ferries please. " + filler[0]:              1,
		"A nationwide Hippier Post/Reuters poll shows that ferries please. " + filler[0]: 1,
		"A nationwide Reuters/Pier Posting poll shows that ferries please. " + filler[0]: 1,
	} {
		require.Len(t, from("Ferries please", text), want, text)
	}
}

// An outlet that contributed, and that told the news, is quoted for what it told.
func TestTheNewsIsByTheWordsThatTellIt(t *testing.T) {
	text := paragraphs("The captain told The Guardian that the buoy was never his business.", filler[0], filler[1], filler[2], "The Guardian contributed to this report.")
	a := &article.Article{Text: text, Language: "en", Outlet: "The Pier Post"}
	laid, _ := layout.Find(a)
	credits := reader().Credits(nil, a, &laid)
	c := of(t, From(a, &laid, "The Pier Post", credits, nil, nil, nil), "The Guardian")
	require.Equal(t, Contributed, c.Text)
	require.Equal(t, "told", credits[c.Credit].Cue)
}

// What somebody wrote with an agency is not all the agency's.
func TestTextOfAByline(t *testing.T) {
	for line, want := range map[string]Text{
		"By Ada Lorne and AP":                                Included,
		"By Ada Lorne and the Associated Press":              Included,
		"By ADA LORNE and BEN OKORO, Associated Press":       Whole,
		"ADA LORNE and BEN OKORO Associated Press":           Whole,
		"By Ada Lorne, Associated Press":                     Whole,
		"Ada Lorne and AP":                                   Included,
		"By AP":                                              Whole,
		"With AP":                                            Whole,
		"By the Associated Press":                            Whole,
		"Ada Lorne of the Tattie Times and Associated Press": Included,
	} {
		require.Equal(t, want, vocabularyOf("en").textOfByline(line, "Associated Press"), line)
	}
	require.Equal(t, Included, vocabularyOf("de").textOfByline("Von Silke Oberdieck und dpa", "Deutsche Presse-Agentur"))
	require.Equal(t, Included, vocabularyOf("fr").textOfByline("Par Ada Lorne avec AFP", "Agence France-Presse"))
	require.Equal(t, Included, vocabularyOf("fr").textOf("La Gazette des Ponts avec AFP"))
	require.Equal(t, Contributed, vocabularyOf("fr").textOf("Avec la collaboration de l'AFP"))
}

// A label at the foot says of a text that somebody of the house signs that an agency had a part.
func TestABylineOfTwoHouses(t *testing.T) {
	for _, c := range []struct {
		line string
		want Text
	}{
		{"by Ann Dole, The Pier Post, and Piet Ost, Miami Herald", Contributed},
		{"by Ann Dole, Miami Herald, and Piet Ost, The Pier Post", Contributed},
		{"by Ann Dole and Piet Ost, Miami Herald", Whole},
		{"by Ann Dole, Miami Herald", Whole},
	} {
		got := of(t, from("Ferry runs aground off Carrick Ness", c.line+"\n\n"+paragraphs(filler...)), "Miami Herald")
		require.Equal(t, c.want, got.Text, c.line)
	}
}

func TestASourceBelowAByline(t *testing.T) {
	for byline, want := range map[string]Text{"Ada Lorne": Included, "": Whole, "Reuters": Whole} {
		a := &article.Article{Text: paragraphs(append(slices.Clone(filler), "Source: Reuters")...), Language: "en", Byline: byline}
		laid, _ := layout.Find(a)
		c := of(t, From(a, &laid, "The Pier Post", reader().Credits(nil, a, &laid), nil, nil, nil), "Reuters")
		require.Equal(t, want, c.Text, byline)
	}
}

// A dateline that names the house beside an agency says that the agency had a part.
func TestADatelineOfTwo(t *testing.T) {
	for line, want := range map[string]Text{"LEITH (PIERTV/AP) — ": Included, "LEITH (AP) — ": Whole, "LEITH (dpa/AP) — ": Whole} {
		c := of(t, from("Ferries please", line+paragraphs(filler...)), "Associated Press")
		require.Equal(t, want, c.Text, line)
	}
}

// The address, the title and a line at the head call a piece an opinion piece; then a credit in its lead is more often a passing one.
func TestOpinionPieces(t *testing.T) {
	const lead = "The Guardian reported last week that a skipper had warned the ferry company of the buoy."
	read := func(title, url, text string) float64 {
		a := &article.Article{ID: "a", Title: title, Text: text, URL: url, Language: "en", Outlet: "The Pier Post"}
		laid, _ := layout.Find(a)
		c := of(t, From(a, &laid, "The Pier Post", reader().Credits(nil, a, &laid), nil, nil, nil), "The Guardian")
		return c.Signs[Opinion]
	}
	text := paragraphs(lead, filler[1], filler[2], filler[3])
	for _, test := range []struct {
		name, title, url, text string
		want                   float64
	}{
		{"news", "Buoys of Carrick", "https://pier.example/news/buoys-of-carrick", text, 0},
		{"an address with the word in it", "Buoys of Carrick", "https://pier.example/opinion-on-buoys/1.html", text, 0},
		{"news whose file is called so", "Buoys of Carrick", "https://pier.example/news/opinion", text, 0},
		{"its section", "Buoys of Carrick", "https://pier.example/opinion/2014/buoys-of-carrick", text, 1},
		{"a section in capitals", "Buoys of Carrick", "pier.example/Commentary/buoys", text, 1},
		{"its title", "OPINION: Buoys of Carrick", "", text, 1},
		{"a word of its title", "An opinion on the buoys of Carrick", "", text, 0},
		{"a line at its head", "Buoys of Carrick", "", "ANALYSIS/OPINION:\n\n" + text, 1},
		{"its title at its head", "Poll on opinion", "", "Poll on opinion\n\n" + text, 0},
		{"what its writer is", "Buoys of Carrick", "", "Jane Roe\n\nOpinion columnist\n\n" + text, 1},
	} {
		t.Run(test.name, func(t *testing.T) { require.InDelta(t, test.want, read(test.title, test.url, test.text), 0) })
	}
}

func TestAnOutletThatHasItForItself(t *testing.T) {
	obtained := of(t, from("Ferry company knew of buoy", paragraphs("The ferry company knew of the buoy, according to letters obtained by The Guardian.", filler[1], filler[2])), "The Guardian")
	plain := of(t, from("Ferry company knew of buoy", paragraphs("The ferry company knew of the buoy, according to The Guardian.", filler[1], filler[2])), "The Guardian")
	require.InDelta(t, 1, obtained.Signs[Scoop], 0)
	require.InDelta(t, 0, plain.Signs[Scoop], 0)
	require.Greater(t, obtained.Signs.Probability(), plain.Signs.Probability())
}

func TestWhoMakesNoClaim(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"nobody is credited", paragraphs(filler...)},
		{"the article's own outlet", paragraphs("The ferry lies on a sandbank, the captain told The Pier Post on Monday.", filler[1])},
		{"a platform", paragraphs("The ferry lies on a sandbank, the captain wrote on Twitter on Monday.", filler[1])},
	} {
		t.Run(test.name, func(t *testing.T) { require.Empty(t, from("Ferry lies on a sandbank", test.text)) })
	}
}

func TestWhatACreditLineSaysOfTheText(t *testing.T) {
	for line, want := range map[string]Text{
		"Copyright 2014 The Associated Press. All rights reserved.": Whole,
		"This article first appeared in The Guardian.":              Whole,
		"Information from The Associated Press was used.":           Included,
		"Material from The Associated Press was used.":              Contributed,
		"The Associated Press contributed to this report. © 2014":   Contributed,
	} {
		require.Equal(t, want, vocabularyOf("en").textOf(line), line)
	}
}

func TestAnEditionIsOfItsHouse(t *testing.T) {
	byline := func(name string) *credit.Credit {
		return &credit.Credit{Outlet: name, Kind: outlet.Publisher, Cue: credit.CueByline}
	}
	require.False(t, names(byline("HuffPost"), "El HuffPost"))
	require.False(t, names(byline("CNN"), "CNN Brasil"))
	require.True(t, names(byline("Puls"), "Pulsar"), "part of a word")
	require.True(t, names(byline("The Times"), "The Irish Times"), "any paper is called so")
	require.True(t, names(byline("CNN"), "El HuffPost"))
	require.True(t, names(&credit.Credit{Outlet: "CNN", Kind: outlet.Publisher, Cue: "told"}, "CNN Brasil"), "in its words it may be the other")
}

func TestAClaimKnowsThroughWhom(t *testing.T) {
	direct := from("Buoy was adrift for months", paragraphs("The Washington Post reported that the buoy was adrift for months.", filler[1],
		"According to The Telegraph, which cites a report from The Washington Post, the skipper was warned."))
	require.Empty(t, of(t, direct, "The Washington Post").Via, "credited by itself first")
	list := from("Buoy was adrift for months", paragraphs(
		"According to The Telegraph, which cites a report from The Washington Post, the buoy was adrift for months.", filler[1], filler[2]))
	require.Equal(t, "The Telegraph", of(t, list, "The Washington Post").Via)
	require.Empty(t, of(t, list, "The Telegraph").Via)
}

// What each sign is told from. Each text differs in what the sign is about.
func TestSigns(t *testing.T) {
	const reported = "The Guardian reported that a skipper had written letters about the drifting buoy in August."
	const told = "A skipper told The Guardian that he had written letters about the drifting buoy in August."
	const statement = "The harbour office said in a statement that the ferry had run aground in fog."
	for _, test := range []struct {
		sign        Sign
		name, title string
		text        string
		want        float64
	}{
		{TitleFrom, "all of the title", "Skipper letters on drifting buoy", paragraphs(reported, filler[1]), 1},
		{TitleFrom, "nothing of it", "Ferry on sandbank", paragraphs(reported, filler[0]), 0},
		{TitleFrom, "a title that plays, for which the first sentence stands", "Cake arrives whole", paragraphs(reported, filler[1]), 1},
		{TitleFrom, "what comes before the first source is from it", "Ferry on sandbank", paragraphs(filler[0], reported), 1},
		{TitleFrom, "what others say is not", "Ferry in fog", paragraphs(filler[1], reported, statement), 0},
		{TitleFrom, "all was found there", "What a day", paragraphs("I saw this on The Guardian today.", filler[1]), 1},
		{TitleFrom, "all of it is from there, says a later paragraph", "What a day", paragraphs(filler[0], filler[1], filler[2], "All this is from The Guardian, so blame them."), 1},
		{After, "what somebody called a report", "", paragraphs("The skipper called a report to that effect in The Guardian a fiction.", filler[1]), 1},
		{After, "what a report calls a place", "", paragraphs("The talks described in a report in The Guardian went on.", filler[1]), 0},
		{After, "what had been said before a denial", "Skipper denies that the buoy drifted", paragraphs(filler[0], "The Guardian had said that the buoy drifted for a week.", filler[1]), 1},
		{After, "what had been said before other news", "Ferry on sandbank", paragraphs(filler[0], "The Guardian had said that the buoy drifted for a week.", filler[1]), 0},
		{After, "what is said of a denial", "Skipper denies that the buoy drifted", paragraphs("The skipper denies that the buoy drifted, The Guardian reported.", filler[1]), 0},
		{TitlePublic, "of what the public says", "Ferry in fog", paragraphs(filler[1], reported, statement), 1},
		{TitlePublic, "of nothing", "Ferry in fog", paragraphs(filler[1], reported), 0},
		{Most, "the only one", "", paragraphs(reported, filler[1]), 1},
		{Most, "as often as another", "", paragraphs(reported, "Reuters reported that the cake was whole."), 0},
		{Most, "less often", "", paragraphs(reported, "Reuters reported that the cake was whole.", "Reuters reported that the horses were fed."), 0},
		{Block, "a colon", "", paragraphs(filler[0], "A skipper had warned the company of the drifting buoy in August, The Guardian reported on Monday:", filler[1]), 1},
		{Block, "a colon behind an interview", "", paragraphs(filler[0], "The retired captain made the claim in an interview with The Guardian:", filler[1]), 1},
		{Block, "none", "", paragraphs(filler[0], "A skipper had warned the company of the drifting buoy in August, The Guardian reported on Monday.", filler[1]), 0},
		{PublicLead, "a statement first", "", paragraphs(statement, filler[0], reported), 1},
		{PublicLead, "a statement third", "", paragraphs(filler[0], filler[1], statement, reported), 0},
		{Late, "first", "", paragraphs(reported, filler[0]), 0},
		{Late, "sixth of many", "", paragraphs(filler[0], filler[1], filler[2], filler[3], filler[4], filler[5], reported), 0.5},
		{Rivals, "none", "", paragraphs(reported, filler[0]), 0},
		{Rivals, "one", "", paragraphs(reported, "Reuters reported that the cake was whole."), 1. / 3},
		{Rivals, "below the lead", "", paragraphs(reported, filler[0], filler[1], filler[2], filler[3], filler[4], "Reuters reported that the cake was whole."), 0},
		{Named, "by its last word", "Company will sue Guardian over buoy", paragraphs(filler[0], reported), 1},
		{Named, "not at all", "Company knew of buoy", paragraphs(filler[0], reported), 0},
		{After, "what came after the report", "", paragraphs("The company sold its ships after The Guardian reported that a skipper had written letters.", filler[0]), 1},
		{After, "in a clause before", "", paragraphs("After the storm, The Guardian reported that a skipper had written letters.", filler[0]), 0},
		{Old, "older reporting", "", paragraphs(filler[0], "The Guardian reported last year that a skipper had written letters."), 1},
		{Old, "news", "", paragraphs(filler[0], reported), 0},
		{Breaks, "the first to report", "", paragraphs(filler[0], "The letters were first reported by The Guardian."), 1},
		{Breaks, "one that reports", "", paragraphs(filler[0], reported), 0},
		{Reported, "reportedly", "", paragraphs("A skipper reportedly wrote letters about the drifting buoy in August.", reported), 1},
		{Reported, "further down", "", paragraphs(filler[0], reported, "A skipper reportedly wrote letters about the drifting buoy in August."), 0},
		{Speaker, "whom the title names", "Haldane says buoy was adrift", paragraphs("Captain Morven Haldane told The Guardian that the buoy was adrift.", filler[1]), 1},
		{Speaker, "whoever goes on speaking", "Haldane in Port Erran", paragraphs("Captain Morven Haldane was in Port Erran.", "He told The Guardian that the buoy was adrift."), 1},
		{Speaker, "another", "Haldane says buoy was adrift", paragraphs("Skipper Torquil Baine told The Guardian that the buoy was adrift.", filler[1]), 0},
		{Outright, "reported in the second sentence", "", paragraphs(filler[0], reported, filler[1]), 1},
		{Outright, "in the third", "", paragraphs(filler[0], filler[1], reported), 0},
		{Outright, "told in the first", "", paragraphs(told, filler[0]), 0},
		{Reaction, "a denial of what it reported", "Company denies it knew of buoy", paragraphs(filler[0], reported), 1},
		{Reaction, "a denial told to it", "Company denies it knew of buoy", paragraphs(told, reported), 0},
		{Reaction, "no reaction", "Company knew of buoy", paragraphs(filler[0], reported), 0},
		{Aftermath, "what came after something", "", paragraphs("The company sold its ships after a skipper had written letters.", reported), 1},
		{Aftermath, "further down", "", paragraphs(filler[0], "The company sold its ships after a skipper had written letters.", reported), 0},
		{Says, "what somebody says, told to it", "Skipper says he wrote letters", paragraphs(told, filler[0]), 1},
		{Says, "what somebody says, reported by it", "Skipper says he wrote letters", paragraphs(reported, filler[0]), 0},
		{Part, "a fifth and more of the sentences", "", paragraphs(reported, filler[0], filler[1], filler[2]), 1},
		{Part, "one in ten", "", paragraphs(append([]string{reported, filler[0]}, filler...)...), 0.5},
	} {
		t.Run(SignNames()[test.sign]+": "+test.name, func(t *testing.T) {
			c := of(t, from(test.title, test.text), "The Guardian")
			require.InDelta(t, test.want, c.Signs[test.sign], 1e-6)
		})
	}
}

// What was told in an earlier year is not today's news, though nobody else is credited.
func TestWhatWasToldYearsAgo(t *testing.T) {
	for _, test := range []struct {
		credit string
		holds  bool
	}{
		{"Captain Morven Haldane, who told The Guardian in 2012 that the ferry would outlive him, went aboard on Monday.", false},
		{"In a 2012 interview with The Guardian, Captain Morven Haldane said that the ferry would outlive him.", false},
		{"Captain Morven Haldane told The Guardian on Monday that the ferry would outlive him.", true},
		{"Captain Morven Haldane told The Guardian that the ferry, built in 2012, would outlive him.", true},
	} {
		a := &article.Article{Title: "Ferry will outlive captain", Text: paragraphs(test.credit, filler[1], filler[2]), Language: "en", Outlet: "The Pier Post"}
		var ok bool
		a.Published, ok = date.Parse("2019-05-03")
		require.True(t, ok)
		laid, _ := layout.Find(a)
		background := shingle.Background("en")
		claims := From(a, &laid, "The Pier Post", reader().Credits(nil, a, &laid), background.Words(nil, a.Text), background.Words(nil, a.Title), nil)
		c := of(t, claims, "The Guardian")
		require.Equal(t, test.holds, c.Signs.Probability() > 0.34, test.credit)
	}
}

// Where the news is what somebody said in an interview, it is mostly he who speaks.
func TestTeller(t *testing.T) {
	text := paragraphs(
		"Captain Morven Haldane told The Guardian on Monday that the buoy was never his business.",
		"“I steer ships,” he said. “Others mind the buoys.”", filler[0], filler[1], filler[2],
		"“A buoy is everybody's business,” said Ailsa Crombie, who owns the bar.")
	at := func(words, speaker string) Speech {
		k := strings.Index(text, words)
		return Speech{Span: article.Span{Start: k, End: k + len(words)}, Speaker: speaker}
	}
	captain := []Speech{at("I steer ships,", "Morven Haldane"), at("Others mind the buoys.", "Morven Haldane")}
	bar := at("A buoy is everybody's business,", "Ailsa Crombie")
	for _, test := range []struct {
		name string
		said []Speech
		want float64
	}{
		{"he alone", captain, 1},
		{"he, in a sentence that does not name him", []Speech{at("I steer ships,", "M. H.")}, 1},
		{"he and another", append(slices.Clone(captain), bar), 36. / 67},
		{"another alone", []Speech{bar}, 0},
		{"nobody known", []Speech{at("I steer ships,", "")}, 0},
		{"nobody", nil, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := of(t, fromSaid("Haldane on the buoy", text, test.said), "The Guardian")
			require.InDelta(t, test.want, c.Signs[Teller], 1e-6)
		})
	}
}

// Who told it may be named in the sentence before, to which the one with the credit refers back.
func TestTellerOfTheSentenceBefore(t *testing.T) {
	for _, test := range []struct {
		back string
		want float64
	}{
		{"Das hat die Ministerin dem Tagesspiegel gesagt.", 1},
		{"Die Ministerin hat dem Tagesspiegel gesagt, wie es weitergeht.", 0},
	} {
		text := paragraphs("Die Ministerin Morven Haldane will die Brücke von Corrie noch in diesem Jahr sperren. "+test.back,
			"Die Brücke ist zwölf Jahre alt und war schon einmal gesperrt.", "Der Hafen liegt gleich dahinter, und die Schiffe fahren weit.",
			"„Wir haben lange gewartet“, sagte sie.")
		k := strings.Index(text, "„Wir haben")
		a := &article.Article{Title: "Haldane will Brücke sperren", Text: text, Language: "de", Outlet: "Corrie Bote"}
		laid, _ := layout.Find(a)
		background := shingle.Background("de")
		said := []Speech{{Span: article.Span{Start: k, End: k + len("„Wir haben lange gewartet“")}, Speaker: "Morven Haldane"}}
		claims := From(a, &laid, "Corrie Bote", reader().Credits(nil, a, &laid), background.Words(nil, a.Text), background.Words(nil, a.Title), said)
		require.InDelta(t, test.want, of(t, claims, "Der Tagesspiegel").Signs[Teller], 1e-6, test.back)
	}
}

// What is quoted in the sentence before is another's where the sentence itself tells whose words the outlet has.
func TestAnotherSpeaksInTheSentenceBefore(t *testing.T) {
	text := paragraphs("A skipper of Port Erran has been charged with sinking his own boat, court papers say.",
		"'I want it gone before the season,' Ewan Brodie said on a recording.",
		"A neighbour, Morven Haldane, told The Guardian that she had heard him shout at the boat all winter.",
		"Brodie denies it.")
	span := func(words string) article.Span {
		k := strings.Index(text, words)
		return article.Span{Start: k, End: k + len(words)}
	}
	a := &article.Article{Title: "Skipper charged with sinking his own boat", Text: text, Language: "en", Outlet: "The Pier Post"}
	laid, _ := layout.Find(a)
	background := shingle.Background("en")
	quoted := Speech{Span: span("I want it gone before the season,"), Speaker: "Ewan Brodie"}
	told := Speech{Span: span("she had heard him shout at the boat all winter"), Speaker: "Morven Haldane", Indirect: true}
	for _, test := range []struct {
		said []Speech
		want float64
	}{{[]Speech{quoted, told}, 0}, {[]Speech{quoted}, 1}} {
		claims := From(a, &laid, "The Pier Post", reader().Credits(nil, a, &laid), background.Words(nil, a.Text), background.Words(nil, a.Title), test.said)
		require.InDelta(t, test.want, of(t, claims, "The Guardian").Signs[Teller], 1e-6)
	}
}

// No sign of the lead moves with what is added far below that credits nobody.
func TestTheLeadDoesNotHangOnWhatStandsFarBelow(t *testing.T) {
	inLead := []Sign{Most, Late, Rivals, TitleFrom, TitlePublic, PublicLead, Named, Speaker, Block, After, Old, Breaks, Reported, Outright, Reaction, Aftermath, Says}
	for _, test := range pieces {
		t.Run(test.name, func(t *testing.T) {
			long := paragraphs(test.text, paragraphs(filler...))
			for len(strings.Split(test.text, "\n\n")) < leadLines && len(strings.Split(long, "\n\n")) < 4*leadLines {
				long = paragraphs(long, paragraphs(filler...))
			}
			before := of(t, from(test.title, paragraphs(test.text, paragraphs(filler...))), test.outlet)
			after := of(t, from(test.title, paragraphs(long, paragraphs(filler...))), test.outlet)
			for _, s := range inLead {
				require.InDelta(t, before.Signs[s], after.Signs[s], 1e-9, s)
			}
			require.Equal(t, before.Text, after.Text)
		})
	}
}

func TestClaimsHoldForAnyText(t *testing.T) {
	parts := append(slices.Clone(filler),
		"The Guardian reported that", "told Reuters", "according to The Washington Post,", "By Jane Roe, Associated Press", "CARRICK NESS (AP) —",
		"The Associated Press contributed to this report.", "in a statement", "“", "”", "«", ":", ".", "\n\n", "\n", "\u00a0", "\xff", "\x00", "é", "李", "X", "told The Pier Post",
		"AFP:", "citing", "Reuters", "BBC", "https://www.reuters.com/x")
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, most int) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, most).Draw(t, name), rapid.SampledFrom([]string{" ", "\n\n", ""}).Draw(t, "between"))
		}
		list := from(draw("title", 3), draw("text", 30)+rapid.String().Draw(t, "more"))
		seen := map[string]bool{}
		for _, c := range list {
			require.NotEmpty(t, c.Outlet)
			require.NotEqual(t, "The Pier Post", c.Outlet)
			require.False(t, seen[c.Outlet], "%s for the second time", c.Outlet)
			seen[c.Outlet] = true
			require.GreaterOrEqual(t, c.Credit, 0)
			require.LessOrEqual(t, c.Text, Whole)
			for s, x := range c.Signs {
				require.True(t, x >= 0 && x <= 1, "%v is %v", Sign(s), x)
			}
			p := c.Signs.Probability()
			require.True(t, p > 0 && p < 1 && !math.IsNaN(p), "%v", p)
		}
	})
}

func TestUnnamed(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"people familiar with it", "The ferry will be sold, according to people familiar with the matter.", true},
		{"who spoke to the outlet itself", "The ferry will be sold, according to people familiar with the matter. “It is old,” one source told The Pier Post.", false},
		{"nobody of the kind", paragraphs(filler...), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := &article.Article{Text: test.text, Language: "en"}
			require.Equal(t, test.want, Unnamed(a, "The Pier Post"))
			a.Language = "de"
			require.False(t, Unnamed(a, "The Pier Post"), "not known of other languages")
		})
	}
}

func TestWeightsAreRead(t *testing.T) {
	b, err := os.ReadFile("data/weights.tsv")
	require.NoError(t, err)
	m, err := logit.Read(string(b), SignNames())
	require.NoError(t, err)
	require.Len(t, m.Weights, int(signs))
	for _, name := range SignNames() {
		require.NotEmpty(t, name)
	}
	require.Less(t, new(Signs).Probability(), 0.2, "nothing speaks for it")
}

func TestToldToAll(t *testing.T) {
	for _, c := range []struct {
		language, sentence string
		want               bool
	}{
		{"en", "Mayor Ada Lorne told reporters on Tuesday that the bridge will stay shut.", true},
		{"en", "At a News Conference in the town hall she gave the figures.", true},
		{"en", "The inquest heard that the bridge had been shut twice.", true},
		{"en", "Ada Lorne, 44, told a misconduct panel that she had shut the bridge.", true},
		{"en", "Opal Reeve scored in stoppage time to win the cup for Corran Town.", true},
		{"en", "The chancellor told MPs that the bridge would be paid for.", true},
		{"en", "The mayor has heard of the bridge and told her husband.", false},
		{"de", "Vor dem Landgericht Corran hat der Prozess um die Brücke begonnen.", true},
		{"fr", "Bastien Roux a marqué dans le temps additionnel.", true},
		{"en", "The mayor told a reporter of the Courier that the bridge will stay shut.", false},
		{"en", "The conference on bridges ended on Tuesday.", false},
		{"de", "Die Bürgermeisterin sagte am Dienstag vor Journalisten, die Brücke bleibe zu.", true},
		{"de", "Die Bürgermeisterin sagte dem Kurier, die Brücke bleibe zu.", false},
		{"fr", "La maire l'a annoncé lors d'une conférence de presse.", true},
		{"es", "La alcaldesa lo anunció en rueda de prensa.", true},
		{"it", "La sindaca lo ha detto ai giornalisti.", true},
		{"pt", "A prefeita disse aos jornalistas que a ponte fica fechada.", true},
		{"nl", "Dat zei de burgemeester op een persconferentie.", true},
		{"pl", "Burmistrz powiedziała o tym na konferencji prasowej.", true},
		{"pl", "Burmistrz otworzyła konferencję o mostach.", false},
		{"ru", "Об этом мэр рассказала журналистам.", true},
		{"ja", "市長は記者会見で橋を閉じると述べた。", true},
		{"ko", "시장은 기자들과 만나 다리를 닫겠다고 말했다.", true},
		{"zh", "市长在新闻发布会上表示大桥将关闭。", true},
		{"ar", "قالت رئيسة البلدية ذلك في مؤتمر صحفي.", true},
		{"fi", "The mayor told reporters.", true},
	} {
		require.Equal(t, c.want, Open(c.language, c.sentence), c.sentence)
	}
}

func TestWordsThatAllCouldHave(t *testing.T) {
	for _, c := range []struct {
		language, sentence string
		want               bool
	}{
		{"en", "“The bridge stays shut,” the council said in a statement.", true},
		{"en", "“The bridge stays shut,” the mayor told reporters.", true},
		{"en", "“The bridge stays shut,” the chief executive told analysts in Corran.", true},
		{"en", "“The bridge stays shut,” she wrote in a post on X.", true},
		{"en", "“The bridge stays shut,” the mayor told the Courier.", false},
		{"en", "“The bridge stays shut,” a statement of account from 2019 reads.", false},
		{"de", "„Die Brücke bleibt zu“, heißt es in einer Mitteilung der Stadt.", true},
		{"de", "„Die Brücke bleibt zu“, sagte sie dem Kurier.", false},
		{"fr", "« Le pont reste fermé », écrit la ville dans un communiqué.", true},
		{"es", "«El puente sigue cerrado», dice el ayuntamiento en un comunicado.", true},
		{"it", "«Il ponte resta chiuso», dice il comune in una nota.", true},
		{"pt", "“A ponte continua fechada”, disse a câmara em comunicado.", true},
	} {
		require.Equal(t, c.want, ToldAll(c.language, c.sentence), c.sentence)
	}
}

func TestLivesOfTheDead(t *testing.T) {
	for _, c := range []struct {
		language, sentence string
		want               bool
	}{
		{"en", "Ada Lorne, the bridge builder, who has died aged 93, never learnt to swim.", true},
		{"en", "Ada Lorne obituary", true},
		{"en", "Three people have died on the bridge since May, the council says.", false},
		{"en", "Ada Lorne died last week in Corran at 88, the daughter of a ferryman and the builder of nine bridges.", true},
		{"en", "The builder of nine bridges died on Thursday, aged 88, at her house in Corran.", true},
		{"en", "Lorne, who died in hospital on Monday at the age of 101 after a short illness, built nine bridges.", true},
		{"en", "A lorry driver died on the bridge on Tuesday at 70 mph.", false},
		{"en", "Two men died at 50 Harbour Road.", false},
		{"en", "A cyclist died on the bridge on Tuesday, aged 19.", false},
		{"en", "Nobody died, and at 88 the builder of the bridge crossed it.", false},
		{"en", "The plan died on Tuesday with 51 votes to 60.", false},
		{"de", "Ada Lorne starb am Donnerstag in Corran mit 93 Jahren.", true},
		{"de", "Drei starben am Donnerstag mit 93 km/h auf der Brücke.", false},
		{"fr", "L’ingénieure Ada Lorne est morte jeudi à Corran à l’âge de 93 ans.", true},
		{"es", "La ingeniera murió el jueves en Corran a los 93 años.", true},
		{"de", "Die Brückenbauerin Ada Lorne starb im Alter von 93 Jahren.", true},
		{"fr", "Ada Lorne est morte à 93 ans.", true},
		{"es", "Ada Lorne ha muerto a los 93 años.", true},
		{"it", "È morta a 93 anni Ada Lorne.", true},
		{"pt", "Ada Lorne morreu aos 93 anos.", true},
	} {
		require.Equal(t, c.want, Life(c.language, c.sentence), c.sentence)
	}
}

func TestVocabularies(t *testing.T) {
	all := slices.Clone(lang.All())
	for _, code := range lang.PressCodes() {
		all = append(all, lang.Press(code))
	}
	for _, l := range all {
		for section, line := range l.Sections() {
			if section == "public" || section == "unnamed" || section == "open" || section == "stated" || section == "life" || section == "told-own" {
				require.Equal(t, strings.ToLower(line.Text), line.Text, "%s:%d: texts are held against it in lower case", line.File, line.Number)
			}
		}
	}
	require.Same(t, vocabularyOf("en"), vocabularyOf("xx"))
	require.NotSame(t, vocabularyOf("en"), vocabularyOf("ja"))
	require.True(t, vocabularyOf("de").public("das sagte ein sprecher der polizei"))
	require.True(t, vocabularyOf("nl").public("dat zei een woordvoerder van de politie"))
	for _, told := range [][2]string{
		{"pl", "powołując się na"},
		{"nl", "blijkt uit onderzoek van"},
		{"sv", "rapporterar"},
		{"nb", "opplyser"},
		{"da", "oplyser"},
		{"fr", "indique"},
		{"es", "ha desvelado"},
		{"pt", "avança"},
		{"it", "anticipa"},
		{"de", "schrieb"},
	} {
		require.True(t, vocabularyOf(told[0]).reports.In(told[1]), told[1])
	}
	require.False(t, vocabularyOf("en").public("the policeman's ball"), "words as a whole")
}

// Whoever told the article's own outlet: by the name without its article, in the forms of the language, and by its
// initials. An outlet that is only named like a common word was told nothing.
func TestToldTheOwnOutlet(t *testing.T) {
	for _, c := range []struct {
		language, home, sentence string
		want                     bool
	}{
		{"de", "Der Standard", "Der Wirt sperrt zu, wie er dem STANDARD bestätigt.", true},
		{"de", "Die Zeit", "Er kommt in der Zeit nach Ostern.", false},
		{"de", "Die Welt", "Sie sei die beste der Welt, sagte sie.", false},
		{"fr", "Le Monde", "« J'ai compté les lampes », assure le pilote au Monde.", true},
		{"fr", "Le Monde", "Le pilote vient au monde.", false},
		{"fr", "Ouest-France", "« J'ai compté les lampes », assure le pilote à Ouest-France.", true},
		{"es", "El País", "“Conté las lámparas”, explica el piloto Juan Sanz a EL PAÍS.", true},
		{"pt", "O Globo", "“Contei as lâmpadas”, diz ela ao GLOBO.", true},
		{"it", "Il Messaggero", "«Ho contato le lampade», racconta il pilota al Messaggero.", true},
		{"nl", "Het Parool", "‘Ik heb de lampen geteld’, zegt de loods tegen Het Parool.", true},
		{"sv", "Dagens Nyheter", "”Jag har räknat lamporna”, säger Maj Lind till DN.", true},
		{"sv", "Dagens Nyheter", "”Jag har räknat lamporna”, säger Maj Lind till SVT.", false},
		{"da", "DR", "»Jeg har talt lamperne«, siger lodsen til DR.", true},
		{"no", "NRK", "– Jeg har talt lampene, sier losen til NRK.", true},
		{"no", "NRK", "– Jeg har talt lampene, sier losen til VG.", false},
	} {
		require.Equal(t, c.want, vocabularyOf(c.language).toldTo(c.sentence, inProse(c.home)), c.sentence)
	}
}
