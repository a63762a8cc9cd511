package job

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/shingle"
)

// An entry is the place of one article in the report.
type entry struct {
	cluster int // -1 if it stands alone
	member  int // index within the cluster
	n       uint32
}

// write is the last step: each article is painted and written, cluster by
// cluster, those that stand alone at the end.
func (r *run) write(ctx context.Context) (err error) {
	if r.sides.bare {
		r.sides = newSideCache(r, true)
	}
	slices.SortFunc(r.clusters, func(x, y resolved) int { return cmp.Compare(x.id, y.id) })
	entries := r.entries()
	r.seat()
	r.familyID = r.familyIDs()
	if r.sayings, err = r.spoken(ctx, entries); err != nil {
		return err
	}
	r.stats.articles = r.countEntries(entries)
	if err := r.writer.Expect(r.stats.articles); err != nil {
		return err
	}
	if err := r.writeProblems(); err != nil {
		return err
	}
	var night *archive.Night
	if r.past != nil {
		if night, err = r.begin(ctx); err != nil {
			return err
		}
		defer night.Rollback() // nothing, once it is committed
	}
	err = inOrder(ctx, len(entries), r.Threads, queued{64 * r.Threads, r.budget.rows},
		func(i int) (*report.Article, int64, error) {
			a, err := r.row(entries[i])
			if err != nil {
				return nil, 0, err
			}
			return a, rowBytes(a), nil
		},
		func(i int, a *report.Article) error {
			e := entries[i]
			if night != nil {
				if err := r.describeArchived(night, e.n, a); err != nil {
					return err
				}
			}
			if !r.NewOnly || r.tonight(e.n) {
				if err := r.writer.Article(a); err != nil {
					return err
				}
			}
			if i%256 == 0 {
				r.Progress(Progress{Step: Writing, Done: i, Total: len(entries)})
			}
			if e.cluster >= 0 && e.member == len(r.clusters[e.cluster].members)-1 {
				return r.writeCluster(night, &r.clusters[e.cluster])
			}
			return nil
		})
	if err != nil || night == nil {
		return err
	}
	if err := r.finish(night); err != nil {
		return err
	}
	// The report is whole on disk before the archive holds the night, and put in
	// its place after. A night whose report did not get there is told again by
	// the next.
	if err := r.writer.Finish(); err != nil {
		return err
	}
	r.run = night.Number()
	return night.Commit()
}

// entries returns the places of all articles that the report is about: those
// of the clusters at hand, and those read tonight that stand alone, or did not
// before.
func (r *run) entries() []entry {
	entries := make([]entry, 0, r.store.len())
	clustered := make([]bool, len(r.heads))
	for g, c := range r.clusters {
		for k, n := range c.members {
			entries = append(entries, entry{g, k, n})
			clustered[n] = true
		}
	}
	for n := range uint32(len(r.heads)) {
		switch p := r.pastOf(n); {
		case clustered[n]:
		case p == nil || p.late || r.Whole && r.alone[n] || p.cluster > 0 && r.alone[n]:
			entries = append(entries, entry{-1, 0, n})
		}
	}
	return entries
}

// countEntries counts the articles of the report and returns how many rows they
// are.
func (r *run) countEntries(entries []entry) int {
	for _, e := range entries {
		if r.tonight(e.n) {
			r.stats.told++
			if e.cluster >= 0 {
				r.stats.toldClustered++
			}
		}
	}
	if r.NewOnly {
		return r.stats.told
	}
	return len(entries)
}

// spoken returns the quotations that articles of the report share with others,
// sorted.
func (r *run) spoken(ctx context.Context, entries []entry) ([]cluster.Key, error) {
	if r.past != nil && len(r.past.heads) > 0 {
		wanted, err := r.sayingsOf(entries)
		if err != nil {
			return nil, err
		}
		r.logs[digest.Sayings-1].clearPast()
		if err := r.matchPast(ctx, wanted, digest.Sayings); err != nil {
			return nil, err
		}
	}
	return r.keys(ctx, digest.Sayings)
}

// sayingsOf makes a filter of the quotations of some articles.
func (r *run) sayingsOf(entries []entry) (*shingle.Filter, error) {
	var keys []uint64
	for _, e := range entries {
		d, err := r.digest(e.n)
		if err != nil {
			return nil, err
		}
		keys = append(keys, d.Sayings...)
	}
	f := shingle.NewFilter(len(keys), filterRate)
	for _, k := range keys {
		f.Add(scatter(k))
	}
	return f, nil
}

