// Package article says what an article is: its text, what its file says of
// it, when it was published, and the spans, blocks and sentences of a text.
//
// Two ideas carry it. The text of an article is exactly what was decoded, and
// nothing later changes it: every finding is a Span into it. And what is not
// the article's prose (site chrome, bylines, captions) is marked, not cut, so
// that it keeps its place in a report and is left out of every comparison.
//
// Its subpackages find these things: date reads dates, sentence finds the ends
// of sentences, layout the blocks, page the article in a page of HTML, reader
// the articles in files of every form. The package itself reads no files,
// knows no outlets and compares nothing.
package article
