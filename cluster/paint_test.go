package cluster

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// labelled returns the pieces as lines of label and text.
func labelled(s *Side, pieces []Piece) []string {
	var out []string
	for _, p := range pieces {
		out = append(out, string(p.Label)+": "+strings.TrimSpace(s.Text[p.Start:p.End]))
	}
	return out
}

// A shared is a share with its other side.
type shared struct {
	Share
	other *Side
}

// shareOf is what s has in common with other.
func shareOf(s, other *Side, n uint32, d Direction) shared {
	return shared{Share{Number: n, Family: n, Pair: match(s, other), Direction: d, Source: d == From}, other}
}

// paint paints s, and asks for no side twice.
func paint(s *Side, list []shared, whole bool) []Piece {
	var shares []Share
	sides := map[uint32]*Side{}
	for _, sh := range list {
		shares = append(shares, sh.Share)
		sides[sh.Number] = sh.other
	}
	pieces, err := Paint(s, shares, whole, func(number uint32) (*Side, error) {
		o := sides[number]
		if o == nil {
			return nil, errors.New("asked for twice")
		}
		delete(sides, number)
		return o, nil
	})
	if err != nil {
		panic(err)
	}
	return pieces
}

func TestPaint(t *testing.T) {
	body, own := paragraphs(100, 4), paragraphs(101, 4)
	head := "Subscribe | Log in | E-Edition"
	foot := "Copyright 2025 The Carrick Mercury. All rights reserved."
	origin := plain(body...)

	t.Run("nothing shared", func(t *testing.T) {
		s := plain(join([]string{head}, own[:2], []string{foot})...)
		require.Equal(t, []string{
			"furniture: " + head,
			"original: " + own[0] + "\n\n" + own[1],
			"furniture: " + foot,
		}, labelled(s, paint(s, nil, false)))
	})
	t.Run("a paragraph taken", func(t *testing.T) {
		s := plain(join([]string{head}, own[:1], body[2:3], own[1:2])...)
		pieces := paint(s, []shared{shareOf(s, origin, 1, From)}, false)
		require.Equal(t, []string{
			"furniture: " + head, "original: " + own[0], "copied: " + body[2], "original: " + own[1],
		}, labelled(s, pieces))
		p := pieces[2]
		require.Equal(t, From, p.Direction)
		require.Equal(t, 0, p.Other)
		require.Equal(t, 1.0, p.Similarity)
		require.Equal(t, body[2], strings.TrimSpace(origin.Text[p.There.Start:p.There.End]))
		require.Equal(t, 51, p.Words)
	})
	t.Run("an embedded post among paragraphs taken", func(t *testing.T) {
		const post = "The ferry lies on a bank and the cake is whole, thanks for asking about it. — Ailsa Crombie (@ailsacrombie) March 3, 2025"
		first := plain(join(body[:1], []string{post}, body[1:])...)
		s := plain(join(own, body[:1], []string{post}, body[1:2])...)
		require.Equal(t, []string{"copied: " + body[0], "quoted: " + post, "copied: " + body[1]}, labelled(s, paint(s, []shared{shareOf(s, first, 1, From)}, false))[1:])
		whole := plain(join(body[:1], []string{post}, body[1:])...)
		require.Equal(t, []string{"copied: " + first.Text}, labelled(whole, paint(whole, []shared{shareOf(whole, first, 1, From)}, false)), "of a text taken as a whole it is not cut out")
	})
	t.Run("a paragraph edited", func(t *testing.T) {
		edited := strings.ReplaceAll(body[2], "er ", "er largely ")
		s := plain(join(own[:1], []string{edited}, own[1:2])...)
		pieces := paint(s, []shared{shareOf(s, origin, 1, From)}, false)
		require.Len(t, pieces, 3)
		require.Equal(t, Edited, pieces[1].Label)
		require.True(t, 0.5 < pieces[1].Similarity && pieces[1].Similarity < 1, "%v", pieces[1].Similarity)
	})
	t.Run("a word struck out of a text that was taken as a whole", func(t *testing.T) {
		words := strings.Fields(body[1])
		struck := strings.Join(slices.Delete(slices.Clone(words), 24, 26), " ")
		s := plain(join(body[:1], []string{struck}, body[2:])...)
		var labels []Label
		for _, p := range paint(s, []shared{shareOf(s, origin, 1, From)}, false) {
			labels = append(labels, p.Label)
		}
		require.Equal(t, []Label{Copied, Copied}, labels, "what lies on either side of it")
		other := slices.Clone(words)
		other[24], other[25] = "entirely", "otherwise"
		s = plain(join(body[:1], []string{strings.Join(other, " ")}, body[2:])...)
		labels = nil
		for _, p := range paint(s, []shared{shareOf(s, origin, 1, From)}, false) {
			labels = append(labels, p.Label)
		}
		require.Equal(t, []Label{Copied, Edited, Copied}, labels)
		for k := 0; k+3 <= len(other); k += 20 {
			other[k+2] = "otherwise"
		}
		s = plain(join(own[:2], []string{strings.Join(other, " ")})...)
		require.Equal(t, Edited, paint(s, []shared{shareOf(s, origin, 1, From)}, false)[1].Label, "one paragraph of two sources stays one passage")
	})
	t.Run("what others took stays original", func(t *testing.T) {
		taker, other := plain(join(own[:1], body[1:2])...), plain(join(own[1:2], body[1:3])...)
		pieces := paint(origin, []shared{shareOf(origin, taker, 5, To), shareOf(origin, other, 6, To)}, false)
		require.Equal(t, []string{
			"original: " + body[0], "original: " + body[1], "original: " + body[2], "original: " + body[3],
		}, labelled(origin, pieces))
		for k, reused := range []int{0, 2, 1, 0} {
			require.Equal(t, reused, pieces[k].ReusedBy, "%d", k)
		}
	})
	t.Run("two members of one family took it once", func(t *testing.T) {
		taker := plain(join(own[:1], body[1:2])...)
		one, two := shareOf(origin, taker, 5, To), shareOf(origin, taker, 6, To)
		two.Family = 5
		pieces := paint(origin, []shared{one, two}, false)
		require.Equal(t, 1, pieces[1].ReusedBy)
	})
	t.Run("text of unknown order", func(t *testing.T) {
		s := plain(join(own[:1], body[2:3])...)
		pieces := paint(s, []shared{shareOf(s, origin, 1, Unknown)}, false)
		require.Equal(t, Copied, pieces[1].Label)
		require.Equal(t, Unknown, pieces[1].Direction)
	})
	t.Run("the source goes before others", func(t *testing.T) {
		s := plain(join(own[:1], body)...)
		other := plain(join(own[2:3], body)...)
		source, further := shareOf(s, origin, 7, From), shareOf(s, other, 3, From)
		further.Source = false
		for _, shares := range [][]shared{{source, further}, {further, source}} {
			pieces := paint(s, shares, false)
			require.EqualValues(t, 7, shares[pieces[len(pieces)-1].Other].Number)
		}
	})
	t.Run("what the source lacks goes to another", func(t *testing.T) {
		s := plain(join(body[:2], own[:2])...)
		other := plain(join(own[3:4], own[:2])...)
		further := shareOf(s, other, 3, From)
		further.Source = false
		pieces := paint(s, []shared{shareOf(s, origin, 1, From), further}, false)
		require.Equal(t, []string{
			"copied: " + strings.Join(body[:2], "\n\n"), "copied: " + strings.Join(own[:2], "\n\n"),
		}, labelled(s, pieces))
		require.Equal(t, 0, pieces[0].Other)
		require.Equal(t, 1, pieces[1].Other)
	})
	t.Run("a source not in hand wrote it all", func(t *testing.T) {
		s := plain(join([]string{head}, own[:1], []string{statement}, own[1:2], []string{foot})...)
		pieces := paint(s, nil, true)
		require.Equal(t, []Label{Furniture, Copied, Furniture}, []Label{pieces[0].Label, pieces[1].Label, pieces[2].Label})
		require.Equal(t, From, pieces[1].Direction)
		require.Equal(t, -1, pieces[1].Other)
	})
	t.Run("a quotation has its speaker", func(t *testing.T) {
		s := plain(join(own[:1], []string{statement}, own[1:2])...)
		pieces := paint(s, nil, false)
		require.Len(t, pieces, 3)
		require.Equal(t, Quoted, pieces[1].Label)
		require.Equal(t, "Marta Quiroga", pieces[1].Speaker)
	})
	t.Run("a quotation within text taken whole is not cut out of it", func(t *testing.T) {
		source := plain(join(body[:1], []string{statement}, body[1:])...)
		s := plain(join(own[:1], body[:1], []string{statement}, body[1:])...)
		pieces := paint(s, []shared{shareOf(s, source, 1, From)}, false)
		require.Len(t, pieces, 2)
		require.Equal(t, Copied, pieces[1].Label)
	})
	t.Run("no text", func(t *testing.T) {
		require.Empty(t, paint(plain(), nil, false))
	})
	t.Run("no words", func(t *testing.T) {
		s := plain("—", "…")
		pieces := paint(s, nil, false)
		require.Equal(t, len(s.Text), pieces[len(pieces)-1].End)
	})
}

