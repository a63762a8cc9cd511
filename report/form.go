package report

import (
	"sync/atomic"

	"wiretrace/internal/fault"
)

// A Form is one more form of a report, beside the tables and made of the same
// rows: pages to look at, for one. Its methods are called as those of a Writer
// are, by one goroutine of its own; Close once, at the end or after an error. A panic
// costs it what it panicked over.
type Form interface {
	Article(a *Article) error
	Story(s *Story) error
	Cluster(c *Cluster) error
	Outlet(o *Publisher) error
	Flow(f *Flow) error
	Problem(p *Problem) error
	Close() error
}

// An expecter is a Form that wants to know how many articles will come.
type expecter interface {
	Expect(articles int) error
}

// Bounds say what a run compared and what its bounds left out.
type Bounds struct {
	Compared int // pairs of articles
	Weak     int // pairs that were not, since one weak sign alone spoke for it
	Stock    int // phrases that so many have that they spoke for nothing
	Versions int // times that an outlet had more versions of a piece than a text was held against
	Issuers  int // issuers of a release that were not looked at, of texts that name too many
}

// A bounded is a Form that wants to know what the bounds of the run left out. It is
// told after all rows.
type bounded interface {
	Bounds(b *Bounds) error
}

// A NewForm begins a form in the folder dir, which holds nothing of it yet.
type NewForm func(dir string) (Form, error)

// Names of what the forms put into the folder. They are known here because a
// report may only replace what is a report.
const (
	IndexFile   = "index.html"    // the first page
	ListFile    = "articles.html" // the list of all articles
	NewsPage    = "new.html"      // with an archive: what is new since the last night
	OutletsPage = "outlets.html"  // who has how much from whom
	OutletDir   = "outlets"       // the pages of single outlets
	PagesDir    = "clusters"      // the pages and drawings of the clusters
	StoryDir    = "stories"       // the pages of the stories
	SheetFile   = "report.xlsx"
)

// A formWriter feeds a form, so that the tables need not wait for it.
type formWriter struct {
	form   Form
	rows   chan formRow
	failed atomic.Pointer[error] // the first error of the form
	faults faults                // the rows over which it panicked; for others once it is closed
	done   chan struct{}
}

// A formRow hands a row to a form. file is what to blame if that panics, empty for
// what is not of one article, and name says what the form then lacks.
type formRow struct {
	file, name string
	write      func(Form) error
}

// ahead is how many rows a form may be behind the tables. Each may be an
// article of megabytes.
const ahead = 8

func startForm(form Form) *formWriter {
	w := &formWriter{form: form, rows: make(chan formRow, ahead), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		for row := range w.rows {
			if w.failed.Load() != nil {
				continue // until the writer hears of it
			}
			panics, err := fault.Part(fault.Guard(func() error { return row.write(form) }))
			for _, p := range panics { // the others are still worth having
				w.faults.add(row.file, row.name+" not in the pages or the workbook", p)
			}
			if err != nil {
				w.failed.Store(&err)
			}
		}
	}()
	return w
}

// close waits for the form and ends it. It returns the form's first error.
func (w *formWriter) close() error {
	close(w.rows)
	<-w.done
	panics, err := fault.Part(fault.Guard(w.form.Close))
	for _, p := range panics {
		w.faults.add("", "the pages or the workbook are not whole", p)
	}
	if first := w.failed.Load(); first != nil {
		return *first
	}
	return err
}

// each passes a row on to all forms, and returns what has failed in one so far. file
// and name are those of a formRow.
func (w *Writer) each(file, name string, write func(Form) error) error {
	for _, form := range w.forms {
		if err := form.failed.Load(); err != nil {
			return *err
		}
		form.rows <- formRow{file, name, write}
	}
	return nil
}
