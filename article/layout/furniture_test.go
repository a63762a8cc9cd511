package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// within lays line out in the middle of a story and returns its blocks' kinds.
func within(t *testing.T, line string) []article.Kind {
	t.Helper()
	before := "The council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate.\n\n"
	after := "\n\nThe engineers' report puts the cost of a new pier at four million dollars, which is more than the whole of this year's road budget, the clerk said.\n\n" +
		"Owners of shops on the street filled the first three rows and told the council that half their customers come from across the river."
	text := "Council closes the old swing bridge to cars\n\n" + before + line + after
	l, _ := Find(&article.Article{Text: text})
	requireSound(t, text, l)
	from := strings.Index(text, line)
	var kinds []article.Kind
	for _, b := range l.Blocks {
		if b.Overlaps(article.Span{Start: from, End: from + len(line)}) {
			kinds = append(kinds, b.Kind)
		}
	}
	return kinds
}

func TestFurnitureWithinTheText(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
Advertisement
ADVERTISEMENT - CONTINUE READING BELOW
[ADVERTISEMENT] Hand-made chairs from Norrby & Sons
Story continues below advertisement
Read more: Bridge report in full
RELATED: Who pays for bridges?
Also read: Ferry fares to rise in May
More: See the engineers' drawings
Share this article
Share on Facebook
Share Tweet Email Print
f Share on X
12 Comments
View comments (48)
Sign up for our morning newsletter
Sign up for The Tide, our weekly letter about the harbor.
Subscribe now and save 50%
Already a subscriber? Log in
Get the Harbor Briefing in your inbox every Friday
We use cookies to improve your experience. Accept all | Manage preferences
Enter City and State or Zip Code
Download our app
Listen to this article
4 min read
trackingnone
Follow us on Instagram
Follow Ann Lee on Twitter @annlee
Got a tip? Email tips@harborpost.example
(AP Photo/Ann Lee)
Photo: Ann Lee, Harbor Post
The bridge at dusk. (Ann Lee/Reuters)
The bridge at dusk on Monday. REUTERS/Ann Lee
The bridge at dusk / Ann LeeAFP
The bridge at dusk.Ann Lee / Getty Images
The bridge at dusk.CreditAnn Lee for The Harbor Post
FILE - In this May 3, 2018 file photo, a barge passes the bridge.
FILE PHOTO: A barge passes the bridge in Salem, May 3, 2018. REUTERS/Ann Lee/File Photo
Image 4 of 15
Photograph by Ann Lee / AFP / Getty
AP Photo/Ann Lee
Updated 53 minutes ago
CHECK OUT: How to build a pier in seven days
Join Harbor Post WhatsApp Community for quick access to news and happenings around you.
DISCLAIMER: The views, comments, opinions and statements made by readers on this platform do not necessarily represent the views or policy of the Harbor Group Limited.
Is this article trustworthy?
Escuche la entrevista completa a continuación:
À voir également sur Le Phare :
Bekijk "Havenlicht" op WEX MAX
¿Quieres conocer las últimas noticias sobre puertos? Te invitamos a verlas en El Faro.
The slopes above the harbor (PA Archive)
July 16, 2018 at 7:11 AM
© 2024 The Harbor Post. All rights reserved.
Copyright 2024 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
The Associated Press contributed to this report.
Ann Lee contributed reporting.
(Reporting by Ann Lee in Salem; Editing by Bo Ek)
https://harborpost.example/bridge
@harborpost
if ( (parseFloat(arrSpan [i][2]) > parseFloat(0)) && (arrSpan [i][Pier1Position] == Pier1Value) ) { document.forms['bridge_form'].span_id.value = arrSpan [i][0]
[i][Pier2Position] == Pier2Value) && (arrSpan [i][Pier3Position] == Pier3Value) ) { alert("shut"); }
.bridge { width: 600px; }
window._ads = window._ads || []; _ads.push({ mode: 'below' });
* * *
___
play_arrow
Publicidad
Lea también: El puente cierra en mayo
Suscríbete a nuestro boletín
Foto: EFE/Ana Ruiz
Comparte esta noticia
Lire aussi : Le pont ferme en mai
Abonnez-vous à partir de 1 €
Crédit photo : Anne Roux
Anzeige
Lesen Sie auch: Die Brücke schließt
Foto: Jan Brandt/dpa
Pubblicità
Leggi anche: Il ponte chiude a maggio
Continua após a publicidade
Leia também: Ponte fecha em maio
Foto: Ana Lima/Divulgação
`), "\n") {
		t.Run(line, func(t *testing.T) {
			for _, kind := range within(t, line) {
				require.True(t, kind.Furniture(), "%s: %s", kindNames[kind], line)
			}
		})
	}
}

func TestProseStaysProse(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
市政府 |桥梁 |年度报告 |全市 这座桥在中午被市长关闭，两名工程师春天曾就锈蚀问题提出警告，工程将持续一年，耗资两百万。渡轮恢复运行，没有人受伤，附近的居民说他们早就知道此事。
By Monday, the fire had burned 300 acres.
By then it was too late.
By the time the ferry came, nobody was left on the quay.
The formula for the load is a[1] + b[2] = c, he told the council; nobody (not even the clerk) asked why.
The bill (H.R. 12) [sic] was sent to (the) committee in 2012; it failed (4 to 3) in May.
Related efforts to mend the pier failed in 2012 and 2016.
Share prices fell after the vote.
Follow the money, he told the council.
More than 200 people came to the meeting.
More of the same, said the mayor.
Photos of the bridge covered the walls of the school.
Photographs from 1908 show the bridge painted green.
Read my lips, he told the crowd.
Prices rose 3 percent in May.
Copyright law has not kept up, the judge wrote.
Sign language interpreters walked out at noon.
“Listen to your mother,” she said.
"Read more books," the teacher told them.
"Sign up," he said, "or go home."
Editing the film took her nine years.
Reporting by The Harbor Post showed that the pier had cracked in 2012.
Writing by hand was her habit.
Photographs by the dozen hung in the hall.
Reporting the theft was the hard part.
File cabinets lined the wall of the clerk's office.
Reuters was founded in 1851 in London.
The Associated Press first reported the vote.
Reuters first reported the closing.
March 3 was a Sunday, and the bridge was empty.
In 2019, 300 people signed.
Credit cards were refused at the toll.
Comments like that do not help, she said.
Watch the river, he said, and you will see.
Published in 1931, the novel sold 300 copies.
Updated figures came out in May.
Posted guards kept the gate.
Support for the closing has grown since the winter.
Contact with the pilot was lost at 9:15 a.m.
The newsletter went to 300 subscribers, according to the town.
She runs a newsletter about bridges.
He works for The Harbor Post.
The photo shows a man with a torch.
Getty Images sued the town in 2019.
The painting hangs in the town hall, to the left of the door.
Topics included the ferry, the bridge and the school.
Save the bridge, the banner read.
WHAT THE REPORT SAYS
What happens next
A bridge of sighs
No.
"Yes," she said.
Yes.
Von der Leyen sprach am Dienstag in Salem.
Di Maio ha detto di no.
Por ahora no hay fecha.
Por Ana, dijo, haría cualquier cosa.
Par ailleurs, la mairie a promis un bac.
Anzeigen gegen Unbekannt gab es nicht.
Compartir el puente no será fácil, dijo.
Temas como el puente dividen al pueblo.
He left on May 3, 2018, and came back on June 9, 2021.
The summit will be held Monday, July 16, 2018, in Helsinki.
`), "\n") {
		t.Run(line, func(t *testing.T) {
			for _, kind := range within(t, line) {
				require.False(t, kind.Furniture(), "%s: %s", kindNames[kind], line)
			}
		})
	}
}

