package credit

import (
	"fmt"
	"slices"
)

// A use says how a phrase credits.
type use uint64

const (
	uBefore    use = 1 << iota // stands before its outlet: according to
	uVerb                      // verb whose subject is the outlet, of reporting
	uSay                       // verb whose subject is the outlet, that outlets also use of themselves
	uShow                      // verb whose subject is a document of the outlet
	uTail                      // stands after its outlet: zufolge
	uTell                      // verb of telling whose listener is an outlet in the dative
	uPast                      // adverbial of past time
	uSelf                      // after a verb of uSay: the outlet speaks of itself
	uAsk                       // verb of questioning, whose subject is somebody of the outlet
	uLine                      // phrase of credit lines: contributed to this report
	uWires                     // phrase of credit lines for agencies that they do not name: wire reports
	uWide                      // of uBefore: documents and prepositions may come between
	uVia                       // of uBefore: the outlet before it passes on what this one reported
	uBack                      // of uBefore: this outlet passes on what the one before it reported
	uPerson                    // of uBefore: what is told to the outlet's people is told to it
	uInterview                 // of uBefore: a credit only if somebody speaks in the sentence
	uLabel                     // of uBefore: a label, at the start of a sentence or followed by a colon
	uDoc                       // of uBefore: only if a document of the outlet follows; of uTell: only if what is told is on paper
	uSure                      // of uInterview: a credit even where nobody is seen to speak
	uNames                     // what stands there is an outlet, even if nobody knows it
	uAir                       // of uBefore: a station, on which somebody speaks
	uPoll                      // of uShow: only of polls; of uWhole it is uTop
	uSplit                     // of uVerb and uSay: only where a particle follows its subject: gab die Zeitung an
	uRevised                   // phrase of notes on what was changed in the text: has been updated
	uPeople                    // of uSay: only of the people of the outlet; of uBefore: only of those named
	uWhole                     // with an outlet's name it is a whole line: read the original article on
	uAfter                     // of uVerb: only behind its subject: leído, since one reads El País as well
	uScoop                     // of uBefore: only if something of the outlet follows that only reporters make: denied a CNN report
	uPodcast                   // of uBefore: only of what is called a podcast: an episode of, which films have too
	uService                   // what agencies and newsrooms are called where they introduce themselves: editorially independent
	uAux                       // of uDoc: or if an auxiliary follows the outlet: nach Reuters habe
	uAct                       // it credits nobody, though a part of it would: on the cover of; published the dossier; veröffentlicht werden
	uFinite                    // of uBefore: nothing if a person is its subject: he cited the Herald
	uComment                   // of uSay: no report if a host or an editor is its subject: the anchor called it a farce
	uJudge                     // the same of all people of a station
	uWitness                   // phrase between somebody of an outlet and the verb of what he says: who was there
	uTitled                    // phrase between a document and what it says: titled
	uShare                     // verb of giving recordings and pictures to all: released
	uPen                       // verb of what people write of something, where they do: explains the case at Vox
	uQuip                      // the same, behind a quotation and before somebody's name
	uPresent                   // the same, behind the name of an outlet and of somebody: At Slate, Jane Roe argues
	uOffer                     // verb of handing on, where a word of uLook is its object: offered a detailed look at
	uIntro                     // the same, where what was told stands behind a colon: had this to say:
	uRun                       // the same, of what it prints, where that has an object: ran a front-page story on
	uLook                      // word for an account: look, glimpse
	uOffice                    // before a name, what somebody is who writes for no outlet: senator
	uPrinted                   // of uPresent: only behind "in", of what is printed; of uBefore: nothing of stations, or of what more follows
	uSue                       // phrase before whoever is sued: lawsuit against
	uSued                      // phrase behind whoever is sued: is being sued
	uTally                     // of uSay: no report if how often is said: mentioned it 217 times
	uWords                     // what an outlet says something in, behind its genitive: in Forbes's words
	uEvent                     // of uBefore: what an outlet holds and people speak at: a town hall hosted by
	uAuthor                    // verb of writing a document of an outlet: wrote a Herald op-ed
	uFinds                     // of uVerb and uSay: no report if a word of uBacker is its object: found a buyer
	uGave                      // verb of giving an interview: gave, granted
	uGive                      // the same of one that is not yet given: to give
	uMany                      // before those whom an outlet asked, of whom there are many: dozens
	uTopic                     // before what was spoken of in an interview: about
	uBacker                    // whom an outlet finds for its business: buyer, sponsor
	uReceive                   // verb of an outlet to which the papers came that stand before it: emails the AP received
	uThere                     // verb of nobody, behind an outlet that a preposition puts where it is said: En Marca aseguran que
	uAside                     // of uBefore: only in brackets of its own, a comma between or none: (thanks, VGC)
	uFirst                     // of uVerb and uSay: only before its subject, since the word is a noun behind it: claim The Herald
	uPartner                   // before an outlet that another one worked with on a story: in collaboration with
)

