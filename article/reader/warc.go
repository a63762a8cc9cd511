package reader

import (
	"bytes"
	"io"

	"github.com/zeebo/xxh3"

	"wiretrace/article"
)

// warcForm is a web archive, ISO 28500: the pages that a crawler fetched, each
// with what it was told when it fetched them. Common Crawl publishes the news
// in this form.
//
//	WARC/1.0\r\n
//	WARC-Type: response\r\n
//	WARC-Target-URI: https://example.com/a\r\n
//	Content-Type: application/http; msgtype=response\r\n
//	Content-Length: 1234\r\n
//	\r\n
//	1234 bytes, the block: the server's answer as it came
//	\r\n\r\n
//
// Usually each record is a gzip member of its own, which makes no difference
// here. Pages and plain texts are read: those of responses with status 200, of
// resources and of conversions (the text that Common Crawl made of pages).
// Requests, metadata, answers that are no page, and pages that are the same as
// an earlier one (revisits) are passed over, as a walk does with pictures.
//
// The simpler road, not taken, is a library: nlnwa/gowarc or CorentinB/warc.
// This one believes no length, finds the next record behind a damaged one, and
// needs no more than the window that the other forms are read through.
func warcForm() *form {
	f := &form{
		name:    "a web archive",
		endings: []string{".warc", ".wet"},
		sniff:   func(head []byte) bool { return bytes.HasPrefix(head, []byte(warcMark)) },
		parse:   parseWARC,
	}
	f.split = func(src *source) error {
		s := &warcSplitter{form: f, src: src, w: newWindow(src.r, src.block, src.o.MaxRecord)}
		s.page, s.text = claims(src.forms, ".html")[0], claims(src.forms, ".txt")[0]
		defer func() { src.block = s.w.rest() }()
		return s.split()
	}
	return f
}

const (
	warcMark = "WARC/"
	// warcHeadSize bounds the head of a record, in bytes; those of crawlers
	// have a thousand.
	warcHeadSize = 64 << 10
)

// A warcSplitter cuts a web archive into records. The number of a record is
// its place among all records of the file, of whatever type.
type warcSplitter struct {
	form   *form
	page   *form // for pages
	text   *form // for plain texts
	src    *source
	w      *window
	number int
	over   bool            // nothing more can be read
	seen   map[uint64]bool // captures, by hash
}

// A warcAround is what the block of a record does not say itself.
type warcAround struct {
	http     bool // the block is an answer of HTTP
	inner    *form
	language string
}

func (s *warcSplitter) split() error {
	for !s.over {
		if !s.w.space() {
			switch {
			case s.w.err != io.EOF:
				s.number++
				s.end()
				continue
			case s.number == 0:
				s.src.problem(0, "the file is empty")
			}
			return nil
		}
		s.number++
		s.w.fill(len(warcMark))
		if !bytes.HasPrefix(s.w.bytes(), []byte(warcMark)) {
			s.src.problem(s.number, "%q does not stand where a record of the web archive should begin", warcMark)
			s.resync(0)
			continue
		}
		head, size, ok := s.head()
		switch {
		case !ok && s.w.err != nil:
			s.end()
			continue
		case !ok:
			s.src.problem(s.number, "the record's head does not end within %d bytes", warcHeadSize)
			s.resync(len(warcMark))
			continue
		case head.length < 0:
			s.src.problem(s.number, "the record has no valid Content-Length")
			s.resync(size)
			continue
		}
		// The head's slices are good until the window moves.
		record := s.record(&head)
		s.w.take(size)
		block, ok := s.block(head.length, record != nil)
		if !ok || record == nil {
			continue
		}
		record.Number, record.Data = s.number, block
		if err := s.hand(record); err != nil {
			return err
		}
	}
	return nil
}

// hand hands on a record that holds an article, unless the same was handed on.
func (s *warcSplitter) hand(record *Record) error {
	if a := record.around.(*warcAround); a.http && !s.wanted(record, a) || s.again(record) {
		return nil
	}
	return s.src.hand(record)
}

