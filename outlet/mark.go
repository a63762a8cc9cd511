package outlet

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// A mark is what an agency is called where papers say whose text they print:
// (ats), dpa/afp, /ТАСС/. Many marks are words or abbreviations of other things
// as well, so that they count only in such places, which package credit knows.
type mark struct {
	outlet    string   // its name
	text      string   // as the table spells it
	languages []string // of the texts in which it counts: "*" of all, "-xx" not in xx; "below" only as a line of its own below them
}

// below reports whether m counts only as a line of its own below a text: elsewhere it stands for something
// that is named in the same places, as PA does for a state in datelines and brackets.
func (m mark) below() bool { return slices.Contains(m.languages, "below") }

// counts reports whether m counts in a text of the given language, which may
// be unknown.
func (m mark) counts(language string) bool {
	all := false
	for _, l := range m.languages {
		switch {
		case l == "*":
			all = true
		case l == language:
			return true
		case l[0] == '-' && l[1:] == language:
			return false
		}
	}
	return all
}

// marks holds the rows of data/marks.tsv by their folded marks. It is read when
// a text first has a place for one.
var marks = sync.OnceValue(func() map[string][]mark {
	data, err := tables.ReadFile("data/marks.tsv")
	if err != nil {
		panic(err) // part of the program
	}
	all, err := readMarks(string(data))
	if err != nil {
		panic(err) // a test reads the same file
	}
	return all
})

// tableLines are the lines of an embedded table by their numbers, from 1, without
// white space at their ends, empty lines and comments.
func tableLines(table string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		line := 0
		for l := range strings.Lines(table) {
			line++
			if l = strings.TrimSpace(l); l != "" && l[0] != '#' && !yield(line, l) {
				return
			}
		}
	}
}

// readMarks reads a table of marks: outlet, marks with | between them, and
// languages with spaces between them, tabs between the three.
func readMarks(table string) (map[string][]mark, error) {
	all := map[string][]mark{}
	for line, l := range tableLines(table) {
		col := strings.Split(l, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("marks.tsv:%d: %d columns, not 3", line, len(col))
		}
		for _, text := range items(col[1]) {
			key := foldMark(text)
			if key == "" {
				return nil, fmt.Errorf("marks.tsv:%d: mark %q has no letter", line, text)
			}
			all[key] = append(all[key], mark{outlet: col[0], text: text, languages: strings.Fields(col[2])})
		}
	}
	return all, nil
}

// longestMark is the length in bytes of the longest text that is looked up.
const longestMark = 60

// Mark returns the agency that s names where a text says whose it is, in a
// language that may be unknown, or nil. Full stops and spaces between single
// letters do not matter; case does not either, but that a short mark has its
// letters all small, all capital, or as the table has them.
func (g *Gazetteer) Mark(s, language string) *Outlet { return g.marked(s, language, false) }

// MarkBelow is Mark for the marks that count only as a line of their own below a text.
func (g *Gazetteer) MarkBelow(s, language string) *Outlet { return g.marked(s, language, true) }

// marked returns the agency of a mark that counts only below a text, or of one that counts elsewhere as well.
func (g *Gazetteer) marked(s, language string, below bool) *Outlet {
	if s == "" || len(s) > longestMark || !mayBeMark(s) {
		return nil
	}
	for _, m := range marks()[foldMark(s)] {
		if m.below() == below && m.counts(language) && sameCase(s, m.text) {
			if o := g.names[word.FoldName(m.outlet)]; o != nil {
				return o
			}
		}
	}
	return nil
}

// mayBeMark reports whether Mark may find an agency by the first words of s: it
// says yes to some that are none.
func mayBeMark(s string) bool {
	i := word.SkipGap(s, 0)
	end := word.End(s, i)
	first := word.Hash(s[i:end])
	if first == markArticle {
		i = word.SkipGap(s, end)
		end = word.End(s, i)
		first = word.Hash(s[i:end])
	}
	if end-i == 1 { // U.P.I.
		next := word.SkipGap(s, end)
		return next == len(s) || word.End(s, next)-next == 1 || markHeads().Has(first)
	}
	return markHeads().Has(first) || !isASCII(s[:end])
}

// MaySign reports whether Mark, or ByName for an agency, may find something in a part of
// a text that begins with one of words, all the words of the text from the first to the
// last of them: it says yes to some that have nothing.
func (g *Gazetteer) MaySign(words []word.Word) bool {
	heads, single := markHeads(), false
	for i := range words {
		w := &words[i]
		if w.Shape&word.Simple == 0 || heads.Has(w.Hash) || g.agency.Has(w.Hash) {
			return true
		}
		before := single
		if single = w.End-w.Start == 1; single && before { // U.P.I.
			return true
		}
	}
	return false
}

// markArticle is left out at the head of a mark.
var markArticle = word.Hash("the")

// markHeads holds the words that marks begin with.
var markHeads = sync.OnceValue(func() word.Bits {
	heads := word.NewBits(1 << 13)
	for key := range marks() {
		head, _, _ := strings.Cut(key, " ")
		heads.Put(word.Hash(head))
	}
	return heads
})

// foldMark returns s as marks are compared: folded, single letters joined.
func foldMark(s string) string {
	words := strings.Fields(word.FoldName(narrow(s)))
	for _, w := range words {
		if utf8.RuneCountInString(w) > 1 {
			return strings.Join(words, " ")
		}
	}
	return strings.Join(words, "")
}

// narrow returns s with the wide letters of East Asian fonts made plain.
func narrow(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if 0xFF01 <= r && r <= 0xFF5E {
			return r - 0xFF01 + '!'
		}
		return r
	}, s)
}

// sameCase reports whether the letters of s are all small, all capital or as
// in the mark; of a mark of more than three letters also with a capital first.
func sameCase(s, mark string) bool {
	if s == mark || s == strings.ToUpper(s) || s == strings.ToLower(s) {
		return true
	}
	first, n := utf8.DecodeRuneInString(s)
	letters := utf8.RuneCountInString(mark)
	return letters > 3 || letters == 3 && unicode.IsUpper(first) && s[n:] == strings.ToLower(s[n:])
}
