package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"wiretrace/report"
)

// A failOn is a flag that says how much may be wrong with the input before a
// run whose report is written counts as failed: problems:20, problems:5%. It
// may be given several times.
type failOn []failRule

// A failRule bounds one thing that can be counted.
type failRule struct {
	kind    *failKind
	most    float64
	percent bool
}

// A failKind is a thing that can be counted.
type failKind struct {
	name string
	what string // in the plural, with its verb
	// count returns how many there are, and of how many.
	count func(*report.Summary) (n, of int)
}

// failKinds are all there are.
func failKinds() []failKind {
	return []failKind{
		{"problems", "inputs could not be read", func(s *report.Summary) (n, of int) { return s.Problems, s.Inputs() }},
	}
}

func (f *failOn) Type() string { return "kind:limit" }

func (f *failOn) String() string {
	var list []string
	for _, r := range *f {
		list = append(list, r.String())
	}
	return strings.Join(list, ",")
}

func (r failRule) String() string {
	text := r.kind.name + ":" + strconv.FormatFloat(r.most, 'f', -1, 64)
	if r.percent {
		text += "%"
	}
	return text
}

func (f *failOn) Set(v string) error {
	name, limit, _ := strings.Cut(v, ":")
	var r failRule
	var names []string
	for _, k := range failKinds() {
		names = append(names, k.name)
		if k.name == name {
			r.kind = &k
		}
	}
	if r.kind == nil {
		return fmt.Errorf("nothing called %q can be bounded (only %s, as in %[2]s:5%%)", name, strings.Join(names, ", "))
	}
	limit, r.percent = strings.CutSuffix(limit, "%")
	var err error
	r.most, err = strconv.ParseFloat(limit, 64)
	whole := r.most == float64(int64(r.most))
	if err != nil || !(r.most >= 0) || r.most > 1<<50 || r.percent && r.most > 100 || !r.percent && !whole {
		return fmt.Errorf("not a limit: %q (a number, as in %s:20, or a part of a hundred, as in %[2]s:5%%)", v, name)
	}
	*f = append(*f, r)
	return nil
}

// check fails if more is wrong than a rule allows.
func (f failOn) check(s *report.Summary) error {
	var errs []error
	for _, r := range f {
		n, of := r.kind.count(s)
		value := float64(n)
		if r.percent {
			value = 100 * float64(n) / float64(max(of, 1))
		}
		if value > r.most {
			errs = append(errs, fmt.Errorf("%d of %d %s, more than --fail-on %s allows", n, of, r.kind.what, r))
		}
	}
	return errors.Join(errs...)
}
