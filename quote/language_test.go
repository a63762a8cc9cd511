package quote_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestQuotesSpanish(t *testing.T) {
	runQuoteCases(t, "es", []quoteCase{
		{
			"verb before the name", "«No vamos a cerrar la fábrica», afirmó Lucía Ferrer en una rueda de prensa.",
			[]string{"Lucía Ferrer | No vamos a cerrar la fábrica"},
		},
		{
			"straight marks, comma outside", "\"El puente no aguanta más\", dijo el ingeniero Mateo Rivas a este diario.",
			[]string{"Mateo Rivas | El puente no aguanta más"},
		},
		{
			"colon", "La alcaldesa, Carmen Oller, fue tajante: “Nadie nos avisó de la riada”.",
			[]string{"Carmen Oller | Nadie nos avisó de la riada"},
		},
		{
			"según", "La presa está “al límite de su capacidad”, según Mateo Rivas.",
			[]string{"Mateo Rivas | al límite de su capacidad"},
		},
		{
			"no subject: who spoke last", "“Esto es una vergüenza”, ha dicho Carmen Oller. “Pediremos explicaciones”, añadió.",
			[]string{"Carmen Oller | Esto es una vergüenza", "Carmen Oller | Pediremos explicaciones"},
		},
		{
			"no subject: whom the sentence before is about", "“Esto es una vergüenza”, ha dicho Carmen Oller.\n\nMateo Rivas defendió las obras del puente. “Cada noche pasaban mil camiones por esa viga”, recordó.",
			[]string{"Carmen Oller | Esto es una vergüenza", "Mateo Rivas | Cada noche pasaban mil camiones por esa viga"},
		},
		{
			"no subject: a name between commas", "“Esto es una vergüenza”, ha dicho Carmen Oller.\n\nEl arquitecto municipal, Mateo Rivas, defendió las obras. “Cada noche pasaban mil camiones por esa viga”, recordó.",
			[]string{"Carmen Oller | Esto es una vergüenza", "Mateo Rivas | Cada noche pasaban mil camiones por esa viga"},
		},
		{
			"no subject: who is only waited for", "“Esto es una vergüenza”, ha dicho Carmen Oller.\n\nLos vecinos esperaban a Mateo Rivas en la puerta. “Nadie nos avisó de la riada de anoche”, recordó.",
			[]string{"Carmen Oller | Esto es una vergüenza", "Carmen Oller | Nadie nos avisó de la riada de anoche"},
		},
		{
			"last name made full", "Mateo Rivas revisó el puente el lunes.\n\n«Hay grietas en dos vigas», explicó Rivas.",
			[]string{"Mateo Rivas | Hay grietas en dos vigas"},
		},
		{
			"interrupted", "«Estamos cansados», dijo Carmen Oller, «pero no vencidos».",
			[]string{"Carmen Oller | Estamos cansados", "Carmen Oller | pero no vencidos"},
		},
		{
			"an institution", "El Gobierno aseguró en un comunicado que la obra “terminará en otoño”.",
			[]string{"Gobierno | terminará en otoño"},
		},
		{
			"reopened with the closing mark", "Carmen Oller leyó la carta: «Vecinos, hemos esperado nueve años.\n\n»No esperaremos otro más».",
			[]string{"Carmen Oller | Vecinos, hemos esperado nueve años.", "Carmen Oller | No esperaremos otro más"},
		},
		{
			"a title", "La película “Un invierno en Tarn” se estrena el viernes.",
			nil,
		},
		{
			"posted", "Carmen Oller publicó en X: «No voy a dimitir».",
			[]string{"Carmen Oller POST | No voy a dimitir"},
		},
	})
}

