package row

import (
	"cmp"
	"strings"
)

// Cells receives the cells of a row in the order of its columns. Every form
// of a report is one of these, so that none can differ from another in what
// it shows.
type Cells interface {
	Text(column, value string)
	// Whole takes a number; where known is false it is an empty cell.
	Whole(column string, n int, known bool)
	// Ratio takes a number from 0 to 1, written with three decimals; an
	// empty cell where known is false.
	Ratio(column string, x float64, known bool)
	Percent(column string, t Tenths, known bool)
}

// ChainSeparator joins the outlets of a credit chain, from the nearest to the root.
const ChainSeparator = " < "

// Chain returns the credit chain as it is printed.
func (a *Article) Chain() string { return strings.Join(a.CreditChain, ChainSeparator) }

// Cells gives the row of report.csv, but for the columns of an archive's runs.
func (a *Article) Cells(c Cells) {
	c.Text("story", a.Story)
	c.Text("cluster", a.Cluster)
	c.Text("family", a.Family)
	c.Text("article", a.ID)
	c.Text("role", a.Role)
	c.Text("outlet", a.Outlet)
	c.Text("published", a.Published)
	c.Text("title", a.Title)
	c.Text("byline", a.Byline)
	c.Text("language", a.Language)
	c.Whole("words", a.Words, true)
	c.Text("source_article", a.SourceArticle)
	c.Text("source_outlet", a.SourceOutlet)
	c.Text("upstream", a.Upstream)
	c.Text("upstream_kind", a.UpstreamKind)
	c.Text("credit_chain", a.Chain())
	c.Text("credited", a.Credited)
	c.Text("other_sources", a.OtherSources)
	c.Text("confidence", a.Confidence)
	c.Text("why", a.Why)
	known := a.Makeup != Makeup{}
	c.Percent("copied_pct", a.Makeup.Copied, known)
	c.Percent("edited_pct", a.Makeup.Edited, known)
	c.Percent("reworded_pct", a.Makeup.Reworded, known)
	c.Percent("quoted_pct", a.Makeup.Quoted, known)
	c.Percent("original_pct", a.Makeup.Original, known)
	c.Whole("furniture_words", a.FurnitureWords, true)
	c.Text("url", a.URL)
	c.Text("file", a.File)
}

// NewsCells gives the row of new.csv of an article that has News.
func (a *Article) NewsCells(c Cells) {
	c.Text("news", a.News)
	c.Text("story", a.Story)
	c.Text("cluster", a.Cluster)
	c.Text("article", a.ID)
	c.Text("outlet", a.Outlet)
	c.Text("published", a.Published)
	c.Text("title", a.Title)
	c.Text("role", a.Role)
	c.Text("source_article", a.SourceArticle)
	c.Text("source_outlet", a.SourceOutlet)
	c.Text("upstream", a.Upstream)
	c.Text("credited", a.Credited)
	c.Text("confidence", a.Confidence)
	c.Text("why", a.Why)
	c.Percent("taken_pct", a.Makeup.Copied+a.Makeup.Edited+a.Makeup.Reworded, a.Makeup != Makeup{})
	c.Whole("words", a.Words, true)
	c.Text("changed_since", a.ChangedSince)
	c.Text("url", a.URL)
	c.Text("file", a.File)
}

// The rows that belong to an article begin with where they belong, which Place
// gives; Cells gives what is their own, of the n-th of the article, from 1.

func (p *Passage) Place(c Cells, a *Article) {
	c.Text("cluster", a.Cluster)
	c.Text("article", a.ID)
}

func (p *Passage) Cells(c Cells, n int) {
	source := p.SourceEnd != 0
	c.Whole("n", n, true)
	c.Whole("start", p.Start, true)
	c.Whole("end", p.End, true)
	c.Text("label", p.Label)
	c.Text("direction", p.Direction)
	c.Text("source_article", p.SourceArticle)
	c.Whole("source_start", p.SourceStart, source)
	c.Whole("source_end", p.SourceEnd, source)
	c.Ratio("similarity", p.Similarity, p.Similarity != 0)
	c.Text("speaker", p.Speaker)
	c.Whole("reused_by", p.ReusedBy, true)
	c.Whole("words", p.Words, true)
	c.Text("text", p.Text)
	c.Text("source_text", p.SourceText)
}

func (l *Link) Place(c Cells, a *Article) {
	c.Text("cluster", a.Cluster)
	c.Text("article", a.ID)
}

