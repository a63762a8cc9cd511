package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"wiretrace/archive"
	"wiretrace/report"
)

const archiveHead = `Usage: wiretrace archive list [--limit N] FILE
       wiretrace archive show FILE ID
       wiretrace archive prune --keep AGE FILE
       wiretrace archive check FILE

Looks after the file in which 'run --archive FILE' keeps what it has read.

  list   its runs, stories and clusters, the newest first
  show   an article, a family, a cluster or a story: where it came from, what it shares;
         an article is named by its id, or by the end of it from a slash on
  prune  forget articles neither read nor published within AGE (90d), but for
         those that share a story or a cluster with one that was, and give the room back
  check  read all of it and name what is damaged; exit status 1 if anything is

doc/archive.md tells how to query the file with other programs.

Examples:
  wiretrace archive list news.db
  wiretrace archive show news.db cdu4shqs6a
  wiretrace archive prune --keep 90d news.db`

var archiveActions = []string{"list", "show", "prune", "check"}

// runArchive chooses among the archive's own commands.
func runArchive(ctx context.Context, args []string, s streams) (int, error) {
	name := ""
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		name, args = args[0], args[1:]
	}
	var limit int
	var keep span
	f, err := parse("archive", archiveHead, args, s, func(f *pflag.FlagSet) {
		f.IntVar(&limit, "limit", 20, "with list: at most `N` runs, stories and clusters; 0 for all")
		f.Var(&keep, "keep", "with prune: forget what is older, such as 90d")
	})
	if err != nil {
		return 0, err
	}
	for flag, of := range map[string]string{"limit": "list", "keep": "prune"} {
		if f.Changed(flag) && name != of {
			return 0, usage("--%s goes with archive %s", flag, of)
		}
	}
	want := map[string]int{"list": 1, "show": 2, "prune": 1, "check": 1}[name]
	switch {
	case name == "":
		return 0, usage("no action given: list, show, prune or check")
	case want == 0:
		return 0, usage("unknown action %q%s: list, show, prune or check", name, hint(name, archiveActions))
	case f.NArg() != want && want == 1:
		return 0, usage("%s takes one FILE, not %d", name, f.NArg())
	case f.NArg() != want:
		return 0, usage("show takes a FILE and an ID")
	case limit < 0:
		return 0, usage("--limit %d: it must not be negative", limit)
	case name == "prune" && keep <= 0:
		return 0, usage("prune needs --keep, such as --keep 90d")
	}
	a, err := archive.Open(f.Arg(0), archive.Options{Existing: true, ReadOnly: name != "prune"})
	if err != nil {
		return 0, noArchive(err, f.Arg(0))
	}
	code := exitDone
	switch name {
	case "list":
		err = listArchive(ctx, a, limit, s.out)
	case "show":
		err = showArchived(ctx, a, f.Arg(1), s.out)
	case "prune":
		err = pruneArchive(ctx, a, time.Now().Add(-time.Duration(keep)), s.out)
	case "check":
		code, err = checkArchive(ctx, a, s)
	}
	if e := a.Close(); err == nil && e != nil {
		err = e
	}
	return code, err
}

// noArchive adds to why an archive could not be opened how one is made, where it is
// that there is none.
func noArchive(err error, file string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w ('wiretrace run --archive %s PATH...' makes one)", err, plain(file))
	}
	return err
}

func listArchive(ctx context.Context, a *archive.Archive, limit int, out io.Writer) error {
	t, err := a.Totals(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %s, %s, %s, %s, %s, read from %s in %s; %s, version %d\n", plain(a.Path()), count(t.Articles, "article"), count(t.Stories, "story"), count(t.Clusters, "cluster"),
		count(t.Families, "family"), count(t.Links, "link"), count(t.Files, "file"), count(t.Runs, "run"), t.Size(), t.Version)
	if t.Runs > 0 {
		fmt.Fprintln(out)
		w := newTable(out, "run", "started", "read", "known", "failed", "articles", "clusters", "report")
		err := a.Runs(ctx, limit, func(r archive.Run) error {
			report := r.Report
			if report != "" && !r.Delivered {
				report += " (not written)"
			}
			return w.row(r.Number, r.Started.UTC().Format("2006-01-02 15:04"), r.Read, r.Known, r.Failed, r.Articles, r.Clusters, report)
		})
		if err := w.end(err); err != nil {
			return err
		}
	}
	if t.Stories > 0 {
		fmt.Fprintln(out)
		w := newTable(out, "story", "changed in run", "first seen", "articles", "own reports", "outlets", "headline")
		err := a.NewestStories(ctx, limit, func(s *archive.ListedStory) error {
			return w.row(s.ID, s.LastChanged, clock(s.FirstSeen), s.Articles, s.OwnReports, s.Outlets, clip(s.Headline))
		})
		if err := w.end(err); err != nil {
			return err
		}
	}
	if t.Clusters == 0 {
		return nil
	}
	fmt.Fprintln(out)
	w := newTable(out, "cluster", "changed in run", "first seen", "articles", "outlets", "upstream", "headline")
	err = a.NewestClusters(ctx, limit, func(c *archive.ListedCluster) error {
		return w.row(c.ID, c.LastChanged, clock(c.FirstSeen), c.Articles, c.Outlets, c.Upstream, clip(c.Headline))
	})
	return w.end(err)
}

