package credit

import (
	"strings"

	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// phraseStart returns the first token of the noun phrase whose name begins at
// token i: its determiner, adjectives, and nouns such as "newspaper".
func (s *reading) phraseStart(i int) int {
	const most = 8
	for n := 0; i > 0 && n < most; n++ {
		p := &s.tokens[i-1]
		if p.name >= 0 || s.tokens[i].hard() != 0 {
			break
		}
		if s.genreAt(i) {
			i--
			continue
		}
		if s.sided(i - 1) {
			i -= 2
			continue
		}
		if !p.is(cNounPhrase) {
			if l, ok := s.describedFrom(i); ok {
				return l
			}
			if l := s.placeBefore(i); l < i {
				return l
			}
			if s.ofTown(i - 1) {
				return i - 2
			}
			return s.ownerStart(i)
		}
		i--
		if p.is(cDet) {
			break
		}
	}
	return i
}

// sided reports whether token i ends a word with a hyphen that says for or against whom an outlet is:
// the anti-Harlow Herald.
func (s *reading) sided(i int) bool {
	return s.x.language == "en" && i > 0 && s.tokens[i].gap == gHyphen && s.tokens[i].capital && s.tokens[i-1].is(cAdj)
}

// genreAt reports whether token i is a noun that says, behind a preposition, what an outlet is
// about or for whom: el portal de investigación Ojo Público, quotidiano in lingua tedesca.
func (s *reading) genreAt(i int) bool {
	if !s.x.headfirst || i < 2 || !s.tokens[i].is(cFill) || !s.tokens[i-1].is(cPrep) || !s.tokens[i-2].is(cPress|cFill) {
		return false
	}
	for k := i - 1; k <= i; k++ {
		if t := &s.tokens[k]; t.capital || t.hard() != 0 {
			return false
		}
	}
	return s.tokens[i-2].name < 0
}

// placeBefore returns the first token of the name of a place before a word for a
// station at token i, or i: Georgia television station WMAZ.
func (s *reading) placeBefore(i int) int {
	const most = 3
	if s.x.language != "en" || s.tokens[i].capital || !s.tokens[i].is(cPress|cAir) {
		return i
	}
	l := i
	for l > 0 && i-l < most && s.tokens[l].hard() == 0 && s.tokens[l-1].capitalWord() && !s.tokens[l-1].is(cDay|cMonth|cPrep|cBound) {
		l--
	}
	if l == 0 {
		return i
	}
	return l
}

// describedFrom returns the determiner of the press word or adjective at token i, between
// which and it stand words that describe an outlet and that nobody knows: die
// saudi-arabische Nachrichtenagentur. English puts them nowhere else, so that a
// verb may be among them there.
func (s *reading) describedFrom(i int) (int, bool) {
	const most = 4
	if s.x.language == "en" || !s.tokens[i].is(cPress|cAdj|cDemonym) {
		return i, false
	}
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		p := &s.tokens[k]
		if s.tokens[k+1].hard() != 0 || p.name >= 0 || p.number || p.lex.id != 0 && !p.is(cNounPhrase) {
			break
		}
		if p.is(cDet) {
			return k, true
		}
		if s.placedAt(k) {
			return k - 2, true
		}
		if p.is(cPrep|cAux|cBound|cAdv) || p.capital && s.tokens[k+1].gap&gHyphen == 0 {
			break
		}
	}
	return i, false
}

// placedAt reports whether token k is a place in which German says that what follows appears:
// die in Ulm erscheinende Südwest Presse.
func (s *reading) placedAt(k int) bool {
	if !s.x.nouns || k < 2 || !s.tokens[k].capital || s.tokens[k].hard() != 0 {
		return false
	}
	return s.tokens[k-1].is(cPrep) && s.tokens[k-1].hard() == 0 && s.tokens[k-2].is(cDet)
}

// ofTown reports whether token k, behind an article, says in German from which town the paper behind it
// is: die Düsseldorfer „Rheinische Post“, dem Wiener Blatt. Behind "der" it may be somebody who
// speaks, der Sprecher, unless what follows is no nominative of a man.
func (s *reading) ofTown(k int) bool {
	const least = 5 // letters: Kölner has more
	t := &s.tokens[k]
	if !s.x.nouns || k < 1 || !s.tokens[k-1].is(cThe) {
		return false
	}
	if !t.capitalWord() || t.end-t.start < least || t.hard() != 0 || t.lex.class != 0 {
		return false
	}
	if !strings.HasSuffix(s.folded(k), "er") || s.folded(k-1) == "den" || s.folded(k-1) == "des" {
		return false
	}
	next := &s.tokens[k+1]
	if s.folded(k-1) != "der" || next.is(cPress) && !s.tokens[k+1].is(cFill) {
		return true
	}
	first, more, _ := strings.Cut(s.text(k+1, k+1), " ")
	return more != "" && strings.HasSuffix(first, "en")
}

