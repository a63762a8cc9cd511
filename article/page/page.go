package page

import (
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// Version numbers what Read makes of a page. It changes with every change of
// its results, so that texts kept by the hash of their page can be told from
// those of other versions.
const Version = 20

// Options say how to read a page.
type Options struct {
	URL string // the address it was fetched from; empty if unknown
}

// A Page is what was read from a page of a site.
type Page struct {
	// Text is the main text: paragraphs with a blank line between them, in
	// which a line break of the page is a line end. Empty if the page has none.
	Text string

	Title, Byline, Outlet Field
	Authors               int // how many entries Byline was put together from; 0 of one line
	URL                   Field
	Language              Field // as the page writes it: en, en-US, pt_BR
	Published             article.Time
	Signals               []article.Signal

	// TextSource says where the text was read if the page does not show it, as "script __NEXT_DATA__".
	TextSource string

	// Wall says for people, if the page is no article but stands in the place of
	// one, what it is; see [Wall]. It is empty for all others.
	Wall string

	// Doubts are what was left out because the page leaves it open, each a
	// sentence for people, without a full stop.
	Doubts []string

	// Partial says that the page was longer than what is looked at.
	Partial bool
}

// Read reads a page, given as valid UTF-8. It depends on nothing but its
// arguments and may be called concurrently.
func Read(s string, o Options) *Page {
	p := read(s, o)
	if len(p.Text) >= leastText {
		return p
	}
	opened, ok := withNoscript(s)
	if !ok {
		return p
	}
	if q := read(opened, o); len(q.Text) > 2*len(p.Text) {
		return q
	}
	return p
}

// read reads a page as it is shown to those whose browser runs scripts.
func read(s string, o Options) *Page {
	p := new(Page)
	s, p.Partial = bounded(s)
	doc := parse(s)
	f := collect(doc)
	d := describe(doc, f, o.URL, p)
	// Where no element is named as a byline, go-readability finds none either.
	if (p.Title.Value == "" || p.Byline.Value == "" && len(d.bylines) > 0) && modest(doc) {
		d.ask(doc, p)
	}
	if p.Published.Precision == article.NoTime {
		p.Published = d.lookForDay(doc)
	}
	if p.Published.Precision == article.NoTime && d.open != "" {
		p.Doubts = append(p.Doubts, fmt.Sprintf("the date %s may have the day or the month first; it is left out", d.open))
	}
	lists := d.listing(doc)
	text, shown := body(doc, d, p)
	p.Text = text
	shown = d.readScripts(p, shown)
	if most := d.declaredWords(); most >= leastDeclared && wordsIn(p.Text)*2 < most {
		p.Text = d.again(s, p, most)
		if n := wordsIn(p.Text); n > 0 && n*2 < most {
			p.Doubts = append(p.Doubts, fmt.Sprintf("the text found has %d words, and the page says that it has %d", n, most))
		}
	}
	if len(p.Text) > len(shown) {
		shown = p.Text // that was found by the second attempt
	}
	if p.Wall = Wall(cmp.Or(f.title, p.Title.Value), shown); p.Wall == "" && (teases(s, p.Text) || endsInOffers(shown)) {
		p.Wall = wallTeaser
	}
	if p.Wall == "" && lists != nil && p.TextSource == "" && lists.covers(p.Text) {
		p.Wall = wallListing
	}
	p.showVisible()
	p.guessLanguage()
	p.Signals = append(p.Signals, d.linked(p.Text, p.Signals)...)
	return p
}

// showVisible takes the characters that show nothing out of text and fields. Those of the page's
// own text are gone already, so that words that they part were known; those of its scripts are not.
func (p *Page) showVisible() {
	p.Text = word.Visible(p.Text)
	for _, v := range [...]*Field{&p.Title, &p.Byline, &p.Outlet} {
		v.Value = word.Visible(v.Value)
	}
}

// describe fills the fields of p that f tells of doc.
func describe(doc *html.Node, f *facts, fetched string, p *Page) *describer {
	address, own, foreign := f.ownSite(fetched)
	title, _ := f.get("og:title", "twitter:title")
	if title == "" {
		title = f.title
	}
	d := &describer{facts: f, doc: doc, data: readLinkedData(f.scripts, title, address), own: own, at: address}
	if address == "" && foreign == "" {
		if address = d.data.address(d.data.article); address != "" {
			d.at = address
			p.URL.set(address, "json-ld")
			if d.own == "" {
				d.own = siteOf(address)
			}
		}
	} else if address != "" {
		source := "link canonical"
		if address == fetched {
			source = "fetched"
		} else if address != absolute(f.rel("canonical"), f.baseOf(fetched)) {
			source = "meta og:url"
		}
		p.URL.set(address, source)
	}
	p.Title = d.headline()
	p.Outlet = d.outlet()
	p.Byline, p.Authors = d.byline(p.Outlet.Value)
	p.Language = d.languageOf()
	p.Published = d.published()
	d.weixin(p)
	p.Signals = d.signals(p.Outlet.Value, foreign)
	return d
}

// MostTags is the number of tags of a page that are looked at. The longest live
// blogs have some 60,000, and each costs some hundred bytes of memory.
const MostTags = 150_000

// bounded returns the beginning of a page that is looked at, and whether that
// is not all of it.
func bounded(s string) (string, bool) {
	tags := 0
	for i := 0; i < len(s); i++ {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			break
		}
		i += k
		if tags++; tags > MostTags {
			return s[:i], true
		}
	}
	return s, false
}
