package outlet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// A standing says what a form stands for at one place of a text.
type standing uint8

const (
	standsNot   standing = iota // for no outlet
	standsFor                   // for the outlet, or one of those that share the form
	standsOther                 // for something else of that name, here and from here on
)

// stands tells what the words text[i:end], spelled as f, stand for: they may
// be part of a host, an account or a larger name, and what stands beside them
// may lack what f needs.
func (s *scanner) stands(f *form, i, end int) standing {
	switch {
	case f.need == needNever, !s.free(i, end), f.plus && !strings.HasPrefix(s.text[end:s.hi], "+"):
		return standsNot
	case f.acronym && s.initials(f, i, end):
		return standsOther
	case s.suffixed(f, end), s.numbered(f, end):
		return standsNot
	}
	if f.group < 0 && f.need <= needCase {
		if f.generic && s.inName(i) || s.afterNew(i) {
			return standsNot
		}
		return standsFor
	}
	return s.standsBeside(f, i, end)
}

// standsBeside is stands for a form that several share or that needs something
// beside it.
func (s *scanner) standsBeside(f *form, i, end int) standing {
	switch {
	case s.followed(f, end) && !s.written(f, i) && !s.shouted(f, i, end), f.need > needCase && s.hyphened(f, i, end):
		return standsNot
	case !f.acronym && !s.job(f) && s.inName(i):
		if f.group >= 0 || f.need == needCue || f.need == needInHand {
			return standsOther // Megan Fox: who is called Fox from here on is she
		}
		return standsNot
	case s.shouted(f, i, end), s.has(f, i, end), s.written(f, i), s.listens(f, i, end):
		return standsFor
	}
	return standsNot
}

// job reports whether f ends in a word for who reports, so that it goes on behind somebody's name: Jane Roe Local
// Democracy Reporter.
func (s *scanner) job(f *form) bool {
	n := len(f.words)
	return n > 1 && f.group >= 0 && s.near.has(nearStaff, f.words[n-1].hash)
}

// hasAtHome is has for a form that counts more readily in the press of its own country.
func (s *scanner) hasAtHome(f *form, i, end int) bool {
	local := f.local(s.home)
	return local && f.abroad(s.home) && end-i >= shortestAcronym || s.cue(f, i, end, local)
}

// shortestAcronym is how many letters an abbreviation has that means an outlet of the text's own
// country without a word beside it, but in English: la RTP. EN, HD and others are shorter.
const shortestAcronym = 3

// has reports whether what f needs stands beside text[i:end].
func (s *scanner) has(f *form, i, end int) bool {
	if s.writesFor(f, i, end) {
		return true
	}
	if f.article && f.need != needArticle && !s.articled(i) && (f.need > needArticle || !s.cueAfter(end, nearAfter|nearNoun)) {
		return false // "the Post", "Post reporters"
	}
	switch f.need {
	case needNone, needCase:
		return true
	case needArticle:
		if s.articled(i) {
			return true
		}
	case needThe:
		if s.capitalThe(i) || s.cueAfter(end, nearFeature) {
			return true
		}
		if len(f.words) == 1 && s.near.has(nearNation, f.words[0].hash) && !s.articled(i) {
			return false // told Australian diplomats
		}
	case needInHand:
		if s.amid(f, i) {
			return true
		}
	case needQuoted:
		if f.foreign && f.english && (s.home == nil || strings.Contains(english, s.home.Country)) {
			break // der Standard is an ordinary word, the Standard of an English text is none
		}
		before, after := s.around(i, end)
		return s.quoted(f, before, after) || s.programme(f, i, end) || s.cue(f, i, end, false)
	case needNamed:
		return s.noPerson(f, i, end)
	case needLocal:
		return s.hasAtHome(f, i, end)
	}
	if s.somebody(f, i, end) {
		return false
	}
	return s.cue(f, i, end, true) || s.staffed(f, end) || s.writtenAt(f, i, end)
}

