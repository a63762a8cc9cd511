package quote

// Who speaks in English where the subject of the verb is not the name next to it.

// markPairs makes verbs of speech of those that are such with the word behind them, where
// a mark ends the two or "to" goes on: X went on: “…”; as X put it, “…”.
func (r *reading) markPairs() {
	pairs := r.table.pairs[r.lang]
	if len(pairs) == 0 || len(r.out) == 0 {
		return
	}
	for i := int32(0); i+2 < int32(len(r.list)); i++ {
		t := &r.list[i]
		if t.role&roleSayWith == 0 || t.upper || !pairs[pair{t.hash, r.list[i+1].hash}] {
			continue
		}
		if next := &r.list[i+2]; next.kind != wordToken || next.first || r.word(i+2) == "to" {
			t.role |= roleSay
		}
	}
}

// partsClauses reports whether token i is a mark that parts a clause from what follows it.
func (r *reading) partsClauses(i int32) bool {
	switch r.list[i].kind {
	case wordToken, quoteToken:
		return false
	}
	return true
}

// isPlace reports whether the name [from, to) is that of a state or a country, which
// behind the name of a town is nobody's: Salem, New Hampshire.
func (r *reading) isPlace(from, to int32) bool {
	return to-from <= 2 && from < to && r.role(to-1)&rolePlace != 0 && (to-from == 1 || r.role(from)&(roleGivenM|roleGivenF) == 0)
}

// behindTown reports whether the name p is that of a state or a country between commas
// behind the name of a town.
func (r *reading) behindTown(p phrase, hi int32) bool {
	return r.isPlace(p.from, p.to) && p.from > 1 && r.list[p.from-1].kind == commaToken && r.inName(p.from-2) &&
		p.to < hi && r.list[p.to].kind == commaToken
}

// daysTime reports whether token i is a day, or a part of one behind it, between a
// subject and its verb: Teal Thursday night | said.
func (r *reading) daysTime(i int32) bool {
	if !r.english || i == 0 || r.list[i].first {
		return false
	}
	if r.role(i)&roleDaytime != 0 && r.role(i-1)&roleDay != 0 {
		return true
	}
	return r.role(i)&roleDay != 0 && r.list[i].upper && r.role(i-1)&(roleDet|rolePrep) == 0
}

// sharedSubject returns the subject that the verb behind the conjunction at token i,
// no further back than lo, shares with the verb of speech before it, if that is a
// person next to that verb: which Teal had called a “disaster” | and promised to end.
func (r *reading) sharedSubject(i, lo int32) phrase {
	if !r.english || r.role(i)&roleConj == 0 || r.list[i].first {
		return phrase{}
	}
	v := r.speechBefore(i, lo) - 1
	for v >= lo && r.fills(v) {
		v--
	}
	if v < lo || !r.isPronoun(v) && !r.inName(v) {
		return phrase{}
	}
	if s := r.phraseLeft(v, lo); s.personal() && r.speaks(s) {
		return s
	}
	return phrase{}
}

// speechBefore returns the verb of speech before token i in its clause, no further back
// than lo, -1 if there is none.
func (r *reading) speechBefore(i, lo int32) int32 {
	const most = 30 // words between
	for v := i - 1; v >= lo && i-v < most; v-- {
		t := &r.list[v]
		switch t.kind {
		case unquoteToken:
			v = r.out[t.row].first
			continue
		case stopToken, colonToken:
			return -1
		}
		if t.small() && t.role&(roleSay|roleLabel) != 0 && t.role&roleNounToo == 0 {
			return v
		}
		if t.first {
			return -1
		}
	}
	return -1
}

// utterer returns whose the words are that the noun phrase s stands for: Teal | ’s last
// answer; Teal | ’s claim of a right.
func (r *reading) utterer(s phrase) phrase {
	if !r.english {
		return phrase{}
	}
	head := s.from
	for head < s.to && r.role(head)&rolePrep == 0 {
		head++
	}
	if head--; head <= s.from || !r.utterance(head) {
		return phrase{}
	}
	for g := head - 1; g >= s.from; g-- {
		if r.list[g].genitive {
			return r.ownerAt(g, s.from)
		}
	}
	return phrase{}
}

// utterance reports whether token i is a noun for words that somebody says or writes.
func (r *reading) utterance(i int32) bool {
	rl := r.role(i)
	return r.list[i].small() && rl&roleMedia != 0 && rl&roleNoun == 0
}

