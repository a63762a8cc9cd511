package outlet

import (
	"slices"
	"strings"

	"wiretrace/lang/word"
)

// Languages that inflect the names of papers write "des Alvataler Boten", "Gazety
// Tarnowskiej", "Talbladets". The tables have such forms for outlets that are known; here
// they are made by rule, for outlets that are known only since a piece of theirs is in hand.

// inflections returns what a name may be in other cases, in whatever language it is.
func inflections(name string) []string {
	return slices.Concat(germanicCases(name), polishCases(name))
}

// germanicCases returns the genitive with an s, the weak nouns of German, and its adjective
// at the head of a paper's name: der Neuen Talzeitung.
func germanicCases(name string) (cases []string) {
	last := lastWord(name)
	end := last[len(last)-1]
	switch {
	case strings.HasSuffix(strings.ToLower(last), "bote"):
		cases = append(cases, name+"n")
	case strings.HasSuffix(last, "zeitung"), strings.HasSuffix(last, "post"), strings.HasSuffix(last, "schau"): // which are feminine
	case !word.AllCapital(last) && end < 0x80 && !strings.ContainsRune("sxz", rune(end)):
		cases = append(cases, name+"s")
	}
	if head, rest, ok := strings.Cut(name, " "); ok && strings.HasSuffix(head, "e") && endsAsPaper(last) && !houseArticles[head] {
		cases = append(cases, head+"n "+rest)
	}
	return cases
}

// polishNouns are the words that names of Polish papers begin with, in the genitive, dative,
// accusative, instrumental and locative.
var polishNouns = map[string][5]string{
	"Gazeta":   {"Gazety", "Gazecie", "Gazetę", "Gazetą", "Gazecie"},
	"Trybuna":  {"Trybuny", "Trybunie", "Trybunę", "Trybuną", "Trybunie"},
	"Panorama": {"Panoramy", "Panoramie", "Panoramę", "Panoramą", "Panoramie"},
	"Dziennik": {"Dziennika", "Dziennikowi", "Dziennik", "Dziennikiem", "Dzienniku"},
	"Tygodnik": {"Tygodnika", "Tygodnikowi", "Tygodnik", "Tygodnikiem", "Tygodniku"},
	"Kurier":   {"Kuriera", "Kurierowi", "Kuriera", "Kurierem", "Kurierze"},
	"Goniec":   {"Gońca", "Gońcowi", "Gońca", "Gońcem", "Gońcu"},
	"Głos":     {"Głosu", "Głosowi", "Głos", "Głosem", "Głosie"},
	"Ekspres":  {"Ekspresu", "Ekspresowi", "Ekspres", "Ekspresem", "Ekspresie"},
	"Express":  {"Expressu", "Expressowi", "Express", "Expressem", "Expressie"},
	"Przegląd": {"Przeglądu", "Przeglądowi", "Przegląd", "Przeglądem", "Przeglądzie"},
	"Magazyn":  {"Magazynu", "Magazynowi", "Magazyn", "Magazynem", "Magazynie"},
	"Portal":   {"Portalu", "Portalowi", "Portal", "Portalem", "Portalu"},
	"Echo":     {"Echa", "Echu", "Echo", "Echem", "Echu"},
	"Słowo":    {"Słowa", "Słowu", "Słowo", "Słowem", "Słowie"},
	"Życie":    {"Życia", "Życiu", "Życie", "Życiem", "Życiu"},
	"Radio":    {"Radia", "Radiu", "Radio", "Radiem", "Radiu"},
	"Nowiny":   {"Nowin", "Nowinom", "Nowiny", "Nowinami", "Nowinach"},
	"Kronika":  {"Kroniki", "Kronice", "Kronikę", "Kroniką", "Kronice"},
	"Puls":     {"Pulsu", "Pulsowi", "Puls", "Pulsem", "Pulsie"},
}

// polishEndings are those of adjectives, in the same cases as polishNouns.
var polishEndings = [...]struct {
	end   string
	cases [5]string
}{
	{"ki", [5]string{"kiego", "kiemu", "ki", "kim", "kim"}},
	{"gi", [5]string{"giego", "giemu", "gi", "gim", "gim"}},
	{"ni", [5]string{"niego", "niemu", "ni", "nim", "nim"}},
	{"y", [5]string{"ego", "emu", "y", "ym", "ym"}},
	{"ka", [5]string{"kiej", "kiej", "ką", "ką", "kiej"}},
	{"ga", [5]string{"giej", "giej", "gą", "gą", "giej"}},
	{"nia", [5]string{"niej", "niej", "nią", "nią", "niej"}},
	{"a", [5]string{"ej", "ej", "ą", "ą", "ej"}},
	{"kie", [5]string{"kiego", "kiemu", "kie", "kim", "kim"}},
	{"e", [5]string{"ego", "emu", "e", "ym", "ym"}},
}

// polishCases returns the cases of a name that begins with one of polishNouns, perhaps with
// an adjective before or behind it: Nowej Gazety Tarnowskiej, Głosu Tarnowa. The other words may
// be adjectives or genitives, which look alike, so that each case is given with them inflected
// and as they are: Gazety Wisły.
func polishCases(name string) (all []string) {
	words := strings.Fields(name)
	at := slices.IndexFunc(words, func(w string) bool { return polishNouns[w] != [5]string{} })
	if at < 0 || at > 1 {
		return nil
	}
	add := func(words []string) {
		if c := strings.Join(words, " "); c != name && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	for k := range 5 {
		plain, inflected := slices.Clone(words), slices.Clone(words)
		for i, w := range words {
			if i == at {
				plain[i], inflected[i] = polishNouns[w][k], polishNouns[w][k]
			} else {
				inflected[i] = polishAdjective(w, k)
			}
		}
		add(plain)
		add(inflected)
	}
	return all
}

// polishAdjective returns an adjective in the case k of polishNouns, and another word as it is.
func polishAdjective(w string, k int) string {
	for _, e := range polishEndings {
		if stem, ok := strings.CutSuffix(w, e.end); ok {
			return stem + e.cases[k]
		}
	}
	return w
}
