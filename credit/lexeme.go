package credit

import (
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A class is a set of what a single word can be in the noun phrases and
// clauses around the name of an outlet.
type class uint64

const (
	cDet         class = 1 << iota // determiner: a, its, both
	cThe                           // definite determiner, with which "the newspaper" points back
	cOwn                           // with a press word, it means the article's own outlet: this newspaper
	cAdj                           // other words of a noun phrase around an outlet: Spanish, weekly, recent
	cPress                         // noun for an outlet: newspaper, agency; its flag is the sort
	cFill                          // noun beside an outlet's name that, unlike those of cPress, never means an outlet named before: organization, TV
	cDoc                           // noun for what an outlet publishes: report, interview
	cPoll                          // the same, for opinion polls
	cRole                          // people of an outlet whose reports are the outlet's: reporter
	cStaff                         // people and things of an outlet that do not report: executive, analyst
	cPrep                          // preposition: what follows is no subject
	cDocPrep                       // preposition between a document and its outlet: report in, report by
	cBound                         // conjunction: a clause may begin after it
	cRelative                      // relative pronoun
	cAdv                           // adverb or word of time that may stand between outlet and verb
	cDay                           // day of the week
	cMonth                         // month
	cAux                           // auxiliary verb
	cAnd                           // joins outlets: and
	cPossessive                    // the s of 's
	cBusiness                      // after a verb: the outlet as a company
	cSpeech                        // verb of saying of people: an interview it goes with is a source
	cPost                          // word for posting on a platform
	cFollow                        // word of an invitation to follow or share
	cPostPrep                      // preposition before a platform
	cPastMonth                     // preposition that makes a month an adverbial of past time
	cDemonym                       // adjective of a country; its flag is the country
	cTitle                         // last word of the names of outlets: Courier
	cCommonTitle                   // title word that many other names end in: Star
	cDateWord                      // small word or month, of any language, in datelines
	cFirstTitle                    // first word of the names of outlets: Diario
	cDative                        // before the one who is told: a, al, to
	cInterview                     // of cDoc: an interview
	cConnect                       // word within a name: of, de
	cPhoto                         // word of the credits of photographs
	cMember                        // between somebody's name and an outlet: Jane Roe of CNN
	cContracted                    // preposition and definite article in one: al, du, vom
	cAbsolute                      // before a subject whose verb is a participle: with CNN reporting
	cWith                          // before an agency in a credit line: avec AFP
	cByWord                        // first word of a byline: by
	cOrigin                        // of the words for where a text first appeared: originally
	cAffiliate                     // beside the name of a network: a station of its own is meant
	cJoint                         // opens a clause with its verb at the end: wie X ... berichtet
	cLineLabel                     // before the agency in a line of its own: source, quelle
	cFinal                         // auxiliary whose verb stands at the end of the clause: will ... erfahren haben
	cParticle                      // ends a clause whose verb it belongs to: gab die Zeitung an
	cDispatch                      // ends a dateline without spaces: 电
	cSuch                          // before some of those just named: including
	cNetwork                       // known with the number of a channel as a local station: Fox 8
	cPronoun                       // for a person or a thing: he, it
	cReaction                      // verb of what people do in words, besides others: an interview it goes with tells of that
	cBeside                        // before a preposition, ties the outlet's people to others: along with
	cNegation                      // between an outlet and its verb: did not report
	cBe                            // before a participle: was accused
	cFuture                        // before a verb of what is still to come: will
	cStage                         // what somebody makes at an outlet and it does not publish: a CNN appearance
	cEdition                       // in or on which an outlet tells something, between it and its verb: in its Sunday edition
	cKnown                         // of cPress: points back without a determiner: tidningen, газета
	cOfficial                      // within the names of gazettes of states: Diario Oficial
	cPapers                        // what is handed to an outlet and says something: figures, a recording
	cScoop                         // of cDoc: what only reporters make: an investigation
	cMedia                         // a recording or pictures, which outlets give to all: footage
	cAir                           // of cFill: what stations send, which is their name after a country's: Syrian state TV
	cHost                          // of cRole: those who comment, and those who manage: anchor, editor, managing
)

// cNounPhrase is what may stand between a determiner and the name of an outlet.
const cNounPhrase = cDet | cThe | cAdj | cPress | cFill | cDemonym

var classNames = map[string]class{
	"det": cDet, "the": cThe | cDet, "own": cOwn, "adj": cAdj, "press": cPress, "fill": cFill, "doc": cDoc, "poll": cPoll | cDoc, "interview": cInterview | cDoc,
	"role": cRole, "staff": cStaff, "prep": cPrep, "docprep": cDocPrep, "bound": cBound, "relative": cRelative, "adv": cAdv,
	"day": cDay | cAdv, "month": cMonth, "aux": cAux, "and": cAnd, "possessive": cPossessive, "business": cBusiness,
	"speech": cSpeech, "post": cPost, "follow": cFollow, "postprep": cPostPrep, "pastmonth": cPastMonth, "demonym": cDemonym,
	"title": cTitle, "commontitle": cCommonTitle, "firsttitle": cFirstTitle, "dateword": cDateWord, "dative": cDative, "connect": cConnect, "photo": cPhoto, "byword": cByWord, "member": cMember, "with": cWith, "absolute": cAbsolute, "contracted": cContracted, "joint": cJoint, "affiliate": cAffiliate, "origin": cOrigin, "linelabel": cLineLabel, "dispatch": cDispatch, "final": cFinal, "particle": cParticle, "such": cSuch, "air": cAir, "stage": cStage, "network": cNetwork, "reaction": cReaction, "future": cFuture, "negation": cNegation, "be": cBe, "beside": cBeside, "pronoun": cPronoun, "edition": cEdition, "official": cOfficial, "known": cKnown, "papers": cPapers, "scoop": cScoop, "host": cHost | cRole, "media": cMedia,
}

// A lexeme is what the cues of one language know of a word. The zero value is
// a word they do not know.
type lexeme struct {
	class   class
	id      uint16      // of the word within phrases; 0 if it stands in none
	sort    outlet.Sort // of cPress; empty for any
	country string      // of cDemonym
	month   int8        // of cMonth, from 1
	news    bool        // of cPress: it is nothing but the press wherever a name follows: Nachrichtenagentur, not Agentur
}

// A lexemeTable finds lexemes by word.FoldHash. A word is looked up for each
// word of a text, and most are in no table: the set before it tells.
type lexemeTable struct {
	known   word.Bits
	hashes  []uint64 // open addressing, a power of two, at a load of a half at most; 0 where empty
	lexemes []lexeme // at the same places
}

// unknownWord is what a lexicon knows of all words that it does not have.
var unknownWord lexeme

func newLexemeTable(words map[string]lexeme) lexemeTable {
	size := 1 << 9 // bits of known
	for size < 16*len(words) {
		size <<= 1
	}
	t := lexemeTable{known: word.NewBits(size), hashes: make([]uint64, size/8), lexemes: make([]lexeme, size/8)}
	for w, l := range words {
		h, end := word.FoldHash(w, 0, len(w))
		if end != len(w) {
			continue // not one word of a text
		}
		t.known.Put(h)
		i := t.place(h)
		t.hashes[i], t.lexemes[i] = h, l
	}
	return t
}

// place returns where the lexeme with hash h stands, or the empty place where it would.
func (t *lexemeTable) place(h uint64) int {
	most := len(t.hashes) - 1
	i := int(h>>20) & most
	for t.hashes[i] != 0 && t.hashes[i] != h {
		i = (i + 1) & most
	}
	return i
}

// find returns what is known of the word with the given word.FoldHash.
func (t *lexemeTable) find(h uint64) *lexeme {
	if t.known.Has(h) {
		if i := t.place(h); t.hashes[i] == h {
			return &t.lexemes[i]
		}
	}
	return &unknownWord
}
