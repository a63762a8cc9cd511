package reader

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html/charset"

	"wiretrace/article/reader/internal/zipdir"
	"wiretrace/internal/fault"
)

// workbookForm is a workbook of Excel, ISO/IEC 29500, which excelize reads. The first sheet whose header names a text is read as a
// table is: the header, then one article a row. A cell gives the value that is stored, not what Excel shows for it, so that a day
// is a number, which the column tells from others; of a formula it gives the result that was stored with it. Styles, pictures,
// comments and all other sheets are left out.
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
		at, size, ok := src.whole()
		if !ok {
			return nil
		}
		b := workbook{src: src, at: at, size: size, most: min(sheetsOfRecord*src.o.MaxRecord, max(leastUnpacked, timesUnpacked*size))}
		b.left = sheetsOfRecord * src.o.MaxRecord
		table, err := b.table()
		switch {
		case errors.As(err, new(limitError)):
			src.problem(0, "%s", err)
			return nil
		case err != nil:
			src.problem(0, "%s", because(err))
			return nil
		}
		src.made, src.since1904 = table, b.since1904
		src.r = bufio.NewReaderSize(bytes.NewReader(table), headSize)
		return splitTable(f, src)
	}
	return f
}

// sheetsOfRecord is how many times the size of a record a workbook may have, since its table is made as a whole: packed, unpacked,
// and as that table.
const sheetsOfRecord = 16

// mostHeld is how many bytes of the XML of a sheet, or of the strings that cells share, are held in memory; where they are more,
// excelize unpacks them to a temporary file.
const mostHeld = 4 << 20

// mostColumns and mostSheets are how many columns of a sheet and sheets of a workbook are looked at.
const (
	mostColumns = 1024
	mostSheets  = 256
)

// mostListed is how many bytes the list of sheets may have, and that of their files: excelize compares each entry of the one with
// each of the other.
const mostListed = 1 << 20

// stringSize is about how many bytes excelize holds of a string that cells share, besides its text.
const stringSize = 64

// A workbook is read as a whole.
type workbook struct {
	src       *source
	at        io.ReaderAt
	size      int64
	most      int64 // bytes that it may have
	left      int64 // bytes that its tables may still have
	since1904 bool  // days are counted from 1904, as Excel for the Macintosh did
}

var (
	errNoSheet        = errors.New("not a workbook of Excel: it holds no sheet")
	errTooManyRows    = errors.New("a sheet of the workbook has more rows than Excel knows")
	errTooManyStrings = errors.New("the workbook has too many strings")
	errWorkbookBroken = errors.New("the workbook is damaged")
)

// table returns the first sheet whose header names a text, or the first, with commas between its cells. What excelize panics over is
// a workbook that it cannot read.
func (b *workbook) table() (table []byte, err error) {
	if b.size > b.most {
		return nil, b.tooLarge()
	}
	if err := b.check(); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "wiretrace-*.workbook")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp) // with what excelize leaves there where it fails
	err = fault.Guard(func() error {
		table, err = b.read(temp)
		return err
	})
	var panicked *fault.Error
	if errors.As(err, &panicked) {
		return nil, fmt.Errorf("%w: %s", errWorkbookBroken, shorten(panicked.Text))
	}
	return table, err
}

func (b *workbook) tooLarge() error {
	return fmt.Errorf("the workbook is %w", tooLarge(b.most))
}

