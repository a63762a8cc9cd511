package quote_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A foreignCase is a text with the quotations that it holds, each as told gives it.
type foreignCase struct {
	text string
	want []string
}

func runForeignCases(t *testing.T, lang string, cases []foreignCase) {
	for _, c := range cases {
		require.Equal(t, c.want, told(c.text, lang), c.text)
	}
}

func TestQuotesSwedish(t *testing.T) {
	runForeignCases(t, "sv", []foreignCase{
		{
			"Regiondirektör Anna-Karin Ek kallar det fullständigt oacceptabelt.\n\n– Vi ska anmäla det i dag, säger hon.\n\nBolaget har begärts i konkurs.",
			[]string{"Anna-Karin Ek | Vi ska anmäla det i dag"},
		},
		{
			"– Jag trodde att de låg i förrådet, säger en avdelningschef till Bladet.",
			[]string{"avdelningschef | Jag trodde att de låg i förrådet"},
		},
		{
			"Staten kan ta över, säger hamnminister Petra Alm Berg (S) till Radion.\n\n– Vi har inte råd att vara oeniga om en tidtabell, säger hon.",
			[]string{"Petra Alm Berg | Vi har inte råd att vara oeniga om en tidtabell"},
		},
		{
			"- Det går inte att få ut en polis hit. Det är illa, säger Mikael Lundin.\n- Då jag ringde svarade ingen, tillägger hans sambo Eva Lind.",
			[]string{"Mikael Lundin | Det går inte att få ut en polis hit. Det är illa", "Eva Lind | Då jag ringde svarade ingen"},
		},
		{
			"– Hur mår du nu?\n\n– Jag mår bra, svarar Eva Lind. Det har varit tungt.\n\n– Men det går över.",
			[]string{" | Hur mår du nu?", "Eva Lind | Jag mår bra", "Eva Lind | Det har varit tungt.", "Eva Lind | Men det går över."},
		},
		{
			"Enligt Eva Lind är det ”en skandal utan motstycke i modern tid”. Hon är kommunalråd.",
			[]string{"Eva Lind | en skandal utan motstycke i modern tid"},
		},
		{"Filmen ”Vinterns sista dag” har premiär på fredag. Den så kallade ”ligan” greps. ”Bladet” skriver om den.", nil},
		{
			"”Vi kommer att överklaga domen”, skriver advokaten Nils Ahl i ett mejl.",
			[]string{"Nils Ahl | Vi kommer att överklaga domen"},
		},
		{
			"– Nej, det vet jag inte, säger partiets gruppledare Karin Sjö efter mötet med Nils Ahl.",
			[]string{"Karin Sjö | Nej, det vet jag inte"},
		},
		{"Vi åker till:\n- Italien\n- Spanien\n- Frankrike", nil},
		{
			"– Det var som ett skott, berättar grannen.\n\nKarin Sjö, som bor mitt emot, vaknade av smällen.\n\n– Jag trodde att det var åska, säger hon.",
			[]string{"grannen | Det var som ett skott", "Karin Sjö | Jag trodde att det var åska"},
		},
		{
			"Ministern Karin Sjö kom sent, Nils Ahl gick tidigt.\n\n– Det är bra, säger ministern.",
			[]string{"Karin Sjö | Det är bra"},
		},
		{
			"– Det duger inte, skriver tidningen i en ledare.",
			[]string{" | Det duger inte"},
		},
		{
			"Så resonerade Eva-Lena Jansbo och skrev en anmälan.\n– Jag vill att de granskar det.\n– Vi får se. Hur blir det då sen?\n– Men nu har jag inte tid, säger hon.",
			[]string{"Eva-Lena Jansbo | Jag vill att de granskar det.", "Eva-Lena Jansbo | Vi får se. Hur blir det då sen?", "Eva-Lena Jansbo | Men nu har jag inte tid"},
		},
	})
}

