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
