package terminal

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/report"
)

// Options say what the terminal can show.
type Options struct {
	Width int  // columns; 80 if 0, and at least 20
	Color bool // escape sequences for colour may be written
}

const (
	sideBySide = 100   // columns from which the two texts stand side by side
	gutter     = " │ " // between them
)

// Compare writes the two texts for a person to read, with what they share
// marked: side by side, counterparts level where their order allows, if there
// are at least 100 columns, else one above the other.
//
// A shared passage has the same number in both texts. Where its words are not
// the same, those that differ are marked. No byte of the texts reaches the
// terminal as a control sequence.
func Compare(w io.Writer, c *report.Comparison, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, 20)
	t := &screen{w: bufio.NewWriter(w), color: o.Color}
	t.head(c, o.Width)
	a, b := marked(c, false), marked(c, true)
	if o.Width < sideBySide {
		for _, side := range []struct {
			name string
			*markedText
		}{{"A", a}, {"B", b}} {
			t.line(t.rule(side.name, o.Width))
			for _, l := range wrap(side.upTo(len(side.text)), o.Width) {
				t.line(l)
			}
			t.line(nil)
		}
		return t.w.Flush()
	}
	t.columns(a, b, level(c.Passages), (o.Width-width(gutter))/2)
	return t.w.Flush()
}

// columns writes the two texts side by side. At each anchor, a pair of offsets
// that rise in both, both begin on the same line.
func (t *screen) columns(a, b *markedText, anchors [][2]int, columns int) {
	t.pair(t.rule("A", columns), t.rule("B", columns), columns)
	for _, anchor := range append(anchors, [2]int{len(a.text), len(b.text)}) {
		left := wrap(a.upTo(anchor[0]), columns)
		right := wrap(b.upTo(anchor[1]), columns)
		for i := range max(len(left), len(right)) {
			var l, r line
			if i < len(left) {
				l = left[i]
			}
			if i < len(right) {
				r = right[i]
			}
			t.pair(l, r, columns)
		}
		last := anchor[0] == len(a.text) && anchor[1] == len(b.text)
		if !last && len(left)+len(right) > 0 && (a.paragraphEnds(anchor[0]) || b.paragraphEnds(anchor[1])) {
			t.pair(nil, nil, columns)
		}
	}
}

