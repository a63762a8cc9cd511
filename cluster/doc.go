// Package cluster brings together what derives from one source: from keys to
// candidates, from candidates to families and links, from links to clusters
// with their direction and provenance.
//
// Keys only propose: articles that share one are looked at in pairs, and nothing
// joins a cluster that the texts and credits themselves have not shown. Stories
// are apart from that: reports of one event, whoever wrote them. Who has what from
// whom is weighed in one place, in one table (weigh.go), where each weight has the
// words that explain it to the reader. doc/evidence.md tells the rules.
//
// It reads no files and writes none; the job gives it digests and texts.
package cluster
