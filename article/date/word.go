package date

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
)

// word reads a token that begins with a letter.
func (p *parser) word() bool {
	var buf [longestWord]byte
	folded, end := foldWord(buf[:0], p.s[p.i:])
	if len(folded) == 0 {
		return false
	}
	start := p.i
	p.i += end
	labelled, clocked := p.labelled, p.clocked
	p.labelled, p.clocked = false, false
	switch m := meanings()[string(folded)]; m.kind {
	case month:
		if p.month != 0 {
			return false
		}
		p.month = m.month
		return true
	case march:
		ok := !p.tuesday
		p.tuesday = true
		return ok
	case weekday:
		return true
	case filler:
		p.clocked = clocked
		return true
	case label:
		p.labelled = true
		return start == 0 || labelled
	case change:
		p.done = p.dated()
		return p.done
	}
	// The names of zones are read after a time of day only, where "est" and
	// "west" can be nothing else.
	if offset, rule, ok := zoneOf(string(folded)); ok && p.timed != article.NoTime {
		if c := p.at(p.i); offset == 0 && !rule && !p.zoned && (c == '+' || c == '-') && p.digitAt(p.i+1) {
			return p.zoneOffset() // GMT+0200
		}
		return p.setZone(offset, rule)
	}
	return false
}

// longestWord is the length in bytes of the longest folded word that is looked up.
const longestWord = 24

// foldWord appends the letters that s begins with to dst, in lower case and
// without accents, and returns how many bytes of s they take. A word that is
// too long or has letters of another script folds to nothing.
func foldWord(dst []byte, s string) (folded []byte, end int) {
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		r = unicode.ToLower(r)
		if r >= utf8.RuneSelf {
			i := strings.IndexRune("áàâãäåçéèêëíìîïñóòôõöúùûü", r)
			if i < 0 {
				return nil, 0
			}
			// Each of these letters takes two bytes.
			r = rune("aaaaaaceeeeiiiinooooouuuu"[i/2])
		}
		if len(dst) == cap(dst) {
			return nil, 0
		}
		dst = append(dst, byte(r))
		end += size
	}
	return dst, end
}

// A wordKind says what a word of a date that is no zone does.
type wordKind uint8

const (
	unknown wordKind = iota
	month
	march // "mar", which is also Tuesday in three languages
	weekday
	filler // says nothing that its neighbours do not
	label  // announces the date that follows
	change // announces the date of a later change
)

// A meaning is what a word does in dates.
type meaning struct {
	kind  wordKind
	month int // of a month, from 1
}

// meanings are those of the words of all languages, as foldWord folds them.
// Dates are read without regard to the language of their text.
var meanings = sync.OnceValue(func() map[string]meaning {
	all := map[string]meaning{}
	// Of two meanings the first holds: sections come in the order of their kinds.
	add := func(words string, m meaning) {
		for w := range strings.FieldsFuncSeq(words, func(r rune) bool { return !unicode.IsLetter(r) }) {
			var buf [longestWord]byte
			if folded, _ := foldWord(buf[:0], w); all[string(folded)] == (meaning{}) {
				all[string(folded)] = m
			}
		}
	}
	add("mar", meaning{kind: march})
	for _, l := range lang.All() {
		n := 0
		for line := range l.Lines("month") {
			n++
			add(line.Text, meaning{month, n})
		}
	}
	for _, section := range [...]struct {
		name string
		kind wordKind
	}{{"weekday", weekday}, {"date-filler", filler}, {"date-label", label}, {"date-change", change}} {
		for _, l := range lang.All() {
			for line := range l.Lines(section.name) {
				add(line.Text, meaning{kind: section.kind})
			}
		}
	}
	return all
})

// zoneOf returns the offset of a zone in seconds east of UTC; rule says that
// daylight time, an hour further east, holds in the North American summer.
// Abbreviations that several countries use for different zones are left out
// (IST), but for those that feeds use in the American sense (CST, EST).
func zoneOf(w string) (offset int, rule, ok bool) {
	const hour = 3600
	switch w {
	case "z", "utc", "gmt", "ut", "wet":
		return 0, false, true
	case "bst", "west", "cet", "mez", "wat":
		return hour, false, true
	case "cest", "mesz", "eet", "sast", "cat":
		return 2 * hour, false, true
	case "eest", "msk", "eat":
		return 3 * hour, false, true
	case "pkt":
		return 5 * hour, false, true
	case "sgt", "hkt", "awst":
		return 8 * hour, false, true
	case "jst", "kst":
		return 9 * hour, false, true
	case "aest":
		return 10 * hour, false, true
	case "aedt":
		return 11 * hour, false, true
	case "nzst":
		return 12 * hour, false, true
	case "nzdt":
		return 13 * hour, false, true
	case "brt", "adt":
		return -3 * hour, false, true
	case "ast", "edt":
		return -4 * hour, false, true
	case "est", "cdt":
		return -5 * hour, false, true
	case "cst", "mdt":
		return -6 * hour, false, true
	case "mst", "pdt":
		return -7 * hour, false, true
	case "pst", "akdt":
		return -8 * hour, false, true
	case "akst":
		return -9 * hour, false, true
	case "hst":
		return -10 * hour, false, true
	case "et", "eastern":
		return -5 * hour, true, true
	case "ct", "central":
		return -6 * hour, true, true
	case "mt", "mountain":
		return -7 * hour, true, true
	case "pt", "pacific":
		return -8 * hour, true, true
	}
	return 0, false, false
}
