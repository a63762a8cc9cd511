package outlet

import (
	"strings"

	"wiretrace/lang/word"
)

// staffed reports whether somebody of two names follows the genitive of f, which ends at end: PA's
// Jane Roe, if f is initials of an outlet of the country; Reason's Jane Roe writes, if a verb of
// writing follows, as companies of the same name have people too who say something.
func (s *scanner) staffed(f *form, end int) bool {
	text := s.text[:s.hi]
	if !strings.HasPrefix(text[end:], "'s ") && !strings.HasPrefix(text[end:], "’s ") {
		return false
	}
	known := f.acronym && f.local(s.home) || f.need == needInHand
	if !known && f.foreign {
		return false
	}
	at := end + strings.IndexByte(text[end:], ' ')
	for range 2 {
		if at >= len(text) || text[at] != ' ' {
			return false
		}
		b := word.End(text, at+1)
		if !word.Capital(text[at+1:b]) || word.AllCapital(text[at+1:b]) || s.near.has(nearRole, s.hash(at+1, b)) {
			return false
		}
		if at = b; b+1 < len(text) && text[b] == '-' && word.Capital(text[b+1:]) {
			at = word.End(text, b+1) // Ada-Maria
		}
	}
	return known || s.pens(at)
}

// writtenAt reports whether somebody of two names is said to write at text[i:end], where one does: wrote
// Jane Roe at Slate; an article by Jane Roe at Slate; At Slate, Jane Roe argues.
func (s *scanner) writtenAt(f *form, i, end int) bool {
	a, b, ok := word.Before(s.text, s.lo, s.articleAt(i))
	if f.foreign || !ok || s.text[b:i] != " " && s.articleAt(i) == i || !s.near.has(nearPlace, s.hash(a, b)) {
		return false
	}
	if c, d, _, ok := s.beforeName(a); ok && s.pensBefore(c, d) {
		return true
	}
	if s.namedBefore(a) && s.pens(end) {
		return true // Jane Roe at Slate has written
	}
	text := s.text[:s.hi]
	if !strings.HasPrefix(text[end:], ", ") {
		return false
	}
	at := end + 1
	for range 2 {
		if at >= len(text) || text[at] != ' ' {
			return false
		}
		last := word.End(text, at+1)
		if !word.Capital(text[at+1:last]) || s.near.has(nearRole, s.hash(at+1, last)) {
			return false
		}
		at = last
	}
	return s.pens(at)
}

// pensBefore reports whether text[c:d], before the name of who writes, says so: wrote; by, behind a word for
// what writers write.
func (s *scanner) pensBefore(c, d int) bool {
	h := s.hash(c, d)
	if s.near.has(nearPen, h) {
		return true
	}
	a, b, ok := word.Before(s.text, s.lo, c)
	return ok && s.near.has(nearBy, h) && s.text[b:c] == " " && s.near.has(nearPiece, s.hash(a, b))
}

// namedBefore reports whether a name of two words or more ends before i.
func (s *scanner) namedBefore(i int) bool {
	const least = 2
	for range least {
		a, b, ok := word.Before(s.text, s.lo, i)
		if !ok || !plain(s.text[b:i]) || !word.Capital(s.text[a:b]) || s.near.has(nearRole|nearStart, s.hash(a, b)) {
			return false
		}
		i = a
	}
	return true
}

// pens reports whether a verb of writing follows the name that ends at end, an adverb or two between
// perhaps, or that name is said to be of one who wrote something: Jane Roe, in a piece on.
func (s *scanner) pens(end int) bool {
	const most = 3 // words
	if s.penned(end) {
		return true
	}
	for range most {
		if end >= s.hi || s.text[end] != ' ' {
			return false
		}
		b := word.End(s.text[:s.hi], end+1)
		h := s.hash(end+1, b)
		if s.near.has(nearPen, h) {
			return !s.posted(b)
		}
		pair := s.pairAt(h, b)
		if s.near.has(nearPen, pair) {
			return true
		}
		if !s.near.has(nearAux|nearPenOn, h) && !strings.HasSuffix(s.text[end+1:b], "ly") {
			return false
		}
		if end = b; s.near.has(nearPenOn, pair) {
			end = word.End(s.text[:s.hi], b+1)
		}
	}
	return false
}

// pairAt returns the hash of the word of hash h that ends at b and of the one behind it, or 0.
func (s *scanner) pairAt(h uint64, b int) uint64 {
	if b >= s.hi || s.text[b] != ' ' {
		return 0
	}
	return pairHash(h, s.hash(b+1, word.End(s.text[:s.hi], b+1)))
}

// penned reports whether the text at end goes on to say, behind a comma, in what somebody wrote: in a
// long piece on the bridge.
func (s *scanner) penned(end int) bool {
	const most = 4 // words
	text := s.text[:s.hi]
	if !strings.HasPrefix(text[end:], ", ") {
		return false
	}
	at := end + len(", ")
	in := word.End(text, at)
	if !s.near.has(nearPieceIn, s.pairAt(s.hash(at, in), in)) {
		return false
	}
	at = word.End(text, in+1) + 1
	for n := 0; n < most && at < s.hi && word.GapLen(text, at) == 0; n++ {
		b := word.End(text, at)
		if s.near.has(nearPiece, s.hash(at, b)) {
			return true
		}
		if b >= s.hi || s.text[b] != ' ' && s.text[b] != '-' {
			break
		}
		at = b + 1
	}
	return false
}

// posted reports whether words from end on say that something was written on a platform, where people
// write for themselves: on Twitter, but not: on Friday.
func (s *scanner) posted(end int) bool {
	rest, ok := strings.CutPrefix(s.text[end:s.hi], " on ")
	if !ok {
		return false
	}
	at := s.hi - len(rest)
	last := word.End(s.text[:s.hi], at)
	return word.Capital(s.text[at:last]) && !s.near.has(nearRole, s.hash(at, last))
}
