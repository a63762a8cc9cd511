package job

import (
	"context"
	"slices"
	"strconv"

	"github.com/zeebo/xxh3"
)

// distinguish marks the ids that an article before has already. Those of
// earlier nights stand.
func (c *corpus) distinguish(ctx context.Context) error {
	repeated := c.repeatedIDs()
	archived, err := c.archivedIDs(ctx)
	if err != nil {
		return err
	}
	if len(repeated) == 0 && len(archived) == 0 {
		return nil
	}
	all := make(map[string]bool, len(c.heads))
	had := map[string]int{} // how many articles have had an id so far
	for i := range c.heads {
		h := &c.heads[i]
		all[h.id] = true
		if h.earlier > 0 || archived[h.id] {
			had[h.id] = 1
		}
	}
	for i := range c.heads {
		h := &c.heads[i]
		if h.earlier > 0 || !repeated[xxh3.HashString(h.id)] && !archived[h.id] {
			continue
		}
		had[h.id]++
		if had[h.id] == 1 {
			continue
		}
		id, n, err := c.freeID(ctx, h.id, had[h.id], all)
		if err != nil {
			return err
		}
		all[id] = true
		had[h.id] = n
		h.id = id
	}
	return nil
}

// freeID returns an id with the first mark from n on that no article has, and
// the number in it.
func (c *corpus) freeID(ctx context.Context, id string, n int, all map[string]bool) (string, int, error) {
	for ; ; n++ {
		marked := id + "~" + strconv.Itoa(n)
		if all[marked] {
			continue
		}
		taken, err := c.past.taken(ctx, []string{marked})
		if err != nil || !taken[marked] {
			return marked, n, err
		}
	}
}

// repeatedIDs returns the hashes of the ids that several articles have. Most are
// had once; only the others are worth a map.
func (c *corpus) repeatedIDs() map[uint64]bool {
	hashes := make([]uint64, len(c.heads))
	for i := range c.heads {
		hashes[i] = xxh3.HashString(c.heads[i].id)
	}
	slices.Sort(hashes)
	repeated := map[uint64]bool{}
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			repeated[hashes[i]] = true
		}
	}
	return repeated
}

// archivedIDs returns those of the ids of articles read in this run that an
// article of the archive has and keeps, in the window or not.
func (c *corpus) archivedIDs(ctx context.Context) (map[string]bool, error) {
	ids := make([]string, 0, c.store.size())
	for i := range c.heads {
		if _, changed := c.history.formers[c.heads[i].place]; !changed && c.heads[i].earlier == 0 {
			ids = append(ids, c.heads[i].id)
		}
	}
	return c.past.taken(ctx, ids)
}
