package reader

import (
	"bytes"
	"io"
)

const (
	// blockSize is the memory that a window asks for at a time, in bytes.
	blockSize = 1 << 20
	// leastRoom is the room in a block below which it is not read into.
	leastRoom = 16 << 10
)

// A window is a view of a stream that moves forward only, and cuts records out
// of it without copying them: what it has handed out stays as it is, and where
// a block of memory is full it goes on in a new one. So a record costs no
// allocation, and a block is freed with the last of its records.
type window struct {
	r          io.Reader
	block      []byte
	start, end int   // what has been read and not yet handed out
	err        error // why no more can be read; io.EOF at the end
	max        int64 // largest record, in bytes
}

// newWindow returns a window on r. It uses block first, which nobody else may
// hold: what rest of an earlier window returned, or nothing.
func newWindow(r io.Reader, block []byte, limit int64) *window {
	return &window{r: r, block: block, max: limit}
}

// rest returns the memory that the window has not used, for another one, so
// that many small files share a block.
func (w *window) rest() []byte { return w.block[w.end:] }

// bytes returns what can be seen without reading on.
func (w *window) bytes() []byte { return w.block[w.start:w.end] }

// more reads on, and reports whether it could see more.
func (w *window) more() bool {
	if w.err != nil {
		return false
	}
	if len(w.block)-w.end < leastRoom {
		// What is not yet handed out moves on to the new block.
		block := make([]byte, max(blockSize, 2*(w.end-w.start)))
		copy(block, w.bytes())
		w.block, w.start, w.end = block, 0, w.end-w.start
	}
	for range 100 {
		n, err := w.r.Read(w.block[w.end:])
		w.end += n
		w.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	w.err = io.ErrNoProgress
	return false
}

// fill reads on until n bytes can be seen or the stream ends.
func (w *window) fill(n int) {
	for w.end-w.start < n && w.more() {
		continue
	}
}

// take hands out the next n bytes, which must have been seen. They cannot be
// appended to, as what follows them in memory is the next record.
func (w *window) take(n int) []byte {
	b := w.block[w.start : w.start+n : w.start+n]
	w.start += n
	return b
}

// A state says what line or value found.
type state uint8

const (
	whole state = iota // a record
	large              // a record larger than may be, which was passed over
	cut                // the part of a record that stood before the stream ended or broke
	over               // nothing: the stream has ended or broken
)

// line hands out the next line, without its end. What stands behind the last
// end of line is a line too, unless the stream broke.
func (w *window) line() ([]byte, state) {
	seen, passed := 0, false
	for {
		if i := bytes.IndexByte(w.block[w.start+seen:w.end], '\n'); i >= 0 {
			line := w.take(seen + i)
			w.start++
			if passed || int64(len(line)) > w.max {
				return nil, large
			}
			return line, whole
		}
		seen = w.end - w.start
		if int64(seen) > w.max {
			passed, w.start, seen = true, w.end, 0
		}
		if w.more() {
			continue
		}
		line := w.take(seen)
		switch {
		case passed:
			return nil, large
		case len(line) == 0:
			return nil, over
		case w.err != io.EOF:
			return line, cut
		}
		return line, whole
	}
}

// value hands out the JSON object or array that stands next, up to the bracket
// that closes it. ended says that the stream ended or broke before that.
func (w *window) value() (value []byte, st state, ended bool) {
	var n nesting
	seen, passed := 0, false
	for {
		used, closed := n.scan(w.block[w.start+seen : w.end])
		seen += used
		if int64(seen) > w.max {
			passed, w.start, seen = true, w.start+seen, 0
		}
		if !closed && w.more() {
			continue
		}
		value = w.take(seen)
		switch {
		case passed:
			return nil, large, !closed
		case !closed:
			return value, cut, true
		}
		return value, whole, false
	}
}

// space passes over white space and reports whether anything follows it.
func (w *window) space() bool {
	for {
		for ; w.start < w.end; w.start++ {
			if !isSpace(w.block[w.start]) {
				return true
			}
		}
		if !w.more() {
			return false
		}
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// A nesting follows how deep brackets are nested in JSON that comes in pieces.
// It looks at brackets and strings only and takes what stands between them on
// trust: parsing tells what is wrong with it.
type nesting struct {
	depth   int
	quoted  bool // inside a string
	escaped bool // inside a string, the next byte is escaped
}

// scan reads a piece and returns how much of it belongs to the value: all,
// unless it is closed in it.
func (n *nesting) scan(b []byte) (used int, closed bool) {
	i := 0
	for i < len(b) {
		if n.quoted {
			i += n.text(b[i:])
			continue
		}
		switch b[i] {
		case '"':
			n.quoted = true
		case '{', '[':
			n.depth++
		case '}', ']':
			n.depth--
			if n.depth <= 0 {
				return i + 1, true
			}
		}
		i++
	}
	return i, false
}

// text reads on inside a string and returns how many bytes of it, with the
// closing mark.
func (n *nesting) text(b []byte) int {
	i := 0
	if n.escaped {
		n.escaped, i = false, 1
	}
	for {
		q := bytes.IndexByte(b[i:], '"')
		stretch := b[i:]
		if q >= 0 {
			stretch = b[i : i+q]
		}
		// The mark is part of the string if an odd number of backslashes
		// stands before it. They cannot reach back beyond i, where no escape
		// is open.
		slashes := 0
		for slashes < len(stretch) && stretch[len(stretch)-1-slashes] == '\\' {
			slashes++
		}
		i += len(stretch)
		switch {
		case q < 0:
			n.escaped = slashes&1 == 1
			return i
		case slashes&1 == 0:
			n.quoted = false
			return i + 1
		}
		i++
	}
}
