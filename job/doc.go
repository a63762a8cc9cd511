// Package job runs the whole on one machine. Run calls its steps one after the
// other. Each is a function, in a file of its name, that takes what those before it
// made:
//
//	ingest      reads and digests articles, recalls those of earlier nights -> corpus
//	findPairs   finds copy families, and which of them to compare           -> pairs
//	compare     holds the couples against each other                        -> links
//	resolve     forms clusters and says who has what from whom              -> clusters
//	tell        writes the report, and the night to the archive
//
// CompareFiles and Find do the same for two files, and for one file and an archive.
//
// What a step holds while it is at work is a type of its own (ingestion, pairing,
// comparison, grouping, telling). Articles, couples and clusters are worked on
// each by itself, so that threads share nothing, and nothing depends on the order
// in which they finish: articles are numbered by their dates and ids as soon as
// all are read, and everything after goes by those numbers.
//
// With an archive, the articles and links of earlier nights take part as if they
// had just been read and found, but stay in the archive until they are asked for.
// The steps ask the interface past for them; noPast is that of a run without an
// archive. doc/design.md has a picture of what an article is to a night.
//
// It decides nothing about provenance itself.
package job
