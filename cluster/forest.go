package cluster

// A Forest finds out which articles hang together by couples, however many these are:
// it keeps 4 bytes for each article whose number lies near that of one that came. A zero
// one is empty.
type Forest struct {
	groves [][]uint32 // what each article hangs from, by number; nil where none has come
}

const (
	grove  = 1 << 16   // articles that are made room for at once
	absent = 1<<32 - 1 // of an article that has not come
)

// Join notes that two articles hang together.
func (f *Forest) Join(a, b uint32) {
	a, b = f.root(a), f.root(b)
	if b < a {
		a, b = b, a
	}
	*f.at(b) = a
}

func (f *Forest) at(n uint32) *uint32 { return &f.groves[n/grove][n%grove] }

// root returns the first of those that an article hangs together with so far.
func (f *Forest) root(n uint32) uint32 {
	for int(n/grove) >= len(f.groves) {
		f.groves = append(f.groves, nil)
	}
	if f.groves[n/grove] == nil {
		g := make([]uint32, grove)
		for i := range g {
			g[i] = absent
		}
		f.groves[n/grove] = g
	}
	at := f.at(n)
	if *at == absent {
		*at = n
	}
	for *at != n { // each hangs from what it hung from by way of another, else a chain is walked again and again
		next := f.at(*at)
		*at = *next
		n, at = *at, f.at(*at)
	}
	return n
}

// Each calls use with every article that has come, in order, and the first of those that
// it hangs together with.
func (f *Forest) Each(use func(n, first uint32) error) error {
	for k, g := range f.groves {
		for i := range g {
			if g[i] == absent {
				continue
			}
			n := uint32(k*grove + i)
			if err := use(n, f.root(n)); err != nil {
				return err
			}
		}
	}
	return nil
}
