package outlet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// Capitals are what a Sieve asks of a text: a hash for each word that begins with a capital
// letter or a digit, or in a script without case, and one for each two words that a point
// joins, as in hosts. They are in no order, and some stand there more than once.
type Capitals []uint32

// anything stands in Capitals of which nothing can be told.
const anything = 0

// Anything returns Capitals of which nothing can be told.
func Anything() Capitals { return Capitals{anything} }

// recentCapitals is how many hashes are remembered so as not to be noted again, a power of two.
const recentCapitals = 1 << 8

// Note appends to c those of a text, whose words are as word.Words finds them.
func (c Capitals) Note(text string, words []word.Word) Capitals {
	var recent [recentCapitals]uint32
	note := func(h uint32) {
		if at := &recent[h%recentCapitals]; *at != h {
			*at = h
			c = append(c, h)
		}
	}
	for k := range words {
		w := &words[k]
		if w.Shape&(word.Titled|word.Figure) != 0 {
			note(capital(folded(text, w)))
		}
		if k > 0 && words[k-1].End+1 == w.Start && text[words[k-1].End] == '.' {
			if v := &words[k-1]; plainWord(text, v) && plainWord(text, w) {
				note(joined(v.Hash, w.Hash))
			} else {
				c = append(c, anything)
			}
		}
	}
	return c
}

// folded returns the hash of a word of a text as forms have it.
func folded(text string, w *word.Word) uint64 {
	if w.Shape&word.Simple != 0 {
		return w.Hash
	}
	return word.Hash(text[w.Start:w.End])
}

// plainWord reports whether a word of a text is one of ASCII.
func plainWord(text string, w *word.Word) bool {
	return w.Shape&word.Simple != 0 || isASCII(text[w.Start:w.End])
}

// capital returns the hash in Capitals of a word whose hash is h, joined that of two words.
func capital(h uint64) uint32 { return max(uint32(h>>32), anything+1) }

func joined(h, g uint64) uint32 { return max(uint32(pairHash(h, g)>>32), anything+1) }

// A Sieve tells of most texts that they name none of the outlets of a gazetteer, by what was
// noted of them when they were read. It is never wrong about that. It may be used concurrently.
type Sieve struct {
	all   bool // some outlet may be named in small letters
	heads word.Bits
	wants map[uint32][]wanted // by the first of their keys
}

// A wanted is what a text may name.
type wanted struct {
	keys  []uint32 // of its Capitals, all of which it has then
	means []string // the names of the outlets
}

// Sieve returns the Sieve for the outlets of g.
func (g *Gazetteer) Sieve() *Sieve {
	s := &Sieve{heads: word.NewBits(1 << 15), wants: map[uint32][]wanted{}}
	for _, f := range g.forms.one {
		s.addForm(f)
	}
	for _, f := range g.forms.more {
		s.addForm(f)
	}
	for host, o := range g.hosts {
		s.addHost(host, o)
	}
	return s
}

// addForm adds what must stand in a text that names f.
func (s *Sieve) addForm(f *form) {
	var w wanted
	if f.outlet != nil {
		w.means = append(w.means, f.outlet.Name)
	}
	for _, h := range f.holders { // a text of no known outlet means the others only where it names them in full
		if h.stars == 2 {
			w.means = append(w.means, h.outlet.Name)
		}
	}
	if f.larger || len(w.means) == 0 {
		return
	}
	longest := 0
	for k := range f.words {
		v := &f.words[k]
		if k > 0 && v.gap == "." && isASCII(f.words[k-1].text+v.text) {
			w.keys = append(w.keys, joined(f.words[k-1].hash, v.hash))
		}
		if first, _ := utf8.DecodeRuneInString(v.text); !v.upper && hasCase(first) {
			continue
		}
		w.keys = append(w.keys, capital(v.hash))
		if n := len(w.keys) - 1; len(v.text) > longest {
			longest = len(v.text)
			w.keys[0], w.keys[n] = w.keys[n], w.keys[0]
		}
	}
	s.add(w)
}

// hasCase reports whether r is a letter of which there are large and small ones.
func hasCase(r rune) bool { return unicode.IsLower(r) || unicode.IsUpper(r) || unicode.IsTitle(r) }

// addHost adds what must stand in a text that names a host: the words around its last point.
func (s *Sieve) addHost(host string, o *Outlet) {
	words := word.Words(nil, host)
	point := strings.LastIndexByte(host, '.')
	k := slices.IndexFunc(words, func(w word.Word) bool { return int(w.Start) == point+1 })
	if k < 1 || int(words[k-1].End) != point {
		s.all = true
		return
	}
	s.add(wanted{keys: []uint32{joined(words[k-1].Hash, words[k].Hash)}, means: []string{o.Name}})
}

func (s *Sieve) add(w wanted) {
	if len(w.keys) == 0 {
		s.all = true
		return
	}
	s.heads.Put(spread(w.keys[0]))
	s.wants[w.keys[0]] = append(s.wants[w.keys[0]], w)
}

// spread returns a hash for word.Bits.
func spread(h uint32) uint64 { return uint64(h) * 0x9e3779b97f4a7c15 }

// May reports whether a text of which c was noted may name one of the outlets whose names
// are wanted.
func (s *Sieve) May(c Capitals, wants func(name string) bool) bool {
	if s.all {
		return true
	}
	for _, h := range c {
		if h == anything {
			return true
		}
		if s.heads.Has(spread(h)) && slices.ContainsFunc(s.wants[h], func(w wanted) bool { return w.in(c) && slices.ContainsFunc(w.means, wants) }) {
			return true
		}
	}
	return false
}

// in reports whether c, which has the first key of w, has all of them.
func (w *wanted) in(c Capitals) bool {
	for _, h := range w.keys[1:] {
		if !slices.Contains(c, h) {
			return false
		}
	}
	return true
}
