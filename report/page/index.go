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
	indexRoom = 800 << 10 // bytes of rows on one page
	perScreen = 50        // rows shown at once; assets/index.js has the same
	barCount  = 24
	mostKinds = 400 // of one cluster
)

// An index gathers a line for each cluster, and writes them at the end, the
// largest first.
type index struct {
	articles, problems int
	clustered          int
	uncredited         int
	entries            []entry
}

// An entry is a cluster in the index.
type entry struct {
	file, headline, upstream    string
	absent                      bool
	articles, families, outlets int
	uncredited                  int
	first, last                 moment
	bars                        string
	kinds                       []kind
}

// A kind is what some article of a cluster is; filters ask for it.
type kind struct {
	outlet string
	code   int // role*12 + credited*4 + confidence
}

// Codes of what the filters ask for, in the order of the script.
var (
	roleCodes       = []string{report.Origin, report.Copy, report.Partial, report.Rewrite}
	creditCodes     = []string{"", report.Yes, report.No}
	confidenceCodes = []string{"", report.Certain, report.Likely, report.Possible}
)

// add takes a cluster.
func (x *index) add(c *report.Cluster, file string, members []member) error {
	x.clustered += c.Articles
	x.uncredited += c.Uncredited
	e := entry{
		file: file, headline: clip(c.Headline, 110), upstream: clip(c.Upstream, 60), absent: c.UpstreamPresent == report.No,
		articles: c.Articles, families: c.Families, outlets: c.Outlets, uncredited: c.Uncredited,
		first: read(c.FirstPublished), last: read(c.LastPublished), bars: bars(members),
	}
	if e.headline == "" {
		e.headline = "Cluster " + clip(c.ID, 64)
	}
	seen := map[kind]bool{}
	for i := range members {
		m := &members[i]
		role := slices.Index(roleCodes, m.role)
		if role < 0 || len(e.kinds) == mostKinds {
			continue
		}
		k := kind{m.outlet, role*12 + max(slices.Index(creditCodes, m.credited), 0)*4 + max(slices.Index(confidenceCodes, m.confidence), 0)}
		if !seen[k] {
			seen[k] = true
			e.kinds = append(e.kinds, k)
		}
	}
	x.entries = append(x.entries, e)
	return nil
}

// bars returns how many articles came in each 24th of a cluster's time, as
// digits from 0 to 9; nothing if it all came at once.
func bars(members []member) string {
	lanes, _ := lanesOf(members)
	if len(lanes) < 2 {
		return ""
	}
	from, to := lanes[0].when.when, lanes[len(lanes)-1].when.when
	if !to.After(from) {
		return ""
	}
	var n [barCount]int
	most := 0
	for _, m := range lanes {
		i := min(int(float64(barCount)*float64(m.when.when.Sub(from))/float64(to.Sub(from))), barCount-1)
		n[i]++
		most = max(most, n[i])
	}
	var b [barCount]byte
	for i, k := range n {
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
	Problems int
	Rows     []indexRow
	Outlets  []string
	Total    string
	Screens  int
	Data     template.JS
}

type figure struct {
	Number, What string
	Bad          bool
}

type indexRow struct {
	File, Headline, Upstream      string
	Absent                        bool
	Articles, Outlets, Uncredited int
	When                          string
	Chart                         template.HTML
}

// write writes the pages of the index to dir.
func (x *index) write(dir string) error {
	slices.SortStableFunc(x.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(a.file, b.file))
	})
	pages := x.divide()
	var b bytes.Buffer
	for i, p := range pages {
		v := &indexView{look: indexLook(), Page: i + 1, Problems: x.problems, Figures: x.figures()}
		if len(pages) > 1 {
			for k, q := range pages {
				v.Pages = append(v.Pages, turn{indexFile(k), fmt.Sprintf("clusters %s to %s", grouped(q.first+1), grouped(q.first+len(q.rows))), k == i})
			}
		}
		entries := x.entries[p.first : p.first+len(p.rows)]
		for k := range entries[:min(len(entries), perScreen)] {
			v.Rows = append(v.Rows, entries[k].row())
		}
		v.Outlets = slices.DeleteFunc(slices.Sorted(slices.Values(p.outlets)), func(o string) bool { return o == "" })
		v.Total = number(len(entries), "cluster")
		v.Screens = (len(entries) + perScreen - 1) / perScreen
		data, err := json.Marshal(map[string]any{"outlets": p.outlets, "rows": p.rows})
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

func (x *index) figures() []figure {
	f := []figure{
		{grouped(x.articles), "articles read", false},
		{grouped(x.clustered), "of them in clusters", false},
		{grouped(len(x.entries)), "clusters", false},
		{grouped(x.uncredited), "without credit", x.uncredited > 0},
	}
	if x.problems > 0 {
		f = append(f, figure{grouped(x.problems), "not readable", true})
	}
	return f
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
		kinds = append(kinds, outlet(k.outlet)*48+k.code)
	}
	slices.Sort(kinds)
	b, err := json.Marshal([]any{
		e.file, e.headline, upstream, present, e.articles, e.families, e.outlets, first, length,
		3*e.first.precision() + e.last.precision(), e.uncredited, e.bars, kinds,
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

// row returns the entry as it is seen before the script has run.
func (e *entry) row() indexRow {
	r := indexRow{
		File: e.file, Headline: e.headline, Upstream: e.upstream, Absent: e.absent && e.upstream != "",
		Articles: e.articles, Outlets: e.outlets, Uncredited: e.uncredited,
	}
	r.When = span(e.first, e.last)
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
func indexFile(i int) string {
	if i == 0 {
		return report.IndexFile
	}
	return fmt.Sprintf("index-%d.html", i+1)
}