// uTop is of uWhole: only above the text: from. It has the bit of uPoll, since no whole line is a
// verb of a document.
const uTop = uPoll

// uForum is of uBefore: only of sites, whose users speak there unless it is sure: a post on
// ResetEra claims. It is two that no phrase has together, since all bits are taken.
const uForum = uEvent | uPodcast

// uThanks is of uBefore: nothing where it is for something else than the report: our thanks to the Herald for the
// loan of a projector. It has the bit of uTally, since no such cue is a verb.
const uThanks = uTally

// uShared is of uTell: only of papers that stand behind it, and "with" before whom they are shared with.
const uShared = uDoc | uVia

var useNames = map[string]use{
	"before": uBefore, "verb": uVerb, "say": uSay, "show": uShow, "tail": uTail, "tell": uTell, "past": uPast, "self": uSelf, "line": uLine, "ask": uAsk, "wires": uWires, "revised": uRevised, "whole": uWhole, "service": uService,
	"witness": uWitness, "titled": uTitled, "share": uShare, "pen": uPen, "sue": uSue, "sued": uSued, "quip": uQuip, "present": uPresent, "offer": uOffer, "intro": uIntro, "run": uRun, "look": uLook, "office": uOffice, "words": uWords, "author": uAuthor, "receive": uReceive, "backer": uBacker, "many": uMany, "topic": uTopic, "gave": uGave, "give": uGive, "there": uThere, "partner": uPartner,
}

var useFlags = map[string]use{
	"wide": uWide, "via": uVia, "back": uBack, "person": uPerson, "interview": uInterview, "label": uLabel, "doc": uDoc, "scoop": uScoop, "podcast": uPodcast, "poll": uPoll, "sure": uSure, "air": uAir, "names": uNames, "aux": uAux, "people": uPeople, "split": uSplit, "top": uTop, "after": uAfter, "act": uAct, "finite": uFinite, "comment": uComment, "judge": uJudge, "printed": uPrinted, "tally": uTally, "first": uFirst, "event": uEvent, "finds": uFinds, "aside": uAside, "forum": uForum, "thanks": uThanks,
}

// A cuePhrase is a phrase and its uses.
type cuePhrase struct {
	text string
	use  use
}

// A trie finds the longest phrase along a row of words. Node 0 is the root;
// next maps another node and a word's id to the node after it.
type trie struct {
	begin []uint16 // by the id of a word, the node after the root; 0 if no phrase begins with it, as with most
	next  map[uint32]uint16
	cues  []cuePhrase // by node; use is 0 where no phrase ends
}

// after returns the node behind n for a word, 0 if there is none.
func (t *trie) after(n, id uint16) uint16 {
	switch {
	case n > 0:
		return t.next[uint32(n)<<16|uint32(id)]
	case int(id) < len(t.begin):
		return t.begin[id]
	}
	return 0
}

func (t *trie) add(ids []uint16, text string, u use) error {
	n := uint16(0)
	for _, id := range ids {
		m := t.after(n, id)
		if m == 0 {
			if len(t.cues) > 0xFFFF {
				return fmt.Errorf("too many phrases")
			}
			m = uint16(len(t.cues))
			t.cues = append(t.cues, cuePhrase{})
			if n > 0 {
				t.next[uint32(n)<<16|uint32(id)] = m
			} else {
				t.begin = slices.Grow(t.begin, max(0, int(id)+1-len(t.begin)))[:max(len(t.begin), int(id)+1)]
				t.begin[id] = m
			}
		}
		n = m
	}
	if t.cues[n].text == "" {
		t.cues[n].text = text
	}
	t.cues[n].use |= u
	return nil
}