// noPerson reports whether text[i:end], spelled as f, which might be a person's name, stands as no person's
// does: people have no article. Where it does what reporters do, it means the outlet beside any cue from there on.
func (s *scanner) noPerson(f *form, i, end int) bool {
	if s.articleAt(i) < i && !s.near.has(nearInstitution, f.words[len(f.words)-1].hash) {
		return true
	}
	if s.inMarks(i, end) || s.got(i, end) {
		s.shown = f.outlet
		return true
	}
	return s.cue(f, i, end, s.articled(i) || f.outlet != nil && f.outlet == s.shown)
}

// got reports whether words beside text[i:end] say that it came by what is news: got hold of a memo; a memo
// obtained by. Whoever a name is of, that is what reporters do, while all people say and write things.
func (s *scanner) got(i, end int) bool {
	if a, b, ok := word.Before(s.text, s.lo, i); ok && s.text[b:i] == " " {
		c, d, ok := word.Before(s.text, s.lo, a)
		if ok && s.text[d:a] == " " && s.near.has(nearGotBy, pairHash(s.hash(c, d), s.hash(a, b))) {
			return true
		}
	}
	if end >= s.hi || s.text[end] != ' ' {
		return false
	}
	last := word.End(s.text[:s.hi], end+1)
	return s.near.has(nearGot, s.pairAt(s.hash(end+1, last), last))
}

// reporters reports whether f, the last word of the name of an outlet in hand, needs no article since a word
// for who reports stands behind it: by Pioneer reporter Jane Roe. Words that much else is called by do.
func (s *scanner) reporters(f *form, i, end int) bool {
	if !f.article || f.group < 0 || f.need != needCue || f.foreign || len(f.words) != 1 || s.near.has(nearOrdinary|nearPerson|nearCommon|nearGeneric, f.words[0].hash) {
		return false
	}
	if !s.amid(f, i) || end >= s.hi || s.text[end] != ' ' {
		return false
	}
	return s.near.has(nearStaff, s.hash(end+1, word.End(s.text[:s.hi], end+1)))
}

// somebody reports whether f, with which a sentence begins at i and which has no article there, is as well
// somebody of whom a headline tells: Diplomat says talks failed.
func (s *scanner) somebody(f *form, i, end int) bool {
	if len(f.words) > 1 || !s.near.has(nearPerson, f.words[0].hash) || !s.begins(i) || s.articled(i) || end >= s.hi || s.text[end] != ' ' {
		return false
	}
	return s.near.has(nearSpeaks, s.hash(end+1, word.End(s.text[:s.hi], end+1)))
}

// writesFor reports whether words beside text[i:end], spelled as f, say that somebody writes for the outlet.
func (s *scanner) writesFor(f *form, i, end int) bool {
	return s.columned(i, end) || s.reporters(f, i, end)
}

// columned reports whether text[i:end] stands between a word for somebody's and a word for what he
// writes: in his Herald column.
func (s *scanner) columned(i, end int) bool {
	a, b, ok := word.Before(s.text, s.lo, i)
	if !ok || s.text[b:i] != " " || !s.near.has(nearWhose, s.hash(a, b)) || end >= s.hi || s.text[end] != ' ' {
		return false
	}
	last := word.End(s.text[:s.hi], end+1)
	return s.near.has(nearColumn, s.hash(end+1, last))
}

// programme reports whether text[i:end] stands in quotation marks, as English papers write the
// names of what stations send: on "This Week."
func (s *scanner) programme(f *form, i, end int) bool {
	const marks = 2
	sent := !f.foreign
	for o := range f.means {
		sent = sent && o.Sort == SortBroadcaster
	}
	before, _ := s.around(i, end)
	if !sent || before != '"' && before != '“' {
		return false
	}
	rest := s.text[end:s.hi]
	for k := 0; k < marks && rest != "" && strings.IndexByte(",.?!", rest[0]) >= 0; k++ {
		rest = rest[1:]
	}
	return strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "”")
}

