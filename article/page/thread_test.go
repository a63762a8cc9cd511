package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadersMessages holds that what readers wrote is told from the piece by the button below each message,
// whatever the elements are called.
func TestReadersMessages(t *testing.T) {
	message := func(begin, mark, button, end string) string {
		return begin + "<p>" + para(mark) + "</p>" + button + end
	}
	for _, c := range []struct{ name, body, not string }{
		{"articles of their own", `<section class="foro"><h2>14 opiniones</h2>` +
			message(`<article class="m"><b>vecino</b> <time datetime="2025-06-01T10:00:00Z">1/6/2025</time>`, "yankee", `<a href="#">Responder</a>`, `</article>`) +
			message(`<article class="m"><b>vecina</b> <time datetime="2025-06-02T10:00:00Z">2/6/2025</time>`, "zulu", `<a href="#">Responder</a>`, `</article>`) + `</section>`, "yankee zulu opiniones"},
		{"a list with answers in it", `<div id="stimmen"><ol><li><div class="s">` + message("", "xray", `<button type="button">Antworten</button>`, `</div><ol><li><div class="s">`) +
			message("", "yankee", `<button type="button">Antworten</button>`, `</div></li></ol></li><li><div class="s">`) + message("", "zulu", `<button>Antworten</button>`, `</div></li></ol></div>`), "xray yankee zulu Antworten"},
		{"rows of a table", `<table class="t"><tr><td>Aloïs</td><td>` + message("", "yankee", `<span class="b">Répondre</span>`, "") + `</td></tr><tr><td>Berthe</td><td>` + message("", "zulu", `<span class="b">Répondre</span>`, "") + `</td></tr></table>`, "yankee zulu"},
		{"another script", `<div class="x">` + message(`<div class="y">`, "yankee", `<a>返信する</a>`, `</div>`) + message(`<div class="y">`, "zulu", `<a>返信する</a>`, `</div>`) + `</div>`, "yankee zulu 返信"},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := `<h1>The lamps of the islands go out</h1><div class="x"><p>Posted by Ada Crane on 12 May 2025</p>` + paras("alpha", "bravo", "charlie") + `</div>`
			p := Read(`<html><head><title>The lamps of the islands go out</title></head><body>`+body+c.body+`</body></html>`, Options{})
			for _, mark := range []string{"alpha", "bravo", "charlie"} {
				require.Equal(t, 1, strings.Count(p.Text, mark), p.Text)
			}
			for mark := range strings.FieldsSeq(c.not) {
				require.NotContains(t, p.Text, mark)
			}
			require.Equal(t, "2025-05-12", p.Published.String())
		})
	}
}

// TestForumIsItsMessages holds that a page whose messages are all there is keeps them, and so does a
// piece that shows posts with the buttons of their platform.
func TestForumIsItsMessages(t *testing.T) {
	for _, body := range []string{
		`<div class="topic"><div class="p"><p>` + para("alpha") + `</p><a>Reply</a></div><div class="p"><p>` + para("bravo") + `</p><a>Reply</a></div></div>`,
		paras("charlie", "delta", "echo") + `<div class="tweet-box"><p>` + para("alpha") + `</p><a>Reply</a></div><div class="tweet-box"><p>` + para("bravo") + `</p><a>Reply</a></div>`,
	} {
		got := Read(`<title>Lamps of the islands</title><h1>Lamps of the islands</h1><div class="article-body">`+body+`</div>`, Options{}).Text
		require.Contains(t, got, "alpha")
		require.Contains(t, got, "bravo")
	}
}

// TestLiveBlogs holds that every entry of a live blog is read, once.
func TestLiveBlogs(t *testing.T) {
	entry := func(begin, mark, end string) string { return begin + "<p>" + para(mark) + "</p>" + end }
	entries := func(begin, end string) string {
		var b strings.Builder
		for _, mark := range []string{"alpha", "bravo", "charlie", "delta"} {
			b.WriteString(entry(begin, mark, end))
		}
		return b.String()
	}
	blog := ld(`{"@type":"LiveBlogPosting","headline":"The lamps of the islands go out","liveBlogUpdate":[{"@type":"BlogPosting","headline":"A","articleBody":"` + para("alpha") + `"}]}`)
	for _, c := range []struct{ name, head, body string }{
		{"articles, as the page declares", blog, `<div class="feed">` + entries(`<article class="e"><time datetime="2025-05-10T07:15:00Z">07:15</time><h3>What now</h3>`, `<div class="share"><a href="#">Share</a></div></article>`) + `</div>`},
		{"articles, undeclared", "", `<div class="feed">` + entries(`<article class="e"><span>07:15</span><h3>What now</h3>`, `</article>`) + `</div>`},
		{"items of a list", "", `<ol class="lx">` + entries(`<li><article class="e"><h3>What now</h3>`, `</article></li>`) + `</ol>`},
		{"each named as a text, declared", blog, `<div class="updates">` + entries(`<div class="u"><h3>What now</h3><div class="entry-content">`, `</div></div>`) + `</div>`},
		{"sections with an anchor", blog, entries(`<section class="u" id="x"><h4>07.15 Uhr</h4>`, `</section>`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Read(`<html><head><title>The lamps of the islands go out</title>`+c.head+`</head><body><main><h1>The lamps of the islands go out</h1>`+c.body+`</main></body></html>`, Options{}).Text
			for _, mark := range []string{"alpha", "bravo", "charlie", "delta"} {
				require.Equal(t, 1, strings.Count(got, mark), got)
			}
		})
	}
}
