package report

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

// A piece is a stretch of a sample article's text. Pieces of the same mark in
// other articles hold the same text in some form.
type piece struct {
	label, text string
	mark        string
	from        string // the article that holds the source of the mark
	similarity  float64
	speaker     string
	reused      int
}

// assemble gives each article the text and the passages of its pieces.
func assemble(articles []*Article, pieces map[string][]piece) {
	type place struct{ id, mark string }
	spans := map[place]Passage{}
	for _, a := range articles {
		at := 0
		var b strings.Builder
		for _, p := range pieces[a.ID] {
			b.WriteString(p.text)
			end := at + utf8.RuneCountInString(p.text)
			spans[place{a.ID, p.mark}] = Passage{Start: at, End: end, Text: p.text}
			at = end
		}
		a.Text = b.String()
	}
	for _, a := range articles {
		at := 0
		for _, p := range pieces[a.ID] {
			end := at + utf8.RuneCountInString(p.text)
			words := len(strings.Fields(p.text))
			passage := Passage{Start: at, End: end, Label: p.label, Text: p.text, Words: words, Speaker: p.speaker, ReusedBy: p.reused}
			if p.from != "" {
				source := spans[place{p.from, p.mark}]
				passage.Direction = From
				passage.SourceArticle, passage.SourceStart, passage.SourceEnd = p.from, source.Start, source.End
				passage.SourceText, passage.Similarity = source.Text, p.similarity
			}
			a.Passages = append(a.Passages, passage)
			at = end
		}
		tally(a)
		for i, q := range a.Quotes {
			a.Quotes[i].Start, a.Quotes[i].End = spanOf(a.Text, q.Text)
		}
		for i, c := range a.Credits {
			a.Credits[i].Start, a.Credits[i].End = spanOf(a.Text, c.Text)
		}
	}
}

// tally counts the words of an article's passages.
func tally(a *Article) {
	n := map[string]int{}
	for _, p := range a.Passages {
		n[p.Label] += p.Words
		a.Words += p.Words
	}
	a.FurnitureWords = n[Furniture]
	a.Words -= a.FurnitureWords
	a.Makeup = row.Percentages(n[Copied], n[Edited], n[Reworded], n[Quoted], n[Original])
}

func spanOf(text, part string) (start, end int) {
	i := strings.Index(text, part)
	if i < 0 {
		panic("no such text: " + part)
	}
	return utf8.RuneCountInString(text[:i]), utf8.RuneCountInString(text[:i+len(part)])
}

