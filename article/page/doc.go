// Package page reads pages of news sites: their main text, and what they say
// about themselves, each value with where it was read.
//
// A page says little in one place. Title, byline, outlet and time of
// publication come from its JSON-LD, else from <meta>, microdata, <time> and
// elements named as bylines or dates; go-readability and htmldate are asked
// only about what none of these tells. What the page says of where the piece
// came from (a canonical address on another site, a provider, a sentence that it
// was first published elsewhere) is kept as signals.
//
// The main text is found by go-trafilatura, without its fallback, which makes it
// worse. Before, prepare takes out of the tree what by its name or its links
// speaks of other pieces, and turns embedded posts into paragraphs; after, tidy
// leaves out headline, byline and date where they repeat the fields. Both know
// no site. Without them F1 on real pages is .962, with them .984; the plain
// extractor that stands in for pages beyond the library's bounds, and for those
// on which it fails, reaches .931. doc/extraction.md has the figures.
//
// go-trafilatura comes with modules that no part of it used here needs, and that
// build tables before main begins: 0.28 s of a core and 62 MB in every start of
// every program that has them, page or no page. Small stand-ins in the folder
// standin replace them in go.mod: for the parser of dates (its dates are read by
// package article instead, which does not depend on what was read before), for
// the two extractors of the fallback, for the guess of the language (a quarter
// of the time of a page) and for a table of pictures in writers' names. What
// remains of the start is 4 ms. A process of its own for pages would not have
// helped: what a program imports is initialised in each of its processes.
//
// Pages are hostile. Trees are bounded in depth by the parser and in size by
// MostTags; a library sees only trees of modest size, within which its time is
// below a second or two; everything else here is linear in the page.
package page
