package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A speakerCase is a text in a language, and who speaks its last quotation.
type speakerCase struct{ lang, text, want string }

func runSpeakerCases(t *testing.T, cases []speakerCase) {
	for _, c := range cases {
		got := told(c.text, c.lang)
		require.NotEmpty(t, got, c.text)
		who, _, _ := strings.Cut(got[len(got)-1], " | ")
		require.Equal(t, c.want, who, c.text)
	}
}

// Who is called by his age, his position or his calling once he is named.
func TestStandIns(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"de", "Trainer Uwe Stark tobte. „Wir haben sechzig Minuten geschlafen“, sagte Stark. Danach habe die Abwehr gepatzt: „Das war Gift für uns alle“, so der 51-Jährige.", "Uwe Stark"},
		{"de", "Mittelfeldspieler Jannes Holm ging mit den Kollegen ins Gericht. „So ein Spiel darfst du nicht mehr hergeben“, sagte der Rückraumspieler am Mikrofon.", "Jannes Holm"},
		{"de", "Minister Jens Wald (CDU) lehnt das ab. „Dafür fehlt uns jede Grundlage im Gesetz“, sagte der CDU-Politiker am Montag.", "Jens Wald"},
		{"de", "Karin Holm forscht in Kiel. „Der Damm hält noch zwei Winter“, so die Forscherin.", "Karin Holm"},
		{"de", "Ein 51-Jähriger fuhr gegen ein Haus. Polizeisprecher Uwe Stark bestätigte den Unfall. „Ich war kurz eingeschlafen“, sagte der 51-Jährige den Beamten.", "51-Jährige"},
		{"de", "Karin Holm leitet das Werk. „Wir haben hier neun Jahre gewartet“, sagte der 51-Jährige.", "51-Jährige"},
		{"de", "Uwe Stark (62) leitet das Werk. „Wir haben hier neun Jahre gewartet“, sagte der 51-Jährige.", "51-Jährige"},
		{"de", "Uwe Stark lobte Olaf Brandt. „Wir haben hier neun Jahre gewartet“, sagte der Politiker.", "Politiker"},
		{"de", "Uwe Stark sprach. Ein Landwirt widersprach. „Wir haben hier neun Jahre gewartet“, so der Landwirt.", "Landwirt"},
		{"de", "Uwe Stark sprach. Sein Anwalt schwieg. „Wir haben hier neun Jahre gewartet“, so der Jurist.", "Jurist"},
		{"en", "Peter Quill keeps the weir. “The water came up to the clock in the hall,” the 82-year-old said.", "Peter Quill"},
		{"en", "Peter Quill denied it on Friday. “I cannot even drive a tractor,” the defendant told the jury.", "Peter Quill"},
		{"en", "Peter Quill, 61, keeps the weir. “The water came up to the clock in the hall,” the 82-year-old said.", "82-year-old"},
		{"en", "Peter Quill keeps the weir for the Paul Teal foundation. “The water came up to the clock,” the 82-year-old said.", "Peter Quill"},
		{"en", "Peter Quill thanked Paul Teal. “We shall win it on Saturday,” the striker said.", "striker"},
		{"de", "Peter Stark bestritt am Freitag alles. „Ich kann gar nicht Auto fahren“, sagte der Angeklagte.", "Peter Stark"},
		{"fr", "Claire Morvan garde la grille. « Personne ne nous a prévenus ce soir-là », a dit la veuve.", "Claire Morvan"},
		{"es", "El balance lo leyó ayer la ministra de Pesca, Yeny Roble Quispe. \"El pescador no quiere regalos\", afirmó la titular del sector.", "Yeny Roble Quispe"},
		{"es", "Luis Pardo no se rinde. \"Nos faltó suerte en el área\", lamentó el delantero argentino.", "Luis Pardo"},
		{"es", "Luis Pardo no se rinde. Un delantero pasó en silencio. \"Nos faltó suerte en el área\", lamentó el delantero.", "delantero"},
		{"es", "Ana Roble no se rinde. \"Nos faltó suerte en el área\", lamentó el delantero.", "delantero"},
		{"es", "Ana Roble vive en Toro. \"Nadie nos llama desde hace un mes\", lamenta esta mujer de 58 años.", "Ana Roble"},
		{"it", "Lo ha annunciato l'assessora ai Trasporti, Anna Lo Verde. «Non promettiamo il mare in bottiglia», ha detto l'esponente della Giunta.", "Anna Lo Verde"},
		{"it", "La proposta arriva dal deputato Mario Rovere. «Il pesto con la panna non si fa», ha scherzato il parlamentare ligure.", "Mario Rovere"},
		{"it", "La sindaca Anna Rovere incontrerà il prefetto. «Io lavoro per tutti», ha detto la prima cittadina.", "Anna Rovere"},
		{"it", "Mario Rovere tornerà in campo. «Mi hanno trattato come un figlio», ha detto il difensore.", "Mario Rovere"},
		{"it", "Mario Rovere e Luca Faggi torneranno in campo. «Mi hanno trattato come un figlio», ha detto il difensore.", "difensore"},
		{"pt", "O advogado Rui Roble criticou a decisão. «É uma pena sem exemplo», afirmou o causídico.", "Rui Roble"},
		{"pt", "O treinador Rui Roble elogiou o grupo. \"Não faltou entrega a ninguém\", resumiu o comandante.", "Rui Roble"},
		{"pt", "Ana Roble ficou sem casa. \"O que vier agora é lucro\", diz a aposentada.", "Ana Roble"},
		{"fr", "Paul Guérin garde ses chèvres. « On ne nous écoute plus du tout », lâche l'éleveur.", "Paul Guérin"},
		{"fr", "Paul Guérin garde ses chèvres. « On ne nous écoute plus du tout », lâche le quinquagénaire.", "Paul Guérin"},
		{"fr", "Claire Morvan a gagné. « J'ai cru que mes jambes lâchaient », a soufflé la nageuse.", "Claire Morvan"},
		{"fr", "Claire Morvan a gagné. « J'ai cru que mes jambes lâchaient », a soufflé le nageur.", "nageur"},
		{"nl", "Daan Verhoeven miste een strafschop. 'Dit neem ik mee naar de volgende wedstrijd', aldus de 23-jarige.", "Daan Verhoeven"},
		{"nl", "Trainer Peter Goossens verdedigt zijn speler. 'Hij mag er morgen weer een nemen', stelde de oefenmeester.", "Peter Goossens"},
		{"nl", "Daan Verhoeven miste een strafschop. 'Dit neem ik mee naar de volgende wedstrijd', zei een middenvelder.", "middenvelder"},
	})
}

