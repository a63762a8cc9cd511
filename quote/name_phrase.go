package quote

import (
	"strings"
	"unicode"
)

// inName reports whether token i may be a word of a name: capitalised, and not
// a word of the language that begins a sentence.
func (r *reading) inName(i int32) bool {
	t := &r.list[i]
	if t.kind != wordToken || !t.upper || t.noun {
		return false
	}
	rl := r.role(i)
	if rl&roleCap != 0 {
		return false
	}
	if t.end-t.start == 2 && r.tokens.text[t.start+1] == '.' {
		return true // F.
	}
	if t.first {
		if rl&(roleFunction|roleAdv|roleGer|roleAcc|roleDative) != 0 && (rl&(rolePart|roleSuffix) == 0 || rl&roleConj != 0) {
			return rl&roleAdv != 0 && r.given(i) && i+1 < int32(len(r.list)) && r.list[i+1].upper // Anders Holm; but Anders sagte X
		}
		if r.english && rl&(roleGivenM|roleGivenF) == 0 && (r.ends(i, "ly") || r.ends(i, "ing")) {
			return false // Shortly after; Asking
		}
	}
	return rl&(rolePronoun|roleArt|rolePoss|roleI) == 0 || rl&rolePart != 0 && !t.first
}

// ends reports whether token i is a word of five letters or more that ends so.
func (r *reading) ends(i int32, with string) bool {
	w := r.word(i)
	return len(w) > 4 && strings.HasSuffix(w, with)
}

// runLeft returns the run of words of a name that ends with token i, going back
// no further than lo. It ends before a genitive and before other words.
func (r *reading) runLeft(i, lo int32) int32 {
	from := i
	for j := i - 1; j >= lo; j-- {
		t := &r.list[j]
		if t.kind != wordToken || t.genitive || !r.touching(j) {
			break
		}
		if r.inName(j) {
			from = j
			continue
		}
		if j == lo || !r.particle(j) || r.behindName(j, lo) || r.list[j-1].genitive || !r.inName(j-1) && !r.particle(j-1) {
			break
		}
		// Ursula von der Leyen: taken in if a name stands before it
	}
	return from
}

// behindName reports whether the small word at token j, in a language of lang/speech, only ties to the whole name before it, not before
// token lo, what somebody belongs to: Karin Blok | van de Blauwen; but Jan van den Berg.
func (r *reading) behindName(j, lo int32) bool {
	return r.own != nil && j > lo+1 && r.role(j)&roleOf != 0 && r.inName(j-1) && r.inName(j-2)
}

// particle reports whether token i is a small word of names: von, de. In a language
// whose nouns all have a capital letter an article is one behind another only: von der.
func (r *reading) particle(i int32) bool {
	if r.role(i)&rolePart == 0 || r.list[i].upper {
		return false
	}
	return !r.nouns || r.role(i)&roleArt == 0 || i > 0 && r.role(i-1)&rolePart != 0 && r.role(i-1)&roleArt == 0
}

// runRight returns the end of the run of words of a name that begins with token i.
func (r *reading) runRight(i, hi int32) int32 {
	to := i + 1
	if r.list[i].genitive {
		return to
	}
	for j := to; j < hi; j++ {
		t := &r.list[j]
		if t.kind == commaToken && j+1 < hi && r.list[j+1].upper && r.role(j+1)&roleSuffix != 0 {
			to = j + 2 // Kennedy, Jr.
			break
		}
		if t.kind != wordToken || !r.touching(j-1) {
			break
		}
		if r.inName(j) && !t.first {
			to = j + 1
			if t.genitive {
				break
			}
			continue
		}
		if r.particle(j) && !r.behindName(j, i) {
			continue
		}
		break
	}
	return to
}

// touching reports whether nothing but white space or a hyphen parts token i
// from the next.
func (r *reading) touching(i int32) bool {
	a, b := &r.list[i], &r.list[i+1]
	n := b.start - a.end
	if r.own != nil && n > 1 && strings.ContainsRune(r.tokens.text[a.end:b.start], '/') {
		return false // photo: Jan Nowak /Agencja
	}
	return n <= 2 || n <= 6 && strings.TrimSpace(r.tokens.text[a.end:b.start]) == "" && strings.Count(r.tokens.text[a.end:b.start], "\n") < 2
}

