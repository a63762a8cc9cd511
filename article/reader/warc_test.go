package reader

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
	"github.com/stretchr/testify/require"
)

// warcRecord writes a record of a web archive; head holds further lines of its
// head, which may replace its length.
func warcRecord(kind, uri, head, block string) string {
	length := fmt.Sprintf("Content-Length: %d\r\n", len(block))
	if strings.Contains(head, "Content-Length") {
		length = ""
	}
	return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Record-ID: <urn:uuid:6d1f3c1e-0000-4000-8000-000000000000>\r\nWARC-Date: 2024-08-19T01:02:03Z\r\nWARC-Target-URI: " + uri + "\r\n" +
		head + length + "\r\n" + block + "\r\n\r\n"
}

// warcAnswer writes a response record with a text.
func warcAnswer(n int, head, body string) string {
	if !strings.Contains(head, "Content-Type") {
		head += "Content-Type: text/plain; charset=utf-8\r\n"
	}
	return warcRecord("response", fmt.Sprintf("https://example.com/%d", n), "Content-Type: application/http; msgtype=response\r\n",
		"HTTP/1.1 200 OK\r\nDate: Mon, 19 Aug 2024 01:02:03 GMT\r\n"+head+"\r\n"+body)
}

func TestWARC(t *testing.T) {
	info := warcRecord("warcinfo", "x", "Content-Type: application/warc-fields\r\n", "software: crawler\r\n")
	request := warcRecord("request", "https://example.com/1", "Content-Type: application/http; msgtype=request\r\n", "GET / HTTP/1.1\r\n\r\n")
	var br, zl, df bytes.Buffer
	for _, c := range []struct {
		write func([]byte) (int, error)
		close func() error
	}{writer(brotli.NewWriter(&br)), writer(zlib.NewWriter(&zl)), writer(must(flate.NewWriter(&df, 5)))} {
		_, err := c.write([]byte("Compressed text."))
		require.NoError(t, err)
		require.NoError(t, c.close())
	}
	type texts = map[string]string
	tests := []struct {
		name, in string
		want     texts
		problems []string
	}{
		{"response between others", info + request + warcAnswer(1, "", "Text.") + request, texts{"w.warc#3": "Text."}, nil},
		{"line feeds only", strings.ReplaceAll(warcRecord("resource", "https://example.com/1", "Content-Type: text/plain\r\n", "Text."), "\r\n", "\n"), texts{"w.warc#1": "Text."}, nil},
		{"a member of gzip each", gz(t, info) + gz(t, warcAnswer(1, "", "One.")) + gz(t, warcAnswer(2, "", "Two.")), texts{"w.warc#2": "One.", "w.warc#3": "Two."}, nil},
		{"one member for all", gz(t, info+warcAnswer(1, "", "One.")+warcAnswer(2, "", "Two.")), texts{"w.warc#2": "One.", "w.warc#3": "Two."}, nil},
		{"chunked", warcAnswer(1, "Transfer-Encoding: chunked\r\n", "4\r\nText\r\n6;x=y\r\n in 2.\r\n0\r\n\r\n"), texts{"w.warc#1": "Text in 2."}, nil},
		{"chunked, the last one cut", warcAnswer(1, "Transfer-Encoding: chunked\r\n", "4\r\nText\r\nff\r\n cut"), texts{"w.warc#1": "Text cut"}, nil},
		{"said to be chunked", warcAnswer(1, "Transfer-Encoding: chunked\r\n", "Text."), texts{"w.warc#1": "Text."}, nil},
		{"gzip", warcAnswer(1, "Content-Encoding: gzip\r\n", gz(t, "Compressed text.")), texts{"w.warc#1": "Compressed text."}, nil},
		{"gzip, cut", warcAnswer(1, "Content-Encoding: gzip\r\n", gz(t, scramble(9999))[:3000]), texts{"w.warc#1": scramble(9999)[:len(cutGzip(t, scramble(9999), 3000))]}, nil},
		{"said to be gzip", warcAnswer(1, "Content-Encoding: gzip\r\n", "Text."), texts{"w.warc#1": "Text."}, nil},
		{"chunked gzip", warcAnswer(1, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunk(gz(t, "Compressed text."))), texts{"w.warc#1": "Compressed text."}, nil},
		{"br", warcAnswer(1, "Content-Encoding: br\r\n", br.String()), texts{"w.warc#1": "Compressed text."}, nil},
		{"deflate", warcAnswer(1, "Content-Encoding: deflate\r\n", zl.String()), texts{"w.warc#1": "Compressed text."}, nil},
		{"deflate without wrapping", warcAnswer(1, "Content-Encoding: deflate\r\n", df.String()), texts{"w.warc#1": "Compressed text."}, nil},
		{"zstd", warcAnswer(1, "Content-Encoding: zstd\r\n", zst(t, "Compressed text.")), texts{"w.warc#1": "Compressed text."}, nil},
		{"character set of the server", warcAnswer(1, "Content-Type: text/plain; charset=koi8-r\r\n", "\xeb\xcf\xc6\xc5."), texts{"w.warc#1": "Кофе."}, nil},
		{
			"conversion", warcRecord("conversion", "https://example.com/1", "WARC-Identified-Content-Language: fra,eng\r\nContent-Type: text/plain\r\n", "Le texte."),
			texts{"w.warc#1": "Le texte."},
			nil,
		},
		{"resource", warcRecord("resource", "https://example.com/1", "Content-Type: text/plain\r\n", "Text."), texts{"w.warc#1": "Text."}, nil},
		{
			"what is no article", warcRecord("response", "dns:example.com", "Content-Type: text/dns\r\n", "x") + warcRecord("revisit", "https://example.com/1", "Content-Type: application/http\r\n", "") +
				warcRecord("response", "https://example.com/robots.txt", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nx") +
				warcRecord("response", "https://example.com/2", "Content-Type: application/http\r\n", "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nx") +
				warcAnswer(3, "Content-Type: image/png\r\n", "x"), texts{}, nil,
		},
		{
			"what crawlers write of their own work",
			warcRecord("resource", "metadata://gnu.org/software/wget/warc/wget.log", "Content-Type: text/plain\r\n", "--2025-03-12 09:00:00--") +
				warcRecord("resource", "urn:X-wpull:log", "Content-Type: text/plain\r\n", "2025-03-12 INFO Fetched") +
				warcRecord("resource", "urn:text:https://example.com/1", "Content-Type: text/plain\r\n", "The text again.") +
				warcRecord("resource", "urn:pageinfo:https://example.com/1", "Content-Type: text/html\r\n", "{}") +
				warcAnswer(1, "", "Text."),
			texts{"w.warc#5": "Text."},
			nil,
		},
		{
			"maps of sites", warcRecord("response", "https://example.com/news-sitemap.xml?page=2", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx") +
				warcRecord("response", "https://example.com/Sitemap.txt", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nx"), texts{}, nil,
		},
		{
			"a capture that comes twice",
			warcAnswer(1, "", "One.") + warcAnswer(1, "Age: 7\r\nContent-Type: text/plain\r\n", "One.") + warcAnswer(1, "", "One, changed.") + warcAnswer(2, "", "One."),
			texts{"w.warc#1": "One.", "w.warc#3": "One, changed.", "w.warc#4": "One."},
			nil,
		},
		{"empty answer", warcAnswer(1, "", ""), texts{}, []string{"w.warc: record 1: the answer is empty"}},
		{"no answer", warcRecord("response", "https://example.com/1", "Content-Type: application/http\r\n", "x"), texts{}, []string{"w.warc: record 1: the answer of the server has no head"}},
		{
			"last record cut", warcAnswer(1, "", "One.") + warcAnswer(2, "", "Two.")[:300],
			texts{"w.warc#1": "One."},
			[]string{"w.warc: record 2: the file ends within the record: it is cut short"},
		},
		{
			"last head cut", warcAnswer(1, "", "One.") + warcAnswer(2, "", "Two.")[:100],
			texts{"w.warc#1": "One."},
			[]string{"w.warc: record 2: the file ends within the record: it is cut short"},
		},
		{
			"last member cut", gz(t, warcAnswer(1, "", "One.")) + gz(t, warcAnswer(2, "", "Two."))[:200],
			texts{"w.warc#1": "One."},
			[]string{"w.warc: record 2: the gzip data end early: the file is cut short"},
		},
		{
			"a member cut, and others behind it",
			gz(t, warcAnswer(1, "", "One.")) + gz(t, warcAnswer(2, "", scramble(9999)))[:5000] + gz(t, warcAnswer(3, "", scramble(50000))) + gz(t, warcAnswer(4, "", "Four.")),
			texts{"w.warc#1": "One.", "w.warc#3": "Four."},
			nil,
		},
		{
			"one after the other", warcAnswer(1, "", strings.Repeat("Text. ", 10_000)) + warcAnswer(2, "", strings.Repeat("Text. ", 10_000)) + warcAnswer(3, "", strings.Repeat("Text. ", 10_000)), texts{"w.warc#1": strings.Repeat("Text. ", 10_000), "w.warc#2": strings.Repeat("Text. ", 10_000), "w.warc#3": strings.Repeat("Text. ", 10_000)}, nil,
		},
		{
			"lengths that lie",
			warcRecord("resource", "https://example.com/1", "Content-Type: text/plain\r\nContent-Length: 3\r\n", "Longer.") +
				warcRecord("resource", "https://example.com/2", "Content-Type: text/plain\r\nContent-Length: 60\r\n", "Shorter.") +
				warcRecord("resource", "https://example.com/3", "Content-Type: text/plain\r\nContent-Length: 999999999999\r\n", "Huge.") +
				warcRecord("resource", "https://example.com/4", "Content-Type: text/plain\r\nContent-Length: -1\r\n", "Less than none.") +
				warcRecord("request", "https://example.com/5", "Content-Length: 99999999999999\r\n", "Not read.") +
				warcAnswer(6, "", "Six."),
			texts{"w.warc#1": "Longer.", "w.warc#2": "Shorter.", "w.warc#3": "Huge.", "w.warc#6": "Six."},
			[]string{
				"w.warc: record 1: the record has 7 bytes, not 3 as it says; it is read up to the next",
				"w.warc: record 2: the record has 8 bytes, not 60 as it says; it is read up to the next",
				"w.warc: record 3: the record has 5 bytes, not 999999999999 as it says; it is read up to the next",
				"w.warc: record 4: the record has no valid Content-Length",
				"w.warc: record 5: the record is shorter than it says",
			},
		},
		{
			"larger than may be", warcRecord("resource", "https://example.com/1", "Content-Type: text/plain\r\n", scramble(200_000)) + warcRecord("response", "https://example.com/v", "Content-Type: video/mp4\r\n", scramble(300_000)) + warcAnswer(3, "", "Three."),
			texts{"w.warc#3": "Three."},
			[]string{"w.warc: record 1: larger than 100000 bytes, the limit of a record"},
		},
		{
			"an answer that unpacks to more than may be", warcAnswer(1, "Content-Encoding: gzip\r\n", gz(t, strings.Repeat("a", 1<<20))) + warcAnswer(2, "", "Two."),
			texts{"w.warc#2": "Two."},
			[]string{"w.warc: record 1: the answer unpacks to what is larger than 100000 bytes, the limit of a record"},
		},
		{
			"something between", warcAnswer(1, "", "One.") + "something else\r\n" + warcAnswer(3, "", "Three."), texts{"w.warc#1": "One.", "w.warc#3": "Three."}, nil,
		},
		{"nothing", "", texts{}, []string{"w.warc: the file is empty"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"w.warc": tt.in})
			articles, problems := read(t, dir, Options{MaxRecord: 100_000}, filepath.Join(dir, "w.warc"))
			got := texts{}
			for _, a := range articles {
				got[a.ID] = a.Text
				require.Contains(t, a.URL, "https://example.com/")
				require.Empty(t, a.Published, "when it was fetched is not when it was published")
			}
			require.Equal(t, tt.want, got)
			if tt.problems != nil || !strings.Contains(tt.name, "others behind") && !strings.Contains(tt.name, "between") {
				require.Equal(t, tt.problems, problems)
			}
		})
	}
}

func writer(w interface {
	Write([]byte) (int, error)
	Close() error
},
) struct {
	write func([]byte) (int, error)
	close func() error
} {
	return struct {
		write func([]byte) (int, error)
		close func() error
	}{w.Write, w.Close}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// chunk writes a body in chunks of ten bytes.
func chunk(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := min(len(s), 10)
		fmt.Fprintf(&b, "%x\r\n%s\r\n", n, s[:n])
		s = s[n:]
	}
	return b.String() + "0\r\n\r\n"
}

// cutGzip returns what can be read of the first n bytes that s compresses to.
func cutGzip(t *testing.T, s string, n int) string {
	body, err := decodeBody([]byte(gz(t, s)[:n]), "gzip", 1<<20)
	require.NoError(t, err)
	return string(body)
}

// TestWARCLanguage: what Common Crawl says of the language of a conversion.
func TestWARCLanguage(t *testing.T) {
	dir := folder(t, map[string]string{"a.warc.wet.gz": gz(t, warcRecord("conversion", "https://example.com/1", "WARC-Identified-Content-Language: fra,eng\r\nContent-Type: text/plain\r\n", "Le texte."))})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Equal(t, "fr", articles[0].Language)
	require.Equal(t, "https://example.com/1", articles[0].URL)
	require.Equal(t, 1, articles[0].Record)
}

// TestWARCPage reads a page as the news crawl of Common Crawl holds it.
func TestWARCPage(t *testing.T) {
	page := `<html lang="en"><head><title>Harbour stays open</title><meta property="og:title" content="Harbour stays open">
<meta property="article:published_time" content="2024-08-17T11:04:59Z"><link rel="canonical" href="/news/harbour"></head><body><nav>Menu</nav><article><h1>Harbour stays open</h1>`
	for range 5 {
		page += "<p>The harbour of the old town stays open over the summer, as the mayor’s office put it on Monday, after months of talks with the owners of the boats.</p>"
	}
	page += "</article></body></html>"
	in := gz(t, warcRecord("warcinfo", "x", "Content-Type: application/warc-fields\r\n", "software: crawler\r\n")) +
		gz(t, warcRecord("request", "https://example.com/news/harbour?x=1", "Content-Type: application/http; msgtype=request\r\n", "GET / HTTP/1.1\r\n\r\n")) +
		gz(t, warcRecord("response", "https://example.com/news/harbour?x=1", "Content-Type: application/http; msgtype=response\r\nWARC-Payload-Digest: sha1:X\r\n",
			"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"+chunk(gz(t, page))))
	dir := folder(t, map[string]string{"CC-NEWS-20240819010203-00001.warc.gz": in})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	a := articles[0]
	require.Equal(t, "CC-NEWS-20240819010203-00001.warc.gz#3", a.ID)
	require.Equal(t, "https://example.com/news/harbour", a.URL)
	require.Equal(t, "Harbour stays open", a.Title)
	require.Equal(t, "2024-08-17T11:04:59Z", a.Published.String(), "and not when it was fetched")
	require.Contains(t, a.Text, "the mayor’s office")
	require.NotContains(t, a.Text, "Menu")
}

// TestWARCPages: pages go to whatever reads pages.
func TestWARCPages(t *testing.T) {
	page := textForm()
	var got []*Record
	scan := &scan{ctx: t.Context(), o: &Options{MaxRecord: DefaultMaxRecord, Progress: new(Progress)}, forms: forms()}
	scan.emit = func(r *Record) error {
		got = append(got, r)
		return nil
	}
	scan.report = func(p Problem) { t.Error(p) }
	in := warcAnswer(1, "Content-Type: text/html; charset=utf-8\r\n", "<p>One.") + warcAnswer(2, "Content-Type: application/xhtml+xml\r\n", "<p>Two.")
	src := &source{scan: scan, file: file{path: "w.warc", name: "w.warc"}}
	f := warcForm()
	s := &warcSplitter{form: f, src: src, page: page, text: textForm(), w: newWindow(strings.NewReader(in), nil, DefaultMaxRecord)}
	require.NoError(t, s.split())
	require.Len(t, got, 2)
	require.Same(t, page, got[0].around.(*warcAround).inner)
	require.Equal(t, "https://example.com/2", got[1].url)
	articles, problems := got[1].Parse()
	require.Empty(t, problems)
	require.Equal(t, "<p>Two.", articles[0].Text)
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(warcAnswer(1, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunk(gz(f, "Text."))) + warcAnswer(2, "", "Two.")))
	f.Add([]byte(gz(f, warcAnswer(1, "", "One.")) + gz(f, warcAnswer(2, "Content-Encoding: br\r\n", "Two."))))
	f.Add([]byte(warcRecord("conversion", "https://example.com/1", "Content-Type: text/plain\r\nContent-Length: 3\r\n", "Text.") + "x\nWARC/1.0\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		last := 0
		scan := &scan{ctx: t.Context(), o: &Options{MaxRecord: 1000, Progress: new(Progress)}, forms: forms()}
		scan.emit = func(r *Record) error {
			require.Greater(t, r.Number, last, "numbers grow")
			require.LessOrEqual(t, len(r.Data), 1000)
			last = r.Number
			articles, problems := r.Parse()
			require.NotZero(t, len(articles)+len(problems), "nothing is lost without a word")
			return nil
		}
		scan.report = func(p Problem) { require.NotContains(t, p.Reason, "\n") }
		src := &source{scan: scan, file: file{path: "w.warc", name: "w.warc", named: true}, ending: ".warc", size: -1}
		require.NoError(t, src.read(bytes.NewReader(data)))
	})
}

