package report

import (
	"strconv"
	"strings"
)

// Cells receives the cells of a row in the order of its columns. Every form
// of a report is one of these, so that none can differ from another in what
// it shows.
type cells interface {
	text(column, value string)
	// whole takes a number; where known is false it is an empty cell.
	whole(column string, n int, known bool)
	// ratio takes a number from 0 to 1, written with three decimals; an
	// empty cell where known is false.
	ratio(column string, x float64, known bool)
	percent(column string, t Tenths, known bool)
}

// ChainSeparator joins the outlets of a credit chain, from the nearest to the root.
const ChainSeparator = " < "

func (a *Article) cells(c cells) {
	c.text("cluster", a.Cluster)
	c.text("family", a.Family)
	c.text("article", a.ID)
	c.text("role", a.Role)
	c.text("outlet", a.Outlet)
	c.text("published", a.Published)
	c.text("title", a.Title)
	c.text("byline", a.Byline)
	c.text("language", a.Language)
	c.whole("words", a.Words, true)
	c.text("source_article", a.SourceArticle)
	c.text("source_outlet", a.SourceOutlet)
	c.text("upstream", a.Upstream)
	c.text("credit_chain", strings.Join(a.CreditChain, ChainSeparator))
	c.text("credited", a.Credited)
	c.text("confidence", a.Confidence)
	c.text("why", a.Why)
	known := a.Makeup != Makeup{}
	c.percent("copied_pct", a.Makeup.Copied, known)
	c.percent("edited_pct", a.Makeup.Edited, known)
	c.percent("reworded_pct", a.Makeup.Reworded, known)
	c.percent("quoted_pct", a.Makeup.Quoted, known)
	c.percent("original_pct", a.Makeup.Original, known)
	c.whole("furniture_words", a.FurnitureWords, true)
	c.text("url", a.URL)
	c.text("file", a.File)
}

// The rows that belong to an article begin with where they belong; cells
// gives what is their own.

func (p *Passage) place(c cells, a *Article) {
	c.text("cluster", a.Cluster)
	c.text("article", a.ID)
}

func (p *Passage) cells(c cells, n int) {
	source := p.SourceEnd != 0
	c.whole("n", n, true)
	c.whole("start", p.Start, true)
	c.whole("end", p.End, true)
	c.text("label", p.Label)
	c.text("direction", p.Direction)
	c.text("source_article", p.SourceArticle)
	c.whole("source_start", p.SourceStart, source)
	c.whole("source_end", p.SourceEnd, source)
	c.ratio("similarity", p.Similarity, p.Similarity != 0)
	c.text("speaker", p.Speaker)
	c.whole("reused_by", p.ReusedBy, true)
	c.whole("words", p.Words, true)
	c.text("text", p.Text)
	c.text("source_text", p.SourceText)
}

func (l *Link) place(c cells, a *Article) {
	c.text("cluster", a.Cluster)
	c.text("article", a.ID)
}

func (l *Link) cells(c cells, _ int) {
	c.text("source_article", l.SourceArticle)
	c.text("source_outlet", l.SourceOutlet)
	c.text("relation", l.Relation)
	known := l.SourceArticle != ""
	c.ratio("share_article", l.ShareArticle, known)
	c.ratio("share_source", l.ShareSource, known)
	c.whole("passages", l.Passages, true)
	c.whole("words", l.Words, true)
	c.text("direction", l.Direction)
	c.text("confidence", l.Confidence)
	c.text("why", l.Why)
}

func (r *Credit) place(c cells, a *Article) {
	c.text("cluster", a.Cluster)
	c.text("article", a.ID)
}

func (r *Credit) cells(c cells, _ int) {
	c.whole("start", r.Start, true)
	c.whole("end", r.End, true)
	c.text("outlet", r.Outlet)
	c.text("domain", r.Domain)
	c.text("kind", r.Kind)
	c.text("cue", r.Cue)
	c.text("via", r.Via)
	c.text("text", r.Text)
}

func (q *Quote) place(c cells, a *Article) {
	c.text("article", a.ID)
}

func (q *Quote) cells(c cells, _ int) {
	c.whole("start", q.Start, true)
	c.whole("end", q.End, true)
	c.text("speaker", q.Speaker)
	c.text("text", q.Text)
	c.whole("families", q.Families, true)
	c.text("first_article", q.FirstArticle)
}

func (r *Cluster) cells(c cells) {
	c.text("cluster", r.ID)
	c.text("upstream", r.Upstream)
	c.text("upstream_present", r.UpstreamPresent)
	c.whole("articles", r.Articles, true)
	c.whole("families", r.Families, true)
	c.whole("outlets", r.Outlets, true)
	c.text("first_published", r.FirstPublished)
	c.text("last_published", r.LastPublished)
	c.text("headline", r.Headline)
	c.text("origin_article", r.OriginArticle)
	c.whole("uncredited", r.Uncredited, true)
}

func (p *Problem) cells(c cells) {
	c.text("file", p.File)
	c.whole("record", p.Record, p.Record != 0)
	c.text("reason", p.Reason)
}

// columns collects the names of the columns of a row.
type columns []string

func (c *columns) text(column, _ string)                  { *c = append(*c, column) }
func (c *columns) whole(column string, _ int, _ bool)     { *c = append(*c, column) }
func (c *columns) ratio(column string, _ float64, _ bool) { *c = append(*c, column) }
func (c *columns) percent(column string, _ Tenths, _ bool) {
	*c = append(*c, column)
}

// appendWhole appends n in decimal.
func appendWhole(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// appendRatio appends x, clamped to 0 and 1, with three decimals. Something
// that is not nothing never prints as 0, nor what is not all as 1.
func appendRatio(b []byte, x float64) []byte {
	if !(x > 0) { // not a number, too
		x = 0
	}
	n := int(min(x, 1)*1000 + 0.5)
	switch {
	case n == 0 && x > 0:
		n = 1
	case n == 1000 && x < 1:
		n = 999
	}
	return append(b, '0'+byte(n/1000), '.', '0'+byte(n/100%10), '0'+byte(n/10%10), '0'+byte(n%10))
}

// appendTenths appends t as a percentage with one decimal: 33.3.
func appendTenths(b []byte, t Tenths) []byte {
	if t < 0 {
		b, t = append(b, '-'), -t
	}
	b = appendWhole(b, int(t/10))
	return append(b, '.', '0'+byte(t%10))
}
