package reader

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sync/atomic"

	"wiretrace/internal/fault"
)

// headSize is how much of a file is looked at to tell its form, in bytes.
const headSize = 64 << 10

// A scan is one call of Scan.
type scan struct {
	ctx    context.Context
	o      *Options
	forms  []*form
	emit   func(*Record) error
	report func(Problem)

	sidecar sidecarUse

	// What one file no longer needs and the next can use.
	buffers   []*bufio.Reader
	unpackers map[string]resetter // by name of the packing
	block     []byte              // of windows
	scratch   []byte              // of files whose size is not known
}

// visit reads a file that a walk has found, unless the options leave it out. One that
// it panics over is a problem.
func (s *scan) visit(f file) error {
	err := fault.Guard(func() error {
		if s.leavesOut(f) {
			return nil
		}
		return s.open(f)
	})
	if fault.Is(err) {
		s.report(Problem{File: f.path, Reason: "not read: " + err.Error(), Fault: true})
		return nil
	}
	return err
}

// leavesOut reports whether Ignore or Visit leaves a file out, and counts it if Visit
// does.
func (s *scan) leavesOut(f file) bool {
	if f.path == "-" {
		return false
	}
	if s.o.Ignore != nil && s.o.Ignore(f.path) {
		return true
	}
	if len(s.o.Visit) == 0 || !s.o.opens(f, s.forms) {
		return false
	}
	info, err := os.Stat(f.path)
	if err != nil || !s.o.skips(f, info) {
		return false // what cannot be looked at cannot be opened either, which is told then
	}
	s.o.Progress.Skipped.Add(1)
	s.o.Progress.SkippedBytes.Add(info.Size())
	s.sidecar.leave(f.name)
	return true
}

// open opens one file and has it read.
func (s *scan) open(f file) error {
	pack, ending := endings(f.path)
	if s.o.Meta.is(f.path) {
		return nil
	}
	if !f.named {
		if asset(ending) || forPrograms(f.name) || ofCrawler(f.name) {
			return nil
		}
		if what := unreadable(ending); what != "" && claims(s.forms, ending) == nil {
			s.report(Problem{File: f.path, Reason: fmt.Sprintf("no reader for %s (%s)", ending, what)})
			return nil
		}
	}
	src := &source{scan: s, file: f, pack: pack, ending: ending, size: -1}
	if f.path == "-" {
		if s.o.Stdin == nil {
			src.problem(0, "there is no standard input")
			return nil
		}
		src.ending = ".jsonl"
		return src.read(s.o.Stdin)
	}
	in, err := openFile(s.ctx, f.path)
	if err != nil {
		src.problem(0, "%s", because(err))
		return s.ctx.Err()
	}
	defer in.Close()
	defer context.AfterFunc(s.ctx, func() { in.Close() })() // whoever waits for more of a pipe waits no longer
	if info, err := in.Stat(); err == nil && info.Mode().IsRegular() {
		src.size, src.at = info.Size(), in
	}
	return src.read(in)
}

// hasJSON reports whether a line of head begins as an object or a list does, or none has
// anything in it.
func hasJSON(head []byte) bool {
	empty := true
	for line := range bytes.Lines(head) {
		line = bytes.TrimSpace(bytes.TrimPrefix(line, bomUTF8))
		if len(line) > 0 && (line[0] == '{' || line[0] == '[') {
			return true
		}
		empty = empty && len(line) == 0
	}
	return empty
}

// openFile opens the file at path. A pipe has to be waited for until somebody opens
// its other end, which may be never: the wait ends with ctx.
func openFile(ctx context.Context, path string) (*os.File, error) {
	if info, err := os.Stat(path); err != nil || info.Mode().IsRegular() {
		return os.Open(path)
	}
	type opened struct {
		file *os.File
		err  error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		return o.file, o.err
	case <-ctx.Done():
		go func() { // it has no use any more, should it come
			if o := <-done; o.err == nil {
				o.file.Close()
			}
		}()
		return nil, ctx.Err()
	}
}

// A source is one file that is being read.
type source struct {
	*scan
	file     file
	pack     string        // ending that says how it is compressed
	ending   string        // ending that says what form it has
	size     int64         // bytes of the content, -1 if unknown
	r        *bufio.Reader // the content, decompressed
	at       io.ReaderAt   // the same, where it can be read from any place; nil where it cannot
	packed   *bufio.Reader // the content as it is compressed, and what decompresses it; nil if it is not
	unpacker *unpacker
	raw      *counter // what was read of the file
	inside   *archive // that the file lies in; nil if it lies in none
	made     []byte   // the table that was made of a workbook; nil of all else

	since1904 bool // the days of that table are counted from 1904
}

