package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
)

// An archive is the zip file that a workbook is. It stands between excelize and
// the disk for three things: excelize gathers the file in memory, writes
// streamed sheets in no fixed order, and takes quadratic time for links. So
// the parts go to a draft on the disk, with the links put in as they pass, and
// from there to the file in the order of their names, packed as they are.
type archive struct {
	draft *os.File
	zip   *zip.Writer
	links []*links
	part  *part // the one that is being written
}

// Links are those of one sheet.
type links struct {
	cells, targets []string
}

// mark returns what stands in a sheet for links until they are put in.
func mark(n int) string { return "links-" + strconv.Itoa(n) }

// A part is one file of the archive. The links stand near the end of a sheet,
// so what is written last is held back.
type part struct {
	name string
	to   io.Writer
	tail []byte
}

const held = 16 << 10

func newArchive(draft string, l []*links) (*archive, error) {
	f, err := os.OpenFile(draft, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	return &archive{draft: f, zip: zip.NewWriter(f), links: l}, nil
}

// Create begins a part. It is what excelize calls.
func (a *archive) Create(name string) (io.Writer, error) {
	if err := a.end(); err != nil {
		return nil, err
	}
	w, err := a.zip.Create(name)
	if err != nil {
		return nil, err
	}
	a.part = &part{name: name, to: w}
	return a.part, nil
}

// AddFS is of no use here; excelize wants it to be there.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (p *part) Write(b []byte) (int, error) {
	p.tail = append(p.tail, b...)
	if len(p.tail) < 4*held {
		return len(b), nil
	}
	n := len(p.tail) - held
	if _, err := p.to.Write(p.tail[:n]); err != nil {
		return 0, err
	}
	p.tail = append(p.tail[:0], p.tail[n:]...)
	return len(b), nil
}

// end ends the part at hand.
func (a *archive) end() error {
	p := a.part
	a.part = nil
	if p == nil {
		return nil
	}
	const opening, closing = `<hyperlinks><hyperlink ref="A1" location="`, `</hyperlinks>`
	begin := bytes.LastIndex(p.tail, []byte(opening))
	if begin < 0 {
		_, err := p.to.Write(p.tail)
		return err
	}
	length := bytes.Index(p.tail[begin:], []byte(closing))
	for n, l := range a.links {
		if length < 0 || !bytes.HasPrefix(p.tail[begin+len(opening):], []byte(mark(n)+`"`)) {
			continue
		}
		_, err := p.to.Write(slices.Concat(p.tail[:begin], l.element(), p.tail[begin+length+len(closing):]))
		if err != nil {
			return err
		}
		w, err := a.zip.Create(path.Dir(p.name) + "/_rels/" + path.Base(p.name) + ".rels")
		if err != nil {
			return err
		}
		_, err = w.Write(l.relations())
		return err
	}
	return fmt.Errorf("%s: unknown links", p.name)
}

// Close ends the draft.
func (a *archive) Close() error { return errors.Join(a.end(), a.zip.Close()) }

// copy writes what is in the draft to a file, and removes the draft.
func (a *archive) copy(out io.Writer) error {
	info, err := a.draft.Stat()
	if err != nil {
		return err
	}
	from, err := zip.NewReader(a.draft, info.Size())
	if err != nil {
		return err
	}
	files := slices.SortedFunc(slices.Values(from.File), func(x, y *zip.File) int { return cmp.Compare(x.Name, y.Name) })
	w := zip.NewWriter(out)
	for _, f := range files {
		if err := w.Copy(f); err != nil {
			return err
		}
	}
	return w.Close()
}

func (a *archive) remove() error { return errors.Join(a.draft.Close(), os.Remove(a.draft.Name())) }

// element returns the links as a sheet has them.
func (l *links) element() []byte {
	var b bytes.Buffer
	b.WriteString("<hyperlinks>")
	for i, cell := range l.cells {
		fmt.Fprintf(&b, `<hyperlink ref="%s" r:id="rId%d"/>`, cell, i+1)
	}
	b.WriteString("</hyperlinks>")
	return b.Bytes()
}

// relations returns the part that says where the links lead.
func (l *links) relations() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, target := range l.targets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="`, i+1)
		_ = xml.EscapeText(&b, []byte(target)) // a buffer takes all
		b.WriteString(`" TargetMode="External"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.Bytes()
}
