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
const kinds = digest.Kinds

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
		var sift spill.Sifter
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
			list = sift.AddOwn(list, copies, func(n uint32) uint32 { return reps[n] })
			all := len(list)
			kept := sift.Repeated(list)
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
