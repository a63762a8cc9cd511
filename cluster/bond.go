package cluster

import (
	"cmp"
	"slices"
)

// Bonds are what Groups needs to know of links, 32 bytes each.
type Bonds struct {
	list    []bond
	outlets map[string]uint32 // numbers of those credited, from 1
}

// A bond is one link.
type bond struct {
	strength     float64
	a, b         uint32
	owedA, owedB uint32 // numbers of the outlets that a credit ties either end to; 0 if none
	traits       trait
}

// A trait is a set of properties of a link.
type trait uint16

const (
	joins    trait = 1 << iota // may join clusters
	whole                      // joins the copies of a round-up as well
	anyTime                    // joins by so much text in common that it need not be of one story's days
	dateless                   // joins by less, and when one of its ends was published is unknown
	binds                      // shows by itself that its ends have one upstream
	bySource                   // joins by the sources that its ends name
	joinsA                     // joins its first end, if that is in no cluster yet
	joinsB                     // the same for the second
	bringsA                    // and with it those that have what they have from it
	bringsB                    // the same for the second
	itemOfA                    // the first may be a round-up of which the second is an item
	itemOfB                    // the other way round
	owesA                      // the first has its news from the house of the second
	owesB                      // the other way round
	later                      // one is a later version of the other
	page                       // both are versions of one page
)

// NewBonds returns no bonds, with room for n.
func NewBonds(n int) *Bonds {
	return &Bonds{list: make([]bond, 0, n), outlets: map[string]uint32{"": 0}}
}

// Add adds a link, which it does not keep.
func (bs *Bonds) Add(l *Link) {
	x := bond{strength: l.strength(), a: l.A, b: l.B}
	set := func(t trait, is bool) {
		if is {
			x.traits |= t
		}
	}
	set(joins, l.joins())
	set(whole, l.Relation == Copy)
	set(anyTime, l.anyTime())
	set(dateless, l.dateless())
	set(binds, l.binds())
	set(later, l.later())
	set(page, l.Page && (l.Relation == Copy || l.Relation == Partial) && max(l.ShareA, l.ShareB) >= updateShare)
	set(itemOfA, l.Relation == Partial && item(l.ShareA, l.ShareB, l.Story))
	set(itemOfB, l.Relation == Partial && item(l.ShareB, l.ShareA, l.Story))
	set(owesA, l.OwedA != "")
	set(owesB, l.OwedB != "")
	if l.Relation == Partial {
		set(joinsA|joinsB, l.Cosine >= looseCosine || l.agencyRun())
	}
	if l.Relation == Rewrite {
		silent := l.Silent() || l.Scoop()
		set(bySource, l.Credited())
		set(joinsA, silent && l.SilentA)
		set(joinsB, silent && l.SilentB)
		set(bringsA, silent && l.SilentA && !l.SilentB)
		set(bringsB, silent && l.SilentB && !l.SilentA)
		x.owedA, x.owedB = bs.owed(l)
	}
	bs.list = append(bs.list, x)
}

// later reports whether l ties two pieces of one house of which one is, as far as text and days
// say, a later version of the other.
func (l *Link) later() bool {
	if !l.House || l.Days > updateDays || l.Relation != Copy && l.Relation != Partial {
		return false
	}
	less, more := min(l.ShareA, l.ShareB), max(l.ShareA, l.ShareB)
	return less >= updateText || less >= updateShare && more >= updateWhole
}

// agencyRun reports whether so much of either text is one run of words of an agency's that it
// is that agency's, however much else a paper tells beside it.
func (l *Link) agencyRun() bool {
	return l.Agency && l.Run >= looseRun && min(l.ShareA, l.ShareB) >= looseShare
}

// anyTime reports whether l has so much text in common that its ends need not be
// of one story's days.
func (l *Link) anyTime() bool {
	return l.Relation == Copy || l.Relation == Partial && max(l.ShareA, l.ShareB) >= bindShare
}

// dateless reports whether l has too little text in common to join its ends
// while the day of either is unknown.
func (l *Link) dateless() bool {
	if l.Relation != Partial || l.anyTime() || l.Days != unknownDays {
		return false
	}
	return max(l.ShareA, l.ShareB) < undatedShare || l.Story < undatedEvent
}

// owed returns the numbers of the outlets to which a credit ties either end of l.
func (bs *Bonds) owed(l *Link) (a, b uint32) {
	a, b = bs.outlet(l.OwedA), bs.outlet(l.OwedB)
	if a == 0 && b == 0 {
		a = bs.outlet(l.Common)
		b = a
	}
	return a, b
}

// outlet returns the number of an outlet.
func (bs *Bonds) outlet(name string) uint32 {
	n, ok := bs.outlets[name]
	if !ok {
		n = uint32(len(bs.outlets))
		bs.outlets[name] = n
	}
	return n
}

// sort sorts bonds by their ends.
func (bs *Bonds) sort() {
	slices.SortFunc(bs.list, func(x, y bond) int { return compareEnds(x.couple(), y.couple()) })
}

// has reports whether there is a bond between two articles, the lower number
// first. Bonds are sorted by their ends.
func (bs *Bonds) has(c Couple) bool {
	_, ok := slices.BinarySearchFunc(bs.list, c, func(x bond, c Couple) int { return compareEnds(x.couple(), c) })
	return ok
}

func (x *bond) couple() Couple { return Couple{x.a, x.b} }

func compareEnds(x, y Couple) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) }
