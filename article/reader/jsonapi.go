package reader

import (
	"slices"
	"strings"
)

// A linkedDocument is an answer in the form of JSON:API, as Drupal and others give it: who wrote a piece, and in which paper,
// stands in other resources, behind the pieces.
//
//	{"data": [{"type": "node--article", "id": "7", "attributes": {"title": "...", "body": {...}},
//	           "relationships": {"field_author": {"data": {"type": "user--user", "id": "u1"}}}}],
//	 "included": [{"type": "user--user", "id": "u1", "attributes": {"display_name": "Ada Crane"}}]}
//
// https://jsonapi.org/format/1.1/#document-compound-documents
type linkedDocument struct {
	pieces [][]byte
	listed bool                // the pieces are those of a list
	names  map[resource]string // of what is included
}

// A resource identifies one of a document.
type resource struct{ kind, id string }

// isLinkedDocument reports whether the object that head begins with is of JSON:API: whether it says so, or its first piece has
// a type, an identifier and attributes.
func isLinkedDocument(head []byte) bool {
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	found := false
	s := &scanner{b: head}
	s.object(func(key []byte) bool {
		c := s.next()
		switch {
		case string(key) == "jsonapi" && c == '{':
			found = true
		case string(key) == "data" && (c == '{' || c == '['):
			first := &scanner{b: s.b, i: s.i}
			if c == '[' {
				first.i++
			}
			found = first.next() == '{' && first.isResource()
		}
		return !found && s.skip(0)
	})
	return found
}

// isResource reports whether the object that stands next is a resource of JSON:API, as far as it can be seen.
func (s *scanner) isResource() bool {
	kind, attributes := false, false
	s.object(func(key []byte) bool {
		c := s.next()
		kind = kind || string(key) == "type" && c == '"'
		attributes = attributes || string(key) == "attributes" && c == '{'
		return !attributes && s.skip(1)
	})
	return kind && attributes
}

// linkedDocuments reads a document of JSON:API, which stands at the window, as a whole, and those behind it: the pages of one
// answer are often put one behind the other.
func (s *jsonSplitter) linkedDocuments() error {
	for number := 1; ; {
		data, ended := s.wholeValue("an answer of JSON:API", "")
		if data == nil {
			return nil
		}
		doc := linkedDocument{names: map[resource]string{}}
		scan := &scanner{b: data}
		doc.read(scan)
		if scan.err != "" {
			s.src.problem(number, "invalid JSON: %s (byte %d)", scan.err, scan.wild+1)
		}
		more := !ended && s.w.space()
		s.many = s.many || doc.listed || more
		for _, piece := range doc.pieces {
			r := &Record{Number: number, Data: piece, around: doc.around(piece), form: s.form}
			if !s.many {
				r.Number = 0
			}
			if err := s.src.hand(r); err != nil {
				return err
			}
			number++
		}
		if !more || s.w.block[s.w.start] != '{' {
			return nil
		}
	}
}

// read reads the document that stands next.
func (d *linkedDocument) read(s *scanner) bool {
	each := func(visit func(object []byte)) bool {
		from := s.i
		ok := s.skip(2)
		if ok && s.b[from] == '{' {
			visit(s.b[from:s.i])
		}
		return ok
	}
	piece := func(object []byte) { d.pieces = append(d.pieces, object) }
	return s.object(func(key []byte) bool {
		c := s.next()
		switch {
		case string(key) == "data" && c == '[':
			d.listed = true
			return s.array(func() bool { s.next(); return each(piece) })
		case string(key) == "data" && c == '{':
			return each(piece)
		case string(key) == "included" && c == '[':
			return s.array(func() bool { s.next(); return each(d.include) })
		}
		return s.skip(1)
	})
}

// include notes the name of a resource.
func (d *linkedDocument) include(object []byte) {
	var r resource
	name, best := "", 100
	s := &scanner{b: object}
	s.object(func(key []byte) bool {
		switch c := s.next(); {
		case string(key) == "type" && c == '"' || string(key) == "id" && c != '{' && c != '[':
			return r.identify(s, key, 1)
		case string(key) == "attributes" && c == '{':
			return s.object(func(key []byte) bool {
				v := ""
				rank := ownNameRank(key)
				if s.next() != '"' || rank == 0 || rank >= best {
					return s.skip(2)
				}
				var ok bool
				if v, ok = flat(s, titleField, 2); ok && strings.TrimSpace(v) != "" {
					name, best = v, rank
				}
				return ok
			})
		}
		return s.skip(1)
	})
	if name != "" {
		d.names[r] = name
	}
}

// identify notes the type or the identifier of a resource, which stands next, at some depth.
func (r *resource) identify(s *scanner, key []byte, depth int) bool {
	v, ok := flat(s, idField, depth)
	if string(key) == "id" {
		r.id = v
	} else {
		r.kind = v
	}
	return ok
}

// ownNameRank says how well a key of a resource names what the resource is called; 0: not.
func ownNameRank(key []byte) int {
	if name, own := ownField(key); own {
		key = name
	}
	var buf [40]byte
	switch name := string(foldKey(buf[:0], key)); name {
	case "displayname", "fullname", "realname":
		return 1
	default:
		if rank := nameRank(name); rank == nameRank("name") || rank == nameRank("title") || rank == nameRank("label") {
			return rank + 1
		}
	}
	return 0
}

// around returns what the relations of a piece say: its writers, and its paper.
func (d *linkedDocument) around(piece []byte) jsonAround {
	var writers, accounts, outlets []string
	s := &scanner{b: piece}
	s.object(func(key []byte) bool {
		if string(key) != "relationships" || s.next() != '{' {
			return s.skip(1)
		}
		return s.object(func(key []byte) bool {
			f, _ := fieldOf(key)
			account := string(key) == "uid" || string(key) == "user" || string(key) == "owner" || string(key) == "contributors"
			if f != bylineField && f != outletField && !account || s.next() != '{' {
				return s.skip(2)
			}
			names, ok := d.related(s)
			switch f {
			case bylineField:
				writers = append(writers, names...)
			case outletField:
				outlets = append(outlets, names...)
			default:
				accounts = append(accounts, names...)
			}
			return ok
		})
	})
	if len(writers) == 0 { // the account that entered the piece, where nobody is named as its writer
		writers = accounts
	}
	a := jsonAround{byline: strings.Join(slices.Compact(writers), ", ")}
	if len(outlets) > 0 {
		a.outlet = outlets[0]
	}
	return a
}

// related returns the names of what the relation refers to that stands next: {"data": {"type": ..., "id": ...}}, or a list of
// those.
func (d *linkedDocument) related(s *scanner) (names []string, ok bool) {
	one := func() bool {
		var r resource
		if s.next() != '{' {
			return s.skip(3)
		}
		ok := s.object(func(key []byte) bool {
			c := s.next()
			if c == '{' || c == '[' || string(key) != "type" && string(key) != "id" {
				return s.skip(4)
			}
			return r.identify(s, key, 4)
		})
		if name := plainLine(d.names[r]); name != "" {
			names = append(names, name)
		}
		return ok
	}
	ok = s.object(func(key []byte) bool {
		switch c := s.next(); {
		case string(key) == "data" && c == '[':
			return s.array(one)
		case string(key) == "data" && c == '{':
			return one()
		}
		return s.skip(3)
	})
	return names, ok
}
