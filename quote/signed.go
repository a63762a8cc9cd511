package quote

import "wiretrace/article"

// Lists of what was said set who said it beside the words, with no verb: “We ran out of time.” Coach Marcus Oakes after the defeat;
// “The goat is fine.” (Elsa Teal, farmer); or in a line of its own.

const (
	mostSignature  = 24 // tokens of such words
	leastSpoken    = 3  // words of a stretch that is somebody's because of them
	leastSignature = 2  // stretches that are set so, where one alone may be chance
)

// A signedAs says how a stretch is signed.
type signedAs uint8

const (
	signedNot   signedAs = iota
	signedMark           // behind a dash or in brackets
	signedBare           // behind the end of its sentence
	signedBelow          // in the line below it
	signedAbove          // in the line above it
	manySigned
)

// signers notes who signs the stretches of the text that begin their paragraphs. What is signed is somebody's words.
func (r *reading) signers() {
	var count [manySigned]int
	below := signedNot
	for k := range r.out {
		q := &r.out[k]
		q.signed = signedNot
		if q.post {
			continue
		}
		p := &r.paras[q.para]
		if q.signer, q.signed = r.signerBehind(q, p); q.signed == signedNot {
			q.signer, q.signed = r.signerBeside(q, p, &below)
		}
		count[q.signed]++
	}
	for k := range r.out {
		q := &r.out[k]
		if q.signed > signedMark && count[q.signed] < leastSignature {
			q.signed = signedNot
		}
		if q.signed != signedNot && q.last-q.first-1 >= leastSpoken && r.endsSpoken(q) {
			q.scare = false
		}
	}
}

// signerBehind returns who signs q, which begins its paragraph, in what is left of that.
func (r *reading) signerBehind(q *quoted, p *paragraph) (phrase, signedAs) {
	i, end := q.last+1, r.withoutStop(p)
	if !r.opensParagraph(q, p) || i >= end || q.open || end-i > mostSignature {
		return phrase{}, signedNot
	}
	how := signedMark
	switch k := r.list[i].kind; {
	case k == dashToken:
		i++
	case k == openToken && r.list[end-1].kind == closeToken:
		i, end = i+1, end-1
	case k == stopToken, k == wordToken && r.endsSpoken(q):
		how = signedBare
		if k == stopToken {
			i++
		}
	default:
		return phrase{}, signedNot
	}
	s := r.signerIn(i, end)
	if s.kind == noPhrase {
		return s, signedNot
	}
	return s, how
}

// signerBeside returns who signs q, a paragraph of its own, in the line below it or above it. Where the first of the text has a name above
// it, all have; side says so once it is known.
func (r *reading) signerBeside(q *quoted, p *paragraph, side *signedAs) (phrase, signedAs) {
	if !r.opensParagraph(q, p) || q.last+1 < r.withoutStop(p) || q.open || !r.endsSpoken(q) {
		return phrase{}, signedNot
	}
	if *side == signedNot {
		*side = signedBelow
		if q.para > 0 && r.nameLine(&r.paras[q.para-1]).kind != noPhrase {
			*side = signedAbove
		}
	}
	at := int(q.para) + 1
	if *side == signedAbove {
		at = int(q.para) - 1
	}
	if at < 0 || at >= len(r.paras) {
		return phrase{}, signedNot
	}
	s := r.nameLine(&r.paras[at])
	if s.kind == noPhrase {
		return s, signedNot
	}
	return s, *side
}

// nameLine returns the person whom the line p names, and says no more of than who that is.
func (r *reading) nameLine(p *paragraph) phrase {
	if p.Kind != article.Prose || p.q < p.qEnd || p.tokEnd-p.tok < 2 || r.list[p.tokEnd-1].kind == stopToken {
		return phrase{}
	}
	s := r.signerIn(p.tok, p.tokEnd)
	if s.kind == noPhrase || s.to < p.tokEnd && r.list[s.to].kind == wordToken {
		return phrase{}
	}
	return s
}

// opensParagraph reports whether nothing but a number in a list stands before q in p.
func (r *reading) opensParagraph(q *quoted, p *paragraph) bool {
	i := p.tok
	if i < q.first && r.list[i].digit {
		i++
	}
	if i < q.first && i > p.tok && r.list[i].kind == stopToken {
		i++
	}
	return i == q.first
}

// withoutStop returns where the words of p end, the full stop behind them left out.
func (r *reading) withoutStop(p *paragraph) int32 {
	end := p.tokEnd
	for end > p.tok && r.list[end-1].kind == stopToken {
		end--
	}
	return end
}

// endsSpoken reports whether a sentence ends with q.
func (r *reading) endsSpoken(q *quoted) bool {
	switch last, _ := lastRune(r.tokens.text[q.Start:q.End]); last {
	case '.', '…', '!', '?':
		return true
	}
	return false
}

// signerIn returns the person whose name, behind what he is perhaps, begins the words [i, end), if no verb of theirs follows it.
func (r *reading) signerIn(i, end int32) phrase {
	if i >= end || end-i > mostSignature {
		return phrase{}
	}
	for j := i; j < end; j++ {
		switch r.list[j].kind {
		case stopToken, colonToken, quoteToken, unquoteToken:
			return phrase{}
		}
	}
	s := r.phraseRight(i, end)
	if s.kind != namePhrase || s.to-s.from < 2 || r.list[s.to-1].genitive || !r.namesSomebody(s) {
		return phrase{}
	}
	if s.to < end && r.list[s.to].kind == wordToken && r.role(s.to)&(rolePrep|roleSub) == 0 {
		return phrase{}
	}
	return s
}

// namesSomebody reports whether the name s of several words is not that of a house, a body or a place.
func (r *reading) namesSomebody(s phrase) bool {
	for i := s.from; i < s.to; i++ {
		if r.role(i)&(roleOrg|roleMedia|roleSite|roleDay|rolePlace|roleCap) != 0 {
			return false
		}
	}
	f := r.names.find(r, s.from, s.to, anySex)
	return f == nil || !f.org
}
