package reader

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// A tree is what a JSON value says, whoever has read it.
type tree struct {
	key      string // in an object
	text     string // of a string
	literal  string // of a number or a word
	kind     byte   // '{', '[', '"' or 0
	children []tree // in order
}

// scanned reads a value with the scanner.
func scanned(s *scanner, depth int) (t tree, ok bool) {
	if depth > maxDepth {
		return t, s.fail("deep")
	}
	switch c := s.next(); c {
	case '{':
		t.kind = c
		ok = s.object(func(key []byte) bool {
			child, ok := scanned(s, depth+1)
			child.key = string(key)
			t.children = append(t.children, child)
			return ok
		})
	case '[':
		t.kind = c
		ok = s.array(func() bool {
			child, ok := scanned(s, depth+1)
			t.children = append(t.children, child)
			return ok
		})
	case '"':
		t.kind = c
		var raw []byte
		raw, _, ok = s.str()
		if ok {
			t.text = unescape(raw)
		}
	default:
		var raw []byte
		raw, ok = s.scalar()
		t.literal = string(raw)
	}
	return t, ok
}

// decoded reads a value with encoding/json.
func decoded(d *json.Decoder) (t tree, err error) {
	token, err := d.Token()
	if err != nil {
		return t, err
	}
	switch v := token.(type) {
	case json.Delim:
		t.kind = byte(v)
		for d.More() {
			key := ""
			if t.kind == '{' {
				k, err := d.Token()
				if err != nil {
					return t, err
				}
				key, _ = k.(string)
			}
			child, err := decoded(d)
			if err != nil {
				return t, err
			}
			child.key = key
			t.children = append(t.children, child)
		}
		_, err = d.Token()
	case string:
		t.kind, t.text = '"', v
	case json.Number:
		t.literal = v.String()
	case bool:
		t.literal = map[bool]string{true: "true", false: "false"}[v]
	case nil:
		t.literal = "null"
	}
	return t, err
}

var pythonic = regexp.MustCompile(`-?(NaN|Infinity)`)

// FuzzScanner holds the scanner against encoding/json: what that reads, this
// reads alike, and what this reads besides is what its comment says.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{
		`{"text": "a\u00e9\ud83d\ude00\ud83d\n\"\\", "n": [1, -2.5e+10, 0, true, false, null]}`, `{"a": {"b": [[], {}]}}`, `"\`, `{"a" 1}`, `[1,]`, `{"a": NaN}`,
		`{"a": 01}`, `{"a": "\ud83d\u0041"}`, "{\"a\": \"\x01\"}", `{"": ""}`, `[1 2]`, `{"a":1,}`, `-`, `1.`, `1e`, `"\u12"`, `nul`, `truefalse`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.ToValidUTF8(data, []byte("?")) // as parseJSON sees to
		s := &scanner{b: data}
		got, ok := scanned(s, 0)
		ok = ok && s.next() == 0 && s.i == len(data)

		skip := &scanner{b: data}
		require.Equal(t, ok, skip.skip(0) && skip.next() == 0 && skip.i == len(data))
		if s.err != "" && strings.HasSuffix(s.err, "deep") {
			return
		}
		if json.Valid(data) {
			require.True(t, ok, "%q: %s", data, s.err)
			d := json.NewDecoder(bytes.NewReader(data))
			d.UseNumber()
			want, err := decoded(d)
			require.NoError(t, err)
			_, err = d.Token()
			require.Equal(t, io.EOF, err)
			require.Equal(t, want, got)
			return
		}
		if ok {
			tame := pythonic.ReplaceAll(data, []byte("null"))
			for i, c := range tame {
				if c < ' ' {
					tame[i] = ' '
				}
			}
			require.True(t, json.Valid(tame), "%q", data)
		}
	})
}

// FuzzParseJSON checks that records of any content give an article, a problem
// or both, and that splitting hands on what parsing can read whole.
func FuzzParseJSON(f *testing.F) {
	f.Add(`{"text": "x", "title": {"rendered": ["y"]}, "date": "2024-08-17", "authors": [{"name": "A"}, 1, null], "source": {"name": "z"}, "id": 1e3}`)
	f.Add(`{"_source": {"data": {"text": "x"}}, "body": {"sections": [{"paragraphs": ["p"]}]}}`)
	f.Add("{\"text\": \"caf\xe9\"}")
	f.Fuzz(func(t *testing.T, data string) {
		articles, problems := parse(data)
		require.NotZero(t, len(articles)+len(problems))
		for _, a := range articles {
			require.NotEmpty(t, strings.TrimSpace(a.Text))
			for _, s := range []string{a.ID, a.Text, a.Title, a.Byline, a.Outlet, a.URL, a.Language, a.Published.Source} {
				require.Equal(t, strings.ToValidUTF8(s, "?"), s)
			}
			require.Contains(t, []int{0, 2}, len(a.Language))
		}
		for _, p := range problems {
			require.NotContains(t, p.Reason, "\n")
		}
		object := strings.TrimSpace(data)
		if len(articles) == 1 && strings.HasPrefix(object, "{") && len(problems) == 0 {
			w := newWindow(iotest.OneByteReader(strings.NewReader(object)), nil, DefaultMaxRecord)
			require.True(t, w.space())
			value, st, ended := w.value()
			require.Equal(t, whole, st)
			require.False(t, ended)
			require.Equal(t, strings.TrimRight(object, ", \t\r\n"), string(value))
		}
	})
}
