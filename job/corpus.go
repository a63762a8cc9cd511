package job

import (
	"fmt"
	"sync"

	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/shingle"
)

// A corpus is what the first step makes: all articles that a run deals with,
// numbered from 0 in order of their dates and ids. They were read in this run or
// recalled from the past. The later steps share it.
type corpus struct {
	*machine
	past    past
	history history
	heads   []head
	states  []state
	keys    [kinds]*keyLog
	whole   bool  // the report is about all of them
	window  int64 // how far apart, in seconds, one piece and another that retells it may be

	store        *store
	number       []uint32 // for each place in the store the number of its article
	rarity       rarities
	dictionaries []dictionaries // of each digester

	siteLines map[uint64]bool // keys of the lines that are furniture of their site, once the second step has found them
	agencies  map[uint32]bool // outlets that are agencies, by head.site
	outlets   []string        // names of all outlets that have an article
	titled    map[string]bool // of these the ones that are shown with "The", without it
	sides     *sideCache      // articles ready to be compared
}

// A head is what is held in memory of each article all the time.
type head struct {
	id       string
	file     string
	record   int32
	from, to int64 // interval of publication in seconds since 1970; 0, 0 if unknown
	moment   int64 // account.Moment of its time of publication; account.UndatedLast if not read in this run
	hash     uint64
	place    uint32 // in the store
	site     uint32 // number of its outlet, from 1; 0 if unknown
	earlier  uint32 // number of what is known of it from earlier nights, from 1; 0 if it was read in this run
}

// undated is 1 for an article whose time of publication is unknown.
func (h *head) undated() int { return h.dates().Undated() }

// dates are when it was published.
func (h *head) dates() cluster.Dates { return cluster.Dates{From: h.from, To: h.to} }

// fresh is 1 for an article read in this run.
func (h *head) fresh() int { return btoi(h.earlier == 0) }

// A state is a set of what an article is to a run. doc/design.md has a picture.
type state uint8

const (
	known      state = 1 << iota // held against all others of earlier nights; never in a young archive
	late                         // of an earlier night whose report was never seen
	changed                      // known, and other lines of it are furniture since this run
	touched                      // of an earlier night, and lost a link in this run or is compared anew
	alone                        // in no cluster
	sameDay                      // of an earlier run whose report this one takes the place of
	owed                         // of an earlier night, and told by the report of a night that is told again
	resurfaced                   // a copy that meets the articles of its own days too: long after the last that meets others for its family, or an agency's own
)

// is reports whether article n is in one of the states of s.
func (c *corpus) is(n uint32, s state) bool { return c.states[n]&s != 0 }

// news reports whether article n is one of those that the report is about: read
// in this run, late, or of the report that is to grow.
func (c *corpus) news(n uint32) bool { return c.tonight(n) || c.is(n, sameDay) }

// tonight reports whether article n is told for the first time: read in this run, or
// late.
func (c *corpus) tonight(n uint32) bool { return c.heads[n].earlier == 0 || c.is(n, late) }

// Stale reports whether two articles were held against each other on an
// earlier night already.
func (c *corpus) Stale(x cluster.Couple) bool {
	if c.inject != nil {
		c.inject(proposing, c.heads[x.A].id, c.heads[x.B].id)
	}
	return c.is(x.A, known) && c.is(x.B, known)
}

// earlier returns what is known of article n from earlier nights, nil if it was
// read in this run.
func (c *corpus) earlier(n uint32) *pastArticle { return c.history.of(&c.heads[n]) }

// formerCluster returns the cluster that article n was in before this run, of
// history.names: 0 if it is new, or stood alone.
func (c *corpus) formerCluster(n uint32) uint32 {
	if e := c.earlier(n); e != nil {
		return e.cluster
	}
	return c.history.formers[c.heads[n].place].cluster
}

// seen returns when an article was read, in seconds since 1970; 0 without an
// archive.
func (c *corpus) seen(n uint32) int64 {
	if e := c.earlier(n); e != nil {
		return e.seen
	}
	return c.history.now
}

// Dates returns when article n was published.
func (c *corpus) Dates(n uint32) cluster.Dates { return c.heads[n].dates() }

// Site returns the number of article n's outlet, 0 if it is unknown.
func (c *corpus) Site(n uint32) uint32 { return c.heads[n].site }

// open hands article n, as it lies in the store or the archive, to use. It is
// the one way to get an article back; all others ask it.
func (c *corpus) open(n uint32, use func(a *storedArticle) error) error {
	h := &c.heads[n]
	named := func(a *storedArticle) error {
		a.id, a.titled = h.id, c.titled
		return use(a)
	}
	var err error
	if e := c.earlier(n); e != nil {
		err = c.past.open(e.row, named)
	} else {
		err = c.store.open(h.place, named)
	}
	if err != nil {
		return fmt.Errorf("read back %s: %w", h.id, err)
	}
	return nil
}

// digest returns the digest of article n, its site's furniture not marked.
func (c *corpus) digest(n uint32) (d *digest.Digest, err error) {
	err = c.open(n, func(a *storedArticle) (err error) {
		d, err = a.digest()
		return err
	})
	return d, err
}

// article returns the digest of article n, as corpus.digest does, and its text.
func (c *corpus) article(n uint32) (d *digest.Digest, text string, err error) {
	err = c.open(n, func(a *storedArticle) (err error) {
		d, text, err = a.article()
		return err
	})
	return d, text, err
}

// A wordBuffer holds the words of an article and how rare each is in news at large.
type wordBuffer struct {
	words []shingle.Word
	rare  []float32
}

// wordBuffers hold those of articles that are looked at, up to wordsKept words, for the next.
var wordBuffers = sync.Pool{New: func() any { return new(wordBuffer) }}

const wordsKept = 1 << 15

// look hands article n to use: its digest, its site's furniture not marked, its
// text, empty unless asked for, and its words as corpus.words does.
func (c *corpus) look(n uint32, withText bool, use func(d *digest.Digest, text string, words []shingle.Word, rare []float32)) error {
	return c.open(n, func(a *storedArticle) error {
		d, err := a.digest()
		if err != nil {
			return err
		}
		text := ""
		if withText || len(a.words) == 0 {
			if text, err = a.text(); err != nil {
				return err
			}
		}
		return c.words(a, d.Meta.Language, text, func(words []shingle.Word, rare []float32) { use(d, text, words, rare) })
	})
}

// words hands the words of an article to use with their weights, here and in news at
// large (rare). They are good until use returns. text is needed where a has no words.
func (c *corpus) words(a *storedArticle, language, text string, use func(words []shingle.Word, rare []float32)) (err error) {
	buf := wordBuffers.Get().(*wordBuffer)
	defer func() {
		if cap(buf.words) <= wordsKept {
			wordBuffers.Put(buf)
		}
	}()
	rarity, background := c.rarity.of(language), shingle.Background(language)
	if len(a.words) == 0 {
		buf.words = rarity.Words(buf.words[:0], text)
		buf.rare = background.Weights(buf.rare[:0], buf.words)
	} else if buf.words, buf.rare, err = c.dictionaries[a.reader][counted(language)].Decode(buf.words[:0], buf.rare[:0], a.words, rarity, background); err != nil {
		return err
	}
	use(buf.words, buf.rare)
	return nil
}

// noArticle is the number of no article.
const noArticle = account.None

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}
