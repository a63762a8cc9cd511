package page

import (
	"strings"

	"wiretrace/article"
)

// tidy leaves out what is said elsewhere: headline, byline and date, which are
// fields of their own, and the line under the headline, where they stand before
// the running text.
func tidy(ps []paragraph, d *describer, p *Page) []paragraph {
	var levels [7]int // how many headings there are of each level
	for i := range ps {
		levels[ps[i].level]++
	}
	kept := ps[:0]
	headed, prose := false, false
	for _, q := range ps {
		if !prose {
			lines := strings.Split(q.text, "\n")
			n := 0
			for n < len(lines) && n < 4 {
				if d.isHeadline(lines[n], p.Title.Value) {
					headed = true
				} else if !(headed && q.level > 0 && levels[q.level] == 1) && !d.isSigned(lines[n], p) {
					break
				}
				n++
			}
			if n == len(lines) {
				continue
			}
			if n > 0 {
				q.text = strings.Join(lines[n:], "\n")
			}
		}
		if q.level == 0 && len(q.text) >= shortestRun {
			prose = true
		}
		kept = append(kept, q)
	}
	return kept
}

// isHeadline reports whether s is a headline of the page.
func (d *describer) isHeadline(s, title string) bool {
	if sameTitle(s, title) || sameTitle(s, d.facts.title) {
		return true
	}
	for _, h := range d.headings {
		if sameTitle(s, h) {
			return true
		}
	}
	return false
}

// longestSignature is the length in bytes of the longest line that is taken for
// byline or date.
const longestSignature = 120

// isSigned reports whether s is nothing but the byline or the date of the page.
func (d *describer) isSigned(s string, p *Page) bool {
	if len(s) > longestSignature {
		return false
	}
	if t, rank := d.timeIn(s); rank >= datedBeside && t.Precision != article.NoTime {
		return true
	}
	if p.Byline.Value == "" {
		return false
	}
	return sameTitle(bylineName(s), p.Byline.Value) && len(s) < len(p.Byline.Value)+60
}
