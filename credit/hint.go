package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A hints is the words of a text that may name an outlet which the gazetteer
// does not have, or refer to one, or beside which one may be named. They are
// found while the text is searched for the outlets that it has, so that
// sentences without either are never looked at: most of them.
//
// It holds all words at which reading.findHeads finds what is no Mention,
// and some others.
type hints struct {
	x     *lexicon
	at    []int // where they begin
	edits []int // where "editing" stands
	after int   // where the last word of cContracted ended, if no capital came since and it matters; else 0

	wanted word.Bits // words that begin with a small letter and are to be looked at
	of     *lexicon  // for which wanted was made, and for the gazetteer
	with   *outlet.Gazetteer
}

// begin makes h ready for a text.
func (h *hints) begin(x *lexicon, g *outlet.Gazetteer) {
	h.x, h.at, h.edits, h.after = x, h.at[:0], h.edits[:0], 0
	if h.of == x && h.with == g {
		return
	}
	h.of, h.with, h.wanted = x, g, g.SmallWords()
	for i, w := range x.telling {
		h.wanted[i] |= w
	}
}

// noted reports whether a word of the text at span was noted.
func (s *reading) noted(span article.Span) bool {
	k, _ := slices.BinarySearch(s.hints.at, span.Start)
	return k < len(s.hints.at) && s.hints.at[k] < span.End
}

func (h *hints) note(i int) { h.at = append(h.at, i) }

// Wanted, Simple, Other, Named and Host make h the watcher of a search.
func (h *hints) Wanted() word.Bits { return h.wanted }

func (h *hints) Named(i int) { h.note(i) }

// Host notes a host, which may hold any word.
func (h *hints) Host(i int) {
	h.note(i)
	h.edits = append(h.edits, i)
}

// Simple looks at a simple word that is one of wanted or does not begin with a
// small letter.
func (h *hints) Simple(text string, w *word.Word) {
	i, end := int(w.Start), int(w.End)
	capital := w.Shape&word.Titled != 0
	if capital && (h.named(text, w) || h.after > 0 && h.follows(text, i)) {
		h.note(i)
	}
	if h.x.telling.Has(w.Hash) {
		h.tell(i, end, w.Hash, capital)
	}
}

// named reports whether a simple word with a capital may be part of the name of a station, a paper or a show: a
// call sign, The within a sentence, Show, and what ends as papers' names do.
func (h *hints) named(text string, w *word.Word) bool {
	i, end := int(w.Start), int(w.End)
	switch end - i {
	case 3:
		if text[i:end] == "The" && midSentence(text, i) {
			return true
		}
	case 4:
		if w.Shape&word.NoSmall != 0 && (text[i] == 'W' || text[i] == 'K') || text[i:end] == "Show" {
			return true
		}
	}
	if strings.HasSuffix(text[:i], "the ") && slices.Contains(h.x.issues, strings.ToLower(text[i:end])) {
		return true
	}
	return h.x.channelSign(text[i:end]) || len(h.x.suffixes) > 0 && h.x.suffixed(text[i:end])
}

// Other looks at a word of any letters.
func (h *hints) Other(text string, w *word.Word) {
	i, end := int(w.Start), int(w.End)
	if text[i] == 'W' || text[i] == 'K' || h.x.channelSign(text[i:end]) || h.x.suffixed(text[i:end]) || h.after > 0 && h.follows(text, i) {
		h.note(i)
	}
	h.tell(i, end, w.Hash, true)
}

// tell looks at what is known of the word text[i:end].
func (h *hints) tell(i, end int, hash uint64, capital bool) {
	if hash == editing {
		h.edits = append(h.edits, i)
	}
	c := h.x.table.find(hash).class
	if c&(cPress|cOrigin|cAir) != 0 || capital && c&(cTitle|cFirstTitle|cNetwork) != 0 {
		h.note(i)
	}
	if c&cContracted != 0 && h.x.contracts {
		h.after = end
	}
}

// follows reports whether no other word stands between the one that h.after is
// the end of and text[i].
func (h *hints) follows(text string, i int) bool {
	at := h.after
	h.after = 0
	return word.SkipGap(text[:i], at) == i
}
