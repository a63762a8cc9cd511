package quote

// judge sets scare for each stretch of r that is nobody's words. The names of r are
// known already.
func (r *reading) judge() {
	m := fitted()
	r.talks()
	for k := range r.out {
		q := &r.out[k]
		if q.post {
			continue
		}
		s := r.signs(k)
		q.score = m.score(&s)
		q.scare = !q.dash && (q.score < 0 || r.entitles(q, &s) || r.nobodys(q, &s))
		if r.own != nil {
			q.scare = !q.dash && !r.plainlySaid(q) && (q.scare || r.namesThing(&s))
		}
	}
}

// entitles reports whether the words beside q make it a title or a nickname
// for certain: the film “…”; the so-called “…”; Paul “Red” Olsen.
func (r *reading) entitles(q *quoted, s *signs) bool {
	p := &r.paras[q.para]
	i := q.first - 1
	if r.shortened(q, p) || r.namesSpeaker(q) {
		return true
	}
	if i < p.tok || q.behind.close && s.endsAsSpeech() {
		return false
	}
	if r.list[i].kind == commaToken && i > p.tok {
		i--
	}
	if r.list[i].kind != wordToken {
		return false
	}
	few := s.group[groupLength] <= lengthToNine
	switch rl := r.role(i); {
	case rl&roleSoCalled != 0:
		return few
	case rl&roleWork != 0:
		return few && s.group[groupCase] != caseLower
	}
	return i == q.first-1 && s.group[groupLength] <= lengthTwo && r.nickname(q, p)
}

// shortened reports whether what q is called for short stands in brackets behind it: the
// “Harbour Workers’ Alliance” (HWA).
func (r *reading) shortened(q *quoted, p *paragraph) bool {
	i := q.last + 1
	return q.last-q.first <= mostWords+2 && r.list[q.first+1].upper && i+2 < p.tokEnd &&
		r.list[i].kind == openToken && r.list[i+1].shout && r.list[i+2].kind == closeToken
}

// namesSpeaker reports whether q is the name of who spoke the stretch before it: …,
// schrieb „Der Bote“.
func (r *reading) namesSpeaker(q *quoted) bool {
	k := int(r.list[q.first].row)
	return r.nouns && k > 0 && r.out[k-1].behind.subject.kind == namePhrase && r.out[k-1].behind.subject.from == q.first+1
}

// endsAsSpeech reports whether the stretch ends as one does that goes on with
// who said it.
func (s *signs) endsAsSpeech() bool {
	switch s.group[groupEnd] {
	case endsComma, endsStop, endsQuery, endsCommaOutside:
		return true
	}
	return false
}

// nickname reports whether q stands between the words of a name: Paul “Red” Olsen.
func (r *reading) nickname(q *quoted, p *paragraph) bool {
	if q.last+1 >= p.tokEnd {
		return false
	}
	i := q.first - 1
	if !r.list[i].upper || r.list[i].genitive || r.role(i)&(roleTitle|roleCap) != 0 || !r.inName(i) {
		return false
	}
	nick, family := &r.list[q.first+1], &r.list[q.last+1]
	return nick.upper && family.upper && !family.first
}

// signs returns the signs of stretch k. Those before it are judged already.
func (r *reading) signs(k int) signs {
	q := &r.out[k]
	p := &r.paras[q.para]
	var s signs
	r.inner(&s, q)
	r.outer(&s, q, p)
	cue := int32(-1)
	s.group[groupCueBefore], s.group[groupSubject], cue = r.cueBefore(q, p)
	s.group[groupCueAfter] = r.cueAfter(q, p)
	s.group[groupPlace] = placeOf(q.first == p.tok, s.group[groupAfter] == afterParagraph)
	s.group[groupSibling] = r.sibling(k, p)
	s.group[groupPrevious] = r.near(q, p)
	if q.single {
		s.group[groupShape] = shapeSingle
	}
	s.group[groupClosed] = r.closed(k)
	s.group[groupTitled] = r.titled(q, p)
	s.group[groupAgain] = r.again(k)
	s.group[groupMarks] = bucket(marksOne, int(p.qEnd-p.q), 1, 2, 3)
	s.group[groupTalk] = r.talk
	s.group[groupNoun] = r.nounBehind(&s, q, p)
	q.behind, q.ahead = r.cueBehind(q, p), r.cueAhead(q, p)
	s.group[groupAhead], s.group[groupBehind] = ahead(&q.ahead), behind(&q.behind)
	r.beside(&s, q, p, cue)
	return s
}

// placeOf returns the answer to groupPlace.
func placeOf(begins, ends bool) answer {
	switch {
	case begins && ends:
		return placeWhole
	case begins:
		return placeBegins
	case ends:
		return placeEnds
	}
	return placeInside
}

// closed returns the answer to groupClosed for stretch k.
func (r *reading) closed(k int) answer {
	q := &r.out[k]
	switch {
	case q.begun:
		return closedBegun
	case !q.open:
		return closedYes
	}
	if k+1 < len(r.out) {
		if next := &r.out[k+1]; next.para == q.para+1 && next.first == r.paras[next.para].tok {
			return closedNoReopened
		}
	}
	return closedNo
}

// beside sets the words beside q, where the text is English; cue is the token
// of the cue before it, -1 if there is none.
func (r *reading) beside(s *signs, q *quoted, p *paragraph, cue int32) {
	for i := range s.word {
		s.word[i] = -1
	}
	if !r.english {
		return
	}
	long := 0
	if s.group[groupLength] > lengthFour {
		long = wordBeforeLong
	}
	if i := q.first - 1; i >= p.tok && r.list[i].kind == wordToken {
		s.word[long+wordBefore] = r.list[i].row
	}
	if i := q.last + 1; i < p.tokEnd && r.list[i].kind == wordToken {
		s.word[long+wordAfter] = r.list[i].row
	}
	if cue >= 0 {
		s.word[long+wordCue] = r.list[cue].row
	}
}
