package job

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	"wiretrace/report"
)

// nights are runs with one archive, a day apart, all within the current folder.
type nights struct {
	t    testing.TB
	file string // of the archive
	o    Options
	n    int // nights so far
}

// firstNight is when the first of them begins.
var firstNight = time.Date(2024, 5, 1, 3, 0, 0, 0, time.UTC)

// startNights changes to a new folder.
func startNights(t testing.TB, o Options) *nights {
	t.Helper()
	t.Chdir(t.TempDir())
	if len(o.Paths) == 0 {
		o.Paths = []string{"in"}
	}
	require.NoError(t, os.MkdirAll("in", 0o777))
	o.Report.Archived = true
	return &nights{t: t, file: "news.db", o: o}
}

// A morning night is what one of them wrote and said.
type morning struct {
	files   map[string]string
	summary *report.Summary
}

func (n *nights) next(change ...func(*Options)) morning {
	n.t.Helper()
	files, summary, err := n.try(change...)
	require.NoError(n.t, err)
	return morning{files, summary}
}

// try runs the next night, which may fail.
func (n *nights) try(change ...func(*Options)) (map[string]string, *report.Summary, error) {
	n.t.Helper()
	o := n.o
	a, err := archive.Open(n.file, archive.Options{})
	require.NoError(n.t, err)
	defer func() { require.NoError(n.t, a.Close()) }()
	o.Archive, o.Out, o.Now = a, fmt.Sprintf("night%02d", n.n), firstNight.AddDate(0, 0, n.n)
	for _, f := range change {
		f(&o)
	}
	n.n++
	summary, err := Run(context.Background(), o)
	if err != nil {
		return nil, nil, err
	}
	if summary.Dir == "" { // there was nothing to report
		return nil, summary, nil
	}
	return files(n.t, o.Out), summary, nil
}

func whole(o *Options) { o.Whole = true }

// open reads the archive as it lies.
func (n *nights) open(use func(a *archive.Archive)) {
	n.t.Helper()
	a, err := archive.Open(n.file, archive.Options{ReadOnly: true})
	require.NoError(n.t, err)
	use(a)
	require.NoError(n.t, a.Close())
}

// sound checks the archive.
func (n *nights) sound() {
	n.t.Helper()
	n.open(func(a *archive.Archive) {
		faults, err := a.Check(context.Background(), nil)
		require.NoError(n.t, err)
		require.Empty(n.t, faults)
	})
}

// anonymous are the rows of a file of a report without what depends on when an
// article was read: clusters and families are named by their first article.
// It returns each row as text, sorted.
func anonymous(t testing.TB, files map[string]string, name string) []string {
	t.Helper()
	names := map[string]string{"": ""}
	articles := rows(t, files["report.csv"])
	slices.SortFunc(articles, func(x, y map[string]string) int { return strings.Compare(x["article"], y["article"]) })
	for _, a := range articles {
		for _, column := range []string{"story", "cluster", "family"} {
			if names[a[column]] == "" && a[column] != "" {
				names[a[column]] = a["article"]
			}
		}
	}
	var out []string
	for _, r := range rows(t, files[name]) {
		var b strings.Builder
		for _, column := range slices.Sorted(mapKeys(r)) {
			v := r[column]
			switch column {
			case "cluster_first_seen", "article_first_seen", "changed_since", "news":
				continue
			case "story", "cluster", "family":
				v = names[v]
			}
			fmt.Fprintf(&b, "%s=%q ", column, v)
		}
		out = append(out, b.String())
	}
	slices.Sort(out)
	return out
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// storyless are the rows of report.csv without the stories they are in, which a
// large archive does not find anew: what makes two articles of earlier nights
// reports of one event is kept only where they are linked.
func storyless(t testing.TB, files map[string]string) map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["report.csv"], "\ufeff"))).ReadAll()
	require.NoError(t, err)
	k := slices.Index(all[0], "story")
	require.GreaterOrEqual(t, k, 0)
	for i := range all {
		all[i] = slices.Delete(all[i], k, k+1)
	}
	var b strings.Builder
	require.NoError(t, csv.NewWriter(&b).WriteAll(all))
	out := maps.Clone(files)
	out["report.csv"] = b.String()
	return out
}

// csvFiles are those that a report has but for problems.csv.
var csvFiles = []string{"report.csv", "stories.csv", "clusters.csv", "links.csv", "passages.csv", "credits.csv", "quotes.csv"}

// requireSame holds the last of many nights against one reading of all.
func requireSame(t testing.TB, once, nights map[string]string, names ...string) {
	t.Helper()
	for _, name := range names {
		want, got := anonymous(t, once, name), anonymous(t, nights, name)
		missing, extra := without(want, got), without(got, want)
		for i := range min(3, len(missing)) {
			t.Logf("%s only at once: %s", name, missing[i])
		}
		for i := range min(3, len(extra)) {
			t.Logf("%s only by nights: %s", name, extra[i])
		}
		require.Empty(t, len(missing)+len(extra), "rows of %s that differ, of %d", name, len(want))
	}
}

