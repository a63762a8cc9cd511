package page

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestMoments(t *testing.T) {
	for _, c := range []struct{ name, cell, want string }{
		{"a day", "2025-03-10", "10 Mar 2025"},
		{"a time of no zone", "2025-03-10T07:30", "10 Mar 2025, 07:30 local"},
		{"seconds are not shown", "2025-03-10T07:30:59Z", "10 Mar 2025, 07:30 UTC"},
		{"another zone", "2025-03-10T00:30+02:00", "9 Mar 2025, 22:30 UTC"},
		{"nothing", "", "no date"},
		{"no date", "yesterday", "no date"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, read(c.cell).String()) })
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ name, first, last, want string }{
		{"one day", "2025-03-10", "2025-03-10", "10 Mar 2025"},
		{"two days", "2025-03-10", "2025-03-12", "10 Mar 2025 to 12 Mar 2025"},
		{"times of a day", "2025-03-10T07:30Z", "2025-03-10T09:05Z", "10 Mar 2025, 07:30 to 09:05"},
		{"times of two days", "2025-03-10T07:30Z", "2025-03-11T09:05Z", "10 Mar 2025, 07:30 to 11 Mar 2025, 09:05"},
		{"a day and a time of it", "2025-03-10", "2025-03-10T09:05Z", "10 Mar 2025"},
		{"the same time", "2025-03-10T07:30Z", "2025-03-10T07:30Z", "10 Mar 2025, 07:30"},
		{"only the first", "2025-03-10T07:30Z", "", "10 Mar 2025, 07:30"},
		{"none", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, span(read(c.first), read(c.last))) })
	}
}

func TestSpell(t *testing.T) {
	for d, want := range map[time.Duration]string{
		30 * time.Second: "the same minute", time.Minute: "1 minute", 95 * time.Minute: "1 hour 35 minutes",
		2 * time.Hour: "2 hours", 28 * time.Hour: "28 hours", 72 * time.Hour: "3 days",
	} {
		require.Equal(t, want, spell(d))
	}
}

func TestTicksAreFewAndWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := time.Unix(rapid.Int64Range(0, 2e9).Draw(t, "from"), 0).UTC()
		to := from.Add(time.Hour + time.Duration(rapid.Int64Range(0, int64(60*365*24*time.Hour)).Draw(t, "length")))
		got := ticks(from, to)
		require.NotEmpty(t, got)
		require.LessOrEqual(t, len(got), 10)
		for _, k := range got {
			require.False(t, k.at.Before(from) || k.at.After(to))
		}
	})
}
