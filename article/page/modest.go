package page

import "golang.org/x/net/html"

// Bounds of the trees that libraries are given. Their time grows with the
// square of the paragraphs and with the depth of each element; within these
// bounds each stays below half a second or so. The pages of news sites have two
// or three thousand elements and a sum of depths of 30,000, and half of that
// when prepared.
const (
	mostElements = 5_000
	mostDepth    = 150_000 // sum over all elements
	mostText     = 256 << 10
)

// modest reports whether a tree is within the bounds.
func modest(doc *html.Node) bool {
	elements, depths, depth, text := 0, 0, 0, 0
	for n := doc; ; {
		if n.Type == html.ElementNode {
			elements++
			depths += depth
			if elements > mostElements || depths > mostDepth {
				return false
			}
		}
		if n.Type == html.TextNode && (n.Parent == nil || !neverText(n.Parent.DataAtom)) {
			if text += len(n.Data); text > mostText {
				return false
			}
		}
		if n.FirstChild != nil {
			n, depth = n.FirstChild, depth+1
			continue
		}
		for n.NextSibling == nil {
			if n = n.Parent; n == nil {
				return true
			}
			depth--
		}
		n = n.NextSibling
	}
}
