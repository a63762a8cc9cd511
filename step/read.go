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
	"wiretrace/lang/word"
	"wiretrace/outlet"
	"wiretrace/row"
	"wiretrace/shingle"
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

// digestStep reads articles and digests each.
//
//	in    inputs: a row for each share of the files
//	out   articles:place  one after another, with digest and text
//	      heads:0         a block for each article, whose order is that of numbers
//	      ids:hash        its id, by which repeats finds another that has the same
//	      names:0         outlets and writers of the task, each once, in order
//	      words:0         counts of its words, a row for each language
//
// Files are shared out by their names, so that no list of them need be made first. It holds
// an article at a time, and the names and counts.
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
	list := slices.SortedFunc(maps.Keys(names), func(x, y name) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), compareBools(x.Titled, y.Titled), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Host, y.Host))
	})
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
	return d.put(Problems, 0, &problem{row.Problem{File: word.Printable(p.File), Record: n, Reason: word.Printable(p.Reason), Kind: p.Kind.String()}, true})
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
		p := problemOf(a.File, a.Record, reason)
		p.Kind = reader.Warning
		if err := tell(p); err != nil {
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
		n := name{Name: made.Outlet, Titled: strings.HasPrefix(made.Meta.Outlet, outlet.Article)}
		if d.o.outlets().Guards(n.Name) {
			days := cluster.Dates{From: h.From, To: h.To}.WholeDays()
			n.From, n.To = days.From, days.To
		}
		d.names[n] = true
	}
	if site := d.maker.Site(); site.Host != "" {
		d.names[name{Name: site.Name, Host: site.Host}] = true
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

// repeatsStep finds ids that several articles have.
//
//	in    ids:hash    all of an id, and those like ID~2 that it might be given
//	out   repeated:0  each id that comes twice, with those like it that are taken
//
// They are few, so number, which runs alone, need not hold all ids.
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

// namesStep puts together what the tasks of digest found.
//
//	in    names:0, words:0, of every task
//	out   names:0  each outlet and writer once, in order
//	      words:0  a row for each language
//
// It runs alone, since most steps want all of it at their side: as much as there are
// outlets and words, however many articles.
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
	hosts  outlet.Hosts
	writer outlet.Writers
	// When those have pieces that the gazetteer guards.
	present cluster.Presence
}

func (t *task) outlets() (*outlets, error) {
	o := &outlets{titled: map[string]bool{}, hosts: outlet.Hosts{}, writer: outlet.Writers{}, present: cluster.Presence{}}
	guards := t.o.outlets().Guards
	err := sideRows(t, Names, func(n *name) error {
		switch {
		case n.Host != "":
			o.hosts.Add(n.Host, n.Name)
		case n.Writer:
			o.writer[n.Name] = true
		default:
			o.names = append(o.names, n.Name)
			if guards(n.Name) {
				o.present.Add(n.Name, cluster.Dates{From: n.From, To: n.To})
			}
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

// house returns the outlet of an article that is known by name or by a host.
func (o *outlets) house(name string) string { return cmp.Or(o.hosts[name], name) }

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
