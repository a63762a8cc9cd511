package step

import (
	"cmp"
	"maps"
	"slices"

	"github.com/zeebo/xxh3"

	"wiretrace/cluster"
)

// componentsStep finds out which articles hang together. Neither a cluster nor a story reaches
// beyond those that do by links, as kin or as copies, nor a family beyond those that do by
// what may be copies.
//
//	in    edges:0 and reps:article, or first:article and couples:article: couples in any order
//	out   labels:article  in order: each article of a couple, with the first that it hangs together with
//
// It runs alone, since any couple may join what two others did. It streams the couples and holds
// 4 bytes an article (cluster.Forest).
func componentsStep(t *task) error {
	var f cluster.Forest
	if err := t.each(func(b *Block) error {
		return rowsOf([]*Block{b}, func(c *couple) error {
			f.Join(c.A, c.B)
			return nil
		})
	}); err != nil {
		return err
	}
	b := &Block{Kind: Labels} // of the part at hand: articles come in order
	flush := func() error {
		if b.Rows == 0 {
			return nil
		}
		return t.out.Write(b)
	}
	if err := f.Each(func(n, first uint32) error {
		if b.Part != partOf(n) {
			if err := flush(); err != nil {
				return err
			}
			b = &Block{Kind: Labels, Part: partOf(n)}
		}
		c := coder{b: b.Data}
		(&couple{first, n}).code(&c)
		b.Data = c.b
		b.Rows++
		return nil
	}); err != nil {
		return err
	}
	return flush()
}

// peersStep brings together the articles that hang together, and what ties them.
//
//	in    labels, facts, reps, again, ties, kin: :article
//	out   peers, ties, kin  to the part of the first article of the component
//
// Articles by themselves are left out: no label names them.
func peersStep(t *task) error {
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		all, err := aboutOf(part, of)
		if err != nil {
			return err
		}
		again, err := couplesOf(of[Again])
		if err != nil {
			return err
		}
		first := firsts{}
		if err := rowsOf(of[Labels], func(c *couple) error {
			known := all[c.B]
			if known == nil {
				return errMissing(c.B)
			}
			first[c.B] = c.A
			_, surfaces := again[c.B]
			return t.put(Peers, partOf(c.A), &peer{c.B, c.A, surfaces, *known})
		}); err != nil {
			return err
		}
		if err := rowsOf(of[Ties], func(l *link) error { return first.send(t, Ties, l.A, l) }); err != nil {
			return err
		}
		return rowsOf(of[Kin], func(k *kin) error { return first.send(t, Kin, k.A, k) })
	})
}

// firsts are the first articles of components, by the articles in them.
type firsts map[uint32]uint32

// send writes a row to the part of the component of an article.
func (f firsts) send(t *task, k Kind, n uint32, x coded) error {
	c, ok := f[n]
	if !ok {
		return errMissing(n)
	}
	return t.put(k, partOf(c), x)
}

// couplesOf returns the first articles of couples by their second.
func couplesOf(blocks []*Block) (map[uint32]uint32, error) {
	of := map[uint32]uint32{}
	return of, rowsOf(blocks, func(c *couple) error {
		of[c.B] = c.A
		return nil
	})
}

// A component is articles that hang together, by their places in peers, which are in order
// of numbers. It is a cluster.Articles.
type component struct {
	*task
	peers []*peer
	reps  []uint32 // places
	ties  []*link
	kin   []cluster.Kin
}

func (c *component) Dates(n uint32) cluster.Dates {
	return cluster.Dates{From: c.peers[n].From, To: c.peers[n].To}
}

func (c *component) Site(n uint32) uint32 { return c.peers[n].Site }

func (c *component) Rep(n uint32) uint32 { return c.reps[n] }

func (c *component) Stale(cluster.Couple) bool { return false }

func (c *component) meets(n uint32) bool { return c.reps[n] == n || c.peers[n].Again }

// place returns the place of an article.
func (c *component) place(n uint32) (uint32, error) {
	i, ok := slices.BinarySearchFunc(c.peers, n, func(p *peer, n uint32) int { return cmp.Compare(p.Number, n) })
	if !ok {
		return 0, errMissing(n)
	}
	return uint32(i), nil
}

