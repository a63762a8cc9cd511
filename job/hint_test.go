package job

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// Whatever fits in memory, and however hints are spread over workers, each
// couple comes once, in order, with all that was said of it.
func TestHintsAreMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Custom(func(t *rapid.T) cluster.Hint {
			a := rapid.Uint32Range(0, 5).Draw(t, "a")
			return cluster.Hint{
				Couple: cluster.Couple{A: a, B: rapid.Uint32Range(a+1, 9).Draw(t, "b")},
				Prints: rapid.Uint8Range(0, 200).Draw(t, "prints"), Pairs: rapid.Uint8Range(0, 1).Draw(t, "pairs"), Stories: rapid.Uint8Range(0, 1).Draw(t, "stories"),
			}
		})
		list := rapid.SliceOfN(one, 0, 200).Draw(t, "hints")
		most := rapid.IntRange(2, 300).Draw(t, "most")
		s := spill.NewSpace(0, "")
		defer s.Close()
		workers := []*spill.Sorter[cluster.Hint]{newHints(s, most), newHints(s, most)}
		want := map[cluster.Couple]cluster.Hint{}
		for i, h := range list {
			if err := workers[i%2].Add(h); err != nil {
				t.Fatal(err)
			}
			w, ok := want[h.Couple]
			if !ok {
				w = cluster.Hint{Couple: h.Couple}
			}
			w.Merge(h)
			want[h.Couple] = w
		}
		if err := workers[0].Join(workers[1]); err != nil {
			t.Fatal(err)
		}
		length := workers[0].Len()
		var got []cluster.Hint
		if err := workers[0].Each(func(h cluster.Hint) error {
			got = append(got, h)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if workers[0].Given() != length {
			t.Fatalf("%d hints were given out of %d", workers[0].Given(), length)
		}
		if !slices.IsSortedFunc(got, cluster.CompareHints) || len(got) != len(want) {
			t.Fatalf("%d couples in order %v, want %d", len(got), slices.IsSortedFunc(got, cluster.CompareHints), len(want))
		}
		for _, h := range got {
			if want[h.Couple] != h {
				t.Fatalf("got %+v, want %+v", h, want[h.Couple])
			}
		}
	})
}
