package step

import (
	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/row"
)

type link struct {
	A, B            uint32
	Relation        string
	Signs, Passages []byte
}

func (x *link) code(c *coder) {
	number(c, &x.A)
	number(c, &x.B)
	text(c, &x.Relation)
	c.bytes(&x.Signs)
	c.bytes(&x.Passages)
}

func newLink(l *cluster.Link) *link {
	return &link{A: l.A, B: l.B, Relation: string(l.Relation), Signs: cluster.EncodeSigns(nil, &l.Pair), Passages: cluster.EncodePassages(nil, l.Passages)}
}

// link returns the link, with its passages if they are asked for.
func (x *link) link(passages bool) (l cluster.Link, err error) {
	if l.Pair, err = cluster.DecodeSigns(x.Signs); err == nil && passages {
		l.Passages, err = cluster.DecodePassages(x.Passages)
	}
	l.A, l.B, l.Relation = x.A, x.B, cluster.Relation(x.Relation)
	return l, err
}

type kin struct {
	couple
	Story float32
}

func (x *kin) code(c *coder) {
	x.couple.code(c)
	c.float32(&x.Story)
}

// peer is an article of the component, or of the family, that is named by its first.
type peer struct {
	Number, First uint32
	Again         bool // it surfaces again
	about
}

func (x *peer) code(c *coder) {
	number(c, &x.Number)
	number(c, &x.First)
	c.bool(&x.Again)
	x.about.code(c)
}

// claim is an id that a cluster has if no member before that of Place, of so many, gives
// it one that no cluster before it has.
type claim struct {
	ID        string
	Turn      uint64 // clusters have their ids in this order
	First     uint32 // of the members
	Place, Of uint32
}

func (x *claim) code(c *coder) {
	text(c, &x.ID)
	c.u64(&x.Turn)
	number(c, &x.First)
	number(c, &x.Place)
	number(c, &x.Of)
}

// group is a cluster or a story.
type group struct {
	ID      string
	Members []uint32
}

func (x *group) code(c *coder) {
	text(c, &x.ID)
	list(c, &x.Members, func(n *uint32) { number(c, n) })
}

type inStory struct {
	Number, First uint32 // of the article, and of the first of the story
	ID            string
}

func (x *inStory) code(c *coder) {
	number(c, &x.Number)
	number(c, &x.First)
	text(c, &x.ID)
}

// seat is what an article is in its cluster of so many.
type seat struct {
	Number          uint32
	Cluster, Family string
	Size            uint32
	Minutes         int // since the first report; below 0 if that is not known
	account.Piece
	Reps  [3]uint32 // who stand for the families of Source, Basis and Twin
	Sites [3]uint32 // numbers of the outlets of these
}

func (x *seat) code(c *coder) {
	number(c, &x.Number)
	text(c, &x.Cluster)
	text(c, &x.Family)
	number(c, &x.Size)
	number(c, &x.Minutes)
	for _, n := range []*uint32{&x.Rep, &x.Group, &x.Source, &x.Basis, &x.Twin, &x.Reps[0], &x.Reps[1], &x.Reps[2], &x.Sites[0], &x.Sites[1], &x.Sites[2]} {
		number(c, n)
	}
	if x.Standing == nil {
		x.Standing = new(cluster.Standing)
	}
	s := x.Standing
	number(c, &s.Number)
	number(c, &s.Family)
	text(c, &s.Role)
	for _, n := range []*int{&s.Source, &s.Basis, &s.Twin} {
		number(c, n)
	}
	text(c, &s.SourceOutlet)
	list(c, &s.Chain, func(s *string) { text(c, s) })
	list(c, &s.TextOf, func(n *uint32) { number(c, n) })
	for _, b := range []*bool{&s.Credited, &s.Unclear, &s.Whole, &s.Update, &s.Derived} {
		c.bool(b)
	}
	text(c, &s.Confidence)
	text(c, &s.Why)
	c.float(&s.InCommon)
	text(c, &s.UpstreamKind)
	text(c, &s.Kind)
}

// told is a row of the report: an article, or a cluster after its articles.
type told struct {
	Minutes  int
	Articles []row.Article
	Clusters []row.Cluster
}

func (x *told) code(c *coder) {
	number(c, &x.Minutes)
	list(c, &x.Articles, c.article)
	list(c, &x.Clusters, func(r *row.Cluster) {
		for _, s := range []*string{&r.ID, &r.Upstream, &r.UpstreamPresent, &r.FirstPublished, &r.LastPublished, &r.Headline, &r.OriginArticle} {
			text(c, s)
		}
		for _, n := range []*int{&r.Articles, &r.Families, &r.Outlets, &r.Uncredited, &r.FirstCopy} {
			number(c, n)
		}
	})
}

// piece is what a file of the report holds of the rows of a part.
type piece struct {
	File string
	Data []byte
}

func (x *piece) code(c *coder) {
	text(c, &x.File)
	c.bytes(&x.Data)
}

// tally is what account.Exchange counts of an article, and nothing else of it.
type tally struct {
	Minutes int
	row.Article
}

func newTally(a *row.Article, minutes int) *tally {
	return &tally{minutes, row.Article{
		ID: a.ID, Outlet: a.Outlet, Words: a.Words, Role: a.Role, UpstreamKind: a.UpstreamKind, Makeup: a.Makeup,
		Credited: a.Credited, Confidence: a.Confidence, SourceOutlet: a.SourceOutlet, Upstream: a.Upstream,
	}}
}

func (x *tally) code(c *coder) {
	number(c, &x.Minutes)
	number(c, &x.Words)
	for _, s := range []*string{&x.ID, &x.Outlet, &x.Role, &x.UpstreamKind, &x.Credited, &x.Confidence, &x.SourceOutlet, &x.Upstream} {
		text(c, s)
	}
	for _, t := range []*row.Tenths{&x.Makeup.Copied, &x.Makeup.Edited, &x.Makeup.Reworded} {
		number(c, t)
	}
}

// faults are rows of the report that could not be written, and how many there are beyond
// these.
type faults struct {
	Told []row.Problem
	More int
}

func (x *faults) code(c *coder) {
	list(c, &x.Told, func(p *row.Problem) {
		text(c, &p.File)
		number(c, &p.Record)
		text(c, &p.Reason)
	})
	number(c, &x.More)
}

type storyRow struct{ row.Story }

func (x *storyRow) code(c *coder) {
	for _, s := range []*string{&x.ID, &x.Headline, &x.FirstPublished, &x.LastPublished} {
		text(c, s)
	}
	for _, n := range []*int{&x.Articles, &x.Outlets, &x.Clusters, &x.OwnReports} {
		number(c, n)
	}
}

// problem is one of an article or file. Those of reading are told as often as they come,
// all others once.
type problem struct {
	row.Problem
	Read bool
}

func (x *problem) code(c *coder) {
	c.bool(&x.Read)
	text(c, &x.File)
	number(c, &x.Record)
	text(c, &x.Reason)
	text(c, &x.Kind)
}
