package terminal

import (
	"fmt"
	"slices"

	"wiretrace/article"
	"wiretrace/report"
)

// article writes an article with its passages marked, and below it where each
// of them stands too.
func (t *screen) article(a *report.Article, story *report.Story, rebuilt bool, width int) {
	t.articleHead(a, story, width)
	t.line(nil)
	if rebuilt {
		note := "The report was written without report.jsonl: the text is put together from passages.csv, and […] stands for what that leaves out."
		if a.Text == "" {
			note = "The report was written without report.jsonl, and passages.csv has nothing of this text. It stands in " + oneLine(a.File) + "."
		}
		t.wrapped(nil, nil, styled(note, tone{}), width)
		t.line(nil)
	}
	m, shared := markedArticle(a)
	if t.articleLegend(shared, width) {
		t.line(nil)
	}
	if a.Text != "" || !rebuilt {
		t.line(t.rule("text", width))
		for _, l := range wrap(m.upTo(len(m.text)), width) {
			t.line(l)
		}
	}
	t.sources(shared, width)
	t.credits(a.Credits, width)
}

// articleHead writes what is known of an article.
func (t *screen) articleHead(a *report.Article, story *report.Story, width int) {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	t.wrapped(nil, nil, styled(oneLine(title), tone{bold: true}), width)
	byline := ""
	if a.Byline != "" {
		byline = "by " + oneLine(a.Byline)
	}
	t.wrapped(nil, nil, joined(styled(oneLine(a.Outlet), tone{}), styled(when(a.Published), tone{}), styled(byline, tone{}),
		styled(count(a.Words, "word"), tone{}), styled(oneLine(a.ID), tone{})), width)
	if a.Cluster == "" && !report.IsDerived(a) {
		t.wrapped(nil, nil, styled("in no cluster: it is not known to derive from another, nor another from it", tone{}), width)
	} else {
		role := a.Role
		if a.Confidence != "" {
			role += " (" + a.Confidence + ")"
		}
		from, cluster := "", "in no cluster"
		if a.Cluster != "" {
			cluster = "cluster " + a.Cluster
		}
		switch {
		case a.SourceArticle != "":
			from = "from " + oneLine(a.SourceArticle)
			if a.SourceOutlet != "" {
				from = "from " + oneLine(a.SourceOutlet) + ": " + oneLine(a.SourceArticle)
			}
		case a.SourceOutlet != "":
			from = "from " + oneLine(a.SourceOutlet) + " (piece not found)"
		}
		t.wrapped(nil, nil, joined(styled(role, tone{bold: true}), styled(from, tone{}), creditOf(a), styled(cluster, tone{})), width)
	}
	t.within(story, width)
	if a.OtherSources != "" {
		t.wrapped(nil, nil, styled("other sources: "+oneLine(a.OtherSources), tone{}), width)
	}
	for _, s := range []string{oneLine(a.Why), makeupWords(a.Makeup)} {
		if s != "" {
			t.wrapped(nil, nil, styled(s, tone{}), width)
		}
	}
}

// markedArticle returns the text with its passages as they are to be seen, and those
// that are numbered: all but the article's own and what is no prose.
func markedArticle(a *report.Article) (*markedText, []report.Passage) {
	m := &markedText{text: a.Text}
	at := codePoints(a.Text)
	add := func(s article.Span, open, closing, pair int, label string) {
		m.events = append(m.events, event{s.Start, open, open, pair, label}, event{s.End, closing, closing, pair, label})
	}
	var shared []report.Passage
	for _, p := range a.Passages {
		whole := article.Span{Start: at(p.Start), End: at(p.End)}
		span := trim(a.Text, whole)
		switch {
		case span.Len() == 0:
			continue
		case p.Label == report.Furniture:
			add(span, openFurniture, closeFurniture, 0, "")
			continue
		case p.Label == report.Original:
			continue
		}
		shared = append(shared, p)
		n := len(shared)
		add(span, openPassage, closePassage, n, p.Label)
		if p.SourceText == "" || p.Label != report.Edited && p.Label != report.Quoted {
			continue
		}
		differ, _ := report.Differ(a.Text[span.Start:span.End], p.SourceText)
		for _, d := range differ {
			add(article.Span{Start: span.Start + d.Start, End: span.Start + d.End}, openDiffer, closeDiffer, n, p.Label)
		}
	}
	slices.SortStableFunc(m.events, func(x, y event) int {
		if x.at != y.at {
			return x.at - y.at
		}
		return x.order - y.order
	})
	return m, shared
}

