package layout

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A line is one line of a text without the white space around it.
type line struct {
	article.Span
	gap    int // line ends before it, back to the line before that was not blank
	indent int // bytes of white space before it on its own line
}

// splitLines appends the lines of text that are not blank to lines. LF, CR, CR LF, VT,
// FF, NEL and the line and paragraph separators U+2028 and U+2029 end lines.
func splitLines(lines []line, text string) []line {
	plain := strings.IndexByte(text, '\r') < 0 && strings.IndexByte(text, '\f') < 0 && strings.IndexByte(text, '\v') < 0 &&
		!strings.Contains(text, "\u2028") && !strings.Contains(text, "\u2029") && !strings.Contains(text, "\u0085")
	gap := 0
	for at := 0; at < len(text); {
		end, next := 0, 0
		if plain {
			if k := strings.IndexByte(text[at:], '\n'); k >= 0 {
				end, next = at+k, at+k+1
			} else {
				end, next = len(text), len(text)
			}
		} else {
			end, next = lineEnd(text, at)
		}
		start := word.SkipSpace(text[:end], at)
		if start < end {
			lines = append(lines, line{article.Span{Start: start, End: word.TrimEnd(text, end)}, gap, start - at})
			gap = 0
		}
		gap++
		at = next
	}
	return lines
}

// lineEnd returns where the line at text[at] ends and where the next begins.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n', '\v', '\f':
			return i, i + 1
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xC2:
			if strings.HasPrefix(text[i:], "\u0085") {
				return i, i + 2
			}
		case 0xE2:
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

// joinLines returns the paragraphs that lines make up. Where lines were broken
// to a width, the statistics of the lines tell: many end within a sentence,
// and the word that begins the next would not have fitted.
// In a text that shouts no capital tells where a sentence begins.
func joinLines(text string, lines []line, shouts bool) []line {
	width := wrapWidth(text, lines, shouts)
	paragraphs := lines[:0]
	last := line{}
	for _, l := range lines {
		joined := l
		if n := len(paragraphs) - 1; n >= 0 && continues(text, last, l, width, shouts) {
			paragraphs[n].End = l.End
		} else {
			paragraphs = append(paragraphs, joined)
		}
		last = l
	}
	return paragraphs
}

// Lines are taken for broken to a width only below longestWrap columns, and
// only if minWraps of them, and a share of them, end within a sentence.
const (
	longestWrap = 260
	minWraps    = 3
)

// wrapWidth returns the width in code points to which the lines were broken,
// or 0 if each line is a paragraph.
func wrapWidth(text string, lines []line, shouts bool) int {
	pairs, wraps, width := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if !mayWrap(a, b) {
			continue
		}
		pairs++
		if breaksSentence(text, a, b, shouts) {
			wraps++
			width = max(width, utf8.RuneCountInString(text[a.Start:a.End]))
		}
	}
	if wraps < minWraps || wraps*10 < pairs*3 || width > longestWrap {
		return 0
	}
	full := 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if mayWrap(a, b) && breaksSentence(text, a, b, shouts) && utf8.RuneCountInString(text[a.Start:a.End])*10 >= width*6 {
			full++
		}
	}
	if full*10 < wraps*6 {
		return 0
	}
	return width
}

// mayWrap reports whether b follows a at once, which is as long as lines are that were broken to a width.
func mayWrap(a, b line) bool { return b.gap == 1 && a.Len() >= 30 && a.Len() <= 3*longestWrap }

// continues reports whether b goes on with the paragraph whose last line is a.
func continues(text string, a, b line, width int, shouts bool) bool {
	if b.gap != 1 {
		return false
	}
	if width == 0 {
		// A link within a sentence was put on a line of its own.
		return a.Len() >= 40 && (b.Len() >= 20 || ended(text[b.Start:b.End])) && breaksSentence(text, a, b, false) && !labelled(text[b.Start:b.End])
	}
	if b.indent > a.indent+1 {
		return false
	}
	long := utf8.RuneCountInString(text[a.Start:min(a.End, a.Start+4*longestWrap)])
	if breaksSentence(text, a, b, false) {
		return long*2 >= width
	}
	word := strings.IndexByte(text[b.Start:min(b.End, b.Start+longestWrap)], ' ')
	if word < 0 {
		word = min(b.Len(), longestWrap)
	}
	return long*10 >= width*6 && long+1+utf8.RuneCountInString(text[b.Start:b.Start+word]) >= width-2
}

// labelled reports whether s begins in lower case and yet is a line of its
// own: "date 2024-05-03", "by Jane Roe".
func labelled(s string) bool {
	k := strings.IndexByte(s, ' ')
	if k < 0 || k+1 == len(s) {
		return false
	}
	if s[k+1] >= '0' && s[k+1] <= '9' {
		return true
	}
	switch s[:k] {
	case "by", "por", "par", "von", "di", "da":
		r, _ := utf8.DecodeRuneInString(s[k+1:])
		return unicode.IsUpper(r) && len(s) < longestByline && !ended(s)
	}
	return false
}

// shouts reports whether the running text is in capitals, as old wire feeds
// have it: four in five letters of its long lines. Capitals tell nothing there.
func shouts(text string, lines []line) bool {
	const (
		longLine = 40   // bytes; shorter ones are headlines, names and buttons in capitals
		least    = 160  // letters that tell
		most     = 8192 // letters looked at, about, and bytes of a line
	)
	letters, upper := 0, 0
	for _, l := range lines {
		if l.Len() < longLine {
			continue
		}
		if small := letters - upper; small*4 > upper+len(text)-l.Start {
			return false // whatever follows: most texts are known by their first fifth
		}
		n, capitals := countLetters(text[l.Start:min(l.End, l.Start+most)])
		letters, upper = letters+n, upper+capitals
		if letters >= most {
			return upper*5 >= letters*4
		}
	}
	return letters >= least && upper*5 >= letters*4
}

// countLetters returns how many letters s has, and how many of them are capitals.
func countLetters(s string) (letters, capitals int) {
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			if x := word.Load(s, i); x&word.HighBits == 0 { // eight characters of ASCII
				found, _ := word.Alnum8(x)
				letters += bits.OnesCount64(found)
				capitals += bits.OnesCount64(found &^ (x << 2)) // small letters have the bit 0x20
				i += 8
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsUpper(r):
			capitals++
			letters++
		case unicode.IsLower(r):
			letters++
		}
		i += n
	}
	return letters, capitals
}

// breaksSentence reports whether the end of line a plainly lies within a
// sentence that goes on in line b. In a text that shouts it is enough that none ends there.
func breaksSentence(text string, a, b line, shouts bool) bool {
	if ended(text[a.Start:a.End]) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[a.Start:a.End])
	first, _ := utf8.DecodeRuneInString(text[b.Start:b.End])
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",-–—%’”\")", last) {
		return false
	}
	return unicode.IsLower(first) || (shouts || last == ',') && unicode.IsLetter(first)
}

// ended reports whether s ends as sentences and their introductions end.
func ended(s string) bool {
	for range 4 {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', ':', '。', '！', '？', ';', '।', '॥', '؟', '۔', '።', '។', '။', '།', '։', '｡', '．':
			return true
		case '"', '\'', '”', '’', '»', '“', ')', ']', '›', '」', '』', '）':
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}
