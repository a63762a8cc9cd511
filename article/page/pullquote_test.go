package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A sentence lifted out of the text stands in it already: twice it would be two quotations, one of nobody.
func TestPulledQuotes(t *testing.T) {
	const said = "The ferry was loud, the slip was short and the gulls were worse than both"
	text := `<p>“` + said + `,” the master of the boat said at the gate of the harbour office.</p>`
	for _, c := range []struct {
		name, pull string
		want       int
	}{
		{"named", `<div class="article-pullquote"><span>“</span><p>` + said + `</p><cite>The master of the boat</cite></div>`, 1},
		{"a block of WordPress", `<figure class="wp-block-pullquote"><blockquote><p>` + said + `</p><cite>The master</cite></blockquote></figure>`, 1},
		{"shortened", `<div class="pull-quote"><p>The ferry was loud, the slip was short and the gulls were worse</p></div>`, 0},
		{"not named", `<blockquote>` + said + `</blockquote>`, 1},
		{"in an aside, by its language", `<aside class="zitat-box"><p>„` + said + `“</p><footer>Der Kapitän</footer></aside>`, 1},
		{"that the text does not have", `<blockquote><p>Nobody asked the gulls what they had made of the ferry and its horn</p></blockquote>`, 1},
		{"a paragraph again, with its speaker", `<blockquote><p>“` + said + `,” the master of the boat said</p></blockquote>`, 2},
		{"a heading", `<h2 class="highlight">` + said + `</h2>`, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := pageOf("", `<article><h1>No ferry this winter</h1><p>The boat did not run on Monday, since it has to go to the yard, as the company said to the paper of the island.</p>`+c.pull+text+`<p>Nobody knows when it will be back, and the shops of the island have bread for a week at most, said the baker.</p></article>`).Text
			if c.want == 0 {
				require.NotContains(t, got, "worse\n")
				return
			}
			want := said
			if strings.Contains(c.pull, "Nobody asked") {
				want = "Nobody asked the gulls"
			}
			require.Equal(t, c.want, strings.Count(got, want), got)
			require.NotContains(t, got, "Der Kapitän")
		})
	}
}
