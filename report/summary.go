package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// A Summary is what a run has to say when it is done.
type Summary struct {
	Articles   int // in the report
	Families   int // of two articles or more
	Clusters   int
	Clustered  int // articles of a cluster
	Uncredited int // articles that derive from another and credit nobody
	Problems   int
	Compared   int       // pairs of articles
	Weak       int       // pairs that were not, since one weak sign alone spoke for it
	Stock      int       // phrases that so many have that they spoke for nothing, and are not known as such
	Largest    []Cluster // at most five, largest first
	Dir        string    // where the report lies
	Night      *Night    // of a run with an archive; nil of any other
}

// A Night says what a run with an archive found that the archive did not have.
type Night struct {
	New           int  // articles that were read for the first time
	Late          int  // articles of earlier runs whose report never got to its place
	Clustered     int  // of both, those in clusters
	KnownFiles    int  // left out since an earlier run has read them
	KnownArticles int  // met again in other files, or in files that have grown
	Whole         bool // the report is about all articles of the window
}

// Inputs is how many articles and other inputs were looked at.
func (s *Summary) Inputs() int {
	if n := s.Night; n != nil {
		return n.New + n.KnownArticles + s.Problems
	}
	return s.Articles + s.Problems
}

// Print writes the summary for a person to read.
func (s *Summary) Print(w io.Writer) error {
	b := bufio.NewWriter(w)
	s.heading(b)
	if s.Clusters > 0 {
		uncredited := grouped(s.Uncredited) + " derive from another and credit nobody"
		if s.Uncredited == 1 {
			uncredited = "1 derives from another and credits nobody"
		}
		fmt.Fprintf(b, "%s of whole copies; %s\n", plural(s.Families, "family", "families"), uncredited)
		fmt.Fprintln(b)
	}
	size := 0
	for _, c := range s.Largest {
		size = max(size, len(grouped(c.Articles)))
	}
	for _, c := range s.Largest {
		from := "source unknown"
		if c.Upstream != "" {
			from = "from " + c.Upstream
			if c.UpstreamPresent == No {
				from += " (not among them)"
			}
		}
		fmt.Fprintf(b, "  %*s articles  %s  %s · %s\n", size, grouped(c.Articles), short(c.ID, 40), short(c.Headline, 60), short(from, 60))
	}
	if len(s.Largest) > 0 {
		fmt.Fprintln(b)
	}
	if s.Weak+s.Stock > 0 {
		fmt.Fprintf(b, "%s compared%s\n", plural(s.Compared, "pair", "pairs"), s.leftOut())
	}
	if s.Problems > 0 {
		fmt.Fprintf(b, "%s could not be read: see %s\n", count(s.Problems, "input"), short(filepath.Join(s.Dir, problemsFile), 1<<20))
	}
	fmt.Fprintf(b, "report: %s\n", short(s.Dir, 1<<20))
	return b.Flush()
}

// leftOut says what was not compared, and why.
func (s *Summary) leftOut() string {
	var b strings.Builder
	if s.Weak > 0 {
		fmt.Fprintf(&b, "; %s more not, with one weak sign in common", grouped(s.Weak))
	}
	if s.Stock > 0 {
		fmt.Fprintf(&b, "; %s too common to tell anything", plural(s.Stock, "phrase", "phrases"))
	}
	return b.String()
}

// heading writes how many articles there are.
func (s *Summary) heading(b *bufio.Writer) {
	all := func(of, in int) string {
		if s.Clusters == 0 {
			return "none derives from another"
		}
		return fmt.Sprintf("%s in %s, %s alone", grouped(in), count(s.Clusters, "cluster"), grouped(of-in))
	}
	n := s.Night
	if n == nil {
		fmt.Fprintf(b, "%s read: %s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered))
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
	case n.Whole:
		fmt.Fprintf(b, "\n%s in the window: %s\n", count(s.Articles, "article"), all(s.Articles, s.Clustered))
	case told > 0:
		fmt.Fprintf(b, ": %s\n", all(told, n.Clustered))
		if s.Clustered > n.Clustered {
			fmt.Fprintf(b, "with those of earlier runs %s\n", s.hold())
		}
	case s.Clusters > 0: // the window has left some of their articles behind
		fmt.Fprintf(b, ", but changes: %s\n", s.hold())
	default:
		b.WriteString(": the report is empty\n")
	}
}

// hold says how many articles the clusters have.
func (s *Summary) hold() string {
	if s.Clusters == 1 {
		return "the cluster holds " + count(s.Clustered, "article")
	}
	return fmt.Sprintf("the %s hold %s", count(s.Clusters, "cluster"), count(s.Clustered, "article"))
}

// count says how many there are of something.
func count(n int, one string) string { return plural(n, one, one+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}

// short returns text as one line of at most so many columns.
func short(text string, columns int) string {
	var b strings.Builder
	glyphs := appendGlyphs(nil, text, tone{})
	used := 0
	for i, g := range glyphs {
		if g.text == "\n" {
			g = glyph{text: " ", width: 1}
		}
		if used+g.width > columns-1 && i < len(glyphs)-1 {
			b.WriteString("…")
			break
		}
		used += g.width
		b.WriteString(g.text)
	}
	return b.String()
}
