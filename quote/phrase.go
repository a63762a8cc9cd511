package quote

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
		if from > run && from < to && r.role(from-1)&(roleTitle|roleNoun) == 0 {
			return phrase{from, to, namePhrase} // the ambassador to Russia | Jon Huntsman
		}
		if run > lo && r.list[run-1].kind == wordToken && r.role(run-1)&rolePrep != 0 || run > lo+1 && r.list[run-1].kind == wordToken && r.role(run-1)&roleDet != 0 && r.list[run-2].kind == wordToken && r.role(run-2)&rolePrep != 0 {
			if p := r.headLeft(run, lo); p.kind != noPhrase {
				if p.kind == nounPhrase {
					p.to = i + 1
				}
				return p
			}
		}
		if from == to {
			if run == i && r.names.find(r, i, i+1, anySex) != nil {
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
	if rl&(roleNoun|roleMedia|roleOrg|roleTitle) == 0 && i > lo && r.list[i-1].kind == wordToken && r.inName(i-1) && !r.list[i-1].genitive {
		if p := r.phraseLeft(i-1, lo); p.kind == namePhrase && (!r.list[p.from].first || p.to-p.from > 1) {
			return p // Mr. Olsen twice | said
		}
	}
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
		if name.kind != noPhrase && rl&(roleNoun|roleTitle|roleMedia|roleOrg) == 0 && !r.modifies(j, hi) {
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
	if end+1 < hi && r.list[end].kind == wordToken && r.role(end)&rolePrep != 0 && r.role(end-1)&roleTitle != 0 && r.inName(end+1) {
		// the ambassador to Russia Jon Huntsman
		if from, to := r.person(end+1, r.runRight(end+1, hi)); from > end+1 && from < to {
			return phrase{from, to, namePhrase}
		}
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
		if from, to := r.person(k+1, r.runRight(k+1, hi)); from < to && !r.list[to-1].genitive && r.role(from)&(roleOrg|roleSite) == 0 && (to-from > 1 || r.names.find(r, from, to, anySex) != nil) {
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

// modifies reports whether the words from j on describe a name that follows
// them: Torran community councillor | Neil Abercrossan.
func (r *reading) modifies(j, hi int32) bool {
	for k := j; k < min(j+4, hi); k++ {
		if r.list[k].kind != wordToken {
			return false
		}
		if r.inName(k) {
			return k > j
		}
		if r.role(k)&(roleFunction|roleAcc) != 0 || r.role(k)&roleCue != 0 && r.role(k)&(roleNoun|roleTitle) == 0 {
			return false
		}
	}
	return false
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
