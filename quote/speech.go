package quote

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

// A role is a set of parts that a word can play in telling who speaks.
type role uint64

// The roles. The sections of a language that list their words are in roleNames.
const (
	roleSay        role = 1 << iota // reports speech
	roleGer                         // reports speech, a gerund
	roleLabel                       // puts a name on something
	roleThink                       // reports a thought
	rolePost                        // publishes a post
	roleName                        // stands before a title or a nickname
	roleAcc                         // according to
	roleHe                          // pronouns
	roleShe                         //
	roleThey                        //
	roleI                           //
	roleWho                         //
	roleArt                         // opens a noun phrase
	rolePoss                        //
	rolePrep                        //
	roleConj                        //
	roleSub                         // opens a clause
	roleAux                         //
	roleAdv                         //
	roleTitle                       // precedes a name and is no part of it
	roleMan                         // nouns
	roleWoman                       //
	rolePerson                      //
	roleMedia                       //
	roleSite                        //
	roleCap                         // capitalised, but no name
	rolePart                        // small word inside a name
	roleSuffix                      // behind a name
	roleAbbr                        // its full stop ends no sentence
	roleGivenM                      // given name of a man
	roleGivenF                      // of a woman
	roleOrg                         // last in the name of an organisation
	roleNounToo                     // as often a noun as the verb it is listed as
	roleOf                          // preposition that ties a noun to the one before it
	roleWork                        // a book, a film, a song: what follows in quotation marks is its title
	roleOblique                     // an article that no subject has
	roleSoCalled                    // what follows in quotation marks is a name that the writer does not vouch for
	roleTellsWhom                   // such a verb before whom it is told
	roleTells                       // a verb that reports speech, which a clause of what was said may follow
	roleTellsWith                   // such a verb that needs its particle
	roleParticle                    // the particle, at the end of the clause
	roleBare                        // such a verb with no conjunction before the clause
	roleThat                        // opens the clause of what was said
	roleAs                          // opens a clause that says who said it: wie X mitteilte
	roleMood                        // a verb in the subjunctive of reported speech
	roleHedge                       // beside a verb of speech, tells that nothing was said
	roleView                        // a noun for what somebody holds: nach Ansicht von X
	roleCites                       // a verb whose object speaks: zitiert
	roleItSays                      // a verb whose subject is none: heißt es
	roleImpersonal                  // that subject
	rolePassive                     // auxiliaries of the passive
	roleBy                          // prepositions of whoever acts in the passive
	roleContracted                  // a preposition with its article
	roleWriting                     // a noun for what is written or published, which tells but is nobody
	roleDaytime                     // a part of a day, behind its name: Tuesday morning
	roleCredits                     // credits whoever follows
	roleSayWith                     // reports speech together with the word behind it: went on
	roleDay                         // a day of the week
	rolePlace                       // last in the name of a state or a country, which stands behind that of a town
	roleWhom                        // preposition before whoever is told
	roleDative                      // for whom it is told, between the verb and its subject
	roleStandMan                    // what a man is called once he is named
	roleStandWoman                  // what a woman is

	roleStandIn  = roleStandMan | roleStandWoman
	roleCue      = roleSay | roleGer | roleLabel | roleThink | rolePost
	rolePronoun  = roleHe | roleShe | roleThey
	roleNoun     = roleMan | roleWoman | rolePerson
	roleDet      = roleArt | rolePoss
	roleFunction = roleArt | rolePoss | rolePrep | roleConj | roleSub | roleAux | roleHe | roleShe | roleThey | roleI | roleWho
)

