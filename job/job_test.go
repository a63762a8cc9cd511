package job

import (
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"wiretrace/article/reader"
	"wiretrace/report"
)

// inTestdata makes the repository's testdata the current folder, so that
// reports name files alike wherever they are.
func inTestdata(t testing.TB) {
	t.Helper()
	t.Chdir("../testdata")
}

func TestReportDoesNotDependOnThreadsOrderOrMemory(t *testing.T) {
	inTestdata(t)
	paths, err := filepath.Glob("stories/*")
	require.NoError(t, err)
	paths = append(paths, "example")
	require.Greater(t, len(paths), 8)
	want, summary := mustRun(t, Options{Paths: paths, Threads: 1})
	require.Greater(t, summary.Clusters, 8)
	require.NotEmpty(t, want["report.csv"])

	backwards := slices.Clone(paths)
	slices.Reverse(backwards)
	turned := append(slices.Clone(paths[5:]), paths[:5]...)
	for _, test := range []struct {
		name string
		o    Options
	}{
		{"the same again", Options{Paths: paths, Threads: 1}},
		{"two threads", Options{Paths: paths, Threads: 2}},
		{"seven threads", Options{Paths: paths, Threads: 7}},
		{"paths backwards", Options{Paths: backwards, Threads: 2}},
		{"paths from the middle on", Options{Paths: turned, Threads: 3}},
		{"all spilled", Options{Paths: paths, Threads: 1, Memory: 1, TempDir: t.TempDir()}},
		{"all spilled, seven threads", Options{Paths: turned, Threads: 7, Memory: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, again := mustRun(t, test.o)
			// Problems are listed in the order in which the paths were given.
			require.Equal(t, sortedLines(want["problems.csv"]), sortedLines(got["problems.csv"]))
			got["problems.csv"] = want["problems.csv"]
			require.Empty(t, cmp.Diff(want, got))
			summary.Dir, again.Dir = "", ""
			require.Empty(t, cmp.Diff(summary, again))
		})
	}
}

func sortedLines(text string) []string {
	lines := strings.Split(text, "\r\n")
	slices.Sort(lines)
	return lines
}

func TestReportDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	stories, err := filepath.Abs("../testdata/stories")
	require.NoError(t, err)
	dir := t.TempDir()
	var reports []map[string]string
	for _, backwards := range []bool{false, true} {
		work := filepath.Join(dir, strconv.FormatBool(backwards))
		copyTree(t, stories, filepath.Join(work, "in"), backwards)
		t.Chdir(work)
		got, _ := mustRun(t, Options{Paths: []string{"in"}})
		reports = append(reports, got)
	}
	require.Empty(t, cmp.Diff(reports[0], reports[1]))
}

func TestReportOfGeneratedArticles(t *testing.T) {
	path, _ := generated(t, 300)
	want, summary := mustRun(t, Options{Paths: []string{path}, Threads: 1})
	require.Equal(t, 300, summary.Articles)
	require.Zero(t, summary.Problems)
	require.Greater(t, summary.Clusters, 10)
	require.Len(t, rows(t, want["report.csv"]), 300, "every article has a row")
	got, _ := mustRun(t, Options{Paths: []string{path}, Threads: 3, Memory: 1})
	require.Empty(t, cmp.Diff(want, got))
}