// sample returns a small report: a story whose upstream is absent, a wire
// story with what became of it and a paper's own report of the same event, a
// story in Japanese, a piece that stands alone and one that is alone in hand, but
// says whose it is.
func sample() (stories []Story, articles []*Article, clusters []Cluster, problems []Problem) {
	const chair = "“We were told about the crack in March and we did nothing,” the engineer wrote in one message. "
	articles = []*Article{
		{
			Story: "s-ferry", Cluster: "c-ferry", Family: "f-signal", ID: "signal/ferry.txt", Role: Rewrite, Outlet: "The Daily Signal", Published: "2025-03-10T07:30:00Z",
			Title: "Ferry firm knew of hull crack, messages show", Byline: "Ann Example", Language: "en",
			SourceOutlet: "The Morning Ledger", Upstream: "The Morning Ledger", UpstreamKind: Outlet, CreditChain: []string{"The Morning Ledger"}, Credited: Yes, Confidence: Certain,
			Why: "It credits The Morning Ledger for the story in its first paragraph.", URL: "https://signal.example/ferry", File: "stories/signal/ferry.txt",
			Credits: []Credit{{Outlet: "The Morning Ledger", Domain: "ledger.example", Kind: "outlet", Cue: "first reported by", Main: true, Text: "first reported by The Morning Ledger"}},
			Quotes:  []Quote{{Kind: Direct, Speaker: "", Text: "We were told about the crack in March and we did nothing,", Families: 3, FirstArticle: "signal/ferry.txt"}},
			Links: []Link{{
				SourceOutlet: "The Morning Ledger", Relation: Rewrite, Direction: From, Confidence: Certain,
				Why: "It credits The Morning Ledger for the story in its first paragraph.",
			}},
		},
		{
			Story: "s-ferry", Cluster: "c-ferry", Family: "f-signal", ID: "syndicate/ferry.txt", Role: Copy, Outlet: "Coast Syndicate", Published: "2025-03-10T09:05:00Z",
			Title: "Messages: ferry firm knew of crack in hull", Language: "en",
			SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Upstream: "The Morning Ledger", UpstreamKind: Outlet, CreditChain: []string{"The Morning Ledger"}, Credited: Yes, Confidence: Certain,
			Why: "All of its text stands in signal/ferry.txt, which is 95 minutes older.", URL: "https://coast.example/n/1?a=1&b=2", File: "stories/syndicate/ferry.txt",
			Credits: []Credit{{Outlet: "The Morning Ledger", Domain: "ledger.example", Kind: "outlet", Cue: "first reported by", Main: true, Text: "first reported by The Morning Ledger"}},
			Links: []Link{{
				SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Relation: Copy, ShareArticle: 1, ShareSource: 0.912, Passages: 3, Words: 71,
				Direction: From, Confidence: Certain, Why: "All of its text stands there, and it is 95 minutes younger.",
			}},
		},
		{
			Story: "s-ferry", Cluster: "c-ferry", Family: "f-post", ID: "post/crack.txt", Role: Rewrite, Outlet: "Bytown Post", Published: "2025-03-10",
			Title: "Report: operator ignored warnings about “Star of Elm”", Language: "en",
			SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Upstream: "The Morning Ledger", UpstreamKind: Outlet, CreditChain: []string{"The Daily Signal", "The Morning Ledger"}, Credited: Yes, Confidence: Likely,
			Why: "It credits The Daily Signal, which credits The Morning Ledger.", File: "stories/post/crack.txt",
			Credits: []Credit{
				{Outlet: "The Daily Signal", Kind: "outlet", Cue: "according to", Main: true, Text: "according to The Daily Signal"},
				{Outlet: "The Morning Ledger", Domain: "ledger.example", Kind: "outlet", Cue: "citing", Via: "The Daily Signal", Main: true, Text: "citing The Morning Ledger"},
			},
			Links: []Link{{
				SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Relation: Rewrite, ShareArticle: 0.214, ShareSource: 0.18, Passages: 2, Words: 31,
				Direction: From, Confidence: Likely, Why: "It credits The Daily Signal, and two passages are reworded from it.",
			}},
		},
		{
			Story: "s-ferry", Cluster: "c-ferry", Family: "f-buzz", ID: "buzz/=shock.txt", Role: Rewrite, Outlet: "Buzz24", Published: "",
			Title: "=SHOCK: They KNEW", Language: "en",
			SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Upstream: "The Morning Ledger", UpstreamKind: Outlet, Credited: No, Confidence: Possible,
			Why: "One quotation and one sentence are reworded from signal/ferry.txt, and it credits nobody.", File: "stories/buzz/=shock.txt",
			Links: []Link{{
				SourceArticle: "signal/ferry.txt", SourceOutlet: "The Daily Signal", Relation: Rewrite, ShareArticle: 0, ShareSource: 0, Passages: 2, Words: 29,
				Direction: Unknown, Confidence: Possible, Why: "One quotation and one sentence are reworded.",
			}},
		},
		{
			Story: "s-frost", Cluster: "c-frost", Family: "f-agency", ID: "agency.jsonl#1", Role: Origin, Outlet: "Example Agency", Published: "2025-04-02T05:00:00+02:00",
			Title: "Late frost ruins half of the cherry harvest", Language: "en", Upstream: "Example Agency", UpstreamKind: Agency, Confidence: Certain,
			Why: "It is the oldest of the cluster, and the others hold its text.", File: "agency.jsonl",
		},
		{
			Story: "s-frost", Cluster: "c-frost", Family: "f-local", ID: "local.json", Role: Partial, Outlet: "Valley Gazette", Published: "2025-04-02T18:00",
			Title: "Growers here fear for their cherries", Byline: "Bo Sample", Language: "en",
			SourceArticle: "agency.jsonl#1", SourceOutlet: "Example Agency", Upstream: "Example Agency", UpstreamKind: Agency, CreditChain: []string{"Example Agency"}, Credited: Yes, Confidence: Certain,
			OtherSources: "Radio Elsewhere 11 %",
			Why:          "Two paragraphs are copied from agency.jsonl#1, which it credits.", File: "local.json",
			Credits: []Credit{{Outlet: "Example Agency", Kind: "agency", Cue: "credit line", Main: true, Text: "(Example Agency)"}},
			Links: []Link{{
				SourceArticle: "agency.jsonl#1", SourceOutlet: "Example Agency", Relation: Partial, ShareArticle: 0.563, ShareSource: 1, Passages: 2, Words: 36,
				Direction: From, Confidence: Certain, Why: "Two paragraphs are copied from it.",
			}},
		},
		{
			Story: "s-matsuri", Cluster: "c-matsuri", Family: "f-a", ID: "jp/a.txt", Role: Origin, Outlet: "例新聞", Published: "2025-05-01",
			Title: "祭り、三年ぶりに開催", Language: "ja", Upstream: "例新聞", UpstreamKind: Outlet, Confidence: Likely, Why: "It is the oldest of the cluster.", File: "jp/a.txt",
		},
		{
			Story: "s-matsuri", Cluster: "c-matsuri", Family: "f-b", ID: "jp/b.txt", Role: Partial, Outlet: "見本日報", Published: "2025-05-02",
			Title: "三年ぶりの祭り", Language: "ja", SourceArticle: "jp/a.txt", SourceOutlet: "例新聞", Upstream: "例新聞", UpstreamKind: Outlet, Credited: No, Confidence: Likely,
			Why: "One sentence is copied from jp/a.txt, which is older.", File: "jp/b.txt",
			Links: []Link{{
				SourceArticle: "jp/a.txt", SourceOutlet: "例新聞", Relation: Partial, ShareArticle: 0.5, ShareSource: 0.5, Passages: 1, Words: 1,
				Direction: From, Confidence: Likely, Why: "One sentence is copied.",
			}},
		},
		{
			Story: "s-frost", ID: "hills.txt", Role: Single, Outlet: "Hill Courier", Published: "2025-04-02", Title: "Frost: what the hill farms lost", Language: "en",
			File: "hills.txt",
		},
		{
			ID: "lone-wire.txt", Role: Copy, Outlet: "Valley Gazette", Published: "2025-04-09", Title: "Two ferries collide, nobody hurt", Language: "en",
			SourceOutlet: "Example Agency", Upstream: "Example Agency", UpstreamKind: Agency, CreditChain: []string{"Example Agency"}, Credited: Yes, Confidence: Certain,
			Why: "Its dateline gives Example Agency as the source.", File: "lone-wire.txt",
			Credits: []Credit{{Outlet: "Example Agency", Kind: "agency", Cue: "dateline", Main: true, Text: "(Example Agency)"}},
			Links: []Link{{
				SourceOutlet: "Example Agency", Relation: Copy, Direction: From, Confidence: Certain, Why: "Its dateline gives Example Agency as the source.",
			}},
		},
		{ID: "alone.txt", Role: Single, Title: "Chess club\nmeets", Why: "It shares no text with any other article.", File: "alone.txt"},
	}
	assemble(articles, map[string][]piece{
		"signal/ferry.txt": {
			{label: Furniture, text: "The Daily Signal | Shipping\n\nBy Ann Example\n\n"},
			{label: Original, mark: "lead", reused: 2, text: "The operator of the ferry Star of Elm knew for five months that its hull was cracked, according to internal messages first reported by The Morning Ledger.\n\n"},
			{label: Quoted, mark: "quote", reused: 2, text: chair},
			{label: Original, mark: "count", text: "The messages, forty in all, were sent between March and August.\n\n"},
			{label: Furniture, text: "Read more: Ten ferries to take this summer\n"},
		},
		"syndicate/ferry.txt": {
			{label: Copied, mark: "lead", from: "signal/ferry.txt", similarity: 1, text: "The operator of the ferry Star of Elm knew for five months that its hull was cracked, according to internal messages first reported by The Morning Ledger.\n\n"},
			{label: Quoted, mark: "quote", from: "signal/ferry.txt", similarity: 1, text: chair},
			{label: Edited, mark: "count", from: "signal/ferry.txt", similarity: 0.846, text: "Some forty messages were sent between March and August.\n"},
		},
		"post/crack.txt": {
			{label: Reworded, mark: "lead", from: "signal/ferry.txt", similarity: 0.61, text: "The company that runs the Star of Elm had been aware of a crack in the vessel’s hull for months, according to The Daily Signal, citing The Morning Ledger.\n\n"},
			{label: Quoted, mark: "quote", from: "signal/ferry.txt", similarity: 0.9, text: "“We were told of the crack in March and did nothing,” an engineer is said to have written. "},
			{label: Original, text: "The harbour master of Bytown told this newspaper that he had never seen the messages; \"not one\", he said.\n"},
		},
		"buzz/=shock.txt": {
			{label: Original, text: "You will not believe this one! 🙂 "},
			{label: Reworded, mark: "lead", from: "signal/ferry.txt", similarity: 0.52, text: "Bosses of the Star of Elm were aware for FIVE MONTHS that the ferry’s hull had a crack. "},
			{label: Quoted, mark: "quote", from: "signal/ferry.txt", similarity: 0.74, text: "“We knew in March, and we did nothing,” one of them admitted."},
		},
		"agency.jsonl#1": {
			{label: Original, mark: "a", reused: 1, text: "Frost in the night to Wednesday has ruined about half of this year’s cherry harvest, the growers’ union said.\n\n"},
			{label: Original, mark: "b", reused: 1, text: "Temperatures fell to minus six degrees in the lower valley, the coldest second of April since 1977.\n"},
		},
		"local.json": {
			{label: Copied, mark: "a", from: "agency.jsonl#1", similarity: 1, text: "Frost in the night to Wednesday has ruined about half of this year's cherry harvest, the growers' union said.\n\n"},
			{label: Edited, mark: "b", from: "agency.jsonl#1", similarity: 0.88, text: "Temperatures fell to minus six degrees in our valley, the coldest 2 April since 1977. (Example Agency)\n\n"},
			{label: Original, text: "“I went out at four with the burners, and it was too late,” said Carla Muster, who grows cherries above the mill.\n"},
		},
		"jp/a.txt": {
			{label: Original, mark: "a", reused: 1, text: "町の祭りが三年ぶりに開かれ、約二万人が訪れた。"},
			{label: Original, text: "実行委員会は来年も続けたいとしている。"},
		},
		"jp/b.txt": {
			{label: Copied, mark: "a", from: "jp/a.txt", similarity: 1, text: "町の祭りが三年ぶりに開かれ、約二万人が訪れた。"},
			{label: Original, text: "駅前の商店街も夜遅くまでにぎわった。"},
		},
		"hills.txt": {{label: Original, text: "The night of frost cost the hill farms their apricots, six of their owners told the Hill Courier.\n"}},
		"lone-wire.txt": {
			{label: Furniture, text: "BYTOWN (Example Agency) - "},
			{label: Original, text: "Two ferries collided in the harbour in thick fog, and nobody was hurt.\n"},
		},
		"alone.txt": {{label: Original, text: "The chess club meets on Thursdays, in the library.\n"}},
	})
	stories = []Story{
		{ID: "s-ferry", Headline: "Ferry firm knew of hull crack, messages show", Articles: 4, Outlets: 4, Clusters: 1, FirstPublished: "2025-03-10", LastPublished: "2025-03-10T09:05:00Z"},
		{ID: "s-frost", Headline: "Late frost ruins half of the cherry harvest", Articles: 3, Outlets: 3, Clusters: 1, OwnReports: 2, FirstPublished: "2025-04-02T05:00:00+02:00", LastPublished: "2025-04-02T18:00"},
		{ID: "s-matsuri", Headline: "祭り、三年ぶりに開催", Articles: 2, Outlets: 2, Clusters: 1, OwnReports: 1, FirstPublished: "2025-05-01", LastPublished: "2025-05-02"},
	}
	clusters = []Cluster{
		{ID: "c-ferry", Upstream: "The Morning Ledger", UpstreamPresent: No, Articles: 4, Families: 3, Outlets: 4, FirstPublished: "2025-03-10", LastPublished: "2025-03-10T09:05:00Z", Headline: "Ferry firm knew of hull crack, messages show", FirstCopy: 95},
		{ID: "c-frost", Upstream: "Example Agency", UpstreamPresent: Yes, Articles: 2, Families: 2, Outlets: 2, FirstPublished: "2025-04-02T05:00:00+02:00", LastPublished: "2025-04-02T18:00", Headline: "Late frost ruins half of the cherry harvest", OriginArticle: "agency.jsonl#1", FirstCopy: -1},
		{ID: "c-matsuri", Upstream: "例新聞", UpstreamPresent: Yes, Articles: 2, Families: 2, Outlets: 2, FirstPublished: "2025-05-01", LastPublished: "2025-05-02", Headline: "祭り、三年ぶりに開催", OriginArticle: "jp/a.txt", Uncredited: 1, FirstCopy: -1},
	}
	problems = []Problem{
		{File: "stories/broken.json.gz", Reason: "unexpected end of file", Kind: row.Lost},
		{File: "feed.jsonl", Record: 7, Reason: "invalid character '}' after object key", Kind: row.Lost},
	}
	return stories, articles, clusters, problems
}

