package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestOffsets(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at, want   int
	}{
		{"ASCII", "abcdef", 4, 4},
		{"after two bytes", "né en", 3, 2},
		{"after four bytes", "🙂!", 4, 1},
		{"the end", "“x”", 7, 3},
		{"beyond the end", "“x”", 99, 3},
		{"before the start", "“x”", -1, 0},
		{"within a code point", "“x”", 2, 1},
		{"empty", "", 0, 0},
		{"just before a mark", strings.Repeat("é", 128) + "x", 256, 128},
		{"just after a mark", strings.Repeat("é", 128) + "x", 257, 129},
		{"a code point across a mark", strings.Repeat("a", 255) + "é!", 257, 256},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, NewOffsets(c.text).CodePoint(c.at))
		})
	}
}

func TestOffsetsCountCodePoints(t *testing.T) {
	texts := rapid.OneOf(
		rapid.StringN(0, 600, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("aé“中🙂\n")), 0, 900, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("abc ")), 0, 900, -1))
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		o := NewOffsets(text)
		n := 0
		for i := range text {
			if got := o.CodePoint(i); got != n {
				t.Fatalf("byte %d: got %d, want %d", i, got, n)
			}
			require.Equal(t, i, o.Byte(n))
			n++
		}
		require.Equal(t, len(text), o.Byte(n))
		require.Equal(t, len(text), o.Byte(n+1))
		require.Zero(t, o.Byte(-1))
		require.Equal(t, utf8.RuneCountInString(text), o.CodePoint(len(text)))
	})
}
