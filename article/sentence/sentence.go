package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiretrace/article"
	"wiretrace/lang/word"
)

// A straight scan from stop to stop is used rather than the sentence breaks
// of Unicode annex 29: those know no abbreviations, split after initials and
// ordinals, and would have to be undone at most of the stops that matter.

// Append appends to dst the sentences of block within text. They are
// in order and leave out only white space. Time is linear in the block.
func Append(dst []article.Span, text string, block article.Span, g *Grammar) []article.Span {
	s := text[:block.End]
	start := word.SkipSpace(s, block.Start)
	for i := start; ; {
		if i = stopBytes.Next(s, i); i == len(s) {
			break
		}
		end, next := sentenceEnd(s, start, i, g)
		if end == 0 {
			i = next
			continue
		}
		dst = append(dst, article.Span{Start: start, End: end})
		start = word.SkipSpace(s, end)
		i = start
	}
	if end := word.TrimEnd(s, len(s)); end > start {
		dst = append(dst, article.Span{Start: start, End: end})
	}
	return dst
}

// stopBytes are the first bytes of the characters that may end a sentence:
// . ! ? and, in UTF-8, … ‼ ⁇ (E2), 。(E3), ！？．(EF), ؟ ۔ (D8, DB), । (E0).
var stopBytes = word.NewBytes(".!?\xE2\xE3\xEF\xD8\xDB\xE0")

// A stop is one or more characters that may end a sentence, seen as one.
type stop struct {
	end    int  // after the stop's last character
	dot    bool // a single full stop
	ask    bool // holds a question or exclamation mark
	dots   bool // an ellipsis
	wide   bool // of a script that puts no space after it
	closed bool // closing quotation marks follow
}

// readStop reads the stop at s[i]. Its end is 0 if there is none.
func readStop(s string, i int) stop {
	var t stop
	count := 0
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch r {
		case '.':
			count++
		case '!', '?', '؟', '‼', '⁇', '⁈', '⁉':
			t.ask = true
		case '…':
			t.dots = true
		case '۔', '।':
			t.ask = t.ask || count == 0 // ends a sentence as clearly
		case '。', '！', '？', '．':
			t.wide = true
		default:
			t.dots = t.dots || count > 1
			t.dot = count == 1 && !t.ask && !t.dots && !t.wide
			return t
		}
		i += size
		t.end = i
	}
	t.dots = t.dots || count > 1
	t.dot = count == 1 && !t.ask && !t.dots && !t.wide
	return t
}

// sentenceEnd decides whether the sentence that begins at start ends with the
// stop at s[i]. It returns its end, or 0 and where to look on.
func sentenceEnd(s string, start, i int, g *Grammar) (end, next int) {
	if s[i] == '.' && i+1 < len(s) {
		if c := s[i+1]; 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == ',' || c == ';' {
			return 0, i + 1 // a decimal number, a domain, an abbreviation within its sentence
		}
	}
	t := readStop(s, i)
	if t.end == 0 {
		return 0, i + 1
	}
	end = skipClosers(s, start, &t)
	if end == len(s) {
		return end, end
	}
	follow := word.SkipSpace(s, end)
	if follow == len(s) {
		return end, end
	}
	if t.wide {
		return end, end
	}
	if follow == end {
		if glued(s, i, end) && !(t.dot && g.holdsBack(s, start, i, end)) {
			return end, end
		}
		return 0, end
	}
	// An orphaned closing mark after a space belongs to the sentence it closes.
	if after := closingMark(s, follow); after > 0 {
		end, follow = after, word.SkipSpace(s, after)
		if follow == len(s) {
			return end, end
		}
		t.closed = true
	}
	if !opensSentence(s, follow) {
		return 0, end
	}
	switch {
	case t.dot && !t.closed && g.holdsBack(s, start, i, follow):
		return 0, end
	case t.ask && t.closed && g.speaks(s, follow):
		return 0, end
	case t.ask && !t.closed && callSign(s, start, i, follow):
		return 0, end
	}
	return end, end
}

