package credit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
	"wiretrace/credit"
	"wiretrace/outlet"
)

func TestReleases(t *testing.T) {
	g := outlet.Default()
	reader := credit.NewReader(g)
	const rest = "\n\nThree boats were found adrift off the point at dawn, and a fourth on the rocks. Nobody was aboard any of them. The harbour master had tied all four up on the evening before."
	tests := []struct{ name, text, outlet, cue string }{
		{
			"an office, named in full elsewhere",
			"Deputies of the Corrie County Sheriff's Office searched the shore all morning. The sheriff's office said in a news release that the ropes had been cut." + rest,
			"Corrie County Sheriff's Office", "said in a news release",
		},
		{"the day between", "A man was held over four stolen boats, the Corrie Police Department said Tuesday in a press release." + rest, "Corrie Police Department", "said tuesday in a press release"},
		{"a firm, called the company", "Sandpiper Marine will replace the ropes of all its customers, the company said in a news release." + rest, "Sandpiper Marine", "said in a news release"},
		{"a firm and its seat", "Sandpiper Energy, of Corrie, Mich., said in a press release that its pier was not touched." + rest, "Sandpiper Energy", "said in a press release"},
		{"from", "The ropes had been cut, according to a press release from the Corrie Boat Club." + rest, "Corrie Boat Club", "according to a press release from"},
		{"printed as it came", "The following is from the Corrie County Sheriff's Office:" + rest, "Corrie County Sheriff's Office", "the following is from"},
		{"a wire of releases", "Sandpiper Marine Unveils a Rope That Cannot Be Cut\n\nNEWS PROVIDED BY\nSandpiper Marine, Inc.\n\nApr 08, 2025" + rest, "Sandpiper Marine", "news provided by"},
		{"under a release on a portal", "Ropes that sing when they are cut" + rest + "\n\nProvided by University of Corrie", "University of Corrie", "provided by"},
		{"made with material from one", "Ropes that sing when they are cut" + rest + "\n\nWith material from Corrie University's press release.", "Corrie University", "with material from"},
		{"adapted from materials", "Ropes that sing when they are cut" + rest + "\n\nAdapted from materials provided by the University of Corrie.", "University of Corrie", "adapted from materials provided by"},
		{"based on one", "Ropes that sing when they are cut" + rest + "\n\nThis article is based on a press release from Sandpiper Marine.", "Sandpiper Marine", "this article is based on a press release from"},
		{"its source", "Ropes that sing when they are cut" + rest + "\n\nSource: Sandpiper Marine press release", "Sandpiper Marine", "source"},
		{"with material from an organisation", "Ropes that sing when they are cut" + rest + "\n\nContains information from the Corrie Research Institute.", "Corrie Research Institute", "contains information from"},
		{"with material from somebody", "Ropes that sing when they are cut" + rest + "\n\nWith material from Wanda Sorley.", "", ""},
		{"a source that is no release", "Ropes that sing when they are cut" + rest + "\n\nSource: Sandpiper Marine", "", ""},
		{"adapted from a book", "Ropes that sing when they are cut" + rest + "\n\nAdapted from “Ropes at Sea”, published by Harlow Books in May.", "", ""},
		{"based on what is no release", "Ropes that sing when they are cut" + rest + "\n\nBased on a novel by Wanda Sorley.", "", ""},
		{"under a label", "Corrie Vale Council\nPRESS RELEASE\nRopes that cannot be cut\nFor immediate release: 3 June 2025\n\nCorrie Vale Council is to buy forty ropes that cannot be cut, of a kind that Bergen has had since May." + rest, "Corrie Vale Council", "press release"},
		{"above it", "FOR IMMEDIATE RELEASE\nBank of Corrie\nBank gives four boats\n\nThe Bank of Corrie will pay for four new boats, it said, and for the paint of a fifth." + rest, "Bank of Corrie", "press release"},
		{"beside it", "PRESS RELEASE – University of Corrie\nROPES THAT CANNOT BE CUT\n\nRopes can be made that nobody cuts, researchers at the University of Corrie have found." + rest, "University of Corrie", "press release"},
		{"with the kind of study between", "NEWS RELEASE 3-JUN-2025\nRopes that cannot be cut\n\nPeer-Reviewed Publication\n\nCorrie University\n\nCORRIE, June 3 — Ropes can be made that nobody cuts. Researchers at Corrie University have made forty." + rest, "Corrie University", "press release"},
		{"behind who issues it", "FOR IMMEDIATE RELEASE\nIssued by: Corrie Vale Council Press Office\nReference: CV/31\n\nRopes for a century\n\nThe harbour is to have forty ropes that nobody can cut, after a vote of the cabinet." + rest, "Corrie Vale Council", "press release"},
		{"over what the issuer is", "PRESS RELEASE\n\nRopes for a century\n\nForty ropes that nobody can cut have been bought by Sandpiper Marine for the harbour, it said on Monday." + rest + "\n\nAbout Sandpiper Marine\nSandpiper Marine makes ropes and anchors in Corrie.", "Sandpiper Marine", "press release"},
		{"a label and a thing", "Press release: Ropes That Cannot Be Cut\n\nThe harbour council is to buy forty ropes, of a kind that Bergen has had since May." + rest, "", ""},
		{"in German", "Stadtwerke Corrie\nPressemitteilung vom 3. Juni 2025\nNeue Seile am Hafen\n\nDie Stadtwerke Corrie kaufen vierzig Seile, die niemand durchschneiden kann. Das teilte das Unternehmen am Dienstag mit.\n\nDrei Boote wurden am Morgen vor der Spitze gefunden, ein viertes lag auf den Felsen.", "Stadtwerke Corrie", "press release"},
		{"printed by a paper, under its label", "Corrie Vale Gazette\nPress release\nRopes that cannot be cut\n\nThe harbour council is to buy forty ropes that cannot be cut, of a kind that Bergen has had since May." + rest, credit.UnnamedRelease, credit.CuePrinted},
		{"a notice, by its label", "Family notices: Sorley\n\nSORLEY, Wanda. Peacefully at home in Corrie on 2 May, aged 91, retired harbour pilot, dear sister of Thora." + rest, credit.UnnamedNotice, credit.CueNotice},
		{"from a register", "In the dock\n\nThese cases were dealt with at Corrie Magistrates' Court and are taken from the register of the court." + rest, credit.UnnamedNotice, credit.CueNotice},
		{"a German notice", "Traueranzeigen\n\nWanda Sorley ist am 2. Mai in Corrie im Alter von 91 Jahren gestorben. In stiller Trauer ihre Schwester Thora." + rest, credit.UnnamedNotice, credit.CueNotice},
		{"what stations show", "Tonight’s TV\n\nThe Salt Line, 9pm. Ann Dole returns to the island that she left when a body is washed up below the lighthouse of Corrie." + rest, credit.UnnamedNotice, credit.CueNotice},
		{"an excerpt", "Bread that forgives\n\nWhisk two cups of flour with three of water." + rest + "\n\nExcerpted from \"The Slow Pan\" by Wanda Sorley. Published by Ten Elms Press.", credit.UnnamedWork, credit.CueExcerpt},
		{"a French one", "Le pain lent\n\nMélangez deux verres de farine et trois d'eau." + rest + "\n\nExtrait de « La Poêle lente », de Wanda Sorley (Dix Ormes).", credit.UnnamedWork, credit.CueExcerpt},
		{"by permission of who published it", "Bread that forgives\n\nWhisk two cups of flour with three of water." + rest + "\n\nFrom \"The Slow Pan\" (Ten Elms Press, 2025). Reprinted by permission of the publisher.", credit.UnnamedWork, credit.CueExcerpt},
		{"words of an excerpt within a sentence", "Old poem read at Corrie\n\nThe mayor read an excerpt from a poem of Wanda Sorley to those who had come." + rest, "", ""},
		{"a headline that begins as a notice's", "Deaths rise after storm at Corrie\n\nEleven people have died in the storm that cut the ropes of forty boats." + rest, "", ""},
		{"one that is of notices", "Family notices are dear to readers\n\nA study of the county finds that most people begin with them." + rest, "", ""},
		{"a headline that begins so", "Corrie Vale Council\nPress release was sent by mistake\n\nCorrie Vale Council has asked papers to forget a press release on ropes." + rest, "", ""},
		{"the same of a person", "Ropes that sing when they are cut" + rest + "\n\nProvided by Wanda Sorley", "", ""},
		{"a person's is a statement", "Wanda Sorley said in a press release that she had slept through it all." + rest, "", ""},
		{"somebody's", "One neighbour said in a press release that the dogs had barked." + rest, "", ""},
		{"a thing that is released", "The company said the release of the boats would take a day." + rest, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := requireRelease(t, reader, &article.Article{Text: test.text, Language: "en"}, test.outlet, test.cue)
			if test.outlet != "" {
				require.NotEmpty(t, test.text[c.Start:c.End])
			}
		})
	}
}

