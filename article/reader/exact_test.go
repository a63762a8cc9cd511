package reader

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestTextsAreExact reads texts that hold what other fields would be read by:
// entities, signs of comparison, all kinds of white space. Offsets in a report
// hold in the user's file only if the text is what the file says.
func TestTextsAreExact(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"The board", " voted", " & ", "&amp;", "&lt;b&gt;", "&#8217;", "&nbsp;", "&amp;amp;", " a < b > c ", "R&D;", "\n", "\r\n", "\n\n", "\t", "  ",
		"\u00a0", "\u2028", "“No,” ", "e\u0301", "é", "📰", "\\n", "\"", "'", "[+]", "—",
	})
	texts := rapid.Map(rapid.SliceOfN(piece, 0, 12), func(pieces []string) string { return "Ferry " + strings.Join(pieces, "") + " slip" })
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		text := texts.Draw(rt, "text")
		for _, key := range []string{"text", "maintext", "full_text", "body", "content", "raw_text", "article", "texto"} {
			articles, problems := parse(string(object(t, map[string]any{"title": "A title", key: text})))
			require.Empty(rt, problems)
			require.Equal(rt, text, articles[0].Text, "key %s", key)
		}

		var table bytes.Buffer
		w := csv.NewWriter(&table)
		require.NoError(rt, w.WriteAll([][]string{{"title", "body"}, {"A title", text}}))
		want := strings.ReplaceAll(text, "\r\n", "\n") // as encoding/csv reads what stands in quotation marks
		files := map[string]string{
			"plain.txt": text,
			"rows.csv":  table.String(),
			"lines.jsonl": string(object(t, map[string]any{"content": text})) + "\n" +
				string(object(t, map[string]any{"text": text, "lead": "Ferry &amp; slip…"})) + "\n",
			"list.json": `{"articles": [` + string(object(t, map[string]any{"body": text})) + `]}`,
		}
		for name, content := range files {
			require.NoError(rt, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
		}
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(rt, problems)
		require.Len(rt, articles, 5)
		for i := range articles {
			if strings.HasPrefix(articles[i].ID, "rows.csv") {
				require.Equal(rt, want, strings.ReplaceAll(articles[i].Text, "\r\n", "\n"))
				continue
			}
			require.Equal(rt, text, articles[i].Text, articles[i].ID)
		}
	})
}

func object(t *testing.T, fields map[string]any) []byte {
	b, err := json.Marshal(fields)
	require.NoError(t, err)
	return b
}

// TestLeadsOfExactTexts finds a lead in the text though only one of the two
// writes characters as entities.
func TestLeadsOfExactTexts(t *testing.T) {
	for _, in := range []string{
		`{"text": "Post &amp; Mail: the board voted.", "standfirst": "Post &amp; Mail: the board"}`,
		`{"text": "Post &amp; Mail: the board voted.", "standfirst": "Post & Mail: the board"}`,
	} {
		articles, problems := parse(in)
		require.Empty(t, problems)
		require.Equal(t, "Post &amp; Mail: the board voted.", articles[0].Text)
	}
}

// TestEntitiesAreDecodedOnce reads articles about HTML.
func TestEntitiesAreDecodedOnce(t *testing.T) {
	for _, in := range []string{
		`{"content_html": "<p>Write &lt;b&gt;R&amp;amp;D&lt;/b&gt;.</p>"}`,
		`{"body": "<p>Write &lt;b&gt;R&amp;amp;D&lt;/b&gt;.</p>"}`,
		`{"text": "<p>Write &lt;b&gt;R&amp;amp;D&lt;/b&gt;.</p>"}`,
		`{"body_text": [{"html": "<p>Write &lt;b&gt;R&amp;amp;D&lt;/b&gt;.</p>"}]}`,
	} {
		articles, problems := parse(in)
		require.Empty(t, problems)
		require.Equal(t, "Write <b>R&amp;D</b>.", articles[0].Text, in)
	}
}

// TestWhatShowsNothing reads characters that show nothing: they stay in a text that is the
// file's own, and go from fields and from what was HTML.
func TestWhatShowsNothing(t *testing.T) {
	const own, read = "The har\u00adbour\u200b is open.\n\nNobody was hurt.", "The harbour is open.\n\nNobody was hurt."
	for name, tt := range map[string]struct{ key, value, want string }{
		"plain":         {"text", own, own},
		"HTML":          {"content_html", "<p>The har&shy;bour&#8203; is open.</p><p>Nobody was hurt.</p>", read},
		"HTML at large": {"body", "<p>The har\u00adbour\u200b is open.</p><p>\u200b</p><p>Nobody was hurt.</p>", read},
	} {
		articles, problems := parse(string(object(t, map[string]any{"title": "Har\u00adbour\ufeff open", "author": "Ada\u200b Crane", "outlet": "The Ex\u00adample", tt.key: tt.value})))
		require.Empty(t, problems, name)
		require.Equal(t, tt.want, articles[0].Text, name)
		require.Equal(t, []string{"Harbour open", "Ada Crane", "The Example"}, []string{articles[0].Title, articles[0].Byline, articles[0].Outlet}, name)
	}
}
