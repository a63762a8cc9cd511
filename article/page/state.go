package page

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Sites whose pages are put together by scripts send the piece as data, and some send nothing
// else: the page has no text before its scripts run. Known are
//
//	<script id="__NEXT_DATA__" type="application/json">{"props": ...}</script>    Next.js
//	self.__next_f.push([1,"2:[\"$\",...]\n"])                                      Next.js, since 2023
//	Fusion.globalContent={"headlines": ..., "content_elements": [...]};            Arc
//	window.__NUXT__=(function(a,b){return {data:[{title:a}]}}("Ferry",null));      Nuxt 2
//	<script id="__NUXT_DATA__" type="application/json">[{"data":1},...]</script>   Nuxt 3
//	window.__APOLLO_STATE__ = {"Article:1": {...}}                                 Apollo
//	window.__INITIAL_STATE__ = {...}, = "{...}", = JSON.parse("{...}")             Redux and others
//
// and whatever else is assigned to a name or stands in a script of type application/json.

// Bounds on the data of scripts that are looked at. The largest real ones have some ten thousand values.
const (
	mostStates       = 64      // scripts
	mostPieces       = 512     // scripts, with those of a few bytes that Next.js pushes
	leastState       = 300     // bytes of a script that may hold an article
	mostStateValues  = 200_000 // in all scripts of a page
	mostAssignments  = 256     // in one script
	longestStateName = 60      // bytes
)

// nextPush is how Next.js pushes a piece of its data.
const nextPush = "__next_f.push("

// A state is a value that a script holds, with the name under which it does.
type state struct {
	name string
	root value
	refs map[string]*value // objects of a normalised cache, "Article:1", or rows, "$1a"
}

// A stateReader reads the data of the scripts of a page.
type stateReader struct {
	values int // that may still be read
	states []state
	flight strings.Builder // what Next.js pushes, piece by piece
}

// script is a script of a page that may hold data.
type script struct{ name, source string }

// scriptOf returns a script of a page, named by its id where it is data and no program.
func scriptOf(n *html.Node) script {
	name := ""
	if strings.Contains(strings.ToLower(attr(n, "type")), "json") {
		if name = attr(n, "id"); name == "" || len(name) > longestStateName {
			name = "application/json"
		}
	}
	return script{name, n.FirstChild.Data}
}

// readStates reads the data of scripts.
func readStates(scripts []script) []state {
	r := stateReader{values: mostStateValues}
	for _, s := range scripts {
		if s.name != "" {
			r.data(s.name, s.source)
		} else {
			r.program(s.source)
		}
	}
	r.rows()
	return r.states
}

// keep keeps a value.
func (r *stateReader) keep(name string, root value) {
	if root.kind != object && root.kind != list {
		return
	}
	s := state{name: name, root: root, refs: make(map[string]*value)}
	s.index(&s.root, 0)
	r.states = append(r.states, s)
}

// read reads the value that s begins with and returns how many bytes it has.
func (r *stateReader) read(s string, names map[string]value) (value, int) {
	j := jsonReader{s: s, most: r.values, written: true, names: names}
	v := j.value(0)
	r.values -= min(j.values, r.values)
	return v, j.i
}

// data reads a script that is data and no program.
func (r *stateReader) data(name, s string) {
	v, _ := r.read(strings.TrimSpace(s), nil)
	if v.kind == list && (name == "__NUXT_DATA__" || isFlattened(&v)) {
		v = unflatten(v.list)
	}
	r.keep(name, v)
}

// assigned is the end of a name, and what is assigned to it begins.
var assigned = regexp.MustCompile(`[\w$\]"']\s*=\s*(\{|\[|"\{|'\{|"\[|JSON\.parse\(\s*["']|\(?function\s*\()`)

// program reads what a program assigns to names.
func (r *stateReader) program(s string) {
	if k := strings.Index(s, nextPush); k >= 0 {
		r.push(s[k+len(nextPush):])
		return
	}
	for range mostAssignments {
		m := assigned.FindStringSubmatchIndex(s)
		if m == nil || r.values <= 0 {
			return
		}
		name, from := nameBefore(s[:m[0]+1]), m[2]
		read := max(1, m[3]-from)
		switch what := s[m[2]:m[3]]; {
		case strings.HasSuffix(what, "("): // of a function
			read = max(read, r.function(name, s[from:]))
		case strings.HasPrefix(what, "JSON"):
			read = max(read, r.quoted(name, s[m[3]-1:]))
		case what[0] == '"', what[0] == '\'':
			read = max(read, r.quoted(name, s[from:]))
		default:
			v, n := r.read(s[from:], nil)
			read = max(read, n)
			r.keep(name, v)
		}
		s = s[min(len(s), from+read):]
	}
}