// read reads the file from r: it decompresses it, tells its form and splits it.
func (src *source) read(r io.Reader) error {
	if src.inside == nil {
		defer src.o.Progress.Files.Add(1)
	}
	content, done, err := src.content(r)
	if err != nil {
		src.problem(0, "%s", because(err))
		return src.ctx.Err()
	}
	defer done()
	src.r = content

	head, err := src.r.Peek(headSize)
	if len(head) == 0 && err != io.EOF {
		src.problem(0, "%s", because(err))
		return src.ctx.Err()
	}
	if src.file.path == "-" && src.inside == nil && printable(head) && !hasJSON(head) {
		src.problem(0, "standard input is read as JSON lines, and this is none: put a text into a file, or make a line of it with jq -Rs '{text: .}' -c")
		return src.ctx.Err()
	}
	f := formOf(src.forms, src.ending, src.file.named, head)
	if f == nil {
		src.problem(0, "%s", unknownForm(src.ending, head))
		return src.ctx.Err()
	}
	if f.archive && src.inside != nil {
		src.problem(0, "%s", nested)
		return src.ctx.Err()
	}
	if err := f.split(src); err != nil {
		return err
	}
	// When the context ends, reading fails like that of a damaged file, and
	// the split reports it as such; the caller of Scan learns the truth.
	return src.ctx.Err()
}

// content returns the content of the file that r reads, decompressed if it is
// compressed. done gives back what reading it took.
func (src *source) content(r io.Reader) (content *bufio.Reader, done func(), err error) {
	raw := &counter{ctx: src.ctx, r: r, total: &src.o.Progress.Bytes}
	if src.inside != nil {
		raw.total = new(atomic.Int64) // they were counted on the way in
	}
	src.raw = raw
	packed := src.buffer(raw)
	head, _ := packed.Peek(longestMagic)
	p := packingOf(head)
	if p == nil {
		if src.pack != "" && len(head) > 0 {
			src.release(packed)
			return nil, nil, fmt.Errorf("not compressed, or damaged: the name ends in %s, the content does not begin like it", src.pack)
		}
		return packed, func() { src.release(packed) }, nil
	}
	u, err := src.unpack(p, packed, raw)
	if err != nil {
		src.release(packed)
		return nil, nil, err
	}
	src.size, src.at = -1, nil
	src.packed, src.unpacker = packed, u
	if src.inside != nil {
		u.bound = &src.inside.used
	}
	content = src.buffer(u)
	return content, func() {
		src.release(content)
		src.unpacked(u)
		src.release(packed)
	}, nil
}

// again goes on behind damaged data of gzip with the next member, of which
// there are many where each record is one, and reports whether there is one.
func (src *source) again() bool {
	for src.unpacker != nil && src.unpacker.packing.name == "gzip" && !src.unpacker.bomb {
		b, err := src.packed.Peek(headSize)
		i := bytes.Index(b, []byte{0x1f, 0x8b, 0x08})
		if i < 0 && err != nil || src.ctx.Err() != nil {
			return false
		}
		if i < 0 {
			i = len(b) - 2
		}
		_, _ = src.packed.Discard(i)
		if b, _ = src.packed.Peek(4); len(b) == 4 && b[2] == 8 && b[3]&0xe0 == 0 && src.unpacker.z.Reset(src.packed) == nil {
			return true
		}
		_, _ = src.packed.Discard(1)
	}
	return false
}

// emit hands on a record of the form f.
func (src *source) emit(f *form, number int, data []byte) error {
	return src.emitKeyed(f, number, data, "")
}

// emitKeyed is emit for a record that stands under a key.
func (src *source) emitKeyed(f *form, number int, data []byte, key string) error {
	return src.hand(&Record{Number: number, Data: data, key: key, form: f})
}

// hand hands on a record, of which it sets what the file says.
func (src *source) hand(r *Record) error {
	if err := src.ctx.Err(); err != nil {
		return err
	}
	src.o.Progress.Records.Add(1)
	r.File, r.Name, r.within, r.o = src.file.path, src.file.name, src.within(), src.o
	if src.o.Meta != nil {
		r.meta = src.sidecar.find(r)
	}
	return src.scan.emit(r)
}

