package reader

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// rtfForm is the Rich Text Format, version 1.9.1, in which databases of
// newspapers hand out many articles in one file.
//
//	{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard\f0 Caf\'e9 \u8220?open\u8221?\par}
//
// No library for it is kept up. Of the format only what makes the text is read:
// characters, ends of paragraphs, and what is no text; a file is read as it
// comes, however long its pictures are.
func rtfForm() *form {
	f := &form{
		name:    "rich text",
		endings: []string{".rtf"},
		sniff:   func(head []byte) bool { return bytes.HasPrefix(bytes.TrimPrefix(head, bomUTF8), []byte(`{\rtf`)) },
		parse:   parseText,
	}
	f.split = func(src *source) error {
		if head, _ := src.r.Peek(headSize); !f.sniff(head) {
			src.problem(0, "not rich text: it does not begin with %s", `{\rtf`)
			return nil
		}
		d := &documentText{form: f, src: src}
		r := rtfReader{r: src.r, to: d, page: charmap.Windows1252}
		switch err := r.read(); err {
		case nil:
		case errDocumentLarge:
			return nil
		case errRTFDeep, io.ErrUnexpectedEOF:
			src.problem(0, "the document is damaged: its groups are %s", r.wrong)
		default:
			if r.failed {
				src.problem(0, "%s", because(err))
				break
			}
			return err
		}
		return d.end()
	}
	return f
}

// errRTFDeep says that groups are nested more than mostGroups deep.
var errRTFDeep = errors.New("groups are nested too deep")

// mostGroups is how deep groups may be nested.
const mostGroups = 4096

// An rtfReader reads the text of a file.
type rtfReader struct {
	r      *bufio.Reader
	to     *documentText
	page   encoding.Encoding
	failed bool   // reading failed, not handing on
	wrong  string // with the groups

	groups []rtfGroup
	group  rtfGroup
	skip   int    // characters left that stand for one of Unicode before them
	bytes  []byte // characters in the code page, not yet decoded
	high   rune   // first half of a pair of UTF-16
	line   []byte
}

// An rtfGroup is what holds within a pair of braces.
type rtfGroup struct {
	hidden bool // no text
	uc     int  // characters that stand for one of Unicode
}

func (r *rtfReader) read() error {
	r.group.uc = 1
	for {
		c, err := r.r.ReadByte()
		if err != nil {
			if err != io.EOF {
				r.failed = true
				return err
			}
			if err := r.endLine(); err != nil {
				return err
			}
			if len(r.groups) > 0 {
				r.wrong = "not closed: it is cut short"
				return io.ErrUnexpectedEOF
			}
			return nil
		}
		switch c {
		case '{':
			if len(r.groups) >= mostGroups {
				r.wrong = "nested more than " + strconv.Itoa(mostGroups) + " deep"
				return errRTFDeep
			}
			r.flush()
			r.groups, r.skip = append(r.groups, r.group), 0
		case '}':
			r.flush()
			if n := len(r.groups); n > 0 {
				r.group, r.groups, r.skip = r.groups[n-1], r.groups[:n-1], 0
				if n == 1 {
					return r.endLine() // what follows is not part of it
				}
			}
		case '\\':
			if err := r.control(); err != nil {
				return err
			}
		case '\r', '\n', 0:
		default:
			r.char(c)
		}
	}
}

// char takes a character of the code page.
func (r *rtfReader) char(c byte) {
	switch {
	case r.skip > 0:
		r.skip--
	case !r.group.hidden:
		// A character of two bytes does not end before a space.
		if n := len(r.bytes); n >= rtfRun && c == ' ' || n >= 16*rtfRun {
			r.flush()
		}
		r.bytes = append(r.bytes, c)
	}
}

// rtfRun is how many characters of the code page are decoded at a time, but for
// some more.
const rtfRun = 4 << 10

// flush decodes the characters of the code page read so far.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	b, err := r.page.NewDecoder().Bytes(r.bytes)
	if err == nil {
		r.add(b)
	}
	r.bytes = r.bytes[:0]
}