// without returns what stands in a but not in b; both are sorted.
func without(a, b []string) (out []string) {
	for _, x := range a {
		if _, has := slices.BinarySearch(b, x); !has {
			out = append(out, x)
		}
	}
	return out
}

// A split is how articles come over several nights.
type split struct {
	nights int
	seed   uint64 // 0: in order
}

// deal deals n articles out to nights.
func (s split) deal(n int) [][]int {
	out := make([][]int, s.nights)
	r := rand.New(rand.NewPCG(s.seed, 1))
	for i := range n {
		k := i * s.nights / n
		if s.seed > 0 {
			k = r.IntN(s.nights)
		}
		out[k] = append(out[k], i)
	}
	if s.seed > 0 {
		for _, list := range out {
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		}
	}
	return out
}

// storyNights reads the families of testdata night by night, and at once.
func storyNights(t *testing.T, s split, o Options) (once, last map[string]string) {
	t.Helper()
	stories := files(t, "../testdata/stories")
	o.gazetteerOnly = true
	n := startNights(t, o)
	names := slices.Sorted(mapKeys(stories))
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "truth.json") })
	for k, list := range s.deal(len(names)) {
		for _, i := range list {
			write(t, "in", names[i], stories[names[i]])
		}
		if k == s.nights-1 {
			last = n.next(whole).files
		} else {
			n.next()
		}
	}
	n.sound()
	once, _ = mustRun(t, Options{Paths: []string{"in"}, Out: "once", plainWords: o.plainWords, gazetteerOnly: true})
	return once, last
}

// generatedNights reads made-up articles from a file that grows from night to
// night, and all at once.
func generatedNights(t *testing.T, articles int, s split, o Options) (once, last map[string]string) {
	t.Helper()
	path, _ := generated(t, articles)
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := strings.SplitAfter(string(b), "\n")
	lines = lines[:articles]
	o.gazetteerOnly = true
	n := startNights(t, o)
	file := filepath.Join("in", "crawl.jsonl")
	for k, list := range s.deal(len(lines)) {
		f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
		require.NoError(t, err)
		for _, i := range list {
			_, err := f.WriteString(lines[i])
			require.NoError(t, err)
		}
		require.NoError(t, f.Close())
		if k == s.nights-1 {
			last = n.next(whole).files
		} else {
			n.next()
		}
	}
	n.sound()
	once, _ = mustRun(t, Options{Paths: []string{"in"}, Out: "once", plainWords: o.plainWords, gazetteerOnly: true})
	return once, last
}

func TestNightsAreOneReading(t *testing.T) {
	for _, s := range []split{{10, 0}, {10, 1}, {4, 3}} {
		t.Run(fmt.Sprintf("stories, %d nights, seed %d", s.nights, s.seed), func(t *testing.T) {
			once, last := storyNights(t, s, Options{})
			requireSame(t, once, last, csvFiles...)
		})
	}
	for _, s := range []split{{10, 1}} {
		t.Run(fmt.Sprintf("generated, %d nights, seed %d", s.nights, s.seed), func(t *testing.T) {
			once, last := generatedNights(t, 600, s, Options{})
			requireSame(t, once, last, csvFiles...)
		})
	}
}

// agreement returns the part of the groups of two partitions of the same
// articles, by one column of report.csv, that both have.
func agreement(t testing.TB, once, nights map[string]string, column string) float64 {
	t.Helper()
	groups := func(files map[string]string) []string {
		list := map[string][]string{}
		for _, r := range rows(t, files["report.csv"]) {
			name := r[column]
			if name == "" {
				name = "alone " + r["article"]
			}
			list[name] = append(list[name], r["article"])
		}
		var out []string
		for _, articles := range list {
			slices.Sort(articles)
			out = append(out, strings.Join(articles, " "))
		}
		slices.Sort(out)
		return out
	}
	a, b := groups(once), groups(nights)
	missing, extra := without(a, b), without(b, a)
	for _, x := range missing {
		t.Logf("%s only at once: %s", column, x)
	}
	for _, x := range extra {
		t.Logf("%s only by nights: %s", column, x)
	}
	same := len(a) - len(missing)
	return float64(same) / float64(same+len(missing)+len(extra))
}

// equal returns the part of the articles of which both reports say the same in
// a column.
func equal(t testing.TB, once, nights map[string]string, column string) float64 {
	t.Helper()
	a, b := by(rows(t, once["report.csv"]), "article"), by(rows(t, nights["report.csv"]), "article")
	same := 0
	for id := range a {
		if a[id][column] == b[id][column] {
			same++
		} else {
			t.Logf("%s of %s: at once %q, by nights %q", column, id, a[id][column], b[id][column])
		}
	}
	return float64(same) / float64(len(a))
}

