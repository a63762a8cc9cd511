package cluster

import (
	"strings"
	"sync"

	"wiretrace/lang"
)

// firstWriter returns the first name of a byline, without what stands before it: Jane Roe of
// "By Jane Roe and Jo Lind, The Docket". It is "" where that name is one word, which many bear.
func firstWriter(byline string) string {
	const least = 2 // words of a name
	if k := strings.IndexAny(byline, ",;|&("); k > 0 {
		byline = byline[:k]
	}
	names := strings.Fields(byline)
	by, and := byWords(), andWords()
	for n := min(len(names)-least, by.longest); n > 0; n-- { // Von Schmidt is all of a name
		if by.phrases[strings.TrimSuffix(strings.ToLower(strings.Join(names[:n], " ")), ":")] {
			names = names[n:]
			break
		}
	}
	// The name of one person may hold such a word too, before a last name: Ortega y Gasset.
	shouted := strings.ToUpper(byline) == byline
	for k := least; k+least < len(names); k++ {
		word := names[k]
		if shouted && len(word) > 1 { // no initial
			word = strings.ToLower(word)
		}
		if and.phrases[word] {
			names = names[:k]
		}
	}
	if len(names) < least {
		return ""
	}
	return strings.Join(names, " ")
}

// signs reports whether a byline has a writer's name, in letters of either case and not as part of the name of
// another: neither Mary Kim Leeson nor Kim Lee-Ward is Kim Lee.
func signs(byline, writer string) bool {
	byline, writer = strings.Join(strings.Fields(strings.ToLower(byline)), " "), strings.ToLower(writer)
	for from := 0; writer != ""; {
		at := strings.Index(byline[from:], writer)
		if at < 0 {
			break
		}
		at += from
		end := at + len(writer)
		if wholeWords(byline, at, end) && !strings.HasSuffix(byline[:at], "-") && !strings.HasPrefix(byline[end:], "-") {
			return true
		}
		from = end
	}
	return false
}

// phraseSet are the phrases of a section, in lower case, with the words that the longest has.
type phraseSet struct {
	phrases map[string]bool
	longest int
}

// byWords are what stands before the name of a writer, andWords what stands between two such names. Bylines of
// one language stand over texts of another, so that they are read by the words of all.
var (
	byWords  = sync.OnceValue(func() phraseSet { return newPhraseSet("writer-by") })
	andWords = sync.OnceValue(func() phraseSet { return newPhraseSet("writer-and") })
)

// newPhraseSet reads a section of the file of what no language owns.
func newPhraseSet(section string) phraseSet {
	s := phraseSet{phrases: map[string]bool{}}
	for p := range lang.Any().Phrases(section) {
		s.phrases[p], s.longest = true, max(s.longest, len(strings.Fields(p)))
	}
	return s
}
