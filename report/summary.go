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
	Articles   int
	Families   int // of two articles or more
	Clusters   int
	Clustered  int // articles of a cluster
	Uncredited int // articles that derive from another and credit nobody
	Problems   int
	Largest    []Cluster // at most five, largest first
	Dir        string    // where the report lies
}

// Print writes the summary for a person to read.
func (s *Summary) Print(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s read: ", count(s.Articles, "article"))
	if s.Clusters == 0 {
		fmt.Fprintf(b, "none derives from another\n")
	} else {
		fmt.Fprintf(b, "%s in %s, %s alone\n", grouped(s.Clustered), count(s.Clusters, "cluster"), grouped(s.Articles-s.Clustered))
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
	if s.Problems > 0 {
		fmt.Fprintf(b, "%s could not be read: see %s\n", count(s.Problems, "input"), short(filepath.Join(s.Dir, problemsFile), 1<<20))
	}
	fmt.Fprintf(b, "report: %s\n", short(s.Dir, 1<<20))
	return b.Flush()
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
