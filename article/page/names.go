package page

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// appendNew appends s to list unless it is empty or there already, in any case.
func appendNew(list []string, s string) []string {
	if s == "" || slices.ContainsFunc(list, func(t string) bool { return strings.EqualFold(s, t) }) {
		return list
	}
	return append(list, s)
}

// sameTitle reports whether a and b are one title, but for case, punctuation
// and white space; an empty one is like no other.
func sameTitle(a, b string) bool {
	for {
		var r, s rune
		r, a = nextLetter(a)
		s, b = nextLetter(b)
		if r != s {
			return false
		}
		if r == 0 {
			return true
		}
		if a == "" && b == "" {
			return true
		}
	}
}

// nextLetter returns the first letter or digit of s in lower case, and what
// follows it; 0 at the end.
func nextLetter(s string) (rune, string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r), s
		}
	}
	return 0, ""
}

// Words in the place of a writer that name nobody, and small words within names and between them.
var (
	nobodyWords   = listed("nobody")
	particleWords = listed("particle")
)

// bylineWords are what stands before the names of writers.
var bylineWords = listed("by")

// bylineWordsBy are bylineWords by the character that they begin with: most lines of a page begin with another.
var bylineWordsBy = sync.OnceValue(func() map[rune][]string {
	by := make(map[rune][]string)
	for _, w := range bylineWords {
		r, _ := utf8.DecodeRuneInString(w)
		by[r] = append(by[r], w)
	}
	return by
})

// mayBeByline returns those of bylineWords that s may begin with.
func mayBeByline(s string) []string {
	r, _ := utf8.DecodeRuneInString(s)
	return bylineWordsBy()[unicode.ToLower(r)]
}

// signs reports whether s begins with the word before the name of a writer, as
// it stands at the beginning of a line.
func signs(s string) bool {
	if s == "" || s[0] < 'A' || s[0] > 'Z' && s[0] < 0xc3 {
		return false
	}
	if postedBy(s) != "" {
		return true
	}
	for _, w := range mayBeByline(s) {
		if bare := strings.TrimSuffix(w, " "); len(s) >= len(bare) && strings.EqualFold(s[:len(bare)], bare) && (len(s) == len(bare) || len(bare) == len(w) || s[len(bare)] == ' ' || s[len(bare)] == '\n') {
			return true
		}
	}
	return false
}

// smallBy are words before the names of writers, as lines are written that begin with no capital letter.
var smallBy = [...]string{"by", "par", "por", "von", "di", "door", "przez"}

// beginsSmall reports whether s begins with one of smallBy.
func beginsSmall(s string) bool {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for _, w := range smallBy {
		if rest, ok := strings.CutPrefix(s, w); ok && (rest == "" || rest[0] == ' ' || rest[0] == '\n') {
			return true
		}
	}
	return false
}

// mayBeSignature reports whether a text may begin the line that names the writer.
func mayBeSignature(s string) bool {
	return signs(s) || beginsPosting(s) || beginsSmall(s) || namesReporter(s) || signsForAgency(s) != ""
}

// agencySigned is how papers in Turkey print who reports from where for which agency: Ada Crane / WEXCOMBE, (DHA).
var agencySigned = regexp.MustCompile(`^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,3}) ?/ ?\p{Lu}[\p{Lu} -]{2,},? ?\(\p{Lu}{2,5}\)$`)

// signsForAgency returns the writer of such a line, empty if it is none.
func signsForAgency(s string) string {
	if s = strings.TrimSpace(s); len(s) > longestSignature || !strings.HasSuffix(s, ")") || strings.IndexByte(s, '/') < 0 {
		return ""
	}
	m := agencySigned.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return m[1]
}

// koreanReporter is how papers in Korea sign: a name of two to four characters and what its bearer is, with or without the mailbox.
var koreanReporter = regexp.MustCompile(`^\p{Hangul}{2,4} (?:선임|전문|인턴|객원|수습|의학전문)?(?:기자|특파원|논설위원)(?:$|[ (=·,])`)

