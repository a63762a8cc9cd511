package step

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"wiretrace/spill"
)

// WriteInput writes the blocks that a run over some paths begins with: one for each of
// so many shares of the files below them.
func WriteInput(out io.Writer, paths []string, shares uint32) error {
	w := NewWriter(out)
	for k := range shares {
		c := coder{}
		in := Input{Paths: paths, Share: k, Of: shares}
		in.code(&c)
		if err := w.Write(&Block{Kind: Inputs, Part: k, Rows: 1, Data: c.b}); err != nil {
			return err
		}
	}
	return w.Close(0)
}

// WriteKinds writes the names of all kinds, a line each, by their numbers.
func WriteKinds(out io.Writer) error {
	_, err := io.WriteString(out, strings.Join(kindNames[:], "\n")+"\n")
	return err
}

// TaskOf returns which of some tasks a part falls to.
func TaskOf(part, tasks uint32) uint32 { return spreadOver(uint64(part)) % tasks }

// Split writes the blocks of in to files of a folder, one for each kind and for each of
// the tasks that their parts fall to: KIND-TASK, counted from 0. One that is there is
// replaced. Each is a stream of its own.
func Split(in io.Reader, dir string, tasks uint32) (err error) {
	type file struct {
		f *os.File
		w *Writer
	}
	files := map[string]*file{}
	defer func() {
		for _, x := range files {
			err = errors.Join(err, x.w.Close(0), x.f.Close())
		}
	}()
	r := NewReader(in)
	for {
		b, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		name := fmt.Sprintf("%s-%d", b.Kind, TaskOf(b.Part, tasks))
		x := files[name]
		if x == nil {
			f, err := os.Create(filepath.Join(dir, name))
			if err != nil {
				return err
			}
			x = &file{f, NewWriter(f)}
			files[name] = x
		}
		if err := x.w.Write(b); err != nil {
			return err
		}
	}
}

// Sort reads streams of blocks in any order and writes one that a step can read. What
// the space does not hold goes to disk.
func Sort(in *Reader, out io.Writer, s *spill.Space) error {
	const most = 4096 // blocks in memory
	sorter := spill.NewSorter(s, most, spill.Form[*Block]{
		Compare: CompareBlocks,
		Encode: func(b []byte, x *Block) []byte {
			at := len(b)
			b = x.Append(append(b, 0, 0, 0, 0))
			binary.LittleEndian.PutUint32(b[at:], uint32(len(b)-at-4))
			return b
		},
		Decode: func(b []byte) (*Block, []byte) {
			n := binary.LittleEndian.Uint32(b)
			return blockOf(append([]byte(nil), b[4:4+n]...)), b[4+n:]
		},
	})
	for {
		b, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = sorter.Add(b)
		}
		if err != nil {
			return err
		}
	}
	w := NewWriter(out)
	if err := sorter.Each(w.Write); err != nil {
		return err
	}
	return w.Close(0)
}
