package layout

import (
	"embed"
	"strings"
	"sync"
)

//go:embed furniture/words.txt furniture/phrases.txt
var furnitureFiles embed.FS

// A wordClass is a set of the classes of furniture/words.txt.
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
	wordEnglish
	wordSpanish
	wordFrench
	wordGerman
	wordItalian
	wordPortuguese

	// What the phrases make of a word.
	wordBegins // begins one that stands at the beginning of a line
	wordWithin // begins one that stands anywhere
)

// wordFunction are the commonest words of any language.
const wordFunction = wordEnglish | wordSpanish | wordFrench | wordGerman | wordItalian | wordPortuguese

var wordClasses = map[string]wordClass{
	"chrome": wordChrome, "network": wordNetwork, "section": wordSection, "paper": wordPaper, "agency": wordAgency,
	"photo": wordPhoto, "by": wordBy, "role": wordRole, "particle": wordParticle, "month": wordMonth,
	"weekday": wordWeekday, "when": wordWhen, "zone": wordZone, "clock": wordClock, "ago": wordAgo, "tld": wordTLD,
	"fn-en": wordEnglish, "fn-es": wordSpanish, "fn-fr": wordFrench, "fn-de": wordGerman, "fn-it": wordItalian, "fn-pt": wordPortuguese,
}

// A term is a word that the tables know. Terms are compared by address.
type term struct {
	class   wordClass
	phrases []*phrase // that begin with it at the beginning of a line
	within  []*phrase // that begin with it anywhere
}

// The terms that stand for more than one word.
var (
	anyWords = &term{} // * within a phrase
	noTerm   = &term{} // a word no table knows
)

var furnitureWords = sync.OnceValue(func() *vocabulary {
	v := newVocabulary()
	words, err := furnitureFiles.ReadFile("furniture/words.txt")
	if err != nil {
		panic("article: no words of furniture") // the file is compiled in
	}
	for row := range strings.Lines(string(words)) {
		name, list, _ := strings.Cut(row, ":")
		class := wordClasses[name]
		if class == 0 {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			v.term(word).class |= class
		}
	}
	phrases, err := furnitureFiles.ReadFile("furniture/phrases.txt")
	if err != nil {
		panic("article: no phrases of furniture")
	}
	v.addPhrases(string(phrases))
	v.seal()
	return v
})
