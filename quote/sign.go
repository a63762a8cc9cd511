package quote

import (
	"unicode"
	"unicode/utf8"
)

// talks sets r.talk to how many of the stretches of the text are of ten words or so.
func (r *reading) talks() {
	r.openings()
	long := 0
	for k := range r.out {
		if r.out[k].Len() >= 50 {
			long++
		}
	}
	switch {
	case long == 0:
		r.talk = 0
	case 3*long < len(r.out):
		r.talk = 1
	case 3*long < 2*len(r.out):
		r.talk = 2
	default:
		r.talk = 3
	}
}

// titled tells of a word before q that titles and nicknames follow.
func (r *reading) titled(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	if i < p.tok {
		return 0
	}
	v := uint8(1)
	if r.list[i].kind == commaToken {
		v = 2
		i--
	}
	for n := 0; i >= p.tok && n < 3; i-- {
		if r.list[i].kind != wordToken {
			return 0
		}
		if r.role(i)&roleName != 0 {
			return v
		}
		v = 3
		n++
	}
	return 0
}

// again reports whether another stretch nearby says the same as k, or begins
// so: a phrase that is taken up again, a quotation set once more in large type.
func (r *reading) again(k int) uint8 {
	const near = 12
	say := r.out[k].opening
	for j := max(0, k-near); j < min(len(r.out), k+near+1); j++ {
		if j != k && r.out[j].opening == say && say != 0 {
			return 1
		}
	}
	return 0
}

// openings notes a hash of the first words of each stretch, in which neither
// case nor punctuation counts.
func (r *reading) openings() {
	const most = 40 // bytes
	for k := range r.out {
		q := &r.out[k]
		h, letters := uint64(fnvStart), 0
		for _, c := range []byte(r.tokens.text[q.Start:min(q.End, q.Start+most)]) {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
				h = (h ^ uint64(c)) * fnvPrime
				letters++
			}
		}
		q.opening = 0
		if letters > 1 {
			q.opening = uint32(h>>32) | 1
		}
	}
}

// tongs tells of a noun behind q that q describes: the “gun violence” narrative.
func (r *reading) tongs(s *signs, q *quoted, p *paragraph) uint8 {
	i := q.last + 1
	if i >= p.tokEnd || r.list[i].kind != wordToken || r.list[i].first || r.role(i)&(roleFunction|roleSay|roleGer|roleAcc|roleAdv) != 0 {
		return 0
	}
	switch s.group[groupBefore] {
	case 16, 17, 7:
		return 1
	case 26, 24, 25:
		return 2
	}
	return 3
}

// inner sets the signs that the words of q give.
func (r *reading) inner(s *signs, q *quoted) {
	words, capitals, small, shouts, digits, stops := 0, 0, 0, 0, 0, 0
	for i := q.first + 1; i < q.last; i++ {
		t := &r.list[i]
		if t.kind == stopToken && i+1 < q.last {
			stops++
		}
		if t.kind != wordToken {
			continue
		}
		words++
		rl := r.role(i)
		switch {
		case t.shout:
			shouts++
			capitals++
		case t.upper:
			capitals++
		case t.digit:
			digits++
		case rl&(roleArt|rolePrep|roleConj|rolePart) == 0 || int(t.end-t.start) > 4:
			small++
		}
		if rl&roleI != 0 && !t.genitive {
			s.group[groupPerson] = 1
		}
		if rl&roleAux != 0 {
			s.group[groupVerb] = 1
		}
	}
	s.group[groupLength] = bucket(words, 1, 2, 3, 4, 6, 9, 14, 24)
	if stops > 0 {
		s.group[groupSentences] = 1
	}
	text := r.tokens.text
	first, _ := utf8.DecodeRuneInString(text[q.Start:])
	switch {
	case first == '[' || first == '(' || first == '…' || first == '.':
		s.group[groupCase] = 6
	case words > 0 && shouts == words:
		s.group[groupCase] = 4
	case words > 1 && small == 0 && capitals > 1:
		s.group[groupCase] = 2
	case words == 1 && capitals == 1:
		s.group[groupCase] = 3
	case words == digits:
		s.group[groupCase] = 5
	case unicode.IsUpper(first) || isMark(first):
		s.group[groupCase] = 1
	}
	last, _ := lastRune(text[q.Start:q.End])
	behind := byte(0)
	if q.to < len(text) {
		behind = text[q.to]
	}
	switch {
	case last == ',':
		s.group[groupEnd] = 0
	case last == '.' || last == '…':
		s.group[groupEnd] = 1
	case last == '?' || last == '!':
		s.group[groupEnd] = 2
	case last == '-' || last == '–' || last == '—':
		s.group[groupEnd] = 7
	case behind == ',' || behind == ';':
		s.group[groupEnd] = 4
	case behind == '.' || behind == '?' || behind == '!':
		s.group[groupEnd] = 5
	case behind == ':':
		s.group[groupEnd] = 6
	default:
		s.group[groupEnd] = 3
	}
}

