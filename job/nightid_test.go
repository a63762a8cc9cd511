package job

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
)

// An item is an article of these tests.
type item struct{ id, outlet, published, text string }

func (x item) line(t testing.TB) string {
	return line(t, map[string]string{"id": x.id, "outlet": x.outlet, "published": x.published, "title": x.id, "text": x.text})
}

// read reads articles as the next night's.
func (n *nights) read(items ...item) morning {
	n.t.Helper()
	f, err := os.OpenFile("in/crawl.jsonl", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	require.NoError(n.t, err)
	for _, x := range items {
		_, err := f.WriteString(x.line(n.t))
		require.NoError(n.t, err)
	}
	require.NoError(n.t, f.Close())
	return n.next()
}

// articles are the rows of report.csv by article.
func (m morning) articles(t testing.TB) map[string]map[string]string {
	t.Helper()
	return by(rows(t, m.files["report.csv"]), "article")
}

func (m morning) clusters(t testing.TB) map[string]map[string]string {
	t.Helper()
	return by(rows(t, m.files["clusters.csv"]), "cluster")
}

// nightName is how a night is written in report.csv.
func nightName(n int) string { return firstNight.AddDate(0, 0, n).Format(time.RFC3339) }

func TestAClusterThatGrowsKeepsItsNames(t *testing.T) {
	n := startNights(t, Options{})
	first := n.read(
		item{"b", "The Pier Post", "2024-04-30T10:00:00Z", ferry},
		item{"c", "Gull Daily", "2024-04-30T12:00:00Z", "Ferry news.\n\n" + ferry},
		item{"z", "Gull Daily", "2024-04-30T13:00:00Z", bees},
	).articles(t)
	require.NotEmpty(t, first["b"]["cluster"])
	require.Equal(t, "origin", first["b"]["role"])
	require.Equal(t, first["b"]["cluster"], first["c"]["cluster"])
	require.Equal(t, "single", first["z"]["role"])

	second := n.read(item{"d", "Sound of Tolsta", "2024-05-01T09:00:00Z", ferry + "\nThe wedding was on Tuesday.\n"})
	require.Equal(t, first["b"]["cluster"], second.articles(t)["d"]["cluster"])
	require.Equal(t, first["b"]["family"], second.articles(t)["d"]["family"])
	require.Equal(t, "b", second.articles(t)["d"]["source_article"])
	require.Equal(t, "3", second.clusters(t)[first["b"]["cluster"]]["articles"])
	require.NotContains(t, second.articles(t), "z", "it has nothing to do with tonight")

	// The true first is read last: it takes its place, the names stay.
	third := n.read(item{"a", "Carrick Courier", "2024-04-30T08:00:00Z", ferry}).articles(t)
	for _, id := range []string{"a", "b", "c", "d"} {
		require.Equal(t, first["b"]["cluster"], third[id]["cluster"])
		require.Equal(t, first["b"]["family"], third[id]["family"])
		require.Equal(t, nightName(0), third[id]["cluster_first_seen"])
	}
	require.Equal(t, "origin", third["a"]["role"])
	require.Equal(t, "copy", third["b"]["role"])
	require.Equal(t, "a", third["d"]["source_article"])
	for id, night := range map[string]int{"a": 2, "b": 0, "c": 0, "d": 1} {
		require.Equal(t, nightName(night), third[id]["article_first_seen"], id)
	}
	n.sound()
	n.open(func(a *archive.Archive) {
		shown, err := a.Show(context.Background(), first["b"]["cluster"])
		require.NoError(t, err)
		require.Equal(t, "a", shown.Cluster.OriginArticle)
		require.Len(t, shown.Articles, 4)
	})
}

// paragraphs are the first and the last two of a text.
func paragraphs(text string) (head, tail string) {
	p := strings.SplitAfter(text, "\n\n")
	k := len(p) / 2
	return strings.Join(p[:k], ""), strings.Join(p[k:], "")
}

// lifeboats makes the last two paragraphs of the ferry long enough outside
// quotations to be known again.
const lifeboats = `The Maritime Rescue Centre in Port Erran sent two lifeboats and a helicopter, which circled the Tolsta for forty minutes and went home again for want of fuel. Investigators will look into a navigation buoy that had been reported adrift in August.
`

func TestClustersThatALaterArticleJoinsBecomeTheOlder(t *testing.T) {
	for name, judge := range map[string]int{"all judged anew": 0, "nothing judged anew": -1} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: judge})
			whole := ferry + lifeboats
			head, tail := paragraphs(whole)
			one := n.read(
				item{"h1", "The Pier Post", "2024-04-30T10:00:00Z", head}, item{"h2", "Gull Daily", "2024-04-30T11:00:00Z", head},
			).articles(t)["h1"]["cluster"]
			two := n.read(
				item{"t1", "Erran Echo", "2024-04-30T12:00:00Z", tail}, item{"t2", "Carrick Courier", "2024-04-30T13:00:00Z", tail},
			).articles(t)["t1"]["cluster"]
			require.NotEmpty(t, one)
			require.NotEmpty(t, two)
			require.NotEqual(t, one, two)
			joined := n.read(item{"whole", "Sound of Tolsta", "2024-04-30T09:00:00Z", whole})
			require.Len(t, joined.clusters(t), 1)
			for id, a := range joined.articles(t) {
				require.Equal(t, one, a["cluster"], id)
				require.Equal(t, nightName(0), a["cluster_first_seen"])
			}
			require.Len(t, joined.articles(t), 5)
			require.Equal(t, "origin", joined.articles(t)["whole"]["role"])
			n.sound()
			n.open(func(a *archive.Archive) {
				shown, err := a.Show(context.Background(), two)
				require.NoError(t, err)
				require.True(t, shown.Merged)
				require.Equal(t, one, shown.ID)
				var last archive.Run
				require.NoError(t, a.Runs(context.Background(), 1, func(r archive.Run) error {
					last = r
					return nil
				}))
				require.Equal(t, 1, last.Clusters)
				require.Equal(t, 5, last.Articles)
			})
		})
	}
}