// Whom the words beside a quotation tell of that no name stands in, or not where it is looked for.
func TestSpeakersInTheirPlaces(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"de", "Egli sprach kurz. Anders argumentierte Vreni Gmür, die im Dorf lebt: «Meine Grosskinder fahren heute nach Wil.»", "Vreni Gmür"},
		{"de", "Anders Holm sprach kurz: «Meine Grosskinder fahren heute nach Wil.»", "Anders Holm"},
		{"de", "Karin Holm will die Ferien kürzen. Besonders Kinder aus ärmeren Haushalten vergäßen viel, argumentierte die CSU-Politikerin. „Wir reden über Kinder, die im September stocken.“", "Karin Holm"},
		{"de", "Der Rat habe das Geld nicht, sagte Olaf Brandt. „Wir reden über Kinder, die im September stocken.“", "Olaf Brandt"},
		{"de", "SVP-Gemeinderat Urs Brandt spricht von einem «Debakel mit Ansage».", "Urs Brandt"},
		{"fr", "L'entraîneur, lui, temporise : « On fera des examens lundi matin », a coupé Alain Roble.", "Alain Roble"},
		{"fr", "Le maire (DVD) Paul Guérin se défend. « Nous avons dû choisir, et choisir c'est renoncer », explique l'édile.", "Paul Guérin"},
		{"fr", "L'opposition, par la voix de la conseillère Maud Roble, réclame un audit. « On découvre un Steinway », ironise-t-elle.", "Maud Roble"},
		{"it", "Mario Rovere non molla. E a chi gli chiedeva se i colleghi fossero d'accordo ha risposto: «No, ma il mio partito lo sa».", "Mario Rovere"},
		{"it", "«Qui il mortaio ha più anni del Parlamento», gli dice Wanda Rovere, 71 anni.", "Wanda Rovere"},
		{"es", "Luis Pardo no cede. Y lanzó un aviso: \"Iremos a la calle si hace falta\".", "Luis Pardo"},
		{"pt", "“Já ouvimos isso antes”, disse Nuno Roble. E deixou um aviso: “Iremos para a rua se for preciso.”", "Nuno Roble"},
		{"pl", "„Każda z tych piszczałek przeszła przez ręce jednego człowieka” – powiedział proboszcz, ks. Remigiusz Orlik, dziękując.", "Remigiusz Orlik"},
		{"pl", "– To wyrok pod publiczkę – zapowiedziała na korytarzu obrończyni, mecenas Joanna Orlicka.", "Joanna Orlicka"},
		{"pl", "– Nikt nie wyszedł stąd z teczką – powiedziała w rozmowie z RMF FM rzeczniczka prokuratury Eliza Górska-Madej.", "Eliza Górska-Madej"},
		{"uk", "Сам Дубинський не відповів. «Мій клієнт торгує лише цеглою», — заявила його адвокатка Леся Дуб.", "Леся Дуб"},
		{"uk", "Леся Дуб мовчала. «Мій клієнт торгує лише цеглою», — заявила його адвокатка.", "адвокатка"},
	})
}

