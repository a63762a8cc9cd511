package credit

import (
	"slices"
	"strings"
	"sync"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// A note of correction tells what the text said before, so whoever is named there is no source of
// it: Correction: an earlier version said that she had spoken to The Herald. A note that makes up for
// a credit left out is one, and so is one that says where the text stood first: An earlier version
// failed to credit The Herald; An earlier version of this essay appeared in The Herald.

// withoutCorrected removes from dst[from:], in order of where they start, the credits that notes of
// correction take back.
func (s *reading) withoutCorrected(dst []Credit, from int) []Credit {
	out := dst[:from]
	n := corrections{s: s, block: -1}
	for _, c := range dst[from:] {
		if c.Cue == CueByline || c.Cue == CueDateline || !n.takeBack(c.Start) {
			out = append(out, c)
		}
	}
	return out
}

// corrections goes through a text for the notes of correction in it. Each block and each sentence is
// looked through once, however many places in it are asked for.
type corrections struct {
	s        *reading
	block    int          // the one at hand, -1 before the first
	from     int          // where the note in it begins, or where the text ends
	sentence article.Span // the one at hand
	gives    bool         // it makes up for a credit, or says where the text stood first
}

// takeBack reports whether the sentence that holds text[at] is one of a note of correction that takes
// back what it names.
func (n *corrections) takeBack(at int) bool {
	k, exact := slices.BinarySearchFunc(n.s.l.Blocks, at, func(b article.Block, at int) int { return b.Start - at })
	if !exact {
		k--
	}
	if k < 0 || at >= n.s.l.Blocks[k].End {
		return false
	}
	b, text := n.s.l.Blocks[k].Span, n.s.a.Text
	if k != n.block {
		n.block, n.from, n.sentence = k, len(text), article.Span{}
		if n.s.labelledNote(k) {
			n.from = b.Start
		} else {
			correctionWords().versions.Find(text[b.Start:b.End], func(_, start, _ int) bool {
				n.from = b.Start + start
				return true
			})
		}
	}
	if at < n.sentence.Start || at >= n.sentence.End {
		n.sentence = n.s.sentenceAt(at, b)
		n.gives = correctionWords().credits.In(text[n.sentence.Start:n.sentence.End])
	}
	return n.from < n.sentence.End && !n.gives
}

// sentenceAt returns the sentence that holds text[at], of block b; all of the block if none does.
func (s *reading) sentenceAt(at int, b article.Span) article.Span {
	k, exact := slices.BinarySearchFunc(s.l.Sentences, at, func(x article.Span, at int) int { return x.Start - at })
	if !exact {
		k--
	}
	if k < 0 || s.l.Sentences[k].End <= at {
		return b
	}
	return article.Span{Start: max(b.Start, s.l.Sentences[k].Start), End: min(b.End, s.l.Sentences[k].End)}
}

// labelledNote reports whether block k begins with the label of a note of correction, or stands below one.
func (s *reading) labelledNote(k int) bool {
	text := func(k int) string { return s.a.Text[s.l.Blocks[k].Start:s.l.Blocks[k].End] }
	label, rest := correctionLabel(text(k))
	if label && rest != "" {
		return true
	}
	if k == 0 {
		return false
	}
	label, rest = correctionLabel(text(k - 1))
	return label && rest == ""
}

// correctionLabel reports whether line begins with the label of a note of correction, perhaps with a day
// behind it, and returns what stands behind that: Correction (June 3): the bridge; not Corrections officers.
func correctionLabel(line string) (is bool, rest string) {
	const longest = 40 // bytes between the label and its colon
	line = strings.TrimLeft(line, " \u00a0*_([【<–—-\"“")
	for _, label := range correctionWords().labels {
		n := word.FoldedPrefix(line, label)
		if n == 0 {
			continue
		}
		rest = strings.TrimLeft(line[n:], " \u00a0*_")
		if trimmed := strings.Trim(rest, " \u00a0\n.:)]】"); trimmed == "" {
			return true, ""
		}
		switch r := firstRune(rest); {
		case strings.ContainsRune(":–—|：】", r), r == '-' && len(rest) > 1 && rest[1] == ' ':
			return true, rest
		}
		for at, r := range rest {
			if at > longest {
				break
			}
			if r == ':' || r == '：' {
				dated := strings.ContainsAny(rest[:at], "0123456789") || strings.ContainsAny(rest[:1], "(,")
				if dated {
					return true, rest[at:]
				}
				break
			}
		}
	}
	return false, ""
}

// correctionPhrases are the words of notes of correction.
type correctionPhrases struct {
	labels   []string
	versions *word.Phrases // what was said before: earlier version of this article
	credits  *word.Phrases // a credit is made up for: failed to credit
}

var correctionWords = sync.OnceValue(func() (out correctionPhrases) {
	var versions, credits []string
	all := slices.Clone(lang.All())
	for _, code := range lang.PressCodes() {
		all = append(all, lang.Press(code))
	}
	for _, l := range all {
		out.labels = slices.AppendSeq(out.labels, l.Phrases("correction"))
		versions = slices.AppendSeq(versions, l.Phrases("correction-version"))
		credits = slices.AppendSeq(credits, l.Phrases("correction-credit"))
	}
	// Of two labels that begin alike the longer one is tried first.
	slices.SortStableFunc(out.labels, func(a, b string) int { return len(b) - len(a) })
	out.versions, out.credits = word.NewPhrases(versions), word.NewPhrases(credits)
	return out
})
