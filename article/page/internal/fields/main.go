// Fields counts on how many pages of a folder title, byline, outlet, day and
// time of publication are found: by package page, and by
// go-readability alone. It prints a table in Markdown.
//
//	go run ./article/page/internal/fields FOLDER
//
// The folder holds .html and .html.gz files.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/klauspost/compress/gzip"

	"wiretrace/article"
	"wiretrace/article/page"
)

// found says which fields of a page were found.
type found struct{ title, byline, outlet, day, time bool }

// A reader finds fields of a page.
type reader struct {
	name string
	read func(source []byte) found
}

var readers = []reader{
	{"wiretrace", func(source []byte) found {
		p := page.Read(strings.ToValidUTF8(string(source), "\ufffd"), page.Options{})
		return found{
			p.Title.Value != "", p.Byline.Value != "", p.Outlet.Value != "",
			p.Published.Precision != article.NoTime, p.Published.Precision > article.Day,
		}
	}},
	{"go-readability", func(source []byte) found {
		a, err := readability.FromReader(bytes.NewReader(source), nil)
		if err != nil {
			return found{}
		}
		t, err := a.PublishedTime()
		return found{a.Title() != "", a.Byline() != "", a.SiteName() != "", err == nil && !t.IsZero(), err == nil && clock(t)}
	}},
}

// clock reports whether t has a time of day.
func clock(t time.Time) bool { return !t.IsZero() && t.Hour()+t.Minute()+t.Second() > 0 }

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: fields FOLDER")
		os.Exit(2)
	}
	if err := count(os.Stdout, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "fields:", err)
		os.Exit(1)
	}
}

// count writes the table of the pages of a folder.
func count(w io.Writer, folder string) error {
	var files []string
	for _, pattern := range []string{"*.html", "*.html.gz"} {
		more, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return fmt.Errorf("find pages: %w", err)
		}
		files = append(files, more...)
	}
	slices.Sort(files)
	if len(files) == 0 {
		return fmt.Errorf("no pages in %s", folder)
	}
	sums := make([][5]int, len(readers))
	for _, file := range files {
		source, err := read(file)
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		for i, r := range readers {
			f := r.read(source)
			for k, ok := range []bool{f.title, f.byline, f.outlet, f.day, f.time} {
				if ok {
					sums[i][k]++
				}
			}
		}
	}
	fmt.Fprintf(w, "| %d pages | title | byline | outlet | day | time of day |\n|---|---:|---:|---:|---:|---:|\n", len(files))
	for i, r := range readers {
		fmt.Fprintf(w, "| %s |", r.name)
		for _, n := range sums[i] {
			fmt.Fprintf(w, " %.1f %% |", 100*float64(n)/float64(len(files)))
		}
		fmt.Fprintln(w)
	}
	return nil
}

// read returns the content of a file, decompressed.
func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(file, ".gz") {
		return io.ReadAll(f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