// A seat is the place of an article in a cluster.
type seat struct{ cluster, member int32 }

// seat gives each clustered article its seat.
func (r *run) seat() {
	r.seats = map[uint32]seat{}
	for g, c := range r.clusters {
		for k, n := range c.members {
			r.seats[n] = seat{int32(g), int32(k)}
		}
	}
}

// standing returns what was found out about article n, nil if it stands alone.
func (r *run) standing(n uint32) (*resolved, *cluster.Standing) {
	p, ok := r.seats[n]
	if !ok {
		return nil, nil
	}
	c := &r.clusters[p.cluster]
	return c, &c.Standings[p.member]
}

// row makes everything that the report says of one article.
func (r *run) row(e entry) (*report.Article, error) {
	var d *digest.Digest
	var text string
	var side *cluster.Side // nil where there is nothing to compare with
	var err error
	if r.shared(e.n) {
		if side, err = r.sides.get(e.n); err == nil {
			d, text = side.Digest, side.Text
		}
	} else if d, text, err = r.load(e.n); err == nil && r.marked(d) {
		err = r.look(e.n, false, func(_ *digest.Digest, _ string, words []shingle.Word) {
			r.mark(d, words)
			d.Count(words)
		})
	}
	if err != nil {
		return nil, err
	}
	m := &d.Meta
	a := &report.Article{
		ID: m.ID, Role: string(cluster.Single), Outlet: displayed(d), Published: m.Published.String(),
		Title: m.Title, Byline: m.Byline, Language: m.Language, Words: d.Words, URL: m.URL, File: m.File, Text: text,
	}
	if r.past != nil {
		r.firstSeen(a, e)
	}
	at := report.NewOffsets(text)
	if side == nil {
		a.FurnitureWords = d.Words - d.Prose
		a.Makeup = report.Percentages(0, 0, 0, d.Quoted, d.Prose-d.Quoted)
	} else if err := r.paint(a, at, e, side); err != nil {
		return nil, err
	}
	for _, c := range d.Credits {
		a.Credits = append(a.Credits, report.Credit{
			Start: at.CodePoint(c.Start), End: at.CodePoint(c.End), Outlet: c.Outlet, Domain: c.Domain,
			Kind: string(c.Kind), Cue: c.Cue, Via: c.Via, Text: text[c.Start:c.End],
		})
	}
	for k, q := range d.Quotes {
		families, first := r.spread(d.Sayings[k], e.n)
		a.Quotes = append(a.Quotes, report.Quote{
			Start: at.CodePoint(q.Start), End: at.CodePoint(q.End), Speaker: q.Speaker,
			Text: text[q.Start:q.End], Families: families, FirstArticle: r.heads[first].id,
		})
	}
	return a, nil
}

// rowBytes returns about how many bytes a row takes while it waits.
func rowBytes(a *report.Article) int64 {
	const part = 200 // a passage, a link, a credit or a quotation, beside its text
	n := len(a.Text) + part*(len(a.Passages)+len(a.Links)+len(a.Credits)+len(a.Quotes))
	for k := range a.Passages {
		n += len(a.Passages[k].SourceText)
	}
	return int64(n)
}

// shared reports whether an article shares text or its story with others, or
// somebody wants to see its passages all the same.
func (r *run) shared(n uint32) bool {
	_, s := r.standing(n)
	return s != nil || r.links.any(n) || r.Report.AllPassages
}

// paint says where the words of an article come from.
func (r *run) paint(a *report.Article, at report.Offsets, e entry, side *cluster.Side) error {
	a.FurnitureWords = len(side.Words) - len(side.Prose.Words)
	shares, err := r.shares(e, side)
	if err != nil {
		return err
	}
	whole := false
	if c, s := r.standing(e.n); s != nil {
		r.describe(a, c, s)
		whole = s.Whole
	}
	pieces, err := cluster.Paint(side, shares, whole, r.sides.get)
	if err != nil {
		return err
	}
	if err := r.passages(a, at, pieces, shares); err != nil {
		return err
	}
	r.linkRows(a, side, e, shares)
	return nil
}

