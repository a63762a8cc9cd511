package credit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// testdata/press holds sentences of each language with the outlets they credit:
// names with ; between them, | between two names of one, ×2 behind one that is credited
// at two places, - for none, a tab, and the sentence.
func TestSentencesOfThePress(t *testing.T) {
	files, err := filepath.Glob("testdata/press/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		code := strings.TrimSuffix(filepath.Base(path), ".txt")
		t.Run(code, func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			for line := range strings.Lines(string(data)) {
				want, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
				if strings.HasPrefix(line, "#") || !ok {
					continue
				}
				if got := creditedIn(t, code, text); !sameNames(want, got) {
					t.Errorf("%s\n\twant %s\n\tgot  %s", text, want, strings.Join(got, ";"))
				}
			}
		})
	}
}

// creditedIn returns the outlets that a sentence credits, each once, and behind it each that
// is credited at several places.
func creditedIn(t *testing.T, language, text string) (names []string) {
	times := map[string]int{}
	for _, k := range readRaw(t, article.Article{Text: text, Language: language}) {
		if times[k.Outlet]++; times[k.Outlet] == 1 {
			names = append(names, k.Outlet)
		}
	}
	for i, name := range names {
		if times[name] > 1 {
			names[i] = name + manyTimes
		}
	}
	return names
}

// manyTimes is what stands in the tables behind an outlet that is credited twice.
const manyTimes = " ×2"

// sameNames reports whether got are the outlets of want in any order.
func sameNames(want string, got []string) bool {
	if want == "-" {
		return len(got) == 0
	}
	all := strings.Split(want, ";")
	for _, names := range all {
		found := false
		for name := range strings.SplitSeq(names, "|") {
			for _, g := range got {
				found = found || g == name || strings.TrimSuffix(g, manyTimes) == name
			}
		}
		if !found {
			return false
		}
	}
	return len(all) == len(got)
}

// Who passes on another's report says so with many verbs.
func TestPassedOnThrough(t *testing.T) {
	for _, test := range []struct{ language, text, outlet, via string }{
		{"de", "Das meldet das Fachmagazin „Brückenwelt“ und bezieht sich dabei auf einen Bericht des Handelsblatts.", "Handelsblatt", "Brückenwelt"},
		{"it", "Stando a quanto scrive la rivista Cielo Fondo, che rilancia un lancio dell'Adnkronos, il ponte è chiuso.", "Adnkronos", "Cielo Fondo"},
		{"it", "Secondo la rivista Cielo Fondo, che riprende un articolo del Corriere della Sera, il ponte è chiuso.", "Corriere della Sera", "Cielo Fondo"},
		{"fr", "D'après le magazine Ciel Profond, lui-même informé par l'AFP, le pont est fermé.", "Agence France-Presse", "Ciel Profond"},
		{"fr", "D'après le magazine Ciel Profond, qui reprend une information du Parisien, le pont est fermé.", "Le Parisien", "Ciel Profond"},
		{"es", "Según la revista Cielo Hondo, que cita una información de la Cadena SER, el puente está cerrado.", "Cadena SER", "Cielo Hondo"},
		{"pt", "Segundo a revista Céu Fundo, que cita uma notícia do Expresso, a ponte está fechada.", "Expresso", "Céu Fundo"},
	} {
		via := map[string]string{}
		for _, c := range readRaw(t, article.Article{Text: test.text, Language: test.language}) {
			via[c.Outlet] = c.Via
		}
		require.Equal(t, map[string]string{test.outlet: test.via, test.via: ""}, via, test.text)
	}
}

// What an outlet cites may be said to be another's by any words that credit it.
func TestWhatIsCitedIsAnothers(t *testing.T) {
	for _, test := range []struct {
		language, text string
		via            map[string]string
	}{
		{"en", "The bridge charged lorries for fog, The Guardian reported on Tuesday, citing documents first published by Le Monde.", map[string]string{"Le Monde": "The Guardian", "The Guardian": ""}},
		{"en", "The mayor knew of the rust, Politico wrote, citing letters obtained by The Washington Post.", map[string]string{"The Washington Post": "Politico", "Politico": ""}},
		{"en", "According to the BBC, citing an interview given to Der Spiegel, the bridge is to close.", map[string]string{"Der Spiegel": "BBC", "BBC": ""}},
		{"en", "The Guardian reported on Tuesday that the letters, obtained by The Washington Post, were old.", map[string]string{"The Washington Post": "", "The Guardian": ""}},
		{"en", "The Guardian reported on Tuesday, citing the mayor. Letters obtained by The Washington Post say the same.", map[string]string{"The Washington Post": "", "The Guardian": ""}},
		{"es", "El puente está oxidado, informó El País, que cita documentos publicados por Le Monde.", map[string]string{"Le Monde": "El País", "El País": ""}},
		{"fr", "Le pont est rouillé, rapporte Le Parisien, citant des documents révélés par Mediapart.", map[string]string{"Mediapart": "Le Parisien", "Le Parisien": ""}},
		{"it", "Il ponte è arrugginito, riferisce La Repubblica, citando documenti pubblicati da Le Monde.", map[string]string{"Le Monde": "la Repubblica", "la Repubblica": ""}},
		{"pt", "A ponte está enferrujada, noticiou o Público, citando documentos revelados pelo Expresso.", map[string]string{"Expresso": "Público", "Público": ""}},
	} {
		via := map[string]string{}
		for _, c := range readRaw(t, article.Article{Text: test.text, Language: test.language}) {
			via[c.Outlet] = c.Via
		}
		require.Equal(t, test.via, via, test.text)
	}
}
