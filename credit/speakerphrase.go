package credit

// longest is the number of words that a noun phrase may have here.
const longest = 12

// phraseLeft returns the noun phrase that ends with token i, going back no
// further than lo: a name without its titles, a pronoun, or a noun with the
// words that belong to it.
func (r *reading) phraseLeft(i, lo int32) phrase {
	if i < lo || r.list[i].kind != wordToken {
		return phrase{}
	}
	rl := r.role(i)
	t := &r.list[i]
	switch {
	case r.isPronoun(i):
		return phrase{i, i + 1, pronounPhrase}
	case rl&roleI != 0 && !t.genitive:
		return phrase{}
	case r.inName(i):
		run := r.runLeft(i, lo)
		from, to := r.person(run, i+1)
		if run > lo && r.list[run-1].kind == wordToken && r.role(run-1)&rolePrep != 0 || run > lo+1 && r.list[run-1].kind == wordToken && r.role(run-1)&roleDet != 0 && r.list[run-2].kind == wordToken && r.role(run-2)&rolePrep != 0 {
			if p := r.headLeft(run, lo); p.kind != noPhrase {
				if p.kind == nounPhrase {
					p.to = i + 1
				}
				return p
			}
		}
		if from == to {
			if run == i && r.names.find(r.word(i), r.word(i), i, anySex) != nil {
				return phrase{i, i + 1, namePhrase} // Steve King: King said
			}
			return phrase{run, i + 1, nounPhrase} // the President
		}
		return phrase{from, to, namePhrase}
	case rl&(roleFunction|roleAdv) != 0 && rl&roleNoun == 0:
		return phrase{}
	}
	// A noun in small letters: its adjectives, nouns and owners before it.
	from := i
	for j := i - 1; j >= lo && i-j < longest; j-- {
		t := &r.list[j]
		if t.kind != wordToken {
			break
		}
		rl := r.role(j)
		if rl&roleDet != 0 && rl&roleNoun == 0 {
			if p := r.headLeft(j, lo); p.kind != noPhrase {
				if p.kind == nounPhrase {
					p.to = i + 1
				}
				return p
			}
			return phrase{from, i + 1, nounPhrase}
		}
		if rl&rolePrep != 0 {
			if p := r.headLeft(j+1, lo); p.kind != noPhrase {
				if p.kind == nounPhrase {
					p.to = i + 1
				}
				return p
			}
			break
		}
		if rl&(roleFunction|roleCue|roleAcc) != 0 && rl&(roleNoun|roleMedia) == 0 || r.verbLike(j, i+1) {
			break
		}
		from = j
	}
	return phrase{from, i + 1, nounPhrase}
}

// headLeft returns the phrase before the preposition that ends at token i, of
// which the words from i on are a part: friends of | Trump.
func (r *reading) headLeft(i, lo int32) phrase {
	j := i - 1
	if j >= lo && r.list[j].kind == wordToken && r.role(j)&roleDet != 0 && r.role(j)&rolePrep == 0 {
		j--
	}
	if j <= lo || r.list[j].kind != wordToken || r.role(j)&rolePrep == 0 || r.role(j)&(roleSub|roleConj) != 0 || r.list[j].first {
		return phrase{}
	}
	k := j - 1
	if r.list[k].kind != wordToken || r.role(k)&(roleFunction|roleAdv) != 0 && r.role(k)&roleNoun == 0 || r.role(k)&roleCue != 0 && r.role(k)&roleNoun == 0 && !r.list[k].upper {
		return phrase{}
	}
	if i-lo > 4*longest {
		lo = i - 4*longest // headLeft and phraseLeft call each other: a bound on how far
	}
	p := r.phraseLeft(k, lo)
	if p.kind == pronounPhrase {
		return phrase{}
	}
	return p
}

// isPronoun reports whether token i stands for a person: he, not the German article die.
func (r *reading) isPronoun(i int32) bool {
	rl := r.role(i)
	return rl&rolePronoun != 0 && rl&(roleArt|rolePrep|rolePoss) == 0
}

