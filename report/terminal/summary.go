package terminal

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"wiretrace/report"
)

// Summary writes what a run has to say for a person to read.
func Summary(w io.Writer, s *report.Summary) error {
	b := bufio.NewWriter(w)
	heading(b, s)
	if s.Only != nil {
		only(b, s.Only)
	}
	if s.Dir == "" {
		return b.Flush()
	}
	if found := findings(s); found != "" {
		fmt.Fprintln(b, found)
	}
	if list := largest(s); len(list) > 0 {
		fmt.Fprintln(b)
		for _, l := range list {
			fmt.Fprintln(b, l)
		}
		fmt.Fprintln(b)
	}
	if s.Weak+s.Stock > 0 {
		fmt.Fprintf(b, "%s compared%s\n", plural(s.Compared, "pair", "pairs"), leftOut(s))
	}
	if s.Problems > 0 {
		fmt.Fprintf(b, "%s could not be read: see %s\n", count(s.Problems, "input"), short(filepath.Join(s.Dir, report.ProblemsFile), 1<<20))
	}
	fmt.Fprintf(b, "report: %s\n", short(s.Dir, 1<<20))
	return b.Flush()
}

// only says of a single article whose it is.
func only(b *bufio.Writer, a *report.Article) {
	name := oneLine(a.Title)
	if name == "" {
		name = oneLine(a.ID)
	}
	fmt.Fprintf(b, "\n  %s\n", short(name, 90))
	switch {
	case report.IsDerived(a) && a.Upstream != "":
		fmt.Fprintf(b, "  upstream: %s (%s)\n", short(a.Upstream, 60), a.Confidence)
		if len(a.CreditChain) > 1 {
			fmt.Fprintf(b, "  taken from: %s\n", short(a.Chain(), 90))
		}
	case report.IsDerived(a):
		b.WriteString("  upstream: unknown\n")
	default:
		b.WriteString("  upstream: its outlet's own, as far as it says itself\n")
	}
	if a.Why != "" {
		fmt.Fprintf(b, "  why: %s\n", short(a.Why, 1000))
	}
	b.WriteString("\n")
}

// findings says what was found of copies and credits, if anything was.
func findings(s *report.Summary) string {
	var parts []string
	if s.Clusters > 0 {
		uncredited := grouped(s.Uncredited) + " derive from another, certainly or likely, and credit nobody"
		if s.Uncredited == 1 {
			uncredited = "1 derives from another, certainly or likely, and credits nobody"
		}
		parts = append(parts, plural(s.Families, "family", "families")+" of whole copies", uncredited)
	}
	switch n := s.Stories.Named; {
	case s.Only != nil:
	case n == 1:
		parts = append(parts, "1 outside clusters names its source")
	case n > 1:
		parts = append(parts, grouped(n)+" outside clusters name their source")
	}
	return strings.Join(parts, "; ")
}

// largest returns a line for each of the largest stories; where there is none,
// of the largest clusters.
func largest(s *report.Summary) (list []string) {
	size := 0
	for _, t := range s.Stories.Largest {
		size = max(size, len(grouped(t.Articles)))
	}
	for _, t := range s.Stories.Largest {
		sources := t.Sources.String()
		if t.Sources.Count() < t.Articles { // only what is new is in the report
			sources = "new: " + sources
		}
		list = append(list, fmt.Sprintf("  %*s reports  %s  %s · %s", size, grouped(t.Articles), short(t.ID, 40), short(t.Headline, 60), short(sources, 80)))
	}
	if len(list) > 0 {
		return list
	}
	for _, c := range s.Largest {
		size = max(size, len(grouped(c.Articles)))
	}
	for _, c := range s.Largest {
		from := "source unknown"
		if c.Upstream != "" {
			from = "from " + c.Upstream
			if c.UpstreamPresent == report.No {
				from += " (not among them)"
			}
		}
		list = append(list, fmt.Sprintf("  %*s articles  %s  %s · %s", size, grouped(c.Articles), short(c.ID, 40), short(c.Headline, 60), short(from, 60)))
	}
	return list
}

