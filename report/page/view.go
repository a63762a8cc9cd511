package page

import (
	"cmp"
	"fmt"
	"html/template"

	"wiretrace/report"
)

// A view is what the template of a cluster's page sees.
type view struct {
	*look
	ID, File, Heading string
	Story             []sentence
	WithinFile        string // the page of its story; empty if it is of none
	WithinHeading     string
	Within            string // how many reports the story has
	Figures           string
	Bar               template.HTML // how the articles stand to what they came from
	Legend            []counted
	Graph, Timeline   template.HTML
	WholeGraph        template.HTML // where Graph leaves articles out
	InGraph           string        // how many articles that has
	Quotations        []quotation
	Part              int    // from 1
	Alone             bool   // there is no report around it
	Rebuilt           bool   // texts are what passages.csv has of them
	Pair              string // keys of the two that it shows side by side
	InCommon          []common
	Parts             []turn
	Rows              []line
	Rest              string // about the articles that have no row
	Passages          string // name of the table of passages

	link func(h hole, from int) template.HTML
	rest int
}

// A sentence of the lead; a bad one is what an editor looks for.
type sentence struct {
	Text string
	Bad  bool
}

// A common is what two articles tell alike, of one kind.
type common struct{ What, Details string }

// A turn is a link to another page of the same thing.
type turn struct {
	File, Text string
	Here       bool
}

// A line is a row of the table of articles.
type line struct {
	Key, When, Outlet, Title, Opening, Role, Doubt, Taken, Own string

	Source, Credit template.HTML
}

// newView makes the view of a cluster of which members are shown and rest more are
// not: what its page says above the texts.
func newView(c *report.Cluster, file string, members []member, rest int) *view {
	v := &view{look: clusterLook(), ID: clip(c.ID, 64), File: file, Heading: clip(cmp.Or(c.Headline, "Cluster "+c.ID), 200), rest: rest}
	upstream := clip(c.Upstream, 80)
	switch {
	case upstream == "":
		v.Story = append(v.Story, sentence{Text: "Where these articles come from is not known."})
	case c.UpstreamPresent == report.No:
		v.Story = append(v.Story, sentence{Text: fmt.Sprintf("These articles derive from %s, whose own article was not found.", upstream)})
	default:
		v.Story = append(v.Story, sentence{Text: fmt.Sprintf("These articles derive from %s.", upstream)})
	}
	roles := map[string]int{}
	nameless := 0
	var stands tally
	for i := range members {
		roles[members[i].role]++
		stands[members[i].standing()]++
		if members[i].outlet == "" {
			nameless++
		}
	}
	v.Bar, v.Legend = stands.bar(), stands.legend()
	derived := ""
	for _, r := range []struct{ role, one string }{
		{report.Copy, "whole copy"}, {report.Partial, "piece with parts of it"}, {report.Rewrite, "rewrite"},
	} {
		n := roles[r.role]
		if n == 0 {
			continue
		}
		if derived != "" {
			derived += ", "
		}
		switch {
		case n == 1:
			derived += "1 " + r.one
		case r.role == report.Copy:
			derived += grouped(n) + " whole copies"
		case r.role == report.Partial:
			derived += grouped(n) + " pieces with parts of it"
		default:
			derived += number(n, r.one)
		}
	}
	if derived != "" {
		v.Story = append(v.Story, sentence{Text: "Found: " + derived + "."})
	}
	if c.Uncredited > 0 {
		text := grouped(c.Uncredited) + " of them give no credit."
		if c.Uncredited == 1 {
			text = "1 of them gives no credit."
		}
		v.Story = append(v.Story, sentence{text, true})
	}
	v.Figures = number(c.Articles, "article") + " of " + outletsOf(c.Outlets, nameless)
	if first, last := read(c.FirstPublished), read(c.LastPublished); first.known {
		v.Figures += ", " + span(first, last)
		if first.zone != "" && (last.zone != "" || !last.known) {
			v.Figures += " UTC"
		}
		if d := last.when.Sub(first.when); last.known && d > 0 && !first.day && !last.day {
			v.Figures += " (" + spell(d) + ")"
		}
	}
	if here := len(members) + rest; here < c.Articles { // --new-only
		v.Story = append(v.Story, sentence{Text: fmt.Sprintf(
			"Only %s of its %s are new and stand here; the others are in earlier reports.", grouped(here), number(c.Articles, "article"))})
	}
	if rest > 0 {
		v.Rest = fmt.Sprintf("%s more articles are in report.csv.", grouped(rest))
	}
	return v
}

// within names the story of the cluster.
func (v *view) within(s *story) {
	v.WithinFile = "../" + report.StoryDir + "/" + s.file + ".html"
	v.WithinHeading = clip(cmp.Or(s.Headline, "Story "+s.ID), 110)
	v.Within = number(s.Articles, "report") + " of this event"
	switch s.OwnReports {
	case 0:
		v.Within += ", none of them its outlet's own"
	case 1:
		v.Within += ", 1 of them its outlet's own"
	default:
		v.Within += ", " + grouped(s.OwnReports) + " of them their outlets' own"
	}
}

// rows makes the table of the articles of one page.
func (v *view) rows(members []member, part int) {
	v.Rows = v.Rows[:0]
	for i := range members {
		m := &members[i]
		l := line{Key: m.key, When: m.when.String(), Outlet: m.name(), Title: heading(m), Opening: m.opening, Role: m.role, Credit: creditCell(m)}
		if m.confidence != report.Certain {
			l.Doubt = m.confidence
		}
		if m.source != "" {
			l.Source = v.link(hole{key: m.source}, part)
		}
		if l.Source == "" {
			l.Source = template.HTML(appendText(nil, m.sourceOutlet))
		}
		if (m.makeup != report.Makeup{}) {
			l.Taken = (m.makeup.Copied + m.makeup.Edited).String() + "\u00a0%"
			l.Own = m.makeup.Original.String() + "\u00a0%"
		}
		v.Rows = append(v.Rows, l)
	}
}