func TestQuotesNorwegian(t *testing.T) {
	runForeignCases(t, "no", []foreignCase{
		{
			"Regjeringen gjør alle broer gratis.\n\n– Det skal ikke koste mer å dra på jobb fordi det er vann i veien, sa veiminister Ragnhild Tveit da hun la fram forslaget onsdag.",
			[]string{"Ragnhild Tveit | Det skal ikke koste mer å dra på jobb fordi det er vann i veien"},
		},
		{
			"– Vi er glade, sier Kari Moe. – Men det blir tøft, legger hun til.",
			[]string{"Kari Moe | Vi er glade", "Kari Moe | Men det blir tøft"},
		},
		{
			"– Hva skjedde?\n– Vi vet ikke, sier operasjonsleder Per Dahl ved politiet.\n– Vi etterforsker.",
			[]string{" | Hva skjedde?", "Per Dahl | Vi vet ikke", "Per Dahl | Vi etterforsker."},
		},
		{
			"Statsminister Kari Moe mener at «dette er en stor dag for Norge».",
			[]string{"Kari Moe | dette er en stor dag for Norge"},
		},
		{
			"Ordfører Kari Moe kom sent, sammen med rådmann Per Dahl.\n\n– Det er bra, sier ordføreren.\n\n– Nei, svarer en velger.",
			[]string{"Kari Moe | Det er bra", "velger | Nei"},
		},
		{
			"– Det blir dyrt, sier Hansen til NTB. Han viser til at køene vokser.",
			[]string{"Hansen | Det blir dyrt"},
		},
		{
			"Ifølge Per Dahl er broen «et monument over sløsing med penger».",
			[]string{"Per Dahl | et monument over sløsing med penger"},
		},
		{"Filmen «Siste vinter» har premiere fredag. VG skriver at «Siste vinter» er dyr.", nil},
		{
			"– Vi ble reddet av en skipper fra Bodø, forteller to tyske turister.\n\nSkipperen, Odd Lie, er beskjeden.\n\n– Det var så lite, sier han.",
			[]string{" | Vi ble reddet av en skipper fra Bodø", "Odd Lie | Det var så lite"},
		},
		{
			"• – Vi har fått bekreftet noe av det, sier Svein Hare (H), nestleder i komiteen.",
			[]string{"Svein Hare | Vi har fått bekreftet noe av det"},
		},
		{
			"– Det er viktig, sier partileder og finansminister Siv Jansen mandag. – Ja, svarte H-leder og statsminister Erna Solvik.",
			[]string{"Siv Jansen | Det er viktig", "Erna Solvik | Ja"},
		},
	})
}

func TestQuotesDanish(t *testing.T) {
	runForeignCases(t, "da", []foreignCase{
		{
			"- Det er jo helt vildt, siger Jens Lund, der er formand for foreningen.\n\n- Vi håber det bedste, siger han.",
			[]string{"Jens Lund | Det er jo helt vildt", "Jens Lund | Vi håber det bedste"},
		},
		{
			"»Vi er meget glade«, siger borgmester Karen Holst (S) til Bladet.",
			[]string{"Karen Holst | Vi er meget glade"},
		},
		{
			"- Vi har anholdt to mænd, oplyser vagtchef Søren Toft fra politiet. De to bliver fremstillet i morgen.",
			[]string{"Søren Toft | Vi har anholdt to mænd"},
		},
		{
			"Det skriver Karen Holst på Facebook: »Jeg trækker mig nu.«",
			[]string{"Karen Holst POST | Jeg trækker mig nu."},
		},
		{
			"– Jeg anerkender fuldt ud de ønsker, der er, lyder det fra Karen Holst.",
			[]string{"Karen Holst | Jeg anerkender fuldt ud de ønsker, der er"},
		},
		{
			"Ifølge Søren Toft er planen »et luftkastel uden fundament«.",
			[]string{"Søren Toft | et luftkastel uden fundament"},
		},
		{"Romanen »Den sidste vinter« udkommer i dag. Den såkaldte »banke« er væk.", nil},
		{
			"- Hvad nu? spørger naboen.\n\n- Nu venter vi, svarer Karen Holst.",
			[]string{"naboen | Hvad nu?", "Karen Holst | Nu venter vi"},
		},
		{
			"Det siger tømrer Alex Nørby, der bor på vejen.\n\n- Jeg lå og sov, da jeg vågnede med et sæt.\n\n- Så du ham?",
			[]string{"Alex Nørby | Jeg lå og sov, da jeg vågnede med et sæt.", " | Så du ham?"},
		},
		{
			"» Jeg har talt med hende i dag, « siger politiinspektør Johnny Skov til B.T.",
			[]string{"Johnny Skov | Jeg har talt med hende i dag,"},
		},
	})
}

