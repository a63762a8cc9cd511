// Package zipdir reads the directory of a zip archive file by file, in bounded
// memory, where archive/zip holds all of it.
package zipdir

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A Directory is the directory of a zip archive, which stands at its end and is
// read file by file: archive/zip holds all of it, a gigabyte for some millions of
// articles. It is not safe for concurrent use.
//
// PKWARE's APPNOTE.TXT, version 6.3.10, all numbers with the least byte first:
//
//	end of the directory, 22 bytes and a comment:
//	  0 PK\5\6   10 files, 2   12 size of the directory, 4   16 its place, 4   20 length of the comment, 2
//	before it, where a number has no room there, 20 bytes:
//	  0 PK\6\7    8 place of the large end, 8
//	the large end, 56 bytes:
//	  0 PK\6\6   32 files, 8   40 size of the directory, 8   48 its place, 8
//	a file in the directory, 46 bytes, its name, its extra fields and its comment:
//	  0 PK\1\2    8 flags, 2   10 method, 2   16 CRC-32, 4   20 size packed, 4   24 size, 4
//	 28 lengths of name, extra fields and comment, 2 each   38 attributes, 4   42 place, 4
//	extra field 1, where 20, 24 or 42 are all ones: size, size packed, place, 8 each, those only
//	a file, 30 bytes, its name, its extra fields and its data:
//	  0 PK\3\4   26 lengths of name and extra fields, 2 each
type Directory struct {
	at   io.ReaderAt
	size int64
	base int64 // what stands before the archive, such as a program that unpacks it
	r    *bufio.Reader
}

// A File is what the directory says of a file.
type File struct {
	Name      string
	Method    uint16
	Sum       uint32
	packed    int64 // bytes of its data
	place     int64 // of its head, from base
	Encrypted bool
	Link      bool
}

// bufferSize is how many bytes of a directory are held at a time.
const bufferSize = 64 << 10

var (
	errNoDirectory  = errors.New("not a zip archive, or cut short: its directory, which stands at the end, is missing")
	errBadDirectory = errors.New("the zip archive is damaged: so is its directory")
)

// Open finds the directory of the archive that at holds.
func Open(at io.ReaderAt, size int64) (*Directory, error) {
	const endSize, locatorSize, largeSize = 22, 20, 56
	tail := make([]byte, min(size, endSize+1<<16))
	if _, err := at.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return nil, err
	}
	end := -1
	for i := len(tail) - endSize; i >= 0; i-- {
		if tail[i] == 'P' && string(tail[i:i+4]) == "PK\x05\x06" && i+endSize+int(binary.LittleEndian.Uint16(tail[i+20:])) <= len(tail) {
			end = i
			break
		}
	}
	if end < 0 {
		return nil, errNoDirectory
	}
	endAt := size - int64(len(tail)) + int64(end)
	length := int64(binary.LittleEndian.Uint32(tail[end+12:]))
	place := int64(binary.LittleEndian.Uint32(tail[end+16:]))
	if end >= locatorSize && string(tail[end-locatorSize:end-locatorSize+4]) == "PK\x06\x07" {
		large := make([]byte, largeSize)
		largeAt := int64(binary.LittleEndian.Uint64(tail[end-locatorSize+8:]))
		if largeAt < 0 || largeAt > endAt-locatorSize-largeSize {
			return nil, errBadDirectory
		}
		if _, err := at.ReadAt(large, largeAt); err == nil && string(large[:4]) == "PK\x06\x06" {
			length, place = int64(binary.LittleEndian.Uint64(large[40:])), int64(binary.LittleEndian.Uint64(large[48:]))
			endAt = largeAt
		}
	}
	if length < 0 || place < 0 || length > endAt || place > endAt-length {
		return nil, errBadDirectory
	}
	d := &Directory{at: at, size: size, base: endAt - length - place}
	if d.base > 0 { // or there is a gap before the end
		var head [4]byte
		if _, err := at.ReadAt(head[:], place); err == nil && string(head[:]) == "PK\x01\x02" {
			d.base = 0
		}
	}
	d.r = bufio.NewReaderSize(io.NewSectionReader(at, d.base+place, length), bufferSize)
	return d, nil
}

// Next returns the next file; io.EOF behind the last.
func (d *Directory) Next() (File, error) {
	var head [46]byte
	if n, err := io.ReadFull(d.r, head[:]); err != nil {
		if n == 0 && err == io.EOF {
			return File{}, io.EOF
		}
		return File{}, errBadDirectory
	}
	u16 := func(i int) int { return int(binary.LittleEndian.Uint16(head[i:])) }
	u32 := func(i int) int64 { return int64(binary.LittleEndian.Uint32(head[i:])) }
	if string(head[:4]) != "PK\x01\x02" {
		return File{}, errBadDirectory
	}
	rest := make([]byte, u16(28)+u16(30))
	if _, err := io.ReadFull(d.r, rest); err != nil {
		return File{}, errBadDirectory
	}
	if _, err := d.r.Discard(u16(32)); err != nil {
		return File{}, errBadDirectory
	}
	const symbolicLink, kind = 0xa000, 0xf000
	f := File{
		Method: uint16(u16(10)), Sum: uint32(u32(16)), packed: u32(20), place: u32(42),
		Encrypted: u16(8)&1 != 0, Link: u32(38)>>16&kind == symbolicLink,
	}
	name, extra := rest[:u16(28)], rest[u16(28):]
	f.Name = nameOf(name)
	const none = 0xffffffff
	if u32(24) != none && f.packed != none && f.place != none {
		return f, nil
	}
	for len(extra) >= 4 {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			break
		}
		if id == 1 {
			large := bytes.Clone(extra[:n])
			take := func(v int64) int64 {
				if v != none || len(large) < 8 {
					return v
				}
				v = int64(binary.LittleEndian.Uint64(large))
				large = large[8:]
				return v
			}
			take(u32(24))
			f.packed = take(f.packed)
			f.place = take(f.place)
		}
		extra = extra[n:]
	}
	return f, nil
}

// nameOf returns the name of a file as UTF-8, which it is or, when a program
// of old wrote it, the character set of the first PC.
func nameOf(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	name, err := charmap.CodePage437.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(name)
}

// Data returns the data of a file, compressed.
func (d *Directory) Data(f *File) (io.Reader, error) {
	var head [30]byte
	at := d.base + f.place
	if f.place < 0 || f.packed < 0 || at < 0 || at > d.size {
		return nil, errBadDirectory
	}
	if _, err := d.at.ReadAt(head[:], at); err != nil || string(head[:4]) != "PK\x03\x04" {
		return nil, errors.New("the zip archive is damaged: the file is not where its directory says")
	}
	at += int64(len(head)) + int64(binary.LittleEndian.Uint16(head[26:])) + int64(binary.LittleEndian.Uint16(head[28:]))
	if at > d.size || f.packed > d.size-at {
		return nil, errors.New("the zip archive is damaged: the file goes on beyond its end")
	}
	return io.NewSectionReader(d.at, at, f.packed), nil
}
