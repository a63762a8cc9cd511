package credit

import (
	"strings"

	"wiretrace/outlet"
)

// saidThere looks for a verb of saying right before what an outlet holds, from token from to token to,
// or behind it where the sentence begins with it: said at a CNN town hall; At a CNN town hall, she said.
func (s *reading) saidThere(from, to int) (l, r int, ok bool) {
	if said := s.saidBefore(from); said >= 0 {
		return said, to, !s.toCome(from)
	}
	for from > 0 && s.tokens[from].hard() == 0 && s.tokens[from-1].is(cPrep|cDet|cAdj|cRole) {
		from--
	}
	if from > 0 {
		return 0, 0, false
	}
	return s.speech(from, to, cSpeech)
}

// speech looks for a verb of a class near the interview whose cue begins at
// token from and whose outlet ends at token to, and returns the tokens from
// the verb to the outlet or from the cue to the verb.
func (s *reading) speech(from, to int, verb class) (l, r int, ok bool) {
	const reach = 14
	for k := from - 1; k >= 0 && k >= from-reach; k-- {
		if b := s.bracketStart(k); b > 0 {
			k = b - 1
		} else if s.tokens[k+1].gap&(gEnd|gOpen|gClose) != 0 {
			break
		}
		if s.tokens[k].is(verb) {
			return k, to, true
		}
	}
	for k := to + 1; k < len(s.tokens) && k <= to+reach; k++ {
		if b := s.bracketEnd(k); b >= k {
			k = b
			continue
		}
		if s.tokens[k].gap&(gEnd|gOpen) != 0 {
			break
		}
		if s.tokens[k].is(verb) {
			return from, k, true
		}
	}
	return 0, 0, false
}

// saidBefore returns the verb of saying near before token i in its clause, or
// -1: said by telephone on NBC.
func (s *reading) saidBefore(i int) int {
	const reach = 6
	for k := i - 1; k >= 0 && k >= i-reach && s.tokens[k+1].gap&gHard == 0; k-- {
		t := &s.tokens[k]
		if t.lex.class&cSpeech != 0 && !s.names(k) || s.opensSpeaking(k) {
			return k
		}
		if t.name >= 0 || t.capital && t.lex.class&(cDay|cMonth) == 0 || t.lex.class&(cAdv|cMonth|cPrep|cAdj|cDet) == 0 && !t.number && !s.inLy(k) {
			break
		}
	}
	return -1
}

// opensSpeaking reports whether a clause begins with token k and says that somebody speaks:
// Speaking Sunday on NBC.
func (s *reading) opensSpeaking(k int) bool {
	return s.x.language == "en" && s.folded(k) == "speaking" && (k == 0 || s.tokens[k].hard() != 0)
}

// saidIn looks for a verb of saying that is in the clause of an outlet behind the preposition at
// token on, in which somebody speaks: dijo ayer en Antena 3; «No», dice la presidenta en El País;
// En Antena 3, el ministro explicó. It returns the tokens from the verb to the outlet or the
// other way. What somebody says of an outlet is none: dice que trabaja en Antena 3.
func (s *reading) saidIn(on int, g outletGroup, c compound) (l, r int, ok bool) {
	const reach = 7
	if !s.tokens[on].is(cPrep | cContracted) {
		if on = s.titledBefore(on); on < 0 {
			return 0, 0, false
		}
	}
	if said := s.saidBefore(on); said >= 0 {
		return said, g.r, !c.doc
	}
	end, closed := s.closes(max(g.r, c.end))
	if c.doc || !closed {
		return 0, 0, false
	}
	station := s.heads[g.first].sort == outlet.SortBroadcaster
	for k := on - 1; k >= 0 && k >= on-reach && s.tokens[k+1].hard() == 0; k-- {
		t := &s.tokens[k]
		if t.is(cBound|cRelative) || t.name >= 0 {
			break
		}
		if t.is(cSpeech) && !t.capital {
			return k, g.r, station || t.gap&(gQuote|gApos|gComma) != 0
		}
	}
	if !station || on > 0 && s.tokens[on].hard() == 0 {
		return 0, 0, false
	}
	l, r, ok = s.speech(on, end, cSpeech)
	return min(l, on), max(r, g.r), ok
}