// outer sets the signs of the words on either side of q.
func (r *reading) outer(s *signs, q *quoted, p *paragraph) {
	s.group[groupBefore] = r.kindBefore(q, p)
	i := q.last + 1
	if i >= p.tokEnd {
		return
	}
	t := &r.list[i]
	rl := r.role(i)
	var v uint8
	switch {
	case t.kind == stopToken:
		v = 1
	case t.kind == quoteToken:
		v = 2
	case t.kind == commaToken:
		v = 3
		if i+1 < p.tokEnd {
			if n := r.role(i + 1); n&(roleSay|rolePronoun) != 0 {
				v = 18
			}
		}
	case t.kind == colonToken:
		v = 4
	case t.kind == dashToken:
		v = 5
	case t.kind == openToken || t.kind == closeToken:
		v = 6
	case t.kind != wordToken:
		v = 1
	case int(t.start) == q.to:
		v = 17
	case t.first:
		v = 1
	case rl&roleSay != 0:
		v = 7
	case rl&roleGer != 0:
		v = 19
	case rl&(rolePronoun|roleI|roleWho) != 0 && rl&roleArt == 0:
		v = 8
	case rl&roleAcc != 0:
		v = 14
	case rl&roleAux != 0:
		v = 13
	case rl&roleSub != 0 && rl&rolePrep == 0:
		v = 12
	case rl&roleConj != 0 && rl&rolePrep == 0:
		v = 10
	case rl&rolePrep != 0:
		v = 11
	case rl&roleDet != 0:
		v = 15
	case t.upper:
		v = 9
	default:
		v = 16
	}
	s.group[groupAfter] = v
}

// kindBefore returns the answer for the token before q.
func (r *reading) kindBefore(q *quoted, p *paragraph) uint8 {
	i := q.first - 1
	if i < p.tok {
		return 0
	}
	t := &r.list[i]
	switch t.kind {
	case stopToken:
		return 1
	case quoteToken, unquoteToken:
		return 2
	case commaToken:
		return 3
	case colonToken:
		return 4
	case dashToken:
		return 5
	case openToken, closeToken:
		return 6
	}
	rl := r.role(i)
	switch {
	case t.genitive:
		return 7
	case rl&roleLabel != 0:
		return 10
	case rl&roleName != 0:
		return 12
	case rl&(roleSay|rolePost) != 0:
		return 8
	case rl&roleGer != 0:
		return 9
	case rl&roleThink != 0:
		return 11
	case rl&roleAcc != 0:
		return 13
	case rl&roleMedia != 0:
		return 14
	case rl&rolePoss != 0:
		return 17
	case rl&rolePrep != 0 && rl&roleSub != 0:
		return 18
	case rl&roleArt != 0 && rl&roleSub == 0:
		return 16
	case rl&roleAux != 0:
		return 15
	case rl&roleSub != 0:
		return 21
	case rl&rolePrep != 0:
		return 19
	case rl&roleConj != 0:
		return 20
	case rl&(rolePronoun|roleI|roleWho) != 0:
		return 22
	case rl&roleAdv != 0:
		return 23
	case rl&roleSite != 0 && t.upper:
		return 27
	case t.upper:
		return 24
	case t.digit:
		return 25
	}
	return 26
}
