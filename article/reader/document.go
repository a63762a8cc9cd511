package reader

import (
	"bytes"
	"errors"
)

// A documentText takes the paragraphs of a document of a word processor, one
// after the other, and hands on its articles: those of an export, or the one
// that it is. It holds no more than a record may have.
type documentText struct {
	form *form
	src  *source
	held []byte // what was read before it is known whether it is an export
	cut  bool   // a paragraph was too long, and was reported
	*exportSplitter
}

// errDocumentLarge says that a document that is no export is larger than a
// record may be; it has been reported.
var errDocumentLarge = errors.New("the document is too large")

// paragraph takes a paragraph, or a line of one.
func (d *documentText) paragraph(text []byte) error {
	if d.exportSplitter != nil {
		return d.both(text)
	}
	d.held = append(append(d.held, text...), '\n', '\n')
	if int64(len(d.held)) <= d.src.o.MaxRecord {
		return nil
	}
	if kind := exportOf(d.held); kind != noExport {
		return d.begin(kind)
	}
	d.src.problem(0, "%s", tooLarge(d.src.o.MaxRecord))
	return errDocumentLarge
}

// room reports whether a paragraph may have n bytes, and that one has more.
func (d *documentText) room(n int) bool {
	if int64(n) <= d.src.o.MaxRecord {
		return true
	}
	if !d.cut {
		d.cut = true
		d.src.problem(0, "a paragraph %s; the rest of it is left out", tooLarge(d.src.o.MaxRecord))
	}
	return false
}

// both hands the splitter a paragraph and the empty line behind it.
func (d *documentText) both(text []byte) error {
	if err := d.line(text); err != nil {
		return err
	}
	return d.line(nil)
}

// begin splits what was held, and what comes, as an export.
func (d *documentText) begin(kind exportKind) error {
	d.exportSplitter = &exportSplitter{kind: kind, form: d.form, src: d.src}
	held := string(d.held)
	d.held = nil
	return d.lines(held)
}

// end hands on what is left.
func (d *documentText) end() error {
	if d.exportSplitter == nil {
		kind := exportOf(d.held)
		if kind == noExport {
			if parts := clippings(d.held); parts != nil {
				return d.src.emitClippings(d.form, parts)
			}
			return d.src.emit(d.form, 0, bytes.TrimRight(d.held, "\n"))
		}
		if err := d.begin(kind); err != nil {
			return err
		}
	}
	return d.exportSplitter.end()
}
