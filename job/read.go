package job

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/zeebo/xxh3"

	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/report"
	"wiretrace/spill"
)

// A run holds one job while it goes on.
type run struct {
	Options
	writer       *report.Writer
	store        *store
	space        *spill.Space
	logs         [kinds]*keyLog
	budget       budget
	heads        []head   // in order of their numbers
	number       []uint32 // for each place in the store the number of its article
	counts       wordCounts
	rarity       rarities
	dictionaries []dictionaries // of each digester
	sides        *sideCache
	lines        map[uint64]bool // keys of the lines that are furniture of their site

	// What there is only with an archive.
	past     *past
	known    []bool          // for each article, whether it was compared with others on an earlier night
	changed  map[uint32]bool // articles of the past of which more is furniture since tonight
	touched  map[uint32]bool // articles of the past that lost a link or may have
	unlinked [][2]int64      // links that are no more, by the numbers in the archive
	newLines []uint64        // keys of lines that are furniture since tonight
	oldLines []uint64        // keys of lines that are furniture no more
	ended    []ending        // clusters that are no more
	alone    []bool          // for each article, whether it is in no cluster
	run      int64           // number of the night in the archive
	began    time.Time
	rows     []int64 // for each article its number in the archive, once it has one
	visited  visited

	problems *spill.Sorter[report.Problem]
	faults   faults
	reps     []uint32              // for each article the representative of its copy family
	hints    []*spill.Sorter[hint] // of each worker
	sayings  []cluster.Key         // of quotations, those of several families among them, sorted
	links    *links
	clusters []resolved
	matchers sync.Pool         // of *cluster.Matcher, for writing
	seats    map[uint32]seat   // of each clustered article
	familyID map[uint32]string // of each representative of the clusters at hand
	cuts     []*cluster.Cut
	sites    map[string]uint32 // number of each outlet

	stats stats
}

// A head is what is held in memory of each article all the time.
type head struct {
	id       string
	file     string
	record   int32
	from, to int64 // interval of publication in seconds since 1970; 0, 0 if unknown
	hash     uint64
	place    uint32 // in the store
	site     uint32 // number of its outlet, from 1; 0 if unknown
	past     uint32 // number of its pastHead, from 1; 0 if it was read tonight
}

// stats counts what the report's summary says.
type stats struct {
	problems, families, clusters, clustered, uncredited int
	articles, told, toldClustered                       int // in the report; of tonight; of these in clusters
	largest                                             []report.Cluster
}

// A batch is what one worker made of one record of the input.
type batch struct {
	n        int
	bytes    int64 // of the record
	heads    []head
	records  []record
	outlets  []string // of each of heads
	marks    []uint64 // of each of heads
	pages    []uint64 // of each of heads, the key of the page it is; 0 if it is none
	known    int      // articles that the archive has already
	file     string
	problems []reader.Problem
	faulty   bool // something of it panicked
}

// recordsAhead is how many records may be worked on or wait for one that takes
// longer.
const recordsAhead = 512

