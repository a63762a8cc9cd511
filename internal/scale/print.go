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
	for _, line := range []struct {
		name string
		f    Found
	}{
		{"copies in the cluster of their source", s.Copies},
		{"copies in the family of their source", s.Families},
		{fmt.Sprintf("passages of %d words or more shown", leastWords), s.Passages},
		{fmt.Sprintf("passages of %d words or more linked", leastWords), s.Linked},
		{"retold pieces in the cluster of their source", s.Retold},
	} {
		fmt.Fprintf(&b, "%-44s %.4f (%d of %d)\n", line.name, line.f.Part(), line.f.Found, line.f.Planted)
	}
	fmt.Fprintf(&b, "%-44s %d\n", "links", s.Links)
	fmt.Fprintf(&b, "%-44s %.2f%s\n", "false links on 10,000 articles", s.FalsePer10k(), relations(s.False))
	total := 0
	for _, n := range s.Event {
		total += n
	}
	fmt.Fprintf(&b, "%-44s %d%s\n", "links between reports of one event", total, relations(s.Event))
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
