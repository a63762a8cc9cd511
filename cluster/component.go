package cluster

import (
	"cmp"
	"slices"
)

// What joins two pieces that have less than half of a text in common, where the
// day of either is unknown. Reports of one affair repeat its background for months.
const (
	undatedShare = 0.33 // of either text, that is in common
	undatedEvent = 0.35 // the probability that they report one event
)

// A When gives the days on which an article may have been published, in days
// since 1970; none if that is unknown.
type When func(article uint32) (from, to int32, known bool)

// lifeDays is how many days at most lie between the first and the last dated
// piece of a cluster, unless text in common ties them.
const lifeDays = 7

// Groups parts the articles that joining links connect into clusters. Links
// are taken from the strongest on. A strong link joins whatever is at its
// ends; a weak one joins an article that is in no cluster yet to one: a
// round-up shares a passage with each of many stories and must not chain them
// together, and one that prints whole items of many joins none but its own
// copies. A piece that names several sources joins with that of its strongest
// link, and one that retells in silence by its best link alone; if that is to one
// that names its source, with those that have it from that one. Half of a text in
// common joins over any time; all else only within the days that a story lives,
// which undated pieces do not bridge.
//
// The result holds each article of a link that joins it to another, in groups
// of at least two, each ascending, in order of their first. lost is told of articles
// that are in none, since forming it panicked.
func (bs *Bonds) Groups(when When, lost Lost) [][]uint32 {
	var out [][]uint32
	orApart(bs.list, (*bond).couple, func(list []bond) {
		out = append(out, (&Bonds{list: list, outlets: bs.outlets}).groups(when)...)
	}, lost)
	return byFirst(out)
}

// groups takes the bonds from the strongest on and joins what they tie, as far as
// days, round-ups and other sources allow.
func (bs *Bonds) groups(when When) [][]uint32 {
	bs.sort()
	roundup := bs.roundups()
	versions := bs.versions()
	slices.SortFunc(bs.list, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), compareEnds(x.couple(), y.couple()))
	})
	u := union{when: when}
	owed := debts{}
	taken := report{of: map[uint32]uint32{}, versions: versions}
	for k := range bs.list {
		x := &bs.list[k]
		if !x.is(joins) || !x.is(whole) && (roundup[x.a] || roundup[x.b]) {
			continue
		}
		a, b := u.find(x.a), u.find(x.b)
		if a == b || !x.is(anyTime) && (x.is(dateless) || !u.near(a, b)) {
			continue
		}
		binding := x.is(binds) && !(x.is(bySource) && (!owed.agree(x) || !taken.one(x))) // not if either has its news from elsewhere by what it credits
		alone := x.is(joinsA) && u.size[a] == 1 || x.is(joinsB) && u.size[b] == 1
		if alone || binding || x.is(bringsA) && u.first(a, x.a) || x.is(bringsB) && u.first(b, x.b) {
			u.tie(x.a, x.b)
			u.join(a, b)
			taken.note(x)
		}
	}
	return u.groups()
}

// is reports whether x has a trait.
func (x *bond) is(t trait) bool { return x.traits&t != 0 }

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

// A report holds for each article that has its news from another house the one
// piece of that house that it is taken to be from: that of its strongest link. The
// house may have published a dozen of one affair.
type report struct {
	of       map[uint32]uint32
	versions map[Couple]bool
}

// one reports whether the credit of x, if it ties either end to the other as a piece
// of the house that it credits, ties it to the one that it is from, and remembers
// that.
func (r *report) one(x *bond) bool {
	ok := true
	take := func(from, piece uint32) {
		known, is := r.of[from]
		if !is {
			r.of[from] = piece
			return
		}
		ok = ok && (known == piece || r.versions[Couple{min(known, piece), max(known, piece)}])
	}
	if x.is(owesA) {
		take(x.a, x.b)
	}
	if x.is(owesB) {
		take(x.b, x.a)
	}
	return ok
}

// note remembers that x has joined its ends: who has text of a piece of the house that it credits
// has its news from that piece, and from no other of that house.
func (r *report) note(x *bond) {
	take := func(from, piece uint32) {
		if _, known := r.of[from]; !known {
			r.of[from] = piece
		}
	}
	if x.is(owesA) {
		take(x.a, x.b)
	}
	if x.is(owesB) {
		take(x.b, x.a)
	}
}

// versions returns the couples of which one is a later version of the other.
func (bs *Bonds) versions() map[Couple]bool {
	out := map[Couple]bool{}
	for k := range bs.list {
		if x := &bs.list[k]; x.is(later) {
			out[x.couple()] = true
		}
	}
	return out
}

// What a link must show to join clusters, rather than one article to a cluster.
const (
	bindShare   = 0.5  // of the shorter piece, copied or edited
	bindCosine  = 0.45 // content in common, with text in common
	looseCosine = 0.35 // for an article of no cluster
	looseRun    = 40   // or, where a line of either names an agency, words in one run outside quotations
	looseShare  = 0.2  // and of both texts
	hubShare    = 0.1  // of the longer piece: with less in common it may be a round-up
	hubCosine   = 0.4
)

