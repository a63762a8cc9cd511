// Package cluster brings together what derives from one source: from keys to
// candidates, from candidates to families and links, from links to clusters
// with their direction and provenance.
//
// Two ideas carry it. Keys only propose: articles that share one are looked at
// in pairs, and nothing joins a cluster that the texts themselves have not
// shown. And evidence is weighed in one place, in one table, where each weight
// has the words that explain it to the reader.
//
// It reads no files and writes none; the job gives it digests and texts.
package cluster
