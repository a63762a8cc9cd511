package report

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"wiretrace/row"
)

// Options say how a report is written. The zero value is the usual form.
type Options struct {
	NoBOM       bool      // leave the byte order mark of the CSV files out
	Separator   Separator // of the cells of the CSV files
	AllPassages bool      // write the passages of articles too of which neither another report nor a source is known
	NoFurniture bool      // leave passages that are furniture out of passages.csv; report.jsonl has them always
	Archived    bool      // report.csv ends with cluster_first_seen and article_first_seen

	Objects  Objects     // what report.jsonl holds
	Compress Compression // of report.jsonl and passages.csv, the largest files

	Forms []NewForm // forms to write beside the CSV files and report.jsonl

	// Inject, if not nil, is called before each row of a file is written, with the name
	// of the file and the id of what the row is of, so that a test can panic there.
	Inject func(file, id string)
}

// A Writer writes one report. Its methods are called from one goroutine, in
// the order of the report: the stories, then the articles, those of a cluster
// one after the other and after them their Cluster, then the outlets and what they
// have from each other. So whoever writes an article
// knows its story. Problems may come at any time. After an error only Abort may
// follow.
//
// Rows go to disk as they come, so a Writer's memory does not grow with their
// number. What it is given is its own from then on: forms may still be reading
// it a few calls later.
type Writer struct {
	folder *folder
	o      Options

	articles, passages, links, credits, quotations, stories, clusters, outlets, flows, problems *table

	news map[string]*table // of new.csv, by kind: put together in the end; nil without an archive

	objects  *lines // nil if the report has none
	offsets  bool   // the parts of an article in objects are without their text
	forms    []*formWriter
	faults   faults
	panics   int // those that problems.csv tells of, once it is finished
	finished bool
}

// Names of the files of a report.
const (
	articlesFile = "report.csv"
	passagesFile = "passages.csv"
	linksFile    = "links.csv"
	creditsFile  = "credits.csv"
	quotesFile   = "quotes.csv"
	storiesFile  = "stories.csv"
	clustersFile = "clusters.csv"
	outletsFile  = "outlets.csv"
	flowsFile    = "flows.csv"
	newFile      = "new.csv"
	ProblemsFile = "problems.csv"
	objectsFile  = "report.jsonl"
)

// Create begins a report that will stand in the folder dir, whose parents are
// made where they are missing. It fails at once, and changes nothing, where
// the report could not be put in the end: if dir is a file, a folder that is
// neither empty nor wholly a report, a mount point or the current folder, or
// if another Writer is at work on it a second later still (ErrBusy).
//
// Until Commit, everything is in a hidden folder beside dir, and what stood at
// dir stays. Leftovers of Writers that were killed are cleared away, those of
// other reports in the same folder too.
func Create(dir string, o Options) (w *Writer, err error) {
	folder, err := prepare(dir)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	w = &Writer{folder: folder, o: o, offsets: o.Objects == OffsetsObjects}
	for _, t := range w.tables() {
		if *t.table, err = createTable(folder.temporary, t.name, &o, t.header); err != nil {
			w.Abort()
			return nil, fmt.Errorf("report: %w", err)
		}
	}
	if o.Archived {
		w.news = map[string]*table{}
	}
	if o.Objects != NoObjects {
		if w.objects, err = createLines(folder.temporary, objectsFile, &o); err != nil {
			w.Abort()
			return nil, fmt.Errorf("report: %w", err)
		}
	}
	for _, begin := range o.Forms {
		form, err := begin(folder.temporary)
		if err != nil {
			w.Abort()
			return nil, fmt.Errorf("report: %w", err)
		}
		w.forms = append(w.forms, startForm(form))
	}
	return w, nil
}

