package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A word that soft hyphens, spaces without width or elements part is one word.
func TestWordsBrokenByMarkUp(t *testing.T) {
	const body = "<p class=\"drop\"><span class=\"cap\">T</span><span class=\"lead-in\">he har&shy;bour</span> board of Ex&#8203;am&ZeroWidthSpace;ple voted on Tues<wbr>day to close the <i>fer</i>ry slip, and the word-<wbr>by-word minutes are kept in the ter\u200bminus.</p>\n" +
		"<p>\ufeffNobody was hurt, said the mas\u2060ter, but the coun&#xAD;cil will look at the piles again before the end of the year.</p><p>\u200b</p><p>&nbsp;\u200b</p><p>The work begins in March and goes on for eleven months, with a break in the summer holidays.</p>"
	p := Read(`<html lang="en"><head><title>Fer&shy;ry slip to close</title><meta property="og:title" content="Fer&shy;ry slip to close"><meta name="author" content="Ada Cra&shy;ne"></head><body><article><h1>Fer&shy;ry slip to close</h1>`+body+`</article></body></html>`, Options{})
	require.Equal(t, "Ferry slip to close", p.Title.Value)
	require.Equal(t, "Ada Crane", p.Byline.Value)
	require.Equal(t, "The harbour board of Example voted on Tuesday to close the ferry slip, and the word-by-word minutes are kept in the terminus.\n\n"+
		"Nobody was hurt, said the master, but the council will look at the piles again before the end of the year.\n\nThe work begins in March and goes on for eleven months, with a break in the summer holidays.", p.Text)
}
