package job

import (
	"cmp"
	"context"
	"slices"

	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/row"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// A telling is the last step at work: each article is painted and written,
// cluster by cluster, those that stand alone at the end.
type telling struct {
	*corpus
	*clusters
	o       *Options
	pairs   *pairs
	links   *links
	writer  *report.Writer
	night   night
	sayings []cluster.Key // of quotations, those of several families among them, sorted
	entries []entry
	tally   tally
	trade   *account.Exchange
	teller  *account.Teller
}

// An entry is the place of one article in the report.
type entry struct {
	cluster int // -1 if it stands alone
	n       uint32
}

// A tally counts what the report's summary says.
type tally struct {
	articles      int // in the report
	read          int // in this run
	news          int // read in this run, or late
	sameDay       int // of the report that grows
	newsClustered int
	problems      row.Problems
	unread        []string // the first problems
	families      int      // of several articles
	clusters      int
	clustered     int // articles in clusters
	uncredited    int
	stories       report.StoryCount
	newsStories   report.StoryCount
	largest       []row.Cluster // the largest few
	outlets       []string
	nameless      int            // report.MayBeOwn
	lineless      int            // an agency's text, certainly or likely, without its line
	few           []*row.Article // without their texts, where there are at most report.MostFew
}

// tell writes the report of a run, and the night to the archive.
func tell(ctx context.Context, c *corpus, p *pairs, l *links, k *clusters, o *Options, w *report.Writer) (*tally, error) {
	t := &telling{corpus: c, clusters: k, o: o, pairs: p, links: l, writer: w, trade: account.NewExchange()}
	t.teller = &account.Teller{Corpus: t, Relations: o.Relations, AllPassages: o.Report.AllPassages, Stretches: len(o.Report.Forms) > 0}
	if c.sides.bare {
		c.sides = newSideCache(c, true)
	}
	if err := t.arrange(); err != nil {
		return nil, err
	}
	if err := t.spoken(ctx); err != nil {
		return nil, err
	}
	if err := w.Expect(t.tally.articles); err != nil {
		return nil, err
	}
	var err error
	if t.night, err = c.past.begin(ctx, c); err != nil {
		return nil, err
	}
	defer t.night.rollback() // nothing, once it is committed
	if err := t.tellStories(ctx); err != nil {
		return nil, err
	}
	if err := t.write(ctx); err != nil {
		return nil, err
	}
	if err := t.trade.Write(w); err != nil {
		return nil, err
	}
	t.tally.outlets = slices.Compact(slices.Sorted(slices.Values(append(t.corpus.outlets, t.trade.Names()...))))
	if err := t.tellProblems(ctx); err != nil {
		return nil, err
	}
	if err := w.Bounds(&report.Bounds{
		Compared: l.compared, Weak: l.weak, Stock: p.cut.Skipped, Versions: k.passed.Versions, Issuers: k.passed.Issuers,
	}); err != nil {
		return nil, err
	}
	if err := t.night.finish(&findings{p, l, k, t.tally.problems.Lost}); err != nil {
		return nil, err
	}
	if c.past.idle() {
		return &t.tally, t.night.commit(func() error { return nil })
	}
	return &t.tally, t.night.commit(w.Finish)
}

// tellProblems writes what could not be read: of the report that grows what it told
// before, then what is new.
func (t *telling) tellProblems(ctx context.Context) (err error) {
	if err := t.past.toldProblems(ctx, t.writer.Problem); err != nil {
		return err
	}
	t.tally.problems, err = t.problems.each(func(p *row.Problem) error {
		if p.Kind != row.Warning && len(t.tally.unread) < report.MostUnread {
			t.tally.unread = append(t.tally.unread, problemLine(p))
		}
		if err := t.night.problem(p); err != nil {
			return err
		}
		return t.writer.Problem(p)
	})
	return err
}

// arrange lists the articles that the report is about: those of the clusters,
// and those read in this run that stand alone, or did not before. Of a cluster,
// and of those alone, they stand in the order in which they were published.
func (t *telling) arrange() error {
	t.entries = make([]entry, 0, t.store.size())
	for k, r := range t.list {
		for _, n := range r.members {
			t.entries = append(t.entries, entry{k, n})
		}
	}
	for n := range uint32(len(t.heads)) {
		if _, clustered := t.seats[n]; clustered {
			continue
		}
		e := t.earlier(n)
		if t.news(n) || t.is(n, owed) || t.is(n, alone) && (t.whole || e.cluster > 0) {
			t.entries = append(t.entries, entry{-1, n})
		}
	}
	if err := t.sortEntries(); err != nil {
		return err
	}
	t.tally.read = t.store.size()
	for _, e := range t.entries {
		if t.tonight(e.n) {
			t.tally.news++
			t.tally.newsClustered += btoi(e.cluster >= 0)
		}
		t.tally.sameDay += btoi(t.is(e.n, sameDay))
	}
	t.tally.articles = len(t.entries)
	if t.o.NewOnly {
		t.tally.articles = t.tally.news + t.tally.sameDay
	}
	return nil
}

// sortEntries puts the entries in the order of their rows.
func (t *telling) sortEntries() error {
	for _, e := range t.entries {
		h := &t.heads[e.n]
		if h.earlier == 0 {
			continue
		}
		h.moment = account.UndatedLast
		if _, err := t.try(ordering, h, "told as if it had no date", func() error {
			d, err := t.digest(e.n)
			if err == nil {
				h.moment = account.Moment(d.Meta.Published)
			}
			return err
		}); err != nil {
			return err
		}
	}
	slices.SortFunc(t.entries, func(x, y entry) int {
		a, b := &t.heads[x.n], &t.heads[y.n]
		return cmp.Or(
			cmp.Compare(uint(x.cluster), uint(y.cluster)), // those alone last
			cmp.Compare(a.moment, b.moment), cmp.Compare(a.id, b.id),
		)
	})
	return nil
}

// spoken finds the quotations that articles of the report share with others.
func (t *telling) spoken(ctx context.Context) error {
	if len(t.history.articles) > 0 {
		wanted, err := t.wantedSayings()
		if err != nil {
			return err
		}
		t.keys[digest.Sayings-1].clearPast()
		if err := t.recallKeys(ctx, t.pairs.reps, wanted, digest.Sayings); err != nil {
			return err
		}
	}
	var err error
	t.sayings, err = t.sortedKeysOf(ctx, digest.Sayings, t.pairs.reps)
	t.sayings = slices.Compact(t.sayings) // one text may repeat a quotation without end
	return err
}

// wantedSayings makes a filter of the quotations of the report's articles.
func (t *telling) wantedSayings() (*shingle.Filter, error) {
	var keys []uint64
	for _, e := range t.entries {
		if _, err := t.try(ordering, &t.heads[e.n], "its quotations not looked for in earlier articles", func() error {
			d, err := t.digest(e.n)
			if err == nil {
				keys = append(keys, d.Sayings...)
			}
			return err
		}); err != nil {
			return nil, err
		}
	}
	f := shingle.NewFilter(len(keys), filterRate)
	for _, k := range keys {
		f.Add(spill.Scatter(k))
	}
	return f, nil
}

// write writes the rows of all entries in order, that of a cluster after those of its
// articles.
func (t *telling) write(ctx context.Context) error {
	first, of := noArticle, -1 // the first report of the cluster at hand
	return spill.InOrder(ctx, len(t.entries), t.threads, t.waiting(),
		func(i int) (*row.Article, int64, error) {
			a, err := t.guardedRow(t.entries[i])
			if err != nil {
				return nil, 0, err
			}
			return a, rowBytes(a), nil
		},
		func(i int, a *row.Article) error {
			e := t.entries[i]
			if e.cluster >= 0 && e.cluster != of {
				first, of = t.teller.FirstReport(&t.list[e.cluster].Outcome), e.cluster
			}
			if err := t.writeArticle(e, a, first); err != nil {
				return err
			}
			if i%256 == 0 {
				t.progress(Progress{Step: Writing, Done: i, Total: len(t.entries)})
			}
			if e.cluster >= 0 && (i+1 == len(t.entries) || t.entries[i+1].cluster != e.cluster) {
				return t.writeCluster(&t.list[e.cluster])
			}
			return nil
		})
}

// writeArticle writes the row of an article to the archive and, if it is about that
// article, to the report. first is the first report of its cluster.
func (t *telling) writeArticle(e entry, a *row.Article, first uint32) error {
	if _, err := t.try(describing, &t.heads[e.n], notArchived, func() error { return t.night.article(e.n, t.pairs.reps[e.n], a) }); err != nil {
		return err
	}
	if t.past.remembers() && t.news(e.n) {
		a.News = report.News(a)
	}
	if t.tonight(e.n) {
		t.tally.newsStories.Article(a)
	}
	if t.o.NewOnly && !t.news(e.n) {
		return nil
	}
	t.tally.stories.Article(a)
	t.tally.nameless += btoi(report.MayBeOwn(a))
	t.tally.lineless += btoi(a.Credited == report.NoLine && a.Confidence != report.Possible)
	if t.tally.articles <= report.MostFew {
		short := *a
		short.Text, short.Passages, short.Credits, short.Quotes, short.Links = "", nil, nil, nil, nil
		t.tally.few = append(t.tally.few, &short)
	}
	if err := t.count(e, a, first); err != nil {
		return err
	}
	return t.writer.Article(a)
}

// guardedRow makes the row of an article; of one that panics it tells what is
// known without its text being compared with others.
func (t *telling) guardedRow(e entry) (a *row.Article, err error) {
	err = guarded(func() (err error) {
		if t.inject != nil {
			t.inject(Writing, t.heads[e.n].id)
		}
		a, err = t.teller.Row(e.n)
		return err
	})
	if !t.problems.fault(&t.heads[e.n], "passages, links, credits and quotations not told", err) {
		return a, err
	}
	err = guarded(func() (err error) {
		a, err = t.teller.Brief(e.n)
		return err
	})
	return a, err
}

// rowBytes returns about how many bytes a row takes while it waits.
func rowBytes(a *row.Article) int64 {
	const part = 200 // a passage, a link, a credit or a quotation, beside its text
	n := len(a.Text) + part*(len(a.Passages)+len(a.Links)+len(a.Credits)+len(a.Quotes))
	for k := range a.Passages {
		n += len(a.Passages[k].SourceText)
	}
	for k := range a.Links {
		n += 60 * len(a.Links[k].Stretches)
	}
	return int64(n)
}

// count counts an article among those of its outlet. first is the first report of its
// cluster.
func (t *telling) count(e entry, a *row.Article, first uint32) error {
	_, err := t.try(countingPiece, &t.heads[e.n], "not counted in outlets.csv and flows.csv", func() error {
		delay := -1
		if e.cluster >= 0 {
			delay = t.teller.Delay(e.n, first)
		}
		t.trade.Add(a, delay)
		return nil
	})
	return err
}

// writeCluster writes the row of a cluster, whose articles are written.
func (t *telling) writeCluster(r *resolution) error {
	c := &row.Cluster{ID: r.id, Upstream: r.Upstream, Articles: len(r.members)}
	head := &t.heads[r.members[0]]
	_, err := t.try(tellingGroup, head, "its cluster told without headline, days and counts", func() error {
		told, err := t.teller.Cluster(r.id, &r.Outcome)
		if err == nil {
			c = told
		}
		return err
	})
	if err != nil {
		return err
	}
	fell, err := t.try(describing, head, notArchived, func() error { return t.night.cluster(c) })
	if fell { // its articles are of it there all the same
		err = t.night.cluster(&row.Cluster{ID: c.ID, Upstream: c.Upstream, Articles: c.Articles})
	}
	if err != nil {
		return err
	}
	if t.o.NewOnly && !slices.ContainsFunc(r.members, t.news) {
		return nil // it only lost some
	}
	t.tally.add(c)
	t.tally.families += t.copied(r.members)
	return t.writer.Cluster(c)
}

// copied returns how many of some articles stand for a family of which another is among them.
func (t *telling) copied(members []uint32) int {
	among := make(map[uint32]bool, len(members))
	for _, n := range members {
		among[n] = true
	}
	families := map[uint32]bool{}
	for _, n := range members {
		if rep := t.pairs.reps[n]; rep != n && among[rep] {
			families[rep] = true
		}
	}
	return len(families)
}

// notArchived is what is lost if what was found out panics on its way to the archive.
const notArchived = "told in the report but not kept in the archive"

// largestTold is how many clusters the summary names.
const largestTold = 5

// add counts a cluster of the report.
func (t *tally) add(c *row.Cluster) {
	t.clusters++
	t.clustered += c.Articles
	t.uncredited += c.Uncredited
	t.largest = append(t.largest, *c)
	slices.SortFunc(t.largest, func(x, y row.Cluster) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.ID, y.ID))
	})
	t.largest = t.largest[:min(len(t.largest), largestTold)]
}

// summary makes the summary of a run.
func (t *tally) summary(o *Options) *report.Summary {
	counts := &o.Stats.Counts
	return &report.Summary{
		Articles: t.articles, Stories: t.stories, Families: t.families, Clusters: t.clusters, Clustered: t.clustered,
		Nameless: t.nameless, Uncredited: t.uncredited, Lineless: t.lineless, Problems: t.problems.Lost, Folders: t.problems.Folders, Warnings: t.problems.Warnings, Unread: t.unread, Largest: t.largest, Few: t.few, Outlets: t.outlets, Dir: o.Out,
		Compared: counts.Couples, Weak: counts.Weak, Stock: counts.Skipped, Versions: counts.Versions, Issuers: counts.Issuers,
	}
}
