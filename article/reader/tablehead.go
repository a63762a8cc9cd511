package reader

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"wiretrace/article/date"
)

// A table is the header of a table, and how its rows are written. Rows share
// it: it does not change once it is read.
type table struct {
	comma  byte // what separates cells
	eol    byte // what ends rows: \n, or \r where there is no \n
	quotes bool // whether quotation marks hold cells together
	escape bool // whether a backslash stands before a mark of the text, as Spark writes it
	before int  // bytes before the header
	row    []byte

	charset string // label of the character set of rows that are not UTF-8; empty if not known
	guessed bool

	names  []string
	fields []field
	ranks  []uint8
	orders []date.Order // of the dates in each column, as far as it tells

	since1904 bool // days that are numbers are counted from 1904
}

// separators are what cells are separated by, in order of preference.
const separators = ",;\t|"

// tableOf reads the header that a table begins with and tells from the first
// rows how it is written; nil if head has no header, which has two cells at
// least, or one that names a text.
func tableOf(head []byte, charset string) *table {
	head = bytes.TrimPrefix(head, bomUTF8)
	t := &table{eol: '\n', quotes: true}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		t.eol = '\r'
	}
	named := byte(0)
	for {
		line, rest, more := bytes.Cut(head[t.before:], []byte{t.eol})
		line = bytes.TrimSpace(line)
		sep, declared := bytes.CutPrefix(line, []byte("sep=")) // for Excel
		switch {
		case declared && len(sep) <= 1 && more:
			named = '\t' // trimmed off
			if len(sep) == 1 {
				named = sep[0]
			}
		case len(line) == 0 && more:
		default:
			first := t.read(head[t.before:], named, charset)
			if below := belowReport(head, t, first, charset); below != nil {
				return below
			}
			return first
		}
		t.before = len(head) - len(rest)
	}
}

// belowReport returns the table that begins below a few lines, of two cells or one, on the search whose result it is, as
// services that watch media write them; nil if there is none. first is what the first line makes as a header.
//
//	Report:,Bulk Mentions Download
//	Label:,"harbour, 2025"
//
//	Date,Title,Url,Author,Full Text
func belowReport(head []byte, t, first *table, charset string) *table {
	const mostLines = 30
	if first != nil && (first.column(textField) >= 0 || len(first.names) > 2) {
		return nil
	}
	at := t.before
	for range mostLines {
		_, rest, more := bytes.Cut(head[at:], []byte{t.eol})
		if !more {
			return nil
		}
		at = len(head) - len(rest)
		try := &table{eol: t.eol, quotes: true, before: at}
		try = try.read(rest, 0, charset)
		if try != nil && try.column(textField) >= 0 && try.column(titleField) >= 0 && (try.column(urlField) >= 0 || try.column(dateField) >= 0) {
			return try
		}
	}
	return nil
}

// read reads the header that head begins with. named is what separates its
// cells, 0 if that is not known.
func (t *table) read(head []byte, named byte, charset string) *table {
	best := 0
	for _, comma := range []byte(separators) {
		if named != 0 {
			comma = named
		}
		try := table{comma: comma, eol: t.eol, quotes: true, before: t.before}
		e := rowEnd{comma: comma, eol: t.eol, quotes: true}
		n, _ := e.scan(head, true)
		line, _, err := decode(head[:n], charset)
		if err != nil {
			return nil
		}
		try.name(try.cells(line, nil))
		score := 100*try.known() + min(len(try.names), 99)
		if score > best && (len(try.names) > 1 || try.column(textField) >= 0) {
			*t, best = try, score
		}
	}
	if best == 0 {
		return nil
	}
	if t.comma == '\t' {
		with, of := t.even(head)
		as := *t
		as.quotes = false
		without, among := as.even(head)
		t.quotes = with*among >= without*of
	}
	if t.quotes && bytes.Contains(head, []byte(`\"`)) {
		without, among := t.even(head)
		as := *t
		as.escape = true
		with, of := as.even(head)
		doubled := bytes.Count(head, []byte(`""`)) - bytes.Count(head, []byte(`,"",`))
		t.escape = with*among > without*of || with*among == without*of && doubled == 0
	}
	return t
}

