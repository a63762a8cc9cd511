package reader

import (
	"bytes"
	"cmp"
	"net/mail"
	"strings"

	"wiretrace/article"
)

// mhtmlForm is a page with all that belongs to it in one file, as browsers save it (RFC 2557):
//
//	From: <Saved by Blink>
//	Snapshot-Content-Location: https://example.com/a
//	Content-Type: multipart/related; type="text/html"; boundary="b"
//
//	--b
//	Content-Type: text/html
//	Content-Transfer-Encoding: quoted-printable
//	Content-Location: https://example.com/a
//
// Its first part of HTML is the page. The date in its head is that of the saving.
func mhtmlForm() *form {
	f := &form{
		name:    "a web page",
		page:    true,
		endings: []string{".mhtml", ".mht"},
		sniff: func(head []byte) bool {
			return looksLikeMail(head) && (bytes.Contains(head, []byte("\nSnapshot-Content-Location:")) || bytes.HasPrefix(head, []byte("From: <Saved by ")))
		},
		parse: parseMHTML,
	}
	f.split = func(src *source) error {
		data, ok := src.all()
		if !ok {
			return nil
		}
		return src.emit(f, 0, data)
	}
	return f
}

func parseMHTML(r *Record) ([]article.Article, []Problem) {
	m, err := mail.ReadMessage(bytes.NewReader(r.Data))
	if err != nil {
		return nil, []Problem{r.problem("damaged: it has no head as saved pages have it")}
	}
	letter := letter{record: r, parts: mostParts}
	letter.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body, 0)
	if letter.html == "" {
		return nil, append(letter.problems, r.problem("no page in it"))
	}
	saved := *r
	saved.Data = []byte(letter.html)
	if address := cmp.Or(m.Header.Get("Snapshot-Content-Location"), letter.location); isURL(address) && strings.Contains(host(address), ".") {
		saved.url = article.OriginalAddress(address)
	}
	articles, problems := parseHTML(&saved)
	return articles, append(letter.problems, problems...)
}
