package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/digest"
	"wiretrace/shingle"
)

func TestLaterVersion(t *testing.T) {
	for _, test := range []struct {
		id, of string
		want   bool
	}{
		{"a.txt~2", "a.txt", true},
		{"a.txt~3", "a.txt~2", true},
		{"a.txt~10", "a.txt~9", true},
		{"a.txt", "a.txt~2", false},
		{"a.txt", "a.txt", false},
		{"a.txt~2", "b.txt", false},
		{"a~b", "a", false},
		{"a~1", "a", false},
		{"a~02", "a", false},
		{"a~+2", "a", false},
		{"~2", "", false},
		{"a~99999999999999999999", "a", false},
	} {
		require.Equal(t, test.want, LaterVersion(test.id, test.of), "%s of %s", test.id, test.of)
	}
}

func TestEarlierVersion(t *testing.T) {
	noon, dawn := minute(5, 12, 0), minute(5, 6, 0)
	house := func(hour int) article.Time { // by the clock of a house that gives no zone
		w := minute(5, hour, 0)
		w.Zoned = false
		return w
	}
	at := func(n uint32, outlet, url string, when article.Time) Member {
		m := piece(n, outlet, when)
		m.Meta.ID, m.Meta.URL = "piece", url
		return m
	}
	about := func(m Member, stems ...uint32) Member {
		for _, s := range stems {
			m.Lead = append(m.Lead, digest.LeadWord{Stem: s, Weight: 3})
		}
		return m
	}
	const page = "https://pierpost.example/ferry"
	for name, test := range map[string]struct {
		m, n           Member
		shareM, shareN float64
		want           bool
	}{
		"half of the text, hours later":      {about(at(2, "Pier Post", "", noon), 1, 2, 3), about(at(1, "Pier Post", "", dawn), 2, 3, 4), 0.5, 0.3, true},
		"half of the text, under other news": {about(at(2, "Pier Post", "", noon), 1, 2, 3), about(at(1, "Pier Post", "", dawn), 4, 5, 6), 0.5, 0.3, false},
		"background in common":               {at(2, "Pier Post", "", noon), at(1, "Pier Post", "", dawn), 0.3, 0.4, false},
		"the later one is the other":         {at(1, "Pier Post", "", dawn), at(2, "Pier Post", "", noon), 0.9, 0.9, false},
		"another outlet":                     {at(2, "Gull Daily", "", noon), at(1, "Pier Post", "", dawn), 0.9, 0.9, false},
		"four days later":                    {at(2, "Pier Post", "", minute(9, 12, 0)), at(1, "Pier Post", "", dawn), 0.9, 0.9, false},
		"four days later, with a correction": {about(at(2, "Pier Post", "", minute(9, 12, 0)), 1, 2), about(at(1, "Pier Post", "", dawn), 1, 2), 0.6, 1, true},
		"nine days later, all of it":         {about(at(2, "Pier Post", "", minute(14, 12, 0)), 1, 2), about(at(1, "Pier Post", "", dawn), 1, 2), 0.6, 1, false},
		"printed again from the archive":     {at(2, "Pier Post", "", day(2025, 3, 7)), at(1, "Pier Post", "", day(1957, 3, 7)), 0.85, 0.95, true},
		"the one of the archive":             {at(1, "Pier Post", "", day(1957, 3, 7)), at(2, "Pier Post", "", day(2025, 3, 7)), 0.95, 0.85, false},
		"its background, years later":        {at(2, "Pier Post", "", day(2025, 3, 7)), at(1, "Pier Post", "", day(2021, 3, 7)), 0.6, 0.9, false},
		"of another's archive":               {at(2, "Gull Daily", "", day(2025, 3, 7)), at(1, "Pier Post", "", day(1957, 3, 7)), 1, 1, false},
		"two days later, by dates alone":     {at(2, "Pier Post", "", day(2025, 3, 7)), at(1, "Pier Post", "", day(2025, 3, 5)), 0.9, 0.9, true},
		"one clock without a zone":           {at(2, "Pier Post", "", house(12)), at(1, "Pier Post", "", house(11)), 0.8, 0.8, true},
		"nothing tells which came first":     {at(2, "Pier Post", "", noon), at(1, "Pier Post", "", noon), 0.8, 0.8, false},
		"the same text":                      {at(2, "Pier Post", "", noon), at(1, "Pier Post", "", noon), 1, 0.98, true},
		"the same text, seen from the first": {at(1, "Pier Post", "", noon), at(2, "Pier Post", "", noon), 1, 0.98, false},
		"the same page":                      {at(2, "Pier Post", page+"?utm_source=x", noon), at(1, "Pier Post", page, noon), 0.8, 0.8, true},
		"of no outlet, the same text":        {at(2, "", "", noon), at(1, "", "", noon), 1, 1, false},
	} {
		require.Equal(t, test.want, EarlierVersion(&test.m, &test.n, test.shareM, test.shareN), name)
	}

	// One that was read later under the same name is the later, whatever it shows.
	m, n := at(1, "", "", noon), at(2, "", "", noon)
	m.Meta.ID, m.Seen, n.Seen = "piece~2", 20, 10
	require.True(t, EarlierVersion(&m, &n, 0.9, 0.9))
	require.False(t, EarlierVersion(&n, &m, 0.9, 0.9))
}

