package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

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
