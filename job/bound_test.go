package job

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// ownWords returns n words, every other one of them a word that is in no
// dictionary and in the words of no other k.
func ownWords(k, n int) string {
	const syllables = "badogufikelumapovusizeratihonyce"
	common := strings.Fields("the of to and a in with for on by from as")
	var b strings.Builder
	for i := range n {
		if i%2 == 0 {
			b.WriteString(common[i/2%len(common)])
		} else {
			for x := k*1000 + i; x > 0; x /= 16 {
				b.WriteString(syllables[2*(x%16):][:2])
			}
		}
		b.WriteByte(" ."[i%12/11])
		if i%12 == 11 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestBoundsOfKeys says of pieces that have one thing in common how many of
// their couples are compared: each with each where they are few, and a number
// that grows as they do where they are many.
func TestBoundsOfKeys(t *testing.T) {
	const (
		few   = 12
		all   = few * (few - 1) / 2
		many  = 240
		weeks = 15 * 24 * time.Hour // more than the window of stories
	)
	passage := func(int) string {
		return "Captain Morven Haldane told the passengers over the loudspeaker that the tide would lift them by half past four, that the bar would stay open until then and that nobody need worry about the cake."
	}
	pair := func(k int) string { return "Haldane " + ownWords(k, 4) + "Crombie. " }
	twoPairs := func(k int) string { return pair(k) + "Pohlmann " + ownWords(k+many, 4) + "Gerlinde." }
	credit := func(k int) string {
		return "Haldane " + ownWords(k, 8) + ", according to The Washington Post. Crombie " + ownWords(k+many, 8) + ". Pohlmann " + ownWords(k+2*many, 8) + "."
	}
	for _, test := range []struct {
		name        string
		pieces      int
		apart       time.Duration
		common      func(k int) string
		least, most int // couples
	}{
		{"nothing", few, time.Hour, func(int) string { return "" }, 0, 0},
		{"a passage", few, weeks, passage, all, all},
		{"a passage that many have", many, weeks, passage, many - 1, 10 * many},
		{"one pair of rare words", few, time.Hour, pair, few - 1, few - 1},
		{"two pairs of rare words", few, time.Hour, twoPairs, all, all},
		{"two pairs that many have", many, time.Hour, twoPairs, many, 10 * many},
		{"an outlet credited and three names", few, time.Hour, credit, all, all},
		{"a credit and names that many have", many, time.Hour, credit, many, 10 * many},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			for k := range test.pieces {
				b.WriteString(line(t, map[string]string{
					"id": fmt.Sprint(k), "outlet": fmt.Sprintf("Paper %d", k),
					"date": firstNight.Add(time.Duration(k) * test.apart).Format(time.RFC3339),
					"text": ownWords(3*many+2*k, 120) + "\n\n" + test.common(k) + "\n\n" + ownWords(3*many+2*k+1, 84),
				}))
			}
			dir := t.TempDir()
			write(t, dir, "in.jsonl", b.String())
			var stats Stats
			mustRun(t, Options{Paths: []string{dir}, Stats: &stats})
			t.Logf("%d couples of %d pieces", stats.Counts.Couples, test.pieces)
			require.Equal(t, test.pieces, stats.Counts.Representatives, "none is a copy")
			require.GreaterOrEqual(t, stats.Counts.Couples, test.least)
			require.LessOrEqual(t, stats.Counts.Couples, test.most)
		})
	}
}