// person cuts from the run of capitalised words [from, to) the titles, offices
// and parties before the name itself. It returns an empty run if nothing else
// is in it.
func (r *reading) person(from, to int32) (int32, int32) {
	cut := from
	for j := from; j < to; j++ {
		if r.precedesName(j) && (j+1 < to || j == from) {
			cut = j + 1
		}
	}
	if cut == from && to-from > 2 && from > 0 && r.role(from)&roleOrg != 0 && r.role(from-1)&roleOf != 0 {
		cut++ // secretary of State | Kim Wyman
	}
	if cut == from && r.romance {
		cut = r.behindOther(from, to)
	}
	cut = r.givenName(r.behindOffice(cut, from, to), to)
	if cut < to && (r.role(cut)&roleSuffix != 0 || cut > from && r.opensObject(cut)) {
		cut = to
	}
	return cut, to
}

// precedesName reports whether token j, before a name, is what its bearer is and no part of it. In the languages of lang/speech a noun
// for a body is one: Brandweer Nederland.
func (r *reading) precedesName(j int32) bool {
	if r.own != nil {
		return r.role(j)&(roleTitle|roleMan|roleWoman) != 0 || r.endsTitle(j)
	}
	return r.role(j)&(roleTitle|roleNoun) != 0 || r.endsTitle(j) || r.nouns && r.standInRole(j) != 0
}

// behindOffice returns where the name in the run [from, to), which begins at cut behind a title, goes on behind what the office is
// of, in a language of lang/speech: Minister | van Werk | Katleen Prins; but Minister | van der Prins.
func (r *reading) behindOffice(cut, from, to int32) int32 {
	if r.own == nil || cut == from || to-cut < 4 || r.list[cut].upper || r.role(cut)&roleOf == 0 || !r.list[cut+1].upper {
		return cut
	}
	return cut + 2
}

// behindOther returns where the name in the run [from, to) begins behind an agency's letters or behind a
// verb with an article that begins its sentence: à l'AFP | Solène Roble; Escucha la | Cope.
func (r *reading) behindOther(from, to int32) int32 {
	const leastLetters = 3
	t := &r.list[from]
	switch {
	case to-from < 3 || r.role(from)&(roleGivenM|roleGivenF) != 0:
	case t.shout && t.end-t.start >= leastLetters && !r.list[from+1].shout && r.inName(from+1):
		return from + 1
	case t.first && r.role(from+1)&roleArt != 0 && !r.list[from+1].upper:
		return from + 2
	}
	return from
}

// opensObject reports whether the small word of names at token i, behind a title, is
// an article or a preposition where all nouns have a capital letter: Polizei | den Mann;
// Chef | von Tesla; but Ministerin | von der Leyen.
func (r *reading) opensObject(i int32) bool {
	return r.nouns && !r.list[i].upper && (r.role(i)&roleArt != 0 || r.role(i)&roleOf != 0 && r.list[i+1].upper)
}

// givenName returns the first given name in [from, to) that another word of the
// name follows, since words before it are what the person is: Harbourmaster
// Paul Olsen. It returns from if there is none, or an initial before it.
func (r *reading) givenName(from, to int32) int32 {
	const given = roleGivenM | roleGivenF
	for j := from; j+2 < to && r.role(j)&given == 0; j++ {
		if r.role(j+1)&given != 0 && !r.initial(j) {
			return j + 1
		}
	}
	return from
}

// nameText returns the words of tokens [from, to) with single spaces between them.
func (r *reading) nameText(from, to int32) string {
	if from >= to {
		return ""
	}
	s := r.tokens.text[r.list[from].start:r.list[to-1].end]
	if last := r.role(to - 1); last&roleSuffix == 0 && strings.HasSuffix(s, ".") && !r.initial(to-1) {
		s = s[:len(s)-1]
	}
	return single(s)
}

// initial reports whether token i is one letter with a full stop, or several: F., U.S.
func (r *reading) initial(i int32) bool {
	w := r.word(i)
	return len(w) >= 2 && w[1] == '.'
}

// single returns s with every run of white space made one space. It shares
// memory with s where nothing has to change.
func single(s string) string {
	space := false
	for _, c := range s {
		if unicode.IsSpace(c) {
			if space || c != ' ' {
				return strings.Join(strings.Fields(s), " ")
			}
			space = true
		} else {
			space = false
		}
	}
	return s
}

