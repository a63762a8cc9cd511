package job

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"
	"time"

	"wiretrace/archive"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// A past is what the archive knows of the articles that tonight's are held
// against. Its articles are heads like tonight's, but their texts, keys and
// links stay in the archive until they are asked for.
type past struct {
	archive *archive.Archive
	window  time.Time // of articles first seen or published since then; zero: of all
	heads   []pastHead
	byRow   map[int64]uint32 // the article of each number in the archive
	names   []string         // ids of clusters and families, from 1
	numbers map[string]uint32
	since   map[string]int64 // when each cluster was first seen
	late    map[int64]bool   // runs whose report never got to its place
	empty   bool             // nothing was archived before
	young   bool             // the window is so small that all of it is judged anew
	lines   []uint64         // keys of lines known to be furniture
	total   int              // articles in the archive before

	// Of each article read tonight, by its place in the store.
	marks []uint64
	pages []uint64
	keys  []keyBlock
	met   map[uint64]bool // all of marks

	counts wordCounts // of tonight's words
}

// A keyBlock is where the keys of an article lie, kind after kind, and how
// many bytes each kind takes.
type keyBlock struct {
	at    spill.Spot
	sizes [kinds]int32
}

// once drops from a batch the articles that were read before tonight, from
// another file or twice from one, as it drops those of earlier nights.
func (p *past) once(b *batch) {
	n := 0
	for k, mark := range b.marks {
		if p.met[mark] {
			b.known++
			continue
		}
		p.met[mark] = true
		b.heads[n], b.records[n], b.outlets[n], b.marks[n], b.pages[n] = b.heads[k], b.records[k], b.outlets[k], mark, b.pages[k]
		n++
	}
	b.truncate(n)
}

// keep holds what the archive will want of an article that its digest, as it
// is stored, no longer says.
func (p *past) keep(s *spill.Space, mark, page uint64, x *record) error {
	var block keyBlock
	var b []byte
	for kind, keys := range x.keys {
		for _, k := range keys {
			b = binary.LittleEndian.AppendUint64(b, k)
		}
		block.sizes[kind] = int32(8 * len(keys))
	}
	var err error
	block.at, err = s.Put(b)
	p.marks, p.pages, p.keys = append(p.marks, mark), append(p.pages, page), append(p.keys, block)
	return err
}

// keysOf returns the keys of the article at a place in the store, in the order
// in which the archive has them.
func (p *past) keysOf(s *spill.Space, place uint32) (keys [kinds][]byte, err error) {
	block := &p.keys[place]
	size := 0
	for _, n := range block.sizes {
		size += int(n)
	}
	var buf []byte
	b, err := s.Get(block.at, size, &buf)
	if err != nil {
		return keys, err
	}
	for kind, n := range block.sizes {
		group, k := groupOf(digest.KeyKind(kind + 1))
		keys[3*int(group)+k], b = b[:n:n], b[n:]
	}
	return keys, nil
}

// JudgeAnew is the number of articles up to which those of earlier nights are
// judged anew with tonight's. How rare a word is, is learned from the articles
// at hand, and the first few nights move it most: ten nights would not give the
// clusters that one reading of all gives. Later a night moves it by little, and
// only what it touches is looked at.
const JudgeAnew = 20_000

// A pastHead is what was found out about an article on earlier nights.
type pastHead struct {
	number, rep     int64  // in the archive
	cluster, family uint32 // of names; 0 if it stood alone
	seen            int64  // when the run began that read it
	late            bool   // its night's report never got to its place
}

// tonight reports whether article n is one of those that the report is about:
// read in this run, or in one whose report was never seen.
func (r *run) tonight(n uint32) bool {
	p := r.pastOf(n)
	return p == nil || p.late
}

// pastOf returns what was known of article n, nil if it was read in this run.
func (r *run) pastOf(n uint32) *pastHead {
	if k := r.heads[n].past; k > 0 {
		return &r.past.heads[k-1]
	}
	return nil
}

// open prepares a run that has an archive.
func (r *run) open(ctx context.Context) error {
	if r.Archive == nil {
		return nil
	}
	r.past = &past{archive: r.Archive, met: map[uint64]bool{}}
	if r.Now.IsZero() {
		r.Now = r.began
	}
	if r.Past > 0 {
		r.past.window = r.Now.Add(-r.Past)
	}
	totals, err := r.Archive.Totals(ctx)
	if err != nil {
		return err
	}
	r.past.empty, r.past.total = totals.Articles == 0, totals.Articles
	if err := r.visited.recall(ctx, r.Archive); err != nil {
		return err
	}
	r.Reader.Ignore = r.visited.ours
	r.Reader.Visit = append(slices.Clone(r.Reader.Visit), r.visited.visit)
	return nil
}

