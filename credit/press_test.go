package credit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/lang"
)

func TestCuesOfThePressAreRead(t *testing.T) {
	for _, code := range lang.PressCodes() {
		require.NotPanics(t, func() { lexiconOf(&article.Article{Language: code}) }, code)
		require.True(t, Reads(&article.Article{Language: code}), code)
		phrases := 0
		x := lexiconOf(&article.Article{Language: code})
		for _, q := range x.ahead.cues {
			if q.use != 0 {
				phrases++
			}
		}
		for _, q := range x.back.cues {
			if q.use != 0 {
				phrases++
			}
		}
		require.Greater(t, phrases+len(x.runs), 50, code)
	}
	require.True(t, Reads(&article.Article{Language: "nb-NO"}))
	require.False(t, Reads(&article.Article{Language: "fi"}))
	require.False(t, Reads(&article.Article{Language: "el"}))
}

func TestCreditsOfThePress(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"nl", "De brug is gesloten, meldt persbureau Reuters.", "Reuters"},
		{"nl", "Volgens De Telegraaf was de roest bekend.", "De Telegraaf"},
		{"nl", "NRC schreef zaterdag dat de roest bekend was.", "NRC"},
		{"nl", "De krant Het Parool heeft uit stukken vernomen dat de brug sluit.", "Het Parool"},
		{"nl", "De burgemeester zei tegen RTL Nieuws dat de brug dicht blijft.", "RTL Nieuws"},
		{"nl", "Dat blijkt uit onderzoek van de Volkskrant.", "de Volkskrant"},
		{"sv", "Bron är stängd, rapporterar SVT.", "SVT"},
		{"sv", "Enligt Dagens Nyheter var rosten känd.", "Dagens Nyheter"},
		{"sv", "Det skriver nyhetsbyrån Reuters.", "Reuters"},
		{"sv", "– Det är farligt, säger borgmästaren till Aftonbladet.", "Aftonbladet"},
		{"sv", "Tidningen Expressen avslöjade i går att rosten var känd.", "Expressen"},
		{"da", "Broen er lukket, skriver Politiken.", "Politiken"},
		{"da", "Ifølge Berlingske var rusten kendt.", "Berlingske"},
		{"da", "Det oplyser nyhedsbureauet Ritzau.", "Ritzau"},
		{"da", "Det siger borgmesteren til Jyllands-Posten.", "Jyllands-Posten"},
		{"no", "Broen er stengt, melder nyhetsbyrået Reuters.", "Reuters"},
		{"no", "Ifølge Aftenposten var rusten kjent.", "Aftenposten"},
		{"no", "Det er farlig, sier ordføreren til NRK.", "NRK"},
		{"no", "Dagbladet skriver at broen skal rives.", "Dagbladet"},
		{"pl", "Most jest zamknięty, podaje PAP.", "PAP"},
		{"pl", "Według „Gazety Wyborczej” rdza była znana.", "Gazeta Wyborcza"},
		{"pl", "Jak ustalił portal Onet, most zostanie rozebrany.", "Onet"},
		{"pl", "Powołując się na agencję Reuters, dziennik napisał o rdzy.", "Reuters"},
		{"pl", "Jak informuje „Rzeczpospolita”, rdza była znana.", "Rzeczpospolita"},
		{"ru", "Об этом сообщает РИА Новости.", "RIA Novosti"},
		{"ru", "Как передаёт ТАСС, мост закрыт.", "TASS"},
		{"ru", "Мост закрыт, пишет «Коммерсантъ».", "Kommersant"},
		{"ru", "По данным агентства «Интерфакс», мост закрыт.", "Interfax"},
		{"ru", "Мост закрыли, сообщает РБК со ссылкой на Reuters.", "RBC (Russia);Reuters"},
		{"ru", "Мэр рассказал «Ведомостям», что мост закрыт.", "Vedomosti"},
		{"uk", "Про це повідомляє Укрінформ.", "Ukrinform"},
		{"uk", "За даними «Української правди», міст закрито.", "Ukrainska Pravda"},
		{"uk", "Міст закрито, пише Суспільне.", "Suspilne"},
		{"uk", "З посиланням на Reuters видання пише про іржу.", "Reuters"},
		{"tr", "Reuters'ın haberine göre köprü kapatıldı.", "Reuters"},
		{"tr", "Anadolu Ajansı, köprünün kapatıldığını bildirdi.", "Anadolu Agency"},
		{"tr", "Başkan, Hürriyet gazetesine konuştu.", "Hürriyet"},
		{"tr", "Cumhuriyet'in haberine göre pas biliniyordu.", "Cumhuriyet"},
		{"ar", "أغلق الجسر، وفقا لوكالة رويترز.", "Reuters"},
		{"ar", "ونقلت وكالة فرانس برس عن رئيس البلدية أن الجسر أغلق.", "Agence France-Presse"},
		{"ar", "ذكرت صحيفة الأهرام أن الجسر أغلق.", "Al-Ahram"},
		{"ar", "قال رئيس البلدية لقناة الجزيرة إن الجسر أغلق.", "Al Jazeera"},
		{"zh", "据路透社报道，市长关闭了大桥。", "Reuters"},
		{"zh", "《纽约时报》周二报道称，大桥已经关闭。", "The New York Times"},
		{"zh", "据CNN报道，大桥已经关闭。", "CNN"},
		{"zh", "市长告诉新华社记者，大桥已经关闭。", "Xinhua"},
		{"zh", "中央社报道援引彭博社消息。", "Central News Agency;Bloomberg"},
		{"zh", "據聯合報報導，大橋已經關閉。", "United Daily News"},
		{"ja", "ロイター通信によると、市長は橋を閉鎖した。", "Reuters"},
		{"ja", "読売新聞は3日、市長が橋を閉鎖したと報じた。", "The Yomiuri Shimbun"},
		{"ja", "米紙ニューヨーク・タイムズ（電子版）が報じた。", "The New York Times"},
		{"ja", "市長はNHKの取材に対し、橋は危険だと述べた。", "NHK"},
		{"ko", "연합뉴스에 따르면 시장은 다리를 폐쇄했다.", "Yonhap"},
		{"ko", "로이터통신은 3일 시장이 다리를 폐쇄했다고 보도했다.", "Reuters"},
		{"ko", "조선일보가 단독 보도한 바와 같이 다리는 폐쇄됐다.", "Chosun Ilbo"},
		{"ko", "시장은 CNN과의 인터뷰에서 다리가 위험하다고 말했다.", "CNN"},

		// What credits nobody.
		{"nl", "De Telegraaf ontslaat twee redacteuren.", ""},
		{"sv", "Han läste Aftonbladet på tåget.", ""},
		{"pl", "Kupił rano „Gazetę Wyborczą” w kiosku.", ""},
		{"ru", "Он купил утром «Коммерсантъ» в киоске.", ""},
		{"tr", "Sabah Hürriyet satın aldı.", ""},
		{"zh", "他早上买了一份《纽约时报》。", ""},
		{"ja", "彼は朝、読売新聞を買った。", ""},
		{"ko", "그는 아침에 조선일보를 샀다.", ""},
		{"ar", "وذكر البيان أن الجسر أغلق.", ""},         // the statement
		{"ar", "وقالت الرياض إن الجسر أغلق.", ""},        // the capital
		{"ar", "وفق توقيت المملكة أغلق الجسر ظهرا.", ""}, // the kingdom
		{"ar", "ونقلت صحيفة \"البيان\" عن رئيس البلدية أن الجسر أغلق.", "Al Bayan"},
		{"es", "Hoy informó la policía de que el puente está cerrado.", ""},
		{"en", "The Harbour Foreign Press Association said the bridge was closed.", ""},
		{"en", "A spokesman told the Press Association the bridge was closed.", "PA Media"},
	} {
		var got []string
		for _, k := range readRaw(t, article.Article{Text: c.text, Language: c.language}) {
			got = append(got, k.Outlet)
		}
		t.Run(c.text, func(t *testing.T) { checkNames(t, c.want, got, c.text) })
	}
}

