package page

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/internal/fault"
	"wiretrace/report"
)

// Bounds of a page, in bytes, and of a cluster's pages.
const (
	room        = 760 << 10 // for fragments and rows of the table
	rowSize     = 400       // about what a row of the table takes
	mostMembers = 20000     // articles of one cluster that have their text on a page
	opened      = 8         // texts that stand open when a page comes up
)

// Pages are a form of a report: see report.Form. They keep a line for each
// story and cluster until Close, some hundred bytes for each article of a story,
// and of the cluster at hand a few hundred for each article.
type Pages struct {
	dir        string // of the report
	index      index
	list       list
	publishers publishers
	news       news

	stories map[string]*story // by id
	order   []string          // their ids, as they came
	told    spool             // the rows of their reports

	// The cluster whose articles come now.
	id       string
	members  []member
	rest     int // articles beyond mostMembers
	spool    spool
	wordings []wording
	buf      bytes.Buffer
	frag     []byte
	rebuilt  bool // texts are what passages.csv has of them

	files *files
}

// About is what the pages say of the run that wrote them. All of it may be left out.
type About struct {
	Began    time.Time
	Version  string
	Asked    string         // the flags that were given
	Workbook bool           // there is a report.xlsx too
	Report   report.Options // as the report is written, which gives files their names
}

// New begins pages that say so much of the run.
func New(a About) report.NewForm {
	return func(dir string) (report.Form, error) {
		f, err := begin(dir)
		if err != nil {
			return nil, err
		}
		f.index.about = a
		return f, nil
	}
}

func begin(dir string) (*Pages, error) {
	pages := filepath.Join(dir, report.PagesDir)
	if err := os.Mkdir(pages, 0o777); err != nil {
		return nil, err
	}
	return &Pages{dir: dir, news: news{rows: spool{dir: pages}}, list: list{dir: dir, words: new(vocabulary)}, stories: map[string]*story{}, told: spool{dir: pages}, spool: spool{dir: pages}, files: openFiles(pages)}, nil
}

// Article takes one article. Those of no cluster have a row in the list of all, and
// on the page of their story if they are of one.
func (p *Pages) Article(a *report.Article) error {
	p.index.articles++
	known := sync.OnceValue(func() member { return newMember(a) })
	var errs []error
	for _, take := range []func(*report.Article, func() member) error{p.list.add, p.news.add, p.tell, p.clustered} {
		errs = append(errs, fault.Guard(func() error { return take(a, known) }))
	}
	return errors.Join(errs...)
}

// clustered takes an article if it is of a cluster.
func (p *Pages) clustered(a *report.Article, known func() member) error {
	if a.Cluster == "" {
		return nil
	}
	if a.Cluster != p.id {
		p.begin(a.Cluster)
	}
	return p.add(a, known())
}

// member takes an article of the cluster at hand.
func (p *Pages) member(a *report.Article) error { return p.add(a, newMember(a)) }

// add is member for an article of which it is known what is kept.
func (p *Pages) add(a *report.Article, m member) error {
	if len(p.members) == mostMembers {
		p.rest++
		return nil
	}
	p.wordings = wordings(p.wordings, a, m.key)
	if err := p.piece(a, &m); err != nil {
		return err
	}
	p.members = append(p.members, m)
	return nil
}

// Expect is told how many articles will come.
func (p *Pages) Expect(articles int) error {
	p.list.total = articles
	return nil
}

// Bounds is told what the run left out.
func (p *Pages) Bounds(b *report.Bounds) error {
	p.index.bounds = *b
	return nil
}

// begin makes ready for the articles of a cluster.
func (p *Pages) begin(id string) {
	p.id = id
	clear(p.members)
	p.members, p.wordings, p.rest = p.members[:0], p.wordings[:0], 0
	p.spool.empty()
}

// Problem counts a problem.
func (p *Pages) Problem(x *report.Problem) error {
	p.index.problems.Add(x)
	return nil
}

