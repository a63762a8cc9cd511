package job

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	made "wiretrace/internal/tools/corpus"
	"wiretrace/report"
)

// spoil keeps the report of a night from its place: the folder is found to be
// somebody's own when all is written.
func spoil(o *Options) {
	o.Progress = func(p Progress) {
		if p.Step == Writing {
			_ = os.MkdirAll(o.Out, 0o777)
			_ = os.WriteFile(filepath.Join(o.Out, "mine.txt"), []byte("mine"), 0o666)
		}
	}
}

func TestANightWhoseReportNeverArrivedIsToldByTheNext(t *testing.T) {
	for _, newOnly := range []bool{false, true} {
		n := startNights(t, Options{NewOnly: newOnly})
		n.read(item{"a", "The Pier Post", "2024-04-30T10:00:00Z", ferry})
		write(t, "in", "late.jsonl", item{"b", "Gull Daily", "2024-04-30T12:00:00Z", ferry}.line(t)+item{"z", "Gull Daily", "2024-04-30T12:00:00Z", bees}.line(t))
		_, _, err := n.try(spoil)
		require.ErrorContains(t, err, "mine.txt")
		n.open(func(a *archive.Archive) {
			runs, err := a.Undelivered(context.Background())
			require.NoError(t, err)
			require.Equal(t, []int64{2}, runs)
		})
		m := n.next()
		require.Equal(t, &report.Night{Late: 2, Clustered: 1, KnownFiles: 2, Stories: report.StoryCount{Reports: 1, Alone: 1}}, m.summary.Night)
		require.Contains(t, m.articles(t), "b")
		require.Contains(t, m.articles(t), "z")
		require.Equal(t, !newOnly, m.articles(t)["a"] != nil)
		again := n.next()
		require.Equal(t, &report.Night{KnownFiles: 2}, again.summary.Night, "once is enough")
		require.Empty(t, again.files)
		n.sound()
	}
}

// Of a cancelled run nothing is kept.
func TestACancelledNightLeavesNothing(t *testing.T) {
	n := startNights(t, Options{})
	n.read(item{"a", "The Pier Post", "", ferry})
	write(t, "in", "more.jsonl", item{"b", "Gull Daily", "", ferry}.line(t))
	for _, step := range []Step{Reading, Grouping, Writing} {
		a, err := archive.Open(n.file, archive.Options{})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(context.Background())
		o := n.o
		o.Archive, o.Out, o.Now = a, "cancelled", firstNight.AddDate(0, 0, 1)
		o.Progress = func(p Progress) {
			if p.Step == step {
				cancel()
			}
		}
		_, err = Run(ctx, o)
		require.ErrorIs(t, err, context.Canceled, step)
		require.NoError(t, a.Close())
		require.NoDirExists(t, "cancelled")
		cancel()
		n.sound()
		n.open(func(a *archive.Archive) {
			totals, err := a.Totals(context.Background())
			require.NoError(t, err)
			require.Equal(t, 1, totals.Runs)
			require.Equal(t, 1, totals.Articles)
		})
	}
	require.Equal(t, 1, n.next().summary.Night.New)
}

