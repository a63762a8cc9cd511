package word

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPrintable(t *testing.T) {
	require.Equal(t, "Straße 5.txt", Printable("Straße 5.txt"))
	require.Equal(t, "\uFFFD[31mred\uFFFD", Printable("\x1b[31mred\a"))
	require.Equal(t, "a\uFFFDb\uFFFDc\uFFFD", Printable("a\nb\tc\r"))
	require.Equal(t, "\uFFFD31m", Printable("\u009b31m"), "C1: a terminal may take it for an escape")
	require.Equal(t, "\uFFFDgpj.exe", Printable("\u202egpj.exe"), "it turns the direction")
	require.Equal(t, "a\uFFFDb", Printable("a\xffb"))
}
