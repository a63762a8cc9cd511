package progress

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// line returns the pace as a line of at most width columns, for people at a
// terminal. What they miss least is left out first.
func (c pace) line(width int) string {
	cells := c.cells()
	for least := worthArticles; ; least++ {
		var texts []string
		for _, cell := range cells {
			texts = append(texts, cell.text)
		}
		line := strings.Join(texts, "  ")
		if len(line) <= width || least == worthStep {
			return line[:min(len(line), width)]
		}
		cells = slices.DeleteFunc(cells, func(c cell) bool { return c.worth == least })
	}
}

// A cell is a part of a line that may be left out.
type cell struct {
	text  string
	worth worth
}

// A worth says how much a cell is missed.
type worth int

const (
	worthArticles worth = iota // when something else is counted
	worthCount
	worthRate
	worthMemory
	worthLeft
	worthOnlyCount // nothing else says how far the step is
	worthStep
)

// cells returns what is known, in the order of the line.
func (c pace) cells() []cell {
	unit := c.unit()
	step := cell{fmt.Sprintf("%-9s", c.step), worthStep}
	count := cell{short(c.done) + " " + unit, worthOnlyCount}
	if c.total > 0 {
		count.text = short(c.done) + " of " + short(c.total) + " " + unit
	}
	if c.part >= 0 {
		step.text += fmt.Sprintf(" %3.0f %%", math.Floor(100*c.part))
		count.worth = worthCount
	}
	cells := []cell{step}
	if unit != "articles" {
		cells = append(cells, cell{short(c.articles) + " articles", worthArticles})
	}
	cells = append(cells, count)
	if c.rate > 0 {
		cells = append(cells, cell{short(int(math.Round(c.rate))) + " " + unit + "/s", worthRate})
	}
	if c.left >= 0 {
		cells = append(cells, cell{c.left.String() + " left", worthLeft})
	}
	digits, prefix := scale(float64(c.memory))
	return append(cells, cell{digits + " " + prefix + "B", worthMemory})
}

// short returns a number as it is up to four digits, and in about three digits
// and a letter beyond: 9999, 12.3k, 117k, 1.23M.
func short(n int) string {
	if n < 10_000 {
		return strconv.Itoa(n)
	}
	digits, prefix := scale(float64(n))
	return digits + prefix
}

// scale returns the first three digits of a number and the prefix of the unit
// they are in.
func scale(n float64) (digits, prefix string) {
	prefixes := []string{"", "k", "M", "G", "T", "P", "E"}
	for n >= 999.5 && len(prefixes) > 1 {
		n, prefixes = n/1000, prefixes[1:]
	}
	return strconv.FormatFloat(n, 'g', 3, 64), prefixes[0]
}
