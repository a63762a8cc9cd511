package credit_test

import (
	"testing"

	"wiretrace/article"
	"wiretrace/credit"
	"wiretrace/outlet"
)

// What local papers put behind the last sentence of a release that they print says that it is one.
func TestMarksOfReleases(t *testing.T) {
	reader := credit.NewReader(outlet.Default())
	for _, test := range []struct {
		language, text string
		is             bool
	}{
		{"fr", "La ville achète quarante cordes.\n\nTrois bateaux ont été retrouvés à la dérive. Les chiens ne seront pas admis. (communiqué)", true},
		{"fr", "La ville achète quarante cordes.\n\nTrois bateaux ont été retrouvés à la dérive. (com./réd.)", true},
		{"fr", "La ville achète quarante cordes.\n\nTrois bateaux ont été retrouvés à la dérive, dit la ville (communiqué).", false},
		{"fr", "La ville achète quarante cordes.\n\nElle l'a dit dans un communiqué.", false},
		{"de", "Die Stadt kauft vierzig Seile.\n\nDrei Boote lagen am Morgen vor der Spitze. (pm)", true},
		{"de", "Die Stadt kauft vierzig Seile.\n\nDrei Boote lagen am Morgen vor der Spitze. (pm/red)", true},
		{"de", "Die Stadt kauft vierzig Seile.\n\nDrei Boote lagen am Morgen vor der Spitze.\n\nQuelle: Pressemitteilung", true},
		{"de", "Die Stadt kauft vierzig Seile.\n\nDrei Boote lagen am Morgen vor der Spitze. (lo)", false},
		{"de", "Die Stadt kauft vierzig Seile.\n\nDas sagte die Vorsitzende der Demokraten, Ada Lund (PD)", false},
		{"it", "La città compra quaranta corde.\n\nTre barche erano alla deriva. (comunicato stampa)", true},
		{"es", "La ciudad compra cuarenta cuerdas.\n\nTres barcos iban a la deriva. (Nota de prensa)", true},
		{"nl", "De stad koopt veertig touwen.\n\nDrie boten waren op drift.\n\nBron: persbericht", true},
		{"nl", "De stad koopt veertig touwen.\n\nDat staat in een persbericht.", false},
		{"pl", "Miasto kupuje czterdzieści lin.\n\nTrzy łodzie dryfowały. (mat. prasowe)", true},
		{"fi", "Kaupunki ostaa köyttä.\n\nKolme venettä oli tuuliajolla. (pm)", false},
	} {
		cue, name := "", ""
		if test.is {
			cue, name = credit.CuePrinted, credit.UnnamedRelease
		}
		requireRelease(t, reader, &article.Article{Outlet: "Corrie Lamp", Text: test.text, Language: test.language}, name, cue)
	}
}
