// Package page reads pages of news sites: their main text, and what they say
// about themselves, each value with where it was read.
//
// Fields. A page says little in one place: title, byline, outlet and time of
// publication come from its JSON-LD, else from <meta>, microdata, <time> and elements
// named as bylines or dates. Where none of these has a title or a byline, go-readability
// is asked; where none has a day, short texts and scripts are searched. What the page
// says of where the piece came from (a canonical address on another site, a provider, a
// sentence that it was first published elsewhere) is kept as signals.
//
// Main text, in this order: prepare takes out of the tree what by its name or its
// links speaks of other pieces, and turns embedded posts into paragraphs; the main
// text is then the element that is named as such (by the names that trafilatura
// knows), without what in it is named as furniture or is mostly links; tidy leaves out
// headline, byline and date where they repeat the fields, and withoutPrompts what the
// site says to its readers. Where no element is named so, a plain extractor looks for
// the running text. None of this knows a site; what sites say in their
// languages is words.txt. doc/extraction.md has the figures.
//
// The libraries go-trafilatura and go-htmldate did this before, at two thirds of the
// speed, and with modules that build tables in every start of every program.
//
// Pages are hostile. Trees are bounded in depth by the parser and in size by
// MostTags; go-readability sees only trees of modest size, within which its time
// is below a second or two; everything else here is linear in the page.
package page
