package credit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wiretrace/article"
	"wiretrace/article/layout"
)

// sentences of a report, by language, with which agencies' lines are put together.
var reports = map[string]string{
	"de": "Die Brücke wurde am Mittag vom Bürgermeister gesperrt. Zwei Ingenieure hatten schon im Frühjahr vor dem Rost gewarnt. Die Arbeiten dauern ein Jahr.",
	"en": "The mayor closed the bridge at noon. Two engineers had warned him about the rust in spring. The works will take a year and cost two million.",
	"fr": "Le maire a fermé le pont à midi. Deux ingénieurs l'avaient mis en garde contre la rouille au printemps. Les travaux dureront un an.",
	"it": "Il sindaco ha chiuso il ponte a mezzogiorno. Due ingegneri lo avevano avvertito della ruggine in primavera. I lavori dureranno un anno.",
	"es": "El alcalde cerró el puente a mediodía. Dos ingenieros le habían advertido del óxido en primavera. Las obras durarán un año entero.",
	"pt": "O presidente da câmara fechou a ponte ao meio-dia. Dois engenheiros tinham avisado da ferrugem na primavera. As obras duram um ano.",
	"nl": "De burgemeester sloot de brug om twaalf uur. Twee ingenieurs hadden hem in het voorjaar voor roest gewaarschuwd. Het werk duurt een jaar.",
	"sv": "Borgmästaren stängde bron vid middagstid. Två ingenjörer hade varnat honom för rosten i våras. Arbetet tar ett år och kostar två miljoner.",
	"da": "Borgmesteren lukkede broen ved middagstid. To ingeniører havde advaret ham om rusten i foråret. Arbejdet tager et år og koster to millioner.",
	"no": "Ordføreren stengte broen ved middagstid. To ingeniører hadde advart ham om rusten i vår. Arbeidet tar et år og koster to millioner kroner.",
	"pl": "Burmistrz zamknął most w południe. Dwaj inżynierowie ostrzegali go wiosną przed rdzą. Prace potrwają rok i będą kosztować dwa miliony.",
	"ru": "Мэр закрыл мост в полдень. Два инженера предупреждали его о ржавчине весной. Работы займут год и обойдутся в два миллиона.",
	"uk": "Мер закрив міст опівдні. Два інженери попереджали його про іржу навесні. Роботи триватимуть рік і коштуватимуть два мільйони.",
	"tr": "Belediye başkanı köprüyü öğlen kapattı. İki mühendis onu ilkbaharda pas konusunda uyarmıştı. Çalışmalar bir yıl sürecek.",
	"zh": "市长中午关闭了大桥。两名工程师春天曾就锈蚀问题提出警告。工程将持续一年，耗资两百万。",
	"ja": "市長は正午に橋を閉鎖した。二人の技術者が春にさびについて警告していた。工事は一年かかり、費用は二百万円になる。",
	"ko": "시장은 정오에 다리를 폐쇄했다. 두 기술자가 봄에 녹에 대해 경고했다. 공사는 일 년이 걸린다.",
	"ar": "أغلق رئيس البلدية الجسر ظهرا. وكان مهندسان قد حذراه من الصدأ في الربيع. وتستغرق الأعمال سنة كاملة.",
	"bg": "Кметът затвори моста по обяд. Двама инженери го бяха предупредили за ръждата през пролетта. Работата ще продължи една година.",
}