// endsTitle reports whether token i has the ending of a title in a language
// that makes one word of it: Finanzminister.
func (r *reading) endsTitle(i int32) bool {
	if r.list[i].row >= 0 {
		return false
	}
	w := r.word(i)
	return endsIn(w, r.table.ends[r.lang])
}

// endsIn reports whether w is longer than one of the endings and has it, behind a hyphen with
// a capital letter perhaps: Regierungssprecher, UFO-Sprecher.
func endsIn(w string, endings []string) bool {
	for _, e := range endings {
		if n := len(w) - len(e); n > 0 && (w[n:] == e || w[n-1] == '-' && strings.EqualFold(w[n:], e)) {
			return true
		}
	}
	return false
}

// endsRole reports whether token i has the ending of a noun for those who speak:
// Bundesregierung.
func (r *reading) endsRole(i int32) bool {
	if r.list[i].row >= 0 || !r.list[i].upper {
		return false
	}
	return endsIn(r.word(i), r.table.bodies[r.lang])
}

// nounAt reports whether the word at i, which could be a verb, is a noun in
// its place: an article, a possessive or a genitive stands before it, or, of a
// word that is a noun as often, nothing that could be its subject.
func (r *reading) nounAt(i int32, p *paragraph) bool {
	if r.list[i].upper && !r.list[i].first && !r.ends(i, "ed") {
		return true
	}
	j := r.beforeAdverbs(i-1, p.tok)
	if j < p.tok || r.own != nil || r.list[j].kind != wordToken {
		return false // or Det skriver X, where what may be an article stands before the verb
	}
	before := r.role(j)
	switch {
	case r.list[j].genitive && before&roleFunction == 0:
		return true
	case before&roleDet != 0 && before&(rolePronoun|roleWho|roleSub) == 0:
		return before&roleAdv == 0 || j > p.tok && r.list[j-1].kind != commaToken && r.list[j-1].kind != unquoteToken // “…”, gli | dice X
	case r.afterSingular(i, j, p.tok), r.afterArticled(i, j, p):
		return true // an executive | order; the Corran | attacks, which
	case r.ofWhom(i, j, p):
		return true // Harbour claims | of a right
	case r.role(i)&roleNounToo == 0, r.inName(j), before&(rolePronoun|roleI|roleWho|roleNoun|roleMedia|roleOrg|roleConj|roleAux) != 0:
		return false
	case before&rolePrep != 0:
		return r.word(j) != "to"
	}
	return !r.plural(j) || strings.HasSuffix(r.word(i), "s")
}

// afterSingular reports whether token i of an English text, behind token j, is a noun
// because no verb without an s can stand there.
func (r *reading) afterSingular(i, j, lo int32) bool {
	if r.english && r.word(j) == "same" {
		return true // all gave the same | answer
	}
	if !r.english || r.role(i)&roleNounToo == 0 || strings.HasSuffix(r.word(i), "s") {
		return false
	}
	return r.singularThing(j, lo) || j > lo && (r.word(j-1) == "a" || r.word(j-1) == "an")
}

// singularThing reports whether token j is a small noun or adjective in the singular
// behind an article, so that no verb without an s can follow.
func (r *reading) singularThing(j, lo int32) bool {
	return j > lo && r.list[j].small() && !r.plural(j) && r.role(j)&(rolePronoun|roleConj|roleAux|roleMedia) == 0 &&
		r.role(j-1)&roleArt != 0 && r.role(j-1)&rolePronoun == 0
}

// beforeAdverbs returns the last token up to i that is no mere adverb, or lo.
func (r *reading) beforeAdverbs(i, lo int32) int32 {
	for i > lo && r.role(i)&roleAdv != 0 && r.role(i)&(roleDet|rolePrep|roleNoun) == 0 && !r.list[i].upper {
		i--
	}
	return i
}

// plural reports whether token i ends as English nouns in the plural do, so
// that a verb without an s may follow: voters want.
func (r *reading) plural(i int32) bool {
	w := r.word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && strings.IndexByte("usi", w[len(w)-2]) < 0
}

// isPronoun reports whether token i stands for a person: he, not the German article die.
func (r *reading) isPronoun(i int32) bool {
	rl := r.role(i)
	return rl&rolePronoun != 0 && rl&(roleArt|rolePrep|rolePoss) == 0
}