// recall adds the articles of the window to those just read, and what else the
// archive has learned.
func (r *run) recall(ctx context.Context) error {
	p := r.past
	p.counts = wordCounts{}
	p.counts.merge(r.counts)
	runs, err := p.archive.Undelivered(ctx)
	if err != nil {
		return err
	}
	p.late = map[int64]bool{}
	for _, n := range runs {
		p.late[n] = true
	}
	p.since = map[string]int64{}
	err = p.archive.Clusters(ctx, func(id string, firstSeen int64, mergedInto string) error {
		if mergedInto == "" {
			p.since[id] = firstSeen
		}
		return nil
	})
	if err != nil {
		return err
	}
	if r.store.len() == 0 && len(runs) == 0 && !r.Whole {
		return nil // nothing is new, so nothing is matched with anything
	}
	p.names, p.numbers = []string{""}, map[string]uint32{"": 0}
	name := func(s string) uint32 {
		n, ok := p.numbers[s]
		if !ok {
			n = uint32(len(p.names))
			p.names = append(p.names, s)
			p.numbers[s] = n
		}
		return n
	}
	files := map[string]string{} // each name once
	err = p.archive.Heads(ctx, p.window, func(h *archive.Head) error {
		file, ok := files[h.File]
		if !ok {
			file = h.File
			files[file] = file
		}
		p.heads = append(p.heads, pastHead{
			number: h.Number, rep: h.Rep, cluster: name(h.Cluster), family: name(h.Family), seen: h.FirstSeen, late: p.late[h.Run],
		})
		r.heads = append(r.heads, head{
			id: h.ID, file: file, record: int32(h.Record), from: h.From, to: h.To, hash: h.Hash,
			site: r.site(h.Outlet), past: uint32(len(p.heads)),
		})
		return nil
	})
	if err != nil {
		return err
	}
	p.young = len(r.heads) <= r.JudgeAnew
	if p.lines, err = p.archive.SiteLines(ctx); err != nil {
		return err
	}
	return p.archive.Words(ctx, p.window, func(language string, b []byte) error {
		counts, err := shingle.DecodeCounts(b, shingle.Background(language))
		if err != nil {
			return fmt.Errorf("read word counts: %w", err)
		}
		r.counts.of(language).Merge(counts)
		return nil
	})
}

// archivedIDs returns those of the ids of articles read tonight that an
// article of the archive has, in the window or not.
func (r *run) archivedIDs(ctx context.Context) (map[string]bool, error) {
	if r.past == nil || r.past.empty {
		return nil, nil
	}
	ids := make([]string, 0, r.store.len())
	for i := range r.heads {
		if r.heads[i].past == 0 {
			ids = append(ids, r.heads[i].id)
		}
	}
	return r.past.archive.IDs(ctx, ids)
}

// archived reports whether an article of the archive has an id.
func (r *run) archived(ctx context.Context, id string) (bool, error) {
	if r.past == nil || r.past.empty {
		return false, nil
	}
	taken, err := r.past.archive.IDs(ctx, []string{id})
	return taken[id], err
}

// groupOf returns where the archive keeps the keys of a kind: the group and
// the place within it.
func groupOf(kind digest.KeyKind) (archive.KeyGroup, int) {
	switch kind {
	case digest.Bands:
		return archive.Small, 0
	case digest.Lines:
		return archive.Small, 1
	case digest.Sayings:
		return archive.Small, 2
	case digest.Fingerprints:
		return archive.Large, 0
	case digest.Pairs:
		return archive.Large, 1
	default:
		return archive.Large, 2
	}
}

// matchPast streams the keys of some kinds, all of one group, of the articles of
// the past that stand for their family past a Bloom filter of those that
// matter, and adds what passes to the logs.
func (r *run) matchPast(ctx context.Context, wanted *shingle.Filter, kinds ...digest.KeyKind) error {
	p := r.past
	if p == nil || len(p.heads) == 0 {
		return nil
	}
	// The archive is read by one goroutine; looking at what it hands out takes
	// as long as reading it and is done by others.
	type row struct {
		n    uint32
		keys [3][]byte
	}
	type found struct {
		kind digest.KeyKind
		cluster.Key
	}
	const rows = 256
	batches := make(chan []row, 2*r.Threads)
	passed := make([][]found, r.Threads)
	var workers sync.WaitGroup
	for w := range r.Threads {
		workers.Go(func() {
			for batch := range batches {
				for _, x := range batch {
					for _, kind := range kinds {
						_, k := groupOf(kind)
						eachPast(x.keys[k], wanted, func(key uint64) {
							passed[w] = append(passed[w], found{kind, cluster.Key{Hash: key, Article: x.n}})
						})
					}
				}
			}
		})
	}
	group, _ := groupOf(kinds[0])
	batch := make([]row, 0, rows)
	err := p.archive.Keys(ctx, group, p.heads[0].number, func(number int64, keys [3][]byte) error {
		n, ok := p.byRow[number]
		if !ok || r.reps[n] != n {
			return nil
		}
		if batch = append(batch, row{n, keys}); len(batch) == rows {
			batches <- batch
			batch = make([]row, 0, rows)
		}
		return nil
	})
	batches <- batch
	close(batches)
	workers.Wait()
	for _, list := range passed {
		for _, x := range list {
			r.logs[x.kind-1].addPast(x.Key)
		}
	}
	return err
}

