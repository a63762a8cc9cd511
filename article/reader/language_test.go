package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What a file does not say of its language, the text does.
func TestLanguageOfPlainText(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Polish", "Prom Tolsta przez cały dzień stał na mieliźnie, a pasażerowie grali w karty i śpiewali. Dopiero wieczorem przypływ podniósł statek, który wrócił do portu z tortem i panną młodą na pokładzie. Kapitan powiedział, że boja od sierpnia dryfuje, chociaż urząd morski był o tym uprzedzony.", "pl"},
		{"Finnish", "Lautta Tolsta seisoi koko päivän hiekkasärkällä, ja matkustajat pelasivat korttia ja lauloivat. Vasta illalla nousuvesi nosti laivan, joka palasi satamaan kakku ja morsian mukanaan. Kapteeni sanoi, että poiju on ajelehtinut elokuusta asti, vaikka merenkulkulaitosta oli varoitettu. Kukaan ei loukkaantunut, eikä kakkukaan kärsinyt, mutta häät pidettiin vasta seuraavana aamuna.", "fi"},
		{"Spanish", "El transbordador Tolsta pasó todo el día en un banco de arena y los pasajeros jugaron a las cartas y cantaron. Hasta la noche no lo levantó la marea, y volvió al puerto con la tarta y la novia a bordo. El capitán dijo que la boya iba a la deriva desde agosto, aunque la autoridad estaba avisada.", "es"},
		{"English", strings.Repeat("The ferry stood on a sandbank for all of the day and the passengers sang. ", 6), ""},
		{"a few words", "Prom stał na mieliźnie.", "pl"},
		{"too little to tell", "Tolsta 1908.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": test.text})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 1)
			require.Equal(t, test.want, articles[0].Language)
		})
	}
}
