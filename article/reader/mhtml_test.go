package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// savedPage is a page as Chrome saves it with all that belongs to it.
func savedPage(html string) string {
	return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.com/news/ferry\r\nSubject: Ferry\r\nDate: Fri, 28 Nov 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n\r\n" +
		"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.example.com/news/ferry\r\n\r\n" + quotable(html) +
		"\r\n----b--\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<html><body><p>Buy a mug.</p></body></html>\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b----\r\n"
}

func TestAPageInOneFile(t *testing.T) {
	html := `<html lang="en"><body><nav><a href="/">Home</a></nav><article><h1>Ferry slip to close</h1><p>` + slipText + `</p><p>` + newtText + `</p></article></body></html>`
	for _, name := range []string{"a.mhtml", "a.mht", "page"} {
		dir := folder(t, map[string]string{name: savedPage(html)})
		articles, problems := read(t, dir, Options{}, dir+"/"+name)
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		a := articles[0]
		require.Equal(t, slipText+"\n\n"+newtText, a.Text)
		require.Equal(t, []string{"Ferry slip to close", "https://www.example.com/news/ferry", ""}, []string{a.Title, a.URL, a.Published.String()}, "when it was saved is no date of the article")
	}
	dir := folder(t, map[string]string{"a.mhtml": "From: <Saved by Blink>\r\nContent-Type: image/png\r\n\r\nx"})
	_, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"a.mhtml: no page in it"}, problems)
}

func FuzzMHTML(f *testing.F) {
	f.Add([]byte(savedPage("<p>Ferry slip</p>")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.mhtml", data) })
}
