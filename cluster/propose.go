package cluster

import (
	"slices"

	"wiretrace/digest"
	"wiretrace/internal/fault"
	"wiretrace/shingle"
)

// Articles is what grouping by keys goes by, of articles by their numbers.
type Articles interface {
	Dates(n uint32) Dates
	Site(n uint32) uint32 // the number of its outlet, 0 if unknown
	Rep(n uint32) uint32  // the representative of its copy family, itself if it is one
	// Stale reports whether two articles were held against each other before.
	Stale(c Couple) bool
}

// Bounds on what keys propose, by kind of key.
var printBounds = Bounds{All: 40, Star: MostPrinted}

const (
	bandAll   = 4  // articles that have a band in common and are compared each with each; of more, all with the first
	pairMost  = 24 // others within the window that one pair of rare words may propose to an article
	storyMost = 60 // the same for an outlet and a name
)

// BandStars is how many of more than bandAll articles with a band in common are
// tried as the first, that all are held against.
const BandStars = 3

// Identical returns for each of n articles the first one of the same words, itself
// if there is none before it. exact are the hashes of the words of those that have
// any, in any order; they are sorted.
func Identical(n int, exact []Key) []uint32 {
	first := make([]uint32, n)
	for i := range first {
		first[i] = uint32(i)
	}
	SortKeys(exact)
	for i := 0; i < len(exact); {
		j := i
		for ; j < len(exact) && exact[j].Hash == exact[i].Hash; j++ {
			first[exact[j].Article] = exact[i].Article
		}
		i = j
	}
	return first
}

// Bands appends the couples that the bands of keys, which are sorted, propose:
// all of small groups, and of larger ones, of which it returns the number, those with
// the one at the place star. Ten thousand copies of one story are ten thousand
// couples.
func (p *Proposer) Bands(list []Couple, keys []Key, star int) (couples []Couple, large int, err error) {
	err = p.each(keys, 0, func(g []Key) error {
		if OfMany(g) {
			if star < len(g) {
				list, large = starCouples(list, g, star, p), large+1
			}
			return nil
		}
		for j := range g {
			list = starCouples(list, g[:j+1], j, p)
		}
		return nil
	})
	return list, large, err
}

// OfMany reports whether so many articles have a band in common that they are not all held
// against each other.
func OfMany(g []Key) bool { return len(g) > bandAll }

// starCouples appends the couples of one article of a group with all others, but
// for those held against each other before.
func starCouples(list []Couple, g []Key, star int, of Articles) []Couple {
	x := g[star].Article
	for i, y := range g {
		c := Couple{A: min(x, y.Article), B: max(x, y.Article)}
		if i != star && !of.Stale(c) {
			list = append(list, c)
		}
	}
	return list
}

// A Proposer couples articles that have keys in common. Window is how many seconds
// one piece and another that retells it may be apart. Lost is told the last article of
// a group that panics, which proposes nothing more.
type Proposer struct {
	Articles
	Window int64
	Lost   func(n uint32, panicked error)
	Cut    Cut // what its bounds left out so far
}

