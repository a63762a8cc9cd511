package cluster

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// One word left out at the beginning of a long text does not make the rest of it
// edited.
func TestPaintCopiesBesideAnEdit(t *testing.T) {
	body := paragraphs(102, 6) // 306 words
	cut := strings.Fields(body[0])
	cut = append(cut[:4:4], cut[5:]...)
	origin := plain(body...)
	s := plain(append([]string{strings.Join(cut, " ")}, body[1:]...)...)
	words := map[Label]int{}
	for _, p := range paint(s, []shared{shareOf(s, origin, 7, From)}, false) {
		words[p.Label] += p.Words
	}
	require.Equal(t, map[Label]int{Edited: 4, Copied: 301}, words)
}
