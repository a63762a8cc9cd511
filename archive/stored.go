package archive

import (
	"context"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Stored hands to use the digest and the text of an article as they were
// given to Add. The slices are the caller's to keep. The error is ErrNotFound
// if there is no such article.
func (a *Archive) Stored(ctx context.Context, number int64, use func(digest, text []byte) error) error {
	return a.read(func(s *session) error {
		found := false
		var digest, text []byte
		err := s.query(ctx, func(r row) error {
			found = true
			digest, text = r.blob(1), r.blob(2)
			if checksum(number, digest, text) != r.whole(0) {
				return damaged("stored", number)
			}
			return nil
		}, "SELECT checksum, digest, text FROM stored WHERE number = ?", number)
		switch {
		case err != nil:
			return err
		case !found:
			return fmt.Errorf("article %d: %w", number, ErrNotFound)
		}
		return use(digest, text)
	})
}

// packer and unpacker are made when first used. Both are safe for concurrent
// use through EncodeAll and DecodeAll.
var (
	packer = sync.OnceValue(func() *zstd.Encoder {
		// The level that halves a news text again in 20 microseconds or so. Checksums
		// are the archive's own.
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderCRC(false), zstd.WithWindowSize(1<<18))
		if err != nil {
			panic(err) // the options are wrong
		}
		return e
	})
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxText))
		if err != nil {
			panic(err) // the options are wrong
		}
		return d
	})
)

// maxText is how many bytes a packed text may unpack to, lest a damaged or
// wicked one takes all memory.
const maxText = 1 << 30

// Pack appends text, compressed, to dst. Safe for concurrent use.
func Pack(dst, text []byte) []byte { return packer().EncodeAll(text, dst) }

// Unpack appends to dst the text that Pack compressed. Safe for concurrent use.
func Unpack(dst, packed []byte) ([]byte, error) {
	b, err := unpacker().DecodeAll(packed, dst)
	if err != nil {
		return dst, fmt.Errorf("unpack text: %w", err)
	}
	return b, nil
}