// end reports that the file ends, or breaks, within a record. Where a later
// member of gzip can be read, it goes on with that.
func (s *warcSplitter) end() {
	s.w.start = s.w.end
	if s.w.err == io.EOF {
		s.src.problem(s.number, "the file ends within the record: it is cut short")
		return
	}
	s.src.problem(s.number, "%s", because(s.w.err))
	if s.over = !s.src.again(); !s.over {
		s.w.err = nil
		s.resync(0)
	}
}

// record returns the record for a head, without its block, or nil if there is
// no article to be expected.
func (s *warcSplitter) record(head *warcHead) *Record {
	a := &warcAround{}
	uri := string(head.uri)
	switch string(bytes.ToLower(head.kind)) {
	case "response":
		if !mediaIs(head.media, "application/http") || !isURL(uri) {
			return nil // of another protocol
		}
		a.http = true
	case "resource", "conversion":
		// What crawlers keep beside pages has addresses that are not of the web:
		// metadata://gnu.org/software/wget/warc/wget.log, urn:X-wpull:log,
		// urn:pageinfo:https://example.com/a, urn:text:https://example.com/a.
		if uri != "" && !isURL(uri) {
			return nil
		}
		if a.inner = s.inner(head.media, uri); a.inner == nil {
			return nil
		}
		a.language = languageCode(string(head.language))
	default:
		return nil
	}
	r := &Record{form: s.form, around: a}
	if isURL(uri) {
		r.url = article.OriginalAddress(uri)
	}
	return r
}

// inner returns the form of content of a media type, nil if it is not read.
func (s *warcSplitter) inner(media []byte, uri string) *form {
	switch {
	case forPrograms(uri):
	case mediaIs(media, "text/html"), mediaIs(media, "application/xhtml+xml"):
		return s.page
	case mediaIs(media, "text/plain"):
		return s.text
	}
	return nil
}

// wanted reports whether an answer holds an article, and notes its form.
func (s *warcSplitter) wanted(r *Record, a *warcAround) bool {
	status, media := answer(r.Data)
	switch status {
	case 0:
		s.src.problem(s.number, "the answer of the server has no head")
	case 200:
		a.inner = s.inner(media, r.url)
	}
	return a.inner != nil
}

// mostCaptures bounds the captures of one archive that are remembered. The
// hashes of so many take some 40 MiB.
const mostCaptures = 1 << 20

// again reports whether the archive held the same answer at the same address
// before, as archives do that were put together from others. Where a crawler
// notices it writes a revisit.
func (s *warcSplitter) again(r *Record) bool {
	if r.url == "" {
		return false
	}
	body := r.Data
	if r.around.(*warcAround).http {
		body = body[max(0, headEnd(body)):]
	}
	key := xxh3.HashSeed(body, xxh3.HashString(r.url))
	if s.seen[key] {
		return true
	}
	if s.seen == nil {
		s.seen = make(map[uint64]bool)
	}
	if len(s.seen) < mostCaptures {
		s.seen[key] = true
	}
	return false
}

// block hands out the block of a record of length bytes. It returns ok false
// if it cannot, or if wanted is false and nobody asked for it; what is wrong
// has been reported.
//
// The length is not believed: behind the block the next record must stand. If
// none does, the block ends before the next that can be found.
func (s *warcSplitter) block(length int64, wanted bool) (block []byte, ok bool) {
	if length > s.w.max && !wanted {
		s.pass(length)
		return nil, false
	}
	n := int(min(length, s.w.max+1))
	s.w.fill(n)
	for int64(n) == length && len(s.w.bytes()) >= n {
		behind := s.w.bytes()[n:]
		next, sure := follows(behind)
		if next || sure && bytes.HasPrefix(behind, []byte("\r\n\r\n")) || s.w.err != nil && len(bytes.TrimSpace(behind)) == 0 {
			return s.w.take(n), wanted
		}
		if sure || s.w.err != nil || len(behind) > warcHeadSize {
			break
		}
		s.w.more()
	}
	end := nextRecord(s.w.bytes())
	for seen := 0; end < 0 && int64(len(s.w.bytes())) <= s.w.max && s.w.more(); {
		if end = nextRecord(s.w.bytes()[seen:]); end >= 0 {
			end += seen
		}
		seen = max(0, len(s.w.bytes())-longestNext)
	}
	switch {
	case int64(end) > s.w.max || end < 0 && int64(n) < length && int64(len(s.w.bytes())) > s.w.max:
		s.src.problem(s.number, "%s", tooLarge(s.w.max))
		s.pass(length)
		return nil, false
	case end < 0 && (s.w.err == nil || len(s.w.bytes()) > n):
		s.src.problem(s.number, "the record is longer than it says, and none follows")
		s.resync(n)
		return nil, false
	case end < 0:
		s.end()
		return nil, false
	}
	block = bytes.TrimSuffix(s.w.take(end), []byte("\r\n\r\n"))
	s.src.warn(s.number, "the record has %d bytes, not %d as it says; it is read up to the next", len(block), length)
	return block, wanted
}

