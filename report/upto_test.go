package report

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAFormIsLeftOutOfLargeReports(t *testing.T) {
	for _, c := range []struct {
		name     string
		expected int // articles; none told if negative
		made     bool
	}{
		{"as many as allowed", 10, true},
		{"more than allowed", 11, false},
		{"nothing told", -1, true},
		{"none at all", 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := &journal{}
			dir := filepath.Join(t.TempDir(), "r")
			w, err := Create(dir, Options{Forms: []NewForm{UpTo(10, j.new)}})
			require.NoError(t, err)
			if c.expected >= 0 {
				require.NoError(t, w.Expect(c.expected))
			}
			require.NoError(t, w.Problem(&Problem{File: "early"}))
			require.NoError(t, w.Article(&Article{ID: "a", Cluster: "c"}))
			require.NoError(t, w.Cluster(&Cluster{ID: "c"}))
			require.NoError(t, w.Problem(&Problem{File: "late"}))
			require.NoError(t, w.Commit())
			if !c.made {
				require.Empty(t, j.rows)
				require.Zero(t, j.closed)
				require.NoFileExists(t, filepath.Join(dir, IndexFile))
				return
			}
			require.Equal(t, 1, j.closed)
			require.FileExists(t, filepath.Join(dir, IndexFile))
			require.Equal(t, []string{"a", "c", "early", "late"}, slices.Sorted(slices.Values(j.rows)))
			require.Less(t, slices.Index(j.rows, "early"), slices.Index(j.rows, "late"))
		})
	}
}
