package reader

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/runes"
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
func decode(data []byte, fallback string) (text string, damaged int, err error) {
	text, _, damaged, err = decodeGuessing(data, fallback)
	return text, damaged, err
}

// decodeGuessing is decode that says which character set it guessed, if it did.
//
// Bytes that are UTF-8 as a whole are UTF-8. A library asked about the first
// of them only, as those for web pages are, takes every fourth page of news
// for windows-1252.
func decodeGuessing(data []byte, fallback string) (text, guessed string, damaged int, err error) {
	if e := wide(data); e != nil {
		b, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", 0, fmt.Errorf("not text: %w", err)
		}
		b = withoutZeros(bytes.TrimPrefix(b, bomUTF8))
		if bytes.IndexByte(b, 0) >= 0 {
			return "", "", 0, errBinary
		}
		return string(b), "", bytes.Count(b, []byte("\ufffd")), nil
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if !printable(data) {
		return "", "", 0, errBinary
	}
	if utf8.Valid(data) {
		return string(data), "", 0, nil
	}
	if n, ok := nearlyUTF8(data); ok {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), "", n, nil
	}
	e, guessed := narrow(data, fallback)
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", 0, fmt.Errorf("not text: %w", err)
	}
	return string(b), guessed, bytes.Count(b, []byte("\ufffd")), nil
}

// decode decodes the record's data, with a problem for what was lost and for a
// character set that was guessed. Bytes of zero, which broken programs leave in
// few places, are left out. label is that of the character set if the data
// declare none.
func (r *Record) decode(label string) (text string, problems []Problem, err error) {
	data := withoutZeros(r.Data)
	text, guessed, damaged, err := decodeGuessing(data, label)
	if guessed != "" {
		problems = append(problems, r.problem("%s", guess(guessed)))
	}
	problems = append(problems, r.damage(damaged)...)
	switch n := len(r.Data) - len(data); n {
	case 0:
	case 1:
		problems = append(problems, r.problem("a zero byte is left out"))
	default:
		problems = append(problems, r.problem("%d zero bytes are left out", n))
	}
	return text, problems, err
}

// guess says that a character set was guessed.
func guess(name string) string {
	return "the character set is not declared; it is read as " + name + ", which is a guess (--charset tells)"
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
// what its letters look like, which is a guess, else windows-1252.
func narrow(data []byte, fallback string) (e encoding.Encoding, guessed string) {
	if e, name, _ := charset.DetermineEncoding(data, ""); name != "windows-1252" && name != "utf-8" {
		return e, ""
	}
	if e, _ := charset.Lookup(fallback); e != nil {
		return e, ""
	}
	if name := detect(data); name != "" {
		e, guessed = charset.Lookup(name)
		return e, guessed
	}
	return charmap.Windows1252, ""
}

// charsetOf guesses the character set of data, empty if it is UTF-8 or Western.
func charsetOf(data []byte) string {
	if utf8.Valid(data) {
		return ""
	}
	_, guessed := narrow(data, "")
	return guessed
}

// detectSize is how much of a text is looked at to guess its character set, in
// bytes.
const detectSize = 32 << 10

// detect guesses the character set of bytes that are not UTF-8, from which bytes
// and which sequences of letters are frequent in them. It is empty for Western
// text, and where nothing can be told.
func detect(data []byte) string {
	data = data[:min(len(data), detectSize)]
	if western(data) {
		return ""
	}
	if name := detectByLetters(data); name != "" {
		return name
	}
	for _, label := range likeliest(data) {
		e, name := charset.Lookup(asWritten(label, data))
		switch {
		case e == nil || strings.HasPrefix(name, "utf-") || strings.HasPrefix(name, "iso-2022") || name == "replacement":
			continue // refuted by the bytes
		case name == "windows-1252":
			return ""
		}
		if b, err := e.NewDecoder().Bytes(data); err == nil && bytes.Count(b, []byte("\ufffd")) <= len(b)/500 {
			return name
		}
	}
	return ""
}

// likeliest returns the labels, in lower case, of the character sets that the library takes data for,
// the likeliest first; none if it takes it for nothing.
func likeliest(data []byte) []string {
	results, err := chardet.NewTextDetector().DetectAll(data)
	if err != nil {
		return nil
	}
	// The library gives equally likely ones in any order. Most texts are of the Western one.
	rank := func(r chardet.Result) int { return slices.Index([]string{"windows-1252", "ISO-8859-1"}, r.Charset) }
	slices.SortFunc(results, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(rank(b), rank(a)), cmp.Compare(a.Charset, b.Charset))
	})
	labels := make([]string, len(results))
	for i, r := range results {
		labels[i] = strings.ToLower(r.Charset)
	}
	return labels
}

// asWritten returns the label of the character set that data is in if the library takes it for that
// of label: mostly the one of windows, which holds what is written in the other, and more.
func asWritten(label string, data []byte) string {
	switch label {
	case "iso-8859-2":
		if centralEuropean(data) {
			return "windows-1250"
		}
	case "iso-8859-9":
		if icelandic(data) {
			return "windows-1252"
		}
	case "koi8-r":
		return koi8(data)
	case "iso-8859-7":
		return "windows-1253"
	case "iso-8859-8", "iso-8859-8-i":
		return "windows-1255"
	}
	return label
}

// centralEuropean reports whether a text that looks like ISO 8859-2 is rather of windows-1250,
// which has the same letters but for ą ľ ś š ť ź ž: it uses bytes that the former has for
// controls, or has the Polish ł and, for ą, what would be š there, but no ą of the former.
func centralEuropean(data []byte) bool {
	const l, aOfWindows, aOfISO = 0xb3, 0xb9, 0xb1
	for _, c := range data {
		if c >= 0x80 && c < 0xa0 {
			return true
		}
	}
	return bytes.IndexByte(data, l) >= 0 && bytes.IndexByte(data, aOfWindows) >= 0 && bytes.IndexByte(data, aOfISO) < 0
}

// western reports whether the bytes that are not ASCII are nothing but signs of
// print, which are the same in most of the sets of windows: an English text with
// dashes and quotation marks says nothing of its set.
func western(data []byte) bool {
	for _, c := range data {
		if c >= 0x80 && !isPrintSign(c) {
			return false
		}
	}
	return true
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
// and UTF-32 into UTF-8, without the characters of number zero that broken programs leave, and leaves all else as it is.
func utf8Stream(r io.Reader, head []byte) io.Reader {
	if e := wide(head); e != nil {
		isZero := func(r rune) bool { return r == 0 }
		return transform.NewReader(r, transform.Chain(e.NewDecoder(), runes.Remove(runes.Predicate(isZero))))
	}
	return r
}
