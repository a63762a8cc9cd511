package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNamedThreads holds that a part named as readers' comments is no part of the text, however long it is, and
// that other parts with such words in their names are.
func TestNamedThreads(t *testing.T) {
	long := strings.Repeat("<div><span>Leser</span><span>"+para("yankee")+"</span><span>1 Std.</span></div>", 14)
	piece := `<h1>The lamps of the islands go out</h1><div class="x">` + paras("alpha", "bravo", "charlie") + `</div>`
	for _, open := range []string{
		`<div class="fb-comments">`, `<div id="disqus_thread">`, `<section class="reader-comments open">`, `<ol class="commentlist">`, `<section id="kommentare">`, `<div class="comentarios">`, `<div id="comments" class="comments-area">`, `<ul class="yorumlar">`,
	} {
		got := Read(`<title>The lamps of the islands go out</title><body class="single comments-open">`+piece+open+long, Options{}).Text
		require.Contains(t, got, "charlie", open)
		require.NotContains(t, got, "yankee", open)
	}
	for name, body := range map[string]string{
		"what may be commented on":          `<div class="has-comments comments-enabled">` + piece + `</div>`,
		"a forum has nothing before them":   `<h1>The lamps of the islands go out</h1><div class="comments">` + paras("alpha", "bravo", "charlie") + `</div>`,
		"the piece stands in such a part":   `<p>` + para("delta") + `</p><p>` + para("echo") + `</p><div id="comments">` + piece + `</div>`,
		"the comments of ministers, a name": `<div class="ministers-comments">` + piece + `</div>`,
	} {
		got := Read(`<title>The lamps of the islands go out</title><body>`+body, Options{}).Text
		require.Contains(t, got, "charlie", name)
	}
}
