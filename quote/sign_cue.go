package quote

// The answers for a cue whose subject is of each phraseKind but noPhrase.
var (
	aheadSpeech  = [...]answer{namePhrase: aheadName, pronounPhrase: aheadPronoun, nounPhrase: aheadNoun}
	aheadThought = [...]answer{namePhrase: aheadNameThought, pronounPhrase: aheadPronounThought, nounPhrase: aheadNounThought}
	behindSpeech = [...]answer{namePhrase: behindName, pronounPhrase: behindPronoun, nounPhrase: behindNoun}
)

// ahead returns the answer for the cue before a stretch.
func ahead(c *cue) answer {
	switch {
	case c.tok < 0:
		return aheadNone
	case c.subject.kind == noPhrase:
		return aheadNoSubject
	case c.close:
		return aheadClose
	case c.thought:
		return aheadThought[c.subject.kind]
	}
	return aheadSpeech[c.subject.kind]
}

// behind returns the answer for the cue behind a stretch.
func behind(c *cue) answer {
	switch {
	case c.tok < 0:
		return behindNone
	case c.subject.kind == noPhrase:
		return behindNoSubject
	case c.close:
		return behindClose
	}
	return behindSpeech[c.subject.kind]
}

// A cueSearch is what is found in the words before a stretch, read backwards.
type cueSearch struct {
	cue, subject answer
	at           int32 // token of the cue, -1 if there is none
	media, name  int   // words between the stretch and such a word before it, -1 if there is none
}

// cueBefore looks in the sentence of q, backwards from it, for the words that
// tell of speech, and for what may be their subject. It returns the token of
// the cue too, -1 if there is none.
func (r *reading) cueBefore(q *quoted, p *paragraph) (cue, subject answer, at int32) {
	const far = 60
	f := cueSearch{at: -1, media: -1, name: -1}
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
		switch {
		case f.cue == cueBeforeNone:
			r.searchCue(&f, i, n, p)
		case f.subject == subjectNone:
			f.subject = r.subjectKind(i)
		}
		n++
		if t.first {
			break
		}
	}
	return f.best(), f.subject, f.at
}

// searchCue notes in f what the word at i, with n words between it and the
// stretch, tells of speech.
func (r *reading) searchCue(f *cueSearch, i int32, n int, p *paragraph) {
	rl := r.role(i)
	switch {
	case rl&roleAcc != 0:
		f.cue = bucket(cueBeforeAccording3, n, 6)
	case rl&roleLabel != 0 && !r.nounAt(i, p):
		f.cue = bucket(cueBeforeLabel0, n, 0, 3)
	case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
		f.cue = bucket(cueBeforeSay0, n, 0, 3, 8)
	case rl&roleGer != 0:
		f.cue = bucket(cueBeforeGerund0, n, 0, 3)
	case rl&roleThink != 0 && !r.nounAt(i, p):
		f.cue = bucket(cueBeforeThink0, n, 0, 3)
	}
	if f.cue != cueBeforeNone {
		f.at = i
	}
	if rl&roleMedia != 0 && f.media < 0 {
		f.media = n
	}
	if rl&roleName != 0 && f.name < 0 && n < 4 {
		f.name = n
	}
}

// subjectKind returns the answer to groupSubject for the word at i.
func (r *reading) subjectKind(i int32) answer {
	t, rl := &r.list[i], r.role(i)
	switch {
	case rl&rolePronoun != 0 && rl&roleArt == 0:
		return subjectPronoun
	case t.upper && !t.first && rl&(roleCap|roleFunction) == 0, t.upper && t.first && rl&(roleFunction|roleAdv|roleCap) == 0:
		return subjectCapital
	case rl&roleNoun != 0:
		return subjectNoun
	}
	return subjectNone
}

// best returns the cue, or where none is near a word that a title follows or
// one for what people read.
func (f *cueSearch) best() answer {
	switch f.cue {
	case cueBeforeNone:
	case cueBeforeSayFar, cueBeforeSay8, cueBeforeGerundFar, cueBeforeThinkFar:
		if f.name < 0 || f.name >= 3 {
			return f.cue
		}
	default:
		return f.cue
	}
	switch {
	case f.name >= 0:
		return bucket(cueBeforeName0, f.name, 0)
	case f.media >= 0:
		return bucket(cueBeforeMedia3, f.media, 4)
	}
	return f.cue
}

// cueAfter looks in the sentence of q, onwards from it.
func (r *reading) cueAfter(q *quoted, p *paragraph) answer {
	const far = 40
	n := 0
	for i := q.last + 1; i < p.tokEnd && n < far; i++ {
		t := &r.list[i]
		if t.kind == quoteToken || t.kind == stopToken || t.first {
			break
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(i)
		switch {
		case rl&roleAcc != 0:
			return bucket(cueAfterAccording3, n, 3)
		case rl&(roleSay|rolePost) != 0 && !r.nounAt(i, p):
			return bucket(cueAfterSay0, n, 0, 3, 8)
		case rl&(roleGer|roleThink|roleLabel) != 0 && !r.nounAt(i, p):
			return bucket(cueAfterOther3, n, 3)
		}
		n++
	}
	return cueAfterNone
}

// sibling tells of the stretch before k in its sentence, and whether only a
// comma or a conjunction parts them.
func (r *reading) sibling(k int, p *paragraph) answer {
	const far = 12 // words
	if k == int(p.q) {
		return siblingNone
	}
	q, b := &r.out[k], &r.out[k-1]
	words := 0
	for i := b.last + 1; i < q.first; i++ {
		t := &r.list[i]
		if t.kind == stopToken || t.first && i > b.last+1 {
			return siblingNone
		}
		if t.kind == wordToken {
			if r.role(i)&roleConj == 0 {
				words++
			}
			if words > far {
				return siblingNone
			}
		}
	}
	switch {
	case words == 0 && b.scare:
		return siblingScareJoined
	case words == 0:
		return siblingQuotationJoined
	case b.scare:
		return siblingScare
	}
	return siblingQuotation
}

// near tells of the sentence before that of q in its paragraph. It looks back
// some 60 tokens.
func (r *reading) near(q *quoted, p *paragraph) answer {
	i, left := q.first-1, 60
	for ; i >= p.tok && left > 0 && r.list[i].kind != stopToken; i-- {
		if t := &r.list[i]; t.kind == unquoteToken {
			if !r.out[t.row].scare {
				return previousQuotation
			}
			i = r.out[t.row].first
		}
		left--
	}
	if i < p.tok {
		return previousNone
	}
	return r.sentenceHolds(i-1, left, p)
}

// sentenceHolds returns the answer to groupPrevious for the sentence whose last
// token is i, of which it reads so many tokens at most.
func (r *reading) sentenceHolds(i int32, left int, p *paragraph) answer {
	for ; i >= p.tok && left > 0; i-- {
		t := &r.list[i]
		switch {
		case t.kind == stopToken:
			return previousOther
		case t.kind == unquoteToken && !r.out[t.row].scare:
			return previousQuotation
		case t.kind == unquoteToken:
			i = r.out[t.row].first
			continue
		case r.role(i)&roleSay != 0 && !r.nounAt(i, p):
			return previousSay
		}
		left--
	}
	return previousOther
}
