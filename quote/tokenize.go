package quote

import (
	"unicode"
	"unicode/utf8"
)

// paragraph appends the tokens of text[start:end]. The stretches qs, in order,
// lie in it; the index of the first is base.
func (t *tokens) paragraph(start, end int, qs []quoted, base int) {
	text := t.text
	t.fresh = true
	next, open := 0, -1
	bound := start // where to look next for a mark of qs
	for i := start; ; {
		if i >= bound {
			switch {
			case open >= 0 && i >= qs[open].End:
				qs[open].last = int32(len(t.list))
				t.list = append(t.list, token{start: int32(qs[open].End), end: int32(qs[open].to), row: int32(base + open), kind: unquoteToken})
				i = max(i, qs[open].to)
				open = -1
				continue
			case open >= 0:
				bound = min(end, qs[open].End)
			case next < len(qs) && i >= qs[next].from:
				qs[next].first = int32(len(t.list))
				t.list = append(t.list, token{start: int32(qs[next].from), end: int32(qs[next].Start), row: int32(base + next), kind: quoteToken})
				i = max(i, qs[next].Start)
				open = next
				next++
				continue
			case next < len(qs):
				bound = min(end, qs[next].from)
			default:
				bound = end
			}
			if i >= end {
				return
			}
		}
		c := text[i]
		switch tokenStarts[c] {
		case startsNone:
			i++
		case startsLetter:
			i = t.word(i, end)
		case startsStop:
			if t.endsSentence(i+1, end, c) {
				t.punct(i, 1, stopToken)
				t.fresh = true
			}
			i++
		case startsHyphen:
			if i > start && text[i-1] == ' ' && i+1 < end && text[i+1] == ' ' || i+1 < end && text[i+1] == '-' {
				t.punct(i, 1, dashToken)
			}
			i++
		case startsRune:
			r, size := utf8.DecodeRuneInString(text[i:end])
			switch {
			case unicode.IsLetter(r):
				i = t.word(i, end)
				continue
			case r == '–' || r == '—':
				t.punct(i, size, dashToken)
			case r == '…' && t.endsSentence(i+size, end, '.'):
				t.punct(i, size, stopToken)
				t.fresh = true
			}
			i += size
		default:
			t.punct(i, 1, tokenKind(tokenStarts[c]))
			i++
		}
	}
}

// tokenStarts tells what a token that begins with a byte is: one of these, or
// the tokenKind that the byte is by itself.
var tokenStarts = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = startsRune
		case asciiLetter(byte(c)) || c >= '0' && c <= '9':
			t[c] = startsLetter
		default:
			t[c] = startsNone
		}
	}
	t['.'], t['!'], t['?'] = startsStop, startsStop, startsStop
	t['-'] = startsHyphen
	t[','], t[';'], t[':'] = uint8(commaToken), uint8(commaToken), uint8(colonToken)
	t['('], t['['], t[')'], t[']'] = uint8(openToken), uint8(openToken), uint8(closeToken), uint8(closeToken)
	return t
}()

const (
	startsNone = 0x80 + iota
	startsLetter
	startsStop
	startsHyphen
	startsRune
)
