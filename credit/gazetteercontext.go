package credit

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stands reports whether the words text[i:end], spelled as f, name an outlet:
// they are no part of a host, an account or a larger name, and what stands
// beside them is what f needs.
func (s *scanner) stands(f *form, i, end int) bool {
	before, after := s.around(i, end)
	switch before {
	case '@', '#', '_':
		return false
	case '.', '/':
		if p, _ := utf8.DecodeLastRuneInString(s.text[s.lo : i-1]); before == '.' && isWordRune(p) || p == '/' || f.host {
			return false
		}
	}
	switch after {
	case '@', '_':
		return false
	case '.', '/':
		next, _ := utf8.DecodeRuneInString(s.text[end+1 : s.hi])
		if after == '.' && unicode.IsLower(next) || f.host && after == '/' {
			return false
		}
	}
	if f.host {
		return before != '-'
	}
	shared := f.group >= 0
	if !shared && f.need <= needCase {
		return true
	}
	if s.followed(end) {
		return false
	}
	if shared && !f.article && f.need <= needCase {
		return true
	}
	cue := s.cue(f, i, end)
	if f.article {
		// A capital before it makes it part of a name that the table does not
		// know; mention notes that.
		return s.articled(i) && (cue || f.need <= needCase) || s.inName(i)
	}
	if cue {
		return true
	}
	switch f.need {
	case needArticle:
		return s.articled(i) || shared && s.inName(i)
	case needThe:
		return s.capitalThe(i) || shared && s.inName(i)
	}
	return false
}

// around returns the code points that touch text[i:end] within the span, or 0.
func (s *scanner) around(i, end int) (before, after rune) {
	if i > s.lo {
		before, _ = utf8.DecodeLastRuneInString(s.text[s.lo:i])
	}
	if end < s.hi {
		after, _ = utf8.DecodeRuneInString(s.text[end:s.hi])
	}
	return before, after
}

// isWordRune reports whether r belongs to a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// plain reports whether the text between two words is one space or hyphen, so
// that nothing divides them.
func plain(gap string) bool {
	switch gap {
	case " ", "-", "\u00a0", "\u2011":
		return true
	}
	return false
}

// followed reports whether a capitalised word goes on from end, so that the
// name may be the beginning of a larger one: "the Post Office".
func (s *scanner) followed(end int) bool {
	i := skipGap(s.text[:min(s.hi, end+4)], end)
	if i >= s.hi || !plain(s.text[end:i]) {
		return false
	}
	w := s.text[i:wordEnd(s.text[:s.hi], i)]
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && !s.near.has(nearRole, hashWord(w))
}

// article returns where an article that stands before i begins, or i.
func (s *scanner) article(i int) int {
	a, b, ok := priorWord(s.text, s.lo, i)
	if !ok || !s.near.has(nearArticle, hashWord(s.text[a:b])) {
		return i
	}
	switch s.text[b:i] {
	case " ", "\u00a0", "\n", "’", "'", " “", " „", " «", " \"", " ‘", " «\u00a0", " «\u202f":
		return a
	}
	return i
}

func (s *scanner) articled(i int) bool { return s.article(i) < i }

// capitalThe reports whether "The" stands before i within a sentence.
func (s *scanner) capitalThe(i int) bool {
	a := s.article(i)
	return a < i && capital(s.text[a:i]) && !s.begins(a)
}

// begins reports whether a sentence may begin at i.
func (s *scanner) begins(i int) bool {
	for i > s.lo {
		r, n := utf8.DecodeLastRuneInString(s.text[s.lo:i])
		switch r {
		case ' ', '\t', '\r', '\u00a0', '"', '“', '”', '’', '‘', '\'', '«', '»', '„', '(', '[':
			i -= n
			continue
		case '.', '!', '?', ':', '\n', '…', '—', '–', '|', '•', ']':
			return true
		}
		return false
	}
	return true
}

// inName reports whether the word before i makes what follows a part of its
// name: it is capitalised, and neither an article nor a word that only begins
// the sentence.
func (s *scanner) inName(i int) bool {
	a, b, ok := priorWord(s.text, s.lo, i)
	if !ok || !plain(s.text[b:i]) {
		return false
	}
	w := s.text[a:b]
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	h := hashWord(w)
	return !s.near.has(nearArticle, h) && !s.near.has(nearBefore, h) && !s.near.has(nearRole, h) && !(s.near.has(nearStart, h) && s.begins(a))
}

