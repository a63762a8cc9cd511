package cluster

// What makes an article a round-up: it prints the greater part of so many
// others that have nothing to do with each other, none of them filling it.
const (
	roundupItems = 3
	roundupLooks = 16   // items that are held against each other
	itemShare    = 0.5  // of the item, that the round-up prints
	itemPart     = 0.35 // of the round-up, that an item at most makes up
)

// roundups returns the articles that are round-ups. An article that others
// take parts from is none: those parts overlap, so that the takers are linked
// with each other too.
func roundups(links []Link) map[uint32]bool {
	linked := make(map[Couple]bool, len(links))
	items := map[uint32][]uint32{}
	add := func(x, item uint32, part, share float64) {
		if part <= itemPart && share >= itemShare && len(items[x]) < roundupLooks {
			items[x] = append(items[x], item)
		}
	}
	for k := range links {
		l := &links[k]
		linked[Couple{l.A, l.B}] = true
		if l.Relation == Partial {
			add(l.A, l.B, l.ShareA, l.ShareB)
			add(l.B, l.A, l.ShareB, l.ShareA)
		}
	}
	out := map[uint32]bool{}
	for x, list := range items {
		// The items that are linked with none before them.
		var apart []uint32
		for _, y := range list {
			free := true
			for _, z := range apart {
				free = free && !linked[Couple{min(y, z), max(y, z)}]
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
