package report

import (
	"bytes"
	"cmp"
	"strings"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// longest is how many UTF-16 code units a spreadsheet holds in a cell. Excel
// breaks a longer one over the next rows, which ruins the sheet.
const longest = 32767

// A Separator stands between the cells of a CSV file: Comma, Semicolon or Tab.
// The zero value is Comma.
type Separator byte

// The separators. Excel takes the one of the country it is set up for, as it
// does the mark of decimals: where that is a comma, cells are parted by semicolons.
const (
	Comma     Separator = ','
	Semicolon Separator = ';' // decimals are written 33,3
	Tab       Separator = '\t'
)

// csvRow appends one row of CSV after another to b: RFC 4180, with a cell
// quoted only where it must be.
type csvRow struct {
	b         []byte
	separator Separator
	objects   string // the file that has whole what a cell cannot hold; empty if there is none
	more      bool   // a cell of this row is there
}

func (r *csvRow) next() {
	if r.more {
		r.b = append(r.b, byte(cmp.Or(r.separator, Comma)))
	}
	r.more = true
}

// localise gives a number that was appended from a position on the decimal comma
// of the countries whose separator is the semicolon.
func (r *csvRow) localise(from int) {
	if r.separator != Semicolon {
		return
	}
	if i := bytes.IndexByte(r.b[from:], '.'); i >= 0 {
		r.b[from+i] = ','
	}
}

func (r *csvRow) end() {
	r.b = append(r.b, '\r', '\n')
	r.more = false
}

func (r *csvRow) Whole(_ string, n int, known bool) {
	r.next()
	if known {
		r.b = appendWhole(r.b, n)
	}
}

func (r *csvRow) Ratio(_ string, x float64, known bool) {
	r.next()
	if known {
		from := len(r.b)
		r.b = appendRatio(r.b, x)
		r.localise(from)
	}
}

func (r *csvRow) Percent(_ string, t Tenths, known bool) {
	r.next()
	if known {
		from := len(r.b)
		r.b = t.Append(r.b)
		r.localise(from)
	}
}

// text appends a cell that a spreadsheet takes as text whatever it holds.
func (r *csvRow) Text(_, s string) {
	r.next()
	if s == "" {
		return
	}
	s = disarm(clean(s), cmp.Or(r.separator, Comma))
	guard := runs(s) || long(s)
	tail := ""
	if len(s) > longest-1 {
		s, tail = cut(s, r.objects)
	}
	if tail == "" && plain(s) {
		if guard {
			r.b = append(r.b, '\'')
		}
		r.b = append(r.b, s...)
		return
	}
	r.b = append(r.b, '"')
	if guard {
		r.b = append(r.b, '\'')
	}
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			break
		}
		r.b = append(r.b, s[:i+1]...)
		r.b = append(r.b, '"')
		s = s[i+1:]
	}
	r.b = append(r.b, s...)
	r.b = append(r.b, tail...)
	r.b = append(r.b, '"')
}

// runs reports whether a spreadsheet may run a cell that begins as s does as a
// formula. East Asian versions take the full-width signs for the narrow ones.
func runs(s string) bool {
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return true
	case 0xEF:
		return strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") || strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠")
	}
	return false
}

// splitting are the bytes, beside the comma, at which a spreadsheet that takes another separator, or
// does not know that a cell is quoted, may begin a new cell within one.
const splitting = ";\t|\n\r"

var splits = word.NewBytes(splitting)

// disarm puts an apostrophe before what a spreadsheet may run as a formula once it
// has split s: behind a separator that is not that of the file, or at the
// beginning of a line. Spaces and quotation marks between the two change nothing.
func disarm(s string, separator Separator) string {
	var b []byte
	done := 0
	comma := -1 // the next one, in a file where it parts no cells
	for i := 0; ; {
		if i > comma {
			comma = len(s)
			if separator != Comma {
				if k := strings.IndexByte(s[i:], ','); k >= 0 {
					comma = i + k
				}
			}
		}
		if i = splits.Next(s[:comma], i); i == len(s) {
			break
		}
		i++
		rest := strings.TrimLeft(s[i:], " \"")
		if rest == "" || rest[0] == '\t' || rest[0] == '\r' || !runs(rest) { // tab and carriage return come next
			continue
		}
		b = append(append(b, s[done:i]...), '\'')
		done = i
	}
	if b == nil {
		return s
	}
	return string(append(b, s[done:]...))
}

// long reports whether s is a number of more digits than a spreadsheet keeps:
// of the id 1234567890123456789 it would leave 1.23456789012346E+18.
func long(s string) bool {
	const kept = 15
	if len(s) <= kept {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// plain reports whether s may stand in a cell without quotation marks. One with a
// semicolon or a tab may not, whatever the separator is: LibreOffice parts cells
// at all three unless told otherwise.
func plain(s string) bool {
	if len(s) > 64 {
		for _, mark := range []byte{',', '"', '\n', ';', '\r', '\t'} {
			if strings.IndexByte(s, mark) >= 0 {
				return false
			}
		}
		return true
	}
	for i := range len(s) {
		switch s[i] {
		case ',', '"', '\n', '\r', ';', '\t':
			return false
		}
	}
	return true
}

// clean returns s with what no CSV reader is sure to take, bytes that are not
// UTF-8 and NUL, replaced by U+FFFD. Texts hold neither, names of files may.
func clean(s string) string {
	if utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// cut returns s if a cell can hold it, and else as much of it as leaves room
// for a tail that tells of the cut, and of the file that has the whole if there is one.
func cut(s, objects string) (head, tail string) {
	const room = 80 // for the tail and an apostrophe
	units, at := 0, 0
	for i, c := range s {
		if units <= longest-room {
			at = i
		}
		units++
		if c > 0xFFFF {
			units++
		}
	}
	if units < longest {
		return s, ""
	}
	n := utf8.RuneCountInString(s)
	if objects == "" {
		return s[:at], string(append(appendWhole([]byte(" [… cut for spreadsheets; it has "), n), " characters]"...))
	}
	return s[:at], string(append(appendWhole([]byte(" [… cut for spreadsheets; all "), n), " characters are in "+objects+"]"...))
}
