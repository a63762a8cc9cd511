package outlet

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

// Known returns a gazetteer that holds the outlets of g and those of names that
// g does not know: outlets of which a piece is in hand, so that others may
// credit them. Those that g guards count more readily in it. It also returns a small
// gazetteer of the new and the guarded ones alone, to look
// for them in a text at little cost, and their number. Where names give none, it
// returns g, nil and 0.
//
// A new outlet is credited by its name, with or without "The", in other cases of some languages, and by the last
// word of it after an article where no outlet that g knows has that form. A name
// of one word counts only beside a cue, unless it has a capital within.
// An outlet that counts only in the press of its own country (The Pioneer of India)
// gives way to one in hand whose name ends so, unless it is in hand itself.
// A name of the shape of a person's counts only beside a word that says what it is, or behind an
// article beside a cue: the Liberty Pigeon reported.
// Left out is what is hardly a name: a host, a line in capitals, one letter.
func (g *Gazetteer) Known(names []string) (all, added *Gazetteer, n int) {
	kept := g.keep(names)
	rows := kept.corpusRows(names)
	old := slices.Clone(kept.rows)
	for _, name := range names {
		if i, guarded := kept.guarded(name); guarded && !old[i].inHand {
			r := *kept.rows[i]
			r.inHand = true
			old[i] = &r
			rows = append(rows, &r)
		}
	}
	if len(rows) == 0 {
		return g, nil, 0
	}
	added, err := newGazetteer(rows, g.near, g.larger)
	if err == nil {
		old = slices.DeleteFunc(old, func(r *row) bool { return r.inHand })
		all, err = newGazetteer(append(old, rows...), g.near, g.larger)
	}
	if err != nil {
		panic(err) // corpusRows leaves out what collides
	}
	return all, added, len(rows)
}

// Guards reports whether g has the outlet of a name that is another word as well, and so
// counts only beside a cue, or in the press of its own country: Time, Mint, Expresso.
func (g *Gazetteer) Guards(name string) bool {
	i, guarded := g.guarded(name)
	return guarded && guards(g.rows[i].needs[word.FoldName(name)])
}

// guarded returns the place of the row of an outlet, and whether g guards it.
func (g *Gazetteer) guarded(name string) (i int, guarded bool) {
	i, known := slices.BinarySearchFunc(g.rows, name, func(r *row, name string) int { return strings.Compare(r.name, name) })
	return i, known && slices.ContainsFunc(g.rows[i].forms, func(f rowForm) bool { return f.stars < 0 && guards(g.rows[i].needs[f.key]) })
}

// keep returns g without the outlets that give way to one of names: those that count
// only in their own country by "The" and a word with which an unknown one of names ends.
func (g *Gazetteer) keep(names []string) *Gazetteer {
	ends := map[string]bool{}
	for _, name := range names {
		if strings.Contains(strings.TrimPrefix(name, "The "), " ") && g.ByName(name) == nil && nameLike(name) {
			ends["The "+lastWord(name)] = true
		}
	}
	givesWay := func(r *row) bool {
		return ends[r.name] && r.needs[word.FoldName(r.name)] == needLocal && !slices.Contains(names, r.name)
	}
	if !slices.ContainsFunc(g.rows, givesWay) {
		return g
	}
	kept, err := newGazetteer(slices.DeleteFunc(slices.Clone(g.rows), givesWay), g.near, g.larger)
	if err != nil {
		panic(err) // fewer rows collide no more than all
	}
	return kept
}

