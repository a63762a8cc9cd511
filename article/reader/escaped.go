package reader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withWrittenBreaks returns a text with the ends of lines that a program wrote as the two characters \n, as what prints
// strings of Python or JSON into a table does, and with the other characters that it wrote so. It returns s as it is if that
// has an end of line of its own, or if no written one stands behind the end of a sentence and before the beginning of one:
// they may be names in a path, C:\news\north, or what the piece is about.
func withWrittenBreaks(s string) string {
	if !strings.Contains(s, `\n`) || strings.Contains(strings.TrimSpace(s), "\n") {
		return s
	}
	ends, others := 0, 0
	for rest := s; ; {
		before, behind, ok := strings.Cut(rest, `\n`)
		if !ok {
			break
		}
		rest = withoutBreaks(behind)
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, `\r "'”’»)`))
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, `"'“„«(-–—`))
		if strings.ContainsRune(".!?:…。！？", last) && !unicode.IsLower(first) && len(before) >= shortestSentence {
			ends++
		} else {
			others++
		}
	}
	if ends == 0 || others > ends {
		return s
	}
	return unwritten(s)
}

// withoutBreaks returns s without the written ends of lines that it begins with.
func withoutBreaks(s string) string {
	for {
		rest := strings.TrimLeft(s, " ")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, `\r`), `\n`)
		if rest == s {
			return s
		}
		s = rest
	}
}

// shortestSentence is the length in bytes of the shortest stretch before a written end of line that says that it is one.
const shortestSentence = 20

// unwritten writes the characters for what stands behind a backslash as programs write it.
func unwritten(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 'r':
			if !strings.HasPrefix(s[i+1:], `\n`) {
				b.WriteByte('\n')
			}
		case 't':
			b.WriteByte('\t')
		case '"', '\'', '\\', '/':
			b.WriteByte(s[i])
		case 'u':
			r, n := unitsAt(s[i+1:])
			if n == 0 {
				b.WriteString(`\u`)
				continue
			}
			b.WriteRune(r)
			i += n
		case 'x': // of Python, below U+0100
			if n, err := strconv.ParseUint(s[i+1:min(len(s), i+3)], 16, 8); err == nil && i+3 <= len(s) {
				b.WriteRune(rune(n))
				i += 2
				continue
			}
			b.WriteString(`\x`)
		default:
			b.WriteByte('\\')
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// unitsAt returns the character that the four digits stand for which s begins with, or two times four with \u between them,
// and how many bytes they have; 0 if they are none.
func unitsAt(s string) (r rune, n int) {
	const digits = 4
	unit := func(s string) (rune, bool) {
		if len(s) < digits {
			return 0, false
		}
		u, err := strconv.ParseUint(s[:digits], 16, 16)
		return rune(u), err == nil
	}
	r, ok := unit(s)
	if !ok {
		return 0, 0
	}
	if r < 0xd800 || r > 0xdfff {
		return r, digits
	}
	if rest, ok := strings.CutPrefix(s[digits:], `\u`); ok {
		if low, ok := unit(rest); ok && r < 0xdc00 && low >= 0xdc00 && low <= 0xdfff {
			return 0x10000 + (r-0xd800)<<10 + (low - 0xdc00), 2*digits + len(`\u`)
		}
	}
	return utf8.RuneError, digits
}
