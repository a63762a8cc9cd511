package scale

import "fmt"

// parts are the measures of which a Score has the part found, each with a name
// for whoever sets a limit and a label for whoever reads.
var parts = []struct {
	name, label string
	of          func(*Score) Found
}{
	{"copies", "copies in the cluster of their source", func(s *Score) Found { return s.Copies }},
	{"families", "copies in the family of their source", func(s *Score) Found { return s.Families }},
	{"shown", fmt.Sprintf("passages of %d words or more shown", leastWords), func(s *Score) Found { return s.Passages }},
	{"linked", fmt.Sprintf("passages of %d words or more linked", leastWords), func(s *Score) Found { return s.Linked }},
	{"retold", "retold pieces in the cluster of their source", func(s *Score) Found { return s.Retold }},
}

// falseLinks are the one measure that is not a part.
const falseLinks, falseLabel = "false", "false links on 10,000 articles"

// measure returns the label and the value of a measure by its name; ok reports
// whether there is one.
func (s *Score) measure(name string) (label string, value float64, ok bool) {
	if name == falseLinks {
		return falseLabel, s.FalsePer10k(), true
	}
	for _, p := range parts {
		if p.name == name {
			return p.label, p.of(s).Part(), true
		}
	}
	return "", 0, false
}
