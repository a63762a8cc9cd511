package report

import "wiretrace/row"

// The rows of a report are those of package row.
type (
	Article = row.Article
	Passage = row.Passage
	Credit  = row.Credit
	Quote   = row.Quote
	Link    = row.Link
	Stretch = row.Stretch
	Story   = row.Story
	Cluster = row.Cluster
	Problem = row.Problem
	Flow    = row.Flow
	Makeup  = row.Makeup

	// Publisher is a row of outlets.csv; Outlet is the word for a kind of upstream.
	Publisher = row.Outlet
	Tenths    = row.Tenths
)

// The words that cells use. Empty means unknown or none throughout.
const (
	Yes = "yes"
	No  = "no"

	// Why a piece need not credit where it has its text from, in the place of No.
	Licensed = "licensed"
	InHouse  = "in-house"

	// Roles of an article.
	Origin  = "origin"  // the piece in hand that others derive from
	Copy    = "copy"    // the whole of another's text
	Partial = "partial" // parts of another's text among text of its own
	Rewrite = "rewrite" // another's story told anew
	Update  = "update"  // the same outlet's later version of a piece
	Single  = "single"  // derives from nothing in hand, and names no source

	// Relations of a link, beside Copy, Partial, Rewrite and Update.
	Quotes = "quotes" // only a public speaker's words are shared
	None   = "none"   // nothing is shared; of Compare alone

	// Kinds of an upstream, beside Unknown.
	Agency  = "agency"
	Outlet  = "outlet"  // a paper, a broadcaster, a portal
	Release = "release" // a press release or an official notice

	// Kinds of a quotation.
	Direct = "direct" // between quotation marks

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
