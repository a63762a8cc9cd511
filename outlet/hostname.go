package outlet

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"wiretrace/lang/word"
)

// hostOf returns the host of a URL, or s itself if it has the shape of a host,
// in lower case, without "www." and port. It returns "" for anything else.
func hostOf(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2048 {
		return ""
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "//") {
		u, err := url.Parse(s)
		if err != nil {
			return ""
		}
		s = u.Hostname()
	} else {
		s, _, _ = strings.Cut(s, "/")
		s, _, _ = strings.Cut(s, ":")
	}
	s = strings.TrimSuffix(strings.ToLower(s), ".")
	s = strings.TrimPrefix(s, "www.")
	if !validHost(s) {
		return ""
	}
	return s
}

// validHost reports whether s is two or more labels of letters, digits and
// hyphens with dots between, the last one without digits.
func validHost(s string) bool {
	labels := strings.Split(s, ".")
	if len(labels) < 2 || len(s) > 253 {
		return false
	}
	last := labels[len(labels)-1]
	for _, l := range labels {
		if !validLabel(l) {
			return false
		}
	}
	return len(last) >= 2 && !strings.ContainsAny(last, "0123456789")
}

// validLabel reports whether l is letters, digits and hyphens, none of these at
// either end.
func validLabel(l string) bool {
	if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' {
		return false
	}
	for _, c := range l {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-':
		case c >= utf8.RuneSelf && c != utf8.RuneError && word.Capital(string(c)):
		default:
			return false
		}
	}
	return true
}
