package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/lang"
	"wiretrace/shingle"
)

// leastTold is the part of a title, by what its words weigh, that the lead has at least
// if the title tells what it is about: one that plays with words does not.
const leastTold = 0.1

// mostOfTitle is the part of a title that its rarest word weighs at most if the title tells what the news is:
// of one that hardly says more than what all is about, every sentence that names that has nearly all.
const mostOfTitle = 0.75

// mostTitle is how many words of a title, or of the sentence that stands for it, are looked for.
const mostTitle = 100

// A titleWord is a word of the title that is not common.
type titleWord struct {
	stem   uint64
	root   string  // what other forms of it, and longer words, hold; "" where only the stem tells
	weight float32 // how rare it is
	small  string  // it, in small letters, in languages whose words have many endings; else ""
}

// weigh notes how rare the words of the title are. The first sentence is added to a title that rests on one
// word, and stands for one of which the lead has hardly a word, or that is missing.
func (r *reading) weigh(title []shingle.Word) {
	if len(title) > 0 {
		r.addTitle(r.a.Title, title)
		if r.thinTitle() && len(r.lines) > 0 {
			r.addTitle(r.a.Text, r.lines[0].words)
		}
		n := min(leadLines, len(r.lines))
		if r.titleIn(n, func(int) bool { return true }) >= leastTold*r.titleSum {
			return
		}
	}
	r.title, r.titleSum, r.titled = nil, 0, nil
	if len(r.lines) > 0 {
		r.addTitle(r.a.Text, r.lines[0].words)
	}
}

// thinTitle reports whether one word is nearly all that the title weighs.
func (r *reading) thinTitle() bool {
	most := float32(0)
	for i := range r.title {
		most = max(most, r.title[i].weight)
	}
	return most > mostOfTitle*r.titleSum
}

// addTitle adds words of text to the title.
func (r *reading) addTitle(text string, words []shingle.Word) {
	for i := range words {
		w := &words[i]
		if len(r.title) == mostTitle {
			break
		}
		if w.Class&shingle.Common != 0 || slices.ContainsFunc(r.title, func(t titleWord) bool { return t.stem == w.Stem }) {
			continue
		}
		t := titleWord{stem: w.Stem, root: r.root(text[w.Start:w.End]), weight: w.Weight}
		if r.vocabulary.inflected {
			t.small = strings.ToLower(text[w.Start:w.End])
		}
		r.title = append(r.title, t)
		r.titleSum += w.Weight
	}
}

// compounds are the languages that write several words as one, of which titles print a part: baden, of zwembaden.
var compounds = map[string]bool{"de": true, "nl": true, "sv": true, "da": true, "no": true}

// root returns the letters, in small ones, that the forms of a word have in common, and those of the longer words that it
// makes: Krankenhäuser, Krankenhausbetreiber. It is "" for short words, and in English, whose stems tell
// all of that.
func (r *reading) root(w string) string {
	least, ending := 6, 3 // letters of a root; of the ending left out
	if first, _ := utf8.DecodeRuneInString(w); unicode.Is(unicode.Hangul, first) {
		least, ending = 2, 1 // syllables: 시청의
	}
	n := utf8.RuneCountInString(w)
	if compounds[lang.Base(r.a.Language)] && n == least-1 {
		return strings.ToLower(w) // korte Bahn: korter, Kurzbahnen
	}
	if n < least || r.a.Language == "en" {
		return ""
	}
	for keep := max(least, n-ending); n > keep; n-- {
		_, size := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-size]
	}
	return strings.ToLower(w)
}

// titleIn returns what the words of the title weigh that stand in the chosen ones of the first n lines.
func (r *reading) titleIn(n int, chosen func(k int) bool) float32 {
	sum := float32(0)
	found := make([]bool, len(r.title))
	for k := range n {
		if !chosen(k) {
			continue
		}
		for i, told := range r.titleOf(k) {
			if told && !found[i] {
				found[i] = true
				sum += r.title[i].weight
			}
		}
	}
	return sum
}

// titleOf reports of each word of the title whether it stands in line k. It is found out once.
func (r *reading) titleOf(k int) []bool {
	for len(r.titled) <= k {
		r.titled = append(r.titled, nil)
	}
	if r.titled[k] == nil {
		r.titled[k] = make([]bool, len(r.title))
		for i := range r.title {
			r.titled[k][i] = r.has(&r.lines[k], &r.title[i])
		}
	}
	return r.titled[k]
}

// has reports whether a word of the title stands in l, in another form or within a longer word too.
func (r *reading) has(l *line, t *titleWord) bool {
	if slices.ContainsFunc(l.words, func(w shingle.Word) bool { return w.Stem == t.stem }) {
		return true
	}
	if r.vocabulary.inflected && slices.ContainsFunc(l.words, func(w shingle.Word) bool { return sameForms(t.small, r.a.Text[w.Start:w.End]) }) {
		return true
	}
	if t.root == "" {
		return false
	}
	if l.small == "" {
		l.small = strings.ToLower(r.a.Text[l.Start:l.End])
	}
	return strings.Contains(l.small, t.root)
}

// sameForms reports whether w is a form of the word small, which is in small letters, in a language whose words
// have many endings: голуби and голубів, köprü and köprüsündeki. They begin with the same letters, but for two
// of the shorter one.
func sameForms(small, w string) bool {
	const least, ending = 4, 2 // letters that they have in common; at the end of the shorter one
	same, n := 0, 0
	for rest := small; ; n++ {
		a, i := utf8.DecodeRuneInString(rest)
		b, k := utf8.DecodeRuneInString(w)
		if i == 0 || k == 0 || n > same+ending {
			return same >= least && n-same <= ending && (i == 0 || k == 0)
		}
		if same == n && a == unicode.ToLower(b) {
			same++
		}
		rest, w = rest[i:], w[k:]
	}
}
