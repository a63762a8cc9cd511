package page

import (
	"math/bits"
	"net/netip"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// What stands in the place of an article, for people.
const (
	wallRobots  = "no article: the site asked whether a person reads it"
	wallMissing = "no article: the site has no such page"
	wallBroken  = "no article: the site was out of order"
	wallConsent = "no article: the site asked for consent to cookies"
	wallRegion  = "no article: the site shows the page in some countries only"
	wallLogin   = "no article: the site asked to log in or to subscribe"
	wallMoved   = "no article: the page only leads to another"
	wallScript  = "no article: a script was to put the text there"
	wallIndex   = "no article: an index of files"
	wallListing = "no article: the page lists others"
	wallArchive = "no article: the archive has no copy of the page"
	wallDomain  = "no article: the address of the site is for sale"
	wallTeaser  = "only the beginning: the site keeps the rest for those who log in or subscribe"
)

// Bounds of what a wall says, in bytes and words, and of the beginning of an
// article that may stand before one. News briefs are as short: length alone
// makes no wall.
const (
	longestWall   = 4 << 10
	mostWallWords = 150
	consentWords  = 400
	// The words of a text that its first line alone tells to be an error. Crawlers keep the title of a list beside it.
	mostErrorWords = 45
	teaserWords    = 60
)

// Wall says what a page is that has this title and text, if it is no article: a
// question for consent or for a person, an error, a form to log in. It is empty
// for all others. It goes by what such pages say in English, German, French,
// Spanish, Italian and Portuguese, and in part in a dozen more languages, and only if
// they say little else.
func Wall(title, text string) string {
	title = strings.ToLower(clean(title))
	if listsFiles(title) {
		return wallIndex
	}
	if len(text) > longestWall {
		return ""
	}
	words := wordsUpTo(text, consentWords+1)
	if words > consentWords {
		return ""
	}
	if reason := longWall(title, text); reason != "" || words > mostWallWords {
		return reason
	}
	first := ""
	if words <= mostErrorWords {
		first = headingOf(text)
	}
	text = strings.ToLower(text)
	if containsAny(text, notRobot) && (strings.Contains(text, "captcha") || givesAddress(text)) {
		return wallRobots
	}
	for i := range walls {
		w := &walls[i]
		if w.fits(title, text) || w.heads && called(first, w.titles) {
			return w.reason
		}
	}
	return ""
}

// headingOf returns the first line of a text of several in lower case, if it may be a heading.
func headingOf(text string) string {
	first, _, lines := strings.Cut(strings.TrimSpace(text), "\n")
	if !lines || len(first) > nearBegin {
		return ""
	}
	return strings.ToLower(clean(first))
}

// longWall does what Wall does for pages that may say more: they ask for consent, have no copy, or offer the domain.
func longWall(title, text string) string {
	switch {
	case archiveSays().In(text[:min(len(text), nearBegin)]):
		return wallArchive
	case speaksOfConsent().In(text) && asksConsent(strings.ToLower(text)):
		return wallConsent
	case sellsDomain(title) && offersDomain(strings.ToLower(text)):
		return wallDomain
	}
	return ""
}

// nearBegin is how far into a text an archive says that it has no copy, in bytes.
const nearBegin = 160

// archiveSays finds what archives say that have no copy of a page.
var archiveSays = sync.OnceValue(func() *word.Phrases { return word.NewPhrases(listed("wall-archive-says")) })

// domainTitles are what stands behind the name of a domain in the title of a page that offers it.
var domainTitles = listed("domain-title")

// domainOffers are words of those who offer a domain.
var domainOffers = listed("domain-offer")

// sellsDomain reports whether a title, in lower case, says that a domain is for sale, which it names: example.com is for sale.
// A headline may say the same of one that is in the news.
func sellsDomain(title string) bool {
	for _, begin := range [...]string{"the domain name ", "the domain ", "domain ", "buy "} {
		title = strings.TrimPrefix(title, begin)
	}
	name, rest, _ := strings.Cut(title, " ")
	if k := strings.LastIndexByte(name, '.'); k < 1 || len(name)-k < len(".de") || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
		return false
	}
	rest = strings.TrimLeft(rest, "-–—|: ")
	return called(rest, domainTitles)
}

// offersDomain reports whether a text, in lower case, offers a domain to whoever reads it.
func offersDomain(text string) bool {
	const least = 3
	n := 0
	for _, w := range domainOffers {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n >= least
}

// listsFiles reports whether a title, in lower case, is that of the page which a server, or a program that
// copies sites, makes of the files in a folder.
func listsFiles(title string) bool {
	for _, t := range [...]string{"index of /", "directory listing for /", "directory listing of /", "local index - httrack"} {
		if strings.HasPrefix(title, t) {
			return true
		}
	}
	return false
}

// notRobot is what a site asks those to say whose address it does not trust; a film
// may be called so too.
var notRobot = listed("not-robot")

// givesAddress reports whether a word of text is an address on the network, as of
// whoever asked for the page: 192.0.2.7.
func givesAddress(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if a, err := netip.ParseAddr(strings.Trim(w, ".,;:()")); err == nil && a.IsValid() {
			return true
		}
	}
	return false
}

