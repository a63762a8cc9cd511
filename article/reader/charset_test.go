package reader

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	koreanset "golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func encode(t testing.TB, e encoding.Encoding, s string) string {
	b, err := e.NewEncoder().String(s)
	require.NoError(t, err)
	return b
}

func TestCharacterSets(t *testing.T) {
	const western = "Él dijo: “Mañana” – 10 € für Zoë.\r\n"
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, b) }
	tests := []struct {
		name, in, charset string
		want, problem     string
	}{
		{"UTF-8", western, "", western, ""},
		{"UTF-8 with mark", "\ufeff" + western, "", western, ""},
		{"one mark only", "\ufeff\ufeff" + western, "", "\ufeff" + western, ""},
		{"ASCII first", strings.Repeat("plain ", 500) + western, "", strings.Repeat("plain ", 500) + western, ""},
		{"windows-1252", encode(t, charmap.Windows1252, western), "", western, ""},
		{"declared by the user", encode(t, charmap.Windows1251, "Сегодня в городе"), "windows-1251", "Сегодня в городе", ""},
		{"declared by the user, but UTF-8", western, "windows-1251", western, ""},
		{"Shift_JIS", encode(t, japanese.ShiftJIS, "今日は晴れです。"), "shift_jis", "今日は晴れです。", ""},
		{"declared by itself", encode(t, charmap.ISO8859_2, "<meta charset=iso-8859-2> Łódź"), "", "<meta charset=iso-8859-2> Łódź", ""},
		{"UTF-16 little endian", encode(t, utf16(unicode.LittleEndian, unicode.UseBOM), western), "", western, ""},
		{"UTF-16 big endian", encode(t, utf16(unicode.BigEndian, unicode.UseBOM), western), "", western, ""},
		{"UTF-16 little endian without mark", encode(t, utf16(unicode.LittleEndian, unicode.IgnoreBOM), western), "", western, ""},
		{"UTF-16 big endian without mark", encode(t, utf16(unicode.BigEndian, unicode.IgnoreBOM), western), "", western, ""},
		{"UTF-32", encode(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), western), "", western, ""},
		{"one character cut", "“Yes,” she said, “but ca\xc3f\u00e9.”", "", "“Yes,” she said, “but ca\ufffdf\u00e9.”", "one character is damaged; it is read as U+FFFD"},
		{"last character cut", "All plain until the last mark.\xe2\x80", "", "All plain until the last mark.\ufffd", "one character is damaged; it is read as U+FFFD"},
		{"two cut", "“a”\xe2\x80 “b”\xe2 c", "", "“a”\ufffd “b”\ufffd c", "2 characters are damaged; they are read as U+FFFD"},
		{"zero byte", "text\x00more text", "", "", "not text: it holds bytes that no text has"},
		{"control characters", strings.Repeat("\x01\x02 a", 20), "", "", "not text: it holds bytes that no text has"},
		{"few control characters", strings.Repeat("text ", 30) + "\x0b\x08", "", strings.Repeat("text ", 30) + "\x0b\x08", ""},
		{"empty", "", "", "", "the text is empty"},
		{"white space", "\ufeff \r\n\u00a0", "", "", "the text is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": tt.in})
			articles, problems := read(t, dir, Options{Charset: tt.charset}, dir)
			if tt.want == "" {
				require.Empty(t, articles)
			} else {
				require.Len(t, articles, 1)
				require.Equal(t, tt.want, articles[0].Text)
			}
			if tt.problem == "" {
				require.Empty(t, problems)
			} else {
				require.Equal(t, []string{"a.txt: " + tt.problem}, problems)
			}
		})
	}
}

func TestCharacterSetsOfJSON(t *testing.T) {
	const lines = `{"id": "1", "text": "Señor “A”"}` + "\r\n" + `{"id": "2", "text": "Ça va"}` + "\r\n"
	dir := folder(t, map[string]string{
		"a.jsonl": encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), lines),
		"b.jsonl": encode(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), lines),
		"c.jsonl": encode(t, charmap.Windows1252, lines),
		"d.jsonl": `{"id": "1", "text": "Señor “A”"}` + "\r\n" + encode(t, charmap.Windows1252, `{"id": "2", "text": "Ça va"}`),
	})
	articles, problems := read(t, dir, Options{}, dir)
	require.Empty(t, problems)
	require.Len(t, articles, 8)
	for i, a := range articles {
		require.Equal(t, []string{"Señor “A”", "Ça va"}[i%2], a.Text)
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"plain", "caf\u00e9", "caf\xe9", "\xff\xfea\x00", "\xfe\xff\x00a", "\ufeffa", "a\x00b\x00c\x00", "“x”\xe2", "\xff\xfe\x00\x00a\x00\x00\x00"} {
		f.Add([]byte(s), "")
		f.Add([]byte(s), "gb18030")
	}
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		text, _, err := decode(data, charset)
		if err != nil {
			require.Empty(t, text)
			return
		}
		require.True(t, utf8.ValidString(text))
		if wide(data) == nil && utf8.Valid(data) {
			require.Equal(t, strings.TrimPrefix(string(data), "\ufeff"), text)
		}
	})
}

