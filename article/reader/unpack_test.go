package reader

import (
	"bytes"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
)

func gz(t testing.TB, s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := io.WriteString(w, s)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

func zst(t testing.TB, s string) string {
	w, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	return string(w.EncodeAll([]byte(s), nil))
}

// scramble returns text that compresses little.
func scramble(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; {
		x = x*1664525 + 1013904223
		b.WriteString(string(rune('a'+x>>24%26)) + string(rune('a'+x>>16%26)) + " ")
	}
	return b.String()
}

func TestCompressed(t *testing.T) {
	lines := `{"text": "one"}` + "\n" + `{"text": "two"}` + "\n"
	bz2, err := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWcAoMz0AAALbgAAQQAEQAAQAEiFEUCAAIgADQgGgBb2NiaQcQA8XckU4UJDAKDM9")
	require.NoError(t, err)
	dir := folder(t, map[string]string{
		"a.txt.gz":    gz(t, "Text in gzip."),
		"b.txt.zst":   zst(t, "Text in zstd."),
		"c.jsonl.gz":  gz(t, lines[:16]) + gz(t, lines[16:]), // two members
		"d.jsonl.zst": zst(t, lines[:16]) + zst(t, lines[16:]),
		"e.json.gz":   gz(t, `{"text": "one object"}`),
		"f.txt":       gz(t, "Compressed, though the name does not say so."),
		"g.gz":        gz(t, lines),
		"h.txt.zst":   "\x50\x2a\x4d\x18\x04\x00\x00\x00skip" + zst(t, "Behind a frame to skip."),
		"i.txt.bz2":   string(bz2),
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Equal(t, []string{
		"a.txt.gz", "b.txt.zst", "c.jsonl.gz#1", "c.jsonl.gz#2", "d.jsonl.zst#1", "d.jsonl.zst#2", "e.json.gz", "f.txt", "g.gz#1", "g.gz#2", "h.txt.zst", "i.txt.bz2",
	}, ids(articles))
	require.Equal(t, "Text in gzip.", articles[0].Text)
	require.Equal(t, "Text in bzip2.\n", articles[11].Text)
}

func TestDamaged(t *testing.T) {
	text := scramble(200_000)
	var b strings.Builder
	for range 100 {
		b.WriteString(`{"text": "` + scramble(5000) + `"}` + "\n")
	}
	lines := b.String()
	wrong := []byte(gz(t, text))
	wrong[len(wrong)-6] ^= 1
	flipped := []byte(zst(t, text))
	flipped[len(flipped)/2] ^= 0x55
	cutLines := gz(t, strings.Repeat("\n", 3)+lines)
	dir := folder(t, map[string]string{
		"a.txt.gz":    gz(t, text)[:5000],
		"b.txt.zst":   zst(t, text)[:5000],
		"c.jsonl.gz":  cutLines[:len(cutLines)/2],
		"d.json.gz":   gz(t, "["+strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",")+"]")[:len(cutLines)/2],
		"e.txt.gz":    string(wrong),
		"f.txt.zst":   string(flipped),
		"g.txt.gz":    "not gzip",
		"h.txt.gz":    "",
		"i.txt.gz":    "\x1f\x8b\x08\x00",
		"j.txt.gz":    gz(t, "Text.") + "something else",
		"k.txt.gz":    gz(t, gz(t, "Twice.")),
		"l.json.gz":   gz(t, "")[:10],
		"z.jsonl.zst": zst(t, `{"text": "read after all the damage"}`),
	})
	articles, problems := read(t, dir, Options{}, dir)
	read := map[string]int{}
	for _, a := range articles {
		read[filepath.Base(a.File)]++
	}
	require.Equal(t, []string{
		"a.txt.gz: the gzip data end early: the file is cut short",
		"b.txt.zst: the zstd data end early: the file is cut short",
		"c.jsonl.gz: record " + numeral(read["c.jsonl.gz"]+4) + ": the gzip data end early: the file is cut short",
		"d.json.gz: record " + numeral(read["d.json.gz"]+1) + ": the gzip data end early: the file is cut short",
		"e.txt.gz: the gzip data are damaged: their checksum is wrong",
		problems[5],
		"g.txt.gz: not compressed, or damaged: the name ends in .gz, the content does not begin like it",
		"h.txt.gz: the text is empty",
		"i.txt.gz: the gzip data end early: the file is cut short",
		"j.txt.gz: the gzip data are followed by something else",
		"k.txt.gz: not text: it holds bytes that no text has",
		"l.json.gz: the gzip data end early: the file is cut short",
	}, problems)
	require.Contains(t, problems[5], "f.txt.zst: the zstd data are damaged")
	require.Greater(t, len(articles), 20, "what stands before the cut is read")
	require.Equal(t, "z.jsonl.zst#1", articles[len(articles)-1].ID)
}

// TestBombs reads files that unpack to a hundred times the limit of a record
// and more.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks 300 MB")
	}
	dir := t.TempDir()
	bomb := func(name, begin string, mib int) {
		data := gz(t, begin) + strings.Repeat(gz(t, strings.Repeat("a", 1<<20)), mib)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644))
	}
	bomb("a.txt.gz", "", 100)
	bomb("b.jsonl.gz", `{"text": "read"}`+"\n"+`{"text": "`, 100)
	bomb("c.json.gz", `[{"text": "read"}, {"text": "`, 100)
	articles, problems := read(t, dir, Options{}, dir)
	require.Equal(t, []string{"b.jsonl.gz#1", "c.json.gz#1"}, ids(articles))
	require.Equal(t, []string{
		"a.txt.gz: larger than 8 MiB, the limit of a record",
		"b.jsonl.gz: record 2: larger than 8 MiB, the limit of a record",
		"b.jsonl.gz: record 3: the gzip data unpack to more than 250 times their size: taken for a bomb",
		"c.json.gz: record 2: larger than 8 MiB, the limit of a record, and the file ends before it does",
	}, problems)
}

func FuzzScan(f *testing.F) {
	f.Add("a.jsonl.gz", []byte(gz(f, `{"text": "x"}`+"\n{")))
	f.Add("a.txt.zst", []byte(zst(f, "Text.")))
	f.Add("a.json", []byte(`[{"text": "x"}, null, {"a": [1, "]"]}]`))
	f.Add("a.json", []byte(`{"articles": [{"text": "x"}], "n": 1}`))
	f.Add("a.json", []byte("[\n{\"text\": \"x\"},\n{\"text\": \"y\n]"))
	f.Add("a.json", []byte(`{"k": {"text": "x"}, "l": {"text": "y"}}`))
	f.Add("a.jsonl", []byte("\xff\xfe{\x00}\x00"))
	f.Add("a", []byte("BZh91AY&SY"))
	f.Add("a.txt", []byte("Text."))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		path := filepath.Join(dir, "f"+filepath.Ext(filepath.Base(name)))
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Skip()
		}
		last := 0
		for r, p := range records(t, path, 1000) {
			if p != nil {
				require.NotEmpty(t, p.Reason)
				require.NotContains(t, p.Reason, "\n")
				continue
			}
			require.LessOrEqual(t, len(r.Data), 1000)
			require.True(t, r.Number == 0 && last == 0 || r.Number > last, "numbers grow")
			last = r.Number
			articles, problems := r.Parse()
			require.NotZero(t, len(articles)+len(problems), "nothing is lost without a word")
			for _, a := range articles {
				require.NotEmpty(t, a.ID)
				require.NotEmpty(t, strings.TrimSpace(a.Text))
				require.Equal(t, strings.ToValidUTF8(a.Text, "?"), a.Text)
			}
		}
	})
}
