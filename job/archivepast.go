package job

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/archive"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/row"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// An archivePast is the past as an archive has it. Its articles are heads like
// those just read, but their texts, keys and links stay in the archive until
// they are asked for.
type archivePast struct {
	archive *archive.Archive
	o       *Options
	space   *spill.Space
	began   time.Time // the run, by this machine's clock
	visits  visits
	total   int   // articles in the archive before
	run     int64 // number of the night in the archive, once it is committed

	fresh  freshArticles
	counts wordCounts // of the words read in this run

	history  history
	heads    []head
	byRow    map[int64]uint32 // the article of each number in the archive
	late     map[int64]bool   // runs whose report never got to its place
	sameDay  map[int64]bool   // earlier runs whose report this one takes the place of
	told     map[uint64]bool  // marks of the problems of earlier runs
	problems *problems        // of this run
	nothing  bool             // there is nothing to report
	news     bool             // articles are told for the first time
	owed     map[int64]bool   // numbers of the articles that the reports of these runs tell of
	unlinked [][2]int64       // links that are no more, by the numbers in the archive
}

// freshArticles is what the archive will want of the articles read in a run that
// their digests, as they are stored, no longer say: for each place in the store.
type freshArticles struct {
	marks []uint64
	pages []uint64
	keys  []keyBlock
	met   map[uint64]bool // all of marks, and those of batches that are yet to be kept
}

// A keyBlock is where the keys of an article lie, kind after kind, and how
// many bytes each kind takes.
type keyBlock struct {
	at    spill.Spot
	sizes [kinds]int32
}

