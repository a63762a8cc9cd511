package cluster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/credit/claim"
	"wiretrace/lang/word"
)

// What makes another piece a copy of the text that an article has from a source
// not in hand, so that what that lacks may be the article's own: the parts of
// either that are shared.
const (
	copyThere = 0.8
	copyHere  = 0.4
)

// What a paper puts into an agency's text comes to so many words at least, fewer
// where it names itself somewhere, and the agency's text runs on behind it with so
// many missing at most. What a copy lacks elsewhere was cut there: papers cut from
// the end.
const (
	leastInsert       = 30
	leastMarkedInsert = 15
	mostBetween       = 12
)

// marksCopy is the part of another piece that must be shared for what stands before the text in common, or
// behind it, to be the paper's own with the paragraph there that names the paper.
const marksCopy = 0.5

// own returns for each word of the prose of s, whose text is that of a source not
// in hand, whether it is the paper's own if no other piece has it: its paragraph
// names the paper or means it, or it stands where a copy of the text runs on, or with such
// a paragraph before the text that a copy has, or behind it.
func (s *Side) own(shares []Share) []bool {
	out := make([]bool, len(s.Prose.Words))
	least := leastInsert
	names := s.ownNames()
	i := 0
	for _, b := range s.Layout.Blocks {
		first := i
		for i < len(out) && s.start(i) < b.End {
			i++
		}
		block := s.Text[b.Start:b.End]
		named := func(name string) bool { return holdsName(block, name) }
		if first < i && (slices.ContainsFunc(names, named) || claim.ThisHouse(s.Meta.Language, block)) {
			fill(out[first:i], true)
			least = leastMarkedInsert
		}
	}
	marked := slices.Clone(out)
	for k := range shares {
		sh := &shares[k]
		s.ownEnds(out, marked, sh)
		if sh.Pair.ShareB < copyThere || sh.Pair.ShareA < copyHere || sh.Outlet != "" && sh.Outlet == s.Outlet {
			continue
		}
		list := sh.Pair.Passages
		for i := 1; i < len(list); i++ {
			p, q := &list[i-1], &list[i]
			if between := q.B.Start - p.B.End; q.A.Start-p.A.End >= least && between >= 0 && between <= mostBetween {
				fill(out[p.A.End:q.A.Start], true)
			}
		}
	}
	return out
}

// ownEnds sets the words of out before the text in common with a copy, and behind it, that a paragraph
// among them shows to be the paper's own; marked has the words of such paragraphs. What stands before must
// stand before the beginning of the copy.
func (s *Side) ownEnds(out, marked []bool, sh *Share) {
	list := sh.Pair.Passages
	if len(list) == 0 || sh.Pair.ShareB < marksCopy || sh.Pair.ShareA < copyHere || sh.Outlet != "" && sh.Outlet == s.Outlet {
		return
	}
	first, last := &list[0], &list[len(list)-1]
	if first.B.Start <= mostBetween && slices.Contains(marked[:first.A.Start], true) {
		fill(out[:first.A.Start], true)
	}
	if k := slices.Index(marked[last.A.End:], true); k >= 0 {
		fill(out[last.A.End+k:], true)
	}
}

// ownNames returns how the article's paper names itself: in full, and by its last
// word with an article.
func (s *Side) ownNames() []string {
	words := strings.Fields(s.Outlet)
	if len(words) == 0 {
		return nil
	}
	last := words[len(words)-1]
	out := []string{"the " + last, "The " + last}
	switch {
	case len(words) > 1:
		out = append(out, s.Outlet)
	case word.AllCapital(last): // a station: told KLBD, and not the dateline (KLBD)
		out = append(out, "told "+last, "to "+last, "with "+last)
	}
	return out
}

// holdsName reports whether a name stands in text, not as part of a longer word
// nor followed by one that belongs to the name of another.
func holdsName(text, name string) bool {
	for at := 0; ; {
		k := strings.Index(text[at:], name)
		if k < 0 {
			return false
		}
		start := at + k
		at = start + len(name)
		if before, _ := utf8.DecodeLastRuneInString(text[:start]); unicode.IsLetter(before) || unicode.IsDigit(before) {
			continue
		}
		next := strings.TrimPrefix(text[at:], " ")
		r := []rune(next[:min(len(next), 4)])
		if len(next) == len(text[at:]) { // no space
			if len(r) == 0 || !unicode.IsLetter(r[0]) && r[0] != '-' {
				return true
			}
		} else if len(r) == 0 || !unicode.IsUpper(r[0]) {
			return true
		}
	}
}