// displayed returns the outlet of an article by its canonical name, or as it was
// given if the gazetteer does not know it.
func displayed(d *digest.Digest) string {
	if d.Domain == "" && strings.HasSuffix(d.Meta.Outlet, d.Outlet) {
		return cmp.Or(d.Meta.Outlet, d.Outlet)
	}
	return d.Outlet
}

// spread returns how many copy families hold a quotation of article n, and the
// earliest article that does.
func (r *run) spread(saying uint64, n uint32) (families int, first uint32) {
	k, _ := slices.BinarySearchFunc(r.sayings, saying, func(x cluster.Key, h uint64) int { return cmp.Compare(x.Hash, h) })
	end := k
	for ; end < len(r.sayings) && r.sayings[end].Hash == saying; end++ {
		if end == k || r.sayings[end].Article != r.sayings[end-1].Article {
			families++
		}
	}
	if families == 0 || saying == 0 {
		return 1, r.reps[n]
	}
	return families, min(r.sayings[k].Article, r.reps[n])
}

// describe fills in what the cluster says of an article.
func (r *run) describe(a *report.Article, c *resolved, s *cluster.Standing) {
	a.Cluster, a.Role, a.Confidence, a.Why = c.id, string(s.Role), string(s.Confidence), s.Why
	a.Family = r.familyID[s.Family]
	a.SourceOutlet, a.CreditChain, a.Upstream = s.SourceOutlet, s.Chain, s.Upstream()
	if s.Role == cluster.Origin {
		a.Upstream = cmp.Or(a.Upstream, a.Outlet)
	}
	if s.Source >= 0 {
		a.SourceArticle = r.heads[c.Standings[s.Source].Number].id
	}
	if s.Derived {
		a.Credited = report.No
		if s.Credited {
			a.Credited = report.Yes
		}
	}
}

// shares collects what the article has in common with its source, or what is
// nearest to it where that is not in hand, and, if it stands for its family,
// with all that the family is linked to.
func (r *run) shares(e entry, side *cluster.Side) ([]cluster.Share, error) {
	var out []cluster.Share
	m := r.matchers.Get().(*cluster.Matcher)
	defer r.matchers.Put(m)
	c, s := r.standing(e.n)
	rep := r.reps[e.n]
	add := func(other uint32, p *cluster.Pair) error {
		sh := cluster.Share{Number: other, Family: r.reps[other]}
		sh.Direction, sh.Source = r.direction(e.n, other)
		if s != nil && s.Twin >= 0 && c.Standings[s.Twin].Number == other && sh.Direction == cluster.To {
			sh.Direction = cluster.Unknown // both have it from elsewhere
		}
		if p != nil && len(p.Passages) == 0 && sh.Direction == cluster.To {
			return nil // it has nothing from there, nor does the other from here, in words
		}
		if p != nil {
			sh.Pair = *p
		}
		if p == nil || sh.Direction != cluster.To { // of what others took from here no more is told than how many did
			o, err := r.sides.get(other)
			if err != nil {
				return err
			}
			sh.Outlet = o.Outlet
			if p == nil {
				sh.Pair = m.Match(side, o)
			}
		}
		out = append(out, sh)
		return nil
	}
	main, twin := r.nearest(e.n)
	if main != noArticle && (rep != e.n || r.reps[main] != main) {
		if err := add(main, nil); err != nil {
			return nil, err
		}
	}
	if twin != noArticle {
		if err := add(twin, nil); err != nil {
			return nil, err
		}
	}
	if rep == e.n {
		list, err := r.links.of(e.n)
		if err != nil {
			return nil, err
		}
		for _, link := range list {
			other := link.other
			if main != noArticle && r.reps[main] == other && main != other || twin != noArticle && r.reps[twin] == other {
				continue
			}
			l, err := r.link(link, true)
			if err != nil {
				return nil, err
			}
			p := l.Pair
			if l.B == e.n {
				p = p.Mirror()
			}
			if err := add(other, &p); err != nil {
				return nil, err
			}
		}
		if main != noArticle && r.reps[main] == main && !slices.ContainsFunc(out, func(s cluster.Share) bool { return s.Number == main }) {
			if err := add(main, nil); err != nil {
				return nil, err
			}
		}
		slices.SortStableFunc(out, func(x, y cluster.Share) int { return cmp.Compare(btoi(y.Number == main), btoi(x.Number == main)) })
	}
	return out, r.retell(m, side, out)
}