// namesReporter reports whether a line begins so.
func namesReporter(s string) bool {
	const least = 0xea // first byte of Hangul syllables
	return len(s) > 9 && s[0] >= least && s[0] <= 0xed && koreanReporter.MatchString(s)
}

// signsSmall reports whether s, a line of its own, is one of smallBy and the name of a writer behind it.
func signsSmall(s string) bool {
	const longest = 60 // bytes
	_, name, _ := strings.Cut(s, " ")
	return len(s) <= longest && beginsSmall(s) && personal(name) && !strings.HasSuffix(name, ".")
}

// postings are the words that begin a line of day and writer, and last the one before the writer's name.
var postings = rows("posting")

// postingBegins are the first two bytes of postings: nearly every text is known by them to be none.
var postingBegins = sync.OnceValue(func() map[string]bool {
	begins := make(map[string]bool)
	for _, words := range postings {
		for _, begin := range words[:len(words)-1] {
			begins[begin[:2]] = true
		}
	}
	return begins
})

// mayPost reports whether s may begin as one of postings does.
func mayPost(s string) bool { return len(s) > 2 && postingBegins()[s[:2]] }

// beginsPosting reports whether s begins as a line of day and writer does.
func beginsPosting(s string) bool {
	if !mayPost(s) {
		return false
	}
	for _, words := range postings {
		for _, begin := range words[:len(words)-1] {
			if strings.HasPrefix(s, begin) {
				return true
			}
		}
	}
	return false
}

// postedBy returns what stands behind the day in "Posted on March 12, 2025 by Ada Crane" or "Publicado el 12 de
// marzo por Ada Crane"; empty if s is no such line.
func postedBy(s string) string {
	const longest = 60 // bytes before the name
	if !mayPost(s) {
		return ""
	}
	for _, words := range postings {
		for _, begin := range words[:len(words)-1] {
			if !strings.HasPrefix(s, begin) {
				continue
			}
			if before, name, ok := strings.Cut(s, words[len(words)-1]); ok && len(before) <= longest && hasDigits(before) {
				return name
			}
		}
	}
	return ""
}

// bylineName returns the names in a byline, without the word before them and
// what stands behind them; empty if it is no byline.
func bylineName(s string) string {
	s = clean(s)
	if isURL(s) || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "www.") {
		return ""
	}
	if behind := postedBy(s); behind != "" {
		s = behind
	}
	s = layout.WritersOf(s)
	if names := layout.ReportersIn(s); names != "" {
		s = names
	}
	s, house := withoutHouse(s)
	if before, behind, ok := strings.Cut(s, " | "); ok && signs(behind) { // The Example | By Ada Crane
		if s = behind; isKnownHouse(before) {
			house = before
		}
	}
	s = nameAlone(s)
	if house != "" && s != "" && !strings.Contains(s, house) {
		s += ", " + house
	}
	return s
}