func TestReportIsConsistent(t *testing.T) {
	inTestdata(t)
	got, summary := mustRun(t, Options{Paths: []string{"stories", "example"}})
	articles, clusters := by(rows(t, got["report.csv"]), "article"), by(rows(t, got["clusters.csv"]), "cluster")
	require.Len(t, articles, summary.Articles, "ids are distinct")
	require.Len(t, clusters, summary.Clusters)

	size := map[string]int{}
	for id, a := range articles {
		if a["cluster"] == "" {
			require.Empty(t, a["source_article"], id)
			require.Empty(t, a["family"], id)
			if a["role"] == "single" {
				for _, column := range []string{"source_outlet", "upstream", "credit_chain", "credited", "confidence", "why"} {
					require.Empty(t, a[column], id)
				}
				continue
			}
			// It says by itself whose it is.
			require.Contains(t, []string{"copy", "partial", "rewrite"}, a["role"], id)
			require.NotEmpty(t, a["upstream"], id)
			require.Equal(t, "yes", a["credited"], id)
			require.NotEmpty(t, a["confidence"], id)
			require.NotEmpty(t, a["why"], id)
			continue
		}
		size[a["cluster"]]++
		require.Contains(t, clusters, a["cluster"])
		require.NotEmpty(t, a["family"], id)
		require.NotEqual(t, "single", a["role"], id)
		require.NotEmpty(t, a["confidence"], id)
		require.NotEmpty(t, a["why"], id)
		if s := a["source_article"]; s != "" {
			require.Equal(t, a["cluster"], articles[s]["cluster"], "%s comes from its own cluster", id)
			require.Equal(t, articles[s]["outlet"], a["source_outlet"], id)
		}
		if chain := a["credit_chain"]; chain != "" {
			outlets := strings.Split(chain, " < ")
			require.Equal(t, a["upstream"], outlets[len(outlets)-1], id)
		}
	}
	for id, c := range clusters {
		require.Equal(t, c["articles"], strconv.Itoa(size[id]), id)
		if o := c["origin_article"]; o != "" {
			require.Equal(t, "origin", articles[o]["role"])
		}
	}
	end := map[string]string{}
	for _, p := range rows(t, got["passages.csv"]) {
		id := p["article"]
		if p["n"] == "1" {
			require.Equal(t, "0", p["start"], id)
		} else {
			require.Equal(t, end[id], p["start"], "passages of %s touch", id)
		}
		end[id] = p["end"]
		if s := p["source_article"]; s != "" {
			require.Contains(t, articles, s)
			require.NotEqual(t, id, s)
		}
	}
	for _, l := range rows(t, got["links.csv"]) {
		require.Contains(t, articles, l["article"])
		if l["source_article"] != "" {
			require.Contains(t, articles, l["source_article"])
		}
		require.NotEmpty(t, l["why"])
	}
}

func TestInterruptedJobLeavesTheOldReport(t *testing.T) {
	path, _ := generated(t, 500)
	for _, step := range []Step{Reading, Comparing, Writing} {
		t.Run(string(step), func(t *testing.T) {
			dir, temp := t.TempDir(), t.TempDir()
			out := filepath.Join(dir, "report")
			write(t, dir, "in/ferry.txt", ferry)
			old, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "in")}, Out: out})

			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			var seen atomic.Bool
			_, err := Run(ctx, Options{
				Paths: []string{path}, Out: out, Memory: 1, TempDir: temp, Threads: 2,
				Progress: func(p Progress) {
					if p.Step == step {
						seen.Store(true)
						cancel()
					}
				},
			})
			require.True(t, seen.Load(), "the step was reached")
			require.ErrorIs(t, err, context.Canceled)
			require.Equal(t, old, files(t, out), "the old report stands")
			require.ElementsMatch(t, []string{"in", "report"}, names(t, dir), "nothing else is left")
			require.Empty(t, names(t, temp))
		})
	}
}

func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestFailedJobWritesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "in/ferry.txt", ferry, "notes/todo.txt", "buy cake")
	run := func(out string, paths ...string) error {
		_, err := Run(context.Background(), Options{Paths: paths, Out: filepath.Join(dir, out)})
		return err
	}
	err := run("report", filepath.Join(dir, "nowhere"))
	require.ErrorIs(t, err, reader.ErrNoInput)
	require.ErrorContains(t, run("notes", filepath.Join(dir, "in")), "no part of a wiretrace report")
	require.ErrorContains(t, run("in/ferry.txt", filepath.Join(dir, "in")), "not a folder")
	require.ElementsMatch(t, []string{"in", "notes"}, names(t, dir))
	require.Equal(t, []string{"todo.txt"}, names(t, filepath.Join(dir, "notes")))
}

