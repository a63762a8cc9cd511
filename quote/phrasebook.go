package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wiretrace/lang"
)

// A phrasebook holds the phrases of one language. It never changes.
type phrasebook struct {
	code string

	say     phraseSet // phrases of saying
	weak    phraseSet // those that say or name, whichever follows
	never   phraseSet // before or behind a stretch that is nobody's words
	that    phraseSet // particles behind a quotation
	marker  phraseSet // particles behind a subject
	topic   phraseSet // those of them that mark whoever a sentence is about
	title   phraseSet // titles and offices, before or behind a name
	someone phraseSet // nouns for people
	body    phraseSet // nouns for those who speak as one
	outlet  phraseSet // nouns for outlets and things
	he      phraseSet
	family  phraseSet // family names
	place   phraseSet
	adverb  phraseSet
	turn    phraseSet // what may stand behind a subject
	lead    phraseSet // what may stand before one
	drop    phraseSet // before a noun for a person: a, some

	sound    string // signs with which names from abroad are written
	endings  string // last signs of titles
	unending string // signs that no name ends with
}

func newPhrasebook(code string) *phrasebook {
	l := lang.Sayings(code)
	x := &phrasebook{code: code}
	for name, set := range map[string]*phraseSet{
		"say": &x.say, "weak": &x.weak, "never": &x.never, "that": &x.that, "marker": &x.marker, "topic": &x.topic, "title": &x.title,
		"role": &x.someone, "body": &x.body, "outlet": &x.outlet, "he": &x.he, "family": &x.family, "place": &x.place,
		"adverb": &x.adverb, "turn": &x.turn, "lead": &x.lead, "drop": &x.drop,
	} {
		*set = newPhraseSet(slices.Collect(l.Phrases("quote-" + name)))
	}
	x.sound = strings.Join(slices.Collect(l.Words("quote-sound")), "")
	x.endings = strings.Join(slices.Collect(l.Words("quote-ending")), "")
	x.unending = strings.Join(slices.Collect(l.Words("quote-unending")), "")
	return x
}

// A phraseSet is a set of phrases, found at either end of a text.
type phraseSet struct {
	heads, tails map[rune][]string // by their first and last sign, the longest first
}

func newPhraseSet(list []string) phraseSet {
	s := phraseSet{map[rune][]string{}, map[rune][]string{}}
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	for _, p := range list {
		first, _ := utf8.DecodeRuneInString(p)
		last, _ := utf8.DecodeLastRuneInString(p)
		s.heads[first] = append(s.heads[first], p)
		s.tails[last] = append(s.tails[last], p)
	}
	return s
}

// prefix returns the longest phrase that text begins with, or "".
func (s *phraseSet) prefix(text string) string {
	c, _ := utf8.DecodeRuneInString(text)
	for _, p := range s.heads[c] {
		if strings.HasPrefix(text, p) {
			return p
		}
	}
	return ""
}

// suffix returns the longest phrase that text ends with, or "".
func (s *phraseSet) suffix(text string) string {
	c, _ := utf8.DecodeLastRuneInString(text)
	for _, p := range s.tails[c] {
		if strings.HasSuffix(text, p) {
			return p
		}
	}
	return ""
}

// has reports whether text is a phrase of s.
func (s *phraseSet) has(text string) bool { return text != "" && s.prefix(text) == text }

// within returns the first phrase of s in text and where it begins, or "".
func (s *phraseSet) within(text string) (phrase string, at int) {
	for i := range text {
		if p := s.prefix(text[i:]); p != "" {
			return p, i
		}
	}
	return "", -1
}

// bare returns s without what stands in round brackets.
func bare(s string) string {
	if !strings.ContainsAny(s, "(（") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch c {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteRune(c)
			}
		}
	}
	return b.String()
}

// lastRunes returns the last n signs of s, "" if it has fewer.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0; n-- {
		if i == 0 {
			return ""
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// firstRunes returns the first n signs of s, "" if it has fewer.
func firstRunes(s string, n int) string {
	i := 0
	for ; n > 0; n-- {
		if i == len(s) {
			return ""
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}

// tailIn returns the longest end of s whose signs are all in set.
func tailIn(s, set string) string {
	i := len(s)
	for i > 0 {
		c, n := utf8.DecodeLastRuneInString(s[:i])
		if !strings.ContainsRune(set, c) {
			break
		}
		i -= n
	}
	return s[i:]
}

// endsWithin reports whether the last sign of s is in set.
func endsWithin(s, set string) bool {
	c, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && c != utf8.RuneError && strings.ContainsRune(set, c)
}
