package step

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Whatever form files have, and whatever is wrong with them, articles have the ids,
// files and problems that they have on one machine.
func TestEveryForm(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, b []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, b, 0o666))
	}
	text := func(k int) string {
		return fmt.Sprintf("The ferry to Tarn stays in harbour for %d weeks, Ada Lorne of the harbour office said on Monday. Nobody has mended the engine yet, "+
			"and the crew of %d has gone home. \"We have asked for a part from the mainland,\" she told the Corran Post, \"and it comes when it comes.\"", 2+k%3, 11+k%2)
	}
	page := func(k int) string {
		return fmt.Sprintf(`<!doctype html><html lang="en"><head><title>Ferry stays in harbour</title><meta property="og:site_name" content="Gull Daily">`+
			`<meta property="article:published_time" content="2024-05-%02dT08:00:00Z"></head><body><nav>Home | News</nav><article><h1>Ferry stays in harbour</h1><p>%s</p><p>%s</p></article></body></html>`,
			1+k, text(k), strings.ReplaceAll(text(k+1), "ferry", "mail boat"))
	}
	record := func(k int) string {
		return fmt.Sprintf(`{"outlet":"Outlet %d","date":"2024-05-%02d","title":"Ferry stays in harbour","text":%q}`, k%4, 1+k, text(k))
	}
	packed := func(b []byte) []byte {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		_, err := z.Write(b)
		require.NoError(t, err)
		require.NoError(t, z.Close())
		return out.Bytes()
	}
	zipped := func(files map[string]string, order ...string) []byte {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		for _, name := range order {
			w, err := z.Create(name)
			require.NoError(t, err)
			_, err = w.Write([]byte(files[name]))
			require.NoError(t, err)
		}
		require.NoError(t, z.Close())
		return out.Bytes()
	}
	tarred := func(names []string, body func(k int) string) []byte {
		var out bytes.Buffer
		w := tar.NewWriter(&out)
		for k, name := range names {
			b := body(k)
			require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(b))}))
			_, err := w.Write([]byte(b))
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		return out.Bytes()
	}
	response := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(3)
	warc := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-04T00:00:00Z\r\n"+
		"WARC-Target-URI: https://gull.example/4\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(response), response)

	put("plain/a.txt", []byte(text(0)))
	put("plain/b.txt", []byte("---\ntitle: Ferry\noutlet: Corran Post\ndate: 2024-05-01\n---\n"+text(1)))
	put("plain/empty.txt", nil)
	put("plain/latin.txt", []byte("Caf\xe9: "+text(2)))
	put("pages/a.html", []byte(page(0)))
	put("pages/cut.html", []byte(page(1)[:300]))
	put("lines/good.jsonl", []byte(record(0)+"\n"+record(1)+"\n"+record(1)+"\n"))
	put("lines/bad.jsonl", []byte(record(2)+"\nno article\n{\"text\":\n"+record(3)+"\n"))
	put("lines/flood.jsonl", []byte(record(4)+"\n"+strings.Repeat("no article\n", 1500)+record(5)+"\n"))
	put("lines/list.json", []byte("["+record(6)+","+record(7)+",17]"))
	put("tables/a.csv", []byte("id,outlet,date,title,text\nx1,Gull Daily,2024-05-03,Ferry,\""+strings.ReplaceAll(text(0), `"`, `""`)+"\"\nx1,Gull Daily,2024-05-04\n"))
	put("tables/b.tsv", []byte("outlet\tdate\ttext\nGull Daily\t2024-05-03\t"+text(1)+"\n"))
	put("tables/c.parquet", []byte("PAR1 and more that is not read"))
	put("feeds/a.xml", []byte(`<?xml version="1.0"?><rss version="2.0"><channel><title>Gull Daily</title><item><title>Ferry</title><link>https://gull.example/1</link>`+
		`<description>`+text(2)+`</description></item></channel></rss>`))
	put("packed/a.txt.gz", packed([]byte(text(1))))
	put("packed/cut.jsonl.gz", packed([]byte(strings.Repeat(record(8)+"\n", 50)))[:200])
	put("packed/a.zip", zipped(map[string]string{"in/a.txt": text(0), "in/b.html": page(2), "in/bad.json": "{", "in/nested.zip": "PK"}, "in/a.txt", "in/b.html", "in/bad.json", "in/nested.zip"))
	put("packed/a.tar.gz", packed(tarred([]string{"t/1.txt", "t/2.jsonl"}, func(k int) string {
		if k == 0 {
			return text(2)
		}
		return record(9) + "\nno article\n"
	})))
	put("packed/a.warc", []byte(warc+"WARC/1.0\r\nContent-Length: x\r\n\r\n"))
	put("other/picture.bin", []byte{0, 1, 2, 3, 0xff, 0xfe})
	put("other/a.pdf", []byte("%PDF-1.4 not read"))
	put("other/.hidden.txt", []byte(text(0)))

	var same strings.Builder // ids that come twice, and those that they could be given
	for k, id := range []string{"z", "z~3", "z", "z~2~2", "z~2", "z", "z~2", "z", "~7", "~7", "q~", "q~"} {
		fmt.Fprintf(&same, `{"id":%q,"outlet":"Outlet %d","date":"2024-05-%02d","text":%q}`+"\n", id, k%5, 1+k%7, strings.ReplaceAll(text(k), "Tarn", fmt.Sprintf("Tarn %d", k)))
	}
	put("same/ids.jsonl", []byte(same.String()))

	report := equalToJob(t, dir)
	require.Contains(t, report["report.csv"], ",z~4,")
	require.Contains(t, report["report.csv"], ",z~2~3,")
	require.Equal(t, 1+33, strings.Count(report["report.csv"], "\n"))
	for _, name := range []string{"bad.jsonl", "flood.jsonl", "cut.jsonl.gz", "a.csv", "c.parquet"} {
		require.Contains(t, report["problems.csv"], name)
	}
	// Files by themselves, one of them met again below a folder.
	equalToJob(t, filepath.Join(dir, "lines", "bad.jsonl"), filepath.Join(dir, "packed", "a.zip"), filepath.Join(dir, "lines"), filepath.Join(dir, "lines", "good.jsonl"))
}