// leftOut says what was not compared, and why.
func leftOut(s *report.Summary) string {
	var b strings.Builder
	if s.Weak > 0 {
		were := "were"
		if s.Weak == 1 {
			were = "was"
		}
		fmt.Fprintf(&b, "; %s more %s not, having one weak sign in common", grouped(s.Weak), were)
	}
	if s.Stock > 0 {
		fmt.Fprintf(&b, "; %s too common to tell anything", plural(s.Stock, "phrase", "phrases"))
	}
	return b.String()
}

// heading writes how many articles there are.
func heading(b *bufio.Writer, s *report.Summary) {
	all := func(of, clustered int, stories *report.StoryCount) string {
		var parts []string
		alone := of - clustered
		if s.Stories.Count > 0 {
			parts = append(parts, grouped(stories.Reports)+" in "+plural(s.Stories.Count, "story", "stories"))
			alone = stories.Alone
		}
		if s.Clusters > 0 {
			parts = append(parts, grouped(clustered)+" in "+count(s.Clusters, "cluster"))
		}
		switch {
		case len(parts) == 0 && s.Stories.Named > 0:
			return ": each stands alone"
		case len(parts) == 0 && of == 0:
			return ""
		case len(parts) == 0:
			return ": none derives from another"
		}
		return ": " + strings.Join(append(parts, grouped(alone)+" alone"), ", ")
	}
	if s.Only != nil && s.Night == nil {
		b.WriteString("1 article read\n")
		return
	}
	n := s.Night
	if n == nil {
		fmt.Fprintf(b, "%s read%s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered, &s.Stories))
		return
	}
	told := n.New + n.Late
	switch {
	case told == 0:
		b.WriteString("no new articles")
	case n.New == 0:
		fmt.Fprintf(b, "no new articles, but %s of a run that left no report", grouped(n.Late))
	default:
		b.WriteString(count(n.New, "new article"))
		if n.Late > 0 {
			fmt.Fprintf(b, " and %s of a run that left no report", grouped(n.Late))
		}
	}
	var known []string
	if n.KnownFiles > 0 {
		known = append(known, count(n.KnownFiles, "file"))
	}
	if n.KnownArticles > 0 {
		known = append(known, count(n.KnownArticles, "article"))
	}
	if len(known) > 0 {
		fmt.Fprintf(b, " (%s known already)", strings.Join(known, " and "))
	}
	switch {
	case s.Dir == "":
		b.WriteString(": there is nothing to report")
		if n.Standing != "" {
			fmt.Fprintf(b, ", and %s stands as it is", short(n.Standing, 1<<20))
		}
		b.WriteString("\n")
	case n.Whole:
		fmt.Fprintf(b, "\n%s in the window%s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered, &s.Stories))
	case told > 0 && n.SameDay > 0:
		fmt.Fprintf(b, "\nwith those of earlier today the report holds %s%s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered, &s.Stories))
	case told == 0 && n.SameDay > 0:
		fmt.Fprintf(b, ": the report holds the %s of before\n", count(n.SameDay, "article"))
	case told > 0:
		fmt.Fprintf(b, "%s\n", all(told, n.Clustered, &n.Stories))
		if s.Clustered > n.Clustered {
			fmt.Fprintf(b, "with those of earlier runs %s\n", hold(s))
		}
	case s.Clusters > 0: // the window has left some of their articles behind
		fmt.Fprintf(b, ", but changes: %s\n", hold(s))
	default:
		b.WriteString(": the report is empty\n")
	}
}

// hold says how many articles the clusters have.
func hold(s *report.Summary) string {
	if s.Clusters == 1 {
		return "the cluster holds " + count(s.Clustered, "article")
	}
	return fmt.Sprintf("the %s hold %s", count(s.Clusters, "cluster"), count(s.Clustered, "article"))
}