func TestJobReportsProgressInOrder(t *testing.T) {
	path, _ := generated(t, 600)
	order := []Step{Reading, Grouping, Comparing, Resolving, Writing}
	at := 0
	var last Progress
	compared := map[int]bool{}
	mustRun(t, Options{Paths: []string{path}, Threads: 2, Progress: func(p Progress) {
		k := slices.Index(order, p.Step)
		require.GreaterOrEqual(t, k, at, "%s after %s", p.Step, order[at])
		if k == at && p.Step == last.Step && p.Step != Grouping {
			require.GreaterOrEqual(t, p.Done, last.Done)
			require.GreaterOrEqual(t, p.Bytes, last.Bytes)
		}
		require.True(t, p.Total == 0 || p.Done <= p.Total, "%+v", p)
		at, last = k, p
		if p.Step == Comparing {
			compared[p.Done] = true
		}
	}})
	require.Equal(t, Writing, order[at])
	require.Greater(t, len(compared), 2, "it moves with the couples")
}

func TestBadInputsAreProblemsAndNothingElseIsLost(t *testing.T) {
	dir := t.TempDir()
	var packed strings.Builder
	z := gzip.NewWriter(&packed)
	_, err := z.Write([]byte(strings.Repeat(ferry, 40)))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	article := func(id string) string { return line(t, map[string]string{"id": id, "text": ferry}) }
	write(
		t, dir,
		"a-good.txt", ferry,
		"b-truncated.txt.gz", packed.String()[:packed.Len()/2],
		"c-lines.jsonl", article("one")+"{\"id\": \"two\", \"text\": \n"+article("three"),
		"d-empty.txt", "",
		"e-huge.txt", strings.Repeat("A word or two. ", 1000),
		"f-lines.jsonl", article("four")+line(t, map[string]string{"id": "five"})+line(t, map[string]string{"id": "six", "text": strings.Repeat("x ", 9000)})+article("seven"),
		"z-good.txt", bees,
	)
	require.NoError(t, os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "g-broken.txt")))
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "h-loop")))

	got, summary := mustRun(t, Options{Paths: []string{dir}, Reader: reader.Options{MaxRecord: 8 << 10}})
	var ids []string
	for _, r := range rows(t, got["report.csv"]) {
		ids = append(ids, r["article"])
	}
	require.ElementsMatch(t, []string{"a-good.txt", "one", "three", "four", "seven", "z-good.txt"}, ids)

	problems := rows(t, got["problems.csv"])
	require.Len(t, problems, summary.Problems+summary.Warnings)
	found := map[string]string{}
	for _, p := range problems {
		require.NotEmpty(t, p["reason"])
		found[filepath.Base(p["file"])+":"+p["record"]] = p["reason"]
	}
	for _, want := range []struct{ where, reason string }{
		{"b-truncated.txt.gz:", "cut short"},
		{"c-lines.jsonl:2", "JSON"},
		{"d-empty.txt:", "empty"},
		{"e-huge.txt:", "larger"},
		{"f-lines.jsonl:2", "text"},
		{"f-lines.jsonl:3", "larger"},
		{"g-broken.txt:", "broken symbolic link"},
		{"h-loop:", "loop"},
	} {
		require.Contains(t, found, want.where)
		require.Contains(t, found[want.where], want.reason, want.where)
	}
	require.Len(t, found, 8)
}

func TestDuplicateIdsAreToldApart(t *testing.T) {
	dir := t.TempDir()
	write(
		t, dir,
		"a.jsonl", line(t, map[string]string{"id": "1", "text": ferry, "date": "2025-03-03"})+line(t, map[string]string{"id": "1~2", "text": bees, "date": "2025-03-05"}),
		"b.jsonl", line(t, map[string]string{"id": "1", "text": bees, "date": "2025-03-04"})+line(t, map[string]string{"id": "1", "text": ferry}),
	)
	want, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "b.jsonl")}, Threads: 2})
	list := rows(t, want["report.csv"])
	seen := map[string]bool{}
	for _, r := range list {
		require.False(t, seen[r["article"]], "%s stands twice", r["article"])
		seen[r["article"]] = true
	}
	require.Len(t, seen, 4)
	require.Equal(t, "2025-03-03", by(list, "article")["1"]["published"], "the earliest keeps its id")

	got, _ := mustRun(t, Options{Paths: []string{filepath.Join(dir, "b.jsonl"), filepath.Join(dir, "a.jsonl")}, Threads: 1})
	require.Empty(t, cmp.Diff(want, got))
}