func TestAnUpstreamThatArrivesIsPresent(t *testing.T) {
	for name, judge := range map[string]int{"all judged anew": 0, "nothing judged anew": -1} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: judge})
			retold := func(lead string) string { return lead + "\n\n" + ferry }
			before := n.read(
				item{"x", "The Pier Post", "2024-04-30T10:00:00Z", retold("The story was first reported by Reuters.")},
				item{"y", "Gull Daily", "2024-04-30T11:00:00Z", retold("As first reported by Reuters, the cake is whole.")},
			)
			id := before.articles(t)["x"]["cluster"]
			require.Equal(t, "Reuters", before.clusters(t)[id]["upstream"])
			require.Equal(t, "no", before.clusters(t)[id]["upstream_present"])
			after := n.read(item{"r", "Reuters", "2024-04-30T07:00:00Z", ferry})
			require.Equal(t, "yes", after.clusters(t)[id]["upstream_present"])
			require.Equal(t, "r", after.clusters(t)[id]["origin_article"])
			require.Equal(t, "r", after.articles(t)["y"]["source_article"])
			require.Equal(t, "origin", after.articles(t)["r"]["role"])
		})
	}
}

// A later night that tells all of the window changes nothing and says so.
func TestNothingNewChangesNothing(t *testing.T) {
	n := startNights(t, Options{})
	first := n.read(item{"b", "The Pier Post", "2024-04-30T10:00:00Z", ferry}, item{"c", "Gull Daily", "2024-04-30T12:00:00Z", ferry})
	again := n.next(whole)
	require.Equal(t, anonymous(t, first.files, "report.csv"), anonymous(t, again.files, "report.csv"))
	require.Equal(t, first.files["passages.csv"], again.files["passages.csv"])
	n.open(func(a *archive.Archive) {
		require.NoError(t, a.NewestClusters(context.Background(), 0, func(c *archive.ListedCluster) error {
			require.EqualValues(t, 1, c.LastChanged, "it is as it was")
			return nil
		}))
	})
}

// A paper is called in every table what it calls itself, in the night of its own piece and later.
func TestAnUnknownOutletKeepsItsArticle(t *testing.T) {
	n := startNights(t, Options{})
	own := item{"own", "The Pier Post", "2024-04-30T10:00:00Z", ferry}
	first := n.read(own, item{"same", "Gull Daily", "2024-04-30T12:00:00Z", ferry + "\nThis article first appeared in the Pier Post.\n"})
	second := n.read(item{"next", "Ness Herald", "2024-05-01T09:00:00Z", ferry + "\nThis article was first published by Pier Post.\n"})
	for id, m := range map[string]morning{"same": first, "next": second} {
		a := m.articles(t)
		require.Equal(t, "The Pier Post", a["own"]["outlet"])
		require.Equal(t, "own", a[id]["source_article"])
		for _, column := range []string{"source_outlet", "credit_chain", "upstream"} {
			require.Equal(t, "The Pier Post", a[id][column], "%s of %s", column, id)
		}
		for _, x := range rows(t, m.files["outlets.csv"]) {
			require.NotEqual(t, "Pier Post", x["outlet"])
		}
		for _, c := range rows(t, m.files["credits.csv"]) {
			require.Equal(t, "The Pier Post", c["outlet"])
		}
	}
}
