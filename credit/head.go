package credit

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A head is an outlet in a sentence: the noun phrase that names it or refers
// back to it.
type head struct {
	source
	l, r     int  // first and last token of the noun phrase: the Spanish daily El País
	at       int  // token at which the name itself begins
	own      bool // the article's own outlet
	ref      bool // refers to an outlet named before: the newspaper
	shaky    bool // found by a shape that other names share
	platform bool
}

// findHeads fills s.heads with the outlets of the sentence, in order.
func (s *creditReading) findHeads() {
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
func (s *creditReading) mentioned(i int) head {
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

// contracted reports whether an article may have been lost to the word before
// token i, which is capitalised.
func (s *creditReading) contracted(i int) bool {
	return s.x.contracts && s.tokens[i].capital && i > 1 && s.tokens[i-1].lex.class&cContracted != 0
}

// articled returns the outlet whose name begins with an article that the word
// before token i has swallowed: au Figaro, du Monde. It is none after another
// name: the Coupe du Monde.
func (s *creditReading) articled(i int) (head, bool) {
	if s.tokens[i].gap&gHard != 0 || s.tokens[i-2].capital || s.tokens[i].end-s.tokens[i].start > longestName {
		return head{}, false
	}
	o := s.gazetteer.ByName("Le " + s.text(i, i))
	if o == nil || o.Kind != outlet.Publisher || !strings.HasPrefix(o.Name, "Le ") {
		return head{}, false
	}
	return head{source: sourceOf(o), own: o == s.home, at: i, r: i, l: i}, true
}

func sourceOf(o *outlet.Outlet) source {
	return source{outlet: o, name: o.Name, sort: o.Sort, country: o.Country}
}

func trimThe(s string) string {
	for _, the := range [...]string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(s, the); ok && rest != "" {
			return rest
		}
	}
	return s
}

// isOwn reports whether name is the article's own outlet: all its words are
// among those of the outlet's name.
func (s *creditReading) isOwn(name string) bool {
	if len(s.own) == 0 || len(name) > 100 {
		return false
	}
	n := 0
	for _, w := range strings.Fields(word.FoldName(name)) {
		if w != "the" && !slices.Contains(s.own, w) {
			return false
		}
		n++
	}
	return n > 0
}

// phraseStart returns the first token of the noun phrase whose name begins at
// token i: its determiner, adjectives, and nouns such as "newspaper".
func (s *creditReading) phraseStart(i int) int {
	const most = 8
	for n := 0; i > 0 && n < most; n++ {
		p := &s.tokens[i-1]
		if p.name >= 0 || s.tokens[i].gap&gHard != 0 {
			break
		}
		c := p.lex.class
		if c&cNounPhrase == 0 {
			// Spain's El País
			if c&cPossessive != 0 && s.tokens[i-1].gap&gApos != 0 && i >= 2 && s.tokens[i-2].capital && s.tokens[i-2].name < 0 {
				i -= 2
				for i > 0 && s.tokens[i].gap&^gDot == 0 && s.tokens[i-1].capital && s.tokens[i-1].name < 0 {
					i-- // the U.K.'s
				}
				break
			}
			break
		}
		i--
		if c&cDet != 0 {
			break
		}
	}
	return i
}

// reference returns the outlet named before to which the press word at token i
// refers: "the newspaper", "the cited outlet", "the British paper".
func (s *creditReading) reference(i int) (head, bool) {
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

// fits reports whether an outlet of sort is may be called a word for want.
// Newspapers and stations all have sites.
func fits(want, is outlet.Sort) bool {
	switch {
	case want == "" || is == "" || want == is:
		return true
	case want == outlet.SortDigital:
		return is == outlet.SortNewspaper || is == outlet.SortBroadcaster || is == outlet.SortMagazine
	case want == outlet.SortNewspaper || want == outlet.SortMagazine:
		return is == outlet.SortDigital || is == outlet.SortNewspaper // a weekly may be either
	}
	return false
}
