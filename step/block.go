package step

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/zeebo/xxh3"
)

// A Block is some rows of one kind that go to one part together.
type Block struct {
	Kind  Kind
	Part  uint32
	Order []byte // blocks of one kind and part are read in this order, bytewise
	Rows  uint32
	Data  []byte
}

// CompareBlocks orders blocks as a step reads them.
func CompareBlocks(x, y *Block) int {
	return cmp.Or(cmp.Compare(x.Part, y.Part), cmp.Compare(x.Kind, y.Kind), bytes.Compare(x.Order, y.Order), bytes.Compare(x.Data, y.Data))
}

// A frame is
//
//	3 bytes  "wtb"
//	1 byte   version, 1
//	1 byte   kind
//	1 byte   0
//	2 bytes  O, the length of the order
//	4 bytes  part
//	4 bytes  rows
//	4 bytes  D, the length of the data
//	O bytes  order
//	D bytes  data
//	8 bytes  xxh3 hash of all before
//
// with all numbers little endian. A stream ends with a frame of kind Count, whose data
// are three unsigned varints: the blocks and rows before it, and the blocks that the
// step has read to write it. Without that frame a stream is cut short.
const (
	magic     = "wtb"
	version   = 1
	headBytes = 20
	mostData  = 1 << 30
)

// ErrBlocks is wrapped by every error about a stream of blocks.
var ErrBlocks = errors.New("damaged blocks")

// Append appends the frame of b to dst.
func (b *Block) Append(dst []byte) []byte {
	start := len(dst)
	dst = append(dst, magic...)
	dst = append(dst, version, byte(b.Kind), 0)
	dst = binary.LittleEndian.AppendUint16(dst, uint16(len(b.Order)))
	dst = binary.LittleEndian.AppendUint32(dst, b.Part)
	dst = binary.LittleEndian.AppendUint32(dst, b.Rows)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(b.Data)))
	dst = append(dst, b.Order...)
	dst = append(dst, b.Data...)
	return binary.LittleEndian.AppendUint64(dst, xxh3.Hash(dst[start:]))
}

// A Writer writes a stream of blocks.
type Writer struct {
	w            *bufio.Writer
	buf          []byte
	blocks, rows uint64
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: bufio.NewWriterSize(w, 1<<16)} }

// Write writes a block.
func (w *Writer) Write(b *Block) error {
	if len(b.Data) > mostData || len(b.Order) > 1<<16-1 {
		return fmt.Errorf("%s: %w: a block of %d bytes", b.Kind, ErrBlocks, len(b.Data))
	}
	w.blocks++
	w.rows += uint64(b.Rows)
	w.buf = b.Append(w.buf[:0])
	_, err := w.w.Write(w.buf)
	return err
}

// Close ends the stream: so many blocks were read to make it.
func (w *Writer) Close(read uint64) error {
	data := binary.AppendUvarint(nil, w.blocks)
	data = binary.AppendUvarint(data, w.rows)
	end := Block{Kind: Count, Data: binary.AppendUvarint(data, read)}
	if _, err := w.w.Write(end.Append(nil)); err != nil {
		return err
	}
	return w.w.Flush()
}

// A Reader reads streams of blocks, one after another.
type Reader struct {
	r            *bufio.Reader
	blocks, rows uint64 // of the stream at hand
	Blocks       uint64 // of all
	Read         uint64 // blocks that the writers of all say they have read
	open         bool   // a stream has begun and not ended
	// Uncounted says that streams end without a count: whoever wrote them compares how
	// many blocks the step says it has read.
	Uncounted bool
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader {
	size := int64(1 << 16)
	if s, ok := r.(*io.SectionReader); ok {
		size = min(size, s.Size())
	}
	return &Reader{r: bufio.NewReaderSize(r, int(size))}
}

// Next returns the next block, whose memory is the caller's. The error is io.EOF after
// the end of a stream, and wraps ErrBlocks where a stream is damaged or cut short.
func (r *Reader) Next() (*Block, error) {
	for {
		b, err := r.next()
		if err != nil || b.Kind != Count {
			return b, err
		}
		d := b.Data
		var n [3]uint64
		for i := range n {
			x, size := binary.Uvarint(d)
			if size <= 0 {
				return nil, fmt.Errorf("count: %w", ErrBlocks)
			}
			n[i], d = x, d[size:]
		}
		if n[0] != r.blocks || n[1] != r.rows {
			return nil, fmt.Errorf("%w: %d blocks of %d rows, where %d of %d were written", ErrBlocks, r.blocks, r.rows, n[0], n[1])
		}
		r.Read += n[2]
		r.blocks, r.rows, r.open = 0, 0, false
	}
}

// next reads a frame, which may be that of a Count, and counts it if it is none.
func (r *Reader) next() (*Block, error) {
	var head [headBytes]byte
	if n, err := io.ReadFull(r.r, head[:]); err != nil {
		if n == 0 && errors.Is(err, io.EOF) && (!r.open || r.Uncounted) {
			return nil, io.EOF
		}
		return nil, cutShort(err)
	}
	r.open = true
	if string(head[:3]) != magic || head[3] != version {
		return nil, fmt.Errorf("%w: not blocks of version %d", ErrBlocks, version)
	}
	order, size := int(binary.LittleEndian.Uint16(head[6:])), int64(binary.LittleEndian.Uint32(head[16:]))
	if size > mostData {
		return nil, fmt.Errorf("%w: a block of %d bytes", ErrBlocks, size)
	}
	all, err := r.frame(head[:], int64(order)+size+8)
	if err != nil {
		return nil, cutShort(err)
	}
	end := len(all) - 8
	if binary.LittleEndian.Uint64(all[end:]) != xxh3.Hash(all[:end]) {
		return nil, fmt.Errorf("%w: checksum does not hold", ErrBlocks)
	}
	b := blockOf(all)
	if b.Kind != Count {
		r.blocks++
		r.rows += uint64(b.Rows)
		r.Blocks++
	}
	return b, nil
}

// frame returns a frame of which the head is read, and so many bytes are not.
func (r *Reader) frame(head []byte, rest int64) ([]byte, error) {
	const usual = 1 << 20
	if rest <= usual {
		all := make([]byte, headBytes+rest)
		copy(all, head)
		_, err := io.ReadFull(r.r, all[headBytes:])
		return all, err
	}
	// A length that is wrong takes no more memory than there are bytes.
	var body bytes.Buffer
	body.Write(head)
	_, err := io.CopyN(&body, r.r, rest)
	return body.Bytes(), err
}

// cutShort returns the error of a stream that ends, by err, where it must not: never
// io.EOF, which is that of a whole one.
func cutShort(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("%w: cut short: %w", ErrBlocks, err)
}

// blockOf returns the block of a whole frame, which it aliases.
func blockOf(frame []byte) *Block {
	order := int(binary.LittleEndian.Uint16(frame[6:]))
	return &Block{
		Kind: Kind(frame[4]), Part: binary.LittleEndian.Uint32(frame[8:]), Rows: binary.LittleEndian.Uint32(frame[12:]),
		Order: frame[headBytes : headBytes+order], Data: frame[headBytes+order : len(frame)-8],
	}
}

// sorted returns blocks in the order in which steps read them.
func sorted(list []*Block) []*Block {
	slices.SortFunc(list, CompareBlocks)
	return list
}
