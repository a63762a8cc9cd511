// Package digest makes of an article the record that the rest of the job
// works with, and writes that record down.
//
// A digest is made from one article by itself, so that articles are digested in
// parallel and a digest made last night is as good as one made now. It holds
// keys, not answers: articles that share a band, a fingerprint or a pair of rare
// words are worth a closer look, and the text is read again only for those.
//
// It compares no two articles.
package digest
