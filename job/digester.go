package job

import (
	"sync"

	"wiretrace/article"
	"wiretrace/digest"
)

// A digester digests articles and counts their words. It keeps the room that
// its longest text took, and is for one goroutine.
type digester struct {
	number       int // of those of the run
	maker        *digest.Maker
	counts       wordCounts
	dictionaries dictionaries
	huge         *hugeDigester // for huge texts; nil if this is that one
}

// A hugeDigester is shared by all workers, so that what a huge text takes, some
// thirty times its length, is taken once.
type hugeDigester struct {
	mu sync.Mutex
	digester
}

// hugeText is longer than the texts of nearly all articles, in bytes.
const hugeText = 1 << 20

// add digests an article and adds it to a batch. page is the key of the page it
// is, 0 if none.
func (m *digester) add(b *batch, a *article.Article, mark, page uint64) {
	if m.huge != nil && len(a.Text) > hugeText {
		m.huge.mu.Lock()
		defer m.huge.mu.Unlock()
		m.huge.add(b, a, mark, page)
		return
	}
	d := m.maker.Make(a)
	b.add(d, a.Text, mark, page)
	counts, words, prose := m.counts.of(d.Meta.Language), m.maker.Words(), m.maker.ProseWords()
	by := m.dictionaries.of(d.Meta.Language)
	if by == nil {
		counts.Add(prose)
		return
	}
	b.records[len(b.records)-1].spell(by, m.number, words)
	by.Count(counts, words, prose)
}
