package reader

import (
	"regexp"
	"strings"
)

// Collections that were made of crawls keep the time of the crawl under a key that elsewhere is the day of publication:
//
//	{"text": "...", "url": "...", "timestamp": "2019-04-25T12:57:54Z"}                                                C4
//	{"text": "...", "url": "...", "dump": "CC-MAIN-2024-38", "date": "2024-09-03T10:11:12Z", "file_path": "s3://..."}     FineWeb
//	{"text": "...", "archive": "http://web.archive.org/web/20160801000000id_/...", "date": "20160801000000"}            Newsroom

// isCrawlKey reports whether a key is one by which such a collection is known.
func isCrawlKey(key []byte) bool { return oneOf(string(key), "dump", "archive", "archive_url") }

// stampInAddress is the time of a capture in the address of an archive.
var stampInAddress = regexp.MustCompile(`/((?:19|20)\d{12})(?:[a-z]{2}_)?/`)

// crawled notes what the value of such a key says of the crawl: that a date is its time, or which it was.
func (fs *fields) crawled(key []byte, v string) {
	if string(key) == "dump" {
		fs.crawl = fs.crawl || strings.HasPrefix(v, "CC-MAIN-")
	} else if m := stampInAddress.FindStringSubmatch(v); m != nil && isURL(v) {
		fs.captured = m[1]
	}
}

// isCrawlTime reports whether the date that the record with this data gave is the time of the crawl.
func (fs *fields) isCrawlTime(data []byte) bool {
	const stamp = "20060102150405"
	key, ok := strings.CutPrefix(fs.date.Source, "field ")
	switch {
	case !ok:
		return false
	case fs.crawl:
		return oneOf(key, "date", "timestamp")
	case fs.captured != "":
		return fs.date.When.Format(stamp) == fs.captured
	case key != "timestamp" || len(fs.addresses) == 0:
		return false
	}
	only := true
	s := &scanner{b: data}
	s.next()
	s.object(func(key []byte) bool {
		only = only && oneOf(string(key), "text", "url", "timestamp")
		return only && s.skip(1)
	})
	return only
}

// listsStrings reports whether the array at s begins with a string.
func (s *scanner) listsStrings() bool {
	ahead := &scanner{b: s.b, i: s.i + 1}
	return ahead.next() == '"'
}
