package quote

// What stands on a stone, what a book is called, what anybody may say and the one word of a writer who distances himself from it
// are between marks as what somebody says is, and nobody's words.

// nobodys reports whether q, of which s are the signs, is nobody's words by what it is and what stands around it.
func (r *reading) nobodys(q *quoted, s *signs) bool {
	p := &r.paras[q.para]
	return r.inscribed(q, p) || r.saidByWhoever(q, p) || r.calledSo(q, p, s) || r.attributive(q, p, s)
}

// inscribed reports whether q is in capitals within a sentence that is not and that tells of no speech: words on
// a sign, a bell, a stone.
func (r *reading) inscribed(q *quoted, p *paragraph) bool {
	const leastWords, leastLetters = 2, 8
	if q.ahead.subject.kind != noPhrase || q.behind.subject.kind != noPhrase || q.first == p.tok || r.list[q.first-1].kind != wordToken {
		return false
	}
	words := 0
	for i := q.first + 1; i < q.last; i++ {
		if r.list[i].kind == wordToken {
			words++
		}
	}
	all, capitals := letters(r.tokens.text[q.Start:q.End])
	if words < leastWords || all < leastLetters || capitals < all {
		return false
	}
	around, shouted := letters(r.tokens.text[p.Start:q.Start])
	return 2*shouted < around
}

// fewWords is how many words a term has at most.
const fewWords = 3

// few reports whether q has at most so many tokens between its marks.
func (q *quoted) few(most int32) bool { return q.last-q.first-1 <= most }

// saidByWhoever reports whether q is a term that nobody in particular uses: Wer vom „…“ spricht; Whoever says “…”.
func (r *reading) saidByWhoever(q *quoted, p *paragraph) bool {
	if !q.few(fewWords) || q.first == p.tok || r.list[q.first-1].kind != wordToken {
		return false
	}
	for i := q.first - 1; i >= p.tok && r.list[i].kind == wordToken; i-- {
		if r.list[i].first || i == p.tok {
			return r.table.whoever[r.lang][r.list[i].row]
		}
	}
	return false
}

// calledSo reports whether the words behind q say that it is the title of a work: “…” is a novel; «…» heisst der Roman;
// « … » est le titre du film.
func (r *reading) calledSo(q *quoted, p *paragraph, s *signs) bool {
	const far = 4 // words up to what it is
	v := q.last + 1
	if s.group[groupLength] > lengthToNine || s.group[groupCase] == caseLower || s.endsAsSpeech() || v >= p.tokEnd || !r.list[v].small() {
		return false
	}
	if rl := r.role(v); rl&(roleAux|roleItSays) == 0 || rl&roleAux == 0 && v+1 < p.tokEnd && r.role(v+1)&roleImpersonal != 0 {
		return false
	}
	article := false
	for i := v + 1; i < min(v+1+far, p.tokEnd) && r.list[i].kind == wordToken; i++ {
		rl := r.role(i)
		if article && rl&(roleWork|roleName) != 0 {
			return true
		}
		article = article || rl&(roleArt|rolePoss) != 0
	}
	return false
}

// attributive reports whether q is one word that goes with the noun behind it and of whose speaker its sentence tells nothing:
// das „schnelle“ Boot; la « belle » affaire. The model has learnt that of English.
func (r *reading) attributive(q *quoted, p *paragraph, s *signs) bool {
	if r.english || !q.few(1) || s.group[groupCase] != caseLower || q.first == p.tok || q.last+1 >= p.tokEnd {
		return false
	}
	if s.group[groupCueBefore] != cueBeforeNone || q.behind.subject.kind != noPhrase || q.ahead.subject.kind != noPhrase {
		return false
	}
	before, after := &r.list[q.first-1], &r.list[q.last+1]
	if before.kind != wordToken || r.role(q.first-1)&(roleArt|rolePoss) == 0 || after.kind != wordToken {
		return false
	}
	return r.nouns == after.upper && r.role(q.last+1)&roleFunction == 0
}