// nearest returns the article that n derives from or is most like, and the one
// that has the same from elsewhere; noArticle for either where there is none.
func (r *run) nearest(n uint32) (main, twin uint32) {
	main, twin = noArticle, noArticle
	if c, s := r.standing(n); s != nil {
		if k := cmp.Or(s.Source+1, s.Basis+1) - 1; k >= 0 {
			main = c.Standings[k].Number
		}
		if s.Twin >= 0 {
			twin = c.Standings[s.Twin].Number
		}
	}
	return main, twin
}

// names reports whether the shares of article n, which is linked with the family
// of other, are with other itself.
func (r *run) names(n, other uint32) bool {
	main, twin := r.nearest(n)
	if main == other || twin == other {
		return true
	}
	instead := func(m uint32) bool { return m != noArticle && r.reps[m] == other }
	return r.reps[n] == n && r.reps[other] == other && !instead(main) && !instead(twin)
}

// retell looks for what the article tells in other words than its source, or
// than those most alike that told the story before it or at the same time.
func (r *run) retell(m *cluster.Matcher, side *cluster.Side, shares []cluster.Share) error {
	retell := func(sh *cluster.Share) error {
		o, err := r.sides.get(sh.Number)
		if err == nil {
			m.Retell(&sh.Pair, side, o)
		}
		return err
	}
	var like []*cluster.Share
	for i := range shares {
		switch sh := &shares[i]; {
		case sh.Direction == cluster.To:
		case sh.Source:
			if err := retell(sh); err != nil {
				return err
			}
		case sh.Pair.Relation() == cluster.Rewrite:
			like = append(like, sh)
		}
	}
	slices.SortStableFunc(like, func(x, y *cluster.Share) int { return cmp.Compare(y.Pair.Content(), x.Pair.Content()) })
	for _, sh := range like[:min(len(like), retoldFrom)] {
		if err := retell(sh); err != nil {
			return err
		}
	}
	return nil
}

// retoldFrom is how many pieces besides its source an article is searched for
// retold sentences of: a story that a hundred retell is searched for in a few.
const retoldFrom = 4

// noArticle is the number of no article.
const noArticle uint32 = 1<<32 - 1

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// direction says who took shared text from whom, seen from article n, and
// whether the other is its source.
func (r *run) direction(n, other uint32) (d cluster.Direction, source bool) {
	c, s := r.standing(n)
	oc, o := r.standing(other)
	if s != nil && o != nil && c == oc {
		switch {
		case s.Source >= 0 && c.Standings[s.Source].Number == other:
			return cluster.From, true
		case o.Source >= 0 && c.Standings[o.Source].Number == n:
			return cluster.To, false
		case s.Source < 0 && o.Source < 0 && s.SourceOutlet != "" && s.SourceOutlet == o.SourceOutlet:
			return cluster.Unknown, false // both took it from one that is not in hand
		}
	}
	x, y := r.heads[n], r.heads[other]
	switch {
	case undated(x)+undated(y) > 0:
		return cluster.Unknown, false
	case y.to <= x.from:
		return cluster.From, false
	case x.to <= y.from && (s == nil || s.Source >= 0 || len(s.Chain) == 0):
		return cluster.To, false
	}
	return cluster.Unknown, false // or both may have it from one that is not in hand
}

