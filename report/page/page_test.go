package page

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"wiretrace/report"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	keep   = flag.String("keep", "", "folder to copy the pages of -from to, to look at them")
	from   = flag.String("from", "../testdata/report", "report to make the pages of for -keep")
)

// sample makes the pages of a report that lies in a folder.
func sample(t testing.TB, from string) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "r")
	w, err := report.Create(dir, report.Options{Forms: []report.NewForm{New(About{})}})
	require.NoError(t, err)
	require.NoError(t, report.Read(from, report.Rows{Problem: w.Problem, Story: w.Story, Article: w.Article, Cluster: w.Cluster}))
	require.NoError(t, w.Commit())
	return dir
}

// written makes the pages of one cluster.
func written(t testing.TB, articles []*report.Article, c *report.Cluster) (dir string) {
	t.Helper()
	dir = t.TempDir()
	f, err := New(About{})(dir)
	require.NoError(t, err)
	for _, a := range articles {
		require.NoError(t, f.Article(a))
	}
	require.NoError(t, f.Cluster(c))
	require.NoError(t, f.Close())
	return dir
}

func TestKeep(t *testing.T) {
	if *keep == "" {
		t.Skip("no -keep")
	}
	require.NoError(t, os.CopyFS(*keep, os.DirFS(sample(t, *from))))
}

// A parsed page.
type parsed struct {
	path  string
	root  *html.Node
	ids   map[string]*html.Node
	nodes []*html.Node // elements, in order
}

func parse(t testing.TB, path string) *parsed {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NotContains(t, string(b), "\x00", path)
	root, err := html.Parse(strings.NewReader(string(b)))
	require.NoError(t, err)
	p := &parsed{path: path, root: root, ids: map[string]*html.Node{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		p.nodes = append(p.nodes, n)
		if id := attr(n, "id"); id != "" {
			require.NotContains(t, p.ids, id, "%s: twice the same id", path)
			p.ids[id] = n
		}
	}
	return p
}

// parseAll parses the pages of a report.
func parseAll(t testing.TB, dir string) (pages []*parsed) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") {
			pages = append(pages, parse(t, path))
		}
		return err
	}))
	return pages
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// content returns the text in an element.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func (p *parsed) named(name string) (found []*html.Node) {
	for _, n := range p.nodes {
		if n.Data == name {
			found = append(found, n)
		}
	}
	return found
}

func (p *parsed) class(name string) (found []*html.Node) {
	for _, n := range p.nodes {
		for _, c := range strings.Fields(attr(n, "class")) {
			if c == name {
				found = append(found, n)
			}
		}
	}
	return found
}

var rangeOf = regexp.MustCompile(`^(a[0-9a-f]{12}):(\d+)-(\d+)$`)

// requireWhole requires that the pages of a report need nothing but
// themselves, and that their links lead somewhere.
func requireWhole(t *testing.T, dir string) {
	t.Helper()
	pages := map[string]*parsed{}
	for _, p := range parseAll(t, dir) {
		pages[p.path] = p
	}
	require.NotEmpty(t, pages)
	for _, p := range pages {
		policy := ""
		for _, m := range p.named("meta") {
			if attr(m, "http-equiv") == "Content-Security-Policy" {
				policy = attr(m, "content")
			}
		}
		require.True(t, strings.HasPrefix(policy, "default-src 'none'; "), "%s: policy %q", p.path, policy)
		require.NotContains(t, policy, "unsafe")
		for _, name := range []string{"style", "script"} {
			for _, n := range p.named(name) {
				if attr(n, "type") == "application/json" {
					require.True(t, json.Valid([]byte(content(n))))
					continue
				}
				sum := sha256.Sum256([]byte(content(n)))
				require.Contains(t, policy, name+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", p.path)
			}
		}
		for _, n := range p.nodes {
			require.NotContains(t, []string{"img", "link", "iframe", "object", "embed", "video", "audio", "source", "base", "image", "use"}, n.Data, p.path)
			for _, a := range n.Attr {
				require.False(t, strings.HasPrefix(a.Key, "on"), "%s: %s", p.path, a.Key)
				require.NotContains(t, []string{"style", "src", "srcset", "background", "action", "formaction"}, a.Key, p.path)
				if a.Key == "href" || a.Key == "xlink:href" {
					requireLeads(t, pages, p, a.Val)
				}
			}
		}
	}
}

// requireLeads requires that a link leads to a part of the report, or to an
// address of the web.
func requireLeads(t *testing.T, pages map[string]*parsed, p *parsed, href string) {
	t.Helper()
	if strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://") {
		return
	}
	file, fragment, _ := strings.Cut(href, "#")
	require.NotContains(t, file, ":", "%s: %s", p.path, href)
	to := p
	if file != "" {
		path := filepath.Join(filepath.Dir(p.path), filepath.FromSlash(file))
		if !strings.HasSuffix(path, ".html") {
			if strings.HasSuffix(path, ".svg") {
				require.FileExists(t, path)
			}
			return
		}
		to = pages[path]
		require.NotNil(t, to, "%s: %s leads nowhere", p.path, href)
	}
	if fragment == "" {
		return
	}
	if strings.Contains(fragment, "=") { // what a list is asked for
		fragment = "filters"
	}
	if m := rangeOf.FindStringSubmatch(fragment); m != nil {
		fragment = m[1]
	}
	require.Contains(t, to.ids, fragment, "%s: %s leads nowhere", p.path, href)
}

func TestPagesNeedNothingButThemselves(t *testing.T) {
	requireWhole(t, sample(t, "../testdata/report"))
}

