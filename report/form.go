package report

// A Form is one more form of a report, beside the tables and made of the same
// rows: pages to look at, for one. Its methods are called as those of a Writer
// are, Close once, at the end or after an error.
type Form interface {
	Article(a *Article) error
	Cluster(c *Cluster) error
	Problem(p *Problem) error
	Close() error
}

// A NewForm begins a form in the folder dir, which holds nothing of it yet.
type NewForm func(dir string) (Form, error)

// Names of what the forms put into the folder. They are known here because a
// report may only replace what is a report.
const (
	IndexFile = "index.html" // the first page
	PagesDir  = "clusters"   // the pages and drawings of the clusters
	SheetFile = "report.xlsx"
)

// each calls f for each form, until one fails.
func (w *Writer) each(f func(Form) error) error {
	for _, form := range w.forms {
		if err := f(form); err != nil {
			return err
		}
	}
	return nil
}
