package outlet

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
)

// german reports whether the press of a country, which may be unknown, is mostly German.
func german(country string) bool {
	return country == "DE" || country == "AT" || country == "CH" || country == "LI"
}

// decline adds to the names of r what German makes of them in its cases: Süddeutschen Zeitung,
// Süddeutscher Zeitung, Norddeutschen Rundfunks, Stadt-Anzeigers. They need what the name needs.
func (r *row) decline() {
	for _, f := range slices.Clone(r.forms) {
		if f.stars >= 0 || r.needs[f.key] == needNever {
			continue
		}
		for _, name := range declined(f.text) {
			further := newRowForm(name)
			if slices.ContainsFunc(r.forms, func(f rowForm) bool { return f.key == further.key }) {
				continue
			}
			r.forms = append(r.forms, further)
			if n := r.needs[f.key]; n != needNone {
				r.needs[further.key] = n
			}
		}
	}
}

// declined returns the further cases of the name of an outlet: of its adjectives, which have
// an ending each, and of a last noun that joins an s to itself in the genitive.
func declined(name string) (names []string) {
	words := strings.Fields(name)
	weak, strong := slices.Clone(words), slices.Clone(words)
	for i, w := range words {
		switch {
		case len(words) > 1 && adjective(w, i+1 == len(words)):
			weak[i], strong[i] = w+"n", w+"r"
		case strings.HasSuffix(w, "scher") && i+1 < len(words):
			weak[i] = strings.TrimSuffix(w, "r") + "n"
		}
	}
	for _, forms := range [...][]string{weak, strong} {
		if !slices.Equal(forms, words) {
			names = append(names, strings.Join(forms, " "))
		}
	}
	if joinsS(words[len(words)-1]) {
		names = append(names, strings.Join(weak, " ")+"s")
	}
	return names
}

// adjective reports whether the word w of a name is an adjective with the ending of the
// nominative: Süddeutsche, Kleine; as its last word only such as Allgemeine and Westfälische.
func adjective(w string, last bool) bool {
	if !strings.HasSuffix(w, "e") || !word.Capital(w) || w == "Die" {
		return false
	}
	return !last || strings.HasSuffix(w, "meine") || strings.HasSuffix(w, "ische")
}

// joinsS reports whether the noun w, of which names of outlets are made, joins an s to itself
// in the genitive.
func joinsS(w string) bool {
	for _, end := range [...]string{"anzeiger", "kurier", "blatt", "rundfunk", "spiegel", "merkur", "echo", "magazin", "fernsehen"} {
		if strings.HasSuffix(strings.ToLower(w), end) {
			return true
		}
	}
	return false
}
