package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInflections(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string
	}{
		{"Alvataler Bote", []string{"Alvataler Boten"}},
		{"Talkurier", []string{"Talkuriers"}},
		{"Neue Talzeitung", []string{"Neuen Talzeitung"}},
		{"Die Talpost", nil},
		{"Talbladet", []string{"Talbladets"}},
		{"Corran News", nil},
		{"Głos Tarnowa", []string{
			"Głos Tarnowas", "Głosu Tarnowa", "Głosu Tarnowej", "Głosowi Tarnowa", "Głosowi Tarnowej", "Głos Tarnową", "Głosem Tarnowa", "Głosem Tarnową", "Głosie Tarnowa", "Głosie Tarnowej",
		}},
	} {
		require.Equal(t, test.want, inflections(test.name), test.name)
	}
	all := polishCases("Nowy Kurier Nadrzeczny")
	for _, want := range []string{"Nowego Kuriera Nadrzecznego", "Nowemu Kurierowi Nadrzecznemu", "Nowym Kurierem Nadrzecznym", "Nowym Kurierze Nadrzecznym"} {
		require.Contains(t, all, want)
	}
	require.Contains(t, polishCases("Dziennik Tarnowski"), "Dziennika Tarnowskiego")
	require.Contains(t, polishCases("Kronika Nadrzeczna"), "Kroniką Nadrzeczną")
	require.Contains(t, polishCases("Puls Zachodni"), "Pulsem Zachodnim")
}

func TestNamesInHandAreInflected(t *testing.T) {
	all, added, _ := Default().Known([]string{"Alvataler Bote", "Neue Talzeitung", "Dziennik Tarnowski", "Onda Rosal"})
	for text, want := range map[string]string{
		"Das steht im Bericht des Alvataler Boten.":           "Alvataler Bote",
		"Das sagte er der Neuen Talzeitung.":                  "Neue Talzeitung",
		"Powiedział to w rozmowie z Dziennikiem Tarnowskim.":  "Dziennik Tarnowski",
		"El alcalde lo contó en Onda Rosal el martes pasado.": "Onda Rosal",
		"Napisał o tym „Dziennik Tarnowski”, a potem „Głos”.": "Dziennik Tarnowski",
	} {
		for _, g := range []*Gazetteer{all, added} {
			ms := g.Find(nil, text, nil, nil)
			require.Len(t, ms, 1, text)
			require.Equal(t, want, ms[0].Outlet.Name)
		}
	}
	require.Equal(t, "Dziennik Bałtycki", Default().In("pl", "PL").Find(nil, "Według Dziennika Bałtyckiego zamknięto most.", nil, nil)[0].Outlet.Name)
}
