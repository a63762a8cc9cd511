package job

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// Whatever fits in memory, and however hints are spread over workers, each
// couple comes once, in order, with all that was said of it.
func TestHintsAreMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Custom(func(t *rapid.T) hint {
			a := rapid.Uint32Range(0, 5).Draw(t, "a")
			return hint{
				cluster.Couple{A: a, B: rapid.Uint32Range(a+1, 9).Draw(t, "b")},
				rapid.Uint8Range(0, 200).Draw(t, "prints"), rapid.Uint8Range(0, 1).Draw(t, "pairs"), rapid.Uint8Range(0, 1).Draw(t, "stories"),
			}
		})
		list := rapid.SliceOfN(one, 0, 200).Draw(t, "hints")
		most := rapid.IntRange(2, 300).Draw(t, "most")
		s := spill.NewSpace(0, "")
		defer s.Close()
		workers := []*spill.Sorter[hint]{newHints(s, most), newHints(s, most)}
		want := map[cluster.Couple]hint{}
		for i, h := range list {
			if err := workers[i%2].Add(h); err != nil {
				t.Fatal(err)
			}
			w, ok := want[h.Couple]
			if !ok {
				w = hint{Couple: h.Couple}
			}
			w.merge(h)
			want[h.Couple] = w
		}
		if err := workers[0].Join(workers[1]); err != nil {
			t.Fatal(err)
		}
		length := workers[0].Len()
		var got []hint
		if err := workers[0].Each(func(h hint) error {
			got = append(got, h)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if workers[0].Given() != length {
			t.Fatalf("%d hints were given out of %d", workers[0].Given(), length)
		}
		if !slices.IsSortedFunc(got, compareHints) || len(got) != len(want) {
			t.Fatalf("%d couples in order %v, want %d", len(got), slices.IsSortedFunc(got, compareHints), len(want))
		}
		for _, h := range got {
			if want[h.Couple] != h {
				t.Fatalf("got %+v, want %+v", h, want[h.Couple])
			}
		}
	})
}

func TestWhatIsWorthComparing(t *testing.T) {
	for _, test := range []struct {
		name  string
		hint  hint
		worth bool
	}{
		{"a turn of phrase", hint{prints: 1}, false},
		{"a passage", hint{prints: 2}, true},
		{"one pair of rare words", hint{pairs: 1}, false},
		{"two", hint{pairs: 2}, true},
		{"an outlet and two names", hint{stories: 2}, false},
		{"and three", hint{stories: 3}, true},
		{"a phrase and a pair", hint{prints: 1, pairs: 1}, true},
		{"a pair and a name", hint{pairs: 1, stories: 1}, true},
	} {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.worth, test.hint.worth()) })
	}
}
