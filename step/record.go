package step

import (
	"wiretrace/cluster"
	"wiretrace/digest"
)

// An Input asks for the articles of those files below some paths whose names fall to
// one of Of shares.
type Input struct {
	Paths     []string
	Share, Of uint32
}

func (x *Input) code(c *coder) {
	list(c, &x.Paths, func(s *string) { text(c, s) })
	number(c, &x.Share)
	number(c, &x.Of)
}

type read struct {
	Place        uint64 // where it was read: the share, then the place in that
	From, To     int64
	Digest, Text []byte
}

func (x *read) code(c *coder) {
	c.u64(&x.Place)
	c.i64(&x.From)
	c.i64(&x.To)
	c.bytes(&x.Digest)
	c.bytes(&x.Text)
}

// name is an outlet, given with "The" or not, or a writer. Of an outlet that the gazetteer
// guards there is one for each of the whole days of its pieces.
type name struct {
	Name           string
	Titled, Writer bool
	From, To       int64
	Host           string // at which pages that give the name stand; see outlet.Hosts
}

func (x *name) code(c *coder) {
	text(c, &x.Name)
	c.bool(&x.Titled)
	c.bool(&x.Writer)
	c.i64(&x.From)
	c.i64(&x.To)
	text(c, &x.Host)
}

type words struct {
	Language string
	Counts   []byte
}

func (x *words) code(c *coder) {
	text(c, &x.Language)
	c.bytes(&x.Counts)
}

type head struct {
	Place    uint64
	ID       string
	From, To int64
	Hash     uint64
	Outlet   string
}

func (x *head) code(c *coder) {
	c.u64(&x.Place)
	text(c, &x.ID)
	c.i64(&x.From)
	c.i64(&x.To)
	c.key(&x.Hash)
	text(c, &x.Outlet)
}

// articleID is the id of an article, or one that an article of the id before its last
// tilde may not be given when it is told apart from another.
type articleID struct {
	ID    string
	Taken bool
}

func (x *articleID) code(c *coder) {
	text(c, &x.ID)
	c.bool(&x.Taken)
}

// repeatedID is an id that several articles have, and those like it that are taken.
type repeatedID struct {
	ID    string
	Taken []string
}

func (x *repeatedID) code(c *coder) {
	text(c, &x.ID)
	list(c, &x.Taken, func(s *string) { text(c, s) })
}

type numbered struct {
	Place  uint64
	Number uint32
	ID     string // empty if it keeps its own
}

func (x *numbered) code(c *coder) {
	c.u64(&x.Place)
	number(c, &x.Number)
	text(c, &x.ID)
}

// fact is when and by whom an article was published, and what it is named by.
type fact struct {
	From, To int64
	Site     uint32
	Name     uint64 // that ids of clusters come from
}

func (x *fact) code(c *coder) {
	c.i64(&x.From)
	c.i64(&x.To)
	number(c, &x.Site)
	c.key(&x.Name)
}

// about is what is known of an article besides itself.
type about struct {
	Rep uint32 // stands for its family
	fact
}

func (x *about) code(c *coder) {
	number(c, &x.Rep)
	x.fact.code(c)
}

// couple is two articles, or an article and the one that stands for it.
type couple struct{ A, B uint32 }

func (x *couple) code(c *coder) {
	number(c, &x.A)
	number(c, &x.B)
}

type verdict struct {
	couple
	Copies bool
}

func (x *verdict) code(c *coder) {
	x.couple.code(c)
	c.bool(&x.Copies)
}

// suspect is a couple whose verdict a part of families waits for.
type suspect struct {
	couple
	Home uint32
}

func (x *suspect) code(c *coder) {
	x.couple.code(c)
	number(c, &x.Home)
}

type recredited struct {
	Place  uint64
	Digest []byte
	Added  []uint64
}

func (x *recredited) code(c *coder) {
	c.u64(&x.Place)
	c.bytes(&x.Digest)
	list(c, &x.Added, c.key)
}

type asked struct {
	Key                uint64
	Place              uint64 // of the article that asks
	From, To           int64
	Question, Namesake int
}

