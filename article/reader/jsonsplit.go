package reader

import (
	"bytes"
	"io"
	"slices"
	"unicode/utf8"
)

// jsonForm is JSON: an object a line, an object a file, objects one after the
// other, an array of objects, or an object that holds such an array or has
// articles for all its values. Which of them the first bytes tell; the endings
// are used as they come.
func jsonForm() *form {
	f := &form{
		name:    "JSON",
		exact:   true,
		endings: []string{".json", ".jsonl", ".ndjson", ".jl", ".jsonlines"},
		sniff:   looksJSON,
		parse:   parseJSON,
		wire:    true,
	}
	f.split = func(src *source) error { return (&jsonSplitter{form: f, src: src}).split() }
	return f
}

// A jsonSplitter cuts one JSON file into records.
type jsonSplitter struct {
	form    *form
	src     *source
	w       *window
	many    bool    // the file may hold many records, so that each has a number
	feed    string  // title of the feed around the records
	pending *record // the first record, as long as it may be the only one
}

// A record is what emit takes.
type record struct {
	number int
	data   []byte
	key    string
}

func (s *jsonSplitter) split() error {
	head, _ := s.src.r.Peek(4)
	s.w = newWindow(utf8Stream(s.src.r, head), s.src.block, s.src.o.MaxRecord)
	defer func() { s.src.block = s.w.rest() }()
	s.w.fill(headSize)
	if bytes.HasPrefix(s.w.bytes(), bomUTF8) {
		s.w.take(len(bomUTF8))
	}
	before := 0 // lines before the first that is not empty
	for {
		seen := s.w.bytes()
		blank := seen[:len(seen)-len(bytes.TrimLeft(seen, " \t\r\n"))]
		before += bytes.Count(blank, []byte("\n"))
		s.w.take(len(blank))
		if len(blank) < len(seen) || !s.w.more() {
			break
		}
	}
	s.w.fill(headSize)
	linewise := s.src.ending != ".json" && slices.Contains(s.form.endings, s.src.ending)
	if len(s.w.bytes()) == 0 {
		switch {
		case s.w.err != io.EOF:
			s.src.problem(0, "%s", because(s.w.err))
		case !linewise:
			s.src.problem(0, "the file is empty")
		}
		return nil
	}
	s.many = linewise
	err := s.layout(linewise, before)
	if err == nil && s.pending != nil {
		p := s.pending
		err = s.hand(0, *p)
	}
	return err
}

// layout reads the file as its first bytes, which stand at the window, ask for.
// before is the number of lines before them.
func (s *jsonSplitter) layout(linewise bool, before int) error {
	head := s.w.bytes()
	if len(head) > headSize {
		head = head[:headSize]
	}
	if kind := frameOf(head); kind != noFrame {
		return s.frame(kind)
	}
	switch {
	case isLinkedDocument(head):
		return s.linkedDocuments()
	case isChannelExport(head):
		return s.channels()
	case isDump(head):
		return s.dump()
	}
	if around := wrapped(head); around.found {
		s.many = true
		if around.ghost && s.src.size >= 0 && s.src.size <= s.w.max*columnsTimes {
			return s.ghost()
		}
		s.feed = feedTitle(head[:around.at])
		s.w.take(around.at)
		return s.values(around.keyed)
	}
	switch layoutOf(head, linewise) {
	case lines:
		return s.lines(before)
	case arrayRows:
		s.many = true
		return s.rows()
	case values:
		s.many = s.many || head[0] == '['
		return s.values(false)
	}
	if !textual(head) {
		s.src.problem(0, "not JSON: %s", errBinary)
		return nil
	}
	r, _ := utf8.DecodeRune(head)
	s.src.problem(0, "not JSON: it begins with %q", r)
	return nil
}

// lines reads a file of one object a line, of which before lines were passed
// over. The number of a record is that of its line, since that is what an
// editor shows.
func (s *jsonSplitter) lines(before int) error {
	for number := before + 1; ; number++ {
		line, st := s.line(number)
		switch {
		case st == cut || st == over:
			return nil
		case len(line) == 0 || isAction(line):
			continue
		}
		if err := s.emit(record{number: number, data: line}); err != nil {
			return err
		}
	}
}

// rows reads an array of which each element has a line of its own. The number
// of a record is that of the element.
func (s *jsonSplitter) rows() error {
	const around = "[], \t" // what stands around an object and cannot be part of it
	depth := 0
	for number := 1; ; {
		line, st := s.line(number)
		switch {
		case st == large:
			number++
			continue
		case st == over && s.w.err == io.EOF && depth > 0:
			s.src.problem(number, "%s", cutShort)
			return nil
		case st == over || st == cut:
			return nil
		}
		row := bytes.TrimLeft(line, around)
		before := line[:len(line)-len(row)]
		row = bytes.TrimRight(row, around)
		behind := line[len(before)+len(row):]
		for _, part := range [...][]byte{before, behind} {
			depth += bytes.Count(part, []byte("[")) - bytes.Count(part, []byte("]"))
		}
		if len(row) == 0 {
			continue
		}
		if err := s.emit(record{number: number, data: row}); err != nil {
			return err
		}
		number++
	}
}

