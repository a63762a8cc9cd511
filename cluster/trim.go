package cluster

import "wiretrace/digest"

// MostPrinted is how many articles a fingerprint may tie together: what more have is a stock
// phrase, and proposes nothing.
const MostPrinted = 4000

// A Trim leaves out, of keys that come one article after another, those that change nothing of what a
// Proposer finds: their like have come so often before them that the key is a stock phrase, or ties
// all of some days to too many. So the keys of very many articles can be cut where they are
// written, by each who writes some of them. Numbers of articles ascend; an article has a key
// once. The zero value is ready for use.
type Trim struct {
	seen   [1 << 14]uint16           // fingerprints so far, by some of their bits: up to MostPrinted none is counted by itself
	prints map[uint64]map[uint32]int // articles with a fingerprint, by who stands for them
	dated  map[datedKey]int          // articles that stand for their families
}

type datedKey struct {
	hash uint64
	Dates
}

// mostDated is how many keys with dates are remembered. That some are forgotten only lets
// more keys pass.
const mostDated = 1 << 18

// Print reports whether a fingerprint of an article is wanted, for which rep stands.
//
// Of a stock phrase there are more than MostPrinted articles, where those are left out that
// have it from who stands for them (it stands there too). So more families than that are enough to know it,
// since each counts for one at least; and more copies of one family than that change nothing: either who stands for them lacks it, or none of them counts.
func (t *Trim) Print(hash uint64, rep uint32) bool {
	if n := &t.seen[hash>>1%uint64(len(t.seen))]; *n < MostPrinted {
		*n++
		return true
	}
	families := t.prints[hash]
	if families == nil {
		if t.prints == nil {
			t.prints = map[uint64]map[uint32]int{}
		}
		families = map[uint32]int{}
		t.prints[hash] = families
	}
	if len(families) > MostPrinted || families[rep] > MostPrinted {
		return false
	}
	families[rep]++
	return true
}

// Pair reports whether a pair of rare words of an article is wanted, which stands for its family or
// not.
//
// An article is coupled with none by a key that ties it to more than pairMost others of its
// days. So of those that have the same dates the first few are enough: they crowd out all after them, and also
// each other article that would be coupled with one of these.
func (t *Trim) Pair(hash uint64, stands bool, d Dates) bool {
	return t.crowds(hash, stands, d, pairMost)
}

// Story reports the same of an outlet and a name. What does not credit the outlet meets those
// alone that do, which may lie anywhere: it is always wanted.
func (t *Trim) Story(hash uint64, stands bool, d Dates) bool {
	return hash&digest.Credited == 0 || t.crowds(hash, stands, d, storyMost)
}

func (t *Trim) crowds(hash uint64, stands bool, d Dates, most int) bool {
	k := datedKey{hash, d}
	n := t.dated[k]
	if n > most+1 { // one of them may be of the family of whom they crowd out
		return false
	}
	if !stands {
		return true
	}
	if len(t.dated) >= mostDated || t.dated == nil {
		t.dated = map[datedKey]int{}
		n = 0
	}
	t.dated[k] = n + 1
	return true
}
