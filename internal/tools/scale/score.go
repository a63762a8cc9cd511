package scale

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"wiretrace/internal/tools/corpus"
)

// A Found counts what was planted of one kind and how much of it was found.
type Found struct{ Planted, Found int }

// Part returns the share found; 1 of nothing.
func (f Found) Part() float64 {
	if f.Planted == 0 {
		return 1
	}
	return float64(f.Found) / float64(f.Planted)
}

// A Score is how well a report holds against the truth.
type Score struct {
	Articles int
	Copies   Found // exact and edited copies that share a cluster with their source
	Families Found // the same that share a family with it
	Passages Found // planted passages of leastWords or more of which most is shown as taken from that story
	Linked   Found // the same whose article is linked with that story
	Retold   Found // pieces of the same event with a quotation or a credit that share a cluster with their source
	Links    int
	False    map[string]int // links of articles that took nothing from each other or one source, by relation
	Event    int            // of such, those as rewrite of articles that tell of one event; they are not in False
}

const (
	leastWords   = 30  // of a passage that counts
	leastCovered = 0.8 // of a passage, in code points, that must be shown
)

// FalsePer10k returns how many false links come on 10,000 articles.
func (s *Score) FalsePer10k() float64 {
	n := 0
	for _, k := range s.False {
		n += k
	}
	return float64(n) * 10_000 / float64(max(s.Articles, 1))
}

// A planted passage.
type passage struct {
	source     string
	start, end int
	covered    int
	linked     bool
}

// A truth is the whole file of truth, by article. Plain articles are not in it.
type truth struct {
	sources  map[string][]string // whose text, quotation or credit each article has
	events   map[string]string   // whose event each article tells without having taken anything
	spoken   map[string]string   // of these, with whom each has the same words of a public speaker
	copies   map[string]string   // of each copy what it is copied from
	retold   map[string]string
	passages map[string][]*passage
}

func readTruth(in io.Reader) (*truth, error) {
	t := &truth{
		sources: map[string][]string{}, events: map[string]string{}, spoken: map[string]string{}, copies: map[string]string{},
		retold: map[string]string{}, passages: map[string][]*passage{},
	}
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			x, err := corpus.ParseTruth(line)
			if err != nil {
				return nil, err
			}
			t.add(x)
		}
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read truth: %w", err)
		}
	}
}

func (t *truth) add(x corpus.Truth) {
	if x.Kind == corpus.Event.String() {
		t.events[x.Article] = x.Source
		if x.End > 0 {
			t.spoken[x.Article] = x.Source
		}
		return
	}
	t.sources[x.Article] = append(t.sources[x.Article], x.Source)
	switch x.Kind {
	case corpus.Copy.String(), corpus.Edited.String():
		t.copies[x.Article] = x.Source
	case corpus.Quote.String(), corpus.Credit.String():
		t.retold[x.Article] = x.Source
	default:
		if x.Words >= leastWords {
			t.passages[x.Article] = append(t.passages[x.Article], &passage{source: x.Source, start: x.Start, end: x.End})
		}
	}
}

// has reports whether article is source or has something of it.
func (t *truth) has(article, source string) bool {
	if article == source {
		return true
	}
	for _, s := range t.sources[article] {
		if s == source {
			return true
		}
	}
	return false
}

// related reports whether a and b have something of one source.
func (t *truth) related(a, b string) bool {
	if t.has(b, a) {
		return true
	}
	for _, s := range t.sources[a] {
		if t.has(b, s) {
			return true
		}
	}
	return false
}

// oneSpeaker reports whether a and b have the same words of a public speaker.
func (t *truth) oneSpeaker(a, b string) bool { return t.quoted(a) == t.quoted(b) }

// quoted returns where the words of a public speaker that an article has stood first.
func (t *truth) quoted(article string) string {
	if first, ok := t.spoken[article]; ok {
		return first
	}
	return article
}

// oneEvent reports whether a and b tell of one event.
func (t *truth) oneEvent(a, b string) bool {
	roots := func(x string) []string {
		out := append([]string{x}, t.sources[x]...)
		if e, ok := t.events[x]; ok {
			out = append(out, e)
		}
		return out
	}
	for _, x := range roots(a) {
		for _, y := range roots(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// Measure reads the truth and the report in a folder.
func Measure(in io.Reader, report string) (*Score, error) {
	t, err := readTruth(in)
	if err != nil {
		return nil, err
	}
	s := &Score{False: map[string]int{}}
	if err := s.articles(t, report); err != nil {
		return nil, err
	}
	if err := s.links(t, report); err != nil {
		return nil, err
	}
	if err := s.passages(t, report); err != nil {
		return nil, err
	}
	for _, list := range t.passages {
		for _, p := range list {
			s.Passages.Planted++
			s.Linked.Planted++
			if float64(p.covered) >= leastCovered*float64(p.end-p.start) {
				s.Passages.Found++
			}
			if p.linked {
				s.Linked.Found++
			}
		}
	}
	return s, nil
}

func (s *Score) articles(t *truth, report string) error {
	type seat struct{ cluster, family string }
	seats := map[string]seat{}
	err := rows(report, "report.csv", []string{"article", "cluster", "family"}, func(c []string) error {
		s.Articles++
		if c[1] != "" {
			seats[strings.Clone(c[0])] = seat{strings.Clone(c[1]), strings.Clone(c[2])}
		}
		return nil
	})
	if err != nil {
		return err
	}
	count := func(f *Found, yes bool) {
		f.Planted++
		if yes {
			f.Found++
		}
	}
	for a, b := range t.copies {
		x, y := seats[a], seats[b]
		count(&s.Copies, x.cluster != "" && x.cluster == y.cluster)
		count(&s.Families, x.family != "" && x.family == y.family)
	}
	for a, b := range t.retold {
		x, y := seats[a], seats[b]
		count(&s.Retold, x.cluster != "" && x.cluster == y.cluster)
	}
	return nil
}

func (s *Score) links(t *truth, report string) error {
	return rows(report, "links.csv", []string{"article", "source_article", "relation"}, func(c []string) error {
		a, b, relation := c[0], c[1], c[2]
		if b == "" {
			return nil
		}
		s.Links++
		switch {
		case t.related(a, b), relation == "quotes" && t.oneSpeaker(a, b):
		case relation == "rewrite" && t.oneEvent(a, b):
			s.Event++
		default:
			s.False[strings.Clone(relation)]++
		}
		for _, p := range t.passages[a] {
			p.linked = p.linked || t.has(b, p.source)
		}
		for _, p := range t.passages[b] {
			p.linked = p.linked || t.has(a, p.source)
		}
		return nil
	})
}

func (s *Score) passages(t *truth, report string) error {
	columns := []string{"article", "label", "source_article", "start", "end"}
	return rows(report, "passages.csv", columns, func(c []string) error {
		planted := t.passages[c[0]]
		if len(planted) == 0 || c[2] == "" {
			return nil
		}
		start, end, err := span(c[3], c[4])
		if err != nil {
			return err
		}
		for _, p := range planted {
			if from, to := max(start, p.start), min(end, p.end); from < to && t.has(c[2], p.source) {
				p.covered += to - from
			}
		}
		return nil
	})
}
