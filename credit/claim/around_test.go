package claim

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/shingle"
)

// onFriday returns the signs of an outlet in a piece of The Pier Post of Friday, 12 May 2017.
func onFriday(t *testing.T, title, outlet string, text ...string) *Signs {
	a := &article.Article{ID: "a", Title: title, Text: paragraphs(text...), Language: "en", Outlet: "The Pier Post"}
	a.Published = article.Time{When: time.Date(2017, 5, 12, 0, 0, 0, 0, time.UTC), Precision: article.Day}
	laid, _ := layout.Find(a)
	words := shingle.Background(a.Language)
	c := of(t, From(a, &laid, a.Outlet, reader().Credits(nil, a, &laid), words.Words(nil, a.Text), words.Words(nil, title), nil), outlet)
	return &c.Signs
}

func TestACreditOfBeforeTheNews(t *testing.T) {
	const lead = "The harbour board closed the ferry line on Thursday after a night of fog."
	for _, test := range []struct {
		name, credit string
		want         float64
	}{
		{"last week", "Captain Ann Dole told The Guardian last week that the buoys were dark.", 1},
		{"a month", "In October, Captain Ann Dole told The Guardian that the buoys were dark.", 1},
		{"months ago", "Months ago The Guardian reported that the buoys were dark.", 1},
		{"a day before that of the lead", "In a Tuesday interview with The Guardian, Captain Ann Dole said that the buoys were dark.", 1},
		{"another day before it", "The Guardian reported on Monday that the buoys were dark.", 1},
		{"the day of the lead", "Captain Ann Dole told The Guardian on Thursday that the buoys were dark.", 0},
		{"the day after it", "Captain Ann Dole told The Guardian on Friday that the buoys were dark.", 0},
		{"no day", "Captain Ann Dole told The Guardian that the buoys were dark.", 0},
		{"a part of a word", "Captain Ann Dole told The Guardian that the unrecently painted buoys were dark.", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.InDelta(t, test.want, onFriday(t, "Ferry line closed", "The Guardian", lead, test.credit, filler[1])[Earlier], 0)
		})
	}
}

// Days are read in every form that a language writes them in.
func TestDaysAgoInOtherForms(t *testing.T) {
	friday := article.Time{When: time.Date(2017, 5, 12, 0, 0, 0, 0, time.UTC), Precision: article.Day}
	for _, test := range []struct {
		language, words string
		want            int
	}{
		{"da", "Broen blev lukket mandag morgen", 4},
		{"da", "Efter mandagens storm blev broen lukket", 4},
		{"da", "I mandags blev broen lukket", 4},
		{"da", "I lørdags blev broen lukket", 6},
		{"sv", "Under söndagen stängdes bron", 5},
		{"sv", "I fredags stängdes bron", 0},
		{"sv", "Bron stängdes", -1},
	} {
		r := reading{a: &article.Article{Language: test.language, Published: friday}, vocabulary: vocabularyOf(test.language)}
		require.Equal(t, test.want, r.daysAgo(test.words), test.words)
	}
}

func TestACreditInAClauseAside(t *testing.T) {
	const lead = "The harbour board closed the ferry line."
	for _, test := range []struct {
		name, credit string
		want         float64
	}{
		{"who told it", "The board was criticised by Ann Dole, who told The Guardian that the buoys were dark.", 1},
		{"which it reported", "The dark buoys, which The Guardian reported, were painted black.", 1},
		{"after", "The board met after The Guardian reported that the buoys were dark.", 1},
		{"while", "The board kept silent while The Guardian reported on dark buoys.", 1},
		{"the clause of the sentence", "Ann Dole told The Guardian that the buoys were dark.", 0},
		{"behind the clause", "After a night of fog, Ann Dole told The Guardian that the buoys were dark.", 0},
		{"at the end", "The buoys were dark, The Guardian reported.", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.InDelta(t, test.want, onFriday(t, "Ferry line closed", "The Guardian", lead, test.credit, filler[1])[Aside], 0)
		})
	}
}

