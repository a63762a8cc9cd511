package page

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	dateparser "github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"wiretrace/article"
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
	if b := bylineName(a.Byline()); personal(b) && !sameSite(b, p.Outlet.Value) {
		p.Byline.set(b, "readability")
	}
}

// The dates that htmldate may find. Its own bounds are the clock's, and what is
// read from a page must not depend on when it is read.
var (
	firstDate = time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)
	lastDate  = time.Date(2099, 12, 31, 0, 0, 0, 0, time.UTC)
)

// guessDate asks htmldate for the day of publication. It looks at addresses and
// at dates in the text, so that its answer is the last resort.
func (d *describer) guessDate(doc *html.Node) article.Time {
	var r htmldate.Result
	var err error
	if !guard(func() {
		r, err = htmldate.FromDocument(doc, htmldate.Options{
			UseOriginalDate: true, URL: d.at, MinDate: firstDate, MaxDate: lastDate,
			DateParserConfig: &dateparser.Configuration{CurrentTime: firstDate, StrictParsing: true},
		})
	}) || err != nil || r.IsZero() {
		return article.Time{}
	}
	y, m, day := r.DateTime.Date()
	// What the source does not say was completed from the clock.
	year := strconv.Itoa(y)
	if !strings.Contains(r.SrcString, year) && !strings.Contains(r.SrcString, year[2:]) {
		return article.Time{}
	}
	return article.Time{When: time.Date(y, m, day, 0, 0, 0, 0, time.UTC), Precision: article.Day, Source: "htmldate"}
}
