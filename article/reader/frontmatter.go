package reader

import (
	"slices"
	"strings"
)

// The bounds of front matter. What is longer is a text that begins with a
// line of hyphens.
const (
	frontMatterSize  = 64 << 10
	frontMatterLines = 400
)

// frontMatter reads the front matter that a text begins with, between fences of
// --- in the manner of YAML or of +++ in that of TOML, or as an object of JSON:
//
//	---
//	title: "Harbour stays open"
//	date: 2024-08-17T11:04:59Z
//	authors: [Ada Crane, Jo Field]
//	---
//
// It understands keys at the margin with a value, or a list, of plain words;
// the keys are those of JSON. size is how many bytes it takes, with both
// fences; 0 if there is none.
func frontMatter(text string) (fs fields, size int) {
	fence, ends, separator := "---", []string{"---", "..."}, ":"
	switch {
	case strings.HasPrefix(text, "---"):
	case strings.HasPrefix(text, "+++"):
		fence, ends, separator = "+++", []string{"+++"}, "="
	case strings.HasPrefix(text, "{"):
		return jsonMatter(text)
	default:
		return fields{}, 0
	}
	m := matter{separator: separator}
	head := text[:min(len(text), frontMatterSize)]
	for n := range frontMatterLines {
		end := strings.IndexByte(head[size:], '\n')
		next := size + end + 1
		if end < 0 {
			end, next = len(head)-size, len(head)
		}
		line := strings.TrimRight(head[size:size+end], " \t\r")
		size = next
		switch {
		case n == 0:
			if line != fence {
				return fields{}, 0
			}
			continue
		case slices.Contains(ends, line):
			m.done()
			if m.keys == 0 {
				return fields{}, 0
			}
			if m.made != "" && m.value[urlField] == "" {
				m.set(dateField, lastDateRank, []byte("created"), m.made)
			}
			return m.fields, size
		case size == len(head) || !m.line(line):
			return fields{}, 0
		}
	}
	return fields{}, 0
}

// jsonMatter reads front matter that is an object of JSON, with the text behind it.
func jsonMatter(text string) (fs fields, size int) {
	s := &scanner{b: []byte(text[:min(len(text), frontMatterSize)])}
	s.next()
	if !fs.object(s, 0, 0) || s.err != "" || fs.rank[textField] != 0 || fs.rank[titleField] == 0 && fs.rank[urlField] == 0 && fs.dateRank == 0 {
		return fields{}, 0
	}
	line, _, _ := strings.Cut(text[s.i:], "\n")
	if strings.TrimSpace(line) != "" {
		return fields{}, 0
	}
	return fs, min(s.i+len(line)+1, len(text))
}

// A matter is front matter that is being read.
type matter struct {
	fields
	separator string // between key and value
	keys      int

	key    string   // that was read last
	values []string // what belongs to it so far
	folded bool     // its lines are one text
	made   string   // when the note was made
}

// isMade reports whether a key of front matter says when the note was made. Of one that was
// clipped from a page, whose address it gives, that is no day of the article's.
func isMade(key string) bool {
	switch strings.ToLower(key) {
	case "created", "created_at", "createdat", "timestamp", "time":
		return true
	}
	return false
}

// line reads a line and reports whether it can belong to front matter.
func (m *matter) line(line string) bool {
	trimmed := strings.TrimLeft(line, " \t")
	item, listed := strings.CutPrefix(trimmed, "-")
	listed = listed && (item == "" || item[0] == ' ')
	switch {
	case trimmed == "" || trimmed[0] == '#':
		return true
	case listed && m.key != "":
		if name, ok := strings.CutPrefix(strings.TrimSpace(item), "name:"); ok {
			item = name
		}
		m.add(item)
		return true
	case trimmed != line && m.key != "": // more of the value, or an object
		switch key, value, ok := strings.Cut(trimmed, m.separator); {
		case m.folded || !ok:
			m.values = append(m.values, trimmed)
		case key == "name" || key == "title":
			m.add(value)
		}
		return true
	case trimmed != line:
		return false
	case m.separator == "=" && trimmed[0] == '[': // a table begins: its keys are of something else
		m.done()
		m.key = "["
		return true
	case m.separator == "=" && (trimmed[0] == ']' || trimmed[0] == '"') && m.key != "":
		m.add(strings.TrimRight(trimmed, "],"))
		return true
	}
	key, value, ok := strings.Cut(line, m.separator)
	if key = strings.Trim(strings.TrimSpace(key), `"'`); !ok || key == "" || len(key) > 60 || strings.Count(key, " ") > 3 {
		return false
	}
	if m.separator == ":" && value != "" && value[0] != ' ' && value[0] != '\t' {
		return false // as in 10:30 or http://
	}
	table := m.key == "["
	m.done()
	if m.key = key; table {
		m.key = "["
		return true
	}
	m.keys++
	switch value = strings.TrimSpace(value); {
	case value != "" && (value[0] == '|' || value[0] == '>'):
		m.folded = true
	default:
		m.add(value)
	}
	return true
}

// add adds a value, or the values in brackets, to the key that was read last.
func (m *matter) add(value string) {
	value = strings.TrimSpace(value)
	if strings.HasPrefix(value, "[") {
		for _, v := range strings.Split(strings.Trim(value, "[]"), ",") {
			m.add(v)
		}
		return
	}
	if value = bare(value); value != "" {
		m.values = append(m.values, value)
	}
}

// bare returns a value without the marks around it, or the comment behind it.
func bare(value string) string {
	if len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
		if end := strings.LastIndexByte(value, value[0]); end > 0 {
			inner := value[1:end]
			if value[0] == '\'' {
				return strings.ReplaceAll(inner, "''", "'")
			}
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, " ", `\t`, " ").Replace(inner)
		}
	}
	if i := strings.Index(value, " #"); i >= 0 {
		value = strings.TrimSpace(value[:i])
	}
	if value == "~" || strings.HasPrefix(value, "{") {
		return ""
	}
	return value
}

// done takes the key that was read last with its values.
func (m *matter) done() {
	if f, rank := fieldOf([]byte(m.key)); len(m.values) > 0 && f != noField && f != nestField && f != textField && f != bodiesField {
		v := m.values[0]
		switch {
		case m.folded:
			v = strings.Join(m.values, " ")
		case f == bylineField:
			v = strings.Join(m.values, ", ")
		}
		if f == dateField && isMade(m.key) {
			m.made = v
		} else {
			m.setLinked(f, rank, []byte(m.key), v)
		}
	}
	m.key, m.values, m.folded = "", nil, false
}
