package reader

import (
	"bytes"
	"cmp"
	"io"
	"strings"
	"unicode/utf8"

	"wiretrace/article"
)

// xmlForm is news as XML: NITF and NewsML-G2, in which agencies deliver,
// feeds, RSS and Atom, whose entries hold the whole text, and what databases give out. The outermost element
// tells which; documents of many articles are read one by one, however long.
func xmlForm() *form {
	f := &form{
		name:    "XML",
		endings: []string{".xml", ".nitf", ".newsml", ".g2", ".rss", ".atom", ".rdf", ".wxr", ".sgm", ".sgml", ".enex"},
		sniff: func(head []byte) bool {
			root := rootOf(head)
			return newsRoot(root) || isScraped(root, head) || articleNamed(root, head) != "" || root != "" && root != "html" && recordOf(head) != ""
		},
		parse: parseXML,
		wire:  true,
	}
	f.split = func(src *source) error { return splitXML(f, src) }
	return f
}

// newsRoot reports whether documents with an outermost element of the name hold
// articles.
func newsRoot(root string) bool {
	switch root {
	case "nitf", "newsitem", "newsmessage", "newsml", "packageitem", "rss", "rdf", "feed", "entry":
		return true
	}
	return factivaRoot(root)
}

// factivaRoot reports whether documents with an outermost element of the name are of Factiva.
func factivaRoot(root string) bool {
	return root == "ppsresponse" || root == "ppsarticleresponse" || root == "ppsarticleresultset" || root == "ppsarticle"
}

// An xmlAround is what a document says of its articles.
type xmlAround struct {
	name     string // of the article's element, in lower case
	record   bool   // it is of a form of its own
	charset  string // declared
	outlet   string // title of a feed
	byline   string // who wrote the entries of a feed that name nobody
	base     string // address that links in a feed are relative to
	language string
	writers  map[string]string // their names by those that they log in with
}

// splitXML cuts a document into its articles. The number of a record is that
// of the article in the document.
func splitXML(f *form, src *source) error {
	head, _ := src.r.Peek(headSize)
	c := xmlCutter{w: newWindow(utf8Stream(src.r, head), src.block, src.o.MaxRecord)}
	defer func() { src.block = c.w.rest() }()
	c.w.fill(min(headSize, len(head)))
	root := rootOf(head)
	record := c.want(root, head)
	var around *xmlAround
	var first *Record // of a document that may be one article, until another follows
	for number := 1; ; number++ {
		element, name := c.next()
		if first != nil {
			if name == "" {
				first.Number = 0
			}
			if err := src.hand(first); err != nil || name == "" {
				return err
			}
			first = nil
		}
		if name == "" {
			c.ended(src, root, head, number)
			return nil
		}
		if number == 1 && name == root && !record {
			number = 0
		}
		switch {
		case c.cut && c.w.err != io.EOF:
			src.problem(number, "%s", because(c.w.err))
			return nil
		case c.cut:
			src.problem(number, "the file ends within the article: it is cut short")
			return nil
		case c.large:
			src.problem(number, "%s", tooLarge(c.w.max))
			continue
		}
		if around == nil || around.name != name {
			declared := encodingOf(head)
			around = c.around(name, cmp.Or(declared, src.o.Charset, charsetOf(head)))
			around.charset, around.record = declared, record
		}
		next := &Record{Number: number, Data: element, around: around, form: f}
		if number == 1 && name == root {
			next.Data = bytes.Clone(element)
			first = next
			continue
		}
		if err := src.hand(next); err != nil || number == 0 {
			return err
		}
	}
}

// want tells the cutter which elements are articles in the document with this outermost element, which begins with head.
// record says that its form is its own.
func (c *xmlCutter) want(root string, head []byte) (record bool) {
	switch {
	case root == "rss" || root == "rdf" || root == "feed" || root == "entry":
		c.wanted = map[string]bool{"item": true, "entry": true}
	case isScraped(root, head):
		c.wanted = map[string]bool{"doc": true, "tei": true}
	case factivaRoot(root):
		c.wanted = map[string]bool{"ppsarticle": true}
	case articleNamed(root, head) != "":
		c.wanted = map[string]bool{articleNamed(root, head): true}
	default:
		c.wanted = map[string]bool{"nitf": true, "newsitem": true}
		if !newsRoot(root) && root != "html" {
			if name := recordOf(head); name != "" {
				c.wanted, record = map[string]bool{name: true}, true
			}
		}
	}
	return record
}

// ended reports what is wrong with a document that has ended before the article of this number.
func (c *xmlCutter) ended(src *source, root string, head []byte, number int) {
	switch {
	case c.w.err != io.EOF:
		src.problem(number, "%s", because(c.w.err))
	case len(c.open) > 0 && newsRoot(root):
		src.problem(number, "the document ends before <%s> is closed: it is cut short", shorten(c.open[0]))
	case number > 1 || root == "rss" || root == "rdf" || root == "feed" || root == "newsmessage":
	case len(head) == 0:
		src.problem(0, "the file is empty")
	case root == "":
		src.problem(0, "not XML: it begins with no element")
	case !src.file.named && (root == "urlset" || root == "sitemapindex"): // a map of the site
	default:
		src.problem(0, "%s", notNews(root))
	}
}

