package job

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/archive"
	"wiretrace/report"
)

// faultyStory writes three articles of one story to a folder and returns it.
func faultyStory(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	body := strings.Repeat("The harbour commission voted on Tuesday night to close the northern ferry slip for eleven months after divers found four of nine piles hollowed out by shipworm, an engineer told the meeting. ", 2)
	for k, name := range []string{"a.txt", "b.txt", "c.txt"} {
		text := fmt.Sprintf("Ferry slip to close, part %d\n\n%s\n\nThe %s edition went to print at noon.\n", k, body, name[:1])
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "d.jsonl"), []byte(
		`{"id":"d1","text":"A quiet day at the bakery, where nothing at all was baked."}`+"\n"+
			`{"id":"d2","text":"Another quiet day at the other bakery, where bread was burnt."}`+"\n"), 0o600))
	return dir
}

func TestFaultsCostWhatTheyHappenedIn(t *testing.T) {
	dir := faultyStory(t)
	all := []string{"a.txt", "b.txt", "c.txt", "d1", "d2"}
	const fault = `: a fault in wiretrace: index out of range [3] with length 0 (in wiretrace/job.`
	var list []string // outside all bounds
	for _, test := range []struct {
		name     string
		step     Step
		fault    []string // the ids of what panics
		absent   string   // the article that is not in the report, if any
		clusters int
		row      string // of problems.csv
	}{
		{"an article is digested", Reading, []string{"b.txt"}, "b.txt", 1, "b.txt,,\"not read"},
		{"a record of many is digested", Reading, []string{"d2"}, "d2", 1, "d.jsonl,2,\"not read"},
		{"a pair is held to be copies", Grouping, []string{"a.txt", "b.txt"}, "", 1, "b.txt,,\"not compared with a.txt"},
		{"a pair is compared", Comparing, []string{"a.txt", "b.txt"}, "", 1, "b.txt,,\"not compared with a.txt"},
		{"a cluster is resolved", Resolving, []string{"a.txt"}, "", 0, "a.txt,,\"cluster not told"},
		{"an article is kept", keeping, []string{"b.txt"}, "b.txt", 1, "b.txt,,\"not read"},
		{"a pair is proposed", proposing, []string{"a.txt", "b.txt"}, "", 0, "b.txt,,\"not brought together with all others"},
		{"a family is formed", joining, []string{"a.txt", "b.txt"}, "", 1, "a.txt,,\"kept apart from its copies"},
		{"a cluster is formed", gathering, []string{"a.txt"}, "", 0, "a.txt,,\"not in a cluster with those that it is linked with"},
		{"a cluster is named", namingGroup, []string{"a.txt"}, "", 1, "a.txt,,\"its cluster told under a new id"},
		{"a story is formed", relating, []string{"a.txt"}, "", 1, "a.txt,,\"not in a story with its kin"},
		{"a pair is tied", tying, []string{"a.txt", "b.txt"}, "", 1, "b.txt,,\"not compared with a.txt"},
		{"a story is told", tellingStory, []string{"a.txt"}, "", 1, "a.txt,,\"its story told without headline and days"},
		{"a cluster is told", tellingGroup, []string{"a.txt"}, "", 1, "a.txt,,\"its cluster told without headline, days and counts"},
		{"an article is counted", countingPiece, []string{"b.txt"}, "", 1, "b.txt,,\"not counted in outlets.csv and flows.csv"},
		{"an article is written", Writing, []string{"b.txt"}, "", 1, "b.txt,,\"passages, links, credits and quotations not told"},
	} {
		for _, threads := range []int{1, 3} {
			t.Run(fmt.Sprintf("%s on %d threads", test.name, threads), func(t *testing.T) {
				var hit atomic.Bool
				files, summary := mustRun(t, Options{Paths: []string{dir}, Threads: threads, inject: func(step Step, ids ...string) {
					if step == test.step && slices.Equal(ids, test.fault) {
						hit.Store(true)
						_ = list[3]
					}
				}})
				require.True(t, hit.Load())
				if test.step != proposing { // by one key of two articles, by another of three
					require.Equal(t, 1, summary.Problems)
				}
				require.Equal(t, test.clusters, summary.Clusters)
				articles := by(rows(t, files["report.csv"]), "article")
				for _, id := range all {
					require.Equal(t, id != test.absent, articles[id] != nil, id)
				}
				require.Equal(t, 1+summary.Problems, strings.Count(files["problems.csv"], "\r\n"), files["problems.csv"])
				require.Contains(t, files["problems.csv"], test.row+fault)
			})
		}
	}
}

// The credits of an article that names an outlet in hand are read anew; a fault there
// leaves them as they were.
func TestAFaultInReadingCreditsAnew(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "in.jsonl"), []byte(
		`{"id":"a","outlet":"The Kelmouth Lantern","text":"The harbour of Kelmouth stays open through the winter, the council said on Monday night."}`+"\n"+
			`{"id":"b","outlet":"Sandhaven Post","text":"The harbour will stay open, the Kelmouth Lantern reported on Tuesday. Nobody at the quay was surprised."}`+"\n"), 0o600))
	for _, falls := range []bool{false, true} {
		reread := false
		files, summary := mustRun(t, Options{Paths: []string{dir}, Threads: 1, inject: func(step Step, ids ...string) {
			if step == rereading && ids[0] == "b" {
				reread = true
				if falls {
					panic("torn")
				}
			}
		}})
		require.True(t, reread)
		require.Equal(t, 2, strings.Count(files["report.csv"], "\r\n")-1)
		require.Equal(t, btoi(falls), summary.Problems)
		require.Equal(t, falls, strings.Contains(files["problems.csv"], "credits not read anew: a fault in wiretrace: torn"))
	}
}

