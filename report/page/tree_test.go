package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// outline writes a tree as lines, each below what it hangs on.
func outline(roots []*node) string {
	var b strings.Builder
	var write func(n *node, depth int)
	write = func(n *node, depth int) {
		b.WriteString(strings.Repeat("  ", depth))
		switch {
		case n.member != nil:
			b.WriteString(n.member.outlet)
		case n.outlet != "":
			b.WriteString("(" + n.outlet + ")")
		default:
			fmt.Fprintf(&b, "%d more", len(n.more))
		}
		b.WriteString("\n")
		for _, c := range n.children {
			write(c, depth+1)
		}
	}
	for _, r := range roots {
		write(r, 0)
	}
	return b.String()
}

func TestTree(t *testing.T) {
	for _, c := range []struct {
		name    string
		members []member
		want    string
	}{
		{"a copy of an origin", []member{
			{key: "a", outlet: "A", role: "origin", upstream: "A"},
			{key: "b", outlet: "B", source: "a", upstream: "A"},
		}, "A\n  B\n"},
		{"an absent upstream", []member{
			{key: "a", outlet: "A", chain: []string{"U"}, upstream: "U"},
			{key: "b", outlet: "B", source: "a", upstream: "U"},
		}, "(U)\n  A\n    B\n"},
		{"a chain of absent outlets", []member{
			{key: "a", outlet: "A", chain: []string{"T", "W"}, upstream: "W"},
			{key: "b", outlet: "B", chain: []string{"W"}, upstream: "W"},
			{key: "c", outlet: "C", upstream: "W"},
		}, "(W)\n  (T)\n    A\n  B\n  C\n"},
		{"no source known", []member{{key: "a", outlet: "A"}, {key: "b", outlet: "B", source: "a"}}, "A\n  B\n"},
		{
			"copies of nobody knows what",
			[]member{{key: "a", outlet: "A", role: "origin"}, {key: "b", outlet: "B", role: "copy"}, {key: "c", outlet: "C", role: "partial"}},
			"A\n(an unknown source)\n  B\n  C\n",
		},
		{"a source before its own", []member{{key: "a", outlet: "A", source: "b"}, {key: "b", outlet: "B"}}, "B\n  A\n"},
		{"each from the other", []member{{key: "a", outlet: "A", source: "b"}, {key: "b", outlet: "B", source: "a"}}, "B\n  A\n"},
		{"from itself", []member{{key: "a", outlet: "A", source: "a"}}, "A\n"},
		{"outlets in a ring", []member{
			{key: "a", outlet: "A", chain: []string{"X", "Y"}},
			{key: "b", outlet: "B", chain: []string{"Y", "X"}},
		}, "(Y)\n  (X)\n    A\n  B\n"},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, outline(tree(c.members, atAGlance))) })
	}
}

func TestATreeHoldsAllAndStaysSmall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 300).Draw(t, "n")
		members := make([]member, n)
		for i := range members {
			m := &members[i]
			m.key = fmt.Sprint(i)
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				m.source = fmt.Sprint(rapid.IntRange(0, n-1).Draw(t, "source"))
			case 1:
				m.source = fmt.Sprint(max(i-1, 0))
			case 2:
				m.chain = rapid.SliceOfN(rapid.SampledFrom([]string{"U", "V", "W", "X"}), 1, 3).Draw(t, "chain")
			}
		}
		seen := map[string]int{}
		nodes := 0
		var walk func(n *node)
		walk = func(n *node) {
			nodes++
			require.LessOrEqual(t, n.depth, atAGlance.depth+1)
			if n.member != nil {
				seen[n.member.key]++
			}
			for _, m := range n.more {
				seen[m.key]++
			}
			for _, c := range n.children {
				require.Equal(t, n.depth+1, c.depth)
				walk(c)
			}
		}
		roots := tree(members, atAGlance)
		for _, r := range roots {
			walk(r)
		}
		require.Len(t, seen, n)
		for key, k := range seen {
			require.Equal(t, 1, k, key)
		}
		// Each that is shown may have one more below it, which stands for others.
		require.LessOrEqual(t, nodes, 2*atAGlance.nodes)
		graph(roots, nil)
	})
}