// filterRate is the share of the archive's keys that none of tonight's articles
// has but that are looked at all the same.
const filterRate = 0.01

// wanted makes a filter of the keys of some kinds that fresh articles have; it
// is nil if all keys matter.
func (r *run) wanted(kinds ...digest.KeyKind) (*shingle.Filter, error) {
	if r.past == nil || len(r.past.heads) == 0 || r.past.young {
		return nil, nil
	}
	all := 0
	for _, k := range kinds {
		all += r.logs[k-1].Len()
	}
	f := shingle.NewFilter(all, filterRate)
	var list []cluster.Key
	for _, k := range kinds {
		log := r.logs[k-1]
		for part := range log.Parts() {
			var err error
			list, err = log.load(list[:0], part, func(place uint32) (uint32, bool) { return place, true })
			if err != nil {
				return nil, err
			}
			for _, x := range slices.Concat(list, log.past[part]) {
				f.Add(spill.Scatter(x.Hash))
			}
		}
	}
	return f, nil
}

// promote puts the keys of articles of the past that stand for a family since
// tonight into the logs, as if they had just been read.
func (r *run) promote(ctx context.Context, list []uint32) error {
	for _, n := range list {
		for _, kind := range []digest.KeyKind{digest.Fingerprints, digest.Pairs, digest.Stories} {
			keys, err := r.keysInArchive(ctx, r.pastOf(n).number, kind)
			if err != nil {
				return err
			}
			for _, k := range keys {
				r.logs[kind-1].addPast(cluster.Key{Hash: k, Article: n})
			}
		}
	}
	return nil
}

// pastFamilies returns the couples of representative and member of the families
// of earlier nights, and notes that they are whole copies. first is for each
// article the first one of the same words.
func (r *run) pastFamilies(first []uint32, known map[cluster.Couple]bool) []cluster.Couple {
	var out []cluster.Couple
	for n := range r.heads {
		p := r.pastOf(uint32(n))
		if p == nil || p.rep == p.number {
			continue
		}
		rep, ok := r.past.byRow[p.rep]
		if !ok {
			continue
		}
		a, b := first[rep], first[n]
		if a == b {
			continue
		}
		c := cluster.Couple{A: min(a, b), B: max(a, b)}
		if !known[c] {
			known[c] = true
			out = append(out, c)
		}
	}
	return cluster.Distinct(out)
}

// settle takes the articles that stand for their family only since tonight for
// new ones, once families are known.
func (r *run) settle(ctx context.Context) error {
	if r.known == nil {
		return nil
	}
	var promoted []uint32
	for n := range r.heads {
		p := r.pastOf(uint32(n))
		if p != nil && p.rep != p.number && r.reps[n] == uint32(n) {
			r.known[n] = false
			promoted = append(promoted, uint32(n))
		}
	}
	return r.promote(ctx, promoted)
}

// loadPast returns the digest of an article of the past, and its text if that
// is asked for.
func (r *run) loadPast(number int64, text bool) (d *digest.Digest, plain string, err error) {
	err = r.past.archive.Stored(context.Background(), number, func(b, packed []byte) error {
		if d, err = digest.Decode(b); err != nil || !text {
			return err
		}
		t, err := archive.Unpack(nil, packed)
		plain = string(t)
		return err
	})
	return d, plain, err
}

// pastLinks takes over the links found on earlier nights, but for those of
// articles that no longer stand for their family, which are dropped, and those
// of articles whose furniture is known only now, whose couples are returned to
// be compared anew.
func (r *run) pastLinks(ctx context.Context, changed map[uint32]bool) (again []cluster.Couple, err error) {
	p := r.past
	if len(p.heads) == 0 {
		return nil, nil
	}
	err = p.archive.Links(ctx, p.heads[0].number, func(l *archive.Link) error {
		a, okA := p.byRow[l.A]
		b, okB := p.byRow[l.B]
		if !okA || !okB {
			return nil
		}
		couple := cluster.Couple{A: min(a, b), B: max(a, b)}
		gone := r.reps[a] != a || r.reps[b] != b
		if p.young {
			r.unlinked = append(r.unlinked, [2]int64{l.A, l.B})
			return nil
		}
		if gone || changed[a] || changed[b] {
			r.touched[a], r.touched[b] = true, true
			r.unlinked = append(r.unlinked, [2]int64{l.A, l.B})
			if !gone {
				again = append(again, couple)
			}
			return nil
		}
		signs, err := cluster.DecodeSigns(l.Signs)
		if err != nil {
			return fmt.Errorf("read back what %s and %s share: %w", r.heads[a].id, r.heads[b].id, err)
		}
		if a > b {
			signs = signs.Mirror()
		}
		return r.links.add(couple, encodeLink(&cluster.Link{Pair: signs, Relation: cluster.Relation(l.Relation)}), true)
	})
	slices.SortFunc(again, func(x, y cluster.Couple) int { return compareHints(hint{Couple: x}, hint{Couple: y}) })
	return again, err
}