func TestMarksOfAgencies(t *testing.T) {
	for _, c := range []struct {
		language, form string // * stands for the report
		want           string // agencies, ; between them
	}{
		// At the head, in brackets.
		{"de", "Bern (sda) *", "Keystone-SDA"},
		{"de", "Bern (Keystone-SDA) *", "Keystone-SDA"},
		{"de", "Vatikanstadt (KNA) *", "KNA"},
		{"de", "Wien (APA) - *", "APA"},
		{"de", "Wien/Graz (APA/dpa) – *", "APA;Deutsche Presse-Agentur"},
		{"de", "(sda/afp) *", "Keystone-SDA;Agence France-Presse"},
		{"de", "Berlin (ddp-nrd). *", "dapd"},
		{"de", "Essen (ots) - *", "ots"},
		{"de", "Kairo, 29. Jan. (AFP) *", "Agence France-Presse"},
		{"de", "London, 16. Juli. (Reuter.) *", "Reuters"},
		{"fr", "BERNE (ATS). — *", "Keystone-SDA"},
		{"fr", "Lausanne, 24 (ATS).-*", "Keystone-SDA"},
		{"fr", "BERLIN (ATS-DPA). — *", "Keystone-SDA;Deutsche Presse-Agentur"},
		{"fr", "Béziers, 2. — (A. F. P.) *", "Agence France-Presse"},
		{"fr", "Washington, 23 mai.\n(United Press.) — *", "United Press International"},
		{"fr", "Bangkok, 16 juin. (U. P.) — *", "United Press International"},
		{"fr", "Alger (APS) - *", "Algérie Presse Service"},
		{"it", "Roma, 3 mag. (LaPresse) - *", "LaPresse"},
		{"it", "(AGI) - Roma, 3 mag. - *", "AGI"},
		{"it", "Berna (Keystone-ATS) *", "Keystone-SDA"},
		{"nl", "DEN HAAG (ANP) - *", "ANP"},
		{"nl", "BRUSSEL (BELGA/AFP) - *", "Belga;Agence France-Presse"},
		{"sv", "STOCKHOLM (TT) *", "TT"},
		{"sv", "PARIS (TT-AFP) *", "TT;Agence France-Presse"},
		{"no", "Oslo (NTB): *", "NTB"},
		{"tr", "ANKARA (AA) - *", "Anadolu Agency"},
		{"tr", "İstanbul, (DHA) - *", "Demirören News Agency"},
		{"en", "(AP) *", "Associated Press"},
		{"en", "New Delhi, Jan 01 (PTI): *", "Press Trust of India"},
		{"en", "Carrara [Australia], Jan 01 (ANI): *", "ANI"},
		{"en", "WASHINGTON (CBSDC/AP) — *", "Associated Press"},
		{"ru", "МОСКВА, 3 мая. /ТАСС/. *", "TASS"},
		{"ru", "МОСКВА, 3 мая — РИА Новости. *", "RIA Novosti"},
		{"ru", "Москва. 3 октября. ИНТЕРФАКС - *", "Interfax"},
		{"uk", "КИЇВ. 3 травня. УНН. *", "UNN"},
		{"ko", "(서울=연합뉴스) 김철수 기자 = *", "Yonhap"},
		{"ko", "[서울=뉴시스] 김철수 기자 = *", "Newsis"},
		{"ko", "(모스크바 AP=연합뉴스) *", "Associated Press;Yonhap"},
		{"ja", "【ワシントン時事】*", "Jiji Press"},
		{"ja", "【北京共同】*", "Kyodo News"},
		{"ja", "［東京　３日　ロイター］ - *", "Reuters"},
		{"ja", "[ワシントン 16日 ロイター] - *", "Reuters"},
		{"ja", "【パリAFP=時事】*", "Agence France-Presse;Jiji Press"},
		{"ja", "【ソウル聯合ニュース】*", "Yonhap"},
		{"zh", "新华社北京5月3日电 *", "Xinhua"},
		{"zh", "新华社北京5月3日电（记者张三）*", "Xinhua"},
		{"zh", "新華社華盛頓１０月２２日電 *", "Xinhua"},
		{"zh", "中新社北京5月3日电 *", "China News Service"},
		{"zh", "中新网5月3日电 *", "China News Service"},
		{"zh", "（中央社台北3日電）*", "Central News Agency"},
		{"zh", "（中央社記者王大明倫敦8日專電）*", "Central News Agency"},
		{"zh", "（中央社紐約30日綜合外電報導）*", "Central News Agency"},
		{"ar", "القاهرة (رويترز) - *", "Reuters"},
		{"ar", "باريس (أ ف ب) - *", "Agence France-Presse"},

		// At the head, without brackets.
		{"fr", "UPI. — *", "United Press International"},
		{"fr", "TEHERAN, 24. — AFP. — *", "Agence France-Presse"},
		{"fr", "SEATTLE, 23. — ATS — *", "Keystone-SDA"},
		{"de", "Paris/AFP – *", "Agence France-Presse"},

		// At the end.
		{"de", "*\n\n(sda)", "Keystone-SDA"},
		{"de", "* (dpa/lno)", "Deutsche Presse-Agentur"},
		{"de", "* (chk/sda)", "Keystone-SDA"},
		{"de", "* sda/apa/dpa", "Keystone-SDA;APA;Deutsche Presse-Agentur"},
		{"de", "*\n\nARD/dpa/AFP", "Deutsche Presse-Agentur;Agence France-Presse"},
		{"de", "*\n\nQuelle: dpa", "Deutsche Presse-Agentur"},
		{"de", "*\n\nQuelle: ntv.de, jwu/dpa/AFP", "Deutsche Presse-Agentur;Agence France-Presse"},
		{"de", "*\n\nQuelle: APA", "APA"},
		{"de", "* mit dpa", "Deutsche Presse-Agentur"},
		{"fr", "*\n\nats, afp", "Keystone-SDA;Agence France-Presse"},
		{"fr", "* ATS", "Keystone-SDA"},
		{"fr", "* / ats", "Keystone-SDA"},
		{"fr", "*\nats-afp-ap", "Keystone-SDA;Agence France-Presse;Associated Press"},
		{"fr", "* (UPI, Reuter, Impar.)", "United Press International;Reuters"},
		{"fr", "*\n\nSource : Belga", "Belga"},
		{"fr", "* (ATS / Rcuter)", "Keystone-SDA;Reuters"},
		{"it", "* (Adnkronos)", "Adnkronos"},
		{"it", "* (ats/ans)", "Keystone-SDA"},
		{"es", "* (NTX)", "Notimex"},
		{"es", "* EFE", "EFE"},
		{"nl", "*\n\nBron: ANP", "ANP"},
		{"nl", "* ANP", "ANP"},
		{"nl", "Door: Jan de Wit 5 februari 2015, 21:55 Bron: ANP\n\n*", "ANP"},
		{"sv", "* TT", "TT"},
		{"sv", "*\n\nTT-Reuters", "TT;Reuters"},
		{"da", "*\n\n/ritzau/", "Ritzau"},
		{"da", "*\n\nKilde: Ritzau", "Ritzau"},
		{"no", "* (©NTB)", "NTB"},
		{"pl", "* (PAP)", "PAP"},
		{"pl", "*\n\nŹródło: PAP", "PAP"},
		{"tr", "*\n\nKaynak: İHA", "İhlas News Agency"},
		{"tr", "* (DHA)", "Demirören News Agency"},
		{"ru", "*\n\nИсточник: РИА Новости", "RIA Novosti"},
		{"bg", "* /БТА/", "BTA"},
		{"en", "* PTI", "Press Trust of India"},
		{"en", "* — Bernama", "Bernama"},
		{"en", "* (ANI)", "ANI"},
		{"ja", "*（共同）", "Kyodo News"},
		{"zh", "*\n\n来源：新华社", "Xinhua"},
		{"zh", "*\n\n（来源：中新网）", "China News Service"},
		{"ar", "*\n\nالمصدر: رويترز", "Reuters"},
	} {
		t.Run(c.form, func(t *testing.T) {
			text := strings.Replace(c.form, "*", reports[c.language], 1)
			credits := readRaw(t, article.Article{Text: text, Language: c.language})
			var got []string
			for _, k := range credits {
				got = append(got, k.Outlet)
				require.True(t, k.Cue == CueDateline || k.Cue == CueByline || k.Cue == CueCreditLine, k.Cue)
				require.True(t, 0 <= k.Start && k.Start < k.End && k.End <= len(text), text)
			}
			require.ElementsMatch(t, strings.Split(c.want, ";"), got, text)
		})
	}
}

