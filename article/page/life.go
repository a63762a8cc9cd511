package page

import (
	"strings"
	"unicode"

	"wiretrace/article/date"
)

// tellsLife reports whether a short text, in lower case, says of a day that somebody was born or died then: what stands
// below the headline of an obituary is no day of publication.
//
//   - 3. april 1938   † 28. februar 2025
//     born: 3 april 1938
func tellsLife(s string) bool {
	if strings.ContainsAny(s, "†✝✞✟⚰") {
		return true
	}
	if star := strings.TrimLeft(s, " (["); strings.HasPrefix(star, "*") {
		if star = strings.TrimLeft(star, "* "); star != "" && isDigit(star[0]) {
			return true
		}
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' }) {
		if lifeWords[w] || lifeWords[strings.TrimRight(w, ".")] {
			return true
		}
	}
	return containsAny(s, lifeSigns)
}

// labelsLife reports whether what stands before a date, in lower case, says so of that, and not of a day of its own.
func labelsLife(label string) bool { return !hasDigits(label) && tellsLife(label) }

// lifeWords say that somebody was born or died, in lower case; those with a point are short for it. Those that may be
// a name or a subject too are left out: Born, NATO, "deaths".
var lifeWords = setOf(listed("life-word")...)

// lifeSigns are the same in more words than one, or in languages that write no spaces.
var lifeSigns = listed("life-sign")

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// isRange reports whether words hold a range of days, each with its year: of a life, a show, a fair. A time of day may
// stand behind a dash too.
func isRange(words []string) bool {
	for i := 1; i < len(words)-1; i++ {
		if rangeWord(words[i]) && hasDigits(words[i-1]) && beginsWithDay(words[i+1:]) {
			return true
		}
	}
	return false
}

// beginsWithDay reports whether words begin with a day that has its year.
func beginsWithDay(words []string) bool {
	const most = 4 // "28. Februar 2025", "Sunday 18 May 2025"
	for n := min(most, len(words)); n > 0; n-- {
		w := strings.Trim(strings.Join(words[:n], " "), "()[]|,;:.·")
		if n == 1 && !strings.ContainsAny(w, "/.-") || strings.Contains(w, ":") || !hasDigits(w) {
			continue
		}
		if _, ok := date.Parse(w); ok {
			return true
		}
	}
	return false
}
