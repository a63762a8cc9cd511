package step

import (
	"fmt"
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
//	out   recredited:place  the digest of an article whose credits have changed, and its new keys
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
					again, err := digest.Decode(a.Digest) // d stays as it was if reading panics
					if err != nil {
						return err
					}
					added, changed := w.Read(again, text)
					if !changed {
						return nil
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

// keysStep gives articles their numbers, and sends their keys to the parts that these fall to.
//
//	in    articles:place, numbers:place, recredited:place, answered:place
//	side  names
//	out   texts:article  number, text, and the digest without the keys that nobody asks for again
//	      bands, prints, pairs, stories, sayings, lines: hash  key and number
//
// This is where what was read, which goes by place, becomes what is told, which goes by
// number. A kind of key has 2 to the power of KeyKind.PartBits parts, as on one machine.
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
		numbers, err := rowsBy(of[Numbers], func(n *numbered) uint64 { return n.Place })
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