func TestArticlesBeforeTheWindowAreNotMatched(t *testing.T) {
	days := func(k int) func(*Options) {
		return func(o *Options) { o.Now, o.Lookback = firstNight.AddDate(0, 0, k), 30*24*time.Hour }
	}
	at := func(k int) string { return firstNight.AddDate(0, 0, k).Format(time.RFC3339) }
	for name, judge := range map[string]int{"all judged anew": 0, "nothing judged anew": -1} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: judge})
			give := func(items ...item) {
				for _, x := range items {
					write(t, "in", x.id+".jsonl", x.line(t))
				}
			}
			// Both stories are told on the first night; one goes on after 20 days.
			give(item{"f1", "The Pier Post", at(0), ferry}, item{"f2", "Gull Daily", at(0), ferry}, item{"b1", "Erran Echo", at(0), bees}, item{"b2", "Gull Daily", at(0), bees})
			first := n.next(days(0)).articles(t)
			require.NotEqual(t, first["f1"]["cluster"], first["b1"]["cluster"])
			give(item{"f3", "Erran Echo", at(20), ferry})
			require.Equal(t, first["f1"]["cluster"], n.next(days(20)).articles(t)["f3"]["cluster"])

			// After 40 days the one that went on is still there, whole; the other is not.
			give(item{"f4", "Carrick Courier", at(40), ferry}, item{"b3", "Carrick Courier", at(40), bees})
			m := n.next(days(40))
			last := m.articles(t)
			require.Equal(t, first["f1"]["cluster"], last["f4"]["cluster"])
			require.Equal(t, "f1", last["f4"]["source_article"])
			require.Equal(t, "4", m.clusters(t)[first["f1"]["cluster"]]["articles"])
			require.Equal(t, "single", last["b3"]["role"])
			require.NotContains(t, last, "b1")
			n.sound()
			n.open(func(a *archive.Archive) {
				shown, err := a.Show(context.Background(), first["b1"]["cluster"])
				require.NoError(t, err)
				require.Len(t, shown.Articles, 2, "what is outside of the window stays as it was")
				var last archive.Run
				require.NoError(t, a.Runs(context.Background(), 1, func(r archive.Run) error {
					last = r
					return nil
				}))
				require.Equal(t, 7, last.Articles)
				require.Equal(t, 2, last.Clusters)
			})
			// The same story again, when all that told it is out of the window.
			give(item{"f5", "The Pier Post", at(100), ferry}, item{"f6", "Gull Daily", at(100), ferry})
			anew := n.next(days(100)).articles(t)
			require.NotEqual(t, first["f1"]["cluster"], anew["f5"]["cluster"])
			require.Equal(t, anew["f5"]["cluster"], anew["f6"]["cluster"])
			require.Len(t, anew, 2)
		})
	}
}

// For a sheet that rows are added to.
func TestRowsOfTonightAlone(t *testing.T) {
	n := startNights(t, Options{NewOnly: true})
	n.read(item{"a", "The Pier Post", "2024-04-30T10:00:00Z", ferry}, item{"z", "Erran Echo", "", bees})
	m := n.read(item{"b", "Gull Daily", "2024-04-30T12:00:00Z", ferry})
	require.Len(t, m.articles(t), 1)
	b := m.articles(t)["b"]
	require.Equal(t, "copy", b["role"])
	require.Equal(t, "a", b["source_article"])
	require.Equal(t, nightName(1), b["article_first_seen"])
	require.Len(t, m.clusters(t), 1)
	for _, name := range []string{"passages.csv", "links.csv", "quotes.csv"} {
		for _, r := range rows(t, m.files[name]) {
			require.Equal(t, "b", r["article"], name)
		}
	}
	// The rows of all nights make one sheet: no article stands there twice.
	require.Empty(t, n.read().files, "no report rather than an empty one")
}

// A night that is told again has the rows of the report that was not seen, those too
// of clusters of earlier articles that it changed by judging them anew.
func TestANightToldAgainHasAllItsRows(t *testing.T) {
	g, err := made.New(made.Options{Articles: 400, Seed: 3})
	require.NoError(t, err)
	var news, truth bytes.Buffer
	_, err = g.Write(context.Background(), &news, &truth)
	require.NoError(t, err)
	lines := bytes.SplitAfter(news.Bytes(), []byte("\n"))
	const half = 200
	later := func(k int) func(*Options) { return func(o *Options) { o.Now = firstNight.AddDate(0, 0, k) } }

	var told []string
	for _, lost := range []bool{false, true} {
		n := startNights(t, Options{})
		write(t, "in", "one.jsonl", string(bytes.Join(lines[:half], nil)))
		n.next(later(0))
		write(t, "in", "two.jsonl", string(bytes.Join(lines[half:], nil)))
		if lost {
			_, _, err := n.try(later(1), spoil)
			require.ErrorContains(t, err, "mine.txt")
		}
		m := n.next(later(1))
		told = append(told, m.files["report.csv"], m.files["links.csv"], m.files["clusters.csv"])
		n.sound()
	}
	require.Equal(t, told[:3], told[3:])
}
