package reader

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"wiretrace/article"
)

const (
	polish = "<p>Most na rzece zostanie zamknięty na dwa lata, ogłosiła we wtorek rada miasta, ponieważ nurkowie znaleźli pęknięcia w trzech filarach.</p>"
	german = "<p>Die Brücke über den Fluss wird für zwei Jahre geschlossen, sagte der Bürgermeister am Dienstag, weil drei Pfeiler Risse haben.</p>"
	kanji  = "<p>市議会は火曜日、港の橋を二年間閉鎖すると発表した。三本の橋脚にひびが見つかったためで、連絡船が夜中まで運航する。</p>"
)

// encoded returns a page in a character set.
func encoded(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	b, err := e.NewEncoder().String(s)
	require.NoError(t, err)
	return b
}

func TestPageCharsets(t *testing.T) {
	far := strings.Repeat("<link rel=stylesheet href=/style.css>\n", 100) // 3,700 bytes
	for _, c := range []struct {
		name, page, o, want string
	}{
		{"UTF-8 that says nothing", "<body>" + german, "", "Brücke"},
		{"UTF-8 that says windows-1252", "<meta charset=windows-1252>" + german, "", "Brücke"},
		{"UTF-8 with its mark", "\ufeff<!DOCTYPE html>" + german, "", "Brücke"},
		{"windows-1252 that says nothing", encoded(t, charmap.Windows1252, "<body>"+german), "", "Brücke"},
		{"ISO 8859-2 in a meta", encoded(t, charmap.ISO8859_2, `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">`+polish), "", "pęknięcia"},
		{"ISO 8859-2 far into the head", encoded(t, charmap.ISO8859_2, "<head>"+far+"<meta charset='iso-8859-2'></head>"+polish), "", "pęknięcia"},
		{"windows-1250 as the user says", encoded(t, charmap.Windows1250, "<body>"+polish), "windows-1250", "pęknięcia"},
		{"Shift JIS", encoded(t, japanese.ShiftJIS, "<meta charset=shift_jis>"+kanji), "", "連絡船"},
		{"UTF-16 with its mark", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "<!DOCTYPE html>"+german), "", "Brücke"},
		{"a character cut in two outside the text", "<title>Die Br\xc3</title><body>" + german, "", "Brücke"},
		{"zero bytes strewn in", "<body>" + strings.Replace(german, "Die", "D\x00ie", 1), "", "Die Brücke"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.html": c.page})
			articles, problems := read(t, dir, Options{Charset: c.o}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Contains(t, articles[0].Text, c.want)
		})
	}
}

func TestPages(t *testing.T) {
	page := `<!DOCTYPE html><html lang="de-AT"><head><title>Brücke zu</title><meta property="og:title" content="Brücke zu">
<link rel="canonical" href="https://talbote.example/bruecke"><meta name="author" content="Von Edda Kranz">
<meta property="og:url" content="https://portal.example/1"><meta name="date" content="2022-02-08T18:04:11+01:00"></head><body>` + german + `</body></html>`
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write([]byte(page))
	require.NoError(t, err)
	require.NoError(t, z.Close())

	dir := folder(t, map[string]string{
		"2022/a.html": page, "b.htm": german, "c.html.gz": packed.String(), "d.xhtml": `<?xml version="1.0" encoding="utf-8"?><!-- x --><html>` + page,
		"noending": "\n<!-- saved -->\n" + page, "empty.html": " \n", "none.html": "<html><body><img src=a.png></body></html>",
		"blob.html": "\x00\x01\x02\x03\x04\x05", "large.html": strings.Repeat("<p>x", 300_000),
	})
	articles, problems := read(t, dir, Options{MaxRecord: 1 << 20}, dir)
	require.Equal(t, []string{"2022/a.html", "b.htm", "c.html.gz", "d.xhtml", "noending"}, ids(articles))
	require.Equal(t, []string{
		"blob.html: not text: it holds bytes that no text has",
		"empty.html: the page is empty",
		"large.html: larger than 1 MiB, the limit of a record",
		"none.html: no article text found",
	}, problems)
	a := articles[0]
	require.Equal(t, "Brücke zu", a.Title)
	require.Equal(t, "Edda Kranz", a.Byline)
	require.Equal(t, "de", a.Language)
	require.Equal(t, "https://portal.example/1", a.URL)
	require.Equal(t, "2022-02-08T18:04:11+01:00", a.Published.String())
	require.Equal(t, "meta date", a.Published.Source)
	require.Equal(t, []article.Signal{{Kind: article.SignalCanonical, URL: "https://talbote.example/bruecke"}}, a.Signals)
	require.Equal(t, a.Text, articles[2].Text)

	_, problems = read(t, dir, Options{}, folder(t, map[string]string{"a.html": "<body>" + german + strings.Replace(german, "ü", "\xc3", 1)}))
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "one character is damaged", "within the text")

	_, problems = read(t, dir, Options{}, folder(t, map[string]string{"a.html": strings.Repeat("<b></b>", 80_000) + german}))
	require.Len(t, problems, 1)
	require.Contains(t, problems[0], "no article text found", "the text lies beyond what is looked at")
}

