package job

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a site puts under all its stories is furniture however long it is, in one
// line or in paragraphs: else its stories would be copies of each other.
func TestALongFootJoinsNoStories(t *testing.T) {
	prose := func(seed uint64, words int) string {
		rng := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		for i := range words {
			for range 2 + rng.IntN(3) {
				b.WriteString(string("bcdfglmnprstv"[rng.IntN(13)]) + string("aeiou"[rng.IntN(5)]))
			}
			b.WriteString([]string{" ", ". "}[i%15/14])
		}
		return b.String()
	}
	for name, foot := range map[string]string{
		"400 words in one line": prose(99, 400), "8 paragraphs of 100 words": func() (s string) {
			for k := range 8 {
				s += prose(uint64(100+k), 100) + "\n\n"
			}
			return s
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			n := startNights(t, Options{})
			var items []item
			for i := range 12 {
				items = append(items, item{
					fmt.Sprintf("a%d", i), []string{"The Pier Post", "Gull Daily"}[i%2], fmt.Sprintf("2024-04-%02dT10:00:00Z", 1+i),
					prose(uint64(i), 150) + "\n\n" + prose(uint64(50+i), 150) + "\n\n" + foot,
				})
			}
			for id, a := range n.read(items...).articles(t) {
				require.Equal(t, "single", a["role"], id)
			}
		})
	}
}
