package page

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"wiretrace/report"
)

// shownSources is how many articles a text is listed with that it has something in
// common with.
const shownSources = 25

// A sourceOf is what the template sees of one article that another has text in
// common with.
type sourceOf struct {
	Key, Share, There, Relation, Confidence, Direction string

	Link   template.HTML // a hole
	Shared string        // start, end, start there, end there, label; and so on
}

// sourcesOf lists the articles in hand that a has text in common with, those that
// it has most from first, and counts those that are not listed.
func sourcesOf(a *report.Article) (out []sourceOf, more int) {
	links := slices.Clone(a.Links)
	for i := range links {
		if l := &links[i]; len(l.Stretches) == 0 {
			l.Stretches = inPassages(a, l.SourceArticle)
		}
	}
	links = slices.DeleteFunc(links, func(l report.Link) bool { return l.SourceArticle == "" || len(l.Stretches) == 0 })
	slices.SortStableFunc(links, func(x, y report.Link) int { return cmp.Compare(y.ShareArticle, x.ShareArticle) })
	for _, l := range links[:min(len(links), shownSources)] {
		s := sourceOf{
			Key: keyOf(l.SourceArticle), Share: percent(l.ShareArticle), There: percent(l.ShareSource), Relation: word(l.Relation),
			Link: template.HTML(appendHole(nil, hole{key: keyOf(l.SourceArticle), id: l.SourceArticle})),
		}
		if l.Confidence != report.Certain {
			s.Confidence = word(l.Confidence)
		}
		if l.Direction == report.Unknown {
			s.Direction = "order unknown"
		}
		var b []byte
		for _, x := range l.Stretches {
			for _, n := range [...]int{x.Start, x.End, x.SourceStart, x.SourceEnd} {
				b = append(strconv.AppendInt(b, int64(n), 10), ' ')
			}
			b = append(append(b, word(x.Label)...), ' ')
		}
		s.Shared = string(b)
		out = append(out, s)
	}
	return out, len(links) - len(out)
}

// inPassages returns what the passages of an article say that it has in common with
// another: all there is in a report that is read back.
func inPassages(a *report.Article, source string) (out []report.Stretch) {
	for _, p := range a.Passages {
		if p.SourceArticle == source && p.SourceEnd > 0 {
			out = append(out, report.Stretch{Start: p.Start, End: p.End, SourceStart: p.SourceStart, SourceEnd: p.SourceEnd, Label: p.Label})
		}
	}
	return out
}
