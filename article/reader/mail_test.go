package reader

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// newsletter is a message as programs of mail save one.
func newsletter(from, subject, body string) string {
	return "Delivered-To: reader@example.com\r\nReceived: by 2002:a05:6638 with SMTP id x;\r\n        Tue, 5 Mar 2024 02:15:03 -0800 (PST)\r\nFrom: " + from + "\r\nTo: reader@example.com\r\nSubject: " + subject +
		"\r\nDate: Tue, 05 Mar 2024 10:15:00 +0000\r\nMessage-ID: <" + strings.ReplaceAll(subject, " ", ".") + "@islander.example>\r\nMIME-Version: 1.0\r\n" + body
}

// quotable is HTML as quoted-printable, of which each line is broken at = signs.
func quotable(html string) string {
	var b strings.Builder
	for i, r := range strings.ReplaceAll(html, "=", "=3D") {
		if i > 0 && i%70 == 0 && r != ' ' {
			b.WriteString("=\r\n")
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestANewsletterIsAnArticle(t *testing.T) {
	html := `<html><head><style>p{color:red}</style></head><body><table><tr><td><a href="https://islander.example/v">View this email in your browser</a></td></tr><tr><td><h1>Ferry slip to close</h1><p>` + slipText + `</p><p>` + newtText + `</p></td></tr><tr><td><p>You are receiving this because you signed up. <a href="https://islander.example/u">Unsubscribe</a></p><p>The Islander, 1 Pier Road, Port Ellen</p></td></tr></table></body></html>`
	alternative := "Content-Type: multipart/mixed; boundary=\"out\"\r\n\r\n--out\r\nContent-Type: multipart/alternative; boundary=\"in\"\r\n\r\n--in\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFerry slip (https://islander.example/t?x=1)\r\n\r\n--in\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quotable(html) +
		"\r\n--in--\r\n--out\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"a.html\"\r\n\r\n<p>Terms</p>\r\n--out--\r\n"
	for _, c := range []struct{ name, file, in, outlet, byline string }{
		{"saved alone", "a.eml", newsletter("The Islander <news@islander.example>", "Ferry slip to close", alternative), "The Islander", ""},
		{"with no ending", "message", newsletter("The Islander <news@islander.example>", "Ferry slip to close", alternative), "The Islander", ""},
		{"of a writer", "a.eml", newsletter("Ada Crane from The Islander <ada@islander.example>", "Ferry slip to close", alternative), "The Islander", "Ada Crane"},
		{"passed on", "a.eml", newsletter("=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte("Jürg Field"))+"?= <jurg@gmail.com>", "Fwd: Ferry slip to close", alternative), "", "Jürg Field"},
		{"in base64 alone", "a.eml", newsletter("news@islander.example", "=?utf-8?Q?Ferry_slip_to_close?=", "Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"+base64.StdEncoding.EncodeToString([]byte(html))), "islander.example", ""},
		{"of Apple's program", "a.emlx", "1790      \n" + newsletter("The Islander <news@islander.example>", "Ferry slip to close", "Content-Type: text/html\r\n\r\n"+html), "The Islander", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{c.file: c.in})
			articles, problems := read(t, dir, Options{}, dir+"/"+c.file)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			a := articles[0]
			require.Contains(t, a.Text, slipText+"\n\n"+newtText)
			for _, mailing := range []string{"browser", "Unsubscribe", "Pier Road", "Terms", "color"} {
				require.NotContains(t, a.Text, mailing)
			}
			require.Equal(t, []string{"Ferry slip to close", c.outlet, c.byline, "2024-03-05T10:15:00Z", "mail Date"}, []string{a.Title, a.Outlet, a.Byline, a.Published.String(), a.Published.Source})
		})
	}
}

func TestABoxOfMailHoldsManyArticles(t *testing.T) {
	plain := "Content-Type: text/plain; charset=utf-8\r\n\r\n"
	box := "From 17900@xxx Tue Mar 05 10:15:00 +0000 2024\n" + newsletter("The Islander <news@islander.example>", "Ferry slip to close", plain+slipText+"\r\n\r\n>From the pier nothing is seen.\r\n") +
		"\nFrom 17901@xxx Wed Mar 06 10:15:00 +0000 2024\n" + newsletter("Google Alerts <googlealerts-noreply@google.com>", "Google Alert - ferry", plain+"Ferry slip to close\r\nThe Islander\r\n") +
		"\nFrom 17902@xxx Wed Mar 06 10:15:00 +0000 2024\n" + newsletter("Jo Field <jo@gmail.com>", "Fwd: New boat", plain+"Look at this!\r\n\r\n---------- Forwarded message ---------\r\nFrom: The Pier <mail@pier.example>\r\nDate: Mon, 4 Mar 2024 at 09:00\r\nSubject: New boat\r\nTo: <jo@gmail.com>\r\n\r\n"+newtText+"\r\n")
	dir := folder(t, map[string]string{"all.mbox": box})
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"all.mbox: record 2: an alert, which lists pages and holds none"}, problems)
	require.Len(t, articles, 2)
	require.Equal(t, slipText+"\n\nFrom the pier nothing is seen.", articles[0].Text)
	require.Equal(t, "Ferry.slip.to.close@islander.example", articles[0].ID)
	a := articles[1]
	require.Equal(t, newtText, a.Text)
	require.Equal(t, []string{"New boat", "The Pier", "", "2024-03-04T09:00"}, []string{a.Title, a.Outlet, a.Byline, a.Published.String()})
}

func TestWhatIsNoNewsletter(t *testing.T) {
	for name, c := range map[string]struct{ in, reason string }{
		"nothing":            {" \n", "the file is empty"},
		"no head":            {"The ferry will not run.\n", "damaged: it has no head as mail has it"},
		"a picture alone":    {newsletter("a@b.example", "Boat", "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"), "the message has no text"},
		"parts within parts": {newsletter("a@b.example", "Boat", strings.Repeat("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", 1000)), "the message has no text"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.eml": c.in})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, articles)
			require.Equal(t, []string{"a.eml: " + c.reason}, problems)
		})
	}
	require.False(t, looksLikeMail([]byte("From: The Islander\nDate: 5 March 2024\n\nThe ferry will not run.\n")), "a text with a head of its own")
}

func FuzzMail(f *testing.F) {
	f.Add([]byte(newsletter("The Islander <news@islander.example>", "Ferry", "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Ferry=20slip</p>\r\n--b--\r\n")))
	f.Add([]byte("From x\n" + newsletter("a@b.example", "Boat", "\r\n---------- Forwarded message ---------\r\nFrom: x\r\n\r\ntext\r\n")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzFile(t, "a.mbox", data) })
}
