package reader

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
)

// countedInHTML is the line before a document of Nexis in its form of HTML.
var countedInHTML = regexp.MustCompile(`(?i)>\s*(?:do[ck]ument[oe]? )?\d{1,6} (?:of|von|de|van|di|sur) \d{1,6}(?: do[ck]uments?)?\s*<`)

// The marks of exports as HTML: of each line one must be in the page.
var (
	europresseMarks = [][]string{{"<article"}, {"DocPublicationName", "titreArticle"}}
	cellMarks       = [][]string{{"<td"}, {"DocPublicationName"}, {"TitreArticleVisu"}} // of Europresse until 2013
	factivaMarks    = [][]string{{"articleParagraph"}, {">Document ", ">Dokument ", ">Documento ", "Article\""}}
	codesMarks      = [][]string{{">HD<"}, {">TD<"}}
	nexisMarks      = [][]string{{"<DOCFULL>", "LXNComment", ">End of Document<", "DOCUMENTS</", "Dokument ", "Document "}}
)

// htmlExport tells what export a page is, if any.
func htmlExport(data []byte) exportKind {
	// Pages of sites describe themselves to others, which exports do not. Most are
	// told by that without a look at the whole.
	const head = 128 << 10
	if bytes.Contains(data[:min(len(data), head)], []byte("og:title")) {
		return noExport
	}
	switch {
	case marked(data, europresseMarks), marked(data, cellMarks):
		return europresse
	case marked(data, factivaMarks), marked(data, codesMarks):
		return factivaExport
	case marked(data, nexisMarks) && (countedInHTML.Match(data) || bytes.Contains(data, []byte(">End of Document<"))):
		return textExport(data)
	case bytes.Contains(data, []byte("GBI-Genios")):
		if textExport([]byte(withGeniosColons(string(data)))) == genios {
			return genios
		}
	case bytes.Contains(data, []byte("ProQuest")):
		if textExport(data) == proQuestLabels {
			return proQuestLabels
		}
	}
	return noExport
}

// marked reports whether data hold one of each of the marks.
func marked(data []byte, marks [][]string) bool {
	for _, ways := range marks {
		if !slices.ContainsFunc(ways, func(mark string) bool { return bytes.Contains(data, []byte(mark)) }) {
			return false
		}
	}
	return true
}

// textExport tells what export the text of a page is.
func textExport(data []byte) exportKind {
	text, _, err := decode(data, declaredCharset(data))
	if err != nil {
		return noExport
	}
	return exportOf([]byte(proseOf(text)))
}

// splitHTMLExport cuts an export as HTML into its documents. But for Europresse,
// which marks the parts of each, it is read as the text that it shows.
func splitHTMLExport(f *form, src *source, kind exportKind, data []byte) error {
	label := src.o.Charset
	if declared := declaredCharset(data); declared != "" {
		label = declared
	}
	text, _, err := decode(withoutZeros(data), label)
	if err != nil {
		src.problem(0, "%s", err)
		return nil
	}
	s := &exportSplitter{kind: kind, form: f, src: src}
	if kind == genios {
		text = withGeniosColons(text)
	}
	if kind != europresse {
		return s.text(proseOf(text))
	}
	begins, ends := "<article", "</article>"
	if !strings.Contains(text, begins) {
		begins, ends = "<td", "</td>"
	}
	for {
		start := strings.Index(text, begins)
		if start < 0 {
			return s.end()
		}
		text = text[start:]
		end := strings.Index(text, ends)
		if end < 0 {
			end = len(text)
		}
		if document := text[:end]; strings.Contains(document, "DocPublicationName") {
			s.begun, s.data = true, []byte(document)
		}
		text = text[end:]
		if err := s.flush(); err != nil {
			return err
		}
	}
}

