// Command fit measures the signs by which retold stories are told from
// independent reports, and fits the thresholds of package cluster to families
// of articles whose provenance is known.
//
//	go run ./internal/tools/fit testdata/stories
//	go run ./internal/tools/fit --errors testdata/stories MORE...
//	go run ./internal/tools/fit --into doc/evidence.md testdata/stories
//
// Each FOLDER holds families as testdata/README.md describes them:
// NAME/truth.json and NAME/NN-slug.txt. The articles are read, digested and
// compared as wiretrace run does, all families together; only their outlets and
// dates come from truth.json, since it is not the reading of them that is
// measured. Furniture that recurs over a site is not looked for, of which families
// hold too little. What is fitted is judged by families left out in turn.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/pflag"
)

const usage = `usage: fit [--errors] [--scraped] [--into FILE] FOLDER...
  --errors   list the articles that are joined wrongly or not at all
  --scraped  take outlets and dates from the texts, not from truth.json
  --into     put the tables into a document, between its marks, and print nothing
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// run writes the tables to stdout. The same folders give the same bytes.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	f := pflag.NewFlagSet("fit", pflag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() { fmt.Fprint(stderr, usage) }
	listErrors := f.Bool("errors", false, "")
	scraped := f.Bool("scraped", false, "")
	into := f.String("into", "", "")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() == 0 {
		f.Usage()
		return errors.New("no FOLDER given")
	}
	c, err := readFolders(ctx, f.Args(), *scraped)
	if err != nil {
		return err
	}
	c.compare()
	if *into != "" {
		var b bytes.Buffer
		if err := c.print(&b, *listErrors); err != nil {
			return err
		}
		return writeInto(*into, b.Bytes())
	}
	return c.print(stdout, *listErrors)
}