// pass goes past the block of a record that is not read, but not past the next
// record, which a length that lies would swallow.
func (s *warcSplitter) pass(length int64) {
	for length > 0 {
		b := s.w.bytes()
		if end := nextRecord(b); end >= 0 && int64(end) < length {
			s.w.start += end
			s.src.problem(s.number, "the record is shorter than it says")
			return
		}
		if int64(len(b)) >= length {
			s.w.start += int(length)
			return
		}
		// The mark of the next record may lie across two pieces.
		n := max(0, len(b)-longestNext)
		s.w.start += n
		length -= int64(n)
		if !s.w.more() {
			s.end()
			return
		}
	}
}

// resync passes over n bytes and what stands before the next record.
func (s *warcSplitter) resync(n int) {
	s.w.start += min(n, len(s.w.bytes()))
	s.w.fill(longestNext)
	if next, _ := follows(s.w.bytes()); next {
		return
	}
	for {
		b := s.w.bytes()
		if end := nextRecord(b); end >= 0 {
			s.w.start += end
			return
		}
		s.w.take(max(0, len(b)-longestNext))
		if !s.w.more() {
			s.w.start = s.w.end
			return
		}
	}
}

// longestNext is how much of the next record is looked at to know it, in bytes.
const longestNext = len("\r\n\r\nWARC/1.1\r\n")

// nextRecord returns where in b the next record begins behind an end of line,
// -1 if none does.
func nextRecord(b []byte) int {
	for from := 0; ; {
		i := bytes.Index(b[from:], []byte("\nWARC/"))
		if i < 0 {
			return -1
		}
		from += i + 1
		if next, _ := follows(b[from-1:]); next {
			return from
		}
	}
}

// follows reports whether b, which stands behind a block, is the beginning of
// another record. It is not sure if b is too short to tell.
func follows(b []byte) (next, sure bool) {
	b = bytes.TrimLeft(b, "\r\n")
	if len(b) < len("WARC/1.1\r") {
		return false, len(b) > 0 && !bytes.HasPrefix([]byte(warcMark), b[:min(len(b), len(warcMark))])
	}
	return bytes.HasPrefix(b, []byte(warcMark)) && isDigit(b[5]) && b[6] == '.' && isDigit(b[7]) && (b[8] == '\r' || b[8] == '\n'), true
}

// parseWARC reads the article of a record.
func parseWARC(r *Record) ([]article.Article, []Problem) {
	a := r.around.(*warcAround)
	inner, o := *r, *r.o
	inner.form, inner.around, inner.o = a.inner, nil, &o
	if a.http {
		body, charset, err := payload(r.Data, r.o.MaxRecord)
		if err != nil {
			return nil, []Problem{r.problem("%s", err)}
		}
		inner.Data = body
		if charset != "" {
			o.Charset = charset
		}
	}
	if len(bytes.TrimSpace(inner.Data)) == 0 {
		return nil, []Problem{r.problem("the answer is empty")}
	}
	if a.inner.page && isPiece(inner.Data) {
		return nil, []Problem{r.problem("no article: the answer is a piece of a page, such as readers' comments")}
	}
	articles, problems := a.inner.parse(&inner)
	for i := range articles {
		if articles[i].Language == "" {
			articles[i].Language = a.language
		}
	}
	return articles, problems
}
