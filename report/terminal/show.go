package terminal

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"wiretrace/report"
)

// Show writes what was found for a person to read: a story as its clusters and
// the reports of its outlets' own, a cluster as the tree of who took from whom, an
// article with its passages marked. No byte of the texts
// reaches the terminal as a control sequence.
func Show(w io.Writer, f *report.Found, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, 20)
	t := &screen{w: bufio.NewWriter(w), color: o.Color}
	switch {
	case f.Story != nil:
		t.story(f, o.Width)
	case f.Cluster != nil:
		t.cluster(f, o.Width)
	default:
		for _, a := range f.Articles {
			t.article(a, f.Within, f.Rebuilt, o.Width)
		}
	}
	return t.w.Flush()
}

// wrapped writes glyphs, the first line after lead, the others after rest.
func (t *screen) wrapped(lead, rest, glyphs []glyph, width int) {
	columns := func(list []glyph) (n int) {
		for _, g := range list {
			n += g.width
		}
		return n
	}
	indent := max(columns(lead)-columns(rest), 0)        // of the first line beyond the others
	taken := styled(strings.Repeat("x", indent), tone{}) // in place of them
	for i, l := range wrap(append(taken, glyphs...), max(width-columns(rest), 16)) {
		if i == 0 {
			l = append(slices.Clip(lead), l[min(indent, len(l)):]...)
		} else {
			l = append(slices.Clip(rest), l...)
		}
		t.line(l)
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

// creditOf says whether an article that derives from another credits somebody.
func creditOf(a *report.Article) []glyph {
	switch {
	case a.Credited == report.No:
		return styled("gives no credit", tone{bold: true})
	case a.Credited == report.NoLine:
		return styled("shows no line of the agency", tone{})
	case a.Credited == report.Licensed:
		return styled("gives no credit, by licence", tone{})
	case a.Credited == report.InHouse:
		return styled("gives no credit, within one house", tone{})
	case a.Credited == report.Yes && len(a.CreditChain) > 0:
		return styled("credits "+oneLine(a.Chain()), tone{})
	case a.Credited == report.Yes:
		return styled("gives credit", tone{})
	}
	return nil
}
