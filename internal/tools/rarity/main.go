// Rarity builds the background that package shingle embeds: in how many news
// articles of a language each word stands, and which phrases are stock.
//
//	go run ./internal/tools/rarity build --lang de --out shingle/data/de.rarity PATH...
//	go run ./internal/tools/rarity import --lang de --words 80000 --out shingle/data/de.rarity WHEEL
//	go run ./internal/tools/rarity compare WHEEL
//	go run ./internal/tools/rarity common --lang de --words 300 WHEEL
//	go run ./internal/tools/rarity weigh --file shingle/data/de.rarity WORD...
//
// PATH is anything that wiretrace run reads: a folder of articles, JSON lines,
// and so on. See build for what is counted, and package shingle for the format.
// WHEEL is the Python package wordfreq, as pip download fetches it: how often
// words of many languages are written, from which fromShares tells in what share
// of articles each stands, about as well as compare finds for English.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"wiretrace/shingle"
)

const usage = `usage:
  rarity build [flags] --out FILE PATH...   count articles and write their rarity file
  rarity import [flags] --lang CODE --out FILE WHEEL   make a rarity file of the frequencies of wordfreq
  rarity compare WHEEL   print how far wordfreq's English is from that of the program
  rarity common [flags] --lang CODE WHEEL   print the commonest words of wordfreq, as lang/guess.txt has them
  rarity weigh [--file FILE] WORD...        print what words weigh, 0 to 11
`

// errUsage is returned for arguments that make no sense.
var errUsage = errors.New("wrong arguments")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run returns the exit status: 0 done, 1 failed, 2 usage.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	err := errUsage
	if len(args) > 0 {
		switch args[0] {
		case "build":
			err = runBuild(ctx, args[1:], stderr)
		case "import":
			err = runImport(args[1:], stderr)
		case "common":
			err = runCommon(args[1:], stdout, stderr)
		case "compare":
			err = runCompare(args[1:], stdout)
		case "weigh":
			err = runWeigh(args[1:], stdout, stderr)
		case "-h", "--help", "help":
			fmt.Fprint(stdout, usage)
			return 0
		}
	}
	switch {
	case err == nil || errors.Is(err, pflag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprint(stderr, usage)
		return 2
	}
	fmt.Fprintln(stderr, "rarity:", err)
	return 1
}

// runBuild is the command build.
func runBuild(ctx context.Context, args []string, stderr io.Writer) error {
	var o options
	flags := pflag.NewFlagSet("rarity build", pflag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.lang, "lang", "", "leave out articles whose language is known and another (ISO 639-1)")
	flags.IntVar(&o.minArticles, "min-articles", 4, "leave out words of fewer articles")
	flags.IntVar(&o.minOutlets, "min-outlets", 5, "a phrase of fewer outlets is no stock phrase")
	flags.IntVar(&o.minMonths, "min-months", 5, "a phrase of fewer different months is no stock phrase")
	out := flags.String("out", "", "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" || flags.NArg() == 0 {
		return errUsage
	}
	b, err := build(ctx, flags.Args(), o, stderr)
	if err != nil {
		return err
	}
	return b.write(*out, stderr)
}

// write writes the rarity file, and how much it holds to log.
func (b *background) write(name string, log io.Writer) error {
	file := shingle.AppendRarity(nil, b.articles, b.df, b.stock)
	if err := os.WriteFile(name, file, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(log, "%s: %d bytes, %d articles, %d words, %d stock phrases\n", name, len(file), b.articles, len(b.df), len(b.stock))
	return nil
}

// runImport is the command import.
func runImport(args []string, stderr io.Writer) error {
	flags := pflag.NewFlagSet("rarity import", pflag.ContinueOnError)
	flags.SetOutput(stderr)
	language := flags.String("lang", "", "the language, as wordfreq codes it")
	words := flags.Int("words", 60_000, "leave out all but so many words, the commonest")
	out := flags.String("out", "", "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *language == "" || *out == "" || *words < 1 || flags.NArg() != 1 {
		return errUsage
	}
	list, err := readWordfreq(flags.Arg(0), *language)
	if err != nil {
		return err
	}
	return fromShares(list, *words, shingle.Background("en")).write(*out, stderr)
}

// runCommon is the command common.
func runCommon(args []string, stdout, stderr io.Writer) error {
	flags := pflag.NewFlagSet("rarity common", pflag.ContinueOnError)
	flags.SetOutput(stderr)
	language := flags.String("lang", "", "the language, as wordfreq codes it")
	words := flags.Int("words", 300, "how many of the commonest words are looked at; those of one letter or with other characters are left out")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *language == "" || *words < 1 || flags.NArg() != 1 {
		return errUsage
	}
	list, err := readWordfreq(flags.Arg(0), *language)
	if err != nil {
		return err
	}
	for _, f := range list[:min(*words, len(list))] {
		if utf8.RuneCountInString(f.word) > 1 && !strings.ContainsFunc(f.word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			fmt.Fprintln(stdout, f.word)
		}
	}
	return nil
}

// runCompare is the command compare.
func runCompare(args []string, stdout io.Writer) error {
	if len(args) != 1 {
		return errUsage
	}
	list, err := readWordfreq(args[0], "en")
	if err != nil {
		return err
	}
	compare(list, shingle.Background("en"), stdout)
	return nil
}

// runWeigh is the command weigh.
func runWeigh(args []string, stdout, stderr io.Writer) error {
	flags := pflag.NewFlagSet("rarity weigh", pflag.ContinueOnError)
	flags.SetOutput(stderr)
	name := flags.String("file", "", "a rarity file (default: the English one of the program)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errUsage
	}
	rarity := shingle.Background("en")
	if *name != "" {
		file, err := os.ReadFile(*name)
		if err != nil {
			return err
		}
		if rarity, err = shingle.ParseRarity(file); err != nil {
			return fmt.Errorf("%s: %w", *name, err)
		}
	}
	for _, text := range flags.Args() {
		words := shingle.Words(nil, text)
		for _, w := range words {
			fmt.Fprintf(stdout, "%.2f %s\n", rarity.Weight(w), shingle.Fold(nil, text, w))
		}
		for i, h := range shingle.Shingles(nil, words, shingle.N) {
			if len(words) >= shingle.N && rarity.Stock(h) {
				fmt.Fprintf(stdout, "stock phrase: %s\n", text[words[i].Start:words[i+shingle.N-1].End])
			}
		}
	}
	return nil
}
