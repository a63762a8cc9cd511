package quote_test

import "testing"

// Whom it is said to, and what an office is for, is not who speaks.
func TestSaidToWhom(t *testing.T) {
	runForeignCases(t, "tr", []foreignCase{
		{
			"Kasabanın gözü çobanda. Durmuş Kayalı, kararı kahvede televizyondan öğrendi. \"Kapıyı açık bırakan ben değilim\" dedi SÖZCÜ muhabirine.",
			[]string{"Durmuş Kayalı | Kapıyı açık bırakan ben değilim"},
		},
		{
			"Durmuş Kayalı, kararı kahvede öğrendi. \"Kapıyı açık bırakan ben değilim\" dedi gazetemize.",
			[]string{"Durmuş Kayalı | Kapıyı açık bırakan ben değilim"},
		},
	})
	runForeignCases(t, "tr", []foreignCase{
		{
			"\"Her şey gitti, ne yapalım\" dedi Ayşe Kayalı gazetemize. Sonra gitti.",
			[]string{"Ayşe Kayalı | Her şey gitti, ne yapalım"},
		},
	})
	runForeignCases(t, "no", []foreignCase{
		{
			"– Dette er en god dag for byen, sier byråd for kultur og idrett, Tarjei Dahl, til NTB.",
			[]string{"Tarjei Dahl | Dette er en god dag for byen"},
		},
	})
	runForeignCases(t, "da", []foreignCase{
		{
			"- Det er en god dag for byen, siger rådmand for børn og unge, Karen Holst, til Ritzau.",
			[]string{"Karen Holst | Det er en god dag for byen"},
		},
	})
	runForeignCases(t, "sv", []foreignCase{
		{
			"– Det är en bra dag för staden, säger chef för kultur och fritid, Karin Sjö, till TT.",
			[]string{"Karin Sjö | Det är en bra dag för staden"},
		},
	})
}
