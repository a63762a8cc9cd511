// Command corpusgen writes made-up news articles as JSON lines, and beside
// them the truth about what was taken from what; and says how much of that a
// report has found.
//
//	go run ./internal/tools/corpusgen --articles 1000000 --out big.jsonl --truth big.truth.jsonl
//	wiretrace run --out report big.jsonl
//	go run ./internal/tools/corpusgen score big.truth.jsonl report
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/pflag"

	"wiretrace/internal/tools/corpus"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "corpusgen:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 {
		switch args[0] {
		case "score":
			return score(args[1:], stdout, stderr)
		case "like":
			return like(args[1:], stdout, stderr)
		}
	}
	return generate(ctx, args, stdout, stderr)
}

func generate(ctx context.Context, args []string, stdout, stderr io.Writer) (err error) {
	var (
		o          corpus.Options
		shape      string
		out, truth string
	)
	f := pflag.NewFlagSet("corpusgen", pflag.ContinueOnError)
	f.SetOutput(stderr)
	f.SortFlags = false
	f.IntVar(&o.Articles, "articles", 0, "how many (default 10000, of one-story 20000)")
	f.Uint64Var(&o.Seed, "seed", 1, "the same seed makes the same articles")
	f.IntVar(&o.Days, "days", 0, "days over which they are spread (default: a million a year)")
	f.StringVarP(&out, "out", "o", "-", "file of articles, - for standard output")
	f.StringVar(&truth, "truth", "", "file of truth (default: none)")
	f.StringVar(&shape, "shape", string(corpus.Normal), "normal: many copies, much to be found; news: as real news is; one-story: half are copies of one story, half share a foot of 200 words")
	f.IntVarP(&o.Threads, "threads", "j", 0, "worker threads (default: one a core)")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", f.Arg(0))
	}
	o.Shape = corpus.Shape(shape)
	if o.Articles == 0 {
		o.Articles = 10_000
		if o.Shape == corpus.OneStory {
			o.Articles = 20_000
		}
	}
	g, err := corpus.New(o)
	if err != nil {
		return err
	}
	articles, truths := stdout, io.Discard
	for _, x := range []struct {
		name string
		to   *io.Writer
	}{{out, &articles}, {truth, &truths}} {
		if x.name == "" || x.name == "-" {
			continue
		}
		file, createErr := os.Create(x.name)
		if createErr != nil {
			return createErr
		}
		defer func() { err = errors.Join(err, file.Close()) }()
		*x.to = file
	}
	began := time.Now()
	st, err := g.Write(ctx, articles, truths)
	if err != nil {
		return err
	}
	took := time.Since(began).Seconds()
	fmt.Fprintf(stderr, "%d articles, %.1f MB in %.1f s (%.0f MB/s), %d bytes of text each\n",
		st.Articles, float64(st.Bytes)/1e6, took, float64(st.Bytes)/1e6/took, st.Text/int64(st.Articles))
	return nil
}
