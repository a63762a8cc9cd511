package step

import (
	"maps"
	"slices"

	"wiretrace/cluster"
	"wiretrace/spill"
)

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