// binds reports whether l alone shows that its ends have one upstream.
func (l *Link) binds() bool {
	switch l.Relation {
	case Copy:
		return true
	case Partial:
		if min(l.ShareA, l.ShareB) < hubShare && l.Cosine < hubCosine && !(l.Headed && max(l.ShareA, l.ShareB) >= containedShare) {
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
	when   When // of its articles
	life   map[uint32]days
	hubs   map[uint32][]uint32 // for each set of several the articles at which all its links end, one or two
}

// first reports whether all others in the set of a root have what they have from
// an article of it, as far as links tell: that one is alone or at the end of each.
func (u *union) first(root, article uint32) bool {
	return u.size[root] == 1 || slices.Contains(u.hubs[root], article)
}

// tie notes that a link between two articles of different sets joins these.
func (u *union) tie(x, y uint32) {
	a, b := u.find(x), u.find(y)
	var hubs []uint32
	for _, n := range [...]uint32{x, y} {
		mine, other := a, b
		if n == y {
			mine, other = b, a
		}
		if u.size[other] == 1 && u.first(mine, n) {
			hubs = append(hubs, n)
		}
	}
	u.hubs[min(a, b)] = hubs
}

// days are the days between which the dated articles of a set were published.
type days struct {
	from, to int32
	known    bool
}

// find returns the article that stands for the group of x: x itself, if it has not been
// met before.
func (u *union) find(x uint32) uint32 {
	if u.parent == nil {
		u.parent, u.size, u.life, u.hubs = map[uint32]uint32{}, map[uint32]int{}, map[uint32]days{}, map[uint32][]uint32{}
	}
	p, ok := u.parent[x]
	if !ok {
		u.parent[x], u.size[x] = x, 1
		var d days
		d.from, d.to, d.known = u.when(x)
		u.life[x] = d
		return x
	}
	for p != u.parent[p] {
		p = u.parent[p]
	}
	for next := u.parent[x]; next != p; x, next = next, u.parent[next] { // all on the way, else a chain is walked again and again
		u.parent[x] = p
	}
	return p
}

// join makes one set of those of roots a and b, the lower number its root.
func (u *union) join(a, b uint32) {
	if b < a {
		a, b = b, a
	}
	u.parent[b] = a
	u.size[a] += u.size[b]
	u.life[a] = u.life[a].and(u.life[b])
}

// and returns the days of two sets together.
func (d days) and(o days) days {
	switch {
	case !d.known:
		return o
	case !o.known:
		return d
	}
	return days{min(d.from, o.from), max(d.to, o.to), true}
}

// near reports whether the sets of two roots lie so close in time that they may
// report one event: within lifeDays in all. A set that text in common already
// stretches further need only lie within lifeDays of the other.
func (u *union) near(a, b uint32) bool {
	d := u.life[a].and(u.life[b])
	if x, y := u.life[a], u.life[b]; x.known && y.known && (x.to-x.from > lifeDays || y.to-y.from > lifeDays) {
		return max(x.from, y.from)-min(x.to, y.to) <= lifeDays // one is tied together by text over a long time
	}
	return !d.known || d.to-d.from <= lifeDays
}

// WithVersions returns groups, of representatives as Groups returns them, with those in no
// cluster that are versions of one outlet's piece of which another is in a cluster: in a
// group, or in a family of several by itself. So no two clusters become one. reps are the
// representatives of all articles.
func (bs *Bonds) WithVersions(groups [][]uint32, reps []uint32) [][]uint32 {
	var versions []Couple
	for k := range bs.list {
		if x := &bs.list[k]; x.is(page) || x.is(later) {
			versions = append(versions, x.couple())
		}
	}
	if len(versions) == 0 {
		return groups
	}
	slices.SortFunc(versions, compareEnds)
	in := map[uint32]int{} // the group of each, counted from 0
	for k, list := range groups {
		for _, n := range list {
			in[n] = k
		}
	}
	several := map[uint32]bool{}
	for n, rep := range reps {
		if rep != uint32(n) {
			several[rep] = true
		}
	}
	attach := func(n, to uint32) bool {
		if has(in, n) || several[n] || !has(in, to) && !several[to] {
			return false
		}
		if !has(in, to) {
			in[to] = len(groups)
			groups = append(groups, []uint32{to})
		}
		in[n] = in[to]
		groups[in[n]] = append(groups[in[n]], n)
		return true
	}
	for more := true; more; { // from version to version
		more = false
		for _, c := range versions {
			more = attach(c.A, c.B) || attach(c.B, c.A) || more
		}
	}
	for _, list := range groups {
		slices.Sort(list)
	}
	return byFirst(groups)
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
	return byFirst(out)
}
