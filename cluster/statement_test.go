package cluster

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Two outlets that print one statement have it from whoever made it, whether
// they put it between marks or set it off as paragraphs of its own.
func TestStatementIsQuoted(t *testing.T) {
	statement := "I have asked the harbour commission to send me every invoice of the last nine years, and I will publish them one by one, because we owe our ratepayers an account of what became of the dredging money. " +
		"If somebody filled his pockets, we shall find him, and I shall not ask which party he belongs to."
	wren := plain(
		"Provost Morag Inness opened an inquiry into the dredging of Kell harbour on Thursday, a day after two councillors had called for one.",
		"In an open letter she wrote:",
		statement,
		"The dredging was let to three firms of Aldkirk without a tender, and the harbour is as shallow as it was in 2011.",
		"Fishermen of the north quay have moored at Brae since spring. They lose an hour on every trip.",
	)
	kite := plain(
		"Kell's commissioners met behind closed doors last night while some forty people stood in the rain outside the customs house.",
		"“"+statement+"”",
		"The words of the provost were read out by her deputy, Colin Brodie, to cheers and one egg.",
		"Nobody from the commission would answer questions. A clerk pulled down the blinds.",
	)
	bare := plain(
		"A rift has opened between the town and the commission that runs its port, after years in which neither said much about the other.",
		"Inness put it this way:",
		statement,
		"The commission has until the end of the month to reply. Its chairman, Ewan Tulloch, was at his house in Portugal.",
		"His family has held the chair since before the war.",
	)
	for name, pair := range map[string][2]*Side{"marks on one side": {wren, kite}, "no marks": {wren, bare}} {
		t.Run(name, func(t *testing.T) {
			var m Matcher
			p := m.Match(pair[0], pair[1])
			require.NotEmpty(t, p.Passages)
			for _, s := range p.Passages {
				require.True(t, s.Quoted)
			}
			require.Equal(t, Quotes, p.text())
		})
	}
}

// Short traces of a text count as taken from the other only where prose was
// taken beside them, and not where all that is shared is what somebody said.
func TestTracesBesideAStatementAreNone(t *testing.T) {
	speech := "I have asked the harbour commission to send me every invoice of the last nine years, and I will publish them one by one, because we owe our ratepayers an account of what became of the dredging money."
	a := plain("Provost Morag Inness has opened an inquiry into the dredging of Kell harbour by three firms of Aldkirk.", "“"+speech+"”", "Three boats left the quay while it was read. Gulls sat on the sheds, and nobody fed them.", "Inness and her deputy Colin Brodie spoke outside the customs house.")
	b := plain("An inquiry into the dredging of Kell harbour by three firms from Aldkirk was announced by Provost Morag Inness.", "A band played on the pier, and a school class had come to sing two songs about herring.", "“"+speech+"”", "Rain fell.", "Inness and deputy Colin Brodie spoke outside the old customs house in the rain.")
	var m Matcher
	p := m.Match(a, b)
	require.GreaterOrEqual(t, max(p.ShareA, p.ShareB), muchShared, "else the case tests nothing")
	require.Less(t, min(p.OwnA, p.OwnB), partialWords)
}

// Two statements of one party on two matters share its names, its offices and whom the
// press may call, and are no retelling of each other.
func TestStatementsOfOnePartyOnTwoMatters(t *testing.T) {
	of := func(text string) *Side { return side(article.Article{ID: text, Language: "de", Text: text}) }
	const call = " Rückfragen & Kontakt: LICHT – Klub im Kieler Rathaus Rolf Waldhase Leitung Kommunikation +49 431 849 15 40 rolf.waldhase @ licht.example"
	a := of("LICHT Kiel/Orning: Im Wahljahr wird Lüders zum Gutscheinkönig Marko Orning: „Geschenke retten die Wirte nicht!“ Kiel (OTS) - „Erst Gutscheine für Taxis, nun für Wirte: so kauft man Stimmen, aber keine Zukunft“, fasst LICHT Kiel Wirtschaftssprecher Marko Orning zusammen, was der Bürgermeister heute jedem Haushalt versprochen hat. „In den ersten Tagen wird das helfen. Danach braucht es mehr als Papier: Pachten, Küchen, Kellner und Köche kosten, und die Brauereien in Hasselfelde, Preetz und Molfsee warten auf 14.000 Fässer.“ Orning erinnert an den Wirtetag in Rendsburg, auf dem Präsidentin Gesine Tamm 2,6 Millionen Gäste gezählt hat." + call)
	b := of("LICHT Kiel/Orning: Kiel-Bonus darf kein Bonus für Freunde werden Marko Orning: „Klare Regeln sind nötig!“ Kiel (OTS) - Wenig Genaues findet LICHT Kiel Wirtschaftssprecher Marko Orning am geplanten Bonus für Betriebe: „Lüders und Rucker haben der Kammer ein kleines Geschenk gemacht. Wer es bekommt, ist offen. Wir haben oft genug erlebt, an wen man dann denkt: an Schlosser aus Wik, an die Werft von Detlef Brodersen, an 312 Aufträge ohne Ausschreibung.“ Der Rechnungshof in Lübeck prüft seit Oktober, warum Schulen und Schwimmbäder von einer einzigen Firma gestrichen wurden." + call)
	p := match(a, b)
	require.GreaterOrEqual(t, p.Shared, 5, "else the case tests nothing")
	require.False(t, p.Silent(), "cosine %.2f, details %.2f, covered %.2f", p.Cosine, p.Details, p.Covered)
}
