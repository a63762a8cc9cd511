package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// feet are what stands behind articles: prompts, walls, writers, companies, tags, other
// pieces, rules of comments, credits, in six languages.
var feet = map[string][]string{
	"en": {
		"Want more stories like this? Sign up to our free weekly newsletter, The Tide.",
		"Get the day's top headlines delivered straight to your inbox each morning with The Courier Briefing.",
		"Enjoying our coverage? Help keep local journalism alive by becoming a member today.",
		"You have 2 free articles remaining this month. Log in or register to keep reading.",
		"This content is exclusive to subscribers. Already have an account? Sign in.",
		"Ada Crane is a senior reporter covering ports and shipping. Follow her on X @adacrane.",
		"Ada Crane covers ports for the Courier. Reach her at acrane@courier.example or 555-0134.",
		"About the author: Ada Crane has reported from the coast for twenty years and lives in Wexcombe with two dogs.",
		"About Norwex Ports\n\nNorwex Ports plc operates eleven harbours in four countries and employs 2,300 people. It is listed on the London Stock Exchange.",
		"Norwex Ports plc (LSE: NWX) is a leading operator of regional harbours headquartered in Hull, with operations in four countries and more than 2,300 employees.",
		"Founded in 1987, Norwex Ports is a global provider of harbour services with offices in eleven countries. For more information, visit www.norwex.example.",
		"This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995.",
		"Comments are welcome while open. We ask that you keep it civil and on topic. Read our comment policy here.",
		"Please note that comments on this article are being moderated and may take time to appear.",
		"Tags: ferry, harbour, Wexcombe, shipworm",
		"More on this: Newts halt reservoir plan | Bridge toll doubled | Budget row deepens",
		"READ MORE: Newts halt reservoir plan after torch count",
		"Related: What the closure means for islanders",
		"Recommended reading: How shipworm eats a pier",
		"Have you been affected by the closure? Get in touch by emailing newsdesk@courier.example.",
		"If you spot an error in this story, please contact corrections@courier.example.",
		"The Flatmarsh Free Press is Norland's first independent, nonprofit newsroom focused on investigations and stories that matter. Read more at flatmarsh.example.",
		"Harbour Wire is a nonpartisan, member-supported news organization covering ports and the people who work in them.",
		"The Courier is an independent newspaper owned by its readers. Support us from £3 a month.",
		"Our newsroom adheres to the Editors' Code of Practice. If you have a complaint, contact the editor.",
		"Listen to the latest episode of our podcast, Harbour Lights, wherever you get your podcasts.",
		"Watch: divers inspect the north slip",
		"When you purchase through links on our site, we may earn an affiliate commission.",
		"Reproduction without permission is forbidden.",
		"© 2025 The Wexcombe Courier. All rights reserved.",
		"Additional reporting by Jo Field. Graphics by Li Vasquez.",
		"With reporting from the Associated Press",
		"This story was updated at 10:15 a.m. to add comment from the board.",
		"Editor's note: An earlier version of this story misspelled the name of the board's chair.",
	},
	"de": {
		"Melden Sie sich jetzt für unseren kostenlosen Newsletter an und verpassen Sie keine Nachricht aus der Region.",
		"Die wichtigsten Nachrichten des Tages direkt in Ihr Postfach: Hier geht's zur Anmeldung.",
		"Sie haben diesen Monat noch 2 kostenlose Artikel. Jetzt anmelden und weiterlesen.",
		"Dieser Artikel ist Teil von Wexheim Plus. Jetzt 30 Tage für 1 Euro testen.",
		"Ada Crane, Jahrgang 1980, ist Redakteurin im Lokalressort und schreibt über Häfen und Schifffahrt.",
		"Ada Crane berichtet seit 2011 für die Wexheimer Zeitung über die Küste.",
		"Über Norwex Häfen\n\nDie Norwex Häfen AG betreibt elf Häfen in vier Ländern und beschäftigt 2.300 Menschen. Sie ist an der Frankfurter Börse notiert.",
		"Die Norwex Häfen AG mit Sitz in Hamburg ist ein weltweit führender Anbieter von Hafendienstleistungen und beschäftigt rund 2.300 Mitarbeiter in elf Ländern.",
		"Schlagworte: Fähre, Hafen, Wexheim",
		"Lesen Sie auch: Molche stoppen Plan für den Stausee",
		"Mehr zum Thema: So frisst der Schiffsbohrwurm einen Pier",
		"Auch interessant: Brückenmaut verdoppelt",
		"Diskutieren Sie mit! Bitte beachten Sie unsere Netiquette. Kommentare werden vor der Veröffentlichung geprüft.",
		"Haben Sie einen Fehler entdeckt? Schreiben Sie uns an redaktion@wexheim.example.",
		"Folgen Sie uns auf Facebook, Instagram und WhatsApp.",
		"Hier können Sie den Podcast hören.",
		"Dieser Beitrag wurde am 12. März aktualisiert.",
		"Mit Material der Nachrichtenagenturen dpa und AFP",
		"Quelle: dpa",
		"© dpa-infocom, dpa:250312-930-123456/1",
		"Die mit einem Symbol gekennzeichneten Links sind Affiliate-Links. Wenn Sie darüber einkaufen, erhalten wir eine Provision.",
		"Pressekontakt:\n\nNorwex Häfen AG\n\nAda Crane\n\nTelefon: 040 12345\n\nE-Mail: presse@norwex.example",
	},
	"fr": {
		"Inscrivez-vous à notre newsletter pour recevoir chaque matin l'essentiel de l'actualité.",
		"Vous avez lu vos deux articles gratuits du mois. Abonnez-vous pour continuer votre lecture.",
		"Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous.",
		"Ada Crane est journaliste au service Économie, spécialiste des ports et du transport maritime.",
		"À propos de Norwex Ports\n\nNorwex Ports exploite onze ports dans quatre pays et emploie 2 300 personnes. La société est cotée à la Bourse de Paris.",
		"Norwex Ports est un leader mondial des services portuaires, présent dans onze pays et comptant 2 300 collaborateurs. Son siège est à Lyon.",
		"Mots-clés : ferry, port, Wexcombe",
		"Lire aussi : Des tritons bloquent le projet de réservoir",
		"À lire également : Comment le taret dévore une jetée",
		"Les commentaires sont modérés. Merci de respecter la charte et de rester courtois.",
		"Vous avez repéré une erreur ? Signalez-la à la rédaction.",
		"Retrouvez-nous sur Facebook et sur notre chaîne WhatsApp.",
		"Écoutez notre podcast sur toutes les plateformes.",
		"Avec AFP",
		"(Avec agences)",
		"Tous droits réservés. Toute reproduction interdite sans autorisation.",
		"Certains liens de cet article sont affiliés : nous pouvons percevoir une commission.",
	},
	"es": {
		"Suscríbete a nuestra newsletter y recibe cada mañana las noticias más importantes.",
		"Has leído tus dos artículos gratis de este mes. Suscríbete para seguir leyendo.",
		"Contenido exclusivo para suscriptores. ¿Ya eres suscriptor? Inicia sesión.",
		"Ada Crane es periodista de la sección de Economía y escribe sobre puertos desde 2011.",
		"Sobre Norwex Ports\n\nNorwex Ports gestiona once puertos en cuatro países y emplea a 2.300 personas. Cotiza en la Bolsa de Madrid.",
		"Norwex Ports es líder mundial en servicios portuarios, con presencia en once países y más de 2.300 empleados. Tiene su sede en Bilbao.",
		"Etiquetas: ferry, puerto, Wexcombe",
		"Lee también: Los tritones frenan el plan del embalse",
		"Te puede interesar: Así devora la broma un muelle",
		"Los comentarios son moderados. Por favor, respeta las normas de la comunidad.",
		"¿Has visto un error? Escríbenos a redaccion@correo.example.",
		"Síguenos en Facebook, X e Instagram.",
		"Con información de EFE y AFP",
		"Escucha nuestro pódcast en todas las plataformas.",
		"Este artículo contiene enlaces de afiliados por los que podemos recibir una comisión.",
	},
	"it": {
		"Iscriviti alla nostra newsletter per ricevere ogni mattina le notizie più importanti.",
		"Hai letto i due articoli gratuiti del mese. Abbonati per continuare a leggere.",
		"Contenuto riservato agli abbonati. Sei già abbonato? Accedi.",
		"Ada Crane è giornalista della redazione Economia e scrive di porti dal 2011.",
		"Informazioni su Norwex Ports\n\nNorwex Ports gestisce undici porti in quattro paesi e impiega 2.300 persone. È quotata alla Borsa di Milano.",
		"Norwex Ports è leader mondiale nei servizi portuali, presente in undici paesi con oltre 2.300 dipendenti. Ha sede a Genova.",
		"Tag: traghetto, porto, Wexcombe",
		"Leggi anche: I tritoni fermano il piano del bacino",
		"Potrebbe interessarti: Come la teredine divora un molo",
		"I commenti sono moderati. Si prega di rispettare il regolamento della community.",
		"Hai trovato un errore? Scrivi a redazione@corriere.example.",
		"Seguici su Facebook, X e Instagram.",
		"Ascolta il nostro podcast su tutte le piattaforme.",
		"Riproduzione riservata ©",
		"Questo articolo contiene link di affiliazione.",
	},
	"pt": {
		"Inscreva-se na nossa newsletter e receba todas as manhãs as notícias mais importantes.",
		"Você já leu os dois artigos gratuitos do mês. Assine para continuar lendo.",
		"Conteúdo exclusivo para assinantes. Já é assinante? Entre.",
		"Ada Crane é repórter de Economia e escreve sobre portos desde 2011.",
		"Sobre a Norwex Ports\n\nA Norwex Ports opera onze portos em quatro países e emprega 2.300 pessoas. Está listada na Bolsa de Lisboa.",
		"A Norwex Ports é líder mundial em serviços portuários, presente em onze países e com mais de 2.300 funcionários. Tem sede no Porto.",
		"Tags: balsa, porto, Wexcombe",
		"Leia também: Tritões travam plano do reservatório",
		"Veja também: Como o gusano devora um cais",
		"Os comentários são moderados. Respeite as regras da comunidade.",
		"Encontrou um erro? Escreva para redacao@correio.example.",
		"Siga-nos no Facebook, X e Instagram.",
		"Ouça o nosso podcast em todas as plataformas.",
		"Com informações da Agência Brasil",
		"Este artigo contém links de afiliados.",
	},
	"nl": {
		"Schrijf je in voor onze nieuwsbrief en ontvang elke ochtend het belangrijkste nieuws.",
		"Meld je aan voor de nieuwsbrief",
		"Dit artikel is alleen voor abonnees. Al abonnee? Log in.",
		"U heeft deze maand nog 2 gratis artikelen. Neem een abonnement om verder te lezen.",
		"Tags: veerboot, haven, Wexcombe",
		"Lees ook: Salamanders houden plan voor stuwmeer tegen",
		"Lees meer: Zo vreet de paalworm een pier op",
		"Bekijk ook: duikers inspecteren de steiger",
		"Reacties worden gemodereerd. Houd je aan de huisregels.",
		"Heb je een fout gezien? Mail naar redactie@koerier.example.",
		"Heb je een tip voor de redactie? Mail ons via tips@koerier.example.",
		"Volg ons op Facebook, Instagram en WhatsApp.",
		"Luister naar onze podcast in je favoriete podcastapp.",
		"Deel dit artikel",
		"Bron: ANP",
		"© ANP",
		"Dit artikel is bijgewerkt op 12 maart.",
		"Dit artikel bevat affiliate-links.",
		"Lees verder na de advertentie",
	},
	"pl": {
		"Zapisz się na nasz newsletter i otrzymuj codziennie najważniejsze wiadomości.",
		"Zapisz się do newslettera",
		"Ten artykuł jest dostępny tylko dla prenumeratorów. Masz już prenumeratę? Zaloguj się.",
		"Dalsza część artykułu pod materiałem wideo",
		"O firmie Norwex Ports\n\nNorwex Ports prowadzi jedenaście portów w czterech krajach i zatrudnia 2300 osób. Spółka jest notowana na giełdzie w Warszawie.",
		"Tagi: prom, port, Wexcombe",
		"Czytaj też: Traszki wstrzymały plan zbiornika",
		"Czytaj także: Jak świdrak zjada molo",
		"Zobacz też: nurkowie badają nabrzeże",
		"Zobacz także: budżet gminy",
		"Komentarze są moderowane. Przestrzegaj regulaminu.",
		"Zauważyłeś błąd? Napisz do nas: redakcja@kurier.example.",
		"Masz temat dla redakcji? Napisz na adres kontakt@kurier.example.",
		"Obserwuj nas na Facebooku i Instagramie.",
		"Dołącz do nas na Facebooku",
		"Posłuchaj naszego podcastu w ulubionej aplikacji.",
		"Udostępnij artykuł",
		"Źródło: PAP",
		"Źródło zdjęcia głównego: Shutterstock",
		"Wszelkie prawa zastrzeżone.",
		"Artykuł zawiera linki afiliacyjne.",
		"Dziękujemy, że przeczytałaś/eś nasz artykuł do końca.",
	},
}

