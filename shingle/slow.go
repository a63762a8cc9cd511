package shingle

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// at returns the character at i, its length in bytes and its kind; character
// references count as what they stand for.
func (s *scanner) at(i int) (rune, int, kind) {
	if i >= len(s.text) {
		return 0, 0, separator
	}
	r, size := rune(s.text[i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s.text[i:])
	} else if r == '&' {
		if e, n := entity(s.text[i:]); n > 0 {
			r, size = e, n
		}
	} else if r == '-' {
		if n := division(s.text, i); n > 0 {
			return r, n, ignorable
		}
	}
	if r < tabled {
		return r, size, s.table[r].kind
	}
	return r, size, classify(r)
}

// division returns how many bytes the hyphen at i, the end of its line and the white
// space around that have, if the hyphen divides a word there; else 0. In print and in
// what is read from print it does so once in ten lines. A compound whose own hyphen
// ends a line cannot be told from that, and becomes one word too.
func division(text string, i int) int {
	end := i + 1
	for lines := 0; end < len(text); end++ {
		switch text[end] {
		case ' ', '\t', '\r':
		case '\n':
			if lines++; lines > 1 {
				return 0
			}
		default:
			if lines == 0 {
				return 0
			}
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			behind, _ := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLower(before) || !unicode.IsLower(behind) {
				return 0
			}
			return end - i
		}
	}
	return 0
}

// after is at for the first character from i that is not ignorable. It returns
// its place too.
func (s *scanner) after(i int) (rune, int, kind, int) {
	for {
		r, size, k := s.at(i)
		if k != ignorable {
			return r, size, k, i
		}
		i += size
	}
}

// slow reads one word of any characters at i, or passes over what is none
// there, and returns the place after it.
func (s *scanner) slow(i int) int {
	r, size, k := s.at(i)
	switch k {
	case wide:
		return s.wide(i)
	case letter, digit:
	default:
		return i + size
	}
	s.buf, s.norm, s.folded = s.buf[:0], false, 0
	var (
		start, end   = i, i
		class        = s.class(r)
		run          = 0    // letters since the last full stop
		abbreviation = true // only letters and full stops so far
		quoted       = false
		last         = k // of the last letter or digit
	)
	for ; ; r, size, k = s.at(i) {
		switch {
		case k == letter:
			s.add(r)
			run++
			last = k
		case k == digit:
			s.add(r)
			abbreviation = false
			last = k
		case k == mark:
			s.add(r)
		case k == ignorable:
			i += size
			continue
		case k == apostrophe:
			next, _, nk, j := s.after(i + size)
			if nk != letter && nk != digit {
				s.finish(start, end, class, quoted)
				return i + size
			}
			if s.elided(next) {
				s.finish(start, end, class, quoted)
				return j
			}
			s.buf = append(s.buf, '\'')
			abbreviation, quoted = false, true
			i = j
			continue
		case r == '.' && abbreviation && run == 1:
			_, nsize, nk, j := s.after(i + size)
			_, _, nnk, _ := s.after(j + nsize)
			if nk != letter || nnk == letter || nnk == digit || nnk == mark {
				s.finish(start, end, class, quoted)
				return i + size
			}
			run = 0
			i = j
			continue
		case (r == '.' || r == ',') && last == digit:
			_, _, nk, j := s.after(i + size)
			if nk != digit {
				s.finish(start, end, class, quoted)
				return i + size
			}
			if r == '.' || !s.thousands(j) {
				s.buf = append(s.buf, '.')
			}
			i = j
			continue
		default:
			s.finish(start, end, class, quoted)
			return i
		}
		i += size
		end = i
	}
}

// class returns the class that the first character of a word gives it.
func (s *scanner) class(r rune) Class {
	if r < tabled && s.table[r].upper || r >= tabled && (unicode.IsUpper(r) || unicode.IsTitle(r)) {
		return Upper
	}
	return 0
}

// add appends a letter, digit or mark to the word at hand.
func (s *scanner) add(r rune) {
	if r < tabled {
		c := &s.table[r]
		if c.kind != mark {
			s.buf = append(s.buf, c.fold[:c.n]...)
			return
		}
		// Diacritics of ASCII letters are dropped; of others, fold must tell.
		if n := len(s.buf); n == 0 || s.buf[n-1] < utf8.RuneSelf && !s.norm {
			return
		}
	}
	s.buf = utf8.AppendRune(s.buf, r)
	s.norm = true
}

// elided reports whether the word at hand is a French or Italian word that has
// lost its vowel before a word that begins with next.
func (s *scanner) elided(next rune) bool {
	if s.norm {
		// Only what is short so far is folded early, lest a long word of many
		// apostrophes be folded at each.
		if s.folded > 7 {
			return false
		}
		s.fold()
		s.folded = len(s.buf)
	}
	var buf [4]byte
	return elides(s.buf, foldRune(buf[:0], next))
}

// thousands reports whether exactly three digits stand at i.
func (s *scanner) thousands(i int) bool {
	for range 3 {
		_, size, k, j := s.after(i)
		if k != digit {
			return false
		}
		i = j + size
	}
	_, _, k, _ := s.after(i)
	return k != digit
}

// finish emits the word that slow has read.
func (s *scanner) finish(start, end int, class Class, joined bool) {
	if s.norm {
		s.fold()
	}
	s.emit(start, end, class, joined)
}

// fold folds the word in buf, which holds characters beyond the table.
func (s *scanner) fold() {
	s.spare = s.spare[:0]
	for _, r := range string(norm.NFC.Bytes(s.buf)) {
		if r == '\'' || r == '.' {
			s.spare = append(s.spare, byte(r))
		} else {
			s.spare = foldRune(s.spare, r)
		}
	}
	s.buf = append(s.buf[:0], norm.NFC.Bytes(s.spare)...)
}

// wide emits the bigrams of the run of wide characters at i, each with the
// marks that follow it, and returns the end of the run.
func (s *scanner) wide(i int) int {
	before, last, n := 0, 0, 0 // where the last character but one and the last begin; how many so far
	end := i                   // of the last, with its marks
	for {
		_, size, k := s.at(i)
		if k == ignorable || k == mark && n > 0 {
			i += size
			if k == mark {
				end = i
			}
			continue
		}
		if n > 1 {
			s.bigram(before, end)
		} else if n == 1 && k != wide {
			s.bigram(last, end)
		}
		if k != wide {
			return i
		}
		before, last = last, i
		n++
		i += size
		end = i
	}
}

// bigram emits the wide characters from start to end as one word.
func (s *scanner) bigram(start, end int) {
	s.buf = s.buf[:0]
	same := true // whether folding changes nothing
	for i := start; i < end; {
		r, size, k := s.at(i)
		if k != ignorable {
			s.buf = utf8.AppendRune(s.buf, r)
			same = same && invariant(r)
		}
		i += size
	}
	if !same {
		s.fold()
	}
	s.emit(start, end, Wide, false)
}
