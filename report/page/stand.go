package page

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"wiretrace/report"
)

// How an article stands to what it came from: what an editor looks for first. The
// colours of bars and marks of time say it, in this order. Red is for what was taken
// without a credit, and for nothing else.
const (
	standsOwn = iota
	standsCredited
	standsLicensed   // or of the same house
	standsUnclear    // possibly taken without a credit, in an order that nothing tells, or an agency's without its line
	standsUncredited // certainly or likely taken
	standings
)

// standingClasses name them for the style, and standingWords for people.
var (
	standingClasses = [standings]string{"own", "credited", "licensed", "unclear", "uncredited"}
	standingWords   = [standings]string{"own, later versions too", "credited", "licensed or in-house", "perhaps owing a credit", "taken without a credit"}
)

// standing says how the article stands to what it came from.
func (m *member) standing() int {
	switch m.role {
	case report.Copy, report.Partial, report.Rewrite:
	default:
		return standsOwn
	}
	switch {
	case m.credited == report.Yes:
		return standsCredited
	case m.credited == report.Licensed || m.credited == report.InHouse:
		return standsLicensed
	case m.credited == report.No && m.confidence != report.Possible:
		return standsUncredited
	}
	return standsUnclear
}

// creditCell says in a cell whether an article credits its source.
func creditCell(m *member) template.HTML {
	class, word := "chip", m.credited
	switch m.credited {
	case "":
		return ""
	case report.Yes:
		class, word = "chip credited", "credited"
	case report.No:
		word = "no credit"
		if m.standing() == standsUncredited {
			class = "chip uncredited"
		}
	}
	return template.HTML(`<span class="` + class + `">` + word + `</span>`)
}

// A tally counts articles by how they stand.
type tally [standings]int

// String writes the counts with points between them, to base 36, without the zeros, for
// the script: "1.7...b".
func (t *tally) String() string {
	var b strings.Builder
	for i, n := range t {
		if i > 0 {
			b.WriteByte('.')
		}
		if n > 0 {
			b.WriteString(strconv.FormatInt(int64(n), 36))
		}
	}
	return strings.TrimRight(b.String(), ".")
}

// bar draws the tally as one bar of five colours; nothing if it is of no article.
func (t *tally) bar() template.HTML {
	sum := 0
	for _, n := range t {
		sum += n
	}
	if sum == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<svg class="stand" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">`)
	seen := 0
	for i, n := range t {
		if n > 0 {
			from, to := 1000*seen/sum, 1000*(seen+n)/sum
			fmt.Fprintf(&b, `<rect class="%s" x="%d" y="0" width="%d" height="10"/>`, standingClasses[i], from, to-from)
			seen += n
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// A counted is one part of a tally in words.
type counted struct {
	Class, Number, What string
}

// legend says what the colours of the bar stand for, and how many of each there are.
func (t *tally) legend() (list []counted) {
	for i, n := range t {
		if n > 0 {
			list = append(list, counted{standingClasses[i], grouped(n), standingWords[i]})
		}
	}
	return list
}
