package step

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/klauspost/compress/s2"
	"github.com/zeebo/xxh3"

	"wiretrace/article"
	"wiretrace/article/reader"
	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/internal/fault"
	"wiretrace/lang"
	"wiretrace/outlet"
	"wiretrace/row"
	"wiretrace/shingle"
	"wiretrace/spill"
)

// A digesting is the step digest at work.
type digesting struct {
	*task
	newMaker func() *digest.Maker
	maker    *digest.Maker
	counts   map[string]*shingle.Counts
	names    map[name]bool
	writers  outlet.Writers
	place    uint64 // of the next article
	flood    reader.Flood
}

func digestStep(t *task) error {
	credits := credit.NewReader(t.o.outlets())
	d := &digesting{
		task: t, newMaker: func() *digest.Maker { return digest.NewMaker(t.o.outlets(), credits) },
		counts: map[string]*shingle.Counts{}, names: map[name]bool{}, writers: outlet.Writers{},
	}
	d.maker = d.newMaker()
	err := t.each(func(b *Block) error { return rowsOf([]*Block{b}, d.read) })
	if err != nil {
		return err
	}
	for w := range d.writers {
		d.names[name{Name: w, Writer: true}] = true
	}
	return errors.Join(putNames(t, d.names), putCounts(t, d.counts))
}

// putNames writes names, in order.
func putNames(t *task, names map[name]bool) error {
	list := slices.SortedFunc(maps.Keys(names), func(x, y name) int { return cmp.Or(cmp.Compare(x.Name, y.Name), compareBools(x.Titled, y.Titled)) })
	for _, n := range list {
		if err := t.put(Names, 0, &n); err != nil {
			return err
		}
	}
	return nil
}

