package credit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// A Mark is one stretch of text between quotation marks, the marks left out.
type Mark struct {
	article.Span
	Scare bool // a title, a nickname, a word held with tongs: nobody's speech
	Open  bool // the closing mark is missing; the stretch ends where its paragraph does
}

// A quoted is one stretch between marks while it is being read.
type quoted struct {
	article.Span        // the words between the marks, white space at their ends left out
	from, to      int   // the same with its marks
	para          int32 // index of its paragraph
	first, last   int32 // tokens of the opening and of the closing mark
	open          bool  // never closed
	single        bool  // between single marks
	doubled       bool  // between apostrophes doubled: ''…''
	begun         bool  // opened in an earlier paragraph and not reopened in this one
	post          bool  // all of it a post
	scare         bool  // judged by the model to be nobody's speech
	score         float32
	speaker       string
	ahead, behind cue // what tells who speaks it
}

// A style is the shape of a quotation mark, whatever it does in its place.
type style uint8

const (
	noStyle    style = iota
	straight         // "
	curly66          // “ opens in most languages and closes in German
	curly99          // ” closes, and opens in Swedish
	low99            // „ opens
	ticks            // `` opens
	primes           // '' closes, or does both
	guilLeft         // « opens in French, closes in German
	guilRight        // »
	apos             // '
	single66         // ‘
	single99         // ’ closes, or is an apostrophe
	lowSingle        // ‚ opens
	angleLeft        // ‹
	angleRight       // ›
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
	doubles []quoted
	out     []quoted

	german  bool // »…« rather than «…»
	settled bool // german is known
	carry   bool // a quotation stood open at the end of the paragraph before
	tagEnd  int  // where the next '>' lies, for markup left in the text; -1 if none is left
	skip    int  // end of the last tag, which may run over several lines
}

func (p *pairing) reset(text string) {
	p.text, p.out = text, p.out[:0]
	p.german, p.settled, p.carry, p.tagEnd, p.skip = false, false, false, 0, 0
}

// paragraph appends to p.out the stretches between marks in text[start:end],
// which is paragraph number n.
func (p *pairing) paragraph(start, end int, n int32) {
	p.scan(start, end)
	if len(p.glyphs) == 0 && len(p.singles) == 0 {
		p.carry = false
		return
	}
	p.doubles = p.doubles[:0]
	p.pairDoubles(start, end, n)
	p.pairSingles(n)
}

// scan collects the quotation marks of text[start:end].
func (p *pairing) scan(start, end int) {
	p.glyphs, p.singles = p.glyphs[:0], p.singles[:0]
	text := p.text[:end]
	for i := max(start, p.skip); i < end; {
		c := text[i]
		if c != '"' && c != '\'' && c != '`' && c != '<' && c < 0xC2 {
			i++
			continue
		}
		switch {
		case c == '"':
			if i > start && text[i-1] == '=' {
				// An attribute of markup that was not taken out.
				if j := strings.IndexByte(text[i+1:min(end, i+400)], '"'); j >= 0 {
					i += j + 2
				} else {
					i++
				}
				continue
			}
			p.add(i, 1, straight, start, end)
			i++
		case c == '\'':
			if i+1 < end && text[i+1] == '\'' {
				p.add(i, 2, primes, start, end)
				i += 2
				continue
			}
			p.add(i, 1, apos, start, end)
			i++
		case c == '`':
			if i+1 < end && text[i+1] == '`' {
				p.add(i, 2, ticks, start, end)
				i += 2
				continue
			}
			i++
		case c == '<':
			i = p.skipTag(i, end)
		case c == 0xC2 && i+1 < end:
			switch text[i+1] {
			case 0xAB:
				p.add(i, 2, guilLeft, start, end)
			case 0xBB:
				p.add(i, 2, guilRight, start, end)
			}
			i += 2
		case c == 0xE2 && i+2 < end && text[i+1] == 0x80:
			s, size := curlyStyle(text[i+2]), 3
			if (s == single66 || s == single99) && i+6 <= end && text[i+3:i+6] == text[i:i+3] {
				s, size = s-single66+curly66, 6 // ‘‘…’’
			}
			if s != noStyle {
				p.add(i, size, s, start, end)
			}
			i += size
		case c == 0xEF && i+2 < end && text[i+1] == 0xBC && text[i+2] == 0x82:
			p.add(i, 3, straight, start, end) // full width "
			i += 3
		default:
			i++
		}
	}
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
	opens := before == 0 || unicode.IsSpace(before) || opensBefore(before)
	ends := after == 0 || unicode.IsSpace(after) || endsAfter(after)
	g.opening = opens && !(after == 0 || unicode.IsSpace(after))
	g.closing = !(before == 0 || unicode.IsSpace(before)) && ends
	if g.opening && g.closing {
		// Between two marks of punctuation, as in ("…") or —"…: brackets and
		// marks before it open, all others close.
		if before == '(' || before == '[' || isMark(before) && !isMark(after) {
			g.closing = false
		} else if !isMark(after) {
			g.opening = false
		}
	}
	if s == guilLeft || s == guilRight {
		g.opening, g.closing = opens, ends // French puts a space on the inner side
		if !p.settled && (opens != ends) {
			p.settled, p.german = true, (s == guilRight) == opens && !g.atStart
			if g.atStart && s == guilRight {
				p.german = true
			}
		}
	}
	if s >= apos {
		p.singles = append(p.singles, g)
	} else {
		p.glyphs = append(p.glyphs, g)
	}
}

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

