package main

import (
	"fmt"
	"io"
	"slices"
)

// A kind is a choice of pairs by what the truth says of them.
type kind struct {
	name string
	has  func(p *pair) bool
}

var kinds = []kind{
	{"one cluster, text in common", func(p *pair) bool { return p.same && p.text }},
	{"one cluster, tied by a credit", func(p *pair) bool { return p.same && !p.text && p.signs.Credited() }},
	{"one cluster, no credit", func(p *pair) bool { return p.same && !p.text && !p.signs.Credited() }},
	{"reports of one event apart", func(p *pair) bool { return !p.same && p.near }},
	{"other stories", func(p *pair) bool { return !p.same && !p.near }},
}

// printSpread writes the median of three signs, and the range of the middle 80
// of 100, for each kind of pair published within the window.
func (c *corpus) printSpread(w io.Writer) {
	fmt.Fprint(w, "Median of the signs, and the middle 80 %, by kind of pair:\n\n")
	fmt.Fprintf(w, "%-32s%6s  %-16s  %-16s  %s\n", "", "pairs", "cosine", "names, numbers", "content")
	for _, k := range kinds {
		var cosine, details, content []float64
		for i := range c.pairs {
			if p := &c.pairs[i]; !p.signs.Distance && k.has(p) {
				cosine = append(cosine, p.signs.Cosine)
				details = append(details, p.signs.Details)
				content = append(content, c.now.content(&p.signs))
			}
		}
		fmt.Fprintf(w, "%-32s%6d", k.name, len(cosine))
		for _, list := range [...][]float64{cosine, details, content} {
			fmt.Fprintf(w, "  %.2f (%.2f-%.2f)", quantile(list, 0.5), quantile(list, 0.1), quantile(list, 0.9))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
}

// quantile returns the value below which part q of list lies, 0 of none. It
// sorts list.
func quantile(list []float64, q float64) float64 {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[int(q*float64(len(list)-1)+0.5)]
}