func TestGluedFurnitureIsCutOff(t *testing.T) {
	const prose = "The ferry will keep its old timetable until the autumn, the harbor board said in a letter to passengers on Friday that gives no reason."
	for name, c := range map[string]struct {
		line string
		want []article.Kind
	}{
		"date label":           {"date 2024-08-17 " + prose, []article.Kind{article.Date, article.Prose}},
		"date alone":           {"2024-08-17 " + prose, []article.Kind{article.Date, article.Prose}},
		"date with a time":     {"Published: 2024-08-17 10:15 CET " + prose, []article.Kind{article.Date, article.Prose}},
		"German date":          {"Datum 17.08.2024 " + prose, []article.Kind{article.Date, article.Prose}},
		"share label":          {"Share this article: " + prose, []article.Kind{article.Chrome, article.Prose}},
		"advertisement":        {"Advertisement " + prose, []article.Kind{article.Chrome, article.Prose}},
		"agency credit":        {prose + " It sails at nine. (Reporting by Ann Lee; Editing by Bo Ek)", []article.Kind{article.Prose, article.Copyright}},
		"rights":               {prose + " It sails at nine. Copyright 2024 The Harbor Post. All rights reserved.", []article.Kind{article.Prose, article.Copyright}},
		"dateline stays":       {"HELSINKI (AP) - " + prose, []article.Kind{article.Prose}},
		"date within a phrase": {"On 2024-08-17 " + prose, []article.Kind{article.Prose}},
		"a year alone":         {"2024 was dry. " + prose, []article.Kind{article.Prose}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, within(t, c.line))
		})
	}
}

