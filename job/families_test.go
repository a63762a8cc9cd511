package job

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/report"
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
	w, err := report.Create(filepath.Join(dir, "report"), report.Options{})
	require.NoError(t, err)
	defer w.Abort()
	most := 0
	r := newRun(Options{
		Paths: []string{dir}, Threads: 2, Outlets: outlet.Default(),
		Progress: func(p Progress) { most = max(most, p.Total) },
	}, w)
	defer r.close()
	require.NoError(t, r.open(t.Context()))
	require.NoError(t, r.read(t.Context()))

	log := newKeyLog(r.space, 0)
	for place := range uint32(2 + copies) {
		require.NoError(t, log.Add(place, []uint64{1}))
	}
	r.logs[digest.Bands-1] = log
	require.NoError(t, r.families(t.Context()))
	want := []uint32{0, 1}
	for range copies {
		want = append(want, 2)
	}
	require.Equal(t, want, r.reps)
	require.LessOrEqual(t, most, bandStars*len(want), "couples looked at")
}