// called reports whether a title, in lower case, is one of titles, with dots or a
// mark behind it or the name of a site behind a dash or bar at most.
func called(title string, titles []string) bool {
	const longestSite = 50 // bytes
	for _, t := range titles {
		rest, ok := strings.CutPrefix(title, t)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " .…!?")
		if rest == "" || len(rest) <= longestSite && strings.ContainsAny(rest[:1], "-|") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "·") {
			return true
		}
	}
	return false
}

// wordsUpTo returns how many words s has, as strings.Fields parts them, or most if it
// has more.
func wordsUpTo(s string, most int) int {
	n, within := 0, 0 // within a word: 1
	for i := 0; i < len(s) && n < most; {
		if i+8 <= len(s) && most-n >= 4 { // eight bytes begin four words at most
			if x := word.Load(s, i); x&word.HighBits == 0 {
				spaces := spaces8(x)
				n += bits.OnesCount64(^spaces & (spaces<<8 | uint64(1-within)<<7) & word.HighBits)
				within = 1 - int(spaces>>63)
				i += 8
				continue
			}
		}
		outside, size := int(asciiSpace[s[i]]), 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				outside = 1
			}
		}
		n += (1 - within) & (1 - outside)
		within = 1 - outside
		i += size
	}
	return n
}

// spaces8 returns a mask of the bytes of x, all of ASCII, that are white space.
func spaces8(x uint64) uint64 {
	// Adding to 7 bits carries into the 8th, and no further, from a bound upwards.
	controls := (x + (0x80-'\t')*word.EachByte) &^ (x + (0x7f-'\r')*word.EachByte)
	others := (x ^ ' '*word.EachByte) + 0x7f*word.EachByte
	return (controls | ^others) & word.HighBits
}

// asciiSpace is 1 for each byte of ASCII that is white space.
var asciiSpace = [256]uint8{'\t': 1, '\n': 1, '\v': 1, '\f': 1, '\r': 1, ' ': 1}

// speaksOfConsent finds what any of consents has in ours, in one look.
var speaksOfConsent = sync.OnceValue(func() *word.Phrases {
	var all []string
	for _, asks := range consents {
		all = append(all, asks.ours...)
	}
	return word.NewPhrases(all)
})

// asksConsent reports whether a text, in lower case, speaks as sites do that ask
// for consent, and has five or more of the words in which those of its language do.
func asksConsent(text string) bool {
	for _, asks := range consents {
		n := 0
		for _, t := range asks.terms {
			if strings.Contains(text, t) {
				n++
			}
		}
		if n >= 5 && containsAny(text, asks.ours) {
			return true
		}
	}
	return false
}

// teases reports whether a page of which little text was found asks to log in or
// to subscribe for the rest.
func teases(source, text string) bool {
	return len(text) < longestWall && wordsIn(text) < teaserWords && teasing().In(source)
}

// A kindOfWall is told by its titles and phrases, in lower case.
type kindOfWall struct {
	reason          string
	titles, phrases []string
	heads           bool // a short text that begins with such a title under another is one too: the page has it as its heading
}

// fits reports whether a title or a text, in lower case, is of this kind.
func (w *kindOfWall) fits(title, text string) bool {
	return called(title, w.titles) || containsAny(text, w.phrases)
}

var walls = [...]kindOfWall{
	{wallRobots, listed("wall-robots-title"), listed("wall-robots-says"), true},
	{wallMissing, listed("wall-missing-title"), listed("wall-missing-says"), true},
	{wallDomain, nil, listed("wall-domain-says"), false},
	{wallScript, nil, listed("wall-script-says"), false},
	{wallMoved, listed("wall-moved-title"), nil, true},
	{wallBroken, listed("wall-broken-title"), listed("wall-broken-says"), true},
	{wallRegion, listed("wall-region-title"), listed("wall-region-says"), true},
	{wallConsent, listed("wall-consent-title"), nil, false},
	{wallLogin, listed("wall-login-title"), listed("wall-login-says"), false},
}

// consents are the words of questions for consent, one entry a language: those by
// which a site speaks of itself, and others.
var consents = consentWordsByLanguage()

func consentWordsByLanguage() (all []struct{ ours, terms []string }) {
	ours, terms := rows("consent-ours"), rows("consent-terms")
	for i := range ours {
		all = append(all, struct{ ours, terms []string }{ours[i], terms[i]})
	}
	return all
}

// teasing finds teaserPhrases.
var teasing = phrases(teaserPhrases...)

// teaserPhrases ask to log in or to subscribe for the rest of an article.
var teaserPhrases = listed("teaser")
