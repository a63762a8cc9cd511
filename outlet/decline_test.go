package outlet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGermanNamesAreFoundInTheirCases(t *testing.T) {
	g := Default()
	for _, c := range []struct{ text, want string }{
		{"laut Süddeutscher Zeitung", "Süddeutsche Zeitung"},
		{"aus der Oberösterreichischen Nachrichten", "Oberösterreichische Nachrichten"},
		{"in der Augsburger Allgemeinen", "Augsburger Allgemeine"},
		{"ein Reporter des Kölner Stadt-Anzeigers", "Kölner Stadt-Anzeiger"},
		{"ein Bericht des Norddeutschen Rundfunks", "NDR"},
		{"der Berliner Zeitung", "Berliner Zeitung"},

		// In capital letters, and before what a hyphen joins to it.
		{"Das sagte er dem SPIEGEL am Montag.", "Der Spiegel"},
		{"Ein dem KURIER vorliegender Brief lag da.", "Kurier"},
		{"Auf STANDARD-Anfrage hieß es nichts.", "Der Standard"},
		{"Die Spiegel-Reporterin schrieb mit.", "Der Spiegel"},
		{"DIE STADT IM SPIEGEL DER ZEIT", ""},
		{"Das sagte die Landesrätin am Dienstag der APA.", "APA"},
		{"Das sagte sie vor der Presse.", ""},
		{"Das steht in der Ausgabe vom Freitag.", ""},
		{"Die Tageszeitung lag auf dem Tisch.", ""},
		{"Gegenüber dem Bund verwies das Land darauf.", ""},
	} {
		got := ""
		for _, m := range g.Find(nil, c.text, nil, &Outlet{Country: "DE AT CH"}) {
			got = m.Outlet.Name
		}
		require.Equal(t, c.want, got, c.text)
	}
}
