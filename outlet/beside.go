package outlet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// articleAt returns where a definite article that stands before i begins, or i.
func (s *scanner) articleAt(i int) int {
	a, b, ok := word.Before(s.text, s.lo, i)
	if !ok || !s.near.has(nearArticle, s.hash(a, b)) {
		return i
	}
	switch s.text[b:i] {
	case " ", "\u00a0", "\n", "’", "'", " “", " „", " «", " \"", " ‘", " «\u00a0", " «\u202f":
		return a
	}
	return i
}

func (s *scanner) articled(i int) bool { return s.articleAt(i) < i || s.ofToday(i) }

// gendered returns whom of its holders f means by the Portuguese article before i, which a preposition
// may have taken in, or nil: ao Globo is the paper O Globo, na Globo the station.
func (s *scanner) gendered(f *form, i int) *Outlet {
	man, woman := false, false
	if a, b, ok := word.Before(s.text, s.lo, i); ok && s.text[b:i] == " " {
		switch strings.ToLower(s.text[a:b]) {
		case "o", "ao", "do", "no", "pelo":
			man = true
		case "a", "à", "da", "na", "pela":
			woman = true
		}
	}
	var his, her *Outlet
	for _, h := range f.holders {
		if name, ok := strings.CutPrefix(h.outlet.Name, "O "); ok && strings.EqualFold(name, s.text[i:min(len(s.text), i+len(name))]) {
			his = h.outlet
		} else if h.stars == 2 {
			her = h.outlet
		}
	}
	switch {
	case his == nil, !man && !woman:
		return nil
	case man:
		return his
	}
	return her
}

// ofToday reports whether the paper of a day or a week begins at i: in today's Herald, in
// Saturday's Guardian, in this week's Spectator.
func (s *scanner) ofToday(i int) bool {
	before := s.text[s.lo:i]
	day, ok := strings.CutSuffix(before, "'s ")
	if !ok {
		if day, ok = strings.CutSuffix(before, "’s "); !ok {
			return false
		}
	}
	a, b, ok := word.Before(s.text, s.lo, s.lo+len(day))
	return ok && b == s.lo+len(day) && s.near.has(nearIssue, s.hash(a, b))
}

// capitalThe reports whether "The" stands before i within a sentence.
func (s *scanner) capitalThe(i int) bool {
	a := s.articleAt(i)
	return strings.HasPrefix(s.text[a:i], "The") && !s.begins(a)
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

// plain reports whether the text between two words is one space or hyphen, so
// that nothing divides them.
func plain(gap string) bool {
	switch gap {
	case " ", "-", "\u00a0", "\u2011":
		return true
	}
	return false
}

// titled reports whether a form of address stands before i.
func (s *scanner) titled(i int) bool {
	a, b, ok := word.Before(s.text, s.lo, i)
	return ok && s.near.has(nearTitle, s.hash(a, b))
}

// inName reports whether the word before i makes what follows a part of its
// name: it is capitalised, or News behind such a word, and neither an article nor a word that only begins
// the sentence. A form of address or an initial may have its point.
func (s *scanner) inName(i int) bool {
	a, b, ok := word.Before(s.text, s.lo, i)
	if !ok {
		return false
	}
	w := s.text[a:b]
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	h := s.hash(a, b)
	switch gap := s.text[b:i]; {
	case gap == ". ":
		return s.near.has(nearTitle, h) || n == len(w) && !s.begins(a)
	case !plain(gap):
		return false
	}
	if a > s.lo+1 && s.text[a-1] == '-' && word.ASCII[s.text[a-2]] != 0 && !word.Capital(s.text[a-2:a-1]) { // "anti-Trump"
		return false
	}
	if w == "News" { // the Marlow News Times is not the Times
		return s.inName(a)
	}
	return !s.near.has(nearArticle|nearBefore|nearNoun|nearRole, h) && !(s.near.has(nearStart, h) && s.begins(a))
}

// compound returns the longer word that text[i:end] is a part of.
func (s *scanner) compound(i, end int) (from, to int) {
	const reach = 48
	from, to = i, end
	for from > s.lo+1 && i-from < reach && strings.IndexByte("/-", s.text[from-1]) >= 0 {
		a, b, ok := word.Before(s.text, s.lo, from)
		if !ok || b != from-1 {
			break
		}
		from = a
	}
	for to+1 < s.hi && to-end < reach && strings.IndexByte("/-", s.text[to]) >= 0 {
		if word.GapLen(s.text[:s.hi], to+1) > 0 {
			break
		}
		to = word.End(s.text[:s.hi], to+1)
	}
	return from, to
}