// cue reports whether what stands beside text[i:end] speaks of a source.
func (s *scanner) cue(f *form, i, end int) bool {
	before, after := s.around(i, end)
	if before == '(' && after == ')' || before == '[' && after == ']' {
		return true
	}
	if s.quoted(f, before, after) {
		return true
	}
	// A word after it: "Time reported", "Time's report", "Time magazine".
	text := s.text[:s.hi]
	j := end
	for _, apostrophe := range []string{"'s", "’s"} {
		if strings.HasPrefix(text[j:], apostrophe) {
			j += len(apostrophe)
		}
	}
	if k := skipGap(text[:min(len(text), j+8)], j); k < s.hi && k > end && nearGap(text[j:k]) {
		if s.near.has(nearAfter, hashWord(text[k:wordEnd(text, k)])) {
			return true
		}
	}
	// One or two words before it: "told Time", "according to the Sun".
	at := s.article(i)
	if at == i && s.inName(i) {
		return false
	}
	a, b, ok := priorWord(text, s.lo, at)
	if !ok || !nearGap(text[b:at]) {
		return false
	}
	h := hashWord(text[a:b])
	if s.near.has(nearBefore, h) {
		return true
	}
	c, d, ok := priorWord(text, s.lo, a)
	return ok && nearGap(text[d:a]) && s.near.has(nearBefore, pairHash(hashWord(text[c:d]), h))
}

// quoted reports whether the name stands in quotation marks, as the press of
// most languages but English writes it.
func (s *scanner) quoted(f *form, before, after rune) bool {
	if after == 0 || !strings.ContainsRune("„“”\"«»‚‘’'", before) || !strings.ContainsRune("“”\"«»‘’'", after) {
		return false
	}
	foreign := func(o *Outlet) bool {
		return o != nil && o.Country != "" && !strings.Contains("US GB IE CA AU NZ IN ZA", o.Country)
	}
	if foreign(f.outlet) {
		return true
	}
	for _, h := range f.holders {
		if foreign(h.outlet) {
			return true
		}
	}
	return false
}

// nearGap reports whether a gap divides no sentences: spaces, quotation marks
// and brackets only.
func nearGap(gap string) bool {
	for _, r := range gap {
		if !strings.ContainsRune(" \u00a0\u202f“”„\"«»‘’‚'(-", r) {
			return false
		}
	}
	return true
}

// mention appends the mention of f at text[i:end]. Where a capitalised word
// before a shared form makes it part of an unknown name, what is appended only
// tells resolve so.
func (s *scanner) mention(dst []Mention, f *form, i, end int) []Mention {
	m := Mention{Outlet: f.outlet, Short: f.group >= 0, form: f}
	start := i
	if a := s.article(i); a < i && strings.EqualFold(s.text[a:min(a+3, i)], "the") && s.text[i-1] == ' ' {
		start = a
	}
	m.Span.Start, m.Span.End = start, end
	if m.Short && start == i && s.inName(i) {
		m.Short = false // with Outlet nil: an unknown outlet of that form
	}
	a, b := s.compound(i, end)
	if m.Compound = a < i || b > end; m.Compound {
		start, end = min(a, start), b
	}
	m.Form = s.text[start:end]
	return append(dst, m)
}

// compound returns the longer word that text[i:end] is a part of.
func (s *scanner) compound(i, end int) (from, to int) {
	const reach = 48
	from, to = i, end
	for from > s.lo+1 && i-from < reach && strings.IndexByte("/-", s.text[from-1]) >= 0 {
		a, b, ok := priorWord(s.text, s.lo, from)
		if !ok || b != from-1 {
			break
		}
		from = a
	}
	for to+1 < s.hi && to-end < reach && strings.IndexByte("/-", s.text[to]) >= 0 {
		if gapLen(s.text[:s.hi], to+1) > 0 {
			break
		}
		to = wordEnd(s.text[:s.hi], to+1)
	}
	return from, to
}
