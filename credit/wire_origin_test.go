package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// The same short text in the languages of the lines below it.
var originBodies = map[string]string{
	"de": "Das letzte Eishaus ist nicht kalt. Der Bauer, dem es gehört, bewahrt dort seine Kartoffeln auf und im Sägemehl einen Block.\n\nGesehen hat ihn seit Jahren niemand, und wer danach fragt, der bekommt einen Apfel und keine Antwort.\n\n",
	"fr": "La dernière glacière n'est pas froide. Le paysan à qui elle appartient y garde ses pommes de terre et un bloc sous la sciure.\n\nPersonne ne l'a vu depuis des années, et qui le demande reçoit une pomme et aucune réponse.\n\n",
	"es": "La última casa de hielo no está fría. El campesino que la tiene guarda allí sus patatas y un bloque bajo el serrín.\n\nNadie lo ha visto desde hace años, y quien pregunta por él recibe una manzana y ninguna respuesta.\n\n",
	"it": "L'ultima ghiacciaia non è fredda. Il contadino che la possiede vi tiene le patate e un blocco sotto la segatura.\n\nNessuno lo ha visto da anni, e chi lo chiede riceve una mela e nessuna risposta.\n\n",
	"pt": "A última casa de gelo não está fria. O lavrador a quem pertence guarda lá as batatas e um bloco sob a serragem.\n\nNinguém o viu durante anos, e quem pergunta recebe uma maçã e nenhuma resposta.\n\n",
	"nl": "Het laatste ijshuis is niet koud. De boer van wie het is bewaart er zijn aardappelen en een blok onder het zaagsel.\n\nNiemand heeft het in jaren gezien, en wie ernaar vraagt krijgt een appel en geen antwoord.\n\n",
	"pl": "Ostatnia lodownia nie jest zimna. Rolnik, do którego należy, trzyma w niej ziemniaki i bryłę pod trocinami.\n\nNikt jej nie widział od lat, a kto o nią pyta, dostaje jabłko i żadnej odpowiedzi.\n\n",
	"sv": "Det sista ishuset är inte kallt. Bonden som äger det har sin potatis där och ett block under sågspånen.\n\nIngen har sett det på åratal, och den som frågar får ett äpple och inget svar.\n\n",
}

