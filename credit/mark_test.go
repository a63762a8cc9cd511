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
	"cs": "Starosta most v poledne uzavřel. Dva inženýři ho na jaře varovali před korozí. Práce potrvají rok a budou stát dva miliony.",
	"sk": "Starosta most na poludnie uzavrel. Dvaja inžinieri ho na jar varovali pred hrdzou. Práce potrvajú rok a budú stáť dva milióny.",
	"hu": "A polgármester délben lezárta a hidat. Két mérnök tavasszal figyelmeztette a rozsdára. A munka egy évig tart és kétmillióba kerül.",
	"ro": "Primarul a închis podul la prânz. Doi ingineri îl avertizaseră în primăvară despre rugină. Lucrările vor dura un an întreg.",
	"el": "Ο δήμαρχος έκλεισε τη γέφυρα το μεσημέρι. Δύο μηχανικοί τον είχαν προειδοποιήσει την άνοιξη για τη σκουριά. Τα έργα θα διαρκέσουν έναν χρόνο.",
	"sr": "Gradonačelnik je u podne zatvorio most. Dva inženjera su ga na proleće upozorila na rđu. Radovi će trajati godinu dana.",
	"hr": "Gradonačelnik je u podne zatvorio most. Dva inženjera su ga na proljeće upozorila na hrđu. Radovi će trajati godinu dana.",
	"sl": "Župan je opoldne zaprl most. Dva inženirja sta ga spomladi opozorila na rjo. Dela bodo trajala eno leto in stala dva milijona.",
	"bs": "Gradonačelnik je u podne zatvorio most. Dva inženjera su ga na proljeće upozorila na hrđu. Radovi će trajati godinu dana.",
	"mk": "Градоначалникот го затвори мостот напладне. Двајца инженери го предупредија напролет за рѓата. Работите ќе траат една година.",
	"sq": "Kryetari i bashkisë e mbylli urën në mesditë. Dy inxhinierë e kishin paralajmëruar në pranverë për ndryshkun. Punimet do të zgjasin një vit.",
	"fi": "Pormestari sulki sillan keskipäivällä. Kaksi insinööriä oli varoittanut häntä ruosteesta keväällä. Työt kestävät vuoden ja maksavat kaksi miljoonaa.",
	"lt": "Meras vidurdienį uždarė tiltą. Du inžinieriai pavasarį jį įspėjo dėl rūdžių. Darbai truks metus ir kainuos du milijonus.",
	"lv": "Mērs pusdienlaikā slēdza tiltu. Divi inženieri pavasarī viņu brīdināja par rūsu. Darbi ilgs gadu un maksās divus miljonus.",
	"et": "Linnapea sulges silla keskpäeval. Kaks inseneri hoiatasid teda kevadel rooste eest. Tööd kestavad aasta ja maksavad kaks miljonit.",
	"id": "Wali kota menutup jembatan itu pada tengah hari. Dua insinyur telah memperingatkannya soal karat pada musim semi. Pekerjaan akan berlangsung setahun.",
	"ms": "Datuk bandar menutup jambatan itu pada tengah hari. Dua jurutera telah memberi amaran kepadanya tentang karat. Kerja akan mengambil masa setahun.",
	"vi": "Thị trưởng đã đóng cầu vào buổi trưa. Hai kỹ sư đã cảnh báo ông về rỉ sét vào mùa xuân. Công việc sẽ kéo dài một năm.",
	"th": "นายกเทศมนตรีสั่งปิดสะพานเมื่อเที่ยงวันนี้ วิศวกรสองคนเตือนเขาเรื่องสนิมตั้งแต่ฤดูใบไม้ผลิ งานซ่อมจะใช้เวลาหนึ่งปี",
	"hi": "महापौर ने दोपहर में पुल बंद कर दिया। दो इंजीनियरों ने वसंत में उन्हें जंग के बारे में चेताया था। काम एक साल चलेगा।",
	"fa": "شهردار ظهر امروز پل را بست. دو مهندس در بهار درباره زنگ" + "\u200c" + "زدگی به او هشدار داده بودند. کار یک سال طول می\u200cکشد.",
	"he": "ראש העיר סגר את הגשר בצהריים. שני מהנדסים הזהירו אותו באביב מפני החלודה. העבודות יימשכו שנה ויעלו שני מיליון.",
	"ca": "L'alcalde va tancar el pont al migdia. Dos enginyers l'havien advertit del rovell a la primavera. Les obres duraran un any.",
	"az": "Bələdiyyə sədri körpünü günorta bağladı. İki mühəndis onu yazda pas barədə xəbərdar etmişdi. İşlər bir il çəkəcək.",
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
		{"tr", "*\n\nKaynak: İHA", "Ihlas News Agency"},
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

