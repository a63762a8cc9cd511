package sentence

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
)

// Each case is a paragraph in which | stands at every end of a sentence but the last.
var sentenceCases = map[string][]string{
	"en": {
		"The mayor spoke.| Nobody listened.",
		"Per E! News, the mayor spoke.| Nobody listened to E! News.| It was late.",
		"The mayor spoke!| Nobody listened.",
		"Mr. Ortega met Mrs. Lind.| They left.",
		"Dr. Amara Obi and Prof. Lee agreed.| It was late.",
		"She told DR.| Copenhagen slept.",
		"DR. OBI AGREED.| It was late.",
		"Sen. Paula Reyes, R-Texas, said no.| Gov. Hahn said yes.",
		"The U.S. President flew home.| He slept.",
		"He has lived in the U.S. since May.| She has not.",
		"He grew up in the U.S.| He left at 20.",
		"They moved to the U.S.| The family stayed.",
		"It began at 5 p.m. Monday.| It ended at 7 a.m.| The next day was calm.",
		"Doors close at 9 p.m.| We waited.",
		"It starts at 6 p.m. Eastern time.| Bring a coat.",
		"It happened on Jan. 6 in Ohio.| Nobody was hurt.",
		"The vote is due in Sept. 2025 at the latest.| Then it is over.",
		"J. K. Rowling wrote it.| J.R.R. Tolkien did not.",
		"George W. Bush spoke.| John F. Kennedy Jr. listened.",
		"He was named for John Harris Jr.| The boy hated it.",
		"She works for Acme Inc. in Boston.| He does not.",
		"She works for Acme Inc.| He does not.",
		"The price rose 3.5 percent.| It fell 1.2 percent after.",
		"It cost $4.7 million.| That was too much.",
		"Article No. 5 was cut.| No. 6 stayed.",
		"He said no.| The answer stood.",
		"See p. 31 for the chart.| It is small.",
		"“I think they should.”| He shrugged.",
		"“I think they should,” he said.| “We will see.”",
		"“Was it you?” Smith asked.| He did not answer.",
		"“Was it you?” Ms. Okafor said.| He did not answer.",
		"“Was it you?” he asked.| “Yes!” she shouted.",
		"\"Get out!\" Parker yelled.| They ran.",
		"“Is it over?”| The crowd went home.",
		"\"They walked out.| They wanted metal,\" he said.",
		"\"We are done.\"| \"Are you sure?\"",
		"He said it was “a mistake.”| She agreed.",
		"He said it was ‘a mistake.’| She agreed.",
		"It closed (finally.)| The rest is history.",
		"It closed (on Jan. 3).| The rest is history.",
		"It was late ... too late.| We went home.",
		"It was late...| The bus was gone.",
		"It was late…| The bus was gone.",
		"they had...they said they had it all.| That is all.",
		"He is the best in the country.|He won again.",
		"He asked why.|The others laughed.",
		"He called it “fair.”|She did not.",
		"He called it \"fair.\"|She did not.",
		"Visit example.com for more.| Or call.",
		"Visit www.example.org/a.Html today.| Or call.",
		"Write to jane.doe@example.org.| We read all of it.",
		"St. Louis lost to Mt. Vernon.| It rained.",
		"The Smith vs. Jones case.| Roe v. Wade too.",
		"It fell on the left, i.e. Sinister side.| Odd.",
		"Apples, pears, etc. were sold.| Nuts were not.",
		"Apples, pears, etc.| The nuts were not sold.",
		"What now?!| Nobody knows.",
		"Stop!| Stop!| Stop!",
		"He ran for Congress, D-Ill., in 2010.| He lost.",
		"He moved to Washington, D.C.| The city was hot.",
		"She has a Ph.D. from Yale.| He has none.",
		"1. The diner and the text",
		"The firm, Yahoo! as was, folded.| Nobody cried.",
		"About 200 people came in 2019.| 300 came in 2020.",
		"We sold 40.| Then we stopped.",
		"HELSINKI (AP) — The leaders met.| They ate.",
		"Gen. Lt. Col. Maj. Brown saluted.| He sat.",
		"Rep. Cole and the union rep.| They met.",
		"The jury sat.| Trump waited.",
		"Capt Josiah drank.| 'Why?' asked Ms Poe.",
		"He wins. ”| She loses.",
		"Lt.-Gov. Dana Ruiz won.| Hooray.",
		"It was a win for Plan B.| The team left.",
		"The Rev. Al Moss prayed.| Amen.",
		"beforeAnn left.| He slept.",
		"Born c. 1850 near Fig. 3.| Died.",
		"O.K. then.| We go.",
		"“No.| We did not.| They did.”",
		"$5 is cheap.| €5 is not.| #winning",
	},
	"es": {
		"El Sr. Ruiz y la Sra. Mora llegaron.| Nadie habló.",
		"Vive en EE. UU. desde mayo.| Trabaja allí.",
		"Vive en EE.UU.| La familia no.",
		"¿Quién fue?| ¡Nadie!| Todos callan.",
		"«No lo sé.»| El juez insistió.",
		"“No lo sé”, dijo.| “Pregunte a otro”.| Y se fue.",
		"Hay frutas, p. ej. Manzanas rojas.| Y peras.",
		"La Dra. Vega llegó a las 5 p.m.| El acto empezó.",
		"El art. 5 no cambia.| El núm. 7 tampoco.",
		"Costó 1.200,50 euros.| Fue caro.",
		"¿Vendrá?», preguntó Gil.| No hubo respuesta.",
		"Compró pan, leche, etc.| La cuenta fue alta.",
		"Madrid, 18 may (EFE).- La consejera habló.| Luego calló.",
		"Ud. sabe.| D. José no.",
		"“¿Es verdad?” preguntó Gil.| Nadie respondió.",
	},
	"fr": {
		"M. Dupont et Mme. Leroy sont là.| Ils parlent.",
		"M. Macron a parlé.| L’Assemblée écoute.",
		"« C'est fini. »| Il part.",
		"« Est-ce fini ? » demande Paul.| Personne ne répond.",
		"Il vit aux États-Unis depuis mai.| Elle non.",
		"Il est né en 52 av. J.-C. à Rome.| Il y est mort.",
		"Voir p. 12 et l'art. 5 du code.| C'est clair.",
		"Des fruits, etc.| Les noix aussi.",
		"Le Dr. Morel dit non.| Pr. Blanc dit oui.",
		"La hausse est de 3,5 %.| C'est peu.",
	},
	"de": {
		"Am 3. Mai kam er.| Am 4. Mai ging er.",
		"Das war im Jahr 2019.| Die Stadt schlief.",
		"Im 19. Jahrhundert war das so.| Heute nicht.",
		"Es gab z. B. Äpfel und d. h. Obst.| Mehr nicht.",
		"Es gab z.B. Äpfel.| Mehr nicht.",
		"Herr Dr. Braun und Prof. Weiß kamen.| Sie gingen.",
		"„Das ist gut.“| Er ging.",
		"„Ist das gut?“ fragte Braun.| Niemand sprach.",
		"»Das ist gut.«| Er ging.",
		"Es kostete 3 Mio. Euro.| Das war viel.",
		"Es kostete 3 Mrd.| Das war viel.",
		"Der 1. FC Ulm verlor.| Bzw. Ulm II verlor.",
		"Nr. 5 lebt.| Die Nr. fehlt.",
		"Kaiser Wilhelm II.| Er war krank.",
		"Es waren ca. 30 Leute da.| Nicht mehr.",
		"Er kam am 5.| Die Frau kam später.",
		"Das sind 1.200 Euro.| Oder 3,5 Prozent.",
		"Obst, Gemüse usw.| Das war alles.",
		"Der TSV u. a. Vereine kamen.| Es regnete.",
	},
	"it": {
		"Il sig. Rossi e la sig.ra Bianchi sono qui.| Parlano.",
		"Il dott. Neri ha detto no.| L'on. Conti ha detto sì.",
		"«È finita.»| Lui parte.",
		"«È finita?» chiede Neri.| Nessuno risponde.",
		"La Fiat S.p.A. cresce.| La borsa no.",
		"Mele, pere, ecc.| Le noci no.",
		"Vedi l'art. 5 a pag. 12.| È chiaro.",
		"Costa 1.200,50 euro.| Troppo.",
		"Nato nel 52 a. C. a Roma.| Morto lì.",
	},
	"pt": {
		"O Sr. Silva e a Dra. Costa chegaram.| Ninguém falou.",
		"“Não sei.”| O juiz insistiu.",
		"“Quem foi?” perguntou Silva.| Ninguém respondeu.",
		"Custou R$ 1.200,50 ontem.| Foi caro.",
		"Veja o art. 5 na pág. 12.| É claro.",
		"Maçãs, peras, etc.| As nozes não.",
		"Mora nos E.U.A. desde maio.| Ela não.",
		"Frutas, p. ex. Maçãs.| E mais.",
		"A Av. Paulista fechou.| A Prof. Lima viu.",
	},
	"zh": {"他走了。|她没走！|“真的？”|真的。"},
	"hi": {"वह गया। |वह नहीं गई।"},
	"nl": {"Hij kwam.| Zij ging."},
}

