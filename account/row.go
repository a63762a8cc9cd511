package account

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/report"
	"wiretrace/row"
)

// Brief makes what the report says of an article that cannot be held against others:
// nothing of passages, links, credits and quotations.
func (t *Teller) Brief(n uint32) (*row.Article, error) {
	d, text, err := t.Article(n)
	if err != nil {
		return nil, err
	}
	p := t.Piece(n)
	a := t.plainRow(n, &p, d, text)
	unpainted(a, d)
	if p.Standing != nil {
		t.describe(a, d, &p)
	}
	a.Words -= a.FurnitureWords
	return a, nil
}

// plainRow makes the part of a row that comes from the article alone.
func (t *Teller) plainRow(n uint32, p *Piece, d *digest.Digest, text string) *row.Article {
	m := &d.Meta
	a := &row.Article{
		ID: m.ID, Role: string(cluster.Single), Outlet: Displayed(d), Published: m.Published.String(),
		Title: m.Title, Byline: m.Byline, Language: m.Language, Words: d.Words, URL: m.URL, File: word.Printable(m.File), Text: text,
	}
	t.FirstSeen(a, n, p.Cluster)
	return a
}

// Row makes everything that the report says of one article.
func (t *Teller) Row(n uint32) (*row.Article, error) {
	p := t.Piece(n)
	d, text, side, err := t.ready(n, &p)
	if err != nil {
		return nil, err
	}
	a := t.plainRow(n, &p, d, text)
	a.Story = p.Story
	s, earlier, err := t.standing(n, &p, d)
	if err != nil {
		return nil, err
	}
	if p.Standing == nil {
		t.alone(a, s, &p, d, &earlier)
		if side == nil && a.Upstream != "" { // what it has from elsewhere is worth a look
			if side, err = t.Side(n); err != nil {
				return nil, err
			}
		}
	}
	at := report.NewOffsets(text)
	if side == nil {
		unpainted(a, d)
	} else if err := t.paint(a, at, n, &p, side, earlier.of); err != nil {
		return nil, err
	}
	if p.Standing != nil { // others have their text from the later version, and the earlier one is in no cluster with them
		t.later(a, &earlier)
	}
	credits(a, d, at, text)
	t.quotes(a, n, d, at, text)
	a.Words -= a.FurnitureWords
	return a, nil
}

// ready returns the digest and the text of an article, and the two ready to be compared, nil where there is
// nothing to compare with.
func (t *Teller) ready(n uint32, p *Piece) (d *digest.Digest, text string, side *cluster.Side, err error) {
	if p.Standing == nil && p.Story == "" && !t.Tied(n) && !t.AllPassages {
		d, text, err = t.Marked(n)
		return d, text, nil, err
	}
	if side, err = t.Side(n); err != nil {
		return nil, "", nil, err
	}
	return side.Digest, side.Text, side, nil
}

// later says of an article which earlier version of it the same outlet has, if any.
func (t *Teller) later(a *row.Article, earlier *version) {
	if earlier.of == None {
		return
	}
	a.Role, a.Confidence, a.Why = string(cluster.Update), string(cluster.Likely), earlier.why
	a.SourceArticle, a.SourceOutlet = t.Piece(earlier.of).ID, a.Outlet
}

// unpainted says what the words of an article are that is held against no other.
func unpainted(a *row.Article, d *digest.Digest) {
	a.FurnitureWords = d.Words - d.Prose
	a.Makeup = row.Percentages(0, 0, 0, d.Quoted, d.Prose-d.Quoted)
}

// credits fills in the credits, by their place. at finds it in text.
func credits(a *row.Article, d *digest.Digest, at report.Offsets, text string) {
	main := cluster.MainCredits(d)
	if a.Credited == report.Yes && len(a.CreditChain) > 0 { // named for something, and retold all the same
		ofSource := func(k int) bool { return d.Credits[k].Outlet == a.CreditChain[0] }
		shown := false
		for k := range main {
			shown = shown || main[k] && ofSource(k)
		}
		for k := range main {
			main[k] = main[k] || !shown && ofSource(k) && !d.Credits[k].OnLine()
		}
	}
	for k, c := range d.Credits {
		a.Credits = append(a.Credits, row.Credit{
			Main: main[k], Start: at.CodePoint(c.Start), End: at.CodePoint(c.End), Outlet: c.Outlet, Domain: c.Domain,
			Kind: string(c.Kind), Cue: c.Cue, Via: c.Via, Text: text[c.Start:c.End],
		})
	}
}

