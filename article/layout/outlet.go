package layout

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// findOutlet marks the lines of the head that are the outlet's name.
func (l *layouter) findOutlet() {
	for i := range l.parts[:l.body] {
		p := &l.parts[i]
		if !p.sure && l.namedSlogan(p) {
			p.kind, p.sure, p.name = article.Site, true, false
			continue
		}
		if p.words == 0 || p.words > 8 || p.prose || p.ended && p.words > 4 {
			continue
		}
		s := l.text[p.Start:p.End]
		if l.namesOutlet(s) || !p.sure && l.paperName(p, i) {
			p.kind, p.sure, p.name = article.Site, true, false
		}
	}
}

// namedSlogan reports whether p is the outlet's name and what it says of itself, with a
// dash or bar between: The Example – News from all over.
func (l *layouter) namedSlogan(p *part) bool {
	const longest = 100 // bytes
	if l.outlet == "" || p.Len() > longest || p.ended || p.quotes {
		return false
	}
	s := l.text[p.Start:p.End]
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " · "} {
		if name, rest, ok := strings.Cut(s, sep); ok && rest != "" && l.namesOutlet(name) {
			return true
		}
	}
	return false
}

// namesOutlet reports whether line is the outlet's name or a label of its host.
func (l *layouter) namesOutlet(line string) bool {
	const longest = 80
	if l.outlet == "" || len(line) > longest {
		return false
	}
	if equalFolded(line, l.outlet) {
		return true
	}
	if len(l.names) == 0 {
		l.names = appendOutletNames(l.names, l.outlet)
	}
	var buf [longest]byte
	squeezed := bytes.TrimPrefix(appendSqueezed(buf[:0], line), []byte("the"))
	for _, name := range l.names {
		if string(squeezed) == name {
			return true
		}
	}
	return false
}

// appendOutletNames appends the names by which a line may call an outlet, given
// as its name or its host: squeezed, without a "the" before them, none empty.
func appendOutletNames(dst []string, outlet string) []string {
	outlet = strings.ToLower(outlet)
	if strings.Contains(outlet, ".") && !strings.Contains(outlet, " ") {
		host, _, _ := strings.Cut(outlet, "/")
		for label := range strings.SplitSeq(host, ".") {
			if len(label) > 3 {
				dst = append(dst, strings.TrimPrefix(label, "the"))
			}
		}
		return dst
	}
	if name := strings.TrimPrefix(string(appendSqueezed(nil, outlet)), "the"); name != "" {
		dst = append(dst, name)
	}
	return dst
}

// appendSqueezed appends the letters and digits of s in lower case.
func appendSqueezed(dst []byte, s string) []byte {
	for i := 0; ; {
		r, next := nextLetter(s, i)
		if r == 0 {
			return dst
		}
		dst = utf8.AppendRune(dst, r)
		i = next
	}
}

// equalFolded reports whether a and b are the same but for case, punctuation
// and white space, or b is a followed by the name of a site.
func equalFolded(a, b string) bool {
	if b == "" || len(a) > 2*len(b)+40 {
		return false
	}
	i, j := 0, 0
	for {
		ra, na := nextLetter(a, i)
		rb, nb := nextLetter(b, j)
		switch {
		case ra == 0 && rb == 0:
			return i > 0
		case ra == 0:
			return len(a) > 24 && strings.ContainsAny(b[max(0, j-1):nb], "|-–—·:")
		case ra != rb:
			return false
		}
		i, j = na, nb
	}
}

// nextLetter returns the next letter or digit of s from i on, in lower case,
// and the index after it; 0 at the end. An ampersand's entity counts as none.
func nextLetter(s string, i int) (rune, int) {
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf && c != '&' {
			i++
			switch word.Kinds[c] {
			case word.UpperCase:
				return rune(c | 0x20), i
			case word.LowerCase, word.Digit:
				return rune(c), i
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '&' && strings.HasPrefix(s[i:], "&amp;") {
			size = len("&amp;")
		}
		i += size
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r), i
		}
	}
	return 0, i
}
