package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/archive"
	"wiretrace/article/date"
	"wiretrace/article/reader"
	"wiretrace/job"
	"wiretrace/report"
)

const findHead = `Usage: wiretrace find --archive FILE [flags] A

Tells where the text of the article A is known from: which articles of an archive
that 'run --archive' keeps have it, or parts of it, the one with most of it first. A
is a file of one article, an article of a file of many (crawl.jsonl#7), or - for JSON
on standard input. The archive is not changed, and a run may be writing to it.

Examples:
  wiretrace find --archive news.db suspect.txt
  pbpaste | jq -Rs '{text: .}' -c | wiretrace find --archive news.db -`

func runFind(ctx context.Context, args []string, s streams) (int, error) {
	var (
		file, more string
		asJSON     bool
		o          reader.Options
	)
	f, err := parse("find", findHead, args, s, func(f *pflag.FlagSet) {
		f.StringVar(&file, "archive", "", "look in this archive (`FILE`)")
		f.BoolVar(&asJSON, "json", false, "print one JSON object a line")
		f.StringVar(&more, "outlets", "", "read more outlets from `FILE`; they override those built in")
		f.StringVar(&o.Charset, "charset", "", "character set (`NAME`) of input that is not UTF-8 and declares none (default: what it looks like, else windows-1252)")
	})
	if err != nil {
		return 0, err
	}
	switch {
	case f.NArg() != 1:
		return 0, usage("it takes one article, not %d", f.NArg())
	case file == "":
		return 0, usage("--archive FILE is needed: where to look")
	}
	o.Stdin = s.in
	g, err := outlets(more)
	if err != nil {
		return 0, err
	}
	a, err := archive.Open(file, archive.Options{Existing: true, ReadOnly: true})
	if err != nil {
		return 0, noArchive(err, file)
	}
	known, err := job.Find(ctx, a, f.Arg(0), g, o)
	if e := a.Close(); err == nil {
		err = e
	}
	switch {
	case err != nil:
		return 0, err
	case asJSON:
		return exitDone, report.KnownJSON(s.out, known)
	}
	return exitDone, showKnown(s.out, known, file)
}

// showKnown prints where a text is known from.
func showKnown(out io.Writer, k *report.Known, file string) error {
	what := cmp.Or(plain(k.Title), plain(k.ID))
	if len(k.Places) == 0 {
		_, err := fmt.Fprintf(out, "%s (%s): known from no article of %s\n", what, count(k.Words, "word"), plain(file))
		return err
	}
	itself := func(p report.Place) bool { return p.Article == k.ID && p.Share == 1 && p.ShareOfIt == 1 }
	if len(k.Places) == 1 && itself(k.Places[0]) {
		_, err := fmt.Fprintf(out, "%s (%s): in %s itself, and known from no other article of it\n", what, count(k.Words, "word"), plain(file))
		return err
	}
	fmt.Fprintf(out, "%s (%s): known from %s of %s\n\n", what, count(k.Words, "word"), count(len(k.Places), "article"), plain(file))
	w := newTable(out, "of the text", "of theirs", "words", "relation", "published", "outlet", "article", "title")
	for _, p := range k.Places {
		relation := p.Relation
		if itself(p) {
			relation = "itself"
		}
		if err := w.row(share(p.Share), share(p.ShareOfIt), p.Words, relation, p.Published, p.Outlet, p.Article, p.Title); err != nil {
			return err
		}
	}
	if err := w.end(nil); err != nil {
		return err
	}
	if first := earliest(k.Places); first != nil && len(k.Places) > 1 {
		fmt.Fprintf(out, "\nthe earliest by its date: %s\n", plain(first.Article))
	}
	if top := &k.Places[0]; top.Upstream != "" {
		fmt.Fprintf(out, "the first of these is from %s, as far as is known: wiretrace archive show %s %s\n", plain(top.Upstream), plain(file), plain(top.Article))
	}
	return nil
}

// earliest returns the place that was published first, or nil if none says when it
// was. What has only quotations in common is passed over unless nothing has more:
// whoever quotes the same speech need not have been there first.
func earliest(places []report.Place) (first *report.Place) {
	onlyQuotes := !slices.ContainsFunc(places, func(p report.Place) bool { return p.Relation != report.Quotes })
	var at time.Time
	for i := range places {
		p := &places[i]
		t, ok := date.Parse(p.Published)
		if !ok || p.Relation == report.Quotes && !onlyQuotes {
			continue
		}
		if first == nil || t.When.Before(at) {
			first, at = p, t.When
		}
	}
	return first
}
