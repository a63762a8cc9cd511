package reader

import (
	"bytes"
	"io"
	"os"

	"wiretrace/article/date"
)

// orderDates finds out in which order the columns of dates write day and month,
// where they write both in figures. The whole column tells: one row in which the
// day is above twelve is enough, and two rows that contradict each other say
// that nothing is known. Where the table comes from a pipe, or lies in an archive
// of files, only the rows that w shows can be looked at.
func (t *table) orderDates(src *source, w *window) {
	c := columnDates{table: t, seen: make([][3]bool, len(t.names))}
	if !c.head(w.bytes(), w.err != nil) {
		return
	}
	if in, err := src.reopened(); err == nil {
		c.whole(in, src)
		_ = in.Close()
	}
	for i, seen := range c.seen {
		switch {
		case seen[date.DayFirst] && !seen[date.MonthFirst]:
			t.orders[i] = date.DayFirst
		case seen[date.MonthFirst] && !seen[date.DayFirst]:
			t.orders[i] = date.MonthFirst
		}
	}
}

// reopened opens the file once more, if it is one that is read from a disk.
func (src *source) reopened() (io.ReadCloser, error) {
	if src.made != nil {
		return io.NopCloser(bytes.NewReader(src.made)), nil
	}
	if src.inside != nil || src.file.path == "-" {
		return nil, os.ErrNotExist
	}
	info, err := os.Stat(src.file.path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, os.ErrNotExist
	}
	return os.Open(src.file.path)
}

// columnDates notes the orders that the dates of columns show.
type columnDates struct {
	*table
	seen  [][3]bool // for each column, the orders seen
	cells []string
}

// head looks at the rows that b begins with, and reports whether any of their
// dates are in figures whose order matters. all says that b holds all rows.
func (c *columnDates) head(b []byte, all bool) (matters bool) {
	e := c.rowEnd()
	for len(b) > 0 {
		e.reset()
		end, done := e.scan(b, all)
		if !done && !all {
			break
		}
		matters = c.row(b[:end]) || matters
		b = b[min(end+1, len(b)):]
	}
	return matters
}

// row looks at the dates of a row.
func (c *columnDates) row(row []byte) (matters bool) {
	c.cells = c.table.cells(string(row), c.cells[:0])
	for i, cell := range c.cells[:min(len(c.cells), len(c.fields))] {
		if c.fields[i] != dateField && !c.isDay(i) || len(cell) > 40 {
			continue
		}
		order, open := date.OrderOf(cell)
		c.seen[i][order] = true
		matters = matters || open || order != date.UnknownOrder
	}
	return matters
}

// whole looks at all rows of the table that in reads.
func (c *columnDates) whole(in io.Reader, src *source) {
	again := &source{
		scan: &scan{ctx: src.ctx, o: &Options{Charset: src.o.Charset, MaxRecord: src.o.MaxRecord, Progress: new(Progress)}},
		file: src.file, pack: src.pack, size: -1,
	}
	content, done, err := again.content(in)
	if err != nil {
		return
	}
	defer done()
	head, _ := content.Peek(4)
	rows := tableRows{w: newWindow(utf8Stream(content, head), nil, src.o.MaxRecord)}
	if t, _ := rows.header(src.o.Charset); t == nil {
		return
	}
	for {
		row, st := rows.next()
		switch {
		case st == over || st == cut:
			return
		case st == whole && bytes.IndexByte(row, 0) < 0:
			c.row(row)
		}
	}
}
