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

// linesStep finds lines that may be furniture of their site: several articles of one outlet
// have them.
//
//	in    lines:hash    of articles that stand for their families
//	      further:hash  how many more of an outlet there are
//	out   sitelines:hash  a row for each line and outlet, a part for each but for chance
//	      needs           at most 16 articles of the outlet, for that part
func linesStep(t *task) error {
	var sift spill.Sifter
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		w, keys, err := companyOf(of[Lines], nil)
		if err != nil {
			return err
		}
		beyond := map[uint64]map[uint32]int{} // by line and outlet
		if err := rowsOf(of[Further], func(x *further) error {
			if beyond[x.Line] == nil {
				beyond[x.Line] = map[uint32]int{}
			}
			beyond[x.Line][x.Site] += x.Articles
			return nil
		}); err != nil {
			return err
		}
		for g := range cluster.Grouped(sift.Repeated(keys), 0) {
			line, all := g[0].Hash, len(g)
			for _, n := range beyond[line] {
				all += n
			}
			for i, s := range cluster.SiteLines(g, w.Site, beyond[line]) {
				part := spreadOver(line ^ uint64(i))
				if err := t.put(SiteLines, part, &siteLine{line, all, s.Articles, s.Looks}); err != nil {
					return err
				}
				for _, n := range s.Looks {
					if err := t.need(n, part, whole); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// judgeStep says which of these lines stand around different stories of their outlet, as
// furniture does, and not in versions of one.
//
//	in    sitelines, given: of the part of a line and an outlet
//	side  words
//	out   around:hash  of the line alone: the lines that do, with how many articles of the outlet have it
func judgeStep(t *task) error {
	return t.corpora(func(_ uint32, of map[Kind][]*Block, c *corpus) error {
		return rowsOf(of[SiteLines], func(s *siteLine) error {
			ok := false
			err := t.guard(c.where(s.Looks[len(s.Looks)-1]), "lines not compared with others of its site", func() (err error) {
				pairs := make([][]uint64, len(s.Looks))
				for i, n := range s.Looks {
					d, err := c.Digest(n)
					if err != nil {
						return err
					}
					pairs[i] = d.Pairs
				}
				ok, err = cluster.DifferentStories(s.Looks, pairs, c.both)
				return err
			})
			if err != nil || !ok {
				return err
			}
			return t.put(Around, spreadOver(s.Line), &siteLine{Line: s.Line, All: s.All, Articles: s.Articles})
		})
	})
}

// furnitureStep says which lines are furniture: those that stand around different stories
// in most of all articles that have them.
//
//	in    around:hash  all outlets of a line
//	out   furniture:0  its key
//
// A line is furniture wherever it stands, so that all who compare or tell have them at their side.
func furnitureStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		lines := map[uint64]*siteLine{}
		if err := rowsOf(of[Around], func(s *siteLine) error {
			if had := lines[s.Line]; had != nil {
				had.Articles += s.Articles
			} else {
				lines[s.Line] = s
			}
			return nil
		}); err != nil {
			return err
		}
		for _, line := range slices.Sorted(maps.Keys(lines)) {
			s := lines[line]
			if cluster.MostAround(s.Articles, s.All) {
				if err := t.put(Furniture, 0, &siteLine{Line: s.Line}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// pairsStep proposes articles to be compared.
//
//	in    prints:hash, pairs:hash, stories:hash  with what send says of their articles
//	out   hints:article  of the later article: a row for each couple of the part, in order
//	      cuts:0         how many fingerprints are stock phrases
//
// A key is looked at in one part, whoever has it. A couple that has keys in several parts has a
// row of each, which couples adds up.
func pairsStep(t *task) error {
	var sift spill.Sifter
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		p := &cluster.Proposer{Window: int64(t.o.Window.Seconds()), Lost: t.lost("not brought together with all others")}
		hints := map[cluster.Couple]cluster.Hint{}
		add := func(h cluster.Hint) error {
			had := hints[h.Couple]
			had.Couple = h.Couple
			had.Merge(h)
			hints[h.Couple] = had
			return nil
		}
		trim := new(cluster.Trim) // what each task of send has left of a stock phrase may be many together
		for _, x := range []struct {
			kind   Kind
			from   func(keys []cluster.Key, use func(cluster.Hint) error) error
			wanted func(*sent) bool
		}{
			{Prints, p.Prints, func(x *sent) bool { return trim.Print(x.Hash, x.Rep) }},
			{Pairs, p.Pairs, nil},
			{Stories, p.Stories, nil},
		} {
			w, keys, err := companyOf(of[x.kind], x.wanted)
			if err != nil {
				return err
			}
			p.Articles = w
			if x.kind == Prints {
				stand, copies := w.apart(keys)
				keys = sift.AddOwn(stand, copies, w.Rep)
			}
			if err := x.from(sift.Repeated(keys), add); err != nil {
				return err
			}
		}
		for _, h := range slices.SortedFunc(maps.Values(hints), cluster.CompareHints) {
			if err := t.put(Hints, partOf(h.B), &hint{h}); err != nil {
				return err
			}
		}
		return t.put(Cuts, 0, &cuts{Stock: p.Cut.Skipped})
	})
}

// sayingsStep counts the families that hold a quotation.
//
//	in    sayings:hash
//	out   spreads:article  for each article with a quotation that several families hold
//
// A quotation that one family holds has no row: that goes without saying.
func sayingsStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		f, all, err := companyOf(of[Sayings], nil)
		if err != nil {
			return err
		}
		keys, copies := f.apart(all)
		cluster.SortKeys(keys)
		cluster.SortKeys(copies)
		copies = slices.Compact(copies)
		for held := range cluster.Grouped(keys, 0) { // by two families at least
			saying, first := held[0].Hash, held[0].Article
			k, _ := slices.BinarySearchFunc(copies, saying, func(x cluster.Key, h uint64) int { return cmp.Compare(x.Hash, h) })
			holders := slices.Clone(held)
			for ; k < len(copies) && copies[k].Hash == saying; k++ {
				holders = append(holders, copies[k])
			}
			for _, h := range holders {
				s := spread{h.Article, saying, len(held), min(first, f.Rep(h.Article))}
				if err := t.put(Spreads, partOf(h.Article), &s); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// couplesStep says which of the couples proposed are compared.
//
//	in    hints:article  of the later article
//	out   compared, needs: those that are, to the part that compares them (comparedPart)
//	      cuts:0           how many are compared, and how many have too little in common
//
// It goes by the later article, of which a bounded number of weak couples are compared.
func couplesStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		all := map[cluster.Couple]cluster.Hint{}
		if err := rowsOf(of[Hints], func(h *hint) error {
			had := all[h.Couple]
			had.Couple = h.Couple
			had.Merge(h.Hint)
			all[h.Couple] = had
			return nil
		}); err != nil {
			return err
		}
		list := slices.SortedFunc(maps.Values(all), cluster.CompareHints)
		few := cluster.Singles{First: part << 8, Admitted: make([]uint8, 256)}
		var n cuts
		var worth []cluster.Couple
		for i := range list {
			h := &list[i]
			if !h.Worth() && !few.Admit(h) {
				n.Weak++
				continue
			}
			n.Compared++
			worth = append(worth, h.Couple)
		}
		first := map[uint32]uint32{} // by the later article, the earliest that it is compared with
		for _, c := range worth {
			if had, ok := first[c.B]; !ok || c.A < had {
				first[c.B] = c.A
			}
		}
		for _, c := range worth {
			if err := t.compare(comparedPart(first[c.B], c.B), c); err != nil {
				return err
			}
		}
		return t.put(Cuts, 0, &n)
	})
}

// comparedPart returns the part in which an article is compared with those before it, of
// which one is the first. Reports of one event have the same first, so that one part needs
// each of them once. However many have, a part gets no more than 16,384, as a rule 256.
func comparedPart(first, n uint32) uint32 { return n>>14<<6 | spreadOver(uint64(first))&63 }

// linksStep compares articles.
//
//	in    compared, given: of a part of couplesStep
//	side  words, furniture
//	out   ends:article  a link with its passages, to the parts of both articles
//	      ties:article  the same without passages, to that of the earlier one
//	      kin:article   how likely both report one event, from cluster.KinFrom on: to the part of the earlier one
//	      edges:0       the couple, if it is linked or kin
func linksStep(t *task) error {
	return t.corpora(func(_ uint32, of map[Kind][]*Block, c *corpus) error {
		return rowsOf(of[Compared], func(x *couple) error {
			return t.guard(c.where(max(x.A, x.B)), "not compared with "+c.Piece(min(x.A, x.B)).ID, func() error { return c.link(x) })
		})
	})
}

// link compares two articles and writes what they share.
func (c *corpus) link(x *couple) error {
	a, b, err := c.both(x.A, x.B)
	if err != nil {
		return err
	}
	var p cluster.Pair
	c.Match(x.A, x.B, a, b, func(m *cluster.Matcher) { p = m.Match(a, b) })
	story, r := float32(p.Story), p.Relation()
	akin, linked := story >= cluster.KinFrom, r != cluster.None && !cluster.OwnBackground(a, b, &p)
	if akin || linked {
		if err := c.t.put(Edges, 0, x); err != nil {
			return err
		}
	}
	if akin {
		if err := c.t.put(Kin, partOf(x.A), &kin{*x, story}); err != nil {
			return err
		}
	}
	if !linked {
		return nil
	}
	l := newLink(&cluster.Link{A: x.A, B: x.B, Pair: p, Relation: r})
	if err := c.t.put(Ends, partOf(x.A), l); err != nil {
		return err
	}
	if partOf(x.A) != partOf(x.B) {
		if err := c.t.put(Ends, partOf(x.B), l); err != nil {
			return err
		}
	}
	l.Passages = nil
	return c.t.put(Ties, partOf(x.A), l)
}

// linksOf returns links without their passages, by their ends.
func linksOf(list []*link) ([]cluster.Link, error) {
	links := make([]cluster.Link, len(list))
	for i, x := range list {
		var err error
		if links[i], err = x.link(false); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(links, func(x, y cluster.Link) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return links, nil
}
