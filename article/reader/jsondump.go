package reader

import (
	"cmp"
	"strings"
)

// isDump reports whether head begins the JSON that phpMyAdmin exports of a database: a list of what it is, of its name and of
// its tables.
//
//	[{"type": "header", "version": "5.2.1"}, {"type": "database", "name": "cms"},
//	 {"type": "table", "name": "articles", "database": "cms", "data": [{...}, {...}]}]
func isDump(head []byte) bool {
	if len(head) == 0 || head[0] != '[' {
		return false
	}
	s := &scanner{b: head, i: 1}
	if s.next() != '{' {
		return false
	}
	row := rowOf(s.b[s.i:])
	return row["type"] == "header" && strings.Contains(strings.ToLower(row["comment"]), "phpmyadmin")
}

// dump reads an export of phpMyAdmin, which stands at the window, as a whole: the tables whose rows have texts.
func (s *jsonSplitter) dump() error {
	data, _ := s.wholeValue("an export of phpMyAdmin", "")
	if data == nil {
		return nil
	}
	number, names := 0, []string(nil)
	var failed error
	scan := &scanner{b: data}
	scan.array(func() bool {
		if scan.next() != '{' {
			return scan.skip(1)
		}
		return scan.object(func(key []byte) bool {
			switch {
			case string(key) == "name" && scan.next() == '"':
				name, ok := flat(scan, titleField, 2)
				names = append(names, shorten(name))
				return ok
			case string(key) != "data" || scan.next() != '[' || !listsArticles(scan.b[scan.i:]):
				return scan.skip(2)
			}
			return scan.array(func() bool {
				from := scan.i
				if !scan.skip(3) {
					return false
				}
				number++
				failed = s.dumped(number, scan.b[from:scan.i])
				return failed == nil
			})
		})
	})
	switch {
	case failed != nil:
		return failed
	case scan.err != "":
		s.src.problem(number+1, "invalid JSON: %s (byte %d)", scan.err, scan.wild+1)
	case number == 0:
		s.src.problem(0, "a database without a table of texts: it has %s", cmp.Or(strings.Join(names[:min(len(names), 8)], ", "), "none"))
	}
	return nil
}

// dumped hands on a row of a table of texts. WordPress keeps earlier versions of its posts, pictures and pages among them.
func (s *jsonSplitter) dumped(number int, data []byte) error {
	switch rowOf(data)["post_type"] {
	case "revision", "attachment", "nav_menu_item", "custom_css", "wp_global_styles", "wp_navigation":
		return nil
	case "page":
		s.src.problem(number, "%s", sitePage)
		return nil
	}
	return s.src.hand(&Record{Number: number, Data: data, form: s.form})
}