var roleNames = map[string]role{
	"say": roleSay, "ger": roleGer, "label": roleLabel, "think": roleThink, "post": rolePost, "name": roleName, "acc": roleAcc,
	"he": roleHe, "she": roleShe, "they": roleThey, "i": roleI, "who": roleWho, "art": roleArt, "poss": rolePoss, "prep": rolePrep,
	"conj": roleConj, "sub": roleSub, "aux": roleAux, "adv": roleAdv, "title": roleTitle, "man": roleMan, "woman": roleWoman,
	"role": rolePerson, "media": roleMedia, "site": roleSite, "cap": roleCap, "part": rolePart, "suffix": roleSuffix, "abbr": roleAbbr,
	"men": roleGivenM, "women": roleGivenF, "org": roleOrg, "noun": roleNounToo, "of": roleOf, "work": roleWork, "so-called": roleSoCalled, "oblique": roleOblique,
	"tells": roleTells, "tells-with": roleTellsWith, "tells-whom": roleTellsWhom, "particle-behind": roleParticle, "tells-bare": roleBare, "that": roleThat, "as": roleAs,
	"subjunctive": roleMood, "hedge": roleHedge, "view": roleView, "credits": roleCredits, "daytime": roleDaytime, "writing": roleWriting,
	"dative": roleDative, "weekday": roleDay, "place": rolePlace, "whom": roleWhom,
	"stand-in": roleStandIn, "stand-in-man": roleStandMan, "stand-in-woman": roleStandWoman,
	"cites": roleCites, "it-says": roleItSays, "impersonal": roleImpersonal, "passive": rolePassive, "by-whom": roleBy, "contracted": roleContracted,
}

// A speechTable holds the roles of words in every language. It never changes.
type speechTable struct {
	words   []string            // by row, in the order of the files
	roles   [][]role            // by language and row
	traits  []traits            // by row
	ends    [][]string          // by language: endings of words that are titles: -minister
	views   [][]string          // by language: nouns for what somebody says or holds, which end compounds too
	bodies  [][]string          // by language: endings of nouns for those who speak: -regierung
	forms   [][]string          // by language: endings of nouns that are no names
	stands  [][]standEnding     // by language: endings of nouns that stand for somebody named before: -jährige
	the     []map[int32]sex     // by language: rows of the articles before a noun for somebody who is known, and whom they tell of
	press   []map[int32]bool    // by language: rows of nouns for all who are told at once, behind which a name is somebody else's
	thus    []map[int32]bool    // by language: rows of words that begin a sentence which tells who said what stands before it
	serves  []map[int32]bool    // by language: rows of offices whose bearers are not called by what else they are
	ranks   [][]string          // by language: endings of such offices
	whoever []map[int32]bool    // by language: rows of pronouns for nobody in particular, with which a sentence begins
	among   []map[int32]bool    // by language: rows of prepositions before those among whom somebody is
	nouns   []bool              // by language: whether every noun has a capital letter
	dashes  []bool              // by language: whether a dash begins a paragraph that somebody speaks
	tells   []bool              // by language: whether it has verbs for what is told without marks
	pairs   []map[pair]bool     // by language: verbs that report speech with the word behind them
	called  []map[int32][]int32 // by language and row of a noun: rows of titles whose bearer is called so too
	codes   []string            // of the languages
	own     *manners            // of the only language, which has a file in lang/speech; nil of those in lang/data
	filter  [1 << 10]uint64     // bits of the hashes of words, which most other words miss
	slots   []slot              // hash table of words, a power of two of them, in no language
	spoken  []func() []slot     // the same for each language, with its roles
}

// A pair is the hashes of two words, one behind the other.
type pair struct{ verb, particle uint32 }

// The traits of a word: in the lower bits, the languages in which it is a word
// that says little; and whether it abbreviates something in any of them, so
// that a full stop behind belongs to it.
type traits uint16

const traitAbbreviates traits = 1 << lang.Most

// A slot leads from the hash of a word to its row and to its roles in one
// language. Without a language its role is its traits. Slots are a hash table
// with open addressing: with a map in its place, behind the same filter, reading
// the quotations of 3000 articles took 121 ms rather than 110.
type slot struct {
	tag  uint32 // low half of the hash
	row  int32  // -1: empty
	role role
}

// speech returns the table of the languages that have a file in lang/data.
var speech = sync.OnceValue(func() *speechTable { return newSpeechTable(lang.All()) })

// speechOf returns the table in which a language (ISO 639-1, "" if unknown) has a column, and the column;
// -1 if it has none.
func speechOf(language string) (*speechTable, int) {
	if n := lang.Index(language); n >= 0 || language == "" {
		return speech(), n
	}
	if read := foreignSpeech()[lang.Base(language)]; read != nil {
		return read(), 0
	}
	return speech(), -1
}

// foreignSpeech holds how to make the table of each language that has a file in lang/speech.
var foreignSpeech = sync.OnceValue(func() map[string]func() *speechTable {
	all := map[string]func() *speechTable{}
	for _, code := range lang.SpeechCodes() {
		all[code] = sync.OnceValue(func() *speechTable {
			l := lang.Speech(code)
			t := newSpeechTable([]*lang.Language{l})
			t.own = newManners(l)
			return t
		})
	}
	return all
})