// Cluster writes the pages and drawings of the cluster whose articles came
// last. If that panics, a page that says so stands in the place of the first, for
// others lead there.
func (p *Pages) Cluster(c *report.Cluster) error {
	if p.id == "" {
		p.begin(c.ID) // each of its articles panicked
	}
	if c.ID != p.id {
		return fmt.Errorf("page: cluster %s comes without its articles", c.ID)
	}
	err := fault.Guard(func() error { return p.cluster(c) })
	p.begin("")
	if !fault.Is(err) {
		return err
	}
	stub := fmt.Sprintf("<!doctype html><meta charset=\"utf-8\"><title>%s</title><p>This page could not be made, as problems.csv says. What is known of the cluster is in report.csv.", template.HTMLEscapeString(c.ID))
	return errors.Join(err, p.files.write(partName(fileName(c.ID), 0), []byte(stub)))
}

func (p *Pages) cluster(c *report.Cluster) error {
	file := fileName(c.ID)
	p.index.count(c)
	v := newView(c, file, p.members, p.rest)
	v.Passages = p.index.about.Report.PassagesName()
	if s := p.storyOf(); s != nil {
		s.ranks[c.ID] = len(s.clusters)
		s.clusters = append(s.clusters, clusterOf{c.ID, file, clip(c.Upstream, 60), c.UpstreamPresent == report.Yes, c.Families, c.Uncredited})
		v.within(s)
	} else {
		p.index.add(c, file, p.members)
	}
	parts := p.divide(file)
	v.link = linker(p.members, parts)
	v.Quotations = quotations(p.wordings, p.members, func(h hole) template.HTML { return v.link(h, 0) })
	if err := p.drawings(v); err != nil {
		return err
	}
	for i := range parts {
		if err := p.part(v, parts, i); err != nil {
			return err
		}
	}
	return nil
}

// storyOf returns the story of the cluster at hand, nil if it is of none.
func (p *Pages) storyOf() *story {
	if len(p.members) == 0 {
		return nil
	}
	return p.stories[p.members[0].story]
}

// Close writes the pages of the stories and the index. A page that panics is not
// there.
func (p *Pages) Close() error {
	p.index.news = len(p.news.items) + p.news.rest
	var errs []error
	for _, work := range []func() error{
		p.spool.close, p.files.close,
		p.writeStories, p.told.close,
		func() error { return p.news.write(p.dir, &p.index.about) }, p.news.rows.close,
		p.list.close,
		func() error { return p.publishers.write(p.dir) },
		func() error { return p.index.write(p.dir) },
	} {
		errs = append(errs, fault.Guard(work))
	}
	return errors.Join(errs...)
}

// A part is one page of a cluster: the articles from first to before end.
type part struct {
	file       string
	first, end int
}

// divide spreads the articles over pages, none larger than a browser likes.
func (p *Pages) divide(file string) []part {
	parts := []part{{file: partName(file, 0)}}
	used := 200 << 10 // the drawings and quotations of the first page
	for i := range p.members {
		m := &p.members[i]
		last := &parts[len(parts)-1]
		if used+m.size+rowSize > room && last.first < i {
			parts = append(parts, part{file: partName(file, len(parts)), first: i})
			last, used = &parts[len(parts)-1], 0
		}
		used += m.size + rowSize
		m.part = len(parts) - 1
		last.end = i + 1
	}
	return parts
}

// linker returns what makes a link to an article from a page: to the article,
// or to a place in its text.
func linker(members []member, parts []part) func(h hole, from int) template.HTML {
	place := make(map[string]int, len(members))
	for i := range members {
		place[members[i].key] = i
	}
	return func(h hole, from int) template.HTML {
		i, here := place[h.key]
		if !here {
			return template.HTML(h.id) // escaped when the hole was made
		}
		m := &members[i]
		b := append([]byte(nil), `<a href="`...)
		if m.part != from {
			b = append(b, parts[m.part].file...)
		}
		b = append(append(b, '#'), h.key...)
		if h.end > 0 {
			b = fmt.Appendf(b, ":%d-%d", h.start, h.end)
		}
		b = appendText(append(b, `">`...), m.name())
		return template.HTML(append(b, "</a>"...))
	}
}

