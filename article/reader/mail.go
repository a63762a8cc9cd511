package reader

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"wiretrace/article"
	"wiretrace/article/date"
	webpage "wiretrace/article/page"
)

// mailForm is mail, RFC 5322: a newsletter as a program of mail saves it (.eml; .emlx of Apple has the length in a
// line before it), or a box of many (.mbox, RFC 4155), as services let people take their mail away:
//
//	From 1790000000000000000@xxx Tue Mar 05 10:15:00 +0000 2024
//	From: The Islander <news@islander.example>
//	Subject: =?UTF-8?Q?No_ferry?=
//	Content-Type: multipart/alternative; boundary="b"
//
// A message is one article: its text is that of the HTML in it, else the plain text.
func mailForm() *form {
	f := &form{
		name:    "mail",
		endings: []string{".eml", ".emlx", ".mbox", ".mbx"},
		sniff:   looksLikeMail,
		parse:   parseMail,
	}
	f.split = func(src *source) error {
		head, _ := src.r.Peek(len(boxLine))
		if string(head) == boxLine {
			return splitBox(f, src)
		}
		data, ok := src.all()
		if !ok {
			return nil
		}
		if len(bytes.TrimSpace(data)) == 0 {
			src.problem(0, "the file is empty")
			return nil
		}
		return src.emit(f, 0, data)
	}
	return f
}

// boxLine begins the line before each message in a box.
const boxLine = "From "

// looksLikeMail reports whether head begins with lines of a message's head, of which programs of mail write
// each, or with the line before a message in a box.
func looksLikeMail(head []byte) bool {
	const near = 16 << 10
	head = head[:min(len(head), near)]
	if bytes.HasPrefix(head, []byte(boxLine)) {
		_, head, _ = bytes.Cut(head, []byte("\n"))
	}
	found := 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "from", "date", "message-id", "mime-version", "received", "return-path", "delivered-to":
			found++
		}
	}
	return found >= 3
}

// splitBox cuts a box into messages.
func splitBox(f *form, src *source) error {
	w := newWindow(src.r, src.block, src.o.MaxRecord)
	defer func() { src.block = w.rest() }()
	b := box{form: f, src: src, limit: w.max, blank: true}
	for {
		line, st := w.line()
		switch st {
		case whole:
			if err := b.line(line); err != nil {
				return err
			}
			continue
		case large:
			b.large, b.blank = true, false
			continue
		}
		if w.err != io.EOF {
			src.problem(b.number+1, "%s", because(w.err))
		}
		return b.end()
	}
}

// A box is one that is being cut.
type box struct {
	form    *form
	src     *source
	limit   int64  // bytes of a message
	message []byte // so far
	number  int    // of the message; 0 before the first
	large   bool   // it is larger than limit
	blank   bool   // the line before is empty
}

// line takes a line. One of a text that begins like the line before a message was given a > by the program that
// wrote the box.
func (b *box) line(line []byte) error {
	if b.blank && bytes.HasPrefix(line, []byte(boxLine)) {
		if err := b.end(); err != nil {
			return err
		}
		b.message, b.large = b.message[:0], false
		b.number++
		return nil
	}
	if b.large = b.large || int64(len(b.message)+len(line)) >= b.limit; !b.large {
		if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, []byte(boxLine)) {
			line = line[1:]
		}
		b.message = append(append(b.message, line...), '\n')
	}
	b.blank = len(bytes.TrimRight(line, "\r")) == 0
	return nil
}

// end hands on the message.
func (b *box) end() error {
	switch {
	case b.number == 0:
		return nil
	case b.large:
		b.src.problem(b.number, "%s", tooLarge(b.limit))
		return nil
	}
	return b.src.emit(b.form, b.number, bytes.Clone(b.message))
}

// Bounds on the parts of a message.
const (
	mostParts    = 200
	deepestParts = 8
)

