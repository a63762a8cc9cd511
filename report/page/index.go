package page

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wiretrace/report"
)

// Bounds of the index.
const (
	indexRoom = 910 << 10 // bytes of rows on one page
	perScreen = 50        // rows shown at once; assets/index.js has the same
	barCount  = 24
	mostKinds = 400 // of one entry
)

// An index gathers a line for each story, and for each cluster of none, and
// writes them at the end, the largest first.
type index struct {
	about      About
	bounds     report.Bounds
	news       int
	articles   int
	problems   report.Problems
	reports    int // articles of stories
	clusters   int
	clustered  int
	uncredited int
	entries    []entry
}

// An entry is a story in the index, or a cluster of none.
type entry struct {
	story                       bool
	file, headline, upstream    string // the file without folder and ending; the upstream of most
	from                        int    // reports that have it from there; 0 if not counted
	possible                    bool   // they possibly do, and none surely
	more                        int    // further upstreams
	absent                      bool
	own                         int // articles that derive from no other
	articles, families, outlets int
	uncredited                  int
	stands                      tally
	first, last                 moment
	bars                        string
	kinds                       []kind
}

// A kind is what some article of an entry is; filters ask for it.
type kind struct {
	outlet string
	code   int // role*12 + credited*4 + confidence
}

// kindCodes is how many codes there are.
const kindCodes = 6 * 12

// kinds are the different kinds of the articles of an entry, mostKinds at most.
type kinds struct {
	list []kind
	seen map[kind]bool
}

func (k *kinds) add(m *member) {
	role := slices.Index(roleCodes, m.role)
	if role < 0 || len(k.list) == mostKinds {
		return
	}
	x := kind{m.outlet, role*12 + max(slices.Index(creditCodes, m.credited), 0)*4 + max(slices.Index(confidenceCodes, m.confidence), 0)}
	if k.seen[x] {
		return
	}
	if k.seen == nil {
		k.seen = map[kind]bool{}
	}
	k.seen[x] = true
	k.list = append(k.list, x)
}

// Codes of what the filters ask for, in the order of the script.
var (
	roleCodes       = []string{report.Origin, report.Copy, report.Partial, report.Rewrite, report.Update, report.Single}
	creditCodes     = []string{"", report.Yes, report.No} // licensed and in-house count as neither
	confidenceCodes = []string{"", report.Certain, report.Likely, report.Possible}
)

// count counts a cluster.
func (x *index) count(c *report.Cluster) {
	x.clusters++
	x.clustered += c.Articles
	x.uncredited += c.Uncredited
}

// add takes a cluster that is of no story.
func (x *index) add(c *report.Cluster, file string, members []member) {
	e := entry{
		file: file, headline: clip(c.Headline, 110), upstream: clip(c.Upstream, 60), absent: c.UpstreamPresent == report.No,
		articles: c.Articles, families: c.Families, outlets: c.Outlets, uncredited: c.Uncredited,
		first: read(c.FirstPublished), last: read(c.LastPublished), bars: bars(members),
	}
	if e.headline == "" {
		e.headline = "Cluster " + clip(c.ID, 64)
	}
	var k kinds
	for i := range members {
		k.add(&members[i])
		if m := &members[i]; m.standing() != standsOwn && m.upstream == c.Upstream && m.upstream != "" {
			e.from++
		}
		e.stands[members[i].standing()]++
		if members[i].role == report.Origin {
			e.own++
		}
	}
	e.kinds = k.list
	x.entries = append(x.entries, e)
}

// bars returns the course of a cluster.
func bars(members []member) string {
	lanes, _ := lanesOf(members)
	if len(lanes) < 2 {
		return ""
	}
	c := course{from: lanes[0].when, to: lanes[len(lanes)-1].when}
	for _, m := range lanes {
		c.add(m.when)
	}
	return c.String()
}

// A course counts how many articles came in each 24th of the time between two
// moments.
type course struct {
	from, to moment
	n        [barCount]int
}

func (c *course) add(m moment) {
	length := c.to.when.Sub(c.from.when)
	if !m.known || length <= 0 {
		return
	}
	i := int(float64(barCount) * float64(m.when.Sub(c.from.when)) / float64(length))
	c.n[min(max(i, 0), barCount-1)]++
}

// String writes the counts as digits from 0 to 9; nothing if all came at once.
func (c *course) String() string {
	most := slices.Max(c.n[:])
	if most == 0 {
		return ""
	}
	var b [barCount]byte
	for i, k := range c.n {
		b[i] = '0'
		if k > 0 {
			b[i] = byte('0' + (9*k+most-1)/most)
		}
	}
	return string(b[:])
}

