package credit

import (
	"sort"

	"wiretrace/article"
	"wiretrace/outlet"
)

// A creditIndex finds the credits of an article by their place. A text may hold very many,
// so that none is found by a look at all of them.
type creditIndex struct {
	cells map[int][]int // by place: the credits that stand there, as indices
}

const cellBytes = 256 // of text

// clear forgets all credits, and the memory that a long text took.
func (x *creditIndex) clear() {
	const most = 1 << 10
	if len(x.cells) > most {
		x.cells = nil
	}
	clear(x.cells)
}

// add notes that credit i stands at span.
func (x *creditIndex) add(i int, span article.Span) {
	if x.cells == nil {
		x.cells = make(map[int][]int)
	}
	for c := span.Start / cellBytes; c <= span.End/cellBytes; c++ {
		x.cells[c] = append(x.cells[c], i)
	}
}

// credits reports whether one of the credits in list is of outlet and shares text
// with span, or stands just there.
func (x *creditIndex) credits(list []Credit, outlet string, span article.Span) bool {
	for c := span.Start / cellBytes; len(x.cells) > 0 && c <= span.End/cellBytes; c++ {
		for _, i := range x.cells[c] {
			if found := &list[i]; found.Outlet == outlet && (found.Overlaps(span) || found.Span == span) {
				return true
			}
		}
	}
	return false
}

// overlaps reports whether one of the credits in list shares text with span.
func (x *creditIndex) overlaps(list []Credit, span article.Span) bool {
	for c := span.Start / cellBytes; len(x.cells) > 0 && c <= span.End/cellBytes; c++ {
		for _, i := range x.cells[c] {
			if list[i].Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// firstBehind returns the first of the mentions, which stand one behind the other,
// that ends behind text[at-1].
func firstBehind(mentions []outlet.Mention, at int) int {
	return sort.Search(len(mentions), func(k int) bool { return mentions[k].End > at })
}
