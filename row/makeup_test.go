package row

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestPercentages(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts [5]int
		want   Makeup
	}{
		{"no words", [5]int{}, Makeup{}},
		{"all original", [5]int{0, 0, 0, 0, 7}, Makeup{Original: 1000}},
		{"thirds", [5]int{1, 1, 1, 0, 0}, Makeup{Copied: 334, Edited: 333, Reworded: 333}},
		{"sevenths", [5]int{1, 1, 1, 1, 3}, Makeup{143, 143, 143, 143, 428}},
		{"a trace", [5]int{1, 0, 0, 0, 99999}, Makeup{Original: 1000}},
		{"negative counts are none", [5]int{-4, 0, 0, 0, 2}, Makeup{Original: 1000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := c.counts
			require.Equal(t, c.want, Percentages(n[0], n[1], n[2], n[3], n[4]))
		})
	}
}

func TestPercentagesAddUpAndStayNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var n [5]int
		total := 0
		for i := range n {
			n[i] = rapid.IntRange(0, 1<<rapid.IntRange(0, 40).Draw(t, "bits")).Draw(t, "count")
			total += n[i]
		}
		m := Percentages(n[0], n[1], n[2], n[3], n[4])
		parts := [5]Tenths{m.Copied, m.Edited, m.Reworded, m.Quoted, m.Original}
		sum := Tenths(0)
		for i, p := range parts {
			sum += p
			if total > 0 {
				require.InDelta(t, float64(n[i])/float64(total)*1000, float64(p), 1)
			}
		}
		if total > 0 {
			require.EqualValues(t, 1000, sum)
		} else {
			require.Zero(t, m)
		}
	})
}

func TestTenths(t *testing.T) {
	for n, want := range map[Tenths]string{0: "0.0", 7: "0.7", 333: "33.3", 1000: "100.0", -5: "-0.5"} {
		require.Equal(t, want, n.String())
	}
}
