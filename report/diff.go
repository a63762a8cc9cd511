package report

import (
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// furthest is how many words are taken away and put in before two texts are
// called too different for their difference to be shown.
const furthest = 1200

// Differ finds the words of a that b has not, and those of b that a has not,
// in the order of both: what a reader looks for in two versions of a passage.
// Words are the same if they fold to the same form. Each span is in bytes of
// its text and goes from the first to the last of words that differ in a row.
// Two texts with nothing in common, or very long ones with little, differ as a
// whole.
//
// It is the algorithm of Myers, "An O(ND) Difference Algorithm and Its
// Variations" (1986), in time O(nd) and memory O(d²), d being bounded.
func Differ(a, b string) (inA, inB []article.Span) {
	if a == b {
		return nil, nil
	}
	wa, wb := shingle.Words(nil, a), shingle.Words(nil, b)
	keepA, keepB := make([]bool, len(wa)), make([]bool, len(wb))
	lead := 0
	for lead < min(len(wa), len(wb)) && wa[lead].Hash == wb[lead].Hash {
		keepA[lead], keepB[lead] = true, true
		lead++
	}
	tail := 0
	for tail < min(len(wa), len(wb))-lead && wa[len(wa)-1-tail].Hash == wb[len(wb)-1-tail].Hash {
		keepA[len(wa)-1-tail], keepB[len(wb)-1-tail] = true, true
		tail++
	}
	common(wa[lead:len(wa)-tail], wb[lead:len(wb)-tail], func(i, j int) {
		keepA[lead+i], keepB[lead+j] = true, true
	})
	islands(wa, wb, keepA, keepB)
	return gather(wa, keepA), gather(wb, keepB)
}

// common calls match for each pair of words of a longest common subsequence,
// last first. Where that is too far to seek it calls it for none.
func common(a, b []shingle.Word, match func(i, j int)) {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return
	}
	most := min(n+m, furthest)
	// far[k+most] is how far along a the furthest path on diagonal k comes;
	// past[d] keeps the diagonals -d to d as they were before step d.
	far := make([]int32, 2*most+2)
	var past [][]int32
	for d := 0; d <= most; d++ {
		past = append(past, slices.Clone(far[max(most-d-1, 0):min(most+d+2, len(far))]))
		for k := -d; k <= d; k += 2 {
			var x int
			if k == -d || k != d && far[most+k-1] < far[most+k+1] {
				x = int(far[most+k+1])
			} else {
				x = int(far[most+k-1]) + 1
			}
			y := x - k
			for x < n && y < m && y >= 0 && a[x].Hash == b[y].Hash {
				x, y = x+1, y+1
			}
			far[most+k] = int32(x)
			if x >= n && y >= m {
				walk(past, most, n, m, match)
				return
			}
		}
	}
}

// walk goes the found path back from its end at (x, y).
func walk(past [][]int32, most, x, y int, match func(i, j int)) {
	for d := len(past) - 1; d > 0; d-- {
		first := max(most-d-1, 0) - most // the diagonal that past[d] begins with
		k := x - y
		if k == -d || k != d && past[d][k-1-first] < past[d][k+1-first] {
			k++
		} else {
			k--
		}
		fromX := int(past[d][k-first])
		for x > fromX && y > fromX-k {
			x, y = x-1, y-1
			match(x, y)
		}
		x, y = fromX, fromX-k
	}
	for ; x > 0; x-- {
		match(x-1, x-1)
	}
}

// islands gives up single function words that match amid words that do not,
// since they are there by chance and break what should be read in one.
func islands(wa, wb []shingle.Word, keepA, keepB []bool) {
	// The words kept of a and b pair up in order.
	i, j := 0, 0
	for {
		for i < len(wa) && !keepA[i] {
			i++
		}
		for j < len(wb) && !keepB[j] {
			j++
		}
		if i >= len(wa) || j >= len(wb) {
			return
		}
		amid := func(keep []bool, at int) bool {
			return at > 0 && !keep[at-1] && at+1 < len(keep) && !keep[at+1]
		}
		if wa[i].Class&shingle.Common != 0 && amid(keepA, i) && amid(keepB, j) {
			keepA[i], keepB[j] = false, false
		}
		i, j = i+1, j+1
	}
}

// gather joins the words not kept to spans. The words of scripts without
// spaces overlap, and what is in a kept one is not in a span.
func gather(words []shingle.Word, keep []bool) (spans []article.Span) {
	end := 0 // of the last kept word
	for i := 0; i < len(words); i++ {
		if keep[i] {
			end = int(words[i].End)
			continue
		}
		s := article.Span{Start: max(int(words[i].Start), end), End: int(words[i].End)}
		for i+1 < len(words) && !keep[i+1] {
			i++
			s.End = int(words[i].End)
		}
		if i+1 < len(words) {
			s.End = min(s.End, int(words[i+1].Start))
		}
		if s.Start < s.End {
			spans = append(spans, s)
		}
	}
	return spans
}