// nationals reports whether tokens l to r say in German of no paper but of what a whole country has: der
// Deutschen Post.
func (s *reading) nationals(l, r int) bool {
	if !s.x.nouns || l == r {
		return false
	}
	for k := l; k < r; k++ {
		if !s.tokens[k].is(cDemonym) {
			return false
		}
	}
	return true
}

// ownerStart returns where the name in the genitive before token i begins, or
// i: Spain's El País; the U.K.'s.
func (s *reading) ownerStart(i int) int {
	if p := &s.tokens[i-1]; !p.is(cPossessive) || p.gap&gApos == 0 || i < 2 || !s.tokens[i-2].capitalWord() || s.tokens[i-2].is(cDay) && !s.aired(i) {
		return i
	}
	i -= 2
	for i > 0 && s.tokens[i].gap&^gDot == 0 && s.tokens[i-1].capitalWord() {
		i--
	}
	return i
}

// aired reports whether token i is the name of a station.
func (s *reading) aired(i int) bool {
	t := &s.tokens[i]
	return t.name >= 0 && s.mentions[t.name].Outlet != nil && s.mentions[t.name].Outlet.Sort == outlet.SortBroadcaster
}

// agencyBefore returns the news agency that the gazetteer does not have and whose name stands before
// the word at token i: the rebel-linked Watad News Agency, the Watad news agency. Words for a country
// name none: the North Korean news agency.
func (s *reading) agencyBefore(i int) (head, bool) {
	n := i - 1
	if s.x.language != "en" || n < 1 || s.folded(i) != "agency" || s.folded(n) != "news" || s.tokens[i].hard()|s.tokens[n].hard() != 0 {
		return head{}, false
	}
	l, r := s.agencyStart(n), i
	if capital := s.tokens[i].capital; capital != s.tokens[n].capital || !s.namesMore(l, n) || i+1 < len(s.tokens) && s.tokens[i+1].capital && s.tokens[i+1].hard() == 0 {
		return head{}, false
	} else if !capital {
		r = n - 1
	}
	h := head{l: s.phraseStart(l), at: l, r: i}
	switch det := &s.tokens[h.l]; {
	case h.l < l && det.is(cDet) && !det.is(cThe), r < i && !(h.l < l && det.is(cThe|cAdj)):
		return head{}, false // a Marlow news agency
	}
	h.source = s.rememberSort(s.text(l, r), outlet.SortAgency)
	h.own = s.isOwn(h.name)
	return h, len(h.name) <= longestName
}

// agencyStart returns the first token of the capitalised name that ends before token n, or n.
func (s *reading) agencyStart(n int) int {
	const most = 3 // words of the name
	l := n
	for l > 0 && n-l < most && s.tokens[l].gap == gSpace && s.tokens[l-1].capitalWord() && !s.tokens[l-1].is(cDet|cPrep|cBound|cAux|cDay|cMonth) {
		l--
	}
	return l
}

// namesMore reports whether tokens l to r, r left out, say more than of which country or kind something is:
// not North Korean.
func (s *reading) namesMore(l, r int) bool {
	for ; l < r; l++ {
		if !s.tokens[l].is(cDemonym | cAdj | cPress | cFill) {
			return true
		}
	}
	return false
}

// callSign reports whether token i is the call sign of an American station:
// WKOW, KTLA.
func (s *reading) callSign(i int) bool {
	return s.tokens[i].lex.class == 0 && s.x.language == "en" && outlet.CallSign(s.a.Text[s.tokens[i].start:s.tokens[i].end])
}

// channelSign reports whether token i is a network, or a call sign, and the number of a local channel in one:
// ABC15, KRVX8.
func (s *reading) channelSign(i int) bool {
	t := &s.tokens[i]
	return t.lex.class == 0 && s.x.channelSign(s.a.Text[t.start:t.end])
}

// channelSign reports whether w is a network, or a call sign, and the number of a channel, of one or two
// digits, in one.
func (x *lexicon) channelSign(w string) bool {
	const network = 3 // letters
	letters := strings.TrimRight(w, "0123456789")
	if n := len(w) - len(letters); n < 1 || n > 2 || x.language != "en" {
		return false
	}
	return outlet.CallSign(letters) || len(letters) == network && word.Capital(w) && x.lookup(strings.ToLower(letters)).class&cNetwork != 0
}

// suffixed reports whether token i ends as one-word names of outlets do:
// Rheinzeitung.
func (s *reading) suffixed(i int) bool {
	t := &s.tokens[i]
	return t.lex.class == 0 && s.x.suffixed(s.a.Text[t.start:t.end])
}