func TestQuotesFrench(t *testing.T) {
	runQuoteCases(t, "fr", []quoteCase{
		{
			"verb before the name", "« Nous ne fermerons pas l’usine », a déclaré Claire Morvan lundi.",
			[]string{"Claire Morvan | Nous ne fermerons pas l’usine"},
		},
		{
			"hanging pronoun", "Claire Morvan s’est exprimée lundi. « C’est une honte », a-t-elle ajouté.",
			[]string{"Claire Morvan | C’est une honte"},
		},
		{
			"hanging pronoun without an auxiliary", "Le maire, Paul Guérin, ne décolère pas. « On nous a menti », dit-il.",
			[]string{"Paul Guérin | On nous a menti"},
		},
		{
			"selon", "Le pont est « au bord de la rupture », selon l’ingénieur Hugo Lambert.",
			[]string{"Hugo Lambert | au bord de la rupture"},
		},
		{
			"colon", "Hugo Lambert explique : « Deux poutres sont fissurées. »",
			[]string{"Hugo Lambert | Deux poutres sont fissurées."},
		},
		{
			"interrupted", "« Nous sommes fatigués, a reconnu Claire Morvan, mais pas vaincus. »",
			[]string{"Claire Morvan | Nous sommes fatigués, a reconnu Claire Morvan, mais pas vaincus."},
		},
		{
			"curly marks", "“La digue tiendra”, assure le préfet Michel Roux.",
			[]string{"Michel Roux | La digue tiendra"},
		},
		{
			"an institution", "Le gouvernement a indiqué dans un communiqué que les travaux « seront finis à l’automne ».",
			[]string{"gouvernement | seront finis à l’automne"},
		},
		{
			"a title", "Le film « Un hiver à Tarn » sort vendredi.",
			nil,
		},
		{
			"posted", "« Je ne démissionnerai pas », a tweeté Paul Guérin.",
			[]string{"Paul Guérin POST | Je ne démissionnerai pas"},
		},
	})
}

func TestQuotesGerman(t *testing.T) {
	runQuoteCases(t, "de", []quoteCase{
		{
			"low and high marks", "„Wir schließen das Werk nicht“, sagte Vorstandschefin Karin Holm am Montag.",
			[]string{"Karin Holm | Wir schließen das Werk nicht"},
		},
		{
			"guillemets turned inwards", "»Die Brücke hält nicht mehr lange«, warnte der Ingenieur Jörg Brandt.",
			[]string{"Jörg Brandt | Die Brücke hält nicht mehr lange"},
		},
		{
			"verb in second place", "Im Gespräch sagte Karin Holm: „Niemand hat uns gewarnt.“",
			[]string{"Karin Holm | Niemand hat uns gewarnt."},
		},
		{
			"the listener first", "Der englischen Zeitung sagte Karin Holm: „Niemand hat uns gewarnt.“",
			[]string{"Karin Holm | Niemand hat uns gewarnt."},
		},
		{
			"participle behind a preposition", "Karin Holm hat anlässlich der Eröffnung erklärt: „Niemand hat uns gewarnt.“",
			[]string{"Karin Holm | Niemand hat uns gewarnt."},
		},
		{
			"auxiliary first", "So hatte die ehemalige Ministerin Karin Holm noch im Mai 2005 zugesichert: „Wir schließen das Werk nicht.“",
			[]string{"Karin Holm | Wir schließen das Werk nicht."},
		},
		{
			"reflexive verb", "„Das Werk war damals noch klein“, erinnerte sich Karin Holm später.",
			[]string{"Karin Holm | Das Werk war damals noch klein"},
		},
		{
			"subject first", "Karin Holm erklärte: „Wir haben neun Jahre gewartet.“",
			[]string{"Karin Holm | Wir haben neun Jahre gewartet."},
		},
		{
			"so", "„Das ist eine Schande“, so Bürgermeister Uwe Stark.",
			[]string{"Uwe Stark | Das ist eine Schande"},
		},
		{
			"laut", "Laut Jörg Brandt ist der Damm „am Ende seiner Kraft“.",
			[]string{"Jörg Brandt | am Ende seiner Kraft"},
		},
		{
			"last name made full", "Jörg Brandt hat die Brücke am Montag geprüft.\n\n„Zwei Träger haben Risse“, sagte Brandt.",
			[]string{"Jörg Brandt | Zwei Träger haben Risse"},
		},
		{
			"interrupted", "„Wir sind müde“, sagte Karin Holm, „aber nicht besiegt.“",
			[]string{"Karin Holm | Wir sind müde", "Karin Holm | aber nicht besiegt."},
		},
		{
			"pronoun", "Karin Holm trat am Abend vor die Presse. „Es tut mir leid“, sagte sie.",
			[]string{"Karin Holm | Es tut mir leid"},
		},
		{
			"an institution", "Die Polizei teilte mit, die Lage sei „unter Kontrolle“.",
			[]string{"Polizei | unter Kontrolle"},
		},
		{
			"a title", "Der Film „Ein Winter in Tarn“ läuft am Freitag an.",
			nil,
		},
		{
			"somebody", "„Der Leuchtturm brennt wieder“, sagte Bürgermeister Jan Bugge.\n\n„Zwanzig Jahre haben wir auf diese Lampe gewartet“, rief jemand vom Steg.",
			[]string{"Jan Bugge | Der Leuchtturm brennt wieder", "jemand vom Steg | Zwanzig Jahre haben wir auf diese Lampe gewartet"},
		},
	})
}