// parseMail reads the article of a message.
func parseMail(r *Record) ([]article.Article, []Problem) {
	m, err := mail.ReadMessage(bytes.NewReader(withoutLength(r.Data)))
	if err != nil {
		return nil, []Problem{r.problem("damaged: it has no head as mail has it")}
	}
	letter := letter{record: r, parts: mostParts}
	letter.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body, 0)
	text := letter.text()
	from := senderOf(m.Header.Get("From"))
	if strings.HasPrefix(from.address, "googlealerts-noreply@") {
		return nil, append(letter.problems, r.problem("an alert, which lists pages and holds none"))
	}
	a := article.Article{
		ID: r.id(strings.Trim(m.Header.Get("Message-Id"), "<> ")), File: r.File, Record: r.Number,
		Title: subjectOf(m.Header), Byline: from.byline, Outlet: from.outlet, URL: addressOfMail(m.Header),
	}
	if at, err := m.Header.Date(); err == nil {
		a.Published = article.Time{When: at, Precision: article.Second, Zoned: true, Source: "mail Date"}
	} else if m.Header.Get("Date") != "" {
		letter.problems = append(letter.problems, r.problem("date not understood: %s", shorten(m.Header.Get("Date"))))
	}
	if a.Text = passedOn(&a, text); strings.TrimSpace(a.Text) == "" {
		return nil, append(letter.problems, r.problem("the message has no text"))
	}
	a.Byline = cmp.Or(a.Byline, letter.byline)
	return []article.Article{a}, letter.problems
}

// passedOn returns the text of a message without the head of one that somebody passed on, from which it fills a:
//
//	---------- Forwarded message ---------
//	From: The Islander <news@islander.example>
//	Date: Tue, 5 Mar 2024 at 10:15
//	Subject: No ferry
//	To: <reader@example.com>
func passedOn(a *article.Article, text string) string {
	const near, longest = 600, 12 // bytes before it; lines
	at := -1
	for _, mark := range [...]string{"Forwarded message", "Begin forwarded message", "Original Message", "Weitergeleitete Nachricht", "Ursprüngliche Nachricht", "Message transféré", "Mensaje reenviado", "Messaggio inoltrato", "Doorgestuurd bericht"} {
		if k := strings.Index(text[:min(len(text), near)], mark); k >= 0 {
			at = k
			break
		}
	}
	if at < 0 {
		return text
	}
	_, rest, _ := strings.Cut(text[at:], "\n")
	fields := 0
	for range longest {
		line, behind, _ := strings.Cut(rest, "\n")
		label, value, ok := strings.Cut(strings.TrimLeft(line, "> *"), ":")
		value = strings.Trim(value, " *")
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "from", "von", "de", "da", "van":
			if from := senderOf(value); ok && from.address != "" {
				a.Outlet, a.Byline = from.outlet, from.byline
				fields++
			}
		case "date", "sent", "datum", "gesendet", "envoyé", "fecha", "enviado", "data", "inviato", "verzonden":
			a.Published = article.Time{} // when it was passed on
			if t, known := date.Parse(strings.Replace(value, " at ", " ", 1)); known {
				t.Source = "mail Date"
				a.Published = t
			}
			fields++
		case "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp":
			a.Title = value
			fields++
		case "to", "an", "à", "para", "a", "aan", "cc", "reply-to":
			fields++
		case "":
		default:
			if fields > 0 {
				return strings.TrimSpace(rest)
			}
		}
		rest = behind
	}
	return strings.TrimSpace(rest)
}

// withoutLength returns a message without the line before it in which Apple's program writes how many bytes it has,
// and without what follows those.
func withoutLength(data []byte) []byte {
	line, rest, ok := bytes.Cut(data, []byte("\n"))
	number := bytes.TrimSpace(line)
	if !ok || len(number) == 0 || len(number) > 9 || len(bytes.Trim(number, "0123456789")) > 0 {
		return data
	}
	n := 0
	for _, c := range number {
		n = n*10 + int(c-'0')
	}
	return rest[:min(n, len(rest))]
}

// A letter is the parts of a message that may be its text.
type letter struct {
	record      *Record
	html, plain string
	location    string // of the HTML, where it is a page
	byline      string // which the text, read as a page, leaves out
	parts       int    // that may still be looked at
	problems    []Problem
}

