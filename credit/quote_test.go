package credit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/credit"
)

// told is one quotation as a test expects it: who | what, with " POST" behind who.
func told(text, lang string, blocks ...article.Block) []string {
	a := &article.Article{Text: text, Language: lang}
	var l *article.Layout
	if blocks != nil {
		l = &article.Layout{Blocks: blocks}
	}
	var list []string
	for _, q := range credit.Quotes(nil, a, l) {
		who := q.Speaker
		if q.Post {
			who += " POST"
		}
		list = append(list, who+" | "+text[q.Start:q.End])
	}
	return list
}

type quoteCase struct {
	name string
	text string
	want []string
}

func runQuoteCases(t *testing.T, lang string, cases []quoteCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, told(c.text, lang))
		})
	}
}

func TestQuotesEnglish(t *testing.T) {
	runQuoteCases(t, "en", []quoteCase{
		{
			"verb before the name",
			"The bridge will stay shut. “We found cracks in two of the girders,” said Martha Quill, the county engineer.",
			[]string{"Martha Quill | We found cracks in two of the girders,"},
		},
		{
			"name before the verb, last name made full",
			"Martha Quill inspected the bridge on Monday.\n\n\"Nobody should drive over it,\" Quill told the Lowland Herald.",
			[]string{"Martha Quill | Nobody should drive over it,"},
		},
		{
			"interrupted by the speaker",
			"“We looked twice,” Martha Quill said, “and we did not like what we saw.”",
			[]string{"Martha Quill | We looked twice,", "Martha Quill | and we did not like what we saw."},
		},
		{
			"spokesperson named in apposition",
			"Garner’s spokesperson, Lydia Marsh, said the senator was “looking forward to the hearing.”",
			[]string{"Lydia Marsh | looking forward to the hearing."},
		},
		{
			"function between commas",
			"Tom Aldous, 44, a plumber who lives next to the bridge, said: “I hear it groan at night.”",
			[]string{"Tom Aldous | I hear it groan at night."},
		},
		{
			"titles are no part of a name",
			"“It is over,” Sen. Ruth Garner said. “I have told President Olsen so,” Mrs. Garner added.",
			[]string{"Ruth Garner | It is over,", "Ruth Garner | I have told President Olsen so,"},
		},
		{
			"pronouns mean the person of their sex",
			"Ruth Garner met Paul Olsen on Friday. “He listened,” she said. “It was a good talk,” he said.",
			[]string{"Ruth Garner | He listened,", "Paul Olsen | It was a good talk,"},
		},
		{
			"according to",
			"The dam is “not fit for another winter,” according to Paul Olsen, who built it.",
			[]string{"Paul Olsen | not fit for another winter,"},
		},
		{
			"an institution speaks",
			"The White House said in a statement that the visit had been “productive and frank.”",
			[]string{"White House | productive and frank."},
		},
		{
			"anonymous",
			"“They have run out of ideas,” a former aide told reporters.",
			[]string{"former aide | They have run out of ideas,"},
		},
		{
			"colon",
			"Asked whether he would resign, Paul Olsen was brief: “No.”",
			[]string{"Paul Olsen | No."},
		},
		{
			"over several paragraphs with reopened marks",
			"Ruth Garner addressed the crowd.\n\n“We have waited for nine years, she said, and nobody came.\n\n“We will not wait for a tenth.”",
			[]string{"Ruth Garner | We have waited for nine years, she said, and nobody came.", "Ruth Garner | We will not wait for a tenth."},
		},
		{
			"nobody named: who spoke last goes on",
			"“I was asleep,” said Tom Aldous.\n\n“Then the lights went out.”",
			[]string{"Tom Aldous | I was asleep,", "Tom Aldous | Then the lights went out."},
		},
		{
			"never closed",
			"“I was asleep when the water came, Tom Aldous said.\n\nThe county opened two shelters.",
			[]string{"Tom Aldous | I was asleep when the water came, Tom Aldous said."},
		},
		{
			"titles, nicknames and words held with tongs are none",
			"The film “A Winter in Tarn” opens on Friday. Bill “Red” Archer plays the so-called “king” of the harbour, and “The Late Hour” will show it.",
			nil,
		},
		{
			"part of a sentence",
			"Olsen called the report “a disgrace” and left.",
			[]string{"Olsen | a disgrace"},
		},
		{
			"posted on a platform",
			"Paul Olsen posted on X: “I have no plan to resign.”",
			[]string{"Paul Olsen POST | I have no plan to resign."},
		},
		{
			"nested: the outermost only",
			"“He told me, ‘Go home,’ and I went,” Tom Aldous said.",
			[]string{"Tom Aldous | He told me, ‘Go home,’ and I went,"},
		},
		{
			"single marks where the article uses them",
			"‘We don’t know the voters’ minds,’ said Ruth Garner. ‘Not yet.’",
			[]string{"Ruth Garner | We don’t know the voters’ minds,", "Ruth Garner | Not yet."},
		},
		{
			"backticks",
			"``The money is gone,'' Paul Olsen said.",
			[]string{"Paul Olsen | The money is gone,"},
		},
		{
			"marks that do not match",
			"“The money is gone,\" Paul Olsen said. \"I want it back,” he added.",
			[]string{"Paul Olsen | The money is gone,", "Paul Olsen | I want it back,"},
		},
		{
			"the office of one who has been named",
			"The director of the mill, Anna Teller, showed visitors round. “It is loud,” lamented the director.",
			[]string{"Anna Teller | It is loud,"},
		},
		{
			"gerund behind the verb of its subject",
			"Olsen and Ruth Garner will meet on Sunday, Tom Aldous said, adding, “They have to talk.”",
			[]string{"Tom Aldous | They have to talk."},
		},
	})
}

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
	})
}

