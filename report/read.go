package report

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"

	"wiretrace/row"
)

// Rows take the rows of a report as it is read. Those that are nil are passed
// over.
type Rows struct {
	Problem func(*Problem) error
	Story   func(*Story) error
	Article func(*Article) error
	Cluster func(*Cluster) error
	Outlet  func(*Publisher) error
	Flow    func(*Flow) error
}

// Read reads a report back from its folder, row by row and in the order in
// which it was written: the problems, the stories, then the articles, and each
// cluster after its articles, then outlets and flows. It stops at the first error
// of one of rows.
//
// Of the columns it takes those of the files that programs read: report.jsonl,
// stories.csv, clusters.csv, outlets.csv, flows.csv and problems.csv. Reports of
// versions that knew no stories or outlets have none. Where report.jsonl has parts of a
// text by offsets alone, they come with their text, but not that of their sources (see
// ReadCluster); where there is no report.jsonl, articles come from the tables (see
// HasObjects).
func Read(dir string, rows Rows) error {
	if !IsReport(dir) {
		return NoReport(dir)
	}
	rows.fill()
	for _, read := range []func() error{
		func() error { return eachRow(dir, ProblemsFile, (*tableReader).problem, rows.Problem) },
		func() error { return eachRow(dir, storiesFile, (*tableReader).story, rows.Story) },
		func() error { return readArticles(dir, rows) },
		func() error { return eachRow(dir, outletsFile, (*tableReader).outlet, rows.Outlet) },
		func() error { return eachRow(dir, flowsFile, (*tableReader).flow, rows.Flow) },
	} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// NoReport is the error for a folder that is none of a report, or is not there.
func NoReport(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such folder, so no wiretrace report", dir)
	}
	return fmt.Errorf("%s: is no wiretrace report", dir)
}

// readArticles reads the articles, and clusters.csv beside them.
func readArticles(dir string, rows Rows) error {
	clusters, err := openTable(dir, clustersFile)
	if err != nil {
		return err
	}
	defer clusters.close()
	articles, err := openArticles(dir)
	if err != nil {
		return err
	}
	defer articles.close()
	// finish passes the row of the cluster on whose articles have come.
	finish := func(id string) error {
		if id == "" {
			return nil
		}
		if !clusters.next() || clusters.text("cluster") != id {
			return errors.Join(fmt.Errorf("%s: no row for cluster %s in its place", clustersFile, id), clusters.err)
		}
		return rows.Cluster(clusters.cluster())
	}
	last := ""
	for {
		a, err := articles.next()
		if errors.Is(err, io.EOF) {
			return finish(last)
		}
		if err != nil {
			return err
		}
		if a.Cluster != last {
			if err := finish(last); err != nil {
				return err
			}
			last = a.Cluster
		}
		if err := rows.Article(a); err != nil {
			return err
		}
	}
}

// An articleReader reads the articles of a report in their order.
type articleReader interface {
	next() (*Article, error) // io.EOF after the last
	close()
}

func openArticles(dir string) (articleReader, error) {
	f, err := openPart(dir, objectsFile)
	if errors.Is(err, os.ErrNotExist) {
		return openRebuilt(dir)
	}
	if err != nil {
		return nil, err
	}
	return &objectReader{f: f, d: json.NewDecoder(bufio.NewReaderSize(f, chunk))}, nil
}

// An objectReader reads report.jsonl.
type objectReader struct {
	f io.ReadCloser
	d *json.Decoder
	n int
}

func (o *objectReader) close() { o.f.Close() }

func (o *objectReader) next() (*Article, error) {
	var r record
	o.n++
	if err := o.d.Decode(&r); errors.Is(err, io.EOF) {
		return nil, io.EOF
	} else if err != nil {
		return nil, fmt.Errorf("%s: line %d: %w", objectsFile, o.n, err)
	}
	a := r.article()
	fillTexts(a)
	return a, nil
}

// HasObjects reports whether the report in dir has a report.jsonl. Without it, Read
// puts texts together from passages.csv as far as that has them.
func HasObjects(dir string) bool {
	f, err := openPart(dir, objectsFile)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// openPart opens a file of a report, compressed or not. What is read is not compressed.
func openPart(dir, name string) (io.ReadCloser, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if !errors.Is(err, os.ErrNotExist) {
		return f, err
	}
	missing := err // is told of, rather than the name that few reports have
	if f, err = os.Open(filepath.Join(dir, name+compressedExtension)); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			err = missing
		}
		return nil, err
	}
	z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return &decompressed{z, f}, nil
}

// decompressed is a file that is decompressed as it is read.
type decompressed struct {
	*zstd.Decoder
	f *os.File
}

func (d *decompressed) Close() error {
	d.Decoder.Close()
	return d.f.Close()
}

