package job

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"wiretrace/article/reader"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/spill"
)

// An ingestion is the first step at work: every record is parsed, digested and
// stored. Records are worked on in parallel and stored in the order they were
// read.
type ingestion struct {
	*machine
	o         *Options
	past      past
	store     *store
	keys      [kinds]*keyLog
	heads     []head            // in the order they were read
	outlets   map[string]uint32 // number of each
	agencies  map[uint32]bool   // numbers of those that are agencies, of releases too
	hosts     outlet.Hosts      // whose pages stand at hosts that the gazetteer does not know
	titled    map[string]bool   // outlets that some article gives with "The"
	writers   outlet.Writers    // of all bylines
	short     []uint32          // places of the articles that credit an outlet by a short name
	linked    []uint32          // of those that credit one by a link to a host that the gazetteer does not know
	digesters []*digester       // of each thread
	huge      *hugeDigester
}

// ingest makes the corpus of a run.
func ingest(ctx context.Context, m *machine, o *Options, p past) (*corpus, error) {
	in := &ingestion{machine: m, o: o, past: p, store: &store{space: m.space}, outlets: map[string]uint32{}, agencies: map[uint32]bool{}, hosts: outlet.Hosts{}, titled: map[string]bool{}, writers: outlet.Writers{}}
	for kind := range in.keys {
		in.keys[kind] = newKeyLog(m.space, digest.KeyKind(kind+1).PartBits())
	}
	credits := credit.NewReader(o.Outlets)
	newMaker := func() *digest.Maker { return digest.NewMaker(o.Outlets, credits) }
	in.huge = &hugeDigester{digester: digester{number: m.threads, newMaker: newMaker}}
	for k := range m.threads {
		in.digesters = append(in.digesters, &digester{number: k, newMaker: newMaker, huge: in.huge})
	}
	for _, d := range in.all() {
		d.mostWords = m.budget.words
		d.begin(m.inject)
	}
	if err := in.read(ctx); err != nil {
		return nil, err
	}
	return in.corpus(ctx)
}

// all returns all digesters, each at the place of its number.
func (in *ingestion) all() []*digester { return append(slices.Clone(in.digesters), &in.huge.digester) }

// A workItem is a record of the input, or what is wrong with one.
type workItem struct {
	record *reader.Record
	found  *reader.Problem
}

// A load is what is handed over at once: small records together, since handing one
// over takes as long as reading a short article does in part.
type load struct {
	n     int // how many loads were before it
	bytes int64
	items []workItem // for a worker
	done  []batch    // what it made of each
}

// What a load holds at most, unless one record has more bytes.
const (
	loadRecords = 8
	loadBytes   = 32 << 10
)

// recordsAhead is how many records may be worked on or wait for one that takes
// longer.
const recordsAhead = 512

// A conveyor passes records from the one that reads the input to the workers, and
// bounds how many may be on their way.
type conveyor struct {
	todo  chan load
	done  chan load
	ahead chan struct{}
	room  *spill.Gate
	next  load // what is not passed on yet
}

// send passes a record on, or keeps it for the next load. The error is that of ctx.
func (c *conveyor) send(ctx context.Context, x workItem, bytes int64) error {
	c.next.items = append(c.next.items, x)
	if c.next.bytes += bytes; c.next.bytes < loadBytes && len(c.next.items) < loadRecords {
		return nil
	}
	return c.flush(ctx)
}