// level chooses the passages whose halves stand side by side: those in the
// same order in both texts that hold the most text. It returns where they
// begin.
func level(pairs []report.Pair) [][2]int {
	const least = 24 // bytes; shorter ones break the lines for little
	pairs = slices.DeleteFunc(slices.Clone(pairs), func(p report.Pair) bool { return min(p.A.Len(), p.B.Len()) < least })
	slices.SortStableFunc(pairs, func(p, q report.Pair) int { return p.A.Start - q.A.Start })
	if len(pairs) > 4000 {
		pairs = pairs[:4000] // the time is quadratic
	}
	best, before := make([]int, len(pairs)), make([]int, len(pairs))
	last := -1
	for i, p := range pairs {
		before[i] = -1
		for j, q := range pairs[:i] {
			if q.A.End <= p.A.Start && q.B.End <= p.B.Start && best[j] > best[i] {
				best[i], before[i] = best[j], j
			}
		}
		best[i] += p.A.Len()
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	var anchors [][2]int
	for ; last >= 0; last = before[last] {
		anchors = append(anchors, [2]int{pairs[last].A.Start, pairs[last].B.Start})
	}
	slices.Reverse(anchors)
	return anchors
}

// A markedText is one of the two texts with all that is to be seen in it.
type markedText struct {
	text string

	// What is left to be shown: the text from at on, with its events in order
	// of place, and the state at that place.
	at                int
	events            []event
	open              []event // passages, the latest last
	differ, furniture int     // how many are open
	detail            int     // the same
}

// An event is where something begins or ends in a text.
type event struct {
	at    int
	order int // among those at one place: what ends comes before what begins
	what  int
	pair  int // number of the passage, from 1
	label string
}

// What begins or ends.
const (
	closeDetail = iota
	closeDiffer
	closePassage
	closeFurniture
	openFurniture
	openPassage
	openDiffer
	openDetail
)

// marked gathers the marks of A, or of B if second is set.
func marked(c *report.Comparison, second bool) *markedText {
	side := &c.A
	if second {
		side = &c.B
	}
	m := &markedText{text: side.Text}
	add := func(s article.Span, open, closing, pair int, label string) {
		m.events = append(m.events,
			event{s.Start, open, open, pair, label}, event{s.End, closing, closing, pair, label})
	}
	for _, s := range side.Furniture {
		add(s, openFurniture, closeFurniture, 0, "")
	}
	for _, d := range slices.Concat(c.Common.Names, c.Common.Numbers) {
		places := d.A
		if second {
			places = d.B
		}
		for _, s := range places {
			add(s, openDetail, closeDetail, 0, "")
		}
	}
	for i, p := range c.Passages {
		here := p.A
		if second {
			here = p.B
		}
		trimmed := trim(side.Text, here)
		if trimmed.Len() == 0 {
			continue
		}
		add(trimmed, openPassage, closePassage, i+1, p.Label)
		if p.Label != report.Edited && p.Label != report.Quoted {
			continue
		}
		differ, other := report.Differ(c.A.Text[p.A.Start:p.A.End], c.B.Text[p.B.Start:p.B.End])
		if second {
			differ = other
		}
		for _, d := range differ {
			add(article.Span{Start: here.Start + d.Start, End: here.Start + d.End}, openDiffer, closeDiffer, i+1, p.Label)
		}
	}
	slices.SortStableFunc(m.events, func(x, y event) int {
		if x.at != y.at {
			return x.at - y.at
		}
		return x.order - y.order
	})
	return m
}

// trim returns s without the white space at its ends.
func trim(text string, s article.Span) article.Span {
	part := text[s.Start:s.End]
	start := len(part) - len(strings.TrimLeft(part, " \t\r\n"))
	return article.Span{Start: s.Start + start, End: s.Start + max(start, len(strings.TrimRight(part, " \t\r\n")))}
}

func (m *markedText) paragraphEnds(at int) bool {
	return at > 0 && strings.HasSuffix(strings.TrimRight(m.text[:at], " \t"), "\n")
}

// upTo returns what is to be seen of the text from where the call before has
// come to, up to end. What begins at the end belongs to the next part.
func (m *markedText) upTo(end int) (out []glyph) {
	for ; len(m.events) > 0; m.events = m.events[1:] {
		e := m.events[0]
		if e.at > end || e.at == end && e.what >= openFurniture {
			break
		}
		out = appendGlyphs(out, m.text[m.at:e.at], m.tone())
		m.at = e.at
		switch e.what {
		case openPassage:
			m.open = append(m.open, e)
			out = append(out, opening(e.pair, e.label))
		case closePassage:
			m.open = slices.DeleteFunc(m.open, func(o event) bool { return o.pair == e.pair })
			out = append(out, closing(e.pair, e.label))
		case openDiffer:
			m.differ++
			out = append(out, brace("{", m.tone()))
		case closeDiffer:
			out = append(out, brace("}", m.tone()))
			m.differ--
		case openDetail:
			m.detail++
		case closeDetail:
			m.detail--
		case openFurniture:
			m.furniture++
		case closeFurniture:
			m.furniture--
		}
	}
	out = appendGlyphs(out, m.text[m.at:end], m.tone())
	m.at = end
	return out
}

// tone returns the tone of what comes next: that of the passage begun last.
func (m *markedText) tone() tone {
	t := tone{differ: m.differ > 0, furniture: m.furniture > 0, detail: m.detail > 0}
	if n := len(m.open); n > 0 {
		t.label = m.open[n-1].label
	}
	return t
}

// head writes what the two are to each other.
func (t *screen) head(c *report.Comparison, width int) {
	alike := len(c.Common.Names)+len(c.Common.Numbers)+len(c.Common.Quotes) > 0
	for _, l := range wrap(appendGlyphs(styled(c.Relation, tone{bold: true}), ": "+c.Finding(percent), tone{}), width) {
		t.line(l)
	}
	if c.Why != "" {
		t.wrapped(styled("why: ", tone{}), styled("     ", tone{}), styled(oneLine(c.Why), tone{}), width)
	}
	t.line(nil)
	for i, s := range []*report.Side{&c.A, &c.B} {
		about := []string{}
		for _, part := range []string{s.Title, s.Outlet, when(s.Published)} {
			if part = strings.Join(strings.Fields(part), " "); part != "" {
				about = append(about, part)
			}
		}
		about = append(about, count(s.Words, "word"), s.ID)
		lead := append(styled(string(rune('A'+i)), tone{bold: true}), styled("  ", tone{})...)
		for _, l := range wrap(styled(strings.Join(about, " · "), tone{}), width-len(lead)) {
			t.line(append(lead, l...))
			lead = styled("   ", tone{})
		}
	}
	if alike {
		t.line(nil)
		t.common(&c.Common, width)
	}
	if len(c.Passages) > 0 {
		t.line(nil)
		t.legend(c, width)
	}
	t.line(nil)
}

// common lists the names, numbers and quotations that both have.
func (t *screen) common(c *report.Common, width int) {
	const longest = 100 // characters of a quotation that are shown
	for _, kind := range []struct {
		name string
		list []report.Detail
	}{{"names in common", c.Names}, {"numbers in common", c.Numbers}, {"quotations in common", c.Quotes}} {
		if len(kind.list) == 0 {
			continue
		}
		var parts []string
		for _, d := range kind.list {
			parts = append(parts, short(oneLine(d.Text), longest))
		}
		between := ", "
		if kind.name == "quotations in common" {
			between = " · "
		}
		lead := styled(kind.name+": ", tone{bold: true})
		t.wrapped(lead, styled("    ", tone{}), styled(strings.Join(parts, between), tone{}), width)
	}
}

// legend says what the marks mean that are in use.
func (t *screen) legend(c *report.Comparison, width int) {
	var glyphs []glyph
	differ := false
	for _, label := range []string{report.Copied, report.Edited, report.Reworded, report.Quoted} {
		n := 0
		for i, p := range c.Passages {
			if p.Label != label {
				continue
			}
			n++
			if n == 1 {
				glyphs = append(glyphs, opening(i+1, label))
				differ = differ || label == report.Edited || label == report.Quoted
			}
		}
		if n > 0 {
			glyphs = appendGlyphs(glyphs, label, tone{label: label})
			glyphs = appendGlyphs(glyphs, fmt.Sprintf(" %s   ", times(n)), tone{})
		}
	}
	if differ {
		glyphs = append(glyphs, brace("{", tone{label: report.Edited, differ: true}))
		glyphs = appendGlyphs(glyphs, "differing words", tone{label: report.Edited, differ: true})
		glyphs = append(glyphs, brace("}", tone{label: report.Edited, differ: true}))
	}
	for _, l := range wrap(glyphs, width) {
		t.line(l)
	}
}