// codePoints returns what turns offsets in code points of text into offsets in
// bytes. They must be asked for in rising order; others give the last one.
func codePoints(text string) func(n int) int {
	points, bytes := 0, 0
	return func(n int) int {
		for points < n && bytes < len(text) {
			bytes++
			for bytes < len(text) && text[bytes]&0xC0 == 0x80 {
				bytes++
			}
			points++
		}
		return bytes
	}
}

// articleLegend says what the marks mean that are in use, if any.
func (t *screen) articleLegend(shared []report.Passage, width int) bool {
	pairs := make([]report.Pair, len(shared))
	for i, p := range shared {
		pairs[i].Label = p.Label
	}
	if len(pairs) > 0 {
		t.legend(&report.Comparison{Passages: pairs}, width)
	}
	return len(pairs) > 0
}

// sources lists where the numbered passages stand too.
func (t *screen) sources(shared []report.Passage, width int) {
	headed := false
	for i, p := range shared {
		if p.SourceArticle == "" && p.ReusedBy == 0 && p.Direction == "" && p.Speaker == "" {
			continue
		}
		if !headed {
			t.line(nil)
			t.line(t.rule("where the passages stand", width))
			headed = true
		}
		var about []glyph
		switch {
		case p.SourceArticle != "" && p.Direction == report.From:
			about = styled("from "+oneLine(p.SourceArticle), tone{})
		case p.SourceArticle != "":
			about = styled("also in "+oneLine(p.SourceArticle)+", which of the two was first is not known", tone{})
		case p.Direction == report.From:
			about = styled("from a source that was not found", tone{})
		}
		alike, speaker, reused := "", "", ""
		if p.Similarity > 0 && p.Label != report.Copied {
			alike = percent(p.Similarity) + " alike"
		}
		if p.Speaker != "" {
			speaker = "said by " + oneLine(p.Speaker)
		}
		if p.ReusedBy > 0 {
			reused = "taken from here by " + grouped(p.ReusedBy)
		}
		number := styled(fmt.Sprintf("%4d%s ", i+1, signs[p.Label]), tone{label: p.Label, badge: true})
		indent := styled("      ", tone{})
		t.wrapped(number, indent, joined(about, styled(alike, tone{}), styled(speaker, tone{}), styled(reused, tone{})), width)
		switch {
		case p.Label == report.Copied:
		case p.SourceText != "":
			t.wrapped(indent, indent, styled(inMarks(oneLine(p.SourceText)), tone{furniture: true}), width)
		case p.SourceEnd > p.SourceStart:
			t.wrapped(indent, indent, styled("(its words are not in this report: report.jsonl has each text once, and that one is in an earlier report)", tone{furniture: true}), width)
		}
	}
}

// credits lists whom the article names as its sources.
func (t *screen) credits(credits []report.Credit, width int) {
	if len(credits) == 0 {
		return
	}
	t.line(nil)
	t.line(t.rule("credits", width))
	for _, c := range credits {
		via, main := "", ""
		if c.Via != "" {
			via = "by way of " + oneLine(c.Via)
		}
		if c.Main {
			main = "for the main news"
		}
		indent := styled("  ", tone{})
		t.wrapped(indent, append(indent, indent...), joined(styled(oneLine(c.Outlet), tone{bold: true}), styled(c.Kind, tone{}), styled(via, tone{}), styled(main, tone{}),
			styled(inMarks(short(oneLine(c.Text), 200)), tone{furniture: true})), width)
	}
}
