package outlet

import (
	"slices"
	"strings"
)

// Writers are the names that bylines give as somebody's own, in lower case. Some
// columns are delivered with their writer's name where the outlet stands: others
// whose byline has that name are no copyists of his.
type Writers map[string]bool

// mostWriters bounds the names that are remembered.
const mostWriters = 1 << 18

// Add notes the writers of a byline: one who signs alone, and all but the last
// of several, since the last may be whom they write for.
func (w Writers) Add(byline string) {
	const longest = 500
	if byline == "" || len(byline) > longest || len(w) >= mostWriters {
		return
	}
	names := strings.FieldsFunc(byline, func(r rune) bool { return strings.ContainsRune(",;|&", r) })
	if len(names) > 1 {
		names = names[:len(names)-1]
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); strings.ContainsRune(name, ' ') && !PaperLike(name) {
			w[strings.ToLower(name)] = true
		}
	}
}

// Has reports whether a name given for an outlet is a writer's.
func (w Writers) Has(name string) bool { return w[strings.ToLower(name)] }

// Entitled returns those of titled, names that were given with "The", that are shown with it: g
// knows how others call themselves.
func (g *Gazetteer) Entitled(titled map[string]bool) map[string]bool {
	shown := map[string]bool{}
	for name := range titled {
		if !strings.HasPrefix(name, Article) && g.ByName(name) == nil {
			shown[name] = true
		}
	}
	return shown
}

// AsGiven returns names with "The" before those that were given so: The Billings
// Plainsman is no person, as Billings Plainsman might be.
func AsGiven(names []string, titled map[string]bool) []string {
	out := slices.Clone(names)
	for i, name := range names {
		if titled[name] && !strings.HasPrefix(name, Article) {
			out[i] = Article + name
		}
	}
	return out
}
