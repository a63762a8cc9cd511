package quote_test

import "testing"

// A trade behind its article stands for whom the sentence before names; so do verbs without a subject.
func TestTrades(t *testing.T) {
	runForeignCases(t, "es", []foreignCase{
		{
			"La mayoría huyó al río. En la plaza se quedó Marta Olmedo, que vendió mil helados en un día. «Se me acabó la vainilla a las diez», contó la heladera a este diario.",
			[]string{"Marta Olmedo | Se me acabó la vainilla a las diez"},
		},
	})
	runForeignCases(t, "it", []foreignCase{
		{ // named before: another may be meant
			"Giovanni Belli è morto ieri.\n\nIn paese tutti volevano bene a Giovanni Belli. «Salutava sempre, anche con la pioggia», dice il pescivendolo.",
			[]string{"pescivendolo | Salutava sempre, anche con la pioggia"},
		},
		{
			"L'ha visto per primo Amadou Fall, che montava il banco davanti alla chiesa. «Andava piano, ma io avevo le mani piene», dice il pescivendolo.",
			[]string{"Amadou Fall | Andava piano, ma io avevo le mani piene"},
		},
		{
			"La guardia era in piazza.\n\n«Mi ha chiesto un bicchiere», racconta ancora tremante Irene Toffolo, 31 anni, da due dietro quel banco.",
			[]string{"Irene Toffolo | Mi ha chiesto un bicchiere"},
		},
	})
	runForeignCases(t, "it", []foreignCase{
		{
			"L'ha inseguita per un tratto Souleymane Barry, che montava il banco. «Andava piano, ma io avevo le mani piene», dice il pescivendolo.",
			[]string{"Souleymane Barry | Andava piano, ma io avevo le mani piene"},
		},
	})
	runForeignCases(t, "pt", []foreignCase{
		{
			"O barco da Escola de Pesca foi visto no largo da feira. Quem o viu foi Custódio Laranjo, padeiro, que passou a noite em cima de um muro. \"Vi o barco da escola a subir a rua\", conta ao JN, embrulhado num cobertor.",
			[]string{"Custódio Laranjo | Vi o barco da escola a subir a rua"},
		},
	})
}

// A paragraph that opens with what somebody says, whom the next sentence names.
func TestNamedRightBehind(t *testing.T) {
	runForeignCases(t, "it", []foreignCase{
		{
			"\"Parto a Pasqua, dopo la raccolta. E non torno\". Corrado Berni, sindaco di Roccabella, annuncia l'addio con la valigia già pronta. Lo ha detto al giornale della valle.",
			[]string{"Corrado Berni | Parto a Pasqua, dopo la raccolta. E non torno"},
		},
	})
}
