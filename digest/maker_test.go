package digest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/article"
	"wiretrace/credit/claim"
	"wiretrace/lang/word"
	"wiretrace/shingle"
)

func TestKeysOfOneProseAreEqualUnderAnyFurniture(t *testing.T) {
	plain := mustMake(t, &article.Article{ID: "plain", Text: pages[0].text})
	require.NotZero(t, plain.Hash)
	require.NotEmpty(t, plain.Bands)
	require.NotEmpty(t, plain.Fingerprints)
	require.NotEmpty(t, plain.Pairs)
	for _, page := range pages[1:] {
		t.Run(page.name, func(t *testing.T) {
			d := mustMake(t, &article.Article{ID: page.name, Text: page.text})
			require.Equal(t, strings.Fields(strings.Join(proseOf(plain, pages[0].text), " ")), headless(proseOf(d, page.text)), "the prose is the same")
			require.Greater(t, d.Words, d.Prose, "furniture is counted among the words, not among the prose")
		})
	}
	// Under chrome alone, without another headline, every key is the same.
	for _, page := range []string{
		"Subscribe | Log in | E-Edition\nBy Fergus Lockhart\nMarch 3, 2025 5:12 p.m.\n\n" + pages[0].text,
		pages[0].text + "\n\nCopyright 2025 The Carrick Mercury. All rights reserved.\nSign up for our newsletter",
	} {
		d := mustMake(t, &article.Article{ID: "chrome", Text: page})
		require.Equal(t, plain.Hash, d.Hash, "%s", page)
		require.Equal(t, plain.Bands, d.Bands)
		require.Equal(t, plain.Fingerprints, d.Fingerprints)
		require.Equal(t, plain.Pairs, d.Pairs)
		require.Equal(t, plain.Prose, d.Prose)
	}
}

// headless leaves out what stands before the first words of the ferry story:
// a headline is prose.
func headless(words []string) []string {
	return words[max(0, slices.Index(words, "The")):]
}

func TestKeysForgiveCaseAndPunctuation(t *testing.T) {
	plain := mustMake(t, &article.Article{ID: "a", Text: pages[0].text})
	curly := strings.NewReplacer(`"We`, `“We`, `silence,"`, `silence,”`, `"My`, `“My`, `insured."`, `insured.”`).Replace(pages[0].text)
	d := mustMake(t, &article.Article{ID: "b", Text: curly})
	require.NotEqual(t, pages[0].text, curly)
	require.Equal(t, plain.Hash, d.Hash)
	require.Equal(t, plain.Fingerprints, d.Fingerprints)
}

func TestProseLeavesFurnitureOut(t *testing.T) {
	d := mustMake(t, &article.Article{ID: "a", Text: pages[1].text})
	words := strings.Join(proseOf(d, pages[1].text), " ")
	for _, furniture := range []string{"Subscribe", "Fergus", "March", "Copyright", "newsletter"} {
		require.NotContains(t, words, furniture)
	}
	require.Contains(t, words, "wedding cake")
	require.Len(t, strings.Fields(words), d.Prose)
}

func TestProseKeepsOnlyWordsOfBlocks(t *testing.T) {
	text := "Menu here. The story is told. Copyright line. And it goes on."
	at := func(s string) article.Span {
		i := strings.Index(text, s)
		return article.Span{Start: i, End: i + len(s)}
	}
	layout := &article.Layout{Blocks: []article.Block{
		{Span: at("Menu here."), Kind: article.Chrome},
		{Span: at("The story is told."), Kind: article.Prose},
		{Span: at("Copyright line."), Kind: article.Copyright},
		{Span: at("And it goes on."), Kind: article.Post},
	}}
	var got []string
	for _, w := range Prose(nil, shingle.Words(nil, text), layout) {
		got = append(got, text[w.Start:w.End])
	}
	require.Equal(t, []string{"The", "story", "is", "told", "And", "it", "goes", "on"}, got)

	require.Empty(t, Prose(nil, shingle.Words(nil, text), new(article.Layout)), "no block, no prose")
	kept := Prose([]shingle.Word{{Hash: 7}}, nil, layout)
	require.Equal(t, []shingle.Word{{Hash: 7}}, kept, "it appends")
}

func TestPairsAndStoriesDoNotDependOnTheOrderOfParagraphs(t *testing.T) {
	a := &article.Article{ID: "a", Outlet: "The Carrick Mercury", Text: strings.Join(ferry, "\n\n")}
	d := mustMake(t, a)
	require.NotEmpty(t, d.Stories)
	for _, order := range [][]int{{1, 0, 2, 3, 4, 5}, {0, 5, 4, 3, 2, 1}, {3, 2, 1, 0, 5, 4}} {
		var shuffled []string
		for _, k := range order {
			shuffled = append(shuffled, ferry[k])
		}
		s := mustMake(t, &article.Article{ID: "a", Outlet: "The Carrick Mercury", Text: strings.Join(shuffled, "\n\n")})
		require.Equal(t, d.Pairs, s.Pairs, "%v", order)
		require.Equal(t, d.Stories, s.Stories, "%v", order)
		require.NotEqual(t, d.Hash, s.Hash, "the whole text is another")
	}
}

