package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A panic over one row of any file costs that file the row, and problems.csv says so:
// all else is byte for byte what it is without.
func TestAPanicOverARowCostsThatRow(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "r")
	writeSample(t, plain, Options{Archived: true})
	rowsOf := map[string][]string{} // the ids of the rows of each file
	writeSample(t, filepath.Join(t.TempDir(), "r"), Options{Archived: true, Inject: func(file, id string) {
		rowsOf[file] = append(rowsOf[file], id)
	}})
	for file, ids := range rowsOf {
		name, part, _ := strings.Cut(file, " ")
		for _, at := range []int{0, len(ids) - 1} {
			t.Run(fmt.Sprintf("%s, row %d", file, at), func(t *testing.T) {
				n := 0
				dir := filepath.Join(t.TempDir(), "r")
				writeSample(t, dir, Options{Archived: true, Inject: func(f, _ string) {
					if f == file {
						if n++; n == at+1 {
							panic("torn row")
						}
					}
				}})
				for _, other := range []string{articlesFile, passagesFile, linksFile, creditsFile, quotesFile, storiesFile, clustersFile, outletsFile, flowsFile, newFile, objectsFile} {
					want, got := contentOf(t, plain, other), contentOf(t, dir, other)
					switch {
					case other != name:
						require.Equal(t, want, got, other)
					case part == "": // a whole row
						require.Equal(t, len(ids)-1, countRows(t, got), "rows of %s", other)
					}
				}
				for line := range strings.Lines(contentOf(t, dir, objectsFile)) {
					require.True(t, json.Valid([]byte(line)), line)
				}
				problems := contentOf(t, dir, ProblemsFile)
				require.Equal(t, 1, strings.Count(problems, "a fault in wiretrace: torn row"), problems)
				require.Contains(t, problems, name+" lacks")
			})
		}
	}
	require.Len(t, rowsOf, 15, "all files but new.csv, and all parts of objects")
}

func contentOf(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	return string(b)
}

// countRows counts the rows of a table, or the objects of a file of them.
func countRows(t *testing.T, content string) int {
	t.Helper()
	if strings.HasPrefix(content, "{") {
		return strings.Count(content, "\n")
	}
	return len(parse(t, strings.TrimPrefix(content, mark))) - 1
}

// Where every row panics the report is still whole, and says how many.
func TestPanicsOverAllRowsAreBounded(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	w, err := Create(dir, Options{Archived: true, Inject: func(string, string) { panic("torn") }})
	require.NoError(t, err)
	for range 3000 {
		require.NoError(t, w.Article(&Article{ID: "a", File: "a.txt", News: NewsOrder[0]}))
	}
	require.NoError(t, w.Commit())
	require.Equal(t, 9000, w.Faults(), "of report.csv, new.csv and report.jsonl")
	problems := contentOf(t, dir, ProblemsFile)
	require.Equal(t, mostFaults+2, strings.Count(problems, "\r\n"))
	require.Contains(t, problems, "and 8900 more faults in writing the report")
}