// phraseRight returns the noun phrase that begins with token i, before hi.
func (r *reading) phraseRight(i, hi int32) phrase {
	start := i
	for i < hi && i-start < 4 && r.list[i].kind == wordToken && r.role(i)&roleDet != 0 && !r.isPronoun(i) && !(r.list[i].upper && r.inName(i) && i > start) {
		i++
		if i+1 < hi && r.list[i].kind == wordToken && r.role(i)&rolePrep != 0 && r.role(i+1)&roleDet != 0 {
			i++ // one of those advisers
		}
	}
	if i >= hi || r.list[i].kind != wordToken {
		return phrase{}
	}
	if r.isPronoun(i) {
		return phrase{i, i + 1, pronounPhrase}
	}
	if rl := r.role(i); rl&(roleFunction|roleAdv|roleAcc) != 0 && rl&(roleNoun|roleTitle) == 0 && !r.inName(i) {
		return phrase{}
	}
	// Words up to the first that cannot belong to it; runs of capitals within are names.
	bare := i == start // without an article before it
	name := phrase{}
	end := i
	for j := i; j < hi && j-i < longest; {
		t := &r.list[j]
		if t.kind != wordToken || t.first && j > i {
			break
		}
		if r.inName(j) {
			to := r.runRight(j, hi)
			if from, to := r.person(j, to); from < to {
				name = phrase{from, to, namePhrase}
			}
			end = to
			if r.list[to-1].genitive {
				name = phrase{}
			}
			j = to
			continue
		}
		rl := r.role(j)
		if rl&(roleFunction|roleAcc|roleAdv) != 0 && rl&(roleNoun|roleTitle) == 0 && !(rl&rolePart != 0 && j > i) {
			break
		}
		if rl&roleCue != 0 && rl&(roleNoun|roleTitle) == 0 && (bare || j > i || rl&(roleNounToo|roleMedia) == 0) {
			break
		}
		if j > i && r.verbLike(j, hi) {
			break
		}
		if name.kind != noPhrase && rl&(roleNoun|roleTitle|roleMedia|roleOrg) == 0 {
			break // said Smith smiling
		}
		end = j + 1
		j++
	}
	if end == i {
		return phrase{}
	}
	p := phrase{i, end, nounPhrase}
	if name.kind != noPhrase && name.to == end {
		p = name
	}
	if p.kind == namePhrase {
		return p
	}
	// the chief of police, Dana Whitlock
	k := end
	for n := 0; k < hi && n < 10 && r.list[k].kind == wordToken && !r.list[k].first; n++ {
		rl := r.role(k)
		if rl&(rolePrep|roleArt|rolePoss) == 0 && n == 0 || rl&(roleCue|roleSub|roleConj|roleWho) != 0 && rl&(rolePrep|roleArt) == 0 {
			break
		}
		k++
	}
	if k+1 < hi && r.list[k].kind == commaToken && r.inName(k+1) {
		if from, to := r.person(k+1, r.runRight(k+1, hi)); from < to && !r.list[to-1].genitive && r.role(from)&(roleOrg|roleSite) == 0 && (to-from > 1 || r.names.find(r.word(from), r.word(to-1), from, anySex) != nil) {
			return phrase{from, to, namePhrase}
		}
	}
	// a spokesman for the Trump campaign
	if end < hi && r.list[end].kind == wordToken && r.role(end)&roleOf != 0 && end+1 < hi {
		j := end + 1
		for j < hi && j-end < 3 && r.list[j].kind == wordToken && r.role(j)&(roleDet|rolePart) != 0 && !r.isPronoun(j) {
			j++
		}
		if j < hi && r.list[j].kind == wordToken && r.role(j)&(roleFunction|roleCap) == 0 {
			if r.inName(j) {
				p.to = r.runRight(j, hi)
			} else {
				p.to = j + 1
			}
			for p.to < hi && r.list[p.to].kind == wordToken && r.role(p.to)&(roleOrg|roleNoun) != 0 && r.role(p.to)&roleCue == 0 {
				p.to++
			}
		}
	}
	return p
}

// verbLike reports whether token j looks like an English verb in the past: it
// ends so, and no noun that it could describe follows before hi.
func (r *reading) verbLike(j, hi int32) bool {
	if r.lang != 0 || r.list[j].upper || !r.ends(j, "ed") {
		return false
	}
	if j+1 >= hi || r.list[j+1].kind != wordToken {
		return true
	}
	return r.role(j+1)&(roleFunction|roleAdv|roleCap) != 0 && r.role(j+1)&(roleNoun|roleTitle) == 0 || r.list[j+1].upper
}