// The addresses of a page are compared without what fetching adds to them.
func TestTwoReadingsOfOnePage(t *testing.T) {
	const page = "https://pierpost.example/ferry"
	english := shingle.Background("en")
	at := func(outlet, address string, published article.Time) *Side {
		s := side(article.Article{ID: "a", Outlet: outlet, URL: address, Published: published, Text: ferryText})
		words := english.Words(nil, s.Text)
		return NewBareSide(s.Digest, words, english.Weights(nil, words), true, nil)
	}
	first := at("Pier Post", page, minute(3, 9, 0))
	for name, test := range map[string]struct {
		side *Side
		want bool
	}{
		"the same":               {at("Pier Post", page, minute(3, 13, 0)), true},
		"undated":                {at("Pier Post", page, undatedTime), true},
		"by a link in a mail":    {at("Pier Post", "http://www.pierpost.example/ferry/?utm_source=mail", minute(3, 13, 0)), true},
		"as an archive has it":   {at("Pier Post", "https://web.archive.org/web/20250303150000/"+page, minute(3, 13, 0)), true},
		"another page":           {at("Pier Post", page+"-2", minute(3, 13, 0)), false},
		"a page that asks which": {at("Pier Post", page+"?id=2", minute(3, 13, 0)), false},
		"a week after":           {at("Pier Post", page, minute(10, 13, 0)), false},
		"of another house":       {at("Ness Herald", page, minute(3, 13, 0)), false},
		"without an address":     {at("Pier Post", "", minute(3, 13, 0)), false},
	} {
		p := match(first, test.side)
		require.Equal(t, test.want, p.Page, name)
	}
}

// What comes every day under one label is no later version of what came the day before.
func TestOfItsDay(t *testing.T) {
	at := func(title string, day int, days ...int) *digest.Digest {
		d := &digest.Digest{Days: days}
		d.Meta.Title, d.Meta.Published = title, minute(day, 6, 0)
		return d
	}
	n := digest.DayOf(minute(5, 6, 0))
	monday := at("Morning tides: calm", 5, n)
	for name, test := range map[string]struct {
		other *digest.Digest
		want  bool
	}{
		"the next day's":                 {at("Morning tides: a swell", 6, n+1), true},
		"the same words, no colon":       {at("Morning tides for Tuesday", 6, n+1), true},
		"the same day's":                 {at("Morning tides: a swell", 5, n), false},
		"news of the day before":         {at("Morning tides: two drowned", 6, n), false},
		"another title":                  {at("Two drowned", 6, n+1), false},
		"one that names no day":          {at("Morning tides: a swell", 6), false},
		"one that names both":            {at("Morning tides: a swell", 6, n+1, n), false},
		"one of which nothing says when": {&digest.Digest{Days: []int{n + 1}}, false},
	} {
		require.Equal(t, test.want, ofItsDay(monday, test.other), name)
		require.Equal(t, test.want, ofItsDay(test.other, monday), name)
	}
}
