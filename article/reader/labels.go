package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article/date"
)

// The bounds of a head of labelled lines. News has no such heads by nature, so
// that what is longer is a text of another kind.
const (
	labelledSize  = 8 << 10
	labelledLines = 40
	longestLabel  = 30
)

// labelled reads the head of a text that says in lines what it is, as scrapers
// and readers for language models write it:
//
//	Title: Harbour stays open
//	Author: Ada Crane
//	Date: 2024-08-17
//	Source: The Example
//
//	The text.
//
// The labels are the keys of JSON, or headLabels, and may be marked as in Markdown; a
// heading of Markdown may stand above them, which is the title. It counts as
// a head if it names a title, an address or a date, and something else. size is
// how many bytes it takes; 0 if there is none.
func labelled(text string) (fs fields, size int) {
	h := labelHead{text: text[:min(len(text), labelledSize)]}
	h.heading()
	for range labelledLines {
		if !h.line() {
			break
		}
	}
	if h.known < 2 || !h.certain || strings.TrimSpace(text[h.size:]) == "" {
		return fields{}, 0
	}
	return h.fields, h.size
}

// series parts a text of several articles, each with a head of labelled lines and
// a rule between them, as programs write what they found into one file; nil if it
// is none.
func series(data []byte) (parts [][]byte) {
	if len(data) < labelledSize/64 || bytes.IndexByte(data[:min(len(data), labelledSize)], ':') < 0 {
		return nil
	}
	from := 0
	take := func(to int) bool {
		part := bytes.Trim(data[from:to], "\r\n")
		if len(bytes.TrimSpace(part)) == 0 {
			return true
		}
		if _, size := labelled(string(part[:min(len(part), 2*labelledSize)])); size == 0 {
			return false
		}
		parts = append(parts, part)
		return true
	}
	for at := 0; at < len(data); {
		end := bytes.IndexByte(data[at:], '\n')
		if end < 0 {
			break
		}
		if isRule(data[at : at+end]) {
			if !take(at) {
				return nil
			}
			from = at + end + 1
		}
		at += end + 1
	}
	if from == 0 || !take(len(data)) || len(parts) < 2 {
		return nil
	}
	return parts
}

// isRule reports whether a line is a rule: five signs or more of one kind.
func isRule(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) >= 5 && bytes.IndexByte([]byte("-=_*#~"), line[0]) >= 0 && len(bytes.Trim(line, string(line[:1]))) == 0
}

// A labelHead is a head that is being read.
type labelHead struct {
	fields
	text    string
	next    int // where the line begins that is to be read
	size    int // bytes that belong to the head
	known   int // labels of fields
	certain bool
	blank   bool // the line before is empty
}

// heading passes over a heading of Markdown above the labels, with a picture or the heading
// "Metadata" below it, as clippers write them.
func (h *labelHead) heading() {
	at := 0
	title := ""
	for at < len(h.text) {
		line, _, _ := strings.Cut(h.text[at:], "\n")
		trimmed := strings.TrimSpace(line)
		_, second := strings.CutPrefix(trimmed, "## ")
		heading, first := strings.CutPrefix(trimmed, "# ")
		switch {
		case trimmed == "", strings.HasPrefix(trimmed, "![") && title != "", second && title != "" && strings.EqualFold(trimmed, "## metadata"):
		case first && title == "":
			title = strings.TrimSpace(strings.TrimRight(heading, "#"))
		default:
			if title == "" {
				return
			}
			const behindLabels = 20 // the rank of a title that has no label
			h.next, h.certain = at, true
			h.set(titleField, behindLabels, nil, title)
			return
		}
		at = min(at+len(line)+1, len(h.text))
	}
}

// line reads a line and reports whether the head may go on behind it.
func (h *labelHead) line() bool {
	line, _, more := strings.Cut(h.text[h.next:], "\n")
	end := h.next + len(line)
	if more {
		end++
	}
	trimmed := strings.TrimSpace(line)
	if trimmed == "" {
		h.blank = h.next > 0
		h.next = end
		return more
	}
	label, value := splitLabel(trimmed)
	if label == "" {
		return false
	}
	switch strings.ToLower(label) {
	case "text", "body", "content", "article", "article text", "full text", "markdown content", "main text", "texte", "texto", "testo", "inhalt":
		// The text begins here.
		h.size = end
		if value != "" {
			h.size = h.next + strings.LastIndex(line, value)
		}
		return false
	}
	f, rank := headField(label, value)
	switch {
	case h.mailed(label, value):
		h.known++
	case f != noField:
		h.known++
		h.certain = h.certain || f == titleField || f == urlField || f == dateField
		h.setLinked(f, rank, []byte(label), value)
	case h.known == 0 || h.blank || len(value) > 200:
		return false // a line of the text with a colon
	}
	h.next, h.size, h.blank = end, end, false
	return more
}

// mailed takes a line of the head of a mail that was saved as text, and reports whether it is one that
// says who sent it or what it is about.
func (h *labelHead) mailed(label, value string) bool {
	switch strings.ToLower(label) {
	case "from", "von", "de", "da", "van", "från", "fra":
		from := senderOf(value)
		if from.address == "" {
			return false
		}
		h.set(outletField, 5, []byte(label), from.outlet)
		h.set(bylineField, 5, []byte(label), from.byline)
		return true
	case "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "assunto", "ämne", "emne":
		h.certain = true
		h.set(titleField, 5, []byte(label), value)
		return value != ""
	}
	return false
}

