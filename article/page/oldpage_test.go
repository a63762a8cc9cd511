package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Pages of about 2000 have neither headings nor paragraphs, and one title for a whole section.
func TestPagesOfTablesAndFonts(t *testing.T) {
	const text = `The ferry to the island will not run this winter, the company said on Monday, since its only boat has to go to the yard.<br><br>
The islanders will have their mail flown in, and the shops have bread for a week at most, as the baker told the paper at the gate.<br><br>
Nobody knows what will become of the slip, which was built in 1904 and has nine piles of oak.`
	page := func(title, headline, rights string) *Page {
		return Read(`<html><head><title>`+title+`</title></head><body><table><tr><td>`+headline+`<br><br><font size="3">`+text+`</font></td></tr><tr><td><font size="1">`+rights+`</font></td></tr></table></body></html>`, Options{})
	}
	p := page("Isle Post - Local", `<font size="5"><b>No ferry to the island this winter</b></font>`, "Copyright (c) 1998-2001 Isle Post Ltd. All rights reserved. Visitors: 0481")
	require.Equal(t, "No ferry to the island this winter", p.Title.Value)
	require.Equal(t, "Isle Post", p.Outlet.Value)
	require.NotContains(t, p.Text, "Visitors")
	require.NotContains(t, p.Text, "No ferry to")

	p = page("No ferry to the island this winter", `<font size="5"><b>Isle Post</b></font><font size="+1">No ferry to the island this winter</font>`, "")
	require.Equal(t, "No ferry to the island this winter", p.Title.Value)

	p = page("Isle Post - Local", `<font size="5">No ferry to the island</font><font size="5">Newts halt the plan for a road</font>`, "(c) 2001 Mainland Press")
	require.Equal(t, "", p.Outlet.Value)
	require.Contains(t, p.Text, "Mainland Press", "the rights of others tell whose the text is")
}
