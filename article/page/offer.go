package page

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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

// offerMark is the attribute that marks a block of a part in which a site offers the rest of the text.
const offerMark = "offer-of-site"

// longestOffer is the length in bytes of the longest such part that may stand between the paragraphs of a text.
const longestOffer = 700

// isOffer reports whether n is a part in which the site offers the rest of the text to those who subscribe: it is named so,
// is small, and says so.
func (s survey) isOffer(n *html.Node, all measure) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.P, atom.Article:
	default:
		return false
	}
	m := s[n]
	if len(n.Attr) == 0 || m.text == 0 || m.text > longestOffer || m.title || !m.minor(all) {
		return false
	}
	named := offerNames().In(attr(n, "class")) || offerNames().In(attr(n, "id"))
	return (named || n.DataAtom != atom.P && s.leadsToAccount(n)) && gatePhrases().In(textOf(n, longestOffer))
}

// leadsToAccount reports whether n, whatever it is named, is a part around a link to where accounts are opened, or subscriptions
// bought, that holds no longer line but what such parts say.
func (s survey) leadsToAccount(n *html.Node) bool {
	const longestLine = 80 // bytes
	if s[n].links == 0 {
		return false
	}
	leads := false
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		switch {
		case c.DataAtom == atom.A:
			leads = leads || accountNames().In(attr(c, "href"))
		case isTextBlock(c.DataAtom) && s[c].text > longestLine:
			if line := textOf(c, longestOffer); !gatePhrases().In(line) && !offerWords().In(line) {
				return false
			}
		}
	}
	return leads
}

// accountNames are parts of the addresses of pages on which accounts are opened or subscriptions bought.
var accountNames = phrases("subscri", "suscri", "abonn", "abo-", "/abo", "abbon", "assin", "login", "log-in", "signin", "sign-in", "signup", "sign-up", "register", "registr", "prenum", "inlog", "inloggen", "konto", "account", "connexion", "acceder", "accedi", "zaloguj", "logowanie", "anmeld", "registrier", "offres", "entrar", "logga-in", "log-ind", "logg-inn", "aanmeld", "prihlas", "giris", "predplat", "podpiska", "uyelik", "membership")

// offerNames are parts of the classes and ids of such parts. They are those of other parts too.
var offerNames = phrases("paywall", "pay-wall", "offer", "upsell", "subscri", "suscri", "abonn", "abo-", "-abo", "premium", "plus", "register", "regist", "login", "barrier", "piano", "leaky", "metering", "angebot", "gate", "wall", "locked", "restrict", "continue",
	"muro", "pago", "pagamento", "bezahl", "schranke", "peage", "payant", "reserve", "abbon", "assin", "exclusiv", "prenum", "betal", "betaal", "subskr", "dostep", "predplat", "platn", "podpis", "uyelik")

// asksForMailbox reports whether a form is there to leave one's address, as for a newsletter.
func asksForMailbox(form *html.Node) bool {
	for c := next(form, form, false); c != nil; c = next(form, c, false) {
		if c.DataAtom == atom.Input && attr(c, "type") == "email" {
			return true
		}
	}
	return false
}

// asksOnly reports whether an element holds no more than a form and the words that tell what it is for: a page may stand in a form as
// a whole.
func (m measure) asksOnly() bool {
	const longest, longestLine = 250, 120 // bytes
	return m.text <= longest && m.prose <= longestLine && !m.title
}

// aroundForm returns the outermost part around a form that holds no more than the words which tell what it is for; the form itself if it
// holds more, or none is around it.
func (s survey) aroundForm(form *html.Node) *html.Node {
	for form.Parent != nil {
		m := s[form.Parent]
		switch form.Parent.DataAtom {
		case atom.Div, atom.Section, atom.Aside:
		default:
			return form
		}
		if !m.asksOnly() {
			return form
		}
		form = form.Parent
	}
	return form
}

// markOffer marks the blocks of such a part, since they are taken out of it one by one.
func markOffer(n *html.Node) {
	mark := html.Attribute{Key: offerMark}
	n.Attr = append(n.Attr, mark)
	for c := next(n, n, false); c != nil; c = next(n, c, false) {
		if c.Type == html.ElementNode && isTextBlock(c.DataAtom) {
			c.Attr = append(c.Attr, mark)
		}
	}
}

// withoutOffers leaves out what stood in such parts where the text goes on behind them, folded away: there the offer
// is one that its reader did not need.
func withoutOffers(ps []paragraph) []paragraph {
	behind, last := 0, len(ps)-1
	for ; last >= 0 && !ps[last].offer; last-- {
		if len(ps[last].text) >= shortestProse {
			behind += len(ps[last].text)
		}
	}
	if last < 0 || behind < leastText {
		return ps
	}
	return slices.DeleteFunc(slices.Clone(ps), func(q paragraph) bool { return q.offer })
}