// flush passes on what is kept. The error is that of ctx.
func (c *conveyor) flush(ctx context.Context) error {
	if len(c.next.items) == 0 {
		return nil
	}
	for range c.next.items {
		select {
		case c.ahead <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err := c.room.Enter(c.next.n, c.next.bytes); err != nil {
		return err
	}
	select {
	case c.todo <- c.next:
		c.next = load{n: c.next.n + 1}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// read reads the whole input: one goroutine cuts it into records, the digesters each
// take some of them, and this one stores what they make.
func (in *ingestion) read(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	l := &conveyor{
		todo: make(chan load, 4*in.threads), done: make(chan load, 4*in.threads),
		ahead: make(chan struct{}, recordsAhead), room: spill.NewGate(ctx, in.budget.records),
	}
	var scanErr error
	go func() { // the only reader of the input
		defer close(l.todo)
		scanErr = guarded(func() error {
			err := reader.Scan(ctx, in.o.Paths, in.o.Reader,
				func(rec *reader.Record) error { return l.send(ctx, workItem{record: rec}, int64(len(rec.Data))) },
				func(p reader.Problem) { _ = l.send(ctx, workItem{found: &p}, 0) })
			if err != nil {
				return err
			}
			return l.flush(ctx)
		})
	}()
	var workers sync.WaitGroup
	for _, d := range in.digesters {
		workers.Go(func() {
			if err := guarded(func() error { return in.work(ctx, l, d) }); err != nil {
				cancel(err)
			}
		})
	}
	go func() {
		workers.Wait()
		close(l.done)
	}()
	if err := in.collect(l); err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	switch {
	case errors.Is(scanErr, reader.ErrNoInput): // its message needs no more
		return scanErr
	case scanErr != nil:
		return fmt.Errorf("read articles: %w", scanErr)
	}
	return nil
}

// work digests loads until there are no more.
func (in *ingestion) work(ctx context.Context, l *conveyor, d *digester) error {
	for x := range l.todo {
		for _, i := range x.items {
			b, err := in.digestItem(ctx, d, i)
			if err != nil {
				return err
			}
			x.done = append(x.done, b)
		}
		x.items = nil
		select {
		case l.done <- x:
		case <-ctx.Done():
			return nil
		}
	}
	return nil
}

// digestItem returns what a worker makes of a workItem. A panic over it is a problem of
// the batch.
func (in *ingestion) digestItem(ctx context.Context, d *digester, w workItem) (batch, error) {
	if w.found != nil {
		return batch{problems: []reader.Problem{*w.found}, file: w.found.File, faulty: w.found.Fault}, nil
	}
	var b batch
	err := guarded(func() error { return in.digestRecord(ctx, &b, d, w.record) })
	if found := new(mishap); errors.As(err, &found) {
		b = batch{file: w.record.File}
		b.fault(unread(w.record.File, w.record.Number, err.Error()))
		err = nil
	}
	return b, err
}

// collect stores loads, which come as they are finished, in the order in which
// they were read.
func (in *ingestion) collect(l *conveyor) error {
	waiting := map[int]load{}
	next := 0
	for x := range l.done {
		waiting[x.n] = x
		for {
			x, ok := waiting[next]
			if !ok {
				break
			}
			delete(waiting, next)
			next++
			for k := range x.done {
				<-l.ahead
				if err := in.keep(&x.done[k]); err != nil {
					return err
				}
			}
			l.room.Leave(x.bytes)
		}
		in.progress(Progress{Step: Reading, Done: in.store.size(), Bytes: in.o.Reader.Progress.Bytes.Load()})
	}
	return nil
}

// digestRecord parses a record and has its articles digested, but for those that an
// earlier night has.
func (in *ingestion) digestRecord(ctx context.Context, b *batch, d *digester, rec *reader.Record) error {
	b.file = rec.File
	page, isPage := rec.Page()
	if isPage {
		if done, err := in.again(ctx, b, rec, page, d.counts); done || err != nil {
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
		known, err := in.past.has(ctx, mark)
		if err != nil {
			return err
		}
		if known {
			b.known++
			continue
		}
		d.add(b, a, mark, page)
	}
	return nil
}

// again adds the article of a page that was read on an earlier night under
// another name; done is false if there is none.
func (in *ingestion) again(ctx context.Context, b *batch, rec *reader.Record, page uint64, counts wordCounts) (done bool, err error) {
	d, text, row, err := in.past.again(ctx, page)
	if d == nil || err != nil {
		return false, err
	}
	a, ok := rec.Again(d.Meta)
	if !ok {
		return false, nil
	}
	if a.ID == d.Meta.ID { // the folder was moved; its mark would be another, since the layout has filled in what the page leaves open
		b.known++
		return true, nil
	}
	d.Meta = a
	a.Text = text
	mark := markOf(&a)
	if known, err := in.past.has(ctx, mark); err != nil {
		return false, err
	} else if known {
		b.known++
		return true, nil
	}
	for _, of := range []struct {
		kind digest.KeyKind
		list *[]uint64
	}{{digest.Bands, &d.Bands}, {digest.Fingerprints, &d.Fingerprints}, {digest.Stories, &d.Stories}} {
		if *of.list, err = in.past.keysOf(ctx, row, of.kind); err != nil {
			return false, err
		}
	}
	countProse(counts, d, text)
	b.add(d, text, mark, page)
	return true, nil
}

// keep stores what a batch has.
func (in *ingestion) keep(b *batch) error {
	for _, p := range b.problems {
		if err := in.problems.add(p); err != nil {
			return err
		}
	}
	in.past.admit(b)
	if err := in.meet(b); err != nil {
		return err
	}
	for k := range b.articles {
		a := &b.articles[k]
		place, err := in.store.add(a.record)
		if err != nil {
			return err
		}
		a.head.place = place
		if a.short {
			in.short = append(in.short, place)
		}
		if a.linked {
			in.linked = append(in.linked, place)
		}
		for kind, log := range in.keys {
			if err := log.Add(place, a.record.keys[kind]); err != nil {
				return err
			}
		}
		in.heads = append(in.heads, a.head)
	}
	return in.past.keep(b)
}

// meet notes the outlets and writers of a batch. An article over which that panics is
// no longer in the batch, and read again the next night.
func (in *ingestion) meet(b *batch) error {
	kept := b.articles[:0]
	for _, a := range b.articles {
		fell, err := in.try(keeping, &a.head, "not read", func() error {
			a.head.site = in.outlet(a.outlet)
			in.hosts.Add(a.site.Host, a.site.Name)
			if a.titled && a.head.site > 0 {
				in.titled[strings.Clone(a.outlet)] = true
			}
			in.writers.Add(a.byline)
			return nil
		})
		if err != nil {
			return err
		}
		if fell {
			in.past.revisit(a.head.file)
			continue
		}
		kept = append(kept, a)
	}
	b.articles = kept
	return nil
}

// outlet returns the number of an outlet, 0 if it is unknown.
func (in *ingestion) outlet(name string) uint32 {
	if name == "" {
		return 0
	}
	n, ok := in.outlets[name]
	if !ok {
		n = uint32(len(in.outlets) + 1)
		in.outlets[strings.Clone(name)] = n
		if o := in.o.Outlets.ByName(name); o != nil && o.Kind == outlet.Agency {
			in.agencies[n] = true
		}
	}
	return n
}

// recalled returns the number of an outlet as the past has it, with "The" where it was given so.
func (in *ingestion) recalled(name string) uint32 {
	if bare, titled := strings.CutPrefix(name, outlet.Article); titled && in.o.Outlets.ByName(name) == nil {
		in.titled[bare] = true
		name = bare
	}
	return in.outlet(name)
}

// corpus puts what was read together with what is recalled.
func (in *ingestion) corpus(ctx context.Context) (*corpus, error) {
	c := &corpus{
		machine: in.machine, past: in.past, keys: in.keys, store: in.store, window: seconds(in.o.Window), whole: in.o.Whole,
		number: make([]uint32, in.store.size()), siteLines: map[uint64]bool{}, agencies: in.agencies,
	}
	counts := wordCounts{}
	for _, m := range in.all() {
		m.dictionaries.flush(m.counts)
		counts.merge(m.counts)
		c.dictionaries = append(c.dictionaries, m.dictionaries)
	}
	if err := in.rehouse(); err != nil {
		return nil, err
	}
	if err := in.relink(); err != nil {
		return nil, err
	}
	history, recalled, err := in.past.recall(ctx, in.heads, counts, in.recalled)
	if err != nil {
		return nil, err
	}
	c.history, c.heads = history, append(in.heads, recalled...)
	if err := in.acquaint(ctx, c.heads); err != nil {
		return nil, err
	}
	c.titled = in.o.Outlets.Entitled(in.titled)
	c.outlets = outlet.AsGiven(slices.Collect(maps.Keys(in.outlets)), c.titled)
	if !in.o.plainWords {
		c.rarity = counts.rarities()
	}
	for _, d := range c.dictionaries {
		d.weigh(c.rarity)
	}
	c.sides = newSideCache(c, false)
	c.enumerate()
	if err := c.distinguish(ctx); err != nil {
		return nil, err
	}
	c.past.settle(c.heads)
	return c, nil
}

// enumerate gives each article its number: by date, undated ones last, then by
// id. Ids that several articles have are told apart by a mark, ~2 and so on;
// the mark is part of the id from the next night on, so that the order of two
// articles may change then.
func (c *corpus) enumerate() {
	slices.SortFunc(c.heads, func(x, y head) int {
		return cmp.Or(
			cmp.Compare(x.undated(), y.undated()), cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to),
			cmp.Compare(x.id, y.id), cmp.Compare(x.fresh(), y.fresh()), cmp.Compare(x.file, y.file), cmp.Compare(x.record, y.record), cmp.Compare(x.hash, y.hash),
		)
	})
	c.states = make([]state, len(c.heads))
	for n := range c.heads {
		e := c.earlier(uint32(n))
		if e == nil {
			c.number[c.heads[n].place] = uint32(n)
			continue
		}
		if !c.history.young {
			c.states[n] |= known
		}
		if e.late {
			c.states[n] |= late
		}
		if e.sameDay {
			c.states[n] |= sameDay
		}
		if e.owed {
			c.states[n] |= owed
		}
	}
}
