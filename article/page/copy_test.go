package page

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTheTextOnceMore holds that what sites keep of a text for another use leaves the text as it is.
func TestTheTextOnceMore(t *testing.T) {
	marks := []string{"alpha", "bravo", "charlie", "delta"}
	var texts []string
	for _, m := range marks {
		texts = append(texts, para(m))
	}
	want, whole := strings.Join(texts, "\n\n"), "The lamps go out. "+strings.Join(texts, " ")
	text := paras(marks...)
	sentences := `<span class="s">` + strings.NewReplacer(". ", `.</span> <span class="s">`, ", ", `,</span> <span class="s">`).Replace(whole) + `</span>`
	escaped := html.EscapeString("<h1>The lamps go out</h1>" + text)
	for name, copied := range map[string]string{
		"hidden, to be read aloud":              `<div class="player"><button>Listen</button><div hidden>` + whole + `</div></div>`,
		"by its name, to be read aloud":         `<div id="vorlese-text">` + whole + `</div>`,
		"in spans, each a sentence":             `<div class="readspeaker_area" style="display: none">` + sentences + `</div>`,
		"for readers of the screen":             `<section class="sr-only">` + text + `</section>`,
		"far out of the screen":                 `<div style="position:absolute; left:-9999px">` + whole + `</div>`,
		"for printing":                          `<div class="print-version">` + strings.ReplaceAll(strings.ReplaceAll(text, "<p>", "<div>"), "</p>", "</div>") + `</div>`,
		"named so by nothing":                   `<div class="x7f"><p>` + whole + `</p></div>`,
		"to be copied, as mark-up":              `<div class="modal"><h2>Republish</h2><pre>` + escaped + `</pre></div>`,
		"to be copied, as mark-up, in a field":  `<div class="modal"><textarea>` + escaped + `</textarea></div>`,
		"to be copied, as a page":               `<div class="republish-content"><h2>The lamps go out</h2>` + text + `</div>`,
		"as the value of an item":               `<meta itemprop="articleBody" content="` + whole + `">`,
		"in a template":                         `<template>` + text + `</template>`,
		"hidden for telephones, and twice so":   `<div class="mobile" aria-hidden="true">` + text + `</div><div class="tablet d-none">` + text + `</div>`,
		"hidden, and only the beginning of it":  `<div hidden>` + whole[:len(whole)*2/3] + `</div>`,
		"hidden, with the words of the player":  `<div class="tts" hidden>Listen to this article. ` + whole + ` Thank you for listening.</div>`,
		"hidden, where only a part was changed": `<div hidden>` + strings.Replace(whole, "on Monday", "on Monday morning", 1) + `</div>`,
	} {
		for place, page := range map[string]string{
			"before": `<main><article><h1>The lamps go out</h1>` + copied + text + `</article></main>`,
			"behind": `<main><article><h1>The lamps go out</h1>` + text + copied + `</article></main>`,
			"beside": `<main><article><h1>The lamps go out</h1>` + text + `</article>` + copied + `</main>`,
		} {
			t.Run(name+", "+place, func(t *testing.T) {
				require.Equal(t, want, Read(`<title>The lamps go out</title>`+page, Options{}).Text)
			})
		}
	}
}

func TestWhatIsNoCopyStays(t *testing.T) {
	text, want := paras("alpha", "bravo"), para("alpha")+"\n\n"+para("bravo")
	folded := paras("charlie", "delta", "echo")
	foldedText := para("charlie") + "\n\n" + para("delta") + "\n\n" + para("echo")
	for name, page := range map[string]string{
		"the rest of the text, folded away":    text + `<div hidden>` + folded + `</div>`,
		"the same, which a search finds":       text + `<div hidden="until-found">` + folded + `</div>`,
		"the same, where a script puts it":     text + `<div hidden id="S:0">` + folded + `</div>`,
		"the rest, in an element of a podcast": text + `<div class="audio-text">` + folded + `</div>`,
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, want+"\n\n"+foldedText, Read(`<title>The lamps go out</title><article><h1>The lamps go out</h1>`+page+`</article>`, Options{}).Text)
		})
	}
	// The only text of the page.
	require.Equal(t, want+"\n\n"+foldedText, Read(`<title>The lamps go out</title><article class="printable" hidden><h1>The lamps go out</h1>`+text+folded+`</article>`, Options{}).Text)
}