// A mark alone below the text signs it, by whatever name the agency is known: no dateline opens there.
func TestMarksBelowTheTextAreCreditLines(t *testing.T) {
	for _, mark := range []string{"(DHA)", "(ANKA)", "(AA)", "(İHA)"} {
		text := reports["tr"] + "\n\nİkinci paragraf köprünün tarihini anlatıyor. Köprü 1912'de açıldı.\n\n" + mark
		credits := readRaw(t, article.Article{Text: text, Language: "tr"})
		require.Len(t, credits, 1, mark)
		require.Equal(t, CueCreditLine, credits[0].Cue, mark)
	}
}

// How papers of more countries sign: the report stands for *.
func TestMarksOfManyCountries(t *testing.T) {
	for _, c := range []struct{ language, form, want string }{
		// Switzerland, Austria, Germany, Luxembourg, Belgium.
		{"de", "Zürich (awp) - *", "AWP Finanznachrichten"},
		{"de", "* (sda/reu/afp)", "Keystone-SDA;Reuters;Agence France-Presse"},
		{"de", "*\n\nSDA/jhe", "Keystone-SDA"},
		{"de", "* (APA, red, 3.5.2020)", "APA"},
		{"de", "*\n\n(red/APA)", "APA"},
		{"de", "*\n\n(Quelle: APA/dpa)", "APA;Deutsche Presse-Agentur"},
		{"de", "*\n\n© dpa-infocom, dpa:200503-99-123456/2", "Deutsche Presse-Agentur"},
		{"de", "*\n\nhba/dpa/AFP", "Deutsche Presse-Agentur;Agence France-Presse"},
		{"de", "*\n\nMit Material der dpa", "Deutsche Presse-Agentur"},
		{"de", "*\n\nMit Agenturmaterial von dpa und Reuters", "Deutsche Presse-Agentur;Reuters"},
		{"de", "Frankfurt/Main (dpa-AFX) - *", "dpa-AFX"},
		{"de", "* (epd)", "epd"},
		{"de", "Neue Brücke gesperrt MOSKAU (dpa-AFX) - *", "dpa-AFX"},
		{"de", "Brücke gesperrt NEW YORK/LONDON (dpa) - *", "Deutsche Presse-Agentur"},
		{"de", "Brücke gesperrt LINZ (APA) Die neue Brücke. *", "APA"},
		{"de", "Brücke gesperrt Keystone/EPA/JANE ROE (sda/dpa/afp) *", "Keystone-SDA;Deutsche Presse-Agentur;Agence France-Presse"},
		{"es", "Cierran el puente MADRID, 4 (EUROPA PRESS) *", "Europa Press"},
		{"es", "Cierran el puente SEVILLA (EFE).- *", "EFE"},
		{"pl", "* bas/ PAP", "PAP"},
		{"pl", "* mbl/PAP", "PAP"},
		{"de", "* Mehr unter www.brueckenhilfe.de Anzeige RND/lo", "RedaktionsNetzwerk Deutschland"},
		{"de", "* Weiterlesen nach der Anzeige RND/dpa", "Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"de", "* (RND/epd)", "epd;RedaktionsNetzwerk Deutschland"},
		{"de", "*\n\nRND/dpa/lhe", "Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"de", "*\n\ndpa/RND", "Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"de", "* (RND)", "RedaktionsNetzwerk Deutschland"},
		{"es", "* (Colpisa / AFP)", "Agence France-Presse;Colpisa"},
		{"de", "* (AFP/dpa)", "Agence France-Presse;Deutsche Presse-Agentur"},
		{"sv", "Kalmar (TT)\n\n*", "TT"},
		{"da", "København (Ritzau)\n\n*", "Ritzau"},
		{"no", "Trondheim (NTB)\n\n*", "NTB"},
		{"pt", "Lisboa (Lusa)\n\n*", "Lusa"},
		{"es", "BUENOS AIRES (AFP)\n\n*", "Agence France-Presse"},
		{"ru", "МОСКВА, 4 мар — РИА Новости. *", "RIA Novosti"},
		{"ru", "КОСТРОМА, 14 дек - РИА Новости, Иван Петров. *", "RIA Novosti"},
		{"ru", "Москва. 4 марта. INTERFAX.RU - *", "Interfax"},
		{"es", "* Ciudad CCS / AVN", "Agencia Venezolana de Noticias"},
		{"es", "* Maracay, Diario El Puente / AVN", "Agencia Venezolana de Noticias"},
		{"de", "* dpa\n\n© Mannheimer Morgen, Dienstag, 25.02.2020", "Deutsche Presse-Agentur"},
		{"fr", "Dakar (APA) – *", "Agence de Presse Africaine"},
		{"de", "*\n\nmit SID", "SID"},
		{"de", "* (mm/dpa)", "Deutsche Presse-Agentur"},
		{"nl", "BRUSSEL (BELGA) *", "Belga"},
		{"nl", "*\n\nBron: Belga", "Belga"},
		{"nl", "* (Belga)", "Belga"},
		{"fr", "BRUXELLES 3/5 (BELGA) = *", "Belga"},
		{"fr", "*\n\nAvec Belga", "Belga"},
		{"fr", "*\n\n(avec AFP)", "Agence France-Presse"},
		{"fr", "*\n\nL'essentiel/AFP", "Agence France-Presse"},
		{"fr", "*\n\nLa rédaction avec Belga", "Belga"},
		{"es", "*\n\nRedacción con EFE", "EFE"},

		// The Baltic countries.
		{"lt", "Vilnius, gegužės 3 d. (ELTA). *", "ELTA"},
		{"lt", "*\n\nŠaltinis: BNS", "BNS"},
		{"lt", "VILNIUS, geg. 3, BNS - *", "BNS"},
		{"lv", "*\n\nAvots: LETA", "LETA"},
		{"lv", "RĪGA, 3. maijs, LETA. *", "LETA"},
		{"et", "* BNS", "BNS"},
		{"et", "TALLINN, 3. mai, BNS - *", "BNS"},

		// Poland, Czechia, Slovakia, Hungary, Romania, Bulgaria, Greece.
		{"pl", "Warszawa, 3.05.2020 (PAP) - *", "PAP"},
		{"pl", "*\n\n(PAP)\n\nautor: Jan Nowak\n\njno/ mal/", "PAP"},
		{"pl", "*\n\nPAP/IAR", "PAP;IAR"},
		{"cs", "Praha 3. května (ČTK) – *", "Czech News Agency"},
		{"cs", "*\n\nZdroj: ČTK", "Czech News Agency"},
		{"cs", "*\n\nčtk, tb", "Czech News Agency"},
		{"cs", "* –ČTK/RED–", "Czech News Agency"},
		{"sk", "Bratislava 3. mája (TASR) – *", "TASR"},
		{"sk", "BRATISLAVA 3. mája (SITA) - *", "SITA"},
		{"sk", "*\n\nZdroj: TASR, SITA", "TASR;SITA"},
		{"hu", "Budapest, 2020. május 3., vasárnap (MTI) – *", "MTI"},
		{"hu", "* (MTI)", "MTI"},
		{"hu", "*\n\nForrás: MTI", "MTI"},
		{"ro", "București, 3 mai /Agerpres/ - *", "Agerpres"},
		{"ro", "*\n\nSursa: Agerpres", "Agerpres"},
		{"ro", "* AGERPRES/(AS - autor: Ion Pop, editor: Ana Pop)", "Agerpres"},
		{"ro", "CHIȘINĂU, 3 mai - MOLDPRES. *", "Moldpres"},
		{"bg", "София, 3 май /БТА/ *", "BTA"},
		{"bg", "*\n\nИзточник: БТА", "BTA"},
		{"el", "* (ΑΠΕ-ΜΠΕ)", "ANA-MPA"},
		{"el", "*\n\nΠηγή: ΑΠΕ-ΜΠΕ", "ANA-MPA"},
		{"el", "*\n\nΜε πληροφορίες από ΑΠΕ-ΜΠΕ, Reuters", "ANA-MPA;Reuters"},
		{"el", "*\n\nΠηγή: ΚΥΠΕ", "Cyprus News Agency"},

		// Serbia, Croatia, Slovenia, Bosnia, Macedonia, Albania, Montenegro.
		{"sr", "BEOGRAD, 3. maja (Tanjug) - *", "Tanjug"},
		{"sr", "*\n\nIzvor: Beta", "Beta"},
		{"sr", "*\n\nIzvor: N1, FoNet", "FoNet"},
		{"sr", "* (Tanjug)", "Tanjug"},
		{"sr", "PODGORICA (MINA) – *", "MINA"},
		{"hr", "ZAGREB, 3. svibnja 2020. (Hina) - *", "HINA"},
		{"hr", "*\n\nIzvor: HINA", "HINA"},
		{"hr", "* (Hina)", "HINA"},
		{"sl", "Ljubljana, 3. maja (STA) - *", "STA"},
		{"sl", "*\n\nVir: STA", "STA"},
		{"sl", "*\n\nSTA, M. K.", "STA"},
		{"bs", "SARAJEVO, 3. maja (FENA) - *", "FENA"},
		{"bs", "*\n\n(SRNA)", "SRNA"},
		{"mk", "Скопје, 3 мај 2020 (МИА) – *", "MIA"},
		{"sq", "TIRANË, 3 maj /ATSH/ – *", "ATA"},

		// Finland and Sweden.
		{"fi", "*\n\nSTT", "STT"},
		{"fi", "*\n\nSTT–AFP", "STT;Agence France-Presse"},
		{"fi", "*\n\nLähde: STT", "STT"},
		{"sv", "* (SPT)", "STT"},
		{"sv", "*\n\nTT, Reuters", "TT;Reuters"},

		// Russia's neighbours.
		{"ru", "3 мая, Минск /Корр. БЕЛТА/. *", "BelTA"},
		{"ru", "АСТАНА. КАЗИНФОРМ - *", "Kazinform"},
		{"ru", "ЕРЕВАН, 3 МАЯ, АРМЕНПРЕСС. *", "Armenpress"},
		{"ru", "Баку, 3 мая, АЗЕРТАДЖ\n\n*", "Azertac"},
		{"az", "Bakı, 3 may, AZƏRTAC\n\n*", "Azertac"},
		{"uk", "*\n\nДжерело: Укрінформ", "Ukrinform"},

		// Asia.
		{"id", "Jakarta (ANTARA) - *", "Antara"},
		{"id", "*\n\nSumber: Antara", "Antara"},
		{"ms", "KUALA LUMPUR, 3 Mei (Bernama) -- *", "Bernama"},
		{"ms", "*\n\n-- BERNAMA", "Bernama"},
		{"vi", "* (TTXVN)", "Vietnam News Agency"},
		{"vi", "*\n\nTheo TTXVN", "Vietnam News Agency"},
		{"vi", "*\n\n(TTXVN/Vietnam+)", "Vietnam News Agency"},
		{"vi", "*\n\nNguồn: Reuters", "Reuters"},
		{"th", "* -สำนักข่าวไทย", "Thai News Agency"},
		{"th", "*\n\nที่มา: รอยเตอร์", "Reuters"},
		{"hi", "नई दिल्ली, 3 मई (भाषा) *", "Press Trust of India"},
		{"hi", "*\n\n(एएनआई)", "ANI"},
		{"hi", "*\n\nस्रोत: आईएएनएस", "IANS"},
		{"en", "*\n\nPTI ABC DEF", "Press Trust of India"},
		{"en", "* -- PTI", "Press Trust of India"},
		{"en", "*\n\n--IANS\n\nabc/def", "IANS"},
		{"en", "*\n\n(With inputs from PTI)", "Press Trust of India"},
		{"en", "*\n\n(Except for the headline, this story has not been edited by our staff and is published from a PTI feed.)", "Press Trust of India"},
		{"en", "*\n\n(This story has been published from an ANI feed without modifications to the text. Only the headline has been changed.)", "ANI"},
		{"en", "*\n\nThis story has not been edited by our desk and is auto-generated from PTI.", "Press Trust of India"},
		{"en", "*\n\n(The report above was published from a Reuters feed with minor edits.)", "Reuters"},
		{"en", "*\n\nThis article has been published from a wire agency feed without modifications to the text.", "unnamed wires"},
		{"en", "*\n\nOur Standards: The Thomson Reuters Trust Principles.", "Reuters"},
		{"en", "*\n\nOur Standards: The Thomson Reuters Trust Principles., opens new tab", "Reuters"},
		{"en", "New Delhi, May 3 (IANS) *", "IANS"},
		{"en", "ISLAMABAD, May 3 (APP): *", "Associated Press of Pakistan"},
		{"en", "*\n\n—APP", "Associated Press of Pakistan"},
		{"en", "DHAKA, May 3, 2020 (BSS) - *", "Bangladesh Sangbad Sangstha"},
		{"en", "TEMA, Ghana | Xinhua | *", "Xinhua"},
		{"ar", "الرياض (واس) *", "Saudi Press Agency"},
		{"ar", "دمشق-سانا\n\n*", "Syrian Arab News Agency"},
		{"ar", "عمان - بترا - *", "Petra"},
		{"ar", "الرباط (و م ع) - *", "Maghreb Arabe Presse"},
		{"ar", "* (د ب أ)", "Deutsche Presse-Agentur"},
		{"fa", "تهران - ایرنا - *", "Islamic Republic News Agency"},
		{"fa", "* (ایسنا)", "ISNA"},
		{"fa", "*\n\nمنبع: رویترز", "Reuters"},
		{"he", "* (רויטרס)", "Reuters"},

		// Latin America, Spain, Portugal.
		{"es", "BUENOS AIRES (Télam).- *", "Télam"},
		{"es", "La Paz, 3 may (ABI).- *", "Agencia Boliviana de Información"},
		{"es", "La Habana, 3 may (Prensa Latina) *", "Prensa Latina"},
		{"es", "México, 3 May (Notimex).- *", "Notimex"},
		{"es", "*\n\nFuente: Télam", "Télam"},
		{"es", "*\n\nCon información de EFE y AFP", "EFE;Agence France-Presse"},
		{"es", "*\n\nAFP y EFE", "Agence France-Presse;EFE"},
		{"es", "Colprensa - Bogotá\n\n*", "Colprensa"},
		{"es", "* (Europa Press)", "Europa Press"},
		{"ca", "Barcelona (ACN).- *", "Agència Catalana de Notícies"},
		{"pt", "SÃO PAULO, SP (FOLHAPRESS) - *", "Folhapress"},
		{"pt", "*\n\nLusa/Fim", "Lusa"},
		{"pt", "*\n\nDN/Lusa", "Lusa"},
		{"pt", "Lisboa, 03 mai 2020 (Lusa) – *", "Lusa"},
		{"pt", "*\n\nCom informações da Agência Brasil", "Agência Brasil"},
		{"pt", "*\n\nEstadão Conteúdo", "Estadão Conteúdo"},
		{"pt", "Luanda, 3 Mai (Angop) - *", "Angop"},
		{"pt", "Cidade da Praia, 03 Mai (Inforpress) – *", "Inforpress"},
		{"pt", "Maputo, 3 Mai (AIM) – *", "Agência de Informação de Moçambique"},

		// Africa.
		{"en", "Accra, May 3, GNA – *", "Ghana News Agency"},
		{"en", "*\n\nGNA", "Ghana News Agency"},
		{"en", "Abuja, May 3, 2020 (NAN) *", "News Agency of Nigeria"},
		{"en", "*(NAN)", "News Agency of Nigeria"},
		{"en", "Lagos, Nigeria (PANA) - *", "PANA"},
		{"en", "Nairobi, May 3 (KNA) - *", "Kenya News Agency"},
		{"en", "* – Sapa", "South African Press Association"},
		{"en", "* - Sapa-AFP", "South African Press Association;Agence France-Presse"},
		{"en", "* – African News Agency (ANA)", "African News Agency"},
		{"en", "Addis Ababa May 3/2020 (ENA) *", "Ethiopian News Agency"},
		{"en", "Khartoum, May 3 (SUNA) - *", "Sudan News Agency"},
		{"en", "WINDHOEK, 03 MAY (NAMPA) - *", "NAMPA"},
		{"fr", "Abidjan, 3 mai 2020 (AIP)- *", "Agence Ivoirienne de Presse"},
		{"fr", "Rabat, 03 mai (MAP)- *", "Maghreb Arabe Presse"},
		{"fr", "TUNIS (TAP) - *", "Tunis Afrique Presse"},

		// China, Japan, Korea.
		{"zh", "据新华社北京5月3日电 *", "Xinhua"},
		{"zh", "据新华社北京5月3日电国务院*", "Xinhua"},
		{"zh", "*（新华社）", "Xinhua"},
		{"zh", "〔中央社〕*", "Central News Agency"},
		{"zh", "*\n\n（据新华社）", "Xinhua"},
		{"zh", "*\n\n来源：央视新闻、新华社", "Xinhua"},
		{"ja", "【ニューヨーク共同】*", "Kyodo News"},
		{"ja", "*（時事）", "Jiji Press"},
		{"ja", "【5月3日 AFP】*", "Agence France-Presse"},
		{"ja", "*\n\n(c)AFP", "Agence France-Presse"},
		{"ja", "（ワシントン共同）*", "Kyodo News"},
		{"ja", "（ブルームバーグ）： *", "Bloomberg"},
		{"ko", "(뉴욕 로이터=연합뉴스) *", "Reuters;Yonhap"},
		{"ko", "(서울=뉴스1) 김철수 기자 = *", "News1"},
		{"ko", "*\n\n[연합뉴스]", "Yonhap"},
		{"ko", "* /연합뉴스", "Yonhap"},
		{"ko", "* 다리는 3년 전부터 녹슬어 있었고 수리에는 20억원이 든다. 시는 내년 예산에 넣을 계획이며 주민들은 불안하다고 말했다. [연합뉴스]", "Yonhap"},
		{"ko", "* 다리는 3년 전부터 녹슬어 있었고 수리에는 20억원이 든다. 시는 내년 예산에 넣을 계획이며 주민들은 불안하다고 말했다. [뉴시스]", "Newsis"},
		{"ja", "*橋は三年前からさびており、修理には二億円が必要だと専門家は指摘している。市は来年度の予算に盛り込む方針だという。[共同]", "Kyodo News"},
	} {
		t.Run(c.language+" "+c.form, func(t *testing.T) {
			text := strings.Replace(c.form, "*", reports[c.language], 1)
			got := map[string]bool{}
			for _, k := range readRaw(t, article.Article{Text: text, Language: c.language}) {
				got[k.Outlet] = true
				require.True(t, k.Cue == CueDateline || k.Cue == CueByline || k.Cue == CueCreditLine, k.Cue)
			}
			want := map[string]bool{}
			for name := range strings.SplitSeq(c.want, ";") {
				want[name] = true
			}
			require.Equal(t, want, got, text)
		})
	}
}

// The agency of a group of papers sees to what news agencies write.
func TestDesksOfGroupsComeLast(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"*\n\nRND/dpa/lhe", "Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"*\n\nRND/AFP/dpa", "Agence France-Presse;Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"* (RND/epd)", "epd;RedaktionsNetzwerk Deutschland"},
		{"* RND/dpa", "Deutsche Presse-Agentur;RedaktionsNetzwerk Deutschland"},
		{"* (RND)", "RedaktionsNetzwerk Deutschland"},
		{"* (AFP/dpa)", "Agence France-Presse;Deutsche Presse-Agentur"},
	} {
		var got []string
		for _, k := range readRaw(t, article.Article{Text: strings.Replace(c.form, "*", reports["de"], 1), Language: "de"}) {
			got = append(got, k.Outlet)
		}
		checkNames(t, c.want, got, c.form)
	}
}

