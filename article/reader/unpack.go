package reader

import (
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A file that unpacks to more than bombRatio times its size, and to more than
// bombSize bytes, is taken for a bomb: gzip reaches 1,030 at most, and does so
// with one byte repeated, while an export of articles that are all copies of
// each other reaches some 100. Memory is bounded without this rule, since no
// more than a record is held; it bounds the time that a hostile file takes.
const (
	bombRatio = 250
	bombSize  = 64 << 20
)

// maxWindow is the largest window of zstd that is read, in bytes: what
// "zstd --ultra -22" and "--long=27" ask for, the most that the command reads
// unless told otherwise.
const maxWindow = 128 << 20

// A packing is a way of compression. It is recognised by the content, whatever
// the name says; the endings are those that are not taken for a form.
type packing struct {
	name    string
	endings []string
	magic   []byte
	skips   bool // whether skippable frames may come first
	open    func(r io.Reader) (resetter, error)
}

// A resetter decompresses, and can begin anew with another reader.
type resetter interface {
	io.Reader
	Reset(r io.Reader) error
}

// longestMagic is the length of the longest magic, in bytes.
const longestMagic = 4

var packings = []packing{
	{
		name: "gzip", endings: []string{".gz", ".gzip"}, magic: []byte{0x1f, 0x8b},
		open: func(r io.Reader) (resetter, error) { return gzip.NewReader(r) },
	},
	{
		name: "zstd", endings: []string{".zst", ".zstd"}, magic: []byte{0x28, 0xb5, 0x2f, 0xfd}, skips: true,
		open: func(r io.Reader) (resetter, error) {
			return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		},
	},
	{
		name: "bzip2", endings: []string{".bz2"}, magic: []byte("BZh"),
		open: func(r io.Reader) (resetter, error) { return &bzip2Reader{bzip2.NewReader(r)}, nil },
	},
}

// A bzip2Reader makes the standard library's reader a resetter.
type bzip2Reader struct{ io.Reader }

func (b *bzip2Reader) Reset(r io.Reader) error {
	b.Reader = bzip2.NewReader(r)
	return nil
}

// packingOf returns how content that begins with head is compressed, nil if it
// is not.
func packingOf(head []byte) *packing {
	for i, p := range packings {
		if bytes.HasPrefix(head, p.magic) || p.skips && skippable(head) {
			return &packings[i]
		}
	}
	return nil
}

// skippable reports whether head begins a frame that readers of zstd pass over,
// which some writers put first. RFC 8878, section 3.1.2.
func skippable(head []byte) bool {
	return len(head) >= 4 && head[0]&0xf0 == 0x50 && head[1] == 0x2a && head[2] == 0x4d && head[3] == 0x18
}

// unpack returns the decompressed content of r, of which raw counts the bytes.
func (s *scan) unpack(p *packing, r io.Reader, raw *counter) (*unpacker, error) {
	u := &unpacker{packing: p, z: s.unpackers[p.name], raw: raw}
	var err error
	if u.z != nil {
		delete(s.unpackers, p.name)
		err = u.z.Reset(r)
	} else {
		u.z, err = p.open(r)
	}
	if err != nil {
		return nil, u.explain(err)
	}
	return u, nil
}

// unpacked takes an unpacker back.
func (s *scan) unpacked(u *unpacker) {
	if s.unpackers == nil {
		s.unpackers = make(map[string]resetter)
	}
	s.unpackers[u.packing.name] = u.z
}

// An unpacker reads decompressed content, stops at bombs and explains errors.
type unpacker struct {
	packing *packing
	z       resetter
	raw     *counter
	n       int64  // bytes read
	bomb    bool   // given up
	bound   *bound // of the archive that it lies in; nil if it lies in none
}

func (u *unpacker) Read(p []byte) (int, error) {
	n, err := u.z.Read(p)
	u.n += int64(n)
	if over := u.bound.add(n); over != nil {
		u.bomb = true
		return 0, over
	}
	if err != nil {
		return n, u.explain(err)
	}
	if u.n > bombSize && u.n/bombRatio > u.raw.n {
		u.bomb = true
		return 0, fmt.Errorf("the %s data unpack to more than %d times their size: taken for a bomb", u.packing.name, bombRatio)
	}
	return n, nil
}

// explain says for people what is wrong with the data.
func (u *unpacker) explain(err error) error {
	switch {
	case err == io.EOF || u.raw.ctx.Err() != nil:
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the %s data end early: the file is cut short", u.packing.name)
	case errors.Is(err, gzip.ErrHeader) && u.n > 0:
		return errors.New("the gzip data are followed by something else")
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zstd.ErrCRCMismatch):
		return fmt.Errorf("the %s data are damaged: their checksum is wrong", u.packing.name)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("the zstd data need a window of more than %d MiB", maxWindow>>20)
	}
	return fmt.Errorf("the %s data are damaged: %w", u.packing.name, err)
}
