package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shapeNames are those of furnitureNames that name the shape of a part as often as what it holds: builders of
// pages put each block of a text into a widget, others into slides, and a paragraph may be "navy" or set in "Barlow".
var shapeNames = []string{"widget", "slide", "bar", "viewport", "overlay", "message", "meta", "nav", "embed", "share", "attachment", "expand", "button"}

// shapesOf returns the shapeNames that say nothing on this page: those of which the elements hold most of the running
// text of root, of which all is the measure. lost is how much of it all of furnitureNames would take out.
func (s survey) shapesOf(root *html.Node, all measure, lost int) (shapes []string) {
	if lost*4 <= all.prose*3 || all.prose*2 < all.text {
		return nil
	}
	for _, name := range shapeNames {
		named := 0
		for n := next(root, root, false); n != nil; {
			found := n.Type == html.ElementNode && len(n.Attr) > 0 && s.textual(n) && isFurniture(n, nil) && !isFurniture(n, []string{name})
			if found {
				named += s[n].prose
			}
			n = next(root, n, found)
		}
		if named*2 > all.prose {
			shapes = append(shapes, name)
		}
	}
	return shapes
}

// textual reports whether n holds blocks of running text or headings, and is neither a teaser nor mostly links.
func (s survey) textual(n *html.Node) bool {
	m := s[n]
	if m.headed || m.text == 0 || m.linked*2 > m.text {
		return false
	}
	if isTextBlock(n.DataAtom) {
		return true
	}
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if isTextBlock(c.DataAtom) {
			return true
		}
	}
	return false
}

// isFurniture reports whether class or id of n name a part that is not of the running
// text, by another of furnitureNames than shapes.
func isFurniture(n *html.Node, shapes []string) bool {
	switch n.DataAtom {
	case atom.Div, atom.Dd, atom.Dt, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.P, atom.Section, atom.Span, atom.Td:
	default:
		return false
	}
	for i := range n.Attr {
		if a := &n.Attr[i]; (a.Key == "class" || a.Key == "id") && len(a.Val) < 400 && namesFurniture(a.Val, shapes) {
			return true
		}
	}
	return false
}

// furniturePhrases finds furnitureNames.
var furniturePhrases = phrases(furnitureNames...)

// namesFurniture reports whether one of furnitureNames but shapes is a part of a class or id.
func namesFurniture(name string, shapes []string) bool {
	if len(shapes) == 0 {
		return furniturePhrases().In(name)
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(furnitureNames, func(f string) bool { return strings.Contains(name, f) && !slices.Contains(shapes, f) })
}