func TestQuotesItalian(t *testing.T) {
	runQuoteCases(t, "it", []quoteCase{
		{
			"within the marks, between dashes", "Il tribunale ha deciso. «Il silenzio non è un diritto – ha detto il giudice Ottavio Marini leggendo il dispositivo – e nemmeno il bronzo delle campane».",
			[]string{"Ottavio Marini | Il silenzio non è un diritto – ha detto il giudice Ottavio Marini leggendo il dispositivo – e nemmeno il bronzo delle campane"},
		},
		{
			"verb before the name", "«Non chiuderemo la fabbrica», ha detto Paola Ricci lunedì.",
			[]string{"Paola Ricci | Non chiuderemo la fabbrica"},
		},
		{
			"curly marks", "“Il ponte non regge più”, avverte l’ingegnere Luca Moretti.",
			[]string{"Luca Moretti | Il ponte non regge più"},
		},
		{
			"colon", "Il sindaco Marco Serra è netto: «Nessuno ci ha avvisati».",
			[]string{"Marco Serra | Nessuno ci ha avvisati"},
		},
		{
			"secondo", "Secondo Luca Moretti la diga è «al limite».",
			[]string{"Luca Moretti | al limite"},
		},
		{
			"no subject", "«È una vergogna», ha detto Paola Ricci. «Chiederemo spiegazioni», ha aggiunto.",
			[]string{"Paola Ricci | È una vergogna", "Paola Ricci | Chiederemo spiegazioni"},
		},
		{
			"last name made full", "Luca Moretti ha ispezionato il ponte lunedì.\n\n«Due travi sono crepate», spiega Moretti.",
			[]string{"Luca Moretti | Due travi sono crepate"},
		},
		{
			"interrupted", "«Siamo stanchi», ammette Paola Ricci, «ma non vinti».",
			[]string{"Paola Ricci | Siamo stanchi", "Paola Ricci | ma non vinti"},
		},
		{
			"an institution", "La procura ha precisato in una nota che l’inchiesta è “ancora aperta”.",
			[]string{"procura | ancora aperta"},
		},
		{
			"a title", "Il film «Un inverno a Tarn» esce venerdì.",
			nil,
		},
		{
			"posted", "Marco Serra ha scritto su X: «Non mi dimetto».",
			[]string{"Marco Serra POST | Non mi dimetto"},
		},
		{
			"what he does as he speaks", "«Abbiamo contato novecento lampade per trovarne una», ha commentato uscendo l'avvocata Giulia Sanna.",
			[]string{"Giulia Sanna | Abbiamo contato novecento lampade per trovarne una"},
		},
		{
			"and where", "«Abbiamo contato novecento lampade per trovarne una», ha detto scendendo dal faro il sindaco Mario Sanna.",
			[]string{"Mario Sanna | Abbiamo contato novecento lampade per trovarne una"},
		},
		{
			"one of several", "Parla l'avvocata Giulia Sanna. «Il faro è spento», dice. Delusi i pescatori. «Io quella luce me la ricordo bene», protesta uno di loro.",
			[]string{"Giulia Sanna | Il faro è spento", "uno di loro | Io quella luce me la ricordo bene"},
		},
	})
}

