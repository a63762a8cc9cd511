package credit

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang"
	"wiretrace/lang/word"
)

// CueLabel is the cue of the credit at the head of a release that a line there calls one:
// PRESS RELEASE.
const CueLabel = "press release"

// HeadsRelease reports whether c says that the article is itself a release, of the outlet that it
// names.
func (c *Credit) HeadsRelease() bool {
	return c.Kind == Release && (c.Cue == CueProvided || c.Cue == CueLabel)
}

// Where the label of a release stands at most, in blocks, and how long it and the name of its
// issuer are, in bytes.
const (
	labelBlocks   = 8
	longestLabel  = 60
	longestIssuer = 80
)

// label appends the credit to the issuer of the release that the article is by a label at its
// head: in a line beside the label stands a name that is none of a known outlet, and the running text
// begins by telling of whoever has it. A paper that prints a release has its own name
// there.
func (s *reading) label(dst []Credit) []Credit {
	if s.home != nil {
		return dst
	}
	head := s.l.Blocks[:min(labelBlocks, len(s.l.Blocks))]
	for i, b := range head {
		line := s.a.Text[b.Start:b.End]
		first, _, _ := strings.Cut(line, "\n")
		if len(first) > longestLabel {
			continue
		}
		if name := labelledIssuer(first); name != "" && s.mayIssue(name) && s.namedEarly(name) {
			return append(dst, Credit{Span: b.Span, Outlet: firm(name), Kind: Release, Cue: CueLabel})
		}
		if b.Len() > longestLabel || !labelsRelease(line) {
			continue
		}
		if name, span := s.issuerBeside(head, i); name != "" {
			return append(dst, Credit{Span: span, Outlet: firm(name), Kind: Release, Cue: CueLabel})
		}
		return dst
	}
	return dst
}

// issuerBeside returns whose release it is that block i of the head labels, and the span of both: the name in a line
// near it, one behind words for who issues it, or, at the foot, the one over what the issuer is. A list of
// releases has the kind of study between the label and the name.
func (s *reading) issuerBeside(head []article.Block, i int) (string, article.Span) {
	b := head[i]
	for _, k := range [...]int{i - 1, i + 1, i - 2, i + 2, i + 3} {
		if k < 0 || k >= len(head) {
			continue
		}
		name := strings.TrimSpace(s.a.Text[head[k].Start:head[k].End])
		if s.mayIssue(name) && s.namedEarly(name) {
			return name, article.Span{Start: min(b.Start, head[k].Start), End: max(b.End, head[k].End)}
		}
	}
	for _, x := range head {
		if x.Kind == article.Prose && x.Len() > longestPrinted {
			break
		}
		for line := range strings.Lines(s.a.Text[x.Start:x.End]) {
			if name := s.issuedBy(line); name != "" {
				return name, article.Span{Start: min(b.Start, x.Start), End: max(b.End, x.End)}
			}
		}
	}
	for k := max(len(s.l.Blocks)-printedBlocks, len(s.l.Blocks)/2, i+1); k < len(s.l.Blocks); k++ {
		if c := s.leftIn(k); c.Cue == CueAbout {
			return c.Outlet, b.Span
		}
	}
	return "", article.Span{}
}

// issuedBy returns whom a line names as who issues a release, without the words for his office for the press: Issued
// by: Corrie Town Council Press Office; empty if it names nobody.
func (s *reading) issuedBy(line string) string {
	line = strings.TrimSpace(line)
	for _, by := range releaseIssuers().by {
		n := word.FoldedPrefix(line, by)
		if n == 0 {
			continue
		}
		name := strings.TrimLeft(line[n:], " :")
		if name == line[n:] {
			continue
		}
		lower := strings.ToLower(name)
		for _, office := range releaseIssuers().offices {
			if at := len(lower) - len(office) - 1; at > 0 && len(lower) == len(name) && lower[at:] == " "+office {
				name = strings.TrimRight(name[:at], " ,–-")
				break
			}
		}
		if s.mayIssue(name) && !s.gazetteer.PaperLike(name) {
			return name
		}
	}
	return ""
}