// compareBools puts false first.
func compareBools(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// putCounts writes the counts of words.
func putCounts(t *task, counts map[string]*shingle.Counts) error {
	for _, language := range slices.Sorted(maps.Keys(counts)) {
		c := counts[language]
		if err := t.putAlone(Words, 0, []byte(language), &words{language, c.Encode(nil)}); err != nil {
			return err
		}
	}
	return nil
}

// read digests the articles of an input.
func (d *digesting) read(in *Input) error {
	in.Of = max(in.Of, 1)
	d.place = uint64(in.Share) << 32
	o := d.o.Reader
	o.Visit = append(slices.Clone(o.Visit), func(path string, _ fs.FileInfo) bool { return share(path, in.Of) != in.Share })
	tell := func(p reader.Problem) error { // each share meets those of folders
		if share(cmp.Or(p.Within, p.File), in.Of) != in.Share {
			return nil
		}
		return d.flood.Add(p, d.keep)
	}
	var failed error
	err := reader.Scan(d.ctx, in.Paths, o, func(rec *reader.Record) error {
		var articles []article.Article
		var problems []reader.Problem
		if err := fault.Guard(func() error {
			articles, problems = rec.Parse()
			return nil
		}); err != nil {
			problems = []reader.Problem{unread(rec.File, rec.Number, err)}
		}
		for _, p := range problems {
			if err := tell(p); err != nil {
				return err
			}
		}
		for k := range articles {
			if err := d.article(&articles[k], tell); err != nil {
				return err
			}
		}
		return nil
	}, func(p reader.Problem) { failed = cmp.Or(failed, tell(p)) })
	if err == nil {
		err = failed
	}
	if err == nil {
		err = d.flood.End(d.keep)
	}
	if err != nil {
		return fmt.Errorf("read articles: %w", err)
	}
	return nil
}

func (d *digesting) keep(p reader.Problem) error {
	n, _ := strconv.Atoi(p.Record)
	return d.problem(row.Problem{File: p.File, Record: n, Reason: p.Reason})
}

// unread makes a problem of an article or a record that could not be digested.
func unread(file string, record int, err error) reader.Problem {
	return problemOf(file, record, "not read: "+err.Error())
}

// problemOf makes a problem of an article or a record; record is 0 if it is the file.
func problemOf(file string, record int, reason string) reader.Problem {
	p := reader.Problem{File: file, Reason: reason}
	if record > 0 {
		p.Record = strconv.Itoa(record)
	}
	return p
}

// article digests an article.
func (d *digesting) article(a *article.Article, tell func(reader.Problem) error) error {
	if most := d.o.mostWords(); len(a.Text) > most {
		if n := digest.RoughWords(a.Text); n > most {
			return tell(unread(a.File, a.Record, fmt.Errorf("its %d words are more than --memory allows", n)))
		}
	}
	var made *digest.Digest
	if err := fault.Guard(func() error {
		made = d.maker.Make(a)
		return nil
	}); err != nil {
		d.maker = d.newMaker()
		return tell(unread(a.File, a.Record, err))
	}
	for _, reason := range d.maker.Left().Reasons() {
		if err := tell(problemOf(a.File, a.Record, reason)); err != nil {
			return err
		}
	}
	countsOf(d.counts, made.Meta.Language).Add(d.maker.ProseWords())
	h := head{Place: d.place, ID: made.Meta.ID, Hash: made.Hash, Outlet: made.Outlet}
	d.place++
	if from, to := made.Meta.Published.Interval(); !from.IsZero() {
		h.From, h.To = from.Unix(), to.Unix()
	}
	if made.Outlet != "" {
		d.names[name{Name: made.Outlet, Titled: strings.HasPrefix(made.Meta.Outlet, outlet.Article)}] = true
	}
	d.writers.Add(made.Meta.Byline)
	err := d.put(Articles, readPart(h.Place), &read{h.Place, h.From, h.To, made.Encode(nil), pack(a.Text)})
	if err != nil {
		return err
	}
	if err := d.putAlone(Heads, 0, h.order(&made.Meta), &h); err != nil {
		return err
	}
	if err := d.put(IDs, idPart(h.ID), &articleID{ID: h.ID}); err != nil {
		return err
	}
	if k := strings.LastIndexByte(h.ID, '~'); k > 0 && strings.Trim(h.ID[k+1:], "0123456789") == "" {
		return d.put(IDs, idPart(h.ID[:k]), &articleID{h.ID, true})
	}
	return nil
}

// idPart is the part of an id.
func idPart(id string) uint32 { return uint32(xxh3.HashString(id)) & (1<<16 - 1) }

func repeatsStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		count := map[string]int{}
		taken := map[string][]string{}
		if err := rowsOf(of[IDs], func(x *articleID) error {
			if x.Taken {
				base := x.ID[:strings.LastIndexByte(x.ID, '~')]
				taken[base] = append(taken[base], x.ID)
			} else {
				count[x.ID]++
			}
			return nil
		}); err != nil {
			return err
		}
		for _, id := range slices.Sorted(maps.Keys(count)) {
			if count[id] > 1 {
				if err := t.put(Repeated, 0, &repeatedID{id, taken[id]}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// order is that of numbers: by date, undated ones last, then by id. What is the same in
// all has the same bytes.
func (h *head) order(m *article.Article) []byte {
	var b []byte
	b = append(b, byte(cluster.Dates{From: h.From, To: h.To}.Undated()))
	b = binary.BigEndian.AppendUint64(b, uint64(h.From)^1<<63)
	b = binary.BigEndian.AppendUint64(b, uint64(h.To)^1<<63)
	b = append(append(b, h.ID...), 0)
	b = append(append(b, m.File...), 0)
	b = binary.BigEndian.AppendUint64(b, uint64(int64(int32(m.Record)))^1<<63)
	return clip(binary.BigEndian.AppendUint64(b, h.Hash))
}

// countsOf returns the counts of the words of a language; those of languages whose
// words are not known share one count, under the empty name.
func countsOf(counts map[string]*shingle.Counts, language string) *shingle.Counts {
	language = counted(language)
	if counts[language] == nil {
		counts[language] = shingle.NewCounts(shingle.Background(language))
	}
	return counts[language]
}

func counted(language string) string {
	if lang.Index(language) >= 0 {
		return language
	}
	return ""
}

func pack(text string) []byte {
	return s2.Encode(nil, unsafe.Slice(unsafe.StringData(text), len(text))) // is only read
}

func unpack(packed []byte) (string, error) {
	plain, err := s2.Decode(nil, packed)
	return unsafe.String(unsafe.SliceData(plain), len(plain)), err // nobody else has these bytes
}

func namesStep(t *task) error {
	all := map[name]bool{}
	counts := map[string]*shingle.Counts{}
	err := t.each(func(b *Block) error {
		if b.Kind == Names {
			return rowsOf([]*Block{b}, func(n *name) error {
				all[*n] = true
				return nil
			})
		}
		return rowsOf([]*Block{b}, func(w *words) error {
			c, err := shingle.DecodeCounts(w.Counts, shingle.Background(w.Language))
			if err == nil {
				countsOf(counts, w.Language).Merge(c)
			}
			return err
		})
	})
	if err != nil {
		return err
	}
	return errors.Join(putNames(t, all), putCounts(t, counts))
}

// outlets are the outlets in hand.
type outlets struct {
	names  []string // sorted; the number of one is its place + 1
	titled map[string]bool
	writer outlet.Writers
}

func (t *task) outlets() (*outlets, error) {
	o := &outlets{titled: map[string]bool{}, writer: outlet.Writers{}}
	err := sideRows(t, Names, func(n *name) error {
		switch {
		case n.Writer:
			o.writer[n.Name] = true
		default:
			o.names = append(o.names, n.Name)
			if n.Titled {
				o.titled[n.Name] = true
			}
		}
		return nil
	})
	slices.Sort(o.names)
	o.names = slices.Compact(o.names)
	return o, err
}

// site returns the number of an outlet, 0 if it is unknown.
func (o *outlets) site(name string) uint32 {
	i, ok := slices.BinarySearch(o.names, name)
	if !ok {
		return 0
	}
	return uint32(i + 1)
}

// known returns what gazetteers.Known does of the outlets in hand, and their names.
func (o *outlets) known(g *outlet.Gazetteer) (names []string, all, added *outlet.Gazetteer, n int) {
	for _, name := range o.names {
		if !o.writer.Has(name) {
			names = append(names, name)
		}
	}
	all, added, n = g.Known(outlet.AsGiven(names, o.titled))
	return names, all, added, n
}

// A numbering is the step number at work. It holds of an article what it must write
// together with others, and of ids only those that come twice.
type numbering struct {
	*task
	n       uint32
	facts   []fact // of the last articles
	outlets *outlets
	taken   map[string]bool // ids that nobody may be given, of those repeated and of those like them
	seen    map[string]int  // how often a repeated id has come
}

func numberStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	num := &numbering{task: t, outlets: o, taken: map[string]bool{}, seen: map[string]int{}}
	if err := sideRows(t, Repeated, func(r *repeatedID) error {
		num.seen[r.ID] = 0
		for _, id := range r.Taken {
			num.taken[id] = true
		}
		return nil
	}); err != nil {
		return err
	}
	if err := t.each(func(b *Block) error { return rowsOf([]*Block{b}, num.head) }); err != nil {
		return err
	}
	return num.flushFacts()
}

// head numbers an article.
func (num *numbering) head(h *head) error {
	n := num.n
	num.n++
	renamed := ""
	if had, repeated := num.seen[h.ID]; repeated {
		if had > 0 {
			k := max(had, 2)
			for num.taken[h.ID+"~"+strconv.Itoa(k)] {
				k++
			}
			renamed = h.ID + "~" + strconv.Itoa(k)
			had = k
		}
		num.seen[h.ID] = had + 1
	}
	f := fact{h.From, h.To, num.outlets.site(h.Outlet), cluster.NameOf(cmp.Or(renamed, h.ID), h.Hash)}
	if num.facts = append(num.facts, f); len(num.facts) == factsOfBlock {
		if err := num.flushFacts(); err != nil {
			return err
		}
	}
	if h.Hash != 0 {
		if err := num.put(Exact, uint32(spill.Scatter(h.Hash)>>(64-exactBits)), &key{h.Hash, n}); err != nil {
			return err
		}
	}
	return num.put(Numbers, readPart(h.Place), &numbered{h.Place, n, renamed})
}

const (
	factsOfBlock = 1 << 13
	exactBits    = 8 // of a hash that say which part it falls to
)

// flushFacts writes the facts of the last articles.
func (num *numbering) flushFacts() error {
	c := coder{}
	for i := range num.facts {
		num.facts[i].code(&c)
	}
	rows := uint32(len(num.facts))
	num.facts = num.facts[:0]
	if rows == 0 {
		return nil
	}
	return num.out.Write(&Block{Kind: Facts, Order: ordered(num.n - rows), Rows: rows, Data: c.b})
}

func identicalStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		keys, _, err := keysOf(of[Exact], func(uint32) bool { return true })
		if err != nil {
			return err
		}
		cluster.SortKeys(keys)
		for i := 1; i < len(keys); i++ {
			if keys[i].Hash != keys[i-1].Hash {
				continue
			}
			if err := t.put(First, 0, &couple{keys[i-1].Article, keys[i].Article}); err != nil {
				return err
			}
			keys[i].Article = keys[i-1].Article // the next one's first is the same
		}
		return nil
	})
}

