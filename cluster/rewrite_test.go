package cluster

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func day(y int, m time.Month, d int) article.Time {
	return article.Time{When: time.Date(y, m, d, 0, 0, 0, 0, time.UTC), Precision: article.Day}
}

func minute(d, h, m int) article.Time {
	return article.Time{When: time.Date(2025, 3, d, h, m, 0, 0, time.UTC), Precision: article.Minute, Zoned: true}
}

func TestSignsOfARewrite(t *testing.T) {
	alike := Likeness{Cosine: 0.4, Details: 0.3, Shared: 9}
	for _, test := range []struct {
		name  string
		signs Signs
		want  bool
	}{
		{"nothing", Signs{}, false},
		{"alike but nobody credited", Signs{Likeness: alike}, false},
		{"alike and one credits the other", Signs{Likeness: alike, OwedA: "The Guardian"}, true},
		{"whichever of them", Signs{Likeness: alike, OwedB: "The Guardian"}, true},
		{"alike and both credit a third", Signs{Likeness: alike, Common: "The Guardian"}, true},
		{"a credit in another story", Signs{Likeness: Likeness{Cosine: 0.1, Details: 0.1, Shared: 6}, OwedA: "The Guardian"}, false},
		{"a credit and sentences alike, but hardly a word", Signs{Likeness: Likeness{Cosine: 0.05, Details: 0.9, Shared: 6}, Retold: 60, OwedA: "The Guardian"}, false},
		{"so alike that no credit is needed", Signs{Likeness: Likeness{Cosine: 0.6, Details: 0.5, Shared: 20}}, true},
		{"alike with sentences retold", Signs{Likeness: Likeness{Cosine: 0.5, Details: 0.3, Shared: 20}, Retold: 60}, true},
		{"too few names and numbers in common", Signs{Likeness: Likeness{Cosine: 0.9, Details: 0.9, Shared: 4}, OwedA: "The Guardian"}, false},
		{"too far apart", Signs{Likeness: Likeness{Cosine: 0.9, Details: 0.9, Shared: 20}, OwedA: "The Guardian", Distance: true}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, test.signs.Rewrite())
		})
	}
}

func TestContentGrows(t *testing.T) {
	base := Signs{Likeness: Likeness{Cosine: 0.4, Details: 0.3}, Retold: 20}
	more := []func(*Signs){
		func(s *Signs) { s.Cosine += 0.1 },
		func(s *Signs) { s.Details += 0.1 },
		func(s *Signs) { s.Retold += 10 },
	}
	for _, change := range more {
		s := base
		change(&s)
		require.Greater(t, s.Content(), base.Content())
	}
	full := Signs{Likeness: Likeness{Cosine: 1, Details: 1}, Retold: 1e9}
	require.LessOrEqual(t, full.Content(), 1.6)
	require.Zero(t, new(Signs).Content())
}

// ferryPieces are the pieces on the ferry as the tests below need them.
func ferryPiece(outlet, text string, published article.Time) *Side {
	return side(article.Article{ID: outlet, Outlet: outlet, Text: text, Published: published})
}

func TestReadOfTexts(t *testing.T) {
	monday, friday, later := day(2025, 3, 3), day(2025, 3, 7), day(2025, 3, 20)
	origin := ferryPiece("The Guardian", ferryText, monday)
	for _, test := range []struct {
		name string
		b    *Side
		want Relation
		owed string
	}{
		{"retold with a credit", ferryPiece("Voz", ferryRetold, friday), Rewrite, "The Guardian"},
		{"weeks later", ferryPiece("Voz", ferryRetold, later), None, ""},
		{"without a date", ferryPiece("Voz", ferryRetold, article.Time{}), Rewrite, "The Guardian"},
		{"another story", ferryPiece("Voz", beesText, monday), None, ""},
		{"another story that credits it", ferryPiece("Voz", "The Guardian reported on the bees of Celle.\n\n"+beesText, monday), None, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := match(origin, test.b)
			require.Equal(t, test.want, p.Relation())
			if test.want == Rewrite {
				require.Equal(t, test.owed, p.OwedB)
				require.Empty(t, p.OwedA)
				require.False(t, p.SilentB, "it credits somebody")
				require.True(t, p.SilentA)
				require.Positive(t, p.Retold)
				back := match(test.b, origin)
				require.Equal(t, test.owed, back.OwedA)
				require.Equal(t, Rewrite, back.Relation())
			}
		})
	}
}

func TestDaysApart(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b article.Time
		want bool
	}{
		{"both unknown", article.Time{}, article.Time{}, false},
		{"one unknown", day(2020, 1, 1), article.Time{}, false},
		{"a week", day(2025, 3, 3), day(2025, 3, 10), false},
		{"days without zones may be nearer than they look", day(2025, 3, 3), day(2025, 3, 11), false},
		{"ten days", day(2025, 3, 3), day(2025, 3, 13), true},
		{"an hour over a week", minute(3, 9, 0), minute(10, 10, 1), true},
		{"an hour less", minute(3, 9, 0), minute(10, 8, 0), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := ferryPiece("The Guardian", ferryText, test.a), ferryPiece("Voz", ferryRetold, test.b)
			require.Equal(t, test.want, match(a, b).Distance)
			require.Equal(t, test.want, match(b, a).Distance)
		})
	}
}

func TestCommonCredit(t *testing.T) {
	const credited = "A ferry is stuck off Carrick Ness, The Guardian reported.\n\n"
	monday := day(2025, 3, 3)
	a := ferryPiece("Voz", ferryRetold, monday)
	for _, test := range []struct {
		name, outlet, text, want string
	}{
		{"both credit a third", "Nortelandia", credited + ferryText, "The Guardian"},
		{"the other is the third", "The Guardian", credited + ferryText, ""},
		{"the other credits nobody", "Nortelandia", ferryText, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := ferryPiece(test.outlet, test.text, monday)
			require.Equal(t, test.want, match(a, b).Common)
			require.Equal(t, test.want, match(b, a).Common)
		})
	}
}
