package quote_test

import "testing"

// Whom the sentence before a quotation is about, in its paragraph, speaks by a verb without a subject.
func TestSubjectOfOwnParagraph(t *testing.T) {
	runForeignCases(t, "pl", []foreignCase{
		{
			"Dyrektor Marek Zawada przyznał, że most zamknięto za późno. Radny Paweł Tyka żąda wyjaśnień.\n\n— Most był stary — mówił Zawada podczas sesji.\n\nNa korytarzu Tyka nie krył złości. — Wszystko sprawdzimy sami — rzucił, wychodząc z ratusza.",
			[]string{"Marek Zawada | Most był stary", "Paweł Tyka | Wszystko sprawdzimy sami"},
		},
		{
			"— Most był stary — mówi Marek Zawada.\n\nRzeczniczka firmy Hanna Wolak nie chce wskazywać winnych. — Śruby sprawdzono w środę — zapewnia.",
			[]string{"Marek Zawada | Most był stary", "Hanna Wolak | Śruby sprawdzono w środę"},
		},
		{
			"— Most był stary — mówił Marek Zawada.\n\nDeszcz padał od rana. — Nie mogliśmy czekać — dodał.",
			[]string{"Marek Zawada | Most był stary", "Marek Zawada | Nie mogliśmy czekać"},
		},
	})
	runForeignCases(t, "pl", []foreignCase{
		{
			"„Most był stary i nikt o niego nie dbał” - powiedział Zawada w rozmowie z portalem. Kierownik poinformował, że prace trwają. „Nigdy tego nie ukrywałem przed nikim” - dodał.",
			[]string{"Zawada | Most był stary i nikt o niego nie dbał", "Zawada | Nigdy tego nie ukrywałem przed nikim"},
		},
	})
	runForeignCases(t, "ru", []foreignCase{
		{
			"— Мост был старый, — сказал Иван Зотов.\n\nПредставитель завода Павел Тыкин не стал называть виновных. — Болты проверили в среду, — заверил он.",
			[]string{"Иван Зотов | Мост был старый", "Павел Тыкин | Болты проверили в среду"},
		},
		{
			"— Мост был старый, — сказал Иван Зотов.\n\nВ коридоре Павел Тыкин не скрывал злости. «Всё проверим сами», — бросил, выходя из зала.",
			[]string{"Иван Зотов | Мост был старый", "Павел Тыкин | Всё проверим сами"},
		},
	})
	runForeignCases(t, "uk", []foreignCase{
		{
			"— Міст був старий, — сказав Іван Зотенко.\n\nУ коридорі Павло Тикач не приховував злості. «Усе перевіримо самі», — кинув, виходячи із зали.",
			[]string{"Іван Зотенко | Міст був старий", "Павло Тикач | Усе перевіримо самі"},
		},
	})
}

// A woman, a man: whoever was named last in the paragraph.
func TestCalledByWhatTheyAre(t *testing.T) {
	runForeignCases(t, "uk", []foreignCase{
		{
			"«Міст був старий», — сказав Іван Зотенко.\n\nСусідка Марія Голуб каже, що писала скарги ще взимку. «Нам нічого не відповіли», — говорить жінка.",
			[]string{"Іван Зотенко | Міст був старий", "Марія Голуб | Нам нічого не відповіли"},
		},
		{
			"Сусід Іван Зотенко каже, що писав скарги ще взимку. «Нам нічого не відповіли», — розповів чоловік загиблої.",
			[]string{"чоловік | Нам нічого не відповіли"},
		},
		{
			"Міст зводив проректор Іван Зотенко. Нам проректор відповів коротким листом: «Міст стоїть і стоятиме».",
			[]string{"Іван Зотенко | Міст стоїть і стоятиме"},
		},
		{
			"Його господар, пенсіонер Ілля Дзюба, показує порожній сарай. «Кози пішли самі, я не гнав», — каже він.",
			[]string{"Ілля Дзюба | Кози пішли самі, я не гнав"},
		},
	})
	runForeignCases(t, "ru", []foreignCase{
		{
			"«Мост был старый», — сказал Иван Зотов.\n\nСоседка Мария Голубева говорит, что писала жалобы ещё зимой. «Нам ничего не ответили», — рассказала женщина.",
			[]string{"Иван Зотов | Мост был старый", "Мария Голубева | Нам ничего не ответили"},
		},
	})
	runForeignCases(t, "pl", []foreignCase{
		{
			"Sąsiadka Maria Gołąb mówi, że pisała skargi już zimą. — Nikt nam nie odpisał — opowiada kobieta.",
			[]string{"Maria Gołąb | Nikt nam nie odpisał"},
		},
	})
}

