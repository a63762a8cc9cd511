package scale

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Print writes s as a few lines for people.
func (s *Score) Print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-44s %d\n", "articles", s.Articles)
	for _, p := range parts {
		f := p.of(s)
		fmt.Fprintf(&b, "%-44s %.4f (%d of %d)\n", p.label, f.Part(), f.Found, f.Planted)
	}
	fmt.Fprintf(&b, "%-44s %d\n", "links", s.Links)
	fmt.Fprintf(&b, "%-44s %.2f%s\n", falseLabel, s.FalsePer10k(), relations(s.False))
	fmt.Fprintf(&b, "%-44s %d (each in words of its own, linked as rewrite: neither planted nor false)\n", "links of pieces told of one event", s.Event)
	_, err := io.WriteString(w, b.String())
	return err
}

// relations lists counts by relation.
func relations(counts map[string]int) string {
	var list []string
	for _, r := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, fmt.Sprintf("%s %d", r, counts[r]))
	}
	if len(list) == 0 {
		return ""
	}
	return " (" + strings.Join(list, ", ") + ")"
}