// Verbs of saying, and what stands between them and who speaks.
func TestSubjectsFarBehind(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"fr", "«On est pris en otage par un bateau malade», a laissé tomber la mairesse de Gaspé, Claire Morvan, en mêlée de presse.", "Claire Morvan"},
		{"fr", "«Le gouvernement a dormi au gaz», a tonné en Chambre la députée Claire Morvan.", "Claire Morvan"},
		{"fr", "« Mon client est enfin lavé de tout soupçon », s'est félicitée son avocate, Claire Morvan.", "Claire Morvan"},
		{"fr", "« Nous prenons acte de cette décision », a simplement indiqué Paul Guérin.", "Paul Guérin"},
		{"fr", "« Nous prenons acte de cette décision », a indiqué en conférence de presse Paul Guérin.", "Paul Guérin"},
		{"fr", "Paul Guérin a parlé. « Nous prenons acte de cette décision », a-t-il fait valoir, en s'excusant.", "Paul Guérin"},
		{"pt", "\"Contámos as paredes uma a uma\", lamenta, no diário portuense, o vereador Rui Roble, que promete um inventário.", "Rui Roble"},
		{"pt", "“Não há condições para manter a urgência”, admitiu esta quinta-feira, em conferência de imprensa, a presidente do conselho, Ana Roble.", "Ana Roble"},
		{"pt", "\"Não vamos ceder um metro de costa\", desabafou Ana Roble na saída.", "Ana Roble"},
		{"es", "\"No vamos a ceder ni un metro\", zanjó en los pasillos del Parlamento la consejera Ana Roble.", "Ana Roble"},
		{"es", "\"A mi madre la ingresaron por una cadera\", se queja Ana Roble, vecina de Toro.", "Ana Roble"},
		{"es", "Luis Pardo habló ayer. \"¿Cuál es la alternativa que proponen?\", se preguntaba en unas declaraciones a la emisora Onda Roble.", "Luis Pardo"},
		{"it", "«I soldi ci sono, mancano gli operai», taglia corto in conferenza stampa il presidente Mario Rovere.", "Mario Rovere"},
		{"it", "«Ho avuto paura di non tornare», ha confidato Anna Rovere.", "Anna Rovere"},
		{"de", "„Wir lassen uns nicht für dumm verkaufen“, ärgert sich Karin Holm.", "Karin Holm"},
		{"de", "«Jetzt rächt sich, dass niemand rechnen wollte», doppelt Uwe Stark nach.", "Uwe Stark"},
		{"da", "»Så sælg os dog kajen for en krone,« foreslog Inger Kjær-Holm.", "Inger Kjær-Holm"},
		{"fr", "La société a fait savoir à 20 Minutes que la date « reste encore à convenir ».", "société"},
	})
}

