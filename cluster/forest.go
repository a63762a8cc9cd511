package cluster

import "slices"

// A Forest finds out which articles hang together by couples, however many these are: a
// disjoint-set forest whose roots are the lowest numbers. It keeps 4 bytes an article, in
// blocks of numbers of which one has come. The zero value is empty.
type Forest struct {
	parents [][]uint32 // by blocks; nil where no article has come
}

const (
	forestBlock = 1 << 16   // articles that are made room for at once
	absent      = 1<<32 - 1 // the parent of an article that has not come
)

// Join notes that two articles hang together.
func (f *Forest) Join(a, b uint32) {
	a, b = f.root(a), f.root(b)
	if b < a {
		a, b = b, a
	}
	*f.at(b) = a
}

// at returns where the parent of an article stands, whose block there is.
func (f *Forest) at(n uint32) *uint32 { return &f.parents[n/forestBlock][n%forestBlock] }

// root returns the first of those that an article hangs together with so far.
func (f *Forest) root(n uint32) uint32 {
	block := int(n / forestBlock)
	for block >= len(f.parents) {
		f.parents = append(f.parents, nil)
	}
	if f.parents[block] == nil {
		f.parents[block] = slices.Repeat([]uint32{absent}, forestBlock)
	}
	at := f.at(n)
	if *at == absent {
		*at = n
	}
	for *at != n { // path halving (Tarjan and van Leeuwen 1984): each second one is hung from its parent's parent
		next := f.at(*at)
		*at = *next
		n, at = *at, f.at(*at)
	}
	return n
}

// Each calls use with every article that has come, in order, and the first of those that
// it hangs together with.
func (f *Forest) Each(use func(n, first uint32) error) error {
	for k, parents := range f.parents {
		for i, parent := range parents {
			if parent == absent {
				continue
			}
			n := uint32(k*forestBlock + i)
			if err := use(n, f.root(n)); err != nil {
				return err
			}
		}
	}
	return nil
}
