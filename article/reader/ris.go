package reader

import (
	"bytes"
	"io"
	"strings"
	"unicode"

	"wiretrace/article"
)

// risForm is RIS, in which databases of newspapers and programs for citations hand on what they know of a piece, a tag a
// line. The text, if they have it, stands where the abstract does:
//
//	TY  - NEWS
//	T1  - Harbour stays open
//	A1  - Crane, Ada
//	JF  - The Example
//	Y1  - 2025/03/12/
//	N2  - The text.
//	ER  -
func risForm() *form {
	f := &form{
		name:    "RIS",
		endings: []string{".ris"},
		sniff: func(head []byte) bool {
			return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \r\n"), []byte("TY  - "))
		},
		parse: parseRIS,
	}
	f.split = func(src *source) error { return splitRIS(f, src) }
	return f
}

// splitRIS cuts a file at the lines that end a piece.
func splitRIS(f *form, src *source) error {
	w := newWindow(src.r, src.block, src.o.MaxRecord)
	defer func() { src.block = w.rest() }()
	number := 1
	var data []byte
	hand := func() error {
		piece := data
		data = nil
		if len(bytes.TrimSpace(piece)) == 0 {
			return nil
		}
		number++
		return src.hand(&Record{Number: number - 1, Data: piece, form: f})
	}
	for {
		line, st := w.line()
		switch {
		case st == large || int64(len(data)+len(line)) > src.o.MaxRecord:
			src.problem(number, "%s", tooLarge(w.max))
			data = nil
		case st == whole && bytes.HasPrefix(line, []byte("ER  -")):
			if err := hand(); err != nil {
				return err
			}
		case st == whole:
			data = append(append(data, line...), '\n')
		default:
			data = append(data, line...)
			if w.err != io.EOF {
				src.problem(number, "%s", because(w.err))
			}
			return hand()
		}
	}
}

// leastRIS is how many words the text of a piece has at least; an abstract has fewer.
const leastRIS = 80

// wordsFewerThan reports whether a text has fewer words than least, two characters of Chinese, Japanese or Thai being a word.
func wordsFewerThan(s string, least int) bool {
	n := len(strings.Fields(s))
	return n < least && n+wideLetters(s)/2 < least
}

// wideLetters returns how many characters of a text are of scripts without spaces between words.
func wideLetters(s string) (n int) {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n
}

// parseRIS reads a piece.
func parseRIS(r *Record) ([]article.Article, []Problem) {
	text, problems, err := r.decode(r.o.Charset)
	if err != nil {
		return nil, []Problem{r.problem("%s", err)}
	}
	var d document
	tags := risTags(text)
	var names []string
	for _, tag := range tags["AU"] {
		names = append(names, inOrder(tag))
	}
	first := func(tags map[string][]string, names ...string) string {
		for _, name := range names {
			if len(tags[name]) > 0 {
				return tags[name][0]
			}
		}
		return ""
	}
	d.plain(titleField, 1, "title", first(tags, "T1", "TI"))
	d.plain(bylineField, 1, "byline", strings.Join(names, ", "))
	d.plain(outletField, 1, "publication", first(tags, "JF", "T2", "JO", "PB"))
	d.plain(dateField, 1, "date", strings.TrimRight(first(tags, "DA", "Y1", "PY"), "/ "))
	d.plain(languageField, 1, "language", first(tags, "LA"))
	d.says(urlLabel, first(tags, "UR"))
	body := first(tags, "N2", "AB")
	if wordsFewerThan(body, leastRIS) {
		return nil, append(problems, r.problem("only an abstract: the export does not hold the text"))
	}
	d.setText(1, "", body)
	return d.finish(r, problems)
}

// risTags returns the values of the tags of a piece; a line without a tag goes on with the one before.
func risTags(text string) map[string][]string {
	tags := make(map[string][]string)
	last := ""
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", ""), "\n") {
		tag, value, ok := strings.Cut(line, "  - ")
		switch {
		case ok && len(tag) == 2:
			if last = tag; tag == "A1" {
				last = "AU"
			}
			tags[last] = append(tags[last], strings.TrimSpace(value))
		case last != "" && strings.TrimSpace(line) != "":
			v := tags[last]
			v[len(v)-1] += "\n\n" + strings.TrimSpace(line)
		}
	}
	return tags
}
