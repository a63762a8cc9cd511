// Package shingle turns text into what can be compared fast: folded words,
// word shingles, MinHash signatures and their bands, winnowed fingerprints,
// and how rare each word and phrase is.
//
// Two ideas carry it. A word is compared by a 64-bit hash of its folded form
// but keeps its place in the original text, so that everything found maps back
// to what the reader sees. And a match is worth what its words are rare: the
// package holds the background that says so.
//
// It knows nothing of articles' provenance: it measures, others judge.
package shingle