// An agency signs its part of a text where the paper goes on with its own; what is told there in three sentences
// is no caption.
func TestAgencySignsAmidTheText(t *testing.T) {
	own := "Hemma hos Lasse Lind i Korsvik hängde ett bo stort som en badboll i bastun, och han väntade ut getingarna i sex veckor."
	for _, c := range []struct {
		signed string
		want   article.Kind
	}{
		{"Torr vår och varm juli ligger bakom, enligt forskaren Tove Gran. Flest bon finns i Dalarna. Firmorna har väntetid. (TT)", article.Prose},
		{"Lasse Lind i Korsvik visar boet som hängde i hans bastu i sex veckor. Getingarna flög i september. (TT)", article.Caption},
		{"Gov. Ann Lee, left, and Sen. Bo Ek visit the nest in Corran on Feb. 6, 2023. The wasps left in September. (AP)", article.Caption},
	} {
		a := &article.Article{Language: "sv", Text: own + "\n\n" + c.signed + "\n\n" + own + "\n\n" + own + " Bastun är varm igen."}
		laid, _ := Find(a)
		require.Equal(t, c.want, laid.Blocks[1].Kind, c.signed)
	}
}

// A paragraph that names in brackets whose words follow is none of a picture, whatever its bracket holds.
func TestBracketBeforeAQuotedBlock(t *testing.T) {
	a := &article.Article{Language: "en", Text: "A judge in Corran has halted the new law of ferries on Saturday, a day before it came into force, and captains are glad of it.\n\nThe law asked captains for two engineers within a mile of the coast (via Reuters/Politico):\n\nThe order came late on Sunday night, and captains of nine boats had waited for it on the quay of the old harbour.\n\nThe state can go on with its inspections in the meantime."}
	laid, _ := Find(a)
	require.Equal(t, article.Prose, laid.Blocks[1].Kind)
}

