package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTextForReadersWithoutScripts(t *testing.T) {
	const story = `<h1>No ferry this winter</h1><p>The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard.</p>` +
		`<p>Islanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them, if the weather lets it.</p>`
	const told = "The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard." +
		"|Islanders will be flown to the mainland twice a week for the price of the boat, and the post will go with them, if the weather lets it."
	for _, c := range []struct{ name, body, want, wall string }{
		{"an application that a script fills", `<div id="app">Loading…</div><noscript><article>` + story + `</article></noscript>`, told, ""},
		{"beside a picture that counts readers", `<noscript><img src="/px?id=1"></noscript><div id="root"></div><noscript class="ssr">` + story + `</noscript>`, told, ""},
		{"a page that shows its text", `<article>` + story + `</article><noscript><p>` + strings.Repeat("Switch the script on and see the map of all the isles. ", 8) + `</p></noscript>`, told, ""},
		{"it asks for a script", `<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>`, "", ""},
		{"it never ends", `<div id="root"></div><noscript><p>` + story, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Read(`<html><head><title>No ferry this winter</title></head><body>`+c.body+`</body></html>`, Options{})
			require.Equal(t, c.want, strings.ReplaceAll(p.Text, "\n\n", "|"))
			require.Equal(t, c.wall, p.Wall)
		})
	}
}
