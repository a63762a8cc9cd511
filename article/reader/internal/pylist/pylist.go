// Package pylist reads lists that programs wrote as one string, such as those of
// Python in a cell of a table.
package pylist

import (
	"strconv"
	"strings"
)

// Join reads a list that a program wrote as one string, and returns its
// items with separator between them; s itself if it is none. Python writes
// ['Ada Crane', "Jo O'Field"], NumPy ['Ada Crane' 'Jo Field'] and
// array(['Ada Crane'], dtype=object), JavaScript ["Ada Crane","Jo Field"], Java
// [Ada Crane, Jo Field]. Of the objects in a list the name counts:
// [{'name': 'Ada Crane', 'url': None}]; where it has none but an address, the title
// of what lies there: {'href': 'https://example.com', 'title': 'The Example'}.
func Join(s, separator string) string {
	list := strings.TrimSpace(s)
	if inner, ok := strings.CutPrefix(list, "array("); ok {
		end := strings.LastIndexByte(inner, ']')
		if end < 0 {
			return s
		}
		list = inner[:end+1]
	}
	if strings.HasPrefix(list, "{") {
		return joinSet(s, list, separator)
	}
	if len(list) < 2 || list[0] != '[' && list[0] != '(' || list[len(list)-1] != list[0]+2 && list[len(list)-1] != list[0]+1 {
		return s
	}
	if !strings.ContainsAny(list, `'"`) {
		inner := strings.TrimSpace(list[1 : len(list)-1])
		if list[0] == '(' || strings.ContainsAny(inner, "[]{}\n") || len(inner) > 400 {
			return s
		}
		return inner
	}
	p := listParser{s: list[1 : len(list)-1]}
	if !p.items() {
		return s
	}
	return strings.Join(p.found, separator)
}

// joinSet reads an object, {'name': 'Ada Crane'}, or a set as Python writes it, {'Ada Crane', 'Jo Field'}.
func joinSet(s, list, separator string) string {
	object := listParser{s: list}
	if object.named() && object.s == "" && len(object.found) > 0 {
		return object.found[0]
	}
	inner, closed := strings.CutSuffix(list[1:], "}")
	set := listParser{s: inner}
	if !closed || !set.items() || len(set.found) == 0 {
		return s
	}
	return strings.Join(set.found, separator)
}

// A listParser reads the items of a list.
type listParser struct {
	s     string
	found []string
}

// items reads the items and reports whether there was nothing else.
func (p *listParser) items() bool {
	for {
		p.s = strings.TrimLeft(p.s, ", \t\r\n")
		if p.s == "" {
			return true
		}
		switch p.s[0] {
		case '\'', '"':
			v, ok := p.quoted()
			if !ok {
				return false
			}
			if v = strings.TrimSpace(v); v != "" {
				p.found = append(p.found, v)
			}
		case '{':
			if !p.named() {
				return false
			}
		default:
			rest, ok := strings.CutPrefix(p.s, "None")
			if !ok {
				rest, ok = strings.CutPrefix(p.s, "null")
			}
			if p.s = rest; !ok {
				return false
			}
		}
	}
}

// quoted reads a string in quotation marks, with the escapes of Python and JSON.
func (p *listParser) quoted() (string, bool) {
	mark := p.s[0]
	var out strings.Builder
	for i := 1; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case c == mark:
			p.s = p.s[i+1:]
			return out.String(), true
		case c == '\\' && i+1 < len(p.s):
			if r, _, tail, err := strconv.UnquoteChar(p.s[i:], mark); err == nil {
				out.WriteRune(r)
				i = len(p.s) - len(tail) - 1
				continue
			}
			i++
			out.WriteByte(p.s[i])
		default:
			out.WriteByte(c)
		}
	}
	return "", false
}

// An object is what one in a list says of who or what it is.
type object struct {
	names  []string
	title  string
	linked bool // it has an address
}

// says takes a value.
func (o *object) says(key, v string) {
	switch {
	case v == "":
	case key == "name":
		o.names = append(o.names, v)
	case key == "title":
		o.title = v
	case key == "href", key == "url":
		o.linked = true
	}
}

// namedBy returns the names of the object, or else the title of the page that it leads to.
func (o *object) namedBy() []string {
	if len(o.names) == 0 && o.linked && o.title != "" {
		return []string{o.title}
	}
	return o.names
}

// named reads an object without another in it, of which the name counts, else the title of a page.
func (p *listParser) named() bool {
	p.s = p.s[1:]
	key, value := "", false
	var o object
	for {
		p.s = strings.TrimLeft(p.s, ", \t\r\n")
		switch {
		case p.s == "":
			return false
		case p.s[0] == '}':
			p.s = p.s[1:]
			p.found = append(p.found, o.namedBy()...)
			return true
		case p.s[0] == ':':
			p.s, value = p.s[1:], true
		case p.s[0] == '\'' || p.s[0] == '"':
			v, ok := p.quoted()
			switch {
			case !ok:
				return false
			case !value:
				key = v
			default:
				o.says(key, strings.TrimSpace(v))
			}
			value = false
		case p.s[0] == '{' || p.s[0] == '[':
			return false
		default: // a number, None, True
			end := strings.IndexAny(p.s, ",}")
			if end < 0 {
				return false
			}
			p.s, value = p.s[end:], false
		}
	}
}
