package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// A line at either end of a text may say who wrote it behind a word for texts: Story: Jane Roe, Reuters;
// Report by Jane Roe (PA). Such words begin headlines as well, so all of the line is asked for: the label,
// names of people, and a house that is known.

// signedLine appends the credit of the house for which the line of block b says that somebody wrote the
// text, and reports whether it does.
func (s *reading) signedLine(dst []Credit, b article.Block, top bool) ([]Credit, bool) {
	if b.Len() > longestByline || b.Kind == article.Byline || b.Kind == article.Post {
		return dst, false
	}
	names, ok := s.signedBy(s.a.Text[b.Start:b.End])
	if !ok {
		return dst, false
	}
	o := s.houseBehind(names)
	if o == nil {
		return dst, false
	}
	for k := firstBehind(s.mentions, b.Start); k < len(s.mentions) && s.mentions[k].Start < b.End; k++ {
		s.spent[k] = true
	}
	cue := CueCreditLine
	if top {
		cue = CueByline
	}
	return s.lineOf(dst, sourceOf(o), b.Span, cue), true
}

// signedBy returns what stands behind the label of line that says who wrote the text.
func (s *reading) signedBy(line string) (names string, ok bool) {
	line = strings.Trim(line, " \u00a0\n[]*_–—-")
	for _, label := range signedLabels() {
		n := word.FoldedPrefix(line, label)
		if n == 0 {
			continue
		}
		rest := strings.TrimLeft(line[n:], " \u00a0")
		if behind, colon := strings.CutPrefix(rest, ":"); colon {
			return strings.Trim(behind, " \u00a0*_"), true
		}
		_, last := cutLastWord(label + " ")
		if len(rest) < len(line[n:]) && s.x.lookup(last).class&cByWord != 0 {
			return rest, true
		}
	}
	return "", false
}

// houseBehind returns the house behind names of people, if there is nothing else: Jane Roe and Piet
// Ost, Reuters; Jane Roe (PA); Jane Roe of the Local Democracy Reporting Service; nil otherwise. An agency may
// stand alone.
func (s *reading) houseBehind(names string) *outlet.Outlet {
	names, _, _ = strings.Cut(names, ";") // Editing: Piet Ost
	names = strings.TrimRight(names, " \u00a0.")
	for _, sep := range [...]string{" (", ", ", " | ", " / ", "/", " – ", " — ", " - ", " of the ", " of ", " for the ", " for ", " from the ", " at the "} {
		k := strings.LastIndex(names, sep)
		if k <= 0 || !s.peopleLine(names[:k]) {
			continue
		}
		house := strings.TrimSuffix(names[k+len(sep):], ")")
		if o := s.mark(house); o != nil {
			return o
		}
		if o := s.gazetteer.ByName(house); o != nil && o.Kind != outlet.Platform {
			return o
		}
	}
	if o := s.mark(names); o != nil && o.Kind == outlet.Agency {
		return o
	}
	return nil
}

// signedLabels are the words behind which a line says who wrote the text.
var signedLabels = sync.OnceValue(func() (labels []string) {
	for _, l := range lang.All() {
		labels = slices.AppendSeq(labels, l.Phrases("signed"))
	}
	for _, code := range lang.PressCodes() {
		labels = slices.AppendSeq(labels, lang.Press(code).Phrases("signed"))
	}
	// Of two labels that begin alike the longer one is tried first.
	slices.SortStableFunc(labels, func(a, b string) int { return len(b) - len(a) })
	return labels
})
