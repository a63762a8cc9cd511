package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPaintDateline holds that whoever takes an agency out of a dateline has edited the dateline, and not the
// paragraph behind it.
func TestPaintDateline(t *testing.T) {
	const lead = "A ferry with 214 passengers and a wedding cake on board ran onto a sandbank off Carrick Ness on Monday, and the harbour office said that it would lie there until the tide came back."
	rest := paragraphs(103, 2)
	for _, test := range []struct {
		name, agency, paper string
		edited              int // words
	}{
		{"the mark left out", "CARRICK, Wis. (AP) — ", "CARRICK, Wis. — ", 2},
		{"a mark with a hyphen", "CARRICK (Reuters) - ", "CARRICK - ", 1},
		{"two hyphens", "CARRICK (AP) -- ", "CARRICK -- ", 1},
		{"a day put in", "CARRICK (AP) — ", "CARRICK, March 3 (AP) — ", 4},
		{"nothing", "CARRICK (AP) — ", "CARRICK (AP) — ", 0},
		{"no dateline, but a sentence with a dash", "On the bridge (nobody was there) - ", "On the bridge - ", 3},
		{"a word behind the dash too", "CARRICK (AP) — It rained. ", "CARRICK — It poured. ", 6},
	} {
		t.Run(test.name, func(t *testing.T) {
			origin := plain(append([]string{test.agency + lead}, rest...)...)
			s := plain(append([]string{test.paper + lead}, rest[1:]...)...)
			words := map[Label]int{}
			for _, p := range paint(s, []shared{shareOf(s, origin, 7, From)}, false) {
				words[p.Label] += p.Words
				if p.Label == Edited {
					require.Less(t, p.Similarity, 1.0, "the other has what was left out: %q", origin.Text[p.There.Start:p.There.End])
				}
			}
			require.Equal(t, test.edited, words[Edited])
		})
	}
}
