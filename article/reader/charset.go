package reader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// Byte order marks.
var (
	bomUTF8    = []byte{0xef, 0xbb, 0xbf}
	bomUTF16BE = []byte{0xfe, 0xff}
	bomUTF16LE = []byte{0xff, 0xfe}
	bomUTF32LE = []byte{0xff, 0xfe, 0, 0}
	bomUTF32BE = []byte{0, 0, 0xfe, 0xff}
)

var errBinary = errors.New("not text: it holds bytes that no text has")

// decode turns the bytes of a whole record into a string of valid UTF-8,
// without a leading byte order mark and otherwise unchanged. damaged counts
// the places where the input has no character and the string has U+FFFD.
//
// Bytes that are UTF-8 as a whole are UTF-8. A library asked about the first
// of them only, as those for web pages are, takes every fourth page of news
// for windows-1252.
func decode(data []byte, fallback string) (text string, damaged int, err error) {
	if e := wide(data); e != nil {
		b, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", 0, fmt.Errorf("not text: %w", err)
		}
		b = bytes.TrimPrefix(b, bomUTF8)
		if bytes.IndexByte(b, 0) >= 0 {
			return "", 0, errBinary
		}
		return string(b), bytes.Count(b, []byte("\ufffd")), nil
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if !printable(data) {
		return "", 0, errBinary
	}
	if utf8.Valid(data) {
		return string(data), 0, nil
	}
	if n, ok := nearlyUTF8(data); ok {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), n, nil
	}
	e := narrow(data, fallback)
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", 0, fmt.Errorf("not text: %w", err)
	}
	return string(b), bytes.Count(b, []byte("\ufffd")), nil
}

// decode decodes the record's data, with a problem for what was lost. Bytes of
// zero, which broken programs leave in few places, are left out.
func (r *Record) decode() (text string, problems []Problem, err error) {
	data := withoutZeros(r.Data)
	text, damaged, err := decode(data, r.o.Charset)
	problems = r.damage(damaged)
	switch n := len(r.Data) - len(data); n {
	case 0:
	case 1:
		problems = append(problems, r.problem("a zero byte is left out"))
	default:
		problems = append(problems, r.problem("%d zero bytes are left out", n))
	}
	return text, problems, err
}

// wide returns the encoding of text in two or four bytes a character, by its
// byte order mark or by the zeros that every second byte of Western text is;
// nil if data is no such text.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, bomUTF32LE):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(data, bomUTF32BE):
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case startsWith(data, bomUTF16LE, bomUTF16BE):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	head := data[:min(len(data), 256)]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 2:
		return nil
	case zeros[0] == 0 && zeros[1] >= half*3/4:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[1] == 0 && zeros[0] >= half*3/4:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// narrow returns the encoding of text that is not Unicode: what the text
// declares, as a page does in its head, else the one that fallback names, else
// windows-1252.
func narrow(data []byte, fallback string) encoding.Encoding {
	if e, name, _ := charset.DetermineEncoding(data, ""); name != "windows-1252" && name != "utf-8" {
		return e
	}
	if e, _ := charset.Lookup(fallback); e != nil {
		return e
	}
	return charmap.Windows1252
}

// nearlyUTF8 reports whether data is UTF-8 but for damage in few places, such
// as a character cut in two, and counts them. In another character set hardly a
// character looks like one of UTF-8, so what has as many whole ones as broken
// ones is UTF-8, and so is what is broken only by its end.
func nearlyUTF8(data []byte) (damaged int, ok bool) {
	good := 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r != utf8.RuneError || size > 1 {
			i += size
			good++
			continue
		}
		damaged++
		if damaged == 1 && len(data)-i >= 2 && !utf8.FullRune(data[i:]) {
			return 1, true // the last character, cut in two
		}
		for i++; i < len(data) && data[i]&0xc0 == 0x80; i++ {
			continue // the rest of the same broken character
		}
	}
	return damaged, good > 0 && good >= damaged
}

// textual reports whether data may be text in any character set.
func textual(data []byte) bool { return wide(data) != nil || printable(data) }

// printable reports whether data, in a character set of one byte or a few a
// character, may be text: it has no zero byte and hardly a control character.
func printable(data []byte) bool {
	if bytes.IndexByte(data, 0) >= 0 {
		return false
	}
	controls := 0
	for _, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
			controls++
		}
	}
	return controls <= len(data)/64
}

// utf8Stream returns a reader of r, which begins with head, that turns UTF-16
// and UTF-32 into UTF-8 and leaves all else as it is.
func utf8Stream(r io.Reader, head []byte) io.Reader {
	if e := wide(head); e != nil {
		return transform.NewReader(r, e.NewDecoder())
	}
	return r
}