// amid reports whether a capital letter at i tells a name from the word that it is
// elsewhere: within a sentence, and not where all nouns have one.
func (s *scanner) amid(f *form, i int) bool {
	return !f.nouns && word.Capital(s.text[i:s.hi]) && !s.begins(i)
}

// shouted reports whether text[i:end] is written in capital letters, as German papers like
// to write themselves, and the words beside it are not: dem SPIEGEL.
func (s *scanner) shouted(f *form, i, end int) bool {
	const shortest = 4 // bytes: other abbreviations are shorter
	if w := s.text[i:end]; !f.nouns || f.need == needCase || end-i < shortest || !word.AllCapital(w) || word.AllCapital(f.words[len(f.words)-1].text) {
		return false
	}
	if a, b, ok := word.Before(s.text, s.lo, i); ok && plain(s.text[b:i]) && word.AllCapital(s.text[a:b]) {
		return false
	}
	k := word.SkipGap(s.text[:min(s.hi, end+4)], end)
	return k >= s.hi || !plain(s.text[end:k]) || !word.AllCapital(s.text[k:word.End(s.text[:s.hi], k)])
}

// free reports whether text[i:end] is no part of a host, an account or a path.
func (s *scanner) free(i, end int) bool {
	before, after := s.around(i, end)
	switch before {
	case '@', '#', '_', '&': // E&E News is not E! News
		return false
	case ';':
		if strings.HasSuffix(s.text[s.lo:i], "&amp;") {
			return false
		}
	case '.', '/':
		if p, _ := utf8.DecodeLastRuneInString(s.text[s.lo : i-1]); before == '.' && isWordRune(p) || p == '/' {
			return false
		}
	}
	switch after {
	case '@', '_':
		return false
	case '.':
		next, _ := utf8.DecodeRuneInString(s.text[end+1 : s.hi])
		return !unicode.IsLower(next)
	}
	return true
}

// written reports whether words before i say that somebody writes for the outlet, whose name
// may follow: la periodista de Marca Ana Roble.
func (s *scanner) written(f *form, i int) bool {
	if !f.foreign {
		return false
	}
	at := s.articleAt(i)
	a, b, ok := word.Before(s.text, s.lo, at)
	if ok && s.near.has(nearOfWhom, s.hash(a, b)) {
		at = a
		a, b, ok = word.Before(s.text, s.lo, at)
	}
	if at == i {
		return false
	}
	const most = 4 // words of his name, and his trade
	for range most {
		switch {
		case !ok || !plain(s.text[b:at]) && s.text[b:at] != ", ":
			return false
		case s.near.has(nearWriter, s.hash(a, b)):
			return true
		case !word.Capital(s.text[a:b]):
			return false
		}
		at = a
		a, b, ok = word.Before(s.text, s.lo, at)
	}
	return false
}

// listens reports whether words beside text[i:end] say that somebody told the outlet
// something: Ao Valor, a presidente disse; disse a autarca à TSF.
func (s *scanner) listens(f *form, i, end int) bool {
	if !f.foreign {
		return false
	}
	a, b, at, ok := s.listenerAt(i)
	if !ok || !nearGap(s.text[b:at]) || !s.listener(f, a, b) {
		return false
	}
	if s.begins(a) {
		return strings.HasPrefix(s.text[end:s.hi], ",") || s.articleAfter(end)
	}
	const most = 6
	for range most {
		at = a
		if a, b, ok = word.Before(s.text, s.lo, at); !ok || strings.ContainsAny(s.text[b:at], ".;:!?\n") {
			return false
		}
		if s.near.has(nearTell, s.hash(a, b)) {
			return true
		}
	}
	return false
}

// articleAfter reports whether an article follows end, with which the subject begins of a sentence
// that tells first who is told: Al Mattino la vedova ha detto.
func (s *scanner) articleAfter(end int) bool {
	i := word.SkipGap(s.text[:min(s.hi, end+2)], end)
	return i < s.hi && plain(s.text[end:i]) && s.near.has(nearArticle, s.hash(i, word.End(s.text[:s.hi], i)))
}

