package quote

import "wiretrace/article"

// Whom a text in a Romance language has just named, where a noun of which nothing is known stands for him, or where only the sentence
// behind what opens the text names him.

// tradeFor returns the person whom the noun s behind q stands for, a trade perhaps, of which nothing is known but its article: the only one
// whom the sentence before q names, if it is the first to name him, and to use the noun. Llegó antes Juan Roble. «…», cuenta | el heladero.
func (r *reading) tradeFor(m *discourse, s phrase) *fullName {
	want, known := r.definite(s.from - 1)
	if !known || m.upTo > 0 || !r.mayBeTrade(s) {
		return nil
	}
	q, p := &r.out[m.now], &r.paras[m.para]
	end := q.first - 1
	if s.from < q.last || end <= p.tok || r.list[end].kind != stopToken {
		return nil
	}
	lo := r.clauseStart(p.tok, end)
	f := r.onlyNamed(lo, end)
	if f == nil || f.tok < lo || want != anySex && f.sex != anySex && f.sex != want {
		return nil
	}
	return f
}

// mayBeTrade reports whether s is one word in small letters of a Romance language of which nothing is known, and which the text has
// not used before.
func (r *reading) mayBeTrade(s phrase) bool {
	return r.romance && s.kind == nounPhrase && s.to-s.from == 1 && r.role(s.from) == 0 && r.list[s.from].small() && !r.occursBefore(s.from)
}

// occursBefore reports whether the word of token i occurs before it.
func (r *reading) occursBefore(i int32) bool {
	for k := range r.list[:i] {
		if r.list[k].hash == r.list[i].hash && r.list[k].kind == wordToken {
			return true
		}
	}
	return false
}

// onlyNamed returns the person whom the sentence [lo, hi) names, nil if it names several, none, or one whom a preposition governs.
func (r *reading) onlyNamed(lo, hi int32) (only *fullName) {
	for i := lo; i < hi; i++ {
		if r.list[i].kind == quoteToken {
			return nil
		}
		if !r.inName(i) {
			continue
		}
		to := r.runRight(i, hi)
		if from, to := r.person(i, to); to-from > 1 && r.personal(phrase{from, to, namePhrase}) {
			f := r.names.find(r, from, to, anySex)
			if f == nil || f.org || only != nil || r.afterPrep(i, lo) {
				return nil
			}
			only = f
		}
		i = to - 1
	}
	return only
}

// namedNext returns the person with whose name the sentence behind q begins, where q opens the text and nobody has been named before:
// «Parto a Pasqua». Corrado Berni, sindaco, annuncia l'addio.
func (r *reading) namedNext(m *discourse, q *quoted, p *paragraph) string {
	i := q.last + 1
	if !r.romance || q.first != p.tok || p.Kind != article.Prose || m.speaker != "" || i >= p.tokEnd {
		return ""
	}
	if r.list[i].kind == stopToken {
		i++
	}
	if i+2 >= p.tokEnd || !r.startsSentence(i) || !r.inName(i) {
		return ""
	}
	to := r.runRight(i, p.tokEnd)
	if to-i < 2 || r.breaksOff(to, p.tokEnd) || !r.personal(phrase{i, to, namePhrase}) {
		return ""
	}
	f := r.names.find(r, i, to, anySex)
	if f == nil || f.org {
		return ""
	}
	return f.text
}

// breaksOff reports whether neither a comma nor a word in small letters stands at token i, or words between marks follow it in its
// sentence, before token hi.
func (r *reading) breaksOff(i, hi int32) bool {
	if i >= hi || r.list[i].kind != commaToken && !r.list[i].small() {
		return true
	}
	for ; i < hi && r.list[i].kind != stopToken; i++ {
		if r.list[i].kind == quoteToken {
			return true
		}
	}
	return false
}
