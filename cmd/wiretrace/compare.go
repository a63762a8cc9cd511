package main

import (
	"context"

	"github.com/spf13/pflag"

	"wiretrace/article/reader"
	"wiretrace/job"
	"wiretrace/report"
	"wiretrace/report/page"
	"wiretrace/report/terminal"
)

const compareHead = `Usage: wiretrace compare [flags] A B

Shows what two articles share, and why that makes one a copy, a retelling or
neither: side by side on a wide terminal, else one above the other. Names, numbers
and quotations that both have are listed (names not in German, where all nouns have
capitals). A and B are files of one article each, or an article of a file of many,
crawl.jsonl#7. Shares are the part of an article's words, furniture aside, that is
copied or edited from the same text as in the other.

Examples:
  wiretrace compare telegraph.txt voz.txt
  wiretrace compare --html telegraph.txt voz.txt > both.html
  wiretrace compare --json a.json b.json | jq .relation`

func runCompare(ctx context.Context, args []string, s streams) (int, error) {
	var (
		asJSON bool
		html   bool
		file   string
		width  int
		o      reader.Options
	)
	f, err := parse("compare", compareHead, args, s, func(f *pflag.FlagSet) {
		f.BoolVar(&asJSON, "json", false, "print one JSON object, offsets in code points")
		f.BoolVar(&html, "html", false, "write one page (HTML) to standard output, the texts side by side")
		f.IntVar(&width, "width", 0, "how many `COLUMNS` wide the text is (default: as the terminal, else 80)")
		f.StringVar(&file, "outlets", "", "read more outlets from `FILE`; they override those built in")
	})
	if err != nil {
		return 0, err
	}
	if f.NArg() != 2 {
		return 0, usage("it takes two articles, not %d", f.NArg())
	}
	o.Stdin = s.in
	g, err := outlets(file)
	if err != nil {
		return 0, err
	}
	c, err := job.CompareFiles(ctx, f.Arg(0), f.Arg(1), g, o)
	if err != nil {
		return 0, err
	}
	if html && asJSON {
		return 0, usage("--json and --html are two forms: ask for one")
	}
	if html {
		return exitDone, page.Compare(s.out, c)
	}
	if asJSON {
		return exitDone, report.CompareJSON(s.out, c)
	}
	return exitDone, terminal.Compare(s.out, c, screen(s, width))
}
