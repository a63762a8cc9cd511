package terminal

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"wiretrace/report"
)

// Summary writes what a run has to say for a person to read.
func Summary(w io.Writer, s *report.Summary) error {
	b := bufio.NewWriter(w)
	heading(b, s)
	if a := s.Only(); a != nil {
		only(b, a)
	}
	if s.Dir == "" {
		return b.Flush()
	}
	if found := findings(s); found != "" {
		fmt.Fprintln(b, found)
	}
	var list []string
	if n := s.Night; n == nil || n.New+n.Changed+n.Late > 0 || n.Whole { // else all of it was told before
		if list = each(s); list == nil {
			list = largest(s)
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(b, "\n%s\n\n", strings.Join(list, "\n"))
	}
	if s.Nameless > 0 && s.Only() == nil {
		text := "%s of unknown outlets (none in report.csv) credit one whose piece was not found; if it is their own, name the files after it\n"
		if s.Nameless == 1 {
			text = "%s of an unknown outlet (none in report.csv) credits one whose piece was not found; if it is its own, name the file after it\n"
		}
		fmt.Fprintf(b, text, count(s.Nameless, "article"))
	}
	if s.Weak+s.Stock > 0 {
		fmt.Fprintf(b, "%s compared%s\n", plural(s.Compared, "pair", "pairs"), leftOut(s))
	}
	if s.Versions > 0 {
		fmt.Fprintf(b, "%s an outlet had more versions of a piece than a text was held against\n", plural(s.Versions, "time", "times"))
	}
	if s.Issuers > 0 {
		fmt.Fprintf(b, "%s not looked at: their texts name too many\n", plural(s.Issuers, "issuer of a release", "issuers of releases"))
	}
	if s.Problems > 0 {
		fmt.Fprintf(b, "%s could not be read: see %s\n", count(s.Problems, "input"), short(filepath.Join(s.Dir, report.ProblemsFile), 1<<20))
		if s.Problems == len(s.Unread) {
			for _, line := range s.Unread {
				fmt.Fprintf(b, "  %s\n", short(line, 300))
			}
		}
	}
	if s.Folders > 0 {
		text := "%s of these are folders or paths: whatever they hold is missing\n"
		if s.Folders == 1 {
			text = "%s of these is a folder or a path: whatever it holds is missing\n"
		}
		fmt.Fprintf(b, text, grouped(s.Folders))
	}
	if s.Warnings > 0 {
		fmt.Fprintf(b, "%s: see %s\n", plural(s.Warnings, "warning about what was read", "warnings about what was read"), short(filepath.Join(s.Dir, report.ProblemsFile), 1<<20))
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
		b.WriteString("  upstream: the text names none; to find out more, give other reports of the event with it\n")
	}
	if a.Why != "" {
		fmt.Fprintf(b, "  why: %s\n", short(a.Why, 1000))
	}
	if report.MayBeOwn(a) {
		fmt.Fprintf(b, "  its own outlet is not known: if that is %s, name the file after it\n", short(oneLine(a.SourceOutlet), 60))
	}
	b.WriteString("\n")
}

// findings says what was found of copies and credits, if anything was.
func findings(s *report.Summary) string {
	var parts []string
	if s.Clusters > 0 {
		switch s.Uncredited {
		case 0:
			parts = append(parts, "none certainly or likely taken without a credit")
		default:
			parts = append(parts, grouped(s.Uncredited)+" certainly or likely taken without a credit")
		}
		if s.Lineless > 0 {
			parts = append(parts, plural(s.Lineless, "agency text", "agency texts")+" without the agency's line")
		}
		if s.Families > 0 {
			parts = append(parts, plural(s.Families, "text stands", "texts stand")+" whole in several articles")
		}
	}
	switch n := s.Stories.Named; {
	case s.Only() != nil:
	case n == 1:
		parts = append(parts, "1 other names a source whose piece was not found")
	case n > 1:
		parts = append(parts, grouped(n)+" others name a source whose piece was not found")
	}
	return strings.Join(parts, "; ")
}

// each returns a line for each article where there are few, those of a story or
// cluster below its headline; nil where there are more, or only one.
func each(s *report.Summary) (list []string) {
	if len(s.Few) < 2 || len(s.Few) != s.Articles {
		return nil
	}
	headlines := map[string]string{}
	for _, t := range s.Stories.Largest {
		headlines[t.ID] = t.Headline
	}
	for _, c := range s.Largest {
		headlines[c.ID] = c.Headline
	}
	groups, names := map[string][]*report.Article{}, []string(nil)
	widths := [2]int{}
	for _, a := range s.Few {
		name := cmp.Or(a.Story, a.Cluster)
		if groups[name] == nil && name != "" {
			names = append(names, name)
		}
		groups[name] = append(groups[name], a)
		for i, cell := range [2]string{listed(a), told(a)} {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, name := range append(names, "") {
		if len(groups[name]) == 0 {
			continue
		}
		if len(list) > 0 {
			list = append(list, "")
		}
		if name == "" {
			list = append(list, "  alone")
		} else {
			list = append(list, fmt.Sprintf("  %s  %s", short(name, 40), short(headlines[name], 80)))
		}
		for _, a := range groups[name] {
			line := fmt.Sprintf("    %-*s  %-*s  %s", widths[0], listed(a), widths[1], told(a), surely(a))
			list = append(list, strings.TrimRight(line, " "))
		}
	}
	return list
}

// listed is what an article is called in a list of few: its outlet, and its id.
func listed(a *report.Article) string {
	id := short(oneLine(path.Base(a.ID)), 40)
	if a.Outlet == "" {
		return id
	}
	return short(oneLine(a.Outlet), 30) + " (" + id + ")"
}

// told says in a few words whose an article is.
func told(a *report.Article) string {
	whose := short(cmp.Or(oneLine(a.SourceOutlet), oneLine(a.SourceArticle), oneLine(a.Upstream), "another article"), 50)
	what := "own report"
	switch a.Role {
	case report.Origin:
		return "own report, which others took up"
	case report.Update:
		return "later version of its outlet's own"
	case report.Single:
		if a.OtherSources != "" {
			return "own report, with material of " + short(oneLine(a.OtherSources), 50)
		}
	case report.Copy:
		what = "text of " + whose
	case report.Partial:
		what = "text in common with " + whose
	case report.Rewrite:
		what = "news from " + whose
	}
	if report.IsDerived(a) && a.Upstream != "" && a.Upstream != a.SourceOutlet && a.SourceOutlet != "" {
		what += ", which has it from " + short(oneLine(a.Upstream), 50)
	}
	return what
}

// surely says whether an article credits its source, and how sure that is.
func surely(a *report.Article) string {
	if !report.IsDerived(a) {
		return ""
	}
	credit := a.Credited
	switch a.Credited {
	case report.Yes:
		credit = "credited"
	case report.No:
		credit = "no credit"
	}
	switch {
	case credit == "":
		return a.Confidence
	case a.Confidence == "":
		return credit
	}
	return credit + ", " + a.Confidence
}

// largest returns lines for each of the largest stories; where there is none,
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
		list = append(list,
			fmt.Sprintf("  %*s reports  %s  %s", size, grouped(t.Articles), short(t.ID, 40), short(t.Headline, 80)),
			fmt.Sprintf("  %*s          %s", size, "", short(sources, 160)))
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
		list = append(list,
			fmt.Sprintf("  %*s articles  %s  %s", size, grouped(c.Articles), short(c.ID, 40), short(c.Headline, 80)),
			fmt.Sprintf("  %*s           %s", size, "", short(from, 100)))
	}
	return list
}

// leftOut says what was not compared, and why.
func leftOut(s *report.Summary) string {
	var b strings.Builder
	if s.Weak > 0 {
		fmt.Fprintf(&b, "; %s too little in common to be compared", plural(s.Weak, "more has", "more have"))
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
	if s.Only() != nil && s.Night == nil {
		b.WriteString("1 article read\n")
		return
	}
	n := s.Night
	if n == nil {
		fmt.Fprintf(b, "%s read%s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered, &s.Stories))
		return
	}
	told := n.New + n.Changed + n.Late
	b.WriteString(read(n))
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

// read says what a night has read.
func read(n *report.Night) string {
	var parts []string
	if n.New > 0 {
		parts = append(parts, count(n.New, "new article"))
	}
	switch {
	case n.Changed == 0:
	case n.New == 0:
		parts = append(parts, count(n.Changed, "changed article"))
	default:
		parts = append(parts, grouped(n.Changed)+" changed")
	}
	late := grouped(n.Late) + " of a run that left no report"
	switch {
	case n.Late == 0 && len(parts) == 0:
		return "no new articles"
	case n.Late == 0:
		return strings.Join(parts, " and ")
	case len(parts) == 0:
		return "no new articles, but " + late
	}
	return strings.Join(append(parts, late), " and ")
}

// hold says how many articles the clusters have.
func hold(s *report.Summary) string {
	if s.Clusters == 1 {
		return "the cluster holds " + count(s.Clustered, "article")
	}
	return fmt.Sprintf("the %s hold %s", count(s.Clusters, "cluster"), count(s.Clustered, "article"))
}