// Whom a sentence brings in, among others, is whom it tells of.
func TestAmongThem(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "Martha Quill, 81, knitted a crown. Outside, 400 people waited. Among them was Tom Amory, 6, in a crown of foil. “She told me that mine was better,” he told the Courier.", "Tom Amory"},
		{"en", "Paul Quill left early. Among those who stayed was Tom Amory, a baker. “I only came here for the bread,” he said.", "Tom Amory"},
		{"fr", "Le club Corran Pro va réduire son effectif. Parmi eux, Paul Guérin, 16e l'an dernier. « Je l'ai lu dans le train, sans y croire », a-t-il raconté.", "Paul Guérin"},
		{"de", "Karin Holm wartete im Ziel. Unter den Läufern war auch Olaf Brandt, ein Bäcker. „Ich bin nur wegen der Brote gelaufen“, sagte er.", "Olaf Brandt"},
	})
}

// The object of a verb behind somebody's office is not whom the sentence tells of.
func TestOfficeDoesTo(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "Martha Quill has won the seat. The Democrat leads Republican Jad Amory by six points. “I would like to thank the dogs,” she said.", "Martha Quill"},
	})
}

// Whom somebody is asked by does not answer.
func TestAskedBy(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"es", "Luis Pardo no se escondió. \"No vengo a pedir perdón a nadie\", zanjó Pardo. Preguntado por RADIO TORO sobre una posible oferta griega, sonrió: \"Mi mujer quiere sol, yo quiero puntos\".", "Luis Pardo"},
		{"es", "Luis Pardo no se escondió. Preguntada sobre la oferta, Ana Roble sonrió: \"Mi mujer quiere sol, yo quiero puntos\".", "Ana Roble"},
		{"pt", "Rui Roble não fugiu à questão. Questionado por Pedro Faia sobre uma proposta grega, respondeu: «A minha mulher quer sol, eu quero pontos».", "Rui Roble"},
		{"es", "Iñaki Pardo no se escondió. \"No vengo a pedir perdón a nadie\", zanjó el vasco, que lleva cuatro amarillas.", "Iñaki Pardo"},
	})
}

// An office of a body that the text has named, where one person alone has told anything, is his; papers name whom they quote.
func TestOnlyTeller(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "Tom Quill confirmed on Monday that Abe Lund would miss the rest of Corran Rovers' season. The winger fell on Saturday. “It is a blow for us all,” the Rovers manager said.", "Tom Quill"},
		{"en", "Tom Quill confirmed on Monday that Abe Lund would miss the rest of Corran Rovers' season. “I fell badly,” Abe Lund said. “It is a blow for us all,” the Rovers manager said.", "Rovers manager"},
		{"en", "Tom Quill confirmed on Monday that Corran Rovers had a new manager. “It is a joy for us all,” the Rovers manager said.", "Rovers manager"},
		{"en", "Abe Lund will miss the rest of Corran Rovers' season. “It is a blow for us all,” the Rovers manager said.", "Rovers manager"},
	})
}

// Whom a judge or a detective deals with is called by such nouns, not they.
func TestDealsWith(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "Judge Ellen Quill opened the hearing. “I did not do it at all,” the defendant said.", "defendant"},
		{"en", "Detective Ellen Quill found the car. “I was asleep at the wheel,” the 22-year-old told her.", "22-year-old"},
		{"en", "Manager Tom Quill praised the boy. “I was nervous all day long,” the striker said.", "striker"},
		{"en", "Manager Tom Quill praised the boy. “He was nervous all day long,” the 51-year-old said.", "Tom Quill"},
		{"de", "Richter Uwe Stark eröffnete die Sitzung. „Ich war es wirklich nicht“, sagte der Angeklagte.", "Angeklagte"},
		{"de", "Amtsrichter Uwe Stark eröffnete die Sitzung. „Ich war es wirklich nicht“, sagte der 51-Jährige.", "51-Jährige"},
		{"es", "El juez Luis Pardo abrió la sesión. \"Yo no he sido, señoría, lo juro\", dijo el acusado.", "acusado"},
	})
}

