package reader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGenios reads the layouts in which Genios and wiso have let people download articles.
func TestGenios(t *testing.T) {
	const (
		first  = "Die Fähre zur Insel fährt in diesem Winter nicht, teilte die Reederei am Montag mit, weil ihr einziges Schiff in die Werft muss."
		second = "Die Insulaner werden zweimal in der Woche zum Preis der Überfahrt geflogen, und die Post fliegt mit ihnen."
		foot   = "Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/IB__1\n\nAlle Rechte vorbehalten: (c) Inselbote GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n\n"
		notes  = "Ressort:          Lokales\nAusgabe:          Hauptausgabe\nDokumentnummer:   IB_1\n"
		text   = first + "\n\n" + second + "\n\n"
	)
	broken := strings.NewReplacer("die Reederei am ", "die Reederei\nam ", "Woche zum ", "Woche\nzum ").Replace(text)
	for _, tt := range []struct{ name, in, byline string }{
		{"notes before the title", "Dokumente\n\nQuelle:           Inselbote vom 12.03.2025, Nr. 60, S. 3\nAutor:            Ada Kranich\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, "Ada Kranich"},
		{"notes between title and text", "Keine Fähre im Winter\n\nQuelle:\tInselbote vom 12.03.2025, S. 3\nAutor:\tKranich, Ada\n" + notes + "\n" + text + foot, "Ada Kranich"},
		{"notes behind the text", "Keine Fähre im Winter\n\n" + text + "Quelle:           Inselbote VOM 12.03.2025, S. 3\n" + notes + "\n" + foot, ""},
		{"the paper and the day first, the writer last", "Inselbote vom 12.03.2025, S. 3 / Lokales\n\nKeine Fähre im Winter\n\n" + text + "Ada Kranich\n\nQuelle: Inselbote vom 12.03.2025, S. 3\nRessort: Lokales\nDokumentnummer: IB__1\n\n" + foot, "Ada Kranich"},
		{"quotation marks and the page", "Quelle:\t\"Inselbote\" vom 12.03.2025   Seite: 3\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"a year in two figures", "Quelle: Inselbote, 12.03.25, S. 3\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"the month in letters", "Quelle: Inselbote, den 12. März 2025\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"v. for vom", "Quelle: Inselbote, v. 12.3.2025, S. 3\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"values in lines of their own", "Quelle:\n\nInselbote vom 12.03.2025, S. 3\n\nRessort:\n\nLokales\n\nDokumentnummer:\n\nIB_1\n\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"the day has a label", "Quelle: Inselbote\nDatum: 12.03.2025\nTitel: Keine Fähre im Winter\n" + notes + "\n" + text + foot, ""},
		{"a value that is wrapped", "Quelle: Inselbote vom 12.03.2025, Nr. 60, S. 3\nRessort: Lokales\nAusgabe: Nord; Süd; West;\n         Ost\nDokumentnummer: IB_1\n\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"lines that are broken, and pages", "Quelle: Inselbote vom 12.03.2025, S. 3\n" + notes + "\nKeine Fähre im Winter\n\n" + broken + "Seite 1 von 2\nDokumente\n" + foot, ""},
		{"a list of all", "Dokumente\n\nInhaltsverzeichnis\n\n1. Keine Fähre im Winter ........ 1\n2. Molche halten Stausee auf .... 2\n\nSeite 1 von 3\n\nQuelle: Inselbote vom 12.03.2025, S. 3\n" + notes + "\nKeine Fähre im Winter\n\n" + text + foot, ""},
		{"whose a picture is", "Quelle: Inselbote vom 12.03.2025, S. 3\n" + notes + "\nKeine Fähre im Winter\n\n" + first + "\n\n© Inselbote/Kranich\n\n" + second + "\n\n" + foot, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			other := "Quelle: Teichpost vom 22.04.2025, S. 9\nRessort: Natur\nDokumentnummer: TP_2\n\nMolche halten Stausee auf\n\n" + second + "\n\nQuelle: Landratsamt\n\n" + first + "\n\n" + foot
			dir := folder(t, map[string]string{"x.txt": tt.in + other})
			articles, problems := read(t, dir, Options{}, dir)
			require.Empty(t, problems)
			require.Len(t, articles, 2)
			a := articles[0]
			require.Equal(t, []string{"Keine Fähre im Winter", tt.byline, "Inselbote", "2025-03-12", first + "\n\n" + second}, []string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.Text})
			b := articles[1]
			require.Equal(t, []string{"Molche halten Stausee auf", "Teichpost", "2025-04-22"}, []string{b.Title, b.Outlet, b.Published.String()})
			require.Equal(t, second+"\n\nQuelle: Landratsamt\n\n"+first, b.Text)
		})
	}
}

// TestGeniosWithItsHeadInOneBlock reads documents of Genios whose first lines are title, writer, paper and day.
func TestGeniosWithItsHeadInOneBlock(t *testing.T) {
	tail := "\n\nQuelle: Beispielblatt vom 12.03.2025, Seite 12\nRessort: Lokales\nDokumentnummer: BB-1\n\nDauerhafte Adresse des Dokuments:\nhttps://www.wiso-net.de/document/BB__1\n\nAlle Rechte vorbehalten: (c) Beispiel GmbH\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n"
	for head, byline := range map[string]string{
		"Ferry slip to close\nAda Crane\nBeispielblatt vom 12.03.2025, Seite 12 / Lokales": "Ada Crane",
		"Ferry slip to close\nBeispielblatt vom 12.03.2025, Seite 12":                      "",
	} {
		dir := folder(t, map[string]string{"x.txt": head + "\n\n" + slipText + "\n\n" + chairText + tail})
		articles, problems := read(t, dir, Options{}, dir)
		require.Empty(t, problems)
		require.Len(t, articles, 1)
		a := articles[0]
		require.Equal(t, []string{"Ferry slip to close", byline, "Beispielblatt", "2025-03-12", slipText + "\n\n" + chairText}, []string{a.Title, a.Byline, a.Outlet, a.Published.String(), a.Text}, head)
	}
}