func showArchived(ctx context.Context, a *archive.Archive, id string, out io.Writer) error {
	found, err := a.Show(ctx, id)
	if err != nil {
		return err
	}
	if found.Merged {
		fmt.Fprintf(out, "%s was merged into %s.\n\n", plain(id), plain(found.ID))
	}
	switch {
	case found.Kind == "article":
		showRecord(out, found)
	case found.Story != nil:
		s := found.Story
		showFields(out, "story", s.ID, "headline", s.Headline, "published", between(s.FirstPublished, s.LastPublished),
			"first seen", clock(s.FirstSeen), "changed in run", fmt.Sprint(s.LastChanged),
			"holds", fmt.Sprintf("%s of %s, %d their own, %s", count(s.Articles, "article"), count(s.Outlets, "outlet"), s.OwnReports, count(s.Clusters, "cluster")))
	case found.Cluster != nil:
		c := found.Cluster
		upstream := c.Upstream
		if c.UpstreamPresent == "no" {
			upstream += " (not in the archive)"
		}
		showFields(out, "cluster", c.ID, "headline", c.Headline, "upstream", upstream, "origin", c.OriginArticle,
			"published", between(c.FirstPublished, c.LastPublished), "first seen", clock(c.FirstSeen), "changed in run", fmt.Sprint(c.LastChanged),
			"holds", fmt.Sprintf("%s, %s, %s, %d uncredited", count(c.Articles, "article"), count(c.Families, "family"), count(c.Outlets, "outlet"), c.Uncredited))
	default:
		showFields(out, "family", found.ID, "cluster", found.Articles[0].Cluster, "holds", count(len(found.Articles), "article"))
	}
	if found.Kind != "article" {
		fmt.Fprintln(out)
		w := newTable(out, "article", "role", "outlet", "published", "source", "confidence", "title")
		for _, x := range found.Articles {
			source := x.SourceArticle
			if source == "" {
				source = x.SourceOutlet
			}
			if err := w.row(x.ID, x.Role, x.Outlet, x.Published, source, x.Confidence, clip(x.Title)); err != nil {
				return err
			}
		}
		if err := w.end(nil); err != nil {
			return err
		}
	}
	if len(found.Links) == 0 {
		return nil
	}
	fmt.Fprintln(out)
	w := newTable(out, "article", "of it", "shared with", "of that", "relation", "words")
	for _, l := range found.Links {
		words := ""
		if l.Words > 0 {
			words = fmt.Sprint(l.Words)
		}
		if err := w.row(l.ArticleA, share(l.ShareA), l.ArticleB, share(l.ShareB), l.Relation, words); err != nil {
			return err
		}
	}
	return w.end(nil)
}

// showRecord prints an article of the archive: first what it is and whose, then what is
// known of it.
func showRecord(out io.Writer, found *archive.Shown) {
	x := &found.Articles[0]
	fmt.Fprintln(out, cmp.Or(plain(x.Title), plain(x.ID)))
	from := cmp.Or(x.SourceOutlet, x.Upstream)
	switch verdict := x.Role; {
	case verdict == "":
	case from == "":
		fmt.Fprintf(out, "%s\n", plain(verdict))
	case x.Confidence == "":
		fmt.Fprintf(out, "%s, from %s\n", plain(verdict), plain(from))
	default:
		fmt.Fprintf(out, "%s, from %s (%s)\n", plain(verdict), plain(from), plain(x.Confidence))
	}
	if x.Why != "" {
		fmt.Fprintln(out, plain(x.Why))
	}
	fmt.Fprintln(out)
	upstream := x.Upstream
	if x.UpstreamKind != "" {
		upstream += " (" + x.UpstreamKind + ")"
	}
	makeup := ""
	if x.Original >= 0 {
		for _, part := range []struct {
			name  string
			share float64
		}{{"copied", x.Copied}, {"edited", x.Edited}, {"reworded", x.Reworded}, {"quoted", x.Quoted}, {"original", x.Original}} {
			if part.share > 0 {
				makeup += fmt.Sprintf(", %.1f %% %s", part.share, part.name)
			}
		}
	}
	showFields(out, "outlet", x.Outlet, "byline", x.Byline, "published", x.Published, "url", x.URL, "language", x.Language,
		"words", fmt.Sprintf("%d%s; furniture beside: %d", x.Words, makeup, x.FurnitureWords),
		"source", x.SourceArticle, "upstream", upstream, "credit chain", x.CreditChain, "credited", x.Credited, "other sources", x.OtherSources,
		"article", x.ID, "file", x.File, "story", x.Story, "cluster", x.Cluster, "family", x.Family, "first seen", fmt.Sprintf("%s, run %d", clock(x.FirstSeen), x.Run))
	for i, c := range found.Credits {
		showFields(out, first(i, "credits"), c.Outlet+": "+clip(c.Text))
	}
	for i, q := range found.Quotes {
		if i == mostShown {
			showFields(out, " ", fmt.Sprintf("and %d more", len(found.Quotes)-i))
			break
		}
		who := cmp.Or(q.Speaker, "?")
		if q.Kind == report.Indirect {
			who += ", indirectly"
		}
		showFields(out, first(i, "quotes"), who+": "+clip(q.Text))
	}
}

