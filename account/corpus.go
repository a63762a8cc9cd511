package account

import (
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/outlet"
	"wiretrace/row"
)

// None is the number of no article.
const None uint32 = 1<<32 - 1

// A Piece is what was found out about one article, beside its text and digest.
type Piece struct {
	ID        string
	Dates     cluster.Dates
	Site, Rep uint32 // numbers of its outlet, 0 if unknown, and of the representative of its copy family
	Seen      int64  // when it was read, in seconds since 1970; 0 if all were read at once
	Story     string // ids; empty if it is in none
	Cluster   string
	Family    string

	Group    uint32            // the first article of its cluster; None if it stands alone
	Standing *cluster.Standing // in its cluster, nil if it stands alone
	// The articles that Standing names by their places in the cluster; None where it
	// names none.
	Source, Basis, Twin uint32
}

// Seat fills in what p is as member k of a cluster, in order, that was resolved.
func (p *Piece) Seat(o *cluster.Outcome, k int) {
	p.Standing = &o.Standings[k]
	p.Group = o.Standings[0].Number
	of := func(i int) uint32 {
		if i < 0 {
			return None
		}
		return o.Standings[i].Number
	}
	p.Source, p.Basis, p.Twin = of(p.Standing.Source), of(p.Standing.Basis), of(p.Standing.Twin)
}

// A Tie is a link seen from one of its ends.
type Tie struct {
	Other uint32
	// Read returns the link, with its passages if they are asked for.
	Read func(passages bool) (cluster.Link, error)
}

// A Corpus has what there is to tell of articles, by their numbers. It is asked by
// several goroutines at once.
type Corpus interface {
	Piece(n uint32) Piece
	// Digest returns the digest of an article, its site's furniture not marked, and
	// Article its text too.
	Digest(n uint32) (*digest.Digest, error)
	Article(n uint32) (*digest.Digest, string, error)
	// Marked does what Article does, with the furniture marked and left out of the
	// words of the prose.
	Marked(n uint32) (*digest.Digest, string, error)
	// Side returns an article ready to be compared and shown.
	Side(n uint32) (*cluster.Side, error)
	// Tied reports whether an article has links, and Ties returns them, in order of
	// the others.
	Tied(n uint32) bool
	Ties(n uint32) ([]Tie, error)
	// Spread returns how many copy families hold a quotation of an article, and the
	// id of the earliest article that does.
	Spread(saying uint64, n uint32) (families int, first string)
	// Match calls use with what compares articles n and m, made ready as a and b.
	Match(n, m uint32, a, b *cluster.Side, use func(*cluster.Matcher))
	// FirstSeen fills in when an article, and its cluster, were first seen.
	FirstSeen(a *row.Article, n uint32, cluster string)
}

// A Teller tells of the articles of a Corpus. Any number of goroutines may use it.
type Teller struct {
	Corpus
	Relations   *outlet.Relations
	AllPassages bool // those too of articles of which neither another report nor a source is known
	Stretches   bool // where what is shared stands in both, for forms that show it
}
