package job

import (
	"cmp"
	"context"
	"slices"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/shingle"
	"wiretrace/spill"
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
	var night *archive.Night
	if r.past != nil {
		if night, err = r.begin(ctx); err != nil {
			return err
		}
		defer night.Rollback() // nothing, once it is committed
	}
	err = spill.InOrder(ctx, len(entries), r.Threads, spill.Bound{Items: 64 * r.Threads, Bytes: r.budget.rows},
		func(i int) (*report.Article, int64, error) {
			a, err := r.guardedRow(entries[i])
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
	if err != nil {
		return err
	}
	if err := r.writeProblems(); err != nil {
		return err
	}
	if night == nil {
		return nil
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
		f.Add(spill.Scatter(k))
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
		if err := night.Cluster(&row); err != nil {
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
