package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const movableTypeText = "AUTHOR: Ada Crane\nTITLE: Ferry slip to close\nSTATUS: Publish\nCONVERT BREAKS: richtext\nPRIMARY CATEGORY: Island\nDATE: 03/12/2025 08:15:00 PM\n-----\nBODY:\n<p>" + slipText + "</p>\n-----\nEXTENDED BODY:\n<p>" + chairText + "</p>\n-----\nEXCERPT:\nThe ferry ...\n-----\nCOMMENT:\nAUTHOR: A reader\nDATE: 03/14/2025 09:00:00 PM\nMy boat was never late.\n-----\n--------\n" +
	"TITLE: Newts halt plan\nSTATUS: Publish\nDATE: 04/22/2025 06:00:00 AM\n-----\nBODY:\n" + newtText + "\n-----\n\n--------\nAUTHOR: Ada Crane\nTITLE: Not yet\nSTATUS: Draft\nDATE: 05/01/2025 06:00:00 AM\n-----\nBODY:\nA beginning.\n-----\n--------\n"

func TestMovableType(t *testing.T) {
	for name, in := range map[string]string{
		"as written":     movableTypeText,
		"for Windows":    "\ufeff" + strings.ReplaceAll(movableTypeText, "\n", "\r\n"),
		"cut at its end": strings.TrimSuffix(movableTypeText, "-----\n--------\n"),
	} {
		dir := folder(t, map[string]string{"x.txt": in})
		articles, problems := read(t, dir, Options{}, dir)
		require.Equal(t, []string{"x.txt: record 3: " + draftPost}, problems, name)
		require.Len(t, articles, 2, name)
		var got []summary
		for _, a := range articles {
			s := summarize(a)
			s.Language = ""
			got = append(got, s)
		}
		require.Equal(t, []summary{
			{ID: "x.txt#1", Title: "Ferry slip to close", Byline: "Ada Crane", Published: "2025-03-12T20:15:00", Source: "field date", Text: slipText + "\n\n" + chairText},
			{ID: "x.txt#2", Title: "Newts halt plan", Published: "2025-04-22T06:00:00", Source: "field date", Text: newtText},
		}, got, name)
	}
	for name, in := range map[string]string{
		"front matter":      "TITLE: Ferry slip to close\nAUTHOR: Ada Crane\n\n" + slipText,
		"a text with rules": slipText + "\n\n-----\nBODY: of a ship\n\n" + chairText,
	} {
		dir := folder(t, map[string]string{"x.txt": in})
		articles, _ := read(t, dir, Options{}, dir)
		require.Len(t, articles, 1, name)
		require.Equal(t, in, articles[0].Text, name)
	}
}

// TestExportBehindAMark reads an export whose first line stands behind a byte order mark.
func TestExportBehindAMark(t *testing.T) {
	document := func(n, paper, day, title, text string) string {
		return "\n                               " + n + " van 2 DOCUMENTEN\n\n\n                              " + paper + "\n\n                              " + day + "\n\n" + title + "\n\nAUTEUR: Ada Crane\n\nLENGTE: 139 woorden\n\n" + text + "\n\nLAAD-DATUM: 2 oktober 2025\n\nTAAL: DUTCH; NEDERLANDS\n\n"
	}
	in := "\ufeff" + strings.TrimPrefix(document("1", "De Waalkoerier", "3 september 2025 woensdag", "Ferry slip to close", slipText)+document("2", "Pond Post", "11 maart 2025 dinsdag", "Newts halt plan", newtText), "\n")
	dir := folder(t, map[string]string{"x.txt": in})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	require.Equal(t, []string{"De Waalkoerier", "2025-09-03", slipText}, []string{articles[0].Outlet, articles[0].Published.String(), articles[0].Text})
}

func FuzzMovableType(f *testing.F) {
	f.Add([]byte(movableTypeText))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.txt", data) })
}