// within returns the path of the archive that the file lies in, if it lies in one.
func (src *source) within() string {
	if src.inside == nil {
		return ""
	}
	return src.inside.src.file.path
}

// problem reports a problem with record number, or with the whole file if it is 0.
func (src *source) problem(number int, format string, args ...any) {
	src.problemOf(Lost, number, format, args...)
}

// warn is problem for what is read all the same.
func (src *source) warn(number int, format string, args ...any) {
	src.problemOf(Warning, number, format, args...)
}

func (src *source) problemOf(kind Kind, number int, format string, args ...any) {
	if src.ctx.Err() != nil {
		return // it is the end of the scan that cut the file short
	}
	src.report(Problem{File: src.file.path, Record: numeral(number), Reason: fmt.Sprintf(format, args...), Within: src.within(), Kind: kind, Bound: haveLimit(args)})
}

// whole returns the file for reading at any place, and its size in bytes: from memory where it is a stream, of
// which the problems and ok are those of all.
func (src *source) whole() (at io.ReaderAt, size int64, ok bool) {
	if src.at != nil && src.size >= 0 {
		return src.at, src.size, true
	}
	data, ok := src.all()
	return bytes.NewReader(data), int64(len(data)), ok
}

// all reads the rest of the file into memory. It reports a file that is larger
// than a record may be, or damaged, as a problem, and returns ok false.
func (src *source) all() (data []byte, ok bool) {
	limit := src.o.MaxRecord
	if src.size >= 0 {
		data = make([]byte, 0, min(src.size, limit)+1) // one more, to see the end
	} else {
		data = src.scratch[:0]
		defer func() {
			if src.scratch = data[:0]; ok {
				data = bytes.Clone(data)
			}
		}()
	}
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := src.r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > limit:
			src.problem(0, "%s", tooLarge(limit))
			return data[:0], false
		case err == io.EOF:
			return data, true
		case err != nil:
			src.problem(0, "%s", because(err))
			return data[:0], false
		}
	}
}

// buffer returns a reader of r that can look headSize bytes ahead.
func (s *scan) buffer(r io.Reader) *bufio.Reader {
	n := len(s.buffers)
	if n == 0 {
		return bufio.NewReaderSize(r, headSize)
	}
	b := s.buffers[n-1]
	s.buffers = s.buffers[:n-1]
	b.Reset(r)
	return b
}

// release takes a buffer back.
func (s *scan) release(b *bufio.Reader) {
	b.Reset(nil)
	s.buffers = append(s.buffers, b)
}

// A limitError says that a record is larger than so many bytes, the limit that an option sets.
type limitError int64

func (e limitError) Error() string {
	if e >= 1<<20 && e%(1<<20) == 0 {
		return fmt.Sprintf("larger than %d MiB, the limit of a record", int64(e)>>20)
	}
	return fmt.Sprintf("larger than %d bytes, the limit of a record", int64(e))
}

// tooLarge says that a record is larger than limit bytes.
func tooLarge(limit int64) error { return limitError(limit) }

// haveLimit reports whether one of the values that a reason is made of is a limitError, or wraps one.
func haveLimit(args []any) bool {
	return slices.ContainsFunc(args, func(x any) bool {
		err, ok := x.(error)
		return ok && errors.As(err, new(limitError))
	})
}

// unknownForm says why a file of no known form is not read.
func unknownForm(ending string, head []byte) string {
	switch what := unreadable(ending); {
	case len(head) == 0:
		return "the file is empty"
	case what != "":
		return fmt.Sprintf("no reader for %s (%s)", ending, what)
	case looksMarkedUp(head):
		return "unknown form: neither text nor JSON, but mark-up"
	case !textual(head):
		return "unknown form: not text"
	}
	return fmt.Sprintf("unknown form (%s)", ending)
}

// A counter counts what is read from r, and stops when ctx ends.
type counter struct {
	ctx   context.Context
	r     io.Reader
	n     int64
	total interface{ Add(int64) int64 }
}

func (c *counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.total.Add(int64(n))
	return n, err
}

// startsWith reports whether b begins with any of the prefixes.
func startsWith(b []byte, prefixes ...[]byte) bool {
	for _, p := range prefixes {
		if bytes.HasPrefix(b, p) {
			return true
		}
	}
	return false
}