// In a large archive nothing is judged anew. If words are worth the same from
// night to night, that changes nothing but which of many that share little are
// held against each other: that is decided in the night that they come.
func TestNightsOfALargeArchiveAreOneReadingButForTheWorthOfWords(t *testing.T) {
	o := Options{JudgeAnew: -1, plainWords: true}
	for _, s := range []split{{10, 2}, {6, 5}, {25, 7}} {
		t.Run(fmt.Sprintf("stories, %d nights, seed %d", s.nights, s.seed), func(t *testing.T) {
			once, last := storyNights(t, s, o)
			requireSame(t, storyless(t, once), storyless(t, last), "report.csv", "clusters.csv")
		})
	}
	for _, s := range []split{{6, 5}} {
		t.Run(fmt.Sprintf("generated, %d nights, seed %d", s.nights, s.seed), func(t *testing.T) {
			once, last := generatedNights(t, 600, s, o)
			require.Equal(t, 1.0, agreement(t, once, last, "family"))
			require.Greater(t, agreement(t, once, last, "cluster"), 0.98)
			require.Greater(t, equal(t, once, last, "role"), 0.99)
			require.Greater(t, equal(t, once, last, "source_article"), 0.99)
		})
	}
}

// Words that are found to be rarer or more common by and by move little.
func TestNightsOfALargeArchiveAreNearlyOneReading(t *testing.T) {
	check := func(once, last map[string]string) {
		require.Equal(t, 1.0, agreement(t, once, last, "family"))
		require.Greater(t, agreement(t, once, last, "cluster"), 0.97)
		require.Greater(t, equal(t, once, last, "role"), 0.98)
		require.Greater(t, equal(t, once, last, "source_article"), 0.97)
	}
	t.Run("stories", func(t *testing.T) { check(storyNights(t, split{10, 1}, Options{JudgeAnew: -1})) })
	t.Run("generated", func(t *testing.T) { check(generatedNights(t, 600, split{10, 1}, Options{JudgeAnew: -1})) })
}

// What one night had no room for is read by a later one that has, whichever option set the bound and wherever it lies; what
// is known of the same files is not told anew.
func TestANightWithMoreRoomReadsWhatWasTooLarge(t *testing.T) {
	story := strings.Repeat("The ferry Tolsta lay on the sandbank off Carrick Ness for a day and nobody on board minded but the bride. ", 40)
	long := `{"id": "long", "text": "` + story + `"}` + "\n"
	short := `{"id": "short", "text": "The harbour of Oban stays open this winter, said the council, after the pier was mended in May by its own men."}` + "\n"
	zipped := func(content string) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		f, err := z.Create("news.jsonl")
		require.NoError(t, err)
		_, err = f.Write([]byte(content))
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return b.String()
	}
	for name, file := range map[string][2]string{
		"a line":       {"news.jsonl", long + short},
		"a file":       {"long.txt", story},
		"an archive":   {"news.zip", zipped(long + short)},
		"many in HTML": {"long.html", "<html><body><article><p>" + story + "</p></article></body></html>"},
	} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{})
			write(t, "in", file[0], file[1])
			write(t, "in", "other.jsonl", strings.ReplaceAll(short, "Oban", "Ullapool"))
			tight := func(o *Options) { o.Reader.MaxRecord = 1000 }
			require.Equal(t, 1, n.next(tight).summary.Problems)
			m := n.next(tight)
			require.Zero(t, m.summary.Problems, "it was told")
			require.Empty(t, m.files, "there is nothing to report")
			m = n.next()
			require.Zero(t, m.summary.Problems)
			require.Len(t, m.articles(t), 1)
			m = n.next()
			require.Equal(t, 2, m.summary.Night.KnownFiles, "all is read")
		})
	}
}

// A clock that is set back, or was far ahead for a night, costs no night its rows.
func TestNightsOfAClockThatJumps(t *testing.T) {
	dir, db := faultyStory(t), filepath.Join(t.TempDir(), "news.db")
	begins := time.Date(2026, 3, 10, 3, 0, 0, 0, time.UTC)
	names := []string{"a.txt", "b.txt", "c.txt", "d.jsonl"}
	var last *report.Summary
	for k, now := range []time.Time{begins, begins.AddDate(10, 0, 0), begins.AddDate(0, 0, -3), begins.AddDate(0, 0, 1)} {
		a, err := archive.Open(db, archive.Options{})
		require.NoError(t, err)
		_, summary := mustRun(t, Options{Paths: []string{filepath.Join(dir, names[k])}, Archive: a, Now: now, Lookback: 60 * 24 * time.Hour, Whole: k == 3})
		faults, err := a.Check(context.Background(), nil)
		require.NoError(t, err)
		require.Empty(t, faults)
		require.NoError(t, a.Close())
		require.Zero(t, summary.Problems)
		require.Positive(t, summary.Articles)
		last = summary
	}
	require.Equal(t, 5, last.Articles)
	require.Equal(t, 1, last.Clusters)
}