// TestUndeclaredCharsets reads texts in old character sets that nothing names.
func TestUndeclaredCharsets(t *testing.T) {
	const (
		russian    = "Совет гавани во вторник вечером проголосовал за закрытие северного причала на одиннадцать месяцев, потому что водолазы нашли сваи, изъеденные червём."
		czech      = "Přístavní rada v úterý večer odhlasovala uzavření severního přístaviště na jedenáct měsíců, protože potápěči zjistili, že kůly jsou prožrané."
		polish     = "Rada portu we wtorek wieczorem głosowała za zamknięciem północnej przystani na jedenaście miesięcy, bo nurkowie znaleźli pale, które będą wymienione."
		chinese    = "港务局周二晚上投票决定关闭北侧渡轮码头十一个月，因为潜水员发现九根木桩中有四根被船蛆蛀空。"
		taiwan     = "港務局週二晚上投票決定關閉北側渡輪碼頭十一個月，因為潛水員發現九根木樁中有四根被船蛆蛀空，修理費用尚未確定。"
		korean     = "항만위원회는 화요일 밤 북쪽 나루터를 열한 달 동안 폐쇄하기로 결정했다. 잠수부들이 말뚝 아홉 개 가운데 네 개가 썩은 것을 발견했기 때문이다."
		greek      = "Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη το βράδυ να κλείσει τη βόρεια αποβάθρα για έντεκα μήνες, επειδή οι δύτες βρήκαν σάπιους πασσάλους."
		turkish    = "Liman kurulu salı gecesi, dalgıçların dokuz kazıktan dördünün çürüdüğünü bulması üzerine kuzey iskelesini on bir ay süreyle kapatmaya karar verdi. Değişiklik pazartesi başlıyor."
		ukrainian  = "Рада гавані у вівторок увечері проголосувала за закриття північного причалу на одинадцять місяців, бо водолази знайшли палі, які їв черв'як. Її голова сказала, що іншого виходу немає."
		thai       = "คณะกรรมการท่าเรือลงมติเมื่อคืนวันอังคารให้ปิดท่าเรือข้ามฟากด้านเหนือเป็นเวลา ๑๑ เดือน หลังนักดำน้ำพบว่าเสาไม้ผุพัง “เราไม่มีทางเลือก” ประธานกล่าว"
		lithuanian = "Uosto taryba antradienio vakarą nubalsavo vienuolikai mėnesių uždaryti šiaurinę keltų prieplauką, nes narai rado supuvusius polius. „Kitos išeities nėra“, – sakė jos pirmininkė."
		latvian    = "Ostas padome otrdienas vakarā nobalsoja slēgt ziemeļu prāmju piestātni uz vienpadsmit mēnešiem, jo ūdenslīdēji atrada sapuvušus pāļus. Citas izejas nav, teica tās priekšsēdētāja."
		estonian   = "Sadamanõukogu hääletas teisipäeva õhtul põhjapoolse praamisilla sulgemise poolt üheteistkümneks kuuks, sest tuukrid leidsid mädanenud vaiad. Nõukogu esimees Šarlote Žukova ütles, et muud võimalust ei ole."
		western    = "Der Hafenausschuß beschloß am Dienstag – nach längerer Aussprache –, den nördlichen Anleger für elf Monate zu schließen. «Ça suffit», sagte die Präsidentin: 12 €."
	)
	for _, tt := range []struct {
		name string
		e    encoding.Encoding
		text string
	}{
		{"windows-1251", charmap.Windows1251, russian},
		{"koi8-r", charmap.KOI8R, russian},
		{"windows-1250", charmap.Windows1250, czech},
		{"windows-1250", charmap.Windows1250, polish},
		{"gb18030", simplifiedchinese.GBK, chinese},
		{"big5", traditionalchinese.Big5, taiwan},
		{"shift_jis", japanese.ShiftJIS, strings.Trim(kanji, "<p>/")},
		{"euc-jp", japanese.EUCJP, strings.Trim(kanji, "<p>/")},
		{"euc-kr", koreanset.EUCKR, korean},
		{"windows-1253", charmap.Windows1253, greek},
		{"windows-1254", charmap.Windows1254, turkish},
		{"koi8-u", charmap.KOI8U, ukrainian},
		{"windows-1251", charmap.Windows1251, ukrainian},
		{"ibm866", charmap.CodePage866, russian},
		{"windows-874", charmap.Windows874, thai},
		{"windows-1257", charmap.Windows1257, lithuanian},
		{"windows-1257", charmap.Windows1257, latvian},
		{"windows-1257", charmap.Windows1257, estonian},
		{"iso-8859-4", charmap.ISO8859_4, latvian},
		{"iso-8859-2", charmap.ISO8859_2, "powiedział, powiedziała, mówi, mówił, mówiła, stwierdził, stwierdziła, dodał, dodała, podkreślił, podkreśliła, ocenił, oceniła, zaznaczył, zapowiedział, ogłosił, wyjaśnił"},
		{"", charmap.Windows1252, "Havnerådet vedtok tirsdag kveld å stenge den nordlige fergekaien i elleve måneder, fordi dykkere fant råtne pæler. «Vi så ingen annen løsning», sier lederen, Bjørn Øye."},
		{"", charmap.Windows1252, "Hafnarráðið samþykkti á þriðjudagskvöld að loka norðurbryggjunni í ellefu mánuði, því kafarar fundu fúna staura. Formaðurinn sagði að önnur leið væri ekki fær."},
		{"", charmap.Windows1252, "Këshilli i portit vendosi të martën në mbrëmje ta mbyllë skelën veriore për njëmbëdhjetë muaj, sepse zhytësit gjetën shtylla të kalbura. Nuk kishte rrugë tjetër, tha kryetarja."},
		{"", charmap.Windows1252, "Il consiglio del porto ha deciso martedì sera di chiudere il molo a nord per undici mesi, perché i sub hanno trovato pali marci. È così, non c'era più altra via, si può dire, ma sarà riaperto."},
		{"", charmap.Windows1252, "Le conseil du port a voté mardi soir la fermeture de l'embarcadère nord pendant onze mois, après que des plongeurs eurent trouvé des pieux rongés. « Ça suffit », a lâché la présidente, là-bas, où naît la Marne."},
		{"", charmap.Windows1252, western},
		{"", charmap.Windows1252, "“It is over,” she said – for £20."},
		{"", charmap.Windows1252, "Café au lait."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := folder(t, map[string]string{"a.txt": encoded(t, tt.e, tt.text), "b.csv": "title,text\n" + strings.Repeat(encoded(t, tt.e, "x,\""+tt.text+"\"\n"), 2)})
			articles, problems := read(t, dir, Options{}, dir)
			require.Len(t, articles, 3)
			for _, a := range articles {
				require.Equal(t, tt.text, a.Text)
			}
			var want []string
			if tt.name != "" {
				want = []string{"a.txt: " + guess(tt.name), "b.csv: " + guess(tt.name)}
			}
			require.Equal(t, want, problems)

			_, problems = read(t, dir, Options{Charset: "windows-1252"}, dir)
			require.NotContains(t, strings.Join(problems, " "), "guess", "the user has said it")
		})
	}
}

