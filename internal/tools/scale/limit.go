package scale

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Limits are bounds on measures by their names: copies, families, shown, linked
// and retold, which are parts of 1, and false, which is links on 10,000 articles.
// They are a flag's value: Set may be called repeatedly. The zero value has none.
type Limits map[string]float64

// Set adds the limits of a list such as copies=.99,linked=.98.
func (l *Limits) Set(list string) error {
	for item := range strings.SplitSeq(list, ",") {
		name, value, _ := strings.Cut(item, "=")
		if _, _, ok := new(Score).measure(name); !ok {
			return fmt.Errorf("unknown measure %q", name)
		}
		x, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return fmt.Errorf("limit of %s: %q is no number", name, value)
		}
		if *l == nil {
			*l = Limits{}
		}
		(*l)[name] = x
	}
	return nil
}

// String returns the list that Set takes, in order of names.
func (l *Limits) String() string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(*l)) {
		list = append(list, fmt.Sprintf("%s=%v", name, (*l)[name]))
	}
	return strings.Join(list, ",")
}

// Type names the value for a command's help.
func (l *Limits) Type() string { return "measure=limit" }

// Check returns an error that names each measure of s that is less than least
// or more than most allow.
func (s *Score) Check(least, most Limits) error {
	var broken []string
	for _, name := range slices.Sorted(maps.Keys(least)) {
		if label, x, _ := s.measure(name); x < least[name] {
			broken = append(broken, fmt.Sprintf("%s: %.4f, at least %v is asked for", label, x, least[name]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(most)) {
		if label, x, _ := s.measure(name); x > most[name] {
			broken = append(broken, fmt.Sprintf("%s: %.4f, at most %v is asked for", label, x, most[name]))
		}
	}
	if len(broken) == 0 {
		return nil
	}
	return errors.New(strings.Join(broken, "; "))
}
