package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/article/reader"
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/report"
)

const extractHead = `Usage: wiretrace extract [flags] PATH...

Prints the articles as they were read, one JSON object a line, and what could
not be read on standard error.

Example:
  wiretrace extract scraped/ | jq -r '[.published, .outlet, .title] | @tsv'`

// extracted is one line of extract.
type extracted struct {
	ID              string `json:"id"`
	File            string `json:"file"`
	Record          int    `json:"record,omitempty"`
	Text            string `json:"text"`
	TextStart       int    `json:"text_start,omitempty"` // characters of front matter before it, which the text of a report has
	TextSource      string `json:"text_source,omitempty"`
	Title           string `json:"title"`
	Byline          string `json:"byline"`
	Outlet          string `json:"outlet"`
	Published       string `json:"published"`
	PublishedSource string `json:"published_source"`
	URL             string `json:"url"`
	Language        string `json:"language"`
}

func runExtract(ctx context.Context, args []string, s streams) (int, error) {
	var (
		o      reader.Options
		record size = reader.DefaultMaxRecord
		meta   string
		extra  string
	)
	f, err := parse("extract", extractHead, args, s, func(f *pflag.FlagSet) {
		f.StringVar(&meta, "meta", "", "table in `FILE` of what is known about the files (columns file, outlet, published, url, ...)")
		f.StringVar(&extra, "outlets", "", "read more outlets from `FILE`; they override those built in")
		f.Var(&record, "max-record", "largest record that is read")
		f.StringVar(&o.Charset, "charset", "", "character set (`NAME`) of input that is not UTF-8 and declares none (default: what it looks like, else windows-1252)")
	})
	if err != nil {
		return 0, err
	}
	if f.NArg() == 0 {
		return 0, usage("no PATH given")
	}
	o.MaxRecord, o.Stdin, o.Skip, o.Now = int64(record), s.in, report.IsReport, time.Now()
	if o.Meta, err = sidecar(meta, o.Charset); err != nil {
		return 0, err
	}
	known, err := outlets(extra)
	if err != nil {
		return 0, err
	}
	paths, err := withoutReports(f.Args(), func(text string) { fmt.Fprintln(s.err, "wiretrace extract:", text) })
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriter(s.out)
	enc := json.NewEncoder(escaped{w})
	enc.SetEscapeHTML(false)
	code := exitDone
	var flood reader.Flood
	tell := func(p reader.Problem) error {
		mark := ""
		if p.Kind == reader.Warning {
			mark = "warning: "
		}
		_, err := fmt.Fprintf(s.err, "wiretrace extract: %s%s\n", mark, p)
		return err
	}
	var cost performance
	cost.beginSparing()
	err = reader.Walk(ctx, paths, o, func(a *article.Article) error {
		cost.spare()
		seen := *a // without what shows nothing within its words
		seen.Text, seen.Preamble = word.Visible(a.Text), len(word.Visible(a.Text[:a.Preamble]))
		_, meta := layout.Find(&seen)
		a.Fill(meta)
		name, domain := known.Home(a.Outlet, a.URL)
		text := strings.TrimLeft(a.Text[a.Preamble:], "\r\n")
		start := utf8.RuneCountInString(a.Text[:len(a.Text)-len(text)])
		if a.Preamble == 0 {
			text, start = a.Text, 0
		}
		return enc.Encode(extracted{
			a.ID, a.File, a.Record, text, start, a.TextSource, a.Title, a.Byline, outlet.Display(a.Outlet, name, domain),
			a.Published.String(), a.Published.Source, a.URL, a.Language,
		})
	}, func(p reader.Problem) {
		if p.Kind != reader.Warning {
			code = exitProblems
		}
		_ = flood.Add(p, tell) // where nobody hears there is nobody to tell
	})
	_ = flood.End(tell)
	if errors.Is(err, reader.ErrNoInput) && code == exitProblems {
		return exitFailed, nil // each path has been told
	}
	if err != nil {
		return 0, err
	}
	return code, w.Flush()
}

// escaped writes JSON with DEL and the controls from U+0080 to U+009F as escapes:
// a terminal may act on them, and JSON has them in strings only. Each Write must
// be whole characters, as those of a json.Encoder are.
type escaped struct{ w io.Writer }

func (e escaped) Write(b []byte) (int, error) {
	late := func(r rune) bool { return 0x7F <= r && r <= 0x9F }
	if bytes.IndexFunc(b, late) < 0 {
		return e.w.Write(b)
	}
	var out []byte
	for _, r := range string(b) {
		if late(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	if _, err := e.w.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}