func TestQuotesItalian(t *testing.T) {
	runQuoteCases(t, "it", []quoteCase{
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
	})
}

func TestQuotesPosts(t *testing.T) {
	block := func(text, part string, k article.Kind) article.Block {
		i := strings.Index(text, part)
		return article.Block{Span: article.Span{Start: i, End: i + len(part)}, Kind: k}
	}
	t.Run("signed at its end", func(t *testing.T) {
		post := "I have no plan to resign. — Paul Olsen (@polsen) May 3, 2024"
		text := "Paul A. Olsen stays.\n" + post
		require.Equal(t, []string{"Paul A. Olsen POST | I have no plan to resign."},
			told(text, "en", block(text, "Paul A. Olsen stays.", article.Prose), block(text, post, article.Post)))
	})
	t.Run("signed before it", func(t *testing.T) {
		text := "— Tarn Police (@TarnPD) May 3, 2024: “Mill Road is SHUT. Please stay away.”"
		require.Equal(t, []string{"Tarn Police POST | Mill Road is SHUT. Please stay away."}, told(text, "en", block(text, text, article.Post)))
	})
	t.Run("signed in a block of its own", func(t *testing.T) {
		text := "Mill Road is SHUT.\nPlease stay away.\n— Tarn Police (@TarnPD) May 3, 2024"
		require.Equal(t, []string{"Tarn Police POST | Mill Road is SHUT.", "Tarn Police POST | Please stay away."}, told(text, "en",
			block(text, "Mill Road is SHUT.", article.Post), block(text, "Please stay away.", article.Post), block(text, "— Tarn Police (@TarnPD) May 3, 2024", article.Post)))
	})
	t.Run("unsigned, told by the sentence before", func(t *testing.T) {
		text := "Ruth Garner wrote on X:\nMill Road is SHUT. pic.twitter.com/aaaa"
		require.Equal(t, []string{"Ruth Garner POST | Mill Road is SHUT. pic.twitter.com/aaaa"}, told(text, "en",
			block(text, "Ruth Garner wrote on X:", article.Prose), block(text, "Mill Road is SHUT. pic.twitter.com/aaaa", article.Post)))
	})
}

func TestQuotesFurnitureHoldsNone(t *testing.T) {
	text := "Photo: “We won,” said Ruth Garner.\n“We lost,” said Paul Olsen."
	i := strings.IndexByte(text, '\n')
	got := told(text, "en", article.Block{Span: article.Span{Start: 0, End: i}, Kind: article.Caption}, article.Block{Span: article.Span{Start: i + 1, End: len(text)}})
	require.Equal(t, []string{"Paul Olsen | We lost,"}, got)
}
