package page

import (
	"net/url"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// ask asks go-readability for title and byline where what the page says of
// itself does not tell them.
func (d *describer) ask(doc *html.Node, p *Page) {
	parser := readability.NewParser()
	address, err := url.Parse(d.at)
	if err != nil {
		address = nil
	}
	var a readability.Article
	if !guard(func() { a, err = parser.ParseDocument(doc, address) }) || err != nil {
		return
	}
	p.Title.set(clean(a.Title()), "readability")
	if b := bylineName(a.Byline()); len(d.bylines) > 0 && personal(b) && !sameSite(b, p.Outlet.Value) {
		p.Byline.set(b, "readability")
	}
}
