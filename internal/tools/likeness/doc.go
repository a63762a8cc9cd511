// Package likeness says what a corpus of news is like, as its report shows it, in
// figures that decide what a run costs; and how near two corpora are to each other.
//
// The figures are sums and shares of many articles: nothing of a text can be read
// from them, so those of real news may be kept where its texts may not.
package likeness
