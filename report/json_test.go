package report

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestNoControlReachesATerminal(t *testing.T) {
	require.Equal(t, `"a\u009b31m\u007f\u0085é\u001b"`, string(appendJSON(nil, "a\u009b31m\x7f\u0085é\x1b")))
	require.Equal(t, `"©\u0080é\u2028"`, string(appendJSON(nil, "©\u0080é\u2028")))
}

func TestJSONStrings(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "abc", `"abc"`},
		{"HTML is not escaped", "<a href='x'>&amp;</a>", `"<a href='x'>&amp;</a>"`},
		{"escapes", "a\"b\\c\nd\re\tf", `"a\"b\\c\nd\re\tf"`},
		{"control characters", "\x00\x1b\x7f", `"\u0000\u001b\u007f"`},
		{"line separators", "a\u2028b\u2029c“d”", `"a\u2028b\u2029c` + `“d”"`},
		{"not UTF-8", "a\xE2\x80", `"a` + "\uFFFD" + `"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, string(appendJSON(nil, c.in)))
		})
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("abc \"quoted\" \\ text")
	f.Add("“x”\u2028\n")
	f.Add("\xFF\x00\x1f\x80\xE2")
	f.Add(strings.Repeat("a", 23) + "\"" + strings.Repeat("\x80", 9))
	f.Fuzz(func(t *testing.T, s string) {
		b := appendJSON(nil, s)
		require.True(t, utf8.Valid(b))
		require.False(t, strings.ContainsAny(string(b), "\n\r\u2028\u2029"))
		var got string
		require.NoError(t, json.Unmarshal(b, &got))
		require.Equal(t, strings.ToValidUTF8(s, "\uFFFD"), got)
	})
}
