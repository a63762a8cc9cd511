package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPresence(t *testing.T) {
	const hour, day = 60 * 60, 24 * 60 * 60
	p := Presence{}
	p.Add("Mint", Dates{10*day + 5*hour, 10*day + 6*hour})
	p.Add("Mint", Dates{10*day + 7*hour, 10*day + 7*hour})
	require.Len(t, p["Mint"], 1, "two pieces of one day")
	at := func(t int64) Dates { return Dates{t, t} }
	require.True(t, p.Near("Mint", at(10*day)))
	require.True(t, p.Near("Mint", at(13*day)))
	require.False(t, p.Near("Mint", at(20*day)))
	require.False(t, p.Near("Mint", at(2*day)))
	require.True(t, p.Near("Mint", Dates{}), "it may be of those days")
	require.True(t, p.Near("Time", at(20*day)), "nothing of it is in hand")
	require.Equal(t, Dates{-day, 2 * day}, Dates{-5, day + 1}.WholeDays())
	require.Equal(t, Dates{}, Dates{}.WholeDays())
}
