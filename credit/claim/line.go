package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/credit"
)

// What single sentences say: where they begin, whose report they answer, who told it.

// cutTitle takes from a sentence the title, and the caption before it, that stand in one line with it, and
// reports whether enough words are left.
func (r *reading) cutTitle(l *line) bool {
	l.Start += r.printedTitle(l.Span)
	for len(l.words) > 0 && int(l.words[0].Start) < l.Start {
		l.words = l.words[1:]
	}
	return len(l.words) >= leastWords
}

// printedTitle returns how many bytes of sentence s the title takes up, with a caption before it, where a page
// prints them in one line with what goes on behind; 0 where it does not, or says the same in its first sentence.
func (r *reading) printedTitle(s article.Span) int {
	const least = 20 // bytes of a title
	i := strings.Index(r.a.Text[s.Start:s.End], r.a.Title)
	if i < 0 || len(r.a.Title) < least {
		return 0
	}
	end := i + len(r.a.Title)
	rest := strings.TrimLeft(r.a.Text[s.Start+end:s.End], " \n\t\u00a0")
	if next, _ := utf8.DecodeRuneInString(rest); rest != "" && (len(rest) == s.Len()-end || !unicode.IsUpper(next)) {
		return 0
	}
	return end
}

// answers reports whether credit c in sentence s is for a report of which the word before it, or its first,
// says how somebody took it: tried to downplay reports from the Herald, called a report in the Herald a fiction.
func (r *reading) answers(s *line, c *credit.Credit) bool {
	if r.denied(c) {
		return true
	}
	if !r.vocabulary.reports.In(c.Cue) {
		return false
	}
	const longest = 64 // bytes of the word before it; in a script without spaces all of the sentence is one
	before := strings.TrimRight(r.a.Text[s.Start:max(s.Start, c.Start)], " \u00a0")
	before = before[max(0, len(before)-longest):]
	words := strings.ToLower(r.wording(c))
	first, _, _ := strings.Cut(words, " ")
	if r.vocabulary.isAnswer(strings.ToLower(before[strings.LastIndexAny(before, " \u00a0")+1:])) || r.vocabulary.isAnswer(first) {
		return true
	}
	return r.vocabulary.called.Find(words, func(_, start, end int) bool { return start == 0 && bounded(words, start, end) })
}

// denied reports whether title or lead tell of a denial, and credit c is for what had been reported before it:
// Ministers have rejected claims that no tank starts. The Herald had said so.
func (r *reading) denied(c *credit.Credit) bool {
	if !standsIn(r.vocabulary.had, r.wording(c)) {
		return false
	}
	if standsIn(r.vocabulary.denial, r.a.Title) {
		return true
	}
	return len(r.lines) > 0 && standsIn(r.vocabulary.denial, r.lines[0].text)
}

// speakerWords is how many words before the end of a credit hold who told it.
const speakerWords = 14

// speaker reports whether who told an outlet something is whom the title names,
// or a pronoun that stands for him.
func (r *reading) speaker(s *line, c *credit.Credit, at int) bool {
	end := min(s.End, c.End)
	var name []string // of the outlet, which is not who told it; where the title has it, Named says so
	if !namedIn(r.a.Title, c.Outlet) {
		name = strings.Fields(c.Outlet)
	}
	fields := strings.Fields(r.a.Text[max(s.Start, end-speakerBytes):end])
	for _, f := range fields[max(0, len(fields)-speakerWords):] {
		w := bare(f)
		if at > 0 && r.vocabulary.pronoun(strings.ToLower(w)) {
			return true
		}
		if len(w) > 2 && w[0] >= 'A' && w[0] <= 'Z' && !slices.Contains(name, w) && slices.ContainsFunc(strings.Fields(r.a.Title), func(t string) bool { return bare(t) == w }) {
			return true
		}
	}
	return false
}

// speakerBytes is how far before the end of a credit a speaker stands at most.
const speakerBytes = 1 << 10

// bare returns a word without its genitive and the marks around it.
func bare(w string) string {
	w = strings.Trim(w, ",.:;\"“”‘’'()")
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}
