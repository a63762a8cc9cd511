// Package hashes sorts hashes: numbers that fall evenly over all that their type can hold.
package hashes

import (
	"math/bits"
	"slices"
)

// Sort returns list sorted, there or in spare, which grows as needed. As hashes fall evenly into as
// many buckets as there are of them, what is left to do within these is little: up to a thousand
// take little more than half the time that sorting by comparison does.
func Sort[H uint32 | uint64](list []H, spare *[]H) []H {
	const least, most = 24, 1 << 10
	if len(list) < least || len(list) > most {
		slices.Sort(list)
		return list
	}
	var ends [most + 1]uint16
	width := bits.Len(uint(len(list) - 1))
	shift := bits.Len64(uint64(^H(0))) - width
	for _, h := range list {
		ends[h>>shift+1]++
	}
	for i := range 1 << width {
		ends[i+1] += ends[i]
	}
	*spare = slices.Grow((*spare)[:0], len(list))[:len(list)]
	sorted := *spare
	for _, h := range list {
		at := &ends[h>>shift]
		sorted[*at] = h
		*at++
	}
	for i := 1; i < len(sorted); i++ {
		h := sorted[i]
		j := i
		for ; j > 0 && sorted[j-1] > h; j-- {
			sorted[j] = sorted[j-1]
		}
		sorted[j] = h
	}
	return sorted
}