// corpusRows returns the rows of those of names that g does not know, in order.
func (g *Gazetteer) corpusRows(names []string) (rows []*row) {
	names = slices.Clone(names)
	slices.Sort(names)
	taken := map[string]bool{}
	for _, o := range g.outlets {
		taken[word.FoldName(o.Name)] = true
	}
	lasts := map[string]int{}   // how many of names end in a word
	inHand := map[string]bool{} // names and their last words, folded, by which others of names are credited
	stations, heads := map[string]int{}, map[string]int{}
	for _, name := range names {
		heads[ofPlace(name)]++
		for _, form := range stationForms(name) {
			stations[form]++
		}
		lasts[lastWord(withoutEdition(name))]++
		whole, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(name), Article), " (")
		inHand[word.FoldName(whole)], inHand[word.FoldName(lastWord(whole))] = true, true
	}
	places := g.places(names)
	for _, name := range names {
		name, titled := strings.CutPrefix(strings.TrimSpace(name), Article)
		name, _, _ = strings.Cut(name, " (")
		key := word.FoldName(name)
		known := taken[key] || g.ByName(name) != nil || g.shared[key] != nil
		if known || !nameLike(name) || hostOf(name) != "" {
			continue
		}
		taken[key] = true
		r := &row{at: "corpus", name: name, sort: SortNewspaper, needs: map[string]need{}}
		isPersonal := !titled && Personal(name) && !g.saysWhat(name)
		whole := withoutEdition(name)
		if last := lastWord(whole); last != whole && word.Capital(last) && lasts[last] == 1 && g.freeShort(last) { // nobody's family name has an article
			r.ambiguous = []string{"the " + last + "**"}
			r.needs[word.FoldName("the "+last)] = needCue
		}
		if !isPersonal {
			r.ambiguous = append(r.ambiguous, townForms(name, places)...)
		}
		if short := ofPlace(name); short != "" && heads[short] == 1 && g.ByName(short) == nil && g.shared[word.FoldName(short)] == nil {
			r.aliases, r.needs[word.FoldName(short)] = append(r.aliases, short), needCue
		}
		switch {
		case isPersonal:
			r.needs[key] = needNamed
		case !strings.Contains(key, " ") && !capitalWithin(name):
			r.needs[key] = needCue
		}
		ofStation := slices.DeleteFunc(stationForms(name), func(form string) bool { return stations[form] > 1 })
		for _, form := range slices.Concat(inflections(name), shortened(name, whole), ofStation, accountOf(name, isPersonal)) {
			if f := word.FoldName(form); !taken[f] && !inHand[f] && g.ByName(form) == nil && g.shared[f] == nil {
				taken[f] = true
				r.aliases, r.needs[f] = append(r.aliases, form), r.needs[key]
			}
		}
		r.gather()
		rows = append(rows, r)
	}
	return rows
}

// accountOf returns the account that an outlet of a name likely has on platforms: its words run together.
// That of a name like a person's may be a person's.
func accountOf(name string, isPersonal bool) []string {
	const least = 8 // letters
	account := strings.ReplaceAll(word.FoldName(name), " ", "")
	if isPersonal || !strings.Contains(name, " ") || len(account) < least {
		return nil
	}
	return []string{account}
}

// ofPlace returns what a paper of a Romance language is called without the place that its name ends in: L'Éclaireur,
// of L'Éclaireur de Bréhac; El Faro, of El Faro de Cantalba. It is empty for other names.
func ofPlace(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	n := 1 // words of the article and the noun
	if houseArticles[words[0]] {
		n = 2
	} else if head, _, elided := strings.Cut(strings.ReplaceAll(words[0], "’", "'"), "'"); !elided || head != "L" {
		return ""
	}
	if len(words) < n+2 || !word.Capital(words[n-1]) || !ofWhere[words[n]] || !word.Capital(words[len(words)-1]) {
		return ""
	}
	return strings.Join(words[:n], " ")
}

// ofWhere are the words that join the name of a paper and that of its place.
var ofWhere = map[string]bool{"de": true, "del": true, "du": true, "des": true, "do": true, "da": true, "di": true, "della": true, "dello": true, "dell": true}

// placeNouns are the nouns by which a newspaper is called behind its place: the Harlow paper.
var placeNouns = sync.OnceValue(func() (nouns []string) {
	for _, l := range lang.All() {
		nouns = slices.AppendSeq(nouns, l.Words("of-place"))
	}
	return nouns
})

// townForms returns the forms by which a newspaper is called after its place, if it is the only one of places.
func townForms(name string, places map[string]int) (forms []string) {
	place := placeOf(name)
	if places[place] != 1 {
		return nil
	}
	for _, noun := range placeNouns() {
		forms = append(forms, "the "+place+" "+noun+"**")
	}
	return forms
}

