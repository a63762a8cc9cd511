package layout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Two words above the headline are a writer's name or a paper's. Without a line for the writer
// below, and without the paper's name, nothing tells which.
func TestNameAboveTheHeadline(t *testing.T) {
	const body = "The ferry to Corrie broke loose in the night and was found at dawn on the rocks of the point, with nobody aboard.\n\nThe harbour master said that he had tied it up himself with two ropes, and that both had been cut.\n"
	for _, test := range []struct{ name, head, given, byline, outlet string }{
		{"a paper or a writer", "Corrie Gleaner\nFerry breaks loose\n3 April 2025\n\n", "", "", ""},
		{"without a date", "Curious Boatman\nFerry breaks loose in the night\n\n", "", "", ""},
		{"a paper, with a writer below", "Corrie Gleaner\nFerry breaks loose\nBy Ada Lorne\n3 April 2025\n\n", "", "Ada Lorne", "Corrie Gleaner"},
		{"a word that papers are called by", "Corrie Gazette\nFerry breaks loose\n3 April 2025\n\n", "", "", "Corrie Gazette"},
		{"a writer, on a page of a paper", "Ada Lorne\nFerry breaks loose\n3 April 2025\n\n", "Corrie Gleaner", "Ada Lorne", ""},
		{"a writer, said to be one", "By Ada Lorne\nFerry breaks loose\n3 April 2025\n\n", "", "Ada Lorne", ""},
		{"a writer below the headline", "Ferry breaks loose\nAda Lorne\n3 April 2025\n\n", "", "Ada Lorne", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, m := Find(&article.Article{Text: test.head + body, Outlet: test.given, Language: "en"})
			require.Equal(t, test.byline, m.Byline)
			require.Equal(t, test.outlet, m.Outlet)
		})
	}
}
