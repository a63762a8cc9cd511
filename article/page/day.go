package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiretrace/article"
	"wiretrace/article/date"
)

// Sources of days that no field of the page tells.
const (
	sourceText        = "page text" // a short text beside the headline, or one that says that it is of publication
	sourceGuessScript = article.SourceGuess + "script"
	sourceGuessText   = article.SourceGuess + "page text"
)

// lookForDay returns the day of publication, never the hour, from what no field
// of the page tells: short texts and, as guesses, data in scripts and the only day
// that the page shows. It is the last resort, and rather silent than wrong.
func (d *describer) lookForDay(doc *html.Node) article.Time {
	t, source := d.textTime(doc)
	if d.deniedByAddress(t) {
		source = ""
	}
	if source != sourceText {
		if u, ok := scriptTime(doc); ok {
			t, source = u, sourceGuessScript
		}
	}
	if source == "" || source == sourceGuessScript && d.deniedByAddress(t) {
		return article.Time{}
	}
	const firstOnline = 1993 // an older day is of what the page tells of
	if t.When.Year() < firstOnline {
		return article.Time{}
	}
	return article.Time{When: dayOf(t), Precision: article.Day, Source: source}
}

// scriptField is a field of data that says when the page was published, as
// "publishedDate":"2019-11-14", also within a string, \"publishedDate\":\"2019-11-14\".
var scriptField = regexp.MustCompile(`(?i)"(?:date_?published|publish(?:ed)?_?(?:date|at|time|on)?|first_?published(?:_?(?:date|at))?|publication_?(?:date|time)|pub_?date|date_?created|created_?(?:at|date))\\?"\s*:\s*\\?"([0-9][0-9T:.+Z /-]{7,33})\\?"`)

// scriptTime returns the time that the first such field of each script gives, if
// those that are understood are of one day. What is read as JSON-LD is left out.
func scriptTime(doc *html.Node) (first article.Time, ok bool) {
	for n := doc; n != nil; n = next(doc, n, false) {
		if n.DataAtom != atom.Script || n.FirstChild == nil || isLinkedData(n) {
			continue
		}
		m := scriptField.FindStringSubmatch(n.FirstChild.Data)
		if m == nil {
			continue
		}
		switch t, understood := date.Parse(m[1]); {
		case !understood, t.Precision == article.Day && t.When.YearDay() == 1: // systems that know no day write that
		case !ok:
			first, ok = t, true
		case !sameDays(first, t):
			return article.Time{}, false
		}
	}
	return first, ok
}

// longestDated is the length in bytes of the longest text in which a date is
// looked for.
const longestDated = 120

// How well a text dates the page.
const (
	undated        = iota
	datedSomewhere // it is a date far from the headline
	datedElsewhere // it says that something was published then, where the page speaks of other things
	datedInPart    // a date stands in it
	datedBeside    // a date stands in it beside few other words, such as a name
	datedWhole     // it is a date and nothing else
	datedByLabel   // it says that something was published, posted, written then
)

// textTime returns the time that the short text of the page gives that dates it
// best, of equals the first, with its source: sourceText beside the headline or
// where it says that it is of publication, sourceGuessText where it is the only day that says so in
// a side column or the like, else the only one that the page shows below its headline. The source is empty if there is
// none.
func (d *describer) textTime(doc *html.Node) (article.Time, string) {
	var (
		at              progress
		best            article.Time
		rank            = undated
		only, published single
		seen            int
	)
	const most = 400 // texts with a date
	for n := doc; n != nil && seen < most; {
		hidden := n.Type == html.ElementNode && unread(n.DataAtom)
		if !hidden {
			at.pass(n, d.facts)
		}
		switch t, r := d.timeAt(n, at); {
		case r == undated:
		case r == datedSomewhere:
			seen++
			only.add(t)
		case r == datedElsewhere:
			seen++
			published.add(t)
		default:
			if seen++; r > rank {
				best, rank = t, r
			}
		}
		n = next(doc, n, hidden)
	}
	switch {
	case rank > undated:
		return best, sourceText
	case published.is():
		return published.day, sourceGuessText
	case only.is():
		return only.day, sourceGuessText
	}
	return article.Time{}, ""
}

// A single is the only day of several times.
type single struct {
	day    article.Time
	second bool // there is another
}

func (s *single) add(t article.Time) {
	s.second = s.second || s.day.Precision != article.NoTime && !sameDays(s.day, t)
	s.day = t
}

func (s *single) is() bool { return s.day.Precision != article.NoTime && !s.second }