// part reads a part of a message, and those in it. The first text of each kind is the message's own.
func (l *letter) part(kind, encoding, disposition string, body io.Reader, depth int) {
	if l.parts--; l.parts < 0 || depth > deepestParts {
		return
	}
	media, parameters := mediaOf(kind)
	if d, _, err := mime.ParseMediaType(disposition); err == nil && d == "attachment" {
		return
	}
	switch {
	case strings.HasPrefix(media, "multipart/"):
		l.within(multipart.NewReader(body, parameters["boundary"]), depth)
	case media == "message/rfc822" && l.html == "" && l.plain == "": // one passed on as a whole
		if m, err := mail.ReadMessage(transferred(encoding, body)); err == nil {
			l.part(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body, depth+1)
		}
	case media == "text/html" && l.html == "":
		l.html = l.read(encoding, parameters["charset"], body)
	case media == "text/plain" && l.plain == "":
		l.plain = l.read(encoding, parameters["charset"], body)
	}
}

// mediaOf returns the kind of a part, plain text if it is not understood, and what is said of it.
func mediaOf(kind string) (media string, parameters map[string]string) {
	media, parameters, err := mime.ParseMediaType(kind)
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		return "text/plain", nil
	}
	return media, parameters
}

// within reads the parts of a part.
func (l *letter) within(in *multipart.Reader, depth int) {
	for l.parts >= 0 {
		p, err := in.NextRawPart()
		if err != nil { // the end, or damage, behind which no part can be told
			return
		}
		before := l.html
		l.part(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.Header.Get("Content-Disposition"), p, depth+1)
		if before == "" && l.html != "" && l.location == "" {
			l.location = p.Header.Get("Content-Location")
		}
	}
}

