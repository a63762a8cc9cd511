package cluster

import "wiretrace/align"

// A series is one template filled anew: forecasts, lottery numbers, results,
// market wraps. Its pieces share a frame of sentences word for word, and differ
// in the slots: one name or number stands where the other piece has another. A
// copy, however edited, keeps nearly all names and numbers of its text. Of the
// passages in 7,000 news articles, copies had at most 3 filled slots beside 30
// and more details kept.

// What the passages of two pieces of a series show at least.
const (
	seriesSlots = 4    // slots that are filled differently
	seriesShare = 0.25 // of the slots and the details kept, the slots
	houseShare  = 0.16 // the same in pieces of one outlet, whose own templates they fill
	seriesFrame = 0.4  // of all places where the wording differs, the slots
	slotWords   = 12   // words that fill a slot at most
)

// A slotCount says in what passages differ and what they keep.
type slotCount struct {
	filled int // places where either side has a name or number, and not the same
	other  int // other places where the wording differs
	kept   int // names and numbers that both sides have at the same place
}

// series reports whether c is that of two pieces of a series, in which slots are
// at least this share of slots and details kept.
func (c *slotCount) series(share float64) bool {
	n := float64(c.filled)
	return c.filled >= seriesSlots && n >= share*float64(c.filled+c.kept) && n >= seriesFrame*float64(c.filled+c.other)
}

// series reports whether the passages that a and b share show them to be two
// pieces of a series.
func series[P any](a, b *Side, list []P, passage func(*P) *align.Passage) bool {
	var c slotCount
	for k := range list {
		c.add(a, b, passage(&list[k]))
	}
	share := seriesShare
	if a.Outlet != "" && a.Outlet == b.Outlet {
		share = houseShare
	}
	return c.series(share)
}

// add counts the slots of a passage of a and b.
func (c *slotCount) add(a, b *Side, p *align.Passage) {
	for i, r := range p.Runs {
		for k := range r.N {
			if a.marks[r.A+k]&a.slot() == 0 {
				continue
			}
			if a.Prose.Words[r.A+k].Hash == b.Prose.Words[r.B+k].Hash {
				c.kept++
			} else {
				c.other++ // the same name in another form
			}
		}
		if i == 0 {
			continue
		}
		before := p.Runs[i-1]
		x, y := align.Range{Start: before.A + before.N, End: r.A}, align.Range{Start: before.B + before.N, End: r.B}
		switch {
		case a.fillsSlot(x) && b.fillsSlot(y):
			c.filled++
		case x.Len() > 0 || y.Len() > 0:
			c.other++
		}
	}
}

// fillsSlot reports whether the words of r, of the prose, are few and have a
// name or number among them.
func (s *Side) fillsSlot(r align.Range) bool {
	if r.Len() > slotWords {
		return false
	}
	for _, m := range s.marks[r.Start:r.End] {
		if m&s.slot() != 0 {
			return true
		}
	}
	return false
}

// slot returns what fills a slot: names and numbers, or numbers alone in a
// language that writes every noun with a capital.
func (s *Side) slot() mark {
	if s.nouns {
		return figure
	}
	return detail | figure
}

// likeSeries reports whether two texts that have most shingles in common may be
// of a series: either has names or numbers that the other lacks. It asks less
// than series and costs little.
func likeSeries(a, b *Side) bool {
	return a.lacked(b) && b.lacked(a)
}

// lacked reports whether o lacks several names and numbers that s has.
func (s *Side) lacked(o *Side) bool {
	s.compare()
	o.compare()
	n := 0
	for k := range s.Prose.Stems() {
		if o.Prose.Find(s.Prose.Stem(k)) >= 0 {
			continue
		}
		for _, i := range s.Prose.Places(k) {
			if s.marks[i]&s.slot() != 0 {
				if n++; n >= lackedDetails {
					return true
				}
				break
			}
		}
	}
	return false
}

// lackedDetails is fewer than seriesSlots: several slots may be filled from the
// same few words.
const lackedDetails = 2