// timeAt returns the time that a piece of text gives, which the walk met at a
// place, and how well it dates the page there: what does not say so must stand
// beside the headline in a short line.
func (d *describer) timeAt(n *html.Node, at progress) (article.Time, int) {
	if n.Type != html.TextNode || len(n.Data) >= 4*longestDated || !hasDigits(n.Data) || n.Parent.DataAtom == atom.Option {
		return article.Time{}, undated
	}
	t, r := d.timeIn(clean(n.Data))
	if r == undated {
		return article.Time{}, undated
	}
	if r = d.rankAt(n, at, r); r == undated {
		return article.Time{}, undated
	}
	return t, r
}

// rankAt returns how well a date, which dates the page by rank in its own words, does so where it stands.
func (d *describer) rankAt(n *html.Node, at progress, rank int) int {
	scope, where := d.scopeBeside(n), d.placeOf(at)
	if !ofReaders(scope) && (d.tellsOfPiece(n) || elsewhere(scope) && d.linksHere(n)) {
		return datedByLabel
	}
	if d.atHeadline(n, at) {
		scope = withoutShapes(scope)
	}
	switch {
	case elsewhere(scope):
		if where != aboveHeadline && !ofReaders(scope) && saysPublished(n, rank) {
			return datedElsewhere
		}
		return undated
	case rank == datedByLabel:
		return rank
	case ofAnotherDay(n):
		return undated
	case rank == datedWhole && publishedAbove(n):
		return datedByLabel
	case withinLine(n), where == aboveHeadline, d.headsSite(n, at, scope):
		return undated
	}
	return rankUnlabelled(rank, where, d.maybeToday(at, scope, n.Data))
}

// rankUnlabelled is rankAt of what says of no day what it is.
func rankUnlabelled(rank int, where place, maybeToday bool) int {
	switch {
	case maybeToday, where == belowHeadline && rank == datedWhole:
		return datedSomewhere
	case where == belowHeadline, rank == datedInPart:
		return undated
	}
	return rank
}

// publishedAbove reports whether the line above that of a piece of text says that its date is of publication.
func publishedAbove(n *html.Node) bool {
	label := labelAbove(n.Parent)
	return containsAny(label, publishedWords) && !containsAny(label, changedWords)
}

// withinLine reports whether a piece of text is part of a longer line of text.
func withinLine(n *html.Node) bool {
	before, behind := lineAround(n)
	return len(before)+len(n.Data)+len(behind) > longestDated
}

// ofAnotherDay reports whether what stands before a piece of text in its line says that its
// date is of a change, a birth or a membership.
func ofAnotherDay(n *html.Node) bool {
	before, _ := lineAround(n)
	before = strings.ToLower(before)
	_, changed := labelsOf(before)
	return changed || containsAny(before, otherDayWords) || labelsLife(before) || labelsLife(labelAbove(n.Parent))
}

// hasDigits reports whether s has the four digits or more of a date, of any script,
// or three beside other letters than ours: 令和6年3月5日.
func hasDigits(s string) bool {
	n, others := 0, false
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
		others = others || s[i] >= utf8.RuneSelf
	}
	if n >= 4 || !others {
		return n >= 4
	}
	for _, r := range s {
		if r >= utf8.RuneSelf && unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 4 || n == 3 && strings.ContainsRune(s, '年')
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// Parts of words, in lower case, that say what a date is of: publication; a
// change of the page, or that or the right to copy it; a birth, or the day since
// when somebody has been a member.
var (
	publishedWords = listed("published")
	changeWords    = listed("changed")
	changedWords   = slices.Concat(changeWords, listed("rights"))
	otherDayWords  = listed("other-day")
)

// timeIn returns the time that s gives, and how well it dates the page.
func (d *describer) timeIn(s string) (article.Time, int) {
	if len(s) > longestDated {
		return article.Time{}, undated
	}
	lower := strings.ToLower(s)
	if containsAny(lower, otherDayWords) || tellsLife(lower) {
		return article.Time{}, undated
	}
	rank := datedInPart
	for i, w := range changedWords { // what follows is another date
		k := strings.Index(lower, w)
		switch {
		case k < 0:
			continue
		case len(lower) != len(s):
			return article.Time{}, undated
		}
		if i < len(changeWords) && hasDigits(s[:k]) && hasDigits(s[k:]) { // 3 March 2025 (updated 5 March 2025): the first is of the piece
			rank = datedByLabel
		}
		behind := publishedBehind(lower, k)
		s, lower = strings.TrimSpace(s[:k]+" "+s[behind:]), strings.TrimSpace(lower[:k]+" "+lower[behind:])
	}
	if containsAny(lower, publishedWords) {
		rank = datedByLabel
	}
	words := strings.Fields(s)
	if isRange(words) {
		return article.Time{}, undated
	}
	if t, ok := date.Parse(s); ok {
		return t, max(rank, datedWhole)
	}
	const mostWords = 5 // "14 de mayo de 2024"
	for n := min(mostWords, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			w := strings.Trim(strings.Join(words[i:i+n], " "), "()[]|,;:.·-–")
			if n == 1 && !strings.ContainsAny(w, "/.-年년") || !hasDigits(w) || rangeWord(words[i]) || endsRange(words[:i]) {
				continue // a number, or the end of a range of days
			}
			if t, ok := date.Parse(w); ok {
				return t, max(rank, besides(s, w))
			}
		}
	}
	if w := unspaced.FindString(s); w != "" {
		if t, ok := date.Parse(w); ok {
			return t, max(rank, besides(s, w))
		}
	}
	if t, ok := d.readFigures(s); ok {
		return t, max(rank, besides(s, figures.FindStringSubmatch(s)[1]))
	}
	return article.Time{}, undated
}