// listenerAt returns the word before the article and the name at i, or before somebody of the
// outlet, and where these begin: al Mattino, a Ada Lorne di Repubblica.
func (s *scanner) listenerAt(i int) (a, b, at int, ok bool) {
	at = i
	a, b, ok = word.Before(s.text, s.lo, at)
	if h := s.hash(a, b); ok && nearGap(s.text[b:at]) && s.near.has(nearArticle, h) && !s.near.has(nearTo, h) {
		at = a
		a, b, ok = word.Before(s.text, s.lo, at)
	}
	if ok && s.near.has(nearOfWhom, s.hash(a, b)) {
		return s.beforeName(a)
	}
	return a, b, at, ok
}

// beforeName returns the word before the capitalised words, two or three, that end before i, and
// where these begin: a before Ada Lorne in detto a Ada Lorne di Repubblica.
func (s *scanner) beforeName(i int) (a, b, at int, ok bool) {
	const least, most = 2, 3
	at = i
	for n := 0; n <= most; n++ {
		a, b, ok = word.Before(s.text, s.lo, at)
		if !ok || !plain(s.text[b:at]) {
			return 0, 0, 0, false
		}
		if !word.Capital(s.text[a:b]) {
			return a, b, at, n >= least
		}
		at = a
	}
	return 0, 0, 0, false
}

// listener reports whether the word text[i:end] may stand before f as the one who is told
// something: à; a German article, but behind somebody or a verb: sagte die Ministerin der
// APA, not: sagte vor der Presse.
func (s *scanner) listener(f *form, i, end int) bool {
	if !s.near.has(nearTo, s.hash(i, end)) || !f.nouns {
		return s.near.has(nearTo, s.hash(i, end))
	}
	a, b, ok := word.Before(s.text, s.lo, i)
	return ok && f.need != needQuoted && !s.begins(i) && (word.Capital(s.text[a:b]) || s.near.has(nearTell, s.hash(a, b)))
}

// initials reports whether the abbreviation text[i:end] stands in brackets
// after words that it abbreviates and that are no form of its outlet:
// "Congressional Black Caucus (CBC)". The outlet's own name before it would
// have been found as the mention before.
func (s *scanner) initials(f *form, i, end int) bool {
	before, after := s.around(i, end)
	if before != '(' || after != ')' {
		return false
	}
	at := i
	for k := end - 1; k >= i; k-- {
		a, b, ok := word.Before(s.text, max(s.lo, s.done), at)
		for skipped := 0; ok && skipped < 3 && !sameLetter(s.text[a], s.text[k]) && !word.Capital(s.text[a:b]); skipped++ { // "of the"
			a, b, ok = word.Before(s.text, max(s.lo, s.done), a)
		}
		if !ok || !sameLetter(s.text[a], s.text[k]) {
			return false
		}
		at = a
	}
	return true
}

// sameLetter reports whether two letters of ASCII differ at most in case.
func sameLetter(a, b byte) bool { return a|0x20 == b|0x20 }

// afterNew reports whether "New" before the name makes it another one: "New
// York Press" is not the Press of York.
func (s *scanner) afterNew(i int) bool {
	return i-4 >= s.lo && s.text[i-4:i] == "New " && (i-4 == s.lo || word.GapLen(s.text, i-5) > 0)
}

// suffixed reports whether letters other than a possessive s are joined to
// the word that ends at end by an apostrophe, as in "Saba'ee". Only a form of
// one word that is no acronym is asked.
func (s *scanner) suffixed(f *form, end int) bool {
	if f.acronym || len(f.words) > 1 {
		return false
	}
	_, after := s.around(end, end)
	if after != '\'' && after != '’' {
		return false
	}
	at := end + utf8.RuneLen(after)
	w := s.text[at:word.End(s.text[:s.hi], at)]
	return w != "" && w != "s" && w != "S" && !s.near.has(nearSuffix, word.Hash(w))
}

