package job

import (
	"fmt"
	"sync"

	"wiretrace/article/reader"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// A digester digests articles and counts their words. It keeps the room that
// its longest text took, and is for one goroutine.
type digester struct {
	number       int // of those of the run
	maker        *digest.Maker
	newMaker     func() *digest.Maker
	inject       func(step Step, ids ...string) // Options.inject
	counts       wordCounts
	dictionaries dictionaries
	huge         *hugeDigester // for huge texts; nil if this is that one
	mostWords    int           // of a text that there is memory for
}

// A hugeDigester is shared by all workers, so that what a huge text takes, some
// thirty times its length, is taken once.
type hugeDigester struct {
	mu sync.Mutex
	digester
}

// begin makes a digester ready that has its number, newMaker and huge.
func (m *digester) begin(inject func(step Step, ids ...string)) {
	m.inject, m.counts, m.dictionaries = inject, wordCounts{}, dictionaries{}
	m.renew()
}

// hugeText is longer than the texts of nearly all articles, in bytes.
const hugeText = 1 << 20

// add digests an article and adds it to a batch. page is the key of the page it
// is, 0 if none. Of an article that panics the batch gets a problem.
func (m *digester) add(b *batch, a *article.Article, mark, page uint64) {
	if len(a.Text) > m.mostWords { // a word has a byte at least: most texts need not be looked at
		if n := digest.RoughWords(a.Text); n > m.mostWords {
			p := unread(a.File, a.Record, fmt.Sprintf("its %d words are more than --memory allows", n))
			p.Bound = true
			b.problems = append(b.problems, p)
			return
		}
	}
	if m.huge != nil && len(a.Text) > hugeText {
		m.huge.mu.Lock()
		defer m.huge.mu.Unlock()
		m.huge.add(b, a, mark, page)
		return
	}
	before := len(b.articles)
	err := guarded(func() error {
		m.digest(b, a, mark, page)
		return nil
	})
	if err != nil {
		b.articles = b.articles[:before]
		b.fault(unread(a.File, a.Record, err.Error()))
		m.renew() // what the old one holds of the article may be half made
	}
}

// renew gives m another maker.
func (m *digester) renew() {
	m.maker = m.newMaker()
	m.maker.Number(m.dictionaries.of)
}

func (m *digester) digest(b *batch, a *article.Article, mark, page uint64) {
	if m.inject != nil {
		m.inject(Reading, a.ID)
	}
	d := m.maker.Make(a)
	b.add(d, a.Text, mark, page)
	added := &b.articles[len(b.articles)-1]
	added.site = m.maker.Site()
	for _, reason := range m.maker.Left().Reasons() {
		p := problemOf(a.File, a.Record, reason)
		p.Kind = reader.Warning
		b.problems = append(b.problems, p)
	}
	counts, words, prose := m.counts.of(d.Meta.Language), m.maker.Words(), m.maker.ProseWords()
	by := m.dictionaries.of(d.Meta.Language)
	if by == nil {
		counts.Add(prose)
		return
	}
	b.articles[len(b.articles)-1].record.spell(by, m.number, words)
	by.Count(counts, words, prose)
}

// countProse counts the words of an article whose digest was made before.
func countProse(counts wordCounts, d *digest.Digest, text string) {
	words := shingle.Words(nil, text)
	counts.of(d.Meta.Language).Add(digest.Prose(words[:0:0], words, &d.Layout))
}
