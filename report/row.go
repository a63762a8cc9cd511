package report

import "wiretrace/row"

// The rows of a report are those of package row.
type (
	Article  = row.Article
	Passage  = row.Passage
	Credit   = row.Credit
	Quote    = row.Quote
	Link     = row.Link
	Stretch  = row.Stretch
	Story    = row.Story
	Cluster  = row.Cluster
	Problem  = row.Problem
	Problems = row.Problems
	Flow     = row.Flow
	Makeup   = row.Makeup

	// Publisher is a row of outlets.csv; Outlet is the word for a kind of upstream.
	Publisher = row.Outlet
	Tenths    = row.Tenths
)

// NewsOrder are the kinds of news in the order of new.csv.
var NewsOrder = []string{NewUncredited, NewPossible, NewChanged, NewShared, NewLicensed, NewCredited, NewOrigin, NewReport}

// News says what is new of an article that was not in the report of the last night;
// empty where nothing is that anybody must hear of, as of a piece that no other has to
// do with.
func News(a *Article) string {
	switch {
	case IsDerived(a) && a.Credited == No && a.Confidence == Possible:
		return NewPossible
	case IsDerived(a) && a.Credited == No:
		return NewUncredited
	case a.ChangedSince != "":
		return NewChanged
	case IsDerived(a) && (a.Credited == Licensed || a.Credited == InHouse):
		return NewLicensed
	case IsDerived(a) && a.Credited == Yes:
		return NewCredited
	case IsDerived(a):
		return NewShared
	case a.Role == Origin:
		return NewOrigin
	case a.Story != "":
		return NewReport
	}
	return ""
}

// The words that cells use. Empty means unknown or none throughout.
const (
	Yes = "yes"
	No  = "no"

	// Why a piece need not credit where it has its text from, in the place of No.
	Licensed = "licensed"
	InHouse  = "in-house"

	// NoLine, in the place of No, says that the text is an agency's, in whole or in part, and
	// bears no line of it: papers print such texts under licence, and pages lose the line.
	NoLine = "no line"

	// What is new of an article since the last night, in the order of new.csv.
	NewUncredited = "uncredited" // derives from another, certainly or likely, and credits nobody
	NewPossible   = "possible"   // derives from another, possibly, and credits nobody
	NewChanged    = "changed"    // its text is another since it was read last
	NewLicensed   = "licensed"   // derives from another and need not credit it, by licence or as of the same house
	NewShared     = "shared"     // shares text with others, and nothing tells whether it owes a credit, as of an agency's text
	NewCredited   = "credited"   // derives from another and credits it
	NewOrigin     = "origin"     // others derive from it
	NewReport     = "report"     // its outlet's own report of an event that others report

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
	Direct   = "direct"   // between quotation marks
	Indirect = "indirect" // told without: X said that …

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
