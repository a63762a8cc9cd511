package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/lang"
	"wiretrace/lang/word"
	"wiretrace/outlet"
)

// UnnamedWork is the outlet of credits to a book, or another work, of which a part is printed with
// permission: a chapter, a recipe, a poem. Any paper may have it from there.
const UnnamedWork = "unnamed work"

// CueExcerpt is the cue of such a credit.
const CueExcerpt = "printed with permission"

// Where a line that says so stands: how long its paragraph is at most, in bytes, and
// among how many paragraphs of the head or of the foot it is.
const (
	longestExcerpt = 400
	excerptBlocks  = 5
)

// excerpt returns the credit of the line that says that text is printed with permission, and from no
// outlet, which a credit of the list in hand would name; without a cue if there is none.
func (s *reading) excerpt(have []Credit) Credit {
	for i, b := range s.l.Blocks {
		if b.Len() > longestExcerpt || i >= excerptBlocks && i+excerptBlocks < len(s.l.Blocks) {
			continue
		}
		block := s.a.Text[b.Start:b.End]
		if !excerptWords().permission.In(block) && !excerptWords().opening.Find(block, func(_, start, _ int) bool { return strings.Trim(block[:start], "*_—–-[(\"“ ") == "" }) {
			continue
		}
		if !slices.ContainsFunc(have, func(c Credit) bool { return c.Overlaps(b.Span) && !isPublisher(&c) }) {
			return Credit{Span: b.Span, Outlet: UnnamedWork, Cue: CueExcerpt}
		}
	}
	return Credit{}
}

// isPublisher reports whether a credit may be to the house that a book was published by: one that
// nobody knows, and that no credit line names.
func isPublisher(c *Credit) bool { return c.Kind == outlet.Unknown && !c.OnLine() }

// excerptPhrases are what such lines say.
type excerptPhrases struct {
	permission *word.Phrases // anywhere
	opening    *word.Phrases // at the beginning
}

// excerptWords are those of all languages.
var excerptWords = sync.OnceValue(func() excerptPhrases {
	var permission, opening []string
	for _, l := range lang.All() {
		permission = slices.AppendSeq(permission, l.Phrases("permission"))
		opening = slices.AppendSeq(opening, l.Phrases("excerpt"))
	}
	return excerptPhrases{word.NewPhrases(permission), word.NewPhrases(opening)}
})
