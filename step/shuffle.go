package step

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"wiretrace/spill"
)

// WriteInput writes the blocks that a run over some paths begins with: one for each of
// so many shares of the files below them.
func WriteInput(out Sink, paths []string, shares uint32) error {
	for k := range shares {
		c := coder{}
		in := Input{Paths: paths, Share: k, Of: shares}
		in.code(&c)
		if err := out.Write(&Block{Kind: Inputs, Part: k, Rows: 1, Data: c.b}); err != nil {
			return err
		}
	}
	return nil
}

// WriteKinds writes the names of all kinds, a line each, by their numbers.
func WriteKinds(out io.Writer) error {
	_, err := io.WriteString(out, strings.Join(kindNames[:], "\n")+"\n")
	return err
}

// TaskOf returns which of some tasks a part falls to.
func TaskOf(part, tasks uint32) uint32 { return spreadOver(uint64(part)) % tasks }

// NewSorter returns a sorter of blocks by compare, which has some bytes of them in memory
// and the rest in the space.
func NewSorter(s *spill.Space, memory int, compare func(x, y *Block) int) *spill.Sorter[*Block] {
	return spill.NewSorter(s, memory, spill.Form[*Block]{
		Compare: compare,
		Weight:  func(x *Block) int { return 128 + len(x.Order) + cap(x.Data) },
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
}

// Sort reads streams of blocks in any order and writes one that a step can read. What
// memory does not hold, of which it takes some bytes, goes to the space.
func Sort(in *Reader, out io.Writer, s *spill.Space, memory int) error {
	sorter := NewSorter(s, memory, CompareBlocks)
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
