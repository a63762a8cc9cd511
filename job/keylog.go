package job

import (
	"encoding/binary"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// kinds is how many kinds of key a digest has.
const kinds = int(digest.Lines)

// keysOf returns the keys of a digest by their kind, counted from 0.
func keysOf(d *digest.Digest) [kinds][]uint64 {
	return [kinds][]uint64{d.Bands, d.Fingerprints, d.Pairs, d.Stories, d.Sayings, d.Lines}
}

// A keyLog holds the keys of one kind of all articles, parted by hash, so that
// each part can be looked at by itself, in memory, by one worker. One
// goroutine adds; after finish any number may load.
type keyLog struct {
	space *space
	parts []keyPart
	shift uint8 // a part's number is in the leading bits of the scattered key
	all   int
}

// A keyPart is the keys of one part: as many full blocks as there are, and one
// that is being filled.
type keyPart struct {
	full []spot
	last []byte
	past []cluster.Key // of the archive's articles, those that matter tonight
}

const (
	keySize   = 12             // bytes of a key: the hash, then the article's place in the store, both little endian
	blockSize = 1365 * keySize // a little under 16 KiB
)

// newKeyLog returns a log of 1<<bits parts.
func newKeyLog(s *space, bits uint8) *keyLog {
	return &keyLog{space: s, parts: make([]keyPart, 1<<bits), shift: 64 - bits}
}

// scatter makes of a key a hash all of whose bits are random. Fingerprints are
// the least of several hashes, so their leading bits are mostly 0. The lowest
// bit of a key tells no more than a role (digest.Stories), so it plays no part.
func scatter(key uint64) uint64 { return (key >> 1) * 0x9e3779b97f4a7c15 }

// add notes the keys of an article; 0 is none.
func (l *keyLog) add(place uint32, keys []uint64) error {
	for _, k := range keys {
		if k == 0 {
			continue
		}
		l.all++
		p := &l.parts[scatter(k)>>l.shift]
		if p.last == nil {
			p.last = make([]byte, 0, 64*keySize)
		}
		p.last = binary.LittleEndian.AppendUint64(p.last, k)
		p.last = binary.LittleEndian.AppendUint32(p.last, place)
		if len(p.last) == blockSize {
			at, err := l.space.put(p.last)
			if err != nil {
				return err
			}
			p.full = append(p.full, at)
			p.last = p.last[:0]
		}
	}
	return nil
}

// addPast notes a key of an article of the archive.
func (l *keyLog) addPast(k cluster.Key) {
	p := &l.parts[scatter(k.Hash)>>l.shift]
	p.past = append(p.past, k)
}

// eachPast calls use with those of a list of keys, 8 bytes each, little endian,
// that may be in wanted; with all if that is nil.
func eachPast(keys []byte, wanted *shingle.Filter, use func(key uint64)) {
	for ; len(keys) >= 8; keys = keys[8:] {
		if k := binary.LittleEndian.Uint64(keys); k != 0 && (wanted == nil || wanted.Has(scatter(k))) {
			use(k)
		}
	}
}

// clearPast forgets what addPast noted.
func (l *keyLog) clearPast() {
	for i := range l.parts {
		l.parts[i].past = nil
	}
}

// load appends the keys of one part that were read tonight to dst, calling
// number for the article at each place; keys of articles it says no to are left
// out.
func (l *keyLog) load(dst []cluster.Key, part int, number func(place uint32) (uint32, bool)) ([]cluster.Key, error) {
	take := func(b []byte) {
		for ; len(b) >= keySize; b = b[keySize:] {
			if n, ok := number(binary.LittleEndian.Uint32(b[8:])); ok {
				dst = append(dst, cluster.Key{Hash: binary.LittleEndian.Uint64(b), Article: n})
			}
		}
	}
	buf := buffers.Get().(*[]byte)
	defer release(buf)
	p := &l.parts[part]
	for _, at := range p.full {
		b, err := l.space.get(at, blockSize, buf)
		if err != nil {
			return nil, err
		}
		take(b)
	}
	take(p.last)
	return dst, nil
}

// A sifter finds the keys that several articles have. It is for one goroutine
// at a time, and small enough to stay in its cache: a part is looked at at a time.
type sifter struct{ once, twice shingle.Sieve }

// repeated returns, sorted, the keys of list that at least two articles have,
// and a few of those that only one has: the great majority. The first of two
// passes fills a Bloom filter and notes in another what it has seen twice, the
// second keeps that. list, which is one part of a log, is used up.
func (s *sifter) repeated(list []cluster.Key) []cluster.Key {
	s.once.Reset(len(list))
	s.twice.Reset(max(len(list)/8, 1024))
	for _, k := range list {
		if h := scatter(k.Hash); s.once.Add(h) {
			s.twice.Add(h)
		}
	}
	kept := list[:0]
	for _, k := range list {
		if s.twice.Has(scatter(k.Hash)) {
			kept = append(kept, k)
		}
	}
	cluster.SortKeys(kept)
	return kept
}
