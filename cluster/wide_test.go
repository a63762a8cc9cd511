package cluster

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/align"
	"wiretrace/article"
)

// unspaced draws text of scripts without spaces, whose words overlap, with a
// little of what stands between: spaced words, marks, line ends.
func unspaced(t *rapid.T, name string, most int) string {
	scripts := []string{"港务局周二晚上投票决定关闭北侧渡轮码头", "とうきょうでんしゃカタカナ東京電車", "ท่าเรือกรุงเทพมหานครวันอังคาร", "ພາສາລາວ", "ភាសាខ្មែរ"}
	between := []string{"。", "，", "「", "」", "“", "”", " ", "\n", "\n\n", "ferry ", "U.S. ", "\u200b", "\u00ad", "（", "）", "é", "\xff", "3,500"}
	var b strings.Builder
	for range rapid.IntRange(0, most).Draw(t, name) {
		if rapid.IntRange(0, 5).Draw(t, "kind") == 0 {
			b.WriteString(rapid.SampledFrom(between).Draw(t, "between"))
			continue
		}
		script := []rune(rapid.SampledFrom(scripts).Draw(t, "script"))
		from := rapid.IntRange(0, len(script)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(script)).Draw(t, "to")
		b.WriteString(string(script[from:to]))
	}
	return b.String()
}

// Words that overlap have spans, and the pieces of a text part it, wherever a
// shared passage begins and ends.
func TestUnspacedScripts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shared := unspaced(t, "shared", 25)
		text := func(name string) string {
			return unspaced(t, name, 6) + shared + unspaced(t, name, 6) + shared[:len(shared)/6*3] + unspaced(t, name, 6)
		}
		var sides [2]*Side
		for k := range sides {
			sides[k] = side(article.Article{ID: string(rune('a' + k)), Language: rapid.SampledFrom([]string{"zh", "ja", "th", "en"}).Draw(t, "language"), Text: text("text")})
		}
		a, b := sides[0], sides[1]
		for i := range a.Prose.Words {
			s := a.Span(align.Range{Start: i, End: i + 1})
			require.True(t, s.Start <= a.start(i) && a.start(i) < s.End && s.End <= len(a.Text), "word %d at %d has %v", i, a.start(i), s)
			if i > 0 {
				before := a.Span(align.Range{Start: 0, End: i})
				require.Less(t, before.Start, s.Start)
				require.Less(t, before.End, s.End)
			}
		}
		var m Matcher
		p := m.Match(a, b)
		m.Retell(&p, a, b)
		share := Share{Number: 1, Family: 1, Pair: p, Direction: From, Source: true}
		pieces, err := Paint(a, []Share{share}, rapid.Bool().Draw(t, "whole"), func(uint32) (*Side, error) { return b, nil })
		require.NoError(t, err)
		at, words := 0, 0
		for _, piece := range pieces {
			require.Equal(t, at, piece.Start)
			require.Greater(t, piece.End, piece.Start)
			require.True(t, piece.End == len(a.Text) || utf8.RuneStart(a.Text[piece.End]) || a.Text[piece.End] == 0xff)
			if piece.Other >= 0 {
				require.True(t, 0 <= piece.There.Start && piece.There.Start < piece.There.End && piece.There.End <= len(b.Text), "%v", piece.There)
			}
			at, words = piece.End, words+piece.Words
		}
		require.Equal(t, len(a.Text), at)
		require.Equal(t, len(a.Words), words)
	})
}

func TestSharedRunOfCharactersIsPaintedWhole(t *testing.T) {
	shared := "港务局周二晚上投票决定关闭北侧渡轮码头十一个月因为潜水员发现九根木桩中有四根被船蛆蛀空"
	a := side(article.Article{ID: "a", Language: "zh", Text: "据报道" + shared + "维修费用估计为二百七十万元。"})
	b := side(article.Article{ID: "b", Language: "zh", Text: "昨天消息" + shared + "记者从有关方面获悉。"})
	var m Matcher
	pieces, err := Paint(a, []Share{{Number: 1, Pair: m.Match(a, b), Direction: From}}, false, func(uint32) (*Side, error) { return b, nil })
	require.NoError(t, err)
	require.Len(t, pieces, 3)
	require.Equal(t, []string{"据报道", shared, "维修费用估计为二百七十万元。"}, texts(a, pieces))
	require.Equal(t, shared, b.Text[pieces[1].There.Start:pieces[1].There.End])
}

func texts(s *Side, pieces []Piece) (out []string) {
	for _, p := range pieces {
		out = append(out, s.Text[p.Start:p.End])
	}
	return out
}
