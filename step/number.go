package step

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"wiretrace/cluster"
	"wiretrace/spill"
)

// A numbering is the step number at work. It holds of an article what it must write
// together with others, and of ids only those that come twice.
type numbering struct {
	*task
	n       uint32
	facts   []fact // of the last articles
	outlets *outlets
	taken   map[string]bool // ids that nobody may be given, of those repeated and of those like them
	seen    map[string]int  // how often a repeated id has come
}

// numberStep numbers the articles by date and id.
//
//	in    heads:0          in order: by date, undated ones last, then by id
//	side  names, repeated
//	out   numbers:place    the number of each, and a new id if another had its own before
//	      facts:article    a block of 256, in order, so that a row need not say its number
//	      exact:hash       the hash of its words, and where it was read
//	      cuts:0           how many articles there are
//
// It runs alone, since a number is how many come before. It streams, and holds the facts of
// a block and the ids that are repeated.
func numberStep(t *task) error {
	o, err := t.outlets()
	if err != nil {
		return err
	}
	num := &numbering{task: t, outlets: o, taken: map[string]bool{}, seen: map[string]int{}}
	if err := sideRows(t, Repeated, func(r *repeatedID) error {
		num.seen[r.ID] = 0
		for _, id := range r.Taken {
			num.taken[id] = true
		}
		return nil
	}); err != nil {
		return err
	}
	if err := t.each(func(b *Block) error { return rowsOf([]*Block{b}, num.head) }); err != nil {
		return err
	}
	return errors.Join(num.flushFacts(), num.put(Cuts, 0, &cuts{Articles: int(num.n)}))
}

// head numbers an article.
func (num *numbering) head(h *head) error {
	n := num.n
	num.n++
	renamed := ""
	if had, repeated := num.seen[h.ID]; repeated {
		if had > 0 {
			k := max(had, 2)
			for num.taken[h.ID+"~"+strconv.Itoa(k)] {
				k++
			}
			renamed = h.ID + "~" + strconv.Itoa(k)
			had = k
		}
		num.seen[h.ID] = had + 1
	}
	f := fact{h.From, h.To, num.outlets.site(num.outlets.house(h.Outlet)), cluster.NameOf(cmp.Or(renamed, h.ID), h.Hash)}
	if num.facts = append(num.facts, f); len(num.facts) == factsOfBlock {
		if err := num.flushFacts(); err != nil {
			return err
		}
	}
	if h.Hash != 0 {
		if err := num.put(Exact, uint32(spill.Scatter(h.Hash)>>(64-exactBits)), &exactKey{key{h.Hash, n}, h.Place}); err != nil {
			return err
		}
	}
	return num.put(Numbers, readPart(h.Place), &numbered{h.Place, n, renamed})
}

const (
	factsOfBlock = 1 << 8 // those of a part
	exactBits    = 8      // of a hash that say which part it falls to
)

// flushFacts writes the facts of the last articles.
func (num *numbering) flushFacts() error {
	c := coder{}
	for i := range num.facts {
		num.facts[i].code(&c)
	}
	rows := uint32(len(num.facts))
	num.facts = num.facts[:0]
	if rows == 0 {
		return nil
	}
	return num.out.Write(&Block{Kind: Facts, Part: partOf(num.n - 1), Rows: rows, Data: c.b})
}

// identicalStep finds articles of the same words.
//
//	in    exact:hash     all that have a hash
//	out   first:article  for each but the first of them a couple: the first, and itself
//	      same:place     where each but the first was read
//
// So copies to the letter need not be held against each other, however many there are: they
// have no bands.
func identicalStep(t *task) error {
	return t.parts(func(_ uint32, of map[Kind][]*Block) error {
		list, err := allRows[exactKey](of[Exact])
		if err != nil {
			return err
		}
		slices.SortFunc(list, func(x, y *exactKey) int { return cmp.Or(cmp.Compare(x.Hash, y.Hash), cmp.Compare(x.Number, y.Number)) })
		first := uint32(0)
		for i, x := range list {
			if i == 0 || x.Hash != list[i-1].Hash {
				first = x.Number
				continue
			}
			if err := errors.Join(t.put(First, partOf(x.Number), &couple{first, x.Number}), t.put(Same, readPart(x.Place), &identical{x.Place})); err != nil {
				return err
			}
		}
		return nil
	})
}