// quotes fills in the quotations of article n, direct ones and those that it tells
// without marks, by their place. at finds it in text.
func (t *Teller) quotes(a *row.Article, n uint32, d *digest.Digest, at report.Offsets, text string) {
	told := d.Indirect
	tell := func(end int) {
		for ; len(told) > 0 && told[0].Start < end; told = told[1:] {
			q := &told[0]
			a.Quotes = append(a.Quotes, row.Quote{
				Start: at.CodePoint(q.Start), End: at.CodePoint(q.End), Kind: report.Indirect, Speaker: q.Speaker, Text: text[q.Start:q.End],
			})
		}
	}
	for k, q := range d.Quotes {
		tell(q.Start)
		families, first := t.Spread(d.Sayings[k], n)
		a.Quotes = append(a.Quotes, row.Quote{
			Start: at.CodePoint(q.Start), End: at.CodePoint(q.End), Kind: report.Direct, Speaker: q.Speaker,
			Text: text[q.Start:q.End], Families: families, FirstArticle: first,
		})
	}
	tell(len(text))
}

// paint says where the words of an article come from, of which earlier is an
// earlier version, or None.
func (t *Teller) paint(a *row.Article, at report.Offsets, n uint32, p *Piece, side *cluster.Side, earlier uint32) error {
	a.FurnitureWords = len(side.Words) - len(side.Prose.Words)
	shares, err := t.shares(n, p, side, earlier)
	if err != nil {
		return err
	}
	s := p.Standing
	if s != nil {
		t.describe(a, side.Digest, p)
	}
	pieces, err := cluster.Paint(side, shares, s != nil && s.Whole, t.Side)
	if err != nil {
		return err
	}
	if err := t.passages(a, at, pieces, shares); err != nil {
		return err
	}
	if s != nil {
		a.OtherSources = t.otherSources(side, p, pieces, shares)
		if s.Whole {
			ownPart(a, side, pieces)
		}
		commonWithAll(a, s.InCommon)
	}
	return t.linkRows(a, at, side, n, p, shares)
}

// Displayed returns the outlet of an article as it is shown.
func Displayed(d *digest.Digest) string { return outlet.Display(d.Meta.Outlet, d.Outlet, d.Domain) }

// describe fills in what the cluster says of an article.
func (t *Teller) describe(a *row.Article, d *digest.Digest, p *Piece) {
	s := p.Standing
	a.Cluster, a.Role, a.Confidence, a.Why = p.Cluster, string(s.Role), string(s.Confidence), s.Why
	a.Family = p.Family
	a.SourceOutlet, a.CreditChain, a.Upstream, a.UpstreamKind = s.SourceOutlet, s.Chain, s.Upstream(), string(s.UpstreamKind)
	if s.Role == cluster.Origin && a.Upstream == "" {
		a.Upstream, a.UpstreamKind = a.Outlet, string(s.Kind)
	}
	if p.Source != None {
		a.SourceArticle = t.Piece(p.Source).ID
	}
	t.tellCredit(a, p, d, s)
}

// credited says whether an article credits those from whom it has its news; it
// is empty where it has it from nobody, or that cannot be told.
func credited(s *cluster.Standing) string {
	switch {
	case s.Derived && s.Credited:
		return report.Yes
	case s.Uncredited():
		return report.No
	}
	return ""
}

// alone fills in what an article that stands alone says of itself, and of which
// piece of its outlet it is a later version.
func (t *Teller) alone(a *row.Article, s *cluster.Standing, p *Piece, d *digest.Digest, earlier *version) {
	a.OtherSources = strings.Join(otherNamed(d, s.Upstream(), sourcesNamed(d, s)), "; ")
	if s.Role == cluster.Single {
		t.later(a, earlier)
		return
	}
	a.Role, a.Confidence, a.Why = string(s.Role), string(s.Confidence), s.Why
	a.SourceOutlet, a.CreditChain, a.Upstream, a.UpstreamKind = s.SourceOutlet, s.Chain, s.Upstream(), string(s.UpstreamKind)
	t.tellCredit(a, p, d, s)
}