// Pieces part any text, whatever is shared with whom.
func TestPaintParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := plain(anyText(t, "text", 110)...)
		var shares []shared
		var m Matcher
		for k := range rapid.IntRange(0, 3).Draw(t, "shares") {
			other := plain(anyText(t, "other", uint64(111+k))...)
			sh := shareOf(s, other, uint32(k), Direction(rapid.IntRange(0, 2).Draw(t, "direction")))
			sh.Family = rapid.Uint32Range(0, 2).Draw(t, "family")
			sh.Source = sh.Direction == From && rapid.Bool().Draw(t, "source")
			if rapid.Bool().Draw(t, "retold") {
				m.Retell(&sh.Pair, s, other)
			}
			shares = append(shares, sh)
		}
		whole := rapid.Bool().Draw(t, "whole")
		pieces := paint(s, shares, whole)

		boundary := func(text string, at int) {
			require.True(t, 0 <= at && at <= len(text), "%d of %d", at, len(text))
			require.True(t, at == len(text) || utf8.RuneStart(text[at]), "%d cuts a code point", at)
		}
		var b strings.Builder
		words, end := 0, 0
		for _, p := range pieces {
			require.Equal(t, end, p.Start, "no gap, no overlap")
			require.Greater(t, p.End, p.Start)
			boundary(s.Text, p.Start)
			boundary(s.Text, p.End)
			end = p.End
			b.WriteString(s.Text[p.Start:p.End])
			words += p.Words

			require.Contains(t, []Label{Original, Copied, Edited, Reworded, Quoted, Furniture}, p.Label)
			require.True(t, -1 <= p.Other && p.Other < len(shares))
			require.True(t, 0 <= p.Similarity && p.Similarity <= 1)
			require.NotEqual(t, To, p.Direction, "a piece says what was taken, not who took it")
			require.True(t, 0 <= p.ReusedBy && p.ReusedBy <= 3)
			if p.Label != Quoted {
				require.Empty(t, p.Speaker)
			}
			switch {
			case p.Other >= 0:
				require.NotEqual(t, Original, p.Label)
				require.NotEqual(t, Furniture, p.Label)
				require.Equal(t, shares[p.Other].Direction, p.Direction)
				require.Positive(t, p.Similarity)
				boundary(shares[p.Other].other.Text, p.There.Start)
				boundary(shares[p.Other].other.Text, p.There.End)
				require.Greater(t, p.There.End, p.There.Start)
				require.Zero(t, p.ReusedBy, "what was taken from elsewhere was not first here")
			case whole && p.Label == Copied:
				require.Equal(t, From, p.Direction)
			case whole: // the paper's own within it
				require.Contains(t, []Label{Original, Quoted, Furniture}, p.Label)
				require.Equal(t, Unknown, p.Direction)
			default:
				require.Contains(t, []Label{Original, Quoted, Furniture}, p.Label)
				require.Equal(t, Unknown, p.Direction)
			}
		}
		require.Equal(t, s.Text, b.String())
		require.Equal(t, len(s.Words), words, "each word counts once")
		require.Equal(t, pieces, paint(s, shares, whole), "the same each time")
	})
}
