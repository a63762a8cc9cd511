package reader

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/article/date"
)

// tableForm is a table of articles as text: a header, then one article a row.
// The columns are named as the keys of JSON are. What separates the cells, and
// whether quotation marks hold them together, the first rows tell.
func tableForm() *form {
	f := &form{
		name:    "a table",
		exact:   true,
		endings: []string{".csv", ".tsv", ".tab", ".psv"},
		sniff: func(head []byte) bool {
			t := tableOf(head, "")
			if t == nil || t.column(textField) < 0 || t.known() < 2 {
				return false
			}
			rows, _ := t.even(head[t.before:])
			return rows >= 2
		},
		parse: parseRow,
	}
	f.split = func(src *source) error { return splitTable(f, src) }
	return f
}

// splitTable cuts a table into rows. The number of a record is that of its row
// as a spreadsheet shows it, the header being row 1.
func splitTable(f *form, src *source) error {
	head, _ := src.r.Peek(4)
	w := newWindow(utf8Stream(src.r, head), src.block, src.o.MaxRecord)
	defer func() { src.block = w.rest() }()
	rows := tableRows{w: w}
	t, st := rows.header(src.o.Charset)
	if reason := rows.headless(t, st); reason != "" {
		src.problem(0, "%s", reason)
		return nil
	}
	if t.guess(w.bytes(), src.o.Charset); t.guessed {
		src.warn(0, "%s", guess(t.charset))
	}
	t.since1904 = src.since1904
	t.orderDates(src, w)
	for {
		row, st := rows.next()
		switch {
		case st == over || st == cut:
			if w.err != io.EOF {
				src.problem(rows.number, "%s", because(w.err))
			}
			return nil
		case st == large:
			src.problem(rows.number, "%s%s", tooLarge(w.max), rows.unclosed())
			continue
		case len(bytes.TrimSpace(row)) == 0 || bytes.Equal(row, t.row):
			continue
		}
		if rows.open { // nobody could tell the rows within from lines of a text
			src.problem(rows.number, "%s: all that follows the mark is read as this row", strings.TrimPrefix(rows.unclosed(), "; "))
		}
		if err := src.hand(&Record{Number: rows.number, Data: row, around: t, form: f}); err != nil {
			return err
		}
	}
}

// tableRows cuts the rows of a table out of a window.
type tableRows struct {
	w      *window
	number int // of the row handed out last, from 1
	end    rowEnd
	open   bool // the table ended inside quotation marks
}

// header reads the header and what it says of the table; nil if there is none,
// with the state of its row.
func (r *tableRows) header(charset string) (*table, state) {
	r.w.fill(headSize)
	if bytes.HasPrefix(r.w.bytes(), bomUTF8) {
		r.w.take(len(bomUTF8))
	}
	seen := r.w.bytes()
	t := tableOf(seen[:min(len(seen), headSize)], charset)
	if t == nil {
		if len(bytes.TrimSpace(seen)) == 0 && r.w.err != nil {
			return nil, over
		}
		return nil, whole
	}
	r.w.take(t.before)
	r.number = bytes.Count(seen[:t.before], []byte{t.eol})
	r.end = t.rowEnd()
	row, st := r.next()
	t.row = row
	return t, st
}

// headless says why the table cannot be read by what header returned, empty if
// it can.
func (r *tableRows) headless(t *table, st state) string {
	switch {
	case t == nil && st == over && r.w.err == io.EOF:
		return "the file is empty"
	case t == nil && st == over || st == cut:
		return because(r.w.err)
	case t == nil:
		return "not a table: the first line is no header"
	case t.column(textField) < 0 && !t.holdsPages():
		return fmt.Sprintf("a table without a column of texts: the columns are %s%s", t.list(), t.hint())
	}
	return ""
}

// next hands out the next row without its end.
func (r *tableRows) next() ([]byte, state) {
	r.end.reset()
	r.number++
	seen, passed := 0, false
	for {
		n, done := r.end.scan(r.w.block[r.w.start+seen:r.w.end], r.w.err != nil)
		seen += n
		if done {
			row := r.w.take(seen)
			r.w.start++
			if passed || int64(len(row)) > r.w.max {
				return nil, large
			}
			return row, whole
		}
		if int64(seen) > r.w.max {
			passed, r.w.start, seen = true, r.w.start+seen, 0
		}
		if r.w.more() || r.w.end > r.w.start+seen {
			continue
		}
		row := r.w.take(seen)
		r.open = r.end.quoted
		switch {
		case passed:
			return nil, large
		case len(row) == 0:
			return nil, over
		case r.w.err != io.EOF:
			return row, cut
		}
		return row, whole
	}
}

// unclosed explains a row that was too large because a mark is missing.
func (r *tableRows) unclosed() string {
	if !r.open {
		return ""
	}
	return "; the table ends inside quotation marks that it does not close"
}

// A rowEnd looks for the end of a row in bytes that come in pieces.
//
// Quotation marks count at the beginning of a cell only. Inside, two stand for
// one; one that is followed by anything but the end of the cell is one of the
// text, since programs that do not double them are many, and a table is not
// to be lost to a mark.
type rowEnd struct {
	comma, eol byte
	quotes     bool
	escape     bool // a mark behind a backslash is one of the text
	quoted     bool // inside quotation marks
	inside     bool // not at the beginning of a cell
}

