package main

import (
	"cmp"
	"slices"
)

// A scored is one case: what a sign says, and whether it should say much.
type scored struct {
	value float64
	yes   bool
}

// auc returns the chance that a case of yes scores higher than one of no,
// equals counted half: the area under the receiver operating characteristic
// (Mann and Whitney, 1947). It is 0.5 for a sign that says nothing, and where
// either kind is missing.
func auc(list []scored) float64 {
	slices.SortFunc(list, func(x, y scored) int { return cmp.Compare(x.value, y.value) })
	var yes, no, ranks float64
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && list[j].value == list[i].value {
			j++
		}
		middle := float64(i+j+1) / 2 // of the ranks i+1 to j
		for ; i < j; i++ {
			if list[i].yes {
				yes++
				ranks += middle
			} else {
				no++
			}
		}
	}
	if yes == 0 || no == 0 {
		return 0.5
	}
	return (ranks - yes*(yes+1)/2) / (yes * no)
}

// A sign is one column of evidence.
type sign struct {
	name string
	of   func(c *corpus, p *pair) float64
}

var signs = []sign{
	{"content: all three below", func(c *corpus, p *pair) float64 { return c.now.content(&p.signs) }},
	{"cosine of content words", func(_ *corpus, p *pair) float64 { return p.signs.Cosine }},
	{"cosine of names and numbers", func(_ *corpus, p *pair) float64 { return p.signs.Details }},
	{"aligned sentences", func(_ *corpus, p *pair) float64 { return p.signs.Retold }},
	{"names and numbers in common", func(_ *corpus, p *pair) float64 { return float64(p.signs.Shared) }},
	{"a credit ties them", func(_ *corpus, p *pair) float64 {
		if p.signs.Credited() {
			return 1
		}
		return 0
	}},
	{"days apart, the fewer the better", func(_ *corpus, p *pair) float64 { return -p.days }},
}

// A view is a choice of pairs.
type view struct {
	name string
	has  func(c *corpus, p *pair) bool
}

var views = []view{
	{"all", func(_ *corpus, p *pair) bool { return true }},
	{"event", func(_ *corpus, p *pair) bool { return p.near }},
	{"retold", func(_ *corpus, p *pair) bool { return p.near && !p.text }},
	{"silent", func(_ *corpus, p *pair) bool { return p.near && !p.text && !p.signs.Credited() }},
	{"guessed", func(_ *corpus, p *pair) bool { return p.near && !p.text && p.signs.Guessed }},
}

// separation returns what a sign is worth among the pairs of a view that were
// published within the window.
func (c *corpus) separation(s sign, v view) float64 {
	var list []scored
	for k := range c.pairs {
		if p := &c.pairs[k]; !p.signs.Distance && v.has(c, p) {
			list = append(list, scored{s.of(c, p), p.same})
		}
	}
	return auc(list)
}

// sizes returns how many pairs of a view belong together and how many do not.
func (c *corpus) sizes(v view) (yes, no int) {
	for k := range c.pairs {
		if p := &c.pairs[k]; !p.signs.Distance && v.has(c, p) {
			if p.same {
				yes++
			} else {
				no++
			}
		}
	}
	return yes, no
}

// proposed returns how many pairs of one cluster have a key in common, among
// those of a view.
func (c *corpus) proposed(v view) (n int) {
	for k := range c.pairs {
		if p := &c.pairs[k]; p.same && p.proposed && !p.signs.Distance && v.has(c, p) {
			n++
		}
	}
	return n
}

// bestMatch returns how well a sign tells, of an article's best match in its
// family, whether it is of the same cluster: for each article the best match
// in its cluster is a case of yes, the best outside it, if published within the window, of no.
func (c *corpus) bestMatch(s sign, v view) float64 {
	best := map[[2]uint32]float64{} // by article and whether of its cluster
	for k := range c.pairs {
		p := &c.pairs[k]
		if p.signs.Distance || !v.has(c, p) {
			continue
		}
		same := uint32(0)
		if p.same {
			same = 1
		}
		for _, n := range [...]uint32{p.a, p.b} {
			key := [2]uint32{n, same}
			if value, ok := best[key]; !ok || s.of(c, p) > value {
				best[key] = s.of(c, p)
			}
		}
	}
	var list []scored
	for key, value := range best {
		list = append(list, scored{value, key[1] == 1})
	}
	return auc(list)
}
