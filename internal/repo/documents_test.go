package repo

import (
	"encoding/csv"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// documents returns the text of the documents that claim something about the
// program, by path from the module's root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, pattern := range []string{"*.md", "doc/*.md"} {
		paths, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		require.NoError(t, err)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			name, err := filepath.Rel(root, path)
			require.NoError(t, err)
			found[filepath.ToSlash(name)] = string(text)
		}
	}
	require.Contains(t, found, "README.md")
	require.Contains(t, found, "doc/design.md")
	return found
}

// workshop is a folder in which the commands of documents run: testdata lies in
// it, and wiretrace is the program of this tree.
type workshop struct{ dir, wiretrace string }

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the documents' commands are for a shell")
	}
	w := &workshop{dir: t.TempDir(), wiretrace: filepath.Join(t.TempDir(), "wiretrace")}
	build := exec.Command("go", "build", "-o", w.wiretrace, "./cmd/wiretrace")
	build.Dir = root
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	require.NoError(t, os.CopyFS(filepath.Join(w.dir, "testdata", "example"), os.DirFS(filepath.Join(root, "testdata", "example"))))
	return w
}

// run runs a command as a user would and returns what it prints on both streams.
func (w *workshop) run(t *testing.T, command string) string {
	t.Helper()
	c := exec.Command("sh", "-c", strings.ReplaceAll(command, "go run ./cmd/wiretrace", "wiretrace"))
	c.Dir = w.dir
	c.Env = append(os.Environ(), "PATH="+filepath.Dir(w.wiretrace)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s: %s", command, out)
	return string(out)
}

// outputs are the blocks that claim to be what a command prints. A line of
// three dots stands for any lines.
var outputs = regexp.MustCompile("(?s)<!-- output of: (.*?) -->\n```\n(.*?)```")

func TestCommandsPrintWhatDocumentsSay(t *testing.T) {
	w := newWorkshop(t)
	blocks := 0
	for name, text := range documents(t) {
		require.Equal(t, strings.Count(text, "<!-- output of:"), len(outputs.FindAllString(text, -1)), "%s: a mark without its block", name)
		for _, block := range outputs.FindAllStringSubmatch(text, -1) {
			blocks++
			t.Run(name+": "+block[1], func(t *testing.T) {
				want := regexp.QuoteMeta(block[2])
				want = strings.ReplaceAll(want, regexp.QuoteMeta("...\n"), "(?s:.*)")
				if got := w.run(t, block[1]); !regexp.MustCompile("^" + want + "$").MatchString(got) {
					require.Equal(t, block[2], got)
				}
			})
		}
	}
	require.GreaterOrEqual(t, blocks, 3)
}

// tables are those that claim to hold cells of the report of testdata/example.
var tables = regexp.MustCompile(`(?s)<!-- rows of: (\w+\.csv) -->\n(.*?)(\n\n|$)`)

func TestTablesOfDocumentsAreTheReports(t *testing.T) {
	w := newWorkshop(t)
	w.run(t, "wiretrace run -q testdata/example")
	rows := 0
	for name, text := range documents(t) {
		for _, table := range tables.FindAllStringSubmatch(text, -1) {
			f, err := os.Open(filepath.Join(w.dir, "wiretrace-report", table[1]))
			require.NoError(t, err)
			cells, err := csv.NewReader(f).ReadAll()
			require.NoError(t, err)
			require.NoError(t, f.Close())
			cells[0][0] = strings.TrimPrefix(cells[0][0], "\ufeff")
			var header []string
			for i, line := range strings.Split(table[2], "\n") {
				got := split(line)
				switch i {
				case 0:
					header = got
					continue
				case 1:
					continue // the rule below the header
				}
				rows++
				require.Len(t, got, len(header), "%s: %s", name, line)
				require.Contains(t, shown(cells, header), got, "%s: no such row in %s", name, table[1])
			}
		}
	}
	require.GreaterOrEqual(t, rows, 3)
}

// split returns the cells of a line of a table.
func split(line string) []string {
	cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// shown returns the rows of a file, of each the columns that header names.
func shown(rows [][]string, header []string) (list [][]string) {
	for _, row := range rows[1:] {
		var cells []string
		for _, column := range header {
			for i, name := range rows[0] {
				if name == column {
					cells = append(cells, row[i])
				}
			}
		}
		list = append(list, cells)
	}
	return list
}

// A reader of a document can follow each of its links to a file.
func TestLinksOfDocumentsLead(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)
	for name, text := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			path := filepath.Join(root, filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(m[1]))
			_, err := os.Stat(path)
			require.NoError(t, err, "%s: link to %s", name, m[1])
		}
	}
}

// places are a file and a function in it, as tables of documents name them.
var places = regexp.MustCompile("`([a-z/]+\\.go): (\\w+)`")

func TestPlacesInTheCodeAreThere(t *testing.T) {
	functions := map[string]bool{}
	for _, s := range sources(t) {
		for _, d := range s.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				functions[s.path+": "+f.Name.Name] = true
			}
		}
	}
	found := 0
	for path, text := range documents(t) {
		for _, m := range places.FindAllStringSubmatch(text, -1) {
			found++
			require.True(t, functions[m[1]+": "+m[2]], "%s names %s in %s, which is not there", path, m[2], m[1])
		}
	}
	require.NotZero(t, found)
}
