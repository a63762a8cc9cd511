package credit

import (
	"strings"

	"wiretrace/outlet"
)

// shape returns the outlet that the gazetteer does not have of whose name
// token i, capitalised and a title word, is part.
func (s *reading) shape(i int) (head, bool) {
	const most = 5
	c := s.tokens[i].lex.class
	// To the left: capitalised words; small words only between them.
	l := i
	for n := 0; l > 0 && n < most && s.tokens[l].gap&(gHard|gQuote|gSlash) == 0; n++ {
		p := &s.tokens[l-1]
		if p.name >= 0 {
			return head{}, false // goes on from a known name, so it means something else
		}
		if p.capital && p.lex.class&(cDet|cPrep|cBound|cDay|cMonth|cAux|cAdv|cDemonym) == 0 || p.capital && l-1 > 0 && p.lex.class&(cDet|cBound) == 0 {
			l--
			continue
		}
		if l >= 2 && s.tokens[l-2].capital && s.tokens[l-2].name < 0 && s.tokens[l-1].gap&gHard == 0 && p.lex.class&cConnect != 0 && s.tokens[l-2].lex.class&cDet == 0 {
			l -= 2
			continue
		}
		break
	}
	// To the right: a name that begins with a title word goes on (Diario de Cuyo).
	r := i
	if c&cFirstTitle != 0 {
		for n := 0; r+1 < len(s.tokens) && n < most; n++ {
			t := &s.tokens[r+1]
			if t.gap&(gHard|gQuote|gSlash) != 0 || t.name >= 0 {
				break
			}
			if t.capital && t.lex.class&(cDay|cMonth) == 0 {
				r++
				continue
			}
			if t.lex.class&cConnect != 0 && r+2 < len(s.tokens) && s.tokens[r+2].capital && s.tokens[r+2].name < 0 && s.tokens[r+2].gap&gHard == 0 {
				r += 2
				continue
			}
			break
		}
	}
	if r == i {
		if c&cTitle == 0 && !s.callSign(i) && !s.suffixed(i) {
			return head{}, false
		}
		// A name ends in its title word: not Times Square, not Journal of Medicine.
		if r+1 < len(s.tokens) {
			t := &s.tokens[r+1]
			if t.gap&(gHard|gQuote|gSlash|gApos) == 0 && (t.capital && t.lex.class&(cDay|cMonth|cRole|cStaff|cDoc) == 0 || t.lex.class&cConnect != 0 && t.lex.class&cAnd == 0) {
				return head{}, false
			}
		}
	}
	h := head{l: s.phraseStart(l), at: l, r: r}
	name := s.text(l, r)
	if len(name) > 80 {
		return head{}, false
	}
	if l == r && !s.callSign(i) && !s.suffixed(i) {
		// One word alone: short for a longer name, or "the Herald".
		if h.l == l || s.tokens[h.l].lex.class&cDet == 0 {
			return head{}, false
		}
		if s.isOwn(name) {
			h.own, h.name = true, s.a.Outlet
			return h, true
		}
		for _, k := range s.shapes {
			if strings.HasSuffix(k.name, name) && (len(k.name) == len(name) || k.name[len(k.name)-len(name)-1] == ' ') {
				h.source = k
				return h, true
			}
		}
		if c&cCommonTitle != 0 || s.tokens[h.l].lex.class&cThe == 0 {
			return head{}, false
		}
	}
	h.own = s.isOwn(name)
	h.shaky = c&cCommonTitle != 0 && c&cFirstTitle == 0
	h.source = s.remember(name)
	return h, true
}