// putSorted writes rows of one kind to part 0 so that they are read in this order.
func putSorted[T any](t *task, k Kind, rows []T, of func(*T) coded) error {
	const many = 1 << 13
	for from := 0; from < len(rows); from += many {
		c := coder{}
		some := rows[from:min(from+many, len(rows))]
		for i := range some {
			of(&some[i]).code(&c)
		}
		if err := t.out.Write(&Block{Kind: k, Order: ordered(uint32(from)), Rows: uint32(len(some)), Data: c.b}); err != nil {
			return err
		}
	}
	return nil
}

// putCopies writes the articles that another stands for.
func putCopies(t *task, k Kind, reps []uint32) error {
	var copies []couple
	for n, rep := range reps {
		if rep != uint32(n) {
			copies = append(copies, couple{rep, uint32(n)})
		}
	}
	return putSorted(t, k, copies, func(c *couple) coded { return c })
}

func acquaintStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	names, all, added, n := o.known(t.o.outlets())
	credits := credit.NewReader(all)
	namesakes := digest.NewNamesakes(names)
	w := digest.Acquainter{Added: added, Maker: digest.NewMaker(all, credits)}
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		return rowsOf(of[Articles], func(a *read) error {
			d, err := digest.Decode(a.Digest)
			if err != nil {
				return err
			}
			text, err := unpack(a.Text)
			if err != nil {
				return err
			}
			asks := slices.ContainsFunc(d.Credits, func(c credit.Credit) bool { return digest.IsShortName(&c) })
			where := func() (string, int) { return d.Meta.File, d.Meta.Record }
			if n > 0 {
				err := t.guard(where, "credits not read anew", func() error {
					again, added, err := w.Read(text, func() (*digest.Digest, error) { return digest.Decode(a.Digest) })
					if again == nil || err != nil {
						return err
					}
					d = again
					return t.put(Recredited, part, &recredited{a.Place, again.Encode(nil), added})
				})
				if err != nil {
					return err
				}
			}
			if !asks {
				return nil
			}
			return t.guard(where, "credits not read anew", func() error {
				for q, name := range w.Maker.ShortNames(d, text, namesakes) {
					for k, list := range name.Keys {
						for _, key := range list {
							if err := t.put(Asked, 0, &asked{key, a.Place, a.From, a.To, q, k}); err != nil {
								return err
							}
						}
					}
				}
				return nil
			})
		})
	})
}

