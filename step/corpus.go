package step

import (
	"errors"
	"fmt"
	"slices"

	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/row"
	"wiretrace/shingle"
)

// A company is what came with the keys of one kind in one part, by the numbers of their
// articles. It is a cluster.Articles.
type company map[uint32]*sent

// companyOf returns what came with keys, and these: of those alone that are wanted, all if
// wanted is nil.
func companyOf(blocks []*Block, wanted func(*sent) bool) (c company, keys []cluster.Key, err error) {
	c = company{}
	return c, keys, rowsOf(blocks, func(x *sent) error {
		if wanted != nil && !wanted(x) {
			return nil
		}
		c[x.Number] = x
		keys = append(keys, cluster.Key{Hash: x.Hash, Article: x.Number})
		return nil
	})
}

// at returns what came with an article; of one that did not come nothing is known.
func (c company) at(n uint32) *sent {
	if x := c[n]; x != nil {
		return x
	}
	return &sent{Rep: n}
}

func (c company) Dates(n uint32) cluster.Dates {
	x := c.at(n)
	return cluster.Dates{From: x.From, To: x.To}
}

func (c company) Site(n uint32) uint32 { return c.at(n).Site }

func (c company) Rep(n uint32) uint32 { return c.at(n).Rep }

func (c company) Stale(cluster.Couple) bool { return false }

// apart parts keys into those of articles that stand for their families, and those of
// others.
func (c company) apart(keys []cluster.Key) (stand, copies []cluster.Key) {
	for _, k := range keys {
		if c.Rep(k.Article) == k.Article {
			stand = append(stand, k)
		} else {
			copies = append(copies, k)
		}
	}
	return stand, copies
}

// aboutOf returns what is known of the articles of a part, by their numbers: nothing where
// a stage has no facts.
func aboutOf(part uint32, of map[Kind][]*Block) (map[uint32]*about, error) {
	reps, err := couplesOf(of[Reps])
	if err != nil {
		return nil, err
	}
	all := map[uint32]*about{}
	n := part << 8
	return all, rowsOf(of[Facts], func(f *fact) error {
		all[n] = &about{n, *f}
		if rep, copied := reps[n]; copied {
			all[n].Rep = rep
		}
		n++
		return nil
	})
}

// A library says what words are worth, and which lines are furniture.
type library struct {
	rarity map[string]*shingle.Rarity
	lines  map[uint64]bool
}

func (t *task) library() (*library, error) {
	l := &library{map[string]*shingle.Rarity{}, map[uint64]bool{}}
	if err := sideRows(t, Words, func(w *words) error {
		background := shingle.Background(w.Language)
		c, err := shingle.DecodeCounts(w.Counts, background)
		if err == nil {
			l.rarity[w.Language] = background.Blend(c)
		}
		return err
	}); err != nil {
		return nil, err
	}
	return l, sideRows(t, Furniture, func(x *siteLine) error {
		l.lines[x.Line] = true
		return nil
	})
}

func (l *library) of(language string) *shingle.Rarity {
	if r := l.rarity[counted(language)]; r != nil {
		return r
	}
	return shingle.Background(language)
}

// side makes an article ready to be compared and shown.
func (l *library) side(d *digest.Digest, text string) *cluster.Side {
	rarity := l.of(d.Meta.Language)
	words := rarity.Words(nil, text)
	rare := shingle.Background(d.Meta.Language).Weights(nil, words)
	var mark func([]shingle.Word)
	if d.HasLine(l.lines) {
		mark = func(words []shingle.Word) { d.MarkLines(words, l.lines) }
	}
	return cluster.NewMarkedSide(d, text, words, rare, rarity.Known(), mark)
}

// A corpus is the articles that one part has in hand. It is an account.Corpus.
type corpus struct {
	t       *task
	library *library
	given   map[uint32]*given
	reps    map[uint32]uint32 // of articles that seats name, which may not be given
	sites   map[uint32]uint32 // the outlets of these
	ready   map[uint32]*cluster.Side
	bytes   int // of all ready
	seats   map[uint32]*seat
	stories map[uint32]string
	ties    map[uint32][]account.Tie
	spreads map[spreadOf]*spread
	matcher cluster.Matcher
}

type spreadOf struct {
	n      uint32
	saying uint64
}

// mostReady is how many bytes of articles are kept ready.
const mostReady = 256 << 20

// corpora hands the blocks of one part after another to use, with what is given to
// the part put in hand.
func (t *task) corpora(use func(part uint32, of map[Kind][]*Block, c *corpus) error) error {
	l, err := t.library()
	if err != nil {
		return err
	}
	return t.parts(func(part uint32, of map[Kind][]*Block) error {
		c, err := t.corpus(l, of)
		if err != nil {
			return err
		}
		return use(part, of, c)
	})
}

// corpus puts what is given to a part in hand.
func (t *task) corpus(l *library, of map[Kind][]*Block) (*corpus, error) {
	c := &corpus{
		t: t, library: l, given: map[uint32]*given{}, reps: map[uint32]uint32{}, sites: map[uint32]uint32{}, ready: map[uint32]*cluster.Side{}, seats: map[uint32]*seat{},
		stories: map[uint32]string{}, ties: map[uint32][]account.Tie{}, spreads: map[spreadOf]*spread{}, matcher: cluster.Matcher{Window: t.o.Window},
	}
	return c, rowsOf(of[Given], func(g *given) error {
		c.given[g.Number] = g
		for i := range g.Seats {
			c.sit(&g.Seats[i])
		}
		return nil
	})
}

// sit puts in hand what an article is in its cluster.
func (c *corpus) sit(s *seat) {
	c.seats[s.Number] = s
	for i, n := range []uint32{s.Source, s.Basis, s.Twin} {
		if n != account.None {
			c.reps[n], c.sites[n] = s.Reps[i], s.Sites[i]
		}
	}
}

