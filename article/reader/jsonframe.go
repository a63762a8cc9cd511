package reader

import (
	"bytes"
	"encoding/json"
	"io"
)

// frameKind is how pandas writes a table as JSON, where it writes no records.
type frameKind uint8

const (
	noFrame      frameKind = iota
	columnsFrame           // {"title": {"0": "...", "1": "..."}, "text": {"0": "...", "1": "..."}}
	splitFrame             // {"columns": ["title", "text"], "index": [0, 1], "data": [["...", "..."], ["...", "..."]]}
)

// columnsTimes is how many times the size of a record a table by columns may
// have, since it cannot be read but as a whole.
const columnsTimes = 16

// frameOf tells whether the object that head begins with is a table.
func frameOf(head []byte) (kind frameKind) {
	if len(head) == 0 || head[0] != '{' {
		return noFrame
	}
	s := &scanner{b: head}
	s.object(func(key []byte) bool {
		switch s.next() {
		case '[':
			s.i++
			if string(key) == "columns" && s.next() == '"' {
				kind = splitFrame
			}
		case '{':
			s.object(func(index []byte) bool {
				if c := s.next(); numbered(index) && c != '{' && c != '[' {
					kind = columnsFrame
				}
				return false
			})
		}
		return false // the first column tells
	})
	return kind
}

// numbered reports whether the index of a row is a number, or the address of
// its article.
func numbered(index []byte) bool {
	return len(index) > 0 && len(bytes.Trim(index, "0123456789")) == 0 || isURL(string(index))
}

// frame reads a table.
func (s *jsonSplitter) frame(kind frameKind) error {
	s.many = true
	if kind == splitFrame {
		return s.splitFrame()
	}
	table, ended := s.wholeValue("a table by columns", " (write it with orient=\"records\")")
	if table == nil || ended {
		return nil
	}
	return s.columns(table)
}

// wholeValue returns the value at the window, which stands for many records, in one piece, and reports
// whether the file ended within it. It is nil if it cannot be read. Problems tell of both, in which what
// is the name of the value and remedy says what to do where it is too large.
func (s *jsonSplitter) wholeValue(what, remedy string) (data []byte, ended bool) {
	s.w.max *= columnsTimes
	defer func() { s.w.max /= columnsTimes }()
	data, st, ended := s.w.value()
	switch {
	case st == large:
		s.src.problem(0, "%s that is %s%s", what, tooLarge(s.w.max), remedy)
		return nil, ended
	case st == cut && s.w.err != io.EOF:
		s.src.problem(0, "%s", because(s.w.err))
		return nil, ended
	case ended:
		s.src.problem(0, "%s", cutShort)
	}
	return data, ended
}

// columns puts the rows of a table together that is written column by column.
func (s *jsonSplitter) columns(table []byte) error {
	var rows [][]byte
	var keys []string
	at := make(map[string]int)
	scan := &scanner{b: table}
	scan.object(func(column []byte) bool {
		if scan.next() != '{' {
			return scan.skip(0)
		}
		name := quotedName(string(column))
		return scan.object(func(index []byte) bool {
			from := scan.i
			if !scan.skip(2) {
				return false
			}
			row, known := at[string(index)]
			if !known {
				row = len(rows)
				at[string(index)] = row
				rows, keys = append(rows, []byte{'{'}), append(keys, string(index))
			}
			rows[row] = appendMember(rows[row], name, table[from:scan.i])
			return true
		})
	})
	if scan.err != "" {
		s.src.problem(0, "invalid JSON: %s (byte %d)", scan.err, scan.wild+1)
	}
	for i, row := range rows {
		key := ""
		if isURL(keys[i]) {
			key = keys[i]
		}
		if err := s.emit(record{number: i + 1, data: append(row, '}'), key: key}); err != nil {
			return err
		}
	}
	return nil
}

// quotedName writes the name of a column as JSON does.
func quotedName(name string) []byte {
	b, err := json.Marshal(name)
	if err != nil {
		return []byte(`""`) // no string fails
	}
	return b
}

// appendMember adds a member, of which the name is quoted, to an object that is
// not closed.
func appendMember(object, name, value []byte) []byte {
	if len(object) > 1 {
		object = append(object, ',')
	}
	object = append(object, name...)
	object = append(object, ':')
	return append(object, value...)
}

// splitFrame reads a table that has the names of its columns before its rows,
// row by row.
func (s *jsonSplitter) splitFrame() error {
	var names [][]byte
	s.w.start++
	for s.w.space() {
		switch s.w.block[s.w.start] {
		case ',', ':':
			s.w.start++
			continue
		case '"':
		default:
			return nil
		}
		key, ok := s.scalar()
		if !ok || !s.w.space() || s.w.block[s.w.start] != ':' {
			break
		}
		s.w.start++
		if !s.w.space() {
			break
		}
		switch c := s.w.block[s.w.start]; {
		case key == "data" && c == '[':
			s.w.start++
			return s.frameRows(names)
		case c == '[' || c == '{':
			value, st, _ := s.w.value()
			if key == "columns" && st == whole {
				names = columnNames(value)
			}
		default:
			s.scalar()
		}
	}
	s.src.problem(0, "%s", cutShort)
	return nil
}

// frameRows reads the rows of a table, each an array.
func (s *jsonSplitter) frameRows(names [][]byte) error {
	for number := 1; s.w.space(); {
		switch s.w.block[s.w.start] {
		case ',':
			s.w.start++
			continue
		case '[':
		default: // the end
			return nil
		}
		row, st, ended := s.w.value()
		switch {
		case st == large:
			s.src.problem(number, "%s", tooLarge(s.w.max))
		case ended:
			s.src.problem(number, "%s", cutShort)
			return nil
		default:
			if err := s.emit(record{number: number, data: rowObject(names, row)}); err != nil {
				return err
			}
		}
		number++
	}
	if s.w.err != io.EOF {
		s.src.problem(0, "%s", because(s.w.err))
	} else {
		s.src.problem(0, "%s", cutShort)
	}
	return nil
}

// rowObject makes an object of an array of cells and the names of their columns.
func rowObject(names [][]byte, row []byte) []byte {
	object := append(make([]byte, 0, len(row)+32*len(names)), '{')
	cells := &scanner{b: row}
	cells.array(func() bool {
		from := cells.i
		ok := cells.skip(1)
		if ok && len(names) > 0 {
			object = appendMember(object, names[0], row[from:cells.i])
			names = names[1:]
		}
		return ok
	})
	return append(object, '}')
}

// columnNames returns the names in an array, quoted; what is no string is empty.
func columnNames(array []byte) (names [][]byte) {
	s := &scanner{b: array}
	s.array(func() bool {
		v, ok := flat(s, titleField, 0)
		names = append(names, quotedName(v))
		return ok
	})
	return names
}

// isAction reports whether a line of Elasticsearch's bulk format says what is to
// be done with the record in the next, and is none itself:
//
//	{"index": {"_index": "news", "_id": "1"}}
func isAction(line []byte) bool {
	if len(line) > 1<<10 {
		return false
	}
	s := &scanner{b: line}
	keys, action := 0, false
	ok := len(line) > 0 && line[0] == '{' && s.object(func(key []byte) bool {
		keys++
		switch string(key) {
		case "index", "create", "update", "delete":
			if s.next() != '{' {
				return false
			}
			action = true
			return s.object(func(name []byte) bool {
				action = action && len(name) > 1 && (name[0] == '_' || string(name) == "retry_on_conflict" || string(name) == "routing" || string(name) == "pipeline")
				return s.skip(2)
			})
		}
		return s.skip(1)
	})
	return ok && keys == 1 && action
}
