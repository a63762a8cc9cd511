package credit

import "testing"

// Round-ups print pieces of others' reports, each signed behind a dash.
func TestSignedQuotations(t *testing.T) {
	const before, after = "The council of Harrowmoor met on Tuesday.\n\n", "\n\nThe hall was full."
	runCases(t, "en", "Harlow County Courier", []creditCase{
		{"behind a dash", before + "“The bridge is shut.” —Ada Lorne, Axios" + after, []string{"Axios (—)"}},
		{"behind two hyphens", before + "\"The bridge is shut.\" -- Ada Lorne, The Guardian" + after, []string{"The Guardian (—)"}},
		{"in brackets", before + "“The bridge is shut.” (— Ada Lorne, The New York Times)" + after, []string{"The New York Times (—)"}},
		{"what follows it", before + "“The bridge is shut.” — Ada Lorne, Axios reader of the week, was glad." + after, nil},
		{"without a quotation", before + "The editors met again — Ada Lorne, Axios" + after, nil},
		{"somebody else's office", before + "“The bridge is shut.” — Ada Lorne, former mayor, at home" + after, nil},
	})
}