// sampleWARC returns n pages as a crawler of news writes them down.
func sampleWARC(tb testing.TB, n int, packed bool) (content string, size int64) {
	var b strings.Builder
	words := scramble(1 << 20)
	for i := range n {
		request := warcRecord("request", "https://example.com/", "Content-Type: application/http; msgtype=request\r\n", "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n")
		var page strings.Builder
		for n := range 300 {
			at := (i*300 + n) * 67 % (len(words) - 60)
			fmt.Fprintf(&page, `<div class="teaser teaser--wide"><a href="/news/%d/%s" title="Another story">%s</a></div>`+"\n", i*7+n, words[at:at+9], words[at:at+40])
		}
		answer := warcAnswer(i, "", "<html><body>"+page.String()+"<p>"+sample(i)+"</p></body></html>")
		size += int64(len(request) + len(answer))
		if packed {
			b.WriteString(gz(tb, request))
			b.WriteString(gz(tb, answer))
		} else {
			b.WriteString(request)
			b.WriteString(answer)
		}
	}
	return b.String(), size
}

// BenchmarkWARC measures the splitting of a web archive, in megabytes of
// decompressed records, and what a core then does for each before extraction.
func BenchmarkWARC(b *testing.B) {
	for _, packed := range []bool{true, false} {
		name := map[bool]string{true: "w.warc.gz", false: "w.warc"}[packed]
		content, size := sampleWARC(b, 1000, packed)
		dir := folder(b, map[string]string{name: content})
		b.Run(name, func(b *testing.B) { benchScan(b, dir, size, false) })
	}
	body := scramble(100_000)
	for _, c := range []struct{ name, record string }{
		{"gzip", warcAnswer(1, "Content-Encoding: gzip\r\n", gz(b, body))},
		{"chunked", warcAnswer(1, "Transfer-Encoding: chunked\r\n", chunk(body))},
	} {
		b.Run("payload/"+c.name, func(b *testing.B) {
			_, block, _ := strings.Cut(c.record, "\r\n\r\n")
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				if _, _, err := payload([]byte(block), 1<<20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
