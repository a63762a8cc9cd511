package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
)

// Local papers mark what they print as it came with a word behind the last sentence, in brackets or in a
// line of its own: (communiqué), (pm/red), Bron: persbericht.

// markBlocks is in how many of the last blocks such a mark stands.
const markBlocks = 3

// marked returns the credit of the mark that says that the text is a release; without a cue if there is none.
func (s *reading) marked() Credit {
	marks := releaseMarks(s.language())
	if len(marks) == 0 {
		return Credit{}
	}
	blocks := s.l.Blocks
	for i := len(blocks) - 1; i >= max(1, len(blocks)-markBlocks); i-- {
		b := blocks[i]
		block := strings.TrimRight(s.a.Text[b.Start:b.End], " \u00a0\n")
		if at := markedFrom(block, marks); at >= 0 {
			return Credit{Span: article.Span{Start: b.Start + at, End: b.Start + len(block)}, Cue: CuePrinted}
		}
		if line := strings.TrimSpace(block); len(line) <= longestLabel && marks[strings.ToLower(strings.Trim(s.unlabelled(line), " .()"))] {
			return Credit{Span: b.Span, Cue: CuePrinted}
		}
	}
	return Credit{}
}

// markedFrom returns where the bracket begins with which a block ends behind a sentence and that holds a mark,
// alone or beside who edited, or -1.
func markedFrom(block string, marks map[string]bool) int {
	inner, ok := strings.CutSuffix(strings.TrimSuffix(block, "."), ")")
	at := strings.LastIndexByte(inner, '(')
	if !ok || at < 0 || len(inner)-at > longestLabel {
		return -1
	}
	before := strings.TrimRight(inner[:at], " \u00a0")
	if before != "" && !strings.ContainsRune(sentenceEnds, lastRune(before)) {
		return -1
	}
	among := strings.FieldsFunc(inner[at+1:], func(r rune) bool { return r == '/' || r == ',' })
	if !slices.ContainsFunc(among, func(part string) bool { return marks[strings.ToLower(strings.Trim(part, " ."))] }) {
		return -1
	}
	return at
}

// releaseMarks returns the marks of a language, none of one that lists none.
func releaseMarks(language string) map[string]bool {
	if marks, ok := pressMarks()[lang.Base(language)]; ok {
		return marks()
	}
	if i := lang.Index(language); i >= 0 {
		return allMarks()[i]()
	}
	return nil
}

var (
	pressMarks = sync.OnceValue(func() map[string]func() map[string]bool {
		all := map[string]func() map[string]bool{}
		for _, code := range lang.PressCodes() {
			all[code] = sync.OnceValue(func() map[string]bool { return marksOf(lang.Press(code)) })
		}
		return all
	})
	allMarks = sync.OnceValue(func() (all []func() map[string]bool) {
		for _, l := range lang.All() {
			all = append(all, sync.OnceValue(func() map[string]bool { return marksOf(l) }))
		}
		return all
	})
)

func marksOf(l *lang.Language) map[string]bool {
	out := map[string]bool{}
	for p := range l.Phrases("release-mark") {
		out[p] = true
	}
	return out
}
