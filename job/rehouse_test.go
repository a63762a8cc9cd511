package job

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A cache of pages wrote nothing, and often loses the name of the site.
func TestOnePageThroughCachesThatLoseItsOutlet(t *testing.T) {
	for _, name := range []string{"Pier Post", "The Pier Post"} {
		dir := t.TempDir()
		var lines strings.Builder
		for k, address := range []string{
			"https://www.pierpost.example/news/ferry",
			"https://www.google.com/amp/s/www.pierpost.example/news/ferry",
			"https://www-pierpost-example.cdn.ampproject.org/c/s/www.pierpost.example/news/ferry",
			"https://www.pierpost.example/news/ferry?fbclid=IwAR0x91kq#comments",
			"https://web.archive.org/web/20250815081503/https://www.pierpost.example/news/ferry",
		} {
			a := map[string]string{"id": fmt.Sprint("a", k), "url": address, "date": "2024-04-30T10:00:00Z", "text": ferry}
			if k == 0 {
				a["outlet"] = name
			}
			lines.WriteString(line(t, a))
		}
		write(t, dir, "pages.jsonl", lines.String())
		got, _ := mustRun(t, Options{Paths: []string{dir}})
		c := rows(t, got["clusters.csv"])
		require.Len(t, c, 1)
		require.Equal(t, "5", c[0]["articles"])
		require.Equal(t, "1", c[0]["outlets"])
		require.Equal(t, "0", c[0]["uncredited"])
		for _, l := range rows(t, got["links.csv"]) {
			require.Equal(t, "update", l["relation"])
		}
		for _, r := range rows(t, got["report.csv"]) {
			require.Equal(t, name, r["outlet"])
			require.NotEqual(t, "copy", r["role"])
			require.Empty(t, r["credited"])
		}
	}
}

// A page may say by a link alone whose report it retells; the outlet of the page there is in hand.
func TestCreditsByALinkAlone(t *testing.T) {
	page := func(head, link string) string {
		return `<html lang="en"><head><title>Bees and flowers</title><meta property="og:site_name" content="Glen Herald"><link rel="canonical" href="https://glenherald.example/bees">` +
			`<meta property="article:published_time" content="2024-05-01T10:00:00Z"></head><body><article><h1>Bees and flowers</h1><p>` + head + link + `.</p><p>` + strings.ReplaceAll(retold, "\n", "</p><p>") + `</p></article></body></html>`
	}
	const lead = "A car ferry with a wedding cake on board lies on a sandbank off Carrick Ness, "
	for name, test := range map[string]struct {
		link, outlet string
	}{
		"a paper in hand":        {`<a href="https://www.pierpost.example/news/ferry">a local newspaper reported</a> on Tuesday`, "Pier Post"},
		"a paper not in hand":    {`<a href="https://tidebook.example/ferry">a local newspaper reported</a> on Tuesday`, "tidebook.example"},
		"a known paper":          {`as was <a href="https://www.theguardian.com/ferry">first reported on</a> Tuesday`, "The Guardian"},
		"nobody's report":        {`<a href="https://tidebook.example/ferry">as was first reported</a> on Tuesday`, ""},
		"not a report":           {`<a href="https://www.theguardian.com/ferry">the harbour office said</a> on Tuesday`, ""},
		"another is credited":    {`<a href="https://www.pierpost.example/news/ferry">a newspaper reported</a>, according to Reuters`, "Reuters"},
		"nothing but its words":  {`a local newspaper reported on Tuesday`, ""},
		"the same, and the name": {`the Pier Post, <a href="https://www.pierpost.example/news/ferry">a local newspaper, reported</a>`, "Pier Post"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "post.jsonl", line(t, map[string]string{"id": "post", "outlet": "Pier Post", "url": "https://www.pierpost.example/news/ferry", "date": "2024-04-30T10:00:00Z", "text": ferry}))
			write(t, dir, "herald.html", page(lead, test.link))
			got, _ := mustRun(t, Options{Paths: []string{dir}})
			var credited []string
			for _, c := range rows(t, got["credits.csv"]) {
				if c["article"] == "herald.html" {
					credited = append(credited, c["outlet"])
				}
			}
			require.Equal(t, test.outlet, strings.Join(credited, ";"))
		})
	}
}

func TestOutletsKnownByAHostAlone(t *testing.T) {
	told := strings.ReplaceAll(ferry, "the harbour office said", "the harbour office told the Pier Post")
	other := func(outlet, address string) map[string]string {
		return map[string]string{"id": "other", "outlet": outlet, "url": address, "date": "2024-04-01", "text": bees}
	}
	for name, test := range map[string]struct {
		other map[string]string // another piece, which may say whose the host is
		text  string
		want  string
	}{
		"another piece says whose it is":   {other("Pier Post", "https://pierpost.example/bees"), told, "Pier Post"},
		"a host of the same site":          {other("The Pier Post", "https://www.pierpost.example/bees"), told, "The Pier Post"},
		"its own text":                     {other("Ness Herald", "https://nessherald.example/bees"), told, "Pier Post"},
		"a section":                        {other("Opinion", "https://pierpost.example/bees"), ferry, "pierpost.example"},
		"an agency":                        {other("Reuters", "https://pierpost.example/bees"), ferry, "pierpost.example"},
		"a host of the same name":          {other("Pier Post", "https://pierpost.example.org/bees"), ferry, "pierpost.example"},
		"the name, at the host of another": {other("Pier Post", "https://nessherald.example/bees"), ferry, "pierpost.example"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "crawl.jsonl", line(t, test.other)+
				line(t, map[string]string{"id": "bare", "url": "https://pierpost.example/ferry", "date": "2024-04-30T10:00:00Z", "text": test.text}))
			got, _ := mustRun(t, Options{Paths: []string{dir}})
			require.Equal(t, test.want, by(rows(t, got["report.csv"]), "article")["bare"]["outlet"])
			if test.want != "pierpost.example" {
				for _, c := range rows(t, got["credits.csv"]) {
					require.NotEqual(t, "bare", c["article"], "it credits nobody but itself")
				}
			}
		})
	}
}

// Who credits a paper by name has it from the page that is known by its host alone.
func TestACreditFindsAPageKnownByItsHost(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "crawl.jsonl",
		line(t, map[string]string{"id": "named", "outlet": "Carrick Pier Post", "url": "https://carrickpierpost.example/bees", "date": "2024-04-01", "text": bees})+
			line(t, map[string]string{"id": "bare", "url": "https://carrickpierpost.example/ferry", "date": "2024-04-30T10:00:00Z", "text": ferry})+
			line(t, map[string]string{"id": "retold", "outlet": "Ness Herald", "url": "https://nessherald.example/1", "date": "2024-04-30T19:00:00Z", "text": "The Carrick Pier Post was the first to report this.\n\n" + ferry}))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "bare", r["retold"]["source_article"])
	require.Equal(t, "Carrick Pier Post", r["retold"]["upstream"])
	require.Equal(t, "yes", r["retold"]["credited"])
	require.Equal(t, "origin", r["bare"]["role"])
}
