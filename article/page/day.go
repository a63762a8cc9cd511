package page

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
	"wiretrace/article/date"
)

// Sources of days that the page does not mark as its date of publication.
const (
	sourceScript  = "script"     // a field of data in a script
	sourceText    = "page text"  // a short text that is a date or holds one
	sourcePicture = "meta image" // the address of the page's picture
)

// guessDay returns the day of publication, never the hour, from what the page
// does not mark as such: data in scripts, its address, short texts, the address
// of its picture. It is the last resort, and rather silent than wrong:
// doc/extraction.md compares it with htmldate.
func (d *describer) guessDay(doc *html.Node) article.Time {
	t, ok := scriptTime(doc)
	source := sourceScript
	if !ok {
		t, ok = date.InPath(d.at)
		source = article.SourceURL
	}
	if !ok {
		t, ok = d.textTime(doc)
		source = sourceText
	}
	if !ok {
		c, _ := d.get("og:image", "twitter:image", "og:image:secure_url", "twitter:image:src")
		t, ok = date.InPath(c)
		source = sourcePicture
	}
	if !ok {
		return article.Time{}
	}
	year, month, day := t.When.Date()
	return article.Time{When: time.Date(year, month, day, 0, 0, 0, 0, time.UTC), Precision: article.Day, Source: source}
}

// scriptField is a field of data that says when the page was published, as
// "publishedDate":"2019-11-14", also within a string, \"publishedDate\":\"2019-11-14\".
var scriptField = regexp.MustCompile(`(?i)"(?:date_?published|publish(?:ed)?_?(?:date|at|time|on)?|first_?published(?:_?(?:date|at))?|publication_?(?:date|time)|pub_?date|date_?created|created_?(?:at|date))\\?"\s*:\s*\\?"([0-9][0-9T:.+Z /-]{7,33})\\?"`)

// scriptTime returns the time that the first such field of each script gives,
// the first that is understood.
func scriptTime(doc *html.Node) (article.Time, bool) {
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.DataAtom != atom.Script || n.FirstChild == nil {
			continue
		}
		if m := scriptField.FindStringSubmatch(n.FirstChild.Data); m != nil {
			if t, ok := date.Parse(m[1]); ok {
				return t, true
			}
		}
	}
	return article.Time{}, false
}

// longestDated is the length in bytes of the longest text in which a date is
// looked for.
const longestDated = 120

// How well a text dates the page.
const (
	undated      = iota
	datedInPart  // a date stands in it
	datedWhole   // it is a date and nothing else
	datedByLabel // it says that something was published, posted, written then
)

// textTime returns the time that the short text of the page gives that dates it
// best, of equals the first. Parts of the page that speak of other pieces count
// where nothing else does.
func (d *describer) textTime(doc *html.Node) (best article.Time, ok bool) {
	rank := undated
	monthFirst := d.language == "en-US"
	for n := doc; n != nil && rank < datedByLabel; {
		hidden := n.Type == html.ElementNode && neverText(n.DataAtom) && n.DataAtom != atom.Head
		if n.Type == html.TextNode && len(n.Data) < 4*longestDated && hasDigits(n.Data) {
			if t, r := timeIn(clean(n.Data), monthFirst); r > rank {
				if elsewhere(scope(n)) {
					r = datedInPart
				}
				if r > rank {
					best, rank = t, r
				}
			}
		}
		n = next(doc, n, hidden)
	}
	return best, rank > undated
}

// hasDigits reports whether s has the four digits or more of a date.
func hasDigits(s string) bool {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n >= 4
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// Parts of texts that say what their date is of: publication; a change of the
// page, or the right to copy it.
var (
	publishedWords = []string{"publi", "posted", "veröffentlicht", "erschienen", "erstellt", "written", "fecha", "datum", "date"}
	changedWords   = []string{"updat", "modif", "aktualisiert", "geändert", "actuali", "aggiorn", "©", "copyright", "(c)"}
)

// figures is a date in figures with the year at its end, in parts.
var figures = regexp.MustCompile(`\b([0-9]{1,2})([/.-])([0-9]{1,2})[/.-]((?:19|20)[0-9]{2})\b`)

// timeIn returns the time that s gives, and how well it dates the page.
// Figures that ParseTime leaves open, 3/4/2024, have the day first, or the month if
// monthFirst.
func timeIn(s string, monthFirst bool) (article.Time, int) {
	if len(s) > longestDated {
		return article.Time{}, undated
	}
	lower := strings.ToLower(s)
	if containsAny(lower, changedWords) {
		return article.Time{}, undated
	}
	rank := datedInPart
	if containsAny(lower, publishedWords) {
		rank = datedByLabel
	}
	if t, ok := date.Parse(s); ok {
		return t, max(rank, datedWhole)
	}
	const mostWords = 5 // "14 de mayo de 2024"
	words := strings.Fields(s)
	for n := min(mostWords, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			w := strings.Trim(strings.Join(words[i:i+n], " "), "()[]|,;:.·-–")
			if n == 1 && !strings.ContainsAny(w, "/.-") || !hasDigits(w) {
				continue // a number
			}
			if t, ok := date.Parse(w); ok {
				return t, rank
			}
		}
	}
	if m := figures.FindStringSubmatch(s); m != nil {
		day, month := m[1], m[3]
		if monthFirst && m[2] == "/" {
			day, month = month, day
		}
		if t, ok := date.Parse(m[4] + "-" + twoDigits(month) + "-" + twoDigits(day)); ok {
			return t, rank
		}
	}
	return article.Time{}, undated
}

// twoDigits returns a number of one or two digits with two.
func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