// sampleTrade returns some outlets of the sample, and what they have from each other.
func sampleTrade() ([]Publisher, []Flow) {
	outlets := []Publisher{
		{Name: "Valley Gazette", Articles: 2, Copied: 2, Words: 70, Agency: 671, Credited: 2, Delay: -1, TakesFrom: "Example Agency 2"},
		{Name: "Coast Syndicate", Articles: 1, Copied: 1, Words: 53, Credited: 1, Delay: 95, TakesFrom: "The Daily Signal 1"},
		{Name: "Example Agency", Articles: 1, Own: 1, Words: 36, Delay: -1, TakenBy: "Valley Gazette 2"},
		{Name: "The Daily Signal", Articles: 1, Rewrites: 1, Words: 56, Credited: 1, Delay: -1, TakesFrom: "The Morning Ledger 1", TakenBy: "Bytown Post 1; Buzz24 1; Coast Syndicate 1"},
		{Name: "", Articles: 1, Own: 1, Words: 8, Delay: -1},
	}
	flows := []Flow{
		{From: "Example Agency", To: "Valley Gazette", Articles: 2, Words: 47, Credited: 2},
		{From: "The Daily Signal", To: "Buzz24", Articles: 1, Words: 17},
		{From: "例新聞", To: "見本日報", Articles: 1, Words: 1, Uncredited: 1},
		{From: "Coast Syndicate", To: "Coast & Hill", Articles: 1, Words: 30, Licensed: 1},
	}
	return outlets, flows
}

// writeSample writes the sample's report to dir.
func writeSample(t testing.TB, dir string, o Options) {
	t.Helper()
	stories, articles, clusters, problems := sample()
	w, err := Create(dir, o)
	require.NoError(t, err)
	for i := range problems {
		require.NoError(t, w.Problem(&problems[i]))
	}
	for i := range stories {
		require.NoError(t, w.Story(&stories[i]))
	}
	for i, a := range articles {
		require.NoError(t, w.Article(a))
		if a.Cluster != "" && articles[i+1].Cluster != a.Cluster {
			c := slices.IndexFunc(clusters, func(c Cluster) bool { return c.ID == a.Cluster })
			require.NoError(t, w.Cluster(&clusters[c]))
		}
	}
	outlets, flows := sampleTrade()
	for i := range outlets {
		require.NoError(t, w.Outlet(&outlets[i]))
	}
	for i := range flows {
		require.NoError(t, w.Flow(&flows[i]))
	}
	require.NoError(t, w.Commit())
}