// requireRelease checks that an article is from one release, of the issuer and by the cue, and returns
// the credit; from none if issuer is empty.
func requireRelease(t *testing.T, reader *credit.Reader, a *article.Article, issuer, cue string) (c credit.Credit) {
	t.Helper()
	l, _ := layout.Find(a)
	var found []string
	for _, got := range reader.Credits(nil, a, &l) {
		if got.Kind == credit.Release {
			c = got
			found = append(found, got.Outlet, got.Cue)
		}
	}
	if issuer == "" {
		require.Empty(t, found)
	} else {
		require.Equal(t, []string{issuer, cue}, found)
	}
	return c
}

// Whoever prints his own release credits nobody.
func TestOwnReleaseIsNoCredit(t *testing.T) {
	g := outlet.Default()
	a := &article.Article{Outlet: "Corrie Boat Club", Language: "en", Text: "The ropes had been cut, according to a press release from the Corrie Boat Club.\n\nThree boats were found adrift off the point at dawn."}
	l, _ := layout.Find(a)
	require.Empty(t, credit.NewReader(g).Credits(nil, a, &l))
}

// What is left on a release that a paper prints says that it is one.
func TestPrintedReleases(t *testing.T) {
	g := outlet.Default()
	reader := credit.NewReader(g)
	const text = "Bracken Pumps today announced a bilge pump that runs dry for a thousand hours without wear. The pump uses a ceramic bearing.\n\n\"Boats sink because pumps are forgotten,\" said Fergus Mallory, chief executive officer of Bracken Pumps.\n\nThe pump will be sold from June 2 in red and in grey. Distributors in eleven countries have placed orders.\n\nIn sea trials aboard four trawlers, no unit failed in eighteen months.\n\n"
	const council = "Corrie Vale Council is to buy forty ropes that cannot be cut, of a kind that Bergen has had since May.\n\nThe ropes will hang on the pier from June 2. Three boats were found adrift off the point at dawn.\n\nNobody was aboard any of them, and a fourth lay on the rocks.\n\n"
	tests := []struct{ name, byline, text, outlet, cue string }{
		{"the source", "", text + "Source: Bracken Pumps", "Bracken Pumps", "source"},
		{"the same in capitals", "", text + "SOURCE Bracken Pumps Ltd.", "Bracken Pumps", "source"},
		{"in German", "", "Die Stadtwerke Corrie kaufen vierzig Seile, die niemand durchschneiden kann.\n\nDrei Boote wurden am Morgen vor der Spitze gefunden, ein viertes lag auf den Felsen.\n\nQuelle: Stadtwerke Corrie", "Stadtwerke Corrie", "source"},
		{"what the issuer is", "", text + "About Bracken Pumps\nBracken Pumps makes marine and mining pumps in Arbroath, Scotland.", "Bracken Pumps", "about the issuer"},
		{"the same over a paragraph of its own", "", text + "About Bracken Pumps\n\nBracken Pumps makes marine and mining pumps in Arbroath, Scotland.", "Bracken Pumps", "about the issuer"},
		{"whom the press may ask", "", council + "Media contact: Elspeth Dow, press@corrievale.gov.example", "Corrie Vale Council", "contacts of the press"},
		{"the same below its label", "", council + "For media enquiries\n\nElspeth Dow, 01632 960 118", "Corrie Vale Council", "contacts of the press"},
		{"in French", "", "La ville de Corrie achète quarante cordes que personne ne peut couper.\n\nTrois bateaux ont été retrouvés à la dérive.\n\nIl n'y avait personne à bord.\n\nContact presse : Elspeth Dow, presse@corrie.example", "unnamed release", "contacts of the press"},
		{"a label in the place of who wrote it", "Press release", council, "Corrie Vale Council", "printed as a release"},
		{"a label above it", "", "FOR IMMEDIATE RELEASE\n\n" + council, "Corrie Vale Council", "printed as a release"},
		{"a release from", "", "What brings a limpet home is the smell of its own house, according to a release from the University of Tarnby.\n\n" + council, "University of Tarnby", "according to a release from"},
		{"said in one", "", "The University of Tarnby said in a release that limpets smell.\n\n" + council, "University of Tarnby", "said in a release"},
		{"nobody's", "", "A man was held over four stolen boats on Tuesday, according to a news release.\n\nThe boats were tied up again at noon, the release said.", "", ""},

		{"its tone alone", "", text, "Bracken Pumps", "announces"},
		{"the same behind a dateline", "", "ARBROATH, Scotland -- Bracken Pumps (LSE: BRK) is pleased to present a pump that runs dry.\n\n\"It is built to be forgotten,\" said Fergus Mallory of Bracken Pumps.", "Bracken Pumps", "announces"},
		{"an announcement that nobody of the house praises", "", "Bracken Pumps today announced a pump that runs dry.\n\nFishermen on the quay doubt it. \"I have seen three of those,\" said Ewan Tulloch.", "", ""},
		{"somebody who announces", "", "The chairman of Bracken Pumps today announced a pump that runs dry.\n\n\"It is good,\" he said of Bracken Pumps.", "", ""},
		{"a person who announces", "", "President Wanda Sorley announced today that the pier is closed.\n\n\"It is good,\" President Wanda Sorley said.", "", ""},
		{"a report of what was announced", "", "Bracken Pumps will make a pump that runs dry, it was announced today at noon.\n\n\"It is good,\" said Fergus Mallory of Bracken Pumps.", "", ""},
		{"an outlet that announces", "", "The Guardian today announced a new pump.\n\n\"It is good,\" said Fergus Mallory of The Guardian.", "", ""},
		{"the paper that announces", "", "The Corrie Lamp today announced a new pump.\n\n\"It is good,\" said Fergus Mallory of The Corrie Lamp.", "", ""},

		{"a university as the source of a text of one's own", "", council + "Source: University of Corran", "University of Corran", "source"},
		{"a university as the source of a chart", "", council + "Source: University of Corran\n\n" + council, "", ""},
		{"a university among the words of a source", "", council + "Source: a talk at the University of Corran", "", ""},
		{"the source of figures", "", council + "Source: Office for National Statistics", "", ""},
		{"a paper as the source", "", "The Guardian is to buy forty ropes.\n\n" + council + "Source: The Guardian", "", ""},
		{"what the writer is", "Wanda Sorley", "Wanda Sorley went to see the ropes.\n\n" + council + "About Wanda Sorley\nWanda Sorley is a writer in Corrie.", "", ""},
		{"what the paper is", "", council + "About the Corrie Lamp\nThe Corrie Lamp is a newspaper.", "", ""},
		{"a writer to be asked", "", council + "Contact: wsorley@corrielamp.example", "", ""},
		{"a writer of another paper", "", council + "Contact: wsorley@nytimes.com", "", ""},
		{"a menu", "", council + "Press contact\nAbout us\nAdvertise", "", ""},
		{"somebody set free", "", "He spoke to his sister in a release from jail that nobody had foreseen.\n\n" + council, "", ""},
		{"papers that come out", "", "The council said in the release of its papers that ropes were dear.\n\n" + council, "", ""},
		{"a film", "", "The film, according to its makers, is a release from a studio in Corrie.\n\n" + council, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			language := "en"
			switch test.name {
			case "in German":
				language = "de"
			case "in French":
				language = "fr"
			}
			a := &article.Article{Outlet: "Corrie Lamp", Byline: test.byline, Text: test.text, Language: language}
			requireRelease(t, reader, a, test.outlet, test.cue)
		})
	}
}

