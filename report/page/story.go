package page

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

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
	nameless    int // reports of unknown outlets
	alone       int // reports of no cluster that derive from no other
	stands      tally
	from        map[string]*carried // by upstream
	kinds       kinds
	course      course
	clusters    []clusterOf
	ranks       map[string]int // the place of each in clusters, by id
	reports     []reported     // where their rows are
}

// A carried is what a story has from one source: by which outlets, and how they
// stand to it.
type carried struct {
	outlets map[string]int // the reports of each
	stands  tally
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
	Address                                   string
	Elsewhere                                 bool // the address leads out of the report
	When, Outlet, Title, Opening, Role, Doubt string
	Upstream, Others, Confidence, Why         string
	Credit                                    template.HTML
}

// tell takes a report of a story.
func (p *Pages) tell(a *report.Article, known func() member) error {
	s := p.stories[a.Story]
	if s == nil {
		return nil
	}
	s.sources.Add(a)
	if a.Outlet == "" {
		s.nameless++
	}
	m := known()
	s.kinds.add(&m)
	s.course.add(m.when)
	s.take(a, &m)
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
		s.alone++
		row.Address, row.Elsewhere = web(a.URL), true
	}
	p.buf.Reset()
	if err := storyLook().ExecuteTemplate(&p.buf, "report", row); err != nil {
		return err
	}
	at, err := p.told.add(p.buf.Bytes())
	r.at, r.size = at, p.buf.Len()
	r.seen, r.address = member{id: m.id, outlet: m.outlet, title: m.title, role: m.role, credited: m.credited, confidence: m.confidence, when: m.when}, row.Address
	s.reports = append(s.reports, r)
	return err
}

// take counts a report with those of its source.
func (s *story) take(a *report.Article, m *member) {
	stands := m.standing()
	s.stands[stands]++
	if !report.IsDerived(a) {
		return
	}
	if s.from == nil {
		s.from = map[string]*carried{}
	}
	source := cmp.Or(m.upstream, m.sourceOutlet)
	c := s.from[source]
	if c == nil {
		c = &carried{outlets: map[string]int{}}
		s.from[source] = c
	}
	c.outlets[m.name()]++
	c.stands[stands]++
}

// newReportRow makes the row of an article, but for its address.
func newReportRow(a *report.Article, m *member) reportRow {
	row := reportRow{
		When: m.when.String(), Outlet: m.name(), Title: heading(m), Opening: m.opening, Role: m.role, Upstream: m.upstream,
		Others: clip(a.OtherSources, 120), Credit: creditCell(m), Why: m.why,
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
	Bar                                 template.HTML // how all reports stand to what they came from
	Legend                              []counted
	Carried                             []carriedRow // by source, the one of most first
	Timeline                            template.HTML
	Groups                              []storyGroup
}

// A carriedRow is what the template sees of a source.
type carriedRow struct {
	Source, Outlets string
	Reports         string
	Uncredited      int
	Bar             template.HTML
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
	v.Bar, v.Legend, v.Carried = s.stands.bar(), s.stands.legend(), s.carriedRows()
	v.Sources = fmt.Sprintf("%s of this event: %s.", number(here, "report"), clip(s.sources.String(), 400))
	v.Figures = number(s.Articles, "report") + " of " + outletsOf(s.Outlets, s.nameless)
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

// mostCarriers is how many outlets are named that have something from a source, and
// mostCarried how many sources.
const (
	mostCarriers = 6
	mostCarried  = 12
)

// carriedRows returns a row for each source.
func (s *story) carriedRows() (rows []carriedRow) {
	count := func(c *carried) (n int) {
		for _, k := range c.outlets {
			n += k
		}
		return n
	}
	names := slices.SortedFunc(maps.Keys(s.from), func(x, y string) int {
		return cmp.Or(cmp.Compare(count(s.from[y]), count(s.from[x])), cmp.Compare(x, y))
	})
	for i, name := range names {
		if i == mostCarried {
			rows = append(rows, carriedRow{Source: "and " + number(len(names)-i, "more source")})
			break
		}
		c := s.from[name]
		r := carriedRow{Source: cmp.Or(name, "an unknown source"), Reports: grouped(count(c)), Uncredited: c.stands[standsUncredited], Bar: c.stands.bar()}
		outlets := slices.SortedFunc(maps.Keys(c.outlets), func(x, y string) int {
			return cmp.Or(cmp.Compare(c.outlets[y], c.outlets[x]), cmp.Compare(x, y))
		})
		var named []string
		for _, o := range outlets[:min(len(outlets), mostCarriers)] {
			if n := c.outlets[o]; n > 1 {
				o += " (" + grouped(n) + ")"
			}
			named = append(named, o)
		}
		r.Outlets = strings.Join(named, ", ")
		if more := len(outlets) - mostCarriers; more > 0 {
			r.Outlets += " and " + grouped(more) + " more"
		}
		rows = append(rows, r)
	}
	return rows
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
		return storyGroup{Heading: "From sources that nobody else here has"}
	case own:
		if s.sources.Own > s.alone { // the others stand with those who took from them
			return storyGroup{Heading: "Other own reports"}
		}
		return storyGroup{Heading: "Own reports"}
	}
	i := s.rank(r.cluster)
	if i < 0 {
		return storyGroup{Heading: "Cluster " + clip(r.cluster, 64), Address: "../" + Address(r.cluster, "", 0, 0)}
	}
	c := &s.clusters[i]
	g := storyGroup{Heading: "From an unknown source", Address: path.Join("..", report.PagesDir, partName(c.file, 0))}
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
		first: s.first, last: s.last, own: s.sources.Own, stands: s.stands, bars: s.course.String(), kinds: s.kinds.list, story: true,
	}
	present := map[string]bool{}
	for _, c := range s.clusters {
		e.families += c.families
		e.uncredited += c.uncredited
		present[c.upstream] = present[c.upstream] || c.present
	}
	if upstream, n, sure, further := s.sources.Main(); n > 0 {
		e.upstream, e.from, e.possible, e.more = clip(upstream, 60), n, !sure, further
		e.absent = !present[upstream]
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