func TestATitleThatExplains(t *testing.T) {
	for title, want := range map[string]float64{
		"Why the ferry line was closed":              1,
		"How dark buoys closed a ferry line":         1,
		"“What the buoys tell us”":                   1,
		"Who closed the ferry line?":                 1,
		"Ferry line closed":                          0,
		"Whole ferry line closed":                    0,
		"Harbour board tells why it closed the line": 0,
		"Whoever closed the line, buoys stayed dark": 0,
	} {
		s := onFriday(t, title, "The Guardian", "The Guardian reported that the buoys were dark.", filler[1])
		require.InDelta(t, want, s[Explains], 0, title)
	}
}

func TestWhoSpokeToTheOutletItself(t *testing.T) {
	for _, test := range []struct {
		name, words string
		want        float64
	}{
		{"told", "Two pilots told The Pier Post that the buoys were dark.", 1},
		{"to it", "Two pilots expressed concern about the buoys to The Pier Post.", 1},
		{"to it, without its article", "Two pilots voiced their anger to Pier Post reporters.", 1},
		{"in an interview", "Two pilots spoke of dark buoys in an interview with The Pier Post.", 1},
		{"obtained by it", "Letters obtained by The Pier Post show that the buoys were dark.", 1},
		{"on its programme", "“They are dark,” the pilot said on The Pier Post's morning show.", 1},
		{"in the present tense", "A pilot tells The Pier Post that the buoys were dark.", 1},
		{"on that of another", "“They are dark,” the pilot said on The Carrick Mail's morning show.", 0},
		{"an appearance of its own people", "The pilot said on Thursday that The Pier Post was wrong.", 0},
		{"to another", "Two pilots expressed concern about the buoys to The Carrick Mail.", 0},
		{"a place", "Two pilots walked to pier postings at dawn.", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := onFriday(t, "Buoys are dark", "The Guardian", "The buoys are dark.", test.words, "Ann Dole told The Guardian that she saw it.", filler[1])
			require.InDelta(t, test.want, s[ToldOwn], 0)
		})
	}
}

// What an outlet is credited for outright counts as far as it has to do with the title.
func TestOutrightForWhatTheTitleTells(t *testing.T) {
	for _, test := range []struct {
		name, title, first string
		want               float64
	}{
		{"the title's news", "Buoys in the sound are dark", "The buoys in the sound are dark, The Guardian reported.", 1},
		{"half of it", "Buoys are dark and pilots are angry", "The buoys are dark, according to The Guardian.", 1},
		{"an aside of another matter", "Ten steps to close a ferry line", "At least four pilots, according to The Guardian, will go to sea.", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := onFriday(t, test.title, "The Guardian", test.first, "Ten steps close a ferry line.", filler[1], filler[2])
			require.InDelta(t, test.want, s[Outright], 0)
		})
	}
}

// Whoever is said to wave a report away answers it: the answer is the news.
func TestAReportThatIsAnswered(t *testing.T) {
	for _, test := range []struct {
		name, first string
		want        float64
	}{
		{"downplayed", "The board tried to downplay reports from The Guardian that the buoys were dark.", 1},
		{"dismissed", "The board is known to dismiss reports from The Guardian that the buoys were dark.", 1},
		{"wanted", "The board wanted reports from The Guardian that the buoys were dark.", 0},
		{"something else denied", "The board denied that it knew, according to reports from The Guardian on dark buoys.", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := onFriday(t, "Board knew of dark buoys", "The Guardian", "The board knew of dark buoys.", test.first, filler[1], filler[2])
			require.InDelta(t, test.want, s[After], 0)
		})
	}
}

