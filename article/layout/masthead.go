package layout

import (
	"strings"
	"sync"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// A word alone above the headline is a paper's name, or a rubric: Football. Two may be a writer's. A
// text tells which where it says that its own house was told something, or came by it.

// houseWords are what stands beside the name of a house in its own pieces, in lower case.
type houseWords struct {
	told   []string // between what somebody said and the name
	before []string // before it
	behind []string // behind it
}

var houses = sync.OnceValue(func() (h houseWords) {
	for _, l := range lang.All() {
		for p := range l.Phrases("house-told") {
			h.told = append(h.told, " "+p+" ")
		}
		for p := range l.Phrases("house-before") {
			h.before = append(h.before, " "+p+" ")
		}
		for p := range l.Phrases("house-behind") {
			h.behind = append(h.behind, " "+p+" ")
		}
	}
	return h
})

// ownMasthead reports whether p, the first line, is a name right above the headline that the running text gives
// to its own house.
func (l *layouter) ownMasthead(p *part) bool {
	const shortest, longest = 4, 40 // bytes
	name := l.text[p.Start:p.End]
	if l.headline != 1 || l.outlet != "" || p.ended || p.quotes || len(name) < shortest || len(name) > longest || !word.Capital(name) || !p.name && p.words != 1 {
		return false
	}
	l.vocabulary.read(&l.reading, l.text, l.scanned, p.Span)
	return l.reading.count(wordSection|wordChrome|wordRole|wordMonth|wordWeekday) == 0 && l.ownHouse(name)
}

// ownHouse reports whether the running text says of the house name that it was told something, or came by it.
func (l *layouter) ownHouse(name string) bool {
	const most = 40 // places that are looked at
	if l.body >= len(l.parts) {
		return false
	}
	rest := l.text[l.parts[l.body].Start:]
	for at, n := 0, 0; n < most; n++ {
		k := strings.Index(rest[at:], name)
		if k < 0 {
			return false
		}
		start := at + k
		at = start + len(name)
		if besideHouse(rest[:start], rest[at:]) {
			return true
		}
	}
	return false
}

// besideHouse reports whether before and after, the text on either side of a name, make it that of the house.
func besideHouse(before, after string) bool {
	const reach, longest = 60, 24 // bytes: from the name back to what was said, of a phrase
	if r, _ := utf8.DecodeRuneInString(after); word.Capital(strings.TrimPrefix(after, " ")) || r == '-' || r == '\'' || r == '’' {
		return false
	}
	line := before[max(0, len(before)-reach):]
	line = strings.ToLower(line[strings.LastIndexByte(line, '\n')+1:])
	h := houses()
	for _, p := range h.told {
		if said, ok := strings.CutSuffix(line, p); ok && strings.ContainsAny(said, "\"”»“") {
			return true
		}
	}
	for _, p := range h.before {
		if strings.HasSuffix(line, p) {
			return true
		}
	}
	next := strings.ToLower(after[:min(len(after), longest)])
	for _, p := range h.behind {
		if strings.HasPrefix(next, p) {
			return true
		}
	}
	return false
}

// markMasthead makes the first line the name of the outlet if it is one by what the text says.
func (l *layouter) markMasthead() {
	if l.body > 1 && !l.parts[0].sure && l.parts[0].kind == article.Prose && l.ownMasthead(&l.parts[0]) {
		l.parts[0].kind, l.parts[0].sure, l.parts[0].name = article.Site, true, false
	}
}
