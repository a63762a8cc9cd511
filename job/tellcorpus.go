package job

import (
	"cmp"
	"slices"
	"sort"

	"wiretrace/account"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/row"
	"wiretrace/shingle"
)

// The methods by which a telling is an account.Corpus.

// Piece returns what was found out about article n.
func (t *telling) Piece(n uint32) account.Piece {
	h := &t.heads[n]
	p := account.Piece{
		ID: h.id, Dates: h.dates(), Site: h.site, Rep: t.pairs.reps[n], Seen: t.seen(n), Story: t.stories.id(n),
		Group: noArticle, Source: noArticle, Basis: noArticle, Twin: noArticle,
	}
	if s, ok := t.seats[n]; ok {
		r := &t.list[s.cluster]
		p.Cluster = r.id
		p.Seat(&r.Outcome, int(s.member))
		p.Family = t.families[p.Standing.Family]
	}
	return p
}

// Digest returns the digest of article n, its site's furniture not marked.
func (t *telling) Digest(n uint32) (*digest.Digest, error) { return t.digest(n) }

// Article returns the digest of article n, as Digest does, and its text.
func (t *telling) Article(n uint32) (*digest.Digest, string, error) { return t.article(n) }

// Marked does what Article does, with the furniture of the site marked.
func (t *telling) Marked(n uint32) (d *digest.Digest, text string, err error) {
	err = t.open(n, func(a *storedArticle) (err error) {
		if d, text, err = a.article(); err != nil || !t.marked(d) {
			return err
		}
		return t.words(a, d.Meta.Language, text, func(words []shingle.Word, _ []float32) {
			t.mark(d, words)
			d.Count(words)
		})
	})
	return d, text, err
}

// Side returns article n ready to be compared.
func (t *telling) Side(n uint32) (*cluster.Side, error) { return t.sides.get(n) }

// Tied reports whether article n has links.
func (t *telling) Tied(n uint32) bool { return t.links.linked(n) }

// Ties returns the links of article n.
func (t *telling) Ties(n uint32) ([]account.Tie, error) {
	list, err := t.links.of(n)
	if err != nil {
		return nil, err
	}
	ties := make([]account.Tie, len(list))
	for i, e := range list {
		ties[i] = account.Tie{Other: e.other, Read: func(passages bool) (cluster.Link, error) { return t.links.read(e, passages) }}
	}
	return ties, nil
}

// Match calls use with what compares articles n and m, once there is room.
func (t *telling) Match(n, m uint32, a, b *cluster.Side, use func(*cluster.Matcher)) {
	_ = t.withMatcher(func(matcher *cluster.Matcher) error {
		t.matched(matcher, n, m, a, b, func() { use(matcher) })
		return nil
	})
}

// FirstSeen says when article n and its cluster came into the archive.
func (t *telling) FirstSeen(a *row.Article, n uint32, in string) { t.past.firstSeen(a, n, in) }

// Spread returns how many copy families hold a quotation of article n, and the
// earliest article that does.
func (t *telling) Spread(saying uint64, n uint32) (families int, first string) {
	k, _ := slices.BinarySearchFunc(t.sayings, saying, func(x cluster.Key, h uint64) int { return cmp.Compare(x.Hash, h) })
	families = sort.Search(len(t.sayings)-k, func(i int) bool { return t.sayings[k+i].Hash != saying })
	if families < 2 || saying == 0 { // of those that one family holds, only some are among the sayings
		return 1, t.heads[t.pairs.reps[n]].id
	}
	return families, t.heads[min(t.sayings[k].Article, t.pairs.reps[n])].id
}