func TestSentences(t *testing.T) {
	n := 0
	for language, cases := range sentenceCases {
		for _, marked := range cases {
			n++
			t.Run(language+"/"+marked, func(t *testing.T) {
				want := strings.Split(marked, "|")
				for i := range want {
					want[i] = strings.TrimSpace(want[i])
				}
				text := strings.ReplaceAll(marked, "|", "")
				var got []string
				for _, s := range Append(nil, text, article.Span{Start: 0, End: len(text)}, For(language)) {
					got = append(got, text[s.Start:s.End])
				}
				require.Equal(t, want, got)
			})
		}
	}
	require.Greater(t, n, 100)
}

func TestSentencesTakeLinearTimeOnHostileText(t *testing.T) {
	for _, unit := range []string{"A.\"B ", ".", "a. ", "\"", ".”", "x.\"", "… ", "« ", ".\u00a0", "z. B. ", "。"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		spans := Append(nil, text, article.Span{Start: 0, End: len(text)}, For("en"))
		for i, s := range spans {
			require.Less(t, s.Start, s.End)
			if i > 0 {
				require.LessOrEqual(t, spans[i-1].End, s.Start)
			}
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	for _, language := range []string{"en", "de"} {
		b.Run(language, func(b *testing.B) {
			text := strings.ReplaceAll(strings.Join(sentenceCases[language], " "), "|", "")
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			g := For(language)
			var dst []article.Span
			for b.Loop() {
				dst = Append(dst[:0], text, article.Span{Start: 0, End: len(text)}, g)
			}
			b.ReportMetric(float64(len(dst)), "sentences")
		})
	}
}