func TestDrawings(t *testing.T) {
	dir := filepath.Join(sample(t, "../testdata/report"), report.PagesDir)
	for _, name := range []string{"c-ferry-graph.svg", "c-ferry-timeline.svg", "c-frost-graph.svg", "c-frost-timeline.svg", "c-matsuri-graph.svg", "c-matsuri-timeline.svg"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		golden(t, name, got)
	}
}

// golden requires that got is what the file testdata/name holds.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o777))
		require.NoError(t, os.WriteFile(path, got, 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s differs; go test -update writes it anew", path)
}

// squeezed returns text as a page shows it, however many empty lines it has.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestPagesShowTheTexts(t *testing.T) {
	dir := sample(t, "../testdata/report")
	shown := 0
	require.NoError(t, report.Read(dir, report.Rows{Article: func(a *report.Article) error {
		if a.Cluster == "" {
			return nil
		}
		shown++
		p := parse(t, filepath.Join(dir, report.PagesDir, a.Cluster+".html"))
		key := keyOf(a.ID)
		piece := p.ids[key]
		require.NotNil(t, piece)
		text := ""
		for n := range piece.Descendants() {
			if attr(n, "class") == "text" {
				text = content(n)
			}
		}
		require.Equal(t, squeezed(a.Text), squeezed(text))
		require.Contains(t, content(piece), a.Why)
		for i, passage := range a.Passages {
			n := p.ids[fmt.Sprintf("%s-p%d", key, i+1)]
			require.NotNil(t, n, "passage %d", i+1)
			require.Equal(t, strings.TrimSpace(passage.Text), content(n))
			require.Contains(t, strings.Fields(attr(n, "class")), passage.Label)
			note := p.ids[fmt.Sprintf("%s-s%d", key, i+1)]
			if passage.SourceArticle == "" {
				require.Nil(t, note)
				continue
			}
			require.Equal(t, fmt.Sprintf("#%s-s%d", key, i+1), attr(n, "href"))
			require.Contains(t, strings.ReplaceAll(html.UnescapeString(render(note)), "</b>", ""), fmt.Sprintf(":%d-%d", passage.SourceStart, passage.SourceEnd))
			if passage.SourceText != passage.Text {
				require.Contains(t, content(note), strings.TrimSpace(passage.SourceText))
			} else {
				require.Contains(t, content(note), "word for word")
			}
		}
		return nil
	}}))
	require.Equal(t, 8, shown)
}

func render(n *html.Node) string {
	var b strings.Builder
	_ = html.Render(&b, n)
	return b.String()
}

func TestCreditsAndDifferencesAreMarked(t *testing.T) {
	p := parse(t, filepath.Join(sample(t, "../testdata/report"), report.PagesDir, "c-ferry.html"))
	var credits, words []string
	for _, n := range p.class("credit") {
		credits = append(credits, content(n))
	}
	require.Contains(t, credits, "according to The Daily Signal")
	require.Contains(t, credits, "citing The Morning Ledger")
	for _, n := range p.named("b") {
		words = append(words, content(n))
	}
	require.Contains(t, words, "Some forty")   // in the passage
	require.Contains(t, words, "forty in all") // in its source
	require.NotContains(t, render(p.ids["main"]), "of them gives no credit", "who derives from another possibly is not counted")
	p = parse(t, filepath.Join(sample(t, "../testdata/report"), report.PagesDir, "c-matsuri.html"))
	require.Contains(t, render(p.ids["main"]), "1 of them gives no credit")
}

func TestSharedQuotationsStandSideBySide(t *testing.T) {
	p := parse(t, filepath.Join(sample(t, "../testdata/report"), report.PagesDir, "c-ferry.html"))
	groups := p.class("wordings")
	require.Len(t, groups, 1)
	var wordings []string
	for n := range groups[0].Descendants() {
		if n.Data == "li" {
			wordings = append(wordings, content(n))
		}
	}
	require.Len(t, wordings, 3)
	require.Contains(t, wordings[0], "The Daily Signal, Coast Syndicate")
	require.Contains(t, wordings[1], "We were told of the crack")
	require.Contains(t, wordings[2], "Buzz24")
}

func TestSameReportSamePages(t *testing.T) {
	a, b := sample(t, "../testdata/report"), sample(t, "../testdata/report")
	require.NoError(t, filepath.WalkDir(a, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(a, path)
		x, _ := os.ReadFile(path)
		y, err := os.ReadFile(filepath.Join(b, rel))
		require.Equal(t, x, y, rel)
		return err
	}))
}

func TestTheFirstPageSaysHowTheReportWasMade(t *testing.T) {
	dir := t.TempDir()
	f, err := New(About{Began: time.Date(2025, 3, 1, 4, 5, 0, 0, time.UTC), Version: "v1.2", Asked: "--memory=1GiB", Workbook: true})(dir)
	require.NoError(t, err)
	require.NoError(t, f.(interface{ Bounds(*report.Bounds) error }).Bounds(&report.Bounds{Compared: 1200, Weak: 3, Stock: 1, Versions: 2, Issuers: 5}))
	require.NoError(t, f.Close())
	p := parse(t, filepath.Join(dir, report.IndexFile))
	footer := content(p.named("footer")[0])
	for _, text := range []string{"Begun on 1 March 2025 at 04:05 UTC.", "wiretrace v1.2", "--memory=1GiB", "1\u202f200 pairs", "3 more have too little in common to be compared", "1 phrase too common", "2 times an outlet had more versions", "5 issuers of a release not looked at"} {
		require.Contains(t, footer, text)
	}
	var links []string
	for _, n := range p.named("a") {
		links = append(links, attr(n, "href"))
	}
	require.Contains(t, links, report.SheetFile)
}
