package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wiretrace/report"
)

// longest is how many UTF-16 code units a cell may hold.
const longest = 32767

// styles are the numbers of the styles of cells in a workbook.
type styles struct {
	head, text, link, day, minute, second, percent, ratio, whole, plain int
}

func newStyles(f *excelize.File) (s styles, err error) {
	custom := func(format string) *excelize.Style { return &excelize.Style{CustomNumFmt: &format} }
	top := &excelize.Alignment{Vertical: "top"}
	for _, n := range []struct {
		number *int
		style  *excelize.Style
	}{
		{&s.head, &excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7ECF1"}},
			Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "57606A"}}, NumFmt: 49,
		}},
		{&s.text, &excelize.Style{NumFmt: 49}}, // as text even when it is edited
		{&s.link, &excelize.Style{NumFmt: 49, Font: &excelize.Font{Color: "0550AE", Underline: "single"}}},
		{&s.day, custom("yyyy-mm-dd")},
		{&s.minute, custom("yyyy-mm-dd hh:mm")},
		{&s.second, custom("yyyy-mm-dd hh:mm:ss")},
		{&s.percent, custom("0.0%")},
		{&s.ratio, custom("0.000")},
		{&s.whole, &excelize.Style{NumFmt: 1}},
		{&s.plain, &excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		if n.style.Alignment == nil {
			n.style.Alignment = top
		}
		if *n.number, err = f.NewStyle(n.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// cellText returns a cell of text, whatever it holds; nothing if it is empty. It
// reports whether the text had to be cut, of which objects is the file that has the whole.
func (s *styles) cellText(value, objects string) (cell any, isCut bool) {
	if value == "" {
		return nil, false
	}
	value, isCut = cut(strings.ToValidUTF8(value, "\uFFFD"), objects)
	return excelize.Cell{StyleID: s.text, Value: value}, isCut
}

// cut returns s if a cell can hold it, and else as much of it as leaves room
// for a note that tells of the cut and, unless it is empty, of the file of objects that
// has the whole.
func cut(s, objects string) (string, bool) {
	if len(s) <= longest { // a code unit takes a byte at least
		return s, false
	}
	const room = 80 // for the note
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
	if units <= longest {
		return s, false
	}
	n := strconv.Itoa(utf8.RuneCountInString(s))
	if objects == "" {
		return s[:at] + " [… cut for spreadsheets; it has " + n + " characters]", true
	}
	return s[:at] + " [… cut for spreadsheets; all " + n + " characters are in " + objects + "]", true
}

// The years that a spreadsheet's calendar holds.
const firstYear, lastYear = 1901, 9999

// date returns a cell of a date as a report prints it: a day as a day, a time
// with its precision, in UTC if its zone is known and as the clock stood there
// else. What a spreadsheet knows no date for is text.
func (s *styles) date(value string) any {
	for _, l := range []struct {
		layout string
		style  int
	}{
		{"2006-01-02", s.day},
		{"2006-01-02T15:04Z07:00", s.minute},
		{"2006-01-02T15:04:05Z07:00", s.second},
		{"2006-01-02T15:04", s.minute},
		{"2006-01-02T15:04:05", s.second},
	} {
		t, err := time.Parse(l.layout, value)
		if err != nil {
			continue
		}
		if t = t.UTC(); t.Year() < firstYear || t.Year() > lastYear {
			break
		}
		return excelize.Cell{StyleID: l.style, Value: t}
	}
	cell, _ := s.cellText(value, "")
	return cell
}

// percentage returns a cell of a share in tenths of a percent.
func (s *styles) percentage(t report.Tenths, known bool) any {
	if !known {
		return nil
	}
	return excelize.Cell{StyleID: s.percent, Value: float64(t) / 1000}
}

func (s *styles) number(n int) any { return excelize.Cell{StyleID: s.whole, Value: n} }

// ratioOf returns a cell of a number from 0 to 1.
func (s *styles) ratioOf(x float64) any { return excelize.Cell{StyleID: s.ratio, Value: x} }
