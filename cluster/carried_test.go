package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/credit"
	"wiretrace/credit/claim"
	"wiretrace/outlet"
)

// Who sells or gives one text to several houses has copied nobody, nor have they: it is not
// called uncredited. Who prints it without the name is.
func TestOneWriterInSeveralHousesIsNoTheft(t *testing.T) {
	for byline, uncredited := range map[string]bool{
		"Isla Drummond":              false,
		"By ISLA DRUMMOND":           false,
		"Isla Drummond and Roy Cope": false,
		"Roy Cope":                   true,
		"Our reporter":               true,
		"":                           true,
	} {
		out := Resolve([]Member{
			signed("Isla Drummond", piece(0, "Wren", minute(3, 9, 0))),
			signed(byline, copyOf(0, piece(1, "Kite", minute(3, 12, 0)))),
		}, nil)
		s := out.Standings[1]
		require.Equal(t, Copy, Relation(s.Role), byline)
		require.Equal(t, uncredited, s.Uncredited(), byline)
		if !uncredited {
			require.Contains(t, s.Why, "both bear the name of one writer")
		}
	}
}

// So do titles of a group of which a reporter of the group wrote the text.
func TestAReporterOfTheGroupIsNoTheft(t *testing.T) {
	for byline, uncredited := range map[string]bool{
		"Isla Drummond, Orrin Group News":               false,
		"Isla Drummond, Orrin Group News, and Roy Cope": false,
		"By Isla Drummond, Orrin Group News":            false,
		"By ISLA DRUMMOND, Orrin Group News":            false,
		"Mary Isla Drummonds, Orrin Group News":         true,
		"Roy Cope, Orrin Group News":                    true,
		"Roy Cope":                                      true,
	} {
		group := credit.Credit{Outlet: "Orrin Group News", Kind: outlet.Unknown, Cue: credit.CueByline}
		out := Resolve([]Member{
			contributedTo(signed("Isla Drummond, Orrin Group News", piece(0, "Wren", minute(3, 9, 0), group))),
			signed(byline, copyOf(0, piece(1, "Kite", minute(3, 12, 0)))),
		}, nil)
		require.Equal(t, uncredited, out.Standings[1].Uncredited(), byline)
	}
}

// One writer is one whole name, however the bylines put it; a name within that of another is not.
func TestOneWriterIsOneWholeName(t *testing.T) {
	for _, c := range []struct {
		name, here, there string
		same              bool
	}{
		{"the same", "Isla Drummond", "Isla Drummond", true},
		{"within longer names", "Kim Lee", "Mary Kim Leeson", false},
		{"before a hyphen", "Kim Lee", "Kim Lee-Ward", false},
		{"behind a hyphen", "Ana Roth", "Jo-Ana Roth", false},
		{"English before it", "Written by Isla Drummond", "ISLA DRUMMOND", true},
		{"German before it", "Von Anna Harlow", "Anna Harlow", true},
		{"Spanish before it", "Por: Anna Harlow", "Anna Harlow", true},
		{"a particle of a name", "Von Harlow", "Anna Harlow", false},
		{"two who sign", "Jane Cope and Roy Harlow", "Jane Cope", true},
		{"two who sign in French", "Par Jane Cope avec Roy Harlow", "Jane Cope", true},
		{"two in capital letters", "BY JANE COPE AND ROY HARLOW", "Jane Cope", true},
		{"an initial in capital letters", "JANE COPE E HARLOW WREN", "Jane Cope", false},
		{"the second of two", "Jane Cope and Roy Harlow", "Roy Harlow", false},
		{"three who sign", "Jane Cope with Roy Harlow and Isla Drummond", "Jane Cope", true},
		{"a word between last names", "José Arbona y Larrea", "José Arbona", false},
		{"one word", "Wren", "Wren", false},
	} {
		n := signed(c.here, piece(0, "Wren", minute(3, 9, 0)))
		m := signed(c.there, copyOf(0, piece(1, "Kite", minute(3, 12, 0))))
		require.Equal(t, c.same, signedBy(&m, &n), c.name)
	}
}

// contributedTo returns m with its first claim to no more than a part of the text.
func contributedTo(m Member) Member {
	m.Claims[0].Text, m.Claims[0].Probability = claim.Contributed, 0.1
	return m
}

// A line that names the other house as its partner, or as the one whose text it is, accuses neither, whoever printed
// first.
func TestPartnersTakeNothingFromEachOther(t *testing.T) {
	for _, cue := range [...]string{credit.CueCreditLine, credit.CueByline} {
		partner := credit.Credit{Outlet: "Kite", Kind: outlet.Publisher, Cue: cue}
		out := Resolve([]Member{
			contributedTo(piece(0, "Wren", minute(3, 9, 0), partner)),
			copyOf(0, piece(1, "Kite", minute(3, 12, 0))),
			copyOf(0, piece(2, "Plover", minute(3, 15, 0))),
		}, nil)
		require.Equal(t, Copy, Relation(out.Standings[1].Role), cue)
		require.False(t, out.Standings[1].Uncredited(), cue)
		require.True(t, out.Standings[2].Uncredited(), "it is no partner of theirs")
	}
}

// Who prints the piece of the Hallam Ledger word for word prints "told the Ledger" with it: that
// is no credit to another Ledger.
func TestTheShortNameOfACopiedPaperIsThatPaper(t *testing.T) {
	told := credit.Credit{Outlet: "The Ledger", Kind: outlet.Publisher, Cue: "told"}
	out := Resolve([]Member{
		piece(0, "Hallam Ledger", minute(3, 9, 0)),
		copyOf(0, piece(1, "Kite", minute(3, 12, 0), told)),
	}, nil)
	require.Equal(t, 0, out.Standings[1].Source)
	require.Equal(t, "Hallam Ledger", out.Standings[1].Upstream())
	require.True(t, out.Standings[1].Uncredited())

	out = Resolve([]Member{
		piece(0, "Hallam Gazette", minute(3, 9, 0)),
		copyOf(0, piece(1, "Kite", minute(3, 12, 0), told)),
	}, nil)
	require.Equal(t, "The Ledger", out.Standings[1].Upstream(), "a paper of another name")
}