// read is the first step: every record is parsed, digested and stored. Records
// are worked on in parallel and stored in the order they were read.
func (r *run) read(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type work struct {
		n      int
		bytes  int64
		record *reader.Record
		found  *reader.Problem
	}
	if r.Reader.Progress == nil {
		r.Reader.Progress = new(reader.Progress)
	}
	jobs := make(chan work, 4*r.Threads)
	done := make(chan batch, 4*r.Threads)

	ahead := make(chan struct{}, recordsAhead)
	room := spill.NewGate(ctx, r.budget.records)
	var scanErr error
	go func() { // the only reader of the input
		defer close(jobs)
		n := 0
		send := func(w work) error {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return ctx.Err()
			}
			w.n = n
			n++
			if err := room.Enter(w.n, w.bytes); err != nil {
				return err
			}
			select {
			case jobs <- w:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		scanErr = reader.Scan(ctx, r.Paths, r.Reader,
			func(rec *reader.Record) error { return send(work{record: rec, bytes: int64(len(rec.Data))}) },
			func(p reader.Problem) { _ = send(work{found: &p}) })
	}()

	credits := credit.NewReader(r.Outlets)
	newDigester := func(number int, huge *hugeDigester) digester {
		newMaker := func() *digest.Maker { return digest.NewMaker(r.Outlets, credits) }
		return digester{number, newMaker(), newMaker, r.inject, wordCounts{}, dictionaries{}, huge}
	}
	huge := &hugeDigester{digester: newDigester(r.Threads, nil)}
	digesters := make([]digester, r.Threads)
	var workers sync.WaitGroup
	var makeErr error
	var once sync.Once
	failed := func(err error) {
		once.Do(func() { makeErr = err })
		cancel()
	}
	for k := range r.Threads {
		digesters[k] = newDigester(k, huge)
		workers.Go(func() {
			for w := range jobs {
				b := batch{n: w.n, bytes: w.bytes}
				if w.found != nil {
					b.problems = []reader.Problem{*w.found}
				} else {
					err := guarded(func() error { return r.make(ctx, &b, &digesters[k], w.record) })
					if found := new(fault); errors.As(err, &found) {
						b = batch{n: w.n, bytes: w.bytes, file: w.record.File}
						b.fault(unread(w.record.File, w.record.Number, err))
					} else if err != nil {
						failed(err)
						return
					}
				}
				select {
				case done <- b:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		workers.Wait()
		close(done)
	}()

	// Batches come as they are finished and are stored as they were read.
	waiting := map[int]batch{}
	next := 0
	for b := range done {
		waiting[b.n] = b
		for {
			b, ok := waiting[next]
			if !ok {
				break
			}
			delete(waiting, next)
			next++
			<-ahead
			if err := r.keep(b); err != nil {
				return err
			}
			room.Leave(b.bytes)
		}
		r.Progress(Progress{Step: Reading, Done: r.store.len(), Bytes: r.Reader.Progress.Bytes.Load()})
	}
	if makeErr != nil {
		return makeErr
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if scanErr != nil {
		return fmt.Errorf("read articles: %w", scanErr)
	}
	r.counts = wordCounts{}
	for _, m := range append(digesters, huge.digester) {
		m.dictionaries.flush(m.counts)
		r.counts.merge(m.counts)
		r.dictionaries = append(r.dictionaries, m.dictionaries)
	}
	if r.past != nil {
		if err := r.recall(ctx); err != nil {
			return err
		}
	}
	if !r.plainWords {
		r.rarity = r.counts.rarities()
	}
	for _, d := range r.dictionaries {
		d.weigh(r.rarity)
	}
	r.sides = newSideCache(r, false)
	return r.enumerate(ctx)
}

// make digests the articles of one record.
func (r *run) make(ctx context.Context, b *batch, m *digester, rec *reader.Record) error {
	b.file = rec.File
	page, isPage := rec.Page()
	if isPage && r.past != nil {
		if done, err := r.again(ctx, b, rec, page, m.counts); done || err != nil {
			return err
		}
	}
	articles, problems := rec.Parse()
	b.problems = problems
	if len(articles) != 1 || len(problems) > 0 {
		page = 0 // to be read anew
	}
	for k := range articles {
		a := &articles[k]
		mark := markOf(a)
		if r.past != nil {
			if known, err := r.past.has(ctx, mark); err != nil {
				return err
			} else if known {
				b.known++
				continue
			}
		}
		m.add(b, a, mark, page)
	}
	return nil
}

// add adds an article to a batch. page is the key of the page it is, 0 if none.
func (b *batch) add(d *digest.Digest, text string, mark, page uint64) {
	a := &d.Meta
	h := head{id: a.ID, file: a.File, record: int32(a.Record), hash: d.Hash}
	if from, to := a.Published.Interval(); !from.IsZero() {
		h.from, h.to = from.Unix(), to.Unix()
	}
	b.heads = append(b.heads, h)
	b.records = append(b.records, pack(d, text))
	b.outlets = append(b.outlets, d.Outlet)
	b.marks = append(b.marks, mark)
	b.pages = append(b.pages, page)
}

// fault adds a problem of something that panicked.
func (b *batch) fault(p reader.Problem) {
	b.problems, b.faulty = append(b.problems, p), true
}

// truncate leaves the first n articles of a batch.
func (b *batch) truncate(n int) {
	b.heads, b.records, b.outlets, b.marks, b.pages = b.heads[:n], b.records[:n], b.outlets[:n], b.marks[:n], b.pages[:n]
}

func (r *run) keep(b batch) error {
	for _, p := range b.problems {
		if err := r.problems.Add(problemRow(p)); err != nil {
			return err
		}
	}
	if r.past != nil {
		r.past.once(&b)
	}
	r.visited.read(&b)
	for k, h := range b.heads {
		place, err := r.store.add(b.records[k])
		if err != nil {
			return err
		}
		h.place, h.site = place, r.site(b.outlets[k])
		for kind, log := range r.logs {
			if err := log.Add(place, b.records[k].keys[kind]); err != nil {
				return err
			}
		}
		r.heads = append(r.heads, h)
		if r.past != nil {
			if err := r.past.keep(r.space, b.marks[k], b.pages[k], &b.records[k]); err != nil {
				return err
			}
		}
	}
	return nil
}

// site returns the number of an outlet.
func (r *run) site(outlet string) uint32 {
	if outlet == "" {
		return 0
	}
	n, ok := r.sites[outlet]
	if !ok {
		n = uint32(len(r.sites) + 1)
		r.sites[strings.Clone(outlet)] = n
	}
	return n
}

// enumerate gives each article its number: by date, undated ones last, then by
// id. Ids that several articles have are told apart by a mark, ~2 and so on;
// the mark is part of the id from the next night on, so that the order of two
// articles may change then.
func (r *run) enumerate(ctx context.Context) error {
	slices.SortFunc(r.heads, func(x, y head) int {
		return cmp.Or(
			cmp.Compare(undated(x), undated(y)), cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to),
			cmp.Compare(x.id, y.id), cmp.Compare(fresh(x), fresh(y)), cmp.Compare(x.file, y.file), cmp.Compare(x.record, y.record), cmp.Compare(x.hash, y.hash),
		)
	})
	r.number = make([]uint32, r.store.len())
	if r.past != nil {
		if !r.past.young {
			r.known = make([]bool, len(r.heads))
		}
		r.past.byRow = make(map[int64]uint32, len(r.past.heads))
	}
	for i := range r.heads {
		if p := r.pastOf(uint32(i)); p != nil {
			r.past.byRow[p.number] = uint32(i)
			if r.known != nil {
				r.known[i] = true
			}
		} else {
			r.number[r.heads[i].place] = uint32(i)
		}
	}
	return r.distinguish(ctx)
}

// distinguish marks the ids that an article before has already. Those of
// earlier nights stand.
func (r *run) distinguish(ctx context.Context) error {
	hashes := make([]uint64, len(r.heads)) // most ids are had once; only the others are worth a map
	for i := range r.heads {
		hashes[i] = xxh3.HashString(r.heads[i].id)
	}
	slices.Sort(hashes)
	repeated := map[uint64]bool{}
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			repeated[hashes[i]] = true
		}
	}
	archived, err := r.archivedIDs(ctx)
	if err != nil {
		return err
	}
	if len(repeated) == 0 && len(archived) == 0 {
		return nil
	}
	all := make(map[string]bool, len(r.heads))
	had := map[string]int{} // how many articles have had an id so far
	for i := range r.heads {
		h := &r.heads[i]
		all[h.id] = true
		if h.past > 0 || archived[h.id] {
			had[h.id] = 1
		}
	}
	for i := range r.heads {
		h := &r.heads[i]
		if h.past > 0 || !repeated[xxh3.HashString(h.id)] && !archived[h.id] {
			continue
		}
		had[h.id]++
		for n := had[h.id]; n > 1; n++ {
			id := h.id + "~" + strconv.Itoa(n)
			if all[id] {
				continue
			}
			if taken, err := r.archived(ctx, id); err != nil {
				return err
			} else if taken {
				continue
			}
			all[id] = true
			had[h.id] = n
			h.id = id
			break
		}
	}
	return nil
}

// fresh is 0 for an article of an earlier night.
func fresh(h head) int {
	if h.past > 0 {
		return 0
	}
	return 1
}

func undated(h head) int {
	if h.from == 0 && h.to == 0 {
		return 1
	}
	return 0
}

// load returns the digest and text of article n, its site's furniture not marked.
func (r *run) load(n uint32) (d *digest.Digest, text string, err error) {
	if p := r.pastOf(n); p != nil {
		d, text, err = r.loadPast(p.number, true)
	} else {
		d, text, err = r.store.both(r.heads[n].place)
	}
	if err != nil {
		return nil, "", fmt.Errorf("read back %s: %w", r.heads[n].id, err)
	}
	d.Meta.ID = r.heads[n].id
	return d, text, nil
}

// digest returns the digest of article n.
func (r *run) digest(n uint32) (d *digest.Digest, err error) {
	if p := r.pastOf(n); p != nil {
		d, _, err = r.loadPast(p.number, false)
	} else {
		d, err = r.store.digest(r.heads[n].place)
	}
	if err != nil {
		return nil, fmt.Errorf("read back %s: %w", r.heads[n].id, err)
	}
	d.Meta.ID = r.heads[n].id
	return d, nil
}
