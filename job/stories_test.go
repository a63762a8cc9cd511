package job

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAClusterIsOfOneStory(t *testing.T) {
	for _, c := range []struct {
		name     string
		found    [][]uint32
		clusters [][]uint32
		want     [][]uint32
	}{
		{"within a story", [][]uint32{{1, 2, 3}}, [][]uint32{{1, 2}}, [][]uint32{{1, 2, 3}}},
		{"in part of none", [][]uint32{{1, 2}}, [][]uint32{{0, 1}}, [][]uint32{{0, 1, 2}}},
		{"of none", nil, [][]uint32{{4, 5}}, [][]uint32{{4, 5}}},
		{"over two: most of it decides, and the stories stay two", [][]uint32{{1, 2, 3}, {4, 5, 6}}, [][]uint32{{2, 3, 4}}, [][]uint32{{1, 2, 3, 4}, {5, 6}}},
		{"over two alike: the first", [][]uint32{{1, 2, 3}, {4, 5, 6}}, [][]uint32{{3, 4}}, [][]uint32{{1, 2, 3, 4}, {5, 6}}},
		{"what is left alone is no story", [][]uint32{{1, 2}, {3, 4}}, [][]uint32{{1, 2, 3}}, [][]uint32{{1, 2, 3}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var clusters []resolution
			for _, members := range c.clusters {
				clusters = append(clusters, resolution{members: members})
			}
			require.Equal(t, c.want, withClusters(c.found, clusters))
		})
	}
}
