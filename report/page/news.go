package page

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"

	"wiretrace/report"
)

// mostNews is how many articles the page of what is new lists; all are in new.csv.
const mostNews = 2000

// News gathers what is new since the last night: rows as they stand on the page of a
// story, by kind.
type news struct {
	items []newsItem
	rest  int
	rows  spool
}

type newsItem struct {
	kind     int // in report.NewsOrder
	at, size int
}

// newsHeadings are what stands above the articles of each kind.
var newsHeadings = map[string]string{
	report.NewUncredited: "From others, without a credit",
	report.NewPossible:   "Possibly from others, without a credit",
	report.NewChanged:    "Changed since they were read last",
	report.NewShared:     "Share text with others",
	report.NewLicensed:   "From others, by licence or of the same house",
	report.NewCredited:   "From others, with credit",
	report.NewOrigin:     "Others derive from them",
	report.NewReport:     "Their own reports of events that others report",
}

// add takes an article, if something is new of it.
func (n *news) add(a *report.Article, known func() member) error {
	kind := slices.Index(report.NewsOrder, a.News)
	if kind < 0 {
		return nil
	}
	if len(n.items) == mostNews {
		n.rest++
		return nil
	}
	m := known()
	row := newReportRow(a, &m)
	switch {
	case a.Cluster != "":
		row.Address = Address(a.Cluster, a.ID, 0, 0)
	default:
		row.Address, row.Elsewhere = web(a.URL), true
	}
	var b bytes.Buffer
	if err := storyLook().ExecuteTemplate(&b, "report", row); err != nil {
		return err
	}
	at, err := n.rows.add(b.Bytes())
	n.items = append(n.items, newsItem{kind, at, b.Len()})
	return err
}

// A newsView is what the template of the page sees.
type newsView struct {
	*look
	Lead, Rest string
	Groups     []storyGroup
}

// write writes the page to dir, if anything is new.
func (n *news) write(dir string, about *About) error {
	if len(n.items) == 0 {
		return nil
	}
	v := &newsView{look: storyLook(), Lead: number(len(n.items)+n.rest, "article") + " to look at"}
	if !about.Began.IsZero() {
		v.Lead += ", read on " + about.Began.UTC().Format("2 January 2006")
	}
	v.Lead += "."
	if n.rest > 0 {
		v.Rest = number(n.rest, "more article") + " in new.csv."
	}
	slices.SortStableFunc(n.items, func(x, y newsItem) int { return cmp.Compare(x.kind, y.kind) })
	for i, item := range n.items {
		if i == 0 || item.kind != n.items[i-1].kind {
			v.Groups = append(v.Groups, storyGroup{Heading: newsHeadings[report.NewsOrder[item.kind]]})
		}
		row, err := n.rows.read(nil, item.at, item.size)
		if err != nil {
			return err
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Rows = append(g.Rows, template.HTML(bytes.Clone(row)))
	}
	var b bytes.Buffer
	if err := v.ExecuteTemplate(&b, "news", v); err != nil {
		return fmt.Errorf("page of what is new: %w", err)
	}
	return os.WriteFile(filepath.Join(dir, report.NewsPage), b.Bytes(), 0o666)
}
