package reader

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clippings are articles of several papers in one text, as press offices, and archives of which no form is known here, put
// them together. Each has a line that names paper and day, below its title or above it:
//
//	Harbour stays open
//	The Example, 12 March 2025, p. 4
//
//	The text.
//
// They are parted where a rule stands between them, or where each of these lines names a page as well, which the
// datelines of one article do not.

// The bounds of clippings.
const (
	longestSource  = 160 // bytes of the line that names paper and day
	longestPaper   = 70  // bytes of its name
	longestHeading = 250 // bytes of a title
	leastClipping  = 300 // bytes of an article
	deepestSource  = 6   // lines before the one that names the paper, but for what stands before the first article
)

// clippingPage is how lines name a page: "S. 5", "page 4", "Side 9", "A12".
var clippingPage = regexp.MustCompile(`(?i)(?:^|[\s,;|(])(?:s\.|seite|p\.|pp\.|pg\.|page|pages|pág\.|página|pag\.|pagina|side|sid\.|sida|str\.|strana|strona|с\.|стр\.|lk|sayfa)\s?[A-Z]?\d{1,3}|(?:^|[\s,;|(])[A-Z]\d{1,3}(?:$|[\s,;|)])|第\s?[A-Z]?\d{1,3}\s?[版頁页面]`)

// A clippingSource is what a line says of where an article stood.
type clippingSource struct {
	paper, day string
	page       bool
}

// clippingSourceOf reads the line that names paper and day, and maybe the page, and reports whether it is one.
func clippingSourceOf(line string) (c clippingSource, ok bool) {
	line = strings.TrimSpace(line)
	if len(line) > longestSource || !strings.ContainsAny(line, "0123456789") || !utf8.ValidString(line) {
		return c, false
	}
	for _, mark := range [...]string{"\t", "  ", " | ", "|", " · ", " • ", " vom ", " v. ", ", ", "; ", " - ", " – ", " — ", " ("} {
		for at := 0; ; at += len(mark) {
			k := strings.Index(line[at:], mark)
			if k < 0 {
				break
			}
			at += k
			if c, ok := clippingParts(strings.TrimSpace(line[:at]), strings.TrimLeft(line[at+len(mark):], " \t")); ok {
				return c, true
			}
		}
	}
	return c, false
}

// clippingParts reads what may be the name of a paper, and what stands behind it: a day, and maybe a page.
func clippingParts(paper, behind string) (c clippingSource, ok bool) {
	if !beginsDay(behind) || len(paper) > longestPaper || !namesPaper(paper) {
		return c, false
	}
	words := strings.FieldsFunc(behind, func(r rune) bool { return strings.ContainsRune(" \t,;|·•()", r) })
	const mostWords = 4
	for n := min(mostWords, len(words)); n > 0; n-- {
		day := strings.TrimRight(strings.Join(words[:n], " "), ",;:-–— ")
		if !understood(day) {
			continue
		}
		if understood(paper + " " + day) { // Wednesday, March 12, 2025
			return c, false
		}
		rest := strings.Join(words[n:], " ")
		return clippingSource{paper: paper, day: day, page: clippingPage.MatchString(rest)}, !endsProse(rest)
	}
	return c, false
}

// beginsDay reports whether what stands behind a mark may begin with a day: with a figure, or with a word of letters that a figure
// follows soon, as in March 12, 2025 or Wednesday, March 12, 2025.
func beginsDay(s string) bool {
	const near = 24 // bytes
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsDigit(r) {
		return true
	}
	return unicode.IsLetter(r) && strings.ContainsAny(s[:min(len(s), near)], "0123456789")
}

// namesPaper reports whether a part of a line may be the name of a paper: a few words of which the first begins with no small
// letter, and no label.
func namesPaper(s string) bool {
	const mostWords = 7
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsLower(r) && !strings.Contains(s, ".") {
		return false
	}
	words := strings.Fields(s)
	return len(words) <= mostWords && !strings.ContainsAny(s, ":!?\"“”„«»") && !isByline(s) && !understood(s) && strings.IndexFunc(words[0], unicode.IsLetter) >= 0
}

