package reader

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isMarkdownOfPage reports whether a text has links or pictures as Markdown writes those of a page,
// which nothing else does, and is no HTML.
func isMarkdownOfPage(s string) bool {
	if _, _, ok := markedUp(s); ok {
		return false
	}
	return strings.Contains(s, "](http") || strings.Contains(s, "![](") || strings.Contains(s, "](/")
}

// markdownText returns the text of a field that is Markdown, as services make it of pages for
// language models: its paragraphs, without pictures, marks and the addresses of links. What
// is nothing but links is left out: the menus of the page.
func markdownText(s string) string {
	m := markdown{lines: !strings.Contains(strings.TrimSpace(s), "\n\n")}
	for line := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		m.line(line)
	}
	m.end()
	return strings.Join(m.blocks, "\n\n")
}

// A markdown puts the paragraphs of a text together.
type markdown struct {
	blocks    []string
	paragraph strings.Builder
	fenced    bool // within a block of code
	broken    bool // the line before ends with a break
	lines     bool // each line is a paragraph, since no empty line is between them
}

// The marks at the beginning of a line, which is trimmed.
var (
	markdownRule   = regexp.MustCompile(`^(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|=+|\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:?)? ?)$`)
	markdownMarks  = regexp.MustCompile(`^(?:> ?|#{1,6} +|[-*+] +)+`)
	markdownTarget = regexp.MustCompile(`^\[[^\]]+\]: +<?\S+>?(?: +["'(].*)?$`) // of links that stand elsewhere
)

// line takes a line.
func (m *markdown) line(line string) {
	trimmed := strings.TrimSpace(line)
	if strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~") {
		m.fenced = !m.fenced
		m.end()
		return
	}
	if trimmed == "" || markdownRule.MatchString(trimmed) || markdownTarget.MatchString(trimmed) {
		if !strings.Contains(trimmed, "|") { // the line below the head of a table
			m.end()
		}
		return
	}
	broken := strings.HasSuffix(line, "  ") || strings.HasSuffix(trimmed, "\\")
	trimmed = strings.TrimSuffix(trimmed, "\\")
	marks := markdownMarks.FindString(trimmed)
	text, linked := inline(trimmed[len(marks):])
	heading := strings.Contains(marks, "#")
	if heading {
		text = strings.TrimRight(text, "# ")
	}
	if strings.HasPrefix(trimmed, "|") && strings.HasSuffix(trimmed, "|") {
		text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == ' ' }), " ")
		broken = true
	}
	if text = strings.TrimSpace(text); linked && !heading {
		return
	}
	if heading || text == "" {
		m.end()
	}
	if text == "" {
		return
	}
	if m.paragraph.Len() > 0 {
		if m.broken || m.lines || strings.ContainsAny(marks, "-*+") {
			m.paragraph.WriteByte('\n')
		} else {
			m.paragraph.WriteByte(' ')
		}
	}
	m.paragraph.WriteString(text)
	if m.broken = broken; heading {
		m.end()
	}
}

// end ends a paragraph.
func (m *markdown) end() {
	if m.paragraph.Len() > 0 {
		m.blocks = append(m.blocks, m.paragraph.String())
		m.paragraph.Reset()
	}
	m.broken = false
}

// inline returns the text of a stretch of Markdown. linked reports that there is nothing in it but
// links and pictures, and signs between them.
func inline(s string) (text string, linked bool) {
	var b strings.Builder
	links, words := 0, false
	open := map[byte]bool{}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && unicode.IsPunct(rune(s[i+1])):
			b.WriteByte(s[i+1])
			i += 2
			continue
		case c == '!' && strings.HasPrefix(s[i+1:], "["):
			if _, n := linkAt(s[i+1:]); n > 0 {
				i += 1 + n
				links++
				continue
			}
		case c == '[':
			if label, n := linkAt(s[i:]); n > 0 {
				label, _ = inline(label)
				b.WriteString(label)
				i += n
				links++
				continue
			}
		case c == '<' && (strings.HasPrefix(s[i:], "<http") || strings.HasPrefix(s[i:], "<mailto:")):
			if end := strings.IndexByte(s[i:], '>'); end > 0 {
				b.WriteString(s[i+1 : i+end])
				i += end + 1
				words = true
				continue
			}
		case c == '*' || c == '`' || c == '_' || c == '~':
			n, is := emphasis(s, i, open)
			if !is {
				b.WriteString(s[i : i+n])
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		words = words || unicode.IsLetter(r) || unicode.IsDigit(r)
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String(), links > 0 && !words
}

// linkAt returns the words of the link that s begins with, and how many bytes it has; 0 if it begins
// with none. Brackets alone are none: a newspaper writes words in them.
//
//	[chairs](https://example.com/a "Title")   [chairs][3]   [^3]   [![](a.jpg)](https://example.com/a)
func linkAt(s string) (label string, n int) {
	const longest, deepest = 4000, 3 // bytes, brackets: no text, however it is made, is looked at more often
	depth := 0
	for i := 0; i < min(len(s), longest); i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			if depth++; depth > deepest {
				return "", 0
			}
		case ']':
			if depth--; depth > 0 {
				continue
			}
			label = s[1:i]
			if strings.HasPrefix(label, "^") { // of a note
				return "", i + 1
			}
			if n := targetAt(s[i+1:]); n > 0 {
				return label, i + 1 + n
			}
			return "", 0
		}
	}
	return "", 0
}

// targetAt returns how many bytes the target of a link has that s begins with; 0 if it is none.
func targetAt(s string) int {
	const longest, deepest = 4000, 3 // bytes, brackets
	switch {
	case strings.HasPrefix(s, "("):
		depth := 0
		for i := 0; i < min(len(s), longest); i++ {
			switch s[i] {
			case '\\':
				i++
			case '(':
				if depth++; depth > deepest {
					return 0
				}
			case ')':
				if depth--; depth == 0 {
					return i + 1
				}
			}
		}
	case strings.HasPrefix(s, "["):
		if end := strings.IndexByte(s[:min(len(s), 40)], ']'); end > 0 && strings.Trim(s[1:end], "0123456789") == "" {
			return end + 1
		}
	}
	return 0
}

// emphasis returns how many equal signs stand at s[i:] that may mark emphasis, whether they do, and
// notes in open whether it begins or ends with them. They do not between spaces, within a word, or at
// its end where none is open, as in f***.
func emphasis(s string, i int, open map[byte]bool) (n int, is bool) {
	c := s[i]
	n = 1
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	behind, _ := utf8.DecodeRuneInString(s[i+n:])
	word := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	blank := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
	switch {
	case c == '~' && n != 2, word(before) && word(behind):
		return n, false
	case open[c] && !blank(before):
		open[c] = false
	case !word(before) && !blank(behind):
		open[c] = true
	default:
		return n, false
	}
	return n, true
}
