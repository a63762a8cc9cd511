package digest

import (
	"iter"
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// read returns the words of a text, which are those of m.scanned, with the
// numbers that Number asks for.
func (m *Maker) read(language, text string) []shingle.Word {
	background := shingle.Background(language)
	if m.numbers != nil {
		if d := m.numbers(language); d != nil {
			return d.WordsAmong(m.words[:0], text, m.scanned, background)
		}
	}
	return background.WordsAmong(m.words[:0], text, m.scanned)
}

// Words returns the words of the article made last. They are good until the
// next.
func (m *Maker) Words() []shingle.Word { return m.words }

// ProseWords returns the words of the article made last that are not
// furniture. They are good until the next.
func (m *Maker) ProseWords() []shingle.Word { return m.prose }

// Prose appends to dst the words that do not stand in furniture.
func Prose(dst, words []shingle.Word, l *article.Layout) []shingle.Word {
	dst = slices.Grow(dst, len(words))
	for run := range prose(words, l) {
		dst = append(dst, run...)
	}
	return dst
}

// prose yields the words of each block that is not furniture.
func prose(words []shingle.Word, l *article.Layout) iter.Seq[[]shingle.Word] {
	return func(yield func([]shingle.Word) bool) {
		for _, b := range l.Blocks {
			words = words[wordsBefore(words, b.Start):]
			n := wordsBefore(words, b.End)
			if !b.Kind.Furniture() && !yield(words[:n]) {
				return
			}
			words = words[n:]
		}
	}
}

// wordsBefore returns how many of words begin before a byte of the text.
func wordsBefore(words []shingle.Word, at int) int {
	lo, hi := 0, len(words)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); int(words[mid].Start) < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// ProseSentences yields the sentences of the blocks that are prose.
func ProseSentences(l *article.Layout) iter.Seq[article.Span] {
	return func(yield func(article.Span) bool) {
		block := 0
		for _, s := range l.Sentences {
			for block < len(l.Blocks) && l.Blocks[block].End <= s.Start {
				block++
			}
			if block == len(l.Blocks) || l.Blocks[block].Kind == article.Prose && !yield(s) {
				return
			}
		}
	}
}

// Count sets the number of words, of prose and of those quoted to what the
// layout and the quotations say of words, which are those of the text.
func (d *Digest) Count(words []shingle.Word) {
	d.Words, d.Prose, d.Quoted = len(words), 0, 0
	quotes := d.Quotes
	for run := range prose(words, &d.Layout) {
		d.Prose += len(run)
		for i := range run {
			at := int(run[i].Start)
			for len(quotes) > 0 && quotes[0].End <= at {
				quotes = quotes[1:]
			}
			if len(quotes) > 0 && quotes[0].Start <= at {
				d.Quoted++
			}
		}
	}
}

// RoughWords returns about how many words a text has, in a glance: runs of letters
// and digits, and each letter of scripts without spaces.
func RoughWords(text string) int {
	n, within := 0, false
	for i := range len(text) {
		c := text[i]
		letter := c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if letter && (!within || c >= 0xE0) {
			n++
		}
		within = letter
	}
	return n
}
