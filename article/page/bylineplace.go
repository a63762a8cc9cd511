package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutPlaces returns a byline without the places from which its writers report: "Ada Crane in Paris and Jo Field in
// London", "Gaspard Nollet, à Montferrand".
func withoutPlaces(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	words := strings.Fields(s)
	kept, names := words[:0:0], 0 // names: words with a capital letter since the last small one
	for i := 0; i < len(words); i++ {
		w := words[i]
		if names >= 2 && beforePlace(w, strings.HasSuffix(words[i-1], ",")) {
			if end := placeEnd(words, i+1); end > 0 {
				kept[len(kept)-1] = strings.TrimSuffix(kept[len(kept)-1], ",")
				if strings.HasSuffix(words[end-1], ",") && end < len(words) {
					kept[len(kept)-1] += ","
				}
				i, names = end-1, 0
				continue
			}
		}
		if kept = append(kept, w); capitalised(w) {
			names++
		} else if !nameParticle(w) {
			names = 0
		}
	}
	if len(kept) == len(words) {
		return s
	}
	return strings.Join(kept, " ")
}

// beforePlace reports whether w stands between a writer and the place of the report. Some of these words join names in another
// language (en, i), so they count behind a comma only.
func beforePlace(w string, comma bool) bool {
	switch w {
	case "in", "à", "aus", "из":
		return true
	case "en", "em", "a", "w", "we", "i", "te", "au", "aux", "from", "в", "во":
		return comma
	}
	return false
}

// placeEnd returns where a place ends that begins with a word: at a comma, a word that joins names, or the end; 0 if it is none.
func placeEnd(words []string, from int) int {
	const most = 4 // words
	for i := from; i < len(words); i++ {
		switch w := words[i]; {
		case i-from == most:
			return 0
		case capitalised(w):
			if strings.HasSuffix(w, ",") {
				return i + 1
			}
		case i > from && joinsNames(w):
			return i
		case i == from || !nameParticle(w):
			return 0
		}
	}
	if from == len(words) {
		return 0
	}
	return len(words)
}

// joinsNames reports whether a word stands between the names of two writers.
func joinsNames(w string) bool {
	switch w {
	case "and", "und", "et", "y", "e", "ed", "en", "og", "och", "i", "oraz", "и", "&", "with", "mit", "avec", "con", "com":
		return true
	}
	return false
}

func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// unspacedName reports whether s is the name of one writer, or a few, in a script that sets no space within names: 王小明. Without
// the word before it, a house and a section may be as short.
func unspacedName(s string, labelled bool) bool {
	const longest, longestBare = 5, 3 // characters
	most := longestBare
	if labelled {
		most = longest
	}
	found := false
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" 、，,/／", r) }) {
		n := utf8.RuneCountInString(name)
		if n < 2 || n > most || slices.Contains(nobodyWords, name) || strings.ContainsFunc(name, func(r rune) bool {
			return !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
		}) || endsHouse(name) {
			return false
		}
		found = true
	}
	return found
}

// endsHouse reports whether a name in Chinese or Japanese ends as those of papers, stations and offices do.
func endsHouse(name string) bool {
	for _, end := range [...]string{"报", "報", "网", "網", "社", "台", "部", "组", "組", "局", "会", "會", "新闻", "新聞", "频道", "中心"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
