package job

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wiretrace/credit"
	"wiretrace/digest"
	"wiretrace/outlet"
)

// "The Post" alone is the outlet in hand of which one's own piece is the one that
// is retold: of the days before and about the same names.

const (
	shortNamesAtOnce = 1 << 12          // articles whose keys are looked up together
	mostNamesakes    = 16               // outlets in hand that one short name may mean
	leastInCommon    = 3                // names that the two pieces both write much of
	longestRetold    = 3 * 24 * 60 * 60 // how many seconds the piece retold is older at most,
	longestAhead     = 24 * 60 * 60     // and how many younger, since many dates are days
)

// isShortName reports whether a credit names its outlet by one word that nothing in
// the article resolves.
func isShortName(c *credit.Credit) bool {
	return c.Kind == outlet.Unknown && c.Domain == "" && c.Outlet != "" && !strings.ContainsAny(c.Outlet, " .")
}

// A shortName is a question: which outlet an article means by a short name.
type shortName struct {
	place      uint32
	name       string
	namesakes  []string
	inCommon   map[uint32]int // of each piece of a namesake: names that both write of
	namesakeOf map[uint32]int // and whose piece it is
}

// meaning returns the namesake meant, empty if none stands out.
func (q *shortName) meaning() string {
	best := make([]int, len(q.namesakes))
	for piece, n := range q.inCommon {
		i := q.namesakeOf[piece]
		best[i] = max(best[i], n)
	}
	top := 0
	for i := range best {
		if best[i] > best[top] {
			top = i
		}
	}
	for i := range best {
		if i != top && best[i] == best[top] {
			return ""
		}
	}
	if best[top] < leastInCommon {
		return ""
	}
	return q.namesakes[top]
}

// resolveShortNames puts the outlets that short names mean in their place. names are
// the outlets in hand, sorted, of which g has the domains.
func (in *ingestion) resolveShortNames(names []string, g *outlet.Gazetteer, maker *digest.Maker) error {
	namesakes := map[string][]string{}
	for _, n := range names {
		if i := strings.LastIndexByte(n, ' '); i >= 0 && len(namesakes[n[i+1:]]) < mostNamesakes {
			namesakes[n[i+1:]] = append(namesakes[n[i+1:]], n)
		}
	}
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
func (in *ingestion) ask(place uint32, namesakes map[string][]string, maker *digest.Maker, asked *[]*shortName, keys map[uint64][]askedKey) error {
	return in.store.open(place, func(a *storedArticle) error {
		d, text, err := a.article()
		if err != nil {
			return fmt.Errorf("read credits anew: %w", err)
		}
		var seen []string
		for i := range d.Credits {
			name := d.Credits[i].Outlet
			if !isShortName(&d.Credits[i]) || len(namesakes[name]) == 0 || slices.Contains(seen, name) {
				continue
			}
			seen = append(seen, name)
			q := &shortName{place: place, name: name, namesakes: namesakes[name], inCommon: map[uint32]int{}, namesakeOf: map[uint32]int{}}
			*asked = append(*asked, q)
			for k, list := range maker.About(d, text, q.namesakes) {
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
	x, y := &in.heads[a], &in.heads[b]
	if x.undated()+y.undated() > 0 {
		return true
	}
	return x.from-y.to <= longestRetold && y.from-x.to <= longestAhead
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
			if m := q.meaning(); m != "" {
				means[q.name] = m
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
		added, changed := maker.Rename(d, text, func(c *credit.Credit) {
			if m := means[c.Outlet]; m != "" && m != d.Outlet && isShortName(c) {
				c.Outlet, c.Kind = m, outlet.Publisher
				if o := g.ByName(m); o != nil {
					c.Domain, c.Kind = o.Domain(), o.Kind
				}
			}
			if m := means[c.Via]; m != "" {
				c.Via = m
			}
		})
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