// pairDoubles fills p.doubles from p.glyphs with a stack of the marks that stand open.
func (p *pairing) pairDoubles(start, end int, n int32) {
	p.balance = p.balance[:0]
	for range len(p.glyphs) + 1 {
		p.balance = append(p.balance, 0)
	}
	for i := len(p.glyphs) - 1; i >= 0; i-- {
		b := p.balance[i+1]
		switch g := &p.glyphs[i]; {
		case p.opens(g) && !p.closes(g):
			b--
		case p.closes(g) && !p.opens(g):
			b++
		}
		p.balance[i] = max(min(b, 1000), -1000)
	}
	carried := p.carry
	p.carry = false
	depth := 0
	for i := range p.glyphs {
		g := p.glyphs[i]
		if g.style == guilRight && g.atStart && !p.german {
			g.style, g.opening, g.closing = guilLeft, true, false // » reopens each paragraph in Spanish and old French
		}
		mayOpen, mayClose := p.opens(&g), p.closes(&g)
		match := -1
		if mayClose {
			for d := depth - 1; d >= 0; d-- {
				if p.fits(p.stack[d].style, &g) {
					match = d
					break
				}
			}
		}
		if mayOpen && mayClose && match < 0 || mayOpen && !mayClose {
			switch {
			case depth == 0:
			case p.balance[i] >= 1 && depth < maxNesting || p.nests(p.stack[depth-1].style, g.style):
				if depth == maxNesting {
					continue
				}
			default:
				// No closing mark is left for the one that stands open: it was forgotten.
				p.emit(p.stack[0], g.pos, g.pos, n, true)
				depth = 0
			}
			p.stack[depth] = g
			depth++
			carried = false
			continue
		}
		if match >= 0 {
			depth = match
			if depth == 0 {
				p.emit(p.stack[0], g.pos, g.pos+int(g.size), n, false)
			}
			continue
		}
		if depth == 0 && carried && mayClose {
			// Opened in the paragraph before and not reopened here.
			p.emit(glyph{pos: start}, g.pos, g.pos+int(g.size), n, false)
			p.doubles[len(p.doubles)-1].begun = true
		}
		carried = false
	}
	if depth > 0 {
		p.emit(p.stack[0], end, end, n, true)
		p.carry = true
	}
}

// opens reports whether g may begin a quotation.
func (p *pairing) opens(g *glyph) bool {
	switch g.style {
	case straight, primes:
		return g.opening || g.opening == g.closing && g.preceded != 0 && !unicode.IsDigit(g.preceded)
	case curly66, ticks:
		return !(g.closing && !g.opening)
	case low99:
		return true
	case curly99:
		return g.opening && !g.closing
	case guilLeft:
		return !p.german
	case guilRight:
		return p.german
	}
	return false
}

// closes reports whether g may end a quotation.
func (p *pairing) closes(g *glyph) bool {
	switch g.style {
	case straight, primes:
		return g.closing || g.opening == g.closing
	case curly66:
		return !g.opening || g.closing
	case curly99:
		return true
	case guilLeft:
		return p.german
	case guilRight:
		return !p.german
	}
	return false
}

// fits reports whether g can close a quotation opened by a mark of style open.
// Scrapes mix curly, straight and typewriter marks; guillemets keep to themselves.
func (p *pairing) fits(open style, g *glyph) bool {
	switch open {
	case straight, curly66, ticks, primes:
		return g.style == straight || g.style == curly99 || g.style == primes || g.style == curly66 && !g.opening
	case low99:
		return g.style == curly66 || g.style == curly99 || g.style == straight
	case curly99:
		return g.style == curly99
	case guilLeft:
		return g.style == guilRight
	case guilRight:
		return g.style == guilLeft
	}
	return false
}

// nests reports whether a mark of style inner opens a quotation within one
// opened by a mark of style outer, whatever follows.
func (p *pairing) nests(outer, inner style) bool {
	guil := func(s style) bool { return s == guilLeft || s == guilRight }
	return guil(outer) && !guil(inner)
}