// ends returns the places of two articles.
func (c *component) ends(a, b uint32) (x, y uint32, err error) {
	if x, err = c.place(a); err == nil {
		y, err = c.place(b)
	}
	return x, y, err
}

// numbers returns the numbers of articles by their places.
func (c *component) numbers(places []uint32) []uint32 {
	list := make([]uint32, len(places))
	for i, n := range places {
		list[i] = c.peers[n].Number
	}
	return list
}

// groupsStep forms clusters and stories, those of one component after another.
//
//	in    peers:article, ties:article, kin:article  of the first of the component: whole components
//	out   clusters        members in order, to a part of the cluster's own: the number of its first
//	      inner           links within the cluster, without passages, to the same part
//	      needs           its members with their texts, for the same part
//	      claims:hash     the id that each member would give the cluster
//	      events:hash     members of a story in order; the hash is that of the first (storyPart)
//	      instory:article its id, for each member
//
// It reads no text. A task holds the components of a part, and the one at hand with what
// Bonds and WholeStories make of it.
func groupsStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		list, err := t.components(of)
		if err != nil {
			return err
		}
		for _, c := range list {
			if err := c.group(); err != nil {
				return err
			}
		}
		return nil
	})
}

// components returns those of a part, in order of their first articles.
func (t *task) components(of map[Kind][]*Block) (list []*component, err error) {
	peers, err := allRows[peer](of[Peers])
	if err != nil {
		return nil, err
	}
	in := map[uint32]*component{}
	slices.SortFunc(peers, func(x, y *peer) int { return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(x.Number, y.Number)) })
	for i := 0; i < len(peers); {
		j := i
		c := &component{task: t}
		for ; j < len(peers) && peers[j].First == peers[i].First; j++ {
			in[peers[j].Number] = c
		}
		c.peers = peers[i:j]
		list = append(list, c)
		i = j
	}
	if err := rowsOf(of[Ties], func(l *link) error {
		c := in[l.A]
		if c == nil {
			return errMissing(l.A)
		}
		c.ties = append(c.ties, l)
		return nil
	}); err != nil {
		return nil, err
	}
	err = rowsOf(of[Kin], func(k *kin) error {
		c := in[k.A]
		if c == nil {
			return errMissing(k.A)
		}
		a, b, err := c.ends(k.A, k.B)
		c.kin = append(c.kin, cluster.Kin{Couple: cluster.Couple{A: a, B: b}, Story: k.Story})
		return err
	})
	return list, err
}

// stand finds the places of who stands for each, and returns those of copies.
func (c *component) stand() (copies []uint32, err error) {
	c.reps = make([]uint32, len(c.peers))
	for n, p := range c.peers {
		if c.reps[n], err = c.place(p.Rep); err != nil {
			return nil, err
		}
		if c.reps[n] != uint32(n) {
			copies = append(copies, uint32(n))
		}
	}
	return copies, nil
}

// group forms the clusters and stories of a component.
func (c *component) group() error {
	copies, err := c.stand()
	if err != nil {
		return err
	}
	clusters, err := c.clusters()
	if err != nil {
		return err
	}
	for _, places := range cluster.WholeStories(c.kin, copies, c.Rep, clusters, c.lost("not in a story with its kin")) {
		members := c.numbers(places)
		g := group{ID: c.id("s", places[0]), Members: members}
		for _, n := range members {
			if err := c.put(InStory, partOf(n), &inStory{n, members[0], g.ID}); err != nil {
				return err
			}
		}
		if err := c.put(Events, storyPart(members[0]), &g); err != nil {
			return err
		}
	}
	return nil
}

// id returns the id of what is named by the article at a place.
func (c *component) id(kind string, n uint32) string { return cluster.NamedID(kind, c.peers[n].Name) }

