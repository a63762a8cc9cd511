package layout

import (
	"slices"
	"strings"
	"sync"
)

// What those did who sign a piece together, in lower case: wrote the text, or took the pictures, drew, cut and the like; the words
// before who did it, and those that stand between two things that one did.
type roles struct{ text, picture, by, and []string }

var signedRoles = sync.OnceValue(func() roles {
	words := reporterWords()
	return roles{words["[role-text]"], words["[role-picture]"], words["[role-by]"], words["[role-and]"]}
})

// WritersOf returns the names in a signature of several who did different things without those who did not write: Text: Ada Crane / Foto:
// Jo Field. A signature that says of nobody what he did is returned as it is, one of photographers alone is empty.
func WritersOf(s string) string {
	const longest = 200 // bytes
	if len(s) > longest || !strings.ContainsAny(s, ":：") && !hasRoleBy(s) {
		return s
	}
	words := strings.Fields(strings.NewReplacer("/", " / ", "|", " | ", "：", ": ", " :", ":").Replace(s))
	var writers []string
	writes, labels, begin := true, 0, 0
	keep := func(end int) {
		if name := strings.Trim(strings.Join(words[begin:end], " "), " ,;.·•/|-–—&+()"); writes && name != "" {
			writers = append(writers, name)
		}
	}
	for i := 0; i < len(words); i++ {
		n, text := roleAt(words[i:])
		if n == 0 {
			continue
		}
		keep(i)
		writes, begin, labels = text, i+n, labels+1
		i += n - 1
	}
	if labels == 0 {
		return s
	}
	keep(len(words))
	return strings.ReplaceAll(strings.Join(writers, ", "), " / ", ", ")
}

// roleAt returns how many words the label has that words begin with, as in "Text och foto:" or "photos by", and whether it
// is one of who wrote; 0 if they begin with none.
func roleAt(words []string) (n int, text bool) {
	const most = 4 // words
	for i, w := range words[:min(len(words), most)] {
		lower, colon := strings.CutSuffix(strings.ToLower(w), ":")
		writes := slices.Contains(signedRoles().text, lower)
		switch {
		case writes, slices.Contains(signedRoles().picture, lower):
			text = text || writes
			if colon {
				return i + 1, text
			}
			if i+1 < len(words) && slices.Contains(signedRoles().by, strings.ToLower(words[i+1])) && !writes {
				return i + 2, text
			}
		case i > 0 && slices.Contains(signedRoles().and, lower):
		default:
			return 0, false
		}
	}
	return 0, false
}

// hasRoleBy reports whether a line has one of the words behind those for pictures that stand before a name.
func hasRoleBy(s string) bool {
	for _, by := range signedRoles().by {
		if strings.Contains(s, " "+by+" ") {
			return true
		}
	}
	return false
}
