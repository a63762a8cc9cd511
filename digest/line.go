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
	blocks := 0 // of prose
	for _, b := range d.Layout.Blocks {
		if b.Kind == article.Prose {
			blocks++
		}
	}
	list := m.found[:0]
	add := func(words []shingle.Word) {
		if len(words) > 0 && len(words) <= longestLine {
			if k := sequenceHash(words); k != 0 {
				list = append(list, k)
			}
		}
	}
	sentences, words := d.Layout.Sentences, m.words
	i := 0
	for _, b := range d.Layout.Blocks {
		if b.Kind != article.Prose {
			continue
		}
		before := wordsBefore(words, b.Start)
		words = words[before:]
		within := words[:wordsBefore(words, b.End)]
		add(within)
		i++
		if i > headBlocks && i <= blocks-footBlocks {
			continue
		}
		for len(sentences) > 0 && sentences[0].Start < b.Start {
			sentences = sentences[1:]
		}
		n := 0
		for n < len(sentences) && sentences[n].Start < b.End {
			n++
		}
		if n > 1 {
			first, last := sentences[0], sentences[n-1]
			add(within[wordsBefore(within, first.Start):wordsBefore(within, first.End)])
			from := len(within)
			for from > 0 && int(within[from-1].Start) >= last.Start {
				from--
			}
			add(within[from : from+wordsBefore(within[from:], last.End)])
		}
	}
	return m.distinct(list)
}

// wordsBefore returns how many words begin before a byte of the text, by
// stepping through them.
func wordsBefore(words []shingle.Word, at int) int {
	n := 0
	for n < len(words) && int(words[n].Start) < at {
		n++
	}
	return n
}
