package job

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	"wiretrace/report"
)

func TestFilesReadBeforeAreNotReadAgain(t *testing.T) {
	n := startNights(t, Options{})
	write(t, "in", "one.txt", ferry, "two.txt", bees)
	first := n.next()
	require.Equal(t, &report.Night{New: 2, Stories: report.StoryCount{Alone: 2}}, first.summary.Night)
	var stats Stats
	second := n.next(func(o *Options) { o.Stats = &stats })
	require.Equal(t, &report.Night{KnownFiles: 2}, second.summary.Night)
	require.Empty(t, second.files, "there is nothing to report")
	require.Zero(t, stats.InputBytes, "nothing is read")

	// One that was only touched is the same, tonight and later.
	later := time.Now().Add(time.Hour)
	require.NoError(t, os.Chtimes("in/one.txt", later, later))
	require.Equal(t, &report.Night{KnownFiles: 2}, n.next().summary.Night)
	n.open(func(a *archive.Archive) {
		require.NoError(t, a.Files(context.Background(), func(f archive.File) error {
			require.Equal(t, 1, f.Articles, f.Path)
			if filepath.Base(f.Path) == "one.txt" {
				require.Equal(t, later.UnixNano(), f.Modified)
			}
			return nil
		}))
	})
}

func TestAChangedFileIsTheSameArticle(t *testing.T) {
	for name, judge := range map[string]int{"all judged anew": 0, "nothing judged anew": -1} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: judge})
			n.read(item{"copy", "Gull Daily", "2024-04-30T11:00:00Z", ferry})
			const head = "The Pier Post\nFerry rests on a sandbank\nBy Ailsa Crombie\n30 April 2024 10:00am GMT\n\n"
			const update = "\nUpdate: the harbour office is looking into the matter and asks for patience.\n"
			write(t, "in", "tolsta.txt", head+ferry)
			first := n.next().articles(t)["tolsta.txt"]
			require.Equal(t, "origin", first["role"])
			require.Empty(t, first["changed_since"])
			write(t, "in", "tolsta.txt", head+ferry+update)
			m := n.next()
			require.Equal(t, [2]int{0, 1}, [2]int{m.summary.Night.New, m.summary.Night.Changed})
			articles := m.articles(t)
			require.Len(t, articles, 2, "it has one row")
			now := articles["tolsta.txt"]
			require.Equal(t, first["cluster"], now["cluster"])
			require.Equal(t, "origin", now["role"])
			require.Equal(t, nightName(1), now["article_first_seen"])
			require.Equal(t, nightName(1), now["changed_since"])
			require.Greater(t, wordsOf(t, now["words"]), wordsOf(t, first["words"]))
			require.Equal(t, "tolsta.txt", articles["copy"]["source_article"])

			// It keeps both times from then on, and changes again.
			n.sound()
			later := n.next(whole).articles(t)["tolsta.txt"]
			require.Equal(t, nightName(1), later["changed_since"])
			write(t, "in", "tolsta.txt", head+ferry+update+update)
			later = n.next().articles(t)["tolsta.txt"]
			require.Equal(t, nightName(1), later["article_first_seen"])
			require.Equal(t, nightName(2), later["changed_since"])

			// What has become another piece leaves its cluster, and the other of the two too.
			write(t, "in", "tolsta.txt", head+bees)
			articles = n.next().articles(t)
			require.Empty(t, articles["tolsta.txt"]["cluster"])
			require.Empty(t, articles["copy"]["cluster"])
			require.Equal(t, "single", articles["copy"]["role"])
			n.sound()
			n.open(func(a *archive.Archive) {
				totals, err := a.Totals(context.Background())
				require.NoError(t, err)
				require.Equal(t, 2, totals.Articles)
				require.Zero(t, totals.Clusters)
				var last archive.Run
				require.NoError(t, a.Runs(context.Background(), 1, func(r archive.Run) error { last = r; return nil }))
				require.Equal(t, 2, last.Articles)
			})
		})
	}
}

// The copies of a piece that changes stay one family.
func TestTheRepresentativeOfAFamilyChanges(t *testing.T) {
	for name, judge := range map[string]int{"all judged anew": 0, "nothing judged anew": -1} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{JudgeAnew: judge})
			write(t, "in", "a.txt", ferry, "b.txt", ferry, "c.txt", ferry)
			family := n.next().articles(t)["b.txt"]["family"]
			require.NotEmpty(t, family)
			write(t, "in", "a.txt", bees)
			m := n.next().articles(t)
			require.Empty(t, m["a.txt"]["cluster"])
			require.NotEmpty(t, m["b.txt"]["cluster"])
			require.Equal(t, m["b.txt"]["family"], m["c.txt"]["family"])
			n.sound()
		})
	}
}

// A piece that comes in another file is a later version of the first, with a row of
// its own.
func TestAnotherFileGivesAnUpdate(t *testing.T) {
	n := startNights(t, Options{})
	n.read(item{"tolsta", "", "", ferry})
	m := n.read(item{"tolsta", "", "", ferry + "\nUpdate: the harbour office is looking into the matter and asks for patience.\n"})
	require.Equal(t, "tolsta", m.articles(t)["tolsta~2"]["source_article"])
	require.Equal(t, "update", m.articles(t)["tolsta~2"]["role"])
	require.Contains(t, m.articles(t)["tolsta~2"]["why"], "a later version of")
	require.Equal(t, "update", rows(t, m.files["links.csv"])[0]["relation"])
	// The order of the two is another one from now on; what they share is not.
	again := n.next(whole)
	require.Equal(t, m.files["links.csv"], again.files["links.csv"])
	require.Equal(t, anonymous(t, m.files, "report.csv"), anonymous(t, again.files, "report.csv"))
}

