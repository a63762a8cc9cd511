package step

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"wiretrace/cluster"
	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/spill"
)

// acquaintStep reads anew the credits that name an outlet in hand which the gazetteer does
// not have, and asks which outlets in hand short names mean ("The Post").
//
//	in    articles:place
//	side  names
//	out   recredited:place  the digest of an article whose outlet or credits have changed, and its new keys
//	      asked:0           for each short name the keys that a piece of who may be meant has
//
// It stands before numbers, beside the articles as they were read: what comes out goes on
// with them.
func acquaintStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	names, all, added, n := o.known(t.o.outlets())
	x := acquainting{
		task: t, outlets: o, namesakes: digest.NewNamesakes(names), anew: n > 0,
		by:   digest.Acquainter{Added: added, Maker: digest.NewMaker(all, credit.NewReader(all))},
		move: digest.NewMaker(t.o.outlets(), credit.NewReader(t.o.outlets())),
	}
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		return rowsOf(of[Articles], func(a *read) error { return x.article(part, a) })
	})
}

// An acquainting is the step acquaint at work.
type acquainting struct {
	*task
	outlets   *outlets
	namesakes digest.Namesakes
	anew      bool // there are outlets to look for
	by        digest.Acquainter
	move      *digest.Maker
}

// article acquaints an article of a part with the outlets in hand: with its own, if it
// is known by its host alone, then with those that it names.
func (x *acquainting) article(part uint32, a *read) error {
	d, err := digest.Decode(a.Digest)
	if err != nil {
		return err
	}
	text, err := unpack(a.Text)
	if err != nil {
		return err
	}
	read := &recredited{Place: a.Place, Digest: a.Digest}
	asks := slices.ContainsFunc(d.Credits, func(c credit.Credit) bool { return digest.IsShortName(&c) })
	guard := func(work func() error) error {
		return x.guard(func() (string, int) { return d.Meta.File, d.Meta.Record }, "credits not read anew", work)
	}
	change := func(how func(again *digest.Digest) (added []uint64, changed bool)) error {
		return guard(func() error {
			again, err := digest.Decode(read.Digest) // d stays as it was if reading panics
			if err != nil {
				return err
			}
			if added, changed := how(again); changed {
				d, read = again, &recredited{a.Place, again.Encode(nil), append(read.Added, added...)}
			}
			return nil
		})
	}
	was := read
	if name := x.outlets.house(d.Outlet); name != d.Outlet {
		if err := change(func(d *digest.Digest) ([]uint64, bool) {
			return x.move.Rehouse(d, text, name, x.outlets.titled[name]), true
		}); err != nil {
			return err
		}
	}
	if x.anew {
		dates := cluster.Dates{From: a.From, To: a.To}
		if err := change(func(d *digest.Digest) ([]uint64, bool) {
			return x.by.Read(d, text, func(outlet string) bool { return x.outlets.present.Near(outlet, dates) })
		}); err != nil {
			return err
		}
	}
	if read != was {
		if err := x.put(Recredited, part, read); err != nil {
			return err
		}
	}
	if !asks {
		return nil
	}
	return guard(func() error { return x.ask(a, d, text) })
}

