package page

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Who cannot see a drawing is told what it shows, on a page and in a file of its own.
func TestDrawingsHaveTheirNames(t *testing.T) {
	d := &drawing{width: 834, height: 60}
	require.Contains(t, string(d.inPage("graph", "Graph of sources: Ferry & crew")), `<title id="graph">Graph of sources: Ferry &amp; crew</title>`)
	require.Contains(t, string(d.file("Graph of sources")), `<title>Graph of sources</title>`)
}
