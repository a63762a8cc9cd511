package cluster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wiretrace/align"
	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/shingle"
)

const statement = `"We will open the sluices on Thursday whether the ministry likes it or not, because a river does not read letters, and no engineer of mine will stand on that wall and count the drops until somebody drowns," said Marta Quiroga.`

func TestRelationOfTexts(t *testing.T) {
	body, own, more := paragraphs(20, 12), paragraphs(21, 12), paragraphs(22, 12)
	edited := slices.Clone(body)
	for k := range edited { // one word in eight is another
		words := strings.Fields(edited[k])
		for i := 3; i < len(words); i += 8 {
			words[i] = "otherwise"
		}
		edited[k] = strings.Join(words, " ")
	}
	for _, test := range []struct {
		name           string
		a, b           []string
		want           Relation
		shareA, shareB float64
	}{
		{"the same text", body, body, Copy, 1, 1},
		{"the same text under chrome", body, join([]string{"Subscribe | Log in | E-Edition"}, body, []string{"Copyright 2025 The Carrick Mercury. All rights reserved."}), Copy, 1, 1},
		{"a word in eight exchanged", body, edited, Copy, 1, 1},
		{"a third cut", body, body[:8], Copy, 0.67, 1},
		{"a half cut", body, body[:6], Partial, 0.5, 1},
		{"three of twelve paragraphs", body, join(own[:4], body[3:6], own[4:9]), Partial, 0.25, 0.25},
		{"paragraphs in another order", body, join(body[6:], body[:6]), Copy, 1, 1},
		{"one paragraph", body, join(own[:6], body[3:4], own[6:11]), Partial, 0.08, 0.08},
		{"a statement that both quote", join(own[:4], []string{statement}), join(more[:4], []string{statement}), Quotes, 0.17, 0.17},
		{"a statement beside two paragraphs", join(own[:4], []string{statement}), join(more[:4], []string{statement}, own[1:3]), Partial, 0.58, 0.41},
		{"nothing", body, own, None, 0, 0},
		{"no words on one side", body, nil, None, 0, 0},
		{"no words", nil, nil, None, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := plain(test.a...), plain(test.b...)
			p := match(a, b)
			require.Equal(t, test.want, p.Relation())
			require.InDelta(t, test.shareA, p.ShareA, 0.03)
			require.InDelta(t, test.shareB, p.ShareB, 0.03)
			if test.want == None {
				require.Empty(t, p.Why())
			} else {
				require.NotEmpty(t, p.Why())
			}
		})
	}
}

func TestRelationThresholds(t *testing.T) {
	told := Signs{Likeness: Likeness{Cosine: 0.9, Details: 0.9, Shared: 20}, Ordered: 3}
	owes := Signs{Likeness: Likeness{Cosine: 0.4, Details: 0.3, Shared: 9}, Kinship: Kinship{Story: 0.6}, OwedA: "The Guardian"}
	for _, test := range []struct {
		name string
		pair Pair
		want Relation
	}{
		{"nothing", Pair{}, None},
		{"much of both", Pair{ShareA: 0.72, ShareB: 0.72, WordsA: 300, WordsB: 300, OwnA: 300, OwnB: 300}, Copy},
		{"not quite so much", Pair{ShareA: 0.70, ShareB: 0.70, WordsA: 300, WordsB: 300, OwnA: 300, OwnB: 300}, Partial},
		{"all of one, half of the other", Pair{ShareA: 1, ShareB: 0.5, WordsA: 300, WordsB: 300, OwnA: 300, OwnB: 300}, Partial},
		{"eighteen words", Pair{ShareA: 0.05, ShareB: 0.05, WordsA: 18, WordsB: 18, OwnA: 18, OwnB: 18}, Partial},
		{"seventeen words", Pair{ShareA: 0.05, ShareB: 0.05, WordsA: 17, WordsB: 17, OwnA: 17, OwnB: 17}, Quotes},
		{"seventeen on one side", Pair{ShareA: 0.05, ShareB: 0.05, WordsA: 40, WordsB: 40, OwnA: 40, OwnB: 17}, Quotes},
		{"quoted words alone", Pair{ShareA: 0.3, ShareB: 0.3, WordsA: 100, WordsB: 100}, Quotes},
		{"a story in other words", Pair{Signs: told}, Rewrite},
		{"a story in other words with a quotation", Pair{ShareA: 0.1, ShareB: 0.1, WordsA: 30, WordsB: 30, Signs: told}, Rewrite},
		{"a few words of the source that it names", Pair{ShareA: 0.1, ShareB: 0.1, WordsA: 30, WordsB: 30, OwnA: 30, OwnB: 30, Signs: owes}, Rewrite},
		{"many of them", Pair{ShareA: 0.4, ShareB: 0.4, WordsA: 100, WordsB: 100, OwnA: 100, OwnB: 100, Signs: owes}, Partial},
		{"text in common says more than words alike", Pair{ShareA: 0.2, ShareB: 0.2, WordsA: 80, WordsB: 80, OwnA: 80, OwnB: 80, Signs: told}, Partial},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, test.pair.Relation())
			mirrored := test.pair.Mirror()
			require.Equal(t, test.want, mirrored.Relation(), "whichever is named first")
		})
	}
}

