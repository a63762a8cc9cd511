package lang

import (
	"strings"
	"sync"
)

// Forename reports whether w, in any case, is a given name that is common in many languages or in one
// of All.
func Forename(w string) bool { return forenames()[strings.ToLower(w)] }

var forenames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	add := func(l *Language) {
		for _, section := range [...]string{"men", "women"} {
			for w := range l.Words(section) {
				all[strings.ToLower(w)] = true
			}
		}
	}
	add(Any())
	for _, l := range All() {
		add(l)
	}
	return all
})
