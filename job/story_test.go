package job

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// ownFerry tells of the same event as ferry in words of its own.
const ownFerry = `The ferry Tolsta ran aground off Carrick Ness on Monday morning, and a wedding party had to wait for the tide with 214 passengers and three horses.

The bank has been there for as long as anyone in Port Erran remembers, and so has the buoy, which a storm in August took half a mile to the south.

Ailsa Crombie was married at seven in the evening instead of noon. Captain Morven Haldane was asked to the dance, and came.
`

// The reports of one event are a story, whoever wrote them; what derives from one
// upstream is a cluster within it; and another event of the same days is neither.
func TestStories(t *testing.T) {
	in := t.TempDir()
	line := func(id, outlet, date, title, text string) string {
		return line(t, map[string]string{"id": id, "outlet": outlet, "published": date, "title": title, "text": text})
	}
	write(t, in, "in.jsonl",
		line("first", "The Pier Post", "2025-03-03T10:00:00Z", "Ferry Tolsta aground off Carrick Ness with a wedding cake", ferry)+
			line("copy", "Gull Daily", "2025-03-03T12:00:00Z", "Tolsta aground off Carrick Ness", ferry)+
			line("own", "Erran Echo", "2025-03-03T11:00:00Z", "Bride waits for the tide off Carrick Ness on ferry Tolsta", ownFerry)+
			line("bees", "Heath Herald", "2025-03-03T13:00:00Z", "Beekeepers want a tax on plastic flowers", bees)+
			line("bees-copy", "Heath Courier", "2025-03-04T13:00:00Z", "Tax on plastic flowers wanted", bees)+
			line("alone", "Gull Daily", "2025-03-03T14:00:00Z", "", "The library of Lower Benbecula has lent a ladder to a man who wants to read the weathercock, and hopes to see it again before the winter.\n"))
	got, summary := mustRun(t, Options{Paths: []string{in}})
	require.Zero(t, summary.Problems)
	articles := by(rows(t, got["report.csv"]), "article")
	require.NotEmpty(t, articles["first"]["story"])
	require.Equal(t, articles["first"]["story"], articles["copy"]["story"])
	require.Equal(t, articles["first"]["story"], articles["own"]["story"])
	require.Equal(t, articles["first"]["cluster"], articles["copy"]["cluster"])
	require.Empty(t, articles["own"]["cluster"], "it is of the story and has it from nobody")
	require.Equal(t, "single", articles["own"]["role"])
	require.Equal(t, articles["bees"]["story"], articles["bees-copy"]["story"])
	require.NotEqual(t, articles["first"]["story"], articles["bees"]["story"])
	require.Empty(t, articles["alone"]["story"])

	list := by(rows(t, got["stories.csv"]), "story")
	require.Len(t, list, 2)
	require.Equal(t, map[string]string{
		"story": articles["first"]["story"], "headline": "Ferry Tolsta aground off Carrick Ness with a wedding cake", "articles": "3", "outlets": "3",
		"clusters": "1", "own_reports": "2", "first_published": "2025-03-03T10:00:00Z", "last_published": "2025-03-03T12:00:00Z",
	}, list[articles["first"]["story"]])
	require.Equal(t, "1", list[articles["bees"]["story"]]["own_reports"])
}

// A later version of an outlet's own piece is no report of its own, in stories.csv as in report.csv, and the days of a
// story are those of its pieces, in whatever order their clocks put them.
func TestAStoryCountsVersionsOnceAndKnowsItsDays(t *testing.T) {
	in := t.TempDir()
	line := func(id, outlet, date, text string) string {
		return line(t, map[string]string{"id": id, "outlet": outlet, "published": date, "title": "Ferry Tolsta aground off Carrick Ness with a wedding cake", "text": text})
	}
	write(t, in, "in.jsonl",
		line("first", "The Pier Post", "2025-03-03T10:00:00Z", ferry)+
			line("later", "The Pier Post", "2025-03-03T16:00:00Z", ferry+"\nThe harbour master of Port Erran said in the evening that the buoy would be brought back to its old place before the week was out.\n\nEngineers of the line went down into the hull at low water with lamps and found two bent plates and a great deal of sand, and they mean to weld until Wednesday; until then the Sleat, which is smaller and takes no horses, sails in her place at nine, one and six.\n\nWhoever had a cabin for the night gets the fare back, the line announced, and a voucher for a breakfast in the canteen of the pier. The horses went home by road, round the loch, which took them until midnight, and the driver said that they had slept better than he did.\n")+
			line("hour", "Erran Echo", "2025-03-03T11:00:00", ownFerry))
	got, _ := mustRun(t, Options{Paths: []string{in}})
	articles := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "update", articles["later"]["role"])
	require.NotEmpty(t, articles["hour"]["story"])
	list := rows(t, got["stories.csv"])
	require.Len(t, list, 1)
	require.Equal(t, "3", list[0]["articles"])
	require.Equal(t, "2", list[0]["own_reports"])
	require.Equal(t, "2025-03-03T10:00:00Z", list[0]["first_published"], "an hour that may be of any zone comes first only by what it shows")
	require.Equal(t, "2025-03-03T16:00:00Z", list[0]["last_published"])
}

// stories.csv says of the families of testdata what report.csv does.
func TestStoriesAgreeWithTheReport(t *testing.T) {
	inTestdata(t)
	got, _ := mustRun(t, Options{Paths: []string{"stories", "example"}})
	type counts struct{ articles, outlets, clusters, own map[string]bool }
	found := map[string]*counts{}
	of := map[string]string{} // the story of each cluster
	for _, a := range rows(t, got["report.csv"]) {
		if a["cluster"] != "" {
			require.NotEmpty(t, a["story"], "%s: what derives from one upstream reports one event", a["article"])
			if s, ok := of[a["cluster"]]; ok {
				require.Equal(t, s, a["story"], "cluster %s is of one story", a["cluster"])
			}
			of[a["cluster"]] = a["story"]
		}
		if a["story"] == "" {
			continue
		}
		c := found[a["story"]]
		if c == nil {
			c = &counts{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
			found[a["story"]] = c
		}
		c.articles[a["article"]] = true
		if a["outlet"] != "" {
			c.outlets[a["outlet"]] = true
		}
		if a["cluster"] != "" {
			c.clusters[a["cluster"]] = true
		}
		if a["role"] == "single" || a["role"] == "origin" {
			c.own[a["article"]] = true
		}
	}
	list := by(rows(t, got["stories.csv"]), "story")
	require.Len(t, list, len(found))
	require.Greater(t, len(list), 5)
	for id, s := range list {
		c := found[id]
		require.NotNil(t, c, id)
		require.Greater(t, len(c.articles), 1, id)
		require.Equal(t, strconv.Itoa(len(c.articles)), s["articles"], id)
		require.Equal(t, strconv.Itoa(len(c.outlets)), s["outlets"], id)
		require.Equal(t, strconv.Itoa(len(c.clusters)), s["clusters"], id)
		require.Equal(t, strconv.Itoa(len(c.own)), s["own_reports"], id)
		require.NotEmpty(t, s["headline"], id)
	}
}
