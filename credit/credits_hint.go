package credit

import "strings"

// A hints is the words of a text that may name an outlet which the gazetteer
// does not have, or refer to one, or beside which one may be named. They are
// found while the text is searched for the outlets that it has, so that
// sentences without either are never looked at: most of them.
//
// It holds all words for which creditReading.shaped says yes, and some others.
type hints struct {
	x     *lexicon
	at    []int // where they begin
	after bool  // the word before is one of cContracted
}

func (h *hints) note(i int) {
	h.at = append(h.at, i)
	h.after = false
}

// plain looks at the word w that stands at text[i].
func (h *hints) plain(text string, i int, w *plainWord) {
	c := text[i]
	capital := c-'A' < 26
	switch {
	case h.x.telling.has(w.hash):
	case capital && h.after:
	case capital && w.n == 4 && w.capitals == 4 && (c == 'W' || c == 'K'): // a call sign
	case capital && h.x.suffixed(text[i:i+w.n]):
	default:
		h.after = len(h.x.contracted) > 0 && h.x.contracted.has(w.hash)
		return
	}
	h.note(i)
}

// any looks at the word text[i:end], which may be of any letters.
func (h *hints) any(text string, i, end int) {
	hash, _ := foldHash(text, i, end)
	if h.x.telling.has(hash) || h.after || h.x.contracted != nil && h.x.contracted.has(hash) || h.x.suffixed(text[i:end]) || text[i] == 'W' || text[i] == 'K' {
		h.note(i)
	}
}

// suffixed reports whether w ends as one-word names of outlets do.
func (x *lexicon) suffixed(w string) bool {
	for _, end := range x.suffixes {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