// clusters writes the clusters and the links within them, and returns their members.
func (c *component) clusters() ([][]uint32, error) {
	bonds, err := c.bonds()
	if err != nil {
		return nil, err
	}
	days := cluster.FamilyDates(len(c.peers), c)
	tied := bonds.Groups(func(n uint32) (from, to int32, known bool) {
		if d, ok := days[n]; ok {
			return d.Days()
		}
		return c.Dates(n).Days()
	}, c.lost("not in a cluster with those that it is linked with"))
	tied = bonds.WithVersions(tied, c.reps)
	clusters, in := cluster.Members(c.reps, tied)
	for k, places := range clusters {
		if err := c.cluster(places, k < len(tied)); err != nil {
			return nil, err
		}
	}
	for _, l := range c.ties {
		a, b, err := c.ends(l.A, l.B)
		if err != nil {
			return nil, err
		}
		if k := in[c.reps[a]]; k != cluster.NoGroup && k == in[c.reps[b]] {
			if err := c.put(Inner, c.peers[clusters[k][0]].Number, l); err != nil {
				return nil, err
			}
		}
	}
	return clusters, nil
}

// bonds returns what ties families.
func (c *component) bonds() (*cluster.Bonds, error) {
	bonds := cluster.NewBonds(len(c.ties))
	links, err := linksOf(c.ties) // by their ends: between two families there may be several
	if err != nil {
		return nil, err
	}
	for i := range links {
		l := &links[i]
		if l.A, l.B, err = c.ends(l.A, l.B); err != nil {
			return nil, err
		}
		if cluster.Ties(l, c, c.meets) {
			l.Between(c.reps[l.A], c.reps[l.B])
			bonds.Add(l)
		}
	}
	return bonds, nil
}

// cluster writes a cluster, which is a family alone if no links tie it, and which ids it
// might have.
func (c *component) cluster(places []uint32, tied bool) error {
	g := group{ID: c.id("c", places[0]), Members: c.numbers(places)}
	if err := c.gather(Clusters, g.Members[0], &g, whole); err != nil {
		return err
	}
	x := claim{First: g.Members[0], Turn: uint64(g.Members[0]), Of: uint32(len(places))}
	if !tied { // as on one machine, which looks for these by their copies when it has all others
		x.Turn = 1<<32 | uint64(g.Members[1])
	}
	for i, n := range places {
		x.ID, x.Place = c.id("c", n), uint32(i)
		if err := c.put(Claims, idPart(x.ID), &x); err != nil {
			return err
		}
	}
	return nil
}

// gather sends a group to a part with its members.
func (t *task) gather(k Kind, part uint32, g *group, level uint8) error {
	for _, n := range g.Members {
		if err := t.need(n, part, level); err != nil {
			return err
		}
	}
	return t.put(k, part, g)
}

// storyPart is the part of a story by its first article.
func storyPart(first uint32) uint32 {
	return uint32(xxh3.HashString(string(ordered(first)))) & (1<<16 - 1)
}

// claimsStep finds ids that several clusters might have.
//
//	in    claims:hash  all of an id
//	out   contested:0  those that clusters with different first members make, in order of ids
//
// They are few, so that resolve can award them in each of its tasks.
func claimsStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		claims := map[string][]*claim{}
		if err := rowsOf(of[Claims], func(c *claim) error {
			claims[c.ID] = append(claims[c.ID], c)
			return nil
		}); err != nil {
			return err
		}
		for _, id := range slices.Sorted(maps.Keys(claims)) {
			list := claims[id]
			if !slices.ContainsFunc(list, func(c *claim) bool { return c.First != list[0].First }) {
				continue
			}
			for _, c := range list {
				if err := t.put(Contested, 0, c); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// awarded returns the places of the members by which clusters are named, by their first
// members, of those clusters that are not named by these. Each cluster has the id of its
// first member that no cluster before it has, or of the last. claims are those of ids that
// several clusters might have: nobody else takes the others.
func awarded(claims []*claim) map[uint32]uint32 {
	slices.SortFunc(claims, func(x, y *claim) int { return cmp.Or(cmp.Compare(x.Turn, y.Turn), cmp.Compare(x.Place, y.Place)) })
	taken := map[string]bool{}
	names := map[uint32]uint32{}
	for i := 0; i < len(claims); {
		place, id := uint32(0), ""
		j := i
		for ; j < len(claims) && claims[j].Turn == claims[i].Turn; j++ {
			if c := claims[j]; c.Place == place && id == "" {
				if id = c.ID; taken[id] && place+1 < c.Of {
					place, id = place+1, ""
				}
			}
		}
		if id != "" {
			taken[id] = true
		}
		if place > 0 {
			names[claims[i].First] = place
		}
		i = j
	}
	return names
}