// TestUndeclaredCharsetsOfPages reads pages that do not say in which character set they are.
func TestUndeclaredCharsetsOfPages(t *testing.T) {
	for name, tt := range map[string]struct {
		e    encoding.Encoding
		text string
	}{
		"Lithuanian": {charmap.Windows1257, "Uosto taryba antradienio vakarą nubalsavo vienuolikai mėnesių uždaryti šiaurinę keltų prieplauką, nes narai rado supuvusius polius. Kitos išeities nėra, sakė jos pirmininkė, ir pridūrė, kad darbai bus baigti iki rudens."},
		"Thai":       {charmap.Windows874, "คณะกรรมการท่าเรือลงมติเมื่อคืนวันอังคารให้ปิดท่าเรือข้ามฟากด้านเหนือเป็นเวลาสิบเอ็ดเดือน หลังนักดำน้ำพบว่าเสาไม้ผุพัง ประธานกล่าวว่าไม่มีทางเลือกอื่น"},
	} {
		t.Run(name, func(t *testing.T) {
			const begins = "<html><head><title>x</title><script>var settings = {name: 'the news of the day', items: ['and', 'of', 'the']};</script></head><body><article><p>"
			dir := folder(t, map[string]string{"a.html": begins + encode(t, tt.e, tt.text) + "</p></article></body></html>"})
			articles, problems := read(t, dir, Options{}, dir)
			require.Len(t, articles, 1)
			require.Equal(t, tt.text, articles[0].Text)
			require.Len(t, problems, 1)
			require.Contains(t, problems[0], "a guess")
		})
	}
}

// The guess is the same each time, also where two character sets are equally likely.
func TestTheGuessOfACharacterSetIsSteady(t *testing.T) {
	western := []byte(encode(t, charmap.Windows1252, "Él dijo: “Mañana” – 10 € für Zoë.\r\n"))
	for range 500 {
		require.Empty(t, detect(western))
	}
}