func TestQuotesPortuguese(t *testing.T) {
	runQuoteCases(t, "pt", []quoteCase{
		{
			"verb before the name", "“Não vamos fechar a fábrica”, afirmou Teresa Lobo na segunda-feira.",
			[]string{"Teresa Lobo | Não vamos fechar a fábrica"},
		},
		{
			"guillemets", "«A ponte já não aguenta», disse o engenheiro Rui Castro.",
			[]string{"Rui Castro | A ponte já não aguenta"},
		},
		{
			"colon", "O prefeito Paulo Neves foi direto: \"Ninguém nos avisou\".",
			[]string{"Paulo Neves | Ninguém nos avisou"},
		},
		{
			"segundo", "A barragem está “no limite”, segundo Rui Castro.",
			[]string{"Rui Castro | no limite"},
		},
		{
			"de acordo com", "De acordo com Rui Castro, a barragem está “no limite da capacidade”.",
			[]string{"Rui Castro | no limite da capacidade"},
		},
		{
			"no subject", "“É uma vergonha”, disse Teresa Lobo. “Vamos pedir explicações”, acrescentou.",
			[]string{"Teresa Lobo | É uma vergonha", "Teresa Lobo | Vamos pedir explicações"},
		},
		{
			"last name made full", "Rui Castro vistoriou a ponte na segunda.\n\n“Há fissuras em duas vigas”, explicou Castro.",
			[]string{"Rui Castro | Há fissuras em duas vigas"},
		},
		{
			"interrupted", "“Estamos cansados”, disse Teresa Lobo, “mas não vencidos”.",
			[]string{"Teresa Lobo | Estamos cansados", "Teresa Lobo | mas não vencidos"},
		},
		{
			"an institution", "O governo informou em nota que a obra “termina no outono”.",
			[]string{"governo | termina no outono"},
		},
		{
			"a title", "O filme “Um inverno em Tarn” estreia na sexta-feira.",
			nil,
		},
		{
			"a woman's trade behind whom she told", "\"O farol boiou na minha frente, com o faroleiro em cima\", disse ao Estadão a costureira Marlene Knopp, de 62 anos.",
			[]string{"Marlene Knopp | O farol boiou na minha frente, com o faroleiro em cima"},
		},
		{
			"smiling", "\"Contámos novecentas lâmpadas para achar uma\", comentou sorrindo a advogada Júlia Serrano.",
			[]string{"Júlia Serrano | Contámos novecentas lâmpadas para achar uma"},
		},
	})
}

