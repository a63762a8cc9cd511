package quote

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
			if p := r.phraseRight(i+1, hi); p.kind == nounPhrase && rl&rolePrep != 0 {
				i = p.to // About the weather she was clear
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
