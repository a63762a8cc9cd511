package shingle_test

import (
	"fmt"
	"slices"

	"wiretrace/shingle"
)

func ExampleWords() {
	const text = "The U.S. ambassador didn't pay 2,300 dollars."
	for _, w := range shingle.Words(nil, text) {
		fmt.Printf("%s ", shingle.Fold(nil, text, w))
	}
	// Output: the us ambassador didn't pay 2300 dollars
}

// Case and punctuation do not change shingles, so near copies share most.
func ExampleShingles() {
	a := shingle.Shingles(nil, shingle.Words(nil, "Thieves made off with a gold sword before dawn."), shingle.N)
	b := shingle.Shingles(nil, shingle.Words(nil, "THIEVES made off, with a gold sword, before noon"), shingle.N)
	shared := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			shared++
		}
	}
	fmt.Println(shared, "of", len(a))
	// Output: 4 of 5
}

// Two texts are compared in full if their signatures have a band in common.
func ExampleBands() {
	m := shingle.NewMinHasher()
	bands := func(text string) []uint64 {
		s := m.Sign(shingle.Shingles(nil, shingle.Words(nil, text), shingle.N))
		return shingle.Bands(nil, &s)
	}
	a := bands("Thieves made off with a gold sword before dawn on Sunday.")
	b := bands("thieves made off with a gold sword before dawn on Sunday")
	c := bands("The bridge on Mill Road will close for a year in May.")
	meet := func(x, y []uint64) bool {
		return slices.ContainsFunc(x, func(h uint64) bool { return slices.Contains(y, h) })
	}
	fmt.Println(meet(a, b), meet(a, c))
	// Output: true false
}
