package likeness

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// A line is a figure as it is printed.
type line struct {
	label string
	of    func(*Figures) float64
	form  string // of fmt
	about string // what the words for it in the table do not say
}

var lines = []line{
	{"articles", func(f *Figures) float64 { return float64(f.Articles) }, "%.0f", ""},
	{"articles a day", func(f *Figures) float64 { return float64(f.Articles) / float64(max(f.Days, 1)) }, "%.1f", "of days that have one"},
	{"characters", func(f *Figures) float64 { return f.Characters }, "%.0f", "an article"},
	{"words", func(f *Figures) float64 { return f.Words }, "%.0f", "an article"},
	{"words, a tenth has fewer", func(f *Figures) float64 { return float64(f.Tenth) }, "%.0f", ""},
	{"words, half has fewer", func(f *Figures) float64 { return float64(f.Median) }, "%.0f", ""},
	{"words, a tenth has more", func(f *Figures) float64 { return float64(f.Ninetieth) }, "%.0f", ""},
	{"different words", func(f *Figures) float64 { return f.Distinct }, "%.0f", "an article"},
	{"words of names", func(f *Figures) float64 { return f.Names }, "%.1f", "an article: with a capital amid a sentence"},
	{"quotations", func(f *Figures) float64 { return f.Quotations }, "%.2f", "an article"},
	{"credits", func(f *Figures) float64 { return f.Credits }, "%.2f", "an article"},
	{"pairs compared", func(f *Figures) float64 { return f.Compared }, "%.2f", "an article"},
	{"links", func(f *Figures) float64 { return f.Links }, "%.3f", "an article"},
	{"derived, %", func(f *Figures) float64 { return 100 * f.Derived }, "%.1f", "copy, partial or rewrite"},
	{"whole copies, %", func(f *Figures) float64 { return 100 * f.Copies }, "%.1f", ""},
	{"in clusters, %", func(f *Figures) float64 { return 100 * f.Grouped }, "%.1f", ""},
	{"in stories, %", func(f *Figures) float64 { return 100 * f.Told }, "%.1f", ""},
	{"largest story", func(f *Figures) float64 { return float64(f.Largest) }, "%.0f", "articles"},
}

// Print writes the figures of a corpus, and beside them those of others with how
// near they come to it: a hundred of a hundred is as many.
func Print(w io.Writer, names []string, figures []*Figures) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s", "")
	for i, name := range names {
		fmt.Fprintf(&b, " %12s", name)
		if i > 0 {
			fmt.Fprintf(&b, " %8s", "of 100")
		}
	}
	b.WriteString("\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "%-26s", l.label)
		for i, f := range figures {
			fmt.Fprintf(&b, " %12s", fmt.Sprintf(l.form, l.of(f)))
			if i > 0 {
				fmt.Fprintf(&b, " %8s", nearness(l.of(figures[0]), l.of(f)))
			}
		}
		if l.about != "" {
			b.WriteString("  " + l.about)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// nearness returns what part of a figure another is, in percent.
func nearness(wanted, got float64) string {
	if wanted == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f", math.Round(100*got/wanted))
}
