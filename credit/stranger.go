package credit

import (
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A stranger is an outlet that the gazetteer does not have and whose name has
// not the shape of an outlet's: The Aperture. It is found where only an outlet
// can stand: after a capital "The" within a sentence, if it is told something
// or reports it, and after "originally appeared on". Once found, its name means
// it everywhere in the article.

// mostStranger is the number of words of a stranger's name.
const mostStranger = 4

// stranger returns the outlet that may be named by the article at token i, a
// capital "The" within a sentence, and the words after it. It counts only
// beside a cue for names.
func (s *reading) stranger(i int) (head, bool) {
	if i == 0 || s.tokens[i].hard()&^gComma != 0 || s.tokens[i].gap&(gQuote|gEnd) != 0 || s.tokens[i-1].capitalWord() && s.tokens[i].hard() == 0 {
		return head{}, false
	}
	l, r, ok := s.properName(i+1, mostStranger)
	if !ok || s.tokens[l].gap&^gSpace != 0 {
		return head{}, false
	}
	for k := l; k <= r; k++ {
		if s.tokens[k].is(cTitle | cFirstTitle | cDemonym | cStaff) {
			return head{}, false // of the shape of an outlet's name, or an office
		}
	}
	h := head{l: s.phraseStart(i), at: i, r: r, stranger: true}
	h.name = s.text(i, r)
	h.own = s.isOwn(h.name)
	return h, !h.own && len(h.name) <= longestName
}

// issued returns the outlet that may be named by token i, how often or when a paper is printed, and the one word behind
// it, after a small article: the Sunday Spindle, the Daily Lantern. It counts only beside a sure cue, as clubs and
// rites are called so too.
func (s *reading) issued(i int) (head, bool) {
	if len(s.x.issues) == 0 || i == 0 || !s.tokens[i-1].is(cThe) || s.tokens[i].gap != gSpace || !s.follows(i+1) {
		return head{}, false
	}
	if !s.tokens[i].capital || !slices.Contains(s.x.issues, s.folded(i)) {
		return head{}, false
	}
	l, r, ok := s.properName(i+1, mostStranger)
	if !ok || l != r || s.tokens[l].gap != gSpace || s.tokens[l].is(cDay|cMonth|cStaff|cRole|cTitle) || slices.Contains(s.x.gatherings, s.folded(l)) {
		return head{}, false
	}
	h := head{l: i - 1, at: i, r: r, shaky: true}
	h.name = s.text(i, r)
	h.own = s.isOwn(h.name)
	return h, !h.own && len(h.name) <= longestName
}

// hosted reports whether token i begins a host of two labels that is written like a
// name: Iranwire.com.
func (s *reading) hosted(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].gap != gDot || s.tokens[i+1].name >= 0 || s.tokens[i].gap&(gDot|gSlash|gHyphen) != 0 {
		return false
	}
	if s.tokens[i].end-s.tokens[i].start < 3 || !siteEnd(s.folded(i+1)) {
		return false
	}
	return i+2 == len(s.tokens) || s.tokens[i+2].gap&(gSlash|gHyphen) == 0 && s.tokens[i+2].gap != gDot
}

// siteEnd reports whether hosts of outlets end so: iranwire.com, marlow.news, echo.co. Those
// of offices and clubs, .gov and .org, are left out.
func siteEnd(label string) bool {
	switch label {
	case "com", "net", "news", "info", "media", "press", "today", "online", "live", "tv", "io", "co", "example":
		return true
	}
	if len(label) != 2 {
		return false
	}
	_, icann := publicsuffix.PublicSuffix(label)
	return icann
}

// site returns the outlet that the host at token i may be. Shops and services have
// sites as well: it counts beside a cue for names.
func (s *reading) site(i int) (head, bool) {
	h := head{l: s.phraseStart(i), at: i, r: i + 1, stranger: true}
	h.name = s.text(i, i+1)
	h.own = s.isOwn(s.text(i, i))
	return h, !h.own && len(h.name) <= longestName
}

// origin returns the outlet that token i begins to name after the words of
// another's text: This article originally appeared on Peoria Express.
func (s *reading) origin(i int) (head, bool) {
	k := i
	if k > 0 && s.tokens[k-1].is(cThe) && s.tokens[k].hard() == 0 {
		k--
	}
	if k == 0 || s.tokens[k].hard() != 0 {
		return head{}, false
	}
	q, _, ok := s.behind(k-1, uLine)
	if !ok || q.use&uNames == 0 {
		return head{}, false
	}
	l, r, ok := s.properName(i, mostStranger)
	if !ok || s.tokens[l].is(cDay|cMonth) || r-l+1 > mostStranger {
		return head{}, false
	}
	r = s.sentenceEnd(l, r)
	switch {
	case k == i && s.permits(q.text) && outlet.Personal(s.text(l, r)):
		return head{}, false // by permission of Jane Roe
	case s.owns(r) && r+2 < len(s.tokens) && s.tokens[r+2].capitalWord() && s.tokens[r+2].hard() == 0:
		return head{}, false // of the owner: the Marlow Institute's City Journal
	case l == r && (s.hosted(r) || r+1 < len(s.tokens) && s.tokens[r+1].gap == gDot && s.folded(r+1) == "org"):
		r++
	}
	h := head{l: k, at: l, r: r}
	if name := s.text(l, r); len(name) <= longestName {
		h.source = s.remember(name)
		h.own = s.isOwn(name)
		return h, true
	}
	return head{}, false
}

// sentenceEnd returns the last of the tokens l to r before which no sentence ends: the Marlow Echo.
// Read more.
func (s *reading) sentenceEnd(l, r int) int {
	const longest = 3 // letters of an abbreviation: St. Alban News
	for k := l + 1; k <= r; k++ {
		stop := s.tokens[k].gap&gDot != 0 && s.tokens[k].gap != gDot && s.tokens[k-1].end-s.tokens[k-1].start > longest
		if stop || s.tokens[k].gap&gEnd != 0 {
			return k - 1
		}
	}
	return r
}

// permits reports whether behind the words of cue, of a line that says whose a text is, a person may
// stand as well as an outlet: with permission from, published by.
func (s *reading) permits(cue string) bool {
	return strings.Contains(cue, "permission") || strings.HasSuffix(cue, " by")
}

// acquaint remembers stranger h, which rel credits, and reports whether rel is a
// relation that only outlets have.
func (s *reading) acquaint(h *head, rel *relation) bool {
	if rel.use&uNames == 0 {
		return false
	}
	h.source = s.remember(h.name)
	s.met = true
	return true
}

// midSentence reports whether the word at text[i] follows a small letter or a
// comma and a space.
func midSentence(text string, i int) bool {
	return i > 1 && text[i-1] == ' ' && (text[i-2] == ',' || word.ASCII[text[i-2]] == 1 && text[i-2] >= 'a')
}

// originLine appends the credit of a line of furniture that says where the text
// first appeared, by a name that nobody knows.
func (s *reading) originLine(dst []Credit, span article.Span, m int) []Credit {
	s.tokenize(span, m)
	s.findHeads()
	if len(s.heads) == 0 || !s.hasLine() {
		return dst
	}
	return s.line(dst)
}
