package sheet

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"wiretrace/report"
)

// Bounds of a sheet.
const (
	mostRows  = excelize.TotalRows // the header included
	mostLinks = excelize.TotalSheetHyperlinks
)

// A column of a sheet: its name as in the CSV files, its width in characters
// and what it holds.
type column struct {
	name  string
	width float64
	holds string
}

// A table is what a sheet holds, spread over several where one is not enough.
type table struct {
	book    *book
	name    string
	columns []column
	most    int // rows of a sheet, the header included

	sheet  string // the one that is being written
	sheets int
	rows   int    // of that one, the header included
	total  int    // of all, without headers
	links  *links // of that one
	bare   int    // rows that got no link for want of room
	stream *excelize.StreamWriter

	// Of the row at hand: its cells, where those of some columns lead, and what went
	// wrong.
	cells []any
	leads map[string]string
	err   error
}

// lead has the cell of a column of the row at hand lead to an address, if it is not
// empty.
func (t *table) lead(column, address string) {
	if t.leads == nil {
		t.leads = map[string]string{}
	}
	t.leads[column] = address
}

// The following make a table a row.Cells: the columns of a sheet are those of the
// CSV file, with dates that are dates and percentages that are percentages.

func (t *table) Text(column, value string) {
	switch {
	case column == "published" || strings.HasSuffix(column, "_published"):
		t.add(t.book.styles.date(value))
	case t.leads[column] != "":
		t.err = errors.Join(t.err, t.linked(value, t.leads[column]))
	default:
		t.text(value)
	}
}

func (t *table) Whole(_ string, n int, known bool) {
	if !known {
		t.add(nil)
		return
	}
	t.add(t.book.styles.number(n))
}

func (t *table) Ratio(_ string, x float64, known bool) {
	if !known {
		t.add(nil)
		return
	}
	t.add(t.book.styles.ratioOf(x))
}

func (t *table) Percent(_ string, p report.Tenths, known bool) {
	t.add(t.book.styles.percentage(p, known))
}

// onPaper has a sheet printed across the long side of the paper, all its columns on one
// page.
func onPaper(f *excelize.File, sheet string) error {
	fit, across, wide, long := true, "landscape", 1, 0
	return errors.Join(
		f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &across, FitToWidth: &wide, FitToHeight: &long}))
}

// begin begins the next sheet of a table.
func (t *table) begin() error {
	t.sheets++
	t.sheet = t.name
	if t.sheets > 1 {
		t.sheet = fmt.Sprintf("%s %d", t.name, t.sheets)
	}
	f := t.book.file
	if _, err := f.NewSheet(t.sheet); err != nil {
		return err
	}
	if err := onPaper(f, t.sheet); err != nil {
		return err
	}
	var err error
	if t.stream, err = f.NewStreamWriter(t.sheet); err != nil {
		return err
	}
	for i, c := range t.columns {
		if err := t.stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := t.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(t.columns))
	for i, c := range t.columns {
		head[i] = excelize.Cell{StyleID: t.book.styles.head, Value: c.name}
	}
	t.rows, t.links = 1, new(links)
	return t.stream.SetRow("A1", head)
}

// text adds a cell of text to the row at hand.
func (t *table) text(value string) {
	cell, isCut := t.book.styles.cellText(value, t.book.objects)
	if isCut {
		t.book.cut++
	}
	t.cells = append(t.cells, cell)
}

// linked adds a cell of text that leads to an address, if there is one.
func (t *table) linked(value, address string) error {
	t.text(value)
	if address == "" || value == "" {
		return nil
	}
	if t.rows == t.most { // the row goes to the next sheet
		if err := t.next(); err != nil {
			return err
		}
	}
	if len(t.links.cells) == mostLinks {
		t.bare++
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(len(t.cells), t.rows+1)
	if err != nil {
		return err
	}
	c := t.cells[len(t.cells)-1].(excelize.Cell)
	c.StyleID = t.book.styles.link
	t.cells[len(t.cells)-1] = c
	t.links.cells = append(t.links.cells, cell)
	t.links.targets = append(t.links.targets, address)
	return nil
}

// add adds other cells to the row at hand.
func (t *table) add(cells ...any) { t.cells = append(t.cells, cells...) }

// end ends the row at hand.
func (t *table) end() error {
	if t.err != nil {
		return t.err
	}
	if t.rows == t.most {
		if err := t.next(); err != nil {
			return err
		}
	}
	t.rows++
	t.total++
	cell, err := excelize.CoordinatesToCellName(1, t.rows)
	if err != nil {
		return err
	}
	err = t.stream.SetRow(cell, t.cells)
	t.drop()
	return err
}

// drop forgets the row at hand.
func (t *table) drop() {
	clear(t.leads)
	clear(t.cells)
	t.cells, t.err = t.cells[:0], nil
}

// next goes on in a further sheet.
func (t *table) next() error {
	if err := t.finish(); err != nil {
		return err
	}
	return t.begin()
}

// finish ends the sheet at hand, with filters on its columns.
func (t *table) finish() error {
	last, err := excelize.CoordinatesToCellName(len(t.columns), max(t.rows, 2))
	if err != nil {
		return err
	}
	if err := t.book.file.AutoFilter(t.sheet, "A1:"+last, nil); err != nil {
		return err
	}
	if len(t.links.cells) > 0 {
		if err := t.book.file.SetCellHyperLink(t.sheet, "A1", mark(len(t.book.hyper)), "Location"); err != nil {
			return err
		}
		t.book.hyper = append(t.book.hyper, t.links)
	}
	return t.stream.Flush()
}