// titledBefore returns the preposition before the title, between marks, of what the words from token i
// on explain, or -1: en 'La Lonja', el programa de Onda Rosal. Without a title it is the one before them.
// Who is of a programme, or speaks of it, says nothing there.
func (s *reading) titledBefore(i int) int {
	const longest, marks = 7, gQuote | gApos
	if i > 0 && s.tokens[i].hard() == 0 && s.tokens[i-1].is(cPrep|cContracted) {
		return i - 1
	}
	if s.tokens[i].hard() != gComma || s.tokens[i].gap&marks == 0 {
		return -1
	}
	for k := i - 1; k > 0 && k >= i-longest; k-- {
		switch t := &s.tokens[k]; {
		case t.hard() != 0:
			return -1
		case t.gap&marks != 0 && s.tokens[k-1].is(cPrep|cContracted):
			if s.tokens[k-1].is(cMember) {
				return -1
			}
			return k - 1
		}
	}
	return -1
}

// closes returns the last of the words of time behind token i, and reports whether
// a mark closes what ends there.
func (s *reading) closes(i int) (end int, closed bool) {
	for i+1 < len(s.tokens) && s.tokens[i+1].hard() == 0 && (s.tokens[i+1].is(cDay|cMonth|cAdv) || s.yearAt(i+1)) {
		i++
	}
	return i, i+1 == len(s.tokens) || s.tokens[i+1].gap&(gHard|gEnd|gQuote|gApos) != 0
}

// yearAt reports whether token i is a year behind a small word: in 2011.
func (s *reading) yearAt(i int) bool {
	const digits = 4
	t := &s.tokens[i]
	return s.x.language == "en" && t.number && t.end-t.start == digits && s.tokens[i-1].is(cPrep)
}

// verbSecond reports whether what begins with token on opens a clause and the verb stands
// behind token end, as languages want it that put the verb second: I Politiken siger hun. In
// others that have it so freely its subject may come before: W TVN24 minister przeprosił.
func (s *reading) verbSecond(on, end int) bool {
	const most = 4 // words of time between
	if !s.x.regional && !s.x.declined || !s.opensPhrase(on) {
		return false
	}
	for k := end + 1; k < len(s.tokens) && k <= end+most && s.tokens[k].hard() == 0; k++ {
		t := &s.tokens[k]
		if !t.capital && t.is(cSpeech|cAux) {
			return true
		}
		if !t.number && !t.is(cPrep|cContracted|cDay|cMonth|cAdv) && !s.x.declined {
			break
		}
	}
	return false
}

// opensPhrase reports whether the clause of token i begins with it, or with another such
// phrase: I Dagsnytt 18 på NRK; W „Kropce nad i” w TVN24.
func (s *reading) opensPhrase(i int) bool {
	const most = 6
	k := i
	for k > 0 && i-k < most && s.tokens[k].hard() == 0 && s.tokens[k-1].name < 0 && !s.tokens[k-1].is(cSpeech|cAux) {
		k--
	}
	return k == i && (i == 0 || s.tokens[i].hard() != 0) || (k == 0 || s.tokens[k].hard() != 0) && s.tokens[k].is(cPrep)
}

// sayingThere looks for a participle of saying directly behind a station on which
// somebody is, from the word for being on the air at token on to the last of the
// station's name: she defended it on CNN, saying.
func (s *reading) sayingThere(on, end int) (l, r int, ok bool) {
	if k := end + 1; k < len(s.tokens) && s.tokens[k].hard() == gComma && s.tokens[k].is(cSpeech) && strings.HasSuffix(s.folded(k), "ing") {
		return on, k, true
	}
	return 0, 0, false
}