func TestQuotesDutch(t *testing.T) {
	runForeignCases(t, "nl", []foreignCase{
		{
			"„Ik dacht dat het zand was”, zegt Arie Buis, die op de grond pompoenen kweekte. Tegen De Bode zegt een oud-chauffeur dat hij niets wist.",
			[]string{"Arie Buis | Ik dacht dat het zand was"},
		},
		{
			"Directeur Wouter Slager van Terraland ontkent. De meting was volgens hem „een zaak van het lab”.",
			[]string{"Wouter Slager | een zaak van het lab"},
		},
		{
			"Wethouder Sjaak Kort noemt de berichten 'zeer verontrustend' en belooft een inloopavond.",
			[]string{"Sjaak Kort | zeer verontrustend"},
		},
		{
			"„We gaan van marmer naar beton”, zegt uitgever Hidde Schelte tegen deze krant. „Dat past beter bij het vak.”",
			[]string{"Hidde Schelte | We gaan van marmer naar beton", "Hidde Schelte | Dat past beter bij het vak."},
		},
		{
			"'Het is een schande', zegt Femke de Boer. 'We hebben jaren gewacht.' Volgens de burgemeester is dat 'niet waar'.",
			[]string{"Femke de Boer | Het is een schande", "Femke de Boer | We hebben jaren gewacht.", "burgemeester | niet waar"},
		},
		{
			"Premier Jan de Wit zegt: \"Wij nemen dit heel serieus.\" De oppositie vindt dat te weinig. \"Dit is veel te mager\", aldus fractievoorzitter Karin Blok van de Blauwen.",
			[]string{"Jan de Wit | Wij nemen dit heel serieus.", "Karin Blok | Dit is veel te mager"},
		},
		{"Het boek \"De laatste winter\" verschijnt vrijdag. De zogenaamde \"kofferbende\" is opgerold.", nil},
		{
			"\"Ik heb het niet gezien\", zegt de Amsterdamse wethouder Piet Bos. \"Maar ik geloof haar\", voegt hij eraan toe.",
			[]string{"Piet Bos | Ik heb het niet gezien", "Piet Bos | Maar ik geloof haar"},
		},
		{
			"In een reactie laat het ministerie weten: \"Wij doen geen mededelingen over individuele zaken.\"",
			[]string{"ministerie | Wij doen geen mededelingen over individuele zaken."},
		},
		{
			"\"Dit kan zo niet langer\", schrijft de krant in een commentaar.",
			[]string{" | Dit kan zo niet langer"},
		},
		{
			"Dat heeft minister Renske Hoek van Visserij aan de Kamer geschreven.\n\nVolgens de aannemer is dat te gevaarlijk. \"Een dijk onderhandelt niet met het water\", aldus de minister.",
			[]string{"Renske Hoek | Een dijk onderhandelt niet met het water"},
		},
		{
			"Het dorp is boos. Wethouder Winnie Prins was te gast. ,,Dit is een klap in ons gezicht’’, vertelde Prins dinsdag. Petra van der Werf: ,,We zijn teleurgesteld.’’",
			[]string{"Winnie Prins | Dit is een klap in ons gezicht", "Petra van der Werf | We zijn teleurgesteld."},
		},
		{
			"Michiel Wouters, Lokaal Belang: “Niemand is tegen het opknappen van het station.” Volgens Wouters is het duur. “Dat had ik niet verwacht van dit college.”",
			[]string{"Michiel Wouters | Niemand is tegen het opknappen van het station.", "Michiel Wouters | Dat had ik niet verwacht van dit college."},
		},
		{
			"Minister van Werk Katleen Depree noemt het “regelrechte fraude”. Brandweer Laagland noemt de toestand “zeer zorgelijk”.",
			[]string{"Katleen Depree | regelrechte fraude", "Brandweer Laagland | zeer zorgelijk"},
		},
		{
			"“Leren zwemmen is geen luxe”, zegt Vlaams minister van Onderwijs Evelien Dobbel.",
			[]string{"Evelien Dobbel | Leren zwemmen is geen luxe"},
		},
	})
}

