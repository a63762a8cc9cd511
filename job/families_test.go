package job

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
	"wiretrace/digest"
)

// TestFamiliesBehindOthers gives copies of one story a band in common that two
// earlier articles have as well, and no other. They are found behind these, and
// not by holding each against each.
func TestFamiliesBehindOthers(t *testing.T) {
	dir := t.TempDir()
	var b strings.Builder
	add := func(text string) {
		b.WriteString(line(t, map[string]string{"id": fmt.Sprintf("%03d", strings.Count(b.String(), "\n")), "date": "2024-05-01", "text": text}))
	}
	add(ownWords(1, 200))
	add(ownWords(2, 200))
	const copies = 40
	for k := range copies {
		add(strings.Replace(ferry, "214", fmt.Sprint(214+k), 1)) // no two are the same to the letter
	}
	write(t, dir, "in.jsonl", b.String())
	most := 0
	o := Options{Paths: []string{dir}, Threads: 2, Progress: func(p Progress) { most = max(most, p.Total) }}
	o.complete()
	m := newMachine(&o)
	defer m.release()
	c, err := ingest(t.Context(), m, &o, noPast{})
	require.NoError(t, err)

	log := newKeyLog(m.space, 0)
	for place := range uint32(2 + copies) {
		require.NoError(t, log.Add(place, []uint64{1}))
	}
	c.keys[digest.Bands-1] = log
	p := &pairing{corpus: c}
	require.NoError(t, p.families(t.Context()))
	want := []uint32{0, 1}
	for range copies {
		want = append(want, 2)
	}
	require.Equal(t, want, p.reps)
	require.LessOrEqual(t, most, cluster.BandStars*len(want), "couples looked at")
}