// properName returns the capitalised words from token i on, at most most.
func (s *reading) properName(i, most int) (l, r int, ok bool) {
	l, r = i, i-1
	for r+1 < len(s.tokens) && r-l+1 < most {
		t := &s.tokens[r+1]
		if r >= l && t.gap&(gHard|gQuote) != 0 || t.name >= 0 {
			break
		}
		if t.named(r < l) || r >= l && t.gap == gHyphen {
			r++
			continue
		}
		if r < l && s.pressName(r+1) {
			r++
			continue
		}
		n := s.linked(r + 1)
		if r < l || n == 0 {
			break
		}
		r += n
	}
	return l, r, r >= l
}

// named reports whether a capitalised word may be part of a name, as its first or
// after others: Majestic Weekly.
func (t *token) named(first bool) bool {
	switch {
	case !t.capital:
		return false
	case !t.is(cDay | cMonth | cPress | cDet):
		return true
	case first:
		return t.is(cThe)
	}
	return t.is(cTitle) && t.hard() == 0
}

// linked returns how many tokens from token i on tie the capitalised word that is the last of
// them to a name, an article perhaps among them, or 0: Diario de Cuyo, Gazette de l'Aube. Behind
// "and" an article begins another name: the Harlow Tribune and The Docket.
func (s *reading) linked(i int) int {
	for n := 2; n <= 3 && i+n <= len(s.tokens); n++ {
		if !s.tokens[i+n-2].is(cConnect) || s.tokens[i+n-2].is(cAnd) && s.tokens[i+n-1].is(cThe) {
			break
		}
		if t := &s.tokens[i+n-1]; t.capitalWord() && t.hard() == 0 {
			return n
		}
		if t := &s.tokens[i+n-1]; t.hard() != 0 || !t.is(cThe|cConnect) {
			break
		}
	}
	return 0
}

// pressName reports whether a name begins with the word for an outlet at token i, capitalised
// behind another such word: la emisora Radio Puerto Viejo.
func (s *reading) pressName(i int) bool {
	return s.x.inverted && s.tokens[i].capitalWord() && s.tokens[i].is(cPress|cFill) && i+1 < len(s.tokens) && s.tokens[i+1].capitalWord() && s.tokens[i+1].hard() == 0
}

// station reports whether token i by itself has the shape of an outlet's name.
func (s *reading) station(i int) bool { return s.callSign(i) || s.channelSign(i) || s.suffixed(i) }

// remember returns the unknown outlet of the given name, the same in the whole
// article.
func (s *reading) remember(name string) source {
	if o := s.gazetteer.ByName(name); o != nil {
		return sourceOf(o)
	}
	return s.rememberShape(name, "")
}

// rememberShape is remember for a name that several outlets share: Channel 10.
func (s *reading) rememberShape(name string, sort outlet.Sort) source {
	for _, k := range s.shapes {
		if k.name == name {
			return k
		}
	}
	k := source{name: strings.Clone(name), sort: sort}
	if len(s.shapes) < mostKnown {
		s.shapes = append(s.shapes, k)
	}
	return k
}

// rememberSort is remember for an outlet of which the text says what it is.
func (s *reading) rememberSort(name string, is outlet.Sort) source {
	k := s.remember(name)
	for i := range s.shapes {
		if s.shapes[i] == k && k.sort == "" {
			s.shapes[i].sort = is
			return s.shapes[i]
		}
	}
	return k
}

// contracted reports whether an article may have been lost to the word before
// token i, which is capitalised.
func (s *reading) contracted(i int) bool {
	return s.x.contracts && s.tokens[i].capital && i > 1 && s.tokens[i-1].lex.class&cContracted != 0
}

// articled returns the outlet whose name begins with an article that the word
// before token i has swallowed: au Figaro, du Monde, des Echos. It is none after another
// name: the Coupe du Monde.
func (s *reading) articled(i int) (head, bool) {
	if s.tokens[i].gap&gHard != 0 || s.tokens[i-2].capital || s.tokens[i].end-s.tokens[i].start > longestName {
		return head{}, false
	}
	article := "Le "
	if w := s.folded(i - 1); w == "des" || w == "aux" {
		article = "Les "
	}
	o := s.gazetteer.ByName(article + s.text(i, i))
	if o == nil || o.Kind != outlet.Publisher || !strings.HasPrefix(o.Name, article) {
		return head{}, false
	}
	return head{source: sourceOf(o), own: s.isHome(o), at: i, r: i, l: i}, true
}

// fits reports whether an outlet of sort is may be called a word for want.
// Newspapers and stations all have sites.
func fits(want, is outlet.Sort) bool {
	switch {
	case want == "" || is == "" || want == is:
		return true
	case is == outlet.SortJournal:
		return want == outlet.SortMagazine
	case want == outlet.SortDigital:
		return is == outlet.SortNewspaper || is == outlet.SortBroadcaster || is == outlet.SortMagazine
	case want == outlet.SortNewspaper || want == outlet.SortMagazine:
		return is == outlet.SortDigital || is == outlet.SortNewspaper // a weekly may be either
	}
	return false
}
