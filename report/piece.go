package report

import (
	"errors"
	"fmt"
)

// Pieces are rows of articles and clusters that stand one after another in a report, made
// where the report is not: Writer.Append puts pieces into it. They are not compressed, and have
// no headers and no forms.
type Pieces struct{ w Writer }

// NewPieces returns Pieces of a report of so many articles, written as o says. put takes what
// files of the report hold, in order; it may not keep b.
func NewPieces(o Options, articles int, put func(file string, b []byte) error) *Pieces {
	p := &Pieces{Writer{o: o, offsets: o.Objects.OffsetsOf(articles)}}
	to := func(name string) *file {
		return &file{put: func(b []byte) error { return put(name, b) }}
	}
	for _, t := range p.w.tables() {
		*t.table = newTable(to(t.name), &o)
	}
	if o.Objects != NoObjects {
		p.w.objects = &lines{file: to(objectsFile)}
	}
	return p
}

// Article writes one article.
func (p *Pieces) Article(a *Article) error { return p.w.Article(a) }

// Cluster writes one cluster, after its articles.
func (p *Pieces) Cluster(c *Cluster) error { return p.w.Cluster(c) }

// End hands out the rest, and returns what Writer.Fault is to be told: the rows over which a
// file panicked, as far as these are told one by one, and how many more there were.
func (p *Pieces) End() (faults []Problem, more int, err error) {
	var errs []error
	for _, t := range p.w.tables() {
		errs = append(errs, (*t.table).finish((*t.table).b))
	}
	if o := p.w.objects; o != nil {
		errs = append(errs, o.finish(o.b))
	}
	return p.w.faults.rows, p.w.faults.more, errors.Join(errs...)
}

// Append adds a piece to the file of a name. Pieces come in the order of the report, instead of
// the articles and clusters that they are of.
func (w *Writer) Append(name string, b []byte) error {
	if name == objectsFile && w.objects != nil {
		w.objects.b = w.objects.drain(append(w.objects.b, b...))
		return w.objects.err
	}
	for _, t := range w.tables() {
		if t.name == name {
			(*t.table).b = (*t.table).drain(append((*t.table).b, b...))
			return (*t.table).err
		}
	}
	return fmt.Errorf("report: no file %q", name)
}

// Fault notes what Pieces.End has told.
func (w *Writer) Fault(faults []Problem, more int) {
	for _, p := range faults {
		if len(w.faults.rows) < mostFaults {
			w.faults.rows = append(w.faults.rows, p)
		} else {
			more++
		}
	}
	w.faults.more += more
}