// passages turns the pieces of an article into rows and counts their words.
func (r *run) passages(a *report.Article, at report.Offsets, pieces []cluster.Piece, shares []cluster.Share) error {
	var count [5]int
	var taken []int // pieces that come from others
	for k, p := range pieces {
		row := report.Passage{
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
	a.Makeup = report.Percentages(count[0], count[1], count[2], count[3], count[4])

	// One of the others at a time is needed.
	slices.SortStableFunc(taken, func(i, j int) int { return cmp.Compare(pieces[i].Other, pieces[j].Other) })
	var o *cluster.Side
	var there report.Offsets
	for i, k := range taken {
		p, row := &pieces[k], &a.Passages[k]
		if i == 0 || p.Other != pieces[taken[i-1]].Other {
			var err error
			if o, err = r.sides.get(shares[p.Other].Number); err != nil {
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
// known order; of an unordered pair the one numbered later has the row, if it
// shares it with this one and not with a copy of it.
func (r *run) linkRows(a *report.Article, side *cluster.Side, e entry, shares []cluster.Share) {
	_, s := r.standing(e.n)
	for _, sh := range shares {
		other := r.heads[sh.Number].id
		if sh.Direction == cluster.To || sh.Direction == cluster.Unknown && sh.Number > e.n && r.names(sh.Number, e.n) {
			continue
		}
		relation, why := sh.Pair.Relation(), sh.Pair.Why()
		if relation == cluster.None && sh.Source { // it is known by its family or by its credits
			relation, why = cluster.Rewrite, s.Why
			if r.reps[sh.Number] == r.reps[e.n] {
				relation = cluster.Copy
			}
		}
		switch {
		case relation == cluster.None:
			continue
		case sh.Outlet == side.Outlet && (side.Outlet != "" || r.seen(e.n) > r.seen(sh.Number) && cluster.LaterVersion(a.ID, other)) && (relation == cluster.Copy || relation == cluster.Partial):
			relation = cluster.Revision
		}
		l := report.Link{
			SourceArticle: other, SourceOutlet: sh.Outlet, Relation: string(relation),
			ShareArticle: sh.Pair.ShareA, ShareSource: sh.Pair.ShareB, Passages: len(sh.Pair.Passages),
			Words: sh.Pair.WordsA, Direction: report.Unknown, Confidence: report.Likely, Why: why,
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
		a.Links = append(a.Links, report.Link{
			SourceOutlet: s.SourceOutlet, Relation: string(s.Role), Direction: report.From,
			Confidence: string(s.Confidence), Why: s.Why,
		})
	}
}

func (r *run) writeCluster(night *archive.Night, c *resolved) error {
	row := report.Cluster{ID: c.id, Upstream: c.Upstream, Articles: len(c.members)}
	families, outlets := map[uint32]bool{}, map[string]bool{}
	for _, s := range c.Standings {
		d, err := r.digest(s.Number)
		if err != nil {
			return err
		}
		families[s.Family] = true
		if d.Outlet != "" {
			outlets[d.Outlet] = true
		}
		if s.Derived && !s.Credited {
			row.Uncredited++
		}
		if p := d.Meta.Published.String(); p != "" {
			row.FirstPublished = cmp.Or(row.FirstPublished, p)
			row.LastPublished = p
		}
		row.Headline = cmp.Or(row.Headline, d.Meta.Title)
	}
	row.Families, row.Outlets = len(families), len(outlets)
	if c.Origin >= 0 {
		row.OriginArticle = r.heads[c.Standings[c.Origin].Number].id
	}
	if c.Upstream != "" {
		row.UpstreamPresent = report.No
		if outlets[c.Upstream] {
			row.UpstreamPresent = report.Yes
		}
	}
	if night != nil {
		if err := night.Cluster(clusterRow(&row)); err != nil {
			return err
		}
	}
	if r.NewOnly && !slices.ContainsFunc(c.members, r.tonight) {
		return nil // it only lost some
	}
	r.stats.clusters++
	r.stats.clustered += row.Articles
	r.stats.uncredited += row.Uncredited
	r.stats.largest = append(r.stats.largest, row)
	slices.SortFunc(r.stats.largest, func(x, y report.Cluster) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.ID, y.ID))
	})
	r.stats.largest = r.stats.largest[:min(len(r.stats.largest), 5)]
	for _, n := range c.members {
		if r.reps[n] == n && slices.ContainsFunc(c.members, func(m uint32) bool { return m != n && r.reps[m] == n }) {
			r.stats.families++
		}
	}
	return r.writer.Cluster(&row)
}

func (r *run) summary() *report.Summary {
	s := &report.Summary{
		Articles: r.stats.articles, Families: r.stats.families, Clusters: r.stats.clusters, Clustered: r.stats.clustered,
		Uncredited: r.stats.uncredited, Problems: r.stats.problems, Largest: r.stats.largest, Dir: r.Out,
		Compared: r.Stats.Counts.Couples, Weak: r.Stats.Counts.Weak, Stock: r.Stats.Counts.Skipped,
	}
	if r.past != nil {
		s.Night = &report.Night{
			New: r.store.len(), Late: r.stats.told - r.store.len(), Clustered: r.stats.toldClustered,
			KnownFiles: r.visited.same, KnownArticles: r.visited.old, Whole: r.Whole,
		}
	}
	return s
}