// Expect tells how many articles will come, those of clusters and
// those that stand alone, so that report.jsonl and the forms may be made for as many. It
// may be left out, and is called before the first article or problem.
func (w *Writer) Expect(articles int) error {
	w.offsets = w.o.Objects.OffsetsOf(articles)
	err := w.each("", "number of articles", func(f Form) error {
		if e, ok := f.(expecter); ok {
			return e.Expect(articles)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Article writes one article.
func (w *Writer) Article(a *Article) error {
	err := errors.Join(w.row(w.articles, articlesFile, a.File, a.ID, func() { w.cells(w.articles, a) }), w.addNews(a))
	passages := a.Passages
	if !w.o.AllPassages && !a.Traced() {
		passages = nil
	}
	err = errors.Join(err,
		w.passageRows(a, passages),
		rows(w, w.links, linksFile, a, a.Links),
		rows(w, w.credits, creditsFile, a, a.Credits),
		rows(w, w.quotations, quotesFile, a, a.Quotes),
		w.object(a, passages),
		w.each(a.File, "it is", func(f Form) error { return f.Article(a) }))
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// passageRows writes the rows of passages.csv of an article.
func (w *Writer) passageRows(a *Article, passages []Passage) error {
	for i := range passages {
		p := &passages[i]
		if p.Label == Furniture && w.o.NoFurniture {
			continue
		}
		err := w.row(w.passages, passagesFile, a.File, a.ID, func() {
			p.Place(w.passages, a)
			p.Cells(w.passages, i+1)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addNews writes the row of new.csv of an article, if it has one, to a file of its
// kind beside: the kinds stand one after the other, while the rows come cluster by
// cluster.
func (w *Writer) addNews(a *Article) error {
	if a.News == "" || w.news == nil {
		return nil
	}
	t := w.news[a.News]
	if t == nil {
		f, err := createFile(w.folder.temporary, "."+newFile+"-"+a.News)
		if err != nil {
			return err
		}
		t = newTable(f, &w.o)
		w.news[a.News] = t
	}
	return w.row(t, newFile, a.File, a.ID, func() { a.NewsCells(t) })
}

// finishNews puts new.csv together.
func (w *Writer) finishNews() error {
	if w.news == nil {
		return nil
	}
	var header columns
	new(Article).NewsCells(&header)
	all, err := createTable(w.folder.temporary, newFile, &w.o, header)
	if err != nil {
		return err
	}
	all.write(all.b)
	for _, kind := range NewsOrder {
		t := w.news[kind]
		if t == nil {
			continue
		}
		delete(w.news, kind)
		path := t.f.Name()
		err = errors.Join(err, t.finish(t.b), all.append(path), os.Remove(path))
	}
	return errors.Join(err, all.finish(nil))
}

// Story writes one story, before the first article.
func (w *Writer) Story(s *Story) error {
	err := w.row(w.stories, storiesFile, "", s.ID, func() { s.Cells(w.stories) })
	if err := errors.Join(err, w.each("", "story "+s.ID, func(f Form) error { return f.Story(s) })); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Cluster writes one cluster, after its articles.
func (w *Writer) Cluster(c *Cluster) error {
	err := w.row(w.clusters, clustersFile, "", c.ID, func() { c.Cells(w.clusters) })
	if err := errors.Join(err, w.each("", "cluster "+c.ID, func(f Form) error { return f.Cluster(c) })); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Outlet writes one outlet, after all articles.
func (w *Writer) Outlet(o *Publisher) error {
	err := w.row(w.outlets, outletsFile, "", o.Name, func() { o.Cells(w.outlets) })
	if err := errors.Join(err, w.each("", "outlet "+o.Name, func(f Form) error { return f.Outlet(o) })); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Flow writes what one outlet has from another, after all outlets.
func (w *Writer) Flow(x *Flow) error {
	err := w.row(w.flows, flowsFile, "", x.To, func() { x.Cells(w.flows) })
	if err := errors.Join(err, w.each("", "flow of an outlet", func(f Form) error { return f.Flow(x) })); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Problem writes one input that could not be read.
func (w *Writer) Problem(p *Problem) error {
	err := w.row(w.problems, ProblemsFile, p.File, p.File, func() { p.Cells(w.problems) })
	if err := errors.Join(err, w.each(p.File, "a problem", func(f Form) error { return f.Problem(p) })); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Bounds tells the forms what the run left out, after all rows.
func (w *Writer) Bounds(b *Bounds) error {
	err := w.each("", "bounds", func(f Form) error {
		if f, ok := f.(bounded); ok {
			return f.Bounds(b)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Finish completes the report beside its place and sees it on disk, so that
// nothing but a rename is left for Commit. After it only Commit and Abort may
// follow.
func (w *Writer) Finish() error {
	if err := w.finish(); err != nil {
		w.folder.abandon()
		return fmt.Errorf("report: %w", err)
	}
	w.finished = true
	return nil
}

// Faults returns over how many rows the tables and the forms panicked, each a row of
// problems.csv up to a bound. It is known after Finish or Commit.
func (w *Writer) Faults() int { return w.panics }

// Lost notes that the report lacks something that could not be made, since that
// panicked: it becomes a row of problems.csv.
func (w *Writer) Lost(what string, panicked error) { w.faults.add("", what, panicked) }

// Commit puts the finished report in its place. On error nothing has changed
// there.
func (w *Writer) Commit() (err error) {
	if !w.finished {
		err = w.finish()
	}
	if err == nil {
		err = w.folder.replace()
	}
	if err != nil {
		w.folder.abandon()
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// Abort throws away what was written. After Commit it does nothing.
func (w *Writer) Abort() {
	for _, t := range w.tables() {
		if *t.table != nil {
			(*t.table).discard()
		}
	}
	for _, t := range w.news {
		t.discard()
	}
	if w.objects != nil {
		w.objects.discard()
	}
	for _, f := range w.forms {
		_ = f.close()
	}
	w.forms = nil
	w.folder.abandon()
}

// cells writes the columns of report.csv.
func (w *Writer) cells(c row.Cells, a *Article) {
	a.Cells(c)
	if w.o.Archived {
		c.Text("cluster_first_seen", a.ClusterFirstSeen)
		c.Text("article_first_seen", a.FirstSeen)
		c.Text("changed_since", a.ChangedSince)
		c.Text("news", a.News)
	}
}

// object writes the line of report.jsonl of one article.
func (w *Writer) object(a *Article, passages []Passage) error {
	o := w.objects
	if o == nil {
		return nil
	}
	before := len(o.b)
	err := w.guard(objectsFile, a.ID, func() {
		o.b = append(o.b, '{')
		o.Text("id", a.ID)
		w.cells(o, a)
		o.Text("text", a.Text)
	})
	if err != nil {
		o.b = o.b[:before]
		w.faults.add(a.File, objectsFile+" lacks "+a.ID, err)
		return nil
	}
	o.b = o.drain(o.b) // a large article goes to the file in pieces
	var parts row.Cells = o
	if w.offsets {
		parts = textless{o}
	}
	array(w, parts, "passages", a, passages)
	array(w, parts, "credits", a, a.Credits)
	array(w, parts, "quotes", a, a.Quotes)
	array(w, parts, "links", a, a.Links)
	o.b = append(o.b, '}')
	return o.end()
}

// A part is a row that belongs to an article.
type part[T any] interface {
	*T
	Place(c row.Cells, a *Article)
	Cells(c row.Cells, n int)
}

// rows writes the parts of one kind, one row each.
func rows[T any, P part[T]](w *Writer, t *table, name string, a *Article, parts []T) error {
	for i := range parts {
		err := w.row(t, name, a.File, a.ID, func() {
			P(&parts[i]).Place(t, a)
			P(&parts[i]).Cells(t, i+1)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// array writes the parts of one kind as a member of the article's object,
// without the columns that say whose they are. Their cells go by way of to, which
// writes to the objects. One that panics is left out.
func array[T any, P part[T]](w *Writer, to row.Cells, name string, a *Article, parts []T) {
	o := w.objects
	o.key(name)
	o.b = append(o.b, '[')
	for i := range parts {
		before := len(o.b)
		err := w.guard(objectsFile+" "+name, a.ID, func() {
			o.comma()
			o.b = append(o.b, '{')
			P(&parts[i]).Cells(to, i+1)
			o.b = append(o.b, '}')
		})
		if err != nil {
			o.b = o.b[:before]
			w.faults.add(a.File, fmt.Sprintf("%s lacks one of the %s of %s", objectsFile, name, a.ID), err)
			continue
		}
		o.b = o.drain(o.b)
	}
	o.b = append(o.b, ']')
}

// A place is where a table of a Writer lies, and what it is.
type place struct {
	table  **table
	name   string
	header columns
}

// tables returns the tables of a report.
func (w *Writer) tables() []place {
	var a Article
	var article, story, cluster, outlet, flow, problem columns
	w.cells(&article, &a)
	new(Story).Cells(&story)
	new(Cluster).Cells(&cluster)
	new(Publisher).Cells(&outlet)
	new(Flow).Cells(&flow)
	new(Problem).Cells(&problem)
	return []place{
		{&w.articles, articlesFile, article},
		{&w.passages, passagesFile, header(new(Passage))},
		{&w.links, linksFile, header(new(Link))},
		{&w.credits, creditsFile, header(new(Credit))},
		{&w.quotations, quotesFile, header(new(Quote))},
		{&w.stories, storiesFile, story},
		{&w.clusters, clustersFile, cluster},
		{&w.outlets, outletsFile, outlet},
		{&w.flows, flowsFile, flow},
		{&w.problems, ProblemsFile, problem},
	}
}

func header[T any, P part[T]](p P) (c columns) {
	p.Place(&c, new(Article))
	p.Cells(&c, 1)
	return c
}

// tellFaults writes the rows of problems.csv that tell of panics.
func (w *Writer) tellFaults(f *faults) error {
	rows, panics := f.all()
	w.panics += panics
	for i := range rows {
		rows[i].Cells(w.problems)
		if err := w.problems.end(); err != nil {
			return err
		}
	}
	return nil
}

// finish finishes all files.
func (w *Writer) finish() error {
	var errs []error
	var needed []string
	for _, f := range w.forms {
		errs = append(errs, f.close())
		errs = append(errs, w.tellFaults(&f.faults))
	}
	errs = append(errs, w.tellFaults(&w.faults))
	for _, t := range w.tables() {
		errs = append(errs, (*t.table).finish((*t.table).b))
		needed = append(needed, filepath.Base((*t.table).f.Name()))
	}
	errs = append(errs, w.finishNews())
	if w.objects != nil {
		errs = append(errs, w.objects.finish(w.objects.b))
		needed = append(needed, filepath.Base(w.objects.f.Name()))
	}
	errs = append(errs, w.folder.noteNames(needed))
	if len(w.forms) > 0 {
		errs = append(errs, syncTree(w.folder.temporary))
	}
	w.forms = nil
	return errors.Join(errs...)
}
