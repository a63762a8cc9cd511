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
	told := Signs{Likeness: Likeness{Cosine: 0.4, Details: 0.3, Shared: 9}, Kinship: Kinship{Story: 0.6}}
	alike := Signs{Likeness: Likeness{Cosine: 0.7, Details: 0.7, Shared: 20}, Kinship: Kinship{Story: 0.9}, Ordered: 3}
	likely := Signs{Likeness: Likeness{Cosine: 0.5, Details: 0.4, Shared: 12, Numbers: 6}, Kinship: Kinship{Story: 0.6}, Retelling: retellingFrom}
	scoop := Signs{Likeness: Likeness{Cosine: 0.45, Details: 0.7, Shared: 10}, Kinship: Kinship{Story: 0.9}, Unnamed: true}
	for _, test := range []struct {
		name   string
		signs  Signs
		change func(*Signs)
		want   bool
	}{
		{"nothing", Signs{}, nil, false},
		{"alike but nobody credited", told, nil, false},
		{"one credits the other", told, func(s *Signs) { s.OwedA = "The Guardian" }, true},
		{"whichever of them", told, func(s *Signs) { s.OwedB = "The Guardian" }, true},
		{"both credit a third", told, func(s *Signs) { s.Common = "The Guardian" }, true},
		{"a credit in a report of another event", told, func(s *Signs) { s.OwedA, s.Story = "The Guardian", 0.2 }, false},
		{"of which less is asked where a day is unknown", told, func(s *Signs) { s.OwedA, s.Story, s.Days = "The Guardian", 0.16, unknownDays }, true},
		{"but something", told, func(s *Signs) { s.OwedA, s.Story, s.Days = "The Guardian", 0.09, unknownDays }, false},
		{"though nearly all is alike", told, func(s *Signs) { s.OwedA, s.Story, s.Cosine, s.Details, s.Shared = "The Guardian", 0.2, 0.55, 0.55, 14 }, true},
		{"or little of it", told, func(s *Signs) { s.OwedA, s.Story, s.Cosine, s.Details, s.Shared = "The Guardian", 0.2, 0.45, 0.55, 14 }, false},
		{"or both have it from a third", told, func(s *Signs) { s.Common, s.Story, s.Cosine, s.Details, s.Shared = "The Guardian", 0.2, 0.55, 0.55, 14 }, false},
		{"a credit from too far apart", told, func(s *Signs) { s.OwedA, s.Distance = "The Guardian", true }, false},
		{"a credit of the own house", told, func(s *Signs) { s.OwedA, s.House = "The Guardian", true }, false},
		{"retold in silence", alike, nil, true},
		{"alike in words and names, but no sentence retold", alike, func(s *Signs) { s.Ordered = 0 }, false},
		{"or one", alike, func(s *Signs) { s.Ordered = 1 }, false},
		{"sentences retold, but other names and numbers", alike, func(s *Signs) { s.Details = 0.6 }, false},
		{"sentences retold, but other words beside", alike, func(s *Signs) { s.Cosine = 0.57 }, false},
		{"short texts with few names", alike, func(s *Signs) { s.Shared = 4 }, false},
		{"retold in silence by the own house", alike, func(s *Signs) { s.House = true }, false},
		{"retold in silence weeks later", alike, func(s *Signs) { s.Distance = true }, false},
		{"alike in lead, numbers and length", likely, nil, true},
		{"a little less", likely, func(s *Signs) { s.Retelling -= 0.01 }, false},
		{"the same in one house", likely, func(s *Signs) { s.House = true }, false},
		{"of an unknown day, of which more is asked", likely, func(s *Signs) { s.Days = unknownDays }, false},
		{"and is there", likely, func(s *Signs) { s.Days, s.Retelling = unknownDays, retellingUndated }, true},
		{"a scoop told again by who names nobody", scoop, nil, true},
		{"the same by who has people of its own", scoop, func(s *Signs) { s.Unnamed = false }, false},
		{"the same with details of its own", scoop, func(s *Signs) { s.Details = 0.6 }, false},
		{"the same of the own house", scoop, func(s *Signs) { s.House = true }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := test.signs
			if test.change != nil {
				test.change(&s)
			}
			require.Equal(t, test.want, s.Rewrite())
		})
	}
}

// ferryPiece is a piece on the ferry as the tests below need it.
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

func TestNothingIsOwedToALaterPiece(t *testing.T) {
	owed := func(published article.Time) string {
		return match(ferryPiece("The Guardian", ferryText, day(2025, 3, 5)), ferryPiece("Voz", ferryRetold, published)).OwedB
	}
	require.Equal(t, "The Guardian", owed(day(2025, 3, 6)))
	require.Equal(t, "The Guardian", owed(day(2025, 3, 5)), "days tell no order of one day")
	require.Empty(t, owed(day(2025, 3, 1)))
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

// An interview on a station is not the agency's text that its page has of it.
func TestAnInterviewIsNotTheTextOfAnAgency(t *testing.T) {
	const lead = "A ferry is stuck off Carrick Ness, its captain told The Guardian on Sunday.\n\nHe told The Guardian that it ran aground in fog.\n\n"
	monday := day(2025, 3, 3)
	a := ferryPiece("Voz", lead+ferryText, monday)
	require.Equal(t, "The Guardian", match(a, ferryPiece("The Guardian", ferryRetold, monday)).OwedA)
	require.Empty(t, match(a, ferryPiece("The Guardian", ferryRetold+"\n\nThe Associated Press contributed to this report.", monday)).OwedA)
}

func TestCommonCredit(t *testing.T) {
	const credited = "A ferry is stuck off Carrick Ness, The Guardian reported on Sunday.\n\nIt ran aground in fog, according to The Guardian.\n\n"
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
