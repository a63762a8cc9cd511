// Package article says what an article is and where its parts lie: blocks,
// sentences, furniture. Its subpackage reader turns files into articles.
//
// Two ideas carry it. The text of an article is exactly what was decoded, and
// nothing later changes it: every finding is a Span into it. And what is not
// the article's prose (site chrome, bylines, captions) is marked, not cut, so
// that it keeps its place in a report and is left out of every comparison.
//
// The package reads no files, knows no outlets and compares nothing.
package article
