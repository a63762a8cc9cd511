package reader

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestHeadsOfManyLanguages reads heads as readers, clippers and archives write them.
func TestHeadsOfManyLanguages(t *testing.T) {
	const body = "The harbour board voted: the slip is to close.\n\nNobody was hurt."
	for _, tt := range []struct{ name, head, title, byline, outlet, day string }{
		{"German", "Titel: Hafen schließt\nAutor: Ada Crane\nQuelle: Probeblatt\nDatum: 12.03.2025\nLink: https://example.com/a\n", "Hafen schließt", "Ada Crane", "Probeblatt", "2025-03-12"},
		{"German of others", "Überschrift: Hafen schließt\nVon: Ada Crane\nZeitung: Probeblatt\nVeröffentlicht am: 12. März 2025\nAbgerufen am: 01.06.2025\nAdresse: https://example.com/a\n", "Hafen schließt", "Ada Crane", "Probeblatt", "2025-03-12"},
		{"French", "Titre : Le port ferme\nPar : Ada Crane\nJournal : Le Courrier d’essai\nPublié le : 12 mars 2025\nLien : https://example.com/a\n", "Le port ferme", "Ada Crane", "Le Courrier d’essai", "2025-03-12"},
		{"Spanish", "Título: Cierra el puerto\nAutora: Ada Crane\nMedio: El Ensayo\nPublicado el: 12 de marzo de 2025\nEnlace: https://example.com/a\n", "Cierra el puerto", "Ada Crane", "El Ensayo", "2025-03-12"},
		{"Italian", "Titolo: Chiude il porto\nAutore: Ada Crane\nTestata: La Prova\nData: 12 marzo 2025\nLink: https://example.com/a\n", "Chiude il porto", "Ada Crane", "La Prova", "2025-03-12"},
		{"Portuguese", "Título: Porto fecha\nPor: Ada Crane\nVeículo: A Prova\nData: 12 de março de 2025\nEndereço: https://example.com/a\n", "Porto fecha", "Ada Crane", "A Prova", "2025-03-12"},
		{"Dutch", "Titel: Haven sluit\nDoor: Ada Crane\nBron: De Proef\nGepubliceerd op: 12 maart 2025\nLink: https://example.com/a\n", "Haven sluit", "Ada Crane", "De Proef", "2025-03-12"},
		{"Polish", "Tytuł: Port zamknięty\nAutor: Ada Crane\nŹródło: Kurier Próbny\nData: 12 marca 2025\nLink: https://example.com/a\n", "Port zamknięty", "Ada Crane", "Kurier Próbny", "2025-03-12"},
		{"Swedish", "Rubrik: Hamnen stängs\nFörfattare: Ada Crane\nKälla: Provbladet\nDatum: 12 mars 2025\nLänk: https://example.com/a\n", "Hamnen stängs", "Ada Crane", "Provbladet", "2025-03-12"},
		{"Norwegian", "Tittel: Havnen stenges\nForfatter: Ada Crane\nKilde: Prøveavisa\nDato: 12. mars 2025\nLenke: https://example.com/a\n", "Havnen stenges", "Ada Crane", "Prøveavisa", "2025-03-12"},
		{"Danish", "Overskrift: Havnen lukkes\nAf: Ada Crane\nKilde: Prøvebladet\nDato: 12. marts 2025\nLink: https://example.com/a\n", "Havnen lukkes", "Ada Crane", "Prøvebladet", "2025-03-12"},
		{"Finnish", "Otsikko: Satama suljetaan\nKirjoittaja: Ada Crane\nLähde: Koelehti\nPäivämäärä: 12.3.2025\nLinkki: https://example.com/a\n", "Satama suljetaan", "Ada Crane", "Koelehti", "2025-03-12"},
		{"Czech", "Titulek: Přístav se zavírá\nAutor: Ada Crane\nZdroj: Zkušební list\nDatum: 12. března 2025\nOdkaz: https://example.com/a\n", "Přístav se zavírá", "Ada Crane", "Zkušební list", "2025-03-12"},
		{"Russian", "Заголовок: Порт закрывается\nАвтор: Ада Крейн\nИсточник: Пробный вестник\nДата: 12 марта 2025\nСсылка: https://example.com/a\n", "Порт закрывается", "Ада Крейн", "Пробный вестник", "2025-03-12"},
		{"Ukrainian", "Заголовок: Порт закривається\nАвтор: Ада Крейн\nДжерело: Пробний вісник\nДата: 12 березня 2025\nПосилання: https://example.com/a\n", "Порт закривається", "Ада Крейн", "Пробний вісник", "2025-03-12"},
		{"Turkish", "Başlık: Liman kapanıyor\nYazar: Ada Crane\nKaynak: Deneme Gazetesi\nTarih: 12 Mart 2025\nBağlantı: https://example.com/a\n", "Liman kapanıyor", "Ada Crane", "Deneme Gazetesi", "2025-03-12"},
		{"Chinese", "标题：海港镇关闭码头\n作者：王小明\n来源：海港试报\n日期：2025年3月12日\n链接：https://example.com/a\n", "海港镇关闭码头", "王小明", "海港试报", "2025-03-12"},
		{"Japanese", "タイトル：渡し船が復活\n著者：山田太郎\n媒体：例示新聞\n日付：2025年3月12日\nURL：https://example.com/a\n", "渡し船が復活", "山田太郎", "例示新聞", "2025-03-12"},
		{"a notebook", "title:: Ferry slip\nauthor:: [[Ada Crane]]\nsource:: [[The Example]]\nurl:: https://example.com/a\ndate:: [[2025-03-12]]\n", "Ferry slip", "Ada Crane", "The Example", "2025-03-12"},
		{"an outline", "#+TITLE: Ferry slip\n#+AUTHOR: Ada Crane\n#+SOURCE: The Example\n#+DATE: <2025-03-12 Wed>\n#+URL: https://example.com/a\n", "Ferry slip", "Ada Crane", "The Example", "2025-03-12"},
		{"keys and signs", "TITLE=Ferry slip\nAUTHOR=Ada Crane\nPUBLICATION=The Example\nDATE=2025-03-12\nURL=https://example.com/a\n", "Ferry slip", "Ada Crane", "The Example", "2025-03-12"},
		{"brackets", "[Title] Ferry slip\n[Author] Ada Crane\n[Source] The Example\n[Date] 2025-03-12\n[URL] https://example.com/a\n", "Ferry slip", "Ada Crane", "The Example", "2025-03-12"},
		{"a heading above", "# Ferry slip\n\n**Author:** Ada Crane  \n**Published:** March 12, 2025  \n**Source:** [The Example](https://example.com/a)\n", "Ferry slip", "Ada Crane", "The Example", "2025-03-12"},
		{"a picture and a heading above", "# Ferry slip\n\n![cover](https://example.com/a.png)\n\n## Metadata\n- Author: [[Ada Crane]]\n- Full Title: Ferry slip to close\n- Publication: The Example\n- URL: https://example.com/a\n- Published: 2025-03-12\n", "Ferry slip to close", "Ada Crane", "The Example", "2025-03-12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": tt.head + "\n" + body})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			a := articles[0]
			require.Equal(t, tt.head+"\n"+body, a.Text, "the text stays as it is")
			require.Equal(t, tt.head, a.Text[:a.Preamble])
			require.Equal(t, []string{tt.title, tt.byline, tt.outlet, tt.day, "https://example.com/a"}, []string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.URL})
		})
	}
}

