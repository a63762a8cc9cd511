package reader

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"wiretrace/article/reader/internal/zipdir"
)

// docxForm is a document of Word, ISO/IEC 29500: a zip archive in which
// word/document.xml holds the text. Databases of newspapers hand out many
// articles in one.
//
//	<w:p><w:pPr>...</w:pPr><w:r><w:rPr>...</w:rPr><w:t>The text </w:t></w:r><w:r><w:t>of a paragraph.</w:t></w:r></w:p>
//
// The libraries for it build the whole document in memory, with its pictures and
// styles; here it is read as it comes.
func docxForm() *form {
	f := &form{
		name:    "a document of Word",
		endings: []string{".docx", ".docm"},
		sniff: func(head []byte) bool {
			return bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head[:min(len(head), 8<<10)], []byte("word/"))
		},
		parse: parseText,
	}
	f.split = func(src *source) error {
		at, size, ok := src.whole()
		if !ok {
			return nil
		}
		r, err := wordText(src, at, size)
		if err != nil {
			src.problem(0, "%s", because(err))
			return nil
		}
		d := &documentText{form: f, src: src}
		if err := readWord(r, d); err != nil {
			var syntax *xml.SyntaxError
			switch {
			case errors.Is(err, errDocumentLarge):
				return nil
			case errors.As(err, &syntax):
				src.problem(0, "the document is damaged: %s", shorten(syntax.Msg))
			case errors.Is(err, errDocumentDamaged):
				src.problem(0, "%s", err)
			default:
				return err
			}
		}
		return d.end()
	}
	return f
}

// errDocumentDamaged says that a document cannot be read to its end.
var errDocumentDamaged = errors.New("the document is damaged: its text cannot be unpacked")

// The bounds of what a document may unpack to: so many bytes, or so many times
// its size, whichever is more.
const (
	leastUnpacked = 64 << 20
	timesUnpacked = 250
)

// wordText opens the text of a document.
func wordText(src *source, at io.ReaderAt, size int64) (*io.LimitedReader, error) {
	dir, err := zipdir.Open(at, size)
	if err != nil {
		return nil, err
	}
	u := &unzipper{src: src}
	for {
		file, err := dir.Next()
		switch {
		case err == io.EOF:
			return nil, errors.New("not a document of Word: it holds no text")
		case err != nil:
			return nil, err
		case file.Name != "word/document.xml":
			continue
		}
		r, err := u.open(dir, &file)
		if err != nil {
			return nil, err
		}
		return &io.LimitedReader{R: r, N: max(leastUnpacked, timesUnpacked*size)}, nil
	}
}

// readWord hands on the paragraphs of a document. Text in boxes stands twice, in
// forms for newer and for older programs, of which the first is read.
func readWord(r *io.LimitedReader, d *documentText) error {
	piece := &pieceReader{r: r, limit: max(leastPiece, 2*d.src.o.MaxRecord)}
	w := wordReader{x: xml.NewDecoder(piece), piece: piece, to: d}
	w.x.Strict = false
	for {
		token, err := w.next()
		if err == nil {
			err = w.token(token)
		}
		if err == nil {
			continue
		}
		var syntax *xml.SyntaxError
		switch {
		case w.handed != nil:
			return w.handed
		case err == io.EOF && r.N > 0:
			return w.end()
		case r.N <= 0 || !errors.As(err, &syntax):
			err = errDocumentDamaged
		}
		if w.end() != nil {
			return w.handed
		}
		return err
	}
}

// A wordReader reads the text of a document.
type wordReader struct {
	x         *xml.Decoder
	piece     *pieceReader // that x reads from
	to        *documentText
	paragraph []byte
	text      bool  // within <w:t>
	handed    error // of handing on
}

// next returns the next token.
func (w *wordReader) next() (xml.Token, error) {
	w.piece.left = w.piece.limit
	return w.x.RawToken()
}

// A pieceReader bounds how much is read for one token, which the decoder holds whole: a
// text or a comment may unpack to gigabytes.
type pieceReader struct {
	r           io.Reader
	limit, left int64 // bytes
}

// leastPiece is how many bytes any token may have.
const leastPiece = 16 << 20

func (p *pieceReader) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, errDocumentDamaged
	}
	n, err := p.r.Read(b)
	p.left -= int64(n)
	return n, err
}

// end hands on the paragraph that was read.
func (w *wordReader) end() error {
	if len(bytes.TrimSpace(w.paragraph)) > 0 {
		w.handed = w.to.paragraph(w.paragraph)
	}
	w.paragraph = w.paragraph[:0]
	return w.handed
}

func (w *wordReader) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		switch token.Name.Local {
		case "t":
			w.text = true
		case "tab":
			w.paragraph = append(w.paragraph, '\t')
		case "br", "cr":
			w.paragraph = append(w.paragraph, '\n')
		case "Fallback":
			return w.passOver("Fallback")
		}
	case xml.EndElement:
		switch token.Name.Local {
		case "t":
			w.text = false
		case "p":
			return w.end()
		}
	case xml.CharData:
		if w.text && w.to.room(len(w.paragraph)+len(token)) {
			w.paragraph = append(w.paragraph, token...)
		}
	}
	return nil
}

// passOver reads to the end of the element that has just begun.
func (w *wordReader) passOver(name string) error {
	for depth := 1; depth > 0; {
		token, err := w.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == name {
				depth++
			}
		case xml.EndElement:
			if token.Name.Local == name {
				depth--
			}
		}
	}
	return nil
}