// changed returns the articles of a part whose credits have changed, by place.
func changed(of map[Kind][]*Block) (map[uint64]*recredited, error) {
	again := map[uint64]*recredited{}
	err := rowsOf(of[Recredited], func(r *recredited) error {
		again[r.Place] = r
		return nil
	})
	return again, err
}

func lookupStep(t *task) error {
	keys := map[uint64][]*asked{}
	err := sideRows(t, Asked, func(a *asked) error {
		keys[a.Key] = append(keys[a.Key], a)
		return nil
	})
	if err != nil {
		return err
	}
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		again, err := changed(of)
		if err != nil || len(keys) == 0 {
			return err
		}
		return rowsOf(of[Articles], func(a *read) error {
			d, err := digest.Decode(a.Digest)
			if err != nil {
				return err
			}
			list := d.Stories
			if r := again[a.Place]; r != nil {
				list = append(slices.Clone(list), r.Added...)
			}
			for _, k := range list {
				for _, q := range keys[k] {
					asker := cluster.Dates{From: q.From, To: q.To}
					if q.Place == a.Place || !asker.MayRetell(cluster.Dates{From: a.From, To: a.To}) {
						continue
					}
					if err := t.put(Answered, readPart(q.Place), &answered{q.Place, q.Question, q.Namesake, a.Place}); err != nil {
						return err
					}
				}
			}
			return nil
		})
	})
}

