package step

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/spill"
)

// bandsStep returns the step that proposes whole copies, of which there are three. Of a few
// articles with a band in common it proposes all couples; of many those with the one at the
// place star, and what is left over by then is for the next.
//
//	in    bands:hash
//	out   couples:article  of the earlier one: each once in a part, in order
//	      crowds           the bands that many have, each to the part of its article: for the next star
//
// Copies known by then propose nothing, so that a million copies are some million couples.
// Whoever has a band with few others proposes all at the first star.
func bandsStep(star int) func(t *task) error {
	return func(t *task) error {
		var sift spill.Sifter
		by := &cluster.Proposer{Articles: company{}, Lost: t.lost("not held against all that may be its copies")}
		return t.parts(func(_ uint32, of map[Kind][]*Block) error {
			var keys []cluster.Key
			if err := rowsOf(of[Bands], func(k *key) error {
				keys = append(keys, cluster.Key{Hash: k.Hash, Article: k.Number})
				return nil
			}); err != nil {
				return err
			}
			keys = sift.Repeated(keys)
			couples, _, err := by.Bands(nil, keys, star)
			if err != nil {
				return err
			}
			for _, c := range cluster.Distinct(couples) {
				if err := t.put(Couples, partOf(c.A), &couple{c.A, c.B}); err != nil {
					return err
				}
			}
			if star == cluster.BandStars-1 {
				return nil
			}
			for g := range cluster.Grouped(keys, 0) {
				if !cluster.OfMany(g) {
					continue
				}
				for _, k := range g {
					if err := t.put(Crowds, partOf(k.Article), &key{k.Hash, k.Article}); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
}

// leftStep passes on the bands that many have, of those of them that stand for themselves.
//
//	in    crowds:article, reps:article
//	out   bands:hash
func leftStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		reps, err := couplesOf(of[Reps])
		if err != nil {
			return err
		}
		return rowsOf(of[Crowds], func(k *key) error {
			if _, copied := reps[k.Number]; copied {
				return nil
			}
			return t.put(Bands, t.keyPart(digest.Bands, k.Hash), k)
		})
	})
}

// gatherStep brings together the couples that hang together: no family reaches beyond those.
//
//	in    labels, first, couples, judged: :article
//	out   first, couples, judged  to the part of the first article of the component
func gatherStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		labels, err := couplesOf(of[Labels])
		if err != nil {
			return err
		}
		in := firsts(labels)
		if err := rowsOf(of[First], func(c *couple) error { return in.send(t, First, c.B, c) }); err != nil {
			return err
		}
		if err := rowsOf(of[Couples], func(c *couple) error { return in.send(t, Couples, c.A, c) }); err != nil {
			return err
		}
		return rowsOf(of[Judged], func(v *verdict) error { return in.send(t, Judged, v.A, v) })
	})
}

// couplesAtOnce is how many couples go to one part to be verified.
const couplesAtOnce = 256

// familiesStep forms copy families, or asks which articles are copies.
//
//	in    first, couples, judged, verdicts: :article of the first of the component: whole components
//	out   either suspects and needs: couples whose verdict is wanted, 256 to a part, in order
//	      or     reps:article   for each copy who stands for it, the earliest of its family
//	             copied         the same couples, to the part of who stands for it
//	             judged:article all verdicts, to the part of the earlier one, for the next star
//
// Which couples are worth a comparison depends on what became of those before, so that
// it is called again, with the verdicts, until no part needs any. A task holds the couples and
// verdicts of a part.
func familiesStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		k, err := kindredOf(of)
		if err != nil {
			return err
		}
		reps, open := k.families(t.lost("kept apart from its copies"))
		if len(open) > 0 {
			for i, c := range open {
				if err := t.suspect(part, i/couplesAtOnce, c); err != nil {
					return err
				}
			}
			return nil
		}
		for _, c := range reps {
			if err := errors.Join(t.put(Reps, partOf(c.B), &c), t.put(Copied, partOf(c.A), &c)); err != nil {
				return err
			}
		}
		for _, c := range slices.SortedFunc(maps.Keys(k.copies), compareCouples) {
			if err := t.put(Judged, partOf(c.A), &verdict{c, k.copies[c]}); err != nil {
				return err
			}
		}
		return nil
	})
}

// A kindred is articles that may be copies, with those that they hang together with.
type kindred struct {
	numbers []uint32          // of all of them, in order
	first   map[uint32]uint32 // of which article others have the same words
	couples []couple          // that may be copies
	copies  map[couple]bool   // whether they are, as far as that is known
}

func compareCouples(x, y couple) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) }

// kindredOf reads those of a part.
func kindredOf(of map[Kind][]*Block) (*kindred, error) {
	k := &kindred{copies: map[couple]bool{}}
	var err error
	if k.first, err = couplesOf(of[First]); err != nil {
		return nil, err
	}
	for copied, first := range k.first {
		k.numbers = append(k.numbers, first, copied)
	}
	if err := rowsOf(of[Couples], func(c *couple) error {
		k.couples = append(k.couples, *c)
		k.numbers = append(k.numbers, c.A, c.B)
		return nil
	}); err != nil {
		return nil, err
	}
	slices.Sort(k.numbers)
	k.numbers = slices.Compact(k.numbers)
	return k, rowsOf(append(of[Judged], of[Verdicts]...), func(v *verdict) error {
		k.copies[v.couple] = v.Copies
		return nil
	})
}

