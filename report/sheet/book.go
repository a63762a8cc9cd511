package sheet

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"

	"wiretrace/internal/fault"
	"wiretrace/report"
	"wiretrace/report/page"
	"wiretrace/row"
)

// A book is a form of a report: see report.Form.
type book struct {
	path    string
	file    *excelize.File
	styles  styles
	linksTo int      // how many articles a report with pages may have
	links   bool     // whether there are pages to link to
	all     bool     // passages that are furniture are written too
	cut     int      // cells
	objects string   // the file that has them whole; empty if there is none
	hyper   []*links // of the finished sheets
	torn    bool     // a row was half written

	// In the order of the sheets; shared are the links between articles.
	stories, clusters, articles, passages, shared, credits, quotes, outlets, flows *table
}

// New returns a form that writes report.xlsx. It links to the pages of the
// report if it has at most so many articles (see report.UpTo): none if pages is
// negative. Passages that are furniture are left out unless furniture is set. objects
// is the file of the report that has whole what a cell cannot hold, empty if none has.
func New(pages int, furniture bool, objects string) report.NewForm {
	return func(dir string) (report.Form, error) {
		b, err := newBook(dir, pages, mostRows, objects)
		if err != nil {
			return nil, err
		}
		b.all = furniture
		return b, nil
	}
}

func newBook(dir string, pages, rows int, objects string) (*book, error) {
	b := &book{path: filepath.Join(dir, report.SheetFile), linksTo: pages, links: pages >= 0, objects: objects}
	b.file = excelize.NewFile(excelize.Options{TmpDir: dir})
	err := b.begin(rows)
	if err != nil {
		b.file.Close()
		return nil, fmt.Errorf("%s: %w", report.SheetFile, err)
	}
	return b, nil
}

// begin makes the empty sheets.
func (b *book) begin(rows int) (err error) {
	if b.styles, err = newStyles(b.file); err != nil {
		return err
	}
	for _, t := range []struct {
		table   **table
		name    string
		columns []column
	}{
		{&b.stories, "stories", storyColumns},
		{&b.clusters, "clusters", clusterColumns},
		{&b.articles, "articles", articleColumns},
		{&b.passages, "passages", passageColumns},
		{&b.shared, "links", linkColumns},
		{&b.credits, "credits", creditColumns},
		{&b.quotes, "quotes", quoteColumns},
		{&b.outlets, "outlets", outletColumns},
		{&b.flows, "flows", flowColumns},
	} {
		*t.table = &table{book: b, name: t.name, columns: t.columns, most: rows}
		if err := (*t.table).begin(); err != nil {
			return err
		}
	}
	return b.file.DeleteSheet("Sheet1")
}

// Expect tells how many articles come, and so whether there are pages.
func (b *book) Expect(articles int) error {
	b.links = articles <= b.linksTo
	return nil
}

// address returns what leads to the page of an article, or to a passage of it,
// if there are pages.
func (b *book) address(cluster, article string, start, end int) string {
	if !b.links {
		return ""
	}
	return page.Address(cluster, article, start, end)
}

// story returns what leads to the page of a story, if there are pages.
func (b *book) story(id string) string {
	if !b.links {
		return ""
	}
	return page.StoryAddress(id)
}

func (b *book) Article(a *report.Article) error {
	t := b.articles
	err := b.row(t, func() {
		t.lead("story", b.story(a.Story))
		t.lead("cluster", b.address(a.Cluster, "", 0, 0))
		t.lead("article", b.address(a.Cluster, a.ID, 0, 0))
		a.Cells(t)
		t.text(a.Published) // exactly
	})
	if a.Traced() {
		for i := range a.Passages {
			p := &a.Passages[i]
			if p.Label == report.Furniture && !b.all {
				continue
			}
			err = worse(err, rowOf(b, b.passages, a, p, i, p.Start, p.End))
		}
	}
	for i := range a.Links {
		err = worse(err, rowOf(b, b.shared, a, &a.Links[i], i, 0, 0))
	}
	for i := range a.Credits {
		c := &a.Credits[i]
		err = worse(err, rowOf(b, b.credits, a, c, i, c.Start, c.End))
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		err = worse(err, rowOf(b, b.quotes, a, q, i, q.Start, q.End))
	}
	return wrap(err)
}

// rowOf writes the i-th row of one kind that belongs to an article, and leads to the
// stretch of its text from start to end.
func rowOf(b *book, t *table, a *report.Article, p interface {
	Place(c row.Cells, a *report.Article)
	Cells(c row.Cells, n int)
}, i, start, end int,
) error {
	return b.row(t, func() {
		t.lead("article", b.address(a.Cluster, a.ID, start, end))
		p.Place(t, a)
		p.Cells(t, i+1)
	})
}

// row writes a row: cells gives its cells. If that panics, the sheet lacks the row;
// if writing them does, the whole workbook is lost.
func (b *book) row(t *table, cells func()) error {
	err := fault.Guard(func() error {
		cells()
		return nil
	})
	if err != nil {
		t.drop()
		return err
	}
	err = fault.Guard(t.end)
	b.torn = b.torn || fault.Is(err)
	return err
}

// worse returns the worse of two errors: one that is no panic, the first of equals.
func worse(x, y error) error {
	if x == nil || fault.Is(x) && y != nil && !fault.Is(y) {
		return y
	}
	return x
}

func (b *book) Story(s *report.Story) error {
	return wrap(b.row(b.stories, func() {
		b.stories.lead("story", b.story(s.ID))
		s.Cells(b.stories)
	}))
}

func (b *book) Cluster(c *report.Cluster) error {
	return wrap(b.row(b.clusters, func() {
		b.clusters.lead("cluster", b.address(c.ID, "", 0, 0))
		c.Cells(b.clusters)
	}))
}

func (b *book) Outlet(o *report.Publisher) error {
	return wrap(b.row(b.outlets, func() { o.Cells(b.outlets) }))
}

func (b *book) Flow(f *report.Flow) error {
	return wrap(b.row(b.flows, func() { f.Cells(b.flows) }))
}

// Problem does nothing: problems.csv lists them.
func (b *book) Problem(*report.Problem) error { return nil }

// Close writes the file, or none if that panics.
func (b *book) Close() error {
	err := fault.Guard(b.finish)
	if fault.Is(err) {
		for _, name := range []string{b.path, b.path + ".draft"} {
			if removed := os.Remove(name); removed != nil && !errors.Is(removed, fs.ErrNotExist) {
				err = errors.Join(err, removed)
			}
		}
	}
	return wrap(errors.Join(err, b.file.Close()))
}

func (b *book) finish() error {
	if b.torn { // a row is half written, of which the fault is told
		return nil
	}
	var errs []error
	tables := []*table{b.stories, b.clusters, b.articles, b.passages, b.shared, b.credits, b.quotes, b.outlets, b.flows}
	for _, t := range tables {
		errs = append(errs, t.finish())
	}
	errs = append(errs, b.about(tables))
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return b.write()
}

// write writes the finished workbook.
func (b *book) write() error {
	a, err := newArchive(b.path+".draft", b.hyper)
	if err != nil {
		return err
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return a })
	if err := b.file.Write(io.Discard); err != nil {
		return errors.Join(err, a.remove())
	}
	out, err := os.OpenFile(b.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return errors.Join(err, a.remove())
	}
	return errors.Join(a.copy(out), out.Close(), a.remove())
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", report.SheetFile, err)
	}
	return nil
}
