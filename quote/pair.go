package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
)

// pairDoubles fills p.doubles from p.glyphs with a stack of the marks that stand open.
func (p *pairing) pairDoubles(start, end int, n int32) {
	p.weighGlyphs()
	carried := p.carry
	p.carry, p.depth = false, 0
	for i := range p.glyphs {
		g := p.glyphs[i]
		if g.style == guilRight && g.atStart && !p.german {
			g.style, g.opening, g.closing = guilLeft, true, false // » reopens each paragraph in Spanish and old French
		}
		mayClose := p.closes(&g)
		match := -1
		if mayClose {
			match = p.partner(&g)
		}
		switch {
		case match >= 0:
			p.depth = match
			if match == 0 {
				p.emit(p.stack[0], g.pos, g.pos+int(g.size), n, false)
			}
		case p.opens(&g):
			if p.push(g, i, n) {
				carried = false
			}
		default:
			// Opened in the paragraph before and not reopened here.
			if p.depth == 0 && carried && mayClose && p.emit(glyph{pos: start}, g.pos, g.pos+int(g.size), n, false) {
				p.doubles[len(p.doubles)-1].begun = true
			}
			carried = false
		}
	}
	if p.depth > 0 {
		p.emit(p.stack[0], end, end, n, true)
		p.carry = true
	}
}

// weighGlyphs fills p.balance.
func (p *pairing) weighGlyphs() {
	p.balance = slices.Grow(p.balance[:0], len(p.glyphs)+1)[:len(p.glyphs)+1]
	p.balance[len(p.glyphs)] = 0
	for i := len(p.glyphs) - 1; i >= 0; i-- {
		b := p.balance[i+1]
		g := &p.glyphs[i]
		switch opens, closes := p.opens(g), p.closes(g); {
		case opens && !closes:
			b--
		case closes && !opens:
			b++
		}
		p.balance[i] = max(min(b, 1000), -1000)
	}
}

// partner returns the place in p.stack of the innermost mark that g closes, or -1.
func (p *pairing) partner(g *glyph) int {
	for d := p.depth - 1; d >= 0; d-- {
		if p.fits(p.stack[d].style, g) {
			return d
		}
	}
	return -1
}

// push lets g, glyph i of paragraph n, stand open, and reports whether there was
// room for it. Where no closing mark is left for the one that stands open, that
// was forgotten: its stretch ends here.
func (p *pairing) push(g glyph, i int, n int32) bool {
	switch {
	case p.depth == 0:
	case p.nests(p.stack[p.depth-1].style, g.style), p.balance[i] >= 1 && p.depth < maxNesting:
		if p.depth == maxNesting {
			return false
		}
	default:
		p.emit(p.stack[0], g.pos, g.pos, n, true)
		p.depth = 0
	}
	p.stack[p.depth] = g
	p.depth++
	return true
}

// opens reports whether g may begin a quotation.
func (p *pairing) opens(g *glyph) bool {
	switch g.style {
	case straight, primes:
		return g.opening || g.opening == g.closing && g.preceded != 0 && !unicode.IsDigit(g.preceded)
	case curly66, ticks:
		return !(g.closing && !g.opening)
	case low99, cornerOpens:
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
	case curly99, cornerCloses:
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
		return g.style == curly66 || g.style == curly99 || g.style == straight || p.commas && g.style == primes
	case curly99:
		return g.style == curly99
	case cornerOpens:
		return g.style == cornerCloses
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
	return guil(outer) && !guil(inner) || inner == cornerOpens
}

// mostStretches is how many stretches between marks one text may have. What comes
// after them is counted but not read: so many are no news, and each takes some 200 bytes.
const mostStretches = 30_000

// full reports whether the text has as many stretches as it may have.
func (p *pairing) full() bool { return len(p.doubles)+len(p.out) >= mostStretches }

// emit appends the stretch from the mark g to text[:to] to p.doubles, and
// reports whether there are words in it, and room for it.
func (p *pairing) emit(g glyph, to, behind int, n int32, open bool) bool {
	q := quoted{from: g.pos, to: behind, para: n, open: open, doubled: g.style == primes}
	q.Span = trimmed(p.text, g.pos+int(g.size), to)
	if q.Len() <= 0 || p.full() {
		if q.Len() > 0 {
			p.left++
		}
		return false
	}
	p.doubles = append(p.doubles, q)
	return true
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
		var inside bool
		if d, inside = p.skipDoubles(d, g.pos); inside || !p.opensSingle(g) {
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
		if q.Len() > 0 && !p.full() {
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

// skipDoubles returns the first double stretch from d on that does not end
// before pos, and reports whether pos lies in it.
func (p *pairing) skipDoubles(d, pos int) (next int, inside bool) {
	for d < len(p.doubles) && p.doubles[d].to <= pos {
		d++
	}
	return d, d < len(p.doubles) && p.doubles[d].from <= pos
}

// closingSingle returns the index in p.singles of the mark that closes the one
// at i, or -1 together with the last index that need not be tried again. d is
// the first double stretch behind i.
func (p *pairing) closingSingle(i, d int) (match, last int) {
	open := &p.singles[i]
	perhaps := -1
	for j := i + 1; j < len(p.singles); j++ {
		g := &p.singles[j]
		var inside bool
		if d, inside = p.skipDoubles(d, g.pos); inside {
			continue // nested in a double stretch
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
