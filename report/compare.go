package report

import (
	"errors"
	"io"

	"wiretrace/article"
)

// A Comparison is what two articles share.
type Comparison struct {
	A, B     Side
	Relation string // copy | partial | rewrite | quotes | none
	Passages []Pair // in order of A
}

// A Side is one of the two articles of a Comparison.
type Side struct {
	ID, Outlet, Title, Published string
	Text                         string
	Words                        int            // furniture left out
	Share                        float64        // 0 to 1: the part of them that is copied or edited from the same text as in the other
	Furniture                    []article.Span // what is not prose, in order: shown dimmed
}

// A Pair is one shared passage, in BYTES of the two texts. A and B are not
// empty; those of A do not overlap each other, and those of B may.
type Pair struct {
	A, B       article.Span
	Label      string  // copied | edited | reworded | quoted
	Similarity float64 // 0 to 1
}

// TerminalOptions say what the terminal can show.
type TerminalOptions struct {
	Width int  // columns; 80 if 0
	Color bool // escape sequences for colour may be written
}

// Compare writes the two texts with what they share marked.
func Compare(w io.Writer, c *Comparison, o TerminalOptions) error { return errors.ErrUnsupported }

// CompareJSON writes c as one JSON object, offsets in code points.
func CompareJSON(w io.Writer, c *Comparison) error { return errors.ErrUnsupported }