// ownerAt returns the name whose genitive token g is, no further back than lo.
func (r *reading) ownerAt(g, lo int32) phrase {
	if !r.inName(g) {
		return phrase{}
	}
	if s := r.phraseLeft(g, lo); s.kind == namePhrase && s.to == g+1 {
		return s
	}
	return phrase{}
}

// asserted returns the person of whose words the clause that ends with q tells by a noun,
// behind token after: because of Teal | ’s claim that the mayor “…”.
func (r *reading) asserted(q *quoted, p *paragraph, after int32) phrase {
	const most = 4 // words between the owner and the noun
	i := r.utteranceBefore(q, p, max(after, p.tok))
	if i < 0 {
		return phrase{}
	}
	for g := i - 1; g >= p.tok && i-g < most; g-- {
		if r.list[g].genitive {
			return r.ownerAt(g, p.tok)
		}
		if !r.list[g].small() || r.role(g)&roleFunction != 0 {
			break
		}
	}
	return phrase{}
}

// utteranceBefore returns the noun for somebody's words before q and behind token lo, with
// no verb of speech between it and q, -1 if there is none.
func (r *reading) utteranceBefore(q *quoted, p *paragraph, lo int32) int32 {
	const most = 14 // words between
	for i := q.first - 1; i > lo && q.first-i <= most; i-- {
		switch r.list[i].kind {
		case quoteToken, unquoteToken, stopToken:
			return -1
		case wordToken:
			if r.tellsOf(i, p) != tellsNothing {
				return -1
			}
			if r.utterance(i) {
				return i
			}
		}
	}
	return -1
}

// preferOther gives c the person who speaks q though the sentence has him neither before
// nor behind a verb of speech: by whom it is called so in the passive; whose claim it is.
func (r *reading) preferOther(c *cue, q *quoted, p *paragraph) {
	s := r.byWhom(q, p)
	if s.kind == noPhrase && c.tok < q.first && !c.subject.personal() && !r.mayBeSubject(c.subject) {
		s = r.asserted(q, p, c.tok)
	}
	if s.kind != noPhrase {
		c.subject = s
	}
}

// byWhom returns who is said to speak q in the passive: was asked by | Teal, “…”; seen by
// | Teal as a “…”; often called a “…” by | Teal.
func (r *reading) byWhom(q *quoted, p *paragraph) phrase {
	const near, reach = 4, 12
	v := q.ahead.tok
	if v <= p.tok || v+1 >= q.first || r.list[v].kind != wordToken {
		return r.behindBy(v, q, p)
	}
	by := v + 1
	switch {
	case r.word(by) != "by":
		if q.first-v > near {
			return phrase{}
		}
		return r.behindBy(v, q, p)
	case r.role(v)&(roleLabel|roleThink) != 0:
	case r.role(v-1)&roleAux == 0 || r.word(v) != "asked" && r.word(v) != "pressed" && r.word(v) != "told":
		return phrase{} // quoted by, which speaks of nobody who says it
	}
	if s := r.phraseRight(by+1, min(q.first, by+reach)); r.speaks(s) {
		return s
	}
	return phrase{}
}

// behindBy is byWhom for the words behind q, where token v before it puts a name on something.
func (r *reading) behindBy(v int32, q *quoted, p *paragraph) phrase {
	const reach = 12
	by := q.last + 1
	if v < 0 || v >= q.first || r.role(v)&roleLabel == 0 || by >= p.tokEnd || r.list[by].kind != wordToken || r.word(by) != "by" {
		return phrase{}
	}
	if s := r.phraseRight(by+1, min(p.tokEnd, by+reach)); r.speaks(s) {
		return s
	}
	return phrase{}
}

// whoLeft returns the phrase of which a clause without commas tells that ends with the
// noun phrase s, which cannot speak: an official | who spoke to discuss a strategy.
func (r *reading) whoLeft(s phrase, lo int32) phrase {
	const most = 30
	if !r.english || s.kind != nounPhrase || r.speaks(s) {
		return phrase{}
	}
	for j := s.from; j > lo && s.from-j < most && r.list[j].kind == wordToken && !r.list[j].first; j-- {
		if r.role(j)&roleWho != 0 && r.role(j)&(roleArt|rolePrep) == 0 {
			if before := r.phraseLeft(j-1, lo); r.speaks(before) {
				return before
			}
			break
		}
	}
	return phrase{}
}
