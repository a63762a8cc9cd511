package word

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestEightBytesAreToldAsOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.Byte(), 8, 8).Draw(t, "bytes"))
		letters, digits := Alnum8(Load(s, 0))
		for i := range len(s) {
			c := s[i]
			bit := uint64(0x80) << (8 * i)
			require.Equal(t, 'a' <= c|0x20 && c|0x20 <= 'z' && c < 0x80, letters&bit != 0, "letter %q", c)
			require.Equal(t, '0' <= c && c <= '9', digits&bit != 0, "digit %q", c)
		}
		require.Zero(t, (letters|digits)&^uint64(HighBits))
	})
}

func TestBytesAreFoundAsOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const of = "([/\"|\xE3\xEF"
		set := NewBytes(of)
		s := string(rapid.SliceOfN(rapid.SampledFrom([]byte("abc([/\"|'\x00\x7f\xE3\xE2\xEF\x80")), 0, 30).Draw(t, "bytes"))
		i := rapid.IntRange(0, len(s)).Draw(t, "from")
		want := i
		for want < len(s) && strings.IndexByte(of, s[want]) < 0 {
			want++
		}
		require.Equal(t, want, set.Next(s, i))
	})
}
