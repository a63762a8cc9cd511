package page

import (
	_ "embed"
	"fmt"
	"math"
	"strings"

	"github.com/rivo/uniseg"
)

// A drawing is an SVG that grows. Shapes have classes, not colours: a page
// colours them by its style, and a file of its own brings drawing.css.
type drawing struct {
	b             []byte
	width, height float64
	address       func(m *member) string // of an article's text; nil if there are no links
}

//go:embed assets/drawing.css
var drawingStyle string

func (d *drawing) add(format string, args ...any) { d.b = fmt.Appendf(d.b, format, args...) }

// linked draws what leads to an article.
func (d *drawing) linked(m *member, draw func()) {
	if d.address == nil || m == nil || d.address(m) == "" {
		draw()
		return
	}
	d.add(`<a href="%s"><title>%s</title>`, appendText(nil, d.address(m)), appendText(nil, m.name()+": "+heading(m)+", "+m.when.String()))
	draw()
	d.add("</a>")
}

// label writes text. Anchor is start, middle or end.
func (d *drawing) label(x, y float64, class, anchor, text string) {
	d.add(`<text x="%s" y="%s" class="%s" text-anchor="%s">%s</text>`, num(x), num(y), class, anchor, appendText(nil, text))
}

// num writes a coordinate with at most one decimal, the same on all machines.
func num(x float64) string {
	s := fmt.Sprintf("%.1f", math.Round(x*10)/10)
	return strings.TrimSuffix(s, ".0")
}

// inPage returns the drawing as an element of a page. The title says in words
// what is to be seen.
func (d *drawing) inPage(id, title string) []byte {
	b := fmt.Appendf(nil, `<svg class="drawing" role="group" aria-labelledby="%s" viewBox="0 0 %[2]s %[3]s" width="%[2]s" height="%[3]s"><title id="%[1]s">%[4]s</title>`,
		id, num(d.width), num(d.height), appendText(nil, title))
	b = append(b, d.b...)
	return append(b, "</svg>"...)
}

// file returns the drawing as a file that stands alone, headed by a title.
func (d *drawing) file(title string) []byte {
	const head = 44
	width := max(d.width, 320)
	b := fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 -%d %[2]s %[3]s" width="%[2]s" height="%[3]s"><title>%s</title><style>%s</style>`,
		head, num(width), num(d.height+head), appendText(nil, title), drawingStyle)
	b = fmt.Appendf(b, `<rect x="0" y="-%d" width="%s" height="%s" class="ground"/>`, head, num(width), num(d.height+head))
	b = fmt.Appendf(b, `<text x="16" y="-16" class="heading">%s</text>`, appendText(nil, fit(title, width-32, 17)))
	b = append(b, d.b...)
	return append(b, "</svg>\n"...)
}

// fit returns as much of text as is surely no wider in a sans serif of a size,
// bold or not.
func fit(text string, width, size float64) string {
	columns := int(width / (size * 0.6))
	if uniseg.StringWidth(text) <= columns {
		return text
	}
	state, used := -1, 0
	rest := text
	for rest != "" {
		var w int
		before := rest
		_, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > columns-1 {
			return strings.TrimRight(text[:len(text)-len(before)], " ") + "…"
		}
		used += w
	}
	return text
}
