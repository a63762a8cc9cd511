package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/outlet"
)

// Cues that are a place in the article rather than words.
const (
	CueByline     = "byline"
	CueDateline   = "dateline"
	CueCreditLine = "credit line"
	CuePost       = "post"          // an embedded post of the outlet's reporter
	CueBrackets   = "()"            // brackets that end a title, a quotation or an item of a round-up
	CueDash       = "–"             // a dash and nothing but a name behind it that end a title
	CueSigned     = "—"             // a dash and the name of who is quoted, before that of the outlet
	CueTogether   = "together with" // the article's own outlet reported it with this one
)

// CueLinked begins the cue of a credit by words that are linked to a page of the outlet, which they
// do not name: linked: a local newspaper reported.
const CueLinked = "linked: "

// Linked reports whether c credits by a link alone.
func (c *Credit) Linked() bool { return strings.HasPrefix(c.Cue, CueLinked) }

// UnnamedWires is the outlet of credits to agencies that the article does not
// name: Staff and wire reports.
const UnnamedWires = "unnamed wires"

// OnLine reports whether c is a line that says whose the text is rather than words of it.
func (c *Credit) OnLine() bool {
	return c.Cue == CueByline || c.Cue == CueDateline || c.Cue == CueCreditLine
}

// A Credit is one place where an article names another outlet, an agency or a
// platform as the source of what it tells.
type Credit struct {
	article.Span        // from the first to the last word of cue and name
	Outlet       string // canonical name, or as written where the gazetteer has none
	Domain       string // of the outlet, as in the gazetteer; empty if unknown
	Kind         outlet.Kind
	Cue          string // the words that credit, folded to lower case, or a colon, or one of the constants that begin with Cue
	Via          string // canonical name of the outlet through which the credit runs
	Background   bool   // credits older reporting, not this story ("reported last year")
}