// fill sets what is nil.
func (r *Rows) fill() {
	if r.Problem == nil {
		r.Problem = func(*Problem) error { return nil }
	}
	if r.Story == nil {
		r.Story = func(*Story) error { return nil }
	}
	if r.Article == nil {
		r.Article = func(*Article) error { return nil }
	}
	if r.Cluster == nil {
		r.Cluster = func(*Cluster) error { return nil }
	}
	if r.Outlet == nil {
		r.Outlet = func(*Publisher) error { return nil }
	}
	if r.Flow == nil {
		r.Flow = func(*Flow) error { return nil }
	}
}

// eachRow hands the rows of a table to use. One that is not there, as in reports of
// older versions, has none.
func eachRow[T any](dir, name string, row func(*tableReader) *T, use func(*T) error) error {
	t, err := openTable(dir, name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer t.close()
	for t.next() {
		if err := use(row(t)); err != nil {
			return err
		}
	}
	return t.err
}

// A record is an object of report.jsonl, as far as its members differ from the
// fields of an Article.
type record struct {
	Article
	ID            string      `json:"id"`
	SourceArticle string      `json:"source_article"`
	SourceOutlet  string      `json:"source_outlet"`
	UpstreamKind  string      `json:"upstream_kind"`
	CreditChain   string      `json:"credit_chain"`
	OtherSources  string      `json:"other_sources"`
	Copied        float64     `json:"copied_pct"`
	Edited        float64     `json:"edited_pct"`
	Reworded      float64     `json:"reworded_pct"`
	Quoted        float64     `json:"quoted_pct"`
	Original      float64     `json:"original_pct"`
	Furniture     int         `json:"furniture_words"`
	FirstSeen     string      `json:"article_first_seen"`
	ClusterSeen   string      `json:"cluster_first_seen"`
	ChangedSince  string      `json:"changed_since"`
	Column        string      `json:"article"` // the same as id; taken here lest it be taken for the Article
	Passages      []passage   `json:"passages"`
	Credits       []creditRow `json:"credits"`
	Quotes        []quoteRow  `json:"quotes"`
	Links         []linkRow   `json:"links"`
}

type passage struct {
	Passage
	SourceArticle string `json:"source_article"`
	SourceStart   int    `json:"source_start"`
	SourceEnd     int    `json:"source_end"`
	ReusedBy      int    `json:"reused_by"`
	SourceText    string `json:"source_text"`
}

type creditRow struct {
	Credit
	Main string `json:"main"`
}

type quoteRow struct {
	Quote
	FirstArticle string `json:"first_article"`
}

type linkRow struct {
	Link
	SourceArticle string  `json:"source_article"`
	SourceOutlet  string  `json:"source_outlet"`
	ShareArticle  float64 `json:"share_article"`
	ShareSource   float64 `json:"share_source"`
}

// article returns the article that was written as r.
func (r *record) article() *Article {
	a := &r.Article
	a.ID, a.SourceArticle, a.SourceOutlet, a.FurnitureWords = r.ID, r.SourceArticle, r.SourceOutlet, r.Furniture
	a.UpstreamKind, a.OtherSources = r.UpstreamKind, r.OtherSources
	a.FirstSeen, a.ClusterFirstSeen, a.ChangedSince = r.FirstSeen, r.ClusterSeen, r.ChangedSince
	if r.CreditChain != "" {
		a.CreditChain = strings.Split(r.CreditChain, row.ChainSeparator)
	}
	a.Makeup = Makeup{
		Copied: tenths(r.Copied), Edited: tenths(r.Edited), Reworded: tenths(r.Reworded), Quoted: tenths(r.Quoted), Original: tenths(r.Original),
	}
	for _, p := range r.Passages {
		p.Passage.SourceArticle, p.Passage.SourceStart, p.Passage.SourceEnd = p.SourceArticle, p.SourceStart, p.SourceEnd
		p.Passage.ReusedBy, p.Passage.SourceText = p.ReusedBy, p.SourceText
		a.Passages = append(a.Passages, p.Passage)
	}
	for _, c := range r.Credits {
		c.Credit.Main = c.Main == Yes
		a.Credits = append(a.Credits, c.Credit)
	}
	for _, q := range r.Quotes {
		q.Quote.FirstArticle = q.FirstArticle
		a.Quotes = append(a.Quotes, q.Quote)
	}
	for _, l := range r.Links {
		l.Link.SourceArticle, l.Link.SourceOutlet = l.SourceArticle, l.SourceOutlet
		l.Link.ShareArticle, l.Link.ShareSource = l.ShareArticle, l.ShareSource
		a.Links = append(a.Links, l.Link)
	}
	return a
}

// tenths returns a percentage as it was before it was printed.
func tenths(percent float64) Tenths { return Tenths(math.Round(10 * percent)) }

// A tableReader reads a CSV file of a report by the names of its columns.
type tableReader struct {
	name   string
	f      io.ReadCloser
	r      *csv.Reader
	column map[string]int
	cells  []string
	err    error
}

func openTable(dir, name string) (*tableReader, error) {
	f, err := openPart(dir, name)
	if err != nil {
		return nil, err
	}
	b := bufio.NewReader(f)
	if start, err := b.Peek(len(mark)); err == nil && string(start) == mark {
		_, _ = b.Discard(len(mark))
	}
	t := &tableReader{name: name, f: f, r: csv.NewReader(b), column: map[string]int{}}
	t.r.Comma = separatorOf(b)
	header, err := t.r.Read()
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i, column := range header {
		t.column[column] = i
	}
	t.r.ReuseRecord = true
	return t, nil
}

// separatorOf returns what stands between the cells of a table that begins here:
// the first byte after the name of its first column.
func separatorOf(b *bufio.Reader) rune {
	const longestName = 64
	start, _ := b.Peek(longestName) // a shorter table is one all the same
	for _, c := range start {
		if s := Separator(c); s == Comma || s == Semicolon || s == Tab {
			return rune(s)
		}
	}
	return rune(Comma)
}

func (t *tableReader) close() { t.f.Close() }

// next reports whether there is one more row.
func (t *tableReader) next() bool {
	cells, err := t.r.Read()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			t.err = fmt.Errorf("%s: %w", t.name, err)
		}
		return false
	}
	t.cells = cells
	return true
}