// subjectLeft returns the subject of the verb at token v where it stands
// before it, no further back than lo: X said; X, spokesman for Y, said; X, who
// lives there and drives a bus, said.
func (r *reading) subjectLeft(v, lo int32) phrase {
	i := v - 1
	for n := 0; i >= lo && n < 80; n++ {
		t := &r.list[i]
		switch t.kind {
		case unquoteToken:
			if r.out[t.row].scare && r.out[t.row].first > lo {
				i = r.out[t.row].first - 1
				continue
			}
			return phrase{}
		case closeToken:
			i = r.openingLeft(i, lo) - 1
			continue
		case dashToken:
			j := i - 1
			for j >= lo && i-j < 40 && r.list[j].kind != dashToken {
				j--
			}
			if j < lo || r.list[j].kind != dashToken {
				return phrase{}
			}
			i = j - 1
			continue
		case commaToken:
			return r.beforeApposition(i, lo)
		case wordToken:
		default:
			return phrase{}
		}
		rl := r.role(i)
		w := r.word(i)
		switch {
		case r.isPronoun(i):
			return phrase{i, i + 1, pronounPhrase}
		case rl&roleI != 0 && rl&roleArt == 0 && !t.genitive:
			return phrase{}
		case rl&roleWho != 0 && rl&(roleArt|rolePrep) == 0 && !t.first || rl&roleWho != 0 && i > lo && r.list[i-1].kind == commaToken:
			if i-1 >= lo && r.list[i-1].kind == commaToken {
				return r.beforeApposition(i-1, lo)
			}
			return r.phraseLeft(i-1, lo)
		case t.upper && r.inName(i):
			return r.phraseLeft(i, lo)
		case rl&roleNoun != 0 && rl&(roleCue|roleAdv) == 0:
			return r.phraseLeft(i, lo)
		case rl&(roleAux|roleAdv) != 0 || len(w) > 4 && r.lang == 0 && w[len(w)-2:] == "ly":
			i--
			continue
		case rl&(roleConj|roleSub|rolePrep|roleGer|roleCue|roleDet|roleAcc) != 0 && rl&(roleMedia|roleOrg) == 0:
			return r.clauseSubject(lo, i)
		}
		return r.phraseLeft(i, lo)
	}
	return phrase{}
}

// openingLeft returns the bracket that the one at i closes, or lo if there is none.
func (r *reading) openingLeft(i, lo int32) int32 {
	for j := i - 1; j >= lo && i-j < 60; j-- {
		if r.list[j].kind == openToken {
			return j
		}
	}
	return lo
}

// beforeApposition returns the phrase that the words before the comma at i
// explain, or the name they are: X, 39, a plumber | , said; Kennedy's
// spokesperson, Stefanie Spear | , said.
func (r *reading) beforeApposition(i, lo int32) phrase {
	end := i // of the part between commas, half-open
	for n := 0; n < 8; n++ {
		start := end
		for start > lo && end-start < 40 {
			k := r.list[start-1].kind
			if k == commaToken || k == stopToken || k == colonToken || k == quoteToken || k == dashToken && n == 0 {
				break
			}
			if k == unquoteToken {
				if q := &r.out[r.list[start-1].row]; q.scare && q.first >= lo {
					start = q.first
					continue
				}
				break
			}
			if k == closeToken {
				start = r.openingLeft(start-1, lo)
				continue
			}
			start--
			if r.list[start].first {
				break
			}
		}
		if start >= end {
			return phrase{}
		}
		more := start > lo && r.list[start-1].kind == commaToken && !r.list[start].first
		last := end - 1
		for last > start && r.list[last].kind == closeToken {
			last = r.openingLeft(last, lo) - 1
		}
		if last < start {
			return phrase{}
		}
		if more && r.explains(start, end) {
			end = start - 1
			continue
		}
		if more && r.inName(start) && r.runRight(start, end) == end {
			// A part that is a name: the name itself, unless a name stands before it
			// that it belongs to, as with towns and states.
			before := r.phraseLeft(start-2, lo)
			if before.kind == namePhrase && !(r.list[before.from].first && r.role(before.from)&roleCap != 0) || r.role(start)&roleAbbr != 0 && r.role(start)&roleTitle == 0 {
				end = start - 1
				continue
			}
			if from, to := r.person(start, end); from < to {
				return phrase{from, to, namePhrase}
			}
		}
		if n == 0 && !more {
			// Nothing before it: the comma parts an introduction from its clause.
			if p := r.clauseSubject(lo, i); p.kind != noPhrase {
				return p
			}
		}
		p := r.phraseLeft(last, start)
		if p.kind == noPhrase {
			return r.clauseSubject(start, end)
		}
		if p.kind == namePhrase {
			return p
		}
		if q := r.clauseSubject(start, end); q.kind == namePhrase || q.kind == pronounPhrase {
			return q
		}
		return p
	}
	return phrase{}
}