// callSign reports whether the exclamation mark at s[i] belongs to a name of one letter, of which
// more follows: E! News.
func callSign(s string, start, i, follow int) bool {
	return s[i] == '!' && i > start && word.Kinds[s[i-1]]&word.UpperCase != 0 && follow == i+2 && word.Kinds[s[follow]]&word.UpperCase != 0 &&
		(i-1 == start || s[i-2] == ' ' || s[i-2] == '\n' || s[i-2] == '(')
}

// longestQuote is how many bytes back an opening straight quotation mark is looked for.
const longestQuote = 2000

// skipClosers returns where the quotation marks and brackets that close after
// the stop end, and notes in t whether there are quotation marks among them.
func skipClosers(s string, start int, t *stop) int {
	i := t.end
	for i < len(s) {
		switch c := s[i]; {
		case c == ')' || c == ']':
			i++
		case c == '"':
			if i+1 < len(s) && word.LetterAt(s, i+1) && strings.Count(s[max(start, i-longestQuote):i], `"`)%2 == 0 {
				return i // it opens what follows without a space
			}
			t.closed = true
			i++
		case c == '\'':
			t.closed = true
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch r {
			case '”', '’', '»', '›', '」', '』', '）', '】', '〉', '》':
			case '“', '‘', '«', '‹': // these close in German, elsewhere only by a slip
				if i+size < len(s) && word.LetterAt(s, i+size) {
					return i
				}
			default:
				return i
			}
			t.closed = true
			i += size
		default:
			return i
		}
	}
	return i
}

// closingMark returns the end of the quotation mark at s[i] if it stands
// alone, between white space, and 0 if there is none.
func closingMark(s string, i int) int {
	size := 0
	switch {
	case s[i] == '"':
		size = 1
	case strings.HasPrefix(s[i:], "”"), strings.HasPrefix(s[i:], "’"):
		size = len("”")
	case strings.HasPrefix(s[i:], "»"):
		size = len("»")
	default:
		return 0
	}
	if i+size < len(s) && word.SkipSpace(s, i+size) == i+size {
		return 0
	}
	return i + size
}

// opensSentence reports whether what stands at s[i] can be the first
// character of a sentence: anything but a lower-case letter or a dash, with
// opening marks before it or not.
func opensSentence(s string, i int) bool {
	for n := 0; i < len(s) && n < 4; n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '"', '\'', '“', '‘', '„', '‚', '«', '‹', '(', '[', '¿', '¡', '»':
			i = word.SkipSpace(s, i+size) // French puts a space after «
			continue
		case '-', '–', '—', ',', ';', ':', '.', '…', '/', '&', '|':
			return false
		}
		return !unicode.IsLower(r)
	}
	return false
}

// glued reports whether the stop at s[i] lacks the space after it: a whole
// lower-case word before and a capitalised one behind, nothing of an address.
func glued(s string, i, end int) bool {
	b := i
	for b > 0 && i-b < word.Longest {
		r, size := utf8.DecodeLastRuneInString(s[:b])
		if !unicode.IsLower(r) {
			break
		}
		b -= size
	}
	if i-b < 2 {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:b]); b > 0 && !unicode.IsSpace(r) && !strings.ContainsRune("(\"'“‘’«-—", r) {
		return false
	}
	if end < len(s) && (s[end] == '"' || s[end] == '\'') {
		end++
	} else if strings.HasPrefix(s[end:], "“") || strings.HasPrefix(s[end:], "‘") {
		end += len("“")
	}
	r, size := utf8.DecodeRuneInString(s[end:])
	if !unicode.IsUpper(r) {
		return false
	}
	if r2, _ := utf8.DecodeRuneInString(s[end+size:]); !unicode.IsLower(r2) && r2 != ' ' && r2 != '\'' {
		return false
	}
	for j := end; j < len(s) && j-end < word.Longest; j++ {
		switch s[j] {
		case ' ', '\n', '\t', ',':
			return true
		case '/', '@', '_':
			return false
		}
	}
	return true
}