func TestMarksThatAreNone(t *testing.T) {
	for _, c := range []struct{ language, text string }{
		{"no", "Statsminister Jonas Gahr Støre (Ap) sier at broen skal åpne igjen neste år, etter lange forhandlinger."},
		{"en", "The Seventh-day Adventists (SDA) closed the bridge at noon, and nobody was there to see it or to tell."},
		{"de", "Amt für Personenverkehr (AP): Die Brücke wird gesperrt, und niemand weiß, wie lange das noch dauern soll."},
		{"en", "Miami (AA) opened the game with two early goals and never looked back in front of a sold-out home crowd."},
		{"en", "The bridge, seen from the air. (Jo Lind/AP)"},
		{"en", "The new bridge at dusk. AP"},
		{"en", "The mayor closed the bridge. The man who told of it first was Michael R. Bloomberg."},
		{"de", "Der Abgeordnete (SPD) lehnte ab. Er sprach von Rost und von den Kosten, die das Land nicht tragen könne."},
		{"tr", "Köprü, (A) ve (B) noktaları arasında kapatıldı. Çalışmalar bir yıl sürecek ve iki milyona mal olacak."},
	} {
		text := "Something was reported before it.\n\n" + c.text + "\n\n" + body
		require.Empty(t, readRaw(t, article.Article{Text: text, Language: c.language}), c.text)
	}
}

// readRaw returns the credits of a, laid out as a run lays it.
func readRaw(t *testing.T, a article.Article) []Credit {
	t.Helper()
	l, _ := layout.Find(&a)
	return reader().Credits(nil, &a, &l)
}
