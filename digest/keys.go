package digest

import (
	"slices"

	"wiretrace/article"
	"wiretrace/shingle"
)

// Kinds is how many kinds of key a digest has.
const Kinds = int(Lines)

// PartBits is how finely the keys of a kind are divided, as a power of two: so that a
// part of a million articles is some megabytes.
func (k KeyKind) PartBits() uint8 {
	return [...]uint8{Bands: 6, Fingerprints: 8, Pairs: 6, Stories: 5, Sayings: 4, Lines: 5}[k]
}

// Keys returns the keys of d by their kind, counted from 0.
func (d *Digest) Keys() [Kinds][]uint64 {
	return [Kinds][]uint64{d.Bands, d.Fingerprints, d.Pairs, d.Stories, d.Sayings, d.Lines}
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
