package reader

import "bytes"

// A jsonLayout is how objects are laid out in a JSON file.
type jsonLayout uint8

const (
	notJSON   jsonLayout = iota
	lines                // one a line
	arrayRows            // the elements of an array, one a line
	values               // one after the other, or the elements of an array
)

// layoutOf tells the layout of a file from its first bytes, without white
// space and byte order mark. linewise says that its name promises lines.
//
// Where each object has a line of its own, lines are what is read, since one
// broken record then costs no other.
func layoutOf(head []byte, linewise bool) jsonLayout {
	first, rest, more := bytes.Cut(head, []byte("\n"))
	switch {
	case len(head) == 0:
		return notJSON
	case head[0] == '[':
		if first = bytes.TrimSpace(first[1:]); len(first) == 0 {
			first, _, more = bytes.Cut(bytes.TrimLeft(rest, " \t\r\n"), []byte("\n"))
		}
		if more && oneObject(first) {
			return arrayRows
		}
		return values
	case head[0] != '{':
		// A broken first line is no reason to give the others up, nor is one
		// whose end cannot be seen.
		if !more && linewise && len(head) >= headSize {
			return lines
		}
		for more {
			first, rest, more = bytes.Cut(rest, []byte("\n"))
			if first = bytes.TrimSpace(first); len(first) > 0 && first[0] == '{' {
				return lines
			}
		}
		return notJSON
	case oneObject(first):
		return lines
	case !more && linewise: // a line longer than can be seen
		return lines
	case !more:
		return values
	}
	// The first line is broken, or the first object takes several. In the
	// first case the next line is an object again.
	rest = bytes.TrimLeft(rest, "\r\n")
	if len(first) > 2 && len(rest) > 1 && rest[0] == '{' && (rest[1] == '"' || rest[1] == ' ') {
		return lines
	}
	return values
}

// oneObject reports whether a line is one whole object, and at most a comma
// behind it.
func oneObject(line []byte) bool {
	if len(line) == 0 || line[0] != '{' {
		return false
	}
	var n nesting
	used, closed := n.scan(line)
	rest := bytes.TrimSpace(line[used:])
	return closed && (len(rest) == 0 || string(rest) == ",")
}

// looksJSON reports whether a file of unknown form that begins with head is of
// JSON objects, rather than text that begins with a bracket.
func looksJSON(head []byte) bool {
	rest := bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), "[ \t\r\n")
	if len(rest) == 0 || rest[0] != '{' {
		return false
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}
