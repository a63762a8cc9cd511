package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// scrapes are made-up scrapes as sites of several countries leave them. Each
// line begins with the kind its block must get: P prose, H headline, T post,
// B byline, D date, S site, C caption, R rights and credits, X chrome. F is
// furniture of whichever kind, N is not furniture.
var scrapes = map[string]string{
	"Spanish daily": `
S El Correo de la Ribera
F Portada | Local | Deportes | Cultura
H El viejo molino de Santa Olalla reabre tras doce años de obras
H La restauración ha costado 1,8 millones y aún falta la rueda
B Por Lucía Ferrándiz
D Actualizado a las 18:42 del 3 de marzo de 2024
F Compartir en Facebook Compartir en Twitter WhatsApp
C Vista del molino desde el puente. / EFE
P SANTA OLALLA.- El molino harinero de Santa Olalla volvió a abrir sus puertas este sábado después de doce años de obras, tres concursos desiertos y una riada que se llevó el andamio en 2019.
P «Pensé que no lo vería», confesó Amparo Ridaura, nieta del último molinero, que a sus 91 años cortó la cinta con las tijeras de podar de su padre.
F Lea también: La Diputación aprueba el plan de caminos
P El alcalde, Joaquín Besalú, aseguró que el edificio albergará un museo de la harina y una sala de conciertos, aunque reconoció que todavía no hay presupuesto para la calefacción.
F Publicidad
P La rueda, de cinco metros de diámetro, se construye en un taller de Teruel y llegará, según el Ayuntamiento, antes de que acabe el verano.
F Temas: Santa Olalla, patrimonio, molinos
F Suscríbete a nuestra newsletter
R © El Correo de la Ribera. Todos los derechos reservados.`,
	"French regional": `
S La Gazette du Marais
F ACTUALITÉS / SOCIÉTÉ
H À Brézeuil, la dernière épicerie sauvée par ses clients
B Par Mathilde Corvaisier
D Publié le 12 avril 2024 à 07h30, mis à jour le 12 avril 2024 à 09h15
F Temps de lecture : 3 min.
F Article réservé aux abonnés
C Jeanne Le Bihan dans son épicerie de Brézeuil. (Photo : Yves Tanguy / La Gazette du Marais)
P Ils sont cent douze à avoir sorti leur carnet de chèques. En trois semaines, les habitants de Brézeuil ont réuni les 46 000 euros qui manquaient pour racheter les murs de l'épicerie.
P « On ne voulait pas prendre la voiture pour acheter du beurre », résume Jeanne Le Bihan, qui tient la boutique depuis 1998.
F Lire aussi : Le marché de Saint-Aubin change de jour
P La mairie a voté une subvention de 8 000 euros. Le reste viendra d'un prêt sur dix ans, que la coopérative espère rembourser grâce à un dépôt de pain et à un relais colis.
P L'inauguration est prévue le 4 mai, avec une tombola dont le premier prix est un jambon.
R Avec AFP
F Partager cet article sur Facebook
F Sur le même sujet
F Une librairie itinérante dans le Haut-Marais`,
	"German daily": `
S Niederauer Anzeiger
F Startseite > Lokales > Niederau
H Storchenpaar verzögert Abriss der alten Brauerei
H Investor muss bis September warten
B Von Katrin Öhlschläger
D Aktualisiert am 17.05.2024, 14:05 Uhr
F Lesezeit: 2 Minuten
F Teilen Drucken Merken
C Das Nest auf dem Schornstein. Foto: Bernd Kulicke/dpa
P Niederau. Zwei Weißstörche haben den Zeitplan für das größte Bauprojekt der Stadt umgeworfen. Seit Mitte April brüten sie auf dem Schornstein der stillgelegten Brauerei am Kanal.
P „Wir hatten den Bagger schon bestellt“, sagte Investor Harald Quint am Donnerstag. Die Naturschutzbehörde habe ihm freundlich, aber bestimmt erklärt, dass vor September nichts gehe.
F Anzeige
P Auf dem Gelände sollen 84 Wohnungen entstehen. Der Stadtrat hatte dem Bebauungsplan im Januar mit knapper Mehrheit zugestimmt.
F Das könnte Sie auch interessieren
P Die Anwohner nehmen es gelassen. Eine Bürgerinitiative hat bereits eine Kamera installiert, deren Bilder im Schaufenster der Apotheke laufen.
F Zur Startseite
R © dpa-infocom, dpa:240517-99-123456/2
F dpa/jk`,
	"Italian site": `
F Home » Cronaca » Valdarola
H Trovata in soffitta la campana scomparsa nel 1944
H Era avvolta in un lenzuolo dietro una parete di mattoni
B di Chiara Montefusco
D 9 giugno 2024 ore 11:20
F Condividi
C La campana di San Rocco (foto Comune di Valdarola)
P VALDAROLA - Per ottant'anni tutti hanno pensato che fosse stata fusa. Invece la campana di San Rocco era a trenta metri dalla chiesa, murata nella soffitta di una casa che un geometra stava ristrutturando.
P «Ho dato una martellata e ha suonato», racconta Piero Gandolfi, il muratore che l'ha scoperta. «Mi sono seduto per terra».
F Leggi anche: Il borgo dei presepi cerca volontari
P La Soprintendenza ha confermato che si tratta del bronzo fuso nel 1731 e registrato nell'inventario parrocchiale. Pesa 212 chili.
P Il parroco vorrebbe rimetterla al suo posto per la festa di agosto, ma il campanile va prima consolidato.
F Riproduzione riservata
F I più letti`,
	"Brazilian portal": `
S Diário do Vale Verde
F NOTÍCIAS
H Ponte de madeira mais antiga do estado vira ciclovia
B Por Tiago Amorim, Diário do Vale Verde
D 21/08/2024 16h40  Atualizado há 2 horas
F Compartilhe no WhatsApp
C Ponte do Ribeirão foi interditada em 2017 — Foto: Divulgação
P A prefeitura de Ribeirão das Flores anunciou nesta quarta-feira (21) que a ponte de madeira sobre o rio Una, interditada há sete anos, será reaberta apenas para bicicletas e pedestres.
P “Carro não passa mais”, afirmou a prefeita Dalva Siqueira. A obra custará R$ 1,3 milhão e deve ficar pronta em dezembro.
F Continua após a publicidade
P Construída em 1911, a ponte tem 94 metros e já foi levada duas vezes pela enchente. Na última, em 2010, moradores a resgataram com tratores.
F Leia também
F Festival de inverno bate recorde de público
P O projeto prevê iluminação solar e bancos feitos com as tábuas retiradas.
F Receba as notícias do Diário do Vale Verde no seu e-mail`,
	"American television": `
F NEWS
H Deputies rescue horse from frozen quarry near Tamblyn
F by: Kelsey Orr
D Posted: Jan 14, 2024 / 06:15 PM CST
D Updated: Jan 14, 2024 / 09:02 PM CST
F SHARE
C FILE – A quarry pond is shown in this January 2019 file photo. (AP Photo/Marla Dietz, File)
P TAMBLYN COUNTY, Minn. (KTMB) – It took 11 deputies, two tow trucks and a ladder, but a 22-year-old mare named Biscuit is back in her stall after falling through the ice of a quarry pond Sunday morning.
P “She looked at us like we were late,” said Sheriff Wade Lindholm.
F Download the KTMB News app
P The mare had wandered through a gap in a fence that snow had pushed over, according to the sheriff’s office. A neighbor heard her at about 7 a.m. and called 911.
F Copyright 2024 Nexline Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.
F Trending Stories
F Don’t Miss
F Subscribe Now: Daily News newsletter`,
	"British tabloid": `
S Daily Lantern
F HOME NEWS SPORT TV & SHOWBIZ
H 'It was bigger than my van': Plumber's terror as runaway haystack blocks A-road
F By Gemma Tutt, Senior Reporter
D 09:14, 2 Sep 2024 | Updated 10:30, 2 Sep 2024
F Share on Facebook
F 132 comments
P A PLUMBER told last night how he stared death in the face when a 20ft haystack rolled down a Dorset hill and stopped inches from his bonnet.
P Kev Hallam, 44, had pulled over to eat a sausage roll when the giant bale began its 300-yard journey. “I dropped the lot,” he said.
F MORE LIKE THIS
F Farmer's fury over village's giant scarecrow
P Police closed the road for three hours while a crane was brought from Dorchester.
F Have you had a lucky escape? Email news@dailylantern.example or call 020 7946 0000.
F Get all the biggest stories straight to your inbox`,
	"wire in a portal": `
F Reuters •
H Exclusive: Chipmaker weighs sale of memory unit, sources say
F More
B By Tomas Rehor and Lin Wai
D Thu, February 8, 2024 at 3:41 PM EST · 2 min read
F In this article:
P Feb 8 (Reuters) - Chipmaker Orvane Systems is considering a sale of its memory business that could fetch as much as $3 billion, three people familiar with the matter said on Thursday.
P The company has hired bankers to sound out buyers, the people said, asking not to be named because the talks are private. There is no certainty that a deal will be reached.
P An Orvane spokesperson declined to comment.
R (Reporting by Tomas Rehor in Prague and Lin Wai in Taipei; Editing by Una Marsh)
F View comments`,
	"posts": `
H Mayor takes on pigeon man in late-night thread
B Jonah Adeyinka
P The mayor of Port Salen spent much of Tuesday night arguing with a retired dentist about pigeons, and by morning half the city had taken sides.
T Nobody is banning birds. We are asking one man to stop feeding four hundred of them on a playground.
T — Mayor Rita Vance (@RitaVance) June 4, 2024
P The dentist, who posts under the name Coo Hand Luke, answered within the minute, and went on answering until three in the morning.
T They were here first. — Coo Hand Luke (@coohandluke) June 4, 2024
T Come to the council on Thursday and say that. pic.twitter.com/a1b2c3d4
P The council meets on Thursday at 6 p.m. in the old customs house, and the clerk expects a crowd of people and birds.`,
	"gallery": `
H Storm floods harbor district of Quillan Bay
C Photo: Ana Brill, AP
F Close
F Image 1 of 3
C A man carries his dog through the flooded harbor district in Quillan Bay, Wednesday, Oct. 2, 2024.
C Photo: Ana Brill, AP
F Image 2 of 3
C Volunteers, from left, Dee Cross, Al Munn and Jo Park fill sandbags on the quay.
C Photo: Ana Brill, AP
F Image 3 of 3
F Back to Gallery
P QUILLAN BAY (AP) — The highest tide in 60 years pushed seawater into the harbor district on Wednesday, flooding some 200 homes and the basement of the fish market.
P Nobody was hurt, but the fire department carried 14 people out by boat, among them a couple on their honeymoon.
P The mayor said the new sea wall would have held the water back, had it been built.
F ___
R Associated Press writer Hal Dunn in Salem contributed to this report.`,
	"local paper with the weather above": `
F (49631)
F Today
F Areas of fog early, becoming mostly sunny this afternoon. High 71F. Winds N at 5 to 10 mph..
F Tonight
F Mainly clear. Low near 48F.
D Updated: October 2, 2024 @ 6:52 am
F Close
H Ferry to Quillan Bay runs again after nine years
C The ferry's captain, Dee Cross, tests the horn, Tuesday, Oct. 1, 2024. The boat was built in 1951. (AP Photo/Ana Brill) Ana Brill AP
P QUILLAN BAY (AP) — The ferry that carried three generations of cannery workers across the bay began to run again on Tuesday, with a new engine and its old horn.
P "We kept the horn because of the dogs," said Captain Dee Cross. "They have howled at it since my grandfather's day, and they would not know what to do."
P A crossing costs two dollars, and nothing for those who bring a photograph of someone who worked at the cannery.
F SIGN UP
F Be the first to know.
F Nobody covers our harbor better than we do. And with a digital subscription, you'll never be without a local story.`,
	"page of a column": `
H What we owe the ferry
B By Ottilie Marks
P It began, as these things do, with a flat battery and a neighbour who was away. By the end of that week I had crossed the bay eleven times, mostly with shopping.
P The crossing takes nine minutes, which is not enough to read the paper and too much to hold your breath. Nobody on board does either.
F Advertisement
P We built that pier, you and I, with our taxes, and we should have the sense to follow where it leads.`,
	"biography": `
H Why I gave up the car and kept the roof rack
B By Ottilie Marks
P It began, as these things do, with a flat battery and a neighbour who was away. By the end of that week I had walked 31 miles, mostly with shopping.
P I am told that people do this on purpose. The doctor was delighted, and the dog has stopped looking at me as if I were a broken promise.
P The roof rack, meanwhile, hangs in the hall, where it holds the coats. It is the best thing I ever bought for that car.
F Ottilie Marks is a columnist for the Marlow Evening Post.
F Follow her on Twitter @ottiliemarks
F Do you have an opinion on the issues raised in this article? Email letters@marlowpost.example.`,
	"cross-heads": `
H The valley that sold its rain
P For eleven months of the year the valley of Hesk is the driest place in the country, and for the twelfth it is the wettest. What to do with that month is a question that has divided its people for a century.
P A river by committee
P The first dam was built in 1923 by a committee of farmers who could not agree on its height and so built it in two steps, one at each end.
P Who pays?
P The second dam, planned for 1967, was never built. The money for it, according to the county's books, was spent on a study of the first.
P The next flood
P "When it comes, we will all be hydrologists," said Nils Aker, whose family has kept the gauge at the old bridge since 1911. "Until then we are all accountants."`,
	"text alone": `
P The lighthouse keeper's logbook, found last month in a tin under the stairs, says nothing at all about the wreck of the Corvina, and that is what makes it interesting to historians.
P For the night of the wreck there is a page about the price of lamp oil. It is dated and signed, and it is in another hand.
P Nobody has yet said whose.`,
	"dates glued": `
D date 2024-05-11
P The owners of the last steam laundry in the county said on Friday that they would close it in June, since nobody is left who can mend the boiler.
P It has washed the sheets of three hotels and a hospital since 1931.`,
	"name first": `
B Marta Quiroga
P Last week the harbour board of San Telmo did something that it had not done in forty years, and changed its mind. The ferry will keep its old timetable until the autumn, the board said in a letter to passengers.
P The letter gives no reason. Passengers, who had collected 2,000 signatures, say that none is needed.`,
}