// What stands between the verb and the subject behind it, and what the subject is called.
func TestRomanceSubjects(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"es", "\"Nadie puede volver a casa andando\", ha dicho la ministra de Transportes, Ana Roble, en Zamora.", "Ana Roble"},
		{"es", "«No vamos a ceder», aseguró la alcaldesa de Toro, Ana Roble.", "Ana Roble"},
		{"es", "«No vamos a ceder», aseguró el portavoz de Greenpeace.", "portavoz de Greenpeace"},
		{"es", "«No vamos a ceder», dijo el lunes a este diario la alcaldesa de Toro, Ana Roble.", "Ana Roble"},
		{"es", "«No vamos a ceder», contestó por su parte Luis Pardo.", "Luis Pardo"},
		{"es", "«No vamos a ceder», le espetó a Luis Pardo la ministra Ana Roble.", "Ana Roble"},
		{"es", "«No vamos a ceder», dijo el lunes a este diario.", ""},
		{"es", "Ana Roble llamó el lunes. «No vamos a ceder», dijo a su hijo Luis Pardo.", "Ana Roble"},
		{"pt", "\"Não vamos ceder um metro de costa\", disse aos jornalistas Rui Roble.", "Rui Roble"},
		{"es", "Preguntada por su futuro, Ana Roble ha descartado el traslado: \"Aquí llegué con dos gatos\".", "Ana Roble"},
		{"es", "Ana Roble habló ayer. Preguntada por su futuro, ha descartado el traslado: \"Aquí llegué con dos gatos\".", "Ana Roble"},
		{"es", "A Luis Pardo, 71 años, le acompaña un transistor. Escucha la Cope hasta tarde.\n\n\"El lobo no lee el boletín\", explica a este periódico sentado en la puerta.", "Luis Pardo"},
		{"es", "El alcalde de Toro, Luis Pardo, no cede. \"No vamos a ceder ni un metro\", respondió el regidor.", "Luis Pardo"},
		{"fr", "« Nous ne céderons pas un mètre », a déclaré à la presse la ministre déléguée, Claire Morvan.", "Claire Morvan"},
		{"fr", "« Nous ne céderons pas un mètre », a déclaré à l'AFP Claire Morvan.", "Claire Morvan"},
		{"fr", "« Nous ne céderons pas un mètre », a répondu à Luc Besnard le maire, Paul Guérin.", "Paul Guérin"},
		{"fr", "« Nous ne céderons pas un mètre », a déclaré mardi devant la presse Claire Morvan.", "Claire Morvan"},
		{"fr", "Claire Morvan a parlé. « On nous promet six mois, j'en parie douze », ironise de son côté le transporteur Paul Guérin.", "Paul Guérin"},
		{"fr", "Paul Guérin a parlé. « Nous ne céderons pas un mètre », a-t-il déclaré à la presse.", "Paul Guérin"},
		{"fr", "La procureure, Claire Morvan, a détaillé l'affaire. « On ne vole pas une cloche ainsi », glisse la magistrate.", "Claire Morvan"},
		{"fr", "Un père a été mis en examen, a indiqué ce jeudi Claire Morvan, la procureure. « On ne vole pas une cloche ainsi », glisse la magistrate.", "Claire Morvan"},
		{"fr", "Paul Guérin vit à Carlux. Claire Morvan a parlé. « On nous a menti depuis des années », tonne l'élu.", "élu"},
		{"es", "El alcalde de Toro, Luis Pardo, no cede. Ana Roble habló después. \"No vamos a ceder ni un metro\", respondió el regidor.", "Luis Pardo"},
		{"es", "El alcalde de Toro, Luis Pardo, no cede. Ana Roble habló después. \"No vamos a ceder ni un metro\", respondió la magistrada.", "magistrada"},
		{"it", "Mario Rovere è pronto a vendere. «Ho comprato una squadra e mi sono ritrovato un ministero», si è sfogato il patron.", "Mario Rovere"},
		{"it", "«Non cediamo un metro di costa», ha detto il ministro dei Trasporti, Mario Rovere, ieri.", "Mario Rovere"},
		{"it", "«Non cediamo un metro di costa», ha detto all'Ansa il presidente della Regione, Mario Rovere.", "Mario Rovere"},
		{"it", "«Non cediamo un metro di costa», ha replicato dal canto suo Mario Rovere.", "Mario Rovere"},
		{"it", "Interpellata sul suo futuro, Anna Rovere ha escluso il trasferimento: «Qui sono arrivata con due gatti».", "Anna Rovere"},
		{"pt", "\"Não vamos ceder um metro de costa\", disse a ministra dos Transportes, Ana Roble, ontem.", "Ana Roble"},
		{"pt", "\"Não vamos ceder um metro de costa\", disse à Lusa o presidente da Câmara, Rui Roble.", "Rui Roble"},
		{"pt", "\"Não vamos ceder um metro de costa\", respondeu por sua vez o deputado Rui Roble.", "Rui Roble"},
		{"pt", "A deputada Ana Roble falou ontem. \"Não vamos ceder um metro de costa\", disse o magistrado.", "magistrado"},
		{"de", "Widerspruch kam von Karin Holm, der Sprecherin der Freien Wähler: „Das haben Sie 2019 auch gesagt.“", "Karin Holm"},
		{"de", "Deutlicher wurde Olaf Brandt, der Chef der Grünen im Rat: „Das haben Sie auch gesagt.“", "Olaf Brandt"},
		{"de", "Karin Holm schrieb an Olaf Brandt, den Chef der Grünen: „Das haben Sie auch gesagt.“", "Karin Holm"},
	} {
		got := told(c.text, c.lang)
		require.Len(t, got, 1, c.text)
		who, _, _ := strings.Cut(got[0], " | ")
		require.Equal(t, c.want, who, c.text)
	}
}
