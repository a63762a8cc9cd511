// Package align finds what two texts have in common: two sequences of words
// go in, ordered pairs of passages come out, exact to the word on both sides.
//
// Shared runs of words (seeds) are chained where they lie in the same order, so
// that time grows with the length of the texts and not with its square. Only the
// small gaps between seeds, and the ends, see dynamic programming, and of its cells
// only those whose words have something in common.
//
// A match is worth how rare its words are, so that a shared name or a turn of phrase
// proves little and a shared sentence much.
//
// It does not know which text came first, nor what a quotation or furniture
// is: callers leave out the words that must not count.
package align
