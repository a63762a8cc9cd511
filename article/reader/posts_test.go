package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The first page of a blog may hold its posts whole: they are pieces of their own, and one text of all would have the day of one.
func TestPagesOfWholePosts(t *testing.T) {
	const first = "<p>The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard.</p><p>The islanders will have their mail flown in, and the shops have bread for a week at most, as the baker told us at the gate.</p><p>Nobody knows what will become of the slip, which has nine piles.</p>"
	second := strings.NewReplacer("ferry", "bus", "island", "hill", "boat", "coach", "slip", "stop").Replace(first)
	post := func(path, title, writer, text string) string {
		return `<article class="post"><h2><a href="/2025/03/` + path + `/">` + title + `</a></h2><div>Posted on <time datetime="2025-03-12T18:00:00Z">12 March</time> by <span class="author">` + writer + `</span></div>` + text + `<footer><a href="/2025/03/` + path + `/#respond">Leave a comment</a></footer></article>`
	}
	page := func(body string) string {
		return `<!DOCTYPE html><html lang="en"><head><title>Isle Voice – news from the quay</title><meta property="og:site_name" content="Isle Voice"><link rel="canonical" href="https://islevoice.example/"></head><body><main>` + body + `</main></body></html>`
	}
	whole := page(post("ferry", "No ferry to the island", "Ada Crane", first) + post("bus", "No bus up the hill", "Jo Field", second))
	articles, _ := readFolder(t, folder(t, map[string]string{"index.html": whole}))
	require.Len(t, articles, 2)
	require.Equal(t, "No ferry to the island", articles[0].Title)
	require.Equal(t, "Jo Field", articles[1].Byline)
	require.Equal(t, "https://islevoice.example/2025/03/bus/", articles[1].URL)
	require.Equal(t, "Isle Voice", articles[1].Outlet)
	require.NotContains(t, articles[0].Text, "coach")

	more := strings.Replace(whole, `<footer><a href="/2025/03/ferry/#respond">Leave a comment`, `<footer><a href="/2025/03/ferry/">Continue reading`, 1)
	more = strings.Replace(more, `<footer><a href="/2025/03/bus/#respond">Leave a comment`, `<footer><a href="/2025/03/bus/">Continue reading`, 1)
	articles, _ = readFolder(t, folder(t, map[string]string{"index.html": more}))
	require.LessOrEqual(t, len(articles), 1, "teasers are no pieces")

	one := page(`<article><h1>No ferry to the island</h1>` + first + `</article>` + post("bus", "No bus up the hill", "Jo Field", second) + post("quay", "The quay is full", "Jo Field", second))
	articles, _ = readFolder(t, folder(t, map[string]string{"ferry.html": one}))
	require.Len(t, articles, 1, "a piece, and others below it")
}
