package page

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"slices"

	"wiretrace/internal/fault"
	"wiretrace/report"
)

// mostReports is how many reports of a story its page lists.
const mostReports = 2000

// A story is what is kept of a story until its page is written.
type story struct {
	report.Story
	file        string
	first, last moment
	sources     report.Sources
	kinds       kinds
	course      course
	clusters    []clusterOf
	ranks       map[string]int // the place of each in clusters, by id
	reports     []reported     // where their rows are
}

// A clusterOf is a cluster in a story.
type clusterOf struct {
	id, file, upstream string
	present            bool // the upstream's own article is in hand
	families           int
	uncredited         int
}

// A reported is a report of a story: its row lies in the spool.
type reported struct {
	group    int // of the page
	cluster  string
	when     moment
	at, size int
	seen     member // what its mark on the axis of time says, no more
	address  string // of it; empty if it is nowhere to be seen
}

// Groups of reports that are of no cluster.
const (
	ofCluster = iota
	derived   // say whose they are, and are alone in hand with it
	own
)

// Story keeps a story for its page and for those of its clusters.
func (p *Pages) Story(s *report.Story) error {
	if len(p.stories) == 0 {
		if err := os.Mkdir(filepath.Join(p.dir, report.StoryDir), 0o777); err != nil {
			return err
		}
	}
	x := &story{Story: *s, file: fileName(s.ID), ranks: map[string]int{}, first: read(s.FirstPublished), last: read(s.LastPublished)}
	x.course.from, x.course.to = x.first, x.last
	p.stories[s.ID] = x
	p.order = append(p.order, s.ID)
	return nil
}

// A reportRow is what the template of a report's row sees.
type reportRow struct {
	Address                                     string
	Elsewhere                                   bool // the address leads out of the report
	When, Outlet, Title, Role, Doubt            string
	Upstream, Others, Credited, Confidence, Why string
}

// tell takes a report of a story.
func (p *Pages) tell(a *report.Article) error {
	s := p.stories[a.Story]
	if s == nil {
		return nil
	}
	s.sources.Add(a)
	m := newMember(a)
	s.kinds.add(&m)
	s.course.add(m.when)
	p.index.reports++
	if len(s.reports) == mostReports {
		return nil
	}
	r := reported{cluster: a.Cluster, when: m.when, at: -1}
	row := newReportRow(a, &m)
	switch {
	case a.Cluster != "":
		row.Address = "../" + Address(a.Cluster, a.ID, 0, 0)
	case report.IsDerived(a):
		r.group = derived
		row.Address, row.Elsewhere = web(a.URL), true
	default:
		r.group = own
		row.Address, row.Elsewhere = web(a.URL), true
	}
	p.buf.Reset()
	if err := storyLook().ExecuteTemplate(&p.buf, "report", row); err != nil {
		return err
	}
	at, err := p.told.add(p.buf.Bytes())
	r.at, r.size = at, p.buf.Len()
	r.seen, r.address = member{id: m.id, outlet: m.outlet, title: m.title, role: m.role, when: m.when}, row.Address
	s.reports = append(s.reports, r)
	return err
}

// newReportRow makes the row of an article, but for its address.
func newReportRow(a *report.Article, m *member) reportRow {
	row := reportRow{
		When: m.when.String(), Outlet: m.outlet, Title: heading(m), Role: m.role, Upstream: m.upstream,
		Others: clip(a.OtherSources, 120), Credited: m.credited, Why: m.why,
	}
	if m.confidence != report.Certain {
		row.Doubt = m.confidence
	}
	return row
}

// A storyView is what the template of a story's page sees.
type storyView struct {
	*look
	ID, Heading, Sources, Figures, Rest string
	Timeline                            template.HTML
	Groups                              []storyGroup
}

type storyGroup struct {
	Heading, Address string // of the cluster's page
	Absent           bool
	Uncredited       string
	Rows             []template.HTML
}

// writeStories writes the pages of the stories, and gives the index its entries.
func (p *Pages) writeStories() error {
	if len(p.order) == 0 {
		return nil
	}
	files := openFiles(filepath.Join(p.dir, report.StoryDir))
	var errs []error
	for _, id := range p.order {
		err := fault.Guard(func() error {
			s := p.stories[id]
			if err := p.writeStory(s, files); err != nil {
				return err
			}
			p.index.entries = append(p.index.entries, s.entry())
			return nil
		})
		if err == nil {
			continue
		}
		errs = append(errs, fmt.Errorf("page of story %s: %w", id, err))
		if !fault.Is(err) {
			break
		}
	}
	return errors.Join(append(errs, files.close())...)
}