func (e *rowEnd) reset() { e.quoted, e.inside = false, false }

// scan returns how many bytes of b belong to the row, and whether it ends
// there: at an end of line, on which the row does not count. Unless last, a
// mark at the very end of b is left to the next call, as what follows it counts.
func (e *rowEnd) scan(b []byte, last bool) (n int, done bool) {
	for n < len(b) {
		if e.quoted {
			q := e.mark(b[n:])
			if q < 0 {
				return len(b), false
			}
			n += q
			if n+1 == len(b) {
				if last {
					e.quoted, n = false, n+1
				}
				return n, false
			}
			if b[n] == '\\' {
				n += 2
				continue
			}
			switch b[n+1] {
			case '"':
				n += 2
			case e.comma, '\n', '\r', e.eol:
				e.quoted = false
				n++
			default:
				n++
			}
			continue
		}
		switch c := b[n]; {
		case c == e.eol:
			return n, true
		case c == e.comma:
			e.inside = false
		case c == '"' && e.quotes && !e.inside:
			e.quoted, e.inside = true, true
		case c != ' ' || e.comma == ' ':
			e.inside = true
			// To the end of a cell without quotation marks.
			for n+1 < len(b) && b[n+1] != e.comma && b[n+1] != e.eol {
				n++
			}
		}
		n++
	}
	return n, false
}

// mark returns where in b the next quotation mark stands, or backslash where
// one may escape a mark; -1 if there is neither.
func (e *rowEnd) mark(b []byte) int {
	if e.escape {
		return bytes.IndexAny(b, `"\`)
	}
	return bytes.IndexByte(b, '"')
}

// parseRow reads an article from a row of a table.
func parseRow(r *Record) ([]article.Article, []Problem) {
	t := r.around.(*table)
	text, problems, err := r.decode(t.charset)
	if err != nil {
		return nil, []Problem{r.problem("%s", err)}
	}
	var buf [64]string
	cells := t.cells(text, buf[:0])
	if n := len(t.names); len(cells) != n {
		ragged := r.problem("a row of %d cells under a header of %d", len(cells), n)
		if len(cells) > n {
			if strings.TrimSpace(strings.Join(cells[n:], "")) == "" {
				ragged.Reason = ""
			} else {
				// Its cells stand under the wrong names.
				return nil, append(problems, ragged)
			}
		}
		if ragged.Reason != "" {
			problems = append(problems, ragged)
		}
	}
	var fs fields
	t.fill(&fs, cells)
	if fs.openPage(r); fs.rank[textField] == 0 {
		return nil, append(problems, r.problem("%s", cmp.Or(fs.textless(), "the text is empty")))
	}
	return fs.finish(r, problems)
}

// fill sets the fields of p from the cells of a row.
func (t *table) fill(fs *fields, cells []string) {
	for i, cell := range cells[:min(len(cells), len(t.names))] {
		f := t.fields[i]
		if t.since1904 && (f == dateField || t.isDay(i)) {
			cell = since1899(cell)
		}
		switch {
		case t.isDay(i):
			if fs.order = t.orders[i]; isDayOf(cell, fs.order) {
				fs.set(dateField, lastDateRank-1, []byte(t.names[i]), cell)
			}
		case f == nestField && isHTMLKey([]byte(strings.ToLower(t.names[i]))):
			fs.set(pageField, 0, []byte(t.names[i]), cell)
		case f != noField && f != nestField:
			fs.order = t.orders[i]
			fs.set(f, t.ranks[i], []byte(t.names[i]), cell)
		}
	}
}

// holdsPages reports whether a column of the table holds pages as they were fetched.
func (t *table) holdsPages() bool {
	return t.column(pageField) >= 0 || slices.ContainsFunc(t.names, func(name string) bool { return isHTMLKey([]byte(strings.ToLower(name))) })
}

// isDay reports whether a column is called data, which is the day in Italian, Portuguese, Polish and other languages, and all
// kinds of things in English.
func (t *table) isDay(column int) bool {
	return t.fields[column] == nestField && strings.EqualFold(t.names[column], "data")
}

// isDayOf reports whether a cell is a day, if only one whose order nothing shows.
func isDayOf(cell string, order date.Order) bool {
	if _, ok := date.ParseAs(cell, order); ok {
		return true
	}
	_, open := date.OrderOf(cell)
	_, spread := spreadsheetDay(cell)
	return open || spread
}

// list names the columns.
func (t *table) list() string {
	const show = 8
	names := make([]string, 0, show)
	for _, name := range t.names[:min(len(t.names), show)] {
		if utf8.ValidString(name) {
			names = append(names, shorten(name))
		}
	}
	if more := len(t.names) - len(names); more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names, ", "), more)
	}
	return strings.Join(names, ", ")
}

// hint says what a table without texts may be good for.
func (t *table) hint() string {
	if t.fileColumn() >= 0 {
		return " (--meta reads it as a description of other files)"
	}
	return ""
}