var scrapeKinds = map[string]article.Kind{"P": article.Prose, "H": article.Headline, "T": article.Post, "B": article.Byline, "D": article.Date, "S": article.Site, "C": article.Caption, "R": article.Copyright, "X": article.Chrome}

func TestLayScrapes(t *testing.T) {
	for name, marked := range scrapes {
		for _, sep := range []string{"\n", "\n\n"} {
			t.Run(name+map[string]string{"\n": " in lines", "\n\n": " in paragraphs"}[sep], func(t *testing.T) {
				var lines, want []string
				for _, line := range strings.Split(strings.TrimSpace(marked), "\n") {
					lines, want = append(lines, line[2:]), append(want, line)
				}
				text := strings.Join(lines, sep)
				if name == "dates glued" {
					text = strings.Replace(text, sep, " ", 1)
				}
				l, _ := Find(&article.Article{Text: text})
				requireSound(t, text, l)
				var got []string
				for _, b := range l.Blocks {
					s, mark := text[b.Start:b.End], "?"
					for k, kind := range scrapeKinds {
						if kind == b.Kind {
							mark = k
						}
					}
					// A line marked F or N agrees with every kind that is, or is not, furniture.
					if k := len(got); k < len(want) {
						if want[k][0] == 'F' && b.Kind.Furniture() || want[k][0] == 'N' && !b.Kind.Furniture() {
							mark = want[k][:1]
						}
					}
					got = append(got, mark+" "+s)
				}
				require.Equal(t, strings.Join(want, "\n"), strings.Join(got, "\n"))
			})
		}
	}
}