func TestQuotesPolish(t *testing.T) {
	runForeignCases(t, "pl", []foreignCase{
		{
			"– Nie rozmawiam z zięciem o polityce – mówi nam Boruta. Sam wiceminister Cezary Lis przysłał jedno zdanie.",
			[]string{"Boruta | Nie rozmawiam z zięciem o polityce"},
		},
		{
			"Prezydent miasta Rafał Grzelczyk ujawnił ten plan w rozmowie z „Gońcem”.\n\n– To nie jest zabawka dla bogatych miast – powiedział dziennikowi samorządowiec. Trasa ma dziewięć kilometrów.",
			[]string{"Rafał Grzelczyk | To nie jest zabawka dla bogatych miast"},
		},
		{
			"Opozycja domaga się dymisji. – Albo premier go odwoła, albo uzna, że tak można – stwierdziła posłanka Hanna Wrzosek na briefingu w Sejmie.",
			[]string{"Hanna Wrzosek | Albo premier go odwoła, albo uzna, że tak można"},
		},
		{
			"- Nie mamy na to wpływu, mówi wójt gminy Jan Kowal. - To decyzja ministra.",
			[]string{"Jan Kowal | Nie mamy na to wpływu", "Jan Kowal | To decyzja ministra."},
		},
		{
			"– Jeśli tak – mówi Anna Nowak – to trudno.",
			[]string{"Anna Nowak | Jeśli tak", "Anna Nowak | to trudno."},
		},
		{
			"Zdaniem Jana Kowalskiego „to najgorsza ustawa od lat”. Jan Kowalski jest posłem.",
			[]string{"Jan Kowalski | to najgorsza ustawa od lat"},
		},
		{
			"„Nie złożę dymisji” – napisał w oświadczeniu rzecznik Komendy Miejskiej Policji w Krakowie Piotr Szpak.",
			[]string{"Piotr Szpak | Nie złożę dymisji"},
		},
		{
			"Jan Kowalski: „Nigdy tego nie powiedziałem”. Film „Ostatnia zima” wchodzi do kin. Tzw. „banda” została zatrzymana.",
			[]string{"Jan Kowalski | Nigdy tego nie powiedziałem"},
		},
		{
			"– To był wypadek – powiedziała zrozpaczona sąsiadka. – Nikt nie pomógł.",
			[]string{"sąsiadka | To był wypadek", "sąsiadka | Nikt nie pomógł."},
		},
		{
			"- To skandal - powiedziała PAP rzeczniczka prasowa szpitala Anna Lis. - Nie ma pieniędzy - dodała.",
			[]string{"Anna Lis | To skandal", "Anna Lis | Nie ma pieniędzy"},
		},
		{
			"Anna Lis spotkała się z wójtem. Jan Kowal nie krył złości. – To skandal i wstyd – powiedziała. „Goniec” napisał o tym pierwszy.",
			[]string{"Anna Lis | To skandal i wstyd"},
		},
		{
			"„Musimy wytrzymać” - Represyjne prawo jest kontrowersyjne.",
			[]string{" | Musimy wytrzymać"},
		},
		{
			"– To prośba – mówi „Gońcowi” Robert Opaska z Komendy Głównej Policji. — Nie ma lekko — wspomina w rozmowie z „Gońcem” pani Sylwia.",
			[]string{"Robert Opaska | To prośba", "pani Sylwia | Nie ma lekko"},
		},
		{
			"Aleksandra Skrzypek, rzeczniczka Prokuratury Okręgowej w Opolu przekazała, że śledztwo trwa. „Nikomu nie postawiono zarzutów” – podkreśliła.",
			[]string{"Aleksandra Skrzypek | Nikomu nie postawiono zarzutów"},
		},
		{
			"- Obrazek jest wstrząsający - dodała insp. Katarzyna Nowicka. - Wielkie wyzwanie przed nami - mówił do radnych wójt Drozd.",
			[]string{"Katarzyna Nowicka | Obrazek jest wstrząsający", "wójt Drozd | Wielkie wyzwanie przed nami"},
		},
		{
			"Rzecznik Dawid Olszan odpisał jednym zdaniem. „To pierwszy taki przypadek” – odparł dowódca Bazy Lotnictwa Transportowego.",
			[]string{" | To pierwszy taki przypadek"},
		},
		{
			"„Latarnia znów świeci” – powiedział burmistrz Jan Bugaj, schodząc. Ktoś z pomostu krzyknął: „Dwadzieścia lat czekaliśmy na tę lampę!”",
			[]string{"Jan Bugaj | Latarnia znów świeci", " | Dwadzieścia lat czekaliśmy na tę lampę!"},
		},
	})
}

