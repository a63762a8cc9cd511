package word

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"The ferry":                         "The ferry",
		"con\u00adduc\u00adtor":             "conductor",
		"ter\u200bminus \u2060at\ufeff sea": "terminus at sea",
		"\ufeffFirst":                       "First",
		"\u200b":                            "",
		"Auf\u200clage":                     "Auflage",
		"a\u200d b":                         "a b",
		"\u200emark \u202aand\u202c end":    "mark and end",
		"می\u200cخواهم":                     "می\u200cخواهم",
		"של\u200fום (abc)\u200f":            "של\u200fום (abc)\u200f",
		"של\u00adום":                        "שלום",
		"क\u094d\u200dष":                    "क\u094d\u200dष",
		"👩\u200d🚒 saved":                    "👩\u200d🚒 saved",
		"ห้อง\u200bสมุด":                    "ห้องสมุด",
		"𠮷\u00ad岡 \xff\u00ad\xff":           "𠮷岡 \xff\xff",
		"broken \ufffd\u00ad":               "broken \ufffd",
	} {
		require.Equal(t, want, Visible(in), "%q", in)
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("con\u00adduc\u200btor می\u200cخواهم \xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Visible(s)
		require.LessOrEqual(t, len(got), len(s))
		if utf8.ValidString(s) { // else what is left may join to a character
			require.True(t, utf8.ValidString(got))
			require.Equal(t, got, Visible(got))
		}
	})
}