// An answering gathers what is found out about the questions of one article.
type answering struct {
	inCommon, namesakeOf map[uint32]int
	pieces               map[uint64]uint32
}

func keysStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	names, all, _, _ := o.known(t.o.outlets())
	maker := digest.NewMaker(all, credit.NewReader(all))
	namesakes := digest.NewNamesakes(names)
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		again, err := changed(of)
		if err != nil {
			return err
		}
		numbers := map[uint64]*numbered{}
		if err := rowsOf(of[Numbers], func(n *numbered) error {
			numbers[n.Place] = n
			return nil
		}); err != nil {
			return err
		}
		answers := map[uint64]map[int]*answering{}
		if err := rowsOf(of[Answered], func(a *answered) error {
			if answers[a.Place] == nil {
				answers[a.Place] = map[int]*answering{}
			}
			q := answers[a.Place][a.Question]
			if q == nil {
				q = &answering{map[uint32]int{}, map[uint32]int{}, map[uint64]uint32{}}
				answers[a.Place][a.Question] = q
			}
			n, ok := q.pieces[a.Piece]
			if !ok {
				n = uint32(len(q.pieces))
				q.pieces[a.Piece] = n
			}
			q.inCommon[n]++
			q.namesakeOf[n] = a.Namesake
			return nil
		}); err != nil {
			return err
		}
		return rowsOf(of[Articles], func(a *read) error {
			n := numbers[a.Place]
			if n == nil {
				return fmt.Errorf("%w: an article without a number", ErrBlocks)
			}
			d, err := digest.Decode(a.Digest)
			if err != nil {
				return err
			}
			keys := d.Keys()
			if r := again[a.Place]; r != nil {
				if d, err = digest.Decode(r.Digest); err != nil {
					return err
				}
				keys[digest.Stories-1] = append(keys[digest.Stories-1], r.Added...)
			}
			if asked := answers[a.Place]; asked != nil {
				added, err := t.mean(maker, d, a.Text, namesakes, asked, all)
				if err != nil {
					return err
				}
				keys[digest.Stories-1] = append(keys[digest.Stories-1], added...)
			}
			return t.number(n, d, a.Text, keys)
		})
	})
}

// mean puts the outlets that short names mean into d, and returns the keys by that.
func (t *task) mean(maker *digest.Maker, d *digest.Digest, packed []byte, namesakes digest.Namesakes, asked map[int]*answering, all *outlet.Gazetteer) (added []uint64, err error) {
	text, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	err = t.guard(func() (string, int) { return d.Meta.File, d.Meta.Record }, "credits not read anew", func() error {
		means := map[string]string{}
		for q, name := range maker.ShortNames(d, text, namesakes) {
			if a := asked[q]; a != nil {
				if m := name.Meaning(a.inCommon, a.namesakeOf); m != "" {
					means[name.Name] = m
				}
			}
		}
		if len(means) > 0 {
			added, _ = maker.Mean(d, text, means, all)
		}
		return nil
	})
	return added, err
}

// number writes an article by its number, and its keys.
func (t *task) number(n *numbered, d *digest.Digest, text []byte, keys [digest.Kinds][]uint64) error {
	if n.ID != "" {
		d.Meta.ID = n.ID
	}
	d.Bands, d.Fingerprints, d.Stories = nil, nil, nil
	if err := t.put(Texts, partOf(n.Number), &stored{n.Number, d.Encode(nil), text}); err != nil {
		return err
	}
	for i, list := range keys {
		kind := digest.KeyKind(i + 1)
		for _, k := range list {
			if k == 0 {
				continue
			}
			part := uint32(spill.Scatter(k) >> (64 - kind.PartBits()))
			if err := t.put(Bands+Kind(i), part, &key{k, n.Number}); err != nil {
				return err
			}
		}
	}
	return nil
}
