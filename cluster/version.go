package cluster

import (
	"strconv"
	"strings"
)

// LaterVersion reports whether an article that was read after another is, by
// its id, a later version of it: one from the same file or under the same id.
// Such have the other's id and a mark, ~2 and so on.
func LaterVersion(id, of string) bool {
	base, n := version(id)
	first, m := version(of)
	return n > m && base == first
}

func version(id string) (base string, n int) {
	if k := strings.LastIndexByte(id, '~'); k > 0 {
		if n, err := strconv.Atoi(id[k+1:]); err == nil && n > 1 && id[k+1] != '0' && id[k+1] != '+' {
			return id[:k], n
		}
	}
	return id, 1
}
