package job

import (
	"cmp"
	"fmt"
	"slices"

	"wiretrace/digest"
	"wiretrace/outlet"
)

// shortNamesAtOnce is how many articles there are whose keys are looked up together.
const shortNamesAtOnce = 1 << 12

// A shortName is the question of an article, and what is found out about it.
type shortName struct {
	place uint32
	digest.ShortName
	inCommon   map[uint32]int // of each piece of a namesake: names that both write of
	namesakeOf map[uint32]int // and whose piece it is
}

// resolveShortNames puts the outlets that short names mean in their place. names are
// the outlets in hand, sorted, of which g has the domains.
func (in *ingestion) resolveShortNames(names []string, g *outlet.Gazetteer, maker *digest.Maker) error {
	namesakes := digest.NewNamesakes(names)
	for list := range slices.Chunk(in.short, shortNamesAtOnce) {
		var asked []*shortName
		keys := map[uint64][]askedKey{}
		for _, place := range list {
			_, err := in.rereads(place, func() error { return in.ask(place, namesakes, maker, &asked, keys) })
			if err != nil {
				return err
			}
		}
		if err := in.lookUp(keys); err != nil {
			return err
		}
		if err := in.answer(asked, g, maker); err != nil {
			return err
		}
	}
	return nil
}

// An askedKey is a key that pieces of one namesake have if they are about a name
// of the article.
type askedKey struct {
	by       *shortName
	namesake int
}

// ask adds the questions of the article at a place, and their keys.
func (in *ingestion) ask(place uint32, namesakes digest.Namesakes, maker *digest.Maker, asked *[]*shortName, keys map[uint64][]askedKey) error {
	return in.store.open(place, func(a *storedArticle) error {
		d, text, err := a.article()
		if err != nil {
			return fmt.Errorf("read credits anew: %w", err)
		}
		for _, name := range maker.ShortNames(d, text, namesakes) {
			q := &shortName{place: place, ShortName: name, inCommon: map[uint32]int{}, namesakeOf: map[uint32]int{}}
			*asked = append(*asked, q)
			for k, list := range name.Keys {
				for _, key := range list {
					keys[key] = append(keys[key], askedKey{q, k})
				}
			}
		}
		return nil
	})
}

// lookUp counts for each question the keys that pieces of the days before have.
func (in *ingestion) lookUp(keys map[uint64][]askedKey) error {
	log := in.keys[digest.Stories-1]
	var parts []int
	for key := range keys {
		parts = append(parts, log.Part(key))
	}
	slices.Sort(parts)
	for _, part := range slices.Compact(parts) {
		err := log.Each(part, func(key uint64, place uint32) {
			for _, k := range keys[key] {
				if q := k.by; place != q.place && in.retellable(q.place, place) {
					q.inCommon[place]++
					q.namesakeOf[place] = k.namesake
				}
			}
		})
		if err != nil {
			return fmt.Errorf("read back %s: %w", digest.Stories, err)
		}
	}
	return nil
}

// retellable reports whether the article at place a may retell the one at b by
// their dates.
func (in *ingestion) retellable(a, b uint32) bool {
	return in.heads[a].dates().MayRetell(in.heads[b].dates())
}

// answer stores the credits of the articles whose questions have an answer.
func (in *ingestion) answer(asked []*shortName, g *outlet.Gazetteer, maker *digest.Maker) error {
	slices.SortStableFunc(asked, func(x, y *shortName) int { return cmp.Compare(x.place, y.place) })
	for len(asked) > 0 {
		n := 1
		for n < len(asked) && asked[n].place == asked[0].place {
			n++
		}
		means := map[string]string{}
		for _, q := range asked[:n] {
			if m := q.Meaning(q.inCommon, q.namesakeOf); m != "" {
				means[q.Name] = m
			}
		}
		if len(means) > 0 {
			place := asked[0].place
			if _, err := in.rereads(place, func() error { return in.rename(place, means, g, maker) }); err != nil {
				return err
			}
		}
		asked = asked[n:]
	}
	return nil
}

// rename puts the outlets that short names mean into the credits of the article at a
// place. Its own outlet is credited by none of them.
func (in *ingestion) rename(place uint32, means map[string]string, g *outlet.Gazetteer, maker *digest.Maker) error {
	var r recredited
	err := in.store.open(place, func(a *storedArticle) error {
		d, text, err := a.article()
		if err != nil {
			return err
		}
		added, changed := maker.Mean(d, text, means, g)
		if changed {
			r = recredited{d, added}
		}
		return nil
	})
	if err != nil || r.digest == nil {
		return err
	}
	return in.recredit(place, &r)
}
