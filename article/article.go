package article

// A Span is a half-open range of byte offsets into a text. Spans always begin
// and end at the boundary of a code point.
type Span struct {
	Start, End int
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// An Article is one piece of news as it was read. The zero value of a field
// other than ID, File and Text means unknown.
type Article struct {
	ID     string // the record's own id, else its path below the PATH given, with #n in files of many
	File   string // the file it was read from, as the user named it
	Record int    // number of the record in a file of many, from 1; 0 in a file of one

	Text      string // valid UTF-8, exactly as decoded, without a leading byte order mark
	Title     string
	Byline    string
	Outlet    string // as given: a name or a host ("The Telegraph", "nytimes.com")
	URL       string
	Language  string // ISO 639-1, lower case
	Published Time

	// Preamble is how many bytes at the beginning of Text are not the article
	// but a program's: front matter between its fences, the last of them and
	// its end of line included. 0 for nearly all.
	Preamble int

	// TextSource says where Text was read if the page does not show it, as
	// "script __NEXT_DATA__"; empty for nearly all.
	TextSource string

	// Authors is how many entries a page lists as its authors, all of which Byline
	// names; 0 if it has one line, or none.
	Authors int

	// Signals are in the order of the file.
	Signals []Signal
}

// A Signal is what the file says, outside the text, of where the article came
// from.
type Signal struct {
	Kind string // SignalProvider and its like
	Name string // of an outlet or agency, as written; empty if only the address is known
	URL  string // empty if only the name is known
}

// The kinds of signal.
const (
	SignalProvider  = "provider"  // the agency or service that delivered it
	SignalCanonical = "canonical" // the page's own address for the original, on another site
	SignalSource    = "source"    // the work or outlet that it says it is based on, or was first published by
	SignalCredit    = "credit"    // a credit line in a field of its own
	SignalLink      = "link"      // a link amid the text to a page of another site; Name is the words that are linked
)
