package archive

import (
	"context"
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

// Keys hands to use the lists of hashes of a group, of all articles from the
// number from on, in order of number. The slices are good until use returns.
func (a *Archive) Keys(ctx context.Context, group KeyGroup, from int64, use func(number int64, keys [3][]byte) error) error {
	table, columns := "keys_small", "bands, lines, sayings"
	if group == Large {
		table, columns = "keys_large", "fingerprints, pairs, stories"
	}
	return a.read(func(s *session) error {
		return s.query(ctx, func(r row) error {
			n, keys := r.whole(0), [3][]byte{r.blob(2), r.blob(3), r.blob(4)}
			if checksum(n, keys[:]...) != r.whole(1) {
				return damaged(table, n)
			}
			return use(n, keys)
		}, "SELECT number, checksum, "+columns+" FROM "+table+" WHERE number >= ? ORDER BY number", from)
	})
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
