package reader

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// tarForm is a folder as tar puts it into one file, compressed or not. Links
// are passed over: what they lead to is a file of the archive too, or outside.
func tarForm() *form {
	f := &form{
		name:    "a tar archive",
		endings: []string{".tar", ".tgz", ".taz", ".tbz", ".tbz2", ".tzst"},
		sniff: func(head []byte) bool {
			const at = 257 // of the mark in the head of the first file, POSIX.1-2001
			return len(head) > at+5 && bytes.Equal(head[at:at+5], []byte("ustar"))
		},
		archive: true,
	}
	f.split = func(src *source) error {
		if _, err := src.r.Peek(1); err == io.EOF {
			src.problem(0, "the file is empty")
			return nil
		}
		a := newArchive(f, src, func() int64 { return src.raw.n })
		t := tar.NewReader(src.r)
		for {
			head, err := t.Next()
			if err != nil || a.used.over {
				return a.end(explainTar(err))
			}
			if head.Typeflag != tar.TypeReg && head.Typeflag != tar.TypeGNUSparse {
				continue
			}
			if err := a.file(head.Name, func() (io.Reader, error) { return tarReader{t}, nil }); err != nil {
				return err
			}
		}
	}
	return f
}

// A tarReader explains errors.
type tarReader struct{ r io.Reader }

func (t tarReader) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	return n, explainTar(err)
}

// explainTar says for people what is wrong with an archive.
func explainTar(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the archive ends early: it is cut short")
	case errors.Is(err, tar.ErrHeader):
		return errors.New("not a tar archive, or damaged: where the head of a file should stand is none")
	case errors.Is(err, tar.ErrFieldTooLong):
		return errors.New("the tar archive is damaged: a head of a file is too long")
	case err != nil && err != io.EOF && errors.Is(err, tar.ErrInsecurePath):
		return fmt.Errorf("the tar archive is damaged: %w", err)
	}
	return err
}
