package reader

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"wiretrace/article/reader/internal/zipdir"
)

// workbookForm is a workbook of Excel, ISO/IEC 29500: a zip archive in which each sheet is a document, and the strings of all cells
// that hold one stand in another.
//
//	<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>45728</v></c><c r="D2" t="inlineStr"><is><t>The text.</t></is></c></row>
//
// The sheet whose header names a text is read as the table that it is. The libraries for it build the whole workbook, with its
// styles; of those nothing is needed here, since days are known by their column.
func workbookForm() *form {
	f := &form{
		name:    "a workbook of Excel",
		endings: []string{".xlsx", ".xlsm"},
		exact:   true,
		sniff: func(head []byte) bool {
			return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head[:min(len(head), 8<<10)], []byte("xl/"))
		},
		parse: parseRow,
	}
	f.split = func(src *source) error {
		at, size := src.at, src.size
		if at == nil || size < 0 {
			data, ok := src.all()
			if !ok {
				return nil
			}
			at, size = bytes.NewReader(data), int64(len(data))
		}
		b := workbook{src: src, at: at, size: size, left: sheetsOfRecord * src.o.MaxRecord}
		table, err := b.table()
		if err != nil {
			src.problem(0, "%s", because(err))
			return nil
		}
		src.made = table
		src.r = bufio.NewReaderSize(bytes.NewReader(table), headSize)
		return splitTable(f, src)
	}
	return f
}

// sheetsOfRecord is how many times the size of a record the texts of a workbook may have, since it is read as a whole.
const sheetsOfRecord = 16

// A workbook is read as a whole.
type workbook struct {
	src     *source
	at      io.ReaderAt
	size    int64
	left    int64 // bytes of text that may still come
	strings []string
}

var errNoSheet = errors.New("not a workbook of Excel: it holds no sheet")

// table returns the first sheet whose header names a text, or the first, with commas between its cells.
func (b *workbook) table() ([]byte, error) {
	names, err := b.names()
	if err != nil {
		return nil, err
	}
	if err := b.open("xl/sharedStrings.xml", b.shared); err != nil {
		return nil, err
	}
	var first []byte
	for _, name := range names {
		out := new(bytes.Buffer)
		s := sheet{book: b, to: out, out: csv.NewWriter(out)}
		if err := b.open(name, s.read); err != nil {
			return nil, err
		}
		s.out.Flush()
		head := out.Bytes()[:min(out.Len(), headSize)]
		if t := tableOf(head, ""); t != nil && (t.column(textField) >= 0 || t.holdsPages()) {
			return out.Bytes(), nil
		}
		if first == nil {
			first = out.Bytes()
		}
	}
	if first == nil {
		return nil, errNoSheet
	}
	return first, nil
}

// names returns the names of the sheets, in their order.
func (b *workbook) names() (names []string, err error) {
	dir, err := zipdir.Open(b.at, b.size)
	if err != nil {
		return nil, err
	}
	for {
		file, err := dir.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if ok, _ := path.Match("xl/worksheets/*.xml", file.Name); ok {
			names = append(names, file.Name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b) // sheet2 before sheet10
		}
		return strings.Compare(a, b)
	})
	return names, nil
}

// open reads a file of the workbook, if it has it.
func (b *workbook) open(name string, read func(x *xml.Decoder) error) error {
	dir, err := zipdir.Open(b.at, b.size)
	if err != nil {
		return err
	}
	u := &unzipper{src: b.src}
	for {
		file, err := dir.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case file.Name != name:
			continue
		}
		r, err := u.open(dir, &file)
		if err != nil {
			return err
		}
		x := xml.NewDecoder(&io.LimitedReader{R: r, N: max(leastUnpacked, timesUnpacked*b.size)})
		x.Strict = false
		if err := read(x); err != nil && !errors.Is(err, io.EOF) {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				return fmt.Errorf("the workbook is damaged: %s", shorten(syntax.Msg))
			}
			return err
		}
		return nil
	}
}

// shared reads the strings that cells share.
func (b *workbook) shared(x *xml.Decoder) error {
	for {
		token, err := x.Token()
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			s, err := b.text(x)
			if err != nil {
				return err
			}
			b.strings = append(b.strings, s)
		}
	}
}

// text returns what the <t> in the element that has just opened hold, without how it is read aloud.
func (b *workbook) text(x *xml.Decoder) (string, error) {
	var s strings.Builder
	depth, within := 1, false
	for depth > 0 {
		token, err := x.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := x.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			within = t.Name.Local == "t" || t.Name.Local == "v"
		case xml.EndElement:
			depth--
			within = false
		case xml.CharData:
			if within {
				s.Write(t)
			}
		}
	}
	return strings.ReplaceAll(s.String(), "_x000D_", ""), b.spend(s.Len())
}

// spend takes bytes of those that may still come.
func (b *workbook) spend(n int) error {
	if b.left -= int64(n); b.left < 0 {
		return fmt.Errorf("the workbook %s", tooLarge(sheetsOfRecord*b.src.o.MaxRecord))
	}
	return nil
}

// A sheet is written as a table as it is read.
type sheet struct {
	book *workbook
	to   *bytes.Buffer
	out  *csv.Writer // to it
	rows int         // written
}

// mostColumns is how many columns of a sheet are looked at.
const mostColumns = 1024

func (s *sheet) read(x *xml.Decoder) error {
	var cells []string
	for {
		token, err := x.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "row":
				s.skipTo(attribute(t, "r"))
				cells = cells[:0]
			case "c":
				if cells, err = s.cell(x, t, cells); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				s.write(cells)
				if err := s.book.spend(len(cells) + 1); err != nil {
					return err
				}
			}
		}
	}
}

// skipTo writes the empty rows that a sheet leaves out before the one of this number, so that rows keep theirs.
func (s *sheet) skipTo(number string) {
	const most = 1000
	n, err := strconv.Atoi(number)
	if err != nil || n-s.rows > most {
		return
	}
	for s.rows < n-1 {
		s.write(nil)
	}
}

func (s *sheet) write(cells []string) {
	s.rows++
	if len(cells) == 0 { // which the reader of tables passes over
		s.out.Flush()
		s.to.WriteByte('\n')
		return
	}
	_ = s.out.Write(cells) // to memory
}

// cell appends the value of a cell to those before it in its row, and empty ones that the sheet leaves out.
func (s *sheet) cell(x *xml.Decoder, c xml.StartElement, cells []string) ([]string, error) {
	v, err := s.book.text(x)
	if err != nil {
		return cells, err
	}
	column := columnOf(attribute(c, "r"))
	if column < 0 {
		column = len(cells)
	}
	if column >= mostColumns {
		return cells, nil
	}
	for len(cells) < column {
		cells = append(cells, "")
	}
	switch attribute(c, "t") {
	case "s":
		n, bad := strconv.Atoi(strings.TrimSpace(v))
		if v = ""; bad == nil && n >= 0 && n < len(s.book.strings) {
			v = s.book.strings[n]
			err = s.book.spend(len(v)) // many cells may share one
		}
		if err != nil {
			return cells, err
		}
	case "e":
		v = "" // an error in a formula
	}
	return append(cells[:column], v), nil
}

// columnOf returns the column, from 0, that a reference names: 27 of AB12; -1 if it names none.
func columnOf(reference string) int {
	n := 0
	for i := 0; i < len(reference) && reference[i] >= 'A' && reference[i] <= 'Z' && n < mostColumns; i++ {
		n = n*26 + int(reference[i]-'A') + 1
	}
	return n - 1
}

// attribute returns the value of an attribute of an element.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
