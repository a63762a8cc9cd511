package shingle

import "unicode/utf8"

// word reads the word that begins with the letter or digit at i and returns the
// place after it.
func (s *scanner) word(i int, class Class) int {
	text, start, n := s.text, i, 0
	joined := false
	for {
		for i < len(text) && n < longest-4 {
			f := ascii[text[i]]
			if f == 0 {
				break
			}
			s.store[n] = f
			n++
			i++
		}
		if n >= longest-4 {
			return s.slow(start)
		}
		if i == len(text) || text[i] == ' ' {
			break
		}
		if e := s.twoByte(i); e != nil {
			if e.kind == letter {
				n += copy(s.store[n:], e.fold[:e.n])
				i += 2
				continue
			}
			if e.kind != separator {
				return s.slow(start)
			}
			break
		}
		next, glue := s.joint(start, i, n)
		if glue == again {
			return s.slow(start)
		}
		if glue == ends {
			break
		}
		if glue == elided {
			s.buf = s.store[:n]
			s.emit(start, i, class, false)
			return next
		}
		if glue != 0 {
			s.store[n] = glue
			n++
			joined = true
		}
		i = next
	}
	s.buf = s.store[:n]
	s.emit(start, i, class, joined)
	return i
}

// twoByte returns the entry of the two-byte character at i, nil if there is none.
func (s *scanner) twoByte(i int) *char {
	c := s.text[i]
	if c < 0xC2 || c >= 0xC0+tabled>>6 || i+1 == len(s.text) || s.text[i+1]&0xC0 != 0x80 {
		return nil
	}
	return &s.table[rune(c&0x1f)<<6|rune(s.text[i+1]&0x3f)]
}

// What joint returns beside a byte that goes into the folded word.
const (
	ends   = 0xff // the word ends here
	elided = 0xfe // it ends at an apostrophe, after which the next begins
	again  = 0xfd // slow must tell
)

// joint tells what the character at i does to the word that has begun at start
// and has n bytes in store; it is neither a letter nor a digit. Where the word
// goes on, joint returns the place where and the byte that stands for the joint
// in the folded word, 0 for none.
func (s *scanner) joint(start, i, n int) (int, byte) {
	if n == 0 { // letters that fold to nothing
		return 0, again
	}
	text, size := s.text, 1
	switch c := text[i]; {
	case c == '\'' || c == '`':
	case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x99: // ’
		size = 3
	case c == '.' || c == ',':
		if i+1 == len(text) {
			return 0, ends
		}
		next := text[i+1]
		beyond := next >= utf8.RuneSelf || next == '&'
		if !isDigit(s.store[n-1]) {
			if c == '.' && i-start <= 2 && (ascii[next] != 0 || beyond) {
				return 0, again // perhaps an abbreviation
			}
			return 0, ends
		}
		switch {
		case beyond || isDigit(next) && c == ',':
			return 0, again
		case isDigit(next):
			return i + 1, '.'
		}
		return 0, ends
	case c == '&', c == '-' && division(text, i) > 0:
		return 0, again
	case c >= utf8.RuneSelf:
		if _, _, k := s.at(i); k == separator || k == wide {
			return 0, ends
		}
		return 0, again
	default:
		return 0, ends
	}
	// An apostrophe.
	j := i + size
	if j == len(text) {
		return 0, ends
	}
	behind := [...]byte{ascii[text[j]]}
	next := behind[:]
	if next[0] == 0 {
		if text[j] < utf8.RuneSelf && text[j] != '&' {
			return 0, ends
		}
		e := s.twoByte(j)
		if e == nil || e.kind != letter || e.n == 0 {
			return 0, again
		}
		next = e.fold[:e.n]
	}
	if elides(s.store[:n], next) {
		return j, elided
	}
	return j, '\''
}

// opens reports whether a vowel is lost before a word that begins with c, folded.
func opens(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'h':
		return true
	}
	return false
}

// elision reports whether the folded word loses its vowel before another.
func elision(word []byte) bool {
	switch string(word) {
	case "l", "d", "j", "n", "s", "c", "m", "t", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
		"un", "dell", "all", "nell", "sull", "dall", "coll", "gl", "quell", "quest", "bell", "nessun", "tutt", "dov", "com":
		return true
	}
	return false
}
