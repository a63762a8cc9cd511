package credit

import "wiretrace/article"

// A Kind says what sort of source is credited.
type Kind string

// The kinds.
const (
	Agency     Kind = "agency"
	OutletKind Kind = "outlet"
	Platform   Kind = "platform"
	Unknown    Kind = "unknown"
)

// Cues that are a place in the article rather than words.
const (
	CueByline     = "byline"
	CueDateline   = "dateline"
	CueCreditLine = "credit line"
)

// A Credit is one place where an article names another outlet, an agency or a
// platform as the source of what it tells.
type Credit struct {
	article.Span        // from the first to the last word of cue and name
	Outlet       string // canonical name, or as written where the gazetteer has none
	Domain       string // of the outlet, as in the gazetteer; empty if unknown
	Kind         Kind
	Cue          string // the words that credit, folded to lower case, or byline | dateline | credit line
	Via          string // canonical name of the outlet through which the credit runs
	Background   bool   // credits older reporting, not this story ("reported last year")
}

// A Quote is one direct quotation. A quotation interrupted by its speaker is
// one Quote for each stretch between marks.
type Quote struct {
	article.Span        // the words between the marks, the marks left out
	Speaker      string // full name as the article gives it anywhere; empty if unknown
	Post         bool   // an embedded or quoted post of a platform
}
