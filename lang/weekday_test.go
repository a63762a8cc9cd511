package lang

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Every language that has names of days has them of whole weeks, which DaysAgo counts on.
func TestWeekdays(t *testing.T) {
	for _, l := range All() {
		require.Zero(t, len(l.Weekdays())%week, l.Code)
	}
	for _, code := range PressCodes() {
		require.Zero(t, len(Press(code).Weekdays())%week, code)
	}
	da := Press("da").Weekdays()
	require.Greater(t, len(da), week)
	for n, name := range da { // Monday, Tuesday ... of each form
		require.Equal(t, da[n%week][:3], name[:3])
		require.Equal(t, (2-n%week+week)%week, DaysAgo(time.Wednesday, n), name)
	}
}