// around returns what stands before the articles, in the character set of a label if it is not
// UTF-8.
func (c *xmlCutter) around(name, label string) *xmlAround {
	a := &xmlAround{name: name}
	root := xmlScanner{b: c.root, last: true}
	root.next()
	a.language = languageCode(root.attr("xml:lang"))
	if name != "item" && name != "entry" {
		return a
	}
	a.base = root.attr("xml:base")
	before := c.head
	if !utf8.Valid(before) {
		if text, _, err := decode(before, label); err == nil {
			before = []byte(text)
		}
	}
	w := walkXML(before)
	for w.open(0) {
		switch string(w.name) {
		case "title":
			if len(w.prefix) == 0 && a.outlet == "" {
				a.outlet = proseOf(w.markup())
			}
		case "language":
			a.language = languageCode(w.value())
		case "author":
			if string(w.prefix) == "wp" {
				a.writer(w)
			} else if v := authorOf(w); name == "entry" {
				a.byline = v
			}
		case "link":
			if href := w.attr("href"); a.base == "" && isURL(href) {
				a.base = href
			}
			w.skip()
		case "image", "textInput":
			w.skip()
		}
	}
	return a
}

// writer reads who writes for a site of WordPress: what they log in with, which stands at their
// entries, and what they are called.
func (a *xmlAround) writer(w *xmlWalker) {
	login, name := "", ""
	for depth := len(w.stack); w.open(depth); {
		switch string(w.name) {
		case "author_login":
			login = w.value()
		case "author_display_name":
			name = w.value()
		default:
			w.skip()
		}
	}
	if a.writers == nil {
		a.writers = map[string]string{}
	}
	a.writers[login] = name
}

func parseXML(r *Record) ([]article.Article, []Problem) {
	a := r.around.(*xmlAround)
	b := r.Data
	var problems []Problem
	if !utf8.Valid(b) || !printable(b) {
		text, lost, err := r.decode(cmp.Or(a.charset, r.o.Charset))
		if err != nil {
			return nil, []Problem{r.problem("%s", err)}
		}
		b, problems = []byte(text), lost
	}
	w := walkXML(b)
	w.step()
	var d delivery
	if a.language != "" {
		d.set(languageField, 9, nil, a.language)
	}
	reason := d.read(w, a)
	switch {
	case w.deep:
		return nil, append(problems, r.problem("its elements are nested more than %d deep", maxElements))
	case d.picture:
		return nil, problems
	case reason != "":
		return nil, append(problems, r.problem("%s", reason))
	case d.rank[textField] == 0:
		return nil, append(problems, r.problem("the text is empty"))
	}
	got := d.article(r)
	if got.Published.Precision == article.NoTime && d.badDate != "" {
		problems = append(problems, r.problem("%s", d.dateProblem()))
	}
	return []article.Article{got}, problems
}

// A delivery is what an element says of its article.
type delivery struct {
	fields
	picture bool // it is one, or a sound, and not an article
}

// read reads the element that has just opened, and returns why it gives no article.
func (d *delivery) read(w *xmlWalker, a *xmlAround) (reason string) {
	if a.record {
		if kind := otherDocument(w.attr("type")); kind != "" {
			w.skip()
			return "no article: its corpus calls it " + kind
		}
		d.record(w)
		return ""
	}
	switch a.name {
	case "nitf":
		d.nitf(w)
	case "newsitem":
		return d.newsItem(w)
	case "doc":
		d.scrapedDoc(w)
	case "tei":
		d.scrapedTEI(w)
	case "ppsarticle":
		d.factivaArticle(w)
	case "article":
		d.pamArticle(w)
	case "record":
		d.tdmRecord(w)
	case "note":
		d.note(w)
	case "alto":
		d.altoPage(w)
	default:
		return d.feedItem(w, a)
	}
	return ""
}

// plain offers a value for a field of one line.
func (d *delivery) plain(f field, rank uint8, name, v string) { d.set(f, rank, []byte(name), v) }

// setText offers a text, behind the line that says where it was written, if
// the text does not begin with that itself.
func (d *delivery) setText(rank uint8, dateline, text string) {
	if text == "" {
		d.blank = true
		return
	}
	text = plainText(text) // HTML in CDATA
	if place, _, _ := strings.Cut(dateline, " "); place != "" && !strings.HasPrefix(text, strings.Trim(place, ",.-–—")) {
		text = dateline + "\n\n" + text
	}
	d.take(textField, rank, text)
}

// withoutBy cuts the word off a byline that says that it is one.
func withoutBy(s string) string {
	for _, by := range []string{"by ", "von ", "por ", "par ", "di "} {
		if len(s) > len(by) && strings.EqualFold(s[:len(by)], by) {
			return strings.TrimSpace(s[len(by):])
		}
	}
	return s
}