// A page that an advertiser paid for is the advertiser's in every paper, if it says so.
func TestPaidPages(t *testing.T) {
	reader := credit.NewReader(outlet.Default())
	const text = "Ropes that nobody can cut will hang on every pier by June, and your boat will be there in the morning. Bracken Pumps offers a visit at no cost.\n\nThree boats were found adrift off the point at dawn. Nobody was aboard any of them, and a fourth lay on the rocks.\n\nAsk for Fergus when you call the yard."
	for _, test := range []struct{ name, byline, text, outlet string }{
		{"a feature", "", "Advertisement feature provided by Bracken Pumps\n\n" + text, "Bracken Pumps"},
		{"paid content", "", "Paid content by Bracken Pumps\n\n" + text, "Bracken Pumps"},
		{"with a mark", "", "SPONSORED CONTENT | Bracken Pumps\n\n" + text, "Bracken Pumps"},
		{"below it", "", text + "\n\nThis article was paid for by Bracken Pumps.", "Bracken Pumps"},
		{"in association with", "", "Advertorial in association with Bracken Pumps\n\n" + text, "Bracken Pumps"},
		{"of nobody", "", "Advertisement feature\n\n" + text, "unnamed advertiser"},
		{"in the place of who wrote it", "Sponsored Content", text, "unnamed advertiser"},

		{"a link to others", "", "Sponsored content\n\n" + text, ""},
		{"who sells the link", "", "Sponsored Content by Tarnoola\n\n" + text, ""},
		{"a place for one", "", "Advertisement\n\n" + text, ""},
		{"an outlet", "", "Partner content from The Guardian\n\n" + text, ""},
		{"a sentence about one", "", "Paid content by Bracken Pumps was found in the paper, the council said. It did not know who had paid for the page, nor for how long it had been there.\n\n" + text, ""},
		{"an advertorial in the news", "", "Advertorial row grows in Corrie\n\n" + text, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := &article.Article{Outlet: "Corrie Lamp", Byline: test.byline, Text: test.text, Language: "en"}
			cue := ""
			if test.outlet != "" {
				cue = credit.CuePaid
			}
			requireRelease(t, reader, a, test.outlet, cue)
		})
	}
}