func (x *asked) code(c *coder) {
	c.key(&x.Key)
	c.u64(&x.Place)
	c.i64(&x.From)
	c.i64(&x.To)
	number(c, &x.Question)
	number(c, &x.Namesake)
}

type answered struct {
	Place              uint64
	Question, Namesake int
	Piece              uint64 // the place of who has the key
}

func (x *answered) code(c *coder) {
	c.u64(&x.Place)
	number(c, &x.Question)
	number(c, &x.Namesake)
	c.u64(&x.Piece)
}

type stored struct {
	Number       uint32
	Digest, Text []byte
}

func (x *stored) code(c *coder) {
	number(c, &x.Number)
	c.bytes(&x.Digest)
	c.bytes(&x.Text)
}

type key struct {
	Hash   uint64
	Number uint32
}

func (x *key) code(c *coder) {
	c.key(&x.Hash)
	number(c, &x.Number)
}

// exactKey is the hash of the words of an article, and where that was read.
type exactKey struct {
	key
	Place uint64
}

func (x *exactKey) code(c *coder) {
	x.key.code(c)
	c.u64(&x.Place)
}

// identical is the place of an article whose words another before it has.
type identical struct{ Place uint64 }

func (x *identical) code(c *coder) { c.u64(&x.Place) }

// keyed is the keys of an article by their kinds, none of them bands.
type keyed struct {
	Number uint32
	Keys   [digest.Kinds][]uint64
}

func (x *keyed) code(c *coder) {
	number(c, &x.Number)
	for i := range x.Keys {
		list(c, &x.Keys[i], c.key)
	}
}

// sent is a key with what whoever looks at it must know of its article: of each kind of key
// only what is asked of it, the rest is 0.
type sent struct {
	key
	Rep      uint32 // stands for its family
	Site     uint32
	From, To int64
}

func (x *sent) code(c *coder) {
	x.key.code(c)
	back, span := x.Number-x.Rep, x.To-x.From // mostly 0, or little
	number(c, &back)
	number(c, &x.Site)
	c.i64(&x.From)
	c.i64(&span)
	x.Rep, x.To = x.Number-back, x.From+span
}

// further is how many articles of an outlet have a line besides those that one task of send has
// sent it of.
type further struct {
	Line     uint64
	Site     uint32
	Articles int
}

func (x *further) code(c *coder) {
	c.key(&x.Line)
	number(c, &x.Site)
	number(c, &x.Articles)
}

// need asks for an article at a level: what is known of it, its digest, its text.
type need struct {
	Number, Part uint32
	Level        uint8
}

const (
	known uint8 = iota
	digested
	whole
)

func (x *need) code(c *coder) {
	number(c, &x.Number)
	number(c, &x.Part)
	number(c, &x.Level)
}

type given struct {
	stored
	about // without facts where the stage has none
	ID    string
	Seats []seat // one, or none if it stands alone
}

func (x *given) code(c *coder) {
	x.stored.code(c)
	x.about.code(c)
	text(c, &x.ID)
	list(c, &x.Seats, func(s *seat) { s.code(c) })
}

type siteLine struct {
	Line          uint64
	All, Articles int
	Looks         []uint32
}

func (x *siteLine) code(c *coder) {
	c.key(&x.Line)
	number(c, &x.All)
	number(c, &x.Articles)
	list(c, &x.Looks, func(n *uint32) { number(c, n) })
}

type hint struct{ cluster.Hint }

func (x *hint) code(c *coder) {
	number(c, &x.A)
	number(c, &x.B)
	number(c, &x.Prints)
	number(c, &x.Pairs)
	number(c, &x.Stories)
}

// cuts is how many articles there are, and what bounds left out.
type cuts struct{ Articles, Stock, Compared, Weak, Versions, Issuers int }

func (x *cuts) code(c *coder) {
	number(c, &x.Articles)
	number(c, &x.Stock)
	number(c, &x.Compared)
	number(c, &x.Weak)
	number(c, &x.Versions)
	number(c, &x.Issuers)
}

type spread struct {
	Number   uint32
	Saying   uint64
	Families int
	First    uint32
}

func (x *spread) code(c *coder) {
	number(c, &x.Number)
	c.key(&x.Saying)
	number(c, &x.Families)
	number(c, &x.First)
}