// part writes the i-th page of a cluster.
func (p *Pages) part(v *view, parts []part, i int) error {
	if err := p.render(v, parts, i); err != nil {
		return err
	}
	return p.files.write(parts[i].file, bytes.Clone(p.buf.Bytes()))
}

// render puts the i-th page of a cluster into the buffer.
func (p *Pages) render(v *view, parts []part, i int) error {
	v.Part = i + 1
	v.Parts = nil
	if len(parts) > 1 {
		for k, q := range parts {
			text := fmt.Sprintf("articles %s to %s", grouped(q.first+1), grouped(q.end))
			v.Parts = append(v.Parts, turn{q.file, text, k == i})
		}
	}
	v.rows(p.members[parts[i].first:parts[i].end], i)
	p.buf.Reset()
	if err := v.ExecuteTemplate(&p.buf, "top", v); err != nil {
		return fmt.Errorf("page of cluster %s: %w", v.ID, err)
	}
	if err := p.pieces(&p.buf, v, parts[i], i); err != nil {
		return err
	}
	if err := v.ExecuteTemplate(&p.buf, "bottom", v); err != nil {
		return fmt.Errorf("page of cluster %s: %w", v.ID, err)
	}
	return nil
}

// pieces writes the texts of one page, the i-th of its cluster.
func (p *Pages) pieces(b *bytes.Buffer, v *view, of part, i int) error {
	for k := of.first; k < of.end; k++ {
		m := &p.members[k]
		fragment, err := p.spool.read(p.frag, m.at, m.size)
		if err != nil {
			return err
		}
		if m.at < p.spool.size {
			p.frag = fragment
		}
		fill(b, fragment, func(h hole) template.HTML { return v.link(h, i) })
	}
	return nil
}

// fill writes a fragment with its holes filled.
func fill(b *bytes.Buffer, fragment []byte, link func(h hole) template.HTML) {
	for {
		text, rest, found := bytes.Cut(fragment, []byte{0})
		b.Write(text)
		if !found {
			return
		}
		inner, rest, _ := bytes.Cut(rest, []byte{0})
		b.WriteString(string(link(parseHole(string(inner)))))
		fragment = rest
	}
}

// drawings makes the graph and the timeline, for the page and as files.
func (p *Pages) drawings(v *view) error {
	roots, drawn := p.draw(v, func(m *member) string {
		if m.part == 0 {
			return "#" + m.key
		}
		return partName(v.File, m.part) + "#" + m.key
	})
	if err := p.files.write(v.File+"-graph.svg", graph(roots, nil).file(v.Heading)); err != nil || !drawn {
		return err
	}
	return p.files.write(v.File+"-timeline.svg", timeline(p.members, nil).file(v.Heading))
}

// draw makes the graph and the timeline for the page. It returns what the graph
// is of, and whether there is a timeline.
func (p *Pages) draw(v *view, address func(m *member) string) (roots []*node, dated bool) {
	roots = tree(p.members, atAGlance)
	if slices.ContainsFunc(roots, (*node).holdsMore) {
		whole := tree(p.members, unfolded)
		shown := 0
		for _, n := range whole {
			shown += n.drawn()
		}
		v.InGraph = number(shown, "article")
		v.WholeGraph = template.HTML(graph(whole, address).inPage("whole", "Whole graph of sources: "+v.Heading))
	}
	v.Graph = template.HTML(graph(roots, address).inPage("graph", "Graph of sources: "+v.Heading))
	d := timeline(p.members, address)
	if d == nil {
		return roots, false
	}
	v.Timeline = template.HTML(d.inPage("timeline", "Times of publication: "+v.Heading))
	return roots, true
}

// partName returns the name of the i-th page of a cluster.
func partName(file string, i int) string {
	if i == 0 {
		return file + ".html"
	}
	return file + "-" + strconv.Itoa(i+1) + ".html"
}

// fileName returns a name for the files of a cluster: its id, if that is safe
// as one on every system.
func fileName(id string) string {
	safe := len(id) > 0 && len(id) <= 64 && strings.IndexFunc(id, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}) < 0
	if safe && id[0] != '-' {
		return id
	}
	return fmt.Sprintf("x%016x", xxh3.HashString(id))
}
