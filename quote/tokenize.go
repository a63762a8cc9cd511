package quote

import (
	"unicode"
	"unicode/utf8"
)

// A markWalk goes through the stretches of a paragraph while its text is read.
type markWalk struct {
	stretches []quoted
	base      int // index of the first
	next      int // the one to open next
	open      int // the one that stands open, -1 if none does
	bound     int // offset of the next mark of theirs, at most the end of the paragraph
}

// paragraph appends the tokens of text[start:end]. The stretches qs, in order,
// lie in it; the index of the first is base.
func (t *tokens) paragraph(start, end int, qs []quoted, base int) {
	text := t.text
	t.fresh = true
	w := markWalk{stretches: qs, base: base, open: -1, bound: start}
	for i := start; ; {
		if i >= w.bound {
			if i = t.cross(&w, i, end); i >= end {
				return
			}
		}
		switch tokenStarts[text[i]] {
		case startsNone:
			i++
		case startsLetter:
			i = t.word(i, end)
		default:
			i = t.mark(i, start, end)
		}
	}
}

// cross appends the tokens of the marks of w that stand at i and returns where
// to read on.
func (t *tokens) cross(w *markWalk, i, end int) int {
	for {
		switch {
		case w.open >= 0 && i >= w.stretches[w.open].End:
			q := &w.stretches[w.open]
			q.last = int32(len(t.list))
			t.list = append(t.list, token{start: int32(q.End), end: int32(q.to), row: int32(w.base + w.open), kind: unquoteToken})
			i = max(i, q.to)
			w.open = -1
		case w.open >= 0:
			w.bound = min(end, w.stretches[w.open].End)
			return i
		case w.next < len(w.stretches) && i >= w.stretches[w.next].from:
			q := &w.stretches[w.next]
			q.first = int32(len(t.list))
			t.list = append(t.list, token{start: int32(q.from), end: int32(q.Start), row: int32(w.base + w.next), kind: quoteToken})
			i = max(i, q.Start)
			w.open = w.next
			w.next++
		case w.next < len(w.stretches):
			w.bound = min(end, w.stretches[w.next].from)
			return i
		default:
			w.bound = end
			return i
		}
	}
}

// mark appends the token that begins at i with neither a letter nor a digit of
// ASCII, if one does, and returns where to read on. The paragraph is
// text[start:end].
func (t *tokens) mark(i, start, end int) int {
	text := t.text
	switch c := text[i]; tokenStarts[c] {
	case startsStop:
		if t.endsSentence(i+1, end, c) && !t.dayOfMonth(i) {
			t.punct(i, 1, stopToken)
			t.fresh = true
		}
	case startsHyphen:
		if i+1 < end && (text[i+1] == '-' || i > start && text[i-1] == ' ' && (text[i+1] == ' ' || t.signs(i+1))) {
			t.punct(i, 1, dashToken)
		}
	case startsRune:
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsLetter(r):
			return t.word(i, end)
		case r == '–' || r == '—':
			t.punct(i, size, dashToken)
		case r == '…' && t.endsSentence(i+size, end, '.'):
			t.punct(i, size, stopToken)
			t.fresh = true
		}
		return i + size
	default:
		t.punct(i, 1, tokenKind(tokenStarts[c]))
	}
	return i + 1
}

// dayOfMonth reports whether the full stop at i, behind a number, is that of a day of the
// month that follows, in a language that writes so: am 17. Januar.
func (t *tokens) dayOfMonth(i int) bool {
	n := len(t.list) - 1
	if n < 0 || !t.ordinals || !t.list[n].digit || int(t.list[n].end) != i || t.list[n].end-t.list[n].start > 2 {
		return false
	}
	for len(t.scanned) > 0 && int(t.scanned[0].Start) < i {
		t.scanned = t.scanned[1:]
	}
	if len(t.scanned) == 0 || int(t.scanned[0].Start) != i+2 {
		return false
	}
	s := t.table.find(t.slots, t.scanned[0].Hash)
	return s != nil && s.role&roleCap != 0
}

// signs reports whether the capital letter at i, behind a hyphen, may begin the name
// of who spoke the stretch that ends before it: “…” -X.
func (t *tokens) signs(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.text[i:])
	return unicode.IsUpper(r) && len(t.list) > 0 && t.list[len(t.list)-1].kind == unquoteToken
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
