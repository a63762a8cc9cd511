package job

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"wiretrace/archive"
	"wiretrace/shingle"
)

func (p *archivePast) recall(ctx context.Context, fresh []head, counts wordCounts, number func(outlet string) uint32) (history, []head, error) {
	p.counts = wordCounts{}
	p.counts.merge(counts)
	h := &p.history
	h.now = p.o.Now.Unix()
	if err := p.recallRuns(ctx); err != nil {
		return history{}, nil, err
	}
	p.news = len(fresh) > 0 || len(p.late) > 0
	if err := p.recallOwed(ctx); err != nil {
		return history{}, nil, err
	}
	if !p.news && !p.o.Whole && (p.nothing || len(p.sameDay) == 0) {
		return *h, nil, nil // nothing is new, so nothing is matched with anything
	}
	var window time.Time
	if p.o.Lookback > 0 {
		window = p.o.Now.Add(-p.o.Lookback)
	}
	if err := p.recallFormers(ctx, fresh); err != nil {
		return history{}, nil, err
	}
	heads, err := p.recallHeads(ctx, window, number)
	if err != nil {
		return history{}, nil, err
	}
	h.young = len(fresh)+len(heads) <= p.o.JudgeAnew
	if h.lines, err = p.archive.SiteLines(ctx); err != nil {
		return history{}, nil, err
	}
	return *h, heads, p.recallWords(ctx, window, counts)
}

// recallOwed gets which articles the report tells of besides those read in this run: those
// of nights whose report was not delivered, and those of the reports that it grows by.
func (p *archivePast) recallOwed(ctx context.Context) error {
	if !p.o.Whole {
		p.nothing = !p.news && p.problems.sorted.Len() == 0
		if err := p.recallSameDay(ctx); err != nil {
			return err
		}
	}
	for _, runs := range []map[int64]bool{p.late, p.sameDay} {
		for _, run := range sortedKeys(runs) {
			if err := p.archive.Told(ctx, run, func(number int64) { p.owed[number] = true }); err != nil {
				return err
			}
		}
	}
	return nil
}

// recallWords adds to counts those of the runs begun since a time; of all if it is zero.
func (p *archivePast) recallWords(ctx context.Context, since time.Time, counts wordCounts) error {
	return p.archive.Words(ctx, since, func(language string, b []byte) error {
		more, err := shingle.DecodeCounts(b, shingle.Background(language))
		if err != nil {
			return fmt.Errorf("read word counts: %w", err)
		}
		counts.of(language).Merge(more)
		return nil
	})
}

// recallRuns gets which nights are late and which clusters there are.
func (p *archivePast) recallRuns(ctx context.Context) error {
	runs, err := p.archive.Undelivered(ctx)
	if err != nil {
		return err
	}
	p.late, p.owed = map[int64]bool{}, map[int64]bool{}
	for _, n := range runs {
		p.late[n] = true
	}
	p.history.since = map[string]int64{}
	return p.archive.Clusters(ctx, func(id string, firstSeen int64, mergedInto string) error {
		if mergedInto == "" {
			p.history.since[id] = firstSeen
		}
		return nil
	})
}

// recallSameDay gets which runs wrote the report that stands where this one's will:
// those of this day, which it grows by. A run with no news, which has something else
// to tell, grows by the last that stands there, whatever its day. A report of new rows
// alone grows by nothing: without news it repeats the last run that had some.
func (p *archivePast) recallSameDay(ctx context.Context) error {
	if p.o.NewOnly && p.news {
		return nil
	}
	day := func(t time.Time) string { return t.In(p.o.Now.Location()).Format(time.DateOnly) }
	today := day(p.o.Now)
	p.sameDay = map[int64]bool{}
	whole := false
	return p.archive.Runs(ctx, 0, func(r archive.Run) error { // the newest first
		if whole || r.Report == "" || !r.Delivered || filepath.Clean(r.Report) != filepath.Clean(p.o.Out) {
			return nil
		}
		if !p.news && len(p.sameDay) == 0 {
			today = day(r.Started)
		}
		if day(r.Started) == today {
			p.sameDay[r.Number] = true
			whole = p.o.NewOnly && r.Read > 0
		}
		return nil
	})
}

// recallFormers gets those articles of which a file that has changed holds another
// version: the same record of the same file, with the same id.
func (p *archivePast) recallFormers(ctx context.Context, fresh []head) error {
	p.history.formers = map[uint32]former{}
	if p.total == 0 {
		return nil
	}
	ids := make([]string, len(fresh))
	for i := range fresh {
		ids[i] = fresh[i].id
	}
	found, err := p.archive.Formers(ctx, ids)
	if err != nil {
		return err
	}
	for i := range fresh {
		h := &fresh[i]
		if f, ok := found[h.id]; ok && f.File == h.file && f.Record == int(h.record) {
			p.history.formers[h.place] = former{Former: f}
			delete(found, h.id) // of two that have the id one alone is it
		}
	}
	return nil
}

// recallHeads gets the articles first seen or published since a time; all if it
// is zero.
func (p *archivePast) recallHeads(ctx context.Context, since time.Time, number func(outlet string) uint32) (heads []head, err error) {
	h := &p.history
	h.names = []string{""}
	numbers := map[string]uint32{"": 0}
	name := func(s string) uint32 {
		n, ok := numbers[s]
		if !ok {
			n = uint32(len(h.names))
			h.names = append(h.names, s)
			numbers[s] = n
		}
		return n
	}
	files := map[string]string{} // each name once
	replaced := map[int64]bool{}
	for place, f := range h.formers {
		f.cluster = name(f.Cluster)
		h.formers[place] = f
		replaced[f.Number] = true
	}
	err = p.archive.Heads(ctx, since, func(a *archive.Head) error {
		if replaced[a.Number] {
			return nil
		}
		file, ok := files[a.File]
		if !ok {
			file = a.File
			files[file] = file
		}
		h.articles = append(h.articles, pastArticle{
			row: a.Number, rep: a.Rep, cluster: name(a.Cluster), family: name(a.Family), seen: a.FirstSeen, late: p.late[a.Run], sameDay: p.sameDay[a.Run],
			first: a.Known, changed: a.Changed, owed: p.owed[a.Number],
		})
		heads = append(heads, head{
			id: a.ID, file: file, record: int32(a.Record), from: a.From, to: a.To, hash: a.Hash,
			site: number(a.Outlet), earlier: uint32(len(h.articles)),
		})
		return nil
	})
	return heads, err
}

func (p *archivePast) settle(heads []head) {
	p.heads = heads
	p.byRow = make(map[int64]uint32, len(p.history.articles))
	for n := range heads {
		if e := p.earlier(uint32(n)); e != nil {
			p.byRow[e.row] = uint32(n)
		}
	}
}