// numbered reports whether a small number follows the name of a broadcaster,
// so that it is that of a local station or a channel: "told Fox 35".
func (s *scanner) numbered(f *form, end int) bool {
	if !f.channel || f.nouns || end+1 >= s.hi || s.text[end] != ' ' { // NDR 1 Niedersachsen
		return false
	}
	n := word.End(s.text[:s.hi], end+1) - end - 1
	return 0 < n && n <= 2 && '0' <= s.text[end+1] && s.text[end+1] <= '9'
}

// hyphened reports whether text[i:end] is the later part of a word with
// hyphens, or, being but a letter or two, any part.
func (s *scanner) hyphened(f *form, i, end int) bool {
	a, b := s.compound(i, end)
	return a < i && s.text[i-1] == '-' || b > end && s.text[end] == '-' && end-i <= 2 && !word.Capital(f.words[0].text[1:])
}

// followed reports whether a name goes on from end: a capitalised word
// follows, "the Post Office", or, after a form that is an ordinary word, "of",
// "the Star of David".
func (s *scanner) followed(f *form, end int) bool {
	i := word.SkipGap(s.text[:min(s.hi, end+4)], end)
	if i < s.hi && len(f.words) == 1 && s.near.has(nearNoun, f.words[0].hash) && quotes(s.text[end:i]) {
		return true // der Wochenzeitung „Alvataler Bote“
	}
	if i >= s.hi || !plain(s.text[end:i]) || f.nouns && s.text[end] == '-' { // Spiegel-Interview
		return false
	}
	return s.goesOn(f, i)
}

// goesOn reports whether the word at text[i] belongs to a name that f begins.
func (s *scanner) goesOn(f *form, i int) bool {
	last := word.End(s.text[:s.hi], i)
	h := s.hash(i, last)
	if s.near.has(nearOf, h) && (f.need > needCase || s.near.has(nearOpening, f.words[len(f.words)-1].hash)) {
		return !f.foreign || s.named(last) // not: l'Agi da fonti
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:s.hi])
	return unicode.IsUpper(r) && !s.near.has(nearRole, h) && !(f.nouns && f.channel && f.acronym) // MDR Thüringen
}

// quotes reports whether a space and a quotation mark that opens stand between two words.
func quotes(gap string) bool {
	switch gap {
	case " „", " “", " \"", " «", " «\u00a0", " ‚", " ‘", " '", " »":
		return true
	}
	return false
}

// named reports whether a capitalised word follows end, perhaps an article between.
func (s *scanner) named(end int) bool {
	i := word.SkipGap(s.text[:min(s.hi, end+4)], end)
	if i < s.hi && s.near.has(nearArticle, s.hash(i, word.End(s.text[:s.hi], i))) {
		i = word.SkipGap(s.text[:s.hi], word.End(s.text[:s.hi], i))
	}
	r, _ := utf8.DecodeRuneInString(s.text[min(i, s.hi):s.hi])
	return unicode.IsUpper(r)
}

// mention appends the mention of f at text[i:end], or, if the form stands for
// something else there, what tells resolve so.
func (s *scanner) mention(dst []Mention, f *form, what standing, i, end int) []Mention {
	m := Mention{Outlet: f.outlet, Short: f.group >= 0, Common: len(f.words) == 1 && (f.need == needCue || f.need == needInHand), form: f, other: what == standsOther}
	m.titled = m.other && s.titled(i)
	if !m.other && m.Outlet == nil {
		m.Outlet = s.gendered(f, i)
	}
	start := i
	m.articled = s.articled(i)
	if a := s.articleAt(i); a < i && i-a > 3 && strings.EqualFold(s.text[a:a+3], "the") {
		start = a
	}
	m.Span.Start, m.Span.End = start, end
	a, b := s.compound(i, end)
	if m.Compound = a < i || b > end; m.Compound {
		start, end = min(a, start), b
	}
	m.Form = s.text[start:end]
	return append(dst, m)
}
