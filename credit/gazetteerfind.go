package credit

import (
	"strings"
	"unicode/utf8"

	"wiretrace/article"
)

// A Mention is one place in a text where an outlet is named. A name alone is
// no credit.
type Mention struct {
	article.Span         // the name with a "the" before it, without 's
	Outlet       *Outlet // nil for a short form that nothing in the text resolves
	Short        bool    // a form that several outlets share: "the Post", "ABC"
	Compound     bool    // part of a longer word: "Reuters/Ipsos", "dpa-Informationen"
	Form         string  // as written: the words of the span, or the whole compound

	form *form // while Find works
}

// Find appends to dst the places where text names an outlet, in order and
// without overlap, and returns the extended slice. It looks only at the spans
// of within, in order and without overlap, or at the whole text if within is
// nil; names do not reach over the end of a span. The longest name wins.
//
// A form that several outlets share means, in this order: home, the article's
// own outlet, if it has that form; the outlet of that form that the text named
// last in full; the only one that the text names in full anywhere; the one
// that the form means in home's country; the one that it means anywhere. Else
// its Outlet is nil. home may be nil. Mentions of home are found like others.
func (g *Gazetteer) Find(dst []Mention, text string, within []article.Span, home *Outlet) []Mention {
	from := len(dst)
	s := scanner{x: g.forms, near: g.near, text: text}
	if within == nil {
		dst = s.scan(dst, 0, len(text))
	}
	for _, w := range within {
		dst = s.scan(dst, max(w.Start, 0), min(w.End, len(text)))
	}
	return dst[:from+len(resolve(dst[from:], home))]
}

// A scanner finds forms in one text.
type scanner struct {
	x      *formIndex
	near   *nearWords
	text   string
	lo, hi int // the span at hand

	words [maxFormWords]textWord // from the candidate on, as far as read
	n     int                    // how many are read
}

// A textWord is one word of the text.
type textWord struct {
	start, end int
	hash       uint64
}

// scan appends the mentions of text[lo:hi], shared forms not yet resolved.
func (s *scanner) scan(dst []Mention, lo, hi int) []Mention {
	if lo >= hi {
		return dst
	}
	s.lo, s.hi = lo, hi
	text := s.text[:hi]
	for i := lo; i < hi; {
		if ascii[text[i]] != 1 {
			if n := gapLen(text, i); n > 0 {
				i += n
				continue
			}
		}
		if s.x.mayStart(firstBytes(text, i)) {
			if f, end := s.match(i); f != nil {
				if !f.larger {
					dst = s.mention(dst, f, i, end)
				}
				i = end
				continue
			}
		}
		i = wordEnd(text, i)
	}
	return dst
}

// firstBytes returns the first four bytes of the word at text[i], the first
// one lowest, and 0 for those past its end.
func firstBytes(text string, i int) (b uint32) {
	for k := range min(4, len(text)-i) {
		c := text[i+k]
		if ascii[c] == 0 || ascii[c] == 2 && gapLen(text, i+k) > 0 && utf8.RuneStart(c) {
			break
		}
		b |= uint32(c) << (8 * k)
	}
	return b
}

// match returns the longest form that the text names at its word i, and where
// the name ends.
func (s *scanner) match(i int) (*form, int) {
	text := s.text[:s.hi]
	end := wordEnd(text, i)
	s.words[0] = textWord{i, end, hashWord(text[i:end])}
	s.n = 1
	for f := s.x.first[s.words[0].hash]; f != nil; f = f.next {
		if !s.spelled(f) {
			continue
		}
		last := s.words[len(f.words)-1].end
		if f.larger || s.stands(f, i, last) {
			return f, last
		}
	}
	return nil, 0
}

// spelled reports whether the words read from the candidate on are those of f.
func (s *scanner) spelled(f *form) bool {
	for k := range f.words {
		if k == s.n && !s.read() {
			return false
		}
		if s.words[k].hash != f.words[k].hash {
			return false
		}
	}
	for k := range f.words {
		w, v := f.words[k], s.words[k]
		if k > 0 && !gapFits(s.text[s.words[k-1].end:v.start], w.gap) {
			return false
		}
		if !f.host && !caseFits(s.text[v.start:v.end], w, len(f.words) == 1, f.need) {
			return false
		}
	}
	return true
}

// read reads one more word and reports whether there is one near.
func (s *scanner) read() bool {
	const reach = 6
	at := s.words[s.n-1].end
	hi := min(s.hi, at+reach)
	for i := at; i < hi; {
		n := gapLen(s.text[:s.hi], i)
		if n == 0 {
			end := wordEnd(s.text[:s.hi], i)
			s.words[s.n] = textWord{i, end, hashWord(s.text[i:end])}
			s.n++
			return true
		}
		i += n
	}
	return false
}

// gapFits reports whether the text between two words is what a name may have
// there: white space without an empty line, hyphens, apostrophes and "&", and
// other marks only as the table spells the name.
func gapFits(gap, want string) bool {
	if gap == want {
		return true
	}
	lines := 0
	for _, r := range gap {
		switch r {
		case '\n':
			if lines++; lines > 1 {
				return false
			}
		case ' ', '\t', '\r', '\u00a0', '-', '\u2010', '\u2011', '\'', '’', '&':
		default:
			if !strings.ContainsRune(want, r) {
				return false
			}
		}
	}
	return gap != "" && (strings.TrimSpace(gap) != "" || strings.TrimSpace(want) == "" || want == "-" || want == "! " || want == ". ")
}

// caseFits reports whether the word w of a text is spelled as the word f of a
// form may be: capital where the form is. A form of one word is stricter: an
// abbreviation has all its capitals or only the first, and small words stay small.
func caseFits(w string, f formWord, alone bool, n need) bool {
	if w == f.text {
		return true
	}
	if n != needNone && alone {
		return n != needCase && f.upper && len(f.text) > 3 && allCapital(w)
	}
	if !f.upper {
		return !alone || allCapital(w)
	}
	if !capital(w) {
		return false
	}
	if alone && allCapital(f.text) { // "Efe" and "Afp", but two letters prove little
		return allCapital(w) || len(f.text) > 2 && !allCapital(w[1:]) && strings.ToLower(w[1:]) == w[1:]
	}
	return true
}
