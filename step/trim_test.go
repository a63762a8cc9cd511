package step

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/spill"
)

// A crowd is articles of which very many have the same keys.
type crowd struct {
	about []about
	again []bool // copies that surface again
	keys  [digest.Kinds]func(n uint32) []uint64
}

func (c *crowd) Dates(n uint32) cluster.Dates {
	return cluster.Dates{From: c.about[n].From, To: c.about[n].To}
}
func (c *crowd) Site(n uint32) uint32      { return c.about[n].Site }
func (c *crowd) Rep(n uint32) uint32       { return c.about[n].Rep }
func (c *crowd) Stale(cluster.Couple) bool { return false }
func (c *crowd) of(k digest.KeyKind) (keys []cluster.Key) {
	for n := range uint32(len(c.about)) {
		if of := c.keys[k-1]; of != nil {
			for _, hash := range of(n) {
				keys = append(keys, cluster.Key{Hash: hash, Article: n})
			}
		}
	}
	cluster.SortKeys(keys)
	return keys
}

// meets are the keys of those that meet others for their families.
func (c *crowd) meets(k digest.KeyKind) []cluster.Key {
	return slices.DeleteFunc(c.of(k), func(k cluster.Key) bool { return c.Rep(k.Article) != k.Article && !c.again[k.Article] })
}

// send does the stages that bring keys together, and those that look at them.
func (c *crowd) send(t *testing.T, tasks int) *engine {
	e := &engine{t: t, o: Options{Tasks: uint32(tasks), Window: 48 * time.Hour}, tasks: tasks, rng: rand.New(rand.NewPCG(1, 1)), data: map[string][]*Block{}}
	put := func(dataset string, n uint32, x coded) {
		kind, _ := KindOf(dataset)
		if list := e.data[dataset]; len(list) == 0 || list[len(list)-1].Part != partOf(n) {
			e.data[dataset] = append(list, &Block{Kind: kind, Part: partOf(n)})
		}
		b := e.data[dataset][len(e.data[dataset])-1]
		w := coder{b: b.Data}
		x.code(&w)
		b.Data, b.Rows = w.b, b.Rows+1
	}
	send := StageOf("send")
	for n := range uint32(len(c.about)) {
		x := keyed{Number: n}
		for i, of := range c.keys {
			if of != nil {
				x.Keys[i] = of(n)
			}
		}
		put(send.In[0], n, &x)
		put(send.In[1], n, &c.about[n].fact)
		if rep := c.Rep(n); rep != n {
			put(send.In[2], n, &couple{rep, n})
		}
		if c.again[n] {
			put(send.In[3], n, &couple{c.Rep(n), n})
		}
	}
	for _, name := range []string{"send", "lines", "pairs"} {
		e.stage(StageOf(name))
	}
	return e
}

// hints are what all tasks together propose, and how many fingerprints are stock phrases.
func (e *engine) hints() (all map[cluster.Couple]cluster.Hint, stock int) {
	all = map[cluster.Couple]cluster.Hint{}
	require.NoError(e.t, rowsOf(e.data["pairs/hints"], func(h *hint) error {
		had := all[h.Couple]
		had.Couple = h.Couple
		had.Merge(h.Hint)
		all[h.Couple] = had
		return nil
	}))
	require.NoError(e.t, rowsOf(e.data["pairs/cuts"], func(c *cuts) error {
		stock += c.Stock
		return nil
	}))
	return all, stock
}

func rows(blocks []*Block) (n int) {
	for _, b := range blocks {
		n += int(b.Rows)
	}
	return n
}

