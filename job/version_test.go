package job

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOnePageFetchedSeveralTimes(t *testing.T) {
	dir := t.TempDir()
	var lines strings.Builder
	for _, x := range [][3]string{
		{"page", "The Pier Post", "https://www.pierpost.example/news/ferry"},
		{"mail", "The Pier Post", "https://www.pierpost.example/news/ferry?utm_source=mail"},
		{"amp", "The Pier Post AMP", "https://amp.pierpost.example/news/ferry"},
		{"old", "The Pier Post", "https://web.archive.org/web/2024/https://www.pierpost.example/news/ferry"},
	} {
		lines.WriteString(line(t, map[string]string{"id": x[0], "outlet": x[1], "url": x[2], "date": "2024-04-30T10:00:00Z", "text": ferry}))
	}
	write(t, dir, "pages.jsonl", lines.String())
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	for _, l := range rows(t, got["links.csv"]) {
		require.Equal(t, "update", l["relation"])
	}
	c := rows(t, got["clusters.csv"])
	require.Len(t, c, 1)
	require.Equal(t, "4", c[0]["articles"])
	require.Equal(t, "1", c[0]["outlets"])
	require.Equal(t, "0", c[0]["uncredited"])
	roles := map[string]int{}
	for _, r := range rows(t, got["report.csv"]) {
		roles[r["role"]]++
		require.Equal(t, "The Pier Post", r["outlet"])
		if r["role"] == "update" {
			require.Contains(t, r["why"], "the same page as")
		}
	}
	require.Equal(t, map[string]int{"origin": 1, "update": 3}, roles)
}

func TestLaterVersionsOfOneOutlet(t *testing.T) {
	parts := strings.SplitAfter(ferry, "\n\n")
	const more = `Divers of the coastguard looked at her rudder on Monday night and found a fishing net in it, eleven metres long.

The ferry company said that the crossing to Port Erran would be closed until Thursday and that tickets stay valid.

A locksmith from Carrick, who had come aboard for a single day of work, spoke of a lucky escape for the horses.
`
	dir := t.TempDir()
	write(t, dir, "post.jsonl",
		line(t, map[string]string{"id": "first", "outlet": "Pier Post", "date": "2024-04-30T10:00:00Z", "text": ferry})+
			line(t, map[string]string{"id": "later", "outlet": "Pier Post", "date": "2024-04-30T19:00:00Z", "text": parts[0] + parts[2] + more})+
			line(t, map[string]string{"id": "follow-up", "outlet": "Pier Post", "date": "2024-05-01T19:00:00Z", "text": bees + "\n" + parts[0]})+
			line(t, map[string]string{"id": "own", "outlet": "Celle Bote", "date": "2024-05-01T19:00:00Z", "text": bees}))
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	r := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "single", r["first"]["role"])
	require.Equal(t, "update", r["later"]["role"])
	require.Empty(t, r["later"]["cluster"])
	require.Equal(t, "first", r["later"]["source_article"])
	require.Equal(t, "Pier Post", r["later"]["source_outlet"])
	require.Empty(t, r["later"]["credited"])
	require.Contains(t, r["later"]["why"], "a later version of first by the same outlet")
	require.NotEqual(t, "update", r["follow-up"]["role"])
	for _, l := range rows(t, got["links.csv"]) {
		switch l["article"] + " " + l["source_article"] {
		case "later first":
			require.Equal(t, "update", l["relation"])
			require.Equal(t, "from", l["direction"])
		default:
			require.NotEqual(t, "update", l["relation"], l)
		}
	}
}

// What was put up in a hurry and told in full later is one piece, whatever its address: who
// copies the later version is in one cluster with both.
func TestVersionsOfAPageAndACopyOfOne(t *testing.T) {
	parts := strings.SplitAfter(ferry, "\n\n")
	first := strings.Join(parts[:3], "") + "More follows as we have it. The bar of the Carrick Arms stays open for all who came to look at her from the shore tonight.\n"
	for name, test := range map[string]struct {
		address string
		text    string
		in      bool
	}{
		"one address":                    {"https://pierpost.example/ferry", first, true},
		"one address, counted":           {"https://www.pierpost.example/ferry?utm_source=feed#top", first, true},
		"another address":                {"https://pierpost.example/ferry-aground", first, true},
		"another address, a follow-up":   {"https://pierpost.example/ferry-aground", bees + "\n" + parts[0], false},
		"one address, and another story": {"https://pierpost.example/ferry", bees, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "crawl.jsonl",
				line(t, map[string]string{"id": "flash", "outlet": "Pier Post", "url": test.address, "date": "2024-04-30T10:00:00Z", "text": test.text})+
					line(t, map[string]string{"id": "full", "outlet": "Pier Post", "url": "https://pierpost.example/ferry", "date": "2024-04-30T13:00:00Z", "text": ferry})+
					line(t, map[string]string{"id": "copy", "outlet": "Ness Herald", "url": "https://nessherald.example/1", "date": "2024-04-30T19:00:00Z", "text": ferry}))
			got, _ := mustRun(t, Options{Paths: []string{dir}})
			r := by(rows(t, got["report.csv"]), "article")
			require.NotEmpty(t, r["full"]["cluster"])
			require.Equal(t, r["full"]["cluster"], r["copy"]["cluster"])
			require.Equal(t, "full", r["copy"]["source_article"])
			require.Equal(t, "no", r["copy"]["credited"])
			require.Empty(t, r["full"]["credited"])
			if !test.in {
				require.Empty(t, r["flash"]["cluster"])
				return
			}
			require.Equal(t, r["full"]["cluster"], r["flash"]["cluster"])
			require.Equal(t, "origin", r["flash"]["role"])
			require.Equal(t, "update", r["full"]["role"])
			require.Equal(t, "flash", r["full"]["source_article"])
		})
	}
}

// A later version is an update of the earlier one, though others have their text from it.
func TestALaterVersionThatOthersPrintIsAnUpdate(t *testing.T) {
	dir := t.TempDir()
	corrected := strings.NewReplacer("214 passengers", "241 passengers", "half past four", "half past two", "4:41 p.m.", "2:41 p.m.").Replace(ferry) + "\nOf the horses one was lame and was carried. The mate held its head, and sang to it from the bar to the quay.\n"
	var text string
	for _, x := range []item{
		{"first", "The Pier Post", "2024-04-30T10:00:00Z", ferry},
		{"second", "The Pier Post", "2024-04-30T15:00:00Z", corrected},
		{"copy", "Gull Daily", "2024-05-01T10:00:00Z", corrected},
	} {
		text += x.line(t)
	}
	write(t, dir, "all.jsonl", text)
	got, _ := mustRun(t, Options{Paths: []string{dir}})
	list := by(rows(t, got["report.csv"]), "article")
	require.Equal(t, "second", list["copy"]["source_article"])
	require.Equal(t, "update", list["second"]["role"])
	require.Equal(t, "first", list["second"]["source_article"])
}