// placeOf returns what stands before the last word of the name of a newspaper, which is one that papers are
// named by, or "": of Harlow Pioneer the town in which it is printed.
func placeOf(name string) string {
	words := strings.Fields(withoutEdition(strings.TrimPrefix(name, Article)))
	const least, most = 2, 4
	if len(words) < least || len(words) > most || !PaperLike(words[len(words)-1]) || slices.ContainsFunc(words, func(w string) bool { return !word.Capital(w) || PaperLike(w) && w != words[len(words)-1] }) {
		return ""
	}
	return strings.Join(words[:len(words)-1], " ")
}

// places counts the outlets of names, and those of g, that are called after a place: where there are two, its
// paper is neither.
func (g *Gazetteer) places(names []string) map[string]int {
	count := map[string]int{}
	for _, name := range names {
		if place := placeOf(name); place != "" {
			count[place]++
		}
	}
	for _, o := range g.outlets {
		if place := placeOf(o.Name); count[place] > 0 && !slices.Contains(names, o.Name) {
			count[place]++
		}
	}
	return count
}

// shortened returns other forms of name, which is whole without the edition: that one, and without the
// article that Romance languages merge with a preposition: do Arauto de Corran. A form of one word, or
// of a person's shape, is none.
func shortened(name, whole string) (forms []string) {
	if whole != name {
		forms = append(forms, whole)
	}
	head, rest, _ := strings.Cut(whole, " ")
	switch head {
	case "O", "Os", "A", "As", "Il", "Lo", "La", "Le", "Les", "El", "Los", "Las":
		forms = append(forms, rest)
	}
	return slices.DeleteFunc(forms, func(f string) bool { return !strings.Contains(f, " ") || Personal(f) || !nameLike(f) })
}

// withoutEdition returns a name without the language that an edition of it has: Ister Rundschau English,
// Ister Rundschau in English.
func withoutEdition(name string) string {
	words := strings.Fields(name)
	n := len(words)
	if n > 1 && words[n-1] == "Edition" {
		n--
	}
	if n < 2 || !editions[words[n-1]] {
		return name
	}
	n--
	if n > 1 && (words[n-1] == "in" || words[n-1] == "en" || words[n-1] == "auf" || words[n-1] == "em") {
		n--
	}
	return strings.Join(words[:n], " ")
}

// editions are the languages as names of editions have them.
var editions = map[string]bool{
	"English": true, "Deutsch": true, "Français": true, "Español": true, "Italiano": true, "Português": true, "Nederlands": true,
}

// capitalWithin reports whether a letter of name but the first is a capital: HarborHeap.
func capitalWithin(name string) bool {
	_, first := utf8.DecodeRuneInString(name)
	return strings.ToLower(name[first:]) != name[first:]
}

