package job

import (
	"strings"

	"wiretrace/outlet"
)

// writers are the names that bylines give as somebody's own, in lower case. Some
// columns are delivered with their writer's name where the outlet stands: others
// whose byline has that name are no copyists of his.
type writers map[string]bool

// mostWriters bounds the names that are remembered.
const mostWriters = 1 << 18

// add notes the writers of a byline: one who signs alone, and all but the last
// of several, since the last may be whom they write for.
func (w writers) add(byline string) {
	const longest = 500
	if byline == "" || len(byline) > longest || len(w) >= mostWriters {
		return
	}
	names := strings.FieldsFunc(byline, func(r rune) bool { return strings.ContainsRune(",;|&", r) })
	if len(names) > 1 {
		names = names[:len(names)-1]
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); strings.ContainsRune(name, ' ') && !outlet.PaperLike(name) {
			w[strings.ToLower(name)] = true
		}
	}
}

// has reports whether a name given for an outlet is a writer's.
func (w writers) has(name string) bool { return w[strings.ToLower(name)] }
