// Package shingle turns text into what can be compared fast: folded words,
// word shingles, MinHash signatures and their bands, winnowed fingerprints,
// and how rare each word and phrase is.
//
// A word is compared by a 64-bit hash of its folded form but keeps its place in the
// original text, so that all that is found maps back to what the reader sees. A match
// is worth how rare its words are: the package holds the frequencies of words in news
// that say so (the background), and blends them with those of the articles in hand.
//
// It knows nothing of articles' provenance: it measures, others judge.
package shingle