// programmeEnd returns the last token of the name of a programme behind a station
// that ends with token end: NBC's "Meet the Press", which may be the station's own
// name for a reader of outlets, or unknown.
func (s *reading) programmeEnd(g outletGroup, end int) int {
	const longest = 7
	if h := &s.heads[g.last]; h.r > h.at && s.x.language != "en" {
		return end // it has its programme
	}
	k := g.r + 1
	if k < len(s.tokens) && s.tokens[k].is(cPossessive) && s.tokens[k].gap&gApos != 0 {
		end, k = max(end, k), k+1
	}
	switch {
	case k >= len(s.tokens), k == g.r+1 && s.tokens[s.heads[g.last].at].gap&gQuote != 0:
		return end // the marks behind it are those of its own name
	case s.tokens[k].name >= 0 && s.tokens[k].hard() == 0 && s.mentions[s.tokens[k].name].Outlet == s.heads[g.last].outlet:
		return max(end, k)
	case s.tokens[k].gap&gQuote == 0 || s.tokens[k].hard() != 0:
		return end
	}
	if last := s.markedEnd(k, longest); last > 0 {
		return max(end, last)
	}
	return end
}

// markedEnd returns the last token of the name in marks that begins with token k, of so many at most; 0 if it
// does not end there.
func (s *reading) markedEnd(k, longest int) int {
	for i := k + 1; i < min(len(s.tokens), k+longest); i++ {
		if s.tokens[i].gap&(gQuote|gHard) != 0 {
			return i - 1
		}
	}
	if len(s.tokens) < k+longest {
		return len(s.tokens) - 1
	}
	return 0
}

// names reports whether the verb of saying at token i only gives a name to what is
// shown, a number to ring or somebody a duty, or that nobody in particular says it: a film
// called "The Orchard", called into the show, called on CNN to apologise, being said, was mentioned.
func (s *reading) names(i int) bool {
	if i > 0 && (s.folded(i-1) == "being" || s.passive(i)) {
		return true
	}
	if s.folded(i) != "called" || i+1 == len(s.tokens) {
		return false
	}
	next := s.folded(i + 1)
	return s.tokens[i+1].gap&gQuote != 0 || next == "into" || next == "on"
}

// saidOnAir looks for a verb of saying in the clause of a station that a word
// for being on the air, token on, stands before: criticised the plan, Sen. Roe
// of Ohio, on NBC's "Meet the Press"; On CNN Monday, Roe said. The station must
// close what is said of it, but for the name of its programme and words of
// time, so that "saw on CNN reports of it" is none. It returns the tokens from
// the verb to the station or the other way.
func (s *reading) saidOnAir(on int, g outletGroup, c compound) (l, r int, ok bool) {
	const reach = 16
	end, closed := s.closes(max(g.r, c.end))
	if programme := s.withHost(s.programmeEnd(g, end)); programme > end {
		e, too := s.closes(programme)
		end, closed = e, closed || too
	}
	second := s.verbSecond(on, end)
	switch {
	case c.doc && !second:
		return 0, 0, false
	case !closed && s.callsNext(on, end):
		return 0, end + 1, true
	case !closed && !second && !s.tokens[end+1].is(cBound):
		return 0, 0, false
	}
	for k := on - 1; k >= 0 && k >= on-reach; k-- {
		gap := s.tokens[k+1].gap
		if b := s.bracketStart(k); b > 0 {
			k, gap = b-1, 0 // nannte Roe (Jahrgang 1980) im „Tagesspiegel“
		}
		t := &s.tokens[k]
		if gap&(gEnd|gOpen|gClose|gColon) != 0 || t.name >= 0 || t.is(cDoc|cPress|cFollow) || t.is(cStaff) && !t.capital {
			return 0, 0, false
		}
		if t.is(cSpeech) && !t.capital && !s.names(k) {
			if _, _, told := s.behind(k, uPerson); !closed && !told {
				return 0, 0, false // who says that he saw it on CNN
			}
			return k, g.r, true
		}
	}
	within := on > 0 && s.tokens[on].hard() == 0 && !(on == 1 && s.tokens[0].is(cBound)) && !s.opensAir(on)
	if !second && (!closed || within || s.belongings(g.r)) {
		return s.sayingThere(on, end)
	}
	return s.saysBehind(&s.heads[g.last], on, end)
}

// saying returns rel with the verb of saying, with which it begins or ends, in its cue, but in English.
func (s *reading) saying(rel relation) relation {
	if s.x.language == "en" || rel.to >= len(s.tokens) {
		return rel
	}
	for _, k := range [...]int{rel.from, rel.to} {
		if t := &s.tokens[k]; t.is(cSpeech) && !t.capital {
			rel.cue = s.folded(k) + " " + rel.cue
			break
		}
	}
	return rel
}

