package credit

import (
	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// headline reports whether g begins a headline and a colon follows: AP: ...
func (s *reading) headline(g outletGroup, c compound) (relation, bool) {
	end := g.r
	if c.doc {
		end = c.end
	}
	if g.l != 0 || end+1 >= len(s.tokens) || s.tokens[end+1].gap&gColon == 0 || s.heads[g.first].outlet == nil {
		return relation{}, false
	}
	return relation{cue: ":", use: uVerb, from: g.l, to: end}, true
}

// headlineName appends the credit of an outlet that a headline begins with, in
// a form that running text does not take for it: AP: ...
func (s *reading) headlineName(dst []Credit) []Credit {
	const longest = 4
	for k := 1; k < min(longest+1, len(s.tokens)); k++ {
		if s.tokens[k].gap&gHard == 0 {
			continue
		}
		if s.tokens[k].gap&gHard != gColon || !word.AllCapital(s.text(0, k-1)) {
			break
		}
		if o := s.gazetteer.ByName(s.text(0, k-1)); o != nil && !s.isHome(o) && o.Kind != outlet.Platform {
			s.remind(sourceOf(o))
			dst = append(dst, sourceOf(o).credit(article.Span{Start: s.tokens[0].start, End: s.tokens[k-1].end}, ":"))
		}
		break
	}
	return dst
}

// photo reports whether g stands in the credit of a photograph: a word for one
// is beside it, in a line that is nothing else or in the same brackets.
func (s *reading) photo(g outletGroup) bool {
	const longest, before, after = 18, 5, 2
	for k := max(0, g.l-before); k <= min(len(s.tokens)-1, g.r+after); k++ {
		if s.tokens[k].lex.class&cPhoto == 0 || s.photosTold(k, g) {
			continue
		}
		if len(s.tokens) <= longest {
			return true
		}
		for b := g.l; b >= 0 && b > g.l-longest; b-- {
			if s.tokens[b].gap&gOpen != 0 {
				return true
			}
			if s.tokens[b].gap&gClose != 0 {
				break
			}
		}
	}
	return false
}

// photosTold reports whether the word for photographs at token k, before g, is one of a sentence
// that tells who published them: las imágenes, obtenidas por Antena 3, muestran.
func (s *reading) photosTold(k int, g outletGroup) bool {
	if !s.x.headfirst || k == 0 || k >= g.l || g.l == 0 || !s.tokens[k-1].is(cDet|cContracted) || s.tokens[k].hard() != 0 {
		return false
	}
	q, _, ok := s.behind(g.l-1, uBefore|uVerb)
	return ok && q.use&(uLabel|uAir) == 0
}

// via returns the name of the outlet through which the credit of head i runs.
func (s *reading) via(i int) string {
	u := s.rels[i].use
	if s.bracketedVia(i) {
		return s.heads[i+1].name
	}
	if u&uVia == 0 && !s.citedFor(i) {
		// Told X, in remarks carried by Y; told X, Y reported.
		return s.viaAmong(i, i+1, len(s.heads), func(v use) bool {
			return v&uBack != 0 || u&uPerson != 0 && (v&uVerb != 0 || v&(uWide|uPerson|uInterview|uVia) == uWide)
		})
	}
	// X, citing Y: the outlet before it; Citing Y, X said: the one after it.
	for j := i - 1; j >= 0; j-- {
		if name := s.viaAmong(i, j, j+1, func(v use) bool { return v&uVia == 0 }); name != "" {
			return name
		}
	}
	return s.viaAmong(i, i+1, len(s.heads), func(v use) bool { return v&(uVerb|uSay) != 0 })
}

// bracketedVia reports whether brackets right behind head i say through which outlet, the next head, the writer has what
// it told: the word from Marca (via Football Harland).
func (s *reading) bracketedVia(i int) bool {
	if s.x.language != "en" || i+1 >= len(s.heads) || s.rels[i+1].use&uLabel == 0 {
		return false
	}
	h, next := &s.heads[i], &s.heads[i+1]
	return next.l == h.r+2 && s.tokens[h.r+1].gap&gOpen != 0 && s.folded(h.r+1) == "via" && !next.own && !next.platform && next.name != h.name
}

// citedFor reports whether what head i is credited for is itself cited: The Herald reported,
// citing documents first published by The Post.
func (s *reading) citedFor(i int) bool {
	const most = 6 // words of what is cited
	from := s.rels[i].from
	for k := from - 1; k >= max(0, from-most) && s.tokens[k+1].hard() == 0; k-- {
		if q, _, ok := s.behind(k, uBefore); ok && q.use&uVia != 0 {
			return true
		}
	}
	return false
}

// viaAmong returns the name of the first of heads [from, to) that is credited by
// a use that fits and may be what the credit of head i runs through.
func (s *reading) viaAmong(i, from, to int, fits func(use) bool) string {
	for j := from; j < to; j++ {
		h, rel := &s.heads[j], &s.rels[j]
		if rel.cue != "" && !h.platform && !h.own && h.name != s.heads[i].name && fits(rel.use) {
			return h.name
		}
	}
	return ""
}

// passer returns the credit of an outlet without any other sign of being one
// than that it passes on what another reported, which rel credits: according to
// Harbour Daily, which cites the AFP.
func (s *reading) passer(rel *relation) (Credit, bool) {
	cites := rel.from
	if cites > 0 && s.tokens[cites-1].is(cRelative) {
		cites--
	}
	l, r := s.passerName(cites), cites-1
	if l > r || s.tokens[cites].hard()&^gComma != 0 {
		return Credit{}, false
	}
	cue, from, to := s.passerCue(l, r, rel)
	if cue == "" {
		return Credit{}, false
	}
	name := s.text(l, r)
	if len(name) > 80 || s.isOwn(name) {
		return Credit{}, false
	}
	src := s.remember(name)
	s.remind(src)
	return src.credit(article.Span{Start: s.tokens[from].start, End: s.tokens[to].end}, cue), true
}

// passerName returns the first token of the capitalised name that ends before
// token i, or i if there is none.
func (s *reading) passerName(i int) int {
	const most = 5
	l := i
	for l > 0 && i-l < most {
		p := &s.tokens[l-1]
		if !p.capitalWord() || p.is(cDay|cMonth|cPrep|cBound) || l < i && s.tokens[l].hard() != 0 {
			break
		}
		det := p.is(cDet)
		if det && (l == 1 || p.gap&gQuote == 0) {
			break
		}
		l--
		if det {
			break
		}
	}
	return l
}

// passerCue returns the cue of the outlet named by the tokens l to r, before
// that of rel, and the first and last token of cue and name; "" if it has none.
func (s *reading) passerCue(l, r int, rel *relation) (cue string, from, to int) {
	start := s.phraseStart(l)
	comma := s.tokens[r+1].gap&gComma != 0
	opens := start == 0 || s.tokens[start].hard() != 0
	if !opens {
		if s.tokens[start-1].is(cJoint) {
			return s.folded(start - 1), start - 1, r
		}
		const other = uVia | uPerson | uInterview | uLabel | uDoc
		marked := s.x.inverted && s.tokens[l].gap&gQuote != 0 && s.tokens[r+1].gap&gQuote != 0 // пишет «Край» со ссылкой на
		if q, f, ok := s.behind(start-1, uBefore|uVerb); ok && (comma || marked && q.use&uVerb != 0) && q.use&other == 0 {
			return q.text, f, r
		}
	}
	if !comma || !opens && !s.tokens[start-1].is(cBound) {
		return "", 0, 0
	}
	// Harbour Daily, citing the AFP, reported
	const reach = 10
	for k := rel.to + 1; k < len(s.tokens) && k <= rel.to+reach; k++ {
		if s.tokens[k].gap&gComma == 0 {
			continue
		}
		if q, n := s.ahead(k, uVerb); n > 0 {
			return q.text, start, k + n - 1
		}
		break
	}
	return "", 0, 0
}

// post looks for words that make the platform g the place where something was
// said: wrote on Facebook, but not: follow us on Facebook.
func (s *reading) post(g outletGroup) (relation, bool) {
	const reach = 9
	if g.l == 0 || s.tokens[g.l].gap&gHard != 0 || s.tokens[g.l-1].lex.class&cPostPrep == 0 {
		return relation{}, false
	}
	// The word of posting stands before it in its clause, or the platform
	// begins the clause: On Facebook she wrote.
	at := -1
	opens := g.l < 2 || s.tokens[g.l-1].gap&gHard != 0 || s.tokens[g.l-2].lex.class&cBound != 0
	for k := max(0, g.l-reach); k < min(len(s.tokens), g.r+1+reach); k++ {
		c := s.tokens[k].lex.class
		if c&cFollow != 0 {
			return relation{}, false
		}
		if c&cPost != 0 && (k < g.l-1 || at < 0 && opens) {
			at = k
		}
	}
	if at < 0 {
		return relation{}, false
	}
	return relation{cue: s.folded(at) + " " + s.folded(g.l-1), from: min(at, g.l-1), to: max(at, g.r)}, true
}
