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
	return s.cueAfter(end, behind) || s.cueBefore(i, ahead) || s.apposed(end)
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
		if s.near.has(class, h) {
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

// cueBefore reports whether a word of one of the classes, or a pair of words,
// stands before i and an article there: "told Time", "according to the Sun".
func (s *scanner) cueBefore(i int, class near) bool {
	at := s.articleAt(s.nationAt(i))
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

// nationAt returns where a nation's adjective before i begins, or i: der deutsche Focus.
func (s *scanner) nationAt(i int) int {
	if a, b, ok := word.Before(s.text, s.lo, i); ok && nearGap(s.text[b:i]) && s.near.has(nearNation, s.hash(a, b)) {
		return a
	}
	return i
}

// quoted reports whether the name stands in quotation marks, as the press of
// most languages but English writes it.
func (s *scanner) quoted(f *form, before, after rune) bool {
	return f.foreign && after != 0 && strings.ContainsRune("„“”\"«»‚‘’'", before) && strings.ContainsRune("“”\"«»‘’'", after)
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
