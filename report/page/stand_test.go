package page

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/report"
)

func TestRedIsWhatWasTakenWithoutACredit(t *testing.T) {
	for _, c := range []struct {
		name                       string
		role, credited, confidence string
		want                       int
	}{
		{"its own", report.Single, "", "", standsOwn},
		{"others have it from there", report.Origin, "", report.Certain, standsOwn},
		{"a later version", report.Update, "", report.Certain, standsOwn},
		{"credited", report.Copy, report.Yes, report.Possible, standsCredited},
		{"licensed", report.Copy, report.Licensed, report.Certain, standsLicensed},
		{"of the same house", report.Copy, report.InHouse, report.Certain, standsLicensed},
		{"taken", report.Rewrite, report.No, report.Likely, standsUncredited},
		{"possibly taken", report.Rewrite, report.No, report.Possible, standsUnclear},
		{"nothing tells who was first", report.Partial, "", report.Certain, standsUnclear},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMember(&report.Article{Role: c.role, Credited: c.credited, Confidence: c.confidence})
			require.Equal(t, c.want, m.standing())
			if c.want == standsUncredited {
				require.Contains(t, creditCell(&m), "uncredited")
			} else {
				require.NotContains(t, creditCell(&m), "uncredited")
			}
		})
	}
}

func TestATallyIsABar(t *testing.T) {
	var none tally
	require.Empty(t, none.bar())
	require.Empty(t, none.String())
	some := tally{standsOwn: 1, standsUncredited: 3}
	require.Contains(t, some.bar(), `<rect class="uncredited" x="250" y="0" width="750" height="10"/>`)
	require.Equal(t, "1....3", some.String())
	require.Equal(t, "11", (&tally{standsOwn: 37}).String())
	require.Len(t, some.legend(), 2)
}

func TestTitlesThatSayNothing(t *testing.T) {
	const text = "The ferry across the Tarn was stopped on Monday after divers found timber piles gnawed hollow by shipworm."
	for title, tells := range map[string]bool{
		"Shipworm stops the Tarn ferry": true,
		"Scroll to top of page":         false,
		"The Tarn Herald":               false,
		"(68102)":                       false,
		"High 86F. Winds NNE":           false,
	} {
		m := newMember(&report.Article{ID: "a", Outlet: "The Tarn Herald", Title: title, Text: text, Passages: []report.Passage{{Label: report.Original, End: len(text), Text: text}}})
		require.Equal(t, tells, m.opening == "", title)
	}
	// Its prose may be in pieces.
	m := newMember(&report.Article{ID: "a", Title: "Fullscreen", Passages: []report.Passage{
		{Label: report.Furniture, Text: "Menu"}, {Label: report.Original, Text: "The ferry "}, {Label: report.Copied, Text: text[len("The ferry "):]},
	}})
	require.Equal(t, text, m.opening)
}