// guess sets the character set of the rows from the first of them, which seen
// begins with, as single rows may be too short to tell: what the user says, else
// what can be detected.
func (t *table) guess(seen []byte, label string) {
	t.charset = label
	seen = seen[:min(len(seen), headSize)]
	if label != "" || wide(seen) != nil || utf8.Valid(seen) {
		return
	}
	if _, ok := nearlyUTF8(seen); ok {
		return
	}
	if t.charset = detect(seen); t.charset == "" {
		t.charset = "windows-1252"
		return
	}
	t.guessed = true
	if line, _, err := decode(t.row, t.charset); err == nil {
		t.names, t.fields, t.ranks, t.orders = nil, nil, nil, nil
		t.name(t.cells(line, nil))
	}
}

// rowEnd returns what looks for the ends of the table's rows.
func (t *table) rowEnd() rowEnd {
	return rowEnd{comma: t.comma, eol: t.eol, quotes: t.quotes, escape: t.escape}
}

// even returns how many of the rows in head have as many cells as the header,
// and of how many.
func (t *table) even(head []byte) (even, of int) {
	e := t.rowEnd()
	var cells []string
	for rest := head; len(rest) > 0; {
		e.reset()
		end, done := e.scan(rest, true)
		if !done && end < len(head)/2 {
			break // the rest of the row stands behind head
		}
		of++
		if cells = t.cells(string(rest[:end]), cells[:0]); done && len(cells) == len(t.names) {
			even++
		}
		rest = rest[min(end+1, len(rest)):]
	}
	return even, of
}

// name names the columns.
func (t *table) name(names []string) {
	for _, name := range names {
		name = strings.TrimSpace(name)
		f, rank := columnField(name)
		t.names = append(t.names, name)
		t.fields = append(t.fields, f)
		t.ranks = append(t.ranks, rank)
		t.orders = append(t.orders, date.UnknownOrder)
	}
}

// columnField returns the field that the name of a column names, and its rank: people who keep a table write over its columns what
// they write before the lines of a head, such as "Erschienen am", but no bare preposition, which may be of a span of time.
func columnField(name string) (field, uint8) {
	const shortest = 4 // bytes
	f, rank := fieldOf([]byte(name))
	if f == noField && len(name) >= shortest {
		return labelField(name)
	}
	return f, rank
}

// known returns how many columns name a field.
func (t *table) known() int {
	n := 0
	for _, f := range t.fields {
		if f != noField && f != nestField {
			n++
		}
	}
	return n
}

// column returns the first column that names f, -1 if none does.
func (t *table) column(f field) int {
	for i := range t.fields {
		if t.fields[i] == f {
			return i
		}
	}
	return -1
}

// cells appends the cells of a row to dst. They share memory with row where
// they can.
func (t *table) cells(row string, dst []string) []string {
	if t.eol == '\n' {
		row = strings.TrimSuffix(row, "\r")
	}
	for {
		cell, rest, more := t.cell(row)
		dst = append(dst, cell)
		if !more {
			return dst
		}
		row = rest
	}
}

// cell cuts the first cell off a row.
func (t *table) cell(row string) (cell, rest string, more bool) {
	start := row
	if t.quotes && t.comma != ' ' {
		start = strings.TrimLeft(row, " ")
	}
	if !t.quotes || start == "" || start[0] != '"' {
		cell, rest, more = strings.Cut(row, string(rune(t.comma)))
		if t.comma == '\t' && !t.quotes {
			cell = unescapeCell(cell)
		}
		return cell, rest, more
	}
	start = start[1:]
	from, doubled := 0, false
	for {
		q := -1
		if t.escape {
			q = unescapedMark(start[from:])
		} else {
			q = strings.IndexByte(start[from:], '"')
		}
		if q < 0 {
			cell, rest = start, ""
			break
		}
		q += from
		if q+1 == len(start) {
			cell, rest = start[:q], ""
			break
		}
		switch c := start[q+1]; {
		case c == '"':
			doubled = true
			from = q + 2
			continue
		case c == t.comma:
			cell, rest, more = start[:q], start[q+2:], true
		default:
			from = q + 1
			continue
		}
		break
	}
	switch {
	case t.escape && strings.IndexByte(cell, '\\') >= 0:
		cell = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(cell)
	case doubled:
		cell = strings.ReplaceAll(cell, `""`, `"`)
	}
	return cell, rest, more
}

// unescapedMark returns where in s the first quotation mark stands that has no
// backslash before it; -1 if none does.
func unescapedMark(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			return i
		case '\\':
			i++
		}
	}
	return -1
}

// unescapeCell undoes what dumps of databases do to cells that hold tabs and
// ends of line, where they have no quotation marks for that.
func unescapeCell(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	if s == `\N` { // no value
		return ""
	}
	return strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\r`, "\r", `\\`, `\`).Replace(s)
}
