package report

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// chunk is how many bytes gather before a file is written to.
const chunk = 256 << 10

// A file is one file of a report while it is written. Its first error stays.
type file struct {
	f          *os.File             // nil if rows go to put
	put        func(b []byte) error // takes what is written, in a report in pieces
	compressor *zstd.Encoder        // what is written goes through it; nil if the file is not compressed
	err        error
}

func createFile(dir, name string) (*file, error) {
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	return &file{f: f}, nil
}

// createCompressed creates the file that compressedName names if o asks for
// compression, and the plain file else.
func createCompressed(dir, name string, o *Options) (*file, error) {
	f, err := createFile(dir, o.compressedName(name))
	if err != nil || o.Compress == NoCompression {
		return f, err
	}
	// One encoder whatever the number of threads: the bytes are the same anyway, but
	// the time of the run is then that of the threads it was given.
	if f.compressor, err = zstd.NewWriter(f.f, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest)); err != nil {
		f.discard()
		return nil, err
	}
	return f, nil
}

// drain writes b once a chunk has gathered, and returns what is left of it:
// b itself, or its emptied memory. After an error it throws b away.
func (f *file) drain(b []byte) []byte {
	if len(b) < chunk {
		return b
	}
	f.write(b)
	if cap(b) > 16*chunk { // the article was a huge one
		return nil
	}
	return b[:0]
}

func (f *file) write(b []byte) {
	if f.err != nil || len(b) == 0 {
		return
	}
	switch {
	case f.put != nil:
		f.err = f.put(b)
	case f.compressor != nil:
		_, f.err = f.compressor.Write(b)
	default:
		_, f.err = f.f.Write(b)
	}
}

// append adds what the file at path holds.
func (f *file) append(path string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	if f.err == nil {
		_, f.err = io.Copy(f.f, from)
	}
	return f.err
}

// finish writes the rest, sees to it that the file is on the disk and closes
// it.
func (f *file) finish(rest []byte) error {
	f.write(rest)
	if f.put != nil {
		return f.err
	}
	if f.compressor != nil && f.err == nil {
		f.err = f.compressor.Close()
	}
	if f.err != nil {
		f.discard()
		return f.err
	}
	return errors.Join(f.f.Sync(), f.f.Close())
}

// discard closes a file that is about to be removed.
func (f *file) discard() { _ = f.f.Close() }

// A table is a CSV file.
type table struct {
	*file
	csvRow
}

func createTable(dir, name string, o *Options, header columns) (*table, error) {
	create := createFile
	if name == passagesFile {
		create = func(dir, name string) (*file, error) { return createCompressed(dir, name, o) }
	}
	f, err := create(dir, name)
	if err != nil {
		return nil, err
	}
	t := newTable(f, o)
	if !o.NoBOM {
		t.b = append(t.b, mark...)
	}
	for _, column := range header {
		t.Text("", column)
	}
	t.end()
	return t, nil
}

// newTable returns a table without a header.
func newTable(f *file, o *Options) *table {
	t := &table{file: f}
	t.separator, t.objects = o.Separator, o.ObjectsName()
	return t
}

// end ends the row.
func (t *table) end() error {
	t.csvRow.end()
	t.b = t.drain(t.b)
	return t.err
}

// mark is the byte order mark in UTF-8, by which Excel knows the encoding.
const mark = "\uFEFF"

// lines is a file of JSON lines.
type lines struct {
	*file
	object
}

func createLines(dir, name string, o *Options) (*lines, error) {
	f, err := createCompressed(dir, name, o)
	if err != nil {
		return nil, err
	}
	return &lines{file: f}, nil
}

// end ends the line.
func (l *lines) end() error {
	l.b = append(l.b, '\n')
	l.b = l.drain(l.b)
	return l.err
}