func (l *Link) Cells(c Cells, _ int) {
	c.Text("source_article", l.SourceArticle)
	c.Text("source_outlet", l.SourceOutlet)
	c.Text("relation", l.Relation)
	known := l.SourceArticle != ""
	c.Ratio("share_article", l.ShareArticle, known)
	c.Ratio("share_source", l.ShareSource, known)
	c.Whole("passages", l.Passages, true)
	c.Whole("words", l.Words, true)
	c.Text("direction", l.Direction)
	c.Text("confidence", l.Confidence)
	c.Text("why", l.Why)
}

func (r *Credit) Place(c Cells, a *Article) {
	c.Text("cluster", a.Cluster)
	c.Text("article", a.ID)
	c.Text("article_outlet", a.Outlet)
}

func (r *Credit) Cells(c Cells, _ int) {
	c.Whole("start", r.Start, true)
	c.Whole("end", r.End, true)
	c.Text("outlet", r.Outlet)
	c.Text("domain", r.Domain)
	c.Text("kind", r.Kind)
	c.Text("cue", r.Cue)
	c.Text("via", r.Via)
	c.Text("main", yesNo(r.Main))
	c.Text("text", r.Text)
}

func (q *Quote) Place(c Cells, a *Article) {
	c.Text("cluster", a.Cluster)
	c.Text("article", a.ID)
	c.Text("article_outlet", a.Outlet)
}

func (q *Quote) Cells(c Cells, _ int) {
	c.Whole("start", q.Start, true)
	c.Whole("end", q.End, true)
	c.Text("kind", q.Kind)
	c.Text("speaker", q.Speaker)
	c.Text("text", q.Text)
	c.Whole("families", q.Families, q.Families > 0)
	c.Text("first_article", q.FirstArticle)
}

func (s *Story) Cells(c Cells) {
	c.Text("story", s.ID)
	c.Text("headline", s.Headline)
	c.Whole("articles", s.Articles, true)
	c.Whole("outlets", s.Outlets, true)
	c.Whole("clusters", s.Clusters, true)
	c.Whole("own_reports", s.OwnReports, true)
	c.Text("first_published", s.FirstPublished)
	c.Text("last_published", s.LastPublished)
}

func (r *Cluster) Cells(c Cells) {
	c.Text("cluster", r.ID)
	c.Text("upstream", r.Upstream)
	c.Text("upstream_present", r.UpstreamPresent)
	c.Whole("articles", r.Articles, true)
	c.Whole("families", r.Families, true)
	c.Whole("outlets", r.Outlets, true)
	c.Text("first_published", r.FirstPublished)
	c.Text("last_published", r.LastPublished)
	c.Text("headline", r.Headline)
	c.Text("origin_article", r.OriginArticle)
	c.Whole("uncredited", r.Uncredited, true)
	c.Whole("first_copy_minutes", r.FirstCopy, r.FirstCopy >= 0)
}

func (o *Outlet) Cells(c Cells) {
	c.Text("outlet", o.Name)
	c.Whole("articles", o.Articles, true)
	c.Whole("own", o.Own, true)
	c.Whole("copied", o.Copied, true)
	c.Whole("rewritten", o.Rewrites, true)
	c.Whole("updates", o.Updates, true)
	c.Whole("words", o.Words, true)
	c.Percent("agency_pct", o.Agency, o.Words > 0)
	c.Whole("credited", o.Credited, true)
	c.Whole("uncredited", o.Uncredited, true)
	c.Whole("licensed", o.Licensed, true)
	c.Whole("median_minutes", o.Delay, o.Delay >= 0)
	c.Text("takes_from", o.TakesFrom)
	c.Text("taken_by", o.TakenBy)
	c.Whole("possible", o.Possible, true)
}

func (f *Flow) Cells(c Cells) {
	c.Text("from_outlet", f.From)
	c.Text("to_outlet", f.To)
	c.Whole("articles", f.Articles, true)
	c.Whole("words", f.Words, true)
	c.Whole("credited", f.Credited, true)
	c.Whole("uncredited", f.Uncredited, true)
	c.Whole("licensed", f.Licensed, true)
	c.Whole("possible", f.Possible, true)
}

func (p *Problem) Cells(c Cells) {
	c.Text("file", p.File)
	c.Whole("record", p.Record, p.Record != 0)
	c.Text("reason", p.Reason)
	c.Text("kind", cmp.Or(p.Kind, Lost))
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
