package reader

import (
	"bytes"
	"strconv"
)

// A warcHead is what the head of a record says of its block.
type warcHead struct {
	kind     []byte // response, resource, conversion, ...
	uri      []byte
	media    []byte // of the block
	language []byte // of a conversion, as Common Crawl tells it: eng,fra
	length   int64  // of the block in bytes; -1 if not said
}

// head reads the head of the record that stands next, of size bytes with the
// empty line behind it. ok is false if it does not end.
func (s *warcSplitter) head() (head warcHead, size int, ok bool) {
	for seen := 0; ; {
		b := s.w.bytes()
		if size = headEnd(b[seen:]); size >= 0 {
			size += seen
			break
		}
		if seen = max(0, len(b)-3); len(b) > warcHeadSize || !s.w.more() {
			return head, 0, false
		}
	}
	head.length = -1
	headLines(s.w.bytes()[:size], func(name, value []byte) {
		switch {
		case bytes.EqualFold(name, []byte("content-length")):
			if n, err := strconv.ParseInt(string(value), 10, 64); err == nil && n >= 0 {
				head.length = n
			}
		case bytes.EqualFold(name, []byte("warc-type")):
			head.kind = value
		case bytes.EqualFold(name, []byte("warc-target-uri")):
			head.uri = bytes.Trim(value, "<>") // as version 1.0 had it by mistake
		case bytes.EqualFold(name, []byte("content-type")):
			head.media = value
		case bytes.EqualFold(name, []byte("warc-identified-content-language")):
			head.language, _, _ = bytes.Cut(value, []byte(","))
		}
	})
	return head, size, true
}

// headEnd returns the length of a head, with the empty line that ends it; -1 if
// b does not hold its end.
func headEnd(b []byte) int {
	for from := 0; ; {
		i := bytes.IndexByte(b[from:], '\n')
		if i < 0 {
			return -1
		}
		from += i + 1
		switch {
		case from < len(b) && b[from] == '\n':
			return from + 1
		case from+1 < len(b) && b[from] == '\r' && b[from+1] == '\n':
			return from + 2
		}
	}
}

// headLines calls visit for each line of a head but the first, which is of
// another kind. A line that goes on in the next is taken for what stands in
// its first.
func headLines(head []byte, visit func(name, value []byte)) {
	_, head, _ = bytes.Cut(head, []byte("\n"))
	for len(head) > 0 {
		var line []byte
		line, head, _ = bytes.Cut(head, []byte("\n"))
		if len(line) == 0 || line[0] == ' ' || line[0] == '\t' {
			continue
		}
		if name, value, ok := bytes.Cut(line, []byte(":")); ok {
			visit(bytes.TrimSpace(name), bytes.TrimSpace(value))
		}
	}
}

// mediaIs reports whether a Content-Type is of the media type given, in lower
// case and without parameters.
func mediaIs(media []byte, want string) bool {
	kind, _, _ := bytes.Cut(media, []byte(";"))
	return bytes.EqualFold(bytes.TrimSpace(kind), []byte(want))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
