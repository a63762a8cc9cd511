package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
)

// UnnamedNotice is the outlet of credits to a notice, which a family, a court, an office or a station has
// printed in as many papers as it likes.
const UnnamedNotice = "unnamed notice"

// CueNotice is the cue of such a credit: the title is called so, or the text says that it is from a
// register.
const CueNotice = "notice"

// noticeBlocks is in how many blocks of the head a text says that it is from a register.
const noticeBlocks = 4

// notice returns the credit to the notice that the article is; without a cue if it is none.
func (s *reading) notice() Credit {
	words := noticeWords()
	if titlesNotice(s.a.Title, words.titles) {
		return Credit{Outlet: UnnamedNotice, Cue: CueNotice}
	}
	for _, b := range s.l.Blocks[:min(noticeBlocks, len(s.l.Blocks))] {
		block := s.a.Text[b.Start:b.End]
		if titlesNotice(block, words.titles) || words.registers.In(block) {
			return Credit{Span: b.Span, Outlet: UnnamedNotice, Cue: CueNotice}
		}
	}
	return Credit{}
}

// titlesNotice reports whether a title or a line of the head is one of a notice: a word for notices, and
// perhaps whose it is behind a mark. Deaths: Strand, not Deaths rise in storm.
func titlesNotice(title string, labels []string) bool {
	title = strings.TrimSpace(title)
	return len(title) <= longestLabel && slices.ContainsFunc(labels, func(label string) bool {
		n := word.FoldedPrefix(title, label)
		if n == 0 {
			return false
		}
		rest := strings.TrimLeft(title[n:], " ")
		return rest == "" || strings.ContainsAny(rest[:1], ":-|,(") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")
	})
}

// noticePhrases are the words that languages call notices by.
type noticePhrases struct {
	titles    []string
	registers *word.Phrases
}

var noticeWords = sync.OnceValue(func() (out noticePhrases) {
	var registers []string
	for _, l := range lang.All() {
		out.titles = slices.AppendSeq(out.titles, l.Phrases("notice"))
		registers = slices.AppendSeq(registers, l.Phrases("notice-register"))
	}
	out.registers = word.NewPhrases(registers)
	return out
})