func TestQuotesRussian(t *testing.T) {
	runForeignCases(t, "ru", []foreignCase{
		{
			"«Паром без порта – это очень дорогая квартира», – сказал Тюльпин корреспонденту газеты. По словам собеседников издания, владелец компании Глеб Тюльпин ищет покупателя.",
			[]string{"Глеб Тюльпин | Паром без порта – это очень дорогая квартира"},
		},
		{
			"— Мы рассчитывали на помощь, — сказал Иван Петров. — Но её не было.\n\nПо словам Ивана Петрова, «ничего не изменится». Депутат уехал.",
			[]string{"Иван Петров | Мы рассчитывали на помощь", "Иван Петров | Но её не было.", "Иван Петров | ничего не изменится"},
		},
		{
			"«Мы готовы», — заявил глава МИД РФ Сергей Лавренёв. «Посмотрим», — добавил он.",
			[]string{"Сергей Лавренёв | Мы готовы", "Сергей Лавренёв | Посмотрим"},
		},
		{"Компания «Севпаром» выставлена на продажу. Фильм «Последняя зима» выйдет в мае.", nil},
		{
			"Мэр города Анна Белова сообщила: «Вода будет завтра». «Мы работаем», — добавила она. Об этом пишет «Вестник».",
			[]string{"Анна Белова | Вода будет завтра", "Анна Белова | Мы работаем"},
		},
		{
			"«Это ошибка», — сказал РИА Новости политолог Олег Сухов. «Так не бывает», — подчеркнул эксперт.",
			[]string{"Олег Сухов | Это ошибка", "эксперт | Так не бывает"},
		},
		{
			"«Решение принято», — говорится в сообщении ведомства.",
			[]string{" | Решение принято"},
		},
		{
			"— Ты где был? — спросила мать. — Гулял, — ответил сын.",
			[]string{"мать | Ты где был?", "сын | Гулял"},
		},
		{
			"Анна Белова приехала в полдень. «Мы всё исправим до зимы», — пообещала она журналистам.",
			[]string{"Анна Белова | Мы всё исправим до зимы"},
		},
		{"«Вестник» сообщил, что «Севпаром» продают. Глеб Тюльпин это отрицает.", nil},
		{
			"Отвечает мэр Камска Ильсур Метлин:\n\"Никто из них с золотой ложкой во рту не родился\".",
			[]string{"Ильсур Метлин | Никто из них с золотой ложкой во рту не родился"},
		},
		{
			"Глава Камска Алексей Силин вышел к болельщикам.\n\n“Я не засиживаюсь в кабинете”, - заявил градоначальник.",
			[]string{"Алексей Силин | Я не засиживаюсь в кабинете"},
		},
		{
			"«Маяк снова горит», — сказал мэр Тарас Бугров, спускаясь. Рыбачок с причала крикнул: «Двадцать лет мы ждали этой лампы!»",
			[]string{"Тарас Бугров | Маяк снова горит", " | Двадцать лет мы ждали этой лампы!"},
		},
	})
}

func TestQuotesUkrainian(t *testing.T) {
	runForeignCases(t, "uk", []foreignCase{
		{
			"«Ми рахували кожну вербу», — розповіла кореспонденту агентства керівниця проєкту, орнітологиня Стефанія Гаврилів.",
			[]string{"Стефанія Гаврилів | Ми рахували кожну вербу"},
		},
		{
			"Сам Стельмах пояснив, що «камін потрібен, аби не замерзав автомобіль». Роман Стельмах придбав гараж.",
			[]string{"Роман Стельмах | камін потрібен, аби не замерзав автомобіль"},
		},
		{
			"— Ми чекали допомоги, — сказав Олег Коваль. — Її не було.",
			[]string{"Олег Коваль | Ми чекали допомоги", "Олег Коваль | Її не було."},
		},
		{
			"За словами Олега Коваля, «нічого не зміниться». Олег Коваль — депутат.",
			[]string{"Олег Коваль | нічого не зміниться"},
		},
		{
			"«Так не буде», — наголосив міський голова Львова Андрій Садок в ефірі телемарафону. «Ми впораємося», — додав він.",
			[]string{"Андрій Садок | Так не буде", "Андрій Садок | Ми впораємося"},
		},
		{
			"«Ніхто не приїхав», — каже мешканка села. Про це повідомляє «Вісник».",
			[]string{"мешканка | Ніхто не приїхав"},
		},
		{"Роман «Остання зима» вийшов у травні. Так званий «клуб» закрили.", nil},
		{
			"Міністерка Олена Дуб запевнила: «Гроші буде виплачено до кінця року».",
			[]string{"Олена Дуб | Гроші буде виплачено до кінця року"},
		},
		{
			"Про це заявив міністр оборони Олексій Рябко.\n\n\"Країна збирає сили\", - пише The Times.\n\n\"Це моя робота\", - пояснив міністр.",
			[]string{" | Країна збирає сили", "Олексій Рябко | Це моя робота"},
		},
		{
			"«Маяк знову горить», – сказав мер Тарас Бугрій, спускаючись. Хтось із причалу вигукнув: «Двадцять років ми чекали на цю лампу!»",
			[]string{"Тарас Бугрій | Маяк знову горить", " | Двадцять років ми чекали на цю лампу!"},
		},
	})
}

