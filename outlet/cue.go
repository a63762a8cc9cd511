package outlet

import (
	"strings"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// cue reports whether what stands beside text[i:end] speaks of a source: a
// word that says what it is ("the newspaper", "magazine") or, if verbs is set,
// that it told or was told something; or else brackets or, in some languages,
// quotation marks around it.
func (s *scanner) cue(f *form, i, end int, verbs bool) bool {
	if verbs {
		before, after := s.around(i, end)
		switch {
		case (before == '(' && after == ')' || before == '[' && after == ']') && end-i > 1 && !digits(s.text[i:end]),
			s.quoted(f, before, after),
			f.kind == Agency && s.alone(i, end):
			return true
		}
	}
	ahead, behind := nearNoun, nearNoun
	switch {
	case f.kind == Platform && s.articled(i): // "on the X chromosome"
	case f.kind == Platform:
		ahead, behind = ahead|nearOn, behind|nearPost
	case verbs:
		ahead, behind = ahead|nearBefore, behind|nearAfter
	}
	if verbs && (f.foreign && (s.toldBy(i) || s.listed(i, end)) || !f.foreign && s.paired(i, end)) {
		return true
	}
	return s.cueAfter(end, behind) || s.cueBefore(i, ahead) || s.apposed(end) || verbs && f.acronym && s.cueAfter(s.reporterAt(end), nearAfter)
}

// listed reports whether text[i:end] stands in a list behind the name found last, with nothing
// but a comma or "and" between and what goes with a name: selon Mediapart et Libération, von
// „Report“ und der „Zeit“. Of that name more was asked.
func (s *scanner) listed(i, end int) bool {
	const reach = 16 // bytes
	if s.done <= s.lo || s.done >= i || i-s.done > reach || end-i < shortestAcronym || !word.Capital(s.text[i:end]) {
		return false
	}
	between := strings.Trim(s.text[s.done:i], " \u00a0\u202f“”„\"«»")
	if between == "," {
		return true
	}
	words := strings.Fields(between)
	if len(words) == 0 || len(words) > 3 || !s.near.has(nearAnd, word.Hash(words[0])) {
		return false
	}
	for _, w := range words[1:] {
		if w = strings.Trim(w, "“”„\"«»"); w != "" && !s.near.has(nearArticle|nearBy|nearOfWhom, word.Hash(w)) {
			return false
		}
	}
	return true
}

// paired reports whether "and" alone ties text[i:end] to the name found last, before which a cue
// stands: according to ABC News and Fusion. English names of one word are words of every day, and
// behind a comma they are often that: according to Variety, Empire is to end.
func (s *scanner) paired(i, end int) bool {
	if s.done <= s.lo || s.done >= i || !word.Capital(s.text[i:end]) {
		return false
	}
	between := s.text[s.done:i]
	return (between == " and " || between == " and The ") && s.cueBefore(s.from, nearBefore)
}

// toldBy reports whether words before i say that something was told by whoever is named
// there: adelantada ayer por El Faro, denunciato dal Mattino.
func (s *scanner) toldBy(i int) bool {
	at := s.nationAt(i)
	by := false
	for range 2 { // par, par le; dal
		a, b, ok := word.Before(s.text, s.lo, at)
		if !ok || !nearGap(s.text[b:at]) {
			break
		}
		h := s.hash(a, b)
		if by = s.near.has(nearBy, h); by || s.near.has(nearArticle, h) {
			at = a
		}
		if by {
			break
		}
	}
	a, b, ok := word.Before(s.text, s.lo, s.timeAt(at))
	return by && ok && s.near.has(nearTold, s.hash(a, b))
}

// apposed reports whether an apposition that says what the outlet is follows
// end: "the Independent, a British newspaper".
func (s *scanner) apposed(end int) bool {
	const reach = 5 // words
	text := s.text[:s.hi]
	if !strings.HasPrefix(text[end:], ", ") {
		return false
	}
	for k, at := 0, end+2; k < reach && at < len(text) && word.GapLen(text, at) == 0; k++ {
		b := word.End(text, at)
		h := s.hash(at, b)
		if k == 0 && !s.near.has(nearArticle|nearIndefinite, h) {
			return false
		}
		if s.near.has(nearNoun, h) {
			return true
		}
		if b >= len(text) || text[b] != ' ' && text[b] != '-' {
			return false
		}
		at = b + 1
	}
	return false
}

// cueAfter reports whether a word of one of the classes follows end, perhaps
// after 's: "Time reported", "Time's report".
func (s *scanner) cueAfter(end int, class near) bool {
	text := s.text[:s.hi]
	for _, possessive := range []string{"'s", "’s"} {
		if strings.HasPrefix(text[end:], possessive) {
			end += len(possessive)
			break
		}
	}
	for range 3 { // auxiliaries and adverbs may stand between
		k := word.SkipGap(text[:min(len(text), end+8)], end)
		if k == end || k >= len(text) || !nearGap(text[end:k]) {
			return false
		}
		end = word.End(text, k)
		h := s.hash(k, end)
		if s.near.has(class, h) || s.near.has(class, s.pairAt(h, end)) {
			return true
		}
		if class&nearNoun != 0 && text[k:end] == "news" {
			continue // the RIA news agency
		}
		if class&nearAfter == 0 || !s.near.has(nearAux, h) {
			return false
		}
	}
	return false
}

// reporterAt returns the end of the name of whoever works for the outlet whose name ends at at, two or three
// capitalised words behind a genitive, or at: TSN's Ada Lorne reported.
func (s *scanner) reporterAt(at int) int {
	const least, most = 2, 3 // words
	end := at
	for _, possessive := range []string{"'s", "’s"} {
		if strings.HasPrefix(s.text[at:s.hi], possessive) {
			end = at + len(possessive)
		}
	}
	if end == at {
		return at
	}
	for n := range most {
		if !strings.HasPrefix(s.text[end:s.hi], " ") || !word.Capital(s.text[end+1:s.hi]) {
			if n < least {
				return at
			}
			break
		}
		end = word.End(s.text[:s.hi], end+1)
	}
	return end
}

// cueBefore reports whether a word of one of the classes, or a pair of words,
// stands before i and an article there: "told Time", "according to the Sun".
func (s *scanner) cueBefore(i int, class near) bool {
	at := s.articleAt(s.nationAt(i))
	if s.cueAt(i, at, class) {
		return true
	}
	if class&nearBefore == 0 {
		return false
	}
	then := s.timeAt(at)
	return then < at && s.cueAt(i, then, nearBefore) // noticia hoje o Público
}

// cueAt reports whether a word of one of the classes, or a pair of words, ends before
// at; the name begins at i.
func (s *scanner) cueAt(i, at int, class near) bool {
	a, b, ok := word.Before(s.text, s.lo, at)
	if ok && at == i && nearGap(s.text[b:at]) && s.near.has(nearIndefinite, s.hash(a, b)) {
		at = a // "told a Time reporter", "segundo a Folha"
		a, b, ok = word.Before(s.text, s.lo, at)
	}
	if !ok || !nearGap(s.text[b:at]) {
		return false
	}
	h := s.hash(a, b)
	if s.near.has(class, h) {
		return true
	}
	c, d, ok := word.Before(s.text, s.lo, a)
	return ok && nearGap(s.text[d:a]) && s.near.has(class, pairHash(s.hash(c, d), h))
}

// nationAt returns where the adjectives before i begin that say whose or what a paper is,
// two at most, or i: der deutsche Focus, el diario deportivo argentino Olé.
func (s *scanner) nationAt(i int) int {
	for range 2 {
		a, b, ok := word.Before(s.text, s.lo, i)
		if !ok || !nearGap(s.text[b:i]) {
			break
		}
		h := s.hash(a, b)
		if s.near.has(nearGenre, h) {
			c, d, ok := word.Before(s.text, s.lo, a)
			if !ok || !nearGap(s.text[d:a]) || !s.near.has(nearOf|nearOfWhom|nearWhenTie, s.hash(c, d)) {
				break
			}
			a = c
		} else if !s.near.has(nearNation, h) {
			break
		}
		i = a
	}
	return i
}

// timeAt returns where the words of time before at begin, or at: publicó ayer por la tarde
// Olé, noticia hoje o Público.
func (s *scanner) timeAt(at int) int {
	const most = 6
	from := at
	for i, n := at, 0; n < most; n++ {
		a, b, ok := word.Before(s.text, s.lo, i)
		if !ok || !nearGap(s.text[b:i]) {
			break
		}
		switch h := s.hash(a, b); {
		case s.near.has(nearWhen, h):
			from = a
		case from == at || !s.near.has(nearWhenTie, h):
			return s.tieAt(from, at)
		}
		i = a
	}
	return s.tieAt(from, at)
}

// tieAt returns where the small words begin that tie words of time, from the byte from on,
// to what stands before them: por la tarde. It is at if these end there.
func (s *scanner) tieAt(from, at int) int {
	for from < at {
		a, b, ok := word.Before(s.text, s.lo, from)
		if !ok || !nearGap(s.text[b:from]) || !s.near.has(nearWhenTie, s.hash(a, b)) {
			break
		}
		from = a
	}
	return from
}

// quoted reports whether the name stands in quotation marks, as the press of
// most languages but English writes it.
func (s *scanner) quoted(f *form, before, after rune) bool {
	return f.foreign && after != 0 && strings.ContainsRune("„“”\"«»‚‘’'", before) && strings.ContainsRune("“”\"«»‘’'", after)
}

// inMarks reports whether text[i:end] stands in quotation marks that English does not have, in which the
// press of other languages puts the names of papers, and none those of people: «Деловой Петербург».
func (s *scanner) inMarks(i, end int) bool {
	switch before, after := s.around(i, end); before {
	case '«':
		return after == '»'
	case '»':
		return after == '«'
	case '„':
		return after == '“' || after == '”'
	}
	return false
}

// alone reports whether text[i:end] stands by itself in its line or between
// marks, as agencies do in credit lines: "Photo: AP", "AP / Reuters", "— AP".
func (s *scanner) alone(i, end int) bool {
	for {
		r, n := utf8.DecodeLastRuneInString(s.text[s.lo:i])
		if n == 0 || strings.ContainsRune("\n—–/|:©", r) {
			break
		}
		if r != ' ' && r != '\u00a0' && r != '\t' {
			return false
		}
		i -= n
	}
	for {
		r, n := utf8.DecodeRuneInString(s.text[end:s.hi])
		if n == 0 || strings.ContainsRune("\n—–/|,)", r) {
			return true
		}
		if r != ' ' && r != '\u00a0' && r != '\t' && r != '\r' {
			return false
		}
		end += n
	}
}

// nearGap reports whether a gap divides no sentences: spaces, quotation marks
// and brackets only.
func nearGap(gap string) bool {
	for _, r := range gap {
		if !strings.ContainsRune(" \u00a0\u202f“”„\"«»‘’‚'(-¡", r) {
			return false
		}
	}
	return true
}