// openPast returns the past of a run. It sets o.Now where nobody says when the run began.
func openPast(ctx context.Context, m *machine, o *Options) (past, error) {
	if o.Archive == nil {
		return noPast{}, nil
	}
	p := &archivePast{archive: o.Archive, o: o, space: m.space, began: time.Now(), problems: &m.problems, told: map[uint64]bool{}}
	p.fresh.met = map[uint64]bool{}
	if o.Now.IsZero() {
		o.Now = p.began
	}
	totals, err := p.archive.Totals(ctx)
	if err != nil {
		return nil, err
	}
	p.total = totals.Articles
	err = p.archive.Problems(ctx, func(x *archive.Problem) error {
		if x.Mark != 0 {
			p.told[x.Mark] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	m.problems.told = func(x *row.Problem) bool { return p.told[problemMark(x)] }
	return p, p.visits.recall(ctx, p.archive)
}

// problemMark returns a hash of a problem and of size and time of the file it is of:
// the same problem is told once, until the file changes. It is 0 where there is no
// such file, as of a path that cannot be opened, which is told every night.
func problemMark(x *row.Problem) uint64 {
	info, err := os.Lstat(x.File)
	if err != nil {
		return 0
	}
	full, err := filepath.Abs(x.File)
	if err != nil {
		full = x.File
	}
	return max(xxh3.HashString(fmt.Sprintf("%s\x00%d\x00%s\x00%d\x00%d", full, x.Record, x.Reason, info.Size(), info.ModTime().UnixNano())), 1)
}

func (p *archivePast) remembers() bool { return true }

func (p *archivePast) idle() bool { return p.nothing }

func (p *archivePast) toldProblems(ctx context.Context, use func(x *row.Problem) error) error {
	return p.archive.Problems(ctx, func(x *archive.Problem) error {
		if !p.sameDay[x.Run] {
			return nil
		}
		told := x.Problem
		return use(&told)
	})
}

func (p *archivePast) watch(o *reader.Options) {
	o.Ignore = p.visits.ours
	o.Visit = append(slices.Clone(o.Visit), p.visits.visit)
}

func (p *archivePast) again(ctx context.Context, page uint64) (d *digest.Digest, text string, row int64, err error) {
	if p.total == 0 {
		return nil, "", 0, nil
	}
	row, ok, err := p.archive.ByContent(ctx, page)
	if !ok || err != nil {
		return nil, "", 0, err
	}
	err = p.open(row, func(a *storedArticle) (err error) {
		d, text, err = a.article()
		return err
	})
	return d, text, row, err
}

func (p *archivePast) has(ctx context.Context, mark uint64) (bool, error) {
	if p.total == 0 {
		return false, nil
	}
	found, err := p.archive.Known(ctx, []uint64{mark})
	return len(found) > 0, err
}

func (p *archivePast) admit(b *batch) {
	kept := b.articles[:0]
	for _, a := range b.articles {
		if p.fresh.met[a.mark] {
			b.known++
			continue
		}
		p.fresh.met[a.mark] = true
		kept = append(kept, a)
	}
	b.articles = kept
	p.visits.count(b)
}

func (p *archivePast) revisit(file string) { p.visits.forget(file) }

func (p *archivePast) keep(b *batch) error {
	for k := range b.articles {
		a := &b.articles[k]
		block := keyBlock{}
		var all []byte
		for kind, keys := range a.record.keys {
			for _, key := range keys {
				all = binary.LittleEndian.AppendUint64(all, key)
			}
			block.sizes[kind] = int32(8 * len(keys))
		}
		var err error
		if block.at, err = p.space.Put(all); err != nil {
			return err
		}
		p.fresh.marks = append(p.fresh.marks, a.mark)
		p.fresh.pages = append(p.fresh.pages, a.page)
		p.fresh.keys = append(p.fresh.keys, block)
	}
	return nil
}

func (p *archivePast) recredit(place uint32, stories []uint64) error {
	block := &p.fresh.keys[place]
	size, begin := 0, 0
	for kind, n := range block.sizes {
		if kind < int(digest.Stories-1) {
			begin += int(n)
		}
		size += int(n)
	}
	var buf []byte
	b, err := p.space.Get(block.at, size, &buf)
	if err != nil {
		return err
	}
	var keys []byte
	for _, k := range stories {
		keys = binary.LittleEndian.AppendUint64(keys, k)
	}
	sizes := &block.sizes[digest.Stories-1]
	all := slices.Concat(b[:begin], keys, b[begin+int(*sizes):])
	*sizes = int32(len(keys))
	block.at, err = p.space.Put(all)
	return err
}

// freshKeys returns the keys of the article at a place in the store, in the order
// in which the archive has them.
func (p *archivePast) freshKeys(place uint32) (keys [kinds][]byte, err error) {
	block := &p.fresh.keys[place]
	size := 0
	for _, n := range block.sizes {
		size += int(n)
	}
	var buf []byte
	b, err := p.space.Get(block.at, size, &buf)
	if err != nil {
		return keys, err
	}
	for kind, n := range block.sizes {
		at := keyPlaces[kind]
		keys[3*int(at.group)+at.place], b = b[:n:n], b[n:]
	}
	return keys, nil
}

func (p *archivePast) taken(ctx context.Context, ids []string) (map[string]bool, error) {
	if p.total == 0 {
		return nil, nil
	}
	return p.archive.IDs(ctx, ids)
}

func (p *archivePast) recall(ctx context.Context, fresh []head, counts wordCounts, number func(outlet string) uint32) (history, []head, error) {
	p.counts = wordCounts{}
	p.counts.merge(counts)
	h := &p.history
	h.now = p.o.Now.Unix()
	if err := p.recallRuns(ctx); err != nil {
		return history{}, nil, err
	}
	read := len(fresh)
	news := read > 0 || len(p.late) > 0
	p.news = news
	if !p.o.Whole && !p.o.NewOnly {
		p.nothing = !news && p.problems.sorted.Len() == 0
		if err := p.recallSameDay(ctx, news); err != nil {
			return history{}, nil, err
		}
	}
	for _, runs := range []map[int64]bool{p.late, p.sameDay} {
		for _, run := range sortedKeys(runs) {
			if err := p.archive.Told(ctx, run, func(number int64) { p.owed[number] = true }); err != nil {
				return history{}, nil, err
			}
		}
	}
	if !news && !p.o.Whole && (p.nothing || len(p.sameDay) == 0) {
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
	h.young = read+len(heads) <= p.o.JudgeAnew
	if h.lines, err = p.archive.SiteLines(ctx); err != nil {
		return history{}, nil, err
	}
	return *h, heads, p.archive.Words(ctx, window, func(language string, b []byte) error {
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
// to tell, grows by the last that stands there, whatever its day.
func (p *archivePast) recallSameDay(ctx context.Context, news bool) error {
	day := func(t time.Time) string { return t.In(p.o.Now.Location()).Format(time.DateOnly) }
	today := day(p.o.Now)
	p.sameDay = map[int64]bool{}
	return p.archive.Runs(ctx, 0, func(r archive.Run) error { // the newest first
		if r.Report == "" || !r.Delivered || filepath.Clean(r.Report) != filepath.Clean(p.o.Out) {
			return nil
		}
		if !news && len(p.sameDay) == 0 {
			today = day(r.Started)
		}
		if day(r.Started) == today {
			p.sameDay[r.Number] = true
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

// earlier returns what is known of article n, nil if it was read in this run.
func (p *archivePast) earlier(n uint32) *pastArticle { return p.history.of(&p.heads[n]) }

func (p *archivePast) open(row int64, use func(a *storedArticle) error) error {
	return p.archive.Stored(context.Background(), row, func(encoded, packed []byte) error {
		return use(&storedArticle{encoded: encoded, packed: packed, unpack: unpackArchived})
	})
}

// errEnough ends a walk that has found what it came for.
var errEnough = errors.New("enough")

func (p *archivePast) keysOf(ctx context.Context, row int64, kind digest.KeyKind) (list []uint64, err error) {
	at := keyPlaces[kind-1]
	err = p.archive.Keys(ctx, at.group, row, func(found int64, keys [3][]byte) error {
		if found == row {
			for b := keys[at.place]; len(b) >= 8; b = b[8:] {
				list = append(list, binary.LittleEndian.Uint64(b))
			}
		}
		return errEnough
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return list, err
}

func (p *archivePast) eachKeys(ctx context.Context, group archive.KeyGroup, use func(n uint32, keys [3][]byte)) error {
	return p.archive.Keys(ctx, group, p.history.articles[0].row, func(row int64, keys [3][]byte) error {
		if n, ok := p.byRow[row]; ok {
			use(n, keys)
		}
		return nil
	})
}

func (p *archivePast) families() []cluster.Couple {
	var out []cluster.Couple
	others := map[int64]uint32{} // in the place of representatives that have changed
	for n := range p.heads {
		e := p.earlier(uint32(n))
		if e == nil || e.rep == e.row {
			continue
		}
		rep, ok := p.byRow[e.rep]
		if !ok {
			if rep, ok = others[e.rep]; !ok {
				others[e.rep] = uint32(n)
			}
		}
		if ok {
			out = append(out, cluster.Couple{A: rep, B: uint32(n)})
		}
	}
	return out
}

func (p *archivePast) links(ctx context.Context, keep func(c cluster.Couple) bool, use func(l *cluster.Link) error) error {
	if len(p.history.articles) == 0 {
		return nil
	}
	return p.archive.Links(ctx, p.history.articles[0].row, func(l *archive.Link) error {
		a, okA := p.byRow[l.A]
		b, okB := p.byRow[l.B]
		if !okA || !okB {
			return nil
		}
		if !keep(cluster.Couple{A: min(a, b), B: max(a, b)}) {
			p.unlinked = append(p.unlinked, [2]int64{l.A, l.B})
			return nil
		}
		signs, err := cluster.DecodeSigns(l.Signs)
		if err != nil {
			return fmt.Errorf("read back what %s and %s share: %w", p.heads[a].id, p.heads[b].id, err)
		}
		if a > b {
			signs = signs.Mirror()
		}
		return use(&cluster.Link{A: min(a, b), B: max(a, b), Pair: signs, Relation: cluster.Relation(l.Relation)})
	})
}

func (p *archivePast) passages(a, b uint32) ([]cluster.Shared, error) {
	rowA, rowB := p.earlier(a).row, p.earlier(b).row
	for _, turned := range []bool{false, true} { // the order of the two may have been the other one then
		if turned {
			rowA, rowB = rowB, rowA
		}
		packed, err := p.archive.Aligned(context.Background(), rowA, rowB)
		if errors.Is(err, archive.ErrNotFound) {
			continue
		}
		var pair cluster.Pair
		if err == nil {
			pair.Passages, err = cluster.DecodePassages(packed)
		}
		if turned {
			pair = pair.Mirror()
		}
		return pair.Passages, err
	}
	return nil, nil // they share none
}

func (p *archivePast) firstSeen(a *row.Article, n uint32, cluster string) {
	date := func(t int64) string { return time.Unix(t, 0).UTC().Format(time.RFC3339) }
	a.FirstSeen = date(p.history.now)
	if e := p.earlier(n); e != nil {
		a.FirstSeen = date(e.first)
		if e.changed != 0 {
			a.ChangedSince = date(e.changed)
		}
	} else if f, ok := p.history.formers[p.heads[n].place]; ok {
		a.FirstSeen, a.ChangedSince = f.FirstSeen, f.Read
	}
	if cluster == "" {
		return
	}
	since, ok := p.history.since[cluster]
	if !ok {
		since = p.history.now
	}
	a.ClusterFirstSeen = date(since)
}

func (p *archivePast) summarise(s *report.Summary, t *tally) {
	changed := len(p.history.formers)
	s.Night = &report.Night{
		New: t.read - changed, Changed: changed, Late: t.news - t.read, Clustered: t.newsClustered, Stories: t.newsStories,
		KnownFiles: p.visits.same, KnownArticles: p.visits.old, Whole: p.o.Whole, SameDay: t.sameDay, Standing: p.standing(),
	}
}

// standing returns where the report lies that this run leaves as it is, if there is
// one.
func (p *archivePast) standing() string {
	if p.nothing && report.IsReport(p.o.Out) {
		return p.o.Out
	}
	return ""
}

func (p *archivePast) delivered(ctx context.Context) error {
	for _, run := range append(sortedKeys(p.late), p.run) {
		if err := p.archive.Delivered(ctx, run); err != nil {
			return err
		}
	}
	return nil
}
