package cluster

// What makes an article a round-up: it prints the greater part of so many
// others that have nothing to do with each other, none of them filling it.
const (
	roundupItems = 3
	roundupLooks = 16   // items that are held against each other
	itemShare    = 0.5  // of the item, that the round-up prints
	itemPart     = 0.35 // of the round-up, that an item at most makes up
	itemThird    = 0.2  // of an item, of which it prints less than half
	itemStory    = 0.5  // where both hardly report one event by themselves
)

// item reports whether one article that makes up part of another, which prints
// share of it, may be an item of a round-up. story is the probability that both report one event.
func item(part, share, story float64) bool {
	return part <= itemPart && (share >= itemShare || share >= itemThird && story < itemStory)
}

// roundups returns the articles that are round-ups. An article that others
// take parts from is none: those parts overlap, so that the takers are linked
// with each other too. Bonds are sorted by their ends.
func (bs *Bonds) roundups() map[uint32]bool {
	items := map[uint32][]uint32{}
	add := func(x, item uint32) {
		if len(items[x]) < roundupLooks {
			items[x] = append(items[x], item)
		}
	}
	for k := range bs.list {
		x := &bs.list[k]
		if x.traits&itemOfA != 0 {
			add(x.a, x.b)
		}
		if x.traits&itemOfB != 0 {
			add(x.b, x.a)
		}
	}
	out := map[uint32]bool{}
	for x, list := range items {
		// The items that are linked with none before them.
		var apart []uint32
		for _, y := range list {
			free := true
			for _, z := range apart {
				free = free && y != z && !bs.has(Couple{min(y, z), max(y, z)})
			}
			if free {
				apart = append(apart, y)
			}
		}
		if len(apart) >= roundupItems {
			out[x] = true
		}
	}
	return out
}