// emit appends the stretch between the mark g and text[:to] to p.doubles.
func (p *pairing) emit(g glyph, to, behind int, n int32, open bool) {
	q := quoted{from: g.pos, to: behind, para: n, open: open, doubled: g.style == primes}
	q.Span = trimmed(p.text, g.pos+int(g.size), to)
	if q.Len() > 0 {
		p.doubles = append(p.doubles, q)
	}
}

// trimmed returns text[start:end] without white space at its ends.
func trimmed(text string, start, end int) article.Span {
	s := text[start:end]
	t := strings.TrimLeftFunc(s, unicode.IsSpace)
	start += len(s) - len(t)
	return article.Span{Start: start, End: start + len(strings.TrimRightFunc(t, unicode.IsSpace))}
}

// pairSingles pairs the single marks outside the double ones, or around them,
// and appends both kinds to p.out in order. A single mark that finds no
// partner in its paragraph is an apostrophe.
func (p *pairing) pairSingles(n int32) {
	d, used := 0, 0
	flush := func(upTo int) {
		for ; used < len(p.doubles) && p.doubles[used].from < upTo; used++ {
			p.out = append(p.out, p.doubles[used])
		}
	}
	for i := 0; i < len(p.singles); i++ {
		g := &p.singles[i]
		for d < len(p.doubles) && p.doubles[d].to <= g.pos {
			d++
		}
		if d < len(p.doubles) && p.doubles[d].from <= g.pos || !p.opensSingle(g) {
			continue
		}
		j, last := p.closingSingle(i, d)
		if j < 0 {
			i = last
			continue
		}
		c := &p.singles[j]
		q := quoted{from: g.pos, to: c.pos + int(c.size), para: n, single: true}
		q.Span = trimmed(p.text, g.pos+int(g.size), c.pos)
		if q.Len() > 0 {
			flush(q.from)
			for used < len(p.doubles) && p.doubles[used].from < q.to {
				used++ // nested in this one
			}
			p.out = append(p.out, q)
		}
		i = j
	}
	flush(len(p.text) + 1)
}

// closingSingle returns the index in p.singles of the mark that closes the one
// at i, or -1 together with the last index that need not be tried again. d is
// the first double stretch behind i.
func (p *pairing) closingSingle(i, d int) (match, last int) {
	open := &p.singles[i]
	perhaps := -1
	for j := i + 1; j < len(p.singles); j++ {
		g := &p.singles[j]
		for d < len(p.doubles) && p.doubles[d].to <= g.pos {
			d++
		}
		if d < len(p.doubles) && p.doubles[d].from <= g.pos {
			continue // within a double stretch, hence nested
		}
		if p.opensSingle(g) && !(open.style == lowSingle && g.style == single66) {
			if perhaps >= 0 {
				return perhaps, perhaps
			}
			return -1, j - 1
		}
		if !p.closesSingle(open, g) {
			continue
		}
		if g.preceded != 's' && g.preceded != 'S' {
			return j, j
		}
		// The voters' will: a genitive, if the quotation ends further on.
		if rest := p.text[g.pos+int(g.size):]; rest == "" || rest[0] != ' ' {
			return j, j
		}
		if perhaps < 0 {
			perhaps = j
		}
	}
	if perhaps >= 0 {
		return perhaps, perhaps
	}
	return -1, len(p.singles)
}

// opensSingle reports whether the single mark g can begin a quotation.
func (p *pairing) opensSingle(g *glyph) bool {
	rest := p.text[g.pos+int(g.size):]
	switch g.style {
	case lowSingle:
		return true
	case angleLeft:
		return !p.german
	case angleRight:
		return p.german
	case apos, single66:
		return g.opening && !isElision(rest)
	}
	return false
}

// closesSingle reports whether the single mark g can end what open began.
func (p *pairing) closesSingle(open, g *glyph) bool {
	switch open.style {
	case lowSingle:
		return g.style == single66 || g.style == single99 && g.closing || g.style == apos && g.closing
	case angleLeft:
		return g.style == angleRight
	case angleRight:
		return g.style == angleLeft
	case apos, single66:
		return (g.style == apos || g.style == single99 || g.style == single66) && g.closing && !g.opening
	}
	return false
}

// isElision reports whether rest, behind an apostrophe, begins a word that
// English writes without its first letters: '90s, 'em, 'tis.
func isElision(rest string) bool {
	if rest == "" || rest[0] >= '0' && rest[0] <= '9' {
		return len(rest) > 2 && rest[1] >= '0' && rest[1] <= '9' && (rest[2] == 's' || rest[2] == ' ')
	}
	for _, w := range [...]string{"em", "tis", "twas", "til", "cause", "bout", "n", "nother"} {
		if len(rest) >= len(w) && strings.EqualFold(rest[:len(w)], w) {
			r, _ := utf8.DecodeRuneInString(rest[len(w):])
			if !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}
