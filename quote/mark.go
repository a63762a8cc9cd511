package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A Mark is one stretch of text between quotation marks, the marks left out.
type Mark struct {
	article.Span
	Scare bool // a title, a nickname, a scare quote (a term the writer distances himself from): nobody's speech
	Open  bool // the closing mark is missing; the stretch ends where its paragraph does
}

// A style is the shape of a quotation mark, whatever it does in its place.
type style uint8

const (
	noStyle      style = iota
	straight           // "
	curly66            // “ opens in most languages and closes in German
	curly99            // ” closes, and opens in Swedish
	low99              // „ opens
	ticks              // `` opens
	primes             // '' closes, or does both
	cornerOpens        // 「 or 『
	cornerCloses       // 」 or 』
	guilLeft           // « opens in French, closes in German
	guilRight          // »
	apos               // '
	single66           // ‘
	single99           // ’ closes, or is an apostrophe
	lowSingle          // ‚ opens
	angleLeft          // ‹
	angleRight         // ›
)

// A glyph is one quotation mark in its place.
type glyph struct {
	pos      int
	size     int8
	style    style
	opening  bool // white space or an opening bracket before it, a word after it
	closing  bool // a word or its punctuation before it, white space or punctuation after it
	atStart  bool // first in its paragraph
	preceded rune // the code point before it, 0 at the start of a paragraph
}

// maxNesting bounds how many marks may stand open in one another; news stops at three.
const maxNesting = 6

// A pairing finds the stretches between marks of one text, paragraph by
// paragraph. Quotation marks inside others are not reported: the outermost
// stretch is the quotation. Its slices are kept from text to text.
type pairing struct {
	text    string
	glyphs  []glyph // double marks of the paragraph
	singles []glyph
	balance []int16 // of glyphs from here to the end of the paragraph: closing less opening
	stack   [maxNesting]glyph
	depth   int // of stack
	doubles []quoted
	out     []quoted

	corners bool // 「…」 and 『…』 are marks too
	german  bool // »…« rather than «…»
	settled bool // german is known
	left    int  // stretches beyond mostStretches
	commas  bool // two commas may open a quotation, as low marks do
	carry   bool // a quotation stood open at the end of the paragraph before
	tagEnd  int  // where the next '>' lies, for markup left in the text; -1 if none is left
	skip    int  // end of the last tag, which may run over several lines
}

func (p *pairing) reset(text string) {
	p.text, p.out = text, p.out[:0]
	p.german, p.settled, p.carry, p.tagEnd, p.skip, p.left = false, false, false, 0, 0, 0
}

// markBytes are those that a quotation mark or a tag can begin with.
var markBytes = word.NewBytes("\"'`<\xC2\xE2\xEF")

// cornerBytes are the same where 「 is a mark too.
var cornerBytes = word.NewBytes("\"'`<\xC2\xE2\xE3\xEF")

// commaBytes are those where commas may be a mark, too.
var commaBytes = word.NewBytes(",\"'`<\xC2\xE2\xEF")

// scan collects the quotation marks of text[start:end].
func (p *pairing) scan(start, end int) {
	p.glyphs, p.singles = p.glyphs[:0], p.singles[:0]
	text := p.text[:end]
	marks := markBytes
	switch {
	case p.corners:
		marks = cornerBytes
	case p.commas:
		marks = commaBytes
	}
	for i := max(start, p.skip); i < end; {
		if i = marks.Next(text, i); i == end {
			break
		}
		switch text[i] {
		case ',':
			i = p.twoCommas(i, start, end)
		case '"':
			if i > start && text[i-1] == '=' {
				i = skipAttribute(text, i)
				continue
			}
			p.add(i, 1, straight, start, end)
			i++
		case '\'', '`':
			i = p.typewriter(i, start, end)
		case '<':
			i = p.skipTag(i, end)
		default:
			s, size := styleAt(text[i:])
			if s != noStyle {
				p.add(i, size, s, start, end)
			}
			i += size
		}
	}
}

// twoCommas notes the mark that two commas at i are, and returns where to read on: ,,…’’
func (p *pairing) twoCommas(i, start, end int) int {
	if i+2 >= end || p.text[i+1] != ',' || p.text[i+2] == ',' {
		return i + 1
	}
	p.add(i, 2, low99, start, end)
	return i + 2
}

// skipAttribute returns where to read on after the mark at text[i], which
// begins the value of an attribute of markup that was not taken out.
func skipAttribute(text string, i int) int {
	const longest = 400
	j := strings.IndexByte(text[i+1:min(len(text), i+longest)], '"')
	return i + j + 2 // behind the mark itself if j is -1
}

// typewriter notes the mark ' or ` at i, or two of them, which stand for one
// double mark, and returns where to read on. A single ` is none.
func (p *pairing) typewriter(i, start, end int) int {
	c := p.text[i]
	one, two := apos, primes
	if c == '`' {
		one, two = noStyle, ticks
	}
	if i+1 < end && p.text[i+1] == c {
		p.add(i, 2, two, start, end)
		return i + 2
	}
	if one != noStyle {
		p.add(i, 1, one, start, end)
	}
	return i + 1
}

