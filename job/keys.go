package job

import (
	"encoding/binary"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// kinds is how many kinds of key a digest has.
const kinds = int(digest.Lines)

// keysOf returns the keys of a digest by their kind, counted from 0.
func keysOf(d *digest.Digest) [kinds][]uint64 {
	return [kinds][]uint64{d.Bands, d.Fingerprints, d.Pairs, d.Stories, d.Sayings, d.Lines}
}

// A keyLog holds the keys of one kind of all articles: of those read tonight by
// their place in the store, of those of the archive that matter tonight by their
// number.
type keyLog struct {
	*spill.Log
	past [][]cluster.Key // for each part
}

// newKeyLog returns a log of 1<<bits parts.
func newKeyLog(s *spill.Space, bits uint8) *keyLog {
	return &keyLog{spill.NewLog(s, bits), make([][]cluster.Key, 1<<bits)}
}

// addPast notes a key of an article of the archive.
func (l *keyLog) addPast(k cluster.Key) {
	p := &l.past[l.Part(k.Hash)]
	*p = append(*p, k)
}

// eachPast calls use with those of a list of keys, 8 bytes each, little endian,
// that may be in wanted; with all if that is nil.
func eachPast(keys []byte, wanted *shingle.Filter, use func(key uint64)) {
	for ; len(keys) >= 8; keys = keys[8:] {
		if k := binary.LittleEndian.Uint64(keys); k != 0 && (wanted == nil || wanted.Has(spill.Scatter(k))) {
			use(k)
		}
	}
}

// clearPast forgets what addPast noted.
func (l *keyLog) clearPast() { clear(l.past) }

// load appends the keys of one part that were read tonight to dst, calling
// number for the article at each place; keys of articles it says no to are left
// out.
func (l *keyLog) load(dst []cluster.Key, part int, number func(place uint32) (uint32, bool)) ([]cluster.Key, error) {
	err := l.Each(part, func(key uint64, place uint32) {
		if n, ok := number(place); ok {
			dst = append(dst, cluster.Key{Hash: key, Article: n})
		}
	})
	return dst, err
}

// A sifter finds the keys that several articles have. It is for one goroutine
// at a time, and small enough to stay in its cache: a part is looked at at a time.
type sifter struct{ once, twice shingle.Sieve }

// repeated returns, sorted, the keys of list that at least two articles have,
// and a few of those that only one has: the great majority. The first of two
// passes fills a Bloom filter and notes in another what it has seen twice, the
// second keeps that. list, which is one part of a log, is used up.
func (s *sifter) repeated(list []cluster.Key) []cluster.Key {
	s.once.Reset(len(list))
	s.twice.Reset(max(len(list)/8, 1024))
	for _, k := range list {
		if h := spill.Scatter(k.Hash); s.once.Add(h) {
			s.twice.Add(h)
		}
	}
	kept := list[:0]
	for _, k := range list {
		if s.twice.Has(spill.Scatter(k.Hash)) {
			kept = append(kept, k)
		}
	}
	cluster.SortKeys(kept)
	return kept
}