func TestAFileThatGrewGivesItsNewLines(t *testing.T) {
	n := startNights(t, Options{})
	n.read(item{"a", "The Pier Post", "", ferry})
	m := n.read(item{"b", "Gull Daily", "", bees})
	require.Equal(t, &report.Night{New: 1, KnownArticles: 1, Stories: report.StoryCount{Alone: 1}}, m.summary.Night)
	require.Contains(t, m.articles(t), "b")
	require.NotContains(t, m.articles(t), "a")
}

func TestARecordUnderTwoNamesIsOneArticle(t *testing.T) {
	n := startNights(t, Options{})
	a := item{"a", "The Pier Post", "", ferry}
	write(t, "in", "one.jsonl", a.line(t), "two.jsonl", a.line(t)+item{"b", "Gull Daily", "", bees}.line(t)+a.line(t))
	m := n.next()
	require.Equal(t, &report.Night{New: 2, KnownArticles: 2, Stories: report.StoryCount{Alone: 2}}, m.summary.Night)
	require.Len(t, m.articles(t), 2)
	write(t, "in", "three.jsonl", a.line(t))
	require.Equal(t, &report.Night{KnownFiles: 2, KnownArticles: 1}, n.next().summary.Night)
	require.Equal(t, &report.Night{KnownFiles: 3}, n.next().summary.Night)
}

// What could not be read for its rights or a failing disk is tried again; what
// is no article is not.
func TestAFileThatCouldNotBeReadIsTriedAgain(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	n := startNights(t, Options{})
	write(t, "in", "one.txt", ferry, "two.txt", bees, "broken.jsonl", "{\n")
	require.NoError(t, os.Chmod("in/two.txt", 0))
	require.Equal(t, 2, n.next().summary.Problems)
	require.Zero(t, n.next().summary.Problems, "once is enough")
	require.NoError(t, os.Chmod("in/two.txt", 0o644))
	m := n.next()
	require.Zero(t, m.summary.Problems)
	require.Equal(t, &report.Night{New: 1, KnownFiles: 2, Stories: report.StoryCount{Alone: 1}}, m.summary.Night)
}

// What could not be read is told once, and again when the file has changed.
func TestABadFileIsToldOnce(t *testing.T) {
	n := startNights(t, Options{})
	write(t, "in", "one.txt", ferry, "broken.jsonl", "{\n")
	require.NoError(t, os.Symlink("nowhere", "in/link.txt"))
	first := n.next()
	require.Equal(t, 2, first.summary.Problems)
	require.Len(t, rows(t, first.files["problems.csv"]), 2)

	second := n.next()
	require.Zero(t, second.summary.Problems)
	require.Empty(t, second.files, "there is nothing to report")

	write(t, "in", "two.txt", bees)
	third := n.next()
	require.Zero(t, third.summary.Problems)
	require.Empty(t, rows(t, third.files["problems.csv"]))

	write(t, "in", "broken.jsonl", "{]\n")
	fourth := n.next()
	require.Equal(t, 1, fourth.summary.Problems)
	require.Len(t, rows(t, fourth.files["problems.csv"]), 1)
	require.Equal(t, 4, n.n)
	n.sound()
}

// A path that is not there is no file that is known: maybe a disk is missing.
func TestAMissingPathIsToldEveryNight(t *testing.T) {
	n := startNights(t, Options{Paths: []string{"in", "elsewhere"}})
	write(t, "in", "one.txt", ferry)
	require.Equal(t, 1, n.next().summary.Problems)
	require.Equal(t, 1, n.next().summary.Problems)
}

// The report of a day grows by what later runs of the day find, problems too.
func TestTheReportOfADayGrows(t *testing.T) {
	n := startNights(t, Options{})
	at := func(hours int) func(*Options) {
		return func(o *Options) { o.Out, o.Now = "day", firstNight.Add(time.Duration(hours)*time.Hour) }
	}
	write(t, "in", "one.txt", ferry, "broken.jsonl", "{\n")
	n.next(at(0))
	write(t, "in", "two.txt", ferry, "three.txt", bees)
	m := n.next(at(1))
	require.Equal(t, 2, m.summary.Night.New)
	require.Equal(t, 1, m.summary.Night.SameDay)
	require.Zero(t, m.summary.Problems, "tonight's alone are counted")
	require.Len(t, m.articles(t), 3)
	require.Len(t, rows(t, m.files["problems.csv"]), 1)

	// With nothing new it stands as it is; with a bad file alone it holds what it held.
	before := files(t, "day")
	_, summary, err := n.try(func(o *Options) { at(2)(o); o.Out = "./day" })
	require.NoError(t, err)
	require.Empty(t, summary.Dir)
	require.Equal(t, "./day", summary.Night.Standing)
	require.Equal(t, before, files(t, "day"))
	write(t, "in", "more.jsonl", "{\n")
	m = n.next(at(30))
	require.Equal(t, 1, m.summary.Problems)
	require.Len(t, m.articles(t), 3)
	require.Len(t, rows(t, m.files["problems.csv"]), 2)

	// The next day's begins anew.
	write(t, "in", "four.txt", ferry+" And more.")
	m = n.next(at(60))
	require.NotContains(t, m.articles(t), "three.txt")
	n.sound()
}