// ask writes the questions of an article.
func (x *acquainting) ask(a *read, d *digest.Digest, text string) error {
	for q, name := range x.by.Maker.ShortNames(d, text, x.namesakes) {
		for k, list := range name.Keys {
			for _, key := range list {
				if err := x.put(Asked, 0, &asked{key, a.Place, a.From, a.To, q, k}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// changed returns the articles of a part whose credits have changed, by place.
func changed(of map[Kind][]*Block) (map[uint64]*recredited, error) {
	return rowsBy(of[Recredited], func(r *recredited) uint64 { return r.Place })
}

// lookupStep finds the articles that short names may mean.
//
//	in    articles:place, recredited:place
//	side  asked
//	out   answered:place  of the article that asks: each piece of the days before with one of its keys
//
// Questions are few and articles many, so the questions go to the articles.
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

// An answering is what was found out about one question of an article. Pieces are numbered
// as they come.
type answering struct {
	inCommon, namesakeOf map[uint32]int    // by piece; see digest.ShortName.Meaning
	pieces               map[uint64]uint32 // by place
}

// answersOf returns what is answered to the articles of a part, by place and question.
func answersOf(of map[Kind][]*Block) (map[uint64]map[int]*answering, error) {
	answers := map[uint64]map[int]*answering{}
	err := rowsOf(of[Answered], func(a *answered) error {
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
	})
	return answers, err
}

// keysStep gives articles their numbers, and parts them from their keys.
//
//	in    articles:place, numbers:place, same:place, recredited:place, answered:place
//	side  names
//	out   texts:article  number, text, and the digest without the keys that nobody asks for again
//	      bands:hash     key and number; none of an article whose words another before it has
//	      keyed:article  all other keys
//
// This is where what was read, which goes by place, becomes what is told, which goes by
// number. Keys but bands wait with their articles until families are known (sendStep).
func keysStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	names, all, _, _ := o.known(t.o.outlets())
	maker := digest.NewMaker(all, credit.NewReader(all))
	namesakes := digest.NewNamesakes(names)
	titled := t.o.outlets().Entitled(o.titled)
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		again, err := changed(of)
		if err != nil {
			return err
		}
		numbers, err := rowsBy(of[Numbers], func(n *numbered) uint64 { return n.Place })
		if err != nil {
			return err
		}
		same, err := rowsBy(of[Same], func(x *identical) uint64 { return x.Place })
		if err != nil {
			return err
		}
		answers, err := answersOf(of)
		if err != nil {
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
			if same[a.Place] != nil {
				keys[digest.Bands-1] = nil
			}
			d.Entitle(titled)
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
	for _, k := range keys[digest.Bands-1] {
		if k == 0 {
			continue
		}
		if err := t.put(Bands, t.keyPart(digest.Bands, k), &key{k, n.Number}); err != nil {
			return err
		}
	}
	keys[digest.Bands-1] = nil
	return t.put(Keyed, partOf(n.Number), &keyed{n.Number, keys})
}

// keyPart is the part of a key. Those of a kind have as many parts as on one machine, and 16 for
// each task at least: a part is held in memory, and whoever has more articles has more tasks.
func (t *task) keyPart(kind digest.KeyKind, k uint64) uint32 {
	const ofTask, most = 4, 24
	n := min(max(int(kind.PartBits()), bits.Len32(max(t.o.Tasks, 1)-1)+ofTask), most)
	return uint32(spill.Scatter(k) >> (64 - n))
}

// sendStep sends keys to the parts that they fall to, each with what whoever looks at it must
// know of its article: so none of those need know of all articles.
//
//	in    keyed:article, facts:article, reps:article, again:article
//	out   prints:hash           of all articles: who stands for it, and its outlet
//	      pairs, stories: hash  of those that meet others for their families: who stands for it, and its dates
//	      sayings:hash          of all: who stands for it
//	      lines:hash            of those that stand for their families: its outlet
//	      further:hash          how many more articles of an outlet have a line
//
// Of keys that very many articles have a task writes no more than change anything: see
// cluster.Trim, and sending.wants.
func sendStep(t *task) error {
	s := sending{t: t, lines: map[lineOf]int{}}
	err := t.parts(func(part uint32, of map[Kind][]*Block) error {
		all, err := aboutOf(part, of)
		if err != nil {
			return err
		}
		again, err := couplesOf(of[Again])
		if err != nil {
			return err
		}
		list, err := allRows[keyed](of[Keyed])
		if err != nil {
			return err
		}
		slices.SortFunc(list, func(x, y *keyed) int { return cmp.Compare(x.Number, y.Number) })
		for _, x := range list {
			known := all[x.Number]
			if known == nil {
				return errMissing(x.Number)
			}
			_, surfaces := again[x.Number]
			if err := s.article(x, known, surfaces); err != nil {
				return err
			}
		}
		if len(s.lines) < mostLines {
			return nil
		}
		return s.flush()
	})
	return cmp.Or(err, s.flush())
}

// A sending sends keys of articles, which come by their numbers.
type sending struct {
	t     *task
	trim  cluster.Trim
	lines map[lineOf]int // how many articles have them
}

type lineOf struct {
	line uint64
	site uint32
}

// mostLines is how many lines of outlets are counted at a time. That some are forgotten only
// lets more keys pass.
const mostLines = 1 << 18

// article sends the keys of an article.
func (s *sending) article(x *keyed, known *about, surfaces bool) error {
	for i, list := range x.Keys {
		kind := digest.KeyKind(i + 1)
		row, wanted := known.with(kind, x.Number, surfaces)
		if !wanted {
			continue
		}
		slices.Sort(list)
		for _, k := range slices.Compact(list) {
			row.Hash = k
			if k == 0 || !s.wants(kind, &row) {
				continue
			}
			if err := s.t.put(Bands+Kind(i), s.t.keyPart(kind, k), &row); err != nil {
				return err
			}
		}
	}
	return nil
}

// wants reports whether a key is one that may change anything, and counts it if not.
func (s *sending) wants(kind digest.KeyKind, x *sent) bool {
	stands, dates := x.Rep == x.Number, cluster.Dates{From: x.From, To: x.To}
	switch kind {
	case digest.Fingerprints:
		return s.trim.Print(x.Hash, x.Rep)
	case digest.Pairs:
		return s.trim.Pair(x.Hash, stands, dates)
	case digest.Stories:
		return s.trim.Story(x.Hash, stands, dates)
	case digest.Lines: // the first articles of an outlet are looked at, of all others it matters how many there are
		at := lineOf{x.Hash, x.Site}
		s.lines[at]++
		return s.lines[at] <= cluster.LooksAtLine
	}
	return true
}

// flush writes how many articles have lines besides those that were sent.
func (s *sending) flush() error {
	var list []*further
	for at, n := range s.lines {
		if n > cluster.LooksAtLine {
			list = append(list, &further{at.line, at.site, n - cluster.LooksAtLine})
		}
	}
	clear(s.lines)
	slices.SortFunc(list, func(x, y *further) int { return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Site, y.Site)) })
	for _, x := range list {
		if err := s.t.put(Further, s.t.keyPart(digest.Lines, x.Line), x); err != nil {
			return err
		}
	}
	return nil
}

// with returns what goes with a key of an article, which surfaces again or not; no key of
// that kind goes anywhere if it is not wanted.
func (a *about) with(kind digest.KeyKind, n uint32, surfaces bool) (row sent, wanted bool) {
	row = sent{key: key{Number: n}, Rep: a.Rep}
	stands := a.Rep == n
	switch kind {
	case digest.Fingerprints:
		row.Site = a.Site
	case digest.Pairs, digest.Stories:
		row.From, row.To = a.From, a.To
		return row, stands || surfaces
	case digest.Lines:
		row.Site = a.Site
		return row, stands
	}
	return row, true
}