// checkNames checks that got are the outlets of want, ; between them.
func checkNames(t *testing.T, want string, got []string, text string) {
	t.Helper()
	if want == "" {
		require.Empty(t, got, text)
		return
	}
	require.Equal(t, strings.Split(want, ";"), got, text)
}

// Places of a sentence where English puts an outlet, its people, or an outlet of
// which it only tells.
func TestPlacesOfCredits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Joan Roe, host of MSNBC's “Harbour Hour,” suggested that the bridge would close.", "MSNBC (suggested)"},
		{"The mayor, along with Washington Post reporter Ada Lorne, said the bridge was shut.", "The Washington Post (said)"},
		{"Ada Lorne, the Daily Beast reporter who read the letters, tweeted that the bridge was shut.", "The Daily Beast (tweeted)"},
		{"The Slate technology columnist Ada Lorne wrote that the bridge was shut.", "Slate (wrote)"},
		{"The News & Observer in Raleigh, N.C., was reporting on Friday that the bridge was shut.", "The News & Observer (was reporting)"},
		{"The mayor told Australia's ABC that the bridge was shut.", "ABC (Australia) (told)"},
		{"In an interview with NPR, the mayor sought to calm the ferrymen.", "NPR (in an interview with)"},
		{"CNN correspondent Ada Lorne agreed that the bridge was shut.", "CNN (agreed)"},
		{"Slate reporter Ada Lorne agreed that the bridge was shut.", "Slate (agreed)"},
		{"CNN anchor Ada Lorne agreed that the bridge was shut.", ""},
		{"The mayor said on Friday he would sit for interviews with NPR and CNN.", ""},
		{"She will take part in an interview with NPR in Port Alder.", ""},
		{"The ferrymen plan to reprint a withering Washington Post editorial.", ""},
		{"He had paid for a film called “The Orchard” on CNN.", ""},
		{"The film is based on a book by New York Times bestselling author Ada Lorne.", ""},
		{"CNN said Monday it would close its office in Port Alder.", ""},
		{"CNN did not confirm that the bridge was shut.", ""},
		{"CNN was accused of keeping the letter back.", ""},
		{"“That is old,” said the Port Alder Gazette's owner.", ""},
		{"CNN agreed to close its office in Port Alder.", ""},
	} {
		require.Equal(t, c.want, strings.Join(readCredits(t, article.Article{Text: c.text, Language: "en", Outlet: "Port Alder Argus"}), "; "), c.text)
	}
}
