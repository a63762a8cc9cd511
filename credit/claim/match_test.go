package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestScore(t *testing.T) {
	for s, want := range map[string]bool{
		"Corran Town beat Ness Rovers 3-0 on Saturday.": true,
		"Valmorel renverse Saint-Orens (27–24)":         true,
		"Corran 1:1 Ness":                                       true,
		"The council voted on 2024-05-03.":                      false,
		"The bridge opened in 1998-2004.":                       false,
		"It began at 10:30:15 and ended at noon.":               false,
		"He is 44, and she has 3 dogs.":                         false,
		"The ferry cost 3,000-4,500 pounds.":                    false,
		"A record 2025-26 season":                               false,
		"The score was 3 - 0.":                                  false,
		"Two of 3-by-4 beams broke; none else, at 12/05-06/07.": false,
	} {
		require.Equal(t, want, score(s), s)
	}
	require.True(t, namesScore("Rovers 3 Town 0: Late show takes Lorne's men to summit"))
	require.True(t, namesScore("Corran Town 27, Ness 24"))
	require.False(t, namesScore("Channel 4 and Radio 5 lose Ofcom fight over Sky 1"))
	require.False(t, namesScore("Rovers sign 3 players from Town"))
}

// What a manager told a station is a word on the match that all saw, but what he told it of himself is news.
func TestMatchIsNobodysNews(t *testing.T) {
	match := []string{
		"Corran are top of the league, and they needed only seven minutes to get there.",
		"A crowd of 11,406 had begun to grumble before Okonjo met a corner on 83 with his fifth headed goal of the campaign.",
		"Drury doubled the lead on 87, and Lind tucked away a penalty in added time after the keeper was beaten.",
		"Ness had the better of the opening half and hit the woodwork just past the half hour.",
	}
	told := "Manager Ada Lorne told Sky Sports: “I said at half-time that somebody would have to be rude to them.”"
	said := func(text string) []Speech {
		k := strings.Index(text, "I said at half-time")
		return []Speech{{Span: article.Span{Start: k, End: k + 50}, Speaker: "Ada Lorne"}}
	}
	for _, test := range []struct {
		name, title string
		text        []string
		own         bool
	}{
		{"a word on the match", "Corran 3 Ness 0: Late show takes Lorne's side to summit", append(match[:4:4], told), true},
		{"with the score in the text", "Late show takes Lorne's side to summit", append([]string{"Corran beat Ness 3-0 on Saturday to go top of the league."}, append(match[1:4:4], told)...), true},
		{"who tells of herself", "Lorne to leave Corran in May", []string{"Ada Lorne is to leave Corran at the end of the season, she told Sky Sports after the 3-0 win over Ness.", "The manager, 44, has won two cups and a penalty shoot-out with the club.", told, filler[0], filler[1]}, false},
		{"without a score", "Late show takes Lorne's side to summit", append(match[:4:4], told), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := paragraphs(test.text...)
			x := of(t, fromSaid(test.title, text, said(text)), "Sky Sports")
			require.Equal(t, test.own, x.Signs[TitleFrom] == 0 && x.Signs[Teller] == 0, x.Signs)
			if test.own {
				require.Less(t, x.Signs.Probability(), 0.3)
			}
		})
	}
}

// Matches whose score has no dash: cricket, golf.
func TestMatchWithoutADash(t *testing.T) {
	for want, text := range map[bool][]string{
		true: {
			"Ada Lorne took six for 71 as Corran bowled Ness out for 214, the hosts losing seven wickets for 62.",
			"Corran were 91 for two at stumps, with the captain unbeaten on 40.",
		},
		false: {
			"The council bowled over its critics and lost two wickets in one afternoon.",
			"The budget will be read again in June, and the mayor was unmoved.",
		},
	} {
		require.Equal(t, want, Match("en", "Ness fold", slices.Values(text)), text)
	}
}