// nameBefore returns the name that s ends with, without the object it belongs to if that is the window.
func nameBefore(s string) string {
	s = strings.TrimRight(s, `"']`)
	from := len(s)
	for from > 0 && len(s)-from < longestStateName && (s[from-1] == '.' || s[from-1] == '_' || s[from-1] == '$' || isDigit(s[from-1]) || s[from-1]|0x20 >= 'a' && s[from-1]|0x20 <= 'z') {
		from--
	}
	return strings.TrimPrefix(strings.TrimPrefix(s[from:], "window."), "self.")
}

// quoted reads JSON that stands in the string that s begins with, and returns the bytes of that.
func (r *stateReader) quoted(name, s string) int {
	v, n := r.read(s, nil)
	if v.kind == text {
		inner, _ := r.read(strings.TrimSpace(v.text), nil)
		r.keep(name, inner)
	}
	return n
}

// function reads the object that a function returns at once, as (function(a,b){return {x:a,y:b}}("Ferry",null))
// does, and returns the bytes of it.
func (r *stateReader) function(name, s string) int {
	const near = 4 << 10 // bytes before what is returned
	open := strings.IndexByte(s, '(')
	if strings.HasPrefix(s, "(") {
		open = 1 + strings.IndexByte(s[1:], '(')
	}
	end := strings.IndexByte(s, ')')
	if end < open {
		return 0
	}
	k := strings.Index(s[end:min(len(s), end+near)], "return")
	if k < 0 {
		return end
	}
	body := s[end+k+len("return"):]
	blank := len(body) - len(strings.TrimLeft(body, " \t\r\n("))
	if body = body[blank:]; body == "" || body[0] != '{' {
		return end
	}
	// The arguments stand behind it, so it is read twice.
	_, n := r.read(body, nil)
	rest := strings.TrimLeft(body[n:], " \t\r\n;)}")
	names := make(map[string]value)
	if strings.HasPrefix(rest, "(") {
		arguments := r.arguments(rest[1:])
		for i, p := range strings.Split(s[open+1:end], ",") {
			if i < len(arguments) {
				names[strings.TrimSpace(p)] = arguments[i]
			}
		}
	}
	v, _ := r.read(body, names)
	r.keep(name, v)
	return end + k + len("return") + blank + n
}

// arguments reads the arguments of a call up to its end.
func (r *stateReader) arguments(s string) []value {
	j := jsonReader{s: s, most: r.values, written: true}
	var all []value
	for j.space(); j.i < len(s) && s[j.i] != ')' && j.values < j.most; j.space() {
		if strings.HasPrefix(s[j.i:], "void 0") {
			j.i += len("void 0")
			all = append(all, value{})
			continue
		}
		all = append(all, j.value(0))
		if j.i < len(s) && s[j.i] == '(' { // new Date(1), Array(3)
			j.passBy(")")
		}
	}
	r.values -= min(j.values, r.values)
	return all
}

// isFlattened reports whether a list is that in which Nuxt 3 writes its data: what the first
// element holds are places in the list.
func isFlattened(v *value) bool {
	if len(v.list) < 3 {
		return false
	}
	switch first := &v.list[0]; first.kind {
	case list:
		return len(first.list) == 2 && strings.HasSuffix(first.list[0].text, "eactive") && isPlace(&first.list[1], len(v.list))
	case object:
		for i := range first.object {
			if !isPlace(&first.object[i].value, len(v.list)) {
				return false
			}
		}
		return len(first.object) > 0
	}
	return false
}

func isPlace(v *value, size int) bool {
	n, err := strconv.Atoi(v.text)
	return err == nil && v.kind == text && n < size
}

