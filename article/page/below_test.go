package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Sites put the line that says whose a piece is below its text, where their own boxes begin.
func TestLinesBelowTheText(t *testing.T) {
	for _, test := range []struct {
		name, below string
		kept        string // empty if nothing is
	}{
		{"where it appeared first", `<p><em>A version of this story originally appeared in the Glen Herald.</em></p>`, "A version of this story originally appeared in the Glen Herald."},
		{"in a box", `<div class="tags"><a href="/a">Ferries</a></div><div class="foot"><p>Dieser Beitrag ist zuerst erschienen bei Bote.</p></div>`, "Dieser Beitrag ist zuerst erschienen bei Bote."},
		{"who had a part in it", `<p class="contrib">The Associated Press contributed to this report.</p>`, "The Associated Press contributed to this report."},
		{"of another piece, in a side column", `<aside><p>This story was first published in the Glen Herald.</p></aside>`, ""},
		{"among the comments", `<div class="comments"><p>This story was first published in the Glen Herald.</p></div>`, ""},
		{"no such line", `<p>Send us what you know.</p>`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := `<div class="article-body"><p>` + ferryLines[0] + `</p><p>` + ferryLines[1] + `</p><p>` + ferryLines[2] + `</p></div>`
			p := Read(`<html><body><main><article><h1>Ferry stuck off Ness</h1>`+body+test.below+`</article></main><footer><p>This story was first published in the Glen Herald.</p></footer></body></html>`, Options{})
			require.Contains(t, p.Text, ferryLines[2])
			if test.kept == "" {
				require.NotContains(t, p.Text, "Herald")
				require.NotContains(t, p.Text, "Send us")
				return
			}
			require.Contains(t, p.Text, test.kept)
		})
	}
}
