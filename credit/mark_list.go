package credit

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// language returns the code of the article's language as far as it is known.
func (s *reading) language() string {
	if s.a.Language != "" {
		return s.a.Language
	}
	return s.x.language
}

// mark returns the agency that t names in a place for marks, or nil.
func (s *reading) mark(t string) *outlet.Outlet {
	if o := s.gazetteer.Mark(t, s.language()); o != nil {
		return o
	}
	if len(t) > 5 && strings.ContainsAny(t, " -") && s.gazetteer.MayBeAgency(t) {
		if o := s.gazetteer.ByName(t); o != nil && o.Kind == outlet.Agency {
			return o
		}
	}
	return nil
}

// mostCompanions is how many words of a list of marks may be none: initials of
// who wrote, the paper's own abbreviation, the desk.
const mostCompanions = 4

// list returns the agencies of t if it is a list of marks: ats-afp-ap; UPI,
// Reuter, Impar.; dpa/lno; Quelle: dpa; 서울=연합뉴스. In brackets says that a
// list may hold names of places.
func (s *reading) list(t string, inBrackets bool) (agencies []*outlet.Outlet) {
	t = s.unlabelled(strings.Trim(t, " .,\u00a0\u3000\t\n©"))
	for _, mark := range [...]string{"(c)", "(C)", "（c）", "據", "据"} {
		t = strings.TrimPrefix(t, mark)
	}
	if t == "" || len(t) > longestBracket || strings.ContainsAny(t, "\"?!@«»“”") || strings.HasSuffix(t, ":") {
		return nil
	}
	if k := strings.IndexAny(t, ":：= "); k > 0 && s.x.lookup(t[:k]).class&cPhoto != 0 { // 图片：新华社
		return nil
	}
	if o := s.mark(t); o != nil {
		return []*outlet.Outlet{o}
	}
	if agencies = s.behindHouse(t); agencies != nil {
		return agencies
	}
	l := markList{reading: s, wide: inBrackets}
	for part := range strings.FieldsFuncSeq(t, divides) {
		if !l.part(strings.Trim(part, " .\u00a0\u3000\t\n")) {
			return nil
		}
	}
	if len(l.agencies) == 0 || l.companions > mostCompanions {
		return nil
	}
	return l.agencies
}

// unlabelled returns t without the words that say that a source follows:
// Quelle: dpa; mit AFP; Door: Jan Jansen, Bron: ANP.
func (s *reading) unlabelled(t string) string {
	if k := max(strings.LastIndexByte(t, ':'), strings.LastIndex(t, "：")); k > 0 {
		if a, b, ok := word.Before(t, 0, k); ok && strings.TrimSpace(t[b:k]) == "" && (s.x.lookup(t[a:b]).class&cLineLabel != 0 || s.labelsSource(t[:k])) {
			_, n := utf8.DecodeRuneInString(t[k:])
			return strings.TrimLeft(t[k+n:], " \u00a0")
		}
	}
	for range 3 { // Με πληροφορίες από
		i := word.SkipGap(t, 0)
		end := word.End(t, i)
		if end >= len(t) || s.x.lookup(t[i:end]).class&(cLineLabel|cWith|cByWord) == 0 {
			break
		}
		t = strings.TrimLeft(t[end:], " :：\u00a0")
	}
	return t
}

// behindHouse returns the agencies of t, a line that names the house itself, or its newsroom, and whose text it
// wrote with: 20 Minutes avec AFP; La rédaction avec Belga; Redacción con EFE. Numbers within the name of a house,
// and long words, are none that a list of marks may have.
func (s *reading) behindHouse(t string) (agencies []*outlet.Outlet) {
	for i := word.SkipGap(t, 0); i < len(t); i = word.SkipGap(t, i) {
		end := word.End(t, i)
		if i > 0 && s.x.lookup(t[i:end]).class&cWith != 0 {
			house := strings.Trim(t[:i], " ,.\u00a0")
			if !s.isOwn(house) && !newsrooms()[strings.ToLower(house)] {
				return nil
			}
			return s.list(t[end:], true)
		}
		i = end
	}
	return nil
}

// newsrooms returns what houses of all languages sign a piece with that is the work of the whole: la rédaction.
var newsrooms = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	add := func(l *lang.Language) {
		for phrase := range l.Phrases("newsroom") {
			all[phrase] = true
		}
	}
	for _, l := range lang.All() {
		add(l)
	}
	for _, code := range lang.PressCodes() {
		add(lang.Press(code))
	}
	return all
})

