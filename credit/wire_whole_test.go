package credit

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

func TestWholeLines(t *testing.T) {
	const german = "Die Brücke ist seit Mittag gesperrt, weil der Rost an den Lagern nicht mehr zu entfernen ist.\nZwei Ingenieure hatten im Frühjahr gewarnt.\nDie Arbeiten dauern ein Jahr.\nVerletzt wurde niemand.\n"
	const spanish = "El puente está cerrado desde el mediodía porque el óxido ya no se puede quitar.\nDos ingenieros lo habían advertido en primavera.\nLas obras durarán un año.\nNadie resultó herido.\n"
	for _, test := range []struct {
		name, language, text string
		want                 []string
	}{
		{"from", "en", "From The Telegraph\n" + body, []string{"The Telegraph (credit line)"}},
		{"below the text it heads links", "en", body + "From The Telegraph", nil},
		{"before what is quoted", "en", "From The Telegraph:\n" + body, []string{"The Telegraph (from)"}},
		{"where there is more", "en", body + "Go deeper (NYT)", []string{"The New York Times (credit line)"}},
		{"where there is more, as a sentence", "en", body + "Read more: The Guardian at 200", nil},
		{"of something else", "en", body + "Go deeper (two miles)", nil},
		{"somewhere else", "en", "From The Telegraph to the stage\n" + body, nil},
		{"the original", "en", body + "Read the original article on People", []string{"People (credit line)"}},
		{"the original, its author between", "en", body + "Republished under a Creative Commons licence. Read the original article by Nora Dole at The Guardian.", []string{"The Guardian (credit line)"}},
		{"where the original is", "en", body + "You can find the original story, with pictures, on the website of The Guardian.", []string{"The Guardian (credit line)"}},
		{"somebody who read it", "en", body + "She said that she had read the original story and taken The Guardian to the bin.\n", nil},
		{"the full story", "en", body + "Read the full story in The Guardian.", []string{"The Guardian (credit line)"}},
		{"more, with its title", "en", body + "chrome|Read more from The Guardian: Bridge bearings had rust for years, engineers say", []string{"The Guardian (credit line)"}},
		{"more, of something else", "en", body + "chrome|Read more from The Guardian: Ten recipes for the autumn", nil},
		{"an original that is no text", "en", body + "See the original windows in a case built for The Guardian.", nil},
		{"an outlet and editors", "de", "Quelle: Der Spiegel, dpa, kbo\n" + german, []string{"Der Spiegel (credit line)", "Deutsche Presse-Agentur (credit line)"}},
		{"a picture's source", "de", "caption|Quelle: dpa\n" + german, nil},
		{"the text's", "de", german + "caption|Quelle: dpa", []string{"Deutsche Presse-Agentur (credit line)"}},
		{"the text's, in brackets", "de", german + "(Quelle: Der Spiegel)", []string{"Der Spiegel (credit line)"}},
		{"an aside", "de", german + "(Foto: Der Spiegel)", nil},
		{"first printed", "de", german + "Zuerst erschienen in: Der Spiegel", []string{"Der Spiegel (credit line)"}},
		{"taken over", "es", spanish + "Tomado de Público", []string{"Público (credit line)"}},
		{"name and outlet below the title", "en", "headline|Bridge closed\nNora Dole, The Guardian\n" + body, []string{"The Guardian (byline)"}},
		{"beside the day", "en", "headline|Bridge closed\nThe works will take a year.\ndate|4 February 2025\nNora Dole, Western People\n" + body, []string{"Western People (byline)"}},
		{"a photographer", "en", "headline|Bridge closed\ncaption|Nora Dole / Reuters\ndate|4 February 2025\n" + body, nil},
		{"a sentence", "en", "headline|Bridge closed\nNobody was hurt, The Guardian says\n" + body, []string{"The Guardian (says)"}},
		{"its own", "en", "headline|Bridge closed\nNora Dole, Harlow Courier\n" + body, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, readCredits(t, article.Article{Language: test.language, Outlet: "Harlow Courier", Title: "Bridge closed", Text: test.text}))
		})
	}
}
