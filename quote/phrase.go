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
	switch {
	case r.isPronoun(i):
		return phrase{i, i + 1, pronounPhrase}
	case rl&roleI != 0 && !r.list[i].genitive:
		return phrase{}
	case r.inName(i):
		return r.nameLeft(i, lo)
	case rl&(roleFunction|roleAdv) != 0 && rl&roleNoun == 0:
		return phrase{}
	}
	return r.nounLeft(i, lo)
}

// nameLeft is phraseLeft for a token that may be a word of a name.
func (r *reading) nameLeft(i, lo int32) phrase {
	run := r.runLeft(i, lo)
	from, to := r.person(run, i+1)
	if from > run && from < to && r.role(from-1)&(roleTitle|roleNoun) == 0 {
		return phrase{from, to, namePhrase} // the ambassador to Russia | Jon Huntsman
	}
	if r.own != nil && len(r.own.cases) > 0 && from == run && to-from > 2 && r.afterPrep(run, lo) {
		return phrase{from + 1, to, namePhrase} // sądu w Opolu | Olgierd Nowak
	}
	if r.afterPrep(run, lo) {
		if p := r.wholeLeft(run, i, lo); p.kind != noPhrase {
			return p
		}
	}
	switch {
	case from < to:
		return phrase{from, to, namePhrase}
	case run == i && r.names.find(r, i, i+1, anySex) != nil:
		return phrase{i, i + 1, namePhrase} // Steve King: King said
	}
	return phrase{run, i + 1, nounPhrase} // the President
}

// nounLeft is phraseLeft for a noun in small letters: it takes in the
// adjectives, nouns and owners before it.
func (r *reading) nounLeft(i, lo int32) phrase {
	if r.role(i)&(roleNoun|roleMedia|roleOrg|roleTitle) == 0 && i > lo && r.inName(i-1) && !r.list[i-1].genitive {
		if p := r.phraseLeft(i-1, lo); p.kind == namePhrase && (!r.list[p.from].first || p.to-p.from > 1) {
			return p // Mr. Olsen twice | said
		}
	}
	noun := phrase{i, i + 1, nounPhrase}
	for j := i - 1; j >= lo && i-j < longest && r.list[j].kind == wordToken; j-- {
		rl := r.role(j)
		head := phrase{}
		switch {
		case rl&roleDet != 0 && rl&roleNoun == 0:
			head = r.wholeLeft(j, i, lo)
		case rl&rolePrep != 0:
			head = r.wholeLeft(j+1, i, lo)
		case rl&(roleFunction|roleCue|roleAcc|roleDative) != 0 && rl&(roleNoun|roleMedia) == 0, r.verbLike(j, i+1):
		default:
			noun.from = j
			continue
		}
		if head.kind != noPhrase {
			return head
		}
		break
	}
	return noun
}

// afterPrep reports whether a preposition, perhaps with an article behind it,
// stands before token i.
func (r *reading) afterPrep(i, lo int32) bool {
	return i > lo && r.role(i-1)&rolePrep != 0 || i > lo+1 && r.role(i-1)&roleDet != 0 && r.role(i-2)&rolePrep != 0
}

// wholeLeft is headLeft for the words from i to last; a noun it returns has
// them with it.
func (r *reading) wholeLeft(i, last, lo int32) phrase {
	p := r.headLeft(i, lo)
	if p.kind == nounPhrase && r.role(i)&roleDay == 0 {
		p.to = last + 1
	}
	return p
}

// headLeft returns the phrase before the preposition that ends at token i, of
// which the words from i on are a part: friends of | Trump.
func (r *reading) headLeft(i, lo int32) phrase {
	j := i - 1
	if j >= lo && r.role(j)&roleDet != 0 && r.role(j)&rolePrep == 0 {
		j--
	}
	if j <= lo || r.role(j)&rolePrep == 0 || r.role(j)&(roleSub|roleConj) != 0 || r.list[j].first || !r.mayHead(j-1) {
		return phrase{}
	}
	if i-lo > 4*longest {
		lo = i - 4*longest // headLeft and phraseLeft call each other: a bound on how far
	}
	p := r.phraseLeft(j-1, lo)
	if p.kind == pronounPhrase {
		return phrase{}
	}
	return p
}

