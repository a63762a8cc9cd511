// Package readability stands in for the module of its name, an older
// go-readability, which go-trafilatura falls back on when it is told to. It
// never is. The newer one, which is asked about titles and bylines, is another
// module.
package readability

import (
	"errors"
	"net/url"

	"golang.org/x/net/html"
)

// An Article is what FromDocument never finds.
type Article struct {
	Node *html.Node
}

var errNone = errors.New("there is no fallback")

// FromDocument fails.
func FromDocument(*html.Node, *url.URL) (Article, error) { return Article{}, errNone }