func TestNoArticlesReplaceNoReport(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(t.TempDir(), "report")
	write(t, dir, "ferry.txt", ferry)
	before, _ := mustRun(t, Options{Paths: []string{dir}, Out: out})
	require.Len(t, rows(t, before["report.csv"]), 1)

	empty := t.TempDir()
	write(t, empty, "none.jsonl", "\n")
	_, err := Run(context.Background(), Options{Paths: []string{empty}, Out: out})
	require.ErrorIs(t, err, reader.ErrNoInput)
	write(t, empty, "bad.json", `{"todo": "buy cake"}`)
	_, err = Run(context.Background(), Options{Paths: []string{empty}, Out: out})
	require.ErrorContains(t, err, "bad.json: ")
	require.Empty(t, cmp.Diff(before, files(t, out)), "the older report stands")
}

func TestStandardInput(t *testing.T) {
	in := strings.NewReader(line(t, map[string]string{"id": "one", "text": ferry}) + line(t, map[string]string{"text": ferry}))
	got, _ := mustRun(t, Options{Paths: []string{"-"}, Reader: reader.Options{Stdin: in}})
	list := by(rows(t, got["report.csv"]), "article")
	require.Contains(t, list, "one")
	require.Contains(t, list, "stdin#2")
	require.Equal(t, list["one"]["family"], list["stdin#2"]["family"])
}

func TestAllPassages(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "ferry.txt", ferry)
	few, _ := mustRun(t, Options{Paths: []string{dir}})
	all, _ := mustRun(t, Options{Paths: []string{dir}, Report: report.Options{AllPassages: true}})
	require.Empty(t, rows(t, few["passages.csv"]))
	require.NotEmpty(t, rows(t, all["passages.csv"]))
}

func TestQuotationsAreKnownAgain(t *testing.T) {
	dir := t.TempDir()
	later := strings.Replace(bees, "The ministry", `"My father asked the purser whether that cake was insured," Ailsa Crombie told them. The ministry`, 1)
	write(
		t, dir,
		"a.jsonl", line(t, map[string]string{"id": "later", "text": later, "date": "2025-03-05"})+
			line(t, map[string]string{"id": "first", "text": ferry, "date": "2025-03-03"})+
			line(t, map[string]string{"id": "copy", "text": ferry, "date": "2025-03-04"}),
	)
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	known, told := 0, 0
	for _, q := range rows(t, got["quotes.csv"]) {
		if q["kind"] == "indirect" {
			require.NotEmpty(t, q["speaker"], q["text"])
			require.Empty(t, q["families"]+q["first_article"], "it is not looked for elsewhere")
			told++
			continue
		}
		require.Equal(t, "direct", q["kind"])
		require.Equal(t, "Ailsa Crombie", q["speaker"], q["text"])
		if strings.HasPrefix(q["text"], "My father") {
			known++
			require.Equal(t, "2", q["families"], "the copy is of the first one's family")
			require.Equal(t, "first", q["first_article"])
		} else {
			require.Equal(t, "1", q["families"])
			require.Equal(t, "first", q["first_article"])
		}
	}
	require.Equal(t, 3, known)
	require.Positive(t, told)
}

func TestEachStopsAtTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	var calls atomic.Int64
	err := each(context.Background(), 1_000_000, 3, func() func(int) error {
		return func(i int) error {
			calls.Add(1)
			if i == 100 {
				return broken
			}
			return nil
		}
	}, func(int) {})
	require.ErrorIs(t, err, broken)
	require.Less(t, calls.Load(), int64(1_000_000))
	require.NoError(t, each(context.Background(), 0, 3, func() func(int) error { return nil }, nil), "nothing to do")
}

func TestEachDoesEverythingOnce(t *testing.T) {
	done := make([]atomic.Int64, 5000)
	last := 0
	err := each(context.Background(), len(done), 7, func() func(int) error {
		return func(i int) error {
			done[i].Add(1)
			return nil
		}
	}, func(n int) { last = max(last, n) })
	require.NoError(t, err)
	for i := range done {
		require.EqualValues(t, 1, done[i].Load(), "%d", i)
	}
	require.Positive(t, last)
}

func BenchmarkRun(b *testing.B) {
	const n = 2000
	path, size := generated(b, n)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		mustRun(b, Options{Paths: []string{path}})
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