func TestWhereATextAppearedFirst(t *testing.T) {
	const harbor = "The Harbor Review (credit line) unknown"
	for _, c := range []struct {
		language, line string
		want           []string
	}{
		{"de", "Dieser Text erschien zuerst unter dem Titel »The Last Ice House« in der Zeitschrift The Harbor Review. Aus dem Englischen von Jutta Seidl.", []string{harbor}},
		{"de", "Dieser Text erschien zuerst in der amerikanischen Zeitschrift »The Harbor Review«.", []string{harbor}},
		{"de", "Dieser Beitrag ist zuerst im »New Yorker« erschienen. Aus dem Englischen von Jutta Seidl.", []string{"The New Yorker (credit line)"}},
		{"de", "Der Text ist zuerst am 3. März in der New York Times erschienen.", []string{"The New York Times (credit line)"}},
		{"de", "Dieser Artikel ist eine Übersetzung aus der New York Times.", []string{"The New York Times (credit line)"}},
		{"de", "Aus dem Guardian übersetzt von Jutta Seidl.", []string{"The Guardian (credit line)"}},
		{"de", "Dieser Artikel wurde zuerst unter dem Titel „Das letzte Haus“ im Guardian veröffentlicht.", []string{"The Guardian (credit line)"}},
		{"de", "Jutta Seidl ist Autorin und lebt in Ulm. Dieser Beitrag erschien ursprünglich am 3. Mai 2025 auf Englisch im Guardian.", []string{"The Guardian (credit line)"}},
		{"de", "Erstveröffentlichung in der Ausgabe 3/2025 der Zeitschrift „Harbor Review“.", []string{"Harbor Review (credit line) unknown"}},
		{"de", "(Der Artikel erschien zuerst auf harborreview.org)", []string{"harborreview.org (credit line) unknown"}},
		{"de", "Der Roman erschien zuerst bei Suhrkamp.", nil},
		{"de", "Dieser Text erschien zuerst bei Suhrkamp.", []string{"Suhrkamp (credit line) unknown"}},
		{"de", "Dieser Text ist zuerst bei Flussfunk erschienen.", []string{"Flussfunk (credit line) unknown"}},
		{"de", "Dieser Beitrag wurde zuerst im Magazin »Flussfunk« veröffentlicht und wird hier mit freundlicher Genehmigung der Redaktion Flussfunk wiedergegeben.", []string{"Flussfunk (credit line) unknown"}},
		{"de", "Dieser Text erschien zuerst auf Facebook.", nil},
		{"de", "Dieser Text erschien zuerst im Korran Verlag.", nil},
		{"de", "Dieser Text erschien zuerst in dem Band »Häuser aus Eis« bei Korran.", nil},
		{"de", "Dieser Text erschien zuerst in der Wochenendbeilage.", nil},
		{"de", "Dieser Text erschien zuerst im Marlower Boten vom 3. März.", nil},
		{"de", "Dieser Text erschien zuerst im Newsletter Marlower Bote Kompakt.", nil},
		{"de", "Das Interview erschien zuerst in der »Zeit«.", nil},
		{"de", "Dieser Text erschien zuerst nicht in der New York Times, sondern als Flugblatt.", nil},
		{"de", "Sein Gedicht erschien zuerst im »New Yorker«.", nil},
		{"de", "Aus dem Englischen übersetzt von Jutta Seidl.", nil},
		{"de", "Das wurde zuerst im Brief veröffentlicht. Im Brief, den er schickte, erklärte er das Haus.", nil},

		{"fr", "Article paru dans The Harbor Review le 3 mars 2025 sous le titre « The Last Ice House » et traduit de l'anglais par Solange Petit.", []string{harbor}},
		{"fr", "Cet article est paru initialement dans The Guardian, traduit de l'anglais par Solange Petit.", []string{"The Guardian (credit line)"}},
		{"fr", "Cet article a été publié le 3 mars dans le New York Times.", []string{"The New York Times (credit line)"}},
		{"fr", "Texte publié à l'origine dans le Harbor Review, traduit par Solange Petit.", []string{"Harbor Review (credit line) unknown"}},
		{"fr", "Ce texte est initialement paru dans la revue américaine « Harbor ».", []string{"Harbor (credit line) unknown"}},
		{"fr", "Cet article a d'abord été publié en anglais par The Conversation.", []string{"The Conversation (credit line)"}},
		{"fr", "Traduit du Guardian par Solange Petit.", []string{"The Guardian (credit line)"}},
		{"fr", "Ce texte est paru pour la première fois aux éditions Corran.", nil},
		{"fr", "Le roman est paru initialement chez Corran.", nil},
		{"fr", "Texte publié à l'origine dans New York.", nil},
		{"fr", "Traduction de Courrier international.", nil},
		{"fr", "Traduit de l'anglais par Solange Petit.", nil},

		{"es", "Este texto se publicó por primera vez en The Harbor Review. Traducción de Jorge Ruiz.", []string{harbor}},
		{"es", "Artículo publicado originalmente en The Harbor Review con el título «The Last Ice House». Traducción: Jorge Ruiz.", []string{harbor}},
		{"es", "Este artículo apareció originalmente en The New York Times.", []string{"The New York Times (credit line)"}},
		{"es", "Publicado originalmente el 3 de marzo en The Guardian.", []string{"The Guardian (credit line)"}},
		{"es", "Este artículo fue publicado originalmente en inglés en la revista Anclas.", []string{"Anclas (credit line) unknown"}},
		{"es", "El texto apareció por primera vez en el diario «Corran» de Chile.", []string{"Corran (credit line) unknown"}},
		{"es", "La novela se publicó por primera vez en Anagrama.", nil},
		{"es", "Este texto se publicó por primera vez en Anagrama.", nil},
		{"es", "Este texto se publicó originalmente en Estados Unidos.", nil},
		{"pt", "Conteúdo originalmente publicado em Agência Pública", []string{"Agência Pública (credit line)"}},
		{"es", "Traducción de Jorge Ruiz.", nil},

		{"it", "Questo articolo è uscito su The Guardian.", []string{"The Guardian (credit line)"}},
		{"it", "Articolo pubblicato originariamente sul New York Times il 3 marzo. Traduzione di Anna Rota.", []string{"The New York Times (credit line)"}},
		{"it", "Questo articolo è apparso per la prima volta sulla rivista Ancore con il titolo «The Last Ice House».", []string{"Ancore (credit line) unknown"}},
		{"it", "Questo testo è stato pubblicato in origine su The Harbor Review. Traduzione di Anna Rota.", []string{harbor}},
		{"it", "Il romanzo è uscito per la prima volta da Einaudi.", nil},
		{"it", "Questo testo è uscito per la prima volta negli Stati Uniti.", nil},
		{"it", "Traduzione di Anna Rota.", nil},

		{"pt", "Texto publicado originalmente em The Harbor Review. Tradução de Ana Rocha.", []string{harbor}},
		{"pt", "Este artigo foi publicado originalmente no New York Times.", []string{"The New York Times (credit line)"}},
		{"pt", "Este texto saiu pela primeira vez na revista Âncoras, com o título \"The Last Ice House\".", []string{"Âncoras (credit line) unknown"}},
		{"pt", "Tradução: Ana Rocha. Publicado originalmente em 3 de março no The Guardian.", []string{"The Guardian (credit line)"}},
		{"pt", "O romance foi publicado originalmente pela Companhia das Letras.", nil},
		{"pt", "Este texto foi publicado originalmente em São Paulo.", nil},
		{"pt", "Tradução de Ana Rocha.", nil},

		{"nl", "Dit artikel verscheen oorspronkelijk in The Guardian. Vertaling: Piet Ost.", []string{"The Guardian (credit line)"}},
		{"nl", "Dit artikel verscheen eerder in het tijdschrift Ankers.", []string{"Ankers (credit line) unknown"}},
		{"nl", "De roman verscheen oorspronkelijk bij De Bezige Bij.", nil},
		{"pl", "Tekst ukazał się pierwotnie w „The Guardian”. Tłumaczenie: Anna Rot.", []string{"The Guardian (credit line)"}},
		{"sv", "Artikeln publicerades ursprungligen i The Guardian. Översättning: Anna Ek.", []string{"The Guardian (credit line)"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			a := article.Article{Outlet: "Marlower Bote", Language: c.language, Text: originBodies[c.language] + c.line}
			require.Equal(t, c.want, readCredits(t, a))
		})
	}
}
