package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"os"
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/report"
)

// Alone writes the page of one cluster of the report in dir as a file that needs
// nothing else, to be sent: all its articles on one page, without links to the rest
// of the report. The cluster is named by its id, by an article of it, or by its story
// if that has no other, as report.Find takes them.
func Alone(w io.Writer, dir, name string) error {
	found, err := report.Find(dir, name)
	if err != nil {
		return err
	}
	id := ""
	switch {
	case found.Story != nil && len(found.Clusters) == 1:
		id = found.Clusters[0].ID
	case found.Story != nil && len(found.Clusters) == 0:
		return fmt.Errorf("%s is a story, and none of its articles is in a cluster", name)
	case found.Story != nil:
		var ids []string
		for _, c := range found.Clusters {
			ids = append(ids, c.ID)
		}
		return fmt.Errorf("%s is a story: name one of its clusters (%s)", name, strings.Join(ids, ", "))
	case found.Cluster != nil:
		id = found.Cluster.ID
	default:
		if id = found.Articles[0].Cluster; id == "" {
			return fmt.Errorf("%s is in no cluster", name)
		}
	}
	p := &Pages{spool: spool{dir: os.TempDir()}}
	p.begin(id)
	if p.rebuilt = !report.HasObjects(dir); p.rebuilt {
		p.index.about.Report.Objects = report.NoObjects
	}
	cluster, err := report.ReadCluster(dir, id, p.member)
	if err == nil && cluster == nil {
		err = fmt.Errorf("%s: clusters.csv has no cluster %s", dir, id)
	}
	if err == nil {
		err = p.alone(w, cluster)
	}
	if e := p.spool.close(); err == nil {
		err = e
	}
	return err
}

// alone writes the cluster whose articles came as one page.
func (p *Pages) alone(w io.Writer, c *report.Cluster) error {
	v := newView(c, "", p.members, p.rest)
	v.Alone, v.Rebuilt = true, p.rebuilt
	parts := []part{{end: len(p.members)}}
	v.link = linker(p.members, parts)
	v.Quotations = quotations(p.wordings, p.members, func(h hole) template.HTML { return v.link(h, 0) })
	p.draw(v, func(m *member) string { return "#" + m.key })
	if err := p.render(v, parts, 0); err != nil {
		return err
	}
	_, err := w.Write(p.buf.Bytes())
	return err
}

// Compare writes what two articles share as one page: their texts side by side.
func Compare(w io.Writer, c *report.Comparison) error {
	p := &Pages{spool: spool{dir: os.TempDir()}}
	p.index.about.Report.Objects = report.NoObjects // there is no report
	a, b := sideOf(&c.A, "A"), sideOf(&c.B, "B")
	l := report.Link{SourceArticle: b.ID, Relation: c.Relation, ShareArticle: c.A.Share, ShareSource: c.B.Share, Confidence: report.Certain}
	at, there := report.NewOffsets(c.A.Text), report.NewOffsets(c.B.Text)
	for _, x := range c.Passages {
		l.Stretches = append(l.Stretches, report.Stretch{
			Start: at.CodePoint(x.A.Start), End: at.CodePoint(x.A.End), SourceStart: there.CodePoint(x.B.Start), SourceEnd: there.CodePoint(x.B.End), Label: x.Label,
		})
	}
	a.Links = []report.Link{l}
	for _, x := range []*report.Article{a, b} {
		if err := p.member(x); err != nil {
			return err
		}
	}
	v := &view{look: clusterLook(), Heading: "What two articles share", Pair: p.members[0].key + ":" + p.members[1].key, Alone: true}
	v.Story = []sentence{{Text: strings.ToUpper(c.Relation[:1]) + c.Relation[1:] + ": " + c.Finding(percent) + "."}}
	v.Figures = clip(c.Why, 1000)
	v.InCommon = inCommon(&c.Common)
	v.link = linker(p.members, []part{{end: 2}})
	var out bytes.Buffer
	if err := v.ExecuteTemplate(&out, "both", v); err != nil {
		return err
	}
	if err := p.pieces(&out, v, part{end: 2}, 0); err != nil {
		return err
	}
	if err := v.ExecuteTemplate(&out, "bottom", v); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	if e := p.spool.close(); err == nil {
		err = e
	}
	return err
}

// inCommon lists for people what two articles tell alike, kinds without any left out.
func inCommon(c *report.Common) (list []common) {
	const longest = 100 // characters of a quotation that are shown
	for _, kind := range []struct {
		name, between string
		details       []report.Detail
	}{{"Names", ", ", c.Names}, {"Numbers", ", ", c.Numbers}, {"Quotations", " · ", c.Quotes}} {
		if len(kind.details) == 0 {
			continue
		}
		var texts []string
		for _, d := range kind.details {
			texts = append(texts, clip(strings.Join(strings.Fields(d.Text), " "), longest))
		}
		list = append(list, common{kind.name, strings.Join(texts, kind.between)})
	}
	return list
}

// sideOf makes an article of one side of a comparison: furniture, and what is not.
func sideOf(s *report.Side, name string) *report.Article {
	a := &report.Article{ID: name + ": " + s.ID, Outlet: s.Outlet, Title: s.Title, Published: s.Published, Words: s.Words, Text: s.Text}
	at := report.NewOffsets(s.Text)
	add := func(span article.Span, label string) {
		if span.Start < span.End {
			a.Passages = append(a.Passages, report.Passage{Start: at.CodePoint(span.Start), End: at.CodePoint(span.End), Label: label, Text: s.Text[span.Start:span.End]})
		}
	}
	end := 0
	for _, f := range slices.SortedFunc(slices.Values(s.Furniture), func(x, y article.Span) int { return x.Start - y.Start }) {
		add(article.Span{Start: end, End: f.Start}, report.Original)
		add(article.Span{Start: max(f.Start, end), End: f.End}, report.Furniture)
		end = max(end, f.End)
	}
	add(article.Span{Start: end, End: len(s.Text)}, report.Original)
	return a
}
