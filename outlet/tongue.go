package outlet

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// The files data/names-CODE.tsv hold what outlets are called in one language, in
// its script and inflections: the name of an outlet, a tab, its names there with
// bars between, those that are words of the language too with what they need behind
// an equals sign, as in the tables of outlets. They are read when a text of that
// language first comes.

// A tongues holds what a gazetteer is in languages that have such a file, made
// when it is first asked for.
type tongues struct {
	mu sync.Mutex
	by map[string]*Gazetteer
}

// In returns the gazetteer that holds g's outlets with what they are called in a
// language, the language of a country: abbreviations of outlets there count
// without more. It is g if nothing of that is known.
func (g *Gazetteer) In(code, country string) *Gazetteer {
	g.tongues.mu.Lock()
	defer g.tongues.mu.Unlock()
	if in, ok := g.tongues.by[code]; ok {
		return in
	}
	in := g
	if data, err := tables.ReadFile("data/names-" + code + ".tsv"); err == nil || country != "" {
		if in, err = g.named(string(data), country); err != nil {
			panic("outlet: names-" + code + ".tsv: " + err.Error()) // a test reads the same files
		}
	}
	if g.tongues.by == nil {
		g.tongues.by = map[string]*Gazetteer{}
	}
	g.tongues.by[code] = in
	return in
}

// named returns g with the further names of a table, and with what counts at
// home in a country, if that is not empty.
func (g *Gazetteer) named(table, country string) (*Gazetteer, error) {
	more, err := readNames(table)
	if err != nil {
		return nil, err
	}
	rows := make([]*row, len(g.rows))
	runs := map[rune][]run{}
	unspaced := joinsWords(more)
	free := g.freeAtHome(country)
	for i, r := range g.rows {
		rows[i] = r
		home := country != "" && r.country == country
		switch {
		case home && genitive[country]:
			more[r.forms[0].key] = append(more[r.forms[0].key], genitives(r)...)
		case home && country == "PL":
			more[r.forms[0].key] = append(more[r.forms[0].key], polishCases(r.name)...)
		}
		if names := more[r.forms[0].key]; home || len(names) > 0 {
			rows[i] = g.rename(r, names, runs, unspaced)
		}
		if home || shares(r, free) {
			rows[i] = freed(rows[i], free)
		}
	}
	in, err := newGazetteer(rows, g.near, g.larger)
	if err != nil {
		return nil, err
	}
	for _, list := range runs {
		slices.SortStableFunc(list, func(a, b run) int { return len(b.text) - len(a.text) })
	}
	in.runs = runs
	return in, nil
}

// genitive holds the countries whose languages join an s to a name in the genitive.
var genitive = map[string]bool{"SE": true, "DK": true, "NO": true}

// genitives returns the names of r in the genitive: Berlingskes.
func genitives(r *row) (names []string) {
	const shortest = 5 // Dagens is no genitive of Dagen in names of others
	for _, f := range r.forms {
		if n := f.text; f.name && r.needs[f.key] == needNone && !strings.HasSuffix(n, "s") && len(n) > shortest {
			names = append(names, n+"s")
		}
	}
	return names
}

// readNames reads a table of names, by the folded names of their outlets.
func readNames(table string) (map[string][]string, error) {
	more := map[string][]string{}
	for line, l := range tableLines(table) {
		name, names, ok := strings.Cut(l, "\t")
		if !ok || len(items(names)) == 0 {
			return nil, fmt.Errorf("line %d: no names of %q", line, name)
		}
		for _, n := range items(names) {
			if _, needed, ok := strings.Cut(n, "="); ok && needNames[needed] == needNone {
				return nil, fmt.Errorf("line %d: %q is no need of a name", line, needed)
			}
		}
		more[word.FoldName(name)] = append(more[word.FoldName(name)], items(names)...)
	}
	return more, nil
}

