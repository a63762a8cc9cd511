// Package page writes the pages of a report: an index of the stories, for each
// story a page with its reports, those that derive from another and those that do
// not, and for each cluster a page with its chain, its timeline and its texts, every
// passage coloured and its source beside it. The drawings stand as files of their own
// too, for slides.
//
// A page needs nothing but itself: style and script are in it, and its
// Content-Security-Policy lets nothing else in, so that a page can be mailed and
// opened years later. What was scraped is text: it is escaped in one place, and
// control and bidirectional characters do not pass.
//
// It computes no provenance: it draws the rows that it is given.
package page
