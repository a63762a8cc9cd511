//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The recipes of doc/nightly.md are run night after night, as a shell runs them.
// What is new is acted on once, and nothing is after a night without news.
func TestRecipesActOnceOnWhatIsNew(t *testing.T) {
	n := newRecipes(t)
	n.scrape("05-ap-balloon-fifty-yard-line.txt", "06-plains-herald-balloon.txt")
	for _, night := range []struct {
		about        string
		prepare      func()
		status       int
		rows, mailed int // after it
	}{
		{"the first", func() {}, 0, 2, 1},
		{"the same day again", func() {}, 0, 2, 1},
		{"the next day, nothing new", n.morrow, 0, 2, 1},
		{"a bad file alone", func() { n.write("broken.json", "{") }, 3, 2, 1},
		{"news", func() { n.morrow(); n.scrape("01-telegraph-quiet-38.txt", "03-gravel-road-number-eleven.txt") }, 0, 4, 2},
		{"more on that day", func() { n.scrape("04-sentinel-lane-closed.txt") }, 0, 5, 3},
		{"that fails", func() { n.scrape("09-ledger-bakery-oven.txt"); n.block() }, 1, 5, 3},
		{"that finds it then", n.unblock, 0, 6, 4},
	} {
		night.prepare()
		require.Equal(t, night.status, n.run("Append to a sheet", "sheet"), night.about)
		require.Equal(t, night.rows, strings.Count(n.read("sheet/all.csv"), "\n"), night.about)
		require.Equal(t, night.status, n.run("Mail what is new", "mail"), night.about)
		require.Equal(t, night.mailed, strings.Count(n.read("mails"), "desk@example.org"), night.about)
	}
}

// recipes runs the scripts of doc/nightly.md in folders of a test.
type recipes struct {
	t        *testing.T
	dir, doc string
}

func newRecipes(t *testing.T) *recipes {
	doc, err := os.ReadFile("../../doc/nightly.md")
	require.NoError(t, err)
	n := &recipes{t, t.TempDir(), string(doc)}
	for _, dir := range []string{"bin", "scraped", "sheet/reports", "mail/reports"} {
		require.NoError(t, os.MkdirAll(filepath.Join(n.dir, dir), 0o777))
	}
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(n.dir, "bin/wiretrace"))) // see TestMain
	n.write("../bin/mail", "#!/bin/sh\necho \"$@\" >>'"+n.dir+"/mails'\n")
	require.NoError(t, os.Chmod(filepath.Join(n.dir, "bin/mail"), 0o755))
	return n
}

// run runs the script below a heading, with the folders of dir, and returns its status.
func (n *recipes) run(heading, dir string) int {
	_, section, found := strings.Cut(n.doc, "\n## "+heading+"\n")
	require.True(n.t, found, heading)
	script := regexp.MustCompile(`(?m)^    #!/bin/sh\n(    .*\n)+`).FindString(section)
	require.NotEmpty(n.t, script, heading)
	script = strings.NewReplacer("/var/lib/wiretrace", filepath.Join(n.dir, dir), "/srv/scraped", filepath.Join(n.dir, "scraped"), "\n    ", "\n").Replace(script)
	c := exec.Command("/bin/sh", "-c", script)
	c.Env = append(os.Environ(), "PATH="+filepath.Join(n.dir, "bin")+":"+os.Getenv("PATH"))
	out, _ := c.CombinedOutput()
	if c.ProcessState.ExitCode() == 127 {
		n.t.Fatal(string(out))
	}
	return c.ProcessState.ExitCode()
}

func (n *recipes) scrape(names ...string) {
	for _, name := range names {
		b, err := os.ReadFile("../../testdata/example/" + name)
		require.NoError(n.t, err)
		n.write(name, string(b))
	}
}

func (n *recipes) write(name, text string) {
	require.NoError(n.t, os.WriteFile(filepath.Join(n.dir, "scraped", name), []byte(text), 0o666))
}

func (n *recipes) read(name string) string {
	b, err := os.ReadFile(filepath.Join(n.dir, name))
	require.NoError(n.t, err)
	return string(b)
}

// today are the folders of the day's reports.
func (n *recipes) today() []string {
	day := time.Now().Format(time.DateOnly)
	return []string{filepath.Join(n.dir, "sheet/reports", day), filepath.Join(n.dir, "mail/reports", day)}
}

// morrow makes the reports of the day yesterday's.
func (n *recipes) morrow() {
	for _, dir := range n.today() {
		before := filepath.Join(filepath.Dir(dir), "before")
		require.NoError(n.t, os.RemoveAll(before))
		require.NoError(n.t, os.Rename(dir, before))
		link := filepath.Join(filepath.Dir(dir), latest)
		require.NoError(n.t, os.Remove(link))
		require.NoError(n.t, os.Symlink("before", link))
	}
}

// block puts a file of the user's own where the report goes, so that it cannot.
func (n *recipes) block() {
	for _, dir := range n.today() {
		require.NoError(n.t, os.WriteFile(filepath.Join(dir, "mine.txt"), []byte("mine"), 0o666))
	}
}

func (n *recipes) unblock() {
	for _, dir := range n.today() {
		require.NoError(n.t, os.Remove(filepath.Join(dir, "mine.txt")))
	}
}
