// Package sentence finds where the sentences of a block of text end. The words
// that decide it (abbreviations, titles, the words that begin sentences) are
// listed by language.
package sentence
