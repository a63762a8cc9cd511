package report

import (
	"errors"
	"io"
)

// A Summary is what a run has to say when it is done.
type Summary struct {
	Articles   int
	Families   int // of two articles or more
	Clusters   int
	Clustered  int // articles of a cluster
	Uncredited int // articles that derive from another and credit nobody
	Problems   int
	Largest    []Cluster // at most five, largest first
	Dir        string    // where the report lies
}

// Print writes the summary for a person to read.
func (s *Summary) Print(w io.Writer) error { return errors.ErrUnsupported }
