package job

import (
	"sync"

	"wiretrace/cluster"
)

// A room bounds what the comparisons at work take together. Those of articles of the
// usual length hardly notice; huge ones go one at a time, and what does not fit at
// all is not compared whole.
type room struct {
	limit int64 // bytes
	mu    sync.Mutex
	moved *sync.Cond
	taken int64
}

func newRoom(limit int64) *room {
	r := &room{limit: limit}
	r.moved = sync.NewCond(&r.mu)
	return r
}

// hugePair is how many words two texts have that are so long that the memory which
// comparing them took is not kept for the next.
const hugePair = 1 << 18

// compare calls use with m once there is room for comparing texts of so many words in
// all, and reports how well that went.
func (r *room) compare(m *cluster.Matcher, words int, use func()) (how fit) {
	cut, cost, fits := m.Fit(words, r.limit)
	if !fits {
		return tooLong
	}
	r.take(cost)
	defer r.give(cost)
	use()
	if *cut {
		how = inPart
	}
	if words > hugePair {
		*m = cluster.Matcher{Window: m.Window}
	}
	return how
}

func (r *room) take(bytes int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.taken > 0 && r.taken+bytes > r.limit {
		r.moved.Wait()
	}
	r.taken += bytes
}

func (r *room) give(bytes int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.taken -= bytes
	r.moved.Broadcast()
}

// A fit says how far two texts could be compared in the room there is.
type fit uint8

const (
	inWhole fit = iota
	inPart      // they repeat themselves so much that only a first part was
	tooLong     // not at all
)

// matched calls use, which compares articles a and b by m, once there is room, and
// notes where there is not enough.
func (c *corpus) matched(m *cluster.Matcher, a, b uint32, x, y *cluster.Side, use func()) {
	how := c.room.compare(m, len(x.Prose.Words)+len(y.Prose.Words), use)
	if how == inWhole {
		return
	}
	lost := "compared only in part with "
	if how == tooLong {
		lost = "too long to be compared with "
	}
	c.problems.note(&c.heads[max(a, b)], lost+c.heads[min(a, b)].id+" in the memory that --memory allows")
}
