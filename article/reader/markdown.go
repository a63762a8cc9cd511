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

// isMarkdownOfEditor reports whether a text has headings or bold words as Markdown marks them, which people write in systems
// that keep it so, and is no HTML.
func isMarkdownOfEditor(s string) bool {
	if !hasMarkedWords(s) && !hasMarkedHeading(s) {
		return false
	}
	_, _, ok := markedUp(s)
	return !ok
}

// hasMarkedWords reports whether words of s stand between asterisks, **so**, which are no letters left out of an oath.
func hasMarkedWords(s string) bool {
	const mark, longest = "**", 300 // bytes of the words
	for from := 0; ; {
		k := strings.Index(s[from:], mark)
		if k < 0 {
			return false
		}
		from += k + len(mark)
		words, _, ok := strings.Cut(s[from:min(len(s), from+longest)], mark)
		before, _ := utf8.DecodeLastRuneInString(s[:from-len(mark)])
		if !ok || words == "" || strings.ContainsAny(words, "*\n") || strings.TrimSpace(words) != words || from > len(mark) && isWordRune(before) {
			continue
		}
		end := from + len(words) + len(mark)
		if behind, _ := utf8.DecodeRuneInString(s[end:]); end == len(s) || !isWordRune(behind) {
			return true
		}
	}
}

// isWordRune reports whether r may stand within a word, or is an asterisk.
func isWordRune(r rune) bool { return r == '*' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// hasMarkedHeading reports whether a line of s is a heading, the first or behind an empty one: ## The vote.
func hasMarkedHeading(s string) bool {
	const longest, lowest = 200, 6 // bytes, level
	for from := 0; ; {
		k := strings.IndexByte(s[from:], '#')
		if k < 0 {
			return false
		}
		from += k
		before, line := s[:from], s[from:min(len(s), from+longest)]
		words := strings.TrimLeft(line, "#")
		level := len(line) - len(words)
		line, _, ended := strings.Cut(words, "\n")
		if level <= lowest && ended && strings.HasPrefix(line, " ") && strings.TrimSpace(line) != "" && (before == "" || strings.HasSuffix(strings.ReplaceAll(before[max(0, len(before)-4):], "\r", ""), "\n\n")) {
			return true
		}
		from += level
	}
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
	if n := len(m.blocks); n > 1 && m.headed == n && m.linked == n { // what the last heading is about were links
		m.blocks = m.blocks[:n-1]
	}
	return strings.Join(m.blocks, "\n\n")
}

// A markdown puts the paragraphs of a text together.
type markdown struct {
	blocks    []string
	paragraph strings.Builder
	headed    int  // blocks up to the last heading, with it
	linked    int  // blocks before the last line of links that was left out
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
	if m.wordless(trimmed) {
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
	if isTableRow(trimmed) {
		text, broken = cellsOf(text), true
	}
	if text = strings.TrimSpace(text); linked && !heading {
		m.linked = len(m.blocks)
		return
	}
	if heading || text == "" {
		m.end()
	}
	if text == "" {
		return
	}
	m.add(text, marks)
	if m.broken = broken; heading {
		m.end()
		m.headed = len(m.blocks)
	}
}

// wordless takes a line, trimmed, that has no words, and reports whether it is one: a fence, a rule, the target
// of links that stand elsewhere, an empty line.
func (m *markdown) wordless(line string) bool {
	switch {
	case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
		m.fenced = !m.fenced
	case line != "" && !markdownRule.MatchString(line) && !markdownTarget.MatchString(line):
		return false
	case strings.Contains(line, "|"): // the line below the head of a table
		return true
	}
	m.end()
	return true
}

// isTableRow reports whether a line, trimmed, is a row of a table.
func isTableRow(line string) bool {
	return strings.HasPrefix(line, "|") && strings.HasSuffix(line, "|")
}

// cellsOf returns the text of the cells of a row, with a space between words.
func cellsOf(row string) string {
	return strings.Join(strings.FieldsFunc(row, func(r rune) bool { return r == '|' || r == ' ' }), " ")
}

// add adds the text of a line that begins with marks to the paragraph.
func (m *markdown) add(text, marks string) {
	if m.paragraph.Len() > 0 {
		if m.broken || m.lines || strings.ContainsAny(marks, "-*+") {
			m.paragraph.WriteByte('\n')
		} else {
			m.paragraph.WriteByte(' ')
		}
	}
	m.paragraph.WriteString(text)
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
	r := inlineReader{s: s, open: map[byte]bool{}}
	for r.i < len(s) {
		if !r.mark() {
			r.character()
		}
	}
	return r.text.String(), r.links > 0 && !r.words
}

// An inlineReader reads the marks and the text of a stretch of Markdown, from its beginning.
type inlineReader struct {
	s     string
	i     int // next byte
	text  strings.Builder
	open  map[byte]bool // signs of emphasis that has begun
	links int           // and pictures
	words bool          // a letter or a digit stands outside of links
}

// mark takes the mark that stands at the next byte, with what belongs to it, and reports whether one does.
func (r *inlineReader) mark() bool {
	switch r.s[r.i] {
	case '\\':
		return r.escaped()
	case '!':
		return r.picture()
	case '[':
		return r.link()
	case '<':
		return r.address()
	case '*', '`', '_', '~':
		r.emphasis()
		return true
	}
	return false
}

// character takes a character that is no mark.
func (r *inlineReader) character() {
	c, n := utf8.DecodeRuneInString(r.s[r.i:])
	r.words = r.words || unicode.IsLetter(c) || unicode.IsDigit(c)
	r.text.WriteString(r.s[r.i : r.i+n])
	r.i += n
}

// escaped takes a sign of punctuation behind a backslash, which is no mark.
func (r *inlineReader) escaped() bool {
	if r.i+1 == len(r.s) || r.s[r.i+1] >= utf8.RuneSelf || !unicode.IsPunct(rune(r.s[r.i+1])) {
		return false
	}
	r.text.WriteByte(r.s[r.i+1])
	r.i += 2
	return true
}

// picture takes a picture, of which nothing is text.
func (r *inlineReader) picture() bool {
	link := r.s[r.i+1:]
	if !strings.HasPrefix(link, "[") {
		return false
	}
	_, n := linkAt(link)
	if n == 0 {
		return false
	}
	r.i += 1 + n
	r.links++
	return true
}

// link takes a link, of which the words are text.
func (r *inlineReader) link() bool {
	label, n := linkAt(r.s[r.i:])
	if n == 0 {
		return false
	}
	label, _ = inline(label)
	r.text.WriteString(label)
	r.i += n
	r.links++
	return true
}

// address takes an address in angle brackets, which is text without them.
func (r *inlineReader) address() bool {
	rest := r.s[r.i+1:]
	if !strings.HasPrefix(rest, "http") && !strings.HasPrefix(rest, "mailto:") {
		return false
	}
	address, _, ok := strings.Cut(rest, ">")
	if !ok {
		return false
	}
	r.text.WriteString(address)
	r.i += len("<") + len(address) + len(">")
	r.words = true
	return true
}

// emphasis takes signs that may mark emphasis, which are text where they do not.
func (r *inlineReader) emphasis() {
	n, is := emphasis(r.s, r.i, r.open)
	if !is {
		r.text.WriteString(r.s[r.i : r.i+n])
	}
	r.i += n
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
