package page

import (
	"cmp"
	"slices"

	"wiretrace/report"
)

// A node is an article in the tree of a cluster, an outlet whose article is
// not in hand, or what stands for several articles that there is no room for.
type node struct {
	member   *member // nil for an outlet
	outlet   string  // absent, if there is no member
	more     []*member
	parent   *node
	children []*node

	// Where it is drawn.
	depth int
	y     float64
}

// Bounds say how much of a tree is drawn.
type bounds struct {
	children int // shown one by one
	depth    int // from the root
	nodes    int // in all
}

// The bounds of the drawing that is seen first, and of the one that unfolds.
var (
	atAGlance = bounds{children: 8, depth: 7, nodes: 36}
	unfolded  = bounds{children: 300, depth: 40, nodes: 300}
)

// tree returns the roots of a cluster's derivation, as far as they are within
// bounds: each article below what it derives from. The order is that of the members.
func tree(members []member, within bounds) []*node {
	nodes := make([]*node, len(members))
	byKey := map[string]*node{}
	for i := range members {
		nodes[i] = &node{member: &members[i]}
		byKey[members[i].key] = nodes[i]
	}
	outlets := map[string]*node{}
	var roots []*node
	absent := func(name string) *node {
		n := outlets[name]
		if n == nil {
			n = &node{outlet: name}
			outlets[name] = n
			roots = append(roots, n)
		}
		return n
	}
	for _, n := range nodes {
		m := n.member
		if source := byKey[m.source]; source != nil && source != n && !above(source, n) {
			hang(n, source)
			continue
		}
		below := n
		for _, name := range upward(m) {
			next := absent(name)
			if next == below || below.parent != nil || above(next, below) {
				break
			}
			hang(below, next)
			below = next
		}
		if n.parent == nil {
			roots = append(roots, n)
		}
	}
	roots = slices.DeleteFunc(roots, func(n *node) bool { return n.parent != nil })
	return within.prune(roots)
}

// unknownSource stands in the place of an outlet from which articles have what nothing
// tells whose it is.
const unknownSource = "an unknown source"

// upward returns the outlets that an article, whose source is not in hand,
// derives from: the nearest first.
func upward(m *member) []string {
	if m.role == report.Origin {
		return nil
	}
	names := slices.Clone(m.chain)
	if len(names) == 0 && m.sourceOutlet != "" {
		names = append(names, m.sourceOutlet)
	}
	if m.upstream != "" && (len(names) == 0 || names[len(names)-1] != m.upstream) {
		names = append(names, m.upstream)
	}
	if len(names) == 0 && m.standing() != standsOwn {
		return []string{unknownSource}
	}
	if m.outlet != "" && len(names) > 0 && names[len(names)-1] == m.outlet {
		return nil // its own outlet is the root
	}
	return names
}

func hang(n, parent *node) {
	n.parent = parent
	parent.children = append(parent.children, n)
}

// above reports whether n is met on the way from m up to its root.
func above(m, n *node) bool {
	for ; m != nil; m = m.parent {
		if m == n {
			return true
		}
	}
	return false
}

// prune leaves of the trees what can be drawn. It goes level by level, so that
// what is near the sources is shown first; what has no room is put together
// below what it hangs on.
func (b bounds) prune(roots []*node) []*node {
	roots = gatherMany(roots, b.children)
	budget := b.nodes - len(roots)
	for level := roots; len(level) > 0; {
		var next []*node
		for _, n := range level {
			room := min(b.children, budget)
			if n.depth >= b.depth {
				room = 0
			}
			n.children = gatherMany(n.children, room)
			budget -= len(n.children)
			for _, c := range n.children {
				c.depth = n.depth + 1
			}
			next = append(next, n.children...)
		}
		level = next
	}
	return roots
}

// gatherMany keeps as many nodes as there is room for, those with most below
// them and then those that give no credit, and puts the others together to one, which takes room too. Where there
// is none, that one is all.
func gatherMany(nodes []*node, room int) []*node {
	if len(nodes) == 0 || len(nodes) <= room {
		return nodes
	}
	room = max(room, 1)
	size := map[*node]int{}
	for _, n := range nodes {
		size[n] = len(all(n))
	}
	ranked := slices.Clone(nodes)
	slices.SortStableFunc(ranked, func(a, b *node) int {
		return cmp.Or(cmp.Compare(size[b], size[a]), btoi(b.uncredited())-btoi(a.uncredited()))
	})
	shown := map[*node]bool{}
	for _, n := range ranked[:room-1] {
		shown[n] = true
	}
	rest := &node{parent: nodes[0].parent}
	kept := make([]*node, 0, room)
	for _, n := range nodes {
		if shown[n] {
			kept = append(kept, n)
		} else {
			rest.more = append(rest.more, all(n)...)
		}
	}
	return append(kept, rest)
}

// uncredited reports whether n is an article that was taken without a credit.
func (n *node) uncredited() bool { return n.member != nil && n.member.standing() == standsUncredited }

// all returns the articles at and below n.
func all(n *node) (members []*member) {
	stack := []*node{n}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if n.member != nil {
			members = append(members, n.member)
		}
		members = append(members, n.more...)
		for i := len(n.children) - 1; i >= 0; i-- {
			stack = append(stack, n.children[i])
		}
	}
	return members
}

// holdsMore reports whether n or one below it stands for several articles.
func (n *node) holdsMore() bool {
	return len(n.more) > 0 || slices.ContainsFunc(n.children, (*node).holdsMore)
}

// drawn counts the articles at and below n that have a box of their own.
func (n *node) drawn() int {
	count := 0
	if n.member != nil {
		count = 1
	}
	for _, c := range n.children {
		count += c.drawn()
	}
	return count
}