// cutShort is the reason when brackets that hold records are never closed.
const cutShort = "the file ends before its last bracket is closed: it is cut short"

// line reads a line, without white space around it, and reports those that are
// too large or cut off, of which it returns nothing.
func (s *jsonSplitter) line(number int) ([]byte, state) {
	line, st := s.w.line()
	switch st {
	case large:
		s.many = true
		s.src.problem(number, "%s", tooLarge(s.w.max))
	case cut:
		s.src.problem(number, "%s", because(s.w.err))
	case over:
		if s.w.err != io.EOF {
			s.src.problem(number, "%s", because(s.w.err))
		}
	case whole:
		return bytes.Trim(line, " \t\r"), st
	}
	return nil, st
}

// values reads objects one after the other. Brackets and commas between them
// are taken as they come, so that arrays in arrays, and files that were
// written by appending arrays, are read too. keyed says that they are the
// values of one object, whose opening bracket stands next.
func (s *jsonSplitter) values(keyed bool) error {
	depth, number, key := 0, 0, ""
	junk := false // what was read last was not an object
	if keyed {
		s.w.start++
		depth = 1
	}
	for s.w.space() {
		switch c := s.w.block[s.w.start]; c {
		case '{':
			junk = false
			number++
			value, st, ended := s.w.value()
			switch {
			case st == large && ended:
				s.src.problem(number, "%s, and the file ends before it does", tooLarge(s.w.max))
				return nil
			case st == large:
				s.many = true
				s.src.problem(number, "%s", tooLarge(s.w.max))
				continue
			case st == cut && s.w.err != io.EOF:
				s.src.problem(number, "%s", because(s.w.err))
				return nil
			}
			if err := s.emit(record{number, value, key}); err != nil {
				return err
			}
			if ended {
				return nil // parsing says that it is cut short
			}
		case '[':
			depth++
			s.w.start++
		case ']', '}':
			depth--
			s.w.start++
			if depth == 0 && s.last() {
				return nil
			}
		case ',', ':':
			s.w.start++
		default:
			text, ok := s.scalar()
			if keyed && c == '"' {
				key = text
				continue
			}
			if !ok {
				s.src.problem(number+1, "invalid JSON: a string without end")
				return nil
			}
			number++
			if !junk {
				s.many = true
				s.src.problem(number, "not a JSON object: %s", text)
			}
			junk = true
		}
	}
	switch {
	case s.w.err != io.EOF:
		s.src.problem(number+1, "%s", because(s.w.err))
	case depth > 0:
		s.src.problem(number+1, "%s", cutShort)
	}
	return nil
}

// last reports whether what follows the end of an array belongs to an object
// around it, so that there are no more articles.
func (s *jsonSplitter) last() bool {
	if !s.w.space() {
		return false
	}
	if s.w.block[s.w.start] == ',' {
		s.w.start++
		s.w.space()
	}
	c := byte(0)
	if s.w.start < s.w.end {
		c = s.w.block[s.w.start]
	}
	return c == '"' || c == '}'
}

// scalar passes over a string, number or word and returns its beginning; ok is
// false if a string does not end.
func (s *jsonSplitter) scalar() (text string, ok bool) {
	const show = 200
	n := nesting{}
	if s.w.block[s.w.start] == '"' {
		s.w.start++
		n.quoted = true
	}
	quoted := n.quoted
	var b []byte
	for {
		part := s.w.bytes()
		end := len(part)
		if quoted {
			end = n.text(part)
			ok = !n.quoted
		} else if i := bytes.IndexAny(part, ",[]{} \t\r\n"); i >= 0 {
			end, ok = i, true
		}
		if room := show - len(b); room > 0 {
			b = append(b, part[:min(end, room)]...)
		}
		s.w.start += end
		if ok || !s.w.more() {
			if quoted {
				b = bytes.TrimSuffix(b, []byte(`"`))
			}
			return string(bytes.ToValidUTF8(b, nil)), ok || !quoted
		}
	}
}

// emit hands on a record, but holds the first back while it may turn out to be
// the only one of its file, which then has no number.
func (s *jsonSplitter) emit(r record) error {
	if p := s.pending; p != nil {
		s.pending, s.many = nil, true
		if err := s.hand(p.number, *p); err != nil {
			return err
		}
	}
	if !s.many {
		s.pending = &r
		return nil
	}
	return s.hand(r.number, r)
}

// hand hands on a record under a number.
func (s *jsonSplitter) hand(number int, r record) error {
	return s.src.hand(&Record{Number: number, Data: r.data, key: r.key, around: jsonAround{outlet: s.feed}, form: s.form})
}