// at returns what is given of an article.
func (c *corpus) at(n uint32) (*given, error) {
	g := c.given[n]
	if g == nil || len(g.Digest) == 0 {
		return nil, fmt.Errorf("%w: article %d is not in hand", ErrBlocks, n)
	}
	return g, nil
}

// Digest returns the digest of an article.
func (c *corpus) Digest(n uint32) (*digest.Digest, error) {
	g, err := c.at(n)
	if err != nil {
		return nil, err
	}
	return digest.Decode(g.Digest)
}

// Article returns the digest of an article and its text.
func (c *corpus) Article(n uint32) (d *digest.Digest, text string, err error) {
	if d, err = c.Digest(n); err == nil {
		text, err = unpack(c.given[n].Text)
	}
	return d, text, err
}

// Marked does what Article does, with the furniture of the site marked.
func (c *corpus) Marked(n uint32) (*digest.Digest, string, error) {
	d, text, err := c.Article(n)
	if err == nil && d.HasLine(c.library.lines) {
		words := c.library.of(d.Meta.Language).Words(nil, text)
		d.MarkLines(words, c.library.lines)
		d.Count(words)
	}
	return d, text, err
}

// Side returns an article ready to be compared and shown.
func (c *corpus) Side(n uint32) (*cluster.Side, error) {
	if s := c.ready[n]; s != nil {
		return s, nil
	}
	d, text, err := c.Article(n)
	if err != nil {
		return nil, err
	}
	s := c.library.side(d, text)
	if c.bytes > mostReady {
		clear(c.ready)
		c.bytes = 0
	}
	c.ready[n] = s
	c.bytes += s.Bytes()
	return s, nil
}

// both returns two articles ready to be compared.
func (c *corpus) both(a, b uint32) (x, y *cluster.Side, err error) {
	if x, err = c.Side(a); err == nil {
		y, err = c.Side(b)
	}
	return x, y, err
}

// Piece returns what was found out about an article: no more than who stands for it, and its outlet, if
// only a seat names it.
func (c *corpus) Piece(n uint32) account.Piece {
	p := account.Piece{Group: account.None, Source: account.None, Basis: account.None, Twin: account.None}
	if s := c.seats[n]; s != nil {
		p = s.Piece
		p.Cluster, p.Family = s.Cluster, s.Family
	}
	p.Story, p.Rep = c.stories[n], n
	rep, named := c.reps[n]
	switch g := c.given[n]; {
	case g != nil:
		p.ID, p.Dates, p.Site, p.Rep = g.ID, cluster.Dates{From: g.From, To: g.To}, g.Site, g.Rep
	case named:
		p.Rep, p.Site = rep, c.sites[n]
	default:
		c.t.failed = errors.Join(c.t.failed, errMissing(n))
	}
	return p
}

// Tied reports whether an article has links.
func (c *corpus) Tied(n uint32) bool { return len(c.ties[n]) > 0 }

// Ties returns the links of an article.
func (c *corpus) Ties(n uint32) ([]account.Tie, error) { return c.ties[n], nil }

// tie adds a link to what its ends have.
func (c *corpus) tie(l *link) {
	read := func(passages bool) (cluster.Link, error) { return l.link(passages) }
	c.ties[l.A] = append(c.ties[l.A], account.Tie{Other: l.B, Read: read})
	c.ties[l.B] = append(c.ties[l.B], account.Tie{Other: l.A, Read: read})
}

// tieOnce adds links that may come twice, since both ends are of the part.
func (c *corpus) tieOnce(blocks []*Block) error {
	seen := map[[2]uint32]bool{}
	err := rowsOf(blocks, func(l *link) error {
		if at := [2]uint32{l.A, l.B}; !seen[at] {
			seen[at] = true
			c.tie(l)
		}
		return nil
	})
	c.order()
	return err
}

// order puts the links of each article in the order of the others.
func (c *corpus) order() {
	for _, list := range c.ties {
		slices.SortFunc(list, func(x, y account.Tie) int { return int(int64(x.Other) - int64(y.Other)) })
	}
}

// Spread returns how many copy families hold a quotation of an article, and the
// earliest article that does.
func (c *corpus) Spread(saying uint64, n uint32) (families int, first string) {
	if s := c.spreads[spreadOf{n, saying}]; s != nil && saying != 0 {
		return s.Families, c.Piece(s.First).ID
	}
	return 1, c.Piece(c.Piece(n).Rep).ID
}

// Match calls use with what compares two articles, if they are not too long.
func (c *corpus) Match(n, m uint32, a, b *cluster.Side, use func(*cluster.Matcher)) {
	cut, _, fits := c.matcher.Fit(len(a.Prose.Words)+len(b.Prose.Words), c.t.o.room())
	lost := ""
	switch {
	case !fits:
		lost = "too long to be compared with "
	default:
		use(&c.matcher)
		if *cut {
			lost = "compared only in part with "
		}
	}
	if lost == "" {
		return
	}
	file, record := c.where(max(n, m))()
	// An error of writing stays with the writer and ends the task with the next row.
	_ = c.t.problem(row.Problem{File: file, Record: record, Reason: lost + c.Piece(min(n, m)).ID + " in the memory that --memory allows"})
}

// where says where an article lies, for a problem.
func (c *corpus) where(n uint32) func() (string, int) {
	return func() (string, int) {
		d, err := c.Digest(n)
		if err != nil {
			return "", 0
		}
		return d.Meta.File, d.Meta.Record
	}
}

// FirstSeen does nothing: there is no archive.
func (c *corpus) FirstSeen(*row.Article, uint32, string) {}