func TestColonsThatAreNoHead(t *testing.T) {
	const body = "\n\nThe harbour board voted to close the slip for eleven months.\n"
	for name, head := range map[string]string{
		"a title with a colon":             "Analysis: why the goats need no fence\n\nQuestion: what stops a goat? Eleven goats were let loose.",
		"a heading and a question":         "# Why the goats need no fence\n\nQuestion: what stops a goat?\nAnswer: nothing does.",
		"a heading and a source":           "# Why the goats need no fence\n\nSource: none of us knew.\nBy: and by.",
		"speakers":                         "Ada Crane: Good morning.\nJo Field: Good morning to you.\nAda Crane: Shall we?",
		"a recipe":                         "Serves: 4\nTime: 30 minutes\nDifficulty: easy",
		"a box of a match":                 "Score: 2:1\nReferee: Ada Crane\nDate: to be announced",
		"a heading, and labels of no head": "# Ferry slip\n\nHost: good morning.\nWriter: good morning to you.",
		"words for by":                     "Von: allem etwas.\nDi: nuovo.",
		"a sign in prose":                  "E=mc2 is on the wall.\nx=3 too.",
		"a bracket":                        "[Ada Crane] Good morning.\n[Jo Field] Good morning to you.",
	} {
		dir := folder(t, map[string]string{"a.txt": head + body})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems, name)
		require.Zero(t, articles[0].Preamble, name)
		require.Equal(t, head+body, articles[0].Text, name)
	}
}

// TestOrderByLanguage reads days in figures whose order the country of the address or the
// language of the text tells.
func TestOrderByLanguage(t *testing.T) {
	const french = "Le port de la ville ferme pour onze mois, a décidé le conseil mardi soir. Les pieux de bois ont pourri depuis la tempête, et personne ne peut plus s’y tenir sans se mouiller."
	const english = "The harbour board of the town voted on Tuesday evening to close the slip for eleven months, since the wooden piles had rotted."
	const open = ": date not understood: 12/03/2025 (nothing shows whether the day or the month comes first)"
	for _, tt := range []struct{ name, file, content, day, problem string }{
		{"French head", "a.txt", "Titre : Le port ferme\nDate : 12/03/2025\n\n" + french, "2025-03-12", ""},
		{"English head", "a.txt", "Title: Ferry slip\nDate: 12/03/2025\n\n" + english, "", "a.txt" + open},
		{"English head with an address", "a.txt", "Title: Ferry slip\nDate: 12/03/2025\nURL: https://www.example.co.uk/a\n\n" + english, "2025-03-12", ""},
		{"French front matter", "a.md", "---\ntitle: Le port ferme\ndate: 12/03/2025\n---\n" + french, "2025-03-12", ""},
		{"French record", "a.json", `{"title": "Le port ferme", "date": "12/03/2025 08:15", "text": "` + french + `"}`, "2025-03-12T08:15", ""},
		{"language of a record", "a.json", `{"title": "Le port", "date": "12/03/2025", "language": "fr", "text": "Le port."}`, "2025-03-12", ""},
		{"English record", "a.json", `{"title": "Ferry slip", "date": "12/03/2025", "text": "` + english + `"}`, "", "a.json" + open},
		{"an American address", "a.json", `{"title": "Ferry slip", "date": "12/03/2025", "url": "https://www.example.us/a", "text": "` + english + `"}`, "2025-12-03", ""},
		{"a better date", "a.json", `{"title": "Le port ferme", "date": "12/03/2025", "published": "2025-04-01", "text": "` + french + `"}`, "2025-04-01", ""},
	} {
		dir := folder(t, map[string]string{tt.file: tt.content})
		articles, problems := read(t, dir, Options{}, dir)
		require.Equal(t, tt.day, articles[0].Published.String(), tt.name)
		if tt.problem == "" {
			require.Empty(t, problems, tt.name)
		} else {
			require.Equal(t, []string{tt.problem}, problems, tt.name)
		}
	}
}
