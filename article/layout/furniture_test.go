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

func TestPosts(t *testing.T) {
	for _, line := range []string{
		"Nobody is banning birds. — Mayor Rita Vance (@RitaVance) June 4, 2024",
		"Nobody is banning birds.\n\n— Mayor Rita Vance (@RitaVance) June 4, 2024",
		"Nobody is banning birds.\n\n-- Mayor Rita Vance (@RitaVance) June 4, 2024",
		"— Harbor Police (@HarborPD) June 4, 2024: \"Mill St is CLOSED.\"",
		"Mill St is CLOSED. pic.twitter.com/a1b2c3d4",
		"Mill St is CLOSED https://t.co/a1b2c3d4",
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
		"in one line":       {headline + "\nNEWS | 05/18/2025 09:47:12 GMT | By Ann Lee", headline, "", "", "2025-05-18T09:47:12Z"},
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

func TestFootOfAText(t *testing.T) {
	const company = "Isle Ferries, Inc. runs the boats of the western isles. Founded in 1911, the company employs about 140 people."
	for _, c := range []struct{ name, foot, outlet string }{
		{"a company, in one paragraph", "About Isle Ferries: " + company, ""},
		{"a company, below a line", "About Isle Ferries\n\n" + company, ""},
		{"a company, in German", "Über Isle Ferries: Die Reederei betreibt die Schiffe der westlichen Inseln und beschäftigt 140 Menschen.", ""},
		{"whom the press may ask", "Press contact: Isle Ferries\n\nAnn Lee\n\nHead of Communications\n\n+44 1632 960 123\n\nann.lee@ferries.example", ""},
		{"whom the press may ask, in German", "Rückfragen & Kontakt:\nReederei der Inseln\nAnna Lehmann\nLeitung Kommunikation", ""},
		{"a prompt behind a sentence", "The Islander is read on every isle. If you value our work, consider a donation.", ""},
		{"a prompt to learn more", "Members of our club had this story first. Learn more.", ""},
		{"what the outlet says of itself", "The Islander is locally owned and has been since 1911.", "The Islander"},
		{"who pays for it", "The Islander’s journalism is supported in part by readers like you.", "The Islander"},
		{"rules for comments", "Please keep comments civil and on topic.", ""},
		{"a newsletter, as a sentence", "Get our flagship newsletter with all the tides you need to start the day.", ""},
		{"a newsletter, in Spanish", "Recibe cada mañana las mareas en tu correo electrónico.", ""},
		{"a newsletter, in French", "Recevez chaque matin les marées dans votre boîte mail.", ""},
		{"a newsletter, in Italian", "Ricevi ogni mattina le maree nella tua casella di posta.", ""},
		{"a newsletter, in Portuguese", "Inscreva-se na nossa lista e receba as marés no seu e-mail", ""},
		{"an agency's text, in German", "Dieser Text wurde automatisch von der Nachrichtenagentur übernommen.", ""},
		{"a wall, in French", "Pour lire la suite, abonnez-vous dès un euro par mois.", ""},
		{"a disclosure", "Disclosure: the parent company of The Islander is a customer of Isle Ferries.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := story + "\n\n" + c.foot
			l, _ := Find(&article.Article{Text: text, Outlet: c.outlet})
			for _, b := range l.Blocks {
				if b.Start >= len(story) {
					require.True(t, b.Kind.Furniture(), text[b.Start:b.End])
				}
			}
		})
	}
	for _, foot := range []string{
		"About The Data\n\nThe survey was taken among 900 islanders in March and April of this year, the institute said.",
		"About half of the boats were late: the company blamed the tides of the autumn for it.",
		"HOLM: It is always good to be here, Terry. Thank you.",
		"Press contacts were few that winter, and the company answered no questions about the boats.",
		"He asked the islanders for patience. Learning to wait is what they do best, he said.",
	} {
		text := story + "\n\n" + foot
		l, _ := Find(&article.Article{Text: text})
		last := l.Blocks[len(l.Blocks)-1]
		require.Equal(t, article.Prose, last.Kind, text[last.Start:last.End])
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

// The last line of a page is a prompt, a biography, a list of tags or the like more
// often than any other, in every language.
func TestFurnitureAtTheFoot(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
Get the best of the Courier in your inbox every morning with our free newsletter.
Want more stories like this? Sign up for our weekly newsletter.
Enter your email address to receive our daily briefing.
Like what you're reading? Subscribe to The Dispatch for $1 a week.
This article first appeared in our weekly newsletter. Sign up here.
By signing up, you agree to our Terms of Use and Privacy Policy.
By entering your email address, you agree to receive marketing emails.
You've read your last free article this month.
You have 2 free articles remaining.
To continue reading, create a free account.
Please log in or register to continue.
This content is for subscribers only.
Support independent journalism. Donate today.
We need your support to keep doing this work.
If you appreciate our reporting, please consider making a donation.
Our journalism depends on readers like you.
Comments are closed on this story.
Comments are moderated. Please keep it civil and on topic.
Please read our commenting policy before posting.
All comments are subject to our house rules.
We welcome your comments. Please be respectful.
Join the conversation
Have your say
What do you think? Let us know in the comments.
Contact the reporter at jdoe@courier.example or 555-0133.
Reach Jane Doe at 555-0133 or jdoe@courier.example. Follow her on X: @jdoe.
Jane Doe is a staff writer at the Courier. She covers housing and transport.
Jane Doe is the Courier's city hall reporter. Email her at jane@courier.example.
Jane Doe covers state politics for the Courier.
Jane Doe joined the Courier in 2019 and covers courts.
Jane Doe has been a business reporter since 2011. She lives in Harlow with two cats.
Jane Doe writes about energy and climate from London.
Jane is an award-winning journalist based in Denver.
About the author: Jane Doe is a freelance journalist.
About Norvane Energy
Founded in 1999, Norvane Energy is a leading provider of battery storage. For more information, visit www.norvane.example.
Norvane Energy (NYSE: NVE) is a global leader in battery storage. Learn more at norvane.example.
Forward-looking statements: This release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act.
Media contact: Jane Doe, press@norvane.example
Media Contact:
For media inquiries, contact press@norvane.example.
View original content to download multimedia: https://www.prnewswire.example/a.html
View source version on businesswire.com: https://www.businesswire.example/a
SOURCE Norvane Energy, Inc.
Topics: Housing, Transport, City Hall
Tags: housing, transport, city hall
Filed under: Politics, Elections
In this article: Norvane, batteries, Georgia
Related: Ferry slip closes for repairs
Related Articles
More from the Courier
Read the full story here.
Read next: Ferry slip closes for repairs
See also: Who pays for the bridge?
Don't miss: Ferry slip closes for repairs
You may also like
Most read in Politics
Share this story on Facebook, X or WhatsApp
Share
Copy link
Print this page
Save for later
Listen to this story (4 min)
Listen to this article 3 min
Estimated reading time: 4 minutes
3 min read
Updated 2 hours ago
This is a developing story and will be updated.
This story was produced by the Harlow Bureau and reviewed by editors.
This story was originally published by ProPublica.
The Associated Press contributed to this report.
Associated Press writers Jane Doe in London and Bo Ek in Oslo contributed to this report.
AP writer Jane Doe in London contributed.
Copyright 2024 The Associated Press. All rights reserved.
(c) 2024 AFP
Reuters contributed to this report
With reporting from AFP.
With files from The Canadian Press
This report by The Canadian Press was first published Jan. 4, 2025.
Our Standards: The Thomson Reuters Trust Principles.
Reporting by Jane Doe; editing by Bo Ek
Beacon photo / Chris Amato
Courier photo by Jane Doe
Jane Doe/The Courier
Photo courtesy of Norvane Energy
A worker at the plant in March. (Photo by Jane Doe/Getty Images)
The mayor speaks at city hall on Monday. Photograph: Jane Doe/The Courier
Image source, Getty Images
Image caption, The mayor at city hall
Advertisement
Story continues below
Article continues after advertisement
We may earn a commission from links on this page.
ECB FAQs
Do Not Sell or Share My Personal Information
Melden Sie sich für unseren Newsletter an.
Jetzt kostenlos den Newsletter abonnieren
Sie wollen mehr lesen? Testen Sie unser Abo vier Wochen für 1 Euro.
Lesen Sie weiter mit einem Digitalabo.
Dieser Inhalt ist nur für Abonnenten verfügbar.
Sie haben bereits ein Konto? Hier anmelden
Kommentare (14)
Kommentare (14) Artikel merken Teilen auf WhatsApp
Diskutieren Sie mit
Die Kommentare sind geschlossen.
Bitte bleiben Sie sachlich und beachten Sie unsere Netiquette.
Schreiben Sie uns Ihre Meinung: redaktion@anzeiger.example
Unsere Autorin Anna Berg berichtet seit 2012 über Verkehr.
Anna Berg ist Redakteurin im Ressort Politik.
Anna Berg, geboren 1980, schreibt über Kultur.
Über den Autor
Mehr zum Thema
Lesen Sie hier: Fähre fällt aus
Lesetipp: Fähre fällt aus
Lesezeit: 2 Minuten
19.01.2025, 06:02 Uhr | Lesezeit: 2 Minuten
Stand: 19.01.2025 06:02 Uhr
Startseite | Lokales | Niedersachsen | Sport | Trauer | Abo
AZ Startseite | Lokales | Niedersachsen | Sport | Trauer | Abo
Feuerwehrleute vor der Eissporthalle. Foto: Moritz Lahmann/dpa
© dpa-infocom, dpa:250119-930-348512/1
Direkt aus dem dpa-Newskanal
Mit Material der dpa
(dpa)
(rka)
(mit dpa)
Themen: Verkehr, Hafen, Stadtrat
Schlagworte: Verkehr, Hafen
Artikel teilen
Drucken
Zur Startseite
Inscrivez-vous à notre newsletter quotidienne.
Recevez l'essentiel de l'actualité chaque matin.
Cet article est réservé aux abonnés.
Il vous reste 75 % de cet article à lire.
Déjà abonné ? Connectez-vous
Abonnez-vous pour lire la suite
Soutenez une presse indépendante
Les commentaires sont fermés.
Réagissez à cet article
Partager sur Facebook
Partager cet article
Lire aussi : Le ferry reste à quai
À lire aussi Le ferry reste à quai
Lire la suite
Temps de lecture : 3 min
Publié le 19 janvier 2025 à 06h02
Mis à jour le 19 janvier 2025
Le Monde avec AFP
Avec AFP
(avec AFP)
Jeanne Roux est journaliste au service économie.
Jeanne Roux (correspondante à Bruxelles)
Sur le même sujet
Mots-clés : port, ferry
Le maire à l'hôtel de ville, lundi. © Jeanne Roux / AFP
Crédit photo : Jeanne Roux
Suscríbete a nuestra newsletter diaria.
Recibe las noticias más importantes en tu correo.
Este contenido es exclusivo para suscriptores.
¿Ya eres suscriptor? Inicia sesión
Para seguir leyendo, suscríbete
Apoya el periodismo independiente
Normas de los comentarios
Únete a la conversación
Comparte en WhatsApp
Compartir
Compartir en Facebook
Lee también: El ferry no sale
Te puede interesar
Noticias relacionadas
Más información
Archivado en: Puertos, Transporte
Etiquetas: puertos, transporte
Tiempo de lectura: 3 minutos
Actualizado a las 10:22
Con información de EFE
Ana Ruiz es periodista de la sección de economía.
Ana Ruiz es corresponsal en Bruselas desde 2015.
El alcalde en el ayuntamiento. / EFE
Sigue toda la información en Facebook y X
Iscriviti alla nostra newsletter
Ricevi ogni mattina le notizie più importanti.
Contenuto riservato agli abbonati
Sei già abbonato? Accedi
I commenti sono chiusi.
Condividi su Facebook
Condividi l'articolo
Leggi anche: Il traghetto resta fermo
Tempo di lettura: 3 min
© RIPRODUZIONE RISERVATA
Argomenti: porti, trasporti
Anna Bianchi è giornalista e scrive di economia.
Foto: Anna Bianchi/ANSA
Il sindaco in municipio lunedì (Anna Bianchi/ANSA)
Ultimo aggiornamento: 19 gennaio, 06:02
Assine nossa newsletter
Receba as principais notícias no seu e-mail.
Conteúdo exclusivo para assinantes
Já é assinante? Faça login
Os comentários estão fechados.
Compartilhe no WhatsApp
Compartilhar
Leia também: Balsa fica parada
Saiba mais
Tempo de leitura: 3 minutos
Com informações da Agência Brasil
Ana Lima é repórter de economia.
Foto: Ana Lima/Agência Brasil
O prefeito na prefeitura, na segunda-feira (Foto: Ana Lima/Reuters)
Tópicos: portos, transporte
Siga o canal no WhatsApp
Read more about the harbor here.
Click here to read the full report.
Want to know more? Read our guide to the ferry.
More on the harbor
For more local news, visit our homepage.
Follow the Courier on Facebook and X.
Join our WhatsApp channel for breaking news.
Sign up for breaking news alerts
Turn on notifications for breaking news.
Have a news tip? Email newsroom@courier.example.
Send tips to tips@courier.example
If you have information, contact the newsroom at 555-0101.
Stay up to date with our daily podcast.
Watch: Ferry slips its mooring
Video: Ferry slips its mooring
Gallery: The harbor in pictures
In pictures: the harbor
Quiz: How well do you know the harbor?
Loading...
Sponsored content
Partner content
Paid post
Promoted
Skip to main content
Back to top
Home / News / Local
News > Politics
Jane Doe, Staff Writer
Jane Doe | Staff Reporter
Words by Jane Doe
Text: Jane Doe
Edited by Bo Ek
Additional reporting by Bo Ek.
Illustration: Jane Doe
Graphic by Jane Doe
Data: Statistics Office. Chart: Jane Doe
Map: Open Street Map
Credit: Norvane
Image credit: Norvane Energy
Picture: PA
PA Media
Getty
Pictured: Jane Doe outside court
Last modified on Mon 20 Jan 2025 10.22 EST
First published: Jan 20, 2025
Published 8:02 AM EST, January 20, 2025
Posted Jan 20, 2025 at 8:02am
January 20, 2025 / 8:02 AM EST / CBS News
20 Jan 2025, 10:22 GMT
Updated at 10.22 GMT
Terms of Service | Privacy Policy | Contact Us
All rights reserved.
This article is more than 3 years old
This page is not available in your region.
JavaScript is disabled in your browser.
Please enable cookies to continue.
Become a supporter from £5 a month
Unlock unlimited access for $1
Gift this article
Give this article
Text size
Font size
Like
Reply
Report ad
0 Comments
Show more
See more
Show all
Reuters provides business, financial, national and international news to professionals via desktop terminals.
About PR Newswire
The Courier is a nonprofit newsroom covering Harlow County. Support our work.
The Conversation is funded by the following organisations.
This article is republished from The Conversation under a Creative Commons license. Read the original article.
Disclosure: The author owns no shares of the companies named.
The views expressed here are the author's own.
The opinions expressed in this commentary are solely those of the author.
Angemeldet bleiben
Merken
Zum Merkzettel hinzufügen
Hören Sie diesen Artikel
Artikel anhören
Empfehlungen der Redaktion
Das könnte Sie auch interessieren
Meistgelesen
Newsletter: Der Morgen aus Harlow
Folgen Sie uns auf Facebook
Folgen Sie uns bei WhatsApp
Impressum | Datenschutz | AGB
Anzeige
Quelle: dpa
Quelle: Anzeiger/dpa
dpa/rka
red/dpa
Von Anna Berg
Von Anna Berg, dpa
Foto: Anna Berg
Bild: dpa
© Foto: Anna Berg/dpa
Symbolfoto: Anna Berg
Veröffentlicht am 19.01.2025 um 06:02 Uhr
Zuletzt aktualisiert: 19.01.2025
Diese Meldung wurde automatisch aus dem dpa-Newskanal übernommen.
Hier geht es zu weiteren Nachrichten aus der Region.
Weitere Nachrichten aus Harlow lesen Sie hier.
Alle Artikel zum Thema
Par Jeanne Roux
Jeanne Roux avec AFP
Propos recueillis par Jeanne Roux
Service abonnés
Article réservé aux abonnés
Je m'abonne
S'abonner
Offrir cet article
Ajouter à vos favoris
Écouter l'article
Newsletter : chaque matin, l'essentiel de l'actualité.
Suivez-nous sur Facebook et WhatsApp
Suivez toute l'actualité sur notre application
Retrouvez tous nos articles sur le port
Les plus lus
Vidéo : le ferry à quai
Photo d'illustration
Toute reproduction interdite
Por Ana Ruiz
Redacción / EFE
Madrid, 19 ene (EFE).-
Escucha este artículo
Regístrate gratis para seguir leyendo
Hazte socio
Inicia sesión para comentar
Sigue leyendo
Lo más leído
Más noticias de puertos
Vídeo: el ferry atracado
Foto: EFE
Síguenos en Facebook y X
Suscríbete para recibir noticias
Las opiniones son responsabilidad del autor
di Anna Bianchi
Redazione ANSA
Ascolta l'articolo
Abbonati per leggere
Seguici su Facebook e X
Segui il canale WhatsApp
Video: il traghetto in porto
I più letti
Potrebbe interessarti anche
Unisciti alla conversazione
Por Ana Lima
Da Redação
Ouça este texto
Assine para continuar lendo
Acesse o canal no WhatsApp
Mais lidas
Veja o vídeo
Vídeo: a balsa no porto
Participe do nosso grupo
Clique aqui para seguir o canal
Reportagem de Ana Lima
Edição de Bruno Costa
`), "\n") {
		t.Run(line, func(t *testing.T) {
			for _, kind := range atFoot(t, line) {
				require.True(t, kind.Furniture(), "%s: %s", kindNames[kind], line)
			}
		})
	}
}

// atFoot lays line out below a story and returns its blocks' kinds.
func atFoot(t *testing.T, line string) []article.Kind {
	t.Helper()
	text := "Council closes the old swing bridge to cars\n\n" +
		"The council voted on Monday night to close the swing bridge to cars, saying that the ice of two winters had cracked the pier beyond what it can pay to mend.\n\n" +
		"Nobody on the board wanted to be the one to shut it, said the council president, who voted for the closing after a long night of debate.\n\n" +
		"The engineers' report puts the cost of a new pier at four million dollars, which is more than the whole of this year's road budget, the clerk said.\n\n" +
		"Owners of shops on the street filled the first three rows and told the council that half their customers come from across the river.\n\n"
	from := len(text)
	text += line
	l, _ := Find(&article.Article{Text: text})
	requireSound(t, text, l)
	var kinds []article.Kind
	for _, b := range l.Blocks {
		if b.End > from {
			kinds = append(kinds, b.Kind)
		}
	}
	return kinds
}

func TestProseAtTheFootStaysProse(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
The ferry will not sail on Monday, the ministry told Reuters.
The spokesman confirmed the figures to AFP.
The quay will be shut until May, the mayor told The Associated Press.
He declined to comment further, according to Reuters.
Nobody was hurt, the ministry said in a statement carried by AFP.
"We will mend it by May," said the mayor, Anna Berg.
Jane Doe is a teacher in Harlow who rides the ferry every day.
Jane Doe, who writes novels, said she would miss the ferry.
The company, founded in 1999, is a leading maker of batteries and employs 400 people in the town.
Readers sent the newspaper 400 letters within a week.
The council asked for comments by Friday and received none.
Subscribers to the ferry service pay 40 dollars a month.
Share prices of the shipyard fell by a tenth on Monday.
The story of the ferry begins in 1911.
Contact between the two crews broke off at noon.
Listen to the engine, the old captain used to say.
Copyright law does not cover recipes, the judge found.
The photo shows the mayor with the two engineers.
The editor of the newspaper resigned on Tuesday.
Correction of the river bed took nine years.
Updated plans for the harbor were shown on Monday.
Support for the mayor has fallen since May.
Topics at the meeting ranged from ferries to parking.
Comments by the mayor drew laughter in the hall.
The company did not respond to a request for comment.
Follow-up talks are planned for Friday.
More than 400 people signed the letter.
Related charges against two engineers were dropped.
Kommentare wollte der Bürgermeister dazu nicht abgeben.
Die Fähre fällt bis Mai aus, sagte eine Sprecherin der dpa.
Anna Berg ist Lehrerin in Harlow und fährt täglich mit der Fähre.
Das Thema Hafen bleibt bis zur Wahl offen.
Mehr zum Bau will die Stadt im Mai sagen.
Le ministère a confirmé l'information à l'AFP.
Jeanne Roux est institutrice et prend le ferry chaque jour.
Le maire a commenté la décision lundi soir.
Partager les frais ne suffira pas, dit le maire.
El ferry no saldrá hasta mayo, dijo a EFE el alcalde.
Ana Ruiz es maestra y toma el ferry cada día.
Compartir los gastos no bastará, dijo el alcalde.
Il traghetto resterà fermo fino a maggio, ha detto all'ANSA il sindaco.
Anna Bianchi è maestra e prende il traghetto ogni giorno.
A balsa fica parada até maio, disse o prefeito à Reuters.
Ana Lima é professora e pega a balsa todos os dias.
Join us in the harbor, the mayor told the crowd.
For more than a year the ferry has been late.
Correction officers found the man in the yard.
The views expressed by voters on Monday were clear.
Editors of the paper met on Monday.
An earlier version of this plan failed in May.
Reuters provides news to many papers.
To continue reading the report, the clerk asked for water.
By entering your code at the gate you open the lock.
You have 14 days to appeal, the clerk said.
Do you know more people here, the mayor asked.
Testen Sie nicht zu spät, riet die Ärztin.
Sie haben bereits ein Boot gekauft und suchen einen Liegeplatz.
Diskutieren Sie das mit dem Rat, rief ein Mann.
Bitte beachten Sie das Schild am Kai, steht dort.
Hier finden Sie keinen Schatten, sagt der Wirt.
Kommentare sind frei, Fakten heilig, sagt sie.
Vous avez lu le rapport, demande le maire.
Pour continuer les travaux, il faut un vote.
Para continuar las obras hace falta un voto.
Hai letto il rapporto, chiede il sindaco.
Recevez les ouvriers, dit le maire.
Updated at a cost of four million dollars, the pier reopened.
We need your support to finish the pier, the mayor told voters.
Data: that is what the engineers lack.
Source waters of the river froze in May.
Text: he sent one to his wife at noon.
Join the queue at six, she said.
`), "\n") {
		t.Run(line, func(t *testing.T) {
			for _, kinds := range [][]article.Kind{atFoot(t, line), within(t, line)} {
				for _, kind := range kinds {
					require.False(t, kind.Furniture(), "%s: %s", kindNames[kind], line)
				}
			}
		})
	}
}

// A story may end with the mark of its agency.
func TestTheLastParagraphMayBeSigned(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
Der Verkehr lief am Abend wieder normal, Verletzte gab es nicht. dpa
Der Verkehr lief am Abend wieder normal, Verletzte gab es nicht. (dpa)
Die Stadt will den Hafen im Mai wieder öffnen. SDA
Il n'y a pas eu de blessés, selon la police. ATS
Nobody was hurt, and the quay will be open again by the end of May, the harbor master said. AP
Nobody was hurt in the fall of the crane at the quay on Monday. Reuters
El muelle abrirá de nuevo en mayo. EFE
Il molo riaprirà a maggio, ha detto il sindaco. (ANSA)
O cais reabre em maio, disse o prefeito. Lusa
`), "\n") {
		t.Run(line, func(t *testing.T) {
			require.Equal(t, []article.Kind{article.Prose}, atFoot(t, line))
		})
	}
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