// mayHead reports whether token i may be a noun or a name that a preposition follows.
func (r *reading) mayHead(i int32) bool {
	t, rl := &r.list[i], r.role(i)
	switch {
	case t.kind != wordToken, t.digit:
		return false
	case rl&roleNoun != 0:
		return true
	}
	return rl&(roleFunction|roleAdv) == 0 && (rl&roleCue == 0 || t.upper)
}

// phraseRight returns the noun phrase that begins with token i, before hi.
func (r *reading) phraseRight(i, hi int32) phrase {
	start := i
	i = r.skipArticles(i, hi)
	if i >= hi || r.list[i].kind != wordToken {
		return phrase{}
	}
	if r.isPronoun(i) {
		return phrase{i, i + 1, pronounPhrase}
	}
	if r.gerund(i) && i == start {
		return phrase{} // ha detto | sorridendo
	}
	if rl := r.role(i); rl&(roleFunction|roleAdv|roleAcc) != 0 && rl&(roleNoun|roleTitle) == 0 && !r.inName(i) {
		if r.nouns && i == start+1 {
			return r.behindAttribute(i, hi)
		}
		return phrase{}
	}
	end, name := r.nounRun(i, hi, i == start)
	if end == i {
		return phrase{}
	}
	if p := r.nameAfterPost(end, hi); p.kind != noPhrase {
		return p
	}
	if name.kind != noPhrase && name.to == end {
		return name
	}
	if p := r.apposedName(end, hi); p.kind != noPhrase {
		return p
	}
	return phrase{i, r.complement(end, hi), nounPhrase}
}

// skipArticles returns the first token from i on that is neither an article
// nor a possessive: the | director; one of those | advisers.
func (r *reading) skipArticles(i, hi int32) int32 {
	start := i
	for i < hi && i-start < 4 && r.determines(i) && (i == start || !r.inName(i)) {
		i++
		if i+1 < hi && r.role(i)&rolePrep != 0 && r.role(i+1)&roleDet != 0 {
			i++
		}
	}
	return i
}

// determines reports whether token i is an article or a possessive.
func (r *reading) determines(i int32) bool {
	return r.role(i)&roleDet != 0 && !r.isPronoun(i)
}

// nounRun returns the end of the words from i on that belong to one noun, and
// the last name among them. Runs of capitals are names; bare says that no
// article stands before i.
func (r *reading) nounRun(i, hi int32, bare bool) (end int32, name phrase) {
	end = i
	for j := i; j < hi && j-i < longest; j = end {
		t := &r.list[j]
		if t.kind != wordToken || j > i && (t.first || r.nouns && t.small() && r.list[j-1].upper) {
			break
		}
		if r.inName(j) {
			end = r.runRight(j, hi)
			if from, to := r.person(j, end); from < to && !r.ofOffice(j, i) {
				name = phrase{from, to, namePhrase}
			}
			if r.list[end-1].genitive {
				name = phrase{}
			}
			continue
		}
		if r.leavesNoun(j, hi, j == i, bare) {
			break
		}
		if name.kind != noPhrase && r.role(j)&(roleNoun|roleTitle|roleMedia|roleOrg) == 0 && !r.modifies(j, hi) {
			break // said Smith smiling
		}
		end = j + 1
	}
	return end, name
}

// ofOffice reports whether the name at token j is what an office is of, by the preposition that ties it to
// the noun before it, not before token lo: la ministra de | Transportes.
func (r *reading) ofOffice(j, lo int32) bool {
	return r.romance && j-2 >= lo && r.role(j-1)&roleOf != 0 && !r.list[j-1].upper && r.list[j-2].small() && r.role(j-2)&roleFunction == 0
}

// leavesNoun reports whether token j, the first of its noun phrase or not,
// cannot belong to it.
func (r *reading) leavesNoun(j, hi int32, first, bare bool) bool {
	rl := r.role(j)
	if rl&(roleNoun|roleTitle) == 0 && !(r.nouns && rl&roleCue != 0 && r.list[j].upper && !r.list[j].first) {
		switch {
		case rl&(roleFunction|roleAcc|roleAdv) != 0 && (first || r.nouns || rl&rolePart == 0),
			rl&roleCue != 0 && (bare || !first || rl&(roleNounToo|roleMedia) == 0):
			return true
		}
	}
	return !first && (r.verbLike(j, hi) || !bare && r.doesTo(j, hi))
}