// each calls use with each group of keys; see Grouped.
func (p *Proposer) each(keys []Key, mask uint64, use func(g []Key) error) error {
	for g := range Grouped(keys, mask) {
		err := fault.Guard(func() error { return use(g) })
		if fault.Is(err) && p.Lost != nil {
			p.Lost(g[len(g)-1].Article, err)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// Prints couples the articles that share a fingerprint, whenever they
// were published: representatives, and copies by what their representative lacks,
// so that a copy with paragraphs of a second source meets that. A copy meets
// nobody of its family, nor of its outlet, which uses its own lines again.
// Stock phrases propose nothing; they are looked for only here, since nine
// fingerprints in ten are dropped before anybody need know what they are. Keys are
// sorted, and used up.
func (p *Proposer) Prints(keys []Key, use func(Hint) error) error {
	var last uint64
	stock := false
	keys = slices.DeleteFunc(keys, func(k Key) bool {
		if k.Hash != last {
			if last, stock = k.Hash, shingle.Stock(k.Hash); stock {
				p.Cut.Known++
			}
		}
		return stock
	})
	return p.each(keys, 0, func(g []Key) error {
		return groupCouples(g, printBounds, &p.Cut, func(c Couple) error {
			if p.Stale(c) || p.copied(c) {
				return nil
			}
			return use(Hint{Couple: c, Prints: 1})
		})
	})
}

// copied reports whether a couple, of which one is a copy that does not stand for
// its family, is of one family or one outlet.
func (p *Proposer) copied(c Couple) bool {
	a, b := p.Rep(c.A), p.Rep(c.B)
	if a == c.A && b == c.B {
		return false
	}
	site := p.Site(c.A)
	return a == b || site != 0 && site == p.Site(c.B)
}

// Pairs couples the articles of the same days that share a pair of rare words. Keys
// are sorted.
func (p *Proposer) Pairs(keys []Key, use func(Hint) error) error {
	return p.each(keys, 0, func(g []Key) error {
		before := func(j int) []Key { return g[:j] }
		return p.near(g, pairMost, before, func(a, b Key) error {
			return use(Hint{Couple: Couple{A: a.Article, B: b.Article}, Pairs: 1})
		})
	})
}

// Stories couples the articles of the same days of which one credits
// the outlet of the other, or both credit one, and which write of the same
// name. Keys are sorted.
func (p *Proposer) Stories(keys []Key, use func(Hint) error) error {
	var crediting []Key
	return p.each(keys, digest.Credited, func(g []Key) error {
		crediting = crediting[:0]
		// What credits the outlet meets all before it, the rest only what does:
		// an outlet has very many pieces that write of one name.
		before := func(j int) []Key {
			if g[j].Hash&digest.Credited == 0 {
				return crediting
			}
			crediting = append(crediting, g[j])
			return g[:j]
		}
		return p.near(g, storyMost, before, func(a, b Key) error {
			return use(Hint{Couple: Couple{A: a.Article, B: b.Article}, Stories: 1})
		})
	})
}

// near calls use with the couples of a group, which is in order of articles
// and so of dates, that may have been published within the window of each
// other. before is called for each key of the group in turn and returns those
// before it that it may be coupled with. An article with more than most others
// within the window gets none by this key, since it tells too little.
func (p *Proposer) near(g []Key, most int, before func(j int) []Key, use func(a, b Key) error) error {
	var list []Key
	for j, y := range g {
		list = list[:0]
		b, rep := p.Dates(y.Article), p.Rep(y.Article)
		for _, x := range slices.Backward(before(j)) {
			if x.Article == y.Article {
				continue
			}
			a := p.Dates(x.Article)
			if b.Undated() == 0 && a.From < b.From-p.Window-longestInterval {
				break
			}
			if p.Rep(x.Article) != rep && !a.Apart(b, p.Window) {
				list = append(list, x)
			}
			if len(list) > most {
				break
			}
		}
		if len(list) > most {
			p.Cut.Crowded++
			continue
		}
		for _, x := range list {
			if p.Stale(Couple{A: x.Article, B: y.Article}) {
				continue
			}
			if err := use(x, y); err != nil {
				return err
			}
		}
	}
	return nil
}

// longestInterval is the longest time of publication that is looked back for,
// in seconds: a month.
const longestInterval = 31 * 86400

// OwnBackground reports whether two pieces of one outlet share no more than a
// few paragraphs. That is neither a later version of a piece nor news of where
// it came from: papers use their own background again.
func OwnBackground(a, b *Side, p *Pair) bool {
	return a.Outlet != "" && a.Outlet == b.Outlet && max(p.ShareA, p.ShareB) < versionShare
}

// versionShare is the share of either text that a later version of it keeps.
const versionShare = 0.3

// Resurfaced calls mark with the copies, of so many articles, that meet the
// articles of their own days for their
// family. A piece is retold when it is printed, and it may be printed again years
// later: who retells the copy of last week is found, whenever the first was
// published. The first that an agency has itself meets them too, whoever printed it first: a day
// without a time comes before any time of that day. agency reports whether an outlet is one.
func Resurfaced(n int, of Articles, window int64, agency func(site uint32) bool, mark func(n uint32)) {
	last := map[uint32]uint32{} // the last of each family to do so, where it is not the representative
	type wire struct{ rep, site uint32 }
	met := map[wire]bool{} // of each family the first piece of an agency
	for n := range uint32(n) {
		rep, dates := of.Rep(n), of.Dates(n)
		if rep == n || dates.Undated() == 1 {
			continue
		}
		before, ok := last[rep]
		if !ok {
			before = rep
		}
		if dates.Apart(of.Dates(before), window) {
			mark(n)
			last[rep] = n
		} else if w := (wire{rep, of.Site(n)}); agency(w.site) && w.site != of.Site(rep) && !met[w] {
			mark(n)
			met[w] = true
		}
	}
}
