package reader

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// sample returns the text of an article of some 3 KB, with quotation marks,
// apostrophes and line ends as in life.
func sample(i int) string {
	var b strings.Builder
	for n := 0; b.Len() < 3000; n++ {
		fmt.Fprintf(&b, "Paragraph %d of story %d says that the harbour “will stay open”, as the mayor's office put it on Monday. ", n, i)
		if n%3 == 2 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// sampleLines returns n lines of JSON, as Python writes them if ascii (every
// character beyond ASCII an escape) and as other programs do if not.
func sampleLines(n int, ascii bool) string {
	var b strings.Builder
	for i := range n {
		line, _ := json.Marshal(map[string]any{
			"id": i, "maintext": sample(i), "title": "A harbour stays open", "authors": []string{"Ada Crane"}, "date_publish": "2024-08-17 11:04:59",
			"source_domain": "example.com", "url": "https://example.com/a", "description": "A harbour stays open for now.", "language": "en",
		})
		if !ascii {
			b.Write(line)
		} else {
			for _, r := range string(line) {
				if r < 0x80 {
					b.WriteRune(r)
				} else {
					fmt.Fprintf(&b, `\u%04x`, r)
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func benchScan(b *testing.B, dir string, bytes int64, parse bool) {
	b.Helper()
	b.SetBytes(bytes)
	b.ReportAllocs()
	n := 0
	cpu := cpuTime()
	for b.Loop() {
		err := Scan(context.Background(), []string{dir}, Options{}, func(r *Record) error {
			if n++; parse {
				articles, _ := r.Parse()
				n += len(articles) - 1
			}
			return nil
		}, func(p Problem) { b.Error(p) })
		require.NoError(b, err)
	}
	if cpu = cpuTime() - cpu; cpu > 0 {
		b.ReportMetric(float64(bytes)*float64(b.N)/1e6/cpu.Seconds(), "MB/cpu-s")
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkScan measures what one goroutine must do: walking, decompressing
// and splitting. BenchmarkWalk adds the parsing, which may run on all cores.
func BenchmarkScan(b *testing.B) { benchForms(b, false) }

func BenchmarkWalk(b *testing.B) { benchForms(b, true) }

func benchForms(b *testing.B, parse bool) {
	const n = 10_000
	lines := sampleLines(n, false)
	array := "[" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",") + "]"
	for _, c := range []struct{ name, file, content string }{
		{"lines", "a.jsonl", lines},
		{"array", "a.json", array},
		{"lines.gz", "a.jsonl.gz", gz(b, lines)},
		{"lines.zst", "a.jsonl.zst", zst(b, lines)},
	} {
		b.Run(c.name, func(b *testing.B) {
			benchScan(b, folder(b, map[string]string{c.file: c.content}), int64(len(lines)), parse)
		})
	}
	texts := map[string]string{}
	size := int64(0)
	for i := range n / 2 {
		texts[fmt.Sprintf("%02d/%04d.txt", i%100, i)] = sample(i)
		size += int64(len(sample(i)))
	}
	b.Run("texts", func(b *testing.B) { benchScan(b, folder(b, texts), size, parse) })
	packed := map[string]string{}
	for name, text := range texts {
		packed[name+".gz"] = gz(b, text)
	}
	b.Run("texts.gz", func(b *testing.B) { benchScan(b, folder(b, packed), size, parse) })
	objects := map[string]string{}
	for i, line := range strings.SplitAfter(lines, "\n")[:n/2] {
		objects[fmt.Sprintf("%02d/%04d.json", i%100, i)] = line
	}
	b.Run("objects", func(b *testing.B) { benchScan(b, folder(b, objects), int64(len(lines)/2), parse) })
}

// BenchmarkParse compares the parsing of one record with what encoding/json
// takes for it.
func BenchmarkParse(b *testing.B) {
	for _, ascii := range []bool{false, true} {
		line := []byte(sampleLines(1, ascii))
		name := map[bool]string{false: "UTF-8", true: "ASCII"}[ascii]
		b.Run(name, func(b *testing.B) {
			r := &Record{Name: "r", Data: line, form: jsonForm(), o: &Options{}}
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				r.Parse()
			}
		})
		b.Run(name+"/encoding-json", func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			b.ReportAllocs()
			for b.Loop() {
				var v struct {
					ID                                                          any
					Maintext, Title, Date_publish, Source_domain, URL, Language string
					Authors                                                     any
				}
				require.NoError(b, json.Unmarshal(line, &v))
			}
		})
	}
}

// BenchmarkText parses one plain text.
func BenchmarkText(b *testing.B) {
	r := &Record{Name: "r", Data: []byte(sample(1)), form: textForm(), o: &Options{}}
	b.SetBytes(int64(len(r.Data)))
	b.ReportAllocs()
	var articles []article.Article
	for b.Loop() {
		articles, _ = r.Parse()
	}
	require.Len(b, articles, 1)
}

// BenchmarkHuge reads one file of a gigabyte and more, to show that memory does
// not grow with it: run with WIRETRACE_HUGE=FILE.
func BenchmarkHuge(b *testing.B) {
	path := os.Getenv("WIRETRACE_HUGE")
	if path == "" {
		b.Skip("set WIRETRACE_HUGE to a file")
	}
	info, err := os.Stat(path)
	require.NoError(b, err)
	benchScan(b, filepath.Clean(path), info.Size(), true)
}
