package report

import (
	"errors"
	"strconv"
)

// Options say how a report is written. The zero value is the contract's form.
type Options struct {
	NoBOM       bool // leave the byte order mark of the CSV files out
	AllPassages bool // write the passages of articles of no cluster too
}

// A Writer writes one report. Its methods are called from one goroutine, with
// the articles of a cluster one after the other, then their Cluster, in the
// order of the report; Problems may come at any time. After an error only
// Abort may follow.
type Writer struct {
	dir string
	o   Options
}

// Create begins a report that will stand in the folder dir.
func Create(dir string, o Options) (*Writer, error) { return nil, errors.ErrUnsupported }

// Article writes one article. It keeps nothing of a.
func (w *Writer) Article(a *Article) error { return errors.ErrUnsupported }

// Cluster writes one cluster, after its articles.
func (w *Writer) Cluster(c *Cluster) error { return errors.ErrUnsupported }

// Problem writes one problem.
func (w *Writer) Problem(p *Problem) error { return errors.ErrUnsupported }

// Commit puts the finished report in its place.
func (w *Writer) Commit() error { return errors.ErrUnsupported }

// Abort throws away what was written. After Commit it does nothing.
func (w *Writer) Abort() {}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }
