package job

import (
	"cmp"
	"context"
	"slices"

	"wiretrace/cluster"
	"wiretrace/digest"
)

// clusters are what the fourth step makes. With a history they are those that
// the run's articles belong to or have changed.
type clusters struct {
	list     []resolution      // the largest first, then in order of their ids
	ended    []ending          // clusters of earlier nights that are no more, in order of their ids
	seats    map[uint32]seat   // of each article in one of list
	families map[uint32]string // ids of the families in list, by representative
	stories  stories
	passed   cluster.Passed
}

// A resolution is a cluster, and who in it has what from whom.
type resolution struct {
	id      string
	members []uint32
	cluster.Outcome
}

// A seat is the place of an article in a cluster: indices of clusters.list and
// of its members.
type seat struct{ cluster, member int32 }

// A grouping is the fourth step at work: clusters, each by itself.
type grouping struct {
	*corpus
	pairs *pairs
	links *links
	days  map[uint32]cluster.Dates // of the families of several, by representative
	in    []int32                  // for each representative the group it is in; cluster.NoGroup if it is in none
}

// resolve finds the clusters of a corpus.
func resolve(ctx context.Context, c *corpus, p *pairs, l *links) (*clusters, error) {
	g := &grouping{corpus: c, pairs: p, links: l}
	groups, err := g.groups()
	if err != nil {
		return nil, err
	}
	for n, rep := range p.reps {
		if g.in[rep] == cluster.NoGroup {
			c.states[n] |= alone
		}
	}
	names := newNaming(c, groups)
	out := &clusters{ended: names.ended()}
	var at []int32 // the group of each of list
	for k := range groups {
		if names.live[k] {
			out.list = append(out.list, resolution{id: names.ids[k], members: groups[k]})
			at = append(at, int32(k))
		}
	}
	failed := make([]bool, len(at))
	err = c.each(ctx, Resolving, len(at), func() func(int) error {
		return func(k int) error {
			r := &out.list[k]
			err := guarded(func() error { return g.resolve(r, func(n uint32) bool { return g.in[g.pairs.reps[n]] == at[k] }) })
			if failed[k] = c.problems.fault(&c.heads[r.members[0]], "cluster not told", err); failed[k] {
				return nil
			}
			return err
		}
	})
	if err != nil {
		return nil, err
	}
	out.dissolve(c, failed)
	for k := range out.list {
		out.passed.Add(out.list[k].Passed)
	}
	slices.SortFunc(out.list, func(x, y resolution) int {
		return cmp.Or(cmp.Compare(len(y.members), len(x.members)), cmp.Compare(x.id, y.id))
	})
	out.seat()
	out.families = familyIDs(c, p, out)
	out.stories, err = l.stories(c, p, out.list)
	return out, err
}

// groups returns the articles of each cluster, each list in order: those that
// links tie together with the rest of their families, and the families that
// nothing is tied to.
func (g *grouping) groups() ([][]uint32, error) {
	bonds := cluster.NewBonds(g.links.n)
	err := g.links.each(func(e end) error {
		l, err := g.links.read(e, false)
		if err != nil {
			return err
		}
		couple, ties := cluster.Couple{A: l.A, B: l.B}, false
		err = guarded(func() error {
			if g.inject != nil {
				g.inject(tying, g.heads[l.A].id, g.heads[l.B].id)
			}
			ties = cluster.Ties(&l, g, func(n uint32) bool { return g.meets(n, digest.Pairs, g.pairs.reps) })
			return nil
		})
		if g.pairFault(couple, err) {
			return nil
		}
		if ties {
			l.Between(g.pairs.reps[l.A], g.pairs.reps[l.B])
			bonds.Add(&l)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	g.days = cluster.FamilyDates(len(g.heads), g)
	tied := bonds.Groups(g.when, g.lost("not in a cluster with those that it is linked with"))
	var members [][]uint32
	members, g.in = cluster.Members(g.pairs.reps, bonds.WithVersions(tied, g.pairs.reps))
	return members, nil
}

// Rep returns the representative of article n's family.
func (g *grouping) Rep(n uint32) uint32 { return g.pairs.reps[n] }

// when gives the days of publication of the family of a representative.
func (g *grouping) when(n uint32) (from, to int32, known bool) {
	if g.inject != nil {
		g.inject(gathering, g.heads[n].id)
	}
	if d, ok := g.days[n]; ok {
		return d.Days()
	}
	return g.Dates(n).Days()
}

// resolve finds out who has what from whom in one cluster. within reports
// whether an article is a member.
func (g *grouping) resolve(r *resolution, within func(n uint32) bool) error {
	if g.inject != nil {
		g.inject(Resolving, g.heads[r.members[0]].id)
	}
	list := make([]cluster.Member, len(r.members))
	for i, n := range r.members {
		d, err := g.digest(n)
		if err != nil {
			return err
		}
		list[i] = cluster.Member{Number: n, Rep: g.pairs.reps[n], Seen: g.seen(n), Digest: d, Text: g.text(n)}
	}
	links, err := g.links.within(r.members, within)
	if err != nil {
		return err
	}
	if err := cluster.Follow(list, links, g.sides.both); err != nil {
		return err
	}
	r.Outcome = cluster.Resolve(list, links)
	return nil
}

// text returns what reads the text of an article. Where that fails so does its row.
func (g *grouping) text(n uint32) func() string {
	return func() string {
		_, text, err := g.article(n)
		if err != nil {
			return ""
		}
		return text
	}
}

// dissolve leaves the articles of the clusters that panicked alone.
func (c *clusters) dissolve(of *corpus, failed []bool) {
	kept := c.list[:0]
	for k, r := range c.list {
		if !failed[k] {
			kept = append(kept, r)
			continue
		}
		for _, n := range r.members {
			of.states[n] |= alone
		}
	}
	c.list = kept
}

// seat gives each article its seat.
func (c *clusters) seat() {
	c.seats = map[uint32]seat{}
	for k, r := range c.list {
		for i, n := range r.members {
			c.seats[n] = seat{int32(k), int32(i)}
		}
	}
}