func TestQuotesTurkish(t *testing.T) {
	runForeignCases(t, "tr", []foreignCase{
		{
			"Ulaştırma ve Altyapı Bakanı Abdullah Uralkan, yeni köprüyü gezdi.\n\nAraç sayısının arttığını belirten Uralkan, \"Geçen yılın aynı ayında daha az araç vardı.\" ifadelerini kullandı.",
			[]string{"Abdullah Uralkan | Geçen yılın aynı ayında daha az araç vardı."},
		},
		{
			"Kuzköy muhtarı Çelebi Kurtoğlu, gazetecilere, itfaiyenin yangına hızla müdahale ettiğini dile getirerek, \"Devletin bütün imkanları köye sevk edildi.\" dedi.",
			[]string{"Çelebi Kurtoğlu | Devletin bütün imkanları köye sevk edildi."},
		},
		{
			"\"Bu çok tehlikeli olur, dikkat edelim\" diyen Doktor Elif Demirok, maske takılmasını istedi.",
			[]string{"Elif Demirok | Bu çok tehlikeli olur, dikkat edelim"},
		},
		{
			"Mehmet Özbilek: \"Son vuruşlarda beceriksizdik\"",
			[]string{"Mehmet Özbilek | Son vuruşlarda beceriksizdik"},
		},
		{
			"Belediye Başkanı Ahmet Işıksal şunları söyledi: \"Yolları bu yıl bitireceğiz. Kimse endişe etmesin.\"",
			[]string{"Ahmet Işıksal | Yolları bu yıl bitireceğiz. Kimse endişe etmesin."},
		},
		{"Bakanlık tarafından \"Hayat Eve Sığar\" sloganıyla yapılan çağrıya destek verildi. Kemal Gülser'in \"Son Kış\" filmi cuma günü vizyona giriyor.", nil},
		{
			"Toplantıda konuşan Vali Ali Çelikkan şöyle devam etti: \"Hazırlıklarımız tamam, herkes müsterih olsun.\"",
			[]string{"Ali Çelikkan | Hazırlıklarımız tamam, herkes müsterih olsun."},
		},
		{
			"Ahmet Işıksal toplantıda konuştu.\n\n\"Biz bu yolu bitireceğiz, sözümüz söz\" dedi.",
			[]string{"Ahmet Işıksal | Biz bu yolu bitireceğiz, sözümüz söz"},
		},
		{
			"Halk Birliği Genel Başkanı Kemal Kılıçer, \"Hata yaptık, özür dileriz\" sözleriyle özeleştiri yaptı. Kılıçer, \"Bundan sonra daha dikkatli olacağız\" diye ekledi.",
			[]string{"Kemal Kılıçer | Hata yaptık, özür dileriz", "Kemal Kılıçer | Bundan sonra daha dikkatli olacağız"},
		},
		{
			"Avcı'ya göre köprü \"paranın denize atılmasından başka bir şey değil\". Hasan Avcı mühendistir.",
			[]string{"Hasan Avcı | paranın denize atılmasından başka bir şey değil"},
		},
		{
			"Türkiye'nin NATO Daimi Temsilcisi Basri Öztürkmen'le görüşen Hutchins, \"Türk halkına destekleri için teşekkür ederiz\" dedi. Kay Hutchins büyükelçidir.",
			[]string{"Kay Hutchins | Türk halkına destekleri için teşekkür ederiz"},
		},
		{
			"Gazete, haberi \"büyük skandal\" başlığıyla verdi. \"Haberin Sesi\" gazetesi de yazdı.",
			[]string{" | büyük skandal"},
		},
		{
			"Terim'in hakkı olmadığını söyleyen Ali Koçak, “Tazminatı hak etsin diye imza attırdılar” dedi. Açıklamada şu ifadelere yer verildi: “Bu anlayış kabul edilemez.”",
			[]string{"Ali Koçak | Tazminatı hak etsin diye imza attırdılar", "Ali Koçak | Bu anlayış kabul edilemez."},
		},
	})
}
