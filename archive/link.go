package archive

import (
	"context"
	"fmt"
)

// A Link is what two articles share. Which is A and which B is its maker's
// choice; the pair is kept once for each order.
type Link struct {
	A, B           int64 // numbers
	Relation       string
	ShareA, ShareB float64 // of its words, 0 to 1
	Words          int     // shared
	Passages       int
	Signs, Aligned []byte // blobs; nil if none
}

// Links hands to use the links of which at least one article has the number
// from or a later one, in order of A and B, without Aligned. The Link is good
// until use returns.
func (a *Archive) Links(ctx context.Context, from int64, use func(*Link) error) error {
	return a.read(func(s *session) error {
		var l Link
		return s.query(ctx, func(r row) error {
			l = Link{
				A: r.whole(0), B: r.whole(1), Relation: r.text(2), ShareA: r.real(3), ShareB: r.real(4),
				Words: int(r.whole(5)), Passages: int(r.whole(6)), Signs: r.blob(8),
			}
			if linkChecksum(l.A, l.B, l.Signs) != r.whole(7) {
				return fmt.Errorf("%w: table links, articles %d and %d: the checksum is wrong", ErrCorrupt, l.A, l.B)
			}
			return use(&l)
		}, `SELECT a, b, relation, share_a, share_b, words, passages, checksum, signs
			FROM links WHERE a >= ?1 OR b >= ?1 ORDER BY a, b`, from)
	})
}

// Aligned returns what was stored as Aligned of the link between two articles,
// in this order. The error is ErrNotFound if there is none.
func (a *Archive) Aligned(ctx context.Context, aNumber, bNumber int64) (aligned []byte, err error) {
	err = a.read(func(s *session) error {
		found := false
		err := s.query(ctx, func(r row) error {
			found, aligned = true, r.blob(1)
			if linkChecksum(aNumber, bNumber, aligned) != r.whole(0) {
				return fmt.Errorf("%w: table aligned, articles %d and %d: the checksum is wrong", ErrCorrupt, aNumber, bNumber)
			}
			return nil
		}, "SELECT checksum, passages FROM aligned WHERE a = ? AND b = ?", aNumber, bNumber)
		if err == nil && !found {
			err = fmt.Errorf("passages of articles %d and %d: %w", aNumber, bNumber, ErrNotFound)
		}
		return err
	})
	return aligned, err
}

func linkChecksum(a, b int64, blob []byte) int64 { return checksum(checksum(a, nil)^b, blob) }
