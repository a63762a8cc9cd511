package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Slavic verbs of the past agree with the outlet's name: a paper may be a he, a she, an it or several.
func TestVerbsAgreeWithTheOutlet(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"ru", "Тогда, как писали «Известия», лампу на маяке погасила чайка.", "Izvestia"},
		{"ru", "В 2016 году «Ведомости» писали, что маяк стоит без лампы.", "Vedomosti"},
		{"ru", "РИА «Новости» установило, что маяк стоит без лампы.", "RIA Novosti"},
		{"uk", "У 2021 році «Дзеркало тижня» писало, що маяк стоїть без лампи.", "ZN.UA"},
		{"uk", "Як писало «Суспільне», маяк стоїть без лампи.", "Suspilne"},
		{"pl", "Jak ujawniły „Wiadomości”, w latarni brakuje lampy.", ""}, // news of any house
		{"pl", "Radio Zet ustaliło, że w latarni brakuje lampy, o czym pisało też „Echo Dnia”.", "Echo Dnia"},
	} {
		got := ""
		for _, k := range readRaw(t, article.Article{Text: c.text, Language: c.language}) {
			if got = k.Outlet; got == c.want {
				break
			}
		}
		require.Equal(t, c.want, got, c.text)
	}
}

// A preposition with an article in it has the gender of the outlet's name behind it, or there is none.
func TestArticlesAgreeWithTheOutlet(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"„Man konnte im Dorf Zeitung lesen“, erzählt er am Vormittag. So hell brannte das Dach der alten Mühle.", ""},
		{"Das stand am Montag Presse und Funk bevor, und so steht es im Amt Zeitung für Zeitung aus.", ""},
		{"Das steht in der Marlower Zeitung. Das Dach der alten Mühle brannte die ganze Nacht.", "Marlower Zeitung"},
		{"Das steht im Marlower Anzeiger. Das Dach der alten Mühle brannte die ganze Nacht.", "Marlower Anzeiger"},
	} {
		got := ""
		for _, k := range readRaw(t, article.Article{Text: c.text, Language: "de"}) {
			got = k.Outlet
		}
		require.Equal(t, c.want, got, c.text)
	}
}
