package job

import (
	"container/list"
	"errors"
	"sync"

	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// A sideCache keeps the articles last compared ready for the next comparison.
// It is safe for concurrent use.
//
// An article that it does not have comes by these functions, each of which calls the next:
//
//	sideCache.get      the cached one, or
//	sideCache.prepare  a new one; a panic from here on is told of this article
//	corpus.look        with its words, in memory that is used again
//	corpus.open        by its number and its id in this run, from
//	store.open         the articles of this run, or past.open: those of the archive
//	storedArticle      digest, text and words, each decoded when it is asked for
type sideCache struct {
	of    *corpus
	bare  bool // its sides are not to be shown
	mu    sync.Mutex
	byNum map[uint32]*list.Element
	used  *list.List // of cachedSide, the last used first
	bytes int64      // of all cached
	limit int64
	past  uint32 // articles numbered below it have been passed, and are no longer cached or were asked for again
	first uint32 // articles numbered below it go first where room is needed
}

type cachedSide struct {
	n    uint32
	side *cluster.Side
}

// shownSide is about what one article of an agency's length takes, ready to be
// shown, in bytes.
const shownSide = 30 << 10

// newSideCache returns a cache for comparing alone, or for showing too. Where
// there is room for all articles as they are shown, none need be made ready
// twice.
func newSideCache(c *corpus, show bool) *sideCache {
	limit := c.budget.sidesOf(len(c.heads))
	bare := !show && int64(len(c.heads)) > limit/shownSide
	return &sideCache{of: c, bare: bare, byNum: map[uint32]*list.Element{}, used: list.New(), limit: limit}
}

// get returns article n ready to be compared.
func (c *sideCache) get(n uint32) (*cluster.Side, error) {
	c.mu.Lock()
	if e, ok := c.byNum[n]; ok {
		c.used.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(cachedSide).side, nil
	}
	c.mu.Unlock()
	// Two workers may make the same side at once: the work is lost, not the result.
	side, err := c.prepare(n)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byNum[n]; !ok {
		c.byNum[n] = c.used.PushFront(cachedSide{n, side})
		c.bytes += int64(side.Bytes())
		for c.bytes > c.limit && c.used.Len() > 2 {
			c.drop()
		}
	}
	return side, nil
}

// drop drops an article that has been passed, else the one used longest ago.
func (c *sideCache) drop() {
	e := c.used.Back()
	for ; c.past < c.first; c.past++ {
		if passed, ok := c.byNum[c.past]; ok {
			e = passed
			break
		}
	}
	dropped := c.used.Remove(e).(cachedSide)
	delete(c.byNum, dropped.n)
	c.bytes -= int64(dropped.side.Bytes())
}

// pass says that articles numbered below n will hardly be asked for again.
func (c *sideCache) pass(n uint32) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.first = max(c.first, n)
}

// both returns two articles ready to be compared.
func (c *sideCache) both(n, m uint32) (a, b *cluster.Side, err error) {
	if a, err = c.get(n); err == nil {
		b, err = c.get(m)
	}
	return a, b, err
}

// prepare makes article n ready. It has a guard of its own within that of whoever compares
// two articles: only here is it known which of them cannot be read.
func (c *sideCache) prepare(n uint32) (side *cluster.Side, err error) {
	assemble := func(d *digest.Digest, text string, words []shingle.Word, rare []float32) {
		var mark func([]shingle.Word)
		if c.of.marked(d) {
			mark = func(words []shingle.Word) { c.of.mark(d, words) }
		}
		known := c.of.rarity.of(d.Meta.Language).Known()
		if c.bare {
			side = cluster.NewBareSide(d, words, rare, known, mark)
		} else {
			side = cluster.NewMarkedSide(d, text, words, rare, known, mark)
		}
	}
	err = guarded(func() error { return c.of.look(n, !c.bare, assemble) })
	if found := new(mishap); errors.As(err, &found) && found.article == noArticle {
		found.article = n
	}
	return side, err
}
