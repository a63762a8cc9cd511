package digest

import (
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// Bounds on the lines of an article that are remembered: furniture is short
// and stands at the ends of a page and of its paragraphs.
const (
	longestLine = 250  // words
	longestFoot = 4000 // words of a block at the end: what an outlet says of itself, of the law
	headBlocks  = 3    // blocks at the beginning of an article, and
	footBlocks  = 4    // at its end, whose first and last sentences count as lines too
	halvedLine  = 16   // words from which a line at the end is known by either half
)

// LineKeys appends the keys by which a stretch of text is known to dst: those
// of all its folded words and, from 16 of them on, of either half, since who
// copies a text may have changed a word. Words are sorted by their place; there
// is no key if none stands in s, or too many for a line.
func LineKeys(dst []uint64, words []shingle.Word, s article.Span) []uint64 {
	from := wordsBefore(words, s.Start)
	to := from + wordsBefore(words[from:], s.End)
	if from == to || to-from > longestFoot {
		return dst
	}
	return appendLine(dst, words[from:to])
}

// appendLine appends the key of a line of these words to dst and, if it is long enough,
// those of its halves.
func appendLine(dst []uint64, words []shingle.Word) []uint64 {
	n := len(words)
	if n < halvedLine {
		return append(dst, sequenceHash(words))
	}
	// The second half is hashed in the same loop as the whole goes on: a step of one
	// need not wait for the other's.
	first := uint64(n / 2)
	second := uint64(n - n/2)
	whole := uint64(n)
	for i := range words[:n/2] {
		h := words[i].Hash
		whole, first = mix(whole, h), mix(first, h)
	}
	for i := range words[n/2:] {
		h := words[n/2+i].Hash
		whole, second = mix(whole, h), mix(second, h)
	}
	return append(dst, whole, pairKey(first, uint64(n)), pairKey(second, uint64(n)))
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
		if b.Kind.Furniture() {
			// What is plainly the site's own on its pages need not be so to whoever
			// meets it on another's.
			words = words[wordsBefore(words, b.Start):]
			if within := words[:wordsBefore(words, b.End)]; len(within) >= halvedLine && len(within) <= longestFoot {
				list = appendLine(list, within)
			}
			continue
		}
		if b.Kind != article.Prose {
			continue
		}
		before := wordsBefore(words, b.Start)
		words = words[before:]
		within := words[:wordsBefore(words, b.End)]
		i++
		if i > blocks-footBlocks {
			if len(within) > 0 && len(within) <= longestFoot {
				list = appendLine(list, within)
			}
		} else {
			add(within)
		}
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
			from := wordsBefore(within, last.Start)
			add(within[from : from+wordsBefore(within[from:], last.End)])
		}
	}
	return m.distinct(list)
}

// HasLine reports whether d has one of some lines, by their keys.
func (d *Digest) HasLine(lines map[uint64]bool) bool {
	return slices.ContainsFunc(d.Lines, func(k uint64) bool { return lines[k] })
}

// MarkLines labels those lines of d, whose text has these words, that are among some
// known to be furniture of their site.
func (d *Digest) MarkLines(words []shingle.Word, lines map[uint64]bool) {
	var keys []uint64
	d.Layout.Mark(func(s article.Span) bool {
		keys = LineKeys(keys[:0], words, s)
		return slices.ContainsFunc(keys, func(k uint64) bool { return lines[k] })
	})
}
