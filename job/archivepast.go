package job

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/row"
	"wiretrace/spill"
)

// An archivePast is the past as an archive has it. Its articles are heads like
// those just read, but their texts, keys and links stay in the archive until
// they are asked for. What its methods do is told where the interface past is
// defined; those of readPast stand in archiveread.go, recall in archiverecall.go.
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
// such file, as of a path that cannot be opened, which is told every night. The file is the archive of what lies in one.
func problemMark(x *row.Problem) uint64 {
	info, err := os.Lstat(x.File)
	for file := filepath.Dir(x.File); errors.Is(err, syscall.ENOTDIR); file = filepath.Dir(file) {
		info, err = os.Lstat(file)
	}
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