// publishedBehind returns where in s, behind the word of a change at k and its day, the day of publication
// follows with its label, as in "Mis à jour le 14/03/2025 · Publié le 12/03/2025"; the end of s if it does not.
func publishedBehind(s string, k int) int {
	digits := strings.IndexAny(s[k:], "0123456789")
	if digits < 0 {
		return len(s)
	}
	k += digits
	first := len(s)
	for _, w := range publishedWords {
		if i := strings.Index(s[k:], w); i >= 0 && k+i < first {
			first = k + i
		}
	}
	return first
}

// endsRange reports whether the words before a date make it the end of a range of days:
// 14. - 20 January.
func endsRange(before []string) bool {
	n := len(before)
	if n < 2 || !rangeWord(before[n-1]) {
		return false
	}
	first := strings.TrimRight(before[n-2], ".")
	return len(first) <= 2 && isDigit(before[n-2][0])
}

func rangeWord(s string) bool {
	switch strings.ToLower(s) {
	case "-", "–", "—", "bis", "until", "till", "to", "al", "au", "t/m", "до":
		return true
	}
	return false
}

// unspaced is a date as Chinese, Japanese and Korean write it, which other words may
// stand beside without a space.
var unspaced = regexp.MustCompile(`(?:(?:令和|平成|昭和|民[國国])[0-9]{1,3}|[0-9]{4})[年년] ?[0-9]{1,2}[月월] ?[0-9]{1,2}[日일号號](?: ?[0-9]{1,2}:[0-9]{2})?`)

// besides says how well a date that was found in s dates the page; a sentence
// tells of what happened then, but a date between bars is none.
func besides(s, found string) int {
	const mostBeside = 40 // bytes
	if before, behind, ok := strings.Cut(s, found); ok && endsItem(before) && beginsItem(behind) {
		return datedBeside
	}
	if len(s)-len(found) <= mostBeside && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
		return datedBeside
	}
	return datedInPart
}

// endsItem reports whether an item of a line ends with s, at a bar or the like.
func endsItem(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, "|") || strings.HasSuffix(s, "/") || strings.HasSuffix(s, "·") || strings.HasSuffix(s, "•")
}

// beginsItem reports whether the next item of a line begins with s, or the line ends.
func beginsItem(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || strings.HasPrefix(s, "|") || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "·") || strings.HasPrefix(s, "•")
}

// figures is a date in figures with the year at its end, and its first separator. A
// time of day does not stand right behind it: 28.09.1912:44 is of a year of two digits.
var figures = regexp.MustCompile(`\b([0-9]{1,2}([/.-])[0-9]{1,2}[/.-](?:19|20)[0-9]{2})(?:[^0-9:]|:[^0-9]|:?$)`)

// readFigures returns the time of a date in figures, 3/4/2024, if the order of day
// and month is known: the whole of s, else the day of the date in it. Where it is not, the first such date is kept in d.open.
func (d *describer) readFigures(s string) (article.Time, bool) {
	m := figures.FindStringSubmatch(s)
	if m == nil {
		return article.Time{}, false
	}
	found, separator := m[1], m[2]
	if t, ok := date.Parse(found); ok { // 13/4/2024
		return t, true
	}
	order := d.figureOrder()
	if order == date.UnknownOrder || separator != "." && d.writesPoints() {
		if d.open == "" {
			d.open = found
		}
		return article.Time{}, false
	}
	if t, ok := date.ParseAs(s, order); ok {
		return t, true
	}
	return date.ParseAs(found, order)
}