var footless = map[string][]string{
	"en": {"The harbour board of Little Wexcombe voted on Tuesday night to close the north ferry slip for eleven months, after divers found that four of its nine timber piles had been hollowed out by shipworm.", "Odile Marchbanks, who chairs the board, said the decision had been forced on its members by an inspection carried out in the first week of March.", "Traders in Cable Street fear that the detour will keep visitors away, and one of them expects to lose half of her custom between June and September.", "Repairs will cost an estimated 2.7 million pounds, of which the county has promised a third."},
	"de": {"Der Hafenrat von Klein Wexheim hat am Dienstagabend beschlossen, den nördlichen Anleger für elf Monate zu schließen, nachdem Taucher vier von neun Pfählen vom Schiffsbohrwurm zerfressen fanden.", "Die Vorsitzende sagte, die Entscheidung sei ihren Mitgliedern von einer Untersuchung in der ersten Märzwoche aufgezwungen worden, verletzt worden sei niemand.", "Händler in der Kabelstraße fürchten, dass der Umweg die Besucher fernhält, und eine von ihnen rechnet mit der Hälfte des Umsatzes.", "Die Reparatur wird rund drei Millionen Euro kosten, von denen der Kreis ein Drittel zugesagt hat."},
	"fr": {"Le conseil du port de Petit Wexcombe a voté mardi soir la fermeture du quai nord pour onze mois, après que des plongeurs ont trouvé quatre de ses neuf pieux creusés par les tarets.", "La présidente du conseil a déclaré que la décision avait été imposée à ses membres par une inspection menée la première semaine de mars.", "Les commerçants craignent que le détour n'éloigne les visiteurs, et l'une d'eux s'attend à perdre la moitié de sa clientèle entre juin et septembre.", "Les réparations coûteront environ trois millions d'euros, dont le département a promis un tiers."},
	"es": {"La junta del puerto de Wexcombe votó el martes por la noche cerrar el muelle norte durante once meses, después de que los buzos hallaran cuatro de sus nueve pilotes roídos por la broma.", "La presidenta dijo que la decisión había sido forzada por una inspección realizada en la primera semana de marzo, y que nadie resultó herido.", "Los comerciantes temen que el desvío aleje a los visitantes, y una de ellas espera perder la mitad de su clientela entre junio y septiembre.", "Las obras costarán unos tres millones de euros, de los que la provincia ha prometido un tercio."},
	"it": {"Il consiglio del porto di Wexcombe ha votato martedì sera la chiusura del molo nord per undici mesi, dopo che i sommozzatori hanno trovato quattro dei nove pali scavati dalle teredini.", "La presidente ha detto che la decisione era stata imposta ai membri da un'ispezione svolta nella prima settimana di marzo, e che nessuno è rimasto ferito.", "I commercianti temono che la deviazione tenga lontani i visitatori, e una di loro prevede di perdere metà della clientela tra giugno e settembre.", "I lavori costeranno circa tre milioni di euro, di cui la provincia ha promesso un terzo."},
	"nl": {"Het havenbestuur van Klein Wexcombe heeft dinsdagavond besloten de noordelijke steiger elf maanden te sluiten, nadat duikers zagen dat vier van de negen palen door paalworm waren uitgehold.", "De voorzitter zei dat het bestuur door een inspectie in de eerste week van maart tot het besluit was gedwongen en dat er niemand gewond is geraakt.", "Winkeliers zijn bang dat de omweg bezoekers weghoudt, en een van hen verwacht tussen juni en september de helft van haar klanten te verliezen.", "Het herstel gaat naar schatting drie miljoen euro kosten, waarvan de provincie een derde heeft toegezegd."},
	"pl": {"Zarząd portu w Małym Wexcombe zdecydował we wtorek wieczorem o zamknięciu północnego nabrzeża na jedenaście miesięcy, gdy nurkowie znaleźli cztery z dziewięciu pali wydrążone przez świdraki.", "Przewodnicząca powiedziała, że do decyzji zmusiła zarząd kontrola przeprowadzona w pierwszym tygodniu marca i że nikt nie został ranny.", "Kupcy obawiają się, że objazd odstraszy gości, a jedna z nich spodziewa się stracić połowę klientów między czerwcem a wrześniem.", "Naprawa będzie kosztować około trzech milionów euro, z czego województwo obiecało jedną trzecią."},
	"pt": {"O conselho do porto de Wexcombe votou na terça-feira à noite fechar o cais norte por onze meses, depois que mergulhadores encontraram quatro das nove estacas comidas pelo gusano.", "A presidente disse que a decisão tinha sido imposta aos membros por uma inspeção feita na primeira semana de março, e que ninguém ficou ferido.", "Os comerciantes temem que o desvio afaste os visitantes, e uma delas espera perder metade da clientela entre junho e setembro.", "As obras vão custar cerca de três milhões de euros, dos quais a província prometeu um terço."},
}

func TestFeetInEightLanguages(t *testing.T) {
	for language, lines := range feet {
		for _, foot := range lines {
			text := strings.Join(footless[language], "\n\n") + "\n\n" + foot
			l, _ := layout.Find(&article.Article{Text: text, Language: language, Title: "Ferry slip to close"})
			for _, b := range l.Blocks {
				require.Equal(t, b.Start >= len(text)-len(foot), b.Kind.Furniture(), text[b.Start:b.End])
			}
		}
	}
}

func TestNewsOfCompaniesIsProse(t *testing.T) {
	for _, last := range []string{
		"Norwex Ports, which is headquartered in Hull, said that the slip would open again in May.",
		"The company employs 2,300 people in eleven countries and was fined twice last year.",
		"Ada Crane, 45, is the leading candidate for the post of harbour master.",
		"Help came from the operators of the other ferries, which carried islanders for nothing.",
	} {
		text := strings.Join(footless["en"], "\n\n") + "\n\n" + last
		l, _ := layout.Find(&article.Article{Text: text, Language: "en"})
		for _, b := range l.Blocks {
			require.False(t, b.Kind.Furniture(), text[b.Start:b.End])
		}
	}
}