func TestPosts(t *testing.T) {
	for _, line := range []string{
		"Nobody is banning birds. — Mayor Rita Vance (@RitaVance) June 4, 2024",
		"Nobody is banning birds.\n\n— Mayor Rita Vance (@RitaVance) June 4, 2024",
		"Nobody is banning birds.\n\n-- Mayor Rita Vance (@RitaVance) June 4, 2024",
		"— Harbor Police (@HarborPD) June 4, 2024: \"Mill St is CLOSED.\"",
		"Mill St is CLOSED. pic.twitter.com/a1b2c3d4",
		"Mill St is CLOSED https://t.co/a1b2c3d4",
		"My voice left me on the second song, and it has not written since. A post shared by Rita Vance (@ritavance)",
		strings.Repeat("My voice left me on the second song, and it has not written since. ", 12) + "Ein Beitrag geteilt von Rita Vance (@ritavance)",
	} {
		t.Run(line, func(t *testing.T) {
			for _, kind := range within(t, line) {
				require.Equal(t, article.Post, kind)
			}
		})
	}
	// A whole story of one line that ends in a post is prose.
	story := strings.Repeat("The council voted to close the bridge, and the ferry will run until eight in the evening. ", 6)
	require.Equal(t, []article.Kind{article.Prose}, within(t, story+"— Mayor Rita Vance (@RitaVance) June 4, 2024"))
	require.Equal(t, []article.Kind{article.Prose}, within(t, "The mayor (@RitaVance) said on Tuesday that nobody is banning birds."))
}

func TestMetaOfHeads(t *testing.T) {
	body := "\n\nThe council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate."
	const headline = "Council closes swing bridge to cars"
	for name, c := range map[string]struct{ head, title, byline, outlet, published string }{
		"section":           {"BUSINESS BRIEFS\n" + headline + "\nBy Ann Lee\nAugust 10, 2025", headline, "Ann Lee", "", "2025-08-10"},
		"agency byline":     {headline + "\nBy ANN LEE Associated Press\nUpdated 11:40 PM EDT, August 10, 2025", headline, "ANN LEE Associated Press", "", "2025-08-10T23:40-04:00"},
		"name alone":        {"Ann Lee", "", "Ann Lee", "", ""},
		"name and place":    {headline + "\nAnn Lee in Salem\nThu 13 Mar 2025 06.00 GMT", headline, "Ann Lee in Salem", "", "2025-03-13T06:00Z"},
		"name and role":     {headline + "\nAnn Lee\nHarbor Correspondent\n18 September 2025 3:26pm BST", headline, "Ann Lee", "", "2025-09-18T15:26+01:00"},
		"posted and update": {headline + "\nUpdated March 5, 2024\nPosted March 4, 2024", headline, "", "", "2024-03-04"},
		"in one line":       {headline + "\nNEWS | 05/18/2025 09:47:12 GMT | By Ann Lee", headline, "Ann Lee", "", "2025-05-18T09:47:12Z"},
		"site and slogan":   {"The Salem Courier\nYour paper since 1871. Every Thursday.\n" + headline + "\nBy Ann Lee", headline, "Ann Lee", "The Salem Courier", ""},
		"domain":            {"Salem media US Salem.us\n" + headline, headline, "", "Salem.us", ""},
		"published by":      {headline + "\nPublished by\nPublished by Ann Lee", headline, "Ann Lee", "", ""},
		"nothing":           {"", "", "", "", ""},
		"Spanish":           {headline + "\nPor Ana Ruiz\n3 de marzo de 2024", headline, "Ana Ruiz", "", "2024-03-03"},
		"German":            {headline + "\nVon Anna Berg\n17.05.2024, 14:05 Uhr", headline, "Anna Berg", "", "2024-05-17T14:05"},
	} {
		t.Run(name, func(t *testing.T) {
			_, m := Find(&article.Article{Text: c.head + body})
			require.Equal(t, []string{c.title, c.byline, c.outlet, c.published}, []string{m.Title, m.Byline, m.Outlet, m.Published.String()})
		})
	}
}