// With an archive a fault costs what it happened in, the night is archived whole, and
// what was not read is read the next night.
func TestANightWithAFaultIsArchivedWhole(t *testing.T) {
	dir := faultyStory(t)
	db := filepath.Join(t.TempDir(), "news.db")
	night := func(inject func(step Step, ids ...string)) *report.Summary {
		a, err := archive.Open(db, archive.Options{})
		require.NoError(t, err)
		defer func() { require.NoError(t, a.Close()) }()
		_, summary := mustRun(t, Options{Paths: []string{dir}, Archive: a, Whole: true, inject: inject})
		faults, err := a.Check(context.Background(), nil)
		require.NoError(t, err)
		require.Empty(t, faults)
		return summary
	}
	first := night(func(step Step, ids ...string) {
		if step == Reading && ids[0] == "d2" || step == Writing && ids[0] == "b.txt" || step == tellingStory {
			panic("torn")
		}
	})
	require.Equal(t, 4, first.Articles, "all but the one that was not read")
	require.Equal(t, 3, first.Problems)
	second := night(nil)
	require.Equal(t, 5, second.Articles)
	require.Zero(t, second.Problems)
}

// Whatever panics on the way to the archive, the report is whole and the archive sound,
// and the next night has all.
func TestFaultsOnTheWayToTheArchive(t *testing.T) {
	for _, test := range []struct {
		step     Step
		id       string
		problems int
	}{
		{archiving, "b.txt", 1},
		{describing, "b.txt", 1},
		{describing, "a.txt", 1},
		{describing, "d2", 1},
		{keeping, "b.txt", 1},
		{proposing, "a.txt", 1},
		{gathering, "a.txt", 1},
		{namingGroup, "a.txt", 1},
		{relating, "a.txt", 1},
		{ordering, "a.txt", 1},
		{recalling, "a.txt", 1},
	} {
		t.Run(fmt.Sprintf("%s %s", test.step, test.id), func(t *testing.T) {
			dir := faultyStory(t)
			db := filepath.Join(t.TempDir(), "news.db")
			night := func(inject func(step Step, ids ...string)) *report.Summary {
				a, err := archive.Open(db, archive.Options{})
				require.NoError(t, err)
				defer func() { require.NoError(t, a.Close()) }()
				files, summary := mustRun(t, Options{Paths: []string{dir}, Archive: a, Whole: true, inject: inject})
				faults, err := a.Check(context.Background(), nil)
				require.NoError(t, err)
				require.Empty(t, faults)
				require.Len(t, rows(t, files["report.csv"]), summary.Articles)
				return summary
			}
			panics := false
			falls := func(step Step, ids ...string) {
				if step == test.step && slices.Contains(ids, test.id) {
					panics = true
					panic("torn")
				}
			}
			if test.step == ordering || test.step == recalling { // of articles of earlier nights
				night(nil)
				require.NoError(t, os.WriteFile(filepath.Join(dir, "e.txt"), []byte("The harbour commission met again, and nothing was decided by it about the ferry slip.\n"), 0o600))
				require.Positive(t, night(falls).Problems)
			} else {
				require.Equal(t, test.problems, min(night(falls).Problems, test.problems))
			}
			require.True(t, panics)
			last := night(nil)
			require.Zero(t, last.Problems)
			require.Equal(t, 1, last.Clusters)
			require.GreaterOrEqual(t, last.Articles, 5)
		})
	}
}

func TestGuardedNamesWhatPanicked(t *testing.T) {
	for _, test := range []struct {
		name string
		work func() error
		text string
	}{
		{"a value", func() error { panic("two\nlines") }, "a fault in wiretrace: two lines (in wiretrace/job.TestGuardedNamesWhatPanicked.func1, fault_test.go:"},
		{"a bound", func() error { return fmt.Errorf("%v", []int{}[len(os.Args)+5]) }, "index out of range"},
		{"a nil pointer", func() error { var h *head; return fmt.Errorf("%v", h.id) }, "nil pointer dereference (in wiretrace/job."},
		{"an error", func() error { return os.ErrNotExist }, os.ErrNotExist.Error()},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := guarded(test.work)
			require.ErrorContains(t, err, test.text)
			require.Equal(t, test.name == "an error", err == os.ErrNotExist) //nolint:errorlint // the very same
		})
	}
	require.NoError(t, guarded(func() error { return nil }))
}

// What two Chinese articles share begins and ends within a run of characters.
func TestSharedWithinARunOfCharacters(t *testing.T) {
	dir := t.TempDir()
	shared := "港务局周二晚上投票决定关闭北侧渡轮码头十一个月因为潜水员发现九根木桩中有四根被船蛆蛀空"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), []byte("渡轮码头关闭\n\n据报道"+shared+"维修费用估计为二百七十万元。\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.txt"), []byte("北侧码头停用\n\n昨天消息"+shared+"记者从有关方面获悉。\n"), 0o600))
	files, summary := mustRun(t, Options{Paths: []string{dir}})
	require.Equal(t, 1, summary.Clusters)
	require.Equal(t, 0, summary.Problems)
	require.Contains(t, files["passages.csv"], ","+shared+",", "the passage is cut where the texts begin to differ")
}
