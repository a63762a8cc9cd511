package cluster

import (
	"cmp"
	"slices"
)

// A Link is what two articles share, by their numbers, A the lower one. Either
// stands for its family.
type Link struct {
	A, B uint32
	Pair
	Relation Relation
}

// Other returns the article at the other end.
func (l *Link) Other(n uint32) uint32 {
	if n == l.A {
		return l.B
	}
	return l.A
}

// strength orders links by how sure it is that both ends tell one story.
func (l *Link) strength() float64 {
	switch l.Relation {
	case Copy:
		return 2 + min(l.ShareA, l.ShareB)
	case Partial, Revision:
		return 1 + max(l.ShareA, l.ShareB)
	case Rewrite:
		return l.Content() / 2
	}
	return 0
}

// joins reports whether l may bring its ends into one cluster. Shared
// quotations of a public speaker never do.
func (l *Link) joins() bool { return l.Relation != Quotes && l.Relation != None }

// Groups parts the articles that joining links connect into clusters. Links
// are taken from the strongest on. A strong link joins whatever is at its
// ends; a weak one joins an article that is in no cluster yet to one: a
// round-up shares a passage with each of many stories and must not chain them
// together, and one that prints whole items of many joins none but its own
// copies. A story retold without a credit joins by its best link alone, one
// that credits several outlets with that of its strongest link.
//
// The result holds each article of a link that joins it to another, in groups
// of at least two, each ascending, in order of their first.
func (bs *Bonds) Groups() [][]uint32 {
	bs.sort()
	roundup := bs.roundups()
	slices.SortFunc(bs.list, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), compareEnds(x.couple(), y.couple()))
	})
	var u union
	owed := debts{}
	for k := range bs.list {
		x := &bs.list[k]
		if x.traits&joins == 0 || x.traits&whole == 0 && (roundup[x.a] || roundup[x.b]) {
			continue
		}
		a, b := u.find(x.a), u.find(x.b)
		if a == b {
			continue
		}
		if x.traits&retells != 0 && !owed.agree(x) {
			continue
		}
		if x.traits&binds != 0 || x.traits&joinsA != 0 && u.size[a] == 1 || x.traits&joinsB != 0 && u.size[b] == 1 {
			u.join(a, b)
		}
	}
	return u.groups()
}

// debts holds for each article the number of the one outlet from which it takes
// its story by a credit: that of its strongest link. A live blog credits many.
type debts map[uint32]uint32

// agree reports whether the outlet by which x ties its ends is the one that
// each of them takes its story from, and remembers it.
func (d debts) agree(x *bond) bool {
	if o, ok := d[x.a]; ok && x.owedA != 0 && o != x.owedA {
		return false
	}
	if o, ok := d[x.b]; ok && x.owedB != 0 && o != x.owedB {
		return false
	}
	if x.owedA != 0 {
		d[x.a] = x.owedA
	}
	if x.owedB != 0 {
		d[x.b] = x.owedB
	}
	return true
}

// What a link must show to join clusters.
const (
	bindShare   = 0.5  // of the shorter piece, copied or edited
	bindCosine  = 0.45 // content in common, with text in common
	looseCosine = 0.35 // for an article of no cluster
	hubShare    = 0.1  // of the longer piece: with less in common it may be a round-up
	hubCosine   = 0.4
)

// binds reports whether l alone shows that its ends tell one story.
func (l *Link) binds() bool {
	switch l.Relation {
	case Copy, Revision:
		return true
	case Partial:
		if min(l.ShareA, l.ShareB) < hubShare && l.Cosine < hubCosine {
			return false
		}
		return max(l.ShareA, l.ShareB) >= bindShare || l.Cosine >= bindCosine
	case Rewrite:
		return l.Credited()
	}
	return false
}

// A union is a set of disjoint sets of articles (Tarjan, 1975).
type union struct {
	parent map[uint32]uint32
	size   map[uint32]int
}

func (u *union) find(x uint32) uint32 {
	if u.parent == nil {
		u.parent, u.size = map[uint32]uint32{}, map[uint32]int{}
	}
	p, ok := u.parent[x]
	if !ok {
		u.parent[x], u.size[x] = x, 1
		return x
	}
	for p != u.parent[p] {
		p = u.parent[p]
	}
	u.parent[x] = p
	return p
}

// join makes one set of those of roots a and b, the lower number its root.
func (u *union) join(a, b uint32) {
	if b < a {
		a, b = b, a
	}
	u.parent[b] = a
	u.size[a] += u.size[b]
}

func (u *union) groups() [][]uint32 {
	members := map[uint32][]uint32{}
	for x := range u.parent {
		r := u.find(x)
		members[r] = append(members[r], x)
	}
	var out [][]uint32
	for _, g := range members {
		if len(g) > 1 {
			slices.Sort(g)
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(x, y []uint32) int { return cmp.Compare(x[0], y[0]) })
	return out
}
