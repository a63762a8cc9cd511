package quote

// judge sets scare for each stretch of r that is nobody's words.
func (r *reading) judge() {
	m := fitted()
	r.names.fill(r)
	r.talks()
	for k := range r.out {
		q := &r.out[k]
		if q.post {
			continue
		}
		s := r.signs(k)
		q.score = m.score(&s)
		q.scare = q.score < 0 || r.entitles(q, &s)
	}
}

// entitles reports whether the words beside q make it a title or a nickname
// for certain: the film “…”; the so-called “…”; Paul “Red” Olsen.
func (r *reading) entitles(q *quoted, s *signs) bool {
	p := &r.paras[q.para]
	i := q.first - 1
	if i < p.tok || q.behind.close && s.group[groupEnd] <= 4 && s.group[groupEnd] != 3 {
		return false
	}
	const fewWords = 5 // answer of groupLength for nine words and fewer
	if r.list[i].kind == commaToken && i > p.tok {
		i--
	}
	switch rl := r.role(i); {
	case r.list[i].kind != wordToken:
	case rl&roleSoCalled != 0:
		return s.group[groupLength] <= fewWords
	case rl&roleWork != 0:
		return s.group[groupLength] <= fewWords && s.group[groupCase] != 0
	case i == q.first-1 && r.list[i].upper && s.group[groupLength] <= 1 && q.last+1 < p.tokEnd:
		n := &r.list[q.last+1]
		return n.kind == wordToken && n.upper && !n.first && r.list[q.first+1].upper && r.role(i)&(roleTitle|roleCap) == 0 && r.inName(i) && !r.list[i].genitive
	}
	return false
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
	begins, ends := q.first == p.tok, s.group[groupAfter] == 0
	switch {
	case begins && ends:
		s.group[groupPlace] = 3
	case begins:
		s.group[groupPlace] = 1
	case ends:
		s.group[groupPlace] = 2
	}
	s.group[groupSibling] = r.sibling(k, p)
	s.group[groupNear] = r.near(q, p)
	if q.single {
		s.group[groupShape] = 1
	}
	switch {
	case q.begun:
		s.group[groupOpen] = 3
	case q.open && k+1 < len(r.out) && r.out[k+1].para == q.para+1 && r.out[k+1].first == r.paras[q.para+1].tok:
		s.group[groupOpen] = 2
	case q.open:
		s.group[groupOpen] = 1
	}
	s.group[groupTitled] = r.titled(q, p)
	s.group[groupAgain] = r.again(k)
	s.group[groupMarks] = bucket(int(p.qEnd-p.q), 1, 2, 3)
	s.group[groupTalk] = r.talk
	s.group[groupTongs] = r.tongs(&s, q, p)
	q.behind, q.ahead = r.cueBehind(q, p), r.cueAhead(q, p)
	s.group[groupAhead], s.group[groupBehind] = ahead(&q.ahead), behind(&q.behind)
	for i := range s.word {
		s.word[i] = -1
	}
	if r.lang == 0 {
		long := 0
		if s.group[groupLength] > 3 {
			long = wordBeforeLong
		}
		if i := q.first - 1; i >= p.tok {
			s.word[long+wordBefore] = r.list[i].row
			if r.list[i].kind != wordToken {
				s.word[long+wordBefore] = -1
			}
		}
		if i := q.last + 1; i < p.tokEnd && r.list[i].kind == wordToken {
			s.word[long+wordAfter] = r.list[i].row
		}
		if cue >= 0 {
			s.word[long+wordCue] = r.list[cue].row
		}
	}
	return s
}
