package credit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Texts whose headline, byline and report a crawler has put on one line; agencies beside a place or a note.
func TestMarksAmidWhatStandsAroundTheText(t *testing.T) {
	for _, c := range []struct {
		language, form string // * stands for the report
		want           string // agencies, ; between them, - for none
	}{
		{"de", "Die Brücke bleibt zu. Lesezeit: 3 Minuten Marlow (dpa). *", "Deutsche Presse-Agentur"},
		{"de", "Die Brücke bleibt zu. Stand: 04.05.2020, 12:11 Uhr Harlow (dpa/lni) – *", "Deutsche Presse-Agentur"},
		{"de", "Die Brücke bleibt zu. Von dpa 04.05.2020, 12:11 Uhr *", "Deutsche Presse-Agentur"},
		{"de", "Die Brücke bleibt zu. Nach 12 Jahren Haft (dpa) *", "-"},
		{"de", "Die Brücke bleibt zu. In 45 Minuten Lund (dpa) *", "-"},
		{"de", "Die Brücke bleibt zu. Lesezeit: 3 Minuten Foto: Lund (dpa) *", "-"},
		{"de", "* (mit dpa/afp) *harlow.example ist Teil eines Netzwerks", "Deutsche Presse-Agentur;Agence France-Presse"},
		{"es", "El puente sigue cerrado EFE Actualizado: 04/05/2020 12:11h Guardar *", "EFE"},
		{"es", "El puente sigue cerrado. Por EFE May 04, 2020- 12:17 *", "EFE"},
		{"es", "El puente sigue cerrado. Por EFE 20 vecinos protestaron. *", "-"},
		{"es", "El puente sigue cerrado. Foto: EFE Actualizado: 04/05/2020 *", "-"},
		{"fr", "Le pont reste fermé. Par AFP 4 mai 2020 à 12:11 *", "Agence France-Presse"},
		{"it", "Il ponte resta chiuso. Di ANSA Pubblicato il 4/5/2020 *", "ANSA"},
		{"es", "Marlow / EFE\n\nEn Marlow, el alcalde cerró el puente. *", "EFE"},
		{"es", "EFE | MARLOW\n\nEn Marlow, el alcalde cerró el puente. *", "EFE"},
		{"es", "Pixabay / EFE\n\nEn Marlow, el alcalde cerró el puente. *", "-"},
		{"es", "Pedro Lund / EFE\n\nEn Marlow, el alcalde cerró el puente. *", "-"},
		{"es", "*\n\nFuente de la información: EFE/Twitter", "EFE"},
		{"pl", "* (PAP) abc/ def/", "PAP"},
		{"ar", "* المصدر: رويترز + وكالات", "Reuters"},
		{"ar", "*\n\nالمصدر: وكالات", "-"},
	} {
		var got []string
		for _, k := range readRaw(t, article.Article{Text: strings.Replace(c.form, "*", reports[c.language], 1), Language: c.language}) {
			got = append(got, k.Outlet)
		}
		if c.want == "-" {
			require.Empty(t, got, c.form)
			continue
		}
		require.ElementsMatch(t, strings.Split(c.want, ";"), got, c.form)
	}
}
