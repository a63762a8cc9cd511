package page

import "strings"

// withNoscript returns a page with what it holds for readers without scripts as plain elements, and whether that may be
// the text of an article: applications that a script fills hold it so. Most hold a picture that counts readers, or
// ask for a script.
func withNoscript(s string) (opened string, found bool) {
	const begin, end = "<noscript", "</noscript>"
	var b strings.Builder
	for {
		k := strings.Index(s, begin)
		if k < 0 {
			break
		}
		inner := strings.IndexByte(s[k:], '>') + 1
		size := strings.Index(s[k:], end)
		if inner == 0 || size < inner {
			break
		}
		part := s[k+inner : k+size]
		b.WriteString(s[:k])
		if len(part) >= leastText && strings.Contains(part, "<p") {
			b.WriteString(part)
			found = true
		}
		s = s[k+size+len(end):]
	}
	b.WriteString(s)
	return b.String(), found
}
