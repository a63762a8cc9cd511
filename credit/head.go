package credit

import (
	"slices"
	"strings"

	"wiretrace/outlet"
)

// findHeads fills s.heads with the outlets of the sentence, in order.
func (s *reading) findHeads() {
	s.heads = s.heads[:0]
	for i := 0; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if t.name >= 0 {
			if s.spent[t.name] {
				continue
			}
			s.heads = append(s.heads, s.mentioned(i))
			continue
		}
		c := t.lex.class
		if s.contracted(i) {
			if h, ok := s.articled(i); ok {
				s.heads = append(s.heads, h)
				continue
			}
		}
		if t.capital && len(s.shapes) > 0 {
			if h, ok := s.again(i); ok {
				s.heads = append(s.heads, h)
				i = h.r
				continue
			}
		}
		switch {
		case c&(cTitle|cFirstTitle) != 0 && t.capital, t.capital && (s.callSign(i) || s.suffixed(i)):
			if h, ok := s.shape(i); ok {
				s.heads = append(s.heads, h)
				i = max(i, h.r)
			}
		case c&cPress != 0:
			if h, ok := s.apposition(i); ok {
				s.heads = append(s.heads, h)
				i = max(i, h.r)
			} else if h, ok := s.reference(i); ok {
				s.heads = append(s.heads, h)
			}
		}
	}
	// A name found by its apposition may come after one found further right.
	slices.SortStableFunc(s.heads, func(a, b head) int { return a.at - b.at })
}

// mentioned returns the head of the mention that is token i.
func (s *reading) mentioned(i int) head {
	m := &s.mentions[s.tokens[i].name]
	h := head{at: i, r: i, l: s.phraseStart(i)}
	if m.Outlet == nil {
		h.name = strings.Clone(trimThe(s.a.Text[m.Start:m.End]))
		h.own = s.isOwn(h.name)
		return h
	}
	h.source = sourceOf(m.Outlet)
	h.own = m.Outlet == s.home || s.home == nil && s.isOwn(m.Outlet.Name)
	h.platform = m.Outlet.Kind == outlet.Platform
	// "the Associated Press (AP)": the abbreviation says nothing new.
	if i+1 < len(s.tokens) && s.tokens[i+1].name >= 0 && s.tokens[i+1].gap&gOpen != 0 {
		if n := s.mentions[s.tokens[i+1].name]; n.Outlet == m.Outlet {
			s.spent[s.tokens[i+1].name] = true
			h.r = i + 1
		}
	}
	return h
}

// reference returns the outlet named before to which the press word at token i
// refers: "the newspaper", "the cited outlet", "the British paper".
func (s *reading) reference(i int) (head, bool) {
	t := &s.tokens[i]
	if t.capital && !s.x.nouns && i > 0 {
		return head{}, false
	}
	// Something named follows: the newspaper El País, the agency's name.
	if i+1 < len(s.tokens) {
		n := &s.tokens[i+1]
		if n.gap&gHard == 0 && (n.name >= 0 || n.capital && !s.x.nouns) || n.name >= 0 && n.gap&(gHard&^gOpen) == 0 {
			return head{}, false
		}
		if n.gap&gHard == 0 && n.lex.class&cPress != 0 {
			return head{}, false // news agency: the last word counts
		}
	}
	l := s.phraseStart(i)
	d := s.tokens[l].lex.class
	if l == i || d&(cThe|cOwn) == 0 {
		// contó al diario
		if d&cDet != 0 && l < i || l == 0 || s.tokens[l-1].lex.class&cContracted == 0 || s.tokens[l].gap&gHard != 0 {
			return head{}, false
		}
		d = cThe
	}
	country := ""
	for k := l; k < i; k++ {
		if c := s.tokens[k].lex.country; c != "" {
			country = c
		}
	}
	h := head{l: l, at: i, r: i, ref: true}
	if d&cOwn != 0 && len(s.own) > 0 {
		// "this newspaper" is the one that speaks.
		h.own, h.name = true, s.a.Outlet
		return h, true
	}
	// What is known to fit goes before what may.
	for _, sure := range [...]bool{true, false} {
		for k := len(s.credited) - 1; k >= 0; k-- {
			c := s.credited[k]
			if c.kind() == outlet.Platform || !fits(t.lex.sort, c.sort) || country != "" && c.country != "" && c.country != country {
				continue
			}
			if sure && (t.lex.sort != "" && c.sort == "" || country != "" && c.country == "") {
				continue
			}
			h.source = c
			return h, true
		}
	}
	return head{}, false
}
