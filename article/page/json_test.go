package page

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// plain turns a value into what encoding/json makes of the same.
func plain(v *value) any {
	switch v.kind {
	case text:
		return v.text
	case list:
		l := []any{}
		for i := range v.list {
			l = append(l, plain(&v.list[i]))
		}
		return l
	case object:
		o := map[string]any{}
		for i := range v.object {
			o[v.object[i].key] = plain(&v.object[i].value)
		}
		return o
	}
	return nil
}

func TestReadBrokenJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line end in a string", "{\"a\": \"one\ntwo\"}", `{"a": "one\ntwo"}`},
		{"comma too many", `{"a": ["b", "c",], "d": "e",}`, `{"a": ["b", "c"], "d": "e"}`},
		{"comma missing", "{\"a\": \"b\"\n \"c\": \"d\"}", `{"a": "b", "c": "d"}`},
		{"marks not escaped", `{"a": "the "good" one", "b": "c"}`, `{"a": "the \"good\" one", "b": "c"}`},
		{"unknown escape", `{"a": "b\'c\.d"}`, `{"a": "b'c.d"}`},
		{"half a pair", `{"a": "\ud83d!"}`, `{"a": "\ufffd!"}`},
		{"a pair", `{"a": "\ud83d\ude00"}`, `{"a": "😀"}`},
		{"cut short", `{"a": {"b": ["c", "d`, `{"a": {"b": ["c", "d"]}}`},
		{"object never closed", `[{"a": "b", {"c": "d"}]`, `[{"a": "b", "c": "d"}]`},
		{"comments", "/* made by x */ {\"a\": // here\n \"b\"}", `{"a": "b"}`},
		{"in CDATA", "//<![CDATA[\n{\"a\": \"b\"}\n//]]>", `{"a": "b"}`},
		{"in a comment", `<!-- {"a": "b"} -->`, `{"a": "b"}`},
		{"escaped as a whole", `{&quot;a&quot;: &quot;b &amp; c&quot;}`, `{"a": "b & c"}`},
		{"keys without marks", `{a: "b", @type: "c"}`, `{"a": "b", "@type": "c"}`},
		{"no value", `{"a": null, "b": undefined, "c": "d"}`, `{"a": null, "b": null, "c": "d"}`},
		{"elements of many kinds", `["a", 1, "b", true, "c", null, "d", -2.5e3]`, `["a", "1", "b", "true", "c", null, "d", "-2.5e3"]`},
		{"semicolon behind", `{"a": "b"};`, `{"a": "b"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want any
			require.NoError(t, json.Unmarshal([]byte(c.want), &want))
			got := readJSON(c.in)
			require.NotEmpty(t, got)
			require.Equal(t, want, plain(&got[0]))
		})
	}
	require.Empty(t, readJSON(""))
	require.Empty(t, readJSON("no JSON here"))
	require.Len(t, readJSON(`{"a": "b"} {"c": "d"}`), 2)
}

func TestReadJSONLikeTheLibrary(t *testing.T) {
	leaf := rapid.Custom(func(t *rapid.T) any { return rapid.String().Draw(t, "leaf") })
	var node func(depth int) *rapid.Generator[any]
	node = func(depth int) *rapid.Generator[any] {
		if depth == 0 {
			return leaf
		}
		return rapid.OneOf(leaf,
			rapid.Map(rapid.SliceOfN(node(depth-1), 0, 4), func(l []any) any { return append([]any{}, l...) }),
			rapid.Map(rapid.MapOfN(rapid.StringMatching(`[@a-zA-Z0-9]{1,8}`), node(depth-1), 0, 4), func(m map[string]any) any { return m }))
	}
	rapid.Check(t, func(t *rapid.T) {
		want := any(map[string]any{"k": node(3).Draw(t, "value")})
		b, err := json.Marshal(want)
		require.NoError(t, err)
		got := readJSON(string(b))
		require.Len(t, got, 1)
		var again any
		require.NoError(t, json.Unmarshal(b, &again)) // invalid UTF-8 became U+FFFD
		require.Equal(t, again, plain(&got[0]), strconv.Quote(string(b)))
	})
}

func FuzzReadJSON(f *testing.F) {
	for _, s := range []string{`{"a":["b",{"c":1}]}`, `[[[[`, `{"a":"\u12`, `{a:'b','c'}`, "//<![CDATA[{", `{"@graph":[{"@id":"x"}]}`, `"}]{[`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, v := range readJSON(s) {
			plain(&v)
		}
		readLinkedData([]string{s, s}, "a title", "https://a.example/b")
	})
}