// styleAt returns the style of the mark that text begins with, noStyle if it
// begins with none, and how many bytes to read. The first byte is not ASCII.
func styleAt(text string) (s style, size int) {
	switch {
	case strings.HasPrefix(text, "«"):
		return guilLeft, len("«")
	case strings.HasPrefix(text, "»"):
		return guilRight, len("»")
	case strings.HasPrefix(text, "＂"):
		return straight, len("＂") // full width "
	case strings.HasPrefix(text, "「"), strings.HasPrefix(text, "『"):
		return cornerOpens, len("「")
	case strings.HasPrefix(text, "」"), strings.HasPrefix(text, "』"):
		return cornerCloses, len("」")
	case len(text) > 2 && text[0] == 0xE2 && text[1] == 0x80:
		s = curlyStyle(text[2])
		if (s == single66 || s == single99) && len(text) >= 6 && text[3:6] == text[:3] {
			return s - single66 + curly66, 6 // ‘‘…’’
		}
		return s, 3
	}
	return noStyle, 1
}

// curlyStyle returns the style of the code point U+2000 + (c - 0x80).
func curlyStyle(c byte) style {
	switch c {
	case 0x98, 0x9B:
		return single66
	case 0x99:
		return single99
	case 0x9A:
		return lowSingle
	case 0x9C, 0x9F:
		return curly66
	case 0x9D:
		return curly99
	case 0x9E:
		return low99
	case 0xB9:
		return angleLeft
	case 0xBA:
		return angleRight
	}
	return noStyle
}

// skipTag returns where to read on after the '<' at i: behind the tag that it
// opens, or behind itself where it opens none.
func (p *pairing) skipTag(i, end int) int {
	const longest = 600
	if i+1 >= end {
		return i + 1
	}
	if c := p.text[i+1]; c != '/' && c != '!' && (c|0x20 < 'a' || c|0x20 > 'z') {
		return i + 1
	}
	if p.tagEnd >= 0 && p.tagEnd <= i { // in the whole text, not in the paragraph alone
		// Found once for all '<' before it, so that many of them cost no more than one.
		if j := strings.IndexByte(p.text[i:], '>'); j >= 0 {
			p.tagEnd = i + j
		} else {
			p.tagEnd = -1
		}
	}
	if p.tagEnd < 0 || p.tagEnd-i > longest {
		return i + 1
	}
	p.skip = p.tagEnd + 1
	return min(p.skip, end)
}

// add notes the mark at text[i:i+size] with what its neighbours make of it.
func (p *pairing) add(i, size int, s style, start, end int) {
	g := glyph{pos: i, size: int8(size), style: s, atStart: i == start}
	before, after := rune(0), rune(0)
	if i > start {
		before, _ = utf8.DecodeLastRuneInString(p.text[start:i])
	}
	if i+size < end {
		after, _ = utf8.DecodeRuneInString(p.text[i+size : end])
	}
	g.preceded = before
	g.opening, g.closing = blank(before) || opensBefore(before), blank(after) || endsAfter(after)
	if s == guilLeft || s == guilRight { // French puts a space on the inner side
		p.learnGerman(&g)
	} else {
		g.side(before, after)
	}
	if s >= apos {
		p.singles = append(p.singles, g)
	} else {
		p.glyphs = append(p.glyphs, g)
	}
}

// learnGerman tells by the first guillemet g that is plain which way they face.
func (p *pairing) learnGerman(g *glyph) {
	if p.settled || g.opening == g.closing {
		return
	}
	p.settled = true
	if g.atStart {
		p.german = g.style == guilRight
	} else {
		p.german = (g.style == guilRight) == g.opening
	}
}

// side settles what g does between two code points, of which before lets a
// quotation begin if g.opening is set, and after lets one end if g.closing is.
func (g *glyph) side(before, after rune) {
	g.opening, g.closing = g.opening && !blank(after), g.closing && !blank(before)
	if !g.opening || !g.closing {
		return
	}
	// Between two marks of punctuation, as in ("…") or —"…: brackets and marks
	// before it open, all others close.
	switch {
	case before == '(', before == '[', isMark(before) && !isMark(after):
		g.closing = false
	case !isMark(after):
		g.opening = false
	}
}

// blank reports whether r is white space, or 0 at the end of a paragraph.
func blank(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// opensBefore reports whether a quotation may begin right after r.
func opensBefore(r rune) bool {
	switch r {
	case '(', '[', '{', '/', '-', '–', '—', '¿', '¡', '>', ':', '|', '…':
		return true
	}
	return isMark(r)
}

// endsAfter reports whether a quotation may end right before r.
func endsAfter(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '/', '-', '–', '—', '…', '<', '|':
		return true
	}
	return isMark(r)
}

// isMark reports whether r is a quotation mark.
func isMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '`':
		return true
	}
	return false
}

// lastRune returns the last code point of s and its size, closing marks left
// out: that of what a quotation within the quotation ends with.
func lastRune(s string) (rune, int) {
	last, n := utf8.DecodeLastRuneInString(s)
	if isMark(last) && n < len(s) {
		return utf8.DecodeLastRuneInString(s[:len(s)-n])
	}
	return last, n
}
