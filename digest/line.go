package digest

import (
	"cmp"
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// Bounds on the lines of an article that are remembered: furniture is short
// and stands at the ends of a page and of its paragraphs.
const (
	longestLine = 60 // words
	headBlocks  = 3  // blocks at the beginning of an article, and
	footBlocks  = 4  // at its end, whose first and last sentences count as lines too
)

// Line returns the key of a stretch of text: the same for the same folded
// words. Words are sorted by their place; the key is 0 if none stands there, or
// too many for a line.
func Line(words []shingle.Word, s article.Span) uint64 {
	at := func(w shingle.Word, byte int) int { return cmp.Compare(int(w.Start), byte) }
	from, _ := slices.BinarySearchFunc(words, s.Start, at)
	to, _ := slices.BinarySearchFunc(words, s.End, at)
	if from == to || to-from > longestLine {
		return 0
	}
	return sequenceHash(words[from:to])
}

// lines returns the keys of the lines of d that may be furniture of its site,
// distinct, sorted.
func (m *Maker) lines(d *Digest) []uint64 {
	var prose []article.Block
	for _, b := range d.Layout.Blocks {
		if b.Kind == article.Prose {
			prose = append(prose, b)
		}
	}
	var keys []uint64
	add := func(s article.Span) {
		if k := Line(m.words, s); k != 0 {
			keys = append(keys, k)
		}
	}
	sentences := d.Layout.Sentences
	for i, b := range prose {
		add(b.Span)
		if i >= headBlocks && i < len(prose)-footBlocks {
			continue
		}
		first, _ := slices.BinarySearchFunc(sentences, b.Start, func(s article.Span, at int) int { return cmp.Compare(s.Start, at) })
		last := first
		for last < len(sentences) && sentences[last].Start < b.End {
			last++
		}
		if last-first > 1 {
			add(sentences[first])
			add(sentences[last-1])
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
