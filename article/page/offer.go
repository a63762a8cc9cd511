package page

import (
	"strings"
	"sync"

	"wiretrace/lang/word"
)

// endsInOffers reports whether a text is the beginning of an article behind which there is nothing but the offers of a
// site to subscribe, headed by words that keep the rest for those who do:
//
//	The council has found a new home for its boats.
//	To read on, log in or choose a subscription
//	Digital: all articles for £6.90 a month. You can cancel at any time.
//
// It does not of texts that go on behind such words, as where the rest is folded away.
func endsInOffers(text string) bool {
	if len(text) > longestWall {
		return false
	}
	paragraphs := strings.Split(text, "\n\n")
	gate := gateIn(paragraphs)
	if gate < 0 {
		return false
	}
	offers, others := 0, 0
	for _, p := range paragraphs[gate:] {
		switch {
		case offerWords().In(p) || asksToSubscribe(p):
			offers += len(p)
		case len(p) >= shortestProse:
			others += len(p)
		}
	}
	const least = 5 // times what is no offer
	return offers >= least*others
}

// gateIn returns which paragraph is the first that asks to subscribe for the rest of a text, behind one at least and fewer
// than teaserWords words; -1 if none is.
func gateIn(paragraphs []string) int {
	words := 0
	for i, p := range paragraphs {
		if i > 0 && asksToSubscribe(p) {
			return i
		}
		if words += wordsIn(p); words >= teaserWords {
			break
		}
	}
	return -1
}

// asksToSubscribe reports whether a paragraph asks to log in or to subscribe for the rest of a text.
func asksToSubscribe(p string) bool {
	const longest = 300 // bytes
	return len(p) <= longest && gatePhrases().In(p)
}

// gatePhrases finds, besides teaserPhrases, what a paragraph says that stands before offers.
var gatePhrases = sync.OnceValue(func() *word.Phrases {
	return word.NewPhrases(append(listed("gate"), teaserPhrases...))
})

// offerWords finds what a site says of subscriptions in its offers.
var offerWords = sync.OnceValue(func() *word.Phrases {
	return word.NewPhrases(listed("offer"))
})
