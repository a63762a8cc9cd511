package report

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"wiretrace/row"
)

// A rebuilder reads the articles of a report without report.jsonl from its tables,
// each of which has its rows in the order of report.csv.
type rebuilder struct {
	articles                         *tableReader
	passages, credits, quotes, links *partReader
}

func openRebuilt(dir string) (*rebuilder, error) {
	r := &rebuilder{}
	var err error
	if r.articles, err = openTable(dir, articlesFile); err != nil {
		return nil, err
	}
	for _, part := range []struct {
		to   **partReader
		name string
	}{{&r.passages, passagesFile}, {&r.credits, creditsFile}, {&r.quotes, quotesFile}, {&r.links, linksFile}} {
		t, err := openTable(dir, part.name)
		if err != nil {
			r.close()
			return nil, err
		}
		*part.to = &partReader{tableReader: t}
	}
	return r, nil
}

func (r *rebuilder) close() {
	r.articles.close()
	for _, part := range []*partReader{r.passages, r.credits, r.quotes, r.links} {
		if part != nil {
			part.close()
		}
	}
}

func (r *rebuilder) next() (*Article, error) {
	if !r.articles.next() {
		return nil, errors.Join(r.articles.err, io.EOF)
	}
	a := r.articles.article()
	a.Passages = partsOf(r.passages, a.ID, (*tableReader).passage)
	a.Credits = partsOf(r.credits, a.ID, (*tableReader).credit)
	a.Quotes = partsOf(r.quotes, a.ID, (*tableReader).quote)
	a.Links = partsOf(r.links, a.ID, (*tableReader).link)
	a.Text = rebuiltText(a.Passages)
	return a, errors.Join(r.passages.err, r.credits.err, r.quotes.err, r.links.err)
}

// A partReader reads a table whose rows belong to articles.
type partReader struct {
	*tableReader
	waiting bool // the row that was read last is still to be taken
}

// partsOf takes the rows of an article, which are the next ones if there are any.
func partsOf[T any](p *partReader, article string, part func(*tableReader) T) (parts []T) {
	for p.waiting || p.next() {
		p.waiting = p.text("article") != article
		if p.waiting {
			break
		}
		parts = append(parts, part(p.tableReader))
	}
	return parts
}

// leftOut stands in a rebuilt text for what passages.csv does not have.
const leftOut = "\n[…]\n"

// rebuiltText puts a text together from its passages, so that their offsets hold in
// it: white space between them and carriage returns, which the table does not keep, are
// spaces and line ends, and so is the rest of what no passage has.
func rebuiltText(passages []Passage) string {
	var b strings.Builder
	at := 0
	fill := func(to int, mark string) {
		if gap := to - at; gap > utf8.RuneCountInString(mark) {
			b.WriteString(mark)
			at += utf8.RuneCountInString(mark)
		}
		for ; at < to; at++ {
			b.WriteByte(' ')
		}
	}
	for i := range passages {
		p := &passages[i]
		fill(p.Start, leftOut)
		p.Text = atMost(p.Text, p.End-p.Start)
		b.WriteString(p.Text)
		at += utf8.RuneCountInString(p.Text)
		fill(p.End, "\n")
	}
	return b.String()
}

// atMost returns a text that stood in a cell and had at most n code points before. One
// that has more has apostrophes that made it harmless there.
func atMost(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\'' && i+1 < len(s) && runs(s[i+1:]) {
			before := strings.TrimRight(s[:i], " \"")
			if before != "" && strings.IndexByte(splitting+",", before[len(before)-1]) >= 0 {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	s = b.String()
	return s[:NewOffsets(s).Byte(n)]
}

// fillTexts gives the parts of an article that have none their texts, by their offsets.
func fillTexts(a *Article) {
	at := NewOffsets(a.Text)
	between := func(start, end int) string {
		from := at.Byte(start)
		return a.Text[from:max(from, at.Byte(end))]
	}
	for i := range a.Passages {
		if p := &a.Passages[i]; p.Text == "" {
			p.Text = strings.TrimSpace(between(p.Start, p.End))
		}
	}
	for i := range a.Credits {
		if c := &a.Credits[i]; c.Text == "" {
			c.Text = between(c.Start, c.End)
		}
	}
	for i := range a.Quotes {
		if q := &a.Quotes[i]; q.Text == "" {
			q.Text = between(q.Start, q.End)
		}
	}
}

// The rows of tables, as the columns of package row have written them.

func (t *tableReader) article() *Article {
	a := &Article{
		Story: t.text("story"), Cluster: t.text("cluster"), Family: t.text("family"), ID: t.text("article"), Role: t.text("role"),
		Outlet: t.text("outlet"), Published: t.text("published"), Title: t.text("title"), Byline: t.text("byline"), Language: t.text("language"),
		Words: t.whole("words"), SourceArticle: t.text("source_article"), SourceOutlet: t.text("source_outlet"),
		Upstream: t.text("upstream"), UpstreamKind: t.text("upstream_kind"), Credited: t.text("credited"), OtherSources: t.text("other_sources"),
		Confidence: t.text("confidence"), Why: t.text("why"), FurnitureWords: t.whole("furniture_words"), URL: t.text("url"), File: t.text("file"),
		ClusterFirstSeen: t.text("cluster_first_seen"), FirstSeen: t.text("article_first_seen"), ChangedSince: t.text("changed_since"), News: t.text("news"),
		Makeup: Makeup{
			Copied: t.percent("copied_pct"), Edited: t.percent("edited_pct"), Reworded: t.percent("reworded_pct"),
			Quoted: t.percent("quoted_pct"), Original: t.percent("original_pct"),
		},
	}
	if chain := t.text("credit_chain"); chain != "" {
		a.CreditChain = strings.Split(chain, row.ChainSeparator)
	}
	return a
}

func (t *tableReader) passage() Passage {
	return Passage{
		Start: t.whole("start"), End: t.whole("end"), Label: t.text("label"), Direction: t.text("direction"),
		SourceArticle: t.text("source_article"), SourceStart: t.whole("source_start"), SourceEnd: t.whole("source_end"),
		Similarity: t.ratio("similarity"), Speaker: t.text("speaker"), ReusedBy: t.whole("reused_by"), Words: t.whole("words"),
		Text: t.text("text"), SourceText: t.text("source_text"),
	}
}

func (t *tableReader) credit() Credit {
	return Credit{
		Start: t.whole("start"), End: t.whole("end"), Outlet: t.text("outlet"), Domain: t.text("domain"), Kind: t.text("kind"),
		Cue: t.text("cue"), Via: t.text("via"), Main: t.text("main") == Yes, Text: t.text("text"),
	}
}

func (t *tableReader) quote() Quote {
	return Quote{
		Start: t.whole("start"), End: t.whole("end"), Kind: t.text("kind"), Speaker: t.text("speaker"), Text: t.text("text"),
		Families: t.whole("families"), FirstArticle: t.text("first_article"),
	}
}

func (t *tableReader) link() Link {
	return Link{
		SourceArticle: t.text("source_article"), SourceOutlet: t.text("source_outlet"), Relation: t.text("relation"),
		ShareArticle: t.ratio("share_article"), ShareSource: t.ratio("share_source"), Passages: t.whole("passages"), Words: t.whole("words"),
		Direction: t.text("direction"), Confidence: t.text("confidence"), Why: t.text("why"),
	}
}