// transferred returns what a part holds, without the encoding in which it was sent.
func transferred(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// read reads the text of a part. What stands before damage counts.
func (l *letter) read(encoding, label string, body io.Reader) string {
	b, err := io.ReadAll(transferred(encoding, body))
	if err != nil {
		l.problems = append(l.problems, l.record.problem("damaged: %s", because(err)))
	}
	if e, _ := charset.Lookup(label); e == nil {
		label = l.record.o.Charset
	}
	text, guessed, damaged, err := decodeGuessing(b, label)
	if err != nil {
		l.problems = append(l.problems, l.record.problem("%s", err))
		return ""
	}
	if guessed != "" {
		l.problems = append(l.problems, l.record.problem("%s", guess(guessed)))
	}
	l.problems = append(l.problems, l.record.damage(damaged)...)
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// text returns the text of the message: of its HTML what a page of it would be, unless that leaves half of it out,
// since a newsletter is put together of tables; else the plain text.
func (l *letter) text() string {
	if l.html == "" {
		return withoutMailing(l.plain)
	}
	all := withoutMailing(proseOf(l.html))
	p := webpage.Read(l.html, webpage.Options{})
	if len(p.Text)*2 <= len(all) || p.TextSource != "" {
		return all
	}
	const longestFoot = 200 // bytes of a line of it
	parts := strings.Split(p.Text, "\n\n")
	for len(parts) > 1 && len(parts[len(parts)-1]) < longestFoot && !strings.Contains(all, parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	l.byline = p.Byline.Value
	return withoutMailing(strings.Join(parts, "\n\n"))
}

// mailingPhrases are parts of the lines in which a newsletter speaks of itself, in lower case: how to see it in a
// browser, why it came, how to be rid of it.
var mailingPhrases = []string{
	"unsubscribe", "view in browser", "view this email", "view it in your browser", "view online", "read online", "open in browser", "you are receiving this", "you're receiving this", "you received this email", "forwarded this email", "forwarded to you", "manage your preferences", "email preferences", "update your preferences", "add us to your address book", "this email was sent",
	"abbestellen", "abmelden", "im browser", "online-version", "online lesen", "diese e-mail", "diesen newsletter", "désabonner", "désinscrire", "dans votre navigateur", "version en ligne", "vous recevez", "darse de baja", "cancelar la suscripción", "en tu navegador", "en su navegador", "versión online", "recibe este correo",
	"annulla l'iscrizione", "disiscriv", "nel browser", "cancelar inscrição", "no navegador", "afmelden", "uitschrijven", "in je browser", "in uw browser", "wypisz się", "w przeglądarce", "zrezygnować z subskrypcji", "rezygnacja z subskrypcji",
}

// withoutMailing leaves out the lines before the running text of a newsletter in which it speaks of itself, and its
// foot, which begins with the first such line in its last third.
func withoutMailing(text string) string {
	const shortestProse = 120 // bytes
	size, prose := 0, false
	var kept []string
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		size += len(part)
		switch {
		case !isMailing(part):
			prose = prose || len(part) >= shortestProse
			kept = append(kept, part)
		case prose && size*3 > len(text)*2:
			return strings.Join(kept, "\n\n")
		case prose:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "\n\n")
}

// isMailing reports whether a short paragraph has one of mailingPhrases.
func isMailing(part string) bool {
	const longest = 300 // bytes
	if len(part) > longest {
		return false
	}
	part = strings.ToLower(part)
	for _, phrase := range mailingPhrases {
		if strings.Contains(part, phrase) {
			return true
		}
	}
	return false
}

// A sender is who a message is from.
type sender struct{ address, outlet, byline string }

// senderOf tells the outlet and the writer from the line of a message that says whom it is from. "Ada Crane from The Islander" and "Ada Crane at The
// Islander" name both; who writes from an address of a service for people is no outlet.
func senderOf(line string) (s sender) {
	parser := mail.AddressParser{WordDecoder: headerWords()}
	list, err := parser.ParseList(line)
	if err != nil || len(list) == 0 {
		return s
	}
	s.address = strings.ToLower(list[0].Address)
	name := strings.Join(strings.Fields(list[0].Name), " ")
	_, domain, _ := strings.Cut(s.address, "@")
	switch {
	case isPostbox(domain):
		s.byline = name
	case name == "" || strings.Contains(name, "@"):
		s.outlet = domain
	default:
		s.outlet = name
		for _, by := range [...]string{" from ", " at ", " | ", " via ", " von ", " de ", " bei "} {
			if writer, outlet, ok := strings.Cut(name, by); ok && strings.Contains(writer, " ") && !strings.HasPrefix(strings.ToLower(writer), "the ") && outlet != "" {
				s.byline, s.outlet = writer, outlet
				break
			}
		}
	}
	return s
}

// isPostbox reports whether a domain is that of a service at which people have their mail.
func isPostbox(domain string) bool {
	for _, name := range [...]string{"gmail.", "googlemail.", "outlook.", "hotmail.", "live.", "yahoo.", "icloud.", "me.com", "aol.", "gmx.", "web.de", "t-online.", "orange.fr", "free.fr", "libero.it", "proton.", "protonmail.", "mail.ru", "yandex."} {
		if strings.HasPrefix(domain, name) {
			return true
		}
	}
	return false
}

// subjectOf returns the subject of a message without what programs put before it when it is passed on.
func subjectOf(h mail.Header) string {
	subject, err := headerWords().DecodeHeader(h.Get("Subject"))
	if err != nil {
		subject = h.Get("Subject")
	}
	subject = strings.ToValidUTF8(strings.Join(strings.Fields(subject), " "), "\ufffd")
	for range 3 {
		label, rest, ok := strings.Cut(subject, ": ")
		if !ok {
			break
		}
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "fwd", "fw", "wg", "tr", "rv", "i", "enc", "re", "aw", "doorst", "pd", "odp":
			subject = strings.TrimSpace(rest)
		}
	}
	return subject
}

// addressOfMail returns the address at which the head says that the message stands on the web; empty if it says none.
func addressOfMail(h mail.Header) string {
	for _, key := range [...]string{"Archived-At", "List-Post", "X-Newsletter-Url"} {
		if address := strings.Trim(h.Get(key), "<> "); isURL(address) {
			return address
		}
	}
	return ""
}

// headerWords decodes what stands encoded in the head of a message.
func headerWords() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
}
