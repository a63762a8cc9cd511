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
		r.talk = talkNone
	case 3*long < len(r.out):
		r.talk = talkFew
	case 3*long < 2*len(r.out):
		r.talk = talkHalf
	default:
		r.talk = talkMost
	}
}

// titled tells of a word before q that titles and nicknames follow.
func (r *reading) titled(q *quoted, p *paragraph) answer {
	i := q.first - 1
	if i < p.tok {
		return titledNo
	}
	v := titledWord
	if r.list[i].kind == commaToken {
		v = titledWordComma
		i--
	}
	for n := 0; i >= p.tok && n < 3; i-- {
		if r.list[i].kind != wordToken {
			return titledNo
		}
		if r.role(i)&roleName != 0 {
			return v
		}
		v = titledNear
		n++
	}
	return titledNo
}

// again reports whether another stretch nearby says the same as k, or begins
// so: a phrase that is taken up again, a quotation set once more in large type.
func (r *reading) again(k int) answer {
	const near = 12
	say := r.out[k].opening
	for j := max(0, k-near); j < min(len(r.out), k+near+1); j++ {
		if j != k && r.out[j].opening == say && say != 0 {
			return againYes
		}
	}
	return againNo
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

// nounBehind tells of a noun behind q that q describes: the “gun violence” narrative.
func (r *reading) nounBehind(s *signs, q *quoted, p *paragraph) answer {
	i := q.last + 1
	if i >= p.tokEnd || r.list[i].kind != wordToken || r.list[i].first || r.role(i)&(roleFunction|roleSay|roleGer|roleAcc|roleAdv) != 0 {
		return nounNo
	}
	switch s.group[groupBefore] {
	case beforeArticle, beforePossessive, beforeGenitive:
		return nounArticle
	case beforeWord, beforeCapital, beforeNumber:
		return nounAdjective
	}
	return nounOther
}

// inner sets the signs that the words of q give.
func (r *reading) inner(s *signs, q *quoted) {
	n := r.count(s, q)
	s.group[groupLength] = bucket(lengthOne, n.words, 1, 2, 3, 4, 6, 9, 14, 24)
	if n.stops > 0 {
		s.group[groupSentences] = sentencesMore
	}
	first, _ := utf8.DecodeRuneInString(r.tokens.text[q.Start:])
	s.group[groupCase] = n.capitalised(first)
	s.group[groupEnd] = r.ending(q)
}

// A wordCount is how many words of each kind stand in a stretch.
type wordCount struct {
	words, digits int
	capitals      int // with a capital first
	shouts        int // of capitals throughout
	small         int // in small letters, though headlines would give them a capital
	stops         int // ends of sentences before its own
}

// count counts the words of q. It notes in s whether q speaks in the first
// person and has an auxiliary.
func (r *reading) count(s *signs, q *quoted) (n wordCount) {
	for i := q.first + 1; i < q.last; i++ {
		t := &r.list[i]
		if t.kind == stopToken && i+1 < q.last {
			n.stops++
		}
		if t.kind != wordToken {
			continue
		}
		n.words++
		rl := r.role(i)
		switch {
		case t.shout:
			n.shouts++
			n.capitals++
		case t.upper:
			n.capitals++
		case t.digit:
			n.digits++
		case rl&(roleArt|rolePrep|roleConj|rolePart) == 0 || int(t.end-t.start) > 4:
			n.small++
		}
		if rl&roleI != 0 && !t.genitive {
			s.group[groupPerson] = personYes
		}
		if rl&roleAux != 0 {
			s.group[groupAuxiliary] = auxiliaryYes
		}
	}
	return n
}

// capitalised returns the answer to groupCase of words that begin with first.
func (n *wordCount) capitalised(first rune) answer {
	switch {
	case first == '[' || first == '(' || first == '…' || first == '.':
		return caseBracket
	case n.words > 0 && n.shouts == n.words:
		return caseShout
	case n.words > 1 && n.small == 0 && n.capitals > 1:
		return caseTitle
	case n.words == 1 && n.capitals == 1:
		return caseOneCapital
	case n.words == n.digits:
		return caseNumber
	case unicode.IsUpper(first) || isMark(first):
		return caseSentence
	}
	return caseLower
}

// ending returns the answer to groupEnd.
func (r *reading) ending(q *quoted) answer {
	text := r.tokens.text
	switch last, _ := lastRune(text[q.Start:q.End]); last {
	case ',':
		return endsComma
	case '.', '…':
		return endsStop
	case '?', '!':
		return endsQuery
	case '-', '–', '—':
		return endsDash
	}
	if q.to < len(text) {
		switch text[q.to] {
		case ',', ';':
			return endsCommaOutside
		case '.', '?', '!':
			return endsStopOutside
		case ':':
			return endsColonOutside
		}
	}
	return endsBare
}

// A roleRule gives the answer for a word that plays one of the parts any and
// one of also, if that is set, but none of not.
type roleRule struct {
	any, also, not role
	answer         answer
}

// ruled returns the answer of the first of rules that a word of role rl meets,
// and reports whether there is one.
func ruled(rules []roleRule, rl role) (answer, bool) {
	for i := range rules {
		x := &rules[i]
		if rl&x.any != 0 && rl&x.not == 0 && (x.also == 0 || rl&x.also != 0) {
			return x.answer, true
		}
	}
	return 0, false
}

// outer sets the signs of the words on either side of q.
func (r *reading) outer(s *signs, q *quoted, p *paragraph) {
	s.group[groupBefore] = r.kindBefore(q, p)
	s.group[groupAfter] = r.kindAfter(q, p)
}

// kindsAfter are the answers for words behind a stretch.
var kindsAfter = []roleRule{
	{any: roleSay, answer: afterSay},
	{any: roleGer, answer: afterGerund},
	{any: rolePronoun | roleI | roleWho, not: roleArt, answer: afterPronoun},
	{any: roleAcc, answer: afterAccording},
	{any: roleAux, answer: afterBe},
	{any: roleSub, not: rolePrep, answer: afterThat},
	{any: roleConj, not: rolePrep, answer: afterConjunction},
	{any: rolePrep, answer: afterPreposition},
	{any: roleDet, answer: afterArticle},
}

// kindAfter returns the answer for the token behind q.
func (r *reading) kindAfter(q *quoted, p *paragraph) answer {
	i := q.last + 1
	if i >= p.tokEnd {
		return afterParagraph
	}
	t := &r.list[i]
	switch t.kind {
	case quoteToken:
		return afterQuotation
	case commaToken:
		if i+1 < p.tokEnd && r.role(i+1)&(roleSay|rolePronoun) != 0 {
			return afterCue
		}
		return afterComma
	case colonToken:
		return afterColon
	case dashToken:
		return afterDash
	case openToken, closeToken:
		return afterBracket
	case wordToken:
	default:
		return afterSentence
	}
	switch {
	case int(t.start) == q.to:
		return afterAttached
	case t.first:
		return afterSentence
	}
	if v, ok := ruled(kindsAfter, r.role(i)); ok {
		return v
	}
	if t.upper {
		return afterCapital
	}
	return afterWord
}

// kindsBefore are the answers for words before a stretch.
var kindsBefore = []roleRule{
	{any: roleLabel, answer: beforeLabel},
	{any: roleName, answer: beforeName},
	{any: roleSay | rolePost, answer: beforeSay},
	{any: roleGer, answer: beforeGerund},
	{any: roleThink, answer: beforeThink},
	{any: roleAcc, answer: beforeAccording},
	{any: roleMedia, answer: beforeMedia},
	{any: rolePoss, answer: beforePossessive},
	{any: rolePrep, also: roleSub, answer: beforeAs},
	{any: roleArt, not: roleSub, answer: beforeArticle},
	{any: roleAux, answer: beforeBe},
	{any: roleSub, answer: beforeThat},
	{any: rolePrep, answer: beforePreposition},
	{any: roleConj, answer: beforeConjunction},
	{any: rolePronoun | roleI | roleWho, answer: beforePronoun},
	{any: roleAdv, answer: beforeAdverb},
}

// kindBefore returns the answer for the token before q.
func (r *reading) kindBefore(q *quoted, p *paragraph) answer {
	i := q.first - 1
	if i < p.tok {
		return beforeParagraph
	}
	t := &r.list[i]
	switch t.kind {
	case stopToken:
		return beforeSentence
	case quoteToken, unquoteToken:
		return beforeQuotation
	case commaToken:
		return beforeComma
	case colonToken:
		return beforeColon
	case dashToken:
		return beforeDash
	case openToken, closeToken:
		return beforeBracket
	}
	if t.genitive {
		return beforeGenitive
	}
	if v, ok := ruled(kindsBefore, r.role(i)); ok {
		return v
	}
	switch {
	case r.role(i)&roleSite != 0 && t.upper:
		return beforeSite
	case t.upper:
		return beforeCapital
	case t.digit:
		return beforeNumber
	}
	return beforeWord
}
