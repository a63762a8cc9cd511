// Package article says what an article is: its text, what its file says of
// it, when it was published, and the spans, blocks and sentences of a text.
//
// The text of an article is exactly what was decoded, and nothing later changes it:
// all that is found is a Span into it. What is not the article's prose (site chrome,
// bylines, captions) is marked, not cut: it keeps its place in a report and is left
// out of every comparison.
//
// The packages below it find these things: date reads dates, sentence finds the ends
// of sentences, layout the blocks, page the article in a page of HTML, reader
// the articles in files of every form. This one reads no files, knows no outlets and
// compares nothing.
package article