// Mr and Mrs of one family name are two; a relative has the sex of the noun before the name.
func TestFamilies(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "Michael Quill came with his wife. Mary Quill sat beside him. “We have sold the old van,” Mr Quill said.", "Michael Quill"},
		{"en", "Mary Quill came alone. “We have sold the old van,” Mr Quill said by phone.", "Quill"},
		{"en", "Mary Quill, 36, was rescued on Sunday. “She had the torch,” her husband, Corin, said. “I shall never hike again,” she said.", "Mary Quill"},
		{"en", "Before Mr. Teal uttered a word, Senator Charles Quill of Corran panned the speech. “He talks like a farmer,” he said.", "Charles Quill"},
	})
}

// The verb of a German clause ends it, behind what somebody is quoted with.
func TestClosedClause(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"de", "„Zu hoch“, sagt Ingenieur Uwe Stark, während die Architektin Karin Holm von einem „schönen Irrtum“ spricht.", "Karin Holm"},
		{"de", "Uwe Stark lobt den Plan, obwohl Karin Holm ihn „einen teuren Irrtum“ nannte.", "Karin Holm"},
		{"de", "Karin Holm erklärte, dass der Plan „ein schöner Irrtum“ sei.", "Karin Holm"},
	})
}

// Whoever is called by his age is the only one named so far, be his given name one that is known or not.
func TestCalledByAge(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"it", "Bartolo Rovere sale ogni giorno sul tetto. È stato il più alto del paese, nel 1998.\n\n«Io non scendo, io guardo», dice il 79enne a Radio Onda.", "Bartolo Rovere"},
		{"it", "Bartolo Rovere e Quirino Salce salgono sul tetto.\n\n«Io non scendo, io guardo», dice il 79enne.", "79enne"},
		{"it", "Bartolo Rovere sale sul tetto. Un pensionato lo guarda.\n\n«Io non scendo, io guardo», dice il 79enne.", "79enne"},
		{"it", "La nave entra in Porto Vecchio. «Io non scendo, io guardo», dice il 79enne.", "79enne"},
		{"sv", "Varje kväll sätter sig Ture Alkvist på bryggan. Båten drogs in i fjol. ”Jag väntar inte, jag räknar måsar”, säger 88-åringen.", "Ture Alkvist"},
		{"nl", "Anna Vos zwom woensdag de laatste baan. ‘Ik begon omdat de lift stuk was’, zegt de 83-jarige Harlinger.", "Anna Vos"},
		{"nl", "Anna Vos en Els Bos zwommen samen. ‘Ik begon omdat de lift stuk was’, zegt de 83-jarige Harlinger.", "83-jarige Harlinger"},
		{"ru", "Из досок бутафор Ильшат Седов собирал куклу. «Пальцы я переделывал шесть раз подряд», — признается мастер «Вечерней газете».", "Ильшат Седов"},
	})
}

// Of whom a sentence says that it was they who did something, it tells.
func TestPutFirst(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"en", "“The pump is dry,” said Paul Quill. It was Ada Teal who had to tell the town. “I came for the well,” she said.", "Ada Teal"},
		{"fr", "Paul Guérin a fermé la pompe. C'est Solène Roble qui a prévenu la ville. « Je suis venue pour le puits », a-t-elle dit.", "Solène Roble"},
		{"de", "Karl Brandt schloss die Pumpe. Es war Uta Holm, die es der Stadt sagen musste. „Ich kam wegen des Brunnens“, sagte sie.", "Uta Holm"},
		{"es", "Luis Pardo cerró la bomba. Fue Ana Roble quien avisó al pueblo. «Vine por el pozo», dijo.", "Ana Roble"},
	})
}