// check reads the files of the workbook once, since excelize passes over errors: what it cannot unpack, or where the XML of a sheet
// breaks off, it takes for the end, and rows would be missing without a word.
func (b *workbook) check() error {
	dir, err := zipdir.Open(b.at, b.size)
	if err != nil {
		return err
	}
	u, left := &unzipper{src: b.src}, b.most
	for {
		file, err := dir.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		r, err := u.open(dir, &file)
		if err != nil {
			return err
		}
		part := &io.LimitedReader{R: r, N: left + 1}
		err = b.checkPart(strings.ReplaceAll(strings.ToLower(file.Name), `\`, "/"), part)
		if left = part.N - 1; left < 0 {
			return b.tooLarge()
		}
		if err != nil {
			return err
		}
	}
}

// checkPart reads a file of the workbook, whose name is in small letters, to its end.
func (b *workbook) checkPart(name string, r io.Reader) error {
	if name == "xl/sharedstrings.xml" || matches(name, "xl/worksheets/*.xml") {
		return checkXML(r, b.most/stringSize)
	}
	most := b.most
	switch {
	case matches(name, "_rels/*.rels", "xl/_rels/*.rels", "xl/workbook*.xml"):
		most = mostListed
	case matches(name, `\[content_types].xml`, "xl/*.xml", "xl/theme/*.xml"): // which excelize makes objects of
		most = mostHeld
	}
	n, err := io.Copy(io.Discard, io.LimitReader(r, most+1))
	if n > most {
		return fmt.Errorf("%s in the workbook is larger than %d MiB", name, most>>20)
	}
	return err
}

func matches(name string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, _ := path.Match(pattern, name)
		return ok
	})
}

// checkXML reads XML to its end, in which there may be so many strings that cells share.
func checkXML(r io.Reader, left int64) error {
	x := xml.NewDecoder(r)
	x.CharsetReader = charset.NewReaderLabel
	for {
		token, err := x.Token()
		var syntax *xml.SyntaxError
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &syntax):
			return fmt.Errorf("%w: %s", errWorkbookBroken, shorten(syntax.Msg))
		case err != nil:
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			if left--; left < 0 {
				return errTooManyStrings
			}
		}
	}
}

// read returns the table that table does, with the folder for temporary files.
func (b *workbook) read(temp string) ([]byte, error) {
	file, err := excelize.OpenReader(io.NewSectionReader(b.at, 0, b.size), excelize.Options{
		RawCellValue:      true,
		UnzipSizeLimit:    b.most,
		UnzipXMLSizeLimit: min(mostHeld, b.most),
		TmpDir:            temp,
	})
	if err != nil {
		return nil, unread(err)
	}
	defer file.Close()
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.since1904 = *props.Date1904
	}
	var first []byte
	names := file.GetSheetList()
	for _, name := range names[:min(len(names), mostSheets)] {
		table, err := b.sheet(file, name)
		if none := (excelize.ErrSheetNotExist{}); errors.As(err, &none) {
			continue // it is listed, but has no file
		}
		if err != nil {
			return nil, err
		}
		head := table[:min(len(table), headSize)]
		if t := tableOf(head, ""); t != nil && (t.column(textField) >= 0 || t.holdsPages()) {
			return table, nil
		}
		if first == nil {
			first = table
		}
	}
	if first == nil {
		return nil, errNoSheet
	}
	return first, nil
}

// sheet returns a sheet as a table, in which rows keep their numbers.
func (b *workbook) sheet(file *excelize.File, name string) ([]byte, error) {
	rows, err := file.Rows(name)
	if err != nil {
		return nil, unread(err)
	}
	defer rows.Close()
	out := new(bytes.Buffer)
	w := csv.NewWriter(out)
	for n := 0; rows.Next(); n++ {
		if n == excelize.TotalRows { // it would count up to any number that a row bears
			return nil, errTooManyRows
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, unread(err)
		}
		if err := b.spend(cells); err != nil {
			return nil, err
		}
		cells = plain(cells[:min(len(cells), mostColumns)])
		if len(cells) == 0 { // which the reader of tables passes over
			w.Flush()
			out.WriteByte('\n')
			continue
		}
		_ = w.Write(cells) // to memory
	}
	w.Flush()
	if err := rows.Error(); err != nil {
		return nil, unread(err)
	}
	return out.Bytes(), nil
}

// unread says that excelize could not read a workbook.
func unread(err error) error {
	return fmt.Errorf("the workbook cannot be read: %w", err)
}

// spend takes the bytes of a row from those that may still come: many cells may share one string.
func (b *workbook) spend(cells []string) error {
	b.left -= int64(len(cells) + 1)
	for _, cell := range cells {
		b.left -= int64(len(cell))
	}
	if b.left < 0 {
		return fmt.Errorf("the table of the workbook is %w", tooLarge(sheetsOfRecord*b.src.o.MaxRecord))
	}
	return b.src.ctx.Err()
}

// failures are what stands in a cell whose formula failed. ISO/IEC 29500-1, 18.17.3.
var failures = []string{"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"}

// plain leaves out failures and the carriage returns that Excel writes before the ends of lines.
func plain(cells []string) []string {
	for i, cell := range cells {
		if slices.Contains(failures, cell) {
			cell = ""
		}
		cells[i] = strings.ReplaceAll(cell, "\r", "")
	}
	return cells
}