// text returns a cell as it was before it was made harmless.
func (t *tableReader) text(column string) string {
	i, there := t.column[column]
	if !there || i >= len(t.cells) {
		return ""
	}
	s := t.cells[i]
	if len(s) > 1 && s[0] == '\'' && (runs(s[1:]) || long(s[1:])) {
		return s[1:]
	}
	return s
}

func (t *tableReader) whole(column string) int {
	n, _ := strconv.Atoi(t.text(column))
	return n
}

// known is whole for a number that may be missing, which is then negative.
func (t *tableReader) known(column string) int {
	if t.text(column) == "" {
		return -1
	}
	return t.whole(column)
}

// ratio returns a number with decimals, 0 if there is none.
func (t *tableReader) ratio(column string) float64 {
	x, _ := strconv.ParseFloat(strings.Replace(t.text(column), ",", ".", 1), 64)
	return x
}

func (t *tableReader) percent(column string) Tenths { return tenths(t.ratio(column)) }

func (t *tableReader) problem() *Problem {
	return &Problem{File: t.text("file"), Record: t.whole("record"), Reason: t.text("reason"), Kind: cmp.Or(t.text("kind"), row.Lost)}
}

func (t *tableReader) outlet() *Publisher {
	o := &Publisher{
		Name: t.text("outlet"), Articles: t.whole("articles"), Own: t.whole("own"), Copied: t.whole("copied"), Rewrites: t.whole("rewritten"),
		Updates: t.whole("updates"), Words: t.whole("words"), Credited: t.whole("credited"), Uncredited: t.whole("uncredited"),
		Licensed: t.whole("licensed"), Delay: t.known("median_minutes"), TakesFrom: t.text("takes_from"), TakenBy: t.text("taken_by"), Possible: t.whole("possible"),
	}
	o.Agency = t.percent("agency_pct")
	return o
}

func (t *tableReader) flow() *Flow {
	return &Flow{
		From: t.text("from_outlet"), To: t.text("to_outlet"), Articles: t.whole("articles"), Words: t.whole("words"),
		Credited: t.whole("credited"), Uncredited: t.whole("uncredited"), Licensed: t.whole("licensed"), Possible: t.whole("possible"),
	}
}

func (t *tableReader) story() *Story {
	return &Story{
		ID: t.text("story"), Headline: t.text("headline"), Articles: t.whole("articles"), Outlets: t.whole("outlets"),
		Clusters: t.whole("clusters"), OwnReports: t.whole("own_reports"),
		FirstPublished: t.text("first_published"), LastPublished: t.text("last_published"),
	}
}

func (t *tableReader) cluster() *Cluster {
	return &Cluster{
		ID: t.text("cluster"), Upstream: t.text("upstream"), UpstreamPresent: t.text("upstream_present"),
		Articles: t.whole("articles"), Families: t.whole("families"), Outlets: t.whole("outlets"),
		FirstPublished: t.text("first_published"), LastPublished: t.text("last_published"),
		Headline: t.text("headline"), OriginArticle: t.text("origin_article"), Uncredited: t.whole("uncredited"),
		FirstCopy: t.known("first_copy_minutes"),
	}
}
