package reader

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// stream reads content as one file of a name, of which nothing is ever on disk.
func stream(t testing.TB, name string, r io.Reader, o Options, record func(*Record)) (problems []string) {
	if o.MaxRecord == 0 {
		o.MaxRecord = DefaultMaxRecord
	}
	o.Progress = new(Progress)
	s := &scan{ctx: t.Context(), o: &o, forms: forms()}
	s.emit = func(r *Record) error {
		record(r)
		return nil
	}
	s.report = func(p Problem) { problems = append(problems, p.String()) }
	src := &source{scan: s, file: file{path: name, name: name, named: true}, size: -1}
	src.pack, src.ending = endings(name)
	require.NoError(t, src.read(r))
	return problems
}

// TestHostileStreams reads files of 24 MB, made to be held in memory or to be
// gone through again and again. None may take more than some records of the
// largest size, which is a quarter of a mebibyte here.
func TestHostileStreams(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a gigabyte")
	}
	// Garbage is no memory that anything holds: how much of it lies about depends on
	// the number of cores.
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	const size = 24 << 20
	page := warcAnswer(1, "", strings.Repeat("Text of a page. ", 2000))
	for _, tt := range []struct{ name, file, begin, repeat, end string }{
		{"web archive", "a.warc", "", page, ""},
		{"web archive without an end of its head", "a.warc", "WARC/1.0\r\n", "a: b\r\n", ""},
		{"web archive of lengths that lie", "a.warc", "", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nlonger than seven\r\n\r\n", ""},
		{"web archive of one record", "a.warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 9999999999\r\n\r\n", "Text.\r\n\r\n", ""},
		{"web archive of nothing", "a.warc", "WARC/1.0\r\nContent-Length: 0\r\n\r\n", "\r\n", ""},
		{"web archive of marks", "a.warc", "", "WARC/1.0\r\n\r\n", ""},
		{"export", "a.txt", "", "1 of 2 DOCUMENTS\n\nThe Example\n\nMarch 12, 2025\n\nA title\n\nLENGTH: 3 words\n\nA short text.\n\n", ""},
		{"export of one document", "a.txt", "1 of 2 DOCUMENTS\n\nLENGTH: 3 words\n\n", "A short text.\n\n", ""},
		{"export of one line", "a.txt", "1 of 2 DOCUMENTS\n\nLENGTH: 3 words\n\n", "text ", ""},
		{"rich text of an export", "a.rtf", `{\rtf1 `, `A title\par The Example\par March 12, 2025\par Length: 3 words\par Body\par A text.\par End of Document\par `, ""},
		{"rich text of one picture", "a.rtf", `{\rtf1 A text.\par{\pict `, "89504e47", ""},
		{"rich text of one paragraph", "a.rtf", `{\rtf1 `, "text ", ""},
		{"table", "a.csv", "title,text\n", "A title,\"Some text, of a row.\"\n", ""},
		{"table of marks", "a.csv", "title,text\n", "\"", ""},
		{"table of one row", "a.csv", "title,text\n", "a,", ""},
		{"table without a header", "a.csv", "", "x", ""},
		{"tabs of marks", "a.tsv", "title\ttext\n", "\"x\t\n", ""},
		{"feed", "a.rss", "<rss><channel>", "<item><title>A title</title><description>" + strings.Repeat("One word and another. ", 50) + "</description></item>", ""},
		{"feed of one item", "a.rss", "<rss><channel><item>", "<p>Text</p>", ""},
		{"feed of open tags", "a.rss", "<rss><channel>", "<a>", ""},
		{"feed of open items", "a.rss", "<rss><channel>", "<item>", ""},
		{"feed of an open comment", "a.rss", "<rss><channel><!--", "-", ""},
		{"feed of an open CDATA", "a.rss", "<rss><channel><item><title><![CDATA[", "]", ""},
		{"feed of an open tag", "a.rss", "<rss><channel><a ", "b='<' ", ""},
		{"feed of an open value", "a.rss", "<rss><channel><a b='", "\" ", ""},
		{"feed of closing tags", "a.rss", "<rss><channel>", "</rss>", ""},
		{"feed of brackets", "a.rss", "<rss><channel>", "<", ""},
		{"declarations", "a.rss", "<!DOCTYPE rss [", "<!ENTITY a '&b;'>", ""},
		{"lines", "a.jsonl", "", `{"text": "Text."}` + "\n", ""},
		{"lines of brackets", "a.jsonl", `{"text": `, "[", ""},
		{"text", "a.txt", "", "Text. ", ""},
		{"tar of a file", "a.tar", tarred(t, member{"a.txt", "Text."})[:1024], "Text. ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			input := func(size int64) io.Reader {
				return io.MultiReader(strings.NewReader(tt.begin), io.LimitReader(repeating(tt.repeat), size), strings.NewReader(tt.end))
			}
			// What is loaded when the first record of a kind comes is no record's.
			stream(t, tt.file, input(size>>9), Options{MaxRecord: 256 << 10}, func(*Record) {})
			in := input(size)
			var before, m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			most, n, reported := uint64(0), 0, 0
			look := func() {
				if n++; n%2000 == 0 {
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapInuse)
				}
			}
			problems := stream(t, tt.file, in, Options{MaxRecord: 256 << 10}, func(*Record) { look() })
			reported = len(problems)
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse) - min(most, before.HeapInuse)
			if reported < 1000 { // the test itself holds them
				require.Less(t, most, uint64(16<<20), fmt.Sprint("memory for ", n, " records"))
			}
			if tt.name != "feed of closing tags" { // which is empty
				require.NotZero(t, n+reported, "nothing is lost without a word")
			}
		})
	}
}

func FuzzPayload(f *testing.F) {
	f.Add([]byte("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(gz(f, "Text."))))
	f.Add([]byte("HTTP/1.1 200 OK\nContent-Encoding: br, deflate, zstd\n\nx"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if status, _ := answer(data); status == 0 {
			return
		}
		body, _, err := payload(data, 10_000)
		require.True(t, err != nil || len(body) <= max(10_000, len(data)))
	})
}
