package archive

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func FuzzKeys(f *testing.F) {
	f.Add(int64(7), []byte("bands"), []byte("lines"), []byte(""), []byte("anything else at all, long enough"))
	f.Fuzz(func(t *testing.T, number int64, a, b, c, other []byte) {
		packed := packKeys(nil, number, [3][]byte{a, b, c})
		keys, ok := unpackKeys(number, packed)
		require.True(t, ok)
		require.Equal(t, string(a)+"|"+string(b)+"|"+string(c), string(keys[0])+"|"+string(keys[1])+"|"+string(keys[2]))
		_, ok = unpackKeys(number+1, packed)
		require.False(t, ok, "of another article")
		_, _ = unpackKeys(number, other)
		// Lengths that lie, under a checksum that is right.
		if len(other) >= keysHead {
			sealed := append([]byte(nil), other...)
			sum := uint64(checksum(number, sealed[8:]))
			for i := range 8 {
				sealed[i] = byte(sum >> (8 * i))
			}
			if keys, ok := unpackKeys(number, sealed); ok {
				require.Equal(t, len(sealed)-keysHead, len(keys[0])+len(keys[1])+len(keys[2]))
			}
		}
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("The pier closes. The pier closes."))
	f.Add(Pack(nil, []byte("The pier closes. The pier closes.")))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := Unpack(nil, Pack(nil, text))
		require.NoError(t, err)
		require.Equal(t, string(text), string(got))
		_, _ = Unpack(nil, text)
	})
}
