package reader

import (
	"bytes"
	"io"
	"net/url"
	"path"
	"strings"

	"wiretrace/article"
)

// textForm is plain text: one article a file. What the first lines say of
// title, byline and date is found later, in the text, where it stays. Front
// matter and a head of labelled lines stay there too, but are read here.
func textForm() *form {
	f := &form{
		name:    "text",
		exact:   true,
		endings: []string{".txt", ".text", ".md", ".markdown"},
		sniff:   func(head []byte) bool { return len(head) > 0 && textual(head) && !looksMarkedUp(head) },
		any:     true,
		parse:   parseText,
	}
	page, table := htmlForm(), tableForm()
	f.split = func(src *source) error {
		switch head, _ := src.r.Peek(headSize); {
		case src.ending != ".txt": // what others save under this name
		case isWholePage(head):
			return page.split(src)
		case isTable(head):
			return table.split(src)
		}
		if head, _ := src.r.Peek(headSize); wide(head) == nil {
			if kind := exportOf(head); kind != noExport {
				return splitExport(f, src, kind)
			}
		}
		if head, _ := src.r.Peek(headSize); isCookieJar(head) {
			if src.file.named {
				src.problem(0, "no article: the cookies of a browser or crawler")
			}
			return nil
		}
		data, ok := src.all()
		if !ok {
			return nil
		}
		if plain, kind := lateExport(data); kind != noExport {
			return (&exportSplitter{kind: kind, form: f, src: src}).text(plain)
		}
		if parts := series(data); parts != nil {
			return src.emitParts(f, parts)
		}
		if parts := clippings(data); parts != nil {
			return src.emitClippings(f, parts)
		}
		return src.emit(f, 0, data)
	}
	return f
}

// emitParts emits the articles of one file, the first as record 1.
func (src *source) emitParts(f *form, parts [][]byte) error {
	for i, part := range parts {
		if err := src.emit(f, i+1, part); err != nil {
			return err
		}
	}
	return nil
}

// emitClippings emits the articles that clippings parted, the first as record 1.
func (src *source) emitClippings(f *form, parts [][]byte) error {
	for i, part := range parts {
		if err := src.hand(&Record{Number: i + 1, Data: part, around: clipped, form: f}); err != nil {
			return err
		}
	}
	return nil
}

// isTable reports whether a text that begins with head is a table: its first line names the text and two fields more of
// an article at least, and little else, and the rows below have as many cells.
func isTable(head []byte) bool {
	const longest, leastKnown = 400, 3 // bytes of the line; columns
	if e := wide(head); e != nil {
		decoded, err := e.NewDecoder().Bytes(head[:len(head)&^3])
		if err != nil {
			return false
		}
		head = decoded
	}
	line, rest, ok := bytes.Cut(head, []byte("\n"))
	if !ok || len(rest) == 0 || len(line) > longest || bytes.IndexByte(line, '\t') < 0 && bytes.Count(line, []byte(";")) < leastKnown-1 {
		return false
	}
	t := tableOf(head, "")
	if t == nil || t.column(textField) < 0 || t.known() < leastKnown || t.known()*2 < len(t.names) {
		return false
	}
	even, of := t.even(head[t.before:])
	return even >= 2 && even*2 > of
}

// lateExport returns the text of an export of which the beginning of the file does not show that it is one, since
// its characters are wide, as Retriever writes them, or its first document is long.
func lateExport(data []byte) (plain string, kind exportKind) {
	if e := wide(data); e != nil {
		decoded, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", noExport
		}
		return strings.ReplaceAll(string(decoded), "\r\n", "\n"), exportOf(decoded)
	}
	if len(data) > headSize {
		kind = exportOf(data)
	}
	if kind != noExport {
		plain = string(data)
	}
	return plain, kind
}

// isWholePage reports whether head begins a page with what says that it is one.
func isWholePage(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
	const longest = len("<!doctype html")
	begin := bytes.ToLower(head[:min(len(head), longest)])
	return bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html")) && looksLikePage(head)
}

// splitExport cuts a text of many articles into them. The number of a record is
// that of its document.
func splitExport(f *form, src *source, kind exportKind) error {
	w := newWindow(src.r, src.block, src.o.MaxRecord)
	defer func() { src.block = w.rest() }()
	s := &exportSplitter{kind: kind, form: f, src: src}
	for {
		line, st := w.line()
		switch st {
		case whole:
			if s.number == 0 && !s.begun {
				line = bytes.TrimPrefix(line, bomUTF8)
			}
			if err := s.line(bytes.TrimSuffix(line, []byte("\r"))); err != nil {
				return err
			}
			continue
		case large:
			src.problem(s.number+1, "a line %s", tooLarge(w.max))
			continue
		}
		if w.err != io.EOF {
			src.problem(s.number+1, "%s", because(w.err))
		}
		return s.end()
	}
}

func parseText(r *Record) ([]article.Article, []Problem) {
	if _, ok := r.around.(exportKind); ok {
		return parseExport(r)
	}
	text, problems, err := r.decode(r.o.Charset)
	switch {
	case err != nil:
		return nil, []Problem{r.problem("%s", err)}
	case strings.TrimSpace(text) == "":
		return nil, []Problem{r.problem("the text is empty")}
	case listsAddresses(text):
		return nil, []Problem{r.problem("no article: nothing but addresses")}
	case notesSearch(text):
		return nil, []Problem{r.problem("no article: the list of what a database delivered")}
	}
	p, size := frontMatter(text)
	if size == 0 {
		p, size = labelled(text)
	}
	if strings.TrimSpace(text[size:]) == "" {
		return nil, append(problems, r.problem("the text is empty"))
	}
	p.value[textField] = text[size:] // its language may tell more of the head
	a := p.article(r)
	a.Text, a.Preamble = text, size
	if a.URL == "" {
		a.URL = addressLine(text[size:])
	}
	if a.Published.Precision == article.NoTime && p.badDate != "" {
		problems = append(problems, r.problem("%s", p.dateProblem()))
	}
	if n := several(text[size:]); n > 0 {
		problems = append(problems, r.problem("it looks like %d articles with rules between them, and is read as one; a file each, or heads of labelled lines (Title:, Date:, Source:), would part them", n))
	}
	return []article.Article{a}, problems
}

// addressLine returns the address that stands alone in the first line of a text, as
// people copy it with the article, perhaps behind "Link:"; empty if none does.
func addressLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.TrimSpace(line)
	if label, rest, ok := strings.Cut(line, ": "); ok && !strings.ContainsAny(label, " /") {
		line = strings.TrimSpace(rest)
	}
	u, err := url.Parse(line)
	if err != nil || !isURL(line) || !isHost(strings.TrimPrefix(u.Hostname(), "www.")) || strings.ContainsAny(line, " \t") {
		return ""
	}
	switch path.Ext(u.Path) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mp3", ".pdf":
		return ""
	}
	return line
}

// damage is the problem of a text in which characters were lost; the article is
// read all the same.
func (r *Record) damage(n int) []Problem {
	switch n {
	case 0:
		return nil
	case 1:
		return []Problem{r.problem("one character is damaged; it is read as U+FFFD")}
	}
	return []Problem{r.problem("%d characters are damaged; they are read as U+FFFD", n)}
}
