package quote

// ahead returns the answer for the cue before a stretch.
func ahead(c *cue) uint8 {
	switch {
	case c.tok < 0:
		return 0
	case c.subject.kind == noPhrase:
		return 1
	case c.close:
		return 2
	case c.thought:
		return 5 + uint8(c.subject.kind)
	}
	return 2 + uint8(c.subject.kind)
}

// behind returns the answer for the cue behind a stretch.
func behind(c *cue) uint8 {
	switch {
	case c.tok < 0:
		return 0
	case c.subject.kind == noPhrase:
		return 1
	case c.close:
		return 2
	}
	return 2 + uint8(c.subject.kind)
}

// cueBefore looks in the sentence of q, backwards from it, for the words that
// tell of speech, and for what may be their subject.
func (r *reading) cueBefore(q *quoted, p *paragraph) (cue, subject uint8, at int32) {
	at = -1
	const far = 60
	media, name := -1, -1
	n := 0
	for i := q.first - 1; i >= p.tok && n < far; i-- {
		t := &r.list[i]
		if t.kind == unquoteToken {
			i = r.out[t.row].first
			n++
			continue
		}
		if t.kind == stopToken {
			break
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(i)
		if cue == 0 {
			switch {
			case rl&roleAcc != 0:
				cue = 14 + bucket(n, 6)
			case rl&roleLabel != 0 && !r.nounAt(i, p):
				cue = 8 + bucket(n, 0, 3)
			case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
				cue = 1 + bucket(n, 0, 3, 8)
			case rl&roleGer != 0:
				cue = 5 + bucket(n, 0, 3)
			case rl&roleThink != 0 && !r.nounAt(i, p):
				cue = 11 + bucket(n, 0, 3)
			}
			if cue != 0 {
				at = i
			}
			if rl&roleMedia != 0 && media < 0 {
				media = n
			}
			if rl&roleName != 0 && name < 0 && n < 4 {
				name = n
			}
		} else if subject == 0 {
			switch {
			case rl&rolePronoun != 0 && rl&roleArt == 0:
				subject = 1
			case t.upper && !t.first && rl&(roleCap|roleFunction) == 0, t.upper && t.first && rl&(roleFunction|roleAdv|roleCap) == 0:
				subject = 2
			case rl&roleNoun != 0:
				subject = 3
			}
		}
		n++
		if t.first {
			break
		}
	}
	if cue == 0 || name >= 0 && name < 3 && (cue == 4 || cue == 3 || cue == 7 || cue == 13) {
		switch {
		case name >= 0:
			cue = 16 + bucket(name, 0)
		case media >= 0:
			cue = 18 + bucket(media, 4)
		}
	}
	return cue, subject, at
}

// cueAfter looks in the sentence of q, onwards from it.
func (r *reading) cueAfter(q *quoted, p *paragraph) uint8 {
	const far = 40
	n := 0
	for i := q.last + 1; i < p.tokEnd && n < far; i++ {
		t := &r.list[i]
		if t.kind == quoteToken {
			break
		}
		if t.kind == stopToken || t.first {
			break
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(i)
		switch {
		case rl&roleAcc != 0:
			return 7 + bucket(n, 3)
		case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
			return 1 + bucket(n, 0, 3, 8)
		case rl&(roleGer|roleThink|roleLabel) != 0 && !r.nounAt(i, p):
			return 5 + bucket(n, 3)
		}
		n++
	}
	return 0
}

// sibling tells of the stretch before k in its sentence, and whether only a
// comma or a conjunction parts them.
func (r *reading) sibling(k int, p *paragraph) uint8 {
	if k == int(p.q) {
		return 0
	}
	q, b := &r.out[k], &r.out[k-1]
	words := 0
	for i := b.last + 1; i < q.first; i++ {
		t := &r.list[i]
		if t.kind == stopToken || t.first && i > b.last+1 {
			return 0
		}
		if t.kind == wordToken {
			if r.role(i)&roleConj == 0 {
				words++
			}
			if words > 12 {
				return 0
			}
		}
	}
	v := uint8(1)
	if b.scare {
		v = 2
	}
	if words == 0 {
		v += 2
	}
	return v
}

// near tells of the sentence before that of q in its paragraph.
func (r *reading) near(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	n := 0
	for ; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		if t.kind == unquoteToken {
			if !r.out[t.row].scare {
				return 2
			}
			i = r.out[t.row].first
		}
		n++
	}
	if i < p.tok {
		return 0
	}
	for i--; i >= p.tok && n < 60; i-- {
		t := &r.list[i]
		if t.kind == stopToken {
			break
		}
		if t.kind == unquoteToken {
			if !r.out[t.row].scare {
				return 2
			}
			i = r.out[t.row].first
			continue
		}
		if t.kind == wordToken && r.role(i)&roleSay != 0 && !r.nounAt(i, p) {
			return 1
		}
		n++
	}
	return 3
}