// freeShort reports whether no outlet of g is called "the" and the word last.
func (g *Gazetteer) freeShort(last string) bool {
	if g.near.has(nearCommon|nearGeneric, word.Hash(last)) || len(last) < 4 {
		return false
	}
	key := word.FoldName("the " + last)
	return g.names[key] == nil && g.shared[key] == nil && g.names[word.FoldName(last)] == nil && g.shared[word.FoldName(last)] == nil
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// nameLike reports whether a text may write name for an outlet: some words that
// begin with a capital, not all of them in capitals if there are several.
func nameLike(name string) bool {
	const least, most, longest = 3, 6, 60
	words := strings.Fields(name)
	if len(name) < least || len(name) > longest || len(words) > most || strings.ContainsAny(name, "|<>()@:;?!\"") {
		return false
	}
	shouted := 0
	for _, w := range words {
		if word.AllCapital(w) && !channel(w) {
			shouted++
		}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) && (len(words) == 1 || shouted < len(words) && shouted < 2)
}

// Personal reports whether a name has the shape of a person's: two words of
// letters, each with a capital, neither of them one in which papers are named.
// Some columns are delivered with their writer's name where the outlet stands,
// and whoever quotes a senator who once wrote one must not be called his copyist;
// podcasts and newsletters have such names too.
func Personal(name string) bool {
	words := strings.Fields(name)
	if len(words) != 2 || PaperLike(name) || houseArticles[words[0]] || houseHeads[words[0]] || endsAsPaper(words[1]) {
		return false
	}
	if _, paper := polishNouns[words[0]]; paper {
		return false
	}
	for _, w := range words {
		if capitalAmid(w) {
			return false
		}
		first := true
		for _, r := range w {
			if first && !unicode.IsUpper(r) || !unicode.IsLetter(r) && !strings.ContainsRune(".-'’", r) {
				return false
			}
			first = false
		}
	}
	return true
}

// capitalAmid reports whether w, a word of a name, has a capital behind a small letter as words of
// brands do and few people's names: MedTech, not McKay, DeShawn, O'Hara or TJ.
func capitalAmid(w string) bool {
	for _, head := range [...]string{"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "Von", "Al", "El", "O'", "O’", "D'", "D’"} {
		if strings.HasPrefix(w, head) {
			return false
		}
	}
	small := false
	for _, r := range w {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// saysWhat reports whether a name holds a noun for an outlet: Revista Atelier.
func (g *Gazetteer) saysWhat(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return g.near.has(nearNoun, word.Hash(w)) })
}

// houseArticles are those with which names of papers begin, and no person's.
var houseArticles = map[string]bool{
	"El": true, "La": true, "Los": true, "Las": true, "Le": true, "Les": true, "Il": true, "Lo": true, "O": true, "A": true, "Os": true, "As": true,
	"Der": true, "Die": true, "Das": true, "De": true, "Het": true,
}

// houseHeads are other words with which names of papers and stations begin, and hardly a person's.
var houseHeads = map[string]bool{
	"Investigate": true, "Inside": true, "Spotlight": true, "Signal": true, "Open": true, "Public": true, "Local": true, "Africa": true, "African": true, "Asia": true, "Asian": true, "Europe": true, "European": true,
	"Football": true, "Fußball": true, "Fútbol": true, "Calcio": true, "Soccer": true, "Rugby": true, "Cricket": true, "Tennis": true, "Golf": true, "Cycling": true, "Racing": true, "Motor": true, "Auto": true, "Tech": true, "Digital": true, "Gaming": true, "Crypto": true, "Retail": true, "Energy": true, "Health": true,
	"Onda": true, "Cadena": true, "Canal": true, "Tele": true, "Télé": true, "Rádio": true, "Eco": true, "Écho": true, "Voce": true, "Voz": true, "Voix": true, "Faro": true, "Farol": true,
}

// endsAsPaper reports whether a word is one in which papers of the north and east of Europe are
// named, or ends as German papers' names do: Tidning, Tagespost.
func endsAsPaper(w string) bool {
	w = strings.ToLower(w)
	switch w {
	case "tidning", "tidningen", "tidende", "avis", "avisen", "avisa", "blad", "bladet", "dagblad", "dagbladet", "nyheter", "nyheder", "kuriren", "krant", "courant", "nieuws",
		"dziennik", "kurier", "tygodnik", "noviny", "novine", "gazetesi", "haber", "watch", "matters", "newsroom", "podcast":
		return true
	}
	for _, end := range [...]string{"post", "blatt", "zeitung", "anzeiger", "kurier", "nachrichten", "presse", "bote", "rundschau", "woche", "echo"} {
		if len(w) > len(end) && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// PaperLike reports whether a name has a word in which papers are named: times,
// gazette, news.
func PaperLike(name string) bool {
	for _, w := range strings.Fields(name) {
		if houseWords()[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// IsArticle reports whether a folded word is an article, with which names of outlets begin: the, der.
func (g *Gazetteer) IsArticle(w string) bool { return g.near.has(nearArticle, word.Hash(w)) }

// houseWords are the words in which papers are named.
var houseWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{"the": true}
	for _, l := range append(slices.Clone(lang.All()), lang.Any()) {
		for w := range l.Words("paper") {
			words[w] = true
		}
	}
	return words
})