// again returns the outlet found by its shape before that token i names once
// more, in full or by the last word of its name after "the".
func (s *reading) again(i int) (head, bool) {
	rest := s.a.Text[s.tokens[i].start:s.tokens[len(s.tokens)-1].end]
	for _, k := range s.shapes {
		if strings.HasPrefix(rest, k.name) {
			end := s.tokens[i].start + len(k.name)
			r := i
			for r < len(s.tokens) && s.tokens[r].end < end {
				r++
			}
			if r < len(s.tokens) && s.tokens[r].end == end {
				return head{source: k, at: i, r: r, l: s.phraseStart(i), own: s.isOwn(k.name)}, true
			}
		}
		last := k.name[strings.LastIndexByte(k.name, ' ')+1:]
		if len(last) < len(k.name) && s.text(i, i) == last && i > 0 && s.tokens[i-1].lex.class&cThe != 0 && s.tokens[i].gap&gHard == 0 {
			if i+1 < len(s.tokens) && s.tokens[i+1].capital && s.tokens[i+1].gap&(gHard|gApos) == 0 {
				continue
			}
			return head{source: k, at: i, r: i, l: s.phraseStart(i), own: s.isOwn(k.name)}, true
		}
	}
	return head{}, false
}

// apposition returns the unknown outlet that the press word at token i
// explains: "Perimeter Notes, a security blog", "the blog Perimeter Notes".
func (s *reading) apposition(i int) (head, bool) {
	if s.tokens[i].lex.sort == "" || s.tokens[i].capital && !s.x.nouns {
		return head{}, false
	}
	const most = 5
	det := i
	for n := 0; det > 0 && n < most; n++ {
		p := &s.tokens[det-1]
		if p.name >= 0 || s.tokens[det].gap&gHard != 0 || p.lex.class&(cPrep|cBound|cAux) != 0 {
			break
		}
		det--
		if p.lex.class&cDet != 0 {
			break
		}
	}
	isDet := s.tokens[det].lex.class&cDet != 0
	// the blog Perimeter Notes
	if l, r, ok := s.properName(i+1, 4); ok && isDet && s.tokens[i+1].gap&gHard == 0 && s.prefixing(i) {
		h := head{l: det, at: l, r: r}
		h.source = s.rememberSort(s.text(l, r), s.tokens[i].lex.sort)
		h.own = s.isOwn(h.name)
		return h, true
	}
	// a local paper, The Marlow Bay Packet
	if l, r, ok := s.properName(i+1, most); ok && isDet && s.tokens[i+1].gap&gHard == gComma && s.tokens[det].lex.class&cThe == 0 && (r+1 == len(s.tokens) || s.tokens[r+1].gap&gHard != 0) {
		if s.tokens[l].lex.class&cThe != 0 && l < r {
			l++
		}
		h := head{l: det, at: l, r: r}
		h.source = s.rememberSort(s.text(l, r), s.tokens[i].lex.sort)
		h.own = s.isOwn(h.name)
		return h, true
	}
	// Perimeter Notes, a security blog
	if isDet && det > 0 && s.explains(i) && s.tokens[det].gap&gComma != 0 && s.tokens[det].gap&(gHard&^gComma) == 0 && s.tokens[det].lex.class&cThe == 0 {
		l := det
		for n := 0; l > 0 && n < most; n++ {
			p := &s.tokens[l-1]
			if !p.capital || p.name >= 0 || n > 0 && s.tokens[l].gap&gHard != 0 || l-1 == 0 || p.lex.class&(cDay|cMonth) != 0 {
				break
			}
			l--
		}
		if l < det {
			h := head{l: s.phraseStart(l), at: l, r: det - 1}
			h.source = s.rememberSort(s.text(l, det-1), s.tokens[i].lex.sort)
			h.own = s.isOwn(h.name)
			return h, true
		}
	}
	return head{}, false
}

// explains reports whether the noun phrase of the press word at token i ends
// with it: a newspaper, not a newspaper editor.
func (s *reading) explains(i int) bool {
	if i+1 == len(s.tokens) || s.tokens[i+1].gap&gHard != 0 {
		return true
	}
	return s.tokens[i+1].lex.class&(cPrep|cBound|cRelative|cAdv|cAux) != 0
}

// prefixing reports whether the press word at token i stands before names as
// no other noun does: "agency" and "station" are also offices and railways.
func (s *reading) prefixing(i int) bool {
	if s.tokens[i].lex.sort != outlet.SortAgency {
		return true
	}
	return i > 0 && s.tokens[i-1].lex.class&cFill != 0 && s.tokens[i-1].lex.class&cPress == 0
}
