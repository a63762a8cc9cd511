package layout

import (
	_ "embed" // the phrases
	"sync"

	"wiretrace/lang"
)

//go:embed phrases.txt
var phraseRows string

// A wordClass is a set of the parts that a word may play in lines of furniture.
type wordClass uint32

const (
	wordChrome wordClass = 1 << iota
	wordNetwork
	wordSection
	wordPaper
	wordAgency
	wordPhoto
	wordBy
	wordRole
	wordParticle
	wordMonth
	wordWeekday
	wordWhen
	wordZone
	wordClock
	wordAgo
	wordTLD

	// What the phrases make of a word.
	wordBegins // begins one that stands at the beginning of a line
	wordWithin // begins one that stands anywhere

	// wordTongue is the class of the commonest words of the first language;
	// those of the others are above it.
	wordTongue

	wordEnglish = wordTongue // which has the first rank

	// wordForeign is the class of the commonest words of the languages of which only
	// what papers print is known.
	wordForeign wordClass = 1 << 31
)

// wordFunction are the commonest words of any language.
const wordFunction = ^(wordTongue - 1)

// wordClasses are the sections of the words of a language that lines of
// furniture are made of.
var wordClasses = map[string]wordClass{
	"chrome": wordChrome, "network": wordNetwork, "section": wordSection, "paper": wordPaper, "agency": wordAgency,
	"photo": wordPhoto, "by": wordBy, "line-role": wordRole, "particle": wordParticle, "month": wordMonth,
	"weekday": wordWeekday, "when": wordWhen, "zone": wordZone, "clock": wordClock, "ago": wordAgo, "tld": wordTLD,
}

// A term is a word that the tables know. Terms are compared by address.
type term struct {
	class   wordClass
	phrases []*phrase // that begin with it at the beginning of a line
	within  []*phrase // that begin with it anywhere

	requests []*request // that begin with it
	prompt   promptClass
}

// The terms that stand for more than one word.
var (
	anyWords = &term{} // * within a phrase
	noTerm   = &term{} // a word no table knows
)

var furnitureWords = sync.OnceValue(func() *vocabulary {
	v := newVocabulary()
	v.addWords(lang.Any())
	for i, l := range lang.All() {
		v.addWords(l)
		for w := range l.Words("function") {
			v.term(w).class |= wordTongue << i
		}
	}
	for _, code := range lang.PressCodes() {
		l := lang.Press(code)
		v.addWords(l)
		for w := range l.Words("function") {
			v.term(w).class |= wordForeign
		}
	}
	v.addPhrases(phraseRows)
	v.addPrompts(promptRows)
	v.seal()
	return v
})

// addWords adds the words of a language.
func (v *vocabulary) addWords(l *lang.Language) {
	for section, class := range wordClasses {
		for w := range l.Words(section) {
			v.term(w).class |= class
		}
	}
}