const (
	mostShown   = 8   // quotations of an article that are shown
	longestShow = 100 // characters of a text that are shown
)

// first returns a name for the first of a list, and a space for the others.
func first(i int, name string) string {
	if i > 0 {
		return " "
	}
	return name
}

// clip returns the beginning of a text, in one line.
func clip(s string) string {
	s = strings.Join(strings.Fields(plain(s)), " ")
	if runes := []rune(s); len(runes) > longestShow {
		return string(runes[:longestShow-1]) + "…"
	}
	return s
}

// clock writes a time of the archive for people, in UTC as it is.
func clock(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return t.UTC().Format("2006-01-02 15:04")
}

func pruneArchive(ctx context.Context, a *archive.Archive, before time.Time, out io.Writer) error {
	p, err := a.Prune(ctx, before)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: forgot %s, %s, %s and %s of before %s; %.1f MiB given back\n", plain(a.Path()), count(p.Articles, "article"), count(p.Stories, "story"), count(p.Clusters, "cluster"),
		count(p.Links, "link"), before.UTC().Format("2006-01-02T15:04Z"), float64(p.Bytes)/(1<<20))
	return nil
}

func checkArchive(ctx context.Context, a *archive.Archive, s streams) (int, error) {
	var show func(done, total int)
	if f, ok := s.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		show = func(done, total int) {
			end := ""
			if done == total {
				end = "\n"
			}
			fmt.Fprintf(f, "\rchecked %d of %d rows%s", done, total, end)
		}
	}
	faults, err := a.Check(ctx, show)
	if err != nil {
		return 0, err
	}
	for _, fault := range faults {
		fmt.Fprintf(s.out, "%s: %s\n", plain(a.Path()), plain(fault))
	}
	if len(faults) > 0 {
		return exitFailed, nil
	}
	fmt.Fprintf(s.out, "%s: nothing wrong\n", plain(a.Path()))
	return exitDone, nil
}

// A table is printed with its columns aligned.
type table struct{ w *tabwriter.Writer }

func newTable(out io.Writer, columns ...any) *table {
	t := &table{tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)}
	_ = t.row(columns...) // what is written is seen at the end
	return t
}

func (t *table) row(cells ...any) error {
	text := make([]string, len(cells))
	for i, c := range cells {
		if text[i] = plain(fmt.Sprint(c)); text[i] == "" {
			text[i] = "-"
		}
	}
	_, err := fmt.Fprintln(t.w, strings.Join(text, "\t"))
	return err
}

// end prints the table; an error of its making goes before one of printing.
func (t *table) end(err error) error {
	if e := t.w.Flush(); err == nil {
		err = e
	}
	return err
}

// showFields prints names and values, a line each, without those that are empty.
func showFields(out io.Writer, fields ...string) {
	for i := 0; i < len(fields); i += 2 {
		if value := plain(fields[i+1]); value != "" {
			fmt.Fprintf(out, "%-14s  %s\n", fields[i], value)
		}
	}
}

// plain leaves out of scraped text what a terminal would act on.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
	return strings.TrimSpace(s)
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		if stem, ok := strings.CutSuffix(noun, "y"); ok {
			noun = stem + "ie"
		}
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// share writes a part of a text; none where nothing but names, numbers or the like is
// in common.
func share(x float64) string {
	switch {
	case x == 0:
		return ""
	case x < 0.005:
		return "under 1 %"
	}
	return fmt.Sprintf("%.0f %%", 100*x)
}

func between(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}
