package sheet

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/xuri/excelize/v2"

	"wiretrace/report"
	"wiretrace/report/page"
)

// A book is a form of a report: see report.Form.
type book struct {
	path    string
	file    *excelize.File
	styles  styles
	linksTo int      // how many articles a report with pages may have
	links   bool     // whether there are pages to link to
	cut     int      // cells
	hyper   []*links // of the finished sheets

	stories, clusters, articles, passages, credits *table
}

// New returns a form that writes report.xlsx. It links to the pages of the
// report if it has at most so many articles (see report.UpTo): none if pages is
// negative.
func New(pages int) report.NewForm {
	return func(dir string) (report.Form, error) { return newBook(dir, pages, mostRows) }
}

func newBook(dir string, pages, rows int) (*book, error) {
	b := &book{path: filepath.Join(dir, report.SheetFile), linksTo: pages, links: pages >= 0}
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
		{&b.credits, "credits", creditColumns},
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

func (b *book) Article(a *report.Article) error {
	err := b.article(a)
	if a.Cluster != "" || slices.ContainsFunc(a.Passages, shared) {
		for i := range a.Passages {
			err = errors.Join(err, b.passage(a, i))
		}
	}
	for i := range a.Credits {
		err = errors.Join(err, b.credit(a, &a.Credits[i]))
	}
	return wrap(err)
}

// shared reports whether a passage stands in another article too. As in
// passages.csv, the passages of articles that have none such are left out.
func shared(p report.Passage) bool { return p.SourceArticle != "" || p.ReusedBy > 0 }

func (b *book) article(a *report.Article) error {
	t, s := b.articles, &b.styles
	t.text(a.Story)
	err := t.linked(a.Cluster, b.address(a.Cluster, "", 0, 0))
	t.text(a.Family)
	err = errors.Join(err, t.linked(a.ID, b.address(a.Cluster, a.ID, 0, 0)))
	t.text(a.Role)
	t.text(a.Outlet)
	t.add(s.date(a.Published))
	for _, v := range []string{a.Title, a.Byline, a.Language} {
		t.text(v)
	}
	t.add(s.number(a.Words))
	for _, v := range []string{
		a.SourceArticle, a.SourceOutlet, a.Upstream, a.UpstreamKind, a.Chain(), a.Credited, a.OtherSources, a.Confidence, a.Why,
	} {
		t.text(v)
	}
	known := a.Makeup != report.Makeup{}
	for _, p := range []report.Tenths{a.Makeup.Copied, a.Makeup.Edited, a.Makeup.Reworded, a.Makeup.Quoted, a.Makeup.Original} {
		t.add(s.percentage(p, known))
	}
	t.add(s.number(a.FurnitureWords))
	for _, v := range []string{a.URL, a.File, a.Published} {
		t.text(v)
	}
	return errors.Join(err, t.end())
}

func (b *book) passage(a *report.Article, i int) error {
	t, s, p := b.passages, &b.styles, &a.Passages[i]
	t.text(a.Cluster)
	err := t.linked(a.ID, b.address(a.Cluster, a.ID, p.Start, p.End))
	t.add(s.number(i+1), s.number(p.Start), s.number(p.End))
	t.text(p.Label)
	t.text(p.Direction)
	t.text(p.SourceArticle)
	if p.SourceEnd != 0 {
		t.add(s.number(p.SourceStart), s.number(p.SourceEnd))
	} else {
		t.add(nil, nil)
	}
	t.add(s.similarity(p.Similarity))
	t.text(p.Speaker)
	t.add(s.number(p.ReusedBy), s.number(p.Words))
	t.text(p.Text)
	t.text(p.SourceText)
	return errors.Join(err, t.end())
}

func (b *book) credit(a *report.Article, c *report.Credit) error {
	t, s := b.credits, &b.styles
	t.text(a.Cluster)
	err := t.linked(a.ID, b.address(a.Cluster, a.ID, c.Start, c.End))
	t.text(a.Outlet)
	t.add(s.number(c.Start), s.number(c.End))
	main := report.No
	if c.Main {
		main = report.Yes
	}
	for _, v := range []string{c.Outlet, c.Domain, c.Kind, c.Cue, c.Via, main, c.Text} {
		t.text(v)
	}
	return errors.Join(err, t.end())
}

func (b *book) Story(s *report.Story) error {
	t, style := b.stories, &b.styles
	t.text(s.ID)
	t.text(s.Headline)
	t.add(style.number(s.Articles), style.number(s.Outlets), style.number(s.Clusters), style.number(s.OwnReports),
		style.date(s.FirstPublished), style.date(s.LastPublished))
	return wrap(t.end())
}

func (b *book) Cluster(c *report.Cluster) error {
	t, s := b.clusters, &b.styles
	err := t.linked(c.ID, b.address(c.ID, "", 0, 0))
	t.text(c.Upstream)
	t.text(c.UpstreamPresent)
	t.add(s.number(c.Articles), s.number(c.Families), s.number(c.Outlets), s.date(c.FirstPublished), s.date(c.LastPublished))
	t.text(c.Headline)
	t.text(c.OriginArticle)
	t.add(s.number(c.Uncredited))
	return wrap(errors.Join(err, t.end()))
}

// Problem does nothing: problems.csv lists them.
func (b *book) Problem(*report.Problem) error { return nil }

// Close writes the file.
func (b *book) Close() error {
	var errs []error
	tables := []*table{b.stories, b.clusters, b.articles, b.passages, b.credits}
	for _, t := range tables {
		errs = append(errs, t.finish())
	}
	errs = append(errs, b.about(tables))
	if err := errors.Join(errs...); err != nil {
		return wrap(errors.Join(err, b.file.Close()))
	}
	return wrap(errors.Join(b.write(), b.file.Close()))
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
