package reader

import (
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"

	"wiretrace/article/reader/internal/zipdir"
)

// zipForm is a folder as zip puts it into one file.
func zipForm() *form {
	f := &form{
		name:    "a zip archive",
		endings: []string{".zip", ".wacz"},
		sniff: func(head []byte) bool {
			return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
		},
		archive: true,
	}
	f.split = func(src *source) error {
		if src.at == nil || src.size < 0 {
			src.problem(0, "a zip archive is read from a file only: it can be neither a pipe nor compressed once more")
			return nil
		}
		a := newArchive(f, src, func() int64 { return src.size })
		d, err := zipdir.Open(src.at, src.size)
		if err != nil {
			return a.end(err)
		}
		u := unzipper{src: src}
		for {
			file, err := d.Next()
			if err != nil || a.used.over {
				return a.end(err)
			}
			if file.Link || src.ending == ".wacz" && !strings.HasPrefix(file.Name, "archive/") { // WACZ 1.1: lists and logs of the crawl
				continue
			}
			if err := a.file(file.Name, func() (io.Reader, error) { return u.open(d, &file) }); err != nil {
				return err
			}
		}
	}
	return f
}

// An unzipper decompresses the files of a zip archive, one at a time.
type unzipper struct {
	src     *source
	inflate io.ReadCloser
	zstd    *zstd.Decoder
}

// The ways of compression that are read, APPNOTE.TXT 4.4.5.
const (
	zipStored  = 0
	zipDeflate = 8
	zipBzip2   = 12
	zipZstdOld = 20
	zipZstd    = 93
)

// open returns the content of a file. That of the file before is of no use
// from then on.
func (u *unzipper) open(d *zipdir.Directory, f *zipdir.File) (io.Reader, error) {
	if f.Encrypted {
		return nil, errors.New("the file is encrypted")
	}
	packed, err := d.Data(f)
	if err != nil {
		return nil, err
	}
	var r io.Reader = &counter{ctx: u.src.ctx, r: packed, total: &u.src.o.Progress.Bytes}
	switch f.Method {
	case zipStored:
	case zipDeflate:
		if u.inflate == nil {
			u.inflate = flate.NewReader(r)
		} else if err := u.inflate.(flate.Resetter).Reset(r, nil); err != nil {
			return nil, err
		}
		r = u.inflate
	case zipBzip2:
		r = bzip2.NewReader(r)
	case zipZstd, zipZstdOld:
		if u.zstd == nil {
			u.zstd, err = zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		} else {
			err = u.zstd.Reset(r)
		}
		if err != nil {
			return nil, fmt.Errorf("the data are damaged: %w", err)
		}
		r = u.zstd
	default:
		return nil, fmt.Errorf("compressed in a way that is not read (method %d of zip)", f.Method)
	}
	return &checked{r: r, sum: crc32.NewIEEE(), want: f.Sum}, nil
}

// A checked compares the checksum of what it reads at the end, and explains
// errors.
type checked struct {
	r    io.Reader
	sum  hash.Hash32
	want uint32
}

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.sum.Write(p[:n])
	switch {
	case err == io.EOF && c.sum.Sum32() != c.want:
		return n, errors.New("the data are damaged: their checksum is wrong")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return n, errors.New("the data end early")
	case err != nil && err != io.EOF:
		return n, fmt.Errorf("the data are damaged: %w", err)
	}
	return n, err
}