func TestStoriesMeetWhereOnePieceCreditsAnother(t *testing.T) {
	origin := &article.Article{ID: "a", Outlet: "The Guardian", Text: strings.Join(ferry, "\n\n")}
	retold := &article.Article{ID: "b", Outlet: "Voz", Text: "Passengers of the Tolsta spent a day on a sandbank off Carrick Ness, The Guardian reported.\n\n" +
		"The Tolsta was freed by the tide. Ailsa Crombie, the bride, was late for Port Erran, and so was Captain Morven Haldane."}
	other := &article.Article{ID: "c", Outlet: "The Guardian", Text: "Beekeepers of Lower Saxony want a tax on plastic flowers. Gerlinde Pohlmann of the Imkerverein said so in Celle on Monday."}
	a, b, c := mustMake(t, origin), mustMake(t, retold), mustMake(t, other)
	outlet := func(d *Digest) []uint64 {
		var keys []uint64
		for _, k := range d.Stories {
			keys = append(keys, k&^Credited)
		}
		return keys
	}
	require.NotEmpty(t, both(outlet(a), outlet(b)), "the outlet with the names of the story")
	require.Empty(t, both(outlet(a), outlet(c)), "one outlet has many stories")
	own := func(k uint64) bool { return k&Credited == 0 }
	require.False(t, slices.ContainsFunc(a.Stories, func(k uint64) bool { return !own(k) }), "it credits nobody")
	require.True(t, slices.ContainsFunc(b.Stories, func(k uint64) bool { return !own(k) }))
}

func TestPairsMeetInTheSameFactsToldAnew(t *testing.T) {
	a := mustMake(t, &article.Article{ID: "a", Text: strings.Join(ferry, "\n\n")})
	b := mustMake(t, &article.Article{ID: "b", Text: "A skipper, Torquil Baine, had warned the Lighthouse Board of the drifting buoy in August.\n\n" +
		"Stranded off Carrick Ness all day, the Tolsta made it to Port Erran in the evening, cake and bride included."})
	require.NotEmpty(t, both(a.Pairs, b.Pairs))
	require.Empty(t, both(a.Fingerprints, b.Fingerprints))
}

func both(x, y []uint64) []uint64 {
	return slices.DeleteFunc(slices.Clone(x), func(k uint64) bool { return !slices.Contains(y, k) })
}

func TestMakeKnowsTheOutlet(t *testing.T) {
	for _, test := range []struct {
		name           string
		article        article.Article
		outlet, domain string
	}{
		{"by its name", article.Article{Outlet: "Washington Post"}, "The Washington Post", "washingtonpost.com"},
		{"by its host", article.Article{Outlet: "www.telegraph.co.uk"}, "The Telegraph", "telegraph.co.uk"},
		{"by the address", article.Article{URL: "https://www.theguardian.com/uk/ferry"}, "The Guardian", "theguardian.com"},
		{"an agency by its address, whatever the script of its name", article.Article{Outlet: "رويترز", URL: "https://ara.reuters.com/ferry"}, "Reuters", "reuters.com"},
		{"no paper by its address, where another is named as papers are", article.Article{Outlet: "Corrie Herald", URL: "https://www.theguardian.com/uk/ferry"}, "Corrie Herald", ""},
		{"a section of a paper by its address", article.Article{Outlet: "Opinion", URL: "https://www.theguardian.com/uk/ferry"}, "The Guardian", "theguardian.com"},
		{"by name before address", article.Article{Outlet: "Reuters", URL: "https://www.theguardian.com/uk/ferry"}, "Reuters", "reuters.com"},
		{"not in the gazetteer, so without its article", article.Article{Outlet: "The Carrick Mercury"}, "Carrick Mercury", ""},
		{"unknown", article.Article{}, "", ""},
		{"unknown address", article.Article{URL: "https://carrick-mercury.example/1"}, "carrick-mercury.example", "carrick-mercury.example"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.article.Text = pages[0].text
			d := mustMake(t, &test.article)
			require.Equal(t, test.outlet, d.Outlet)
			require.Equal(t, test.domain, d.Domain)
		})
	}
}

