package reader

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// readFolder reads what lies in a folder.
func readFolder(t testing.TB, dir string) (articles []article.Article, problems []string) {
	t.Helper()
	return read(t, dir, Options{}, dir)
}

// TestTextsOfPostsWithoutPlugins reads posts into whose text programs have put buttons and other pieces.
func TestTextsOfPostsWithoutPlugins(t *testing.T) {
	before, behind := "<p>"+slipText+"</p>\n", "<p>"+chairText+"</p>"
	for name, between := range map[string]string{
		"buttons of Jetpack":       `<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li>Facebook</li><li>X</li></ul></div>`,
		"a Polish label":           `<div class="box"><p><strong>Czytaj też:</strong> <a href="https://example.com/mew">Mewy wracają na przystań w maju</a></p></div>`,
		"a French label":           `<p>À lire aussi : <a href="https://example.com/m">Les mouettes reviennent au port en mai</a></p>`,
		"a German list":            `<h4>Mehr zum Thema</h4><ul><li><a href="https://example.com/m">Möwen kehren zurück</a></li><li><a href="https://example.com/k">Der Kran bleibt stehen</a></li></ul>`,
		"related posts of YARPP":   `<div class="yarpp yarpp-related"><h3>More of this</h3><ol><li><a href="https://example.com/m">Gulls return</a></li></ol></div>`,
		"a Chinese list":           `<p>延伸阅读</p><ul><li><a href="https://example.com/m">海鸥五月回港</a></li></ul>`,
		"a label without a colon":  `<div class="box"><span>Leggi anche</span> <a href="https://example.com/m">I gabbiani tornano al porto in maggio</a></div>`,
		"a label within the link":  `<p><a href="https://example.com/m"><strong>À LIRE AUSSI &gt; Les mouettes reviennent au port</strong></a></p>`,
		"a label alone, two lines": `<p><b>Lesen Sie auch:</b></p><p><a href="https://example.com/m">Die Möwen kehren zurück an den Hafen</a></p><p><a href="https://example.com/k">Der Kran am Hafen bleibt stehen</a></p>`,
		"a label and two links":    `<p><strong>LEIA MAIS:</strong><br><a href="https://example.com/m">Gaivotas voltam ao porto em maio</a><br><a href="https://example.com/k">Guindaste do porto continua de pé</a></p>`,
		"a form for a newsletter":  `<div class="wp-block-jetpack-subscriptions"><p>Type your mailbox here</p></div>`,
	} {
		t.Run(name, func(t *testing.T) {
			post, err := json.Marshal(map[string]any{"title": map[string]any{"rendered": "Ferry slip to close"}, "link": "https://example.com/slip", "content": map[string]any{"rendered": before + between + behind}})
			require.NoError(t, err)
			for file, content := range map[string]string{
				"a.json": string(post),
				"a.xml":  `<rss version="2.0" xmlns:content="c"><channel><title>The Example</title><item><title>Ferry slip to close</title><link>https://example.com/slip</link><content:encoded><![CDATA[` + before + between + behind + `]]></content:encoded></item></channel></rss>`,
			} {
				articles, problems := readFolder(t, folder(t, map[string]string{file: content}))
				require.Empty(t, problems)
				require.Len(t, articles, 1)
				require.Equal(t, slipText+"\n\n"+chairText, articles[0].Text, file)
			}
		})
	}
	for name, kept := range map[string]string{
		"whose the news is":     `<p>Source: <a href="https://other.example/slip">The Other Paper on the slip and its piles</a></p>`,
		"where all of it is":    `<p>Read more: <a href="https://other.example/slip">The Other Paper</a></p>`,
		"a line that is a link": `<p>The divers wrote what they saw:</p><p><a href="https://example.com/b">The report of the divers, all nine pages</a></p>`,
		"a sentence":            `<p>The board said: <a href="https://example.com/b">nobody will pay for it now</a>, and went home.</p>`,
		"a list of sources":     `<p>What the board has read</p><ul><li><a href="https://example.com/b">The report of the divers</a></li></ul>`,
	} {
		t.Run("kept: "+name, func(t *testing.T) {
			require.Equal(t, before+kept+behind, withoutPlugins(before+kept+behind))
		})
	}
}

// TestFeetOfFeeds reads entries below which WordPress has put a line with their title.
func TestFeetOfFeeds(t *testing.T) {
	const title = "Ferry slip to close"
	for foot, cut := range map[string]bool{
		`<p>The post <a href="https://example.com/slip">Ferry slip to close</a> appeared first on <a href="https://example.com">The Example</a>.</p>`:   true,
		`<p>L'articolo <a href="https://example.com/slip">Ferry slip to close</a> proviene da <a href="https://example.com">The Example</a>.</p>`:       true,
		`<p>Der Beitrag Ferry slip to close erschien zuerst auf The Example.</p>`:                                                                       true,
		`<p>投稿 Ferry slip to close は The Example に最初に表示されました。</p>`:                                                                                      true,
		`<p>The post <a href="https://other.example/slip">Ferry slip to close</a> appeared first on <a href="https://other.example">The Other</a>.</p>`: false,
		`<p>Nobody at The Example thought the ferry slip to close, until the divers came up in March and said that it was full of holes.</p>`:           false,
		`<p>This was first told by The Example.</p>`: false,
	} {
		articles, problems := readFolder(t, folder(t, map[string]string{"a.xml": `<rss version="2.0" xmlns:content="c"><channel><title>The Example - Harbours</title><item><title>` + title + `</title><link>https://example.com/slip</link>` +
			`<description><![CDATA[<p>Short.</p>` + foot + `]]></description><content:encoded><![CDATA[<p>` + slipText + "</p>\n<p>" + chairText + "</p>\n" + foot + `]]></content:encoded></item></channel></rss>`}))
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		if cut {
			require.Equal(t, slipText+"\n\n"+chairText, articles[0].Text, foot)
		} else {
			require.Greater(t, len(articles[0].Text), len(slipText+"\n\n"+chairText), foot)
		}
	}
}
