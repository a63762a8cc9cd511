package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shortestColumn is the length in bytes of the shortest text of a cell that makes its table the
// layout of a page: data are shorter.
const shortestColumn = 400

// unlayTables makes plain elements of the tables that lay the page out, as pages of before 2005 and
// mail have them: those that hold half of its text or more, a column of it in one cell. Columns and
// boxes that are mostly links go, and so do short ones with links behind the text. It reports
// whether there was one. s is a survey of doc.
func unlayTables(doc *html.Node, s survey) bool {
	all := s[doc].text
	found := false
	for n := doc; n != nil; {
		following := next(doc, n, false)
		switch m := s[n]; {
		case n.DataAtom != atom.Table:
		case m.text*2 > all && s.holdsColumn(n):
			found = true
			s.unlay(n)
			following = next(doc, n, false)
		case found && m.links > 1 && m.linked*2 > m.text && m.text < shortestColumn: // a box beside the text
			following = next(doc, n, true)
			remove(n)
		}
		n = following
	}
	return found
}

// holdsColumn reports whether a cell of a table, of its own rows, holds running text or further tables.
func (s survey) holdsColumn(table *html.Node) bool {
	for cell := range cellsOf(table) {
		if s[cell].text >= shortestColumn {
			return true
		}
	}
	return false
}

// unlay makes plain elements of a table and its rows and cells, and takes out the cells that
// are a menu or a list of other pieces.
func (s survey) unlay(table *html.Node) {
	var cells []*html.Node
	longest, at := 0, 0
	for cell := range cellsOf(table) {
		if s[cell].text > longest {
			longest, at = s[cell].text, len(cells)
		}
		cells = append(cells, cell)
	}
	for i, cell := range cells {
		plainly(cell)
		m := s[cell]
		menu := m.links > 1 && m.linked*2 > m.text && m.text*2 < longest
		foot := m.links > 1 && i > at && m.text*4 < longest
		if i != at && (menu || foot) {
			remove(cell)
		}
	}
	for part := table.FirstChild; part != nil; part = part.NextSibling {
		if !isTablePart(part.DataAtom) {
			continue
		}
		for row := part.FirstChild; row != nil; row = row.NextSibling {
			if row.DataAtom == atom.Tr {
				plainly(row)
			}
		}
		plainly(part)
	}
	plainly(table)
}

// plainly makes an element a <div> that keeps its class.
func plainly(n *html.Node) { n.Data, n.DataAtom = "div", atom.Div }

func isTablePart(a atom.Atom) bool { return a == atom.Tbody || a == atom.Thead || a == atom.Tfoot }

// cellsOf yields the cells of a table's own rows.
func cellsOf(table *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for part := table.FirstChild; part != nil; part = part.NextSibling {
			if !isTablePart(part.DataAtom) {
				continue
			}
			for row := part.FirstChild; row != nil; row = row.NextSibling {
				for cell := row.FirstChild; row.DataAtom == atom.Tr && cell != nil; {
					following := cell.NextSibling
					if (cell.DataAtom == atom.Td || cell.DataAtom == atom.Th) && !yield(cell) {
						return
					}
					cell = following
				}
			}
		}
	}
}
