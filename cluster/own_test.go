package cluster

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

const agencyText = `OSTREVA (AP) — A lynx that had been looked for in three countries was found asleep in the dining car of a night train on Sunday, railway officials said.

The animal, a female of four years with a yellow collar, boarded at Belkow when the doors were opened for a delivery of bread, according to the guard's report.

Travellers were moved to the sleeping cars while the cook, who had once worked in a circus, put a tray of liver before the door and counted to two hundred.

Zoologists from the national park carried the lynx off in a laundry basket at the next halt. She weighed nineteen kilograms and had eaten two pillows.

The railway said that it would not ask the park to pay for the ticket, though a fare for large dogs exists and comes to four crowns.`

const insert = `In Tarnow the stationmaster, Ludvik Hrabal, told the Courier that he had seen the animal on the platform on Friday and had taken her for somebody's coat.

He has since hung up a drawing of a lynx beside the timetable, with a telephone number and the words "not a coat", and says that four passengers have asked to buy it.`

// inside returns text with more put behind its paragraph n, counted from 1.
func inside(text, more string, n int) string {
	list := strings.Split(text, "\n\n")
	return strings.Join(slices.Insert(list, n, more), "\n\n")
}

// A paper's own paragraphs within an agency's text are its own, whether or not the
// agency's text is in hand elsewhere.
func TestOwnParagraphsWithinAnAgencysText(t *testing.T) {
	quiet := strings.ReplaceAll(insert, "told the Courier", "said")
	for _, test := range []struct {
		name      string
		text      string
		other     string // empty: no other copy in hand
		own, from []string
	}{
		{"a paragraph names the paper", inside(agencyText, insert, 2), "", []string{"somebody's coat"}, []string{"dining car", "laundry basket", "four crowns"}},
		{"paragraphs where a copy of the text runs on", inside(agencyText, quiet, 2), agencyText, []string{"somebody's coat", "beside the timetable"}, []string{"dining car", "laundry basket", "four crowns"}},
		{"a paragraph speaks of this newspaper", inside(agencyText, strings.ReplaceAll(insert, "told the Courier", "told this newspaper"), 2), "", []string{"somebody's coat"}, []string{"dining car", "laundry basket", "four crowns"}},
		{"paragraphs above the text of a copy", insert + "\n\n" + agencyText, agencyText, []string{"somebody's coat", "beside the timetable"}, []string{"dining car", "laundry basket", "four crowns"}},
		{"paragraphs below it", agencyText + "\n\n" + insert, agencyText, []string{"somebody's coat", "beside the timetable"}, []string{"dining car", "laundry basket", "four crowns"}},
		{"more below it that nobody is named in", agencyText + "\n\n" + quiet, agencyText, nil, []string{"dining car", "beside the timetable"}},
		{"a copy that was cut from the end", agencyText, strings.Join(strings.Split(agencyText, "\n\n")[:3], "\n\n"), nil, []string{"dining car", "laundry basket", "four crowns"}},
		{"another paper's name", inside(agencyText, strings.ReplaceAll(insert, "told the Courier", "told the Courier Mail"), 2), "", nil, []string{"somebody's coat"}},
		{"nothing of the paper's own", agencyText, agencyText, nil, []string{"dining car", "four crowns"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := side(article.Article{Text: test.text, Outlet: "Tarnow Courier"})
			var b *Side
			var shares []Share
			if test.other != "" {
				b = side(article.Article{Text: test.other, Outlet: "Belkow Times"})
				shares = append(shares, Share{Number: 2, Family: 2, Outlet: b.Outlet, Pair: match(a, b)})
			}
			pieces, err := Paint(a, shares, true, func(uint32) (*Side, error) { return b, nil })
			require.NoError(t, err)
			checkOwn(t, a, pieces, test.own, test.from)
		})
	}
}

// checkOwn checks that some words of s are original and others taken.
func checkOwn(t *testing.T, s *Side, pieces []Piece, own, taken []string) {
	t.Helper()
	label := func(words string) Label {
		at := strings.Index(s.Text, words)
		require.GreaterOrEqual(t, at, 0, words)
		span := article.Span{Start: at, End: at + len(words)}
		k := slices.IndexFunc(pieces, func(p Piece) bool { return p.Start <= span.Start && span.Start < p.End })
		require.GreaterOrEqual(t, k, 0, words)
		return pieces[k].Label
	}
	for _, words := range own {
		require.Equal(t, Original, label(words), words)
	}
	for _, words := range taken {
		require.Equal(t, Copied, label(words), words)
	}
}

// The name of a paper within a longer word names it not, as "into KLBD" does not say that somebody spoke to KLBD.
func TestANameBeginsAWord(t *testing.T) {
	for text, want := range map[string]bool{
		"He said it to KLBD.":                           true,
		"\"It moved,\" she told us.":                    false,
		"They moved into KLBD last year.":               false,
		"They moved into KLBD, and spoke to KLBD then.": true,
		"to KLBD, he said so":                           true,
		"to KLBDs":                                      false,
	} {
		require.Equal(t, want, holdsName(text, "to KLBD"), text)
	}
}
