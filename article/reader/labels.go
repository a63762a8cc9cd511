package reader

import (
	"bytes"
	"strings"
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
// The labels are the keys of JSON and may be marked as in Markdown. It counts as
// a head if it names a title, an address or a date, and something else. size is
// how many bytes it takes; 0 if there is none.
func labelled(text string) (p page, size int) {
	h := labelHead{text: text[:min(len(text), labelledSize)]}
	for range labelledLines {
		if !h.line() {
			break
		}
	}
	if h.fields < 2 || !h.certain || strings.TrimSpace(text[h.size:]) == "" {
		return page{}, 0
	}
	return h.page, h.size
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
	page
	text    string
	next    int // where the line begins that is to be read
	size    int // bytes that belong to the head
	fields  int // that are known
	certain bool
	blank   bool // the line before is empty
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
		h.fields++
	case f != noField:
		h.fields++
		h.certain = h.certain || f == titleField || f == urlField || f == dateField
		h.set(f, rank, []byte(label), value)
	case h.fields == 0 || h.blank || len(value) > 200:
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

// splitLabel parts a line at its label: "Title: x", "**Title:** x", "- Title: x".
// label is empty if it has none.
func splitLabel(line string) (label, value string) {
	line = strings.TrimLeft(line, "#*-_ ")
	label, value, ok := strings.Cut(line, ":")
	if !ok || label == "" || len(label) > longestLabel || strings.Count(label, " ") > 2 {
		return "", ""
	}
	if strings.HasPrefix(value, "//") || value != "" && value[0] >= '0' && value[0] <= '9' {
		return "", "" // an address, a time of day
	}
	label = strings.TrimRight(label, "*_ ")
	if r, _ := utf8.DecodeRuneInString(label); strings.ContainsAny(label, `.,;"“”()[]`) || r == utf8.RuneError {
		return "", ""
	}
	return label, strings.Trim(value, "*_ \t")
}

// headField is fieldOf for the label of a line. Labels that a text may have of
// itself, and values that a field cannot have, are of none.
func headField(label, value string) (field, uint8) {
	f, rank := fieldOf([]byte(label))
	switch f {
	case titleField, bylineField, outletField:
		if len(value) > 300 || f == outletField && (rank > 5 && rank != 8 || len(value) > 100) {
			return noField, 0
		}
	case dateField:
		if _, ok := date.Parse(value); !ok {
			return noField, 0
		}
	case urlField:
		if !isURL(value) {
			return noField, 0
		}
	case languageField:
	default:
		return noField, 0
	}
	if value == "" {
		return noField, 0
	}
	return f, rank
}
