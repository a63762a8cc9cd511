// Package spill holds what may be more than memory: blocks of bytes, items to be
// sorted, keys to be brought together, results that wait for their turn.
//
//	Space    blocks of any size; the oldest go to one temporary file
//	Sorter   items in any order in, in order out: an external merge sort
//	Log      keys with the number of who has them, parted by hash
//	InOrder  work on several goroutines whose results are used one after another,
//	         with a bound on the bytes that wait
//
// A Sorter and a Log lie in a Space, whose limit is the memory that all of them
// take together, but for what each is just being given.
package spill
