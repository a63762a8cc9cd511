package digest

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
	"wiretrace/shingle"
)

var outletReader = sync.OnceValue(func() *credit.Reader { return credit.NewReader(outlet.Default()) })

func newMaker() *Maker { return NewMaker(outlet.Default(), outletReader()) }

// ferry is the prose of one story, a paragraph an element.
var ferry = []string{
	`The car ferry Tolsta ran onto a sandbank off Carrick Ness on Monday morning with 214 passengers, three horses and a wedding cake on board, the harbour office said.`,
	`Captain Morven Haldane told the passengers over the loudspeaker that the tide would lift them by half past four and that the bar would stay open.`,
	`"We felt a bump and then a great silence," said Ailsa Crombie, who was on her way to her own wedding in Port Erran. "My father asked the purser whether the cake was insured."`,
	`The Maritime Rescue Centre in Port Erran sent two lifeboats and a helicopter, which circled the Tolsta for forty minutes and went home again for want of fuel.`,
	`Investigators will look into a navigation buoy that had been reported adrift in August, and into the letter that a skipper named Torquil Baine wrote about it to the Lighthouse Board.`,
	`The Tolsta floated free at 4:41 p.m. and reached Port Erran under her own power an hour later. The cake arrived whole.`,
}

// pages are the ferry story as three sites put it on a page.
var pages = []struct{ name, text string }{
	{"plain", strings.Join(ferry, "\n\n")},
	{
		"newspaper", "Subscribe | Log in | E-Edition\nTwo hundred wait for the tide on a stranded ferry\nBy Fergus Lockhart\nMarch 3, 2025 5:12 p.m.\n\n" +
			strings.Join(ferry, "\n\n") + "\n\nCopyright 2025 The Carrick Mercury. All rights reserved.\nSign up for our newsletter",
	},
	{
		"broadcaster", "Watch Live | Weather | Closings\nFERRY AGROUND: bride and cake on board\n\n" +
			strings.Join(ferry[:3], "\n\n") + "\n\nAdvertisement\n\n" + strings.Join(ferry[3:], "\n\n") + "\n\nShare this article\nRead more: Ten ferries that never sailed",
	},
}

func mustMake(t testing.TB, a *article.Article) *Digest {
	t.Helper()
	d := newMaker().Make(a)
	require.NotNil(t, d)
	return d
}

// proseOf returns the words of the prose as they stand in the text.
func proseOf(d *Digest, text string) []string {
	var out []string
	for _, w := range Prose(nil, shingle.Words(nil, text), &d.Layout) {
		out = append(out, text[w.Start:w.End])
	}
	return out
}