func TestMarksThatAreNone(t *testing.T) {
	for _, c := range []struct{ language, text string }{
		{"sv", "Karin Thorsell (AFP)\n\n" + reports["sv"]},
		{"da", "Foto (Ritzau)\n\n" + reports["da"]},
		{"de", reports["de"] + "\n\nHelsinki (STT)\n\n" + reports["de"]},
		{"ru", "КОСТРОМА, 14 дек - РИА Новости, как и ТАСС. " + reports["ru"]},
		{"no", "Statsminister Jonas Gahr Støre (Ap) sier at broen skal åpne igjen neste år, etter lange forhandlinger."},
		{"en", "The Seventh-day Adventists (SDA) closed the bridge at noon, and nobody was there to see it or to tell."},
		{"de", "Amt für Personenverkehr (AP): Die Brücke wird gesperrt, und niemand weiß, wie lange das noch dauern soll."},
		{"en", "Miami (AA) opened the game with two early goals and never looked back in front of a sold-out home crowd."},
		{"en", "The bridge, seen from the air. (Jo Lind/AP)"},
		{"en", "The new bridge at dusk. AP"},
		{"es", "Cerraron el puente al mediodía y nadie sabe cuánto tiempo durará la obra, que empezó hace un año. Ana Ruiz / AVN"},
		{"de", "Brücke gesperrt Foto: REUTERS (AFP) Die Brücke wird gesperrt, und niemand weiß, wie lange das noch dauern soll."},
		{"de", "Brücke gesperrt EPA/JANE ROE (AFP) Die Brücke wird gesperrt, und niemand weiß, wie lange das noch dauern soll."},
		{"de", "Brücke gesperrt, meldet der Verein VFB (SID) Die Brücke wird gesperrt, und niemand weiß, wie lange das noch dauern soll."},
		{"en", "The mayor closed the bridge. The man who told of it first was Michael R. Bloomberg."},
		{"de", "Der Abgeordnete (SPD) lehnte ab. Er sprach von Rost und von den Kosten, die das Land nicht tragen könne."},
		{"ko", "새 다리의 모습. [연합뉴스]"},
		{"ko", "다리는 3년 전부터 녹슬어 있었고 수리에는 20억원이 든다. 시는 내년 예산에 넣을 계획이며 주민들은 불안하다고 말했다. (사진=연합뉴스)"},
		{"ko", "다리는 3년 전부터 녹슬어 있었고 수리에는 20억원이 든다. 시는 내년 예산에 넣을 계획이며 주민들은 불안하다고 말했다. (사진 연합뉴스)"},
		{"zh", "桥三年前就生锈了，修理需要两亿元，市长说还要几年，居民们都很担心，市政府说明年会列入预算。（图片：新华社）"},
		{"ja", "橋は三年前からさびており、修理には二億円が必要だと専門家は指摘している。（写真：共同）"},
		{"en", "The letters, which nobody had read for a century, were published from a PTI feed that a clerk had kept in a drawer."},
		{"en", "The trust principles of Thomson Reuters forbid the house to take a side in such a matter, said a man at the bridge."},
		{"en", "Only the headline of the town's own notice spoke of the bridge; the rest of it was about dogs, and about the UNI."},
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

// A dateline that ends in a sign nobody knows is an agency's, but for those of countries, stations and the house itself.
func TestDatelineOfAnUnknownAgency(t *testing.T) {
	for dateline, want := range map[string]string{
		"BRIDGETOWN, Barbados (QVC) — ":   "QVC",
		"CORRAN, March 4 (XNS) - ":        "XNS",
		"CORRAN, Ohio (WXQV) — ":          "", // a station
		"HARLOW (USA) — ":                 "",
		"CORRAN (PG) — ":                  "", // a province
		"CORRAN (TPP) — ":                 "", // The Pier Post
		"CORRAN (Xns) — ":                 "",
		"The council (QVC) — ":            "",
		"CORRAN (QVC) was the first who ": "",
	} {
		text := dateline + reports["en"] + "\n\nWork will take a year, and the old bolts are to be sold for the good of the school."
		credits := readRaw(t, article.Article{Text: text, Outlet: "The Pier Post", Language: "en"})
		if want == "" {
			require.Empty(t, credits, dateline)
			continue
		}
		require.Len(t, credits, 1, dateline)
		require.Equal(t, want, credits[0].Outlet)
		require.Equal(t, CueDateline, credits[0].Cue)
	}
}