func TestFurnitureIsNoEvidence(t *testing.T) {
	foot := "Copyright 2025 Beaufort Media Group. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission of the publisher."
	head := "Subscribe | Log in | E-Edition | Obituaries | Public Notices | Weather | Jobs | Classifieds"
	a := plain(join([]string{head}, paragraphs(30, 4), []string{foot})...)
	b := plain(join([]string{head}, paragraphs(31, 4), []string{foot})...)
	p := match(a, b)
	require.Equal(t, None, p.Relation())
	require.Zero(t, p.WordsA)
	require.Empty(t, p.Passages)
}

// What an advertisement stands within is one passage on either side of it, and
// the advertisement is in neither.
func TestPassagesHoldNoFurniture(t *testing.T) {
	body := paragraphs(40, 6)
	a := plain(body...)
	b := plain(join(body[:3], []string{"Advertisement"}, body[3:])...)
	for _, p := range []Pair{match(a, b), mirrored(match(b, a))} {
		require.Len(t, p.Passages, 2)
		require.Equal(t, 1.0, p.ShareA)
		for _, s := range p.Passages {
			require.NotContains(t, text(b, s.B), "Advertisement")
			require.Equal(t, text(a, s.A), text(b, s.B))
		}
	}
}

func mirrored(p Pair) Pair { return p.Mirror() }

func text(s *Side, r align.Range) string {
	span := s.Span(r)
	return strings.TrimSpace(s.Text[span.Start:span.End])
}

func TestQuotedPassagesAreKnown(t *testing.T) {
	a := plain(join(paragraphs(50, 3), []string{statement})...)
	b := plain(join(paragraphs(51, 3), []string{strings.ReplaceAll(statement, "said Marta Quiroga", "the mayor told reporters")})...)
	p := match(a, b)
	require.Len(t, p.Passages, 1)
	require.True(t, p.Passages[0].Quoted)
	require.Less(t, p.OwnA, 5)
	require.Less(t, p.OwnB, 5)
}

// anyText draws the paragraphs of an article: some of a common story, edited
// here and there, some of its own, and furniture.
func anyText(t *rapid.T, label string, seed uint64) []string {
	common := append(paragraphs(60, 5), statement, "« Le fleuve ne lit pas les lettres », a déclaré la mairesse — écœurée, dit‑on — à l’île d’Oléron.")
	own := paragraphs(seed, 5)
	var out []string
	for range rapid.IntRange(0, 8).Draw(t, label) {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0, 1:
			out = append(out, rapid.SampledFrom(common).Draw(t, "common"))
		case 2:
			words := strings.Fields(rapid.SampledFrom(common).Draw(t, "edited"))
			for range rapid.IntRange(1, 6).Draw(t, "edits") {
				k := rapid.IntRange(0, len(words)-1).Draw(t, "at")
				words[k] = rapid.SampledFrom([]string{"", "Jürgen", "“ach”", "1.150", "naïve", "(", "—"}).Draw(t, "word")
			}
			out = append(out, strings.Join(words, " "))
		case 3, 4:
			out = append(out, rapid.SampledFrom(own).Draw(t, "own"))
		case 5:
			out = append(out, rapid.SampledFrom([]string{
				"Advertisement", "By Fergus Lockhart", "March 3, 2025 5:12 p.m.", "© 2025 dpa", "“", "Sign up for our newsletter", "…", "é",
			}).Draw(t, "furniture"))
		}
	}
	return out
}

func TestMatchHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := plain(anyText(t, "a", 61)...), plain(anyText(t, "b", 62)...)
		p := match(a, b)
		for _, share := range []float64{p.ShareA, p.ShareB} {
			require.True(t, 0 <= share && share <= 1, "share %v", share)
		}
		require.True(t, 0 <= p.OwnA && p.OwnA <= p.WordsA && p.WordsA <= len(a.Prose.Words), "own %d words %d", p.OwnA, p.WordsA)
		require.True(t, 0 <= p.OwnB && p.OwnB <= p.WordsB && p.WordsB <= len(b.Prose.Words), "own %d words %d", p.OwnB, p.WordsB)
		if rapid.Bool().Draw(t, "retold") {
			var m Matcher
			m.Retell(&p, a, b)
		}
		end := 0
		for _, s := range p.Passages {
			require.GreaterOrEqual(t, s.A.Start, end, "passages are in order of A and do not overlap there")
			require.Greater(t, s.A.Len(), 0)
			require.Greater(t, s.B.Len(), 0)
			require.LessOrEqual(t, s.A.End, len(a.Prose.Words))
			require.LessOrEqual(t, s.B.End, len(b.Prose.Words))
			end = s.A.End
		}
		back := p.Mirror()
		require.Empty(t, cmp.Diff(p, mirrored(back), cmpopts.EquateEmpty()), "a mirror of a mirror")
		require.Equal(t, p.Relation(), back.Relation())
		require.Equal(t, p.Why() == "", back.Why() == "")
	})
}

