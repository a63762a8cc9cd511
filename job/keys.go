package job

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// kinds is how many kinds of key a digest has.
const kinds = int(digest.Lines)

// partBits is how finely the keys of each kind are divided: so that a part of
// a million articles is some megabytes.
var partBits = [kinds]uint8{
	digest.Bands - 1: 6, digest.Fingerprints - 1: 8, digest.Pairs - 1: 6, digest.Stories - 1: 5, digest.Sayings - 1: 4, digest.Lines - 1: 5,
}

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

// each calls use with the keys of one part, those read tonight first. number is
// for each place in the store the number of its article.
func (l *keyLog) each(part int, number []uint32, use func(cluster.Key)) error {
	err := l.Each(part, func(key uint64, place uint32) { use(cluster.Key{Hash: key, Article: number[place]}) })
	if err != nil {
		return err
	}
	for _, k := range l.past[part] {
		use(k)
	}
	return nil
}

// eachPart hands each part of the keys of one kind, those that at least two
// have who meet others for their family and a few others, sorted, to a worker. Of fingerprints a
// copy has a part too, with those that its representative lacks. The list is
// good until it returns.
func (c *corpus) eachPart(ctx context.Context, kind digest.KeyKind, reps []uint32, worker func() func(part int, keys []cluster.Key) error) error {
	log := c.keys[kind-1]
	stats := make([]KeyStats, log.Parts())
	err := each(ctx, log.Parts(), c.threads, func() func(int) error {
		use := worker()
		var list, copies []cluster.Key
		var sift sifter
		return func(part int) error {
			list, copies = list[:0], copies[:0]
			err := log.each(part, c.number, func(k cluster.Key) {
				if c.meets(k.Article, kind, reps) {
					list = append(list, k)
				} else if kind == digest.Fingerprints {
					copies = append(copies, k)
				}
			})
			if err != nil {
				return fmt.Errorf("read back %s: %w", kind, err)
			}
			list = sift.addOwn(list, copies, reps)
			all := len(list)
			kept := sift.repeated(list)
			stats[part] = countKeys(all, kept)
			return use(part, kept)
		}
	}, func(int) {})
	c.stats.keys(kind.String(), stats)
	return err
}

// sortedKeysOf returns all keys that eachPart hands out, sorted.
func (c *corpus) sortedKeysOf(ctx context.Context, kind digest.KeyKind, reps []uint32) ([]cluster.Key, error) {
	found := make([][]cluster.Key, c.keys[kind-1].Parts())
	err := c.eachPart(ctx, kind, reps, func() func(int, []cluster.Key) error {
		return func(part int, keys []cluster.Key) error {
			found[part] = slices.Clone(keys)
			return nil
		}
	})
	if err != nil {
		return nil, err
	}
	keys := slices.Concat(found...)
	cluster.SortKeys(keys)
	return keys, nil
}

// A sifter finds the keys that several articles have. It is for one goroutine
// at a time, and small enough to stay in its cache: a part is looked at at a time.
type sifter struct{ once, twice shingle.Sieve }

// addOwn appends to list, the keys of one part that representatives have, those of
// copies that stand in text of their own: their representative lacks them. Of
// those, fewer than one in a hundred are left out.
func (s *sifter) addOwn(list, copies []cluster.Key, reps []uint32) []cluster.Key {
	if len(copies) == 0 {
		return list
	}
	held := func(hash uint64, rep uint32) uint64 { return spill.Scatter(hash ^ spill.Scatter(uint64(rep)<<1)) }
	s.once.Reset(len(list))
	for _, k := range list {
		s.once.Add(held(k.Hash, k.Article))
	}
	for _, k := range copies {
		if !s.once.Has(held(k.Hash, reps[k.Article])) {
			list = append(list, k)
		}
	}
	return list
}

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
