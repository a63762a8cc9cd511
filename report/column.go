package report

import "strconv"

// columns collects the names of the columns of a row.
type columns []string

func (c *columns) Text(column, _ string)                  { *c = append(*c, column) }
func (c *columns) Whole(column string, _ int, _ bool)     { *c = append(*c, column) }
func (c *columns) Ratio(column string, _ float64, _ bool) { *c = append(*c, column) }
func (c *columns) Percent(column string, _ Tenths, _ bool) {
	*c = append(*c, column)
}

// appendWhole appends n in decimal.
func appendWhole(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// appendRatio appends x, clamped to 0 and 1, with three decimals. Something
// that is not nothing never prints as 0, nor what is not all as 1.
func appendRatio(b []byte, x float64) []byte {
	if !(x > 0) { // not a number, too
		x = 0
	}
	n := int(min(x, 1)*1000 + 0.5)
	switch {
	case n == 0 && x > 0:
		n = 1
	case n == 1000 && x < 1:
		n = 999
	}
	return append(b, '0'+byte(n/1000), '.', '0'+byte(n/100%10), '0'+byte(n/10%10), '0'+byte(n%10))
}
