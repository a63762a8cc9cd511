package reader

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// savedTableForm is what programs save under the ending of old workbooks of Excel and is none: a page that holds a table, as
// systems for media write it for download, or cells with tabs between them. A workbook of that kind itself is not read.
func savedTableForm() *form {
	const ending = ".xls"
	f := &form{
		name:    "a table saved for Excel",
		endings: []string{ending},
		sniff:   func([]byte) bool { return false },
		parse:   parseRow,
	}
	tables := tableForm()
	f.split = func(src *source) error {
		head, _ := src.r.Peek(headSize)
		switch {
		case isTable(head):
			return splitTable(tables, src)
		case len(head) > 0 && !looksLikePage(head) && !beginsTable(head):
			src.problem(0, "no reader for %s (%s)", ending, unreadable(ending))
			return nil
		}
		data, ok := src.all()
		if !ok {
			return nil
		}
		if table := webTable(data, src.o.Charset); table != nil {
			return splitWebTable(f, src, table)
		}
		src.problem(0, "a page saved for Excel in which there is no table of articles")
		return nil
	}
	return f
}

// beginsTable reports whether head begins with a table, without the head of a page, as scripts print it.
func beginsTable(head []byte) bool {
	const tag = "<table"
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
	return len(head) >= len(tag) && bytes.EqualFold(head[:len(tag)], []byte(tag))
}

// splitWebTable hands on the rows of a table that webTable made.
func splitWebTable(f *form, src *source, table []byte) error {
	src.made = table
	src.r = bufio.NewReaderSize(bytes.NewReader(table), headSize)
	return splitTable(f, src)
}

// Bounds of what may be a table of articles.
const (
	mostBefore     = 4   // rows above the header: the name of the list
	leastFields    = 3   // columns that name a field
	mostBesideText = 600 // bytes of text of the page outside of the table
)

// webTable returns the table of a page as one with commas between its cells, if the page is a table of articles and nothing more:
//
//	<table><tr><th>Title</th><th>Date</th><th>Outlet</th><th>Text</th></tr>
//	<tr><td>Harbour stays open</td><td>12.03.2025</td><td>The Example</td><td>The harbour ...<br><br>Nobody ...</td></tr></table>
//
// One of its first rows names the text and two fields more of an article, and little else; most rows have as many cells; there is
// no table within it, and hardly any text beside it. nil if it is another page. Pages of sites describe themselves to others, which
// such tables do not: most are told by that.
func webTable(data []byte, charset string) []byte {
	const longestHead = 128 << 10
	head := data[:min(len(data), longestHead)]
	if bytes.Contains(head, []byte("og:title")) || bytes.Contains(head, []byte("ld+json")) || !mayNameFields(data) {
		return nil
	}
	label := charset
	if declared := declaredCharset(data); declared != "" {
		label = declared
	}
	text, _, err := decode(withoutZeros(data), label)
	if err != nil {
		return nil
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil
	}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Table && n.Type == html.ElementNode {
			if rows := articleRows(n); rows != nil && len(oneLine(textBeside(doc, n))) <= mostBesideText {
				return commaRows(rows)
			}
			return nil
		}
	}
	return nil
}

// mayNameFields reports whether the first rows of the first table of a page hold cells that name fields, without a look at the tree of
// the page.
func mayNameFields(data []byte) bool {
	const longest = 8 << 10 // bytes of those rows
	at := max(bytes.Index(data, []byte("<tr")), bytes.Index(data, []byte("<TR")))
	if at < 0 {
		return false
	}
	z := html.NewTokenizer(bytes.NewReader(data[at:min(len(data), at+longest)]))
	known, tags := 0, 0
	var cell strings.Builder
	for tags <= 2*(mostBefore+1) {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.TextToken:
			cell.Write(z.Text())
		case html.StartTagToken, html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a != atom.Td && a != atom.Th && a != atom.Tr {
				continue
			}
			if isFieldName(oneLine(cell.String())) {
				known++
			}
			if cell.Reset(); a != atom.Tr {
				continue
			}
			if known >= leastFields {
				return true
			}
			known, tags = 0, tags+1
		}
	}
	return false
}

