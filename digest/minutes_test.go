package digest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTimesByTheClock(t *testing.T) {
	for _, s := range []string{"14:02 The mayor has arrived.", "2.01pm We are under way.", "2.07 p.m. We are under way.", "[14:05] Rain.", "+++ 14:02 Uhr: Regen +++", "14.02 Uhr: Regen", "14h02 Il pleut.", "9:15am Rain", "14:02", "(14:02) Rain"} {
		require.True(t, beginsWithTime(s), s)
	}
	for _, s := range []string{"14.02 per cent of the boats", "1. Whisk the eggs", "3:2 was the score of 40", "1950 was cold", "14:2 was the score", "The boat sails at 14:02", "14:75 is no time", ""} {
		require.False(t, beginsWithTime(s), s)
	}
}
