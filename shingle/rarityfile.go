package shingle

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/bits-and-blooms/bloom/v3"
	"github.com/zeebo/xxh3"
)

// rarityVersion is the version of the rarity file.
//
//	1: first
const rarityVersion = 1

const (
	rarityMagic  = "RARITY\r\n"
	rarityHeader = 52
)

// ErrRarity is wrapped by every error about the content of a rarity file.
var ErrRarity = errors.New("not a rarity file of version 1, or a damaged one")

// A Background file, all numbers little-endian:
//
//	 0  8 bytes   magic "RARITY\r\n"
//	 8  uint32    version
//	12  uint32    0
//	16  uint64    xxh3 hash of all bytes from 24 to the end
//	24  uint32    articles counted
//	28  uint32    number of words W
//	32  uint32    length of the words block in bytes B
//	36  uint32    number of phrases added to the filter
//	40  uint32    hash functions k of each shard of the filter; 0 without a filter
//	44  uint32    number of shards S, a power of two; 0 without a filter
//	48  uint32    64-bit words in each shard Q
//	52  B bytes   W times: uvarint, the step from the last key (from -1 at first) minus one; byte, the weight
//	 …  8QS bytes the bits of the shards, of m = 64Q bits each, bit 0 first
//
// A key is the upper half of the xxh3 hash of a folded word; keys rise. A
// weight is an inverse document frequency in units of 11/255 nats. The shard of
// a phrase is in the leading bits of its shingle hash, and its bits are those
// that bits-and-blooms/bloom/v3 sets for the hash as 8 bytes, little-endian.

// AppendRarity appends a rarity file to dst: of articles many articles, df[h]
// hold the word whose Hash is h, and stock holds the shingles of the stock phrases.
func AppendRarity(dst []byte, articles int, df map[uint64]float64, stock []uint64) []byte {
	least := make(map[uint32]float32, len(df)) // of words whose keys are equal, the commonest counts
	for h, n := range df {
		k, w := uint32(h>>32), idf(n, float64(articles))
		if old, ok := least[k]; !ok || w < old {
			least[k] = w
		}
	}
	keys := make([]uint32, 0, len(least))
	for k := range least {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var block []byte
	last := int64(-1)
	for _, k := range keys {
		block = binary.AppendUvarint(block, uint64(int64(k)-last-1))
		block = append(block, byte(math.Round(float64(least[k])/quantum)))
		last = int64(k)
	}

	var k, shards, quads uint32
	var f *Filter
	if len(stock) > 0 {
		f = NewFilter(len(stock), stockRate)
		for _, h := range stock {
			f.Add(h)
		}
		k = uint32(f.shards[0].K())
		shards, quads = uint32(len(f.shards)), uint32(len(f.shards[0].BitSet().Words()))
	}

	start := len(dst)
	dst = append(dst, rarityMagic...)
	dst = binary.LittleEndian.AppendUint32(dst, rarityVersion)
	dst = append(dst, make([]byte, 12)...) // the checksum is put in below
	for _, v := range []uint32{uint32(articles), uint32(len(keys)), uint32(len(block)), uint32(len(stock)), k, shards, quads} {
		dst = binary.LittleEndian.AppendUint32(dst, v)
	}
	dst = append(dst, block...)
	if f != nil {
		for _, shard := range f.shards {
			for _, q := range shard.BitSet().Words() {
				dst = binary.LittleEndian.AppendUint64(dst, q)
			}
		}
	}
	binary.LittleEndian.PutUint64(dst[start+16:], xxh3.Hash(dst[start+24:]))
	return dst
}

// hasStock reports whether a rarity file, not checked yet, holds stock phrases.
func hasStock(data []byte) bool {
	return len(data) >= rarityHeader && binary.LittleEndian.Uint32(data[36:]) > 0
}

// ParseRarity reads a rarity file whole. It keeps no part of data. Its errors
// wrap ErrRarity.
func ParseRarity(data []byte) (*Rarity, error) {
	if len(data) < rarityHeader || string(data[:8]) != rarityMagic {
		return nil, fmt.Errorf("header: %w", ErrRarity)
	}
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	if v := u32(8); v != rarityVersion {
		return nil, fmt.Errorf("version %d: %w", v, ErrRarity)
	}
	if u32(12) != 0 || binary.LittleEndian.Uint64(data[16:]) != xxh3.Hash(data[24:]) {
		return nil, fmt.Errorf("checksum: %w", ErrRarity)
	}
	r := &Rarity{articles: float64(u32(24))}
	words, length, k, shards, quads := uint64(u32(28)), uint64(u32(32)), u32(40), uint64(u32(44)), uint64(u32(48))
	if shards > 1<<20 || shards&(shards-1) != 0 || words > length/2 || uint64(len(data)) != rarityHeader+length+8*shards*quads {
		return nil, fmt.Errorf("lengths: %w", ErrRarity)
	}
	block := data[rarityHeader : rarityHeader+length]
	r.table = newTable(int(words))
	last := int64(-1)
	for i := range words {
		step, n := binary.Uvarint(block)
		if n <= 0 || n >= len(block) || step > math.MaxUint32 || last+int64(step)+1 > math.MaxUint32 {
			return nil, fmt.Errorf("word %d: %w", i, ErrRarity)
		}
		last += int64(step) + 1
		r.table.put(uint32(last), float32(float64(block[n])*quantum))
		block = block[n+1:]
	}
	if len(block) > 0 {
		return nil, fmt.Errorf("words block: %w", ErrRarity)
	}
	if shards > 0 {
		if quads == 0 || k == 0 || k > 64 {
			return nil, fmt.Errorf("filter: %w", ErrRarity)
		}
		bits := make([]uint64, shards*quads)
		for i := range bits {
			bits[i] = binary.LittleEndian.Uint64(data[rarityHeader+length+8*uint64(i):])
		}
		f := filterOf(int(shards))
		for i := range f.shards {
			f.shards[i] = bloom.From(bits[:quads:quads], uint(k))
			bits = bits[quads:]
		}
		r.stock = f
	}
	return r, nil
}

// stockRate is the rate at which shingles are taken for stock phrases by mistake.
const stockRate = 0.001
