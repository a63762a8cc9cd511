package quote

import "strings"

// markNouns marks the capitalised words that are nouns and no names, in a language
// that gives every noun a capital letter. A word may be one of a name if it is known
// as such, or if the text has it once in a name of two words or more, or behind a title:
// two nouns seldom stand side by side.
func (r *reading) markNouns() {
	known := map[uint32]bool{}
	n := int32(len(r.list))
	for i := range n {
		t := &r.list[i]
		t.noun = t.upper && t.kind == wordToken && (r.endsNoun(i) || t.first && t.role&rolePrep != 0)
	}
	for i := int32(0); i < n; i++ {
		if !r.inName(i) {
			continue
		}
		to := i + 1
		for to < n && r.inName(to) && !r.list[to].first && !r.list[to-1].genitive && r.touching(to-1) && r.spaced(to-1) {
			to++
		}
		if from, to := r.person(i, to); (to-from > 1 || from > i) && !r.genitivePair(i, to) {
			for j := from; j < to; j++ {
				known[r.list[j].hash] = true
			}
		}
		i = to - 1
	}
	for i := range n {
		t := &r.list[i]
		if t.kind != wordToken || !t.upper || t.noun || t.shout || known[t.hash] {
			continue
		}
		const told = roleTitle | roleNoun | roleMedia | roleSite | roleOrg | roleGivenM | roleGivenF | roleAbbr | roleSuffix | rolePart
		if t.role&told != 0 || r.endsTitle(i) || known[r.nominative(i)] {
			continue
		}
		t.noun = true
	}
}

// genitivePair reports whether the run [from, to) is a noun and the genitive of a
// name, with an article before them: die Lage | Deutschlands.
func (r *reading) genitivePair(from, to int32) bool {
	const told = roleTitle | roleGivenM | roleGivenF
	if to-from != 2 || from == 0 || r.role(from)&told != 0 || r.endsTitle(from) {
		return false
	}
	if before := &r.list[from-1]; before.role&(roleDet|roleContracted) == 0 && !(before.small() && before.role == 0) {
		return false
	}
	return r.nominative(to-1) != 0
}

// spaced reports whether nothing but white space parts token i from the next.
func (r *reading) spaced(i int32) bool {
	return strings.TrimSpace(r.tokens.text[r.list[i].end:r.list[i+1].start]) == ""
}

// nominative returns the hash of the word at i without the s of a genitive.
func (r *reading) nominative(i int32) uint32 {
	w := r.word(i)
	if len(w) < 4 || w[len(w)-1] != 's' {
		return 0
	}
	return hashFolded(w[:len(w)-1])
}

// endsNoun reports whether token i has the ending of a noun that is no name: Entwicklung.
func (r *reading) endsNoun(i int32) bool {
	if r.list[i].role&(roleOrg|roleMedia|roleNoun|roleTitle) != 0 {
		return false
	}
	w := r.word(i)
	for _, e := range r.table.forms[r.lang] {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// mayBeSubject reports whether s can be who says something, beside a verb of
// saying: what speaks, and what an article opens that a subject may have.
func (r *reading) mayBeSubject(s phrase) bool {
	if r.speaks(s) {
		return true
	}
	if s.kind != nounPhrase {
		return s.kind == namePhrase
	}
	first := s.from
	for first > 0 && s.from-first < 4 && r.role(first)&roleDet == 0 && (r.list[first].small() || first == s.from) && !r.list[first].first {
		first-- // ein israelischer | Sprecher
	}
	return r.role(first)&roleDet != 0 && r.role(first)&roleOblique == 0
}

// opensSentence reports whether the noun phrase s begins a sentence without an article,
// as nouns in the plural do: Experten.
func (r *reading) opensSentence(s phrase) bool {
	return s.kind == nounPhrase && r.list[s.from].first && r.role(s.from)&roleDet == 0 && r.list[s.to-1].upper
}