// endsProse reports whether what stands behind the day ends as a sentence does.
func endsProse(rest string) bool {
	const mostWords = 14
	return len(strings.Fields(rest)) > mostWords || len(rest) > 40 && strings.HasSuffix(rest, ".")
}

// A clippedLine is a line of a text.
type clippedLine struct {
	from, to int // bytes, without white space around; equal if it is empty
	rule     bool
	source   bool // it names paper and day
	page     bool // and page
}

// clippings parts a text of clippings; nil if it is none.
func clippings(data []byte) (parts [][]byte) {
	const fewest = 2
	if datedLines(data, fewest) < fewest {
		return nil
	}
	lines, sources, paged := clippedLines(data)
	if sources < fewest {
		return nil
	}
	starts := ruled(data, lines)
	if len(starts) < fewest && paged >= fewest && paged == sources {
		starts = unruled(data, lines)
	}
	if len(starts) < fewest {
		return nil
	}
	for i, from := range starts {
		to := len(data)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		parts = append(parts, bytes.Trim(data[from:to], "\r\n"))
	}
	return parts
}

// datedLines returns how many lines of a text are short and may have a year in them, up to most: few texts have any.
func datedLines(data []byte, most int) (n int) {
	for at := 0; at < len(data) && n < most; {
		end := bytes.IndexByte(data[at:], '\n')
		if end < 0 {
			end = len(data) - at
		}
		if line := data[at : at+end]; mayBeDated(line) {
			n++
		}
		at += end + 1
	}
	return n
}

// mayBeDated reports whether a line is no longer than one that names paper and day, and has the figures that a year begins with.
func mayBeDated(line []byte) bool {
	if len(line) > 2*longestSource {
		return false
	}
	return bytes.Contains(line, []byte("20")) || bytes.Contains(line, []byte("19"))
}

// clippedLines returns the lines of a text, how many name paper and day, and how many of those the page.
func clippedLines(data []byte) (lines []clippedLine, sources, paged int) {
	for at := 0; at < len(data); {
		end := bytes.IndexByte(data[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(data)-at, len(data)
		}
		trimmed := bytes.TrimSpace(data[at : at+end])
		l := clippedLine{from: at, to: at}
		if len(trimmed) > 0 {
			l.from = at + bytes.Index(data[at:at+end], trimmed)
			l.to = l.from + len(trimmed)
			l.rule = len(trimmed) >= longRule && isRule(trimmed)
		}
		if len(trimmed) <= longestSource && mayBeDated(trimmed) && !l.rule {
			if c, ok := clippingSourceOf(string(trimmed)); ok {
				l.source, l.page = true, c.page
				sources++
				if c.page {
					paged++
				}
			}
		}
		lines = append(lines, l)
		at = next
	}
	return lines, sources, paged
}

// ruled returns where the articles of a text begin that have rules between them: each part that is as long as an article has one line
// near its beginning that names paper and day. nil if one has none.
func ruled(data []byte, lines []clippedLine) (starts []int) {
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && !lines[to].rule {
			to++
		}
		part := lines[from:to]
		source := sourceNear(part, len(starts) == 0)
		switch {
		case source >= 0 && len(starts) == 0:
			starts = append(starts, part[titleAbove(part, source)].from)
		case source >= 0:
			starts = append(starts, part[0].from)
		case sizeOf(part) >= leastClipping:
			return nil
		}
		from = to + 1
	}
	return starts
}

// sourceNear returns the first line of a part that names paper and day, if it is near the beginning; -1 if none does. Before
// the first article may stand whose the collection is.
func sourceNear(part []clippedLine, first bool) int {
	const coverLines = 12
	deepest, seen := deepestSource, 0
	if first {
		deepest = coverLines
	}
	for i, l := range part {
		if l.source {
			return i
		}
		if l.to > l.from {
			if seen++; seen >= deepest || l.to-l.from > longestHeading {
				return -1
			}
		}
	}
	return -1
}

// titleAbove returns the first line of the block that the line of paper and day stands in; where it stands in its
// first, that line.
func titleAbove(part []clippedLine, source int) int {
	for source > 0 && part[source-1].to > part[source-1].from && !part[source-1].source {
		source--
	}
	return source
}

