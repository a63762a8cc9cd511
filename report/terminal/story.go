package terminal

import (
	"slices"

	"wiretrace/report"
)

// story writes a story: whose its reports are, each cluster as a tree, then the
// articles of no cluster.
func (t *screen) story(f *report.Found, width int) {
	s := f.Story
	headline := s.Headline
	if headline == "" {
		headline = "Story " + s.ID
	}
	t.wrapped(nil, nil, styled(oneLine(headline), tone{bold: true}), width)
	t.wrapped(nil, nil, joined(styled(s.ID, tone{}), styled(count(s.Outlets, "outlet"), tone{}),
		styled(between(s.FirstPublished, s.LastPublished), tone{})), width)
	var sources report.Sources
	for _, a := range f.Articles {
		sources.Add(a)
	}
	t.wrapped(nil, nil, styled(count(len(f.Articles), "report")+" of this event: "+oneLine(sources.String()), tone{}), width)
	t.onlyNew(len(f.Articles), s.Articles, s.ID, width)
	for _, c := range f.Clusters {
		t.line(nil)
		t.line(t.rule("cluster "+oneLine(c.ID), width))
		t.forest(f.Articles, func(a *report.Article) bool { return a.Cluster == c.ID }, width)
	}
	ofNone := func(a *report.Article) bool { return a.Cluster == "" }
	if slices.ContainsFunc(f.Articles, ofNone) {
		t.line(nil)
		t.line(t.rule("of no cluster", width))
		t.forest(f.Articles, ofNone, width)
	}
}

// forest writes those of the articles that are wanted, each below what it derives
// from.
func (t *screen) forest(articles []*report.Article, wanted func(*report.Article) bool, width int) {
	var some []*report.Article
	for _, a := range articles {
		if wanted(a) {
			some = append(some, a)
		}
	}
	for _, r := range branches(some) {
		t.tree(r, width)
	}
}

// within names the story of a cluster or an article, if it is of one.
func (t *screen) within(s *report.Story, width int) {
	if s == nil {
		return
	}
	own := grouped(s.OwnReports) + " of them their outlets' own"
	switch s.OwnReports {
	case 0:
		own = "none of them its outlet's own"
	case 1:
		own = "1 of them its outlet's own"
	}
	t.wrapped(nil, nil, styled("story "+s.ID+": "+count(s.Articles, "report")+" of this event, "+own, tone{}), width)
}
