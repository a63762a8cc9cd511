package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"wiretrace/report"
)

// A piece is what the template of one article sees.
type piece struct {
	Key, Title, Outlet, When, Byline, Name string
	Address                                string // of the web; empty if it has none
	Role, Confidence, Credited, Why, Chain string
	Source                                 template.HTML // a hole
	Bars                                   []bar
	Shares, Words, Language                string
	Text, Notes                            template.HTML
	Sources                                []sourceOf
	MoreSources                            int
	NotesCount                             string
	Open, Cut                              bool
	Objects                                string // the file that has whole what is cut
}

// A bar is one part of the drawing of an article's makeup, in thousandths.
type bar struct {
	Label    string
	X, Width int
}

// piece writes the fragment of an article to the spool.
func (p *Pages) piece(a *report.Article, m *member) error {
	w := write(a, m.key)
	v := piece{
		Key: m.key, Title: heading(m), Outlet: m.outlet, When: m.when.String(), Byline: clip(a.Byline, 120), Name: m.id,
		Address: web(a.URL), Role: m.role, Confidence: m.confidence, Credited: m.credited, Why: m.why,
		Chain: strings.Join(m.chain, " < "), Words: number(m.words, "word"), Language: language(a.Language),
		Text: template.HTML(w.text), Notes: template.HTML(w.notes), Cut: w.cut, Objects: p.index.about.Report.ObjectsName(),
		Open: m.role != report.Copy && len(p.members) < opened,
	}
	if w.notesCount > 0 {
		v.NotesCount = "Sources of " + number(w.notesCount, "passage")
	}
	switch {
	case a.SourceArticle != "":
		v.Source = template.HTML(appendHole(nil, hole{key: m.source, id: a.SourceArticle}))
	case m.sourceOutlet != "":
		v.Source = template.HTML(appendText(appendText(nil, m.sourceOutlet), ", piece not found"))
	}
	v.Bars, v.Shares = makeup(a.Makeup)
	v.Sources, v.MoreSources = sourcesOf(a)
	p.buf.Reset()
	if err := clusterLook().ExecuteTemplate(&p.buf, "piece", v); err != nil {
		return err
	}
	at, err := p.spool.add(p.buf.Bytes())
	m.at, m.size = at, p.buf.Len()
	return err
}

// makeup returns the bars of a makeup and what they say.
func makeup(m report.Makeup) (bars []bar, shares string) {
	var said []string
	x := 0
	for _, part := range []struct {
		label string
		share report.Tenths
	}{
		{report.Copied, m.Copied},
		{report.Edited, m.Edited},
		{report.Reworded, m.Reworded},
		{report.Quoted, m.Quoted},
		{report.Original, m.Original},
	} {
		if part.share <= 0 {
			continue
		}
		bars = append(bars, bar{part.label, x, int(part.share)})
		said = append(said, part.label+" "+part.share.String()+"\u00a0%")
		x += int(part.share)
	}
	return bars, strings.Join(said, ", ")
}

// heading returns what stands above an article.
func heading(m *member) string { return cmp.Or(m.title, m.id) }

// language returns a code for the attribute lang, if s is one.
func language(s string) string {
	if len(s) < 2 || len(s) > 12 || slices.ContainsFunc([]rune(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-')
	}) {
		return ""
	}
	return s
}