// Texts that repeat nothing share the same whichever is named first.
func TestMatchIsTheSameFromEitherSide(t *testing.T) {
	body, own, more := paragraphs(70, 10), paragraphs(71, 10), paragraphs(72, 10)
	for _, test := range []struct {
		name string
		a, b []string
	}{
		{"copies", body, body},
		{"a part", join(own[:4], body[2:5]), body},
		{"two parts in another order", join(body[6:8], own[:4], body[2:5]), join(more[:2], body)},
		{"quotations", join(own[:3], []string{statement}), join(more[:3], []string{statement})},
		{"nothing", body, own},
		{"retold", strings.Split(ferryText, "\n\n"), strings.Split(ferryRetold, "\n\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := plain(test.a...), plain(test.b...)
			there, back := match(a, b), mirrored(match(b, a))
			options := cmp.Options{cmpopts.EquateEmpty(), cmpopts.EquateApprox(1e-6, 1e-6)}
			if there.WordsA > 0 { // text in common decides, not what is retold
				options = append(options, cmpopts.IgnoreFields(Signs{}, "Retold", "Ordered", "Covered"))
			}
			require.Empty(t, cmp.Diff(there, back, options))
		})
	}
}

func TestResemblance(t *testing.T) {
	var sets Resembler
	body := paragraphs(80, 8)
	whole, half, other, none := plain(body...), plain(body[:4]...), plain(paragraphs(81, 8)...), plain()
	jaccard, containment := sets.Resemblance(whole, whole)
	require.Equal(t, 1.0, jaccard)
	require.Equal(t, 1.0, containment)
	jaccard, containment = sets.Resemblance(whole, half)
	require.InDelta(t, 0.5, jaccard, 0.02)
	require.InDelta(t, 1, containment, 0.02)
	for _, s := range []*Side{other, none} {
		jaccard, containment = sets.Resemblance(whole, s)
		require.Zero(t, jaccard)
		require.Zero(t, containment)
	}
	jaccard, _ = sets.Resemblance(none, none)
	require.Zero(t, jaccard, "two articles without words resemble each other in nothing")
}

func TestCompare(t *testing.T) {
	ferry, retold, bees := plain(ferryText), plain(ferryRetold), plain(beesText)
	same := Compare(ferry, ferry)
	require.InDelta(t, 1, same.Cosine, 1e-6)
	require.InDelta(t, 1, same.Details, 1e-6)
	again, another := Compare(ferry, retold), Compare(ferry, bees)
	require.Greater(t, again.Cosine, 0.3)
	require.Greater(t, again.Shared, 8)
	require.Less(t, another.Cosine, 0.1)
	require.Less(t, another.Shared, 3)
	require.Equal(t, again, Compare(retold, ferry), "whichever is named first")
	require.Zero(t, Compare(ferry, plain()))
}

func TestSideKnowsItsWords(t *testing.T) {
	s := side(article.Article{ID: "a", Text: "Subscribe | Log in\n\n" + ferryText + "\n\nCopyright 2025 The Carrick Mercury. All rights reserved."})
	require.Len(t, s.Words, s.Digest.Words)
	require.Len(t, s.Prose.Words, s.Digest.Prose)
	for _, w := range s.Prose.Words {
		require.True(t, leastWorth <= w.Weight && w.Weight <= mostWorth, "%v", w)
	}
}

