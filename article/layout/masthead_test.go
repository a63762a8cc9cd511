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

// A word above the headline is a rubric or a paper's name, which the text may tell.
func TestMastheadThatTheTextGivesToItsHouse(t *testing.T) {
	const rest = "The harbour master said that he had tied it up himself with two ropes, and that both had been cut in the night.\n"
	for _, test := range []struct{ name, head, lead, outlet string }{
		{"told", "Gleaner", "The ferry to Corrie broke loose in the night. \"I tied it up myself,\" the master told Gleaner.", "Gleaner"},
		{"tells, in curly marks", "Bollard", "The ferry to Corrie broke loose in the night. “I tied it up myself,” he tells Bollard.", "Bollard"},
		{"obtained by", "Bollard", "The ferry to Corrie broke loose in the night, according to a log obtained by Bollard on Friday.", "Bollard"},
		{"has learned", "Curious Boatman", "The ferry to Corrie was cut loose in the night, Curious Boatman has learned from two people.", "Curious Boatman"},
		{"what the piece is about", "Corrie", "The ferry broke loose in the night. The master, who told Corrie to wait, has been to Corrie.", ""},
		{"somebody in it", "Bollard", "The ferry broke loose in the night. “I tied it up,” said Bollard, who was told of it at dawn.", ""},
		{"a rubric", "Politics", "The ferry broke loose in the night. “I tied it up,” he told Politics.", ""},
		{"a longer name", "Bollard", "The ferry broke loose in the night. “I tied it up,” he told Bollard Weekly.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := test.head + "\nFerry breaks loose in the night\nBy Ada Lorne\n3 April 2025\n\n" + test.lead + "\n\n" + rest
			_, m := Find(&article.Article{Text: text, Language: "en"})
			require.Equal(t, test.outlet, m.Outlet)
			if test.outlet != "" {
				require.Equal(t, "Ferry breaks loose in the night", m.Title)
			}
		})
	}
}