// doesTo reports whether token j, behind a noun for a person in the singular, is an English verb whose object is the name that
// follows: the Democrat | leads Republican Paul Teal.
func (r *reading) doesTo(j, hi int32) bool {
	if !r.english || j+1 >= hi || !r.list[j].small() || !r.plural(j) || r.role(j)&(roleNoun|roleTitle|roleOrg|roleMedia) != 0 {
		return false
	}
	return r.role(j-1)&(roleNoun|roleTitle) != 0 && !r.plural(j-1) && r.inName(j+1)
}

// nameAfterPost returns the name behind a post that ends at end and its
// country: the ambassador | to Russia Jon Huntsman.
func (r *reading) nameAfterPost(end, hi int32) phrase {
	if end+1 >= hi || r.role(end)&rolePrep == 0 || r.role(end-1)&roleTitle == 0 || !r.inName(end+1) {
		return phrase{}
	}
	if from, to := r.person(end+1, r.runRight(end+1, hi)); from > end+1 && from < to {
		return phrase{from, to, namePhrase}
	}
	return phrase{}
}

// apposedName returns the name behind a comma and what belongs to the noun
// that ends at end: the chief | of police, Dana Whitlock.
func (r *reading) apposedName(end, hi int32) phrase {
	const most = 10
	k := end
	for k < hi && k-end < most && r.list[k].kind == wordToken && !r.list[k].first {
		rl := r.role(k)
		if k == end && rl&(rolePrep|roleArt|rolePoss) == 0 || rl&(roleCue|roleSub|roleConj|roleWho) != 0 && rl&(rolePrep|roleArt) == 0 {
			break
		}
		k++
	}
	if k+1 >= hi || r.list[k].kind != commaToken || !r.inName(k+1) {
		return phrase{}
	}
	from, to := r.person(k+1, r.runRight(k+1, hi))
	if from >= to || r.list[to-1].genitive || r.role(from)&(roleOrg|roleSite) != 0 {
		return phrase{}
	}
	if to-from == 1 && r.names.find(r, from, to, anySex) == nil && !r.namesRelative(k, to, hi) {
		return phrase{}
	}
	return phrase{from, to, namePhrase}
}

// namesRelative reports whether the one word between the commas before token
// k+1 and at token to names the person that the possessive and the noun before it
// tell of: her husband, Iain, said.
func (r *reading) namesRelative(k, to, hi int32) bool {
	closed := to >= hi || r.list[to].kind == commaToken || r.list[to].kind == stopToken
	return closed && k >= 2 && r.role(k-1)&(roleNoun|roleMan|roleWoman) != 0 && r.role(k-2)&rolePoss != 0
}

// complement returns the end of the noun phrase whose noun ends at end, with
// what a preposition ties to it: a spokesman | for the Trump campaign.
func (r *reading) complement(end, hi int32) int32 {
	if end+1 >= hi || r.role(end)&roleOf == 0 {
		return end
	}
	j := end + 1
	for j < hi && j-end < 3 && r.role(j)&(roleDet|rolePart) != 0 && !r.isPronoun(j) {
		j++
	}
	if j >= hi || r.list[j].kind != wordToken || r.role(j)&(roleFunction|roleCap) != 0 {
		return end
	}
	to := j + 1
	if r.inName(j) {
		to = r.runRight(j, hi)
	}
	for to < hi && r.role(to)&(roleOrg|roleNoun) != 0 && r.role(to)&roleCue == 0 {
		to++
	}
	return to
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
	if !r.english || r.list[j].upper || !r.ends(j, "ed") {
		return false
	}
	if j+1 >= hi || r.list[j+1].kind != wordToken || r.list[j+1].digit {
		return true
	}
	return r.role(j+1)&(roleFunction|roleAdv|roleCap) != 0 && r.role(j+1)&(roleNoun|roleTitle) == 0 || r.list[j+1].upper
}
