package credit

import "strings"

// Outlets that work on one story: gemeinsam mit dem NDR hat die Zeitung 200 Protokolle ausgewertet;
// nach Recherchen von NDR und SZ, on the page of either.

// relatePartners credits the outlets of which nothing else is said than that another, which is credited,
// worked with them, or the article's own did.
func (s *reading) relatePartners() {
	for i := range s.heads {
		h := &s.heads[i]
		if s.rels[i].cue != "" || h.platform || h.own || h.ref || h.l == 0 || s.tokens[h.l].hard() != 0 {
			continue
		}
		q, from, ok := s.behind(h.l-1, uPartner)
		if !ok {
			continue
		}
		if j := s.partnerOf(i); j >= 0 {
			rel := s.rels[j]
			rel.from, rel.to, rel.together = from, h.r, rel.together || s.heads[j].own
			rel.saidFrom, rel.saidTo = 0, 0
			s.rels[i] = rel
		} else if s.weReport(from) {
			s.rels[i] = relation{cue: q.text, use: uVerb, from: from, to: h.r, together: true}
		}
	}
}

// partnerOf returns the head that is credited for what it did with head i, or -1: one that reported, not
// one that was told something.
func (s *reading) partnerOf(i int) int {
	const listens = uPerson | uInterview | uAir | uLabel | uVia | uBack
	for j := range s.heads {
		h, rel := &s.heads[j], &s.rels[j]
		if j == i || rel.cue == "" || h.platform {
			continue
		}
		if rel.use&uVerb != 0 || rel.use&(uWide|uShow) != 0 && rel.use&listens == 0 {
			return j
		}
	}
	return -1
}

// weReport reports whether the sentence, in which token i begins the phrase that names a partner, tells what
// the writers of the article found out: a verb of reporting stands in it, and a word for them.
func (s *reading) weReport(i int) bool {
	own, reports := false, false
	for k := range s.tokens {
		t := &s.tokens[k]
		switch {
		case t.is(cOwn) && !t.is(cDet), t.is(cOwn) && s.follows(k+1) && s.tokens[k+1].is(cPress|cFill|cRole):
			own = true
		case t.is(cScoop) && k < i && i-k <= 3:
			reports = true
		}
		if t.lex.id != 0 && !reports {
			_, n := s.ahead(k, uVerb)
			reports = n > 0
		}
	}
	return own && reports
}

// noteOwnGroup marks rel, which credits the outlets of g, if the article's own is one of them.
func (s *reading) noteOwnGroup(g outletGroup, rel *relation) {
	for i := g.first; i <= g.last; i++ {
		rel.together = rel.together || s.heads[i].own && !s.heads[i].ref
	}
}

// pastPartner returns the last token of the partner whose phrase begins at token k, between an outlet of v and
// its verb, or k if none does: SVT har tillsammans med Dagens Nyheter granskat. Of whose editor tells for several
// the verb is not theirs: an editor for CNN and other networks.
func (s *reading) pastPartner(v *verbSearch, k int) int {
	if r := s.pastOthers(k); r > k && (v.g.l == 0 || !s.tokens[v.g.l-1].is(cMember)) {
		return r
	}
	if s.tokens[k].lex.id == 0 {
		return k
	}
	_, n := s.ahead(k, uPartner)
	if n == 0 {
		return k
	}
	for i := range s.heads {
		if h := &s.heads[i]; h.l == k+n || h.at == k+n {
			return h.r
		}
	}
	return k
}

// pastOthers returns the last token of the words for unnamed others that tell the same, which begin with token
// k, or k: CNN and other news outlets report; CNN and several media outlets report.
func (s *reading) pastOthers(k int) int {
	const most = 3 // words for what they are
	if s.x.language != "en" || !s.follows(k+1) || s.tokens[k].hard() != 0 || s.folded(k) != "and" || !s.ofSeveral(k+1) {
		return k
	}
	for i := k + 2; i < k+2+most && s.follows(i); i++ {
		if t := &s.tokens[i]; t.name >= 0 || !t.is(cPress|cFill|cAdj) && s.folded(i) != "outlets" {
			break
		}
		if w := s.folded(i); strings.HasSuffix(w, "s") && w != "news" || w == "media" && !s.pressBehind(i) {
			return i
		}
	}
	return k
}

// ofSeveral reports whether token i says of those behind it that they are others, or several.
func (s *reading) ofSeveral(i int) bool {
	switch s.folded(i) {
	case "other", "several", "many", "multiple", "numerous", "various", "some":
		return true
	}
	return false
}

// pressBehind reports whether a word for outlets follows token i: media outlets.
func (s *reading) pressBehind(i int) bool {
	return s.follows(i+1) && (s.tokens[i+1].is(cPress) || s.folded(i+1) == "outlets" || s.folded(i+1) == "organizations")
}
