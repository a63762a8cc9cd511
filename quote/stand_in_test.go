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