func TestLooksLikePage(t *testing.T) {
	for _, s := range []string{
		"<!doctype html>", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "<html>", "\ufeff \n<HTML lang=en>", "<?xml version='1.0'?>\n<html xmlns='x'>",
		"<!-- a --><!-- b -->\n<head>", "<body class=x>", "<meta charset=utf-8><p>", "<title>a</title>",
	} {
		require.True(t, looksLikePage([]byte(s)), s)
	}
	for _, s := range []string{"", "<", "text <html>", "<htmlx>", "<?xml version='1.0'?><nitf>", "<rss>", "<!DOCTYPE nitf>", "<!-- never closed", `{"html": "<html>"}`, "<header>", "<title"} {
		require.False(t, looksLikePage([]byte(s)), s)
	}
}

// TestPageInArchive: a page that a crawler fetched from a partner of its
// outlet, whose answer names the character set.
func TestPageInArchive(t *testing.T) {
	page := `<html><head><link rel="canonical" href="https://most.example/rzeka"></head><body>` + encoded(t, charmap.ISO8859_2, polish)
	in := warcAnswer(1, "Content-Type: text/html; charset=ISO-8859-2\r\n", page)
	dir := folder(t, map[string]string{"crawl.warc": in})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	require.Contains(t, articles[0].Text, "pęknięcia")
	require.NotEmpty(t, articles[0].URL)
	require.Equal(t, []article.Signal{{Kind: article.SignalCanonical, URL: "https://most.example/rzeka"}}, articles[0].Signals)
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{"<!DOCTYPE html>" + german, "<meta charset=shift_jis>\x83\x5c" + kanji, "\xff\xfe<\x00p\x00>\x00", "\x00<html", polish} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		looksLikePage(data)
		r := &Record{File: "a.html", Name: "a.html", Data: bytes.Clone(data), form: htmlForm(), o: &Options{}}
		articles, problems := r.Parse()
		require.Equal(t, data, r.Data, "neighbours may share the memory")
		require.True(t, len(articles) == 1 || len(problems) > 0)
		for _, a := range articles {
			require.True(t, utf8.ValidString(a.Text))
		}
	})
}

func BenchmarkPages(b *testing.B) {
	page := []byte("<!DOCTYPE html><html><head><title>x</title></head><body><div class=menu>" + strings.Repeat("<a href=/x>A link of the menu</a>\n", 300) +
		"</div><article>" + strings.Repeat(german, 30) + "</article></body></html>")
	r := &Record{File: "a.html", Name: "a.html", Data: page, form: htmlForm(), o: &Options{}}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if articles, _ := r.Parse(); len(articles) != 1 {
			b.Fatal("no article")
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

func TestSavedFrom(t *testing.T) {
	const page = "https://www.pierpost.example/news/ferry"
	for _, c := range []struct{ name, head, want string }{
		{"by a browser", "<!-- saved from url=(0039)" + page + " -->", page},
		{"by SingleFile", "<!--\n Page saved with SingleFile \n url: " + page + " \n saved date: Wed Mar 12 2025\n-->", page},
		{"by HTTrack", "<!-- Mirrored from www.pierpost.example/news/ferry by HTTrack Website Copier/3.x -->", "http://www.pierpost.example/news/ferry"},
		{"from an archive", "<!-- saved from url=(0083)https://web.archive.org/web/20250601101010/" + page + " -->", page},
		{"from a disk", "<!-- saved from url=(0014)about:internet -->", ""},
		{"from nowhere", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.html": "<!DOCTYPE html>" + c.head + "<body>" + german})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, c.want, articles[0].URL)
		})
	}
}

// TestFilesUnderOtherNames reads pages and feeds that were saved with the ending of something else.
func TestFilesUnderOtherNames(t *testing.T) {
	page := `<!DOCTYPE html><html><body><nav><a href="/">Home</a></nav><article><h1>Ferry slip to close</h1><p>` + slipText + `</p><p>` + newtText + `</p></article></body></html>`
	dir := folder(t, map[string]string{"a.txt": page})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 1)
	require.Equal(t, slipText+"\n\n"+newtText, articles[0].Text)

	item := func(title, text string) string {
		return "<item><title>" + title + "</title><content:encoded><![CDATA[<p>" + text + "</p>]]></content:encoded></item>"
	}
	dir = folder(t, map[string]string{"feed.html": `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>` + item("Slip", slipText) + item("Newts", newtText) + `</channel></rss>`})
	articles, problems = read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 2)
	require.Equal(t, []string{"Newts", newtText, "The Example"}, []string{articles[1].Title, articles[1].Text, articles[1].Outlet})

	text := "<html> is the first tag of a page, she said.\n\n" + slipText
	dir = folder(t, map[string]string{"a.txt": "How pages begin\n\n" + text})
	articles, _ = read(t, dir, Options{}, dir)
	require.Equal(t, "How pages begin\n\n"+text, articles[0].Text, "a text about pages")
}
