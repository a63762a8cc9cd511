// Command fit fits the small models of wiretrace to labelled reports: which
// of the outlets that an article credits is the source of its main news
// (credit/claim), whether two articles report one event (cluster), and whether of two
// that name no source for it one retells the other (cluster).
//
//	go run ./internal/tools/fit FOLDER...
//	go run ./internal/tools/fit --write FOLDER...
//	go run ./internal/tools/fit --families FOLDER --apart FILE FOLDER...
//
// Each FOLDER holds docs.jsonl (the articles, as wiretrace reads JSON lines) and
// truth.jsonl, one object an article: id, group, event (a letter, the same for
// the articles of one group that report one event) and upstream (an outlet, own or
// unknown). Articles of one group are of the same days and topic. It prints how
// often the probabilities held on groups left out of the fit in turn, what is lost
// without each sign, and the weights fitted to all groups. Outlets are those of
// the gazetteer: those known only from articles in hand are not resolved.
//
// The third model is fitted only with --families, which may be given several times: invented
// families, each in a folder with truth.json, from which the retellings come. The files of
// --apart hold real articles without labels.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/spf13/pflag"

	"wiretrace/cluster"
	"wiretrace/credit/claim"
	"wiretrace/internal/logit"
)

const usage = `usage: fit [flags] FOLDER...
  --families FOLDER  invented families, for the model of retellings
  --apart FILE       real articles that do not retell each other in silence, for the same
  --write   write the weights into credit/claim/data and cluster/data
  --list    write each example, with its probability left out of the fit, into this folder
  --folds   number of parts in which the groups are left out in turn (10)`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil && !errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := pflag.NewFlagSet("fit", pflag.ContinueOnError)
	flags.Usage = func() { fmt.Fprintln(out, usage) }
	write := flags.Bool("write", false, "")
	folds := flags.Int("folds", 10, "")
	list := flags.String("list", "", "")
	families := flags.StringSlice("families", nil, "")
	apart := flags.StringSlice("apart", nil, "")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 || *folds < 2 {
		return errors.New(usage)
	}
	c := newCorpus()
	for _, folder := range flags.Args() {
		if err := c.read(ctx, folder); err != nil {
			return err
		}
	}
	models := []model{
		{"the source of the main news", "credit/claim/data/weights.tsv", claim.SignNames(), c.claims()},
		{"two reports of one event", "cluster/data/story.tsv", cluster.KinNames(), c.stories()},
	}
	if len(*families) > 0 {
		for _, folder := range *families {
			if err := c.readFamilies(ctx, folder); err != nil {
				return err
			}
		}
		for _, file := range *apart {
			if err := c.readApart(ctx, file); err != nil {
				return err
			}
		}
		models = append(models, model{"a retelling that names nobody", "cluster/data/retelling.tsv", cluster.RetellingNames(), c.retellings()})
	}
	for _, x := range models {
		fmt.Fprintf(out, "%s: %d examples in %d groups, %d of them true\n\n", x.title, len(x.set.rows), x.set.groups(), x.set.positive())
		m, err := logit.Fit(x.set.rows, x.set.answers, strength)
		if err != nil {
			return fmt.Errorf("fit %s: %w", x.title, err)
		}
		held, err := x.set.heldOut(*folds)
		if err != nil {
			return fmt.Errorf("fit %s: %w", x.title, err)
		}
		x.set.print(out, held)
		if *list != "" {
			if err := x.set.list(filepath.Join(*list, filepath.Base(x.file)), x.names, held); err != nil {
				return err
			}
		}
		if err := x.set.ablate(out, x.names, *folds); err != nil {
			return err
		}
		fmt.Fprintf(out, "\nweights\n%s\n", m.Table(x.names))
		if *write {
			if err := writeTable(x.file, m.Table(x.names)); err != nil {
				return err
			}
		}
	}
	return nil
}

// A model is what is fitted, with the examples to fit it to.
type model struct {
	title, file string
	names       []string
	set         *examples
}

// strength is the variance of the normal distribution from which weights are
// assumed to come: the smaller, the more large weights cost (see logit.Fit).
const strength = 1

// writeTable replaces the weights in a file and keeps the comment above them.
func writeTable(file, table string) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	head := ""
	for _, l := range splitLines(string(old)) {
		if l == "" || l[0] != '#' {
			break
		}
		head += l + "\n"
	}
	return os.WriteFile(file, []byte(head+table), 0o666)
}