// splitLabel parts a line at its label: "Title: x", "**Title:** x", "- Title: x", "标题：x",
// "TITLE=x", "[Title] x". label is empty if it has none.
func splitLabel(line string) (label, value string) {
	if inner, rest, ok := strings.Cut(line, "] "); ok && len(inner) > 1 && inner[0] == '[' && isKnownLabel(inner[1:]) {
		return inner[1:], strings.TrimSpace(rest)
	}
	line = strings.TrimLeft(line, "#*-_ ")
	i := strings.IndexAny(line, ":：=\t")
	if i <= 0 || i > longestLabel {
		return "", ""
	}
	_, size := utf8.DecodeRuneInString(line[i:])
	label, value = line[:i], line[i+size:]
	if c := line[i]; (c == '=' || c == '\t') && !isKnownLabel(label) {
		return "", ""
	}
	value = strings.TrimPrefix(value, ":") // title:: x
	if line[i] == ':' && goesOn(value) {
		return "", ""
	}
	if label = strings.TrimRight(label, "*_ \t\u00a0\u202f"); !labelLike(label) {
		return "", ""
	}
	return label, strings.Trim(value, "*_ \t\u00a0\u3000")
}

// goesOn reports whether what stands behind a colon belongs with what stands before it: that of an
// address, or of a time of day.
func goesOn(value string) bool {
	return strings.HasPrefix(value, "//") || value != "" && '0' <= value[0] && value[0] <= '9'
}

// labelLike reports whether label is written as labels are: a few words without marks.
func labelLike(label string) bool {
	const mostSpaces = 2
	r, _ := utf8.DecodeRuneInString(label)
	return r != utf8.RuneError && !strings.ContainsAny(label, `.,;"“”()[]`) && strings.Count(strings.TrimSpace(label), " ") <= mostSpaces
}

// isKnownLabel reports whether a label names a field.
func isKnownLabel(label string) bool {
	f, _ := labelField(strings.TrimSpace(label))
	return f != noField && f != nestField && f != textField
}

// headField is fieldOf for the label of a line. Labels that a text may have of
// itself, and values that a field cannot have, are of none.
func headField(label, value string) (field, uint8) {
	f, rank := labelField(label)
	if value == "" || !mayHold(f, rank, value) {
		return noField, 0
	}
	return f, rank
}

// mayHold reports whether the field f, which a label of that rank names, can have the value in the
// head of a text.
func mayHold(f field, rank uint8, value string) bool {
	const longest, longestOutlet = 300, 100 // bytes
	switch f {
	case titleField, bylineField:
		return len(value) <= longest
	case outletField:
		return len(value) <= longestOutlet && (rank <= 5 || rank == 8) && !saysSomething(value)
	case dateField:
		day := withoutBrackets(value)
		_, open := date.OrderOf(day)
		return open || understood(day)
	case urlField:
		_, address := withoutLink(value)
		return address != "" || isURL(value)
	}
	return f == languageField
}

// saysSomething reports whether what stands behind the label of an outlet is a part of a
// sentence rather than a name.
func saysSomething(value string) bool {
	const mostWords = 8
	if isURL(value) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(value)
	return len(strings.Fields(value)) > mostWords || unicode.IsLower(r) && strings.Contains(value, " ") && strings.HasSuffix(value, ".")
}

// setLinked offers the value of a label or of front matter, which may be written as a link of
// Markdown, [The Example](https://example.com/a), or of a notebook, [[Ada Crane]].
func (fs *fields) setLinked(f field, rank uint8, key []byte, v string) {
	switch f {
	case titleField, bylineField, outletField:
		name, address := withoutLink(v)
		if address != "" && f == outletField && bytes.EqualFold(key, []byte("source")) {
			fs.set(urlField, 10, key, address) // that of a field of its own goes before
		}
		v = name
	case urlField:
		if _, address := withoutLink(v); address != "" {
			v = address
		}
	case dateField:
		v = withoutBrackets(v)
	}
	fs.set(f, rank, key, v)
}

// withoutLink returns what a link of Markdown shows and where it leads; of other values what
// they are, without the brackets of notebooks: [[Ada Crane|Crane]], [[Jo Field]].
func withoutLink(v string) (shown, address string) {
	if strings.HasPrefix(v, "[") && strings.HasSuffix(v, ")") && !strings.HasPrefix(v, "[[") {
		if text, link, ok := strings.Cut(v[1:len(v)-1], "]("); ok && isURL(link) && !strings.ContainsAny(link, "()[] ") {
			return strings.TrimSpace(text), link
		}
	}
	if !strings.Contains(v, "[[") || strings.Count(v, "[[") != strings.Count(v, "]]") {
		return v, ""
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(v, "[[")
		name, after, closed := strings.Cut(rest, "]]")
		b.WriteString(before)
		if !ok || !closed {
			return b.String(), ""
		}
		page, alias, _ := strings.Cut(name, "|")
		if alias == "" {
			alias = page[strings.LastIndexByte(page, '/')+1:] // People/Ada Crane
		}
		b.WriteString(alias)
		v = after
	}
}

// withoutBrackets returns a date without the marks that notebooks put around it: <2024-08-17 Sat>,
// [[2024-08-17]].
func withoutBrackets(v string) string {
	return strings.TrimRight(strings.TrimLeft(strings.TrimSpace(v), "<[ "), ">] ")
}
