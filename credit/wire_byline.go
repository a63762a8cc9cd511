package credit

import (
	"slices"
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// bylineWords reports whether the text at span reads as a byline that names
// mention m: By Jane Roe, The Washington Post.
func (s *reading) bylineWords(span article.Span, m int) bool {
	text := s.a.Text[span.Start:span.End]
	i := word.SkipGap(text, 0)
	end := word.End(text, i)
	if i == end || s.x.lookup(text[i:end]).class&cByWord == 0 {
		return false
	}
	for i = word.SkipGap(text, end); i < len(text); i = word.SkipGap(text, end) {
		end = word.End(text, i)
		if at := s.mentions[m].Span; span.Start+i >= at.Start && span.Start+i < at.End {
			end = at.End - span.Start
			continue
		}
		if w := text[i:end]; !word.Capital(w) && s.x.lookup(w).class&(cAnd|cConnect|cPrep|cRole|cDet|cFill) == 0 {
			return false
		}
	}
	return !strings.ContainsAny(text, "?!\"“”")
}

// firstName reports whether mention m, in the byline at span, is rather the
// first name of somebody: a name of one word, of no agency, and another follows. It
// reports the same of what somebody writes about: Jane Roe, Science Correspondent.
func (s *reading) firstName(span article.Span, m int) bool {
	o, at := s.mentions[m].Outlet, s.mentions[m].Span
	name := s.a.Text[at.Start:at.End]
	if o.Kind == outlet.Agency || at.End+1 >= span.End || s.a.Text[at.End] != ' ' || word.End(name, 0) != len(name) {
		return false
	}
	next := s.a.Text[at.End+1 : word.End(s.a.Text[:span.End], at.End+1)]
	if word.AllCapital(name) && s.endsInRole(s.a.Text[at.End:span.End]) {
		return false // CNN Court Reporter
	}
	if class := s.x.lookup(next).class; class&cRole != 0 && class&cPress == 0 && s.mentions[m].Common && !word.AllCapital(name) {
		return true
	}
	return next != "" && word.Capital(next) && s.x.lookup(next).class&(cRole|cStaff|cPress|cAnd|cDay|cMonth) == 0
}

// endsInRole reports whether the last word of t, the end of a byline, says what
// somebody is: Reporter.
func (s *reading) endsInRole(t string) bool {
	words := strings.Fields(t)
	return len(words) > 0 && s.x.lookup(words[len(words)-1]).class&cRole != 0
}

// somebody reports whether mention m, in the byline at span, is rather a part of
// a person's name.
func (s *reading) somebody(span article.Span, m int) bool {
	return s.firstName(span, m) || s.lastName(span, m) || s.namesake(s.person(span, s.mentions[m].Span))
}

// photographs reports whether mention m, in the byline at span, credits a picture: a stroke and the name of a
// photographer, or a word for pictures, stand behind it. PAP/Ada Lorne; PAP/EPA.
func (s *reading) photographs(span article.Span, m int) bool {
	behind, ok := strings.CutPrefix(s.a.Text[s.mentions[m].End:span.End], "/")
	if !ok {
		return false
	}
	first := behind[:word.End(behind, 0)]
	if s.x.lookup(first).class&cPhoto != 0 {
		return true
	}
	words := strings.Fields(behind)
	return len(words) == 2 && !slices.ContainsFunc(words, func(w string) bool { return !word.Capital(w) || word.AllCapital(w) })
}

// person returns the name, in the byline at span, of which the words at at are a part: what
// stands around them up to a sign or a small word that parts one name from the next.
func (s *reading) person(span, at article.Span) string {
	text := s.a.Text[:span.End]
	from, last := span.Start, span.Start
	for i := word.SkipGap(text, span.Start); i < span.End; i = word.SkipGap(text, last) {
		end := word.End(text, i)
		small := s.x.lookup(text[i:end]).class&(cAnd|cWith|cPrep) != 0 && !nobiliary(text[i:end])
		switch parted := small || strings.ContainsFunc(text[last:i], betweenNames); {
		case parted && last >= at.End:
			return text[from:last]
		case small:
			from = end
		case parted:
			from = i
		}
		last = end
	}
	return text[from:last]
}

// betweenNames reports whether c parts the names of a byline.
func betweenNames(c rune) bool { return strings.ContainsRune(",;|/·–—()\n", c) }

// lastName reports whether mention m, in the byline at span, is rather the last
// name of somebody: a name of one word, of no agency and not in capitals, behind
// another name with nothing between, or with a small word of names: de.
func (s *reading) lastName(span article.Span, m int) bool {
	o, at := s.mentions[m].Outlet, s.mentions[m].Span
	name, before := s.a.Text[at.Start:at.End], s.a.Text[span.Start:at.Start]
	if o.Kind == outlet.Agency || word.End(name, 0) != len(name) || word.AllCapital(name) || !strings.HasSuffix(before, " ") {
		return false
	}
	before, last := cutLastWord(before)
	for nobiliary(last) {
		before, last = cutLastWord(before)
	}
	return s.partOfName(last)
}

// cutLastWord parts text, which ends in a space or is empty, before its last word.
func cutLastWord(text string) (before, last string) {
	text = strings.TrimSuffix(text, " ")
	n := strings.LastIndexByte(text, ' ') + 1
	return text[:n], text[n:]
}

// nobiliary reports whether w is a small word before the last name of somebody.
func nobiliary(w string) bool {
	switch w {
	case "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "van", "von", "zu", "den", "der", "ter", "bin", "al", "af":
		return true
	}
	return false
}

// partOfName reports whether w, a word of a byline, may be of somebody's name.
func (s *reading) partOfName(w string) bool {
	return w != "" && word.Capital(w) && word.End(w, 0) == len(w) &&
		s.x.lookup(w).class&(cRole|cStaff|cPress|cAnd|cDay|cMonth|cByWord|cPrep|cDet|cDispatch) == 0
}

// namesake reports whether line, a byline, names somebody who is called like an
// agency, as many are: Ana Marrow, Ana Maria Marrow.
func (s *reading) namesake(line string) bool {
	for name := range strings.FieldsFuncSeq(line, betweenNames) {
		words := strings.Fields(name)
		if len(words) > 2 && s.x.lookup(words[0]).class&cByWord != 0 {
			words = words[1:]
		}
		if len(words) < 2 || len(words) > nameWords || s.mark(strings.TrimSpace(name)) != nil {
			continue
		}
		named := func(w string) bool { return s.alsoName(w) || s.partOfName(w) }
		if (s.alsoName(words[0]) || s.alsoName(words[len(words)-1])) && !slices.ContainsFunc(words, func(w string) bool { return !named(w) }) {
			return true
		}
	}
	return false
}

// alsoName reports whether w, in a byline, is somebody's name rather than the
// agency that signs so: agencies sign in capitals, or in small letters, unless they are
// known by a whole word.
func (s *reading) alsoName(w string) bool {
	if given := strings.ToLower(w); slices.Contains(givenNames, given) {
		return word.Capital(w)
	}
	return word.Capital(w) && !word.AllCapital(w) && s.mark(w) != nil && !slices.Contains(wordAgencies, strings.ToLower(w))
}

// givenNames are marks of agencies that are first or last names of people, too, in capitals or not;
// wordAgencies are agencies that sign with a whole word and are no such names.
var (
	givenNames   = []string{"ana", "ani", "anna", "antara", "asa", "ina", "kai", "mina", "ona", "reuter", "sid", "una"}
	wordAgencies = []string{"reuters", "xinhua", "interfax", "yonhap", "adnkronos", "belga", "ritzau", "tanjug", "fena", "agerpres", "angop", "bernama", "telam"}
)

// nameWords is how many words the name of somebody has at most.
const nameWords = 4

// nameLine reports whether the text at span reads as a line of names and
// dates rather than as a sentence about somebody.
func (s *reading) nameLine(span article.Span, m, end int) bool {
	const most = 2 // other words: staff and agencies, posted
	text := s.a.Text
	if t := text[span.Start:span.End]; listItem(t) || strings.ContainsAny(t, "?!\"“”") || strings.Contains(t, " is ") {
		return false // an item of a list, a headline, the life of a writer
	}
	other := 0
	for i := word.SkipGap(text[:span.End], span.Start); i < span.End; i = word.SkipGap(text[:span.End], i) {
		for m < end && s.mentions[m].End <= i {
			m++
		}
		if m < end && s.mentions[m].Start <= i {
			i = s.mentions[m].End
			continue
		}
		w := word.End(text[:span.End], i)
		if !word.Capital(text[i:w]) && s.x.lookup(text[i:w]).class&(cAnd|cConnect|cPrep|cRole|cDet|cFill|cMonth|cDay|cWith|cByWord) == 0 {
			if other++; other > most {
				return false
			}
		}
		i = w
	}
	return true
}

// listsHeading reports whether the line at span is a heading that reads as a byline does, in a
// list of those to come: Game Changer for Bloomberg. It stands above its own prose as well.
func (s *reading) listsHeading(span article.Span) bool {
	line := s.a.Text[span.Start:span.End]
	if !strings.Contains(line, " for ") {
		return false
	}
	k := strings.Index(s.a.Text[span.End:], "\n"+line+"\n")
	return k >= 0 && s.proseBehind(span.End+k+len(line)+1)
}

// sectionLine reports whether a line that names o is rather the name of a section of the site
// than that of a paper which is called so for short: US News.
func (s *reading) sectionLine(line string, o *outlet.Outlet) bool {
	const ending = " news"
	line = strings.TrimSpace(line)
	if s.home == nil || o == nil || o.Sort != outlet.SortNewspaper && o.Sort != outlet.SortMagazine && o.Sort != outlet.SortDigital {
		return false
	}
	return strings.HasSuffix(strings.ToLower(line), ending) && !strings.HasSuffix(strings.ToLower(o.Name), ending)
}

// placed reports whether the text at span is an agency and a place: Efe / Salamanca.
func (s *reading) placed(span article.Span, m int) bool {
	const longest = 50
	at := s.mentions[m]
	if span.Len() > longest || at.Start != span.Start || at.Outlet == nil || at.Outlet.Kind != outlet.Agency {
		return false
	}
	rest := strings.TrimLeft(s.a.Text[at.End:span.End], " \u00a0")
	return rest != "" && strings.IndexByte("/|,", rest[0]) >= 0 && s.placeLike(rest)
}

// alone reports whether the text at span is the names of agencies and nothing
// else but signs, and short words joined to them by a slash: dpa/lno.
func (s *reading) alone(span article.Span, m, end int) bool {
	text := s.a.Text
	if span.Len() > 60 {
		return false
	}
	i := span.Start
	for ; m <= end; m++ {
		stop := span.End
		if m < end {
			if stop = s.mentions[m].Start; s.mentions[m].Outlet == nil || s.mentions[m].Outlet.Kind != outlet.Agency {
				return false
			}
		}
		for i = word.SkipGap(text[:stop], i); i < stop; i = word.SkipGap(text[:stop], i) {
			w := word.End(text[:stop], i)
			joined := i > span.Start && text[i-1] == '/' || w < span.End && text[w] == '/'
			if joined && w-i <= 4 || s.x.lookup(text[i:w]).class&(cAnd|cPress|cFill|cDet) != 0 {
				i = w
				continue
			}
			return false
		}
		if m < end {
			i = s.mentions[m].End
		}
	}
	return true
}

// shapedByline appends the credit of an outlet that the gazetteer does not have
// and that ends the byline at span: Jane Roe, Sand Hill Gazette.
func (s *reading) shapedByline(dst []Credit, span article.Span, m int) []Credit {
	s.tokenize(span, m)
	last := len(s.tokens) - 1
	if last < 2 || s.tokens[last].is(cRole) && !s.tokens[last].is(cPress) { // Jane Roe, Senior Reporter
		return dst
	}
	s.findHeads()
	for _, h := range s.heads {
		if h.r != last || h.ref || h.own || h.name == "" || s.ofAddress(h.at) {
			continue
		}
		at := s.pastAuthor(h.at, last)
		if at == h.at && at < 2 && s.tokens[at].gap&gHard == 0 {
			continue // all of it is somebody's name
		}
		if at > h.at {
			h.source = s.remember(s.text(at, last))
		}
		if at == 0 || s.isOwn(h.name) {
			continue
		}
		dst = append(dst, h.credit(span, CueByline))
	}
	return dst
}

// ofAddress reports whether token i stands in an address for mail: a writer's is at his own house.
func (s *reading) ofAddress(i int) bool {
	at := s.tokens[i].start
	return at > 0 && s.a.Text[at-1] == '@'
}

// pastAuthor returns where the name that ends with token last begins, at token
// at or behind the words in capitals there, which are the author's: BY JANE ROE
// Sand Hill Gazette.
func (s *reading) pastAuthor(at, last int) int {
	if word.AllCapital(s.text(last, last)) {
		return at
	}
	for at < last && word.AllCapital(s.text(at, at)) {
		at++
	}
	return at
}

// agencyByline appends the credit of an agency that a byline names in a form
// that running text does not take for it: with somebody's name run into it, as
// pages lose the space between their elements (Jane RoeAssociated Press), or
// by its abbreviation, before what the author is there (JANE ROE AP Business
// Writer) or at the end (Jane Roe, AP).
func (s *reading) agencyByline(dst []Credit, b article.Block) []Credit {
	o := s.gluedAgency(b.Span)
	if o == nil {
		o = s.agencyBeforeRole(b.Span)
	}
	if o == nil {
		o = s.agencyAfterName(b.Span)
	}
	if o == nil || s.isHome(o) {
		return dst
	}
	return append(dst, sourceOf(o).credit(b.Span, CueByline))
}

// gluedAgency returns the agency whose name ends the line at span and begins
// within a word that a person's name begins, or nil.
func (s *reading) gluedAgency(span article.Span) *outlet.Outlet {
	line := strings.TrimRight(s.a.Text[span.Start:span.End], " \u00a0\t")
	for i := 1; i < len(line); i++ {
		if c := line[i]; c < 'A' || c > 'Z' || line[i-1] < 'a' || line[i-1] > 'z' || !s.gazetteer.MayBeAgency(line[i:]) {
			continue
		}
		if o := s.gazetteer.ByName(line[i:]); o != nil && o.Kind == outlet.Agency && s.peopleLine(line[:i]) {
			return o
		}
	}
	return nil
}

// peopleLine reports whether line is one to eight words of which names are
// made: By Jane Roe and Piet Ost.
func (s *reading) peopleLine(line string) bool {
	const least, most = 1, 8
	n := 0
	for i := word.SkipGap(line, 0); i < len(line); i = word.SkipGap(line, i) {
		end := word.End(line, i)
		if !word.Capital(line[i:end]) && s.x.lookup(line[i:end]).class&(cAnd|cConnect|cByWord) == 0 {
			return false
		}
		n++
		i = end
	}
	return least <= n && n <= most && !strings.ContainsAny(line, "?!:;\"“”")
}

// agencyBeforeRole returns the agency whose abbreviation stands in the line at
// span between somebody's name and what they are, or nil.
func (s *reading) agencyBeforeRole(span article.Span) *outlet.Outlet {
	text := s.a.Text[:span.End]
	var found *outlet.Outlet
	last := span
	n := 0
	for i := word.SkipGap(text, span.Start); i < span.End; i = word.SkipGap(text, i) {
		last = article.Span{Start: i, End: word.End(text, i)}
		w := text[last.Start:last.End]
		if found == nil && n > 1 && len(w) > 1 && word.AllCapital(w) && s.gazetteer.MayBeAgency(w) {
			if o := s.gazetteer.ByName(w); o != nil && o.Kind == outlet.Agency {
				found = o
			}
		}
		n++
		i = last.End
	}
	if w := text[last.Start:last.End]; found == nil || !word.Capital(w) || s.x.lookup(w).class&cRole == 0 {
		return nil
	}
	return found
}

// agencyAfterName returns the agency whose abbreviation ends the line at span, behind
// names and a sign or a word that parts it from them (Jane Roe, AP; Jane Roe with AP),
// or nil.
func (s *reading) agencyAfterName(span article.Span) *outlet.Outlet {
	before, last := cutLastWord(strings.Trim(s.a.Text[span.Start:span.End], " \u00a0\t.") + " ")
	if !word.AllCapital(last) || len(last) < 2 || !s.gazetteer.MayBeAgency(last) {
		return nil
	}
	before = strings.TrimRight(before, " ")
	names := strings.TrimRight(before, ",/|–—- ")
	if names == before {
		rest, w := cutLastWord(before + " ")
		if s.x.lookup(w).class&(cAnd|cWith) == 0 {
			return nil
		}
		names = rest
	}
	if o := s.gazetteer.ByName(last); o != nil && o.Kind == outlet.Agency && s.peopleLine(names) {
		return o
	}
	return nil
}
