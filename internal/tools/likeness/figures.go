package likeness

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wiretrace/report"
)

// Figures are what a corpus is like. Means are of articles.
type Figures struct {
	Articles int
	Days     int // on which one was published; 0 if no article has a date

	Characters float64 // mean
	Words      float64 // mean, furniture included
	Tenth      int     // words of the article that a tenth are shorter than
	Median     int
	Ninetieth  int // words of the article that a tenth are longer than
	Distinct   float64
	Names      float64 // words with a capital letter amid a sentence
	Quotations float64
	Credits    float64

	Compared float64 // pairs; 0 if the statistics of the run are not at hand
	Links    float64

	Derived float64 // share of articles, 0 to 1: copy, partial or rewrite
	Copies  float64 // share: copy
	Grouped float64 // share: of a cluster
	Told    float64 // share: of a story
	Largest int     // articles of the largest story
}

// Of returns the figures of the corpus of the report in dir, whose report.jsonl has the
// texts. stats is the file that the run wrote with --stats, or empty.
func Of(dir, stats string) (*Figures, error) {
	f := new(Figures)
	if stats != "" {
		var s struct {
			Counts struct{ Articles, Couples int }
		}
		b, err := os.ReadFile(stats)
		if err == nil {
			err = json.Unmarshal(b, &s)
		}
		if err != nil {
			return nil, fmt.Errorf("read statistics %s: %w", stats, err)
		}
		f.Compared = float64(s.Counts.Couples) / float64(max(s.Counts.Articles, 1))
	}
	var lengths []int
	days := map[string]bool{}
	err := report.Read(dir, report.Rows{
		Story: func(s *report.Story) error {
			f.Largest = max(f.Largest, s.Articles)
			return nil
		},
		Article: func(a *report.Article) error {
			lengths = append(lengths, f.add(a))
			if len(a.Published) >= len(time.DateOnly) {
				days[a.Published[:len(time.DateOnly)]] = true
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	if f.Articles == 0 {
		return nil, fmt.Errorf("%s: the report has no articles", dir)
	}
	f.Days = len(days)
	for _, x := range []*float64{
		&f.Characters, &f.Words, &f.Distinct, &f.Names, &f.Quotations, &f.Credits, &f.Links, &f.Derived, &f.Copies, &f.Grouped, &f.Told,
	} {
		*x /= float64(f.Articles)
	}
	slices.Sort(lengths)
	f.Tenth, f.Median, f.Ninetieth = lengths[len(lengths)/10], lengths[len(lengths)/2], lengths[len(lengths)*9/10]
	return f, nil
}

// add counts an article and returns how many words it has.
func (f *Figures) add(a *report.Article) (words int) {
	f.Articles++
	f.Characters += float64(utf8.RuneCountInString(a.Text))
	distinct := map[string]bool{}
	begins := true // the next word begins a sentence or a line
	for line := range strings.Lines(a.Text) {
		begins = true
		for _, w := range strings.Fields(line) {
			words++
			bare := strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
			first, _ := utf8.DecodeRuneInString(bare)
			quoted := strings.HasPrefix(w, "“") || strings.HasPrefix(w, `"`)
			if !begins && !quoted && unicode.IsUpper(first) {
				f.Names++
			}
			distinct[strings.ToLower(bare)] = true
			begins = strings.ContainsAny(strings.TrimRight(w, `"”’'`)[max(len(strings.TrimRight(w, `"”’'`))-1, 0):], ".!?:")
		}
	}
	f.Words += float64(words)
	f.Distinct += float64(len(distinct))
	f.Quotations += float64(len(a.Quotes))
	f.Credits += float64(len(a.Credits))
	f.Links += float64(len(a.Links))
	if report.IsDerived(a) {
		f.Derived++
	}
	if a.Role == report.Copy {
		f.Copies++
	}
	if a.Cluster != "" {
		f.Grouped++
	}
	if a.Story != "" {
		f.Told++
	}
	return words
}