// Papers name kin by their first names alone, and go on with a pronoun.
func TestKinByFirstName(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"nl", "Kleindochter Fenna hield de stand bij in een schrift. Ze telt duizend rondjes. ‘Hij fietst nooit vals, hij zingt alleen vals’, verklapt ze.", "Fenna"},
		{"sv", "Dottern Alva höll räkningen. ”Han fuskar aldrig, han sjunger bara falskt”, säger hon.", "Alva"},
		{"de", "Enkelin Fenja führte die Liste. „Er schummelt nie, er singt nur falsch“, sagt sie.", "Fenja"},
		{"en", "His granddaughter Fenna kept the score. “He never cheats, he only sings out of tune,” she says.", "Fenna"},
		{"fr", "Sa petite-fille Fenna tenait les comptes. « Il ne triche jamais, il chante seulement faux », dit-elle.", "Fenna"},
		{"sv", "Dottern Alva höll räkningen. ”Han fuskar aldrig, han sjunger bara falskt”, säger han.", ""},
	})
}

// A sentence that a colon closes tells who speaks by the name with which it begins, whatever he does in it.
func TestColonBehindSentence(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"sv", "Gatuchefen Pernilla Alm talar om otur: ”Vi trodde att det var en soptunna.”", "Pernilla Alm"},
		{"sv", "Eva Lind skakar på huvudet: ”Vi visste ingenting om det här.”", "Eva Lind"},
		{"sv", "Eva Lind tittar länge på Nils Ahl bakom disken: ”Vi ska bygga en ny bro.”", ""},
		{"sv", "För Eva Lind är det enkelt nog: ”Vi visste ingenting om det här.”", ""},
		{"nl", "Burgemeester Anna Vos haalt de schouders op: ‘Wij wisten van niets.’", "Anna Vos"},
		{"pl", "Prezes Anna Lis wzrusza ramionami: „Nic o tym nie wiedzieliśmy”.", "Anna Lis"},
		{"pl", "— Radar pokazał rotację, resztę dopowiedzą nam drzewa — tłumaczy Radiu Zachód synoptyk Ilona Lis.", "Ilona Lis"},
		{"ru", "Директор Иван Седов разводит руками: «Мы об этом ничего не знали».", "Иван Седов"},
		{"tr", "Fırıncı Remziye Akgül ikinci gruptan. \"O yedi dakika bize yetiyordu, ocağı erken yakardık\" diye anlatıyor.", "Remziye Akgül"},
	})
}

// Where the sentence before has no subject either, its subject is that of the one before.
func TestSubjectDroppedTwice(t *testing.T) {
	runSpeakerCases(t, []speakerCase{
		{"pt", "«O senhor não mirou na árvore», disse a juíza Ana Melo.\n\nRui Roble ouviu da segunda fila. Perdeu parte da visão e hoje planta milho. «Cogumelo eu não provo mais», afirmou na saída.", "Rui Roble"},
		{"it", "«Non era il mio posto», ha detto la giudice Anna Rovere.\n\nCarlo Salce ha ascoltato in silenzio. Ha perso la vista e coltiva patate. «Il fungo non lo assaggio più», ha detto uscendo.", "Carlo Salce"},
		{"es", "«No era mi sitio», dijo la jueza Ana Roble.\n\nLuis Pardo escuchó desde la segunda fila. Perdió la vista y cultiva patatas. «Las setas ya no las pruebo», dijo al salir.", "Luis Pardo"},
		{"es", "«No era mi sitio», dijo la jueza Ana Roble.\n\nLa sala estaba llena. Olía a pintura y a café. «Las setas ya no las pruebo», dijo al salir.", "Ana Roble"},
		{"pl", "— To nie moje miejsce — mówi sędzia Anna Lis.\n\nJan Krul słuchał z drugiego rzędu. Stracił wzrok i uprawia ziemniaki. — Grzybów już nie tykam — mówi przy wyjściu.", "Jan Krul"},
	})
}