// families returns for each copy the couple of who stands for it and itself, in order of
// copies; or, if there are any, the couples of which it must first be known whether they are
// copies, in order.
func (k *kindred) families(lost cluster.Lost) (reps, open []couple) {
	place := func(n uint32) uint32 {
		i, _ := slices.BinarySearch(k.numbers, n)
		return uint32(i)
	}
	couples := make([]cluster.Couple, len(k.couples))
	for i, c := range k.couples {
		couples[i] = cluster.Couple{A: place(c.A), B: place(c.B)}
	}
	near := cluster.Families(len(k.numbers), cluster.Distinct(couples), func(list []cluster.Couple) []bool {
		out := make([]bool, len(list))
		for i, c := range list {
			named := couple{k.numbers[c.A], k.numbers[c.B]}
			is, seen := k.copies[named]
			if out[i] = is; !seen {
				open = append(open, named)
			}
		}
		return out
	}, lost)
	if len(open) > 0 {
		slices.SortFunc(open, compareCouples)
		return nil, slices.Compact(open)
	}
	for i, n := range k.numbers {
		if first, copied := k.first[n]; copied {
			i = int(place(first))
		}
		if rep := k.numbers[near[i]]; rep != n {
			reps = append(reps, couple{rep, n})
		}
	}
	return reps, nil
}

// suspect sends a couple to be verified, with its articles. home is the part that waits for the
// verdict, which asks for several times as many as go together.
func (t *task) suspect(home uint32, chunk int, c couple) error {
	part := spreadOver(uint64(home)<<32 | uint64(chunk))
	if err := t.put(Suspects, part, &suspect{c, home}); err != nil {
		return err
	}
	return errors.Join(t.need(c.A, part, whole), t.need(c.B, part, whole))
}

// compare sends a couple to a part, with its articles.
func (t *task) compare(part uint32, c cluster.Couple) error {
	if err := t.put(Compared, part, &couple{c.A, c.B}); err != nil {
		return err
	}
	if err := t.need(c.A, part, whole); err != nil {
		return err
	}
	return t.need(c.B, part, whole)
}

// need asks for an article to be sent to a part, with what belongs to a level.
func (t *task) need(n, part uint32, level uint8) error {
	return t.put(Needs, partOf(n), &need{n, part, level})
}

// deliverStep gives articles to the parts that need them: a part that compares or tells
// finds beside its own rows every article that these name.
//
//	in    needs:article, texts:article, and what the stage has of facts, reps and seats, all :article
//	out   given  to the part that asked, in order of numbers: each article once, with as much as
//	             anybody there needs of it
//
// It goes by article, so that each text is read once, and sent only to those who ask for it.
func deliverStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		needs, err := needsOf(of)
		if err != nil || len(needs) == 0 {
			return err
		}
		texts, err := rowsBy(of[Texts], func(s *stored) uint32 { return s.Number })
		if err != nil {
			return err
		}
		seats, err := rowsBy(of[Seats], func(s *seat) uint32 { return s.Number })
		if err != nil {
			return err
		}
		all, err := aboutOf(part, of)
		if err != nil {
			return err
		}
		for _, x := range needs {
			s := texts[x.Number]
			if s == nil {
				return errMissing(x.Number)
			}
			d, err := digest.Decode(s.Digest)
			if err != nil {
				return err
			}
			g := given{stored: stored{Number: x.Number}, ID: d.Meta.ID}
			if known := all[x.Number]; known != nil {
				g.about = *known
			}
			if sits := seats[x.Number]; sits != nil {
				g.Seats = []seat{*sits}
			}
			if x.Level >= digested {
				g.Digest = s.Digest
			}
			if x.Level >= whole {
				g.Text = s.Text
			}
			if err := t.put(Given, x.Part, &g); err != nil {
				return err
			}
		}
		return nil
	})
}

// needsOf returns what the parts that asked need of the articles of a part, each article once
// for a part, at the highest level asked for: in order of the parts that asked, then of numbers.
func needsOf(of map[Kind][]*Block) ([]*need, error) {
	list, err := allRows[need](of[Needs])
	slices.SortFunc(list, func(x, y *need) int {
		return cmp.Or(cmp.Compare(x.Part, y.Part), cmp.Compare(x.Number, y.Number), cmp.Compare(y.Level, x.Level))
	})
	return slices.CompactFunc(list, func(x, y *need) bool { return x.Part == y.Part && x.Number == y.Number }), err
}

// verifyStep says which articles are whole copies.
//
//	in    suspects, given: of the part that families gave 256 couples to
//	side  words
//	out   verdicts:article  one for each couple, to the part that asked; it is no if comparing them panics
//
// Couples come in order of their first articles, so that a part has few of these.
func verifyStep(t *task) error {
	return t.corpora(func(_ uint32, of map[Kind][]*Block, c *corpus) error {
		var sets cluster.Resembler
		return rowsOf(of[Suspects], func(x *suspect) error {
			v := verdict{couple: x.couple}
			err := t.guard(c.where(max(x.A, x.B)), "not compared with "+c.Piece(min(x.A, x.B)).ID, func() error {
				a, b, err := c.both(x.A, x.B)
				if err == nil {
					v.Copies = sets.WholeCopies(a, b)
				}
				return err
			})
			if err != nil {
				return err
			}
			return t.put(Verdicts, x.Home, &v)
		})
	})
}
