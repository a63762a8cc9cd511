package spill

import "encoding/binary"

// A Log holds keys, each with the number of who has it, parted by hash, so that
// each part can be looked at by itself, in memory, by one worker. One goroutine
// adds; after that any number may read.
type Log struct {
	space *Space
	parts []part
	shift uint8 // a part's number is in the leading bits of the scattered key
	all   int
}

// A part is as many full blocks as there are, and one that is being filled.
type part struct {
	full []Spot
	last []byte
}

const (
	keySize = 12             // bytes of a key: the hash, then the number, both little endian
	logFull = 1365 * keySize // bytes of a full block: a little under 16 KiB
)

// NewLog returns a log of 1<<bits parts.
func NewLog(s *Space, bits uint8) *Log {
	return &Log{space: s, parts: make([]part, 1<<bits), shift: 64 - bits}
}

// Scatter makes of a key a hash all of whose bits are random. Fingerprints are
// the least of several hashes, so their leading bits are mostly 0. The lowest
// bit plays no part: it may tell two roles of one key apart.
func Scatter(key uint64) uint64 { return (key >> 1) * 0x9e3779b97f4a7c15 }

// Add notes the keys of who has a number; a key of 0 is none.
func (l *Log) Add(number uint32, keys []uint64) error {
	for _, k := range keys {
		if k == 0 {
			continue
		}
		l.all++
		p := &l.parts[l.Part(k)]
		if p.last == nil {
			p.last = make([]byte, 0, 64*keySize)
		}
		p.last = binary.LittleEndian.AppendUint64(p.last, k)
		p.last = binary.LittleEndian.AppendUint32(p.last, number)
		if len(p.last) == logFull {
			at, err := l.space.Put(p.last)
			if err != nil {
				return err
			}
			p.full = append(p.full, at)
			p.last = p.last[:0]
		}
	}
	return nil
}

// Len returns how many keys were added.
func (l *Log) Len() int { return l.all }

// Parts returns how many parts there are.
func (l *Log) Parts() int { return len(l.parts) }

// Part returns the part that a key is in.
func (l *Log) Part(key uint64) int { return int(Scatter(key) >> l.shift) }

// Each calls use with the keys of one part, in the order in which they were
// added.
func (l *Log) Each(part int, use func(key uint64, number uint32)) error {
	give := func(b []byte) {
		for ; len(b) >= keySize; b = b[keySize:] {
			use(binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint32(b[8:]))
		}
	}
	buf := Buffer()
	defer Release(buf)
	p := &l.parts[part]
	for _, at := range p.full {
		b, err := l.space.Get(at, logFull, buf)
		if err != nil {
			return err
		}
		give(b)
	}
	give(p.last)
	return nil
}
