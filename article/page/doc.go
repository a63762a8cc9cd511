// Package page reads pages of news sites: their main text, and what they say
// about themselves, each value with where it was read.
//
// A page says little in one place. Title, byline, outlet and time of
// publication come from its JSON-LD, else from <meta>, microdata, <time> and
// elements named as bylines or dates. Only about title and byline is
// go-readability asked, and only if none of these tells; a day is then looked
// for in short texts and scripts. What the page says of where the
// piece came from (a canonical address on another site, a provider, a sentence
// that it was first published elsewhere) is kept as signals.
//
// The main text is the element that is named as such, without what is named as
// furniture or is mostly links; the names are those of trafilatura. Before,
// prepare takes out of the tree what by its name or its links speaks of other
// pieces, and turns embedded posts into paragraphs; after, tidy leaves out
// headline, byline and date where they repeat the fields, and withoutPrompts
// what the site says to its readers. None of this knows a
// site. F1 on real pages is .985. Where no element is named so, the plain
// extractor is asked, which alone reaches .931.
//
// The libraries go-trafilatura and go-htmldate did this before, a little worse,
// at two thirds of the speed, and with modules that build tables for 0.3 s and
// 62 MB in every start of every program that has them. doc/extraction.md has
// the figures.
//
// Pages are hostile. Trees are bounded in depth by the parser and in size by
// MostTags; go-readability sees only trees of modest size, within which its time
// is below a second or two; everything else here is linear in the page.
package page
