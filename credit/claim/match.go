package claim

import (
	"iter"
	"strings"

	"wiretrace/lang/word"
)

// What makes an article the report of a match: a score in its title or in its first sentences, and
// so many different words of matches.
const (
	scoreLines = 2
	matchWords = 4
	lateTold   = 2 // from which sentence on what somebody told an outlet is no more than a word on the match
)

// played takes from claims what speaks for them in the report of a match, for no more than what
// somebody told the outlet further down: all who came saw the match, and it is the
// only one quoted since there is nothing else to quote.
func (r *reading) played() {
	for i := range r.claims {
		t, s := &r.tallies[i], &r.claims[i].Signs
		if t.reported || s[Says] > 0 || len(t.told) == 0 || t.told[0] < lateTold {
			continue
		}
		if !r.match() {
			return
		}
		s[TitleFrom], s[Speaker], s[Teller] = 0, 0, 0
	}
}

// match reports whether the article reports a match.
func (r *reading) match() bool {
	return r.vocabulary.reportsMatch(r.a.Title, func(yield func(string) bool) {
		for k := range r.lines {
			if !yield(r.lines[k].text) {
				return
			}
		}
	})
}

// Match reports whether an article in a language, with a title and sentences, of which no more than the first
// few are asked for, reports a match, which all who came saw.
func Match(language, title string, sentences iter.Seq[string]) bool {
	return vocabularyOf(language).reportsMatch(title, sentences)
}

func (v *vocabulary) reportsMatch(title string, sentences iter.Seq[string]) bool {
	scores := func(s string) bool { return score(s) || v.scored.In(s) }
	scored := scores(title) || namesScore(title)
	found := map[int]bool{}
	note := func(n, _, _ int) bool { found[n] = true; return false }
	v.match.Find(title, note)
	n := 0
	for text := range sentences {
		if scored = scored || n < scoreLines && scores(text); !scored && n+1 >= scoreLines || n == mostLines {
			break
		}
		v.match.Find(text, note)
		n++
	}
	return scored && len(found) >= matchWords
}

// score reports whether two small numbers with a dash or a colon between them stand in s: 3-0,
// 27–24. What goes on like a date or a time is none.
func score(s string) bool {
	for at := 0; at < len(s); {
		if word.Kinds[s[at]] != word.Digit {
			at++
			continue
		}
		first := digits(s[at:])
		rest := s[at+first:]
		sep := 0
		for _, dash := range [...]string{"-", "–", ":"} {
			if strings.HasPrefix(rest, dash) {
				sep = len(dash)
			}
		}
		second := digits(rest[sep:])
		goesOn := len(rest) > sep+second && strings.IndexByte("-:/.,", rest[sep+second]) >= 0 && digits(rest[sep+second+1:]) > 0
		before := at > 0 && strings.IndexByte("-:/.,", s[at-1]) >= 0
		if sep > 0 && within(first) && within(second) && !goesOn && !before {
			return true
		}
		at += first
	}
	return false
}

// namesScore reports whether a title has two names with a small number behind each: Rovers 3 Town 0.
func namesScore(title string) bool {
	title, _, _ = strings.Cut(title, ":")
	fields := strings.Fields(title)
	n := 0
	for k := 1; k < len(fields); k++ {
		w := strings.TrimRight(fields[k], ",")
		if digits(w) == len(w) && within(len(w)) && word.Capital(fields[k-1]) {
			n++
		}
	}
	return n == 2
}

// digits returns how many digits s begins with.
func digits(s string) (n int) {
	for n < len(s) && word.Kinds[s[n]] == word.Digit {
		n++
	}
	return n
}

// within reports whether a number of so many digits may be what one side scored.
func within(digits int) bool { return digits == 1 || digits == 2 || digits == 3 }