// bracketStart returns the first token of the brackets that close behind token k, or 0.
func (s *reading) bracketStart(k int) int {
	const most = 5 // words in them
	if s.x.language == "en" || s.tokens[k+1].gap&gClose == 0 {
		return 0
	}
	for i := k; i > 0 && i > k-most; i-- {
		if s.tokens[i].gap&gOpen != 0 {
			return i
		}
	}
	return 0
}

// saysBehind looks for a verb of saying in the clause behind token end, with which what is
// said to be on the air of h from token on on ends. Its own people may be named before it: On Fox
// News, former mayor and Fox News host Jane Roe said.
func (s *reading) saysBehind(h *head, on, end int) (l, r int, ok bool) {
	const reach = 16
	for k := end + 1; k < len(s.tokens) && k <= end+reach; k++ {
		t := &s.tokens[k]
		if b := s.bracketEnd(k); b >= k {
			k = b
			continue
		}
		if t.gap&(gEnd|gOpen|gColon) != 0 || t.name >= 0 && s.mentions[t.name].Outlet != h.outlet {
			break
		}
		if (t.is(cSpeech) || s.x.language == "en" && t.is(cReaction) && on > 0 && s.opensAir(on)) && !t.capital {
			return on, k, true
		}
	}
	return 0, 0, false
}

// withHost returns the last token of who presents the programme whose name ends with token end, or end:
// CNN's New Hour with Jane Roe.
func (s *reading) withHost(end int) int {
	const most = 3 // words of a name
	k := end + 2
	if s.x.language != "en" || !s.follows(k) || s.folded(end+1) != "with" || s.tokens[end+1].hard() != 0 || !s.tokens[end].capital {
		return end
	}
	for k < len(s.tokens) && k < end+2+most && s.tokens[k].capitalWord() && s.tokens[k].name < 0 && s.tokens[k].hard() == 0 {
		k++
	}
	if k == end+2 {
		return end
	}
	return k - 1
}

// opensAir reports whether a sentence says before token on, at which it goes on with where, when something
// was said or that somebody was asked it there: Tuesday on CNN, Jane Roe said; Asked by John Doe on CNN.
func (s *reading) opensAir(on int) bool {
	const reach = 16
	if s.x.language != "en" || on > reach {
		return false
	}
	if _, n := s.ahead(0, uAsk); n == 0 {
		return on <= 4 && s.onlyTime(0, on) && s.tokens[0].is(cDay|cAdv|cPrep)
	}
	for k := 1; k <= on; k++ {
		if s.tokens[k].hard() != 0 || s.tokens[k].name >= 0 {
			return false
		}
	}
	return true
}

// belongings reports whether a small word behind the genitive of token i says what of a station is spoken
// of, which is no programme: on CNN's sets.
func (s *reading) belongings(i int) bool {
	if s.x.language != "en" || !s.owns(i) || !s.follows(i+2) {
		return false
	}
	t := &s.tokens[i+2]
	return !t.capital && t.name < 0 && t.gap&(gQuote|gApos) == 0 && !t.is(cRole|cAdj|cStage|cAir|cFill)
}

// callsNext reports whether a sentence begins with "on", the station whose phrase ends with token end takes
// in somebody's name, and a verb of saying follows: On CNN Roe called it weak.
func (s *reading) callsNext(on, end int) bool {
	if s.x.language != "en" || on != 0 || !s.follows(end+1) || !s.tokens[end].capitalWord() || s.tokens[end].name >= 0 || s.owns(end) {
		return false
	}
	t := &s.tokens[end+1]
	return t.is(cSpeech) && !t.capital && !s.names(end+1)
}

// bracketEnd returns the last token of the brackets that open before token k and hold a few words of who
// somebody is, or -1: Sen. Jane Roe (D-Ohio).
func (s *reading) bracketEnd(k int) int {
	const most = 4
	if s.x.language != "en" || s.tokens[k].gap&gOpen == 0 {
		return -1
	}
	for i := k; i < k+most && i+1 < len(s.tokens); i++ {
		if s.tokens[i+1].gap&gClose != 0 {
			return i
		}
		if s.tokens[i].name >= 0 {
			break
		}
	}
	return -1
}