func TestASyndicateOfColumnsIsNoSource(t *testing.T) {
	const column = "The bridge at Harlow Quay is rotten, and this column has said so since spring. Nobody in the town hall wants to hear of rust.\n\n" +
		"Two engineers wrote to the mayor in March and got no answer. The ferry is older than the bridge and will not carry the vans.\n\n"
	d := mustMake(t, &article.Article{Outlet: "National Review", Title: "Rust and us", Text: column + "© 2017 Tribune Content Agency, LLC"})
	require.Len(t, d.Credits, 1)
	require.Equal(t, "Tribune Content Agency", d.Credits[0].Outlet)
	require.Len(t, d.Claims, 1)
	require.Equal(t, claim.Contributed, d.Claims[0].Text, "its writer may be of the house")
	require.LessOrEqual(t, d.Claims[0].Probability, float32(sold))
}

func TestMakeFillsInWhatTheFirstLinesSay(t *testing.T) {
	d := mustMake(t, &article.Article{ID: "a", Text: pages[1].text})
	require.Equal(t, "Two hundred wait for the tide on a stranded ferry", d.Meta.Title)
	require.Equal(t, "Fergus Lockhart", d.Meta.Byline)
	require.Equal(t, "2025-03-03T17:12", d.Meta.Published.String())
	require.Equal(t, "en", d.Meta.Language)
	require.Empty(t, d.Meta.Text, "a digest holds no text")

	given := mustMake(t, &article.Article{ID: "a", Text: pages[1].text, Title: "As given", Byline: "Somebody"})
	require.Equal(t, "As given", given.Meta.Title)
	require.Equal(t, "Somebody", given.Meta.Byline)
}

func TestMakeReadsQuotations(t *testing.T) {
	d := mustMake(t, &article.Article{ID: "a", Text: pages[0].text})
	require.Len(t, d.Quotes, 2)
	require.Equal(t, "Ailsa Crombie", d.Quotes[0].Speaker)
	require.Len(t, d.Marks, 2)
	require.Equal(t, `My father asked the purser whether the cake was insured.`, pages[0].text[d.Marks[1].Start:d.Marks[1].End])
}

func TestSayingsMeetInOtherWordings(t *testing.T) {
	origin := mustMake(t, &article.Article{ID: "a", Text: strings.Join(ferry, "\n\n") + "\n\n\"No,\" said Captain Haldane."})
	require.Len(t, origin.Sayings, len(origin.Quotes))
	require.Zero(t, origin.Sayings[len(origin.Sayings)-1], "a word is no quotation to be known again")
	cut := mustMake(t, &article.Article{ID: "b", Text: strings.Replace(beesLike, "QUOTE", `"My father asked the purser whether that cake was insured."`, 1)})
	require.Len(t, cut.Quotes, 1)
	require.NotZero(t, cut.Sayings[0])
	require.Contains(t, origin.Sayings, cut.Sayings[0])
}

// beesLike is another story that holds a quotation.
const beesLike = "Beekeepers of Lower Saxony want a tax on plastic flowers. QUOTE Ailsa Crombie told them on Monday. They counted 41 bees in a shop window in Celle."

func TestLinesMeet(t *testing.T) {
	const line = "Our reporters walk every pier of the coast so that you need not get your feet wet."
	page := func(outlet, text string) *Digest {
		return mustMake(t, &article.Article{ID: "a", Outlet: outlet, Text: text + "\n\n" + line})
	}
	a := page("The Carrick Mercury", strings.Join(ferry, "\n\n"))
	b := page("The Carrick Mercury", strings.Replace(beesLike, "QUOTE", "", 1))
	require.Len(t, both(a.Lines, b.Lines), 3, "whole and by halves")
	require.Len(t, both(a.Lines, page("Voz", beesLike).Lines), 3, "who copies a text copies the lines around it")

	text := "One line. Another line. one LINE"
	words := shingle.Words(nil, text)
	one := LineKeys(nil, words, article.Span{Start: 0, End: 9})
	require.Len(t, one, 1)
	require.Equal(t, one, LineKeys(nil, words, article.Span{Start: 24, End: len(text)}), "folded words alone count")
	require.NotEqual(t, one, LineKeys(nil, words, article.Span{Start: 10, End: 23}))
	require.Empty(t, LineKeys(nil, words, article.Span{Start: 9, End: 10}), "no words, no line")
	long := strings.Repeat("word ", longestFoot+1)
	require.Empty(t, LineKeys(nil, shingle.Words(nil, long), article.Span{Start: 0, End: len(long)}), "prose is no line")
}

func TestLinesMeetThoughAWordIsChanged(t *testing.T) {
	const line = "Our reporters walk every pier of the coast in all weathers so that you need not get your feet wet."
	page := func(foot string) *Digest {
		return mustMake(t, &article.Article{ID: "a", Text: strings.Replace(beesLike, "QUOTE", "", 1) + "\n\n" + strings.Join(ferry, "\n\n") + "\n\n" + foot})
	}
	a := page(line)
	require.NotEmpty(t, both(page("Nothing of that.").Lines, a.Lines), "the rest is the same")
	only := func(d *Digest) []uint64 {
		return slices.DeleteFunc(slices.Clone(d.Lines), func(k uint64) bool { return slices.Contains(page("Nothing of that.").Lines, k) })
	}
	require.Len(t, both(only(a), only(page(line))), 3, "whole and by halves")
	require.Len(t, both(only(a), only(page(strings.Replace(line, "pier", "quay", 1)))), 1, "the second half")
	require.Len(t, both(only(a), only(page(strings.Replace(line, "feet", "socks", 1)))), 1, "the first half")
	require.Empty(t, both(only(a), only(page(strings.Replace(line, "every pier", "piers", 1)))), "as long, it must be")
}