// rename returns a copy of r, of g, with further names, but for those that name
// another outlet. It adds to runs those in a script that does not divide words and, where the language is
// unspaced, those that mean another outlet elsewhere.
func (g *Gazetteer) rename(r *row, names []string, runs map[rune][]run, unspaced bool) *row {
	copied := *r
	copied.aliases, copied.forms = slices.Clone(r.aliases), slices.Clone(r.forms)
	for _, n := range names {
		n, needed, _ := strings.Cut(n, "=")
		if plain := narrow(n); joined(n) {
			first, _ := utf8.DecodeRuneInString(n)
			runs[first] = append(runs[first], run{n, r.forms[0].key})
			n = plain
		}
		key := word.FoldName(n)
		if other := g.names[key]; other != nil && g.names[r.forms[0].key] != other && isASCII(n) && unspaced {
			runs[rune(n[0])] = append(runs[rune(n[0])], run{n, r.forms[0].key}) // SBS, in Korean
		}
		known := slices.ContainsFunc(copied.forms, func(f rowForm) bool { return f.key == key })
		small := known && !slices.ContainsFunc(copied.forms, func(f rowForm) bool { return f.text == n })
		if known && (small || !isASCII(n)) && needed == "" && g.shared[key] == nil {
			copied.forms = append(copied.forms, newRowForm(n)) // Wyborczą, beside Wyborcza, which may then have signs; Dagens industri
			continue
		}
		if known || g.names[key] != nil || g.shared[key] != nil {
			continue
		}
		copied.aliases = append(copied.aliases, n)
		copied.forms = append(copied.forms, newRowForm(n))
		if needed != "" {
			needs := map[string]need{key: needNames[needed]}
			maps.Copy(needs, copied.needs)
			copied.needs = needs
		}
	}
	return &copied
}

// freeAtHome returns the forms that need no word beside them in the press of a country: abbreviations of
// its outlets, whoever abroad is called so too.
func (g *Gazetteer) freeAtHome(country string) map[string]bool {
	free := map[string]bool{}
	for _, r := range g.rows {
		if country == "" || r.country != country {
			continue
		}
		for form, n := range r.needs {
			free[form] = free[form] || n == needLocal
		}
	}
	return free
}

// shares reports whether r has one of the forms of free, for which it needs something.
func shares(r *row, free map[string]bool) bool {
	for form, n := range r.needs {
		if n == needLocal && free[form] {
			return true
		}
	}
	return false
}

// freed returns a copy of r whose forms in free need no word beside them.
func freed(r *row, free map[string]bool) *row {
	copied := *r
	copied.needs = maps.Clone(r.needs)
	for form, n := range copied.needs {
		if n == needLocal && free[form] {
			copied.needs[form] = needCase
		}
	}
	return &copied
}

// undivided reports whether r belongs to a script that does not divide words,
// or, as Korean, joins particles to them.
func undivided(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// joined reports whether a name is in such a script, or in the wide letters that stand in it.
func joined(name string) bool { return narrow(name) != name || strings.ContainsFunc(name, undivided) }

// joinsWords reports whether one of the names of a table, which may have needs behind them, is joined.
func joinsWords(table map[string][]string) bool {
	for _, names := range table {
		for _, n := range names {
			if n, _, _ := strings.Cut(n, "="); joined(n) {
				return true
			}
		}
	}
	return false
}

// A run is a name in a script that does not divide words.
type run struct {
	text string
	key  string // folded name of the outlet
}

// NameAt returns the outlet whose name stands at text[i], in a script that does
// not divide words, or in Latin letters among such, and where the name ends; nil
// if there is none.
func (g *Gazetteer) NameAt(text string, i int) (o *Outlet, end int) {
	r, _ := utf8.DecodeRuneInString(text[i:])
	for _, n := range g.runs[r] {
		if strings.HasPrefix(text[i:], n.text) && (!isASCII(n.text) || latinWhole(text, i, i+len(n.text))) {
			return g.names[n.key], i + len(n.text)
		}
	}
	if !latinStart(text, i, r) {
		return nil, i
	}
	return g.latinAt(text, i)
}

// latinWhole reports whether text[i:end], letters of ASCII, is no part of a longer word of such.
func latinWhole(text string, i, end int) bool {
	return latinStart(text, i, rune(text[i])) && (end == len(text) || word.ASCII[text[end]] != 1)
}

// latinAt returns the outlet of the longest name in Latin letters at text[i], and
// where it ends; nil if there is none.
func (g *Gazetteer) latinAt(text string, i int) (o *Outlet, end int) {
	const mostWords = 5
	end = i
	for n, at := 0, i; n < mostWords; n++ {
		for at < len(text) && word.ASCII[text[at]] == 1 {
			at++
		}
		if found := g.ByName(text[i:at]); found != nil && at-i > 1 && (at-i > 2 || word.AllCapital(text[i:at])) {
			o, end = found, at
		}
		if at+1 >= len(text) || strings.IndexByte(" .-", text[at]) < 0 || word.ASCII[text[at+1]] != 1 {
			break
		}
		at++
	}
	return o, end
}

// latinStart reports whether a capital letter at text[i] begins a word of Latin
// letters.
func latinStart(text string, i int, r rune) bool {
	return r < utf8.RuneSelf && unicode.IsUpper(r) && (i == 0 || word.ASCII[text[i-1]] != 1)
}