func TestTimeOfAnUpdateDecidesNothing(t *testing.T) {
	body := "\n\nThe council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend."
	for head, guess := range map[string]bool{
		"Updated March 5, 2024":                          true,
		"Zuletzt aktualisiert: 5. März 2024":             true,
		"Dernière mise à jour : 5 mars 2024":             true,
		"Posted March 4, 2024":                           false,
		"Updated March 5, 2024\nPublished March 4, 2024": false,
	} {
		_, m := Find(&article.Article{Text: "Council closes swing bridge to cars\n" + head + body})
		require.Equal(t, article.Day, m.Published.Precision, head)
		require.Equal(t, guess, m.Published.Guess(), head)
	}
}

func TestTitleGivenByAScraper(t *testing.T) {
	body := "\n\nThe council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate."
	const headline = "Council closes swing bridge to cars"
	for name, c := range map[string]struct{ title, first string }{
		"right":                   {headline, ""},
		"right but for its marks": {"COUNCIL CLOSES SWING BRIDGE TO CARS.", ""},
		"with the site's name":    {headline + " | The Salem Courier", ""},
		"a forecast":              {"Monday, May 5th 2014 5-Day Forecast", "Monday, May 5th 2014 5-Day Forecast\n\n"},
		"a prompt":                {"Enter City and State or Zip Code", "Enter City and State or Zip Code\n\n"},
		"a byline":                {"By The Associated Press", "By The Associated Press\n\n"},
		"not in the text":         {"Something else", ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := c.first + headline + body
			l, m := Find(&article.Article{Text: text, Title: c.title})
			require.Equal(t, headline, m.Title)
			n := 0
			for _, b := range l.Blocks {
				if b.Kind == article.Headline {
					n++
				}
			}
			require.Equal(t, 1, n)
			if c.first != "" {
				require.True(t, l.Blocks[0].Kind.Furniture())
			}
		})
	}
}

func TestSloganBehindTheNameOfTheOutlet(t *testing.T) {
	for _, line := range []string{"The Islander – News, tides and weather", "The Islander | Serving the western isles since 1911", "Islander - News in English"} {
		l, _ := Find(&article.Article{Text: line + "\n\n" + story, Outlet: "The Islander"})
		require.Equal(t, article.Site, l.Blocks[0].Kind, line)
	}
	l, _ := Find(&article.Article{Text: "The Harbour – what became of it\n\n" + story, Outlet: "The Islander"})
	require.NotEqual(t, article.Site, l.Blocks[0].Kind)
}

// The button that closes a video's player stands before the text under it.
func TestTextUnderAPlayer(t *testing.T) {
	for text, want := range map[string]bool{
		"CLOSE In an interview with the Harbor Network, the mayor said that the bridge must close. (July 12) AP": true,
		"CLOSE CALL AT THE OLD SWING BRIDGE, AS DIVERS SAY THAT THE RUST WENT DEEPER THAN THE MAYOR KNEW":        false,
		"Close friends of the mayor said on Friday that the bridge must be closed before the winter begins.":     false,
	} {
		l, _ := Find(&article.Article{Language: "en", Text: text + "\n\n" + strings.Repeat("The mayor closed the bridge at noon, and two engineers had warned her about the rust in spring.\n\n", 4)})
		require.Equal(t, want, l.Blocks[0].Kind == article.Caption, text)
	}
}

// A caption may stand above the mark of its agency.
func TestCaptionAboveAMark(t *testing.T) {
	text := "Senator says she was offered a job\nAnn Lee\nTuesday 20 May 2025 10:40 BST\nSenator Ann Berg at a hearing in March\n(AP)\n" +
		"A senator has claimed that her own leader tried to tempt her with a post in the hope that she would vote for the bill on water rights that comes up next week.\n" +
		"She said that she would rather go home and mend the fence than take the post, and that she would read all of the compact once more before the vote."
	l, _ := Find(&article.Article{Text: text})
	for _, b := range l.Blocks {
		if text[b.Start:b.End] == "Senator Ann Berg at a hearing in March" {
			require.Equal(t, article.Caption, b.Kind)
		}
	}
}
