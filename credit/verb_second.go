package credit

// secondVerb looks for a verb of v that "and" or "but" ties to what its outlets are said to
// do first: The Herald sent a diver to the bridge and reported rust. An outlet says much of
// itself, so that for outlets alone it is one of reporting.
func (s *reading) secondVerb(v *verbSearch) (relation, bool) {
	const most = 16
	if v.c.doc || v.joint || v.absolute || s.x.language != "en" || !s.opensClause(v.g.l) {
		return relation{}, false
	}
	for k := v.end + 1; k < len(s.tokens) && k <= v.end+most; k++ {
		t := &s.tokens[k]
		if t.hard() != 0 || t.name >= 0 || t.is(cRelative|cNegation) {
			break
		}
		if w := s.folded(k); w == "and" || w == "but" {
			if rel, ok := s.addedVerb(v, k); ok {
				return rel, true
			}
		}
	}
	return relation{}, false
}

// opensClause reports whether a clause begins with token i: not with what Gannett owns.
func (s *reading) opensClause(i int) bool {
	return i == 0 || s.tokens[i].gap&(gHard|gEnd) != 0 || s.tokens[i-1].is(cBound)
}

// addedVerb is secondVerb for the verb behind the conjunction at token k, with nothing but
// words of time between them.
func (s *reading) addedVerb(v *verbSearch, k int) (relation, bool) {
	const between = 4
	for j := k + 1; j < len(s.tokens) && j <= k+between && s.tokens[j].hard() == 0; j++ {
		if rel, ok, stop := s.verbAt(v, j); stop {
			w := s.folded(j)
			finite := w == "wrote" || w[len(w)-1] == 'd' || w[len(w)-1] == 's' // not: ought to attend and report
			return rel, ok && finite && (rel.use&uVerb != 0 || v.c.role || v.c.name)
		}
		if !s.tokens[j].is(cAdv|cDay|cMonth|cPrep) && !s.tokens[j].number {
			break
		}
	}
	return relation{}, false
}