func (p *Pages) writeStory(s *story, files *files) error {
	v := storyView{look: storyLook(), ID: clip(s.ID, 64), Heading: clip(cmp.Or(s.Headline, "Story "+s.ID), 200)}
	here := s.sources.Count()
	v.Sources = fmt.Sprintf("%s of this event: %s.", number(here, "report"), clip(s.sources.String(), 400))
	v.Figures = number(s.Articles, "report") + " of " + number(s.Outlets, "outlet")
	if s.first.known {
		v.Figures += ", " + span(s.first, s.last)
	}
	if here < s.Articles { // --new-only
		v.Rest = fmt.Sprintf("Only %s of its %s are new and stand here; the others are in earlier reports.", grouped(here), number(s.Articles, "report"))
	} else if len(s.reports) < here {
		v.Rest = fmt.Sprintf("%s more are in report.csv.", number(here-len(s.reports), "report"))
	}
	slices.SortStableFunc(s.reports, func(x, y reported) int {
		return cmp.Or(cmp.Compare(x.group, y.group), cmp.Compare(s.rank(x.cluster), s.rank(y.cluster)), x.when.compare(y.when))
	})
	v.Timeline = s.timeline()
	for i, r := range s.reports {
		if i == 0 || r.group != s.reports[i-1].group || r.cluster != s.reports[i-1].cluster {
			v.Groups = append(v.Groups, s.group(r))
		}
		row, err := p.told.read(nil, r.at, r.size)
		if err != nil {
			return err
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Rows = append(g.Rows, template.HTML(row))
	}
	var b bytes.Buffer
	if err := v.ExecuteTemplate(&b, "story", v); err != nil {
		return err
	}
	return files.write(s.file+".html", b.Bytes())
}

// timeline draws when each report was published, those that derive from another in
// colours of their own.
func (s *story) timeline() template.HTML {
	members := make([]member, len(s.reports))
	for i, r := range s.reports {
		members[i] = r.seen
		members[i].key = r.address
	}
	d := timeline(members, func(m *member) string { return m.key })
	if d == nil {
		return ""
	}
	return template.HTML(d.inPage("timeline", "Times of publication: "+cmp.Or(s.Headline, s.ID)))
}

// rank is the place of a cluster in its story, -1 if it has not come.
func (s *story) rank(id string) int {
	if n, ok := s.ranks[id]; ok {
		return n
	}
	return -1
}

// group returns what stands above the reports of r's kind.
func (s *story) group(r reported) storyGroup {
	switch r.group {
	case derived:
		return storyGroup{Heading: "From others, alone in hand"}
	case own:
		return storyGroup{Heading: "Their own"}
	}
	i := s.rank(r.cluster)
	if i < 0 {
		return storyGroup{Heading: "Cluster " + clip(r.cluster, 64), Address: "../" + Address(r.cluster, "", 0, 0)}
	}
	c := &s.clusters[i]
	g := storyGroup{Heading: "From a source unknown", Address: path.Join("..", report.PagesDir, partName(c.file, 0))}
	if c.upstream != "" {
		g.Heading, g.Absent = "From "+c.upstream, !c.present
	}
	switch {
	case c.uncredited == 1:
		g.Uncredited = "1 gives no credit"
	case c.uncredited > 1:
		g.Uncredited = grouped(c.uncredited) + " give no credit"
	}
	return g
}

// entry returns the story's entry in the index.
func (s *story) entry() entry {
	e := entry{
		file: s.file, headline: clip(cmp.Or(s.Headline, "Story "+s.ID), 110), articles: s.Articles, outlets: s.Outlets,
		first: s.first, last: s.last, own: s.sources.Own, bars: s.course.String(), kinds: s.kinds.list, story: true,
	}
	present := map[string]bool{}
	for _, c := range s.clusters {
		e.families += c.families
		e.uncredited += c.uncredited
		present[c.upstream] = present[c.upstream] || c.present
	}
	if from := s.sources.From; len(from) > 0 {
		e.upstream, e.more = clip(from[0].Upstream, 60), len(from)-1
		e.absent = e.upstream != "" && !present[e.upstream]
	}
	return e
}

// compare orders moments: what is unknown comes last.
func (m moment) compare(o moment) int {
	if m.known != o.known {
		if m.known {
			return -1
		}
		return 1
	}
	return m.when.Compare(o.when)
}
