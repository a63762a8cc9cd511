package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

// UnnamedAdvert is the outlet of credits to a page that somebody paid for and that does not say who.
const UnnamedAdvert = "unnamed advertiser"

// CuePaid is the cue of the credit of a page that an advertiser paid for and that says so: any paper may
// have been paid to print it.
const CuePaid = "paid for"

const (
	advertHead    = 3 // blocks of the head, and of the foot, of which one says so
	advertFoot    = 2
	longestAdvert = 120 // bytes of that line
)

// advert returns the credit to the advertiser of the page that the article is; without a cue if it is none.
func (s *reading) advert() Credit {
	blocks := s.l.Blocks
	for i, b := range blocks {
		if i >= advertHead && i < len(blocks)-advertFoot || b.Len() > longestAdvert {
			continue
		}
		if name := s.advertiser(strings.TrimSpace(s.a.Text[b.Start:b.End])); name != "" {
			return Credit{Span: b.Span, Outlet: name, Cue: CuePaid}
		}
	}
	by := strings.TrimSpace(s.a.Byline)
	if labels := advertWords(); by != "" && slices.ContainsFunc(slices.Concat(labels.alone, labels.named), func(l string) bool { return word.FoldedPrefix(by, l) == len(by) }) {
		return Credit{Outlet: UnnamedAdvert, Cue: CuePaid}
	}
	return Credit{}
}

// advertiser returns who paid for the page by a line that says so, empty if it does not: Advertisement
// feature by Tarn Windows. What pages call links to others' advertisements counts only if the text tells
// of whom it names: Sponsored content by Tarn Windows.
func (s *reading) advertiser(line string) string {
	words := advertWords()
	line = strings.Trim(line, " *_()[]•")
	for _, label := range words.alone {
		if n := word.FoldedPrefix(line, label); n > 0 {
			rest := strings.Trim(line[n:], " .")
			if name := s.paidBy(rest, words.by); name != "" || rest == "" {
				return orUnnamed(name)
			}
		}
	}
	for _, label := range words.named {
		if n := word.FoldedPrefix(line, label); n > 0 {
			if name := s.paidBy(strings.Trim(line[n:], " ."), words.by); name != "" && s.proseNames(name) {
				return name
			}
		}
	}
	return ""
}

// orUnnamed returns name, or that of an advertiser without one.
func orUnnamed(name string) string {
	if name == "" {
		return UnnamedAdvert
	}
	return name
}

// paidBy returns the advertiser that rest, behind a label, names: provided by Tarn Windows; | Tarn Windows.
func (s *reading) paidBy(rest string, by []string) string {
	name := strings.TrimLeft(rest, " :–—-|/")
	linked := name != strings.TrimLeft(rest, " ")
	for _, phrase := range by {
		if n := word.FoldedPrefix(name, phrase); n > 0 && strings.HasPrefix(name[n:], " ") {
			name, linked = strings.TrimLeft(name[n:], " "), true
			break
		}
	}
	if name = firm(name); !linked || !word.Capital(name) || strings.ContainsAny(name, "?!:;") || strings.Contains(name, ". ") || s.gazetteer.ByName(name) != nil {
		return ""
	}
	return name
}

// proseNames reports whether a sentence of the prose names somebody, other than the line itself.
func (s *reading) proseNames(name string) bool {
	for x := range s.prose() {
		if sentence := s.a.Text[x.Start:x.End]; strings.Contains(sentence, name) && strings.ContainsAny(sentence[len(sentence)-1:], ".!?\"") && !startsLabel(sentence) {
			return true
		}
	}
	return false
}

// startsLabel reports whether a sentence begins with a label of such pages.
func startsLabel(sentence string) bool {
	return slices.ContainsFunc(advertWords().named, func(l string) bool { return word.FoldedPrefix(sentence, l) > 0 })
}

// advertPhrases are the words of lines that say who paid for a page.
type advertPhrases struct {
	alone, named []string // labels, that say so by themselves and with a name only
	by           []string // what stands before the name, the longest first
}

// advertWords are those of all languages.
var advertWords = sync.OnceValue(func() (out advertPhrases) {
	for _, l := range lang.All() {
		out.alone = slices.AppendSeq(out.alone, l.Phrases("advert"))
		out.named = slices.AppendSeq(out.named, l.Phrases("advert-named"))
		out.by = slices.AppendSeq(out.by, l.Phrases("advert-by"))
	}
	slices.SortStableFunc(out.by, func(a, b string) int { return len(b) - len(a) })
	return out
})
