package outlet

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

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
	words := wordLists.Get().(*[]word.Word)
	defer wordLists.Put(words)
	if within == nil {
		*words = g.forms.starts((*words)[:0], text)
	} else { // whose ends may cut words
		*words = word.Words((*words)[:0], text)
	}
	return g.FindAmong(dst, text, *words, within, home, nil)
}

// starts appends to dst the words of text that FindAmong needs of those that
// word.Words finds: those that may begin a form by their first two bytes, and
// those behind a dot or hyphen, which may be of a host. Where few outlets are looked
// for it takes a quarter of the time.
func (x *formIndex) starts(dst []word.Word, text string) []word.Word {
	for i := word.SkipGap(text, 0); i < len(text); {
		end := word.End(text, i)
		if x.twoAt(text, i) || i > 0 && (text[i-1] == '.' || text[i-1] == '-') {
			dst = append(dst, word.Stretch(text, i, end))
		}
		i = word.SkipGap(text, end)
	}
	return dst
}

// wordLists keeps the words of texts that come without, for their memory.
var wordLists = sync.Pool{New: func() any { return new([]word.Word) }}

// SmallWords returns the words that begin with a small letter and may begin
// the name of an outlet. The set is the caller's.
func (g *Gazetteer) SmallWords() word.Bits { return slices.Clone(g.forms.small) }

// FindAmong is Find for a text whose words are known, as word.Words finds them. It
// tells w what it passes, if w is not nil.
func (g *Gazetteer) FindAmong(dst []Mention, text string, words []word.Word, within []article.Span, home *Outlet, w Watcher) []Mention {
	from := len(dst)
	s := scanner{g: g, x: g.forms, near: g.near, home: home, text: text, all: words, watcher: w}
	if within == nil {
		dst = s.scan(dst, 0, len(text))
	}
	for _, span := range within {
		dst = s.scan(dst, max(span.Start, 0), min(span.End, len(text)))
	}
	return dst[:from+len(resolve(dst[from:], home))]
}

// scan appends the mentions of text[lo:hi], shared forms not yet resolved. Spans
// come in order.
func (s *scanner) scan(dst []Mention, lo, hi int) []Mention {
	if lo >= hi {
		return dst
	}
	s.lo, s.hi, s.from, s.done = lo, hi, lo, lo
	text, wanted := s.text[:hi], s.x.small
	if s.watcher != nil {
		wanted = s.watcher.Wanted()
	}
	for len(s.all) > 0 && int(s.all[0].End) <= lo {
		s.all = s.all[1:]
	}
	i := lo // what lies before it is read
	for k := range s.all {
		w := &s.all[k]
		start, end := int(w.Start), int(w.End)
		if start >= hi {
			break
		}
		if end <= i {
			continue
		}
		if start > i && text[start-1] == '.' && s.joins(start-1) {
			if s.watcher != nil {
				s.watcher.Host(start - 1)
			}
			if dst, i = s.host(dst, start-1); end <= i {
				continue
			}
		}
		if start < i || end > hi { // cut by an end of the span, or behind a host
			start, end = max(start, i), min(end, hi)
			if start >= hi {
				break
			}
			cut := word.Stretch(text, start, end)
			w = &cut
		}
		hash := w.Hash
		switch {
		case w.Shape&word.Simple == 0:
			hash = word.Hash(text[start:end])
			if s.watcher != nil {
				s.watcher.Other(text, w)
			}
		case text[start] > 'Z' && !wanted.Has(hash): // most words
			continue
		case s.watcher != nil:
			s.watcher.Simple(text, w)
		}
		dst, i = s.form(dst, start, end, hash)
	}
	return dst
}

// form appends what the form names that begins with the word text[i:end], if
// one does, and returns where to go on.
func (s *scanner) form(dst []Mention, i, end int, hash uint64) ([]Mention, int) {
	if !s.x.first.Has(hash) || !s.mayStart(i) {
		return dst, end
	}
	f, what, end := s.match(i, end, hash)
	if f == nil {
		return dst, end
	}
	if g, w, from, to := s.behindArticle(f, i, end); to > end {
		f, what, i, end = g, w, from, to
	}
	if s.watcher != nil {
		s.watcher.Named(i)
	}
	s.from, s.done = i, end
	if !f.larger {
		dst = s.mention(dst, f, what, i, end)
	}
	return dst, end
}

// behindArticle looks for a form that begins behind the article, in small letters, with which f
// at text[i:end] begins: in il Corriere del Ticino there is the Corriere del Ticino, longer than
// il Corriere. It returns what match does and where that form begins and ends; to is 0 if there
// is none.
func (s *scanner) behindArticle(f *form, i, end int) (g *form, what standing, from, to int) {
	if len(f.words) < 2 || f.larger || word.Capital(s.text[i:]) {
		return nil, standsNot, 0, 0
	}
	article := word.End(s.text[:s.hi], i)
	from = word.SkipGap(s.text[:s.hi], article)
	if from >= end || !s.near.has(nearArticle, s.hash(i, article)) || !s.mayStart(from) {
		return nil, standsNot, 0, 0
	}
	stop := word.End(s.text[:s.hi], from)
	if g, what, to = s.match(from, stop, s.hash(from, stop)); g == nil {
		return nil, standsNot, 0, 0
	}
	return g, what, from, to
}