// A phrase of very many articles proposes what it does on one machine, and is cut where it is
// written.
func TestAPhraseThatVeryManyHave(t *testing.T) {
	const n, phrase = 20_000, 0x1234_5678_9abc_def0
	first := func(families uint32) func(n uint32) uint32 { return func(n uint32) uint32 { return n % families } }
	self := func(n uint32) uint32 { return n }
	for _, x := range []struct {
		name     string
		rep      func(n uint32) uint32
		from, to uint32 // the articles that have it
		cut      bool
	}{
		{"reports of their own", self, 0, n, true},
		{"copies of one that has it", first(1), 0, n, true},
		{"copies of one that lacks it", first(1), 1, n, true},
		{"copies of many that have it", first(cluster.MostPrinted + 100), 0, n, true},
		{"copies of some that have it", first(3000), 0, n, false},
		{"copies of some that lack it", first(3000), 3000, n, false},
		{"few copies of some that lack it", first(1300), 1300, 5200, false},
		{"as many as may have it", self, 10, 10 + cluster.MostPrinted, false},
		{"one more", self, 10, 11 + cluster.MostPrinted, false},
	} {
		c := &crowd{about: make([]about, n), again: make([]bool, n)}
		for i := range uint32(n) {
			c.about[i] = about{x.rep(i), fact{From: int64(i), To: int64(i), Site: 1 + i%7}}
		}
		c.keys[digest.Fingerprints-1] = func(n uint32) []uint64 {
			if n < x.from || n >= x.to {
				return nil
			}
			return []uint64{phrase}
		}
		var stand, copies []cluster.Key
		for _, k := range c.of(digest.Fingerprints) {
			if c.Rep(k.Article) == k.Article {
				stand = append(stand, k)
			} else {
				copies = append(copies, k)
			}
		}
		var sift spill.Sifter
		keys := sift.AddOwn(stand, copies, c.Rep)
		cluster.SortKeys(keys)
		p, want := cluster.Proposer{Articles: c}, map[cluster.Couple]cluster.Hint{}
		require.NoError(t, p.Prints(keys, func(h cluster.Hint) error {
			had := want[h.Couple]
			had.Couple = h.Couple
			had.Merge(h)
			want[h.Couple] = had
			return nil
		}))
		for _, tasks := range []int{1, 3} {
			e := c.send(t, tasks)
			got, stock := e.hints()
			require.Equal(t, p.Cut.Skipped, stock, "%s, %d tasks", x.name, tasks)
			require.Equal(t, len(want), len(got), "%s, %d tasks", x.name, tasks)
			require.Equal(t, want, got, "%s, %d tasks", x.name, tasks)
			if sent := rows(e.data["send/prints"]); x.cut && tasks == 1 {
				require.LessOrEqual(t, sent, 2*cluster.MostPrinted+1, x.name)
			}
		}
	}
}

// Keys with dates, and lines of sites, that very many have bring together whom they do on one machine.
func TestKeysOfDaysThatVeryManyHave(t *testing.T) {
	const n = 6000
	for seed := range uint64(4) {
		rng := rand.New(rand.NewPCG(seed, 2))
		c := &crowd{about: make([]about, n), again: make([]bool, n)}
		for i := range uint32(n) {
			a := about{i, fact{Site: uint32(rng.IntN(4))}}
			if day := int64(i/600) * 86400 * 3; i >= 600 { // the first are undated
				a.From, a.To = day, day+86399
				if rng.IntN(50) == 0 {
					a.From, a.To = day+3600, day+3600
				}
			}
			if rng.IntN(10) == 0 && i > 0 {
				a.Rep = c.about[rng.IntN(int(i))].Rep
				c.again[i] = rng.IntN(2) == 0
			}
			c.about[i] = a
		}
		some := func(k digest.KeyKind, keys []uint64, odds []int) {
			of := make([][]uint64, n)
			for i := range of {
				for j, key := range keys {
					if rng.IntN(odds[j]) == 0 {
						of[i] = append(of[i], key)
					}
				}
			}
			c.keys[k-1] = func(n uint32) []uint64 { return of[n] }
		}
		some(digest.Pairs, []uint64{2, 4, 6, 8}, []int{1, 20, 100, 600})
		some(digest.Stories, []uint64{2, 2 | digest.Credited, 4, 4 | digest.Credited, 6, 6 | digest.Credited}, []int{1, 100, 100, 2, 200, 200})
		some(digest.Lines, []uint64{2, 4, 6}, []int{1, 40, 1500})
		p, want := cluster.Proposer{Articles: c, Window: 2 * 86400}, map[cluster.Couple]cluster.Hint{}
		add := func(h cluster.Hint) error {
			had := want[h.Couple]
			had.Couple = h.Couple
			had.Merge(h)
			want[h.Couple] = had
			return nil
		}
		require.NoError(t, p.Pairs(c.meets(digest.Pairs), add))
		require.NoError(t, p.Stories(c.meets(digest.Stories), add))
		require.Greater(t, len(want), 100)
		lines := map[uint64][]cluster.SiteLine{}
		for g := range cluster.Grouped(slices.DeleteFunc(c.of(digest.Lines), func(k cluster.Key) bool { return c.Rep(k.Article) != k.Article }), 0) {
			line := g[0].Hash
			lines[line] = cluster.SiteLines(slices.Clone(g), c.Site, nil)
		}
		for _, tasks := range []int{1, 3} {
			e := c.send(t, tasks)
			got, _ := e.hints()
			require.Equal(t, len(want), len(got), "%d tasks", tasks)
			require.Equal(t, want, got)
			told := map[uint64][]cluster.SiteLine{}
			require.NoError(t, rowsOf(sorted(e.data["lines/sitelines"]), func(s *siteLine) error {
				told[s.Line] = append(told[s.Line], cluster.SiteLine{Articles: s.Articles, Looks: s.Looks})
				return nil
			}))
			for line, list := range lines {
				require.ElementsMatch(t, list, told[line], "line %d", line)
			}
			require.Less(t, rows(e.data["send/lines"]), n/3)
			require.Less(t, rows(e.data["send/pairs"]), n/3)
		}
	}
}