// labelsSource reports whether t, what stands before a colon, is a word for the source and of what it is
// one: Fuente de la información.
func (s *reading) labelsSource(t string) bool {
	const most = 4 // words
	words := strings.Fields(t)
	if len(words) < 2 || len(words) > most || s.x.lookup(words[0]).class&cLineLabel == 0 {
		return false
	}
	for _, w := range words[1:] {
		if word.Capital(w) {
			return false
		}
	}
	return true
}

// divides reports whether r stands between the marks of a list.
func divides(r rune) bool { return strings.ContainsRune(",/;&+|=＝・、／–—", r) }

// A markList gathers the agencies of a list.
type markList struct {
	*reading
	wide       bool // names of places may be among them
	agencies   []*outlet.Outlet
	companions int
}

// part adds one part of a list and reports whether it may be one.
func (l *markList) part(t string) bool {
	if t == "" {
		return true
	}
	if l.add(t) {
		return true
	}
	names, words := 0, 0 // names of people, likely: Lam/Reuters may be a desk, Stephen Lam/Reuters is a photographer
	for sub := range strings.FieldsFuncSeq(t, within) {
		if l.add(sub) {
			continue
		}
		if len(sub) > 1 && !l.desk(sub) {
			words++
		}
		if word.Capital(sub) && !word.AllCapital(sub) {
			names++
		}
		if names > 1 || words > 1 && !l.wide || !l.companion(strings.Trim(sub, ".")) {
			return false
		}
	}
	return true
}

// desk reports whether w, behind a mark, may be the code of a desk or of who edited:
// PTI ABC DEF.
func (l *markList) desk(w string) bool {
	const longest = 4 // letters
	return len(l.agencies) > 0 && len(w) <= longest && word.AllCapital(w)
}

// within reports whether r stands between the words of a part of a list.
func within(r rune) bool { return r == '-' || unicode.IsSpace(r) }

// add adds the agency that t names, or ends with where words are not divided.
func (l *markList) add(t string) bool {
	o := l.mark(t)
	if o == nil {
		o = l.unspacedMark(t)
	}
	if o == nil {
		o = l.misread(t)
	}
	if o == nil {
		return false
	}
	for _, known := range l.agencies {
		if known == o {
			return true
		}
	}
	l.agencies = append(l.agencies, o)
	return true
}

// unspacedMark returns the agency whose mark ends t, written without spaces
// behind a place, or begins it before a place and a day: ワシントン時事,
// 中央社台北3日電.
func (l *markList) unspacedMark(t string) *outlet.Outlet {
	if !l.wide || !unspaced(firstRune(t)) {
		return nil
	}
	const longest = 10 // code points of the place
	wired := strings.ContainsFunc(t, func(r rune) bool { return l.x.lookup(string(r)).class&cDispatch != 0 })
	for i, n := 0, 0; i < len(t) && n < longest; n++ {
		_, size := utf8.DecodeRuneInString(t[i:])
		i += size
		if i == len(t) {
			break
		}
		if wired && n > 0 {
			if o := l.mark(t[:i]); o != nil {
				return o
			}
		}
		if utf8.RuneCountInString(t[i:]) > 1 {
			if o := l.mark(t[i:]); o != nil {
				return o
			}
		}
	}
	return nil
}

// misread returns the agency of a mark of which a scan has one letter wrong,
// beside another mark: ATS / Rcuter.
func (l *markList) misread(t string) *outlet.Outlet {
	const least = 6 // letters
	if len(l.agencies) == 0 || len(t) < least || len(t) > longestName {
		return nil
	}
	for i := 1; i < len(t); i++ {
		for c := byte('a'); c <= 'z'; c++ {
			if o := l.gazetteer.Mark(t[:i]+string(c)+t[i+1:], l.language()); o != nil {
				return o
			}
		}
	}
	return nil
}

// companion reports whether the word t may stand in a list of marks though it
// is none, and counts it.
func (l *markList) companion(t string) bool {
	const longest = 8 // letters
	known := l.x.lookup(t).class
	switch {
	case t == "", known&(cAnd|cWith|cLineLabel|cFill|cDet) != 0:
		return true
	case known&cPhoto != 0:
		return false
	}
	l.companions++
	first := firstRune(t)
	place := l.wide && (unspaced(first) || '0' <= first && first <= '9' || '０' <= first && first <= '９')
	return place || unicode.IsLetter(first) && utf8.RuneCountInString(t) <= longest
}
