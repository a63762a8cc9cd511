package digest

import (
	"slices"

	"wiretrace/internal/hashes"
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

// keys sets the keys of d but for its Sayings, all of m.prose: none if that is empty.
// Stories want the credits of d.
func (m *Maker) keys(d *Digest) {
	if len(m.prose) == 0 {
		return
	}
	d.Hash = sequenceHash(m.prose)
	m.shingles = shingle.Shingles(m.shingles[:0], m.prose, ShingleWords)
	signature := m.minhash.Sign(m.shingles)
	d.Bands = shingle.Bands(nil, &signature)

	m.prints = shingle.Fingerprints(m.prints[:0], m.shingles)
	list := m.found[:0]
	for _, f := range m.prints {
		list = append(list, f.Hash)
	}
	d.Fingerprints = m.distinct(list)
	d.Pairs = m.rarePairs(d.Layout.Sentences)
	d.Stories = m.stories(d)
	d.Lines = m.lines(d)
}

// sequenceHash returns a hash of all words in order.
func sequenceHash(words []shingle.Word) uint64 {
	h := uint64(len(words))
	for i := range words {
		h = mix(h, words[i].Hash)
	}
	return h
}

// mix adds the hash of a word to that of the words before it.
func mix(h, w uint64) uint64 {
	h = (h ^ w) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}

// distinct returns the keys of list once each and sorted, in memory of their
// own. It gives list to m.
func (m *Maker) distinct(list []uint64) []uint64 {
	m.found = list
	if len(list) == 0 {
		return nil
	}
	list = slices.Compact(hashes.Sort(list, &m.sorted))
	return append(make([]uint64, 0, len(list)), list...)
}