// parseEuropresse reads an article of Europresse:
//
//	<article><header>
//	  <div class="rdp__DocPublicationName"><span class="DocPublicationName">L'Exemple, no. 123</span></div>
//	  <span class="DocHeader">Ville, mercredi 12 mars 2025 311 mots, p. 3</span>
//	  <div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Le port reste ouvert</p></div>
//	  <p class="sm-margin-bottomNews">Ada Crane</p>
//	</header><section><div class="DocText clearfix"><div class="docOcurrContainer"><p>...</p></div></div></section>
//	<aside>...</aside><footer>... news·20250312·EX·1 ...</footer></article>
func parseEuropresse(r *Record) ([]article.Article, []Problem) {
	data := r.Data
	if bytes.HasPrefix(data, []byte("<td")) { // a cell without its table is not parsed as one
		data = append([]byte("<div"), data[len("<td"):]...)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, []Problem{r.problem("not HTML: %s", err)}
	}
	var d document
	d.outlet(firstLine(nodeText(byClass(root, "DocPublicationName"))))
	d.plain(titleField, 1, "title", oneLine(nodeText(byClass(root, "titreArticleVisu", "rdp__articletitle", "titreArticle", "TitreArticleVisu"))))
	d.says(bylineLabel, strings.TrimSuffix(nodeText(byClass(root, "docAuthors", "sm-margin-bottomNews")), ","))
	if !d.headed(nodeText(byClass(root, "DocHeader"))) && !d.headed(nodeText(nextElement(byClass(root, "DocTitreSousSection")))) {
		if m := europresseNumber.FindStringSubmatch(nodeText(root)); m != nil {
			d.plain(dateField, 2, "news number", m[1])
		}
	}
	body := byClass(root, "docOcurrContainer", "DocText", "doc-content")
	if title := byClass(root, "TitreArticleVisu"); body == nil && title != nil {
		body = d.cell(title)
	}
	if body == nil {
		return nil, []Problem{r.problem("the document has no text")}
	}
	var b strings.Builder
	if err := html.Render(&b, body); err != nil {
		return nil, []Problem{r.problem("not HTML: %s", err)}
	}
	d.setText(1, "", proseOf(b.String()))
	if d.rank[textField] == 0 {
		return nil, []Problem{r.problem("the document has no text")}
	}
	return d.finish(r, nil)
}

// cell takes the writer out of a document that is a cell of a table, behind its
// title, and returns what is left, the text:
//
//	<td><span class="DocPublicationName">L'Exemple</span><br><span class="DocHeader">Ville, mercredi 12 mars 2025, p. 3</span><br>
//	<span class="TitreArticleVisu">Le port reste ouvert</span><br>Ada Crane<p>...</p><p>© 2025 L'Exemple. Tous droits réservés.</p></td>
func (d *document) cell(title *html.Node) *html.Node {
	const longestName = 60 // bytes
	body := title.Parent
	for c := body.FirstChild; c != nil && c != title; c = body.FirstChild {
		body.RemoveChild(c)
	}
	body.RemoveChild(title)
	writer := true
	for c := body.FirstChild; c != nil; {
		following := c.NextSibling
		s := strings.TrimSpace(c.Data)
		if c.Type == html.ElementNode {
			s = oneLine(nodeText(c))
		}
		if s != "" && (writer && len(s) <= longestName && !strings.HasSuffix(s, ".") || isCopyright(s)) {
			if writer && !isCopyright(s) {
				d.says(bylineLabel, s)
			}
			body.RemoveChild(c)
		}
		writer = writer && s == ""
		c = following
	}
	return body
}

// nextElement returns the element behind n in its parent, nil if there is none.
func nextElement(n *html.Node) *html.Node {
	for n != nil {
		if n = n.NextSibling; n != nil && n.Type == html.ElementNode {
			return n
		}
	}
	return nil
}

// europresseNumber is the number of a document, which has its day in it.
var europresseNumber = regexp.MustCompile(`\b(?:news|web|press|biz|doc)[·.:](\d{8})[·.:]`)

// headed takes the day out of the line that says where an article stood: section,
// day, length, page. It reports whether there is one.
func (d *document) headed(line string) bool {
	words := strings.Fields(strings.ReplaceAll(line, ",", " , "))
	for from := range words {
		for to := min(len(words), from+6); to >= from+3; to-- {
			if d.dated(strings.ReplaceAll(strings.Join(words[from:to], " "), " ,", ",")) {
				return true
			}
		}
	}
	return false
}

// byClass returns the first element that has the first of the classes, else of
// the next; nil if none has any.
func byClass(root *html.Node, classes ...string) *html.Node {
	for _, class := range classes {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && hasClass(n, class) {
				return n
			}
		}
	}
	return nil
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" {
			continue
		}
		for c := range strings.FieldsSeq(a.Val) {
			if c == class {
				return true
			}
		}
	}
	return false
}

// nodeText returns the text of an element, with an end of line for <br> and
// between its blocks.
func nodeText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.DataAtom == atom.Br || c.DataAtom == atom.P || c.DataAtom == atom.Div:
			b.WriteByte('\n')
		}
	}
	return strings.TrimSpace(b.String())
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
