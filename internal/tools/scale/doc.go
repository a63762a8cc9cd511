// Package scale says how much of what was planted in a made-up corpus a report
// has found, and how much it claims that is not so.
//
// It reads the files of a report as a user would and streams them: what it
// holds is what was planted, not the report.
//
// The truth names what each article took from another; what neither is named nor
// follows from it is false. So what rests on furniture, on a stock phrase or on
// words that come twice by chance needs no measure of its own: it makes a link of
// two articles that took nothing from each other, which is false, and a passage
// is shown only where there is such a link. Two reports of one event, each in
// words of its own, may be linked as rewrite, which claims no text in common;
// those links are counted apart, as neither found nor false.
//
// Not all that is planted is meant to be found. What an outlet takes from itself
// makes no link unless it is a good part of either text, and a paragraph that it
// has in three round-ups is furniture of its site. That is most of what is missed.
package scale
