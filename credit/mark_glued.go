package credit

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// Texts that a crawler has put on one line lose what parted the headline and the caption from
// the report and the report from who signs it: Ölpreise fallen NEW YORK (dpa-AFX) - Die
// Ölpreise; mehr in der App RND/lo.

// glued returns where the dateline begins that ends with the bracket text[i:end] and has other
// text before it on its line, and reports whether there is one: a place in capitals, or a list
// of several marks in small letters, as no photographer signs. inner is what the bracket holds,
// of marks agencies.
func (m *markReader) glued(i, end int, inner string, marks int) (from int, ok bool) {
	const farthest, leastText, leastPlace = 600, 40, 4 // bytes
	if !m.top || i-m.block.Start > farthest || m.block.End-end < leastText || !m.opens(i, end) {
		return 0, false
	}
	several := marks > 1 && inner == strings.ToLower(inner)
	from, words := m.capitalsBefore(i)
	// EPA/JANE ROE (AFP) Die Brücke: a dash or a day shows that it is none of these.
	placed := words == 1 && i-from > leastPlace || words > 1 && (startsDash(m.a.Text[end:m.block.End]) || strings.ContainsAny(m.a.Text[from:i], "0123456789"))
	if placed && !m.photoBefore(from, i) {
		return from, true
	}
	if from, ok := m.timedBefore(i); ok && !m.photoBefore(from, i) {
		return from, true
	}
	return i, several
}

// timedBefore returns where the place of one word begins that ends before text[i], behind how long the text
// takes to read or when it was written, and reports whether there is one: Lesezeit: 3 Minuten Marlow (dpa).
func (m *markReader) timedBefore(i int) (from int, ok bool) {
	const longestUnit = 8 // letters of Minuten, Uhr, min
	text := m.a.Text
	from, end, ok := word.Before(text, m.block.Start, i)
	if !ok || text[end:i] != " " || !word.Capital(text[from:end]) {
		return 0, false
	}
	a, b, ok := word.Before(text, m.block.Start, from)
	if !ok || strings.Trim(text[b:from], " .|") != "" || b-a > longestUnit || digit(text[a]) {
		return 0, false
	}
	number, end, ok := word.Before(text, m.block.Start, a)
	if !ok || text[end:a] != " " || !digit(text[number]) {
		return 0, false
	}
	before := text[m.block.Start:number]
	clock := len(before) > 1 && strings.ContainsAny(before[len(before)-1:], ":.") && digit(before[len(before)-2]) // 12:11 Uhr
	return from, clock || strings.HasSuffix(strings.TrimRight(before, " \u00a0"), ":")
}

// capitalsBefore returns where the place in capitals begins that ends before text[i], a day
// perhaps behind it, and of how many words it is: NEW YORK/LONDON; MADRID, 4.
func (m *markReader) capitalsBefore(i int) (from, words int) {
	const most, least = 4, 3 // words; letters of the longest
	from = i
	long := false
	for range most {
		a, b, ok := word.Before(m.a.Text, m.block.Start, from)
		if !ok || strings.Trim(m.a.Text[b:from], " \u00a0,./-") != "" {
			break
		}
		w := m.a.Text[a:b]
		number := words == 0 && digit(w[0]) && b-a <= 2
		if !number && !(words == 0 && m.x.lookup(w).class&cMonth != 0) {
			if !word.AllCapital(w) || digit(w[0]) {
				break
			}
			words++
			long = long || len(w) >= least
		}
		from = a
	}
	if !long {
		return i, 0
	}
	return from, words
}

// photoBefore reports whether a word for pictures stands in text[from:i], the names before a
// bracket, or close before it: Foto: REUTERS (AFP) Die Brücke.
func (m *markReader) photoBefore(from, i int) bool {
	const reach = 24 // bytes
	return m.photoLine(article.Span{Start: max(m.block.Start, from-reach), End: i})
}

// signature reads the agency that signs at the end of the article's text t where the end of the
// last sentence does not show it: with initials, mehr in der App RND/lo, or behind the paper that
// has it, Diario El Puente / AVN. It reports whether there is one.
func (m *markReader) signature(t string) bool {
	const leastText, longest = 120, 40 // bytes
	if !m.foot || len(t) < leastText {
		return false
	}
	at := strings.LastIndexByte(t[len(t)-longest:], '/')
	if at < 0 || m.block.End < len(strings.TrimRight(m.a.Text, " \u00a0\n")) {
		return false
	}
	at += len(t) - longest
	if end := m.block.Start + len(t); m.photoBefore(end, end) {
		return false
	}
	return m.signedWithInitials(t[:at], t[at+1:]) || m.signedBehindPaper(t[:at], t[at+1:])
}

// signedWithInitials reads the agency whose mark ends the text left, before a stroke and initials:
// RND/lo.
func (m *markReader) signedWithInitials(left, right string) bool {
	from := strings.LastIndexByte(left, ' ') + 1
	o := m.mark(left[from:])
	if o == nil || !initials(right) || !word.AllCapital(left[from:]) {
		return false
	}
	agencies := []*outlet.Outlet{o}
	if other := m.mark(right); other != nil {
		agencies = append(agencies, other) // RND/dpa
	}
	m.credit(agencies, article.Span{Start: m.block.Start + from, End: m.block.End}, CueCreditLine)
	return true
}

// signedBehindPaper reads the agency whose mark is right, behind a stroke and the paper that the
// text left names behind its last sentence: Ciudad CCS / AVN.
func (m *markReader) signedBehindPaper(left, right string) bool {
	const longest = 40 // bytes
	left, mark := strings.TrimRight(left, " "), strings.TrimSpace(right)
	o, k := m.mark(mark), lastSentenceEnd(left)
	if o == nil || k < 0 || !word.AllCapital(mark) || len(left)-k > longest || !m.paperLike(strings.Trim(left[k+1:], " ")) {
		return false
	}
	m.credit([]*outlet.Outlet{o}, article.Span{Start: m.block.Start + k + 1, End: m.block.End}, CueCreditLine)
	return true
}

// initials reports whether t is those of whoever edited a text: lo.
func initials(t string) bool {
	const most = 3
	return t != "" && len(t) <= most && strings.IndexFunc(t, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// paperLike reports whether t, two to five capitalised words, reads as a paper rather than as
// somebody's name: an abbreviation or a word for an outlet is among them.
func (m *markReader) paperLike(t string) bool {
	const least, most = 2, 5
	words := strings.FieldsFunc(t, func(r rune) bool { return r == ' ' || r == ',' })
	paper := false
	for _, w := range words {
		if !word.Capital(w) && m.x.lookup(w).class&cConnect == 0 {
			return false
		}
		paper = paper || word.AllCapital(w) && len(w) > 1 || m.x.lookup(w).class&(cPress|cTitle|cFirstTitle) != 0
	}
	return paper && least <= len(words) && len(words) <= most
}