// releaseIssuers are the words of all languages before who issues a release, and behind him for his office, the longest first.
var releaseIssuers = sync.OnceValue(func() (w struct{ by, offices []string }) {
	for _, l := range lang.All() {
		w.by = slices.AppendSeq(w.by, l.Phrases("release-by"))
		w.offices = slices.AppendSeq(w.offices, l.Phrases("release-office"))
	}
	for _, list := range [...][]string{w.by, w.offices} {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return w
})

// LabelsRelease reports whether a line says no more than that what follows is a release, and perhaps of what day: it
// names no outlet.
func LabelsRelease(line string) bool { return line != "" && labelsRelease(line) }

// mayIssue reports whether a line is a name that no outlet has: of several words, each
// with a capital letter but for small ones.
func (s *reading) mayIssue(line string) bool {
	words := strings.Fields(line)
	if len(line) > longestIssuer || len(words) < 2 || strings.ContainsAny(line, ":?!\n0123456789") || s.gazetteer.ByName(line) != nil {
		return false
	}
	small := func(w string) bool { return inName[w] || nobiliary(w) }
	return !slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(r) && !small(w)
	})
}

// namedEarly reports whether a name stands in the first sentences of the prose.
func (s *reading) namedEarly(name string) bool {
	const first = 3
	n := 0
	for x := range s.prose() {
		sentence := s.a.Text[x.Start:x.End]
		if sentence == name {
			continue
		}
		if strings.Contains(sentence, name) {
			return true
		}
		if n++; n == first {
			return false
		}
	}
	return false
}

// prose yields the sentences of the prose, in order.
func (s *reading) prose() iter.Seq[article.Span] {
	return func(yield func(article.Span) bool) {
		k := 0
		for _, x := range s.l.Sentences {
			for k < len(s.l.Blocks) && s.l.Blocks[k].End <= x.Start {
				k++
			}
			if k == len(s.l.Blocks) {
				return
			}
			if b := &s.l.Blocks[k]; b.Kind == article.Prose && b.Start <= x.Start && !yield(x) {
				return
			}
		}
	}
}

// releaseLabels are the words that languages label releases with.
var releaseLabels = sync.OnceValue(func() (out []string) {
	for _, l := range lang.All() {
		out = slices.AppendSeq(out, l.Phrases("release"))
	}
	return out
})

// labelsRelease reports whether a line says no more than that what follows is a release, and
// perhaps of what day.
func labelsRelease(line string) bool {
	line = strings.TrimLeft(line, " *#[(")
	for _, label := range releaseLabels() {
		n := word.FoldedPrefix(line, label)
		if n == 0 {
			continue
		}
		rest := strings.TrimLeft(line[n:], " )]*:–—-|")
		return rest == "" || rest != line[n:] && dates(rest)
	}
	return false
}

// labelledIssuer returns whose release it is that a line labels, where it says so behind a mark: PRESS
// RELEASE – University of Corrie; empty if it does not.
func labelledIssuer(line string) string {
	for _, label := range releaseLabels() {
		n := word.FoldedPrefix(line, label)
		if n == 0 {
			continue
		}
		rest := strings.TrimLeft(line[n:], " ")
		name := strings.TrimLeft(rest, " :–—-|")
		if name == rest || name == "" || !word.Capital(name) || strings.ContainsAny(name, "0123456789.") || len(strings.Fields(name)) < 2 {
			return ""
		}
		return strings.TrimSpace(name)
	}
	return ""
}

// dates reports whether what follows a label in its line is the day or the number of a release: it
// begins with a figure, a name or a small word, and has a figure.
func dates(rest string) bool {
	const longest, small = 30, 3 // bytes; letters of vom, du, Nr
	first, _, _ := strings.Cut(rest, " ")
	return len(rest) <= longest && strings.ContainsAny(rest, "0123456789") && (!unicode.IsLower(rune(rest[0])) || len(first) <= small)
}
