package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestGuess(t *testing.T) {
	for text, want := range map[string]string{
		"The mayor closed the bridge at noon.":                         "en",
		"Die Brücke wurde am Mittag gesperrt.":                         "de",
		"Le maire a fermé le pont à midi, et on ne sait pas.":          "fr",
		"El alcalde cerró el puente al mediodía.":                      "es",
		"Il sindaco ha chiuso il ponte, e non si sa perché.":           "it",
		"O presidente da câmara fechou a ponte e não disse mais.":      "pt",
		"De burgemeester sloot de brug en zei niet waarom.":            "nl",
		"Burmistrz zamknął most w południe i nie powiedział dlaczego.": "pl",
		"Belediye başkanı köprüyü öğlen kapattı ve bir şey demedi.":    "tr",
		"Borgmästaren stängde bron och det är inte öppet än.":          "sv",
		"Borgmesteren lukkede broen, og den er ikke åben af hensyn":    "da",
		"Ordføreren stengte broen, og den er ikke åpen etter det.":     "no",
		"Pormestari sulki sillan, mutta se ei ole vielä auki.":         "fi",
		"Starosta zavřel most a řekl, že se otevře až po roce.":        "cs",
		"A polgármester bezárta a hidat, és nem mondta meg, hogy":      "hu",
		"Primarul a închis podul și nu a spus de ce este așa.":         "ro",
		"Wali kota mengatakan bisa dan tidak karena mereka saat itu":   "id",
		"Мэр закрыл мост в полдень.":                                   "ru",
		"Мер закрив міст опівдні, і ніхто не знає чому.":               "uk",
		"市长中午关闭了大桥。":                                                   "zh",
		"市長は正午に橋を閉鎖した。":                                                "ja",
		"시장은 정오에 다리를 폐쇄했다.":                                            "ko",
		"أغلق رئيس البلدية الجسر ظهرا.":                                "ar",
		"شهردار پل را ظهر بست و گفت":                                   "fa",
		"ראש העיר סגר את הגשר בצהריים.":                                "he",
		"Ο δήμαρχος έκλεισε τη γέφυρα.":                                "el",
		"นายกเทศมนตรีปิดสะพาน":                                         "th",
		"iPhone 15: 市长中午关闭了大桥。":                                        "zh",
		"Regierung prüft neue Regeln für Flughafen":                    "de",
		"El ayuntamiento abre una nueva biblioteca":                    "es",
		"Nuevo servicio para personas mayores":                         "es",
		"Une maison détruite par le feu":                               "fr",
		"Governo diz que não vai fechar o porto":                       "pt",
		"Governo trova accordo sul nuovo ponte":                        "it",
		"Rząd przyjął nowe przepisy":                                   "pl",
		"Three found safe after boat capsizes":                         "en",
		"":                                                             "",
		"42":                                                           "",
		"Washington Post CNN":                                          "",
		"\xe3\x81":                                                     "",
	} {
		require.Equal(t, want, Guess(text), text)
	}
	german := "Der Bürgermeister ließ die Brücke sperren, weil zwei Pfeiler Risse haben. Niemand weiß, wann sie wieder öffnet. " +
		"Die Fähre fährt nun auch nachts, aber nur bis zur Insel, und wer nach Hause will, muss mit dem Bus um den See fahren. "
	english := "“We will mend it before the winter,” he told the council in English. "
	require.Equal(t, "de", Guess(german+english), "the language that most of a text is in")
	require.Equal(t, "de", Guess(english+german))
	require.Equal(t, "ja", Guess(strings.Repeat("市長は正午に橋を閉鎖した。", 200)), "a text cut within a letter")
}

// The table means the same whatever the order of its scripts and the ends of its lines.
func TestTheTableInAnotherForm(t *testing.T) {
	lines, err := parseGuess(strings.ReplaceAll(guessTable, "\n", "\r\n"))
	require.NoError(t, err)
	require.Equal(t, guessLines(), lines)
	require.Len(t, lines, len(guessSections))

	slices.Reverse(lines["scripts"])
	g, err := newGuesser(lines)
	require.NoError(t, err)
	for text, want := range map[string]string{"市長は正午に橋を閉鎖した。": "ja", "市长中午关闭了大桥。": "zh", "시장은 다리를 폐쇄했다": "ko"} {
		code, _ := g.byScript(text)
		require.Equal(t, want, code)
	}
}

func TestTablesThatAreWrong(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"no section", "Han zh\n", "guess.txt:1: line before the first section"},
		{"a section that there is not", "# A remark.\n[script]\nHan zh\n", `guess.txt:2: unknown section "[script]"`},
		{"no script", "[scripts]\nHann zh\n", `guess.txt:2: "Hann zh" is no script and its language`},
		{"no language", "[scripts]\nHan\n", `guess.txt:2: "Han" is no script and its language`},
		{"no letter", "[scripts]\nArabic ar fa\n", `guess.txt:2: "fa" is no letter and its language`},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines, err := parseGuess(c.table)
			if err == nil {
				_, err = newGuesser(lines)
			}
			require.EqualError(t, err, c.want)
		})
	}
}

// What stands before the text tells nothing, and no bytes are too odd for Of.
func TestOfWhatIsHardlyText(t *testing.T) {
	german := strings.Repeat("Der Hafenrat hat beschlossen, dass der Anleger gesperrt wird, weil die Pfähle hohl sind. ", 20)
	require.Equal(t, "de", Of(strings.Repeat("\n", 1200)+german))
	require.Empty(t, Of(strings.Repeat("\n", 1200)))
	require.Empty(t, Of(strings.Repeat("\x80", 1200)))
}

func TestCapitalNames(t *testing.T) {
	require.True(t, CapitalNames("en"))
	require.True(t, CapitalNames(""))
	require.False(t, CapitalNames("de"))
	require.False(t, CapitalNames("zh"))
}

func FuzzGuess(f *testing.F) {
	f.Add("The mayor 市長")
	f.Fuzz(func(t *testing.T, text string) {
		code := Guess(text)
		require.True(t, utf8.ValidString(code) && len(code) <= 2)
		require.Equal(t, code, Guess(text), "the same every time")
	})
}