// isFieldName reports whether the text of a cell names a field of an article.
func isFieldName(s string) bool {
	f, _ := columnField(s)
	return len(s) <= longestLabel && f != noField && f != nestField
}

// articleRows returns the rows of a table from its header on, nil if it is no table of articles.
func articleRows(table *html.Node) (rows [][]string) {
	var header, links []string
	title, even, above := 0, 0, 0
	for n := range table.Descendants() {
		if n.DataAtom == atom.Table {
			return nil
		}
		if n.DataAtom != atom.Tr {
			continue
		}
		cells, link := rowCells(n, header, title)
		switch {
		case header != nil:
			if len(cells) == len(header) {
				even++
			}
			rows, links = append(rows, cells), append(links, link)
		case namesArticles(cells):
			header, title = cells, titleColumn(cells)
			rows, links = append(rows, cells), append(links, "")
		case above == mostBefore:
			return nil
		default:
			above++
		}
	}
	if even == 0 || even*2 <= len(rows)-1 {
		return nil
	}
	return withLinks(rows, links)
}

// withLinks adds a column of the pages to which the titles lead to a table that has none.
func withLinks(rows [][]string, links []string) [][]string {
	for _, name := range rows[0] {
		if f, _ := columnField(name); f == urlField {
			return rows
		}
	}
	found := false
	for _, link := range links {
		found = found || link != ""
	}
	if !found {
		return rows
	}
	width := len(rows[0])
	for i := range rows {
		if len(rows[i]) == width {
			rows[i] = append(rows[i], links[i])
		}
	}
	rows[0][width] = "url"
	return rows
}

// titleColumn returns which column names the title, -1 if none does.
func titleColumn(header []string) int {
	for i, name := range header {
		if f, _ := columnField(name); f == titleField {
			return i
		}
	}
	return -1
}

// namesArticles reports whether the cells of a row name the text and two fields more of an article at least, and little else.
func namesArticles(cells []string) bool {
	var has [fieldCount]bool
	known := 0
	for _, cell := range cells {
		if len(cell) > longestLabel {
			return false
		}
		if f, _ := columnField(cell); f != noField && f != nestField {
			known++
			has[f] = true
		}
	}
	fields := 0
	for _, h := range has {
		if h {
			fields++
		}
	}
	return has[textField] && fields >= leastFields && known*2 >= len(cells)
}

// rowCells returns the texts of the cells of a row under a header, and the address to which the one in the column of the title leads.
// In a column of addresses the one that is linked counts, as "Open" may be what is shown of it.
func rowCells(row *html.Node, header []string, title int) (cells []string, link string) {
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		i := len(cells)
		text := cellText(c)
		if a := onlyLink(c); a != nil && i < len(header) {
			href := strings.TrimSpace(attribute(a, "href"))
			f, _ := columnField(header[i])
			switch {
			case !isURL(href):
			case f == urlField && !isURL(text):
				text = href
			case i == title:
				link = href
			}
		}
		cells = append(cells, text)
	}
	return cells, link
}

// cellText returns the text of a cell with its paragraphs.
func cellText(cell *html.Node) string {
	var b strings.Builder
	for c := cell.FirstChild; c != nil; c = c.NextSibling {
		if html.Render(&b, c) != nil {
			return ""
		}
	}
	return proseOf(b.String())
}

// attribute returns the value of an attribute, empty if there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textBeside returns the text of a page outside of its table.
func textBeside(doc, table *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c == table, c.Type == html.ElementNode && unseen([]byte(c.Data)):
			case c.Type == html.TextNode:
				fmt.Fprint(&b, c.Data, " ")
			default:
				walk(c)
			}
		}
	}
	walk(doc)
	return b.String()
}

// commaRows writes rows as a table with commas.
func commaRows(rows [][]string) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range rows {
		_ = w.Write(row) // to memory
	}
	w.Flush()
	return out.Bytes()
}
