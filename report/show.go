package report

import (
	"bufio"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// A Found is what Find has found: a cluster with its articles, without their
// texts, or one article with all of it.
type Found struct {
	Cluster  *Cluster // nil if it is an article
	Articles []*Article
}

// mostNamed is how many articles an error names.
const mostNamed = 8

// Find looks in the report in dir for the cluster or the article of a name: the
// id of either, or the end of an article's id from a slash on, if one article
// alone ends so.
func Find(dir, name string) (*Found, error) {
	var members []*Article // of the cluster at hand, or of the one looked for
	var cluster *Cluster
	var exact *Article
	var like []*Article
	likes := 0
	err := Read(dir, func(a *Article) error {
		switch {
		case exact != nil:
		case a.ID == name:
			exact = a
		case name != "" && strings.HasSuffix(a.ID, "/"+strings.TrimPrefix(name, "/")):
			likes++
			if len(like) < mostNamed {
				like = append(like, a)
			}
		}
		if a.Cluster == name && name != "" {
			light := *a
			light.Text, light.Passages, light.Credits, light.Quotes = "", nil, nil, nil
			members = append(members, &light)
		}
		return nil
	}, func(c *Cluster) error {
		if c.ID == name {
			cluster = c
		}
		return nil
	}, func(*Problem) error { return nil })
	switch {
	case err != nil:
		return nil, err
	case cluster != nil:
		return &Found{Cluster: cluster, Articles: members}, nil
	case exact != nil:
		return &Found{Articles: []*Article{exact}}, nil
	case likes == 1:
		return &Found{Articles: like}, nil
	case likes > 1:
		names := make([]string, len(like))
		for i, a := range like {
			names[i] = a.ID
		}
		more := ""
		if likes > len(like) {
			more = fmt.Sprintf(" and %s more", grouped(likes-len(like)))
		}
		return nil, fmt.Errorf("%s could be any of %s%s", name, strings.Join(names, ", "), more)
	}
	return nil, fmt.Errorf("%s: no cluster or article of %s has this name (clusters.csv and report.csv list them)", name, dir)
}

// Show writes what was found for a person to read: a cluster as the tree of who
// took from whom, an article with its passages marked. No byte of the texts
// reaches the terminal as a control sequence.
func Show(w io.Writer, f *Found, o TerminalOptions) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, 20)
	t := &terminal{w: bufio.NewWriter(w), color: o.Color}
	if f.Cluster != nil {
		t.cluster(f.Cluster, f.Articles, o.Width)
		return t.w.Flush()
	}
	for _, a := range f.Articles {
		t.article(a, o.Width)
	}
	return t.w.Flush()
}

// wrapped writes glyphs, the first line after lead, the others after rest.
func (t *terminal) wrapped(lead, rest, glyphs []glyph, width int) {
	used := 0
	for _, g := range rest {
		used += g.width
	}
	for _, l := range wrap(glyphs, max(width-used, 16)) {
		t.line(append(slices.Clip(lead), l...))
		lead = rest
	}
}

// joined returns the parts that are not empty, with a dot between them.
func joined(parts ...[]glyph) (out []glyph) {
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(out) > 0 {
			out = appendGlyphs(out, " · ", tone{})
		}
		out = append(out, p...)
	}
	return out
}

// oneLine returns text without line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// inMarks puts text between quotation marks, unless it begins with one.
func inMarks(text string) string {
	for _, mark := range []string{"“", "„", "«", "\"", "「"} {
		if strings.HasPrefix(text, mark) {
			return text
		}
	}
	return "“" + text + "”"
}

// called is what an article is called in a list: its outlet, else the last part
// of its id.
func (a *Article) called() string {
	if a.Outlet != "" {
		return oneLine(a.Outlet)
	}
	return oneLine(path.Base(a.ID))
}

// words says what an article is made of.
func (m Makeup) words() string {
	var parts []string
	for _, p := range []struct {
		label string
		t     Tenths
	}{{Copied, m.Copied}, {Edited, m.Edited}, {Reworded, m.Reworded}, {Quoted, m.Quoted}, {Original, m.Original}} {
		if p.t > 0 {
			parts = append(parts, percent(float64(p.t)/1000)+" "+p.label)
		}
	}
	return strings.Join(parts, ", ")
}

// credit says whether an article that derives from another credits somebody.
func (a *Article) credit() []glyph {
	switch {
	case a.Credited == No:
		return styled("gives no credit", tone{bold: true})
	case a.Credited == Yes && len(a.CreditChain) > 0:
		return styled("credits "+oneLine(strings.Join(a.CreditChain, chain)), tone{})
	case a.Credited == Yes:
		return styled("gives credit", tone{})
	}
	return nil
}
