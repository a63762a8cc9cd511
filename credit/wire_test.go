package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// body is enough prose for a line before or after it to stand at an end.
const body = "The bridge was closed at noon by the mayor of the town.\nTwo engineers had warned her in spring about the rust.\nThe works will take a year and cost two million.\n" +
	"Traffic goes over the old ford until then.\nThe ferry runs again as well.\nNobody was hurt.\nThe town has 4,000 people.\n"

// gallery is what stands before the text of a page that begins with its pictures.
const gallery = "Bridge closed\ncaption|The bridge at dusk.\ncaption|The bridge at dawn.\ncaption|The ford.\ncaption|The ferry.\nchrome|Comment\nchrome|Subscribe\n"

func TestWireLines(t *testing.T) {
	const german = "Die Brücke ist seit Mittag gesperrt, weil der Rost an den Lagern nach Angaben der Stadt nicht mehr zu entfernen ist."
	const para = "The bridge was closed at noon by the mayor of the town, who had been warned."
	cases := []struct {
		name, outlet, text string
		want               []string
	}{
		{"place and agency", "", "WASHINGTON (AP) — " + para, []string{"Associated Press (dateline)"}},
		{"place, date and agency", "", "NEW YORK, Nov. 19 (UPI) -- " + para, []string{"United Press International (dateline)"}},
		{"date and agency", "", "March 12 (Reuters) - " + para, []string{"Reuters (dateline)"}},
		{"agency before the place", "", "(ANSA) - ROMA, 17 AGO - " + para, []string{"ANSA (dateline)"}},
		{"Spanish dateline", "", "Madrid, 17 may (EFE).- " + para, []string{"EFE (dateline)"}},
		{"French dateline", "", "Paris, 12 août 2025 (AFP) - " + para, []string{"Agence France-Presse (dateline)"}},
		{"German dateline with a desk", "", "Hollmünde/Bremen (dpa/lni) - " + para, []string{"Deutsche Presse-Agentur (dateline)"}},
		{"German dateline with a desk alone", "", "Hollmünde (lni). " + german, []string{"Deutsche Presse-Agentur (dateline)"}},
		{"a picture's agency below its caption", "", "The mayor at a hearing in March\nbyline|(AP)\n" + body, nil},
		{"Portuguese dateline", "", "Lisboa, 12 mar 2024 (Lusa) – " + para, []string{"Lusa (dateline)"}},
		{"between slashes", "", "MOSCOW, August 15. /TASS/. " + para, []string{"TASS (dateline)"}},
		{"agency and dash", "", "AFP - " + para, []string{"Agence France-Presse (dateline)"}},
		{"station", "", "HELSINKI (CNN) - " + para, []string{"CNN (dateline)"}},
		{"the article's own agency", "Reuters", "LONDON (Reuters) - " + para, nil},
		{"abbreviation in a sentence", "", "He told the Associated Press (AP) that it was closed.", []string{"Associated Press (told)"}},
		{"what the author writes about", "", "byline|Aurelia Hatch, Science Correspondent\n" + body, nil},
		{"the same of people", "", "byline|By Ada Crane, People Editor\n" + body, nil},
		{"a magazine that needs a word beside it", "", "byline|By Ada Crane, Time Magazine Correspondent\n" + body, []string{"Time (byline)"}},
		{"a paper of one word and a role", "", "byline|By Ada Crane, Politico Reporter\n" + body, []string{"Politico (byline)"}},
		{"byline of an agency", "", "byline|By The Associated Press\n" + body, []string{"Associated Press (byline)"}},
		{"byline taken for prose", "", "By JOHN DOE, Associated Press\n" + body, []string{"Associated Press (byline)"}},
		{"name and agency", "", "byline|NORA DOLE, Associated Press\n" + body, []string{"Associated Press (byline)"}},
		{"byline of another outlet", "Harlow Courier", "byline|By Nora Dole and Jo Lind, The Washington Post\n" + body, []string{"The Washington Post (byline)"}},
		{"byline of an unknown outlet", "Harlow Courier", "byline|By NORA DOLE Marrow Creek Gazette\n" + body, []string{"Marrow Creek Gazette (byline) unknown"}},
		{"byline of its own outlet", "Harlow Courier", "byline|By Nora Dole, Courier Staff\n" + body, nil},
		{"a dash and the agency", "", body + "\n- Reuters", []string{"Reuters (credit line)"}},
		{"a last name that is a magazine's", "", "byline|By Ariane De Vogue and Jo Lind\n" + body, nil},
		{"a life at the foot", "", body + "\nbyline|— Nora Dole is the editor in chief of the Daily Wire.", nil},
		{"a life in a byline", "", "byline|Nora Dole is a writer who once covered the north for the BBC and lives there now.\n" + body, nil},
		{"alone at the head", "", "Reuters\n" + body, []string{"Reuters (byline)"}},
		{"alone at the foot", "", body + "AP", []string{"Associated Press (credit line)"}},
		{"an agency at the foot that is called like a state", "", body + "PA", []string{"PA Media (credit line)"}},
		{"the same at the head, where pictures are signed", "", "PA\n" + body, nil},
		{"the same where the state is meant elsewhere", "", "The bridge lies above Corran, PA, in a gorge.\n" + body + "PA", nil},
		{"a state in a dateline", "", "CORRAN, PA — " + para, nil},
		{"a state in brackets", "", "Corran (PA) - " + para, nil},
		{"a desk of an agency", "", "byline|By PA Sport Staff\n" + body, []string{"PA Media (byline)"}},
		{"an older name of its desk", "", "byline|Nora Dole, Press Association Sport\n" + body, []string{"PA Media (byline)"}},
		{"somebody of its staff", "", "byline|By PA Reporters\n" + body, []string{"PA Media (byline)"}},
		{"two agencies at the foot", "", body + "dpa/AFP", []string{"Deutsche Presse-Agentur (credit line)", "Agence France-Presse (credit line)"}},
		{"end of an agency's text", "", body + "Lusa/Fim", []string{"Lusa (credit line)"}},
		{"after the last sentence", "", body + "Niemand wurde verletzt. (dpa/lno)", []string{"Deutsche Presse-Agentur (credit line)"}},
		{"copyright", "", body + "copyright|© 2024 dpa", []string{"Deutsche Presse-Agentur (credit line)"}},
		{"copyright of another outlet", "", body + "copyright|(c) 2024, The Washington Post", []string{"The Washington Post (credit line)"}},
		{"copyright of its own", "The Washington Post", body + "copyright|(c) 2024, The Washington Post", nil},
		{"who sells pictures, alone in a line", "Church Times", "Bridge closed\nbyline|ALAMY\n" + body, nil},
		{"copyright of a picture", "", body + "copyright|© 2024 Getty Images / AFP", nil},
		{"contributed", "", body + "The Associated Press contributed to this report.", []string{"Associated Press (credit line)"}},
		{"material", "", body + "Material from the Associated Press was used in this report.", []string{"Associated Press (credit line)"}},
		{"files", "", body + "With files from Reuters", []string{"Reuters (credit line)"}},
		{"reporters of an agency", "", body + "Associated Press writers Jo Lind and Nora Dole contributed to this report.", []string{"Associated Press (credit line)"}},
		{"reporting and editing", "", body + "(Reporting by Jo Lind; Editing by Nora Dole)", []string{"Reuters (credit line)"}},
		{"reporting and editing at another agency", "", "PARIS (AFP) - " + para + "\n" + body + "(Reporting by Jo Lind; Editing by Nora Dole)", []string{"Agence France-Presse (dateline)", "Agence France-Presse (credit line)"}},
		{"reporting and editing at its own agency", "Reuters", body + "(Reporting by Jo Lind; Editing by Nora Dole)", nil},
		{"agency in the page's frame", "", body + "chrome|Information from The Associated Press was used in this report.", []string{"Associated Press (credit line)"}},
		{"outlet in the page's frame", "", body + "chrome|More from CNN", nil},
		{"platform in the page's frame", "", body + "chrome|Follow us on Facebook", nil},
		{"an item of a list", "", body + "-- Mayor To Answer For The Bridge. (The Associated Press)\n-- Rust Was Known. (Reuters)", nil},
		{"an item of a list taken for a byline", "", body + "byline|-- \"Engineers: Rust Was Known.\" (CBS News)", nil},
		{"a headline before the agency", "", "Mayor To Answer For The Bridge. (AP)\n" + body, nil},
		{"an agency of releases, in one word", "", "MARLOW, Calif., Feb. 4, 2025 /PRNewswire/ -- " + para, []string{"PR Newswire (dateline)"}},
		{"another, in two", "", "MARLOW, Calif., Feb. 4, 2025 (GLOBE NEWSWIRE) -- " + para, []string{"GlobeNewswire (dateline)"}},
		{"an abbreviated state", "", "MARLOW, Calif. (AP) — " + para, []string{"Associated Press (dateline)"}},
		{"photographer in a caption", "", body + "caption|The bridge at dusk. Jo Lind/AFP", nil},
		{"photographer of an agency and a picture house, before the caption", "", body + "Jo Lind / AFP - Getty Images The mayor looks at the bridge after a storm that took three of its lamps.\n" + body, nil},
		{"byline behind the pictures", "", gallery + "byline|By The Associated Press\n" + body + body, []string{"Associated Press (byline)"}},
		{"byline with a bar behind the pictures", "", gallery + "chrome|Nora Dole | Associated Press\n" + body + body, []string{"Associated Press (byline)"}},
		{"byline run together behind the pictures", "", gallery + "Nora Dole and Jo LindAssociated Press\n" + body + body, []string{"Associated Press (byline)"}},
		{"photographer behind the pictures", "", gallery + "byline|Jo Lind/AP\n" + body + body, nil},
		{"byline of another piece in the middle", "", gallery + body + body + "byline|By The Associated Press\n" + body + body, nil},
		{"when a station shows it", "", "Tonight\nThe Salt Line (BBC One, 9pm)\n" + body + body, nil},
		{"the hour before the station", "", "Tonight\n8.30pm, ITV1: Lock, Stock\n" + body + body, nil},
		{"sections with a bar", "", "England | Local News\nBridge closed\n" + body + body, nil},
		{"an address behind a bar", "", "Bridge closed\nBy Nora Dole | ndole@harlowtribune.example\n" + body + body, nil},
		{"the same line at the head and below the last sentence", "", "Bridge closed\ncaption|Nora Dole | Associated Press\n" + body + "caption|Nora Dole | Associated Press", []string{"Associated Press (byline)", "Associated Press (byline)"}},
		{"a picture's line below the last sentence", "", "Bridge closed\n" + body + "caption|Nora Dole | Associated Press", nil},
		{"a picture's line twice at the foot", "", "Bridge closed\n" + body + "caption|Nora Dole | Associated Press\ncaption|The bridge.\ncaption|Nora Dole | Associated Press", nil},
		{"photographer behind the agency", "", "Bridge closed\nbyline|By Reuters/Jo Lind\n" + body, nil},
		{"photographer in brackets", "", "(Reuters: Jo Lind)\n" + body, nil},
		{"what papers say", "", "Reuters: Rust Was Known For Years Before The Bridge Fell.\n" + body, nil},
		{"a source in a byline", "", body + "byline|Source: Reuters", []string{"Reuters (byline)"}},
		{"hat tip taken for a byline", "", body + "byline|H/T POLITICO", []string{"Politico (credit line)"}},
		{"provider on a portal", "", "Bridge closed\nchrome|Star Tribune• July 13, 2018\n" + body, []string{"Star Tribune (byline)"}},
		{"provider on a portal, by its host", "", "Bridge closed\nchrome|latimes.com•\n" + body, []string{"Los Angeles Times (byline)"}},
		{"provider on a portal, with its channel and town", "", "Bridge closed\nchrome|KHOU 11 Houston•\n" + body, []string{"KHOU (byline)"}},
		{"the paper of those who wrote it, below them", "USA Today", "byline|Nora Dole and Jo Lind\nchrome|Detroit Free Press\n" + body, []string{"Detroit Free Press (byline)"}},
		{"the site of a list of writers, above it", "USA Today", "Jo Lind, Nora Dole, Piet Ost, Ann Marrow, Ada Lorne and Mark Coe\nchrome|FactCheck.org\n" + body, []string{"FactCheck.org (byline)"}},
		{"the paper alone, its writers lost", "USA Today", "chrome|Detroit Free Press\n" + body, []string{"Detroit Free Press (credit line)"}},
		{"the site below the title", "USA Today", "Bridge: What the Mayor Knew\nchrome|FactCheck.org\n" + body, []string{"FactCheck.org (credit line)"}},
		{"a section that papers are called like", "NBC News", "chrome|U.S. news\nBridge: What the Mayor Knew\n" + body, nil},
		{"a section that a paper is called like but for its article", "The Irish Independent", "chrome|Irish News\nBridge: What the Mayor Knew\n" + body, nil},
		{"the paper itself", "The Irish Independent", "chrome|The Irish News\nBridge: What the Mayor Knew\n" + body, []string{"The Irish News (credit line)"}},
		{"the group of its own paper", "Savannah Morning News", "chrome|Savannah Morning News | Part of the USA TODAY Network\nBridge: What the Mayor Knew\n" + body, nil},
		{"words of credit lines without a name behind them", "", "The Guardian reported that an audit found reports which were compiled from archive images.\n" + body, []string{"The Guardian (reported)"}},
		{"a heading that a site is called like", "USA Today", "The Smoking Gun\n" + body, nil},
		{"a section below another that a paper is called like", "Publishers Weekly", "chrome|News: International\nBridge: What the Mayor Knew\n" + body, nil},
		{"a section that a magazine is called like", "USA Today", "byline|Nora Dole\nchrome|Money\n" + body, nil},
		{"its own paper below the writer", "Detroit Free Press", "byline|Nora Dole\nchrome|Detroit Free Press\n" + body, nil},
		{"a paper's name in the frame of a page of nobody known", "", "chrome|Detroit Free Press\n" + body, nil},
		{"item of a list with a bullet behind it", "", "Bridge closed\nReuters reported that two engineers knew of it • more\n" + body, []string{"Reuters (reported)"}},
		{"where and when a blog found it", "", body + "byline|Politico Posted at 9:40 am on July 16, 2018", []string{"Politico (credit line)"}},
		{"the original's address", "", body + "chrome|nytimes.com/2018/07/14/us/politics/bridge.html", []string{"The New York Times (credit line)"}},
		{"the own address", "The New York Times", body + "chrome|nytimes.com/2018/07/14/us/politics/bridge.html", nil},
		{"the address of a site", "", body + "chrome|nytimes.com/", nil},
		{"an embedded player's address", "", body + "chrome|https://www.cnn.com/video/api/embed.html#/video/2014/11/01/bridge", nil},
		{"authored by somebody via an outlet", "", "Authored by Jo Lind via Spindle.com,\n" + body, []string{"Spindle.com (byline) unknown"}},
		{"authored by somebody of the house", "", "Authored by Jo Lind,\n" + body, nil},
		{"several writers and their agency", "", "Bridge closed\ncaption|JO LIND, NORA DOLE and PIET OST / AP\n" + body, []string{"Associated Press (byline)"}},
		{"one photographer and the agency", "", "Bridge closed\ncaption|JO LIND / AP\n" + body, nil},
		{"what its author is", "", body + "byline|Jo Lind is an Associated Press writer.", []string{"Associated Press (credit line)"}},
		{"what somebody in it is", "", body + "Jo Lind is an Associated Press award winner.", nil},
		{"contributors, known or not", "USA TODAY", body + "copyright|Contributing: Jo Lind, USA TODAY; Nora Dole, Marrow Times-Delta; Piet Ost, The (Marlow, Ky.) Courier; The Associated Press", []string{"Marrow Times-Delta (credit line) unknown", "The Marlow Courier (credit line) unknown", "Associated Press (credit line)"}},
		{"a contributor without a colon", "", body + "caption|Contributing The Associated Press", []string{"Associated Press (credit line)"}},
		{"a heading in a list of those to come", "Fox News", "Also...\nbyline|Record Year for Bloomberg\n" + body + "headline|Record Year for Bloomberg\nThe agency has never sold as many of its desks as in this year, and it will sell more of them next year.", nil},
		{"a byline of the same form", "Fox News", "byline|Nora Dole for Bloomberg\n" + body, []string{"Bloomberg (byline)"}},
		{"contributors of the house", "USA TODAY", body + "Contributing: Jo Lind in McLean, Va.", nil},
		{"contributed it", "", body + "The Associated Press contributed this report.", []string{"Associated Press (credit line)"}},
		{"hat tip in brackets, taken for a caption", "", body + "caption|(H/T Daily Caller)", []string{"The Daily Caller (credit line)"}},
		{"hat tip in full, taken for a caption", "", body + "caption|Hat tip: Daily Caller", []string{"The Daily Caller (credit line)"}},
		{"hat tip in more words, taken for a caption", "", body + "caption|(Tip of the hat to Daily Caller)", []string{"The Daily Caller (credit line)"}},
		{"hat tip to a station", "", body + "H/T Breitbart TV", []string{"Breitbart (h t)"}},
		{"hat tip to somebody", "", body + "caption|H/T Jo Lind", nil},
		{"photographer between paragraphs", "", body + "byline|ASSOCIATED PRESS\n" + body, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, readCredits(t, article.Article{Outlet: c.outlet, Text: c.text}), c.text)
		})
	}
}