// explains reports whether the words [start, end) between commas tell about
// what stands before them: an age, a function, a relative clause.
func (r *reading) explains(start, end int32) bool {
	t := &r.list[start]
	if t.kind != wordToken {
		return true
	}
	rl := r.role(start)
	switch {
	case t.digit:
		return true
	case rl&roleWho != 0, rl&roleDet != 0 && !r.isPronoun(start), rl&roleSub != 0, rl&rolePrep != 0, rl&roleConj != 0:
		return true
	case !t.upper:
		return !r.isPronoun(start)
	case rl&roleTitle != 0 && r.runRight(start, end) < end:
		return true // Democrat of Texas
	case rl&roleAbbr != 0 && end-start == 1:
		return true
	}
	// R-Fla., D-Mass.
	w := r.word(start)
	return end-start <= 2 && len(w) > 2 && w[1] == '-'
}

// startsSentence reports whether token i is the first of a sentence.
func (r *reading) startsSentence(i int32) bool {
	return i < int32(len(r.list)) && r.list[i].first
}

// clauseSubject returns the subject of the sentence or clause that token hi
// belongs to, looking from its beginning, no further back than lo.
func (r *reading) clauseSubject(lo, hi int32) phrase {
	start := hi
	for start > lo && hi-start < 60 {
		k := r.list[start-1].kind
		if k == stopToken || k == colonToken {
			break
		}
		if k == unquoteToken && !r.startsSentence(start) {
			if q := &r.out[r.list[start-1].row]; q.first >= lo {
				start = q.first
				continue
			}
			break
		}
		if k == unquoteToken {
			break
		}
		start--
		if r.list[start].first {
			break
		}
	}
	i := start
	for j := start; j < min(hi, start+10) && r.list[start].first; j++ {
		if r.list[j].kind == dashToken && (r.list[start].shout || r.list[j-1].kind == closeToken) {
			i = j + 1 // WASHINGTON, May 3 (UPI) —
			break
		}
	}
	for range 3 {
		// Introductions end with a comma: On Thursday, ...; Asked about it, ...
		if i >= hi || r.list[i].kind != wordToken || r.isPronoun(i) {
			break
		}
		rl := r.role(i)
		if rl&(roleConj|roleAdv) != 0 && rl&(rolePrep|roleDet) == 0 && i+1 < hi && (r.list[i+1].upper || r.isPronoun(i+1) || r.role(i+1)&(roleDet|roleConj|roleSub) != 0) {
			i++ // But X; Later X
			continue
		}
		if (rl&(rolePrep|roleSub|roleConj|roleGer|roleAdv|roleAcc|roleCap) == 0 || rl&roleDet != 0 && rl&(rolePrep|roleSub) == 0) &&
			!(r.list[i].first && !r.inName(i) && r.list[i].upper && rl == 0) {
			break
		}
		j := i + 1
		for j < hi && j-i < 25 && r.list[j].kind != commaToken {
			j++
		}
		if j >= hi || r.list[j].kind != commaToken {
			if rl&(roleConj|roleAdv|roleSub) != 0 && rl&rolePrep == 0 {
				i++
				continue
			}
			break
		}
		i = j + 1
		if i+1 < hi && r.list[i].kind == wordToken && r.role(i)&roleAbbr != 0 && r.list[i+1].kind == commaToken {
			i += 2 // in Aspen, Colo.,
		}
	}
	for j := i; j < hi && j-i < 40; j++ {
		t := &r.list[j]
		if t.kind == quoteToken {
			j = r.out[t.row].last
			continue
		}
		if t.kind != wordToken {
			continue
		}
		rl := r.role(j)
		switch {
		case r.isPronoun(j):
			return phrase{j, j + 1, pronounPhrase}
		case rl&roleI != 0 && rl&roleArt == 0:
			return phrase{}
		case r.inName(j) || rl&roleNoun != 0 && rl&roleCue == 0 || rl&roleDet != 0:
			if p := r.phraseRight(j, hi); p.kind != noPhrase {
				return p
			}
		}
	}
	return phrase{}
}