// nameAlone returns the names in a byline that is a name, the word before it and what stands behind it.
func nameAlone(s string) string {
	for range 2 {
		for _, w := range mayBeByline(s) {
			if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) {
				if (w == "av " || w == "af " || w == "door ") && !strings.Contains(s[len(w):], " ") {
					break // an agency's name, by which alone nobody would know it for one
				}
				s = s[len(w):]
				break
			}
		}
	}
	if k := strings.Index(s, ": "); k > 0 && k < 30 && strings.IndexByte(s[:k], ' ') < 0 {
		s = s[k+2:] // a label in another language
	}
	for _, sep := range [...]string{" | ", "|", " • ", " · ", " / ", " — ", " – ", " -- ", "\u2028"} {
		if k := strings.Index(s, sep); k > 0 {
			s = s[:k]
		}
	}
	// An address in parentheses or behind a comma.
	if k := strings.IndexByte(s, '@'); k >= 0 {
		k = max(0, strings.LastIndexAny(s[:k], " (<,"))
		s = s[:k]
	}
	for _, sep := range [...]string{
		" (", " <", " on ", ", Published", " Published", " Updated", " Posted", ", Updated", " Follow", " Email",
		" Mis à jour", " Publié", " Veröffentlicht", " Aktualisiert", " Publicado", " Actualizado", " Atualizado", " Pubblicato", " Aggiornato", " Gepubliceerd", " Bijgewerkt", " Publicerad", " Uppdaterad", " Publisert", " Oppdatert", " Opublikowano",
	} {
		if k := strings.Index(s, sep); k > 0 {
			s = s[:k]
		}
	}
	words := strings.Fields(s)
	for i := 0; i+1 < len(words); i++ { // the date
		if dateWord(strings.Trim(words[i], ",.")) && (words[i+1][0] >= '0' && words[i+1][0] <= '9' || dateWord(words[i+1])) {
			if i > 1 && len(words[i-1]) <= 3 && isDigit(words[i-1][0]) { // 12 March
				i--
			}
			s = strings.Join(withoutLabel(words[:i]), " ")
			break
		}
	}
	if words = strings.Fields(s); len(words) > 2 {
		if before := untilDay(words); len(before) < len(words) {
			s = strings.Join(withoutLabel(before), " ")
		}
	}
	if name, office, ok := strings.Cut(s, ", "); ok && strings.ContainsAny(office, "0123456789") && !strings.ContainsAny(name, "0123456789") && strings.Contains(name, " ") { // of a station: Channel 4
		s = name
	}
	s = withoutPlaces(strings.ReplaceAll(strings.Trim(s, " ,;:-–—.|•·/\"'"), " ,", ","))
	if len(s) < 2 || len(s) > 200 {
		return ""
	}
	if slices.Contains(nobodyWords, strings.ToLower(s)) {
		return ""
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) || article.NamesPlatforms(s) {
		return ""
	}
	return s
}

// withoutLabel returns the words before a day without what says of what it is: "Ada Crane. Escrito el".
func withoutLabel(words []string) []string {
	const most = 3 // words of the label
	for i := len(words) - 1; i > 1 && i >= len(words)-most; i-- {
		if containsAny(strings.ToLower(words[i]), publishedWords) {
			return words[:i]
		}
	}
	return words
}

// untilDay returns the words before a day in figures, 12/03/2025, and before the short name of a day of the
// week in front of it.
func untilDay(words []string) []string {
	for i, w := range words {
		if i > 1 && i+2 < len(words) && isDigit(w[0]) && len(w) <= 3 && hasDigits(words[i+2]) { // 31. Oktober 2023
			return words[:i]
		}
		if i < 2 || !hasDigits(w) || !strings.ContainsAny(w, "/.-") {
			continue
		}
		if day := strings.Trim(words[i-1], ",."); i > 2 && len(day) <= 3 && strings.HasSuffix(words[i-2], ",") {
			i--
		}
		return words[:i]
	}
	return words
}

// personal reports whether s reads as the names of people: one to twelve words, of
// which all but particles begin with a capital letter, without a digit.
func personal(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 14 || len(s) > 120 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘`))
		if strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
		if !unicode.IsUpper(r) && unicode.IsLower(r) && !nameParticle(w) {
			return false
		}
	}
	return true
}

func nameParticle(w string) bool { return slices.Contains(particleWords, strings.Trim(w, ",")) }

// languageTag returns s if it is a language as pages write it: en, en-US,
// pt_BR, English; empty if not.
func languageTag(s string) string {
	s = strings.TrimSpace(s)
	letters := 0
	for letters < len(s) && s[letters]|0x20 >= 'a' && s[letters]|0x20 <= 'z' {
		letters++
	}
	if letters < 2 || letters > 3 && letters < len(s) || letters > 12 {
		return ""
	}
	return s
}
