package align_test

import (
	"fmt"
	"hash/fnv"
	"strings"

	"wiretrace/align"
)

// indexed makes a text of words parted by spaces. Long words stand for rare ones.
func indexed(s string) *align.Text {
	t := new(align.Text)
	for _, w := range strings.Fields(s) {
		h := fnv.New32a()
		h.Write([]byte(w))
		t.Words = append(t.Words, align.Word{Hash: h.Sum32(), Stem: h.Sum32(), Weight: float32(len(w))})
	}
	t.Index()
	return t
}

func ExampleAligner_Align() {
	wire := indexed("thieves dropped through a skylight into a maritime museum before dawn and made off with a gold presentation sword")
	copied := indexed("police say thieves dropped through a skylight into a naval museum before dawn and made off with a gold presentation sword on sunday")
	var al align.Aligner
	for _, p := range al.Align(wire, copied, align.Copies()) {
		fmt.Println(p.Kind == align.Edited, p.A, p.B, p.Matched)
		for _, r := range p.Runs {
			fmt.Println("run of", r.N, "at", r.A, "and", r.B)
		}
	}
	// Output:
	// true {0 19} {2 21} 18
	// run of 7 at 0 and 2
	// run of 11 at 8 and 10
}
