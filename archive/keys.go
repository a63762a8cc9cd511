package archive

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/zeebo/xxh3"
)

// A KeyGroup is a table of lists of hashes. The lists a run reads of every
// article in its window stand apart from those it seldom needs whole.
type KeyGroup int

// The groups, and the kinds they hold, in order.
const (
	Small KeyGroup = iota // bands, lines, sayings
	Large                 // fingerprints, pairs, stories
)

// table returns the table of a group and its column of blobs.
func (g KeyGroup) table() (table, column string) {
	if g == Large {
		return "keys_large", "fingerprints_pairs_stories"
	}
	return "keys_small", "bands_lines_sayings"
}

// Keys hands to use the lists of hashes of a group, of all articles from the
// number from on, in order of number. The slices are the caller's to keep, and
// share one array.
func (a *Archive) Keys(ctx context.Context, group KeyGroup, from int64, use func(number int64, keys [3][]byte) error) error {
	table, column := group.table()
	return a.read(func(s *session) error {
		return s.query(ctx, func(r columns) error {
			n := r.whole(0)
			keys, ok := unpackKeys(n, r.blob(1))
			if !ok {
				return damaged(table, n)
			}
			return use(n, keys)
		}, "SELECT number, "+column+" FROM "+table+" WHERE number >= ? ORDER BY number", from)
	})
}

// One blob holds the three lists of a row, for each column that is read costs
// a microsecond:
//
//	8 bytes            checksum of what follows, little-endian, seeded with the article's number
//	4 bytes, 4 bytes   lengths of the first and the second list, little-endian
//	the three lists
const keysHead = 16

func packKeys(dst []byte, number int64, keys [3][]byte) []byte {
	dst = append(dst[:0], make([]byte, keysHead)...)
	binary.LittleEndian.PutUint32(dst[8:], uint32(len(keys[0])))
	binary.LittleEndian.PutUint32(dst[12:], uint32(len(keys[1])))
	for _, k := range keys {
		dst = append(dst, k...)
	}
	binary.LittleEndian.PutUint64(dst, uint64(checksum(number, dst[8:])))
	return dst
}

// unpackKeys returns the lists as parts of b; ok is false if b is not what
// packKeys made for this article.
func unpackKeys(number int64, b []byte) (keys [3][]byte, ok bool) {
	if len(b) < keysHead || uint64(checksum(number, b[8:])) != binary.LittleEndian.Uint64(b) {
		return keys, false
	}
	i, j := uint64(binary.LittleEndian.Uint32(b[8:])), uint64(binary.LittleEndian.Uint32(b[12:]))
	b = b[keysHead:]
	if i+j > uint64(len(b)) {
		return keys, false
	}
	return [3][]byte{b[:i:i], b[i : i+j : i+j], b[i+j:]}, true
}

// checksum returns the checksum of the blobs of a row: xxh3, each seeded with
// the one before, the first with the row's number, so that neither swapped
// blobs nor swapped rows go unnoticed.
func checksum(number int64, blobs ...[]byte) int64 {
	sum := uint64(number)
	for _, b := range blobs {
		sum = xxh3.HashSeed(b, sum)
	}
	return int64(sum)
}

// damaged is the error for a row whose blobs are not what was stored.
func damaged(table string, number int64) error {
	return fmt.Errorf("%w: table %s, article %d: the checksum is wrong", ErrCorrupt, table, number)
}
