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

	// While Find works:
	form     *form
	articled bool // a definite article stands before it
	other    bool // no mention: the form means something else from here on
	titled   bool // other, and with a form of address: "Mr. Bloomberg"
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
// its Outlet is nil. Mentions of home are found like others. home may be nil,
// and it may be an outlet that g does not know: its Name and Country count.
func (g *Gazetteer) Find(dst []Mention, text string, within []article.Span, home *Outlet) []Mention {
	return g.find(dst, text, within, home, nil)
}

// find is Find, which notes besides the words that h looks for, if h is not nil.
func (g *Gazetteer) find(dst []Mention, text string, within []article.Span, home *Outlet, h *hints) []Mention {
	from := len(dst)
	s := scanner{g: g, x: g.forms, near: g.near, home: home, text: text, hints: h}
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
	g      *Gazetteer
	x      *formIndex
	near   *nearWords
	home   *Outlet
	hints  *hints // nil if nobody wants them
	text   string
	lo, hi int // the span at hand
	done   int // where the name found last ended

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
	s.lo, s.hi, s.done = lo, hi, lo
	text, wanted := s.text[:hi], s.x.small
	if s.hints != nil {
		wanted = s.hints.wanted
	}
	for i := lo; i < hi; {
		c := text[i]
		if ascii[c] == 0 {
			if c == '.' && s.joins(i) {
				if s.hints != nil { // it may hold any word
					s.hints.note(i)
					s.hints.edits = append(s.hints.edits, i)
				}
				dst, i = s.host(dst, i)
				continue
			}
			i++
			continue
		}
		w, ok := plainAt(s.text, i)
		end := i + w.n
		if !ok || w.n == 0 || end > hi || end < hi && text[end] >= utf8.RuneSelf && !closes(s.text, end) {
			if n := gapLen(text, i); n > 0 {
				i += n
				continue
			}
			end = wordEnd(text, i)
			w.hash = hashWord(text[i:end])
			if s.hints != nil {
				s.hints.any(text, i, end)
			}
		} else {
			if c > 'Z' && !wanted.has(w.hash) { // most words
				i = end
				continue
			}
			if s.hints != nil {
				s.hints.plain(text, i, &w)
			}
		}
		if s.x.first.has(w.hash) && s.mayStart(i) {
			var f *form
			var what standing
			if f, what, end = s.match(i, end, w.hash); f != nil {
				if s.hints != nil {
					s.hints.note(i)
				}
				s.done = end
				if !f.larger {
					dst = s.mention(dst, f, what, i, end)
				}
			}
		}
		i = end
	}
	return dst
}

// mayStart reports whether the word at text[i] may begin a form as it is spelled.
func (s *scanner) mayStart(i int) bool {
	text := s.text[:s.hi]
	if i+1 < s.hi {
		k := uint32(text[i]) | uint32(text[i+1])<<8
		if s.x.two[k>>6]&(1<<(k&63)) == 0 {
			return false
		}
	}
	return s.x.mayStart(firstBytes(text, i))
}

// firstBytes returns the first four bytes of the word at text[i], the first
// one lowest, and 0 for those past its end.
func firstBytes(text string, i int) (b uint32) {
	for k := range min(4, len(text)-i) {
		c := text[i+k]
		if ascii[c] == 0 || ascii[c] == 2 && utf8.RuneStart(c) && gapLen(text, i+k) > 0 {
			break
		}
		b |= uint32(c) << (8 * k)
	}
	return b
}

// match returns the longest form that the text names at its word text[i:stop],
// whose hash is first, for what, and where the name ends. If there is none, end
// is that of the word.
func (s *scanner) match(i, stop int, first uint64) (f *form, what standing, end int) {
	s.words[0] = textWord{i, stop, first}
	s.n = 1
	if s.read() {
		pair := pairHash(first, s.words[1].hash)
		if s.x.pairs.has(pair) {
			f = s.x.more[pair]
		}
		for ; f != nil; f = f.next {
			if what, last := s.fits(f, i); what != standsNot || f.larger && last > 0 {
				return f, what, last
			}
		}
	}
	if !s.x.ones.has(first) {
		return nil, standsNot, stop
	}
	if f = s.x.one[first]; f != nil {
		if what, last := s.fits(f, i); what != standsNot {
			return f, what, last
		}
	}
	return nil, standsNot, stop
}

// fits tells what f stands for at text[i] and where it ends; 0 if it is not
// spelled there.
func (s *scanner) fits(f *form, i int) (what standing, end int) {
	if !s.spelled(f) {
		return standsNot, 0
	}
	end = s.words[len(f.words)-1].end
	if f.larger {
		return standsNot, end
	}
	return s.stands(f, i, end), end
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
		if !caseFits(s.text[v.start:v.end], w, f) {
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
			s.words[s.n] = textWord{i, end, s.hash(i, end)}
			s.n++
			return true
		}
		i += n
	}
	return false
}

// hash returns the hash of the word text[i:end].
func (s *scanner) hash(i, end int) uint64 {
	if w, ok := plainAt(s.text, i); ok && i+w.n == end {
		return w.hash
	}
	return hashWord(s.text[i:end])
}

// gapFits reports whether the text between two words is what a name may have
// there: white space without an empty line, hyphens, apostrophes and "&", and
// other marks only as the table spells the name.
func gapFits(gap, want string) bool {
	if gap == want {
		return true
	}
	if want == "." { // of a host
		return false
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
	return gap != ""
}

// caseFits reports whether the word w of a text is spelled as the word v of f
// may be: capital where v is. A form of one word is stricter: an abbreviation
// has all its capitals or only the first, small words stay small, and a form
// that needs something beside it is spelled as the table has it.
func caseFits(w string, v formWord, f *form) bool {
	if w == v.text {
		return true
	}
	if v.ascii && !isASCII(w) { // "Político" is no Politico, but "Pais" may be País
		return false
	}
	if len(f.words) > 1 {
		return !v.upper || capital(w)
	}
	capitals := allCapital(w)
	switch {
	case f.need == needCase:
		return false
	case allCapital(v.text): // "Efe" and "Afp", but two letters prove little
		titled := len(v.text) > 2 && capital(w) && strings.ToLower(w[1:]) == w[1:]
		return capitals || titled && (f.foreign || f.need == needNone && len(v.text) == 3)
	case f.need != needNone:
		return v.upper && len(v.text) > 3 && capitals
	}
	return capitals || capital(w)
}

// isASCII reports whether w holds ASCII only.
func isASCII(w string) bool {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
