package credit

import "strings"

// insertion looks for the verb of v behind what is put in from token k on, or in it if that
// tells of their reporters.
func (s *reading) insertion(k int, v *verbSearch) (relation, bool) {
	if rel, ok := s.whoseReporters(v, k); ok {
		return rel, true
	}
	return s.resumed(k, v)
}

// whoseReporters returns the relation of the outlets of v if what is put in behind them, from
// token k on, says what their people did: The Herald, whose reporters saw the memo, put it.
func (s *reading) whoseReporters(v *verbSearch, k int) (relation, bool) {
	if k+2 >= len(s.tokens) || s.tokens[k].hard() != gComma || s.folded(k) != "whose" || v.c.doc {
		return relation{}, false
	}
	r := k + 1
	for r+1 < len(s.tokens) && s.tokens[r].is(cAdj) && !s.tokens[r].is(cRole) {
		r++
	}
	if !s.tokens[r].is(cRole) || s.tokens[r].hard() != 0 {
		return relation{}, false
	}
	return relation{cue: "whose " + s.folded(r), use: uVerb, from: v.g.l, to: r}, true
}

// witnesses reports whether a relative clause without commas begins at token k and says that
// somebody was there: who saw it.
func (s *reading) witnesses(k int) bool {
	_, n := s.ahead(k, uWitness)
	return n > 0
}

// afterWitness looks for the verb of v behind such a clause, which begins at token k: a CNN reporter
// who was in the room said.
func (s *reading) afterWitness(k int, v *verbSearch) (relation, bool) {
	const most = 12
	_, n := s.ahead(k, uWitness)
	for j := k + n; j <= k+most && s.follows(j); j++ {
		if t := &s.tokens[j]; t.name >= 0 || t.is(cBound) {
			break
		}
		if rel, ok, stop := s.verbAt(v, j); stop {
			return rel, ok
		}
	}
	return relation{}, false
}

// covers reports whether somebody is said, between commas, to write for g: Jane Roe, who covers
// the Senate for Politico, said.
func (s *reading) covers(g outletGroup) bool {
	if s.x.language != "en" || s.tokens[g.l].hard() != 0 {
		return false
	}
	k := s.writerExplained(g.l - 1)
	return k > 0 && s.nameStart(k) < k && s.follows(g.l)
}

// resumed looks for the verb of v with which a clause goes on after what is put
// in at token k, between commas, dashes or brackets.
func (s *reading) resumed(k int, v *verbSearch) (relation, bool) {
	const most, between = 24, 3
	mark := s.tokens[k].gap & (gComma | gDash | gOpen)
	switch {
	case mark == 0:
		mark = gComma
	case mark&gOpen != 0:
		mark = gClose
	}
	for j := k + 1; j < len(s.tokens) && j <= k+most; j++ {
		g := s.tokens[j].hard()
		if g&(gEnd|gColon) != 0 {
			break
		}
		if g&mark == 0 {
			continue
		}
		for i := j; i < len(s.tokens) && i <= j+between; i++ {
			if i > j && s.tokens[i].hard() != 0 {
				break
			}
			if rel, ok, stop := s.verbAt(v, i); stop {
				return rel, ok && (i > j || !strings.HasSuffix(rel.cue, "ing")) // not: denied it, saying
			}
			if !s.tokens[i].is(cAdv | cAux) {
				break
			}
		}
	}
	return relation{}, false
}
