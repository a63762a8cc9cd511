package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWhatIsWorthComparing(t *testing.T) {
	for _, test := range []struct {
		name  string
		hint  Hint
		worth bool
	}{
		{"a turn of phrase", Hint{Prints: 1}, false},
		{"a passage", Hint{Prints: 2}, true},
		{"one pair of rare words", Hint{Pairs: 1}, false},
		{"two", Hint{Pairs: 2}, true},
		{"an outlet and two names", Hint{Stories: 2}, false},
		{"and three", Hint{Stories: 3}, true},
		{"a phrase and a pair", Hint{Prints: 1, Pairs: 1}, true},
		{"a pair and a name", Hint{Pairs: 1, Stories: 1}, true},
	} {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.worth, test.hint.Worth()) })
	}
}

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
			require.Equal(t, c.want, withClusters(c.found, c.clusters))
		})
	}
}
