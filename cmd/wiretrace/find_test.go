package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestEarliest(t *testing.T) {
	place := func(article, relation, published string) report.Place {
		return report.Place{Article: article, Relation: relation, Published: published}
	}
	for _, c := range []struct {
		name   string
		places []report.Place
		want   string
	}{
		{"clocks of two zones", []report.Place{
			place("evening in Nebraska", report.Copy, "2025-03-11T21:48-05:00"), place("morning in Karachi", report.Copy, "2025-03-12T05:12+05:00"),
		}, "morning in Karachi"},
		{"who only quotes the same words", []report.Place{
			place("copy", report.Copy, "2025-03-12T05:12Z"), place("quotes", report.Quotes, "2025-03-11T05:12Z"),
		}, "copy"},
		{"nobody has more than quotations", []report.Place{place("late", report.Quotes, "2025-03-12"), place("early", report.Quotes, "2025-03-11")}, "early"},
		{"undated", []report.Place{place("no date", report.Copy, ""), place("dated", report.Partial, "2025-03-11")}, "dated"},
	} {
		t.Run(c.name, func(t *testing.T) {
			first := earliest(c.places)
			require.NotNil(t, first)
			require.Equal(t, c.want, first.Article)
		})
	}
	require.Nil(t, earliest([]report.Place{place("no date", report.Copy, "")}))
}