func TestMakeOfHardlyAnything(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"nothing", ""},
		{"white space", " \n\t\n"},
		{"marks only", "... --- ???"},
		{"one word", "Fire"},
		{"furniture only", "Subscribe | Log in | E-Edition\nCopyright 2025 The Carrick Mercury. All rights reserved."},
		{"open marks", strings.Repeat("“", 2000)},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := mustMake(t, &article.Article{ID: "a", Text: test.text})
			if d.Prose == 0 {
				require.Zero(t, d.Hash)
				require.Nil(t, d.Bands)
				require.Empty(t, d.Fingerprints)
				require.Empty(t, d.Pairs)
				require.Empty(t, d.Stories)
			}
			back, err := Decode(d.Encode(nil))
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(d, back, cmpopts.EquateEmpty()))
		})
	}
}

// A Maker reuses its memory; nothing of one article may be seen in the next,
// or in the digest that it gave away before.
func TestMakerForgetsTheArticleBefore(t *testing.T) {
	m := newMaker()
	one := m.Make(&article.Article{ID: "one", Outlet: "The Guardian", Text: pages[1].text})
	encoded := one.Encode(nil)
	for _, page := range pages {
		a := &article.Article{ID: page.name, Text: page.text}
		require.Empty(t, cmp.Diff(mustMake(t, a), m.Make(a), cmpopts.EquateEmpty()))
		require.Len(t, m.ProseWords(), mustMake(t, a).Prose)
	}
	require.Equal(t, encoded, one.Encode(nil))
}

func TestMakeHoldsForAnyText(t *testing.T) {
	m := newMaker()
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{
				"", "By Fergus Lockhart", "March 3, 2025 5:12 p.m.", "Advertisement", "© 2025 dpa", "(Reuters) - A ferry ran aground.",
				`"It is," he said, "very late.`, "Según EFE, el barco encalló.", "“Ich weiß es nicht", "http://example.org/a?b=c", "@skipper: we are stuck",
			}),
			rapid.SampledFrom(ferry),
			rapid.String(),
		), 0, 12).Draw(t, "lines")
		a := &article.Article{ID: "a", Outlet: rapid.SampledFrom([]string{"", "Voz"}).Draw(t, "outlet"), Text: strings.ToValidUTF8(strings.Join(lines, rapid.SampledFrom([]string{"\n", "\n\n", " ", "\r\n"}).Draw(t, "break")), "")}
		d := m.Make(a)

		inText := func(what string, s article.Span) {
			require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text), "%s %v of %d", what, s, len(a.Text))
			for _, at := range []int{s.Start, s.End} {
				require.True(t, at == len(a.Text) || utf8.RuneStart(a.Text[at]), "%s %v cuts a code point", what, s)
			}
		}
		end := 0
		for _, b := range d.Layout.Blocks {
			inText("block", b.Span)
			require.GreaterOrEqual(t, b.Start, end)
			require.Empty(t, strings.TrimSpace(word.Visible(a.Text[end:b.Start])), "only what nobody sees is left out")
			end = b.End
		}
		require.Empty(t, strings.TrimSpace(word.Visible(a.Text[end:])))
		for _, c := range d.Credits {
			inText("credit", c.Span)
		}
		for _, q := range d.Quotes {
			inText("quote", q.Span)
		}
		for _, s := range d.Marks {
			inText("mark", s)
		}
		require.LessOrEqual(t, d.Prose, d.Words)
		for _, keys := range [][]uint64{d.Fingerprints, d.Pairs, d.Stories, d.Lines} {
			require.True(t, slices.IsSorted(keys))
			require.Len(t, slices.Compact(slices.Clone(keys)), len(keys), "distinct")
		}
		require.LessOrEqual(t, len(d.Pairs), pairsOfArticle)
		require.Len(t, d.Sayings, len(d.Quotes))

		back, err := Decode(d.Encode(nil))
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(d, back, cmpopts.EquateEmpty()))
	})
}

func BenchmarkMake(b *testing.B) {
	m := newMaker()
	a := &article.Article{ID: "a", Outlet: "The Carrick Mercury"}
	for len(a.Text) < 3000 { // about 500 words
		a.Text += pages[1].text + "\n\n"
	}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		m.Make(a)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
