package page

import (
	"fmt"
	"strings"

	"wiretrace/report"
)

// Sizes of the graph in pixels.
const (
	boxWidth   = 186
	boxHeight  = 44
	boxGap     = 14  // between boxes of one column
	edgeWidth  = 126 // between columns
	edgeMargin = 12
)

// graph draws the tree from left to right: sources left, what derives from
// them right.
func graph(roots []*node, address func(m *member) string) *drawing {
	d := &drawing{address: address}
	bottom := float64(edgeMargin)
	deepest := 0
	for _, r := range roots {
		place(r, &bottom, &deepest)
	}
	for _, r := range roots {
		edges(d, r)
	}
	for _, r := range roots {
		boxes(d, r)
	}
	d.width = 2*edgeMargin + float64(deepest+1)*boxWidth + float64(deepest)*edgeWidth
	d.height = bottom - boxGap + edgeMargin
	return d
}

// place sets the height of n and of all below it.
func place(n *node, bottom *float64, deepest *int) {
	*deepest = max(*deepest, n.depth)
	if len(n.children) == 0 {
		n.y = *bottom
		*bottom += boxHeight + boxGap
		return
	}
	for _, c := range n.children {
		place(c, bottom, deepest)
	}
	n.y = (n.children[0].y + n.children[len(n.children)-1].y) / 2
}

func left(n *node) float64 { return edgeMargin + float64(n.depth)*(boxWidth+edgeWidth) }

// edges draws what ties the children of n to it.
func edges(d *drawing, n *node) {
	for _, c := range n.children {
		x1, y1 := left(n)+boxWidth, n.y+boxHeight/2
		x2, y2 := left(c), c.y+boxHeight/2
		class, mark, label, note := "edge certain", " arrow", "", ""
		if m := c.member; m != nil {
			class = "edge " + m.confidence
			label = m.role
			if m.relation == report.Update {
				label = m.relation
			}
			if m.share > 0 {
				label += " " + percent(m.share)
			}
			if m.direction == report.Unknown {
				mark = ""
				note = "order unknown"
			}
			if c.uncredited() {
				note = "no credit"
				class += " uncredited"
			}
		}
		turn := x1 + 16 // where the line has left the source; the rest is level, for its label
		d.add(`<path class="%s%s" d="M%s %s C%s %s %s %s %s %s L%s %s"/>`, class, mark,
			num(x1), num(y1), num(x1+14), num(y1), num(turn-10), num(y2), num(turn+6), num(y2), num(x2-1), num(y2))
		if mark != "" {
			d.add(`<path class="head" d="M%s %s l-8 -4.5 l0 9 z"/>`, num(x2), num(y2))
		}
		d.label((turn+x2)/2+2, y2-6, "tag", "middle", label)
		if note != "" {
			d.label((turn+x2)/2+2, y2+15, "tag note", "middle", note)
		}
		edges(d, c)
	}
}

// boxes draws n and all below it.
func boxes(d *drawing, n *node) {
	x, y := left(n), n.y
	class, first, second := "", "", ""
	switch {
	case n.member != nil:
		class = "box " + n.member.role
		first = n.member.name()
		second = n.member.when.String()
		if n.member.role == report.Origin {
			second += " · origin"
		}
	case n.outlet != "":
		class, first, second = "box absent", n.outlet, "piece not found"
		if n.outlet == unknownSource {
			second = ""
		}
	default:
		class, first = "box rest", fmt.Sprintf("and %s more", grouped(len(n.more)))
		var names []string
		for _, m := range n.more[:min(len(n.more), 4)] {
			names = append(names, m.name())
		}
		second = strings.Join(names, ", ")
	}
	d.linked(n.member, func() {
		d.add(`<rect class="%s" x="%s" y="%s" width="%d" height="%d" rx="6"/>`, class, num(x), num(y), boxWidth, boxHeight)
		d.label(x+10, y+18, "name", "start", fit(first, boxWidth-20, 13.5))
		d.label(x+10, y+35, "small", "start", fit(second, boxWidth-20, 11.5))
	})
	for _, c := range n.children {
		boxes(d, c)
	}
}
