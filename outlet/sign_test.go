package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAgenciesOfOneHouse(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		outlet, agency string
		want           bool
	}{
		{"Il Sole 24 Ore", "Radiocor", true},
		{"O Globo", "Agência O Globo", true},
		{"O Estado de S. Paulo", "Estadão Conteúdo", true},
		{"Reforma", "Agencia Reforma", true},
		{"The New York Times", "New York Times News Service", true},
		{"Deutsche Presse-Agentur", "dpa-AFX", true},
		{"Corriere della Sera", "Radiocor", false},
		{"Radiocor", "Il Sole 24 Ore", false},
		{"Radiocor", "Radiocor", false},
		{"Hannoversche Allgemeine Zeitung", "RedaktionsNetzwerk Deutschland", false},
		{"The Miami Herald", "McClatchy", false},
		{"El Correo", "Colpisa", false},
		{"Chicago Tribune", "Tribune News Service", false},
		{"The Washington Post", "New York Times News Service", false},
	} {
		require.Equal(t, c.want, g.ByName(c.outlet).Signs(g.ByName(c.agency)), c.outlet+" "+c.agency)
	}
}

// A word that is an ordinary one in another language asks for no more in English once the text has
// named the paper in full.
func TestShortNamesThatOtherTonguesGuard(t *testing.T) {
	all, _, _ := Default().Known([]string{"Carrick Bay Standard"})
	for text, want := range map[string][]string{
		"The Carrick Bay Standard published the figures. A bus slid off the road, the Standard reported.": {"Carrick Bay Standard", "Carrick Bay Standard"},
		"The Ely Standard published the figures. The Standard reported that one trip took place.":         {"Ely Standard", "Ely Standard"},
		"The Ely Standard published the figures. The standard reported there is low.":                     {"Ely Standard"},
	} {
		var got []string
		for _, m := range all.Find(nil, text, nil, nil) {
			require.NotNil(t, m.Outlet, text)
			got = append(got, m.Outlet.Name)
		}
		require.Equal(t, want, got, text)
	}
}
