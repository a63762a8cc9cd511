package report

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// A report that is put together from pieces is the one that is written row by row, whatever
// its form; also where rows are lost since a file panics over them.
func TestPieces(t *testing.T) {
	panicking := func(file, id string) {
		if file == linksFile || file == objectsFile && id == "b/2.json" {
			panic("no ink")
		}
	}
	for name, o := range map[string]Options{
		"the usual":       {},
		"compressed":      {Compress: Zstandard, NoBOM: true, Separator: Semicolon},
		"offsets":         {Objects: OffsetsObjects, NoFurniture: true},
		"tables alone":    {Objects: NoObjects, AllPassages: true},
		"rows that panic": {Inject: panicking},
	} {
		t.Run(name, func(t *testing.T) {
			whole, parts := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "parts")
			writeSample(t, whole, o)
			writePieces(t, parts, o)
			want := files(t, whole)
			require.Equal(t, want, files(t, parts))
			require.Greater(t, len(want), 9)
		})
	}
}

// writePieces writes what writeSample does, each cluster and each article that stands alone
// in pieces of its own.
func writePieces(t *testing.T, dir string, o Options) {
	stories, articles, clusters, problems := sample()
	w, err := Create(dir, o)
	require.NoError(t, err)
	for i := range problems {
		require.NoError(t, w.Problem(&problems[i]))
	}
	for i := range stories {
		require.NoError(t, w.Story(&stories[i]))
	}
	var p *Pieces
	for i, a := range articles {
		if p == nil {
			p = NewPieces(o, len(articles), func(file string, b []byte) error { return w.Append(file, slices.Clone(b)) })
		}
		require.NoError(t, p.Article(a))
		if a.Cluster != "" {
			if articles[i+1].Cluster == a.Cluster {
				continue
			}
			c := slices.IndexFunc(clusters, func(c Cluster) bool { return c.ID == a.Cluster })
			require.NoError(t, p.Cluster(&clusters[c]))
		}
		faults, more, err := p.End()
		require.NoError(t, err)
		w.Fault(faults, more)
		p = nil
	}
	outlets, flows := sampleTrade()
	for i := range outlets {
		require.NoError(t, w.Outlet(&outlets[i]))
	}
	for i := range flows {
		require.NoError(t, w.Flow(&flows[i]))
	}
	require.ErrorContains(t, w.Append("nothing.csv", nil), "no file")
	require.NoError(t, w.Commit())
}
