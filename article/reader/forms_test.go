package reader

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// Files that lie about what they are, end early, or nest deep are read as far as they
// go; what is lost is a problem, and nothing panics.
func TestFilesThatLie(t *testing.T) {
	const story = "The harbour of Kelmouth stays open through the winter, the council said on Monday night after a long debate. "
	packed := func(s string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, err := z.Write([]byte(s))
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return b.String()
	}
	line := func(id string) string { return fmt.Sprintf("{\"id\":%q,\"text\":%q}\n", id, story) }
	wide := func(order binary.AppendByteOrder, s string) string {
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			b = order.AppendUint16(b, u)
		}
		return string(b)
	}
	whole := packed(line("a"))
	document := func(behind string) string {
		return zipped(t, zip.Deflate, member{"word/document.xml", "<w:document><w:p><w:r><w:t>" + story + "</w:t></w:r></w:p>" + behind})
	}
	var many []member
	for i := range 50 {
		many = append(many, member{fmt.Sprint(i, ".txt"), strings.Repeat(" ", 6<<20)})
	}
	for _, test := range []struct {
		name, file, content string
		articles            int
		problem             string // part of the first; empty for none
	}{
		{"gzip after gzip", "a.jsonl.gz", whole + packed(line("b")), 2, ""},
		{"gzip with a wrong checksum", "a.jsonl.gz", whole[:len(whole)-8] + "\x00\x00\x00\x00\x00\x00\x00\x00", 1, "checksum is wrong"},
		{"gzip with something behind", "a.jsonl.gz", whole + strings.Repeat("something ", 100), 1, "followed by something else"},
		{"gzip cut short", "a.jsonl.gz", whole[:len(whole)-12], 1, "cut short"},
		{"gzip in gzip", "a.txt.gz", packed(packed(story)), 0, "not text"},
		{"zstd with a window of 2 GiB", "a.jsonl.zst", "\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00", 0, "a window of more than 128 MiB"},
		{"zstd of a length without end", "a.jsonl.zst", "\x28\xb5\x2f\xfd\xe0\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00\x00", 0, "a window of more than 128 MiB"},
		{"UTF-16 without a mark", "a.txt", wide(binary.LittleEndian, strings.Repeat(story, 3)), 1, ""},
		{"UTF-16 without a mark, the other way round", "a.txt", wide(binary.BigEndian, strings.Repeat(story, 3)), 1, ""},
		{"half a character", "a.txt", "\xff\xfe" + wide(binary.LittleEndian, story) + "x", 1, "damaged"},
		{"bytes longer than they need be", "a.txt", "\xc0\xaf\xe0\x80\xaf " + strings.Repeat(story, 3), 1, ""},
		{"zero bytes", "a.txt", strings.Repeat(story+"\x00", 3), 1, "zero bytes"},
		{"brackets without end", "a.json", strings.Repeat("[", 200_000), 0, "cut short"},
		{"objects nested deep", "a.jsonl", strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000) + "\n" + line("b"), 1, "nested more than 512 deep"},
		{"elements nested deep", "a.html", "<html><body>" + strings.Repeat("<div>", 200_000) + "<p>" + story, 0, "no article text"},
		{"a hundred thousand columns", "a.csv", strings.Repeat("c,", 100_000) + "text\n" + strings.Repeat(",", 100_000) + story + "\n", 0, "without a column of texts"},
		{"cells without end", "a.csv", "id,text\n1,x" + strings.Repeat(",y", 100_000) + "\n2," + strings.ReplaceAll(story, ",", "") + "\n", 1, "a row of 100002 cells"},
		{"a record of fewer bytes than none", "a.warc", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", 0, "Content-Length"},
		{"a record of more bytes than there are numbers", "a.warc", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", 0, "Content-Length"},
		{"groups nested deep", "a.rtf", `{\rtf1 ` + strings.Repeat("{", 100_000) + story, 0, "nested more than 4096 deep"},
		{"years that are none", "a.jsonl", `{"id":"a","published":"0000-01-01","text":"` + story + `"}` + "\n" + `{"id":"b","published":"99999-12-31","text":"` + story + `"}` + "\n", 2, "date not understood"},
		{"the last year there is", "a.jsonl", `{"id":"a","published":"9999-12-31T23:59:59Z","text":"` + story + `"}` + "\n", 1, "date not understood"},
		{"a document that unpacks to one long word", "a.docx", document("<w:p><w:r><w:t>" + strings.Repeat("x", 40<<20)), 1, "its text cannot be unpacked"},
		{"a document that unpacks to one long comment", "a.docx", document("<!--" + strings.Repeat("x", 40<<20)), 1, "its text cannot be unpacked"},
		{"a document that unpacks to one long paragraph", "a.docx", document("<w:p>" + strings.Repeat("<w:r><w:t>harbour </w:t></w:r>", 2<<20)), 0, "a paragraph larger than 8 MiB"},
		{"a file of an archive that unpacks to 300 MB", "a.zip", zipped(t, zip.Deflate, member{"a.txt", story}, member{"b.txt", strings.Repeat(" ", 300<<20)}, member{"c.txt", story}), 2, "a.zip/b.txt: larger than 8 MiB"},
		{"an archive whose files unpack to 300 MB", "a.zip", zipped(t, zip.Deflate, append([]member{{"a.txt", story}}, many...)...), 1, "taken for a bomb; the rest is not read"},
		{"ids that differ in their spelling alone", "a.jsonl", line("caf\u00e9") + line("cafe\u0301") + line("x\ny") + line("x;y,z\t") + line("../x"), 5, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{test.file: test.content})
			articles, problems := read(t, dir, Options{}, dir)
			require.Len(t, articles, test.articles, "%q", problems)
			if test.problem == "" {
				require.Empty(t, problems)
				return
			}
			require.Contains(t, strings.Join(problems, "\n"), test.problem)
		})
	}
}