// add adds text to the paragraph, which is not longer than a record may be.
func (r *rtfReader) add(b []byte) {
	if !r.group.hidden && r.to.room(len(r.line)+len(b)) {
		r.line = append(r.line, b...)
	}
}

// endLine ends the paragraph.
func (r *rtfReader) endLine() error {
	r.flush()
	line := bytes.TrimSpace(r.line)
	r.line = r.line[:0]
	if len(line) == 0 {
		return nil
	}
	return r.to.paragraph(line)
}

// control reads what follows a backslash.
func (r *rtfReader) control() error {
	c, err := r.r.ReadByte()
	if err != nil {
		return nil // the caller meets the end
	}
	switch c {
	case '\'':
		var hex [2]byte
		if _, err := io.ReadFull(r.r, hex[:]); err != nil {
			return nil
		}
		if n, err := strconv.ParseUint(string(hex[:]), 16, 8); err == nil {
			r.char(byte(n))
		}
	case '*':
		r.group.hidden = true
	case '~':
		r.char(' ')
	case '_':
		r.char('-')
	case '\r', '\n':
		return r.endLine()
	case '\\', '{', '}':
		r.char(c)
	default:
		if isLetter(c) {
			return r.controlWord(c)
		}
	}
	return nil
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// controlWord reads the rest of a control word, its number and the space that
// ends it.
func (r *rtfReader) controlWord(first byte) error {
	word := []byte{first}
	c, err := r.r.ReadByte()
	for ; err == nil && isLetter(c) && len(word) < 32; c, err = r.r.ReadByte() {
		word = append(word, c)
	}
	var digits []byte
	for ; err == nil && (c >= '0' && c <= '9' || c == '-' && len(digits) == 0) && len(digits) < 11; c, err = r.r.ReadByte() {
		digits = append(digits, c)
	}
	if err == nil && c != ' ' {
		_ = r.r.UnreadByte()
	}
	n, _ := strconv.Atoi(string(digits))
	return r.word(string(word), n)
}

// word takes a control word with its number.
func (r *rtfReader) word(word string, n int) error {
	switch word {
	case "par", "line", "sect", "page", "row", "column":
		if !r.group.hidden {
			return r.endLine()
		}
	case "tab", "cell":
		r.char('\t')
	case "u":
		r.unicode(n)
	case "uc":
		r.group.uc = max(0, min(n, 64))
	case "bin":
		if n > 0 {
			_, _ = r.r.Discard(n)
		}
	case "ansicpg":
		if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
			r.page = e
		} else if label := codePages[n]; label != "" {
			r.page, _ = charset.Lookup(label)
		}
	case "mac":
		r.page = charmap.Macintosh
	default:
		if text := rtfChars[word]; text != "" {
			r.flush()
			r.add([]byte(text))
		} else if hiddenGroups[word] {
			r.flush()
			r.group.hidden = true
		}
	}
	return nil
}

// unicode takes a character of UTF-16, which is followed by others for programs
// that know none.
func (r *rtfReader) unicode(n int) {
	r.flush()
	r.skip = r.group.uc
	c := rune(uint16(n))
	switch {
	case c >= 0xd800 && c < 0xdc00:
		r.high = c
		return
	case c >= 0xdc00 && c < 0xe000:
		c = 0x10000 + (r.high&0x3ff)<<10 + c&0x3ff
	}
	r.add([]byte(string(c)))
}

// codePages are the labels of code pages that are not named by number.
var codePages = map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8"}

// rtfChars are the control words that stand for characters.
var rtfChars = map[string]string{
	"emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}

// hiddenGroups are the control words that begin what is no text.
var hiddenGroups = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true, "filetbl": true, "listtable": true, "revtbl": true, "generator": true, "xe": true, "tc": true, "bkmkstart": true, "bkmkend": true,
	"footnote": true, "annotation": true, "themedata": true, "datastore": true, "latentstyles": true, "nonshppict": true, "shppict": true,
}