// sizeOf returns how many bytes of text lines have.
func sizeOf(part []clippedLine) (n int) {
	for _, l := range part {
		n += l.to - l.from
	}
	return n
}

// unruled returns where the articles of a text begin that have no rules between them. A title may stand above each line of paper,
// day and page; else it stands below.
func unruled(data []byte, lines []clippedLine) (starts []int) {
	var sources []int
	for i, l := range lines {
		if l.source {
			sources = append(sources, i)
		}
	}
	above := true
	for k, i := range sources {
		if k > 0 && sizeOf(lines[sources[k-1]:i]) < leastClipping {
			return nil // a list of what follows
		}
		above = above && headingAbove(data, lines, i) >= 0
	}
	for _, i := range sources {
		if above {
			i = headingAbove(data, lines, i)
		}
		starts = append(starts, lines[i].from)
	}
	if sizeOf(lines[sources[len(sources)-1]:]) < leastClipping {
		return nil
	}
	return starts
}

// headingAbove returns the line that begins the title above the line of paper and day; -1 if what stands there is the end of another
// text.
func headingAbove(data []byte, lines []clippedLine, source int) int {
	i := source - 1
	for i >= 0 && lines[i].to == lines[i].from {
		i--
	}
	if i < 0 || lines[i].to-lines[i].from > longestHeading || bytes.ContainsAny(data[lines[i].to-1:lines[i].to], ".!?\"") {
		return -1
	}
	for i > 0 && lines[i-1].to > lines[i-1].from && lines[i-1].to-lines[i-1].from <= longestHeading && source-i < 3 {
		i--
	}
	return i
}

// clipping reads one of the articles that clippings parted.
func (d *document) clipping(text string) {
	blocks := blocksOf(text)
	at, in := clippingHead(blocks)
	if at < 0 {
		d.blocks(blocks)
		return
	}
	c, _ := clippingSourceOf(blocks[at][in])
	if m := placed.FindStringSubmatch(c.paper); m != nil {
		c.paper = m[1]
	}
	d.paper(c.paper)
	d.plain(dateField, 1, "date", c.day)
	var title []string
	switch {
	case in > 0:
		title = blocks[at][:in]
	case at > 0:
		title = blocks[at-1]
	}
	rest := blocks[at+1:]
	if title == nil && len(rest) > 0 && size(rest[:1]) <= longestHeading {
		title, rest = rest[0], rest[1:]
	}
	d.plain(titleField, 1, "title", strings.Join(title, " "))
	if len(rest) > 1 && len(rest[0]) == 1 && isByline(rest[0][0]) && isName(withoutBy(rest[0][0])) {
		d.plain(bylineField, 1, "byline", withoutBy(rest[0][0]))
		rest = rest[1:]
	}
	d.blocks(withoutNotes(rest))
}

// clippingHead returns the block, and the line in it, that names paper and day.
func clippingHead(blocks [][]string) (block, line int) {
	for i, b := range blocks[:min(len(blocks), deepestSource)] {
		if k := slices.IndexFunc(b, func(line string) bool { _, ok := clippingSourceOf(line); return ok }); k >= 0 {
			return i, k
		}
	}
	return -1, -1
}

// clippingNumber is the line in which an archive gives the number of an article: "文章編號: 202503120040012".
var clippingNumber = regexp.MustCompile(`^[\pL -]{2,24}[:：]\s?[A-Za-z]{0,6}[-\d]{6,}\w*$`)

// withoutNotes returns the blocks of a text without the last ones that say which number an archive gave it, and whose it is.
func withoutNotes(blocks [][]string) [][]string {
	const last = 3
	for i := max(1, len(blocks)-last); i < len(blocks); i++ {
		k := slices.IndexFunc(blocks[i], func(line string) bool {
			return clippingNumber.MatchString(line) || isCopyright(line) || endsRetriever(line) || isRule([]byte(line))
		})
		if k == 0 {
			return blocks[:i]
		}
		if k > 0 {
			return append(slices.Clone(blocks[:i]), blocks[i][:k])
		}
	}
	return blocks
}