// unflatten puts together the value that a list stands for of which the elements hold places of
// others, as the library devalue writes it. What is referred to more than once is there once.
// https://github.com/Rich-Harris/devalue
func unflatten(flat []value) value {
	left := mostStateValues
	var build func(v *value, depth int) value
	at := func(v *value, depth int) value {
		n, err := strconv.Atoi(v.text)
		if err != nil || n < 0 || n >= len(flat) {
			return value{}
		}
		return build(&flat[n], depth+1)
	}
	build = func(v *value, depth int) value {
		if left--; left < 0 || depth > deepestJSON {
			return value{}
		}
		switch v.kind {
		case list:
			if len(v.list) == 2 && v.list[0].kind == text && !isPlace(&v.list[0], len(flat)) {
				return at(&v.list[1], depth) // ["ShallowReactive", 1], ["Ref", 2]; of ["Date", "2024-..."] nothing is left
			}
			out := value{kind: list}
			for i := range v.list {
				out.list = append(out.list, at(&v.list[i], depth))
			}
			return out
		case object:
			out := value{kind: object}
			for i := range v.object {
				out.object = append(out.object, member{v.object[i].key, at(&v.object[i].value, depth)})
			}
			return out
		}
		return *v
	}
	return build(&flat[0], 0)
}

// push keeps a piece of what Next.js pushes: [1,"piece"].
func (r *stateReader) push(s string) {
	v, _ := r.read(s, nil)
	if len(v.list) == 2 && v.list[1].kind == text {
		r.flight.WriteString(v.list[1].text)
	}
}

// rows reads what Next.js has pushed: rows of JSON, each behind its number, and of texts, behind their
// length in bytes. What a row refers to as "$1a" is row 1a.
//
//	2:["$","article",null,{"body":"$1a"}]
//	1a:T4b1,The ferry ...
func (r *stateReader) rows() {
	s := r.flight.String()
	if s == "" {
		return
	}
	all := state{name: "__next_f", root: value{kind: list}, refs: make(map[string]*value)}
	var keys []string
	for s != "" && r.values > 0 {
		number, rest, ok := strings.Cut(s, ":")
		if !ok {
			break
		}
		if number = strings.TrimLeft(number, " \r\n"); len(number) > 8 { // no row
			_, s, _ = strings.Cut(s, "\n")
			continue
		}
		row := value{}
		if size, after, ok := textRow(rest); ok {
			row = value{kind: text, text: strings.ToValidUTF8(after[:size], "")}
			s = after[size:]
		} else {
			line := rest
			line, s, _ = strings.Cut(rest, "\n")
			if strings.HasPrefix(line, "{") || strings.HasPrefix(line, "[") {
				row, _ = r.read(line, nil)
			}
		}
		keys = append(keys, "$"+number)
		all.root.list = append(all.root.list, row)
	}
	for i, key := range keys {
		all.refs[key] = &all.root.list[i]
	}
	r.states = append(r.states, all)
}

// textRow returns the size of the text of a row, T4b1,..., and what stands behind the comma.
func textRow(s string) (size int, after string, ok bool) {
	if !strings.HasPrefix(s, "T") {
		return 0, "", false
	}
	hex, _, ok := strings.Cut(s[1:min(len(s), 12)], ",")
	n, err := strconv.ParseUint(hex, 16, 31)
	if !ok || err != nil {
		return 0, "", false
	}
	after = s[len("T")+len(hex)+len(","):]
	return min(int(n), len(after)), after, true
}

// index notes the objects of a normalised cache by their keys, "Article:1".
func (s *state) index(v *value, depth int) {
	const deepest = 4 // objects around the cache
	if depth > deepest || v.kind != object {
		return
	}
	for i := range v.object {
		m := &v.object[i]
		if m.value.kind != object {
			continue
		}
		if strings.IndexByte(m.key, ':') > 0 {
			s.refs[m.key] = &m.value
		}
		s.index(&m.value, depth+1)
	}
}

// resolve returns what v stands for, if it is a mere reference: {"__ref": "Article:1"},
// {"type": "id", "id": "Article:1"}, "$1a".
func (s *state) resolve(v *value) *value {
	key := ""
	switch {
	case v.kind == text && strings.HasPrefix(v.text, "$") && len(v.text) < 10:
		key = v.text
	case v.kind == object && len(v.object) <= 4:
		if key = v.get("__ref").text; key == "" && v.get("type").text == "id" {
			key = v.get("id").text
		}
	}
	if o, ok := s.refs[key]; ok && key != "" {
		return o
	}
	return v
}