// Pages print a caption, the title and the text in one line: the title there is no sentence of the lead.
func TestATitlePrintedWithTheText(t *testing.T) {
	const title = "Ferry board probes dark buoys in the sound"
	const told = "Captain Ann Dole told The Guardian that the sound was calm."
	whole := func(first string) float64 {
		return onFriday(t, title, "The Guardian", first, "The weather was fine.", told, filler[1], filler[2])[TitleFrom]
	}
	require.Less(t, whole("A buoy seen at dusk. | Jane Roe/Pier Photo "+title+" The line has rules."), 0.4)
	require.Less(t, whole(title+" The line has rules."), 0.4)
	require.InDelta(t, 1, whole("The "+title+", which it had not known."), 0.001)
}

// A credit far below names no source of the first sentence, unless the piece ends with it.
func TestHowFarUpACreditReaches(t *testing.T) {
	const title = "Ferry Tolsta lies on a sandbank off Carrick Ness"
	const credit = "That is what The Guardian reported."
	from := func(lines ...string) float64 { return onFriday(t, title, "The Guardian", lines...)[TitleFrom] }
	require.Greater(t, from(filler[0], filler[1], filler[2], credit, filler[4], filler[5]), 0.9)
	require.Less(t, from(filler[0], filler[1], filler[2], filler[3], credit, filler[4], filler[5]), 0.1)
	require.Greater(t, from(filler[0], filler[1], filler[2], filler[3], credit), 0.9)
	require.Less(t, from(filler[0], filler[1], filler[2], filler[3], filler[4], credit), 0.1)
}

// The name of a town in that of its paper is not whom the title names.
func TestWhoTellsIsNotInTheNameOfThePaper(t *testing.T) {
	const title = "Boston mayor says she will resign"
	require.InDelta(t, 0, onFriday(t, title, "The Boston Globe", "The mayor will resign.", "Joseph Dyer told the Boston Globe that it was late.", filler[1])[Speaker], 0)
	require.InDelta(t, 1, onFriday(t, "Dyer says mayor will resign", "The Boston Globe", "The mayor will resign.", "Joseph Dyer told the Boston Globe that it was late.", filler[1])[Speaker], 0)
}

func TestAnArticleOfManyOutlets(t *testing.T) {
	const four = "The buoys were dark, The Guardian, The New York Times, The Washington Post and the BBC reported."
	require.InDelta(t, 0, onFriday(t, "Buoys are dark", "The Guardian", four, filler[1])[Many], 0)
	require.InDelta(t, 1, onFriday(t, "Buoys are dark", "The Guardian", four, "Politico reported that no pilot saw it.", filler[1])[Many], 0)
}

// The report quotes the words that say most of an outlet's part, not the first that name it.
func TestTheCreditThatSaysMost(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"told behind a plain name", paragraphs("The Guardian found that the buoys were dark.", "Captain Ann Dole told The Guardian that the board knew.", filler[1]), "told"},
		{"reported behind older reporting", paragraphs("The Guardian reported in 2009 that buoys were dark.", "The Guardian reports that they are dark again.", filler[1]), "reports"},
		{"the first of two that say it", paragraphs("Captain Ann Dole told The Guardian that the buoys were dark.", "The Guardian reported that the board knew.", filler[1]), "told"},
		{"not from far below", paragraphs("The Guardian found that the buoys were dark.", filler[0], filler[1], filler[2], filler[3], filler[1], filler[2], "She told The Guardian that the board knew."), "found"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := &article.Article{ID: "a", Title: "Buoys are dark", Text: test.text, Language: "en", Outlet: "The Pier Post"}
			a.Published = article.Time{When: time.Date(2017, 5, 12, 0, 0, 0, 0, time.UTC), Precision: article.Day}
			laid, _ := layout.Find(a)
			credits := reader().Credits(nil, a, &laid)
			words := shingle.Background(a.Language)
			c := of(t, From(a, &laid, a.Outlet, credits, words.Words(nil, a.Text), words.Words(nil, a.Title), nil), "The Guardian")
			require.Equal(t, test.want, credits[c.Credit].Cue)
		})
	}
}
