package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Who sells or gives one text to several houses has copied nobody, nor have they: it is not
// called uncredited. Who prints it without the name is.
func TestOneWriterInSeveralHousesIsNoTheft(t *testing.T) {
	for byline, uncredited := range map[string]bool{
		"Isla Drummond":              false,
		"By ISLA DRUMMOND":           false,
		"Isla Drummond and Roy Cope": false,
		"Roy Cope":                   true,
		"Our reporter":               true,
		"":                           true,
	} {
		out := Resolve([]Member{
			signed("Isla Drummond", piece(0, "Wren", minute(3, 9, 0))),
			signed(byline, copyOf(0, piece(1, "Kite", minute(3, 12, 0)))),
		}, nil)
		s := out.Standings[1]
		require.Equal(t, Copy, Relation(s.Role), byline)
		require.Equal(t, uncredited, s.Uncredited(), byline)
		if !uncredited {
			require.Contains(t, s.Why, "both bear the name of one writer")
		}
	}
}
