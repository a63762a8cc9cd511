package main

import (
	"fmt"
	"math"

	"github.com/spf13/pflag"

	"wiretrace/report"
	"wiretrace/report/page"
	"wiretrace/report/sheet"
)

// pagesUpTo is how many articles a report may have to get pages without being
// asked: those of larger ones are many thousand files, and nobody looks through
// them.
const pagesUpTo = 20_000

// forms are the flags that choose the forms of a report.
type forms struct {
	html, noHTML, xlsx bool
}

func (o *forms) define(f *pflag.FlagSet) {
	f.BoolVar(&o.html, "html", false, fmt.Sprintf("write the pages (index.html) even for more than %d articles", pagesUpTo))
	f.BoolVar(&o.noHTML, "no-html", false, "write no pages")
	f.BoolVar(&o.xlsx, "xlsx", false, "write report.xlsx, a workbook for Excel and LibreOffice, too")
}

// pages returns how many articles a report with pages may have.
func (o *forms) pages() int {
	switch {
	case o.noHTML:
		return -1
	case o.html:
		return math.MaxInt
	}
	return pagesUpTo
}

// list returns the forms to write beside the tables.
func (o *forms) list() ([]report.NewForm, error) {
	if o.html && o.noHTML {
		return nil, usage("--html and --no-html: choose one")
	}
	list := []report.NewForm{report.UpTo(o.pages(), page.New)}
	if o.xlsx {
		list = append(list, sheet.New(o.pages()))
	}
	return list, nil
}

// note says what was left out unasked.
func (o *forms) note(log *journal, s *report.Summary) {
	if !o.noHTML && s.Articles > o.pages() {
		log.say(fmt.Sprintf("no pages were written, since there are more than %d articles: --html asks for them", pagesUpTo))
	}
}