// An indexView is what the template of the index sees.
type indexView struct {
	*look
	Page     int // from 1
	Pages    []turn
	Figures  []figure
	Legend   []counted // of the bars
	Problems int
	Heading  string
	Rows     []indexRow
	Outlets  []string
	Total    string
	Screens  int
	Data     template.JS
	Workbook bool
	Passages string   // name of the table of passages
	Objects  string   // name of the file of objects; empty if there is none
	News     int      // articles of which something is new; there is a page of them
	Run      []string // sentences about the run
	Date     string   // when it began; empty if not known
}

type figure struct {
	Number, What string
	Bad          bool
	File         string // that has more of it
}

type indexRow struct {
	File, Headline, Upstream      string
	From                          string // how many of the reports have it from there
	Possible                      bool
	More                          int
	Absent                        bool
	Articles, Outlets, Uncredited int
	Own                           int
	When                          string
	Bar, Chart                    template.HTML
}

// write writes the pages of the index to dir.
func (x *index) write(dir string) error {
	slices.SortStableFunc(x.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(a.file, b.file))
	})
	pages := x.divide()
	what := x.what()
	var b bytes.Buffer
	for i, p := range pages {
		v := &indexView{look: indexLook(), Page: i + 1, Problems: x.problems.Lost + x.problems.Warnings, Figures: x.figures(), Legend: x.legend(), Workbook: x.about.Workbook, Passages: x.about.Report.PassagesName(), Objects: x.about.Report.ObjectsName(), News: x.news, Run: x.run(), Heading: strings.ToUpper(what[:1]) + what[1:]}
		if began := x.about.Began; !began.IsZero() {
			v.Date = began.UTC().Format("2 January 2006")
		}
		if len(pages) > 1 {
			for k, q := range pages {
				v.Pages = append(v.Pages, turn{indexFile(k), fmt.Sprintf("%s to %s", grouped(q.first+1), grouped(q.first+len(q.rows))), k == i})
			}
		}
		entries := x.entries[p.first : p.first+len(p.rows)]
		for k := range entries[:min(len(entries), perScreen)] {
			v.Rows = append(v.Rows, entries[k].row())
		}
		v.Outlets = slices.DeleteFunc(slices.Sorted(slices.Values(p.outlets)), func(o string) bool { return o == "" })
		v.Total = grouped(len(entries)) + " " + what
		if len(entries) == 1 {
			v.Total = "1 " + singular[what]
		}
		v.Screens = (len(entries) + perScreen - 1) / perScreen
		data, err := json.Marshal(map[string]any{"total": v.Total, "outlets": p.outlets, "rows": p.rows})
		if err != nil {
			return err
		}
		v.Data = template.JS(data)
		b.Reset()
		if err := v.ExecuteTemplate(&b, "index", v); err != nil {
			return fmt.Errorf("index: %w", err)
		}
		if err := os.WriteFile(filepath.Join(dir, indexFile(i)), b.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// stories returns how many of the entries are stories.
func (x *index) stories() (n int) {
	for i := range x.entries {
		if x.entries[i].story {
			n++
		}
	}
	return n
}

// singular are the words of what for one entry.
var singular = map[string]string{"clusters": "cluster", "stories": "story"}

// what says what the entries are.
func (x *index) what() string {
	switch x.stories() {
	case 0:
		return "clusters"
	case len(x.entries):
		return "stories"
	}
	return "stories and clusters"
}

// run says when and how the report was made, as far as that is known, and what was
// left out.
func (x *index) run() (said []string) {
	if !x.about.Began.IsZero() {
		said = append(said, "Begun on "+x.about.Began.UTC().Format("2 January 2006 at 15:04")+" UTC.")
	}
	if x.about.Version != "" {
		said = append(said, "By wiretrace "+x.about.Version+".")
	}
	if x.about.Asked != "" {
		said = append(said, "Asked for: "+clip(x.about.Asked, 600)+".")
	}
	if b := x.bounds; b.Compared > 0 {
		text := number(b.Compared, "pair") + " of articles compared"
		if b.Weak > 0 {
			have := " more have"
			if b.Weak == 1 {
				have = " more has"
			}
			text += "; " + grouped(b.Weak) + have + " too little in common to be compared"
		}
		if b.Stock > 0 {
			text += "; " + number(b.Stock, "phrase") + " too common to tell anything"
		}
		said = append(said, text+".")
	}
	if n := x.bounds.Versions; n > 0 {
		said = append(said, number(n, "time")+" an outlet had more versions of a piece than a text was held against.")
	}
	if n := x.bounds.Issuers; n > 0 {
		said = append(said, number(n, "issuer")+" of a release not looked at: their texts name too many.")
	}
	return said
}

// legend says what the colours of the bars stand for.
func (x *index) legend() []counted {
	var all tally
	for i := range x.entries {
		for k, n := range x.entries[i].stands {
			all[k] += n
		}
	}
	return all.legend()
}

func (x *index) figures() []figure {
	f := []figure{figureOf(x.articles, "article read", "articles read")}
	if stories := x.stories(); stories > 0 {
		f = append(f, figureOf(stories, "story", "stories"), figure{Number: grouped(x.reports), What: "articles in stories"})
	}
	f = append(f,
		figureOf(x.clusters, "cluster", "clusters"),
		figure{Number: grouped(x.clustered), What: "articles in clusters"},
		figure{Number: grouped(x.uncredited), What: "without credit", Bad: x.uncredited > 0})
	if n := x.problems.Lost; n > 0 {
		f = append(f, figure{grouped(n), "not readable", true, report.ProblemsFile})
	}
	if n := x.problems.Warnings; n > 0 {
		w := figureOf(n, "warning", "warnings")
		w.File = report.ProblemsFile
		f = append(f, w)
	}
	return f
}

// figureOf is the figure of how many there are of something.
func figureOf(n int, one, many string) figure {
	if n == 1 {
		many = one
	}
	return figure{Number: grouped(n), What: many}
}

// An indexPage is one page of the index.
type indexPage struct {
	first   int
	rows    []json.RawMessage
	outlets []string
}

// divide spreads the entries over pages. There is one page at least.
func (x *index) divide() []indexPage {
	pages := []indexPage{{rows: []json.RawMessage{}, outlets: []string{}}}
	number := map[string]int{}
	used := 0
	for i := range x.entries {
		p := &pages[len(pages)-1]
		place := func(outlet string) int {
			n, there := number[outlet]
			if !there {
				n = len(p.outlets)
				number[outlet] = n
				p.outlets = append(p.outlets, outlet)
				used += 2*len(outlet) + 40 // here and in the list to choose from
			}
			return n
		}
		row := x.entries[i].data(place)
		if used+len(row) > indexRoom && len(p.rows) > 0 {
			pages = append(pages, indexPage{first: i, rows: []json.RawMessage{}, outlets: []string{}})
			p = &pages[len(pages)-1]
			clear(number)
			used = 0
			row = x.entries[i].data(place)
		}
		p.rows = append(p.rows, row)
		used += len(row) + 1
	}
	return pages
}

// data returns the entry as the script reads it.
func (e *entry) data(outlet func(string) int) json.RawMessage {
	upstream := -1
	if e.upstream != "" {
		upstream = outlet(e.upstream)
	}
	present := 1
	if e.absent {
		present = 0
	}
	var first any // minutes since 1970, null if unknown
	length := int64(0)
	if e.first.known {
		first = e.first.when.Unix() / 60
		if e.last.known {
			length = max(e.last.when.Unix()/60-e.first.when.Unix()/60, 0)
		}
	}
	kinds := make([]int, 0, len(e.kinds))
	for _, k := range e.kinds {
		kinds = append(kinds, outlet(k.outlet)*kindCodes+k.code)
	}
	slices.Sort(kinds)
	b, err := json.Marshal([]any{
		e.file, e.headline, upstream, present, e.articles, e.families, e.outlets, first, length,
		3*e.first.precision() + e.last.precision(), e.uncredited, e.bars, kinds, e.own, e.more, btoi(e.story), e.stands.String(), e.from, btoi(e.possible),
	})
	if err != nil {
		panic(err) // numbers and strings
	}
	return b
}

// precision is 0 for no date, 1 for a day, 2 for a time.
func (m moment) precision() int {
	switch {
	case !m.known:
		return 0
	case m.day:
		return 1
	}
	return 2
}

// folder returns where the entry's page lies.
func (e *entry) folder() string {
	if e.story {
		return report.StoryDir
	}
	return report.PagesDir
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// row returns the entry as it is seen before the script has run.
func (e *entry) row() indexRow {
	r := indexRow{
		File: e.folder() + "/" + e.file, Headline: e.headline, Upstream: e.upstream, Absent: e.absent && e.upstream != "", Possible: e.possible,
		More: e.more, Articles: e.articles, Outlets: e.outlets, Uncredited: e.uncredited, Own: e.own,
	}
	if e.from > 0 {
		r.From = fmt.Sprintf("%s of %s", grouped(e.from), grouped(e.articles))
	}
	r.When, r.Bar = span(e.first, e.last), e.stands.bar()
	if e.bars != "" {
		var b strings.Builder
		b.WriteString(`<svg class="spark" viewBox="0 0 120 22" aria-hidden="true">`)
		for i, c := range []byte(e.bars) {
			if c != '0' {
				h := 2 + 2*int(c-'0')
				fmt.Fprintf(&b, `<rect x="%d" y="%d" width="4" height="%d"/>`, i*5, 22-h, h)
			}
		}
		b.WriteString("</svg>")
		r.Chart = template.HTML(b.String())
	}
	return r
}

// indexFile returns the name of the i-th page of the index.
func indexFile(i int) string { return numbered(report.IndexFile, i) }

// numbered returns the name of the i-th page of those that begin with file.
func numbered(file string, i int) string {
	if i == 0 {
		return file
	}
	return fmt.Sprintf("%s-%d.html", strings.TrimSuffix(file, ".html"), i+1)
}