// mayStart reports whether the word at text[i] may begin a form as it is spelled.
func (s *scanner) mayStart(i int) bool {
	text := s.text[:s.hi]
	return s.x.twoAt(text, i) && s.x.mayStart(firstBytes(text, i))
}

// firstBytes returns the first four bytes of the word at text[i], the first
// one lowest, and 0 for those past its end.
func firstBytes(text string, i int) (b uint32) {
	for k := range min(4, len(text)-i) {
		c := text[i+k]
		if word.ASCII[c] == 0 || word.ASCII[c] == 2 && utf8.RuneStart(c) && word.GapLen(text, i+k) > 0 {
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
		if pair := pairHash(first, s.words[1].hash); s.x.pairs.Has(pair) {
			if f, what, end = s.matchMore(i, pair); f != nil {
				return f, what, end
			}
		}
	}
	if !s.x.ones.Has(first) {
		return nil, standsNot, stop
	}
	if f = s.x.one[first]; f != nil {
		if what, last := s.fits(f, i); what != standsNot {
			return f, what, last
		}
	}
	return nil, standsNot, stop
}

// matchMore does what match does for forms of at least two words, of which pair is the
// hash of the first two. f is nil if there is none.
func (s *scanner) matchMore(i int, pair uint64) (f *form, what standing, end int) {
	var hashes [maxFormWords + 1]uint64 // of so many words
	hashes[2] = pair
	n, most := 2, int(s.x.most[pair])
	for n < most && (n < s.n || s.read()) {
		hashes[n+1] = pairHash(hashes[n], s.words[n].hash)
		n++
	}
	for ; n >= 2; n-- {
		if f = s.x.more[hashes[n]]; f == nil {
			continue
		}
		if what, end = s.fits(f, i); what != standsNot || f.larger && end > 0 {
			return f, what, end
		}
	}
	return nil, standsNot, 0
}

// fits tells what f stands for at text[i] and where it ends; 0 if it is not
// spelled there.
func (s *scanner) fits(f *form, i int) (what standing, end int) {
	if !s.spelled(f) {
		return standsNot, 0
	}
	end = s.words[len(f.words)-1].end
	switch {
	case !f.larger:
		return s.stands(f, i, end), end
	case s.explains(f, end):
		return standsNot, 0
	}
	return standsNot, end
}

// explains reports whether what follows the larger name f, an article and initials, tells that these
// are an outlet's all the same: the PA news agency.
func (s *scanner) explains(f *form, end int) bool {
	const most = 2 // words
	if !s.near.has(nearArticle, f.words[0].hash) {
		return false
	}
	for range most {
		i := word.SkipGap(s.text[:s.hi], end)
		if i >= s.hi || !plain(s.text[end:i]) {
			return false
		}
		if end = word.End(s.text[:s.hi], i); s.near.has(nearNoun, s.hash(i, end)) {
			return true
		}
	}
	return false
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
		if k > 0 && !f.parted(s.text[s.words[k-1].end:v.start], w.gap) {
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
		n := word.GapLen(s.text[:s.hi], i)
		if n == 0 {
			end := word.End(s.text[:s.hi], i)
			s.words[s.n] = textWord{i, end, s.hash(i, end)}
			s.n++
			return true
		}
		i += n
	}
	return false
}

// parted reports whether the text between two words of f is what it may have there. A larger name may hold the
// outlet's in quotation marks: the “Access Hollywood” tape.
func (f *form) parted(gap, want string) bool {
	return gapFits(gap, want) || f.larger && gapFits(strings.TrimLeft(gap, "”\"’"), want)
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
	switch {
	case w == v.text:
		return true
	case v.ascii && !isASCII(w): // "Político" is no Politico, but "Pais" may be País
		return false
	case f.need == needCase && !v.upper && v.hash == f.words[len(f.words)-1].hash:
		return false // "der Kicker" may be a player, "der kicker" is the magazine
	case len(f.words) > 1:
		return !v.upper || word.Capital(w)
	case f.need == needCase:
		return false
	}
	capitals := word.AllCapital(w)
	switch {
	case word.AllCapital(v.text): // "Efe" and "Afp", but two letters prove little
		return capitals || titled(w) && len(v.text) > 2 && (f.foreign || f.need == needNone && len(v.text) == 3)
	case f.need != needNone:
		return capitals && v.upper && len(v.text) > 3
	}
	return capitals || word.Capital(w)
}

// titled reports whether w has a capital first and small letters behind it.
func titled(w string) bool { return word.Capital(w) && strings.ToLower(w[1:]) == w[1:] }