// The resemblance of two texts is that of the sets of their runs of five words.
func TestResemblanceIsThatOfSets(t *testing.T) {
	sets := func(s *Side) map[string]bool {
		set := map[string]bool{}
		words := s.Prose.Words
		n := min(digest.ShingleWords, len(words))
		for i := 0; n > 0 && i+n <= len(words); i++ {
			var b strings.Builder
			for _, w := range words[i : i+n] {
				fmt.Fprintf(&b, "%d ", w.Hash)
			}
			set[b.String()] = true
		}
		return set
	}
	var r Resembler // used for all, as it is by the job
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom([]string{"ferry", "Tolsta", "ran", "aground", "off", "Carrick", "at", "dawn"}), 0, 80)
		a, b := side(article.Article{ID: "a", Text: strings.Join(text.Draw(t, "a"), " ") + "."}), side(article.Article{ID: "b", Text: strings.Join(text.Draw(t, "b"), " ") + "."})
		x, y, both := sets(a), sets(b), 0
		for s := range x {
			if y[s] {
				both++
			}
		}
		jaccard, containment := r.Resemblance(a, b)
		require.Equal(t, part(both, len(x)+len(y)-both), jaccard)
		require.Equal(t, part(both, min(len(x), len(y))), containment)
		require.Equal(t, part(both, len(x)), r.Within(a, b))
	})
}

func BenchmarkResemblance(b *testing.B) {
	x, y := side(article.Article{ID: "a", Text: strings.Repeat(ferryText+"\n\n", 3)}), side(article.Article{ID: "b", Text: ferryRetold})
	for b.Loop() {
		var r Resembler
		r.Resemblance(x, y)
	}
}

// What a cache of sides counts on.
func TestBytesBoundsASide(t *testing.T) {
	for _, n := range []int{0, 1, 3, 10, 60} {
		text := "Subscribe | Log in\n\n" + strings.Join(paragraphs(95, n), "\n\n")
		s := side(article.Article{ID: "a", Text: text})
		before := s.Bytes()
		Compare(s, s)
		took := len(text) + 4*cap(s.Words) + cap(s.lengths) + cap(s.marks) + 16*cap(s.jumps) + 8*cap(s.breaks) +
			align.Bytes(cap(s.Prose.Words), s.Prose.Stems()) + 4*cap(s.weights) +
			8*(len(s.Fingerprints)+len(s.Pairs)+len(s.Stories)+len(s.Bands)) + 16*len(s.Layout.Sentences)
		require.GreaterOrEqual(t, before, took)
		require.Equal(t, before, s.Bytes(), "the same before and after")
		if words := len(s.Words); words > 500 {
			require.Less(t, (before-len(text))/words, 80, "bytes a word beside the text")
		}
	}
}

// A bare side is compared as any other is, and takes less.
func TestBareSidesShareWhatOthersDo(t *testing.T) {
	shared := paragraphs(60, 3)
	a, b := plain(append(paragraphs(61, 4), shared...)...), plain(append(shared, paragraphs(62, 2)...)...)
	bare := func(s *Side) *Side {
		english := shingle.Background("en")
		words := english.Words(nil, s.Text)
		out := NewBareSide(s.Digest, words, english.Weights(nil, words), true, nil)
		require.Less(t, out.Bytes(), s.Bytes())
		return out
	}
	want, got := match(a, b), match(bare(a), bare(b))
	require.NotEmpty(t, want.Passages)
	require.Empty(t, cmp.Diff(want, got))
}

// The words of the prose are those that digests are made of.
func TestProseIsThatOfTheDigest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := plain(anyText(t, "text", 97)...)
		words := shingle.Words(nil, d.Text)
		prose := digest.Prose(nil, words, &d.Layout)
		require.Len(t, d.Words, len(words))
		require.Len(t, d.Prose.Words, len(prose))
		k := 0
		for i, at := range d.starts {
			require.Equal(t, k, i)
			require.Equal(t, int(prose[i].Start), at)
			require.Equal(t, at, d.start(i))
			require.Equal(t, uint32(prose[i].Hash>>32), d.Prose.Words[i].Hash)
			k++
		}
		require.Equal(t, len(prose), k)
	})
}

func TestRetellIsNotAskedWhereAllIsTaken(t *testing.T) {
	s := plain(paragraphs(98, 6)...)
	p := match(s, s)
	before := len(p.Passages)
	var m Matcher
	m.Retell(&p, s, s)
	require.Len(t, p.Passages, before)
	require.Equal(t, 5, longest([]bool{true, false, false, true, false, false, false, false, false, true}))
	require.Equal(t, 0, longest(nil))
}

func TestSpanTouchesItsNeighbour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := plain(anyText(t, "text", 90)...)
		n := len(s.Prose.Words)
		if n < 2 {
			return
		}
		at := rapid.IntRange(1, n-1).Draw(t, "at")
		one, two := s.Span(align.Range{Start: 0, End: at}), s.Span(align.Range{Start: at, End: n})
		if slices.Contains(s.breaks, at) {
			require.LessOrEqual(t, one.End, two.Start, "furniture stands between")
		} else {
			require.Equal(t, one.End, two.Start)
		}
		last := s.word(n - 1)
		require.LessOrEqual(t, two.Start, s.start(at))
		require.GreaterOrEqual(t, two.End, int(s.Words[last])+int(s.lengths[last]))
	})
}
