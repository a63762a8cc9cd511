// Package job runs the whole on one machine: it reads articles, digests them,
// brings together those that may share text, compares them, resolves the
// clusters and writes the report.
//
// Two ideas carry it. The work has four steps, and the first, third and fourth
// look at one article, one pair or one cluster by itself, so that workers need
// share nothing; the second is a sort. And nothing depends on the order in
// which workers finish: articles are numbered by their dates and ids as soon
// as all are read, and everything after goes by those numbers.
//
// With an archive, the articles and links of earlier nights take part as if
// they had just been read and found, but stay in the archive until they are
// asked for; see past.go and night.go.
//
// It decides nothing about provenance itself.
package job
