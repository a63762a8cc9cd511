// Package cluster brings together what derives from one source: from keys to
// candidates, from candidates to families and links, from links to clusters
// with their direction and provenance.
//
// Keys only propose: articles that share one are looked at in pairs, and nothing
// joins a cluster that the texts and credits themselves have not shown. Stories
// are apart from that: reports of one event, whoever wrote them. Who has what from
// whom is weighed in one place (weigh.go), in one table (evidence.go), where each weight has the
// words that explain it to the reader. doc/evidence.md tells the rules.
//
// The files, in the order of the flow:
//
//	candidate, propose, hint, salvage    which articles are looked at in pairs, by keys that they share
//	resemble, family                     whole copies
//	siteline                             lines that are furniture of their site
//	side, link, sentence                 an article made ready; what two of them share
//	series, standing, version            what is no derivation: templates, standing paragraphs, updates
//	rewrite, meant, retelling, likeness  what ties two without text in common
//	kinship, event, headline             stories: whether two report one event, and what a story is called
//	bond, component, group, roundup      which links bring articles into one cluster
//	follow, source, borrow, issuer       of each member: whose text or news it has, by its own words and by others'
//	carried, writer                      what it says of two pieces that one person signs both
//	resolve, weigh, takesback, evidence  who has what from whom, and by what
//	admit                                of whose text a piece says that it has some, beside its source
//	patchwork, same                      the same where several houses have a part of it, or others name whose it is
//	outcome                              the confidence, and why
//	paint, own                           which stretch of a text comes from where
//
// It reads no files and writes none; the job gives it digests and texts.
package cluster
