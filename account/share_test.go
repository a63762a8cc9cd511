package account

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/cluster"
	"wiretrace/digest"
	"wiretrace/report"
)

// A linked is a corpus of pieces without clusters, of which the first has links with all others. It counts how often
// links are asked for.
type linked struct {
	Corpus
	pieces, asked int
}

func (c *linked) Piece(n uint32) Piece {
	return Piece{Rep: n, Group: None, Source: None, Basis: None, Twin: None}
}

func (c *linked) Side(uint32) (*cluster.Side, error) {
	return &cluster.Side{Digest: &digest.Digest{Meta: article.Article{ID: "a"}}}, nil
}

func (c *linked) Ties(uint32) ([]Tie, error) {
	c.asked++
	var list []Tie
	for n := range uint32(c.pieces) {
		list = append(list, Tie{Other: n})
	}
	return list, nil
}

// The links of a piece are read once for its rows, however many it has.
func TestLinksAreReadOnceForTheRows(t *testing.T) {
	c := &linked{pieces: 100}
	p := c.Piece(0)
	p.Rep = 1000 // a copy, whose representative has the links of the family
	shares := make([]cluster.Share, c.pieces)
	for i := range shares {
		shares[i] = cluster.Share{Number: uint32(i), Direction: cluster.Unknown}
	}
	side, err := c.Side(0)
	require.NoError(t, err)
	teller := &Teller{Corpus: copies{c}}
	require.NoError(t, teller.linkRows(nil, report.NewOffsets(""), side, 0, &p, shares[1:]))
	require.Equal(t, 1, c.asked)
}

// copies are the pieces of a linked whose text another stands for.
type copies struct{ *linked }

func (c copies) Piece(n uint32) Piece {
	p := c.linked.Piece(n)
	p.Rep = n + 1000
	return p
}