// newSpeechTable returns the table of all.
func newSpeechTable(all []*lang.Language) *speechTable {
	t := new(speechTable)
	index := make(map[string]int32, 1<<14)
	t.roles, t.ends, t.spoken = make([][]role, len(all)), make([][]string, len(all)), make([]func() []slot, len(all))
	t.bodies, t.views = make([][]string, len(all)), make([][]string, len(all))
	t.press, t.among, t.thus = make([]map[int32]bool, len(all)), make([]map[int32]bool, len(all)), make([]map[int32]bool, len(all))
	t.whoever = make([]map[int32]bool, len(all))
	t.serves, t.ranks = make([]map[int32]bool, len(all)), make([][]string, len(all))
	t.stands, t.the = make([][]standEnding, len(all)), make([]map[int32]sex, len(all))
	t.pairs, t.called = make([]map[pair]bool, len(all)), make([]map[int32][]int32, len(all))
	t.dashes = make([]bool, len(all))
	t.nouns, t.forms, t.tells = make([]bool, len(all)), make([][]string, len(all)), make([]bool, len(all))
	for n, l := range all {
		t.codes = append(t.codes, l.Code)
		for trait := range l.Words("traits") {
			t.nouns[n] = t.nouns[n] || trait == "capital-nouns"
			t.dashes[n] = t.dashes[n] || trait == "dashes"
		}
		t.add(n, l, index)
	}
	for n, l := range all {
		if !hasCases(l) {
			t.add(n, lang.Any(), index)
		}
	}
	t.traits = make([]traits, len(t.words))
	t.slots = make([]slot, 1<<bits.Len(uint(3*len(t.words)/2)))
	for i := range t.slots {
		t.slots[i].row = -1
	}
	for row, w := range t.words {
		for n := range all {
			if t.roles[n][row]&roleFunction != 0 {
				t.traits[row] |= 1 << n
			}
			if t.roles[n][row]&(roleAbbr|roleSuffix) != 0 {
				t.traits[row] |= traitAbbreviates
			}
		}
		h := word.HashOf(w)
		t.filter[h>>8&1023] |= 1 << (h >> 18 & 63)
		i := place(t.slots, h)
		for t.slots[i].row >= 0 {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = slot{uint32(h), int32(row), role(t.traits[row] &^ traitAbbreviates)}
	}
	for n := range all {
		t.spoken[n] = sync.OnceValue(func() []slot {
			slots := slices.Clone(t.slots)
			for i := range slots {
				if row := slots[i].row; row >= 0 {
					slots[i].role = t.roles[n][row]
				}
			}
			return slots
		})
	}
	return t
}

// The 64-bit FNV-1a hash.
const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// place returns the slot where the search for hash h begins.
func place(slots []slot, h uint64) int { return int(h>>40) & (len(slots) - 1) }

// find returns the slot of the word whose hash is h, nil if there is none. Two
// words of one hash would be taken for each other, which harms nothing.
func (t *speechTable) find(slots []slot, h uint64) *slot {
	if t.filter[h>>8&1023]&(1<<(h>>18&63)) == 0 {
		return nil
	}
	for i := place(slots, h); ; i = (i + 1) & (len(slots) - 1) {
		s := &slots[i]
		if s.row < 0 {
			return nil
		}
		if s.tag == uint32(h) {
			return s
		}
	}
}

// row returns the row of the word whose hash is h, -1 if there is none.
func (t *speechTable) row(h uint64) int32 {
	if s := t.find(t.slots, h); s != nil {
		return s.row
	}
	return -1
}

// roleOf returns the parts that the word w can play in the only language of t.
func (t *speechTable) roleOf(w string) role {
	if s := t.find(t.spoken[0](), word.HashOf(strings.ToLower(w))); s != nil {
		return s.role
	}
	return 0
}

// addPairs adds the pairs of words of a line, with commas between them, to those of
// the language of column n.
func (t *speechTable) addPairs(n int, line string, index map[string]int32) {
	if t.pairs[n] == nil {
		t.pairs[n] = map[pair]bool{}
	}
	for p := range strings.SplitSeq(line, ",") {
		if verb, particle, ok := strings.Cut(strings.TrimSpace(p), " "); ok {
			t.pairs[n][pair{hashFolded(verb), hashFolded(particle)}] = true
			t.give(n, verb, roleSayWith, index)
		}
	}
}

// addCalled adds the titles of a line to those of the noun that begins it, in the language
// of column n.
func (t *speechTable) addCalled(n int, line string, index map[string]int32) {
	words := strings.Fields(line)
	if len(words) == 0 {
		return
	}
	if t.called[n] == nil {
		t.called[n] = map[int32][]int32{}
	}
	noun := t.give(n, words[0], 0, index)
	for _, title := range words[1:] {
		t.called[n][noun] = append(t.called[n][noun], t.give(n, title, 0, index))
	}
}

// theSections are those of the articles before a noun for somebody who is known, with whom they tell of.
var theSections = map[string]sex{"the": anySex, "the-man": male, "the-woman": female}

// setSections are those whose words make a set of their own, beside theSections.
var setSections = map[string]bool{"whom-all": true, "among": true, "thus": true, "serves": true, "whoever": true}

// addSet adds the words of a line to the set of the language of column n that its section makes, and reports whether it makes one.
func (t *speechTable) addSet(n int, section, line string, index map[string]int32) bool {
	x, articles := theSections[section]
	if !articles && !setSections[section] {
		return false
	}
	if t.the[n] == nil {
		t.the[n], t.press[n] = map[int32]sex{}, map[int32]bool{}
		t.among[n], t.thus[n], t.serves[n] = map[int32]bool{}, map[int32]bool{}, map[int32]bool{}
		t.whoever[n] = map[int32]bool{}
	}
	for w := range strings.FieldsSeq(line) {
		if e, is := strings.CutPrefix(w, "-"); is && section == "serves" {
			t.ranks[n] = append(t.ranks[n], e)
			continue
		}
		switch row := t.give(n, w, 0, index); {
		case articles:
			t.the[n][row] = x
		case section == "among":
			t.among[n][row] = true
		case section == "thus":
			t.thus[n][row] = true
		case section == "whoever":
			t.whoever[n][row] = true
		case section == "serves":
			t.serves[n][row] = true
		default:
			t.press[n][row] = true
		}
	}
	return true
}

// hasCases reports whether the names of l have cases, so that the given names of other languages cannot be told
// from them: Jana is Jan in the genitive.
func hasCases(l *lang.Language) bool {
	for range l.Words("case-ending") {
		return true
	}
	return false
}

// add adds the words that a file gives to the language of column n. Of its
// sections it reads those that have a role.
func (t *speechTable) add(n int, l *lang.Language, index map[string]int32) {
	for section, line := range l.Sections() {
		if section == "title-ending" {
			t.ends[n] = append(t.ends[n], strings.Fields(line.Text)...)
			continue
		}
		if section == "view" {
			t.views[n] = append(t.views[n], strings.Fields(line.Text)...)
		}
		if section == "role-ending" {
			t.bodies[n] = append(t.bodies[n], strings.Fields(line.Text)...)
			continue
		}
		if section == "noun-ending" {
			t.forms[n] = append(t.forms[n], strings.Fields(line.Text)...)
			continue
		}
		if section == "called" {
			t.addCalled(n, line.Text, index)
			continue
		}
		if section == "say-with" {
			t.addPairs(n, line.Text, index)
			continue
		}
		if t.addSet(n, section, line.Text, index) {
			continue
		}
		r := roleNames[section]
		t.tells[n] = t.tells[n] || r == roleTells
		if r == 0 {
			continue
		}
		for w := range strings.FieldsSeq(line.Text) {
			if e, is := strings.CutPrefix(w, "-"); is && r&roleStandIn != 0 {
				t.stands[n] = append(t.stands[n], standEnding{e, r & roleStandIn})
				continue
			}
			t.give(n, w, r, index)
		}
	}
}

// give gives the word w the role r in the language of column n, and returns its row.
func (t *speechTable) give(n int, w string, r role, index map[string]int32) int32 {
	i, ok := index[w]
	if !ok {
		i = int32(len(t.words))
		index[w] = i
		t.words = append(t.words, w)
		for n := range t.roles {
			t.roles[n] = append(t.roles[n], 0)
		}
	}
	t.roles[n][i] |= r
	return i
}
