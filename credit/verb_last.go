package credit

import (
	"slices"
	"strings"
)

// Where verbs end their sentence, the subject may stand far before its verb, with others between. What tells it
// there is its case: Hürriyet yazdı, but Bakan Hürriyet'e mektup yazdı, of somebody who wrote to it.

// fitsSubject reports whether g, of which c follows, may be the subject of the verb of rel behind it: in these
// languages by its case, which is the genitive before a verb that is made a noun, Reuters'ın dayandırdığı habere göre.
func (s *reading) fitsSubject(rel relation, g outletGroup, c compound) bool {
	if !s.x.verblast || c.doc || c.role || c.name || s.nominative(g) {
		return true
	}
	_, n := s.ahead(rel.to+1-len(strings.Fields(rel.cue)), uTail)
	return n > 0 && s.owns(g.r)
}

// nominative reports whether g, of which no people follow, has the case of a subject: no ending behind an
// apostrophe, and no noun for it in another case.
func (s *reading) nominative(g outletGroup) bool {
	if s.owns(g.r) {
		return false
	}
	i := g.r + 1
	for ; s.follows(i); i++ {
		if slices.Contains(s.x.oblique, s.folded(i)) {
			return false
		}
		if !s.tokens[i].is(cPress | cFill) {
			break
		}
	}
	return i > g.r+1 || !s.longerName(i)
}

// longerName reports whether the words from token i on make a longer name of the one that stands before them, of
// an office: Cumhuriyet Başsavcılığı. A name that has an ending of its own is another's: Cumhuriyet Behrens'in.
func (s *reading) longerName(i int) bool {
	k := i
	for s.follows(k) && s.tokens[k].capitalWord() && s.tokens[k].name < 0 && !s.tokens[k].is(cRole|cStaff|cDay|cMonth) {
		k++
	}
	return k > i && !s.owns(k-1)
}

// wordAtStart reports whether g is a name that is a word of the language too and begins its sentence, where each has
// a capital letter, and nothing beside it says that it is a name: Sözcü açıkladı, of a spokesman.
func (s *reading) wordAtStart(g outletGroup) bool {
	if g.l > 0 || g.r > g.l || !slices.Contains(s.x.plain, s.folded(g.l)) || s.owns(g.r) {
		return false
	}
	quoted := s.tokens[g.l].gap&gQuote != 0
	return !quoted && !(s.follows(g.r+1) && s.tokens[g.r+1].is(cPress|cRole))
}

// behindPress returns the token behind the nouns that say what the outlet is whose name ends with token i:
// Hürriyet gazetesinin haberine göre.
func (s *reading) behindPress(i int) int {
	const most = 3
	k := i + 1
	for s.x.verblast && k <= i+most && s.follows(k) && s.tokens[k].is(cPress|cFill) {
		k++
	}
	return k
}
