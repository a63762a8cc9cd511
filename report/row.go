package report

import "wiretrace/row"

// The rows of a report are those of package row.
type (
	Article = row.Article
	Passage = row.Passage
	Credit  = row.Credit
	Quote   = row.Quote
	Link    = row.Link
	Cluster = row.Cluster
	Problem = row.Problem
	Makeup  = row.Makeup
	Tenths  = row.Tenths
)

// The words that cells use. Empty means unknown or none throughout.
const (
	Yes = "yes"
	No  = "no"

	// Roles of an article.
	Origin  = "origin"  // the piece in hand that others derive from
	Copy    = "copy"    // the whole of another's text
	Partial = "partial" // parts of another's text among text of its own
	Rewrite = "rewrite" // another's story told anew
	Single  = "single"  // of no cluster

	// Relations of a link, beside Copy, Partial and Rewrite.
	Quotes   = "quotes"   // only a public speaker's words are shared
	Revision = "revision" // the same outlet's own later version
	None     = "none"     // nothing is shared; of Compare alone

	// Labels of a passage.
	Original  = "original"
	Copied    = "copied"
	Edited    = "edited"
	Reworded  = "reworded"
	Quoted    = "quoted"
	Furniture = "furniture"

	// Directions of a passage or a link.
	From    = "from"    // this article took it from the source
	Unknown = "unknown" // shared, the order is not established

	// Confidences.
	Certain  = "certain"
	Likely   = "likely"
	Possible = "possible"
)
