package outlet

import (
	"strings"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// joins reports whether the point at text[i] stands within a word, as in a
// host.
func (s *scanner) joins(i int) bool {
	return i > s.lo && i+1 < s.hi && word.ASCII[s.text[i-1]] == 1 && 'a' <= s.text[i+1]|0x20 && s.text[i+1]|0x20 <= 'z'
}

// host appends the mention of an outlet by the host whose first point is at
// text[i], such as "nytimes.com", and returns where to go on. A host that is
// part of a link or of an address names nobody, and one that begins with
// "www" is a link.
func (s *scanner) host(dst []Mention, i int) ([]Mention, int) {
	from, to := s.hostSpan(i)
	if to-from > longestHost || s.linked(from, to) {
		return dst, to
	}
	var buf [longestHost]byte
	host := buf[:to-from]
	for k := range host {
		c := s.text[from+k]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		host[k] = c
	}
	if len(host) > 4 && string(host[:4]) == "www." {
		return dst, to
	}
	for k := range host {
		if k > 0 && host[k-1] != '.' {
			continue
		}
		if o := s.g.hosts[string(host[k:])]; o != nil {
			s.from, s.done = from, to
			return append(dst, Mention{Span: article.Span{Start: from, End: to}, Outlet: o, Form: s.text[from:to], form: hostForm}), to
		}
	}
	return dst, to
}

// longestHost is the length in bytes of the longest host that is looked up.
const longestHost = 64

// hostSpan returns the labels and points around the point at text[i].
func (s *scanner) hostSpan(i int) (from, to int) {
	from, to = i, i+1
	for from > max(s.lo, s.done, i-longestHost) && hostByte(s.text[from-1]) {
		from--
	}
	for to < min(s.hi, i+longestHost) && (hostByte(s.text[to]) || s.text[to] == '.' && to+1 < s.hi && hostByte(s.text[to+1])) {
		to++
	}
	return from, to
}

// linked reports whether the host text[from:to] is part of a link, an address
// or an account.
func (s *scanner) linked(from, to int) bool {
	before, after := s.around(from, to)
	return isWordRune(before) || strings.ContainsRune("/@_#", before) || isWordRune(after) || strings.ContainsRune("/@_", after)
}

// hostForm is the form of all hosts.
var hostForm = &form{group: -1}

// hostByte reports whether c may stand in a label of a host.
func hostByte(c byte) bool { return word.ASCII[c] == 1 || c == '-' }