// passages turns the pieces of an article into rows and counts their words.
func (t *Teller) passages(a *row.Article, at report.Offsets, pieces []cluster.Piece, shares []cluster.Share) error {
	var count [5]int
	var taken []int // pieces that come from others
	for k, p := range pieces {
		row := row.Passage{
			Start: at.CodePoint(p.Start), End: at.CodePoint(p.End), Label: string(p.Label), Similarity: p.Similarity,
			Speaker: p.Speaker, ReusedBy: p.ReusedBy, Words: p.Words, Text: strings.TrimSpace(a.Text[p.Start:p.End]),
		}
		if p.Other < 0 && p.Direction == cluster.From {
			row.Direction = report.From
		}
		if p.Other >= 0 {
			taken = append(taken, k)
			row.Direction = report.Unknown
			if p.Direction == cluster.From {
				row.Direction = report.From
			}
		}
		switch p.Label {
		case cluster.Copied:
			count[0] += p.Words
		case cluster.Edited:
			count[1] += p.Words
		case cluster.Reworded:
			count[2] += p.Words
		case cluster.Quoted:
			count[3] += p.Words
		case cluster.Original:
			count[4] += p.Words
		}
		a.Passages = append(a.Passages, row)
	}
	a.Makeup = row.Percentages(count[0], count[1], count[2], count[3], count[4])

	// One of the others at a time is needed.
	slices.SortStableFunc(taken, func(i, j int) int { return cmp.Compare(pieces[i].Other, pieces[j].Other) })
	var o *cluster.Side
	var there report.Offsets
	for i, k := range taken {
		p, row := &pieces[k], &a.Passages[k]
		if i == 0 || p.Other != pieces[taken[i-1]].Other {
			var err error
			if o, err = t.Side(shares[p.Other].Number); err != nil {
				return err
			}
			there = report.NewOffsets(o.Text)
		}
		row.SourceArticle = o.Meta.ID
		row.SourceStart, row.SourceEnd = there.CodePoint(p.There.Start), there.CodePoint(p.There.End)
		row.SourceText = strings.Clone(strings.TrimSpace(o.Text[p.There.Start:p.There.End])) // which else would hold all of the other
	}
	return nil
}

// linkRows lists what the article took from others, or shares with them in no
// known order.
func (t *Teller) linkRows(a *row.Article, at report.Offsets, side *cluster.Side, n uint32, p *Piece, shares []cluster.Share) error {
	s := p.Standing
	tied := sync.OnceValues(func() (map[uint32]bool, error) { return t.tied(n) })
	for i := range shares {
		sh := &shares[i]
		if sh.Direction == cluster.To {
			continue
		}
		if there, err := t.toldThere(n, sh, tied); err != nil {
			return err
		} else if there {
			continue
		}
		relation, why := t.relation(n, sh, s)
		if relation == cluster.None {
			continue
		}
		if relation == cluster.Copy || relation == cluster.Partial {
			if later, err := t.isUpdate(n, p, side.Digest, sh); err != nil {
				return err
			} else if later {
				relation = cluster.Update
			}
		}
		l := row.Link{
			SourceArticle: t.Piece(sh.Number).ID, SourceOutlet: sh.Outlet, Relation: string(relation),
			ShareArticle: sh.Pair.ShareA, ShareSource: sh.Pair.ShareB, Passages: len(sh.Pair.Passages),
			Words: sh.Pair.WordsA, Direction: report.Unknown, Confidence: report.Likely, Why: why,
		}
		if t.Stretches {
			var err error
			if l.Stretches, err = t.stretches(side, at, sh); err != nil {
				return err
			}
		}
		if sh.Direction == cluster.From {
			l.Direction = report.From
		}
		if sh.Source && s != nil {
			l.Confidence = string(s.Confidence)
		}
		a.Links = append(a.Links, l)
	}
	if s != nil && s.Source < 0 && s.SourceOutlet != "" {
		a.Links = append(a.Links, row.Link{
			SourceOutlet: s.SourceOutlet, Relation: a.Role, Direction: report.From,
			Confidence: string(s.Confidence), Why: s.Why,
		})
	}
	return nil
}

// stretches returns where what is shared stands in both articles.
func (t *Teller) stretches(side *cluster.Side, at report.Offsets, sh *cluster.Share) ([]row.Stretch, error) {
	o, err := t.Side(sh.Number)
	if err != nil {
		return nil, err
	}
	there := report.NewOffsets(o.Text)
	var out []row.Stretch
	for _, s := range cluster.Stretches(side, o, &sh.Pair) {
		out = append(out, row.Stretch{
			Start: at.CodePoint(s.A.Start), End: at.CodePoint(s.A.End),
			SourceStart: there.CodePoint(s.B.Start), SourceEnd: there.CodePoint(s.B.End), Label: string(s.Label),
		})
	}
	return out, nil
}

// toldThere reports whether a share is told with the other article: of an
// unordered pair the one numbered later has the row, if it shares it with this one
// and not with a copy of it. tied gives those that n has links with.
func (t *Teller) toldThere(n uint32, sh *cluster.Share, tied func() (map[uint32]bool, error)) (bool, error) {
	if sh.Direction != cluster.Unknown || sh.Number < n {
		return false, nil
	}
	return t.names(sh.Number, n, tied)
}

// relation says what a share of article n amounts to, and why. A source by family
// or credits may show little.
func (t *Teller) relation(n uint32, sh *cluster.Share, s *cluster.Standing) (cluster.Relation, string) {
	relation := sh.Pair.Relation()
	if relation != cluster.None || !sh.Source || s == nil || len(sh.Pair.Passages) == 0 {
		return relation, sh.Pair.Why()
	}
	if t.family(sh.Number) == t.family(n) {
		return cluster.Copy, s.Why
	}
	return cluster.Rewrite, s.Why
}
