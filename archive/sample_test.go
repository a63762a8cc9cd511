package archive

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/row"
)

var ctx = context.Background()

// night returns when the n-th night began, counted from 1.
func night(n int) time.Time {
	return time.Date(2026, 3, n, 3, 0, 0, 0, time.UTC)
}

func openNew(t testing.TB) *Archive {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "news.db"))
}

func reopen(t testing.TB, path string) *Archive {
	t.Helper()
	a, err := Open(path, Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = a.Close() })
	return a
}

func begin(t testing.TB, a *Archive, started time.Time) *Night {
	t.Helper()
	n, err := a.Begin(ctx, Run{Started: started, Version: "test"})
	require.NoError(t, err)
	return n
}

// sample returns the i-th article of a made-up corpus, of the size that real
// ones have.
func sample(i int) *Article {
	random := rand.New(rand.NewPCG(uint64(i), 7))
	x := &Article{
		Head: Head{
			ID: fmt.Sprintf("2026/03/%02d/outlet%03d/story-%06d.txt", 1+i%28, i%200, i), From: 1_772_000_000 + int64(i)*60, Hash: random.Uint64(),
		},
		Mark: random.Uint64(), Content: random.Uint64(),
		Domain:    fmt.Sprintf("outlet%d.example", i%200),
		Published: "2026-03-01T04:05Z", Title: fmt.Sprintf("Harbour board votes on pier number %d after a long dispute", i),
		Byline: "Ana Ruiz", Language: "en", URL: fmt.Sprintf("https://outlet%d.example/news/%d", i%200, i), Words: 500,
		Digest: noise(random, 2500), Text: noise(random, 1500),
	}
	x.To = x.From + 60
	x.File = x.ID
	for k, size := range [6]int{256, 160, 48, 1100, 640, 240} {
		x.Keys[k] = noise(random, size)
	}
	return x
}

func noise(r *rand.Rand, size int) []byte {
	b := make([]byte, (size+7)/8*8)
	for i := 0; i < len(b); i += 8 {
		binary.LittleEndian.PutUint64(b[i:], r.Uint64())
	}
	return b[:size]
}

// describe returns what might be found out about the i-th article.
func describe(i int) *row.Article {
	return &row.Article{
		Role: "rewrite", Story: fmt.Sprintf("s%08d", i/10), Cluster: fmt.Sprintf("c%08d", i/5), Family: fmt.Sprintf("f%08d", i/2), SourceOutlet: "The Pier Post", Upstream: "The Pier Post",
		UpstreamKind: "outlet", OtherSources: "Reuters 12 %",
		CreditChain: []string{"The Pier Post"}, Credited: "yes", Confidence: "likely", Why: "It credits The Pier Post and retells seven of its sentences.",
		Makeup: row.Makeup{Copied: 100, Edited: 200, Reworded: 300, Quoted: 155, Original: 245}, Words: 460, FurnitureWords: 40,
		Credits: []row.Credit{{Start: 10, End: 30, Outlet: "The Pier Post", Kind: "outlet", Cue: "according to", Main: true, Text: "according to The Pier Post"}},
		Quotes: []row.Quote{
			{Start: 50, End: 80, Kind: "direct", Speaker: "Ana Ruiz", Text: "We have waited thirty years for this pier", Families: 2},
			{Start: 95, End: 130, Kind: "direct", Text: "and we will wait no longer than we must", Families: 1},
		},
	}
}
